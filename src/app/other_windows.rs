//! Other windows and tabs of the same browser: what is changed in one is seen in all.
//!
//! A change is noted on the slate at the click, and the browser tells every other window of it. Where that word does not come,
//! a window catches up when it is looked at again.

use super::browser::random_id;
use super::library::Rest;
use super::workspace::Workspace;
use crate::domain::change::Change;
use crate::storage::unsaved::UNSAVED;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A text that is different each time tells other windows that the list has changed.
const NEWS: &str = "plumbline/news";

/// Follows what other windows do.
pub fn follow(workspace: Workspace) {
    let told = window_event_listener(ev::storage, move |event| {
        let (Some(key), Some(text)) = (event.key(), event.new_value()) else {
            return;
        };
        if key == NEWS {
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
        let found = keeper.load(&id).await;
        let changes: Vec<Change> = found.map(|found| found.changes).unwrap_or_default();
        self.hear(&id, changes);
    }

    /// Tells other windows that the list of assessments or the models have changed.
    pub(super) fn tell_other_windows(self) {
        // Without a slate they see it when they are looked at.
        let _ = self.keeper().slate.write(NEWS, &random_id());
    }
}
