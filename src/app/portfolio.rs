//! The assessments of a portfolio: those on this machine, by what is kept of them, and those out of files, which stay in memory.

use super::list::sum_up;
use super::summary::made_with;
use super::workspace::{Workspace, fold, fold_changes, too_new};
use crate::domain::assessment::Assessment;
use crate::domain::id::AssessmentId;
use crate::domain::model::Model;
use crate::exchange::collection::{Collection, FileProblem};
use crate::exchange::envelope::AssessmentFile;
use crate::reference::library::Library;
use crate::report::digest::{Digest, digest};
use crate::storage::journal::Entry;
use crate::storage::store::StoreError;
use crate::storage::{digests, journal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is loaded, until the page is left.
#[derive(Clone, Copy)]
pub struct Loaded {
    workspace: Workspace,
    here: RwSignal<Vec<Arc<Digest>>>,
    /// Out of files.
    guests: RwSignal<Vec<Guest>>,
    /// How many are still to be read.
    pub waiting: RwSignal<usize>,
    /// The models that are here, with those that came in files.
    library: StoredValue<Arc<Library>>,
    /// What could not be read.
    pub problems: RwSignal<Vec<FileProblem>>,
}

/// An assessment that is not on this machine.
#[derive(Clone)]
pub struct Guest {
    pub file: Arc<AssessmentFile>,
    pub digest: Arc<Digest>,
}

/// So many are made anew before those that are ready are shown.
const STEP: usize = 10;

impl Loaded {
    /// Starts reading what is on this machine.
    pub fn new(workspace: Workspace) -> Self {
        let loaded = Self {
            workspace,
            here: RwSignal::new(Vec::new()),
            guests: RwSignal::new(Vec::new()),
            waiting: RwSignal::new(0),
            library: StoredValue::new(workspace.library()),
            problems: RwSignal::new(Vec::new()),
        };
        spawn_local(async move {
            if let Err(error) = loaded.read().await {
                loaded.tell("This machine", error.to_string());
            }
        });
        loaded
    }

    /// All digests. A file stands in place of the assessment of the same id on this machine.
    pub fn digests(self) -> Vec<Arc<Digest>> {
        let mut all: BTreeMap<AssessmentId, Arc<Digest>> = BTreeMap::new();
        self.here.with(|here| {
            for digest in here {
                all.insert(digest.id.clone(), digest.clone());
            }
        });
        self.guests.with(|guests| {
            for guest in guests {
                all.insert(guest.digest.id.clone(), guest.digest.clone());
            }
        });
        all.into_values().collect()
    }

    pub fn guests(self) -> Vec<Guest> {
        self.guests.get()
    }

    /// Whether an assessment is out of a file.
    pub fn is_guest(self, id: &AssessmentId) -> bool {
        self.guests
            .with(|guests| guests.iter().any(|guest| guest.digest.id == *id))
    }

    /// Takes in files by name and text.
    pub fn add(self, collection: Collection) {
        if !collection.models.is_empty() {
            let mut files = self.workspace.files();
            files.extend(collection.models);
            self.library.set_value(Arc::new(Library::read(&files)));
        }
        let library = self.library.get_value();
        let mut problems = collection.problems;
        let sources = collection.sources;
        let source = |id: &AssessmentId| sources.get(id).cloned().unwrap_or_default();
        let mut new = Vec::new();
        for file in collection.files.into_values() {
            match digest_of_file(&library, &file) {
                Ok(digest) => new.push(Guest {
                    file: Arc::new(file),
                    digest: Arc::new(digest),
                }),
                Err(text) => problems.push(FileProblem {
                    file: source(&file.id),
                    text,
                }),
            }
        }
        self.guests.update(|guests| {
            guests.retain(|guest| new.iter().all(|found| found.digest.id != guest.digest.id));
            guests.extend(new);
        });
        self.problems.update(|all| all.extend(problems));
    }

    /// Keeps an assessment of a file on this machine.
    pub fn keep(self, id: AssessmentId) {
        spawn_local(async move {
            let guests = self.guests.get_untracked().into_iter();
            let Some(guest) = guests.into_iter().find(|guest| guest.digest.id == id) else {
                return;
            };
            match self.workspace.take_in((*guest.file).clone()).await {
                Ok(_) => {
                    self.guests
                        .update(|guests| guests.retain(|guest| guest.digest.id != id));
                    if let Err(error) = self.read().await {
                        self.tell("This machine", error.to_string());
                    }
                }
                Err(message) => self.workspace.say(message),
            }
        });
    }

    /// The whole assessment of a digest, with its model.
    ///
    /// # Errors
    /// A sentence, where it cannot be read.
    pub async fn whole(self, digest: &Digest) -> Result<(Model, Assessment), String> {
        let model = self
            .library
            .get_value()
            .model(&digest.model, &digest.framework)?;
        Ok((model, self.assessment(&digest.id).await?))
    }

    async fn assessment(self, id: &AssessmentId) -> Result<Assessment, String> {
        let guests = self.guests.get_untracked().into_iter();
        let guest = guests.into_iter().find(|guest| guest.digest.id == *id);
        if let Some(guest) = guest {
            return fold_changes(&guest.file.changes).map_err(|refusal| refusal.to_string());
        }
        let found = self.workspace.keeper().load(id).await;
        let found = found.map_err(|error| error.to_string())?;
        fold(&found).map_err(|_| "It cannot be read any more.".to_owned())
    }

    /// Reads what is kept of the assessments on this machine, and makes anew what is missing or stale.
    async fn read(self) -> Result<(), StoreError> {
        let store = self.workspace.keeper().store;
        let index = journal::index(&*store).await?;
        let mut texts = digests::all(&*store).await?;
        let library = self.workspace.library();
        let (mut ready, mut stale) = (Vec::new(), Vec::new());
        for (id, entry) in index {
            if entry.deleted_at.is_some() {
                continue;
            }
            let counts = entry.view.is_some() && entry.too_new.is_none();
            let text = texts.remove(&id).filter(|_| counts);
            match text.and_then(|text| kept(&library, &text)) {
                Some(digest) => ready.push(Arc::new(digest)),
                None => stale.push((id, entry)),
            }
        }
        self.here.set(ready.clone());
        let count = stale.len();
        for (done, (id, entry)) in stale.into_iter().enumerate() {
            self.waiting.set(count - done);
            match self.make(&id, entry).await {
                Ok(digest) => ready.push(Arc::new(digest)),
                Err(text) => self.tell(&format!("Assessment {id}"), text),
            }
            if done % STEP == STEP - 1 {
                self.here.set(ready.clone());
            }
        }
        self.waiting.set(0);
        if count > 0 {
            self.here.set(ready);
        }
        Ok(())
    }

    /// Reads an assessment of this machine, and keeps what a portfolio needs of it.
    async fn make(self, id: &AssessmentId, entry: Entry) -> Result<Digest, String> {
        if let Some(version) = entry.too_new {
            return Err(too_new(version));
        }
        let (workspace, store) = (self.workspace, self.workspace.keeper().store);
        let mut view = entry.view.clone();
        if view.is_none() {
            // Its changes are packed first, so that what is made of them can be kept.
            let _ = sum_up(workspace, id.clone(), entry).await;
            let index = journal::index(&*store).await;
            view = index.ok().and_then(|mut index| index.remove(id)?.view);
        }
        let assessment = self.assessment(id).await?;
        let digest = digest_of(&workspace.library(), id, &assessment)?;
        if let (Some(view), Ok(text)) = (view, serde_json::to_string(&digest)) {
            // Where it cannot be kept it is made again next time.
            let _ = digests::keep(&*store, id, view, text).await;
        }
        Ok(digest)
    }

    fn tell(self, file: &str, text: String) {
        let file = file.to_owned();
        self.problems
            .update(|problems| problems.push(FileProblem { file, text }));
    }
}

/// One that was kept, unless it was made otherwise than it would be made now.
fn kept(library: &Library, text: &str) -> Option<Digest> {
    let digest: Digest = serde_json::from_str(text).ok()?;
    let models = (digest.model.clone(), digest.framework.clone());
    (digest.made_with == made_with(library, &models)).then_some(digest)
}

fn digest_of_file(library: &Library, file: &AssessmentFile) -> Result<Digest, String> {
    let assessment = fold_changes(&file.changes).map_err(|refusal| refusal.to_string())?;
    digest_of(library, &file.id, &assessment)
}

fn digest_of(
    library: &Library,
    id: &AssessmentId,
    assessment: &Assessment,
) -> Result<Digest, String> {
    let models = (assessment.model.clone(), assessment.framework.clone());
    let model = library.model(&models.0, &models.1)?;
    let made_with = made_with(library, &models);
    digest(&model, id, assessment, made_with).map_err(|refusal| refusal.to_string())
}
