//! What was said of one process.

use super::agreement::Agreement;
use super::carried::Carried;
use super::id::InstanceId;
use super::judgement::{Judgement, Settlement};
use super::subject::{Item, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Instances, judgements and notes of one process.
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
    /// None: it counts as much as any other.
    pub weight: Option<InstanceWeight>,
}

/// How much an instance counts in means, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceWeight {
    /// From 1 to 100. An instance without a weight counts once.
    pub weight: u16,
    pub reason: String,
}

/// All that was said of one subject.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    /// By author, latest last: nobody overwrites what somebody else said.
    judgements: BTreeMap<String, Vec<Said>>,
    /// From an earlier assessment; counts where nothing was said in this one.
    carried: Option<Carried>,
    agreement: Option<Agreement>,
    agreed_at: usize,
    settlement: Option<Settlement>,
    settled_at: Option<usize>,
    note: String,
    /// What each author noted last.
    notes: BTreeMap<String, String>,
    /// The author whose ratings alone are seen. None: all are.
    viewer: Option<Arc<str>>,
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
            weight: None,
        }
    }

    /// How often it counts in means; at least once.
    pub fn times(&self) -> u32 {
        self.weight
            .as_ref()
            .map_or(1, |found| u32::from(found.weight.max(1)))
    }
}

impl ProcessState {
    /// The instances that count, in the order in which they were added. Never empty. Each has a name of its own: copies that
    /// were edited apart may bring two of one name, and then the later one is called "Night desk (2)".
    pub fn instances(&self) -> Vec<Instance> {
        let mut instances: Vec<_> = self
            .all_instances()
            .into_iter()
            .filter(|instance| !instance.removed)
            .collect();
        if instances.is_empty() {
            instances.push(Instance::first());
        }
        for place in 1..instances.len() {
            let (before, others) = instances.split_at(place);
            let is_free = |name: &str| before.iter().all(|found| found.name != name);
            let name = &others[0].name;
            if !is_free(name) {
                let all_free = |name: &String| instances.iter().all(|found| found.name != *name);
                let mut numbered = (2..).map(|number| format!("{name} ({number})"));
                if let Some(free) = numbered.find(all_free) {
                    instances[place].name = free;
                }
            }
        }
        instances
    }

    /// With the removed ones, each under the name that it was given.
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
                weight: None,
            }),
        }
    }

    pub(super) fn set_weight(&mut self, id: &InstanceId, weight: Option<InstanceWeight>) {
        self.instances = self.all_instances();
        if let Some(found) = self.instances.iter_mut().find(|found| found.id == *id) {
            found.weight = weight;
        }
    }

    pub(super) fn see_as(&mut self, viewer: Option<&Arc<str>>) {
        let all = self.remarks.values_mut().flat_map(BTreeMap::values_mut);
        for remarks in all {
            remarks.viewer = viewer.cloned();
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

    pub(super) fn remarks_mut(
        &mut self,
        subject: &Subject,
        viewer: Option<&Arc<str>>,
    ) -> &mut Remarks {
        let of_instance = self.remarks.entry(subject.instance.clone()).or_default();
        let new = || Remarks {
            viewer: viewer.cloned(),
            ..Remarks::default()
        };
        of_instance.entry(subject.item.clone()).or_insert_with(new)
    }
}

impl Remarks {
    /// The judgement that counts: what was agreed; otherwise the latest one, whoever made it. Withdrawing one brings the others
    /// back. While ratings are blind, only what the viewer said.
    pub fn judgement(&self) -> Option<&Judgement> {
        if let (Some(agreement), None) = (&self.agreement, &self.viewer) {
            return Some(&agreement.judgement);
        }
        if self.nothing_said() {
            return self.carried.as_ref()?.judgement.as_ref();
        }
        let latest = self.heard().filter_map(|said| said.last());
        let standing = latest.filter_map(|said| said.what.as_ref().map(|what| (said.place, what)));
        standing
            .max_by_key(|(place, _)| *place)
            .map(|(_, what)| what)
    }

    /// What one author said last, whatever others say.
    pub fn judgement_by(&self, author: &str) -> Option<&Judgement> {
        self.judgements.get(author)?.last()?.what.as_ref()
    }

    /// What each author says now, by name. Blind or not: for those who bring ratings together.
    pub fn judgements(&self) -> impl Iterator<Item = (&str, &Judgement)> {
        let all = self.judgements.iter();
        all.filter_map(|(author, said)| Some((author.as_str(), said.last()?.what.as_ref()?)))
    }

    /// What people agreed on.
    pub fn agreement(&self) -> Option<&Agreement> {
        self.agreement.as_ref()
    }

    /// Those who say what the agreement does not take in, by name: they rated otherwise since, or those who agreed had not seen
    /// what they rated. What was agreed counts all the same.
    pub fn dissent(&self) -> impl Iterator<Item = &str> {
        let agreement = self.agreement.as_ref();
        let otherwise = move |author: &str, judgement: &Judgement| {
            agreement.is_some_and(|agreement| !agreement.covers(author, judgement))
        };
        self.judgements()
            .filter(move |(author, judgement)| otherwise(author, judgement))
            .map(|(author, _)| author)
    }

    /// The place of the agreement in the order of changes, where one counts for whoever looks.
    pub fn agreed_at(&self) -> Option<usize> {
        let counts = self.agreement.is_some() && self.viewer.is_none();
        counts.then_some(self.agreed_at)
    }

    /// The place of what counts now in the order of changes: of the agreement, otherwise of what was said last.
    pub fn counted_at(&self) -> Option<usize> {
        match self.agreed_at() {
            Some(agreed) => Some(agreed).max(self.settled_at),
            None => self.last_said(),
        }
    }

    /// The place of the latest judgement, agreement or settlement in the order of changes, whoever made it. While ratings are blind,
    /// of those that are seen.
    pub fn last_said(&self) -> Option<usize> {
        let latest = self.heard().filter_map(|said| said.last());
        let places = latest.map(|said| said.place);
        places.chain(self.settled_at).chain(self.agreed_at()).max()
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

    /// The latest note, whoever wrote it. While ratings are blind, the viewer's own.
    pub fn note(&self) -> &str {
        match &self.viewer {
            Some(viewer) => self.notes.get(&**viewer).map_or("", String::as_str),
            None => &self.note,
        }
    }

    /// What each author noted last, by name. Blind or not, as [`Self::judgements`].
    pub fn notes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.notes.iter();
        all.filter(|(_, text)| !text.trim().is_empty())
            .map(|(author, text)| (author.as_str(), text.as_str()))
    }

    /// Notes of others that the standing one replaced, with their authors. None while ratings are blind.
    pub fn earlier_notes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.notes();
        all.filter(|(_, text)| self.viewer.is_none() && *text != self.note)
    }

    /// Whether nobody has judged it in this assessment, be it only to say that it is not rated.
    fn nothing_said(&self) -> bool {
        self.heard().all(Vec::is_empty)
    }

    /// The judgements that are seen.
    fn heard(&self) -> impl Iterator<Item = &Vec<Said>> {
        let all = self.judgements.iter();
        let heard = |author: &str| {
            let viewer = self.viewer.as_deref();
            viewer.is_none_or(|viewer| viewer == author)
        };
        all.filter(move |(author, _)| heard(author))
            .map(|(_, said)| said)
    }

    pub(super) fn agree(&mut self, place: usize, agreement: Option<Agreement>) {
        self.agreement = agreement;
        self.agreed_at = place;
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

    pub(super) fn set_note(&mut self, author: &str, text: &str) {
        text.clone_into(&mut self.note);
        self.notes.insert(author.to_owned(), text.to_owned());
    }
}
