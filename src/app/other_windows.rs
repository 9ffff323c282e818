//! Other windows and tabs of the same browser: what is changed in one is seen in all.
//!
//! A change is noted on the slate at the click, and the browser tells every other window of it. Where that word does not come,
//! a window catches up when it is looked at again.

use super::browser::random_id;
use super::keeper::{SAVED, SaveState};
use super::library::Rest;
use super::workspace::Workspace;
use crate::storage::unsaved::UNSAVED;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A text that is different each time tells other windows that the list has changed.
const NEWS: &str = "plumbline/news";

/// The setting that says when the last backup was made, as it stands on the slate.
const LAST_BACKUP: &str = "plumbline/setting/last_backup";

/// A list that is shown is read anew this long after a change in another window, and not for each.
const BREATH: Duration = Duration::from_secs(1);

/// Follows what other windows do.
pub fn follow(workspace: Workspace) {
    let waits = StoredValue::new(false);
    let told = window_event_listener(ev::storage, move |event| {
        let (Some(key), Some(text)) = (event.key(), event.new_value()) else {
            return;
        };
        if key == SAVED {
            // Home may show it; elsewhere the list is read when Home is.
            if workspace.list.shown.get_value() && !waits.get_value() {
                waits.set_value(true);
                set_timeout(
                    move || {
                        waits.set_value(false);
                        workspace.refresh_list();
                    },
                    BREATH,
                );
            }
        } else if key == LAST_BACKUP {
            workspace.last_backup.set(Some(text));
        } else if key == NEWS {
            workspace.refresh_list();
            if workspace.rest.get_untracked() == Rest::Here {
                spawn_local(workspace.read_library());
            }
        } else if key.starts_with(UNSAVED) && workspace.with(|_| ()).is_some() {
            workspace.call(move |on_call| (on_call.hear)(workspace, key, text));
        }
    });
    let seen = window_event_listener(ev::visibilitychange, move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Visible {
            workspace.call_later(move |on_call| (on_call.catch_up)(workspace));
        }
    });
    on_cleanup(move || {
        told.remove();
        seen.remove();
    });
}

impl Workspace {
    /// Reads what was changed while nobody told, also by a Plumbline of an older version.
    pub(super) async fn catch_up(self) {
        let keeper = self.keeper();
        keeper.write();
        if keeper.has_left_over() {
            // What cannot be moved now is moved at the next start.
            let _ = keeper.take_up().await;
        }
        self.refresh_list();
        let Some(id) = self.with(|open| open.id.clone()) else {
            return;
        };
        match keeper.load(&id).await {
            Ok(found) => self.hear(&id, found.changes),
            Err(error) => keeper.state.set(SaveState::Failed(error)),
        }
    }

    /// Tells other windows that the list of assessments or the models have changed.
    pub(super) fn tell_other_windows(self) {
        // Without a slate they see it when they are looked at.
        let _ = self.keeper().slate.write(NEWS, &random_id());
    }
}
