//! The assessment team: who takes part in which role, and what qualifies them.

use super::fields::{ChoiceField, TextArea, TextField};
use super::record_part::{PartSection, RecordPart, change, record};
use crate::app::browser::{focus, timed_id};
use crate::domain::id::MemberId;
use crate::domain::member::{Competence, Member, MemberRole};
use crate::domain::record::Record;
use crate::domain::record_edit::RecordEdit;
use crate::report::record_words;
use leptos::ev;
use leptos::prelude::*;

/// A part of the competence record.
type Side = fn(&mut Competence) -> &mut String;

const SIDES: [(&str, Side); 4] = [
    ("Education", |found| &mut found.education),
    ("Training", |found| &mut found.training),
    ("Experience", |found| &mut found.experience),
    ("Credentials", |found| &mut found.credentials),
];

#[component]
pub fn RecordTeam() -> impl IntoView {
    let record = record();
    let name = RwSignal::new(String::new());
    let ids = move || record.with(|record| record.members.keys().cloned().collect::<Vec<_>>());
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let named = name.get_untracked().trim().to_owned();
        if named.is_empty() {
            return;
        }
        let leads = |found: &Member| found.role == MemberRole::LeadAssessor;
        let led = record.with_untracked(|record| record.members.values().any(leads));
        let content = Member {
            name: named,
            role: if led {
                MemberRole::Assessor
            } else {
                MemberRole::LeadAssessor
            },
            competence: Competence::default(),
        };
        let member = MemberId::new(timed_id());
        if set(member, Some(content)) {
            name.set(String::new());
        }
    };
    view! {
        <PartSection part=RecordPart::Team clause="4.3">
            <p class="hint">"Names as people rate under them. The lead assessor answers for the conformity of the assessment; the sponsor checks that this person is competent."</p>
            <ul class="record-cards" aria-label="Members of the team">
                <For each=ids key=Clone::clone let:member><Card member record /></For>
            </ul>
            <form class="one-field" on:submit=add>
                <label>
                    <span class="field-name">"Another member"</span>
                    <input type="text" autocomplete="off" placeholder="A name" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Add to the team"</button>
            </form>
        </PartSection>
    }
}

#[component]
fn Card(member: MemberId, record: Memo<Record>) -> impl IntoView {
    let id = StoredValue::new(member);
    let found = move || record.with(|record| id.with_value(|id| record.members.get(id).cloned()));
    // Blank for the moment in which it goes.
    let name = Signal::derive(move || found().map_or_else(String::new, |found| found.name));
    let role = Signal::derive(move || {
        found().map_or_else(String::new, |found| format!("{:?}", found.role))
    });
    let alter = move |alter: &dyn Fn(&mut Member)| {
        if let Some(mut content) = untrack(found) {
            alter(&mut content);
            set(id.get_value(), Some(content));
        }
    };
    let set_name = Callback::new(move |name: String| {
        alter(&|found| name.clone_into(&mut found.name));
        Ok(())
    });
    let set_role = Callback::new(move |name: String| {
        let mut all = MemberRole::ALL.into_iter();
        if let Some(role) = all.find(|role| format!("{role:?}") == name) {
            alter(&|found| found.role = role);
        }
    });
    let roles = Signal::derive(|| {
        let words = |role| (format!("{role:?}"), record_words::role(role).to_owned());
        MemberRole::ALL.map(words).to_vec()
    });
    let recorded = move || {
        let mut competence = found().map(|found| found.competence).unwrap_or_default();
        let said = SIDES.map(|(_, side)| !side(&mut competence).trim().is_empty());
        match said.into_iter().filter(|said| *said).count() {
            0 => "Competence: nothing recorded".to_owned(),
            number => format!("Competence: {number} of {} recorded", SIDES.len()),
        }
    };
    let sides = SIDES.map(|(label, side)| {
        let value = Signal::derive(move || {
            let mut competence = found().map(|found| found.competence).unwrap_or_default();
            std::mem::take(side(&mut competence))
        });
        let commit = Callback::new(move |text: String| {
            alter(&|found| text.clone_into(side(&mut found.competence)));
            Ok(())
        });
        view! { <TextArea label value commit /> }
    });
    let remove = move |_| {
        set(id.get_value(), None);
        focus(&format!("#{}", RecordPart::Team.id()));
    };
    view! {
        <li>
            <fieldset class="record-card">
                <legend class="visually-hidden">{name}</legend>
                <TextField label="Name" value=name commit=set_name />
                <ChoiceField label="Role" options=roles value=role commit=set_role />
                <button type="button" class="quiet" aria-label=move || format!("Remove {}", name.get()) on:click=remove>"Remove"</button>
                <details class="whole">
                    <summary>{recorded}</summary>
                    <div class="fields">{sides}</div>
                </details>
            </fieldset>
        </li>
    }
}

fn set(member: MemberId, content: Option<Member>) -> bool {
    change(RecordEdit::SetMember { member, content })
}
