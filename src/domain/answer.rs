//! What stands for a subject in an assessment, and who said so last.

use super::assessment::Assessment;
use super::change::{Change, ChangeId};
use super::edit::Edit;
use super::framework::{Attribute, Rates};
use super::id::{InstanceId, ProcessId};
use super::judgement::{Judgement, Settlement};
use super::model::Model;
use super::process_state::Remarks;
use super::result::rates;
use super::scale::Rating;
use super::subject::Subject;
use std::collections::{BTreeMap, HashMap};

/// What stands for a subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// None where it is not rated, or not settled.
    pub what: Option<Said>,
    /// Who made the latest change to it. None where nobody ever did.
    pub by: Option<Author>,
    /// Whether it came along from an earlier assessment and nobody looked at it since.
    pub carried: bool,
    /// The note that stands with it.
    pub note: String,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Judged(Judgement),
    /// Of an attribute that is otherwise computed.
    Settled(Settlement),
}

/// Who made a change, and when: ISO 8601 in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub name: String,
    pub at: String,
    pub change: ChangeId,
}

/// Finds the answers of one assessment.
pub struct Answers<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    rates: Rates,
    latest: HashMap<&'a Subject, &'a Change>,
}

/// Where a subject stands within an attribute: the process as a whole, then its instances; in each of them the attribute
/// itself, which is 0, then its indicators in the order of the model.
pub type Place = (Option<InstanceId>, usize);

impl Answer {
    /// None where nothing was said, or where it does not apply.
    pub fn rating(&self) -> Option<&Rating> {
        match self.what.as_ref()? {
            Said::Judged(judgement) => judgement.rating(),
            Said::Settled(settlement) => Some(&settlement.rating),
        }
    }
}

impl<'a> Answers<'a> {
    pub fn new(model: &'a Model, assessment: &'a Assessment) -> Self {
        let changes = assessment.changes().iter();
        let changes = changes.filter(|change| assessment.sees(change));
        Self {
            model,
            assessment,
            rates: rates(model, assessment),
            latest: changes
                .filter_map(|change| Some((answered(&change.edit)?, change)))
                .collect(),
        }
    }

    pub fn of(&self, subject: &Subject) -> Answer {
        let remarks = self.assessment.remarks(subject);
        let settled = subject.is_attribute() && !self.is_rated_as_attribute(subject);
        let what = match remarks {
            None => None,
            Some(remarks) if settled => remarks.settlement().cloned().map(Said::Settled),
            Some(remarks) => remarks.judgement().cloned().map(Said::Judged),
        };
        let agreed = remarks.and_then(Remarks::agreed_at).filter(|_| !settled);
        let said = match agreed {
            Some(place) => self.assessment.changes().get(place),
            None => self.latest.get(subject).copied(),
        };
        let by = said.map(|change| Author {
            name: change.author.clone(),
            at: change.at.clone(),
            change: change.id.clone(),
        });
        Answer {
            what,
            by,
            carried: remarks.is_some_and(|remarks| remarks.carried().is_some()),
            note: remarks.map_or_else(String::new, |remarks| Remarks::note(remarks).to_owned()),
        }
    }

    /// All that can be rated or settled for an attribute of a process, in the instances that count.
    pub fn places(&self, process: &ProcessId, attribute: &Attribute) -> BTreeMap<Place, Subject> {
        let whole = |instance: Option<InstanceId>| {
            let subject =
                Subject::attribute(process.clone(), instance.clone(), attribute.id.clone());
            ((instance, 0), subject)
        };
        let mut places = BTreeMap::from([whole(None)]);
        if self.rates == Rates::Process {
            return places;
        }
        for instance in self.assessment.instances(process) {
            places.extend([whole(Some(instance.id.clone()))]);
            if self.rates == Rates::Indicators {
                let indicators = (1..).zip(self.model.indicators(process, attribute));
                places.extend(indicators.map(|(place, indicator)| {
                    let id = instance.id.clone();
                    let subject =
                        Subject::indicator(process.clone(), id.clone(), indicator.id.clone());
                    ((Some(id), place), subject)
                }));
            }
        }
        places
    }

    fn is_rated_as_attribute(&self, subject: &Subject) -> bool {
        match self.rates {
            Rates::Indicators => false,
            Rates::Attributes => subject.instance.is_some(),
            Rates::Process => subject.instance.is_none(),
        }
    }
}

/// The subject that an edit gives or takes an answer.
fn answered(edit: &Edit) -> Option<&Subject> {
    match edit {
        Edit::Judge { subject, .. }
        | Edit::Withdraw { subject }
        | Edit::Settle { subject, .. }
        | Edit::CarryOver { subject, .. } => Some(subject),
        _ => None,
    }
}
