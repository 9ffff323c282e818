//! Names one or several indicators from within a model file.

use super::id::{AttributeId, IndicatorId, ModelId, ProcessId};

/// A process (`RES-1`: all its outcomes), an outcome (`RES-1.O2`), an attribute of a framework (`iso-33020-2015:PA2.1`: all that
/// is rated under it) or an achievement (`iso-33020-2015:PA2.1.c`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRef(String);

/// An indicator with all that it can be named by.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    pub framework: &'a ModelId,
    pub process: &'a ProcessId,
    pub attribute: &'a AttributeId,
    pub indicator: &'a IndicatorId,
}

impl IndicatorRef {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The framework and what is named of it. None where a process or an outcome is named.
    pub fn of_framework(&self) -> Option<(&str, &str)> {
        self.0.split_once(':')
    }

    pub fn names(&self, named: Named<'_>) -> bool {
        let Named {
            framework,
            process,
            attribute,
            indicator,
        } = named;
        match self.of_framework() {
            Some((of, item)) => {
                of == framework.as_str()
                    && (item == attribute.as_str() || item == indicator.as_str())
            }
            None => self.0 == process.as_str() || self.0 == indicator.as_str(),
        }
    }
}

impl From<&str> for IndicatorRef {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
