//! Joining copies of one assessment: what each file would bring is told first, and what cannot be joined says why.
//!
//! Service reporting has four outcomes. Anna starts the assessment and hands out copies; Bert and Carla rate theirs.

use crate::support::{ANNA, Workshop, indicator, judge, model};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, ChangeId, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::domain::seal::Seal;
use plumbline::exchange::doubt::Doubt;
use plumbline::exchange::envelope;
use plumbline::exchange::joining::{Joining, Unfit, joining};
use plumbline::exchange::joining_words::level_move;
use plumbline::report::words;

const ID: &str = "a1";

/// A copy of an assessment that somebody works on.
struct Copy {
    name: &'static str,
    replica: &'static str,
    at: &'static str,
    assessment: Assessment,
}

impl Copy {
    fn of(assessment: &Assessment, name: &'static str, replica: &'static str) -> Self {
        Self {
            name,
            replica,
            at: "2026-11-22T10:00:00Z",
            assessment: assessment.clone(),
        }
    }

    fn edit(&mut self, edit: Edit) {
        let change = Change {
            id: self.assessment.next_id(&ReplicaId::new(self.replica)),
            author: self.name.to_owned(),
            at: self.at.to_owned(),
            edit,
        };
        self.assessment.apply(change).expect("this edit is allowed");
    }

    fn rate(&mut self, outcome: u8, rating: &str) {
        self.edit(judge(
            indicator("SDE-6", &format!("SDE-6.O{outcome}")),
            rating,
        ));
    }

    fn note(&mut self, outcome: u8, text: &str) {
        self.edit(Edit::SetNote {
            subject: indicator("SDE-6", &format!("SDE-6.O{outcome}")),
            text: text.to_owned(),
        });
    }

    fn file(&self) -> String {
        envelope::write(
            &AssessmentId::new(ID),
            &self.assessment,
            "2026-11-22T12:00:00Z",
        )
    }
}

fn started() -> Assessment {
    Workshop::new("R1", 1, &["SDE-6"]).assessment
}

fn join(here: &Assessment, files: &[(&str, String)]) -> Joining {
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Ok(text.clone())))
        .collect();
    let today = "2026-11-22".parse().expect("a day");
    joining(model(), &AssessmentId::new(ID), here, &files, today)
}

/// What is said of each file.
fn said(found: &Joining) -> Vec<String> {
    let files = found.files.iter();
    files
        .map(|file| match &file.found {
            Ok(found) => found.to_string(),
            Err(unfit) => unfit.to_string(),
        })
        .collect()
}

fn doubts(found: &Joining, file: usize) -> Vec<String> {
    let found = found.files[file].found.as_ref().expect("it fits");
    found.doubts.iter().map(ToString::to_string).collect()
}

/// Anna rated the first outcome F and noted why. Bert rates it N and notes otherwise; Carla rates the other three.
#[test]
fn each_file_tells_who_did_what_and_what_becomes_different() {
    let mut anna = Copy::of(&started(), ANNA, "a");
    anna.rate(1, "F");
    anna.note(1, "The March report.");
    let mut bert = Copy::of(&anna.assessment, "Bert", "b");
    bert.rate(1, "N");
    bert.note(1, "No report since April.");
    let mut carla = Copy::of(&anna.assessment, "Carla", "c");
    for outcome in [2, 3, 4] {
        carla.rate(outcome, "F");
    }
    let files = [("bert.json", bert.file()), ("carla.json", carla.file())];
    let found = join(&anna.assessment, &files);
    assert_eq!(
        said(&found),
        [
            "2 new changes; 8 are here already.",
            "3 new changes; 8 are here already."
        ]
    );
    let authors = |file: usize| {
        let found = found.files[file].found.as_ref().expect("it fits");
        found
            .authors
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(authors(0), ["Bert: 1 rating and 1 note."]);
    assert_eq!(authors(1), ["Carla: 3 ratings."]);
    let outcome = found.outcome.as_ref().expect("something is new");
    let disagreements = outcome
        .disagreements
        .iter()
        .map(|spread| words::subject_id(&spread.subject));
    assert_eq!(disagreements.collect::<Vec<_>>(), ["SDE-6.O1"]);
    let [note] = outcome.notes.as_slice() else {
        panic!("one note takes the place of another: {:?}", outcome.notes);
    };
    assert_eq!(
        (note.before.as_str(), note.after.as_str()),
        ("The March report.", "No report since April.")
    );
    let levels: Vec<_> = outcome
        .levels
        .iter()
        .map(|found| level_move(model(), found))
        .collect();
    assert_eq!(
        levels,
        ["SDE-6 Service reporting: level 1 (between 0 and 1) becomes level 1."],
        "F alone leaves it open; N F F F is 9 / 4 = 2.25, so L"
    );
    assert_eq!(
        outcome.to_string(),
        "3 ratings are added; 1 rating and 1 note become what was said later."
    );
    assert_eq!(found.changes.len(), 5);
}

/// Joining twice adds nothing, and one file under two names counts once.
#[test]
fn the_same_file_twice_counts_once() {
    let anna = started();
    let mut bert = Copy::of(&anna, "Bert", "b");
    bert.rate(1, "L");
    let files = [("bert.json", bert.file()), ("bert (1).json", bert.file())];
    let found = join(&anna, &files);
    assert_eq!(
        said(&found)[1],
        "The same changes as bert.json. They are counted once."
    );
    assert_eq!(found.changes.len(), 1);
    let joined = merge(anna.changes().to_vec(), found.changes);
    let (joined, _) = Assessment::from_changes(&joined).expect("a start");
    let again = join(&joined, &files[..1]);
    assert_eq!(
        said(&again),
        ["Nothing new: all its changes are here already."]
    );
    assert_eq!((again.changes.len(), again.outcome), (0, None));
}

#[test]
fn another_assessment_is_refused_by_its_name() {
    let mut other = Copy::of(&started(), "Bert", "b");
    other.edit(Edit::SetUnit {
        unit: "North desk".to_owned(),
    });
    let text = other.file().replace("\"id\": \"a1\"", "\"id\": \"b2\"");
    let found = join(&started(), &[("b.json", text)]);
    assert_eq!(
        said(&found),
        [
            "This is another assessment: “Autumn” of North desk. Only copies of one assessment can be joined. Import it on the page \
          Assessments to open it by itself, and put both side by side under Compare."
        ]
    );
    assert_eq!(found.changes, []);
}

#[test]
fn another_version_of_the_model_is_refused_with_both() {
    let here = started();
    let version = &here.model.version;
    let text = Copy::of(&here, "Bert", "b").file();
    let newer = text.replace(
        &format!("\"version\": \"{version}\""),
        "\"version\": \"9.0.0\"",
    );
    let found = join(&here, &[("newer.json", newer)]);
    assert_eq!(
        said(&found),
        [format!(
            "It was made over itsm-assessment 9.0.0, this assessment over itsm-assessment {version}. Their questions are not the same, \
             so the ratings cannot be joined."
        )]
    );
    let hash = here.model.hash.clone();
    let other = text.replace(&hash, "ffffffff00");
    let found = join(&here, &[("edited.json", other)]);
    let told = format!(
        "itsm-assessment {version} (ffffffff…), this assessment over itsm-assessment {version} ({}…)",
        &hash[..8]
    );
    assert!(said(&found)[0].contains(&told), "{:?}", said(&found));
}

/// Cut off, damaged, newer, locked, a backup, no file of ours, one that cannot be read: each with its sentence, and the good one
/// beside them still counts.
#[test]
fn each_bad_file_has_its_sentence_and_the_good_one_joins() {
    let here = started();
    let mut bert = Copy::of(&here, "Bert", "b");
    bert.rate(1, "L");
    let good = bert.file();
    let cut = good[..good.len() - 40].to_owned();
    let damaged = good.replace("\"rating\": \"L\"", "\"rating\": 7");
    let newer = good.replace("\"format_version\": 4", "\"format_version\": 99");
    let forged = good.replacen("\"author\": \"Anna\"", "\"author\": \"Mallory\"", 1);
    let files: Vec<_> = [
        ("cut.json", cut),
        ("damaged.json", damaged),
        ("newer.json", newer),
        (
            "poem.json",
            "{\"format\": \"poem\", \"format_version\": 1}".to_owned(),
        ),
        (
            "all.jsonl",
            "{\"format\":\"plumbline-backup\",\"format_version\":1}\n".to_owned(),
        ),
        ("forged.json", forged),
        ("good.json", good),
    ]
    .to_vec();
    let mut all: Vec<(String, Result<String, String>)> = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Ok(text.clone())))
        .collect();
    all.push((
        "gone.json".to_owned(),
        Err("It could not be read.".to_owned()),
    ));
    let today = "2026-11-22".parse().expect("a day");
    let found = joining(model(), &AssessmentId::new(ID), &here, &all, today);
    let said = said(&found);
    assert_eq!(
        said[0],
        "The end of this file is missing. Ask for it once more."
    );
    assert!(
        said[1].starts_with("This file is damaged at changes[6].edit"),
        "{}",
        said[1]
    );
    assert_eq!(
        said[2],
        "This file has format version 99; this Plumbline reads up to 4. Please use a newer Plumbline. The file was not changed."
    );
    assert_eq!(said[3], "This is not an assessment file of Plumbline.");
    assert!(
        said[4].starts_with("This is a backup, not a copy of one assessment."),
        "{}",
        said[4]
    );
    assert!(
        said[5].starts_with(
            "It has the id of this assessment, but does not begin with the same change."
        ),
        "{}",
        said[5]
    );
    assert_eq!(said[6], "1 new change; 6 are here already.");
    assert_eq!(said[7], "It could not be read.");
    assert_eq!(found.changes.len(), 1);
}

/// A change with an earlier place than the start would take the start away, so such a file is none of this assessment.
#[test]
fn nothing_comes_before_the_start() {
    let here = started();
    let mut changes = here.changes().to_vec();
    let mut early = changes[0].clone();
    early.id = ChangeId {
        clock: 0,
        replica: ReplicaId::new("m"),
    };
    changes.insert(0, early);
    let text = envelope::write_changes(&AssessmentId::new(ID), &changes, "2026-11-22T12:00:00Z")
        .expect("it starts");
    let found = join(&here, &[("early.json", text)]);
    assert_eq!(found.files[0].found, Err(Unfit::OtherStart));
}

/// Machines whose clocks stand at 1970, in the next century, or before the assessment began: said, and joined all the same.
#[test]
fn wrong_clocks_are_told_and_change_nothing() {
    let here = started();
    let mut joined = Vec::new();
    for (at, told) in [
        (
            "1970-01-01T00:00:07Z",
            "1 change by Bert is dated before the year 2000 (1970-01-01): the clock of that machine was wrong.",
        ),
        (
            "2099-05-05T08:00:00Z",
            "1 change by Bert is dated after today (2099-05-05): the clock of that machine was wrong.",
        ),
        (
            "2019-05-05T08:00:00Z",
            "1 change by Bert is dated before this assessment was started (2019-05-05): the clock of that machine was wrong.",
        ),
    ] {
        let mut bert = Copy::of(&here, "Bert", "b");
        bert.at = at;
        bert.rate(1, "L");
        let found = join(&here, &[("bert.json", bert.file())]);
        let doubts = doubts(&found, 0);
        assert!(doubts[0].starts_with(told), "{doubts:?}");
        assert!(
            doubts[0].contains("It joins all the same, since no order is taken from clocks."),
            "{doubts:?}"
        );
        let all = merge(here.changes().to_vec(), found.changes);
        let (after, _) = Assessment::from_changes(&all).expect("a start");
        joined.push(after.judgement(&indicator("SDE-6", "SDE-6.O1")).cloned());
    }
    assert_eq!(joined[0], joined[1]);
    assert_eq!(joined[0], joined[2]);
    assert!(joined[0].is_some());
}

/// Two people under one name rated the same outcome apart from each other; a third outcome only one of them rated.
#[test]
fn one_name_in_two_copies_is_told() {
    let started = started();
    let mut here = Copy::of(&started, "Assessor", "a");
    here.rate(1, "F");
    here.rate(2, "F");
    let mut there = Copy::of(&started, "Assessor", "b");
    there.rate(1, "N");
    there.rate(3, "N");
    let found = join(&here.assessment, &[("there.json", there.file())]);
    let told = doubts(&found, 0);
    assert!(
        told[0].starts_with("“Assessor” rated 1 question both in this file and elsewhere."),
        "{told:?}"
    );
    let mut bert = Copy::of(&started, "Bert", "c");
    bert.rate(1, "N");
    let found = join(&here.assessment, &[("bert.json", bert.file())]);
    assert_eq!(
        doubts(&found, 0),
        Vec::<String>::new(),
        "other names stay apart"
    );
}

/// Somebody went on rating a copy after Anna finalised hers.
#[test]
fn changes_that_a_finalised_assessment_does_not_cover_are_told() {
    let started = started();
    let mut here = Copy::of(&started, ANNA, "a");
    here.edit(Edit::Finalise {
        seal: Seal {
            hash: "00".to_owned(),
            results: "00".to_owned(),
            models: "89ab".to_owned(),
            changes: 6,
            engine: "0".to_owned(),
        },
    });
    let mut bert = Copy::of(&started, "Bert", "b");
    bert.rate(1, "L");
    bert.at = "2026-11-22T11:00:00Z";
    bert.rate(2, "L");
    let found = join(&here.assessment, &[("bert.json", bert.file())]);
    let bringing = found.files[0].found.as_ref().expect("it fits");
    assert_eq!(
        bringing.doubts,
        [Doubt::Unsealed {
            changes: 2,
            later: 1
        }]
    );
    let coming = join(&started, &[("anna.json", here.file())]);
    assert_eq!(coming.outcome.map(|outcome| outcome.finalised), Some(true));
}

/// While ratings are blind, the preview counts what comes and tells nothing of what it says.
#[test]
fn a_preview_of_blind_ratings_tells_who_and_how_much_only() {
    let mut here = Copy::of(&started(), ANNA, "a");
    here.edit(Edit::SetBlind { blind: true });
    here.rate(1, "F");
    let mut bert = Copy::of(&here.assessment, "Bert", "b");
    bert.rate(1, "N");
    bert.note(1, "secret");
    let found = join(&here.assessment, &[("bert.json", bert.file())]);
    let outcome = found.outcome.expect("something is new");
    assert!(outcome.blind);
    assert!(
        outcome.levels.is_empty() && outcome.disagreements.is_empty() && outcome.notes.is_empty()
    );
    assert_eq!(
        outcome.to_string(),
        "2 changes join. Ratings are blind, so what they say is not shown before they are opened."
    );
}
