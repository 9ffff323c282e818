//! The target of one process: its level, what each attribute needs, how much the business depends on it, and why it differs.

use super::target_cell::{TargetCell, Wanted};
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::framework::Attribute;
use crate::domain::id::ProcessId;
use crate::domain::plan_edit::{BusinessWeight, PlanEdit};
use crate::domain::target::{level_rank, target_level, target_rank};
use leptos::prelude::*;

/// What is wanted of a process.
#[derive(Clone, Default, PartialEq)]
struct Row {
    /// None: as all.
    level: Option<u8>,
    of_all: u8,
    /// The level that it comes to with its adjustments.
    reached: u8,
    cells: Vec<Wanted>,
    weight: BusinessWeight,
    reason: String,
}

const WEIGHTS: [(BusinessWeight, &str, &str); 3] = [
    (BusinessWeight::Low, "low", "Low"),
    (BusinessWeight::Normal, "normal", "Normal"),
    (BusinessWeight::High, "high", "High"),
];

impl Row {
    fn aims_at(&self) -> u8 {
        self.level.unwrap_or(self.of_all)
    }

    fn differs(&self) -> bool {
        self.level.is_some() || self.cells.iter().any(|cell| cell.own.is_some())
    }
}

#[component]
pub fn TargetRow(process: ProcessId, attributes: Vec<Attribute>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(process.clone());
    let known = StoredValue::new(attributes);
    let row = Memo::new(move |_| known.with_value(|attributes| row(&id.get_value(), attributes)));
    let name = workspace
        .with(|open| open.model.process(&process).map(|found| found.name.clone()))
        .flatten()
        .unwrap_or_default();
    let levels = workspace
        .with(|open| open.model.framework.levels.clone())
        .unwrap_or_default();
    // A list has no options yet when its value is set for the first time, so the options say it themselves.
    let first = row.get_untracked();
    let set_level = move |event| {
        let level = event_target_value(&event).parse().ok();
        workspace.apply(Edit::SetProcessTarget {
            process: id.get_value(),
            level,
        });
    };
    let set_weight = move |event| {
        let value = event_target_value(&event);
        if let Some((weight, ..)) = WEIGHTS.into_iter().find(|(_, word, _)| *word == value) {
            workspace.apply(Edit::Plan(PlanEdit::SetBusinessWeight {
                process: id.get_value(),
                weight,
            }));
        }
    };
    let set_reason = move |event| {
        workspace.apply(Edit::SetTargetReason {
            process: id.get_value(),
            reason: event_target_value(&event).trim().to_owned(),
        });
    };
    let level = move || {
        row.with(|row| row.level)
            .map_or_else(String::new, |level| level.to_string())
    };
    let weight = move || {
        let weight = row.with(|row| row.weight);
        let found = WEIGHTS.into_iter().find(|(found, ..)| *found == weight);
        found.map_or("", |(_, word, _)| word)
    };
    // What is wanted and what comes of it are not always the same level.
    let comes_to = move || {
        row.with(|row| {
            (row.reached != row.aims_at()).then(|| format!("comes to level {}", row.reached))
        })
    };
    let about = |what: &str| format!("{what} of {name}");
    let (level_label, weight_label) = (about("Target level"), about("Business weight"));
    let reason_label = StoredValue::new(format!("Reason for the target of {name}"));
    let cells = known.with_value(|attributes| {
        let cells = attributes.iter().enumerate().map(|(place, attribute)| {
            let wanted = Signal::derive(move || {
                row.with(|row| row.cells.get(place).cloned().unwrap_or_default())
            });
            let spoken = format!("{} {} of {name}", attribute.id, attribute.title);
            let attribute = attribute.id.clone();
            let choose = Callback::new(move |target| {
                workspace.apply(Edit::SetAttributeTarget {
                    process: id.get_value(),
                    attribute: attribute.clone(),
                    target,
                });
            });
            view! { <TargetCell label=spoken wanted choose /> }
        });
        cells.collect_view()
    });
    view! {
        <tr>
            <th scope="row"><span class="row-id">{process.to_string()}</span>" "{name}</th>
            <td class="target-level" class:adjusted=move || row.with(|row| row.level.is_some())>
                <select aria-label=level_label prop:value=level on:change=set_level>
                    <option value="">{move || format!("As all: {}", row.with(|row| row.of_all))}</option>
                    {levels.into_iter().map(|found| view! { <option value=found.level.to_string() selected=first.level == Some(found.level)>{format!("{} {}", found.level, found.name)}</option> }).collect_view()}
                </select>
                {move || comes_to().map(|text| view! { <span class="hint">{text}</span> })}
            </td>
            {cells}
            <td class="target-weight">
                <select aria-label=weight_label prop:value=weight on:change=set_weight>
                    {WEIGHTS.map(|(weight, value, word)| view! { <option value=value selected=weight == first.weight>{word}</option> })}
                </select>
            </td>
            <td class="target-reason">
                {
                    let asked = Memo::new(move |_| row.with(|row| row.differs() || !row.reason.is_empty()));
                    move || asked.get().then(|| view! {
                        <input type="text" aria-label=reason_label.get_value() placeholder="Why does it differ?" prop:value=move || row.with(|row| row.reason.clone()) on:change=set_reason />
                    })
                }
            </td>
        </tr>
    }
}

fn row(process: &ProcessId, attributes: &[Attribute]) -> Row {
    let found = workspace().track(|open| {
        let (model, assessment) = (&open.model, &open.assessment);
        let scale = &model.framework.scale;
        let own = assessment.target.process(process);
        let level = assessment.target.level(process);
        let asked = level.min(assessment.highest_level);
        let letter = |rank| scale.rating(rank).to_string();
        let cell = |attribute: &Attribute| Wanted {
            level: asked,
            by_level: level_rank(model, attribute, asked).map(letter),
            rating: target_rank(model, assessment, process, attribute).map(letter),
            own: own
                .and_then(|own| own.attributes.get(&attribute.id))
                .cloned(),
        };
        Row {
            level: own.and_then(|own| own.level),
            of_all: assessment.target.default,
            reached: target_level(model, assessment, process),
            cells: attributes.iter().map(cell).collect(),
            weight: assessment.improvement.weight(process),
            reason: assessment.target.reason(process).to_owned(),
        }
    });
    found.unwrap_or_default()
}
