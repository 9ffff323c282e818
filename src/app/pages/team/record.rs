//! Record: what a formal assessment has to document, and whether it is ready to finalise.

use crate::app::parts::record_approvals::RecordApprovals;
use crate::app::parts::record_checklist::{RecordChecklist, found};
use crate::app::parts::record_input::RecordInput;
use crate::app::parts::record_interviews::RecordInterviews;
use crate::app::parts::record_part::{RecordContents, keep};
use crate::app::parts::record_plan::RecordPlan;
use crate::app::parts::record_seal::RecordSeal;
use crate::app::parts::record_team::RecordTeam;
use crate::app::parts::team_nav::TeamNav;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn Record() -> impl IntoView {
    let workspace = workspace();
    let kept = Memo::new(move |_| {
        let kept = workspace.track(|open| open.assessment.record.kept);
        kept.unwrap_or(false)
    });
    view! {
        <div class="page">
            <TeamNav current=TeamView::Record />
            <h1 tabindex="-1">"Assessment record"</h1>
            {move || if kept.get() { view! { <Kept /> }.into_any() } else { view! { <NotKept /> }.into_any() }}
        </div>
    }
}

#[component]
fn NotKept() -> impl IntoView {
    view! {
        <div class="message">
            <p>"A record says who asked for an assessment, why, of what, by whom and in what manner, so that others can judge how far to trust the result. ISO/IEC 33002 asks for one where the result is to be compared or shown outside. A team that assesses itself to improve needs none."</p>
            <button type="button" class="primary" on:click=move |_| keep(true)>"Keep a record"</button>
        </div>
    }
}

#[component]
fn Kept() -> impl IntoView {
    let workspace = workspace();
    let items = found();
    let finalised = move || {
        let sealed = workspace.track(|open| open.assessment.seal.is_some());
        sealed.unwrap_or(false)
    };
    view! {
        <p class="lead">"In the manner of ISO/IEC 33002:2015. All is kept at once, and each change stays in the history."</p>
        <div class="record">
            <RecordContents />
            <div class="record-parts">
                <RecordChecklist items />
                <fieldset class="record-parts" disabled=finalised>
                    <RecordInput />
                    <RecordPlan />
                    <RecordTeam />
                    <RecordInterviews />
                    <RecordApprovals />
                </fieldset>
                <RecordSeal items />
                <div hidden=finalised>
                    <button type="button" class="quiet" on:click=move |_| keep(false)>"Keep no record"</button>
                    <p class="hint">"What was written is then out of sight, and comes back with the record."</p>
                </div>
            </div>
        </div>
    }
}
