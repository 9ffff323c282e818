//! Home: the assessments on this machine, and ways to start one.

use crate::app::browser::{download_text, local_time};
use crate::app::files::{ASSESSMENT_FILES, open_sample};
use crate::app::parts::dialog::Dialog;
use crate::app::parts::file_button::FileButton;
use crate::app::parts::progress_bar::ProgressBar;
use crate::app::parts::promise::Promise;
use crate::app::route::Route;
use crate::app::starter::Start;
use crate::app::summary::Summary;
use crate::app::workspace::workspace;
use crate::domain::id::AssessmentId;
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn Home() -> impl IntoView {
    let workspace = workspace();
    let read = workspace.list.summaries;
    if read.with_untracked(|read| read.as_ref().is_some_and(Vec::is_empty)) {
        read.set(None); // There may be one by now: what an empty list shows would flash.
    }
    workspace.refresh_list();
    workspace.list.shown.set_value(true);
    on_cleanup(move || workspace.list.shown.set_value(false));
    let summaries = Memo::new(move |_| read.get().unwrap_or_default());
    // As values, so that a list read anew leaves the rest of the page alone: somebody may be picking a file there.
    let none = Memo::new(move |_| kept(summaries).is_empty());
    let reading = Memo::new(move |_| read.with(Option::is_none));
    let deleted = move || {
        summaries
            .get()
            .into_iter()
            .filter(|summary| summary.deleted_at.is_some())
            .collect::<Vec<_>>()
    };
    let renamed: RwSignal<Option<(AssessmentId, String)>> = RwSignal::new(None);
    view! {
        <div class="page home">
            <h1 tabindex="-1">"Assessments"</h1>
            {move || if reading.get() {
                view! { <p class="hint" role="status">"Reading what is kept on this machine\u{2026}"</p> }.into_any()
            } else if none.get() {
                view! { <Welcome /><StartCards /><OnThisMachine summaries renamed /> }.into_any()
            } else {
                view! { <OnThisMachine summaries renamed /><StartCards /> }.into_any()
            }}
            {move || (!none.get()).then(|| view! { <LastBackup /> })}
            {move || (!deleted().is_empty()).then(|| view! { <Deleted summaries=deleted() /> })}
            <DamagedTexts />
            <Rename about=renamed />
        </div>
    }
}

/// What is kept here, and the other ways to come by an assessment.
#[component]
fn OnThisMachine(
    summaries: Memo<Vec<Summary>>,
    renamed: RwSignal<Option<(AssessmentId, String)>>,
) -> impl IntoView {
    let workspace = workspace();
    let none = Memo::new(move |_| kept(summaries).is_empty());
    let import = Callback::new(move |(name, text): (String, String)| {
        workspace.call_later(move |on_call| (on_call.import)(workspace, name, text));
    });
    view! {
        <section aria-labelledby="here">
            <div class="section-head">
                <h2 id="here">"On this machine"</h2>
                <div class="buttons">
                    <a class="button" href=Route::New.address()>"New assessment\u{2026}"</a>
                    <FileButton label="Import a file" accept=ASSESSMENT_FILES picked=import />
                    <button type="button" on:click=move |_| open_sample(workspace)>"Explore the sample"</button>
                </div>
            </div>
            {move || if none.get() {
                view! { <p class="empty">"None yet. What you start appears here, and stays in this browser only."</p> }.into_any()
            } else {
                // One that is as it was stays where it is, so that no click on it is lost while others are summed up.
                view! {
                    <ul class="assessments">
                        <For each=move || kept(summaries) key=|summary| format!("{summary:?}") let:summary><Entry summary renamed /></For>
                    </ul>
                }.into_any()
            }}
        </section>
    }
}

/// A quiet reminder.
#[component]
fn LastBackup() -> impl IntoView {
    let last = workspace().last_backup;
    let words = move || match last.get() {
        Some(at) => format!("Last backup: {}. ", local_time(&at)),
        None => "Your work is in this browser only, and there is no backup yet. ".to_owned(),
    };
    view! {
        <div class="last-backup">
            <p class="hint">{words}<a href=Route::Settings.address()>"Back up"</a></p>
            <Promise />
        </div>
    }
}

/// The assessments that were not deleted.
fn kept(summaries: Memo<Vec<Summary>>) -> Vec<Summary> {
    summaries
        .get()
        .into_iter()
        .filter(|summary| summary.deleted_at.is_none())
        .collect()
}

#[component]
fn Welcome() -> impl IntoView {
    view! {
        <section class="welcome" aria-label="How it works">
            <p class="lead">"Find out how capable your processes are, on levels 0 to 5, and what to improve first."</p>
            <ol class="three">
                <li><strong>"Rate. "</strong>"Plain questions, four answers: not, partially, largely, fully."</li>
                <li><strong>"See. "</strong>"Each process shows its level at once, with the reason, and what would lift it."</li>
                <li><strong>"Improve. "</strong>"The plan lists the gaps to your target and the first useful step for each."</li>
            </ol>
            <p class="hint">"Everything stays in this browser. Nothing is sent anywhere."</p>
        </section>
    }
}

/// One click from here to the first question.
#[component]
fn StartCards() -> impl IntoView {
    let workspace = workspace();
    let library = workspace.library();
    // The first model is the one that most people want; New offers the others.
    let cards = library
        .assessment_models()
        .take(1)
        .flat_map(|model| {
            let model = model.clone();
            model.selections.clone().into_iter().map(move |selection| {
                let model = model.clone();
                let details = format!(
                    "{} processes, to level {}",
                    selection.processes.len(),
                    selection.highest_level
                );
                let title = selection.title.clone();
                let when = selection.when.clone();
                let begin = move |_| {
                    let Some(framework) = model.frameworks.first() else {
                        return;
                    };
                    workspace.start_and_rate(Start {
                        header: model.header.clone(),
                        framework: framework.clone(),
                        selection: selection.id.clone(),
                        title: String::new(),
                        unit: String::new(),
                    });
                };
                view! {
                    <li>
                        <button type="button" class="start-card" on:click=begin>
                            <strong>{title}</strong>
                            <span class="start-details">{details}</span>
                            <span class="start-when">{when}</span>
                        </button>
                    </li>
                }
            })
        })
        .collect_view();
    view! {
        <section aria-labelledby="start">
            <h2 id="start">"Start now"</h2>
            <ul class="start-cards">{cards}</ul>
        </section>
    }
}

#[component]
fn Entry(summary: Summary, renamed: RwSignal<Option<(AssessmentId, String)>>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(summary.id.clone());
    let title = StoredValue::new(summary.title.clone());
    let levels = summary.levels.iter().enumerate().filter(|(_, count)| **count > 0).map(|(level, count)| {
        view! { <li><span class="badge" data-level=level.to_string()>{level}</span>{format!("\u{d7} {count}")}</li> }
    }).collect_view();
    let has_levels = summary.levels.iter().any(|count| *count > 0);
    let about = |what: &str| format!("{what} {}", title.get_value());
    view! {
        <li class="assessment">
            <div class="assessment-main">
                <h3>
                    <a href=Route::Rate(summary.id.clone(), None).address()>{summary.title.clone()}</a>
                    {summary.sample.then(|| view! { <span class="mark">"Sample"</span> })}
                </h3>
                <p class="hint">
                    {(!summary.unit.is_empty()).then(|| format!("{} \u{b7} ", summary.unit))}
                    {format!("{} processes", summary.processes)}
                    {(summary.progress.carried > 0).then(|| format!(" \u{b7} {} carried over", summary.progress.carried))}
                    {(!summary.changed_at.is_empty()).then(|| format!(" \u{b7} last change {}", local_time(&summary.changed_at)))}
                </p>
                {summary.trouble.clone().map(|trouble| view! { <p class="problem error">{trouble}</p> })}
            </div>
            <div class="assessment-state">
                <ProgressBar progress=summary.progress />
                {if has_levels {
                    view! { <ul class="level-counts" aria-label="Processes at each level">{levels}</ul> }.into_any()
                } else {
                    view! { <span class="hint">"Nothing rated yet"</span> }.into_any()
                }}
            </div>
            <div class="assessment-tools">
                <button type="button" class="quiet" aria-label=about("Rename") on:click=move |_| renamed.set(Some((id.get_value(), title.get_value())))>"Rename"</button>
                <a class="button quiet" aria-label=about("Re-assess") href=Route::Again(summary.id.clone()).address()>"Re-assess"</a>
                <button type="button" class="quiet" aria-label=about("Duplicate") on:click=move |_| workspace.call_later(move |on_call| (on_call.duplicate)(workspace, id.get_value()))>"Duplicate"</button>
                <button type="button" class="quiet" aria-label=about("Export") on:click=move |_| workspace.call_later(move |on_call| (on_call.export)(workspace, id.get_value()))>"Export"</button>
                <button type="button" class="quiet" aria-label=about("Delete") on:click=move |_| workspace.delete(id.get_value(), title.get_value())>"Delete"</button>
            </div>
        </li>
    }
}

#[component]
fn Deleted(summaries: Vec<Summary>) -> impl IntoView {
    let workspace = workspace();
    let entries = summaries.into_iter().map(|summary| {
        let id = StoredValue::new(summary.id);
        let title = summary.title;
        view! {
            <li>
                <span>{title.clone()}</span>
                <button type="button" class="quiet" aria-label=format!("Bring back {title}") on:click=move |_| workspace.set_deleted(id.get_value(), None)>"Bring back"</button>
                <button type="button" class="quiet danger" aria-label=format!("Delete for good: {title}") on:click=move |_| workspace.purge(id.get_value())>"Delete for good"</button>
            </li>
        }
    }).collect_view();
    view! {
        <details class="deleted">
            <summary>"Deleted, and kept until you say otherwise"</summary>
            <ul>{entries}</ul>
        </details>
    }
}

/// Stored texts that could not be read.
#[component]
fn DamagedTexts() -> impl IntoView {
    let workspace = workspace();
    move || {
        let damaged = workspace.list.damaged.get();
        (!damaged.is_empty()).then(|| view! {
            <section class="problem error" aria-labelledby="damaged">
                <h2 id="damaged">"Damaged data was set aside"</h2>
                <p>"Some stored entries could not be read. Everything else opens. Download them before you do anything about them."</p>
                <ul>
                    {damaged.into_iter().map(|found| {
                        let name = found.key.clone();
                        view! {
                            <li>
                                <code>{found.key.clone()}</code>" "
                                <button type="button" on:click=move |_| download_text("damaged-entry.txt", "text/plain", &format!("{}\n{}", found.key, found.text)) aria-label=format!("Download damaged entry {name}")>"Download"</button>
                            </li>
                        }
                    }).collect_view()}
                </ul>
            </section>
        })
    }
}

#[component]
fn Rename(about: RwSignal<Option<(AssessmentId, String)>>) -> impl IntoView {
    let workspace = workspace();
    let shown = Signal::derive(move || about.with(Option::is_some));
    let close = Callback::new(move |()| about.set(None));
    let title = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some((_, present)) = about.get() {
            title.set(present);
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some((id, _)) = about.get_untracked() {
            let title = title.get_untracked().trim().to_owned();
            workspace.call_later(move |on_call| (on_call.rename)(workspace, id, title));
        }
        close.run(());
    };
    view! {
        <Dialog title="Rename" shown close>
            <form class="settle" on:submit=submit>
                <label>
                    <span class="field-name">"Name"</span>
                    <input type="text" required prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
                </label>
                <div class="buttons"><button type="submit" class="primary">"Rename"</button></div>
            </form>
        </Dialog>
    }
}
