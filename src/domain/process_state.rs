//! What was said of one process.

use super::carried::Carried;
use super::edit::Evidence;
use super::id::{EvidenceId, InstanceId};
use super::judgement::{Judgement, Settlement};
use super::subject::{Item, Subject};
use std::collections::BTreeMap;

/// Instances, judgements, notes and evidence of one process.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessState {
    instances: Vec<Instance>,
    remarks: BTreeMap<Option<InstanceId>, BTreeMap<Item, Remarks>>,
}

/// A place where a process runs and can be pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    pub id: InstanceId,
    pub name: String,
    /// What was rated for a removed instance is kept, and comes back with it.
    pub removed: bool,
}

/// All that was said of one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    /// By author, latest last: nobody overwrites what somebody else said.
    judgements: BTreeMap<String, Vec<Said>>,
    /// From an earlier assessment; counts where nothing was said in this one.
    carried: Option<Carried>,
    settlement: Option<Settlement>,
    settled_at: Option<usize>,
    note: String,
    evidence: BTreeMap<EvidenceId, Evidence>,
}

/// Something said, with its place in the order of changes.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    place: usize,
    what: Option<Judgement>,
}

/// The instance that every process has from the start.
pub const FIRST_INSTANCE: &str = "1";

impl Instance {
    pub fn first() -> Self {
        Self {
            id: InstanceId::new(FIRST_INSTANCE),
            name: "Whole unit".to_owned(),
            removed: false,
        }
    }
}

impl ProcessState {
    /// The instances that count, in the order in which they were added. Never empty.
    pub fn instances(&self) -> Vec<Instance> {
        let mut instances: Vec<_> = self
            .all_instances()
            .into_iter()
            .filter(|instance| !instance.removed)
            .collect();
        if instances.is_empty() {
            instances.push(Instance::first());
        }
        instances
    }

    /// With the removed ones.
    pub fn all_instances(&self) -> Vec<Instance> {
        let named_first = self
            .instances
            .iter()
            .any(|instance| instance.id.as_str() == FIRST_INSTANCE);
        let first = (!named_first).then(Instance::first);
        first
            .into_iter()
            .chain(self.instances.iter().cloned())
            .collect()
    }

    pub(super) fn set_instance(&mut self, id: &InstanceId, name: &str, removed: bool) {
        self.instances = self.all_instances();
        match self
            .instances
            .iter_mut()
            .find(|instance| instance.id == *id)
        {
            Some(instance) => {
                name.clone_into(&mut instance.name);
                instance.removed = removed;
            }
            None => self.instances.push(Instance {
                id: id.clone(),
                name: name.to_owned(),
                removed,
            }),
        }
    }

    /// All that was said of a subject; none where nothing was.
    pub fn remarks(&self, instance: Option<&InstanceId>, item: &Item) -> Option<&Remarks> {
        self.remarks.get(&instance.cloned())?.get(item)
    }

    /// All that was said of one instance, by item.
    pub fn remarks_of(&self, instance: Option<&InstanceId>) -> Option<&BTreeMap<Item, Remarks>> {
        self.remarks.get(&instance.cloned())
    }

    /// Every subject of which something was said.
    pub fn items(&self) -> impl Iterator<Item = (Option<&InstanceId>, &Item, &Remarks)> {
        self.remarks.iter().flat_map(|(instance, items)| {
            items
                .iter()
                .map(move |(item, remarks)| (instance.as_ref(), item, remarks))
        })
    }

    pub(super) fn remarks_mut(&mut self, subject: &Subject) -> &mut Remarks {
        self.remarks
            .entry(subject.instance.clone())
            .or_default()
            .entry(subject.item.clone())
            .or_default()
    }
}

impl Remarks {
    /// The judgement that counts: the latest one, whoever made it. Withdrawing one brings the others back.
    pub fn judgement(&self) -> Option<&Judgement> {
        if self.nothing_said() {
            return self.carried.as_ref()?.judgement.as_ref();
        }
        let latest = self.judgements.values().filter_map(|said| said.last());
        let standing = latest.filter_map(|said| said.what.as_ref().map(|what| (said.place, what)));
        standing
            .max_by_key(|(place, _)| *place)
            .map(|(_, what)| what)
    }

    /// What one author said last, whatever others say.
    pub fn judgement_by(&self, author: &str) -> Option<&Judgement> {
        self.judgements.get(author)?.last()?.what.as_ref()
    }

    /// The place of the latest judgement or settlement in the order of changes, whoever made it.
    pub fn last_said(&self) -> Option<usize> {
        let latest = self.judgements.values().filter_map(|said| said.last());
        latest.map(|said| said.place).chain(self.settled_at).max()
    }

    pub fn settlement(&self) -> Option<&Settlement> {
        match self.settled_at {
            Some(_) => self.settlement.as_ref(),
            None => self.carried.as_ref()?.settlement.as_ref(),
        }
    }

    /// What came along from an earlier assessment, where any of it still counts.
    pub fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref().filter(|carried| {
            carried.judgement.is_some() && self.nothing_said()
                || carried.settlement.is_some() && self.settled_at.is_none()
        })
    }

    pub fn note(&self) -> &str {
        &self.note
    }

    pub fn evidence(&self) -> &BTreeMap<EvidenceId, Evidence> {
        &self.evidence
    }

    /// Whether nobody has judged it in this assessment, be it only to say that it is not rated.
    fn nothing_said(&self) -> bool {
        self.judgements.values().all(Vec::is_empty)
    }

    pub(super) fn carry_over(&mut self, carried: Option<Carried>) {
        // Undoing a settlement brings back what it replaced.
        if carried
            .as_ref()
            .is_some_and(|carried| carried.settlement.is_some())
        {
            self.settled_at = None;
            self.settlement = None;
        }
        self.carried = carried;
    }

    pub(super) fn judge(&mut self, author: &str, place: usize, judgement: Option<Judgement>) {
        let said = Said {
            place,
            what: judgement,
        };
        self.judgements
            .entry(author.to_owned())
            .or_default()
            .push(said);
    }

    pub(super) fn withdraw(&mut self, author: &str) {
        if let Some(said) = self.judgements.get_mut(author) {
            said.pop();
        }
    }

    pub(super) fn settle(&mut self, place: usize, settlement: Option<Settlement>) {
        self.settlement = settlement;
        self.settled_at = Some(place);
    }

    pub(super) fn set_note(&mut self, text: &str) {
        text.clone_into(&mut self.note);
    }

    pub(super) fn set_evidence(&mut self, id: &EvidenceId, content: Option<Evidence>) {
        match content {
            Some(content) => self.evidence.insert(id.clone(), content),
            None => self.evidence.remove(id),
        };
    }
}
