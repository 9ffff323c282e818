//! The seal of a finalised assessment: what it notices, and how it tells one thing from another.

use crate::support;
use crate::support::{ANNA, Workshop, change_id, indicator, library, model_files};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::domain::refusal::Refusal;
use plumbline::exchange::seal_hash::{Difference, SealStanding, latest, make, standing};
use plumbline::reference::library::Library;
use proptest::prelude::*;

/// When Anna finalises.
const AT: &str = "2026-11-22T10:00:00Z";

/// Rated by two people, and finalised by Anna.
fn finalised() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["RES-1", "RES-2"]);
    workshop.rate_each("RES-1", "1", "PA1.1", &letters("RES-1"));
    workshop.rate_by("Ben", indicator("RES-2", "RES-2.O1"), "P");
    finalise(&mut workshop);
    workshop
}

fn letters(process: &str) -> String {
    let number = support::indicators(support::model(), process, "1", "PA1.1").len();
    vec!["F"; number].join(" ")
}

fn finalise(workshop: &mut Workshop) {
    let seal = make(&workshop.assessment, library(), ANNA, AT).expect("the models are here");
    let made = workshop.edit_at(AT, ANNA, Edit::Finalise { seal });
    made.expect("this edit is allowed");
}

fn verdict(assessment: &Assessment) -> SealStanding {
    verdict_with(assessment, library())
}

fn verdict_with(assessment: &Assessment, library: &Library) -> SealStanding {
    let sealed = latest(assessment).expect("it was finalised");
    standing(assessment, &sealed, library)
}

fn refold(changes: &[Change]) -> Assessment {
    let folded = Assessment::from_changes(changes);
    folded.expect("it starts").0
}

#[test]
fn what_nobody_touched_is_whole() {
    let workshop = finalised();
    assert_eq!(verdict(&workshop.assessment), SealStanding::Whole);
    assert_eq!(
        workshop.assessment.allows(&Edit::SetBlind { blind: true }),
        Err(Refusal::Finalised)
    );
    // Read anew, in whatever order its changes come.
    let mut changes = workshop.assessment.changes().to_vec();
    changes.reverse();
    assert_eq!(verdict(&refold(&changes)), SealStanding::Whole);
}

#[test]
fn each_trouble_has_its_own_name() {
    let workshop = finalised();
    let changes = workshop.assessment.changes().to_vec();
    let last = changes.len() - 1;

    let mut gone = changes.clone();
    gone.remove(last - 1);
    assert_eq!(
        verdict(&refold(&gone)),
        SealStanding::Changed(Difference::Gone(1))
    );

    let mut added = changes.clone();
    let mut change = added[last - 1].clone();
    change.id = change_id(change.id.clock, "b");
    added.push(change);
    assert_eq!(
        verdict(&refold(&added)),
        SealStanding::Changed(Difference::Added(1))
    );

    let mut edited = changes.clone();
    edited[last - 1].author = "Eve".to_owned();
    assert_eq!(
        verdict(&refold(&edited)),
        SealStanding::Changed(Difference::Edited)
    );

    // Nobody at work on it can do this; a file that is merged in can bring it.
    let mut after = changes.clone();
    let mut change = after[last - 1].clone();
    change.id = change_id(change.id.clock + 2, "b");
    after.push(change);
    assert_eq!(verdict(&refold(&after)), SealStanding::After { more: 1 });

    let no_models = Library::read(&[]);
    assert_eq!(
        verdict_with(&workshop.assessment, &no_models),
        SealStanding::OtherModels
    );
}

/// The models as they are shipped, with one blank more in the files of one of them.
fn models_with_other(kind: &str) -> Library {
    let mark = format!("\"format\": \"plumbline-{kind}\"");
    let files = model_files().into_iter().map(|(name, text)| {
        let text = match text.contains(&mark) {
            true => format!("{text}\n"),
            false => text,
        };
        (name, text)
    });
    Library::read(&files.collect::<Vec<_>>())
}

/// The assessment itself names its assessment model and its framework; the reference model is held by the seal alone.
#[test]
fn a_model_that_reads_otherwise_is_not_the_one() {
    let workshop = finalised();
    for kind in ["framework", "reference-model", "assessment-model"] {
        let verdict = verdict_with(&workshop.assessment, &models_with_other(kind));
        assert_eq!(verdict, SealStanding::OtherModels, "{kind}");
    }
    let verdict = verdict_with(&workshop.assessment, &models_with_other("crosswalk"));
    assert_eq!(
        verdict,
        SealStanding::Whole,
        "no model that it is made over"
    );
}

/// Who finalised, and when, stand in the change that does it.
#[test]
fn who_finalised_and_when_cannot_be_altered() {
    let alter: [fn(&mut Change); 2] = [
        |change| change.author = "Eve".to_owned(),
        |change| change.at = "2026-11-23T10:00:00Z".to_owned(),
    ];
    for alter in alter {
        let mut changes = finalised().assessment.changes().to_vec();
        alter(changes.last_mut().expect("it has changes"));
        assert_eq!(
            verdict(&refold(&changes)),
            SealStanding::Changed(Difference::Edited)
        );
    }
}

/// Alters the seal itself, which its own hash does not cover.
fn with_seal(alter: impl Fn(&mut plumbline::domain::seal::Seal)) -> Assessment {
    let workshop = finalised();
    let mut changes = workshop.assessment.changes().to_vec();
    let last = changes.last_mut().expect("it has changes");
    let Edit::Finalise { seal } = &mut last.edit else {
        panic!("the last change finalises");
    };
    alter(seal);
    refold(&changes)
}

#[test]
fn altered_results_and_another_engine_are_noticed() {
    let altered = with_seal(|seal| seal.results = "0".repeat(64));
    assert_eq!(verdict(&altered), SealStanding::OtherResults);
    // Engine and models are part of the hash, so they cannot be altered alone.
    let altered = with_seal(|seal| seal.engine = "0".to_owned());
    assert_eq!(verdict(&altered), SealStanding::Changed(Difference::Edited));
    let altered = with_seal(|seal| seal.models = "0".repeat(64));
    assert_eq!(verdict(&altered), SealStanding::Changed(Difference::Edited));
}

/// A seal that an older engine made, with the hash that it would have made: lines as the documentation of the seal tells them.
#[test]
fn a_seal_of_another_engine() {
    let workshop = finalised();
    let changes = workshop.assessment.changes();
    let mut lines = String::new();
    let mut line = |text: String| {
        lines.push_str(&text);
        lines.push('\n');
    };
    line(json(&workshop.assessment.model));
    line(json(&workshop.assessment.framework));
    line("0".to_owned());
    let seal = workshop.assessment.seal.as_ref().expect("it is finalised");
    line(seal.models.clone());
    let (_, before) = changes.split_last().expect("it has changes");
    for change in before {
        line(json(change));
    }
    line(format!("[\"{ANNA}\",\"{AT}\"]"));
    let hash = plumbline::reference::fingerprint::fingerprint(&lines);
    let older = with_seal(|seal| {
        seal.engine = "0".to_owned();
        seal.hash.clone_from(&hash);
    });
    let other = |same_results| SealStanding::OtherEngine {
        sealed: "0".to_owned(),
        same_results,
    };
    assert_eq!(verdict(&older), other(true));
    assert!(verdict(&older).is_whole());
    let otherwise = with_seal(|seal| {
        seal.engine = "0".to_owned();
        seal.hash.clone_from(&hash);
        seal.results = "0".repeat(64);
    });
    assert_eq!(verdict(&otherwise), other(false));
    assert!(!verdict(&otherwise).is_whole());
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists can always be written as JSON")
}

#[test]
fn opened_again_and_finalised_anew() {
    let mut workshop = finalised();
    let reason = "A record turned up.".to_owned();
    let reopen = Edit::Reopen { reason };
    assert_eq!(workshop.assessment.allows(&reopen), Ok(()));
    workshop.edit(reopen);
    assert!(workshop.assessment.seal.is_none());
    let sealed = latest(&workshop.assessment).expect("it was finalised");
    assert!(sealed.reopened.is_some());
    // What had been finalised can still be told from what came later.
    assert_eq!(verdict(&workshop.assessment), SealStanding::Whole);

    workshop.rate(indicator("RES-2", "RES-2.O2"), "F");
    finalise(&mut workshop);
    assert!(latest(&workshop.assessment).is_some_and(|sealed| sealed.reopened.is_none()));
    assert_eq!(verdict(&workshop.assessment), SealStanding::Whole);
}

#[test]
fn blind_ratings_are_sealed_with_those_of_all() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.rate_by("Ben", indicator("RES-1", "RES-1.O1"), "F");
    let open = make(&workshop.assessment, library(), ANNA, AT);
    assert!(open.is_some());
    workshop.assessment.see_as(Some(ANNA));
    let blind = make(&workshop.assessment, library(), ANNA, AT);
    assert_eq!(open, blind);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::cases(64)))]

    /// Whatever is dropped, added or altered before the seal, it is noticed.
    #[test]
    fn nothing_before_the_seal_changes_unnoticed(
        place in any::<prop::sample::Index>(),
        how in 0..5_u8,
        text in "[a-z ]{1,12}",
    ) {
        let workshop = finalised();
        let mut changes = workshop.assessment.changes().to_vec();
        // Without its first change there is no assessment; the last one is the seal.
        let place = 1 + place.index(changes.len() - 2);
        let before = changes.clone();
        match how {
            0 => { changes.remove(place); }
            1 => changes[place].author = text,
            2 => changes[place].at = text,
            3 => changes[place].edit = Edit::SetPurpose { purpose: text },
            _ => {
                let clock = changes[place].id.clock;
                let id = change_id(clock, "zz");
                let edit = Edit::SetPurpose { purpose: text };
                changes.push(Change { id, edit, ..changes[place].clone() });
            }
        }
        prop_assume!(changes != before);
        let verdict = verdict(&refold(&changes));
        prop_assert!(matches!(verdict, SealStanding::Changed(_)), "{verdict:?}");
    }
}
