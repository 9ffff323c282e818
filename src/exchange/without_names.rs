//! An assessment to share without names: the same levels, but not who said it, where, and on which evidence.
//!
//! Every field of an assessment file has a declared rule. A field without one stops it all, so that nothing that comes
//! into the format later is handed out unseen. Ids and versions of models and what a model calls its processes stay: the
//! levels cannot be computed without them. So a model of one's own still tells whose it is.

use super::envelope::{self, AssessmentFile};
use super::name_rules::{Kind, Rule, rule};
use super::private::without_stakeholders;
use crate::domain::change::in_order;
use crate::domain::id::AssessmentId;
use crate::domain::process_state::{FIRST_INSTANCE, Instance};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The file without names, under another id.
///
/// # Errors
/// Where a field has no rule, or the file cannot be read back. Nothing is to be handed out then.
pub fn without_names(file: &AssessmentFile, id: &AssessmentId) -> Result<AssessmentFile, String> {
    let mut file = file.clone();
    // People and instances are numbered as they appear, which must not depend on how a file was put together.
    file.changes = without_stakeholders(in_order(file.changes));
    let replicas: BTreeSet<&str> = file
        .changes
        .iter()
        .map(|change| change.id.replica.as_str())
        .collect();
    let mut names = Names {
        id: id.as_str().to_owned(),
        replicas: replicas.into_iter().map(str::to_owned).zip(1..).collect(),
        ..Names::default()
    };
    let text = envelope::text(&file);
    let mut value: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    names.replace(&mut value, "")?;
    envelope::read(&value.to_string()).map_err(|error| error.to_string())
}

/// What stands for each name, the same wherever it appears.
#[derive(Default)]
struct Names {
    id: String,
    replicas: BTreeMap<String, usize>,
    numbers: BTreeMap<Kind, BTreeMap<String, usize>>,
}

impl Names {
    fn replace(&mut self, value: &mut Value, path: &str) -> Result<(), String> {
        match value {
            Value::Object(fields) => {
                let dot = if path.is_empty() { "" } else { "." };
                fields.iter_mut().try_for_each(|(name, inner)| {
                    self.replace(inner, &format!("{path}{dot}{name}"))
                })
            }
            Value::Array(items) => {
                let path = format!("{path}[]");
                items
                    .iter_mut()
                    .try_for_each(|inner| self.replace(inner, &path))
            }
            // Says that nothing was said.
            Value::Null => Ok(()),
            Value::String(text) => {
                *text = self.text(text, rule(path)?);
                Ok(())
            }
            Value::Bool(_) | Value::Number(_) => match rule(path)? {
                Rule::Keep => Ok(()),
                _ => Err(format!("The field {path} is not a text.")),
            },
        }
    }

    fn text(&mut self, text: &str, rule: Rule) -> String {
        match rule {
            Rule::Keep | Rule::OfModel => text.to_owned(),
            Rule::NewId => self.id.clone(),
            Rule::Text(_) | Rule::InstanceName | Rule::Name(..) if text.trim().is_empty() => {
                String::new()
            }
            Rule::Text(other) => other.to_owned(),
            Rule::Person => {
                if text.trim().is_empty() {
                    String::new()
                } else {
                    format!("Person {}", self.number(Kind::Person, text))
                }
            }
            Rule::InstanceName if text == Instance::first().name => text.to_owned(),
            Rule::InstanceName => format!("Instance {}", self.number(Kind::InstanceName, text)),
            Rule::InstanceId if text == FIRST_INSTANCE => text.to_owned(),
            Rule::InstanceId => (1 + self.number(Kind::Instance, text)).to_string(),
            Rule::Number(kind) => self.number(kind, text).to_string(),
            Rule::Name(kind, word) => format!("{word} {}", self.number(kind, text)),
            // As texts they must have the order of the numbers.
            Rule::Replica => format!("{:06}", number(&mut self.replicas, text)),
            Rule::Day => day(text),
        }
    }

    fn number(&mut self, kind: Kind, name: &str) -> usize {
        number(self.numbers.entry(kind).or_default(), name)
    }
}

/// The number of a name, a new one where it was not seen before.
fn number(numbers: &mut BTreeMap<String, usize>, name: &str) -> usize {
    let next = numbers.len() + 1;
    *numbers.entry(name.to_owned()).or_insert(next)
}

/// "2026-11-21" of "2026-11-21T09:00:00Z"; nothing of what is not a time.
fn day(text: &str) -> String {
    let day = text.get(..10).unwrap_or_default();
    let is_day = day.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if is_day {
        day.to_owned()
    } else {
        String::new()
    }
}
