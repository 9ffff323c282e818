//! The sponsor's approvals of input and plan, and what was changed since.

use super::fields::{DateField, TextField};
use super::record_part::{PartSection, RecordPart, change, record};
use crate::app::browser::{local_time, timed_id, today};
use crate::app::workspace::workspace;
use crate::domain::id::ApprovalId;
use crate::domain::input_changes::{InputChange, SinceApproval, since_approval};
use crate::domain::model::Model;
use crate::domain::record::Record;
use crate::domain::record_edit::{Approval, Approved, RecordEdit, RecordField};
use crate::report::{input_change_words, plan_words, record_words};
use leptos::prelude::*;

#[component]
pub fn RecordApprovals() -> impl IntoView {
    let record = record();
    view! {
        <PartSection part=RecordPart::Approvals clause="4.2.1, 4.4">
            <p class="hint">"The sponsor, or somebody the sponsor sends, approves the input and the plan. What is changed later is listed, and approved again."</p>
            <div class="approvals">
                <Of of=Approved::Input record />
                <Of of=Approved::Plan record />
            </div>
        </PartSection>
    }
}

/// What was approved of the one or the other, and the way to approve it.
#[component]
fn Of(of: Approved, record: Memo<Record>) -> impl IntoView {
    let workspace = workspace();
    let (title, _) = record_words::approved(of);
    let since = Memo::new(move |_| {
        let since = workspace.track(|open| since_approval(&open.assessment, of));
        since.unwrap_or_default()
    });
    let given = move || {
        record.with(|record| {
            let all = record.approvals.iter();
            let all = all.filter(|(_, found)| found.of == of);
            all.map(|(id, found)| (id.clone(), found.clone()))
                .collect::<Vec<_>>()
        })
    };
    let by = RwSignal::new(None::<String>);
    let on = RwSignal::new(today());
    let name = Signal::derive(move || {
        by.get()
            .unwrap_or_else(|| record.with(|record| record.text(RecordField::Sponsor).to_owned()))
    });
    let commit_name = Callback::new(move |text| {
        by.set(Some(text));
        Ok(())
    });
    let approve = move |_| {
        let content = Some(Approval {
            of,
            by: name.get_untracked().trim().to_owned(),
            on: on.get_untracked(),
        });
        let approval = ApprovalId::new(timed_id());
        if change(RecordEdit::Approve { approval, content }) {
            by.set(None);
        }
    };
    let heading = match of {
        Approved::Input => "approved-input",
        Approved::Plan => "approved-plan",
    };
    view! {
        <section aria-labelledby=heading>
            <h3 id=heading tabindex="-1">{title}</h3>
            <p role="status">{move || since.with(standing)}</p>
            {move || since.with(|since| workspace.with(|open| changes(&open.model, &since.changes)))}
            <ul class="given" aria-label=format!("Approvals: {title}")>
                {move || given().into_iter().map(|(id, approval)| view! { <Given id approval /> }).collect_view()}
            </ul>
            <div class="approve">
                <TextField label="Approved by" value=name commit=commit_name />
                <DateField label="On" value=on commit=Callback::new(move |day| on.set(day)) />
                <button type="button" on:click=approve>{format!("Approve: {title}")}</button>
            </div>
        </section>
    }
}

fn standing(since: &SinceApproval) -> &'static str {
    match (
        &since.approval,
        since.approve_again,
        since.changes.is_empty(),
    ) {
        (None, ..) => "Not approved yet.",
        (Some(_), true, _) => "Changed since it was approved, so it is to be approved again.",
        (Some(_), false, false) => {
            "Changed since it was approved, and changed back. It stands as approved."
        }
        (Some(_), false, true) => "Stands as approved.",
    }
}

/// What was changed since the latest approval, the latest first.
fn changes(model: &Model, changes: &[InputChange]) -> Option<impl IntoView + use<>> {
    let row = |change: &InputChange| {
        let content = |piece| input_change_words::content(model, piece);
        view! {
            <li>
                <strong>{input_change_words::piece(&change.after)}</strong>
                <span class="hint">{format!(" {}, {}", change.author, local_time(&change.at))}</span>
                <p><del>{content(&change.before)}</del>" "<ins>{content(&change.after)}</ins></p>
            </li>
        }
    };
    (!changes.is_empty()).then(|| view! {
        <ol class="input-changes" aria-label="Changed since the approval">{changes.iter().rev().map(row).collect_view()}</ol>
    })
}

#[component]
fn Given(id: ApprovalId, approval: Approval) -> impl IntoView {
    let day = approval
        .on
        .map_or_else(|| "no day told".to_owned(), plan_words::day);
    let told = format!("{}, {day}", approval.by);
    let label = format!("Take back the approval of {told}");
    let take_back = move |_| {
        change(RecordEdit::Approve {
            approval: id.clone(),
            content: None,
        });
    };
    view! {
        <li>
            <span>{told}</span>
            <button type="button" class="quiet" aria-label=label on:click=take_back>"Take back"</button>
        </li>
    }
}
