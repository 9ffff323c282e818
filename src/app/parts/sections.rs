//! What is rated for a process: rows, under the attribute that they belong to.

use super::indicator_row::Row;
use crate::domain::framework::{Attribute, Rates};
use crate::domain::id::{AttributeId, InstanceId, ProcessId};
use crate::domain::model::{Indicator, Model};
use crate::domain::subject::{Item, Subject};
use crate::report::words;

/// The rows under one attribute.
#[derive(Clone)]
pub struct Section {
    pub attribute: AttributeId,
    pub title: String,
    pub level: u8,
    pub meaning: String,
    pub rows: Vec<Row>,
}

/// Sections that are compared by what is rated in them.
#[derive(Clone, Default)]
pub struct Sections(pub Vec<Section>);

impl PartialEq for Sections {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

impl Sections {
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.0.iter().flat_map(|section| &section.rows)
    }
}

impl Sections {
    /// Only the rows of some subjects, and the attributes that are among them.
    pub fn only(self, subjects: &[Subject]) -> Self {
        let mut index = 0;
        let sections = self.0.into_iter().filter_map(|mut section| {
            section.rows.retain(|row| subjects.contains(&row.subject));
            for row in &mut section.rows {
                row.index = index;
                index += 1;
            }
            let itself = Item::Attribute(section.attribute.clone());
            let settled = subjects.iter().any(|subject| subject.item == itself);
            (settled || !section.rows.is_empty()).then_some(section)
        });
        Self(sections.collect())
    }
}

/// The sections of a process in one instance, up to a level.
pub fn sections(
    model: &Model,
    process: &ProcessId,
    instance: &InstanceId,
    rates: Rates,
    highest_level: u8,
) -> Vec<Section> {
    let mut index = 0;
    let mut next = || {
        index += 1;
        index - 1
    };
    let of_attribute = |attribute: &Attribute| {
        let rows = match rates {
            Rates::Indicators => {
                let row = |indicator: &Indicator| {
                    let subject =
                        Subject::indicator(process.clone(), instance.clone(), indicator.id.clone());
                    Row {
                        index: next(),
                        question: words::question(model, &subject),
                        subject,
                        id: indicator.id.to_string(),
                        text: indicator.text.clone(),
                    }
                };
                model
                    .indicators(process, attribute)
                    .iter()
                    .map(row)
                    .collect()
            }
            Rates::Attributes | Rates::Process => {
                let instance = (rates == Rates::Attributes).then(|| instance.clone());
                let subject = Subject::attribute(process.clone(), instance, attribute.id.clone());
                vec![Row {
                    index: next(),
                    question: words::question(model, &subject),
                    subject,
                    id: attribute.id.to_string(),
                    text: attribute.title.clone(),
                }]
            }
        };
        Section {
            attribute: attribute.id.clone(),
            title: attribute.title.clone(),
            level: attribute.level,
            meaning: attribute.meaning.clone(),
            rows,
        }
    };
    model.attributes(highest_level).map(of_attribute).collect()
}
