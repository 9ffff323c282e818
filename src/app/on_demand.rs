//! Pages that come in a download of their own when they are first asked for, so that the first view is small.

use super::auto_backup;
use super::page::Page;
use super::pages::not_loaded::{Loading, NotLoaded};
use super::pages::report::Report;
use super::pages::respond::Respond;
use super::pages::response::TakeIn;
use super::pages::{again::Again, compare::Compare, over_time::OverTime, portfolio::Portfolio};
use super::pages::{glossary::Glossary, readiness::Readiness, settings::Settings, share::Share};
use super::pages::{
    models::Models, new::New, plan::Plan, profile::Profile, rate::Rate, set_up::SetUp,
};
use super::pages::{team::Team, work::Work};
use super::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// How far each download is.
#[derive(Clone, Copy)]
pub struct OnDemand {
    workspace: Workspace,
    stages: [RwSignal<Stage>; 6],
}

#[derive(Clone, Copy)]
enum Stage {
    NotAsked,
    Loading,
    Here(Part),
    Failed,
}

/// A download, by its place in the list of stages.
#[derive(Clone, Copy)]
enum Download {
    Rate,
    Plan,
    Others,
    OverTime,
    Together,
    Report,
}

/// What a download brings.
#[derive(Clone, Copy)]
struct Part {
    /// Makes a page.
    make: fn(&Page) -> AnyView,
    /// What begins once it is here.
    begin: fn(Workspace),
}

impl OnDemand {
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            stages: std::array::from_fn(|_| RwSignal::new(Stage::NotAsked)),
        }
    }

    /// Starts the download of what makes backups by itself.
    pub fn expect_backups(self) {
        self.load(Download::Others);
    }

    /// The page, or how far its download is.
    pub fn show(self, page: &Page) -> AnyView {
        let download = Download::of(page);
        match self.stage(download).get() {
            Stage::Here(part) => (part.make)(page),
            Stage::Failed => view! { <NotLoaded again=move || self.load(download) /> }.into_any(),
            Stage::NotAsked | Stage::Loading => {
                self.load(download);
                view! { <Loading /> }.into_any()
            }
        }
    }

    /// Whether the page can be shown at once.
    pub fn has(self, page: &Page) -> bool {
        match page {
            Page::Home | Page::Unknown(_) => true,
            _ => matches!(self.stage(Download::of(page)).get(), Stage::Here(_)),
        }
    }

    /// A download that failed may be tried again.
    fn load(self, download: Download) {
        let stage = self.stage(download);
        if matches!(stage.get_untracked(), Stage::Loading | Stage::Here(_)) {
            return;
        }
        stage.set(Stage::Loading);
        spawn_local(async move {
            let loaded = match download {
                Download::Rate => rate().await,
                Download::Plan => plan().await,
                Download::Others => others().await,
                Download::OverTime => over_time().await,
                Download::Together => together().await,
                Download::Report => report().await,
            };
            if let Ok(part) = &loaded {
                (part.begin)(self.workspace);
            }
            stage.set(loaded.map_or(Stage::Failed, Stage::Here));
        });
    }

    fn stage(self, download: Download) -> RwSignal<Stage> {
        self.stages[download as usize]
    }
}

impl Download {
    /// The one that brings a page.
    fn of(page: &Page) -> Self {
        match page {
            Page::Rate(_) => Self::Rate,
            Page::Plan(..) => Self::Plan,
            Page::Time(_) | Page::Again(_) | Page::Compare | Page::Portfolio => Self::OverTime,
            Page::Work(..) | Page::Team(..) | Page::Respond(_) | Page::Response(_) => {
                Self::Together
            }
            Page::Report(_) => Self::Report,
            _ => Self::Others,
        }
    }
}

#[wasm_split(rate, fallible, wasm_split_path = leptos::wasm_split)]
fn rate() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |_| view! { <Rate /> }.into_any(),
        begin: |_| (),
    })
}

#[wasm_split(plan, fallible, wasm_split_path = leptos::wasm_split)]
fn plan() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |page| match page {
            Page::Plan(_, view) => view! { <Plan view=*view /> }.into_any(),
            _ => ().into_any(),
        },
        begin: |_| (),
    })
}

#[wasm_split(over_time, fallible, wasm_split_path = leptos::wasm_split)]
fn over_time() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |page| match page {
            Page::Time(_) => view! { <OverTime /> }.into_any(),
            Page::Again(_) => view! { <Again /> }.into_any(),
            Page::Compare => view! { <Compare /> }.into_any(),
            _ => view! { <Portfolio /> }.into_any(),
        },
        begin: |_| (),
    })
}

#[wasm_split(together, fallible, wasm_split_path = leptos::wasm_split)]
fn together() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |page| match page {
            Page::Work(_, view) => view! { <Work view=*view /> }.into_any(),
            Page::Team(_, view) => view! { <Team view=*view /> }.into_any(),
            Page::Respond(data) => view! { <Respond data=data.clone() /> }.into_any(),
            Page::Response(data) => view! { <TakeIn data=data.clone() /> }.into_any(),
            _ => ().into_any(),
        },
        begin: |_| (),
    })
}

#[wasm_split(report, fallible, wasm_split_path = leptos::wasm_split)]
fn report() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |_| view! { <Report /> }.into_any(),
        begin: |_| (),
    })
}

#[wasm_split(others, fallible, wasm_split_path = leptos::wasm_split)]
fn others() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        make: |page| match page {
            Page::New => view! { <New /> }.into_any(),
            Page::Models => view! { <Models /> }.into_any(),
            Page::Glossary => view! { <Glossary /> }.into_any(),
            Page::Settings => view! { <Settings /> }.into_any(),
            Page::Share(_) => view! { <Share /> }.into_any(),
            Page::Readiness(_) => view! { <Readiness /> }.into_any(),
            Page::Profile(_) => view! { <Profile /> }.into_any(),
            _ => view! { <SetUp /> }.into_any(),
        },
        begin: auto_backup::follow,
    })
}
