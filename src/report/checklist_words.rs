//! The checklist "ready to finalise" in words.

use super::record_words::{field, party};
use super::words::{count, join};
use crate::domain::checklist::{Check, CheckState, ChecklistItem, Lack};
use crate::domain::coverage;
use std::collections::BTreeMap;

/// What a check asks for: "Sponsor named".
pub fn asks(check: Check) -> &'static str {
    match check {
        Check::Sponsor => "The sponsor and their relation to the unit are told",
        Check::Purpose => "The purpose and the business goals are told",
        Check::Scope => "Unit, processes, services and context are told",
        Check::Class => "A class is chosen",
        Check::Constraints => "Constraints and criteria of competence are told",
        Check::InputApproved => "The sponsor approved the input as it stands",
        Check::Independence => "The independence of all parties is told",
        Check::PlanTexts => "The rest of the plan is told",
        Check::PlanApproved => "The sponsor approved the plan as it stands",
        Check::Team => "There is one lead assessor",
        Check::Competence => "The competence of each assessor is recorded",
        Check::MoreAssessors => "There are as many assessors as the class demands",
        Check::Interviews => "The planned interviews were held",
        Check::Instances => "Each process has the instances that the class demands",
        Check::Evidence => "Evidence stands behind each attribute as the class demands",
        Check::Disagreements => "Where assessors differed, a rating is agreed",
        Check::Doubts => "Ratings go together, or the doubt is let stand with a note",
        Check::Findings => "The inbox of findings is empty, and what was parked is dealt with",
        Check::Opened => "Everybody sees all ratings",
        Check::Ratings => "Everything in scope is rated, or left out with a reason",
    }
}

/// The state in a word.
pub fn state(state: &CheckState) -> &'static str {
    match state {
        CheckState::Done => "Done",
        CheckState::Missing(_) => "Missing",
        CheckState::NotAsked => "Not asked by this class",
        CheckState::CannotTell(_) => "For you to judge",
    }
}

/// What is missing, in one sentence. Empty where nothing is.
pub fn missing(item: &ChecklistItem) -> String {
    match &item.state {
        CheckState::Done | CheckState::NotAsked => String::new(),
        CheckState::Missing(lacks) | CheckState::CannotTell(lacks) => sentence(lacks),
    }
}

/// All of one check, so mostly of one kind.
fn sentence(lacks: &[Lack]) -> String {
    let labels = labels(lacks);
    let mut parts = Vec::new();
    if !labels.is_empty() {
        parts.push(format!("Still blank: {}.", join(&labels)));
    }
    parts.extend(evidence(lacks));
    parts.extend(by_process(lacks));
    parts.extend(lacks.iter().filter_map(said));
    parts.join(" ")
}

/// What is blank, by the names of its fields.
fn labels(lacks: &[Lack]) -> Vec<String> {
    let label = |lack: &Lack| {
        Some(match lack {
            Lack::Text(text) => field(*text).label.to_ascii_lowercase(),
            Lack::Purpose => "purpose".to_owned(),
            Lack::Unit => "organizational unit".to_owned(),
            Lack::Processes => "processes".to_owned(),
            Lack::Independence(of) => party(*of).to_ascii_lowercase(),
            _ => return None,
        })
    };
    lacks.iter().filter_map(label).collect()
}

/// "No testimony behind RES-1 PA1.1 and RES-1 PA2.1."
fn evidence(lacks: &[Lack]) -> Vec<String> {
    let mut behind: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for lack in lacks {
        let Lack::Evidence {
            process,
            attribute,
            lack,
        } = lack
        else {
            continue;
        };
        let kind = match lack {
            coverage::Lack::Product => "document or record",
            coverage::Lack::Testimony => "testimony",
            coverage::Lack::Piece => "evidence",
        };
        let places = behind.entry(kind).or_default();
        places.push(format!("{process} {attribute}"));
    }
    let told = behind.into_iter();
    told.map(|(kind, places)| format!("No {kind} behind {}.", some_of(&places)))
        .collect()
}

/// What is told process by process.
fn by_process(lacks: &[Lack]) -> Vec<String> {
    let (mut few, mut differ, mut doubts, mut open) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for lack in lacks {
        match lack {
            Lack::Instances {
                process,
                there,
                wanted,
            } => few.push(format!("{process} ({there} of {wanted})")),
            Lack::Disagreements(process, number) => differ.push(format!("{process} ({number})")),
            Lack::Doubts(process, number) => doubts.push(format!("{process} ({number})")),
            Lack::Unrated(process, number) => open.push(format!("{process} ({number})")),
            _ => {}
        }
    }
    let line = |places: Vec<String>, start: &str, end: &str| {
        (!places.is_empty()).then(|| format!("{start} {}{end}", some_of(&places)))
    };
    let lines = [
        line(
            few,
            "Fewer instances than demanded:",
            ". That is right only where there are no more.",
        ),
        line(differ, "Not agreed yet:", "."),
        line(doubts, "Still in doubt:", "."),
        line(open, "Not rated yet:", "."),
    ];
    lines.into_iter().flatten().collect()
}

/// What is a sentence of its own.
fn said(lack: &Lack) -> Option<String> {
    Some(match lack {
        Lack::Class => "Choose a class, so that its demands can be checked.".to_owned(),
        Lack::Approval => "No approval is recorded.".to_owned(),
        Lack::ApprovedAgain => "It was changed since the last approval.".to_owned(),
        Lack::LeadAssessor => "The team has no lead assessor.".to_owned(),
        Lack::OneLeadAssessor => "The team has more than one lead assessor.".to_owned(),
        Lack::Competence(name) => format!("Nothing is recorded of {name}."),
        Lack::Assessors { there, wanted } => format!(
            "Beside the lead assessor the class demands {}; there {} {there}.",
            count(*wanted, "assessor"),
            if *there == 1 { "is" } else { "are" },
        ),
        Lack::NoInterview => {
            "No interview is planned. Testimony may have come in another way.".to_owned()
        }
        Lack::InterviewsOpen(number) => {
            format!("{} still to be held.", count(*number, "interview"))
        }
        Lack::FindingsWaiting(number) => format!("{} in the inbox.", count(*number, "finding")),
        Lack::FindingsParked(number) => {
            format!("{} parked and not dealt with.", count(*number, "finding"))
        }
        Lack::Blind => "Ratings are still blind: everybody sees their own only.".to_owned(),
        _ => return None,
    })
}

/// At most this many places are named.
const MOST_PLACES: usize = 6;

/// "a, b, c and 4 more".
fn some_of(places: &[String]) -> String {
    if places.len() <= MOST_PLACES {
        return join(places);
    }
    let mut named = places[..MOST_PLACES].to_vec();
    named.push(format!("{} more", places.len() - MOST_PLACES));
    join(&named)
}
