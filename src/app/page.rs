//! The page of an address, without what changes within the page.

use super::plan_view::PlanView;
use super::route::Route;
use super::team_view::TeamView;
use super::work_view::WorkView;
use crate::domain::id::AssessmentId;

#[derive(Clone, PartialEq)]
pub enum Page {
    Home,
    New,
    SetUp(AssessmentId),
    Rate(AssessmentId),
    Work(AssessmentId, WorkView),
    Team(AssessmentId, TeamView),
    Report(AssessmentId),
    Respond(String),
    Response(String),
    Profile(AssessmentId),
    Plan(AssessmentId, PlanView),
    Readiness(AssessmentId),
    Time(AssessmentId),
    Again(AssessmentId),
    Share(AssessmentId),
    Compare,
    Portfolio,
    Settings,
    Glossary,
    Models,
    Unknown(String),
}

impl From<Route> for Page {
    fn from(route: Route) -> Self {
        match route {
            Route::Home => Self::Home,
            Route::New => Self::New,
            Route::SetUp(id) => Self::SetUp(id),
            Route::Rate(id, _) => Self::Rate(id),
            Route::Work(id, view, _) => Self::Work(id, view),
            Route::Team(id, view) => Self::Team(id, view),
            Route::Report(id) => Self::Report(id),
            Route::Respond(data) => Self::Respond(data),
            Route::Response(data) => Self::Response(data),
            Route::Profile(id, _) => Self::Profile(id),
            Route::Plan(id, view) => Self::Plan(id, view),
            Route::Readiness(id) => Self::Readiness(id),
            Route::Time(id) => Self::Time(id),
            Route::Again(id) => Self::Again(id),
            Route::Compare(_) => Self::Compare,
            Route::Portfolio => Self::Portfolio,
            Route::Share(id) => Self::Share(id),
            Route::Settings => Self::Settings,
            Route::Glossary(_) => Self::Glossary,
            Route::Models(_) => Self::Models,
            Route::Unknown(path) => Self::Unknown(path),
        }
    }
}

impl Page {
    /// The assessment that the page is about.
    pub fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::SetUp(id)
            | Self::Rate(id)
            | Self::Work(id, _)
            | Self::Team(id, _)
            | Self::Report(id)
            | Self::Profile(id)
            | Self::Plan(id, _)
            | Self::Readiness(id)
            | Self::Time(id)
            | Self::Again(id)
            | Self::Share(id) => Some(id),
            Self::Home
            | Self::New
            | Self::Compare
            | Self::Portfolio
            | Self::Respond(_)
            | Self::Response(_)
            | Self::Settings
            | Self::Glossary
            | Self::Models
            | Self::Unknown(_) => None,
        }
    }
}
