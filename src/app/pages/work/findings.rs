//! Findings: the inbox of remarks, and what they are attached to.

use crate::app::browser::lower_case;
use crate::app::parts::fields::ChoiceField;
use crate::app::parts::finding_entry::{FindingEntry, Shown};
use crate::app::parts::remark_dialog::RemarkDialog;
use crate::app::parts::subject_picker::SubjectPicker;
use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::finding::{FindingEdit, FindingKind};
use crate::domain::id::FindingId;
use crate::report::finding_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Findings() -> impl IntoView {
    let workspace = workspace();
    let search = RwSignal::new(String::new());
    let kind = RwSignal::new(String::new());
    let writing = RwSignal::new(false);
    let picking = RwSignal::new(None::<FindingId>);
    let all = Memo::new(move |_| {
        let all = workspace.track_any(|open| {
            let all = open.assessment.findings.all().into_iter();
            all.map(|(id, finding, found)| (id.clone(), finding.clone(), found.clone()))
                .collect::<Vec<Shown>>()
        });
        all.unwrap_or_default()
    });
    let listed = Memo::new(move |_| {
        let (wanted, kind) = (lower_case(search.get().trim()), kind.get());
        let mut listed = all.get();
        listed.retain(|(_, finding, _)| {
            let fits = kind.is_empty() || finding_words::kind(finding.kind) == kind;
            fits && lower_case(&finding.text).contains(&wanted)
        });
        listed
    });
    let kinds = FindingKind::ALL.map(|kind| {
        (
            finding_words::kind(kind).to_owned(),
            finding_words::kinds(kind).to_owned(),
        )
    });
    let mut options = vec![(String::new(), "All kinds".to_owned())];
    options.extend(kinds);
    let count = move || match (listed.with(Vec::len), all.with(Vec::len)) {
        (_, 0) => "No findings yet. On Rate and in the workshop, R writes one down at any moment."
            .to_owned(),
        (0, _) => "Nothing fits. Change the search or the kind.".to_owned(),
        (listed, all) if listed == all => words::count(all, "finding"),
        (listed, all) => format!("{listed} of {}", words::count(all, "finding")),
    };
    let attach = Callback::new(move |id| picking.set(Some(id)));
    let list = move |title: &'static str, hint: &'static str, belongs: fn(&Shown) -> bool| {
        let ids = Memo::new(move |_| {
            listed.with(|listed| {
                let of_list = listed.iter().filter(|shown| belongs(shown));
                of_list.map(|(id, ..)| id.clone()).collect::<Vec<_>>()
            })
        });
        move || {
            (!ids.with(Vec::is_empty)).then(|| view! {
                <section aria-label=title class="entry-list">
                    <h2>{title}" "<span class="hint">{move || ids.with(Vec::len)}</span></h2>
                    <p class="hint">{hint}</p>
                    <ul class="entries"><For each=move || ids.get() key=Clone::clone let:id><FindingEntry id all attach /></For></ul>
                </section>
            })
        }
    };
    let ticked = Signal::derive(move || {
        let wanted = picking.get();
        all.with(|all| {
            let found = all.iter().find(|(id, ..)| Some(id) == wanted.as_ref());
            let subjects = found.into_iter().flat_map(|(.., found)| &found.subjects);
            subjects.cloned().collect::<Vec<_>>()
        })
    });
    let tick = Callback::new(move |(subject, attached)| {
        if let Some(finding) = picking.get_untracked() {
            workspace.apply(Edit::Finding(FindingEdit::Attach {
                finding,
                subject,
                attached,
            }));
        }
    });
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Findings) process=None />
            <div class="section-head">
                <h1 tabindex="-1">"Findings"</h1>
                <button type="button" class="primary" on:click=move |_| writing.set(true)>"Write a remark"</button>
            </div>
            <div class="entry-filters">
                <label class="field">
                    <span class="field-name">"Search"</span>
                    <input type="search" on:input=move |event| search.set(event_target_value(&event)) />
                </label>
                <ChoiceField label="Kind".to_owned() options value=kind commit=Callback::new(move |chosen| kind.set(chosen)) />
            </div>
            <p class="hint" role="status">{count}</p>
            {list("Inbox", "About nothing yet: attach each to what it is about.", |(.., found)| found.is_waiting())}
            {list("Attached", "", |(_, finding, found)| !found.is_waiting() && !finding.done)}
            {list("Done", "", |(_, finding, _)| finding.done)}
            <RemarkDialog shown=writing at_hand=None />
            <SubjectPicker title="What is it about?".to_owned() shown=Signal::derive(move || picking.with(Option::is_some)) close=Callback::new(move |()| picking.set(None)) ticked tick />
        </div>
    }
}
