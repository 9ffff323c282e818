//! What the parts of the assessment record share: their order and names, the way to them, and a text of the record.

use super::fields::TextArea;
use crate::app::browser::focus;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::record::Record;
use crate::domain::record_edit::{RecordEdit, RecordField};
use crate::report::record_words;
use leptos::ev;
use leptos::prelude::*;

/// A part of the page, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordPart {
    Checklist,
    Input,
    Plan,
    Team,
    Interviews,
    Approvals,
    Finalise,
}

impl RecordPart {
    pub const ALL: [Self; 7] = [
        Self::Checklist,
        Self::Input,
        Self::Plan,
        Self::Team,
        Self::Interviews,
        Self::Approvals,
        Self::Finalise,
    ];

    /// The id of its heading.
    pub fn id(self) -> &'static str {
        match self {
            Self::Checklist => "record-checklist",
            Self::Input => "record-input",
            Self::Plan => "record-plan",
            Self::Team => "record-team",
            Self::Interviews => "record-interviews",
            Self::Approvals => "record-approvals",
            Self::Finalise => "record-finalise",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Checklist => "Ready to finalise",
            Self::Input => "Input",
            Self::Plan => "Plan",
            Self::Team => "Team",
            Self::Interviews => "Interviews",
            Self::Approvals => "Approvals",
            Self::Finalise => "Finalise",
        }
    }
}

/// The table of contents.
#[component]
pub fn RecordContents() -> impl IntoView {
    view! {
        <nav aria-label="On this page" class="record-contents">
            {RecordPart::ALL.map(|part| view! { <Jump to=part.id().to_owned()>{part.title()}</Jump> })}
        </nav>
    }
}

/// A link to something on the same page. The address stays: its part after `#` is the page.
#[component]
pub fn Jump(to: String, children: Children) -> impl IntoView {
    let here = window().location().hash().unwrap_or_default();
    let jump = move |event: ev::MouseEvent| {
        event.prevent_default();
        focus(&format!("#{to}"));
    };
    view! { <a href=here on:click=jump>{children()}</a> }
}

/// A part with its heading, and the clause of ISO/IEC 33002 that asks for it.
#[component]
pub fn PartSection(part: RecordPart, clause: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby=part.id()>
            <h2 id=part.id() tabindex="-1">{part.title()}" "<span class="asked-by">{clause}</span></h2>
            {children()}
        </section>
    }
}

/// A text of the record, kept when it is left.
#[component]
pub fn RecordText(field: RecordField) -> impl IntoView {
    let asked = record_words::field(field);
    let record = record();
    let value = Signal::derive(move || record.with(|record| record.text(field).to_owned()));
    let commit = Callback::new(move |text| {
        change(RecordEdit::SetText { field, text });
        Ok(())
    });
    let hint = match asked.clause {
        // The part says it for all of its own.
        "4.4" => asked.hint.to_owned(),
        clause => format!("{} ({clause})", asked.hint),
    };
    view! { <TextArea label=asked.label value commit hint id=text_id(field) /> }
}

/// The id of the field of a text.
pub fn text_id(field: RecordField) -> String {
    format!("record-text-{}", field as u8)
}

/// The record as it is after the last edit.
pub fn record() -> Memo<Record> {
    let workspace = workspace();
    Memo::new(move |_| {
        let record = workspace.track(|open| open.assessment.record.clone());
        record.unwrap_or_default()
    })
}

pub fn change(edit: RecordEdit) -> bool {
    workspace().apply(Edit::Record(edit))
}

/// Whether a record is kept from now on.
pub fn keep(kept: bool) {
    change(RecordEdit::Keep { kept });
    focus("#main h1");
}
