//! Settings and backup: everything as one file and back again, the room that is left, and Plumbline without a network.

use crate::app::auto_backup::{self, Standing};
use crate::app::backup::{self, Look};
use crate::app::browser::{
    blob_text, download_blob, download_text, fetch_texts, local_time, now, text_blob,
};
use crate::app::files::import_assessment;
use crate::app::parts::opened_backup::OpenedBackup;
use crate::app::parts::passphrase::{NewPassphrase, Unlock, locked};
use crate::app::parts::pick_button::PickButton;
use crate::app::parts::promise::Promise;
use crate::app::room::{Room, in_words};
use crate::app::workspace::{Workspace, workspace};
use crate::exchange::envelope::ASSESSMENT_FORMAT;
use crate::exchange::locked::LOCKED_FORMAT;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

/// What people may pick as a backup.
const BACKUP_FILES: &str = ".jsonl,.json,application/json";

/// All of Plumbline in one file, beside the page.
const SINGLE_FILE: &str = "plumbline.html";

#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="page set-up settings">
            <h1 tabindex="-1">"Settings and backup"</h1>
            <p class="lead">"Your work is kept in this browser, on this machine, and nowhere else. A backup is the copy that survives a lost machine."</p>
            <BackUp />
            <Restore />
            <Folder />
            <RoomHere />
            <SingleFile />
        </div>
    }
}

/// Everything as one file.
#[component]
fn BackUp() -> impl IntoView {
    let workspace = workspace();
    let last = workspace.last_backup;
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let make = move |_| {
        busy.set(true);
        spawn_local(async move {
            match backup::make(workspace).await {
                Ok(blob) => match locked(blob, &passphrase.get_untracked()).await {
                    Ok(blob) => {
                        let day: String = now().chars().take(10).collect();
                        let ending = if passphrase.with_untracked(String::is_empty) {
                            ".jsonl"
                        } else {
                            "-locked.json"
                        };
                        download_blob(&format!("plumbline-backup-{day}{ending}"), &blob);
                        backup::made(workspace);
                        passphrase.set(String::new());
                    }
                    Err(message) => workspace.say(message),
                },
                Err(error) => workspace.say(format!("No backup was made. {error}")),
            }
            busy.set(false);
        });
    };
    view! {
        <section aria-labelledby="backup">
            <h2 id="backup">"Backup"</h2>
            <p>"One file with all assessments with their stakeholder registers, your own models and your settings. It carries a checksum, so that it can be verified at any time."</p>
            <p class="hint" role="status">{move || match last.get() {
                Some(at) => format!("Last backup: {}.", local_time(&at)),
                None => "There has been no backup yet.".to_owned(),
            }}</p>
            <NewPassphrase passphrase />
            <div class="buttons">
                <button type="button" class="primary" disabled=move || busy.get() on:click=make>"Back up everything now"</button>
            </div>
        </section>
    }
}

/// A file that was opened here.
#[derive(Clone)]
enum Opened {
    Locked {
        name: String,
        text: String,
    },
    Backup {
        name: String,
        blob: Blob,
        look: Look,
    },
}

/// A backup that was made before: verified, shown, restored.
#[component]
fn Restore() -> impl IntoView {
    let workspace = workspace();
    let opened: RwSignal<Option<Opened>, LocalStorage> = RwSignal::new_local(None);
    let close = Callback::new(move |()| opened.set(None));
    let open = move |name: String, blob: Blob| {
        spawn_local(async move {
            match what_is_in(workspace, &name, blob).await {
                Ok(found) => opened.set(found),
                Err(message) => workspace.say(format!("{name}: {message}")),
            }
        });
    };
    if let Some((name, text)) = workspace.handed.try_update_value(Option::take).flatten()
        && let Some(blob) = text_blob("application/json", &text)
    {
        open(name, blob);
    }
    let picked = Callback::new(move |file: web_sys::File| open(file.name(), file.into()));
    view! {
        <section aria-labelledby="restore">
            <h2 id="restore">"Verify or restore a backup"</h2>
            <p>"Opening a backup checks that it is whole and shows what it would add, change and leave alone. Nothing happens before you say so. Restoring removes nothing."</p>
            <div class="buttons"><PickButton label="Open a backup" accept=BACKUP_FILES picked /></div>
            {move || opened.get().map(|found| match found {
                Opened::Backup { name, blob, look } => view! { <OpenedBackup blob name look close /> }.into_any(),
                Opened::Locked { name, text } => {
                    let inside = name.clone();
                    let unlocked = Callback::new(move |blob: Blob| open(inside.clone(), blob));
                    view! { <Unlock name file=text opened=unlocked close /> }.into_any()
                }
            })}
        </section>
    }
}

/// Looks into a file. An assessment is imported at once, and nothing is left to show.
async fn what_is_in(
    workspace: Workspace,
    name: &str,
    blob: Blob,
) -> Result<Option<Opened>, String> {
    // Lines of a backup hold the names of other formats: the first field of a file says what it is.
    let start = blob_text(&blob, 200.0).await?;
    let start = start.split(',').next().unwrap_or_default();
    let name = name.to_owned();
    if start.contains(LOCKED_FORMAT) {
        let text = blob_text(&blob, blob.size()).await?;
        Ok(Some(Opened::Locked { name, text }))
    } else if start.contains(ASSESSMENT_FORMAT) {
        let text = blob_text(&blob, blob.size()).await?;
        import_assessment(workspace, name, text).await;
        Ok(None)
    } else {
        let look = backup::look(workspace, &blob).await?;
        Ok(Some(Opened::Backup { name, blob, look }))
    }
}

/// Backups that are made by themselves.
#[component]
fn Folder() -> impl IntoView {
    let workspace = workspace();
    let standing = RwSignal::new(Standing::Unknown);
    let ask =
        move || spawn_local(async move { standing.set(auto_backup::standing(workspace).await) });
    ask();
    let choose = move |_| {
        spawn_local(async move {
            if let Err(message) = auto_backup::choose(workspace).await {
                workspace.say(message);
            }
            ask();
        })
    };
    let allow = move |_| {
        spawn_local(async move {
            if let Err(message) = auto_backup::allow(workspace).await {
                workspace.say(message);
            }
            ask();
        })
    };
    let stop = move |_| {
        spawn_local(async move {
            auto_backup::stop(workspace).await;
            ask();
        })
    };
    view! {
        <section aria-labelledby="folder">
            <h2 id="folder">"Automatic backup into a folder"</h2>
            <p>"Plumbline can write a backup into a folder of your choice after each piece of work. Choose a synchronised folder, and it reaches your other machines. There is one file for each day of the week."</p>
            {move || match standing.get() {
                Standing::Unknown => ().into_any(),
                Standing::Impossible => view! { <p class="hint">"This browser cannot write into folders. Chrome and Edge can, on a computer."</p> }.into_any(),
                Standing::None => view! { <div class="buttons"><button type="button" on:click=choose>"Choose a folder\u{2026}"</button></div> }.into_any(),
                Standing::Closed(name) => view! {
                    <p class="problem warning">{format!("The browser asks again whether Plumbline may write into \"{name}\".")}</p>
                    <div class="buttons">
                        <button type="button" class="primary" on:click=allow>"Allow it"</button>
                        <button type="button" on:click=stop>"Stop automatic backups"</button>
                    </div>
                }.into_any(),
                Standing::Open(name) => view! {
                    <p role="status">{format!("Backups are written into \"{name}\".")}</p>
                    <div class="buttons"><button type="button" on:click=stop>"Stop automatic backups"</button></div>
                }.into_any(),
            }}
        </section>
    }
}

/// How much is used and left.
#[component]
fn RoomHere() -> impl IntoView {
    let room: RwSignal<Option<Room>> = RwSignal::new(None);
    spawn_local(async move { room.set(Room::estimate().await) });
    view! {
        <section aria-labelledby="room">
            <h2 id="room">"Room in this browser"</h2>
            {move || match room.get() {
                Some(room) => view! {
                    <p>
                        <meter aria-label="Room used" min="0" max=(room.used + room.left).to_string() value=room.used.to_string()></meter>
                        {format!(" {} used, {} left for Plumbline.", in_words(room.used), in_words(room.left))}
                    </p>
                    {room.is_scarce().then(|| view! { <p class="problem warning">"There is little room left. Make a backup, then free some room on this machine."</p> })}
                }.into_any(),
                None => view! { <p class="hint">"This browser does not say how much room there is."</p> }.into_any(),
            }}
            <Promise />
        </section>
    }
}

/// The program itself, to take along.
#[component]
fn SingleFile() -> impl IntoView {
    let is_single = document()
        .document_element()
        .is_some_and(|root| root.has_attribute("data-single-file"));
    let workspace = workspace();
    // Fetched and not linked to: without a network a download by link does not ask the service worker.
    let take_along = move |_| {
        spawn_local(async move {
            match fetch_texts(vec![SINGLE_FILE.to_owned()]).await.pop() {
                Some((name, Ok(text))) => download_text(&name, "text/html", &text),
                Some((_, Err(message))) => workspace.say(message),
                None => {}
            }
        })
    };
    view! {
        <section aria-labelledby="single">
            <h2 id="single">"Without a network"</h2>
            {if is_single {
                view! { <p>"This is Plumbline as a single file. Copy the file to take it along; your work is taken along with a backup."</p> }.into_any()
            } else {
                view! {
                    <p>"After the first visit Plumbline works without a network. You can also take it along as a single file that opens from a disk or a USB stick, with no server."</p>
                    <div class="buttons"><button type="button" on:click=take_along>"Download Plumbline as one file"</button></div>
                }.into_any()
            }}
        </section>
    }
}
