//! Ratings that do not go together, said while rating, and let stand with a note.

use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::Edit;
use crate::domain::id::ProcessId;
use crate::domain::subject::Subject;
use crate::report::doubt_list::{DoubtLine, of_process};
use crate::report::words::count;
use leptos::ev;
use leptos::prelude::*;

/// The doubts about the process at hand, for whatever shows its rows.
#[derive(Clone, Copy)]
pub struct Doubts(Memo<Vec<DoubtLine>>);

impl Doubts {
    pub fn follow(workspace: Workspace, process: ProcessId) -> Self {
        Self(Memo::new(move |_| {
            let found =
                workspace.track_any(|open| of_process(&open.model, &open.assessment, &process));
            found.unwrap_or_default()
        }))
    }
}

/// The doubts about a process in short, where nothing else follows them.
#[component]
pub fn DoubtsOf(process: ProcessId) -> impl IntoView {
    provide_context(Doubts::follow(workspace(), process));
    view! { <DoubtPanel /> }
}

/// All of them in short, above the questions.
#[component]
pub fn DoubtPanel() -> impl IntoView {
    let Doubts(all) = expect_context();
    let open = Memo::new(move |_| all.with(|all| open_count(all)));
    let summary = move || {
        let stand = all.with(Vec::len) - open.get();
        let open = match open.get() {
            0 => "No open doubt".to_owned(),
            open => count(open, "open doubt"),
        };
        match stand {
            0 => open,
            stand => format!("{open}, {stand} let stand"),
        }
    };
    view! {
        {move || all.with(|all| !all.is_empty()).then(|| view! {
            <details class="doubt-panel">
                <summary>{summary}</summary>
                <ul>{move || all.get().into_iter().map(|doubt| view! {
                    <li><strong>{doubt.about.clone()}</strong>" "{doubt.words()}{doubt.stands.map(|note| format!(" Let stand: {note}"))}</li>
                }).collect_view()}</ul>
            </details>
        })}
    }
}

/// Those about one row. Nothing where nobody follows doubts.
#[component]
pub fn RowDoubts(subject: Subject) -> impl IntoView {
    let followed = use_context::<Doubts>();
    let here = Memo::new(move |_| {
        let all = followed.map(|Doubts(all)| {
            all.with(|all| {
                let here = all.iter().filter(|doubt| doubt.subject == subject);
                here.cloned().collect::<Vec<_>>()
            })
        });
        all.unwrap_or_default()
    });
    view! {
        <For each=move || here.get() key=|doubt| doubt.clone() let:doubt><OneDoubt doubt /></For>
    }
}

#[component]
fn OneDoubt(doubt: DoubtLine) -> impl IntoView {
    let workspace = workspace();
    let sentence = doubt.words();
    let stands = doubt.stands.clone();
    let doubt = StoredValue::new(doubt);
    let asking = RwSignal::new(false);
    let note = RwSignal::new(String::new());
    let set = move |note: Option<String>| {
        let edit = doubt.with_value(|doubt| Edit::OverrideRule {
            rule: doubt.rule.clone(),
            subject: doubt.subject.clone(),
            note,
        });
        workspace.apply(edit)
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        set(Some(note.get_untracked().trim().to_owned()));
    };
    match stands {
        Some(note) => view! {
            <p class="row-doubt stands">
                <span class="mark">"Let stand"</span>" "{sentence}" "<q>{note}</q>" "
                <button type="button" class="quiet" on:click=move |_| { set(None); }>"Doubt it again"</button>
            </p>
        }
        .into_any(),
        None => view! {
            <div class="row-doubt">
                <p role="status">
                    <span class="mark">"Doubt"</span>" "{sentence}" "
                    <button type="button" class="quiet" aria-expanded=move || asking.get().to_string() on:click=move |_| asking.update(|asking| *asking = !*asking)>"Let it stand"</button>
                </p>
                {move || asking.get().then(|| view! {
                    <form class="evidence-form" on:submit=submit>
                        <label class="grow">
                            <span class="field-name">"Why are both right?"</span>
                            <input type="text" required autocomplete="off" prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event)) />
                        </label>
                        <button type="submit">"Let it stand"</button>
                    </form>
                })}
            </div>
        }
        .into_any(),
    }
}

/// How many nobody let stand.
fn open_count(all: &[DoubtLine]) -> usize {
    all.iter().filter(|doubt| doubt.stands.is_none()).count()
}
