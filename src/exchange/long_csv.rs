//! Assessments as one long table for other programs: one row a rating, and what follows from them. `models/README.md` tells the
//! columns.

use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::framework::Rates;
use crate::domain::id::{AssessmentId, InstanceId, ProcessId};
use crate::domain::judgement::Judgement;
use crate::domain::model::Model;
use crate::domain::moment::Moment;
use crate::domain::process_state::Remarks;
use crate::domain::refusal::Refusal;
use crate::domain::result::{Standing, process_result, rates};
use crate::domain::scale::{Rank, Rating};
use crate::domain::subject::Subject;
use crate::domain::target::target_level;
use crate::report::table::Table;
use crate::report::unit_names::Labels;
use std::collections::BTreeMap;

/// The table as it grows. The author is the last column, where it is wanted.
#[derive(Clone, Debug)]
pub struct LongCsv {
    authors: bool,
    rows: Vec<Vec<String>>,
}

/// What a row is about: kind, process, instance, attribute and indicator.
type About = [String; 5];

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Said {
    rating: String,
    /// Place of the rating on the scale, 0 for the lowest, or the level.
    value: Option<u8>,
    /// With each blank rated lowest, and with each blank rated highest.
    range: Option<(u8, u8)>,
    target: Option<u8>,
    not_applicable: bool,
    settled: bool,
    carried: bool,
    day: Option<Date>,
    author: String,
}

const COLUMNS: [&str; 22] = [
    "assessment_id",
    "assessment",
    "unit",
    "within",
    "model",
    "model_version",
    "framework",
    "method",
    "day",
    "kind",
    "process",
    "instance",
    "attribute",
    "indicator",
    "rating",
    "value",
    "lowest",
    "highest",
    "target",
    "not_applicable",
    "settled",
    "carried",
];

/// An empty table, with the authors or without them.
pub fn long_csv(authors: bool) -> LongCsv {
    LongCsv {
        authors,
        rows: Vec::new(),
    }
}

impl LongCsv {
    /// Adds an assessment as it is now.
    pub fn add(
        &mut self,
        model: &Model,
        id: &AssessmentId,
        assessment: &Assessment,
        labels: &Labels,
    ) {
        let last = assessment.last_moment().day();
        for (about, mut said) in rows(model, assessment, labels) {
            said.day = said.day.or(last.filter(|_| about[0] != RATING));
            self.push(id, assessment, labels, about, &said);
        }
    }

    /// Adds an assessment day by day: each row stands once for each day on which it changed, as it was in the evening.
    ///
    /// # Errors
    /// Where what was known on a day cannot be told.
    pub fn add_by_day(
        &mut self,
        model: &Model,
        id: &AssessmentId,
        assessment: &Assessment,
        labels: &Labels,
    ) -> Result<(), Refusal> {
        let mut before: BTreeMap<About, Said> = BTreeMap::new();
        for day in assessment.days() {
            let then = assessment.at(&Moment::end_of(day))?;
            for (about, mut said) in rows(model, &then, labels) {
                // The same said again on another day is no change.
                said.day = None;
                let author = std::mem::take(&mut said.author);
                let known = before.get(&about);
                if known == Some(&said) || known.is_none() && said.is_blank() {
                    continue;
                }
                before.insert(about.clone(), said.clone());
                said.day = Some(day);
                said.author = author;
                self.push(id, &then, labels, about, &said);
            }
        }
        Ok(())
    }

    pub fn table(self) -> Table {
        let mut table = Table::new(&COLUMNS);
        if self.authors {
            table.columns.push("author".to_owned());
        }
        table.rows = self.rows;
        table
    }

    fn push(
        &mut self,
        id: &AssessmentId,
        assessment: &Assessment,
        labels: &Labels,
        [kind, process, instance, attribute, indicator]: About,
        said: &Said,
    ) {
        let number =
            |number: Option<u8>| number.map_or_else(String::new, |number| number.to_string());
        let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        // An id stays the same wherever the assessment goes, so it would tell whose it is.
        let id = match labels.aliases {
            true => labels.assessment.clone(),
            false => id.to_string(),
        };
        let mut row = vec![
            id,
            labels.assessment.clone(),
            labels.unit.clone(),
            labels.within.clone(),
            assessment.model.id.to_string(),
            assessment.model.version.clone(),
            assessment.framework.id.to_string(),
            assessment.method.to_string(),
            said.day.map_or_else(String::new, |day| day.to_string()),
            kind,
            process,
            instance,
            attribute,
            indicator,
            said.rating.clone(),
            number(said.value),
            number(said.range.map(|(lowest, _)| lowest)),
            number(said.range.map(|(_, highest)| highest)),
            number(said.target),
            yes(said.not_applicable),
            yes(said.settled),
            yes(said.carried),
        ];
        if self.authors {
            row.push(said.author.clone());
        }
        self.rows.push(row);
    }
}

impl Said {
    /// Whether it says only that nothing was said.
    fn is_blank(&self) -> bool {
        self.value.is_none() && !self.not_applicable
    }
}

/// What people rated.
const RATING: &str = "rating";
/// What follows for an attribute of a process.
const ATTRIBUTE: &str = "attribute";
/// What follows for a process.
const LEVEL: &str = "level";

fn rows(model: &Model, assessment: &Assessment, labels: &Labels) -> Vec<(About, Said)> {
    let mut rows = Vec::new();
    for process in &assessment.scope {
        ratings(model, assessment, labels, process, &mut rows);
        results(model, assessment, process, &mut rows);
    }
    rows
}

/// Everything that people rate under the method, rated or not, and what they settled.
fn ratings(
    model: &Model,
    assessment: &Assessment,
    labels: &Labels,
    process: &ProcessId,
    rows: &mut Vec<(About, Said)>,
) {
    let what = rates(model, assessment);
    let instances = assessment.instances(process);
    let mut push = |subject: &Subject, instance: &str, attribute: &str, indicator: &str| {
        let remarks = assessment.remarks(subject);
        let settled = remarks.and_then(Remarks::settlement);
        let rated_as_it_is = match what {
            Rates::Indicators => !subject.is_attribute(),
            Rates::Attributes => subject.is_attribute() && subject.instance.is_some(),
            Rates::Process => subject.is_attribute() && subject.instance.is_none(),
        };
        let about = |place: &str| {
            [RATING, process.as_str(), place, attribute, indicator].map(str::to_owned)
        };
        let mut said = origin(assessment, remarks);
        if let Some(settlement) = settled {
            said.rate(model, &settlement.rating);
            said.settled = true;
            rows.push((about(instance), said));
        } else if rated_as_it_is {
            match remarks.and_then(Remarks::judgement) {
                Some(Judgement::Rated { rating }) => said.rate(model, rating),
                Some(Judgement::NotApplicable { .. }) => said.not_applicable = true,
                None => {}
            }
            rows.push((about(instance), said));
        }
    };
    for attribute in model.attributes(assessment.highest_level) {
        for (place, instance) in instances.iter().enumerate() {
            let name = match labels.aliases {
                true => format!("Instance {}", place + 1),
                false => instance.name.clone(),
            };
            let id: InstanceId = instance.id.clone();
            if what == Rates::Indicators {
                for indicator in model.indicators(process, attribute) {
                    let subject =
                        Subject::indicator(process.clone(), id.clone(), indicator.id.clone());
                    push(
                        &subject,
                        &name,
                        attribute.id.as_str(),
                        indicator.id.as_str(),
                    );
                }
            }
            let subject = Subject::attribute(process.clone(), Some(id), attribute.id.clone());
            push(&subject, &name, attribute.id.as_str(), "");
        }
        let whole = Subject::attribute(process.clone(), None, attribute.id.clone());
        push(&whole, "", attribute.id.as_str(), "");
    }
}

/// What the ratings of a process mean.
fn results(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    rows: &mut Vec<(About, Said)>,
) {
    let result = process_result(model, assessment, process);
    let about = |kind: &str, attribute: &str| {
        [kind, process.as_str(), "", attribute, ""].map(str::to_owned)
    };
    for found in &result.attributes {
        let rank = |rank: Option<Rank>| rank.map(|rank| rank.0);
        let said = Said {
            rating: found
                .standing
                .rating()
                .map_or_else(String::new, ToString::to_string),
            value: rank(found.standing.rank()),
            range: rank(found.lowest).zip(rank(found.highest)),
            not_applicable: matches!(found.standing, Standing::NotApplicable),
            settled: matches!(found.standing, Standing::Settled { .. }),
            carried: found.progress.carried > 0,
            ..Said::default()
        };
        rows.push((about(ATTRIBUTE, found.attribute.as_str()), said));
    }
    let rated = result.progress.rated > 0;
    let said = Said {
        rating: if rated {
            result.level.to_string()
        } else {
            String::new()
        },
        value: rated.then_some(result.level),
        range: Some((result.lowest, result.highest)),
        target: Some(target_level(model, assessment, process)),
        carried: result.progress.carried > 0,
        ..Said::default()
    };
    rows.push((about(LEVEL, ""), said));
}

impl Said {
    fn rate(&mut self, model: &Model, rating: &Rating) {
        self.rating = rating.to_string();
        self.value = model.framework.scale.rank(rating).map(|rank| rank.0);
    }
}

/// When it was said last, and by whom.
fn origin(assessment: &Assessment, remarks: Option<&Remarks>) -> Said {
    let mut said = Said::default();
    let Some(remarks) = remarks else { return said };
    if let Some(carried) = remarks.carried() {
        said.carried = true;
        said.day = carried.on;
        said.author = carried.by.clone();
    } else if let Some(change) = remarks
        .counted_at()
        .and_then(|place| assessment.changes().get(place))
    {
        said.day = Date::of_moment(&change.at);
        said.author = change.author.clone();
    }
    said
}
