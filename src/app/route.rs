//! Addresses of pages, in the part after `#`, so that they work from any folder and any host.

use super::plan_view::PlanView;
use super::team_view::TeamView;
use super::work_view::WorkView;
use crate::domain::id::{AssessmentId, ModelId, ProcessId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A page, with what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    New,
    SetUp(AssessmentId),
    Rate(AssessmentId, Option<ProcessId>),
    /// What is rated, in another view than the questions, and the process that it is about where it is about one.
    Work(AssessmentId, WorkView, Option<ProcessId>),
    Profile(AssessmentId, Option<ProcessId>),
    Plan(AssessmentId, PlanView),
    Models(Option<ModelId>),
    Readiness(AssessmentId),
    /// The same assessment on other days.
    Time(AssessmentId),
    /// Assessing the unit again, from what was found.
    Again(AssessmentId),
    /// Handing an assessment to others.
    Share(AssessmentId),
    /// What the team does together.
    Team(AssessmentId, TeamView),
    Report(AssessmentId),
    /// A questionnaire that came in a link.
    Respond(String),
    /// Answers that came back in a link.
    Response(String),
    /// Several profiles side by side, with what was chosen.
    Compare(Option<String>),
    Portfolio,
    Settings,
    /// The terms of a model, or one of them.
    Glossary(Option<String>),
    /// An address that leads nowhere.
    Unknown(String),
}

/// What stands as it is in an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

impl Route {
    /// Reads the part of an address from `#` on.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let parts: Vec<String> = if path.is_empty() {
            Vec::new()
        } else {
            path.split('/')
                .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
                .collect()
        };
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["new"] => Self::New,
            ["compare"] => Self::Compare(None),
            ["compare", points] => Self::Compare(Some((*points).to_owned())),
            ["portfolio"] => Self::Portfolio,
            ["settings"] => Self::Settings,
            ["models"] => Self::Models(None),
            ["models", id] => Self::Models(Some(ModelId::new(*id))),
            ["assessment", id] | ["assessment", id, "rate"] => {
                Self::Rate(AssessmentId::new(*id), None)
            }
            ["assessment", id, "rate", process] => {
                Self::Rate(AssessmentId::new(*id), Some(ProcessId::new(*process)))
            }
            ["assessment", id, "team"] => Self::Team(AssessmentId::new(*id), TeamView::Agree),
            ["assessment", id, "team", view] => match TeamView::at(view) {
                Some(view) => Self::Team(AssessmentId::new(*id), view),
                None => Self::Unknown(path.to_owned()),
            },
            ["assessment", id, "report"] => Self::Report(AssessmentId::new(*id)),
            ["respond", data] => Self::Respond((*data).to_owned()),
            ["response", data] => Self::Response((*data).to_owned()),
            ["assessment", id, "set-up"] => Self::SetUp(AssessmentId::new(*id)),
            ["assessment", id, "profile"] => Self::Profile(AssessmentId::new(*id), None),
            ["assessment", id, "profile", process] => {
                Self::Profile(AssessmentId::new(*id), Some(ProcessId::new(*process)))
            }
            ["assessment", id, "plan"] => Self::Plan(AssessmentId::new(*id), PlanView::Actions),
            ["assessment", id, "plan", view] => match PlanView::at(view) {
                Some(view) => Self::Plan(AssessmentId::new(*id), view),
                None => Self::Unknown(path.to_owned()),
            },
            ["assessment", id, "share"] => Self::Share(AssessmentId::new(*id)),
            ["assessment", id, "time"] => Self::Time(AssessmentId::new(*id)),
            ["assessment", id, "again"] => Self::Again(AssessmentId::new(*id)),
            ["assessment", id, "readiness"] => Self::Readiness(AssessmentId::new(*id)),
            ["assessment", id, view, rest @ ..] if rest.len() < 2 => match WorkView::at(view) {
                Some(view) => {
                    let process = rest.first().map(|process| ProcessId::new(*process));
                    Self::Work(AssessmentId::new(*id), view, process)
                }
                None => Self::Unknown(path.to_owned()),
            },
            ["glossary"] => Self::Glossary(None),
            ["glossary", term] => Self::Glossary(Some((*term).to_owned())),
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The address, from `#` on.
    pub fn address(&self) -> String {
        let assessment =
            |id: &AssessmentId, page: &str| format!("#/assessment/{}/{page}", encode(id.as_str()));
        let with_process = |address: String, process: &Option<ProcessId>| match process {
            Some(process) => format!("{address}/{}", encode(process.as_str())),
            None => address,
        };
        match self {
            Self::Home => "#/".to_owned(),
            Self::New => "#/new".to_owned(),
            Self::SetUp(id) => assessment(id, "set-up"),
            Self::Rate(id, process) => with_process(assessment(id, "rate"), process),
            Self::Work(id, view, process) => with_process(assessment(id, view.address()), process),
            Self::Profile(id, process) => with_process(assessment(id, "profile"), process),
            Self::Plan(id, view) => match view.address() {
                "" => assessment(id, "plan"),
                view => assessment(id, &format!("plan/{view}")),
            },
            Self::Team(id, view) => match view.address() {
                "" => assessment(id, "team"),
                view => assessment(id, &format!("team/{view}")),
            },
            Self::Report(id) => assessment(id, "report"),
            Self::Respond(data) => format!("#/respond/{}", encode(data)),
            Self::Response(data) => format!("#/response/{}", encode(data)),
            Self::Readiness(id) => assessment(id, "readiness"),
            Self::Time(id) => assessment(id, "time"),
            Self::Again(id) => assessment(id, "again"),
            Self::Share(id) => assessment(id, "share"),
            Self::Compare(None) => "#/compare".to_owned(),
            Self::Compare(Some(points)) => format!("#/compare/{}", encode(points)),
            Self::Portfolio => "#/portfolio".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Glossary(None) => "#/glossary".to_owned(),
            Self::Glossary(Some(term)) => format!("#/glossary/{}", encode(term)),
            Self::Models(None) => "#/models".to_owned(),
            Self::Models(Some(id)) => format!("#/models/{}", encode(id.as_str())),
            Self::Unknown(path) => format!("#/{path}"),
        }
    }

    /// The assessment that the page is about.
    pub fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::SetUp(id)
            | Self::Rate(id, _)
            | Self::Work(id, ..)
            | Self::Team(id, _)
            | Self::Report(id)
            | Self::Profile(id, _)
            | Self::Plan(id, _)
            | Self::Readiness(id)
            | Self::Time(id)
            | Self::Again(id)
            | Self::Share(id) => Some(id),
            Self::Home
            | Self::New
            | Self::Compare(_)
            | Self::Portfolio
            | Self::Respond(_)
            | Self::Response(_)
            | Self::Settings
            | Self::Models(_)
            | Self::Glossary(_)
            | Self::Unknown(_) => None,
        }
    }

    /// Whether it is what one was looking at before, perhaps with another choice of what is compared there. Then the focus stays in
    /// the field in which it was chosen.
    pub fn goes_on_from(&self, before: &Self) -> bool {
        matches!((self, before), (Self::Compare(_), Self::Compare(_))) || self == before
    }

    /// The name of the page, for its title.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Home => "Assessments",
            Self::New => "New assessment",
            Self::SetUp(_) => "Set up",
            Self::Rate(..) => "Rate",
            Self::Work(_, view, _) => view.name(),
            Self::Team(_, view) => view.name(),
            Self::Report(_) => "Report",
            Self::Respond(_) => "Questionnaire",
            Self::Response(_) => "Answers",
            Self::Profile(..) => "Profile",
            Self::Plan(_, view) => view.name(),
            Self::Readiness(_) => "Readiness",
            Self::Time(_) => "Over time",
            Self::Again(_) => "Re-assess",
            Self::Compare(_) => "Compare",
            Self::Portfolio => "Portfolio",
            Self::Share(_) => "Share",
            Self::Settings => "Settings and backup",
            Self::Glossary(_) => "Glossary",
            Self::Models(_) => "Models",
            Self::Unknown(_) => "Page not found",
        }
    }
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let id = || AssessmentId::new("a1b2");
        let plan = PlanView::ALL.map(|view| Route::Plan(id(), view));
        let team = TeamView::ALL.map(|view| Route::Team(id(), view));
        let work = WorkView::ALL.map(|view| Route::Work(id(), view, None));
        let of_process = WorkView::ALL.map(|view| Route::Work(id(), view, Some("a/b".into())));
        let views = [work, of_process, team].into_iter().flatten().chain(plan);
        let others = [
            Route::Home,
            Route::New,
            Route::SetUp(id()),
            Route::Rate(id(), None),
            Route::Rate(id(), Some("RES-1".into())),
            Route::Rate(id(), Some("a/b ü <script>".into())),
            Route::Profile(id(), None),
            Route::Profile(id(), Some("RES-1".into())),
            Route::Report(id()),
            Route::Respond("eyJhIjoxfQ-_".to_owned()),
            Route::Response("a.b".to_owned()),
            Route::Readiness(id()),
            Route::Share(id()),
            Route::Time(id()),
            Route::Again(id()),
            Route::Compare(None),
            Route::Compare(Some("a1@2026-11-22,b/2".to_owned())),
            Route::Portfolio,
            Route::Settings,
            Route::Glossary(None),
            Route::Glossary(Some("Request for change".to_owned())),
            Route::Models(None),
            Route::Models(Some("itsm".into())),
        ];
        for route in others.into_iter().chain(views) {
            assert_eq!(Route::parse(&route.address()), route);
        }
    }

    #[test]
    fn nonsense_leads_to_a_page_that_says_so() {
        for address in [
            "#/nowhere",
            "#/assessment",
            "#/assessment/x/fly",
            "#/assessment/x/plan/fly",
            "#/assessment/x/team/fly",
            "#/assessment/x/workshop/a/b",
            "#/%ff/%",
            "#/models/a/b",
        ] {
            assert!(
                matches!(Route::parse(address), Route::Unknown(_)),
                "{address}"
            );
        }
    }
}
