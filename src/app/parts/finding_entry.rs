//! One finding in the list of findings: what it says, what it is about, and what can be done with it.

use super::fields::{ChoiceField, TextField};
use super::subject_links::SubjectLinks;
use crate::app::browser::local_time;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::finding::{Finding, FindingEdit, FindingKind, Found};
use crate::domain::id::FindingId;
use crate::report::finding_words;
use leptos::prelude::*;

/// A finding as it is shown.
pub type Shown = (FindingId, Finding, Found);

/// `attach` asks what it is about.
#[component]
pub fn FindingEntry(
    id: FindingId,
    all: Memo<Vec<Shown>>,
    attach: Callback<FindingId>,
) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let shown = Memo::new(move |_| {
        all.with(|all| {
            let found = all
                .iter()
                .find(|(found, ..)| id.with_value(|id| found == id));
            found.map(|(_, finding, found)| (finding.clone(), found.clone()))
        })
    });
    let editing = RwSignal::new(false);
    let of = move |look: fn(&Finding) -> String| {
        shown.with(|shown| shown.as_ref().map_or_else(String::new, |(it, _)| look(it)))
    };
    let is = move |look: fn(&Finding) -> bool| {
        shown.with(|shown| shown.as_ref().is_some_and(|(it, _)| look(it)))
    };
    let set = move |change: &dyn Fn(&mut Finding)| {
        if let Some((mut content, _)) = shown.get_untracked() {
            change(&mut content);
            workspace.apply(Edit::Finding(FindingEdit::Set {
                finding: id.get_value(),
                content: Some(content),
            }));
        }
    };
    let text = Signal::derive(move || of(|it| it.text.clone()));
    let label = move |what: &'static str| move || format!("{what}: {}", text.get());
    let by = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|(_, found)| format!("By {}, {}", found.by, local_time(&found.at)))
        })
    };
    let subjects = Signal::derive(move || {
        shown.with(|shown| {
            let subjects = shown.iter().flat_map(|(_, found)| &found.subjects);
            subjects.cloned().collect::<Vec<_>>()
        })
    });
    let let_go = Callback::new(move |subject| {
        workspace.apply(Edit::Finding(FindingEdit::Attach {
            finding: id.get_value(),
            subject,
            attached: false,
        }));
    });
    let remove = move |_| {
        workspace.apply(Edit::Finding(FindingEdit::Set {
            finding: id.get_value(),
            content: None,
        }));
    };
    let fields = move || {
        let options: Vec<(String, String)> = FindingKind::ALL
            .iter()
            .map(|kind| finding_words::kind(*kind).to_owned())
            .map(|word| (word.clone(), word))
            .collect();
        let kind = Signal::derive(move || of(|it| finding_words::kind(it.kind).to_owned()));
        let choose = Callback::new(move |word: String| {
            if let Some(kind) = finding_words::kind_of(&word) {
                set(&|content| content.kind = kind);
            }
        });
        let write = Callback::new(move |text: String| {
            if text.is_empty() {
                return Err("Write down what was remarked.".to_owned());
            }
            set(&|content| text.clone_into(&mut content.text));
            Ok(())
        });
        view! {
            <div class="panel-fields">
                <ChoiceField label="Kind".to_owned() options value=kind commit=choose />
                <TextField label="What was remarked".to_owned() value=text commit=write />
            </div>
        }
    };
    view! {
        <li class="entry">
            <p class="entry-words">
                <span class="mark">{move || of(|it| finding_words::kind(it.kind).to_owned())}</span>" "
                {move || is(|it| it.parked).then(|| view! { <span class="mark">"Parked"</span>" " })}
                {move || text.get()}" "<span class="hint">{by}</span>
            </p>
            <SubjectLinks subjects let_go />
            {move || editing.get().then(fields)}
            <div class="buttons">
                <button type="button" class="quiet" aria-label=label("Attach") on:click=move |_| attach.run(id.get_value())>"Attach\u{2026}"</button>
                <button type="button" class="quiet" aria-label=label("Edit") aria-expanded=move || editing.get().to_string() on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
                <button type="button" class="quiet" aria-label=move || label(if is(|it| it.done) { "Not done after all" } else { "Done" })() on:click=move |_| set(&|content| content.done = !content.done)>
                    {move || if is(|it| it.done) { "Not done after all" } else { "Done" }}
                </button>
                <button type="button" class="quiet" aria-label=label("Remove") on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}
