//! What a judgement is about.

use super::id::{AttributeId, IndicatorId, InstanceId, ProcessId};
use serde::{Deserialize, Serialize};

/// An indicator or attribute of one process, in one instance or for the process as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub process: ProcessId,
    /// None stands for the whole process.
    pub instance: Option<InstanceId>,
    pub item: Item,
}

/// The thing rated within a process.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    Indicator(IndicatorId),
    Attribute(AttributeId),
}

impl Subject {
    pub fn indicator(process: ProcessId, instance: InstanceId, indicator: IndicatorId) -> Self {
        Self {
            process,
            instance: Some(instance),
            item: Item::Indicator(indicator),
        }
    }

    pub fn attribute(
        process: ProcessId,
        instance: Option<InstanceId>,
        attribute: AttributeId,
    ) -> Self {
        Self {
            process,
            instance,
            item: Item::Attribute(attribute),
        }
    }

    pub fn is_attribute(&self) -> bool {
        matches!(self.item, Item::Attribute(_))
    }
}
