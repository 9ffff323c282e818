//! Plain sentences about results, the same wherever they are shown.

use crate::domain::aggregation::Mean;
use crate::domain::assessment::Assessment;
use crate::domain::explanation::{Blocker, Explanation, Next};
use crate::domain::gap::Gap;
use crate::domain::header::Confidence;
use crate::domain::id::{AttributeId, ProcessId};
use crate::domain::model::Model;
use crate::domain::raise::Raise;
use crate::domain::reference_model::{Succession, SuccessionKind};
use crate::domain::result::{AttributeResult, ProcessResult, Progress, Standing};
use crate::domain::scale::Rank;
use crate::domain::subject::{Item, Subject};

/// "Level 1 Performed".
pub fn level_name(model: &Model, level: u8) -> String {
    format!("Level {level} {}", model.framework.level_name(level))
        .trim_end()
        .to_owned()
}

/// Where the level could still go, or none where it is certain: "Between 0 and 2, because 5 ratings are open."
pub fn range(result: &ProcessResult) -> Option<String> {
    let open = result.progress.not_rated();
    (result.lowest != result.highest).then(|| {
        let open = if open == 1 {
            "1 rating is open".to_owned()
        } else {
            format!("{open} ratings are open")
        };
        format!(
            "Between {} and {} in the end: {open}.",
            result.lowest, result.highest
        )
    })
}

/// Why the level is not higher, in one or two sentences.
pub fn reason(model: &Model, explanation: &Explanation) -> String {
    match explanation.next {
        Next::EndOfFramework => "This is the highest level there is.".to_owned(),
        Next::EndOfScope => {
            format!(
                "Level {} is the highest level in the scope of this assessment.",
                explanation.level
            )
        }
        Next::Level(level) => {
            let blockers: Vec<String> = explanation
                .blockers
                .iter()
                .map(|blocker| self::blocker(model, blocker))
                .collect();
            format!("Level {level} needs {}.", join(&blockers))
        }
    }
}

/// "PA2.1 Performance management at L (now P)".
fn blocker(model: &Model, blocker: &Blocker) -> String {
    let has = blocker
        .has
        .as_ref()
        .map_or_else(|| "not rated".to_owned(), ToString::to_string);
    format!(
        "{} at {} (now {has})",
        attribute(model, &blocker.attribute),
        needed(model, blocker.needs)
    )
}

/// The lowest rating that is enough: "L or F".
pub fn needed(model: &Model, rank: Rank) -> String {
    let steps = &model.framework.scale.ratings;
    let codes: Vec<&str> = steps
        .iter()
        .skip(usize::from(rank.0))
        .map(|step| step.code.as_str())
        .collect();
    codes.join(" or ")
}

/// "PA2.1 Performance management".
pub fn attribute(model: &Model, id: &AttributeId) -> String {
    let title = model
        .framework
        .attribute(id)
        .map_or("", |attribute| attribute.title.as_str());
    format!("{id} {title}").trim_end().to_owned()
}

/// "RES-1 Incident management and request fulfilment".
pub fn process(model: &Model, id: &ProcessId) -> String {
    let name = model
        .process(id)
        .map_or("", |process| process.name.as_str());
    format!("{id} {name}").trim_end().to_owned()
}

/// What a subject is called: the text of the indicator or the title of the attribute.
pub fn subject(model: &Model, subject: &Subject) -> String {
    match &subject.item {
        Item::Indicator(id) => model
            .indicator(&subject.process, id)
            .map_or_else(|| id.to_string(), |found| found.text.clone()),
        Item::Attribute(id) => attribute(model, id),
    }
}

/// What the model recommends where a subject is rated low; empty where it says nothing.
pub fn recommendation(model: &Model, subject: &Subject) -> String {
    let Item::Indicator(id) = &subject.item else {
        return String::new();
    };
    let found = model.indicator(&subject.process, id);
    let guidance = found.and_then(|found| found.guidance.as_ref());
    guidance.map_or_else(String::new, |guidance| guidance.recommendation.clone())
}

/// The id of what a subject is about.
pub fn subject_id(subject: &Subject) -> &str {
    match &subject.item {
        Item::Indicator(id) => id.as_str(),
        Item::Attribute(id) => id.as_str(),
    }
}

/// The name of the instance of a subject, where the process has more than one.
pub fn instance(assessment: &Assessment, subject: &Subject) -> Option<String> {
    let instances = assessment.instances(&subject.process);
    let id = subject.instance.as_ref().filter(|_| instances.len() > 1)?;
    instances
        .iter()
        .find(|instance| instance.id == *id)
        .map(|instance| instance.name.clone())
}

/// "P to L", or "not rated to L" where nothing is rated yet.
pub fn raise(model: &Model, raise: &Raise) -> String {
    let to = model.framework.scale.rating(raise.to);
    raise.from.as_ref().map_or_else(
        || format!("not rated to {to}"),
        |from| format!("{from} to {to}"),
    )
}

/// What people are asked of a subject: the question of the model, or its text where it has none.
pub fn question(model: &Model, subject: &Subject) -> String {
    match &subject.item {
        Item::Indicator(id) => {
            let found = model.indicator(&subject.process, id);
            let question = found.map(|found| match &found.guidance {
                Some(guidance) => guidance.question.clone(),
                None => found.text.clone(),
            });
            question.unwrap_or_else(|| id.to_string())
        }
        Item::Attribute(id) => {
            let meaning = model.framework.attribute(id).map(|found| &found.meaning);
            meaning.map_or_else(String::new, |text| format!("How far is this true? {text}"))
        }
    }
}

/// How an attribute rating came about, with its arithmetic: "Mean of 7 ratings: 14 / 7 = 2.00, so L."
pub fn arithmetic(model: &Model, standing: &Standing) -> String {
    match standing {
        Standing::NotRated => "Not rated yet.".to_owned(),
        Standing::NotApplicable => {
            "Nothing here applies, so there is no rating and the level stops below.".to_owned()
        }
        Standing::Rated { rating, .. } => format!("Rated {rating} as a whole."),
        Standing::Computed { mean: figures, .. } => mean(model, figures),
        Standing::Settled {
            rating,
            reason,
            computed,
            ..
        } => {
            let instead = computed.as_ref().map_or_else(String::new, |figures| {
                format!(" In place of: {}", mean(model, figures))
            });
            format!(
                "Settled at {rating}: {reason}{}{instead}",
                if reason.ends_with('.') { "" } else { "." }
            )
        }
    }
}

/// A mean with its arithmetic: "Mean of 7 ratings: 14 / 7 = 2.00, so L."
pub fn mean(model: &Model, mean: &Mean) -> String {
    let rating = model.framework.scale.rating(mean.rank);
    let ratings = count(mean.ratings as usize, "rating");
    let name = match mean.ratings == mean.count {
        true => "Mean",
        false => "Weighted mean",
    };
    let hundredths =
        (u64::from(mean.sum) * 200 + u64::from(mean.count)) / (2 * u64::from(mean.count.max(1)));
    format!(
        "{name} of {ratings}: {} / {} = {}.{:02}, so {rating}.",
        mean.sum,
        mean.count,
        hundredths / 100,
        hundredths % 100
    )
}

/// The numbers that the mean uses: "N 0, P 1, L 2, F 3; half rounds up".
pub fn numbers(model: &Model) -> String {
    let values = model.numbers.ranks().map(|rank| {
        format!(
            "{} {}",
            model.framework.scale.rating(rank),
            model.value(rank)
        )
    });
    format!("{}; half rounds up", values.collect::<Vec<_>>().join(", "))
}

/// What stands in a cell of a profile: the rating, "·" for not rated, "n/a" where nothing applies.
pub fn cell(result: &AttributeResult) -> String {
    match &result.standing {
        Standing::NotRated => "·".to_owned(),
        Standing::NotApplicable => "n/a".to_owned(),
        standing => standing
            .rating()
            .map_or_else(String::new, ToString::to_string),
    }
}

/// "12 of 20 rated", with what does not apply and what was carried over and not looked at since.
pub fn progress(progress: Progress) -> String {
    let applicable = progress.total.saturating_sub(progress.not_applicable);
    let not_applicable = match progress.not_applicable {
        0 => String::new(),
        count => format!(", {count} not applicable"),
    };
    let carried = match progress.carried {
        0 => String::new(),
        count => format!(", {count} carried over"),
    };
    format!(
        "{} of {applicable} rated{not_applicable}{carried}",
        progress.rated
    )
}

/// A gap in one word.
pub fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Major => "major",
        Gap::Minor => "minor",
        Gap::Unknown => "unknown",
        Gap::None => "none",
    }
}

/// How sure a statement about a standard is.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Unsure => "not certain",
    }
}

/// "over 15 to 50 %"; the lowest step holds 0 itself: "0 to 15 %".
pub fn limits(above: f64, up_to: f64) -> String {
    let over = if above > 0.0 { "over " } else { "" };
    format!("{over}{above} to {up_to} %")
}

/// "1 rating", "2 ratings".
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// "a", "a and b", "a, b and c".
pub fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// What became of an older process.
pub fn succession(succession: &Succession) -> String {
    let (from, to) = (&succession.from, &succession.to);
    match succession.how {
        SuccessionKind::Split => format!("{from} was divided; {to} is one part."),
        SuccessionKind::Part => format!("A part of {from}, which goes on, is {to} now."),
        SuccessionKind::Revised => format!("{from} was rewritten as {to}."),
    }
}
