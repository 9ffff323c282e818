//! Backups that are made by themselves, into a folder that the person chose.

use super::backup::{self, LAST};
use super::browser::now;
use super::folder;
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

/// Writes a backup whenever the work has rested for a while.
pub fn follow(workspace: Workspace) {
    let state = workspace.keeper().state;
    let last: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        state.track();
        if let Some(timer) = last.get_value() {
            timer.clear();
        }
        let due = move || {
            spawn_local(async move {
                if workspace.keeper().has_waiting()
                    || state.get_untracked() == super::keeper::SaveState::Nothing
                {
                    return;
                }
                if let Standing::Open(_) = standing(workspace).await
                    && let Err(message) = back_up(workspace).await
                {
                    workspace.say(message);
                }
            });
        };
        last.set_value(set_timeout_with_handle(due, REST).ok());
    });
}

async fn back_up(workspace: Workspace) -> Result<(), String> {
    let Some(folder) = folder::chosen(&workspace.keeper()).await else {
        return Ok(());
    };
    let made = backup::make(workspace)
        .await
        .map_err(|error| error.to_string())?;
    folder.save(&file_name(), &made).await?;
    workspace.set_setting(LAST, &now());
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
