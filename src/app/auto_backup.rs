//! Backups that are made by themselves, into a folder that the person chose.

use super::backup;
use super::folder;
use super::keeper::SaveState;
use super::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How automatic backups stand.
#[derive(Clone, PartialEq)]
pub enum Standing {
    Unknown,
    /// This browser cannot write into folders.
    Impossible,
    /// No folder was chosen.
    None,
    /// The browser wants to be asked again before it lets the folder of this name be written to.
    Closed(String),
    /// Backups are written into the folder of this name.
    Open(String),
}

/// How long the work must rest before a backup is written.
const REST: Duration = Duration::from_secs(20);

/// How automatic backups stand now.
pub async fn standing(workspace: Workspace) -> Standing {
    if !folder::is_possible() {
        return Standing::Impossible;
    }
    match folder::chosen(&workspace.keeper()).await {
        None => Standing::None,
        Some(folder) if folder.is_open(false).await => Standing::Open(folder.name()),
        Some(folder) => Standing::Closed(folder.name()),
    }
}

/// Lets the person choose a folder, and writes the first backup into it.
///
/// # Errors
/// A sentence, where the backup could not be written.
pub async fn choose(workspace: Workspace) -> Result<(), String> {
    match folder::choose(&workspace.keeper()).await {
        Some(_) => back_up(workspace).await,
        None => Ok(()),
    }
}

/// Asks the person whether the folder may be written to again.
///
/// # Errors
/// A sentence, where the backup could not be written.
pub async fn allow(workspace: Workspace) -> Result<(), String> {
    match folder::chosen(&workspace.keeper()).await {
        Some(folder) if folder.is_open(true).await => back_up(workspace).await,
        _ => Ok(()),
    }
}

pub async fn stop(workspace: Workspace) {
    folder::forget(&workspace.keeper()).await;
}

/// Writes a backup whenever the work has rested for a while, and once at the start where there is something newer.
pub fn follow(workspace: Workspace) {
    let state = workspace.keeper().state;
    let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        state.track();
        workspace.list.summaries.track();
        workspace.models_revision.track();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let due = move || {
            spawn_local(async move {
                if !workspace.keeper().has_waiting()
                    && is_newer(workspace)
                    && let Standing::Open(_) = standing(workspace).await
                    && let Err(message) = back_up(workspace).await
                {
                    workspace.say(message);
                }
            });
        };
        timer.set_value(set_timeout_with_handle(due, REST).ok());
    });
}

/// Whether anything was changed since the last backup, as far as this window knows.
fn is_newer(workspace: Workspace) -> bool {
    let last = workspace.last_backup.get_untracked().unwrap_or_default();
    let saved = match workspace.keeper().state.get_untracked() {
        SaveState::Saved { at } => at,
        _ => String::new(),
    };
    workspace.list.summaries.with_untracked(|list| {
        let changed = list
            .iter()
            .flatten()
            .flat_map(|summary| [&summary.changed_at].into_iter().chain(&summary.deleted_at));
        changed.chain([&saved]).any(|at| *at > last)
    })
}

async fn back_up(workspace: Workspace) -> Result<(), String> {
    let Some(folder) = folder::chosen(&workspace.keeper()).await else {
        return Ok(());
    };
    let made = backup::make(workspace)
        .await
        .map_err(|error| error.to_string())?;
    folder.save(&file_name(), &made).await?;
    backup::made(workspace);
    Ok(())
}

/// One name for each day of the week, so that the folder does not fill up and last week is still there.
fn file_name() -> String {
    const DAYS: [&str; 7] = [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];
    let day = js_sys::Date::new_0().get_day() as usize;
    format!("plumbline-backup-{}.jsonl", DAYS[day % DAYS.len()])
}
