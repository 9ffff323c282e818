//! Assessments of several teams, each rated on one day or on several.

use super::{Workshop, attribute, model};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::AssessmentId;
use plumbline::report::digest::{Digest, digest};
use std::sync::Arc;

/// What was rated on one day: processes with the letters of their attributes, `F L .`, where a point is left as it is.
pub type Day<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// An assessment of a unit up to level 2, attributes rated as a whole, target level 2.
pub fn assessed(unit: &str, days: &[Day]) -> Assessment {
    assessed_to(2, unit, days)
}

/// As [`assessed`], up to another level.
pub fn assessed_to(level: u8, unit: &str, days: &[Day]) -> Assessment {
    let mut processes: Vec<&str> = Vec::new();
    for (process, _) in days.iter().flat_map(|(_, ratings)| *ratings) {
        if !processes.contains(process) {
            processes.push(process);
        }
    }
    processes.sort_unstable();
    let mut workshop = Workshop::new("R3", level, &processes);
    workshop.edit(Edit::SetUnit {
        unit: unit.to_owned(),
    });
    let mut ends = Vec::new();
    for (day, ratings) in days {
        for (process, letters) in *ratings {
            for (found, letter) in model().attributes(level).zip(letters.split(' ')) {
                if letter != "." {
                    workshop.rate(attribute(process, found.id.as_str()), letter);
                }
            }
        }
        ends.push((workshop.assessment.changes().len(), *day));
    }
    let dated = workshop.assessment.changes().iter().enumerate();
    let dated: Vec<Change> = dated
        .map(|(place, change)| {
            let (_, day) = ends
                .iter()
                .find(|(end, _)| place < *end)
                .expect("each change is of a day");
            let mut change = change.clone();
            change.at = format!("{day}T10:00:00Z");
            change
        })
        .collect();
    let (assessment, refused) = Assessment::from_changes(&dated).expect("a start");
    assert_eq!(refused, []);
    assessment
}

pub fn digested(id: &str, assessment: &Assessment) -> Arc<Digest> {
    let id = AssessmentId::new(id);
    let digest = digest(model(), &id, assessment, "a test".to_owned());
    Arc::new(digest.expect("it starts"))
}

/// One assessment of a unit, rated on one day.
pub fn team(unit: &str, day: &str, ratings: &[(&str, &str)]) -> Arc<Digest> {
    digested(unit, &assessed(unit, &[(day, ratings)]))
}

pub fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Three teams: North is at level 2 in incidents, South rated half of it, West has another scope.
pub fn three() -> Vec<Arc<Digest>> {
    vec![
        team(
            "South",
            "2026-03-01",
            &[("RES-1", "F P ."), ("RES-2", ". . .")],
        ),
        team(
            "North",
            "2026-02-01",
            &[("RES-1", "F F L"), ("RES-2", "L N N")],
        ),
        team("West", "2026-04-01", &[("RES-1", "F P P")]),
    ]
}
