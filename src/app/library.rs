//! The model files: those that every page needs at the start, and the rest when somebody asks for it.

use super::browser::fetch_texts;
use super::keeper::SaveState;
use super::workspace::Workspace;
use crate::reference::catalogue::When;
use crate::reference::document::{Document, read};
use crate::storage::own_models;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far the models are that are not needed at the start.
#[derive(Clone, Copy, PartialEq)]
pub enum Rest {
    NotAsked,
    Loading,
    Here,
    Failed,
}

/// Name and text of a file.
pub type File = (String, String);

const CATALOGUE: &str = "models/catalogue.json";

/// Stands before the names of files that people brought.
pub const OWN: &str = "yours/";

/// Fetches the model files that the catalogue lists for the start, or all of them.
///
/// # Errors
/// Where a file cannot be fetched, or the catalogue cannot be used.
pub async fn fetch(whole: bool) -> Result<Vec<File>, String> {
    let mut texts = fetch_texts(vec![CATALOGUE.to_owned()]).await;
    let (_, text) = texts.pop().ok_or("The models could not be loaded.")?;
    let found = read(CATALOGUE, &text?);
    let Some(Document::Catalogue(catalogue)) = found.document else {
        let problems: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
        return Err(format!(
            "The list of models cannot be used. {}",
            problems.join(" ")
        ));
    };
    let wanted = catalogue
        .files
        .into_iter()
        .filter(|entry| whole || entry.when == When::Start);
    let paths = wanted.map(|entry| format!("models/{}", entry.path));
    let mut files = Vec::new();
    for (path, text) in fetch_texts(paths.collect()).await {
        files.push((path.trim_start_matches("models/").to_owned(), text?));
    }
    Ok(files)
}

impl Workspace {
    /// Loads all models, unless they are here or under way.
    pub fn load_rest(self) {
        if matches!(self.rest.get_untracked(), Rest::Loading | Rest::Here) {
            return;
        }
        self.rest.set(Rest::Loading);
        spawn_local(async move {
            match fetch(true).await {
                Ok(files) => {
                    self.shipped.set_value(files);
                    self.read_library().await;
                    self.rest.set(Rest::Here);
                }
                Err(message) => {
                    self.rest.set(Rest::Failed);
                    self.say(message);
                }
            }
        });
    }

    /// Reads the shipped files and those that people brought anew.
    pub async fn read_library(self) {
        match own_models::all(&*self.keeper().store).await {
            Ok(own) => {
                let named = own
                    .into_iter()
                    .map(|(name, text)| (format!("{OWN}{name}"), text));
                self.own.set_value(named.collect());
            }
            Err(error) => self.keeper().state.set(SaveState::Failed(error)),
        }
        match self.on_call().await {
            Ok(on_call) => {
                let library = (on_call.read_library)(&self.files());
                self.library.set_value(Arc::new(library));
            }
            Err(message) => self.say(message),
        }
        self.models_revision.update(|revision| *revision += 1);
        self.open_again();
        self.refresh_list();
    }

    /// The shipped files and those that people brought.
    pub fn files(self) -> Vec<File> {
        let mut files = self.shipped.get_value();
        files.extend(self.own.get_value());
        files
    }
}
