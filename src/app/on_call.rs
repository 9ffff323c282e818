//! Work that comes in a download of its own, with the page where most of it is done: all that reads, makes or writes changes.
//! The first view needs none of it, so here is the border.

use super::files;
use super::keeper::Keeper;
use super::library::File;
use super::list::sum_up;
use super::route::Route;
use super::shell::go;
use super::starter::{Start, start};
use super::summary::Summary;
use super::workspace::Workspace;
use crate::domain::id::AssessmentId;
use crate::reference::library::Library;
use crate::storage::journal::Entry;
use crate::storage::store::StoreError;
use crate::storage::unsaved;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

/// Work under way.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// What can be asked for.
#[derive(Clone, Copy)]
pub struct OnCall {
    pub open: fn(Workspace, AssessmentId) -> Later<()>,
    pub start: fn(&Workspace, &Start) -> Option<AssessmentId>,
    pub undo: fn(&Workspace),
    pub redo: fn(&Workspace),
    pub hear: fn(Workspace, String, String),
    pub catch_up: fn(Workspace) -> Later<()>,
    pub rename: fn(Workspace, AssessmentId, String) -> Later<()>,
    pub duplicate: fn(Workspace, AssessmentId) -> Later<()>,
    pub export: fn(Workspace, AssessmentId) -> Later<()>,
    pub rescue: fn(Workspace, AssessmentId) -> Later<()>,
    pub import: fn(Workspace, String, String) -> Later<()>,
    pub sum_up: fn(Workspace, AssessmentId, Entry) -> Later<Option<Summary>>,
    pub is_gone: fn(Workspace, AssessmentId) -> Later<bool>,
    pub take_up: fn(Keeper) -> Later<Result<(), StoreError>>,
    pub read_library: fn(&[File]) -> Library,
}

/// Fetches all of it, or says why it cannot be had.
pub type FetchOnCall = fn() -> Later<Result<OnCall, String>>;

/// Gives all of it once its download is here.
#[wasm_split(rate, fallible, wasm_split_path = leptos::wasm_split)]
fn called() -> Result<OnCall, SplitLoaderError> {
    Ok(OnCall {
        open: |workspace, id| Box::pin(workspace.find_and_open(id)),
        start,
        undo: Workspace::undo,
        redo: Workspace::redo,
        hear: |workspace, key, text| {
            if let Some(note) = unsaved::read(&key, &text) {
                workspace.hear(&note.id, note.change.into_iter().collect());
            }
        },
        catch_up: |workspace| Box::pin(workspace.catch_up()),
        rename: |workspace, id, title| Box::pin(workspace.rename(id, title)),
        duplicate: |workspace, id| Box::pin(workspace.duplicate(id)),
        export: |workspace, id| Box::pin(files::export_assessment(workspace, id)),
        rescue: |workspace, id| Box::pin(files::rescue_assessment(workspace, id)),
        import: |workspace, name, text| Box::pin(files::import_assessment(workspace, name, text)),
        sum_up: |workspace, id, entry| Box::pin(sum_up(workspace, id, entry)),
        is_gone: |workspace, id| Box::pin(workspace.is_gone(id)),
        take_up: |keeper| Box::pin(async move { keeper.take_up().await }),
        read_library: Library::read,
    })
}

/// Waits for the download, which is there at once after the first time.
///
/// # Errors
/// A sentence, where it cannot be had.
pub async fn on_call() -> Result<OnCall, String> {
    let words = "A part of Plumbline could not be loaded. Check the connection and try again.";
    called().await.map_err(|_| words.to_owned())
}

impl Workspace {
    /// As the function of this name, which was handed over at the start: what comes in a download must not hold on to the border
    /// itself, or the tests in the browser, which have no downloads, would ask for one.
    pub(super) async fn on_call(self) -> Result<OnCall, String> {
        (self.fetch_on_call)().await
    }

    /// Has something done as soon as what does it is here; says so where it cannot be had.
    pub fn call(self, what: impl FnOnce(OnCall) + 'static) {
        spawn_local(async move {
            match self.on_call().await {
                Ok(on_call) => what(on_call),
                Err(message) => self.say(message),
            }
        });
    }

    /// As [`Self::call`], for what takes a while.
    pub fn call_later(self, what: impl FnOnce(OnCall) -> Later<()> + 'static) {
        self.call(|on_call| spawn_local(what(on_call)));
    }

    /// Starts an assessment and goes to rating it.
    pub fn start_and_rate(self, wanted: Start) {
        self.call(move |on_call| match (on_call.start)(&self, &wanted) {
            Some(id) => go(&Route::Rate(id, None)),
            None => self.say("This cannot be started: the model has a problem. See Models."),
        });
    }
}
