//! Files for a portfolio: dropped onto the page or picked, shown until the page is left.

use crate::app::browser::fetch_texts;
use crate::app::dropped::{Dropped, collect, listed};
use crate::app::portfolio_view::PortfolioView;
use crate::exchange::collection::{Collection, FileProblem};
use crate::report::words::count;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Invented teams that people can explore.
const SAMPLE: &str = "models/samples/six-teams.jsonl";

/// Takes what is dropped anywhere on its children.
#[component]
pub fn DropPlace(view: PortfolioView, children: Children) -> impl IntoView {
    let over = RwSignal::new(false);
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(dropped) = event.data_transfer().map(|transfer| Dropped::of(&transfer)) else {
            return;
        };
        spawn_local(async move {
            let (files, problems) = dropped.files().await;
            take(view, files, problems).await;
        });
    };
    view! {
        <div class="drop-place" class:over=move || over.get() on:dragover=move |event: ev::DragEvent| { event.prevent_default(); over.set(true) } on:dragleave=move |_| over.set(false) on:drop=drop>
            {children()}
        </div>
    }
}

/// The same for people who would rather pick them.
#[component]
pub fn PickFiles(view: PortfolioView) -> impl IntoView {
    view! {
        <div class="buttons">
            <Pick view label="Add files\u{2026}" folder=false />
            <Pick view label="Add a folder\u{2026}" folder=true />
            <button type="button" on:click=move |_| spawn_local(explore(view))>"Explore six sample teams"</button>
            <span class="hint">"Or drop them here. Assessment files and backups are shown until you leave this page."</span>
        </div>
    }
}

#[component]
fn Pick(view: PortfolioView, label: &'static str, folder: bool) -> impl IntoView {
    let input: NodeRef<html::Input> = NodeRef::new();
    let picked = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let files = listed(input.files());
        // So that the same files can be picked again.
        input.set_value("");
        spawn_local(take(view, files, Vec::new()));
    };
    view! {
        <label class="button file">
            {label}
            <input type="file" class="visually-hidden" multiple prop:webkitdirectory=folder accept=".json,.jsonl,application/json" node_ref=input on:change=picked />
        </label>
    }
}

async fn take(view: PortfolioView, files: Vec<web_sys::File>, problems: Vec<FileProblem>) {
    view.loaded.problems.set(Vec::new());
    let mut collection = collect(files).await;
    for problem in problems {
        collection.problem(&problem.file, problem.text);
    }
    view.loaded.add(collection);
}

/// Takes in the sample as if it had been dropped.
async fn explore(view: PortfolioView) {
    view.loaded.problems.set(Vec::new());
    let mut collection = Collection::default();
    for (name, text) in fetch_texts(vec![SAMPLE.to_owned()]).await {
        match text {
            Ok(text) => collection.add(&name, &text),
            Err(message) => collection.problem(&name, message),
        }
    }
    view.loaded.add(collection);
}

/// What came out of files, and what could not be read.
#[component]
pub fn Guests(view: PortfolioView) -> impl IntoView {
    let guests = move || {
        let guests = view.loaded.guests();
        let names = view.names.get();
        let whole = view.whole.get();
        let all = guests.len();
        let rows = guests.into_iter().filter_map(|guest| {
            let id = guest.digest.id.clone();
            let unit = whole.units.iter().find(|unit| unit.series.iter().any(|found| found.id == id))?;
            let (unit, title) = (names.unit(unit), names.assessment(unit, &guest.digest));
            let title = if names.are_aliases() { title } else { format!("{unit}: {title}") };
            let id = StoredValue::new(id);
            Some(view! {
                <li>{title.clone()}" "<button type="button" class="quiet" aria-label=format!("Keep on this machine: {title}") on:click=move |_| view.loaded.keep(id.get_value())>"Keep on this machine"</button></li>
            })
        }).collect_view();
        (all > 0).then(|| view! {
            <details class="guests">
                <summary>{format!("{} out of files, not on this machine", count(all, "assessment"))}</summary>
                <ul>{rows}</ul>
            </details>
        })
    };
    let problems = move || {
        let problems = view.loaded.problems.get();
        // The name of a file may tell whose it is.
        let aliases = view.aliases.get();
        let line = move |problem: FileProblem| match aliases {
            true => format!("A file: {}", problem.text),
            false => format!("{}: {}", problem.file, problem.text),
        };
        (!problems.is_empty()).then(|| view! {
            <section class="problem error" aria-label="What could not be read">
                <p>"Something could not be read. The rest is shown."</p>
                <ul>{problems.into_iter().map(|problem| view! { <li>{line(problem)}</li> }).collect_view()}</ul>
            </section>
        })
    };
    view! { {guests}<div role="status">{problems}</div> }
}
