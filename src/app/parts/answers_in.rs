//! Takes answers in: links that are pasted, files that are picked or dropped, with a preview first.

use crate::app::browser::{file_text, today};
use crate::app::dropped::{Dropped, listed};
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::exchange::arrivals::{Arrival, Brought, Standing, arrivals, edits};
use crate::exchange::link_text::{LinkKind, links};
use crate::exchange::response_file::{ResponseError, SentResponse};
use crate::report::words::count;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn AnswersIn() -> impl IntoView {
    let brought = RwSignal::new(Vec::<Brought>::new());
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let input: NodeRef<html::Input> = NodeRef::new();
    let paste = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        let found = links(LinkKind::Answers, &text);
        let read = found
            .into_iter()
            .map(|link| ("Link".to_owned(), SentResponse::read_link(link)));
        brought.update(|brought| brought.extend(read));
        pasted.set(String::new());
    };
    let picked = move |_| {
        if let Some(input) = input.get_untracked() {
            let files = listed(input.files());
            // So that the same files can be picked again.
            input.set_value("");
            spawn_local(read_all(files, brought));
        }
    };
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(dropped) = event.data_transfer().map(|transfer| Dropped::of(&transfer)) else {
            return;
        };
        spawn_local(async move {
            let (files, problems) = dropped.files().await;
            read_all(files, brought).await;
            let unread = problems
                .into_iter()
                .map(|problem| (problem.file, Err(ResponseError::Unreadable(problem.text))));
            brought.update(|brought| brought.extend(unread));
        });
    };
    view! {
        <div class="drop-here" class:over=move || over.get() on:dragover=move |event: ev::DragEvent| { event.prevent_default(); over.set(true) } on:dragleave=move |_| over.set(false) on:drop=drop>
            <form class="link-to-copy" on:submit=paste>
                <label class="grow">
                    <span class="field-name">"A link with answers"</span>
                    <input type="text" required autocomplete="off" placeholder="Paste it here" prop:value=move || pasted.get() on:input=move |event| pasted.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Look at it"</button>
            </form>
            <div class="buttons">
                <label class="button file">
                    "Choose files with answers\u{2026}"
                    <input type="file" class="visually-hidden" multiple accept=".json,application/json" node_ref=input on:change=picked />
                </label>
                <span class="hint">"Or drop them here, all at once. You see what they hold before anything is taken in."</span>
            </div>
        </div>
        <ArrivalsPreview brought />
    }
}

async fn read_all(files: Vec<web_sys::File>, brought: RwSignal<Vec<Brought>>) {
    let mut found = Vec::new();
    for file in files {
        let read = match file_text(&file).await {
            Ok(text) => SentResponse::read_file(&text),
            Err(message) => Err(ResponseError::Unreadable(message)),
        };
        found.push((file.name(), read));
    }
    brought.update(|brought| brought.extend(found));
}

/// What was brought would do this, and a button that does it.
#[component]
pub fn ArrivalsPreview(brought: RwSignal<Vec<Brought>>) -> impl IntoView {
    let workspace = workspace();
    let found = Memo::new(move |_| {
        let found = brought.with(|brought| {
            workspace.track_any(|open| {
                let (model, survey) = (&open.model, &open.assessment.survey);
                arrivals(model, &open.id, survey, today(), brought)
            })
        });
        found.unwrap_or_default()
    });
    let wanted = Memo::new(move |_| found.with(|found| edits(found).len()));
    let take = move |_| {
        let edits: Vec<Edit> =
            found.with_untracked(|found| edits(found).into_iter().map(Edit::Survey).collect());
        let many = edits.len();
        if workspace.apply_all(edits) {
            brought.set(Vec::new());
            workspace.say(format!(
                "{} taken in. Undo takes {} out again.",
                responses(many),
                if many == 1 { "it" } else { "them" }
            ));
        }
    };
    view! {
        {move || (!found.with(Vec::is_empty)).then(|| view! {
            <section class="arrivals" aria-label="Before they are taken in">
                <p role="status">{move || format!("{} of {} can be taken in.", wanted.get(), responses(found.with(Vec::len)))}</p>
                <div class="table-scroll" tabindex="0" role="region" aria-label="What was brought">
                    <table>
                        <thead><tr><th scope="col">"From"</th><th scope="col">"What happens"</th><th scope="col">"Who"</th><th scope="col">"When"</th><th scope="col">"Answered"</th></tr></thead>
                        <tbody>{move || found.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
                <div class="buttons">
                    <button type="button" class="primary" disabled=move || wanted.get() == 0 on:click=take>{move || format!("Take in {}", responses(wanted.get()))}</button>
                    <button type="button" on:click=move |_| brought.set(Vec::new())>"Leave all as it is"</button>
                </div>
            </section>
        })}
    }
}

fn row(arrival: Arrival) -> impl IntoView {
    let words = match arrival.standing {
        Standing::New(..) => "New".to_owned(),
        Standing::Again(..) => {
            "The same participant once more: comes in place of the earlier answers".to_owned()
        }
        Standing::Older(day) => {
            format!("Older than the answers of {day} that are here, so it is left out")
        }
        Standing::Here => "Here already; nothing changes".to_owned(),
        Standing::Twice => "Stands further up already; counts once".to_owned(),
        Standing::Refused(text) => text,
    };
    let remarks = arrival.remarks.into_iter();
    view! {
        <tr>
            <th scope="row">{arrival.from}</th>
            <td>{words}{remarks.map(|remark| view! { <p class="hint">{remark}</p> }).collect_view()}</td>
            <td>{if arrival.who.is_empty() { "No name".to_owned() } else { arrival.who }}</td>
            <td>{arrival.day.map_or_else(|| "\u{2013}".to_owned(), |day| day.to_string())}</td>
            <td>{(arrival.asked > 0).then(|| format!("{} of {}", arrival.answered, count(arrival.asked, "question")))}</td>
        </tr>
    }
}

/// "1 response", "40 responses".
fn responses(number: usize) -> String {
    count(number, "response")
}
