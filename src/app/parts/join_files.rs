//! Files of others, picked or dropped: what each would bring, and the button that joins them.

use super::join_preview::JoinPreview;
use super::passphrase::Unlock;
use crate::app::browser::{blob_text, file_text, now, today};
use crate::app::dropped::{Dropped, listed};
use crate::app::files::ASSESSMENT_FILES;
use crate::app::route::Route;
use crate::app::shell::go;
use crate::app::team_view::TeamView;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::change::Change;
use crate::exchange::envelope;
use crate::exchange::joining::{Joining, Unfit, joining};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

/// A file by its name, with its text or why it has none.
type Picked = (String, Result<String, String>);

/// A locked file may hold a larger one than it looks.
const MOST_BYTES: f64 = 20_000_000.0;

#[component]
pub fn JoinFiles() -> impl IntoView {
    let workspace = workspace();
    let picked: RwSignal<Vec<Picked>> = RwSignal::new(Vec::new());
    let busy = RwSignal::new(false);
    let over = RwSignal::new(false);
    let input: NodeRef<html::Input> = NodeRef::new();
    let found = Memo::new(move |_| {
        let files = picked.get();
        let found = workspace.track_any(|open| {
            let day = today()?;
            Some(joining(
                &open.model,
                &open.id,
                &open.assessment,
                &files,
                day,
            ))
        });
        found.flatten().filter(|found| !found.files.is_empty())
    });
    let pick = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let files = listed(input.files());
        // So that the same files can be picked again.
        input.set_value("");
        spawn_local(read(picked, files));
    };
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(dropped) = event.data_transfer().map(|transfer| Dropped::of(&transfer)) {
            spawn_local(async move {
                let (files, problems) = dropped.files().await;
                read(picked, files).await;
                let lost = problems.into_iter().map(|lost| (lost.file, Err(lost.text)));
                picked.update(|picked| picked.extend(lost));
            });
        }
    };
    let join = move |_| {
        let Some(found) = found.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            if let Err(message) = take_in(workspace, found.changes).await {
                workspace.say(format!("Nothing was joined. {message}"));
                busy.set(false);
            }
        });
    };
    let clear = Callback::new(move |()| picked.set(Vec::new()));
    view! {
        <div class="join-place" class:over=move || over.get() on:dragover=move |event: ev::DragEvent| { event.prevent_default(); over.set(true) } on:dragleave=move |_| over.set(false) on:drop=drop>
            <div class="buttons">
                <label class="button file">
                    "Pick files\u{2026}"
                    <input type="file" class="visually-hidden" multiple accept=ASSESSMENT_FILES node_ref=input on:change=pick />
                </label>
                <span class="hint">"Or drop them here."</span>
            </div>
            {move || found.with(|found| found.as_ref().and_then(locked)).and_then(|place| picked.with_untracked(|picked| picked.get(place).cloned())).map(|(name, text)| {
                let file = text.unwrap_or_default();
                let (inside, closed) = (file.clone(), file.clone());
                let opened = Callback::new(move |blob: Blob| open_locked(picked, inside.clone(), blob));
                let close = Callback::new(move |()| picked.update(|picked| picked.retain(|(_, text)| *text != Ok(closed.clone()))));
                view! { <Unlock name file opened close /> }
            })}
            <div role="status">{move || found.get().map(|found| view! { <JoinPreview found /> })}</div>
            {move || found.with(Option::is_some).then(|| {
                let new = found.with(|found| found.as_ref().is_some_and(|found| !found.changes.is_empty()));
                view! {
                    {new.then(|| view! { <p class="hint">"Joining adds what is missing and removes nothing. It cannot be undone: download a copy first if you want to keep this one as it is."</p> })}
                    <div class="buttons">
                        <button type="button" class="primary" disabled=move || busy.get() || !new on:click=join>"Join"</button>
                        <button type="button" on:click=move |_| clear.run(())>"Put the files away"</button>
                    </div>
                }
            })}
        </div>
    }
}

async fn read(picked: RwSignal<Vec<Picked>>, files: Vec<web_sys::File>) {
    for file in files {
        let text = file_text(&file).await;
        picked.update(|picked| picked.push((file.name(), text)));
    }
}

/// The place of the first file that waits for its passphrase.
fn locked(found: &Joining) -> Option<usize> {
    let mut files = found.files.iter();
    files.position(|file| file.found == Err(Unfit::Locked))
}

/// Puts what was inside a locked file in its place. It is found by its text: several files may have one name.
fn open_locked(picked: RwSignal<Vec<Picked>>, locked: String, blob: Blob) {
    spawn_local(async move {
        let text = blob_text(&blob, MOST_BYTES).await;
        picked.update(|picked| {
            let locked = Ok(locked);
            if let Some(file) = picked.iter_mut().find(|(_, text)| *text == locked) {
                file.1 = text;
            }
        });
    });
}

/// Joins the changes with those that are kept, and goes to what is to be settled.
async fn take_in(workspace: Workspace, new: Vec<Change>) -> Result<(), String> {
    let here = workspace.with(|open| (open.id.clone(), open.assessment.changes().first().cloned()));
    let (id, start) = here.ok_or("It is not open any more.")?;
    let changes = start.into_iter().chain(new).collect();
    let file = envelope::of_changes(&id, changes, &now()).ok_or("It cannot be read any more.")?;
    let id = workspace.take_in(file).await?;
    go(&Route::Team(id, TeamView::Agree));
    Ok(())
}
