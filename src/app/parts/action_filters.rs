//! Which actions are listed: a view, a status, a process, a phase, and words to search for.

use super::action_page::action_page;
use crate::app::browser::lower_case;
use crate::app::workspace::Workspace;
use crate::domain::action::ActionStatus;
use crate::domain::id::{ActionId, PhaseId, ProcessId};
use crate::report::action_list::ActionEntry;
use crate::report::plan_words;
use leptos::prelude::*;

/// What is chosen. All must fit.
#[derive(Clone, Copy)]
pub struct Filters {
    workspace: Workspace,
    view: RwSignal<View>,
    status: RwSignal<Option<ActionStatus>>,
    process: RwSignal<Option<ProcessId>>,
    phase: RwSignal<Option<PhaseId>>,
    words: RwSignal<String>,
}

/// Whose or which actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    All,
    Mine,
    Overdue,
    NoOwner,
}

const VIEWS: [(View, &str); 4] = [
    (View::All, "All"),
    (View::Mine, "Mine"),
    (View::Overdue, "Overdue"),
    (View::NoOwner, "No owner"),
];

impl Filters {
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            view: RwSignal::new(View::All),
            status: RwSignal::new(None),
            process: RwSignal::new(None),
            phase: RwSignal::new(None),
            words: RwSignal::new(String::new()),
        }
    }

    /// The actions that fit.
    pub fn apply(self, actions: &[ActionEntry]) -> Vec<ActionId> {
        let (view, status) = (self.view.get(), self.status.get());
        let (process, phase) = (self.process.get(), self.phase.get());
        let words = lower_case(self.words.get().trim());
        let author = lower_case(self.workspace.author().trim());
        let fits = |action: &&ActionEntry| {
            in_view(action, view, &author)
                && status.is_none_or(|status| action.status == status)
                && process.as_ref().is_none_or(|process| {
                    let mut served = action.processes.iter();
                    served.any(|(id, _)| id == process)
                })
                && phase
                    .as_ref()
                    .is_none_or(|phase| action.phase.as_ref() == Some(phase))
                && holds(action, &words)
        };
        let fitting = actions.iter().filter(fits);
        fitting.map(|action| action.id.clone()).collect()
    }

    /// Lists all again.
    pub fn clear(self) {
        self.view.set(View::All);
        self.status.set(None);
        self.process.set(None);
        self.phase.set(None);
        self.words.set(String::new());
    }
}

/// `author` is in small letters.
fn in_view(action: &ActionEntry, view: View, author: &str) -> bool {
    match view {
        View::All => true,
        View::Mine => lower_case(action.owner.trim()) == author,
        View::Overdue => action.overdue,
        View::NoOwner => action.owner.trim().is_empty(),
    }
}

fn holds(action: &ActionEntry, words: &str) -> bool {
    let holds = |text: &str| lower_case(text).contains(words);
    words.is_empty()
        || holds(&action.title)
        || holds(&action.owner)
        || holds(&action.notes)
        || action
            .processes
            .iter()
            .any(|(id, name)| holds(id.as_str()) || holds(name))
        || action.lifts.iter().any(|lift| holds(&lift.item))
}

#[component]
pub fn ActionFilters() -> impl IntoView {
    let page = action_page();
    let filters = page.filters;
    let author = page.workspace.author();
    let count = move |view| {
        let author = lower_case(page.workspace.author().trim());
        page.now.with(|now| {
            let actions = now.actions.iter();
            actions
                .filter(|action| in_view(action, view, &author))
                .count()
        })
    };
    let views = VIEWS.map(|(view, name)| view! {
        <label class="tab">
            <input type="radio" name="actions-listed" prop:checked=move || filters.view.get() == view on:change=move |_| filters.view.set(view) />
            <span>{name}" "<span class="tab-count">{move || count(view)}</span></span>
        </label>
    });
    let served = Memo::new(move |_| {
        let mut served: Vec<(ProcessId, String)> = page.now.with(|now| {
            let actions = now.actions.iter();
            actions
                .flat_map(|action| action.processes.clone())
                .collect()
        });
        served.sort();
        served.dedup();
        served
    });
    let phases = Memo::new(move |_| page.now.with(|now| now.phases.clone()));
    let found = move || {
        let all = page.now.with(|now| now.actions.len());
        match page.listed.with(Vec::len) {
            listed if listed == all => String::new(),
            0 => "No action fits. Change the view or the filters.".to_owned(),
            listed => format!("{listed} of {all} actions"),
        }
    };
    view! {
        <div class="action-filters" role="search" aria-label="Which actions">
            <fieldset class="tabs">
                <legend class="visually-hidden">"View"</legend>
                {views}
            </fieldset>
            <label class="grow">
                <span class="visually-hidden">"Search actions"</span>
                <input type="search" id="search" placeholder="Search (press /)" prop:value=move || filters.words.get()
                    on:input=move |event| filters.words.set(event_target_value(&event)) />
            </label>
            <label>
                <span class="visually-hidden">"Status"</span>
                <select prop:value=move || filters.status.get().map_or("", plan_words::status) on:change=move |event| filters.status.set(plan_words::status_named(&event_target_value(&event)))>
                    <option value="">"Any status"</option>
                    {plan_words::STATUSES.map(|status| view! {
                        <option value=plan_words::status(status)>{plan_words::status(status)}</option>
                    })}
                </select>
            </label>
            <label>
                <span class="visually-hidden">"Process"</span>
                <select prop:value=move || filters.process.get().map_or_else(String::new, |id| id.to_string()) on:change=move |event| filters.process.set(some_id(event_target_value(&event)).map(ProcessId::new))>
                    <option value="">"Any process"</option>
                    {move || served.get().into_iter().map(|(id, name)| {
                        let chosen = filters.process.get_untracked().as_ref() == Some(&id);
                        view! { <option value=id.to_string() selected=chosen>{name}</option> }
                    }).collect_view()}
                </select>
            </label>
            <label>
                <span class="visually-hidden">"Phase"</span>
                <select prop:value=move || filters.phase.get().map_or_else(String::new, |id| id.to_string()) on:change=move |event| filters.phase.set(some_id(event_target_value(&event)).map(PhaseId::new))>
                    <option value="">"Any phase"</option>
                    {move || phases.get().into_iter().map(|(id, title)| {
                        let chosen = filters.phase.get_untracked().as_ref() == Some(&id);
                        view! { <option value=id.to_string() selected=chosen>{title}</option> }
                    }).collect_view()}
                </select>
            </label>
        </div>
        <p class="hint action-count" role="status">{found}</p>
        {move || (filters.view.get() == View::Mine && count(View::Mine) == 0).then(|| view! {
            <p class="hint">{format!("Mine are the actions whose owner is \u{201c}{author}\u{201d}. Your name or role is set in Set up.")}</p>
        })}
    }
}

fn some_id(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
