//! How far apart people are, and what they agreed on, in sentences.

use super::words::{count, join};
use crate::domain::agreement::{AgreedHow, Agreement};
use crate::domain::judgement::Judgement;
use crate::domain::model::Model;
use crate::domain::spread::{Distance, Spread};

/// "From P to F, 2 steps apart."
pub fn spread(model: &Model, spread: &Spread) -> String {
    let scale = &model.framework.scale;
    match (spread.distance, spread.lowest, spread.highest) {
        (Distance::Applies, ..) => {
            let without = spread.voices.iter().filter(|voice| voice.rank.is_none());
            let (without, all) = (without.count(), spread.voices.len());

            format!("{without} of {all} say that it does not apply.")
        }
        (Distance::Steps(steps), Some(lowest), Some(highest)) => {
            let far = if lowest == scale.lowest() && highest == scale.highest() {
                ": as far as the scale goes"
            } else {
                ""
            };
            format!(
                "From {} to {}, {} apart{far}.",
                scale.rating(lowest),
                scale.rating(highest),
                count(usize::from(steps), "step")
            )
        }
        (Distance::WithinStep, ..) => {
            let mut ratings: Vec<String> = Vec::new();
            for rating in spread
                .voices
                .iter()
                .filter_map(|voice| voice.judgement.rating())
            {
                let rating = rating.to_string();
                if !ratings.contains(&rating) {
                    ratings.push(rating);
                }
            }
            format!("{}: less than one step apart.", join(&ratings))
        }
        _ if spread.voices.len() == 1 => "Only one person rated it.".to_owned(),
        _ => "All say the same.".to_owned(),
    }
}

/// "Agreed: L, by consensus of Anna and Bert. The log shows it."
pub fn agreement(agreement: &Agreement) -> String {
    let people = join(&agreement.by);
    let how = match agreement.how {
        AgreedHow::Consensus => format!("by consensus of {people}"),
        AgreedHow::LeadDecision => format!("by decision of the lead assessor, with {people}"),
        AgreedHow::Mean => format!("as the mean of what each rated, with {people}"),
    };
    let reason = agreement.reason.trim();
    let stop = if reason.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    format!(
        "Agreed: {}, {how}. {reason}{stop}",
        said(&agreement.judgement)
    )
}

/// "Bert rates it otherwise now, or was not heard."; none where nobody does.
pub fn dissent(names: &[String]) -> Option<String> {
    let (rate, was) = match names {
        [] => return None,
        [_] => ("rates", "was"),
        _ => ("rate", "were"),
    };
    Some(format!(
        "{} {rate} it otherwise now, or {was} not heard.",
        join(names)
    ))
}

/// "Anna: F, Bert: N. What was said last counts until you agree."; none where all who rated say the same.
pub fn differ<'a>(said: impl Iterator<Item = (&'a str, &'a Judgement)>) -> Option<String> {
    let all: Vec<(&str, String)> = said
        .map(|(author, judgement)| (author, self::said(judgement)))
        .collect();
    let (_, first) = all.first()?;
    if all.iter().all(|(_, other)| other == first) {
        return None;
    }
    let told = all
        .iter()
        .map(|(author, said)| format!("{author}: {said}"))
        .collect::<Vec<_>>()
        .join(", ");
    Some(format!(
        "{told}. What was said last counts until you agree."
    ))
}

/// How people can agree, for a choice.
pub fn how(how: AgreedHow) -> &'static str {
    match how {
        AgreedHow::Consensus => "Consensus",
        AgreedHow::LeadDecision => "The lead assessor decided",
        AgreedHow::Mean => "The mean of what each rated",
    }
}

/// "L", or "not applicable".
pub fn said(judgement: &Judgement) -> String {
    match judgement {
        Judgement::Rated { rating } => rating.to_string(),
        Judgement::NotApplicable { .. } => "not applicable".to_owned(),
    }
}
