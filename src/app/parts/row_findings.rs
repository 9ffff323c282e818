//! The findings at an indicator, under its row.

use super::remark_dialog::RemarkShown;
use crate::domain::finding::Finding;
use crate::domain::id::FindingId;
use crate::report::finding_words;
use leptos::prelude::*;

#[component]
pub fn RowFindings(findings: Memo<Vec<(FindingId, Finding)>>) -> impl IntoView {
    let RemarkShown(remark) = expect_context();
    let items = move || {
        let all = findings.get().into_iter();
        all.map(|(_, finding)| view! {
            <li>
                <span class="mark">{finding_words::kind(finding.kind)}</span>
                {(finding.parked && !finding.done).then(|| view! { " "<span class="mark">"Parked"</span> })}
                {finding.done.then(|| view! { " "<span class="mark">"Done"</span> })}
                " "{finding.text}
            </li>
        }).collect_view()
    };
    view! {
        <ul class="evidence" aria-label="Findings here">{items}</ul>
        <button type="button" on:click=move |_| remark.set(true)>"Write a remark"</button>
    }
}
