//! Trends: one process, a group of processes, or all of them, over the days of the assessment.

use super::chart_size::full_width;
use super::fields::ChoiceField;
use super::figure::Figure;
use crate::app::browser::today;
use crate::app::open::Open;
use crate::app::series::Earlier;
use crate::app::theme::Theme;
use crate::app::workspace::{Workspace, workspace};
use crate::chart::trend::{small_multiples, trend};
use crate::domain::history::{History, history};
use crate::domain::id::ProcessId;
use crate::report::trend::Trend;
use crate::report::trend_view::TrendSource;
use crate::report::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the choice says of all processes. No group and no process is called so: theirs have a word before the name.
const ALL: &str = "all";

#[component]
pub fn Trends() -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    let width = full_width();
    let chosen = RwSignal::new(ALL.to_owned());
    let earlier = earlier(workspace);
    let with_earlier = RwSignal::new(true);
    let past = Memo::new(move |_| {
        let found =
            workspace.track_any(|open| history(&open.model, &open.assessment.seen_changes()).ok());
        let own = found.flatten().unwrap_or_default();
        earlier.with(|earlier| match earlier {
            Some(earlier) if with_earlier.get() => own.after(&earlier.history),
            _ => own,
        })
    });
    let options = Memo::new(move |_| workspace.track(options).unwrap_or_default());
    let found = Memo::new(move |_| {
        let chosen = chosen.get();
        let made = past.with(|past| workspace.track_any(|open| trends(open, past, &chosen)));
        made.flatten()
    });
    let first = move || found.with(|found| found.as_ref().map(|(first, _)| first.clone()));
    let each = move || found.with(|found| found.as_ref().and_then(|(_, each)| each.clone()));
    let draw_first = move || {
        first().map_or_else(String::new, |found| {
            trend(&found, &theme.palette(), width.get(), "trend")
        })
    };
    let draw_each = move || {
        each().map_or_else(String::new, |found| {
            small_multiples(&found, &theme.palette(), width.get(), "trends")
        })
    };
    view! {
        <section aria-labelledby="trend">
            <div class="section-head">
                <h2 id="trend">"Trend"</h2>
                <ChoiceField label="Show" options value=chosen commit=Callback::new(move |text| chosen.set(text)) />
            </div>
            {move || earlier.with(|earlier| earlier.as_ref().map(|earlier| words::join(&earlier.titles))).map(|titles| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || with_earlier.get() on:change=move |event| with_earlier.set(event_target_checked(&event)) />
                    {format!("With what was found before: {titles}")}
                </label>
            })}
            <Figure
                title=Signal::derive(move || first().map_or_else(String::new, |found| found.title))
                description=Signal::derive(move || first().map_or_else(String::new, |found| found.description))
                svg=Signal::derive(draw_first)
            >{move || first().map(|found| tables(&found))}</Figure>
            <Show when=move || each().is_some()>
                <Figure
                    title=Signal::derive(move || each().map_or_else(String::new, |found| found.title))
                    description=Signal::derive(move || each().map_or_else(String::new, |found| found.description))
                    svg=Signal::derive(draw_each)
                >{move || each().map(|found| tables(&found))}</Figure>
            </Show>
        </section>
    }
}

/// What the assessments before this one found, once they are read, and again when the list changes.
fn earlier(workspace: Workspace) -> RwSignal<Option<Earlier>> {
    let earlier = RwSignal::new(None);
    if workspace.list.summaries.with_untracked(Option::is_none) {
        workspace.refresh_list();
    }
    Effect::new(move |_| {
        workspace.list.summaries.track();
        spawn_local(async move {
            let found = workspace.earlier().await;
            // The page may be gone by now.
            let _ = earlier.try_set(found);
        });
    });
    earlier
}

/// Value and words of each choice.
fn options(open: &Open) -> Vec<(String, String)> {
    let scope = open.scope();
    let groups = open.model.reference.groups.iter();
    let groups = groups
        .filter(|group| !of_group(open, &group.id).is_empty())
        .map(|group| (format!("group {}", group.id), group.title.clone()));
    let processes = scope.iter().map(|process| {
        (
            format!("process {process}"),
            words::process(&open.model, process),
        )
    });
    [(ALL.to_owned(), "All processes".to_owned())]
        .into_iter()
        .chain(groups)
        .chain(processes)
        .collect()
}

/// The trend that was chosen; for several processes one of each beside it.
fn trends(open: &Open, past: &History, chosen: &str) -> Option<(Trend, Option<Trend>)> {
    let source = TrendSource {
        model: &open.model,
        assessment: &open.assessment,
        history: past,
        today: today()?,
    };
    if let Some(process) = chosen.strip_prefix("process ") {
        return Some((source.of_process(&process.into()), None));
    }
    let (name, processes) = match chosen.strip_prefix("group ") {
        None => ("all processes".to_owned(), open.scope()),
        Some(id) => {
            let mut groups = open.model.reference.groups.iter();
            let group = groups.find(|group| group.id == id)?;
            (group.title.clone(), of_group(open, id))
        }
    };
    let together = source.of_several(&name, &processes);
    Some((together, Some(source.of_each(&name, &processes))))
}

fn of_group(open: &Open, id: &str) -> Vec<ProcessId> {
    let within = |process: &ProcessId| {
        let found = open.model.process(process);
        found.is_some_and(|process| process.group == id)
    };
    open.scope().into_iter().filter(within).collect()
}

fn tables(trend: &Trend) -> impl IntoView + use<> {
    let tables = trend.tables().into_iter();
    tables
        .map(|(caption, table)| {
            let heads = table.columns.into_iter();
            let heads = heads
                .map(|name| view! { <th scope="col">{name}</th> })
                .collect_view();
            let rows = table.rows.into_iter().map(|row| {
                let mut cells = row.into_iter();
                let first = cells.next();
                let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
                view! { <tr><th scope="row">{first}</th>{cells}</tr> }
            });
            let rows = rows.collect_view();
            view! {
                <table>
                    <caption>{caption}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        })
        .collect_view()
}
