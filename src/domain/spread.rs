//! How far apart people are in what they rated: the spread of ratings, not only their mean.

use super::aggregation::{Mean, Tally};
use super::agreement::{Agreement, Heard};
use super::assessment::Assessment;
use super::framework::{Attribute, Rates};
use super::id::ProcessId;
use super::judgement::Judgement;
use super::model::Model;
use super::process_state::Instance;
use super::result::rates;
use super::scale::Rank;
use super::subject::Subject;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What everybody rated, side by side. Blind or not: it is for those who bring ratings together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spreads {
    /// What at least one person rated: the greatest disagreement first, then in the order of the model.
    pub list: Vec<Spread>,
    /// Those who rated anything in scope, by name, and how much each rated.
    pub authors: Vec<Share>,
    /// How many indicators or attributes there are to rate.
    pub subjects: usize,
}

/// How much one person rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub author: String,
    pub rated: usize,
}

/// What people say of one thing that is rated.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    pub subject: Subject,
    /// By name. Never empty.
    pub voices: Vec<Voice>,
    /// Who rated other things and not this one, by name.
    pub silent: Vec<String>,
    /// The lowest rating anybody gave. None where nobody gave one.
    pub lowest: Option<Rank>,
    /// The highest rating anybody gave.
    pub highest: Option<Rank>,
    /// By the numbers of the framework, over those who gave a rating. A proposal, never what counts by itself.
    pub mean: Option<Mean>,
    pub distance: Distance,
    /// What they settled on.
    pub agreement: Option<Agreement>,
    /// Who says what it does not take in, by name.
    pub dissent: Vec<String>,
}

/// What one person says.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub author: String,
    pub judgement: Judgement,
    /// None where it is not applicable.
    pub rank: Option<Rank>,
}

/// How far apart people are, in the order of how much there is to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distance {
    /// All say the same, or only one person said anything.
    None,
    /// The same step of the scale, but not the same part of it.
    WithinStep,
    /// So many steps from the lowest to the highest.
    Steps(u8),
    /// Some say that it does not apply, others rate it. No number of steps measures that.
    Applies,
}

/// Everything that is rated in scope, with what each person says of it.
pub fn spreads(model: &Model, assessment: &Assessment) -> Spreads {
    let subjects = subjects(model, assessment);
    let mut rated: BTreeMap<String, usize> = BTreeMap::new();
    let mut list = Vec::new();
    for subject in &subjects {
        let voices = voices(model, assessment, subject);
        for voice in &voices {
            *rated.entry(voice.author.clone()).or_default() += 1;
        }
        if !voices.is_empty() {
            let mut spread = spread(model, subject, voices);
            if let Some(remarks) = assessment.remarks(subject) {
                spread.agreement = remarks.agreement().cloned();
                spread.dissent = remarks.dissent().map(ToOwned::to_owned).collect();
            }
            list.push(spread);
        }
    }
    for spread in &mut list {
        let spoke = |author: &&String| spread.voices.iter().any(|voice| voice.author == **author);
        spread.silent = rated.keys().filter(|name| !spoke(name)).cloned().collect();
    }
    list.sort_by_key(|spread| Reverse(spread.distance));
    let authors = rated.into_iter();
    Spreads {
        list,
        authors: authors
            .map(|(author, rated)| Share { author, rated })
            .collect(),
        subjects: subjects.len(),
    }
}

impl Spreads {
    /// What is still to be settled.
    pub fn to_settle(&self) -> impl Iterator<Item = &Spread> {
        self.list.iter().filter(|spread| spread.is_open())
    }

    /// What several people rated in the same way, and nobody has recorded as agreed.
    pub fn unanimous(&self) -> impl Iterator<Item = &Spread> {
        let alike = |spread: &&Spread| {
            spread.voices.len() > 1
                && spread.distance == Distance::None
                && spread.agreement.is_none()
        };
        self.list.iter().filter(alike)
    }
}

impl Spread {
    /// Whether people differ and have not settled it, or rated otherwise since.
    pub fn is_open(&self) -> bool {
        match self.agreement {
            Some(_) => !self.dissent.is_empty(),
            None => self.distance != Distance::None,
        }
    }

    /// What is said now, for whoever agrees on it.
    pub fn heard(&self) -> Vec<Heard> {
        let heard = |voice: &Voice| Heard {
            author: voice.author.clone(),
            judgement: voice.judgement.clone(),
        };
        self.voices.iter().map(heard).collect()
    }

    /// What to begin with when it is settled: what all say, otherwise the mean of those who gave a rating.
    pub fn proposal(&self, model: &Model) -> Judgement {
        match (self.distance, self.mean) {
            (Distance::WithinStep | Distance::Steps(_) | Distance::Applies, Some(mean)) => {
                Judgement::Rated {
                    rating: model.framework.scale.rating(mean.rank).clone(),
                }
            }
            _ => self.voices[0].judgement.clone(),
        }
    }
}

/// All that people rate under the method of the assessment, in the order of the model.
fn subjects(model: &Model, assessment: &Assessment) -> Vec<Subject> {
    let rates = rates(model, assessment);
    let in_scope = |id: &&ProcessId| assessment.scope.contains(id);
    let processes = model.reference.processes.iter().map(|process| &process.id);
    let mut subjects = Vec::new();
    for process in processes.filter(in_scope) {
        for attribute in model.attributes(assessment.highest_level) {
            rated_under(model, assessment, rates, process, attribute, &mut subjects);
        }
    }
    subjects
}

fn rated_under(
    model: &Model,
    assessment: &Assessment,
    rates: Rates,
    process: &ProcessId,
    attribute: &Attribute,
    subjects: &mut Vec<Subject>,
) {
    let instances = assessment.instances(process);
    let of_attribute =
        |instance| Subject::attribute(process.clone(), instance, attribute.id.clone());
    match rates {
        Rates::Process => subjects.push(of_attribute(None)),
        Rates::Attributes => {
            subjects.extend(
                instances
                    .into_iter()
                    .map(|found| of_attribute(Some(found.id))),
            );
        }
        Rates::Indicators => {
            for indicator in model.indicators(process, attribute) {
                let of_instance = |instance: &Instance| {
                    let (instance, indicator) = (instance.id.clone(), indicator.id.clone());
                    Subject::indicator(process.clone(), instance, indicator)
                };
                subjects.extend(instances.iter().map(of_instance));
            }
        }
    }
}

/// What each person says of a subject. A rating that the scale does not have counts as none, as everywhere.
fn voices(model: &Model, assessment: &Assessment, subject: &Subject) -> Vec<Voice> {
    let Some(remarks) = assessment.remarks(subject) else {
        return Vec::new();
    };
    let voice = |(author, judgement): (&str, &Judgement)| {
        let rank = match judgement {
            Judgement::Rated { rating } => Some(model.framework.scale.rank(rating)?),
            Judgement::NotApplicable { .. } => None,
        };
        Some(Voice {
            author: author.to_owned(),
            judgement: judgement.clone(),
            rank,
        })
    };
    remarks.judgements().filter_map(voice).collect()
}

fn spread(model: &Model, subject: &Subject, voices: Vec<Voice>) -> Spread {
    let ranks = || voices.iter().filter_map(|voice| voice.rank);
    let mut tally = Tally::default();
    for rank in ranks() {
        tally.add(model.value(rank), 1, 1);
    }
    let (lowest, highest) = (ranks().min(), ranks().max());
    Spread {
        subject: subject.clone(),
        silent: Vec::new(),
        lowest,
        highest,
        mean: tally.mean(&model.numbers),
        distance: distance(&voices, lowest, highest),
        agreement: None,
        dissent: Vec::new(),
        voices,
    }
}

fn distance(voices: &[Voice], lowest: Option<Rank>, highest: Option<Rank>) -> Distance {
    let (Some(lowest), Some(highest)) = (lowest, highest) else {
        return Distance::None; // nobody rated it: all say that it does not apply
    };
    let first = voices[0].judgement.rating();
    if voices.iter().any(|voice| voice.rank.is_none()) {
        Distance::Applies
    } else if highest > lowest {
        Distance::Steps(highest.0 - lowest.0)
    } else if voices.iter().any(|voice| voice.judgement.rating() != first) {
        Distance::WithinStep
    } else {
        Distance::None
    }
}
