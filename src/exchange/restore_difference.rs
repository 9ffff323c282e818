//! What becomes different in an assessment when changes join it, counted as people see their work.

use crate::domain::assessment::Assessment;
use crate::domain::id::{InstanceId, ProcessId};
use crate::domain::judgement::Judgement;
use crate::domain::process_state::Remarks;
use crate::domain::subject::Item;
use crate::report::words::{count, join};
use std::collections::BTreeMap;
use std::fmt;

/// How much work something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Indicators and attributes of which something was said.
    pub ratings: usize,
    pub notes: usize,
    pub evidence: usize,
}

/// What becomes different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Said where nothing was said before.
    pub added: Work,
    /// Said otherwise than before, because the backup has something later.
    pub changed: Work,
    /// Name, scope, method, targets or instances become others.
    pub set_up: bool,
    /// How many changes join, those included that later ones stand above.
    pub changes: usize,
    /// How many changes say something else here, and stay.
    pub kept: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Rating,
    Note,
    Evidence,
}

/// One thing that people said: of which kind, about what, and for evidence which.
type Place<'a> = (
    Kind,
    &'a ProcessId,
    Option<&'a InstanceId>,
    &'a Item,
    &'a str,
);

impl Difference {
    /// What is different in `after`, but for the counts of changes. None stands for no assessment.
    pub fn between(before: Option<&Assessment>, after: Option<&Assessment>) -> Self {
        let said_before = before.map(said).unwrap_or_default();
        let said_after = after.map(said).unwrap_or_default();
        let mut difference = Self::default();
        for (place, text) in &said_after {
            match said_before.get(place) {
                None => difference.added.add(place.0),
                Some(present) if present != text => difference.changed.add(place.0),
                Some(_) => {}
            }
        }
        for place in said_before.keys() {
            if !said_after.contains_key(place) {
                difference.changed.add(place.0);
            }
        }
        difference.set_up = match (before, after) {
            (Some(before), Some(after)) => !same_set_up(before, after),
            _ => false,
        };
        difference
    }

    pub fn is_none(&self) -> bool {
        self.changes == 0 && self.kept == 0
    }
}

impl Work {
    pub fn is_none(&self) -> bool {
        self.total() == 0
    }

    fn total(&self) -> usize {
        self.ratings + self.notes + self.evidence
    }

    fn add(&mut self, kind: Kind) {
        match kind {
            Kind::Rating => self.ratings += 1,
            Kind::Note => self.notes += 1,
            Kind::Evidence => self.evidence += 1,
        }
    }
}

fn said(assessment: &Assessment) -> BTreeMap<Place<'_>, String> {
    let mut said = BTreeMap::new();
    for (process, state) in assessment.states() {
        for (instance, item, remarks) in state.items() {
            if let Some(text) = rating(remarks) {
                said.insert((Kind::Rating, process, instance, item, ""), text);
            }
            if !remarks.note().is_empty() {
                let place = (Kind::Note, process, instance, item, "");
                said.insert(place, remarks.note().to_owned());
            }
        }
    }
    for (subject, _) in assessment.evidence.cited() {
        let (instance, item) = (subject.instance.as_ref(), &subject.item);
        for (id, content) in assessment.evidence.of(subject) {
            let place = (
                Kind::Evidence,
                &subject.process,
                instance,
                item,
                id.as_str(),
            );
            said.insert(place, format!("{content:?}"));
        }
    }
    said
}

/// A text that differs where what counts differs.
fn rating(remarks: &Remarks) -> Option<String> {
    let judgement = remarks.judgement().map(|judgement| match judgement {
        Judgement::Rated { rating } => format!("{rating}\n"),
        Judgement::NotApplicable { reason } => format!("-{reason}\n"),
    });
    let settlement = remarks.settlement();
    let settlement = settlement.map(|settled| format!("={}{}", settled.rating, settled.reason));
    match (judgement, settlement) {
        (None, None) => None,
        (judgement, settlement) => {
            Some(judgement.unwrap_or_default() + &settlement.unwrap_or_default())
        }
    }
}

fn same_set_up(one: &Assessment, other: &Assessment) -> bool {
    let mut processes = one
        .states()
        .chain(other.states())
        .map(|(process, _)| process);
    one.title == other.title
        && one.unit == other.unit
        && one.purpose == other.purpose
        && one.scope == other.scope
        && one.highest_level == other.highest_level
        && one.method == other.method
        && one.target == other.target
        && processes.all(|process| one.instances(process) == other.instances(process))
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if self.ratings > 0 {
            parts.push(count(self.ratings, "rating"));
        }
        if self.notes > 0 {
            parts.push(count(self.notes, "note"));
        }
        match self.evidence {
            0 => {}
            1 => parts.push("1 piece of evidence".to_owned()),
            number => parts.push(format!("{number} pieces of evidence")),
        }
        f.write_str(&join(&parts))
    }
}

/// "12 ratings and 1 note are added. 1 rating changes, because the backup has a later one."
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match self.added.total() {
            0 => {}
            1 => parts.push(format!("{} is added", self.added)),
            _ => parts.push(format!("{} are added", self.added)),
        }
        match self.changed.total() {
            0 => {}
            1 => parts.push(format!("{} becomes what was said later", self.changed)),
            _ => parts.push(format!("{} become what was said later", self.changed)),
        }
        if self.set_up {
            parts.push("the set-up changes".to_owned());
        }
        if parts.is_empty() && self.changes > 0 {
            let earlier = count(self.changes, "earlier change");
            let verb = if self.changes == 1 { "joins" } else { "join" };
            parts.push(format!(
                "{earlier} {verb} its history, and the results stay as they are"
            ));
        }
        match self.kept {
            0 => {}
            1 => parts.push("1 change differs in the backup, and the one here is kept".to_owned()),
            number => parts.push(format!(
                "{number} changes differ in the backup, and those here are kept"
            )),
        }
        write!(f, "{}.", parts.join("; "))
    }
}
