//! The page of an address, without what changes within the page.

use super::plan_view::PlanView;
use super::route::Route;
use crate::domain::id::AssessmentId;

#[derive(Clone, PartialEq)]
pub enum Page {
    Home,
    New,
    SetUp(AssessmentId),
    Rate(AssessmentId),
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
            | Self::Settings
            | Self::Glossary
            | Self::Models
            | Self::Unknown(_) => None,
        }
    }
}
