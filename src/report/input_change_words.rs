//! A change of the assessment input or plan in words: what it is, and what stood there before and after.

use super::class_words;
use super::plan_words;
use super::record_words::{category, field, party, role};
use super::unit_words;
use super::words::{join, level_name};
use crate::domain::input_changes::InputPiece;
use crate::domain::member::Member;
use crate::domain::model::Model;
use crate::domain::record_edit::Interview;

/// What a piece of the input is called: "Highest level".
pub fn piece(piece: &InputPiece) -> String {
    match piece {
        InputPiece::Unit(_) => "Organizational unit".to_owned(),
        InputPiece::UnitPlace(..) => "Place of the unit".to_owned(),
        InputPiece::Purpose(_) => "Purpose".to_owned(),
        InputPiece::Scope(_) => "Processes in scope".to_owned(),
        InputPiece::HighestLevel(_) => "Highest level".to_owned(),
        InputPiece::Method(_) => "Rating method".to_owned(),
        InputPiece::Class(_) => "Class".to_owned(),
        InputPiece::Independence(of, _) => format!("Independence: {}", lower(party(*of))),
        InputPiece::Text(text, _) => field(*text).label.to_owned(),
        InputPiece::Member(..) => "Team".to_owned(),
        InputPiece::Interview(..) => "Interview".to_owned(),
    }
}

/// What stands in it; "nothing" where it is blank.
pub fn content(model: &Model, piece: &InputPiece) -> String {
    let words = match piece {
        InputPiece::Unit(text) | InputPiece::Purpose(text) | InputPiece::Text(_, text) => {
            text.clone()
        }
        InputPiece::UnitPlace(kind, within) => {
            let larger = within.iter().map(|part| part.name.clone());
            let place: Vec<String> = larger.collect();
            let kind = unit_words::kind(*kind);
            match place.as_slice() {
                [] => kind.to_owned(),
                names => format!("{kind} within {}", names.join(", ")),
            }
        }
        InputPiece::Scope(processes) => {
            let ids: Vec<String> = processes.iter().map(ToString::to_string).collect();
            join(&ids)
        }
        InputPiece::HighestLevel(level) => level_name(model, *level),
        InputPiece::Method(method) => method.to_string(),
        InputPiece::Class(found) => found.map_or_else(String::new, class_words::name),
        InputPiece::Independence(_, found) => found.as_ref().map_or_else(String::new, |found| {
            let letter = category(found.category);
            match found.words.trim() {
                "" => letter.to_owned(),
                words => format!("{letter} ({words})"),
            }
        }),
        InputPiece::Member(_, found) => found.as_ref().map_or_else(String::new, member),
        InputPiece::Interview(_, found) => found.as_ref().map_or_else(String::new, interview),
    };
    match words.trim() {
        "" => "nothing".to_owned(),
        words => words.to_owned(),
    }
}

/// "Anna, lead assessor; education: physics".
fn member(member: &Member) -> String {
    let competence = &member.competence;
    let recorded = [
        ("education", &competence.education),
        ("training", &competence.training),
        ("experience", &competence.experience),
        ("credentials", &competence.credentials),
    ];
    let mut words = format!("{}, {}", member.name, lower(role(member.role)));
    for (what, text) in recorded {
        if !text.trim().is_empty() {
            words += &format!("; {what}: {}", text.trim());
        }
    }
    words
}

/// "3 Mar 2027, 9:00 to 10:30, service desk, RES-1, asked by Anna".
fn interview(interview: &Interview) -> String {
    let processes: Vec<String> = interview
        .processes
        .iter()
        .map(ToString::to_string)
        .collect();
    let asked = match interview.assessors.trim() {
        "" => String::new(),
        names => format!("asked by {names}"),
    };
    let day = interview
        .day
        .map_or_else(|| "no day yet".to_owned(), plan_words::day);
    let parts = [
        day,
        interview.time.trim().to_owned(),
        interview.roles.trim().to_owned(),
        join(&processes),
        asked,
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// A label of ours as it stands within a sentence.
fn lower(words: &str) -> String {
    words.to_ascii_lowercase()
}
