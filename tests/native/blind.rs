//! Blind rating: each sees their own ratings only, also in the past and in what is counted over several assessments.

use crate::support::{ANNA, Workshop, attribute, model};
use plumbline::domain::blind::NOBODY;
use plumbline::domain::edit::Edit;
use plumbline::domain::history::history;
use plumbline::domain::judgement::Judgement;
use plumbline::domain::moment::Moment;
use plumbline::domain::scale::Rating;
use plumbline::report::digest::digest;

const BERT: &str = "Bert";

/// Anna rates F and notes why, Bert rates N after her and notes otherwise; then ratings are blind.
fn blind() -> Workshop {
    let mut workshop = Workshop::new("R3", 1, &["SDE-6"]);
    let subject = attribute("SDE-6", "PA1.1");
    for (author, rating, text) in [(ANNA, "F", "Seen in March."), (BERT, "N", "Never seen.")] {
        workshop.rate_by(author, subject.clone(), rating);
        let note = Edit::SetNote {
            subject: subject.clone(),
            text: text.to_owned(),
        };
        workshop.edit_by(author, note).expect("a note is allowed");
    }
    workshop.edit(Edit::SetBlind { blind: true });
    workshop
}

#[test]
fn each_sees_their_own_rating_and_note() {
    let mut workshop = blind();
    let subject = attribute("SDE-6", "PA1.1");
    for (author, rating, note) in [(ANNA, "F", "Seen in March."), (BERT, "N", "Never seen.")] {
        workshop.assessment.see_if_blind(author);
        assert_eq!(workshop.letter("SDE-6", "PA1.1"), rating);
        let remarks = workshop.assessment.remarks(&subject).expect("it was rated");
        assert_eq!(remarks.note(), note);
        assert_eq!(remarks.earlier_notes().count(), 0);
    }
    workshop.edit(Edit::SetBlind { blind: false });
    workshop.assessment.see_if_blind(ANNA);
    assert_eq!(
        workshop.letter("SDE-6", "PA1.1"),
        "N",
        "the latest of anybody"
    );
    let remarks = workshop.assessment.remarks(&subject).expect("it was rated");
    let earlier: Vec<_> = remarks.earlier_notes().collect();
    assert_eq!(earlier, [(ANNA, "Seen in March.")]);
}

/// The past of an assessment that Anna looks at has none of Bert's ratings either.
#[test]
fn the_past_is_seen_as_the_present_is() {
    let mut workshop = blind();
    workshop.assessment.see_if_blind(ANNA);
    let then = workshop
        .assessment
        .at(&Moment::new("2026-11-21T23:00:00Z"))
        .expect("it was there");
    let judgement = then.judgement(&attribute("SDE-6", "PA1.1"));
    assert_eq!(
        judgement.and_then(Judgement::rating),
        Some(&Rating::new("F"))
    );
    let past = history(model(), &workshop.assessment.seen_changes()).expect("it starts");
    let day = "2026-11-21".parse().expect("a day");
    let level = past
        .on(&"SDE-6".into(), day)
        .and_then(|found| found.range());
    assert_eq!(level.map(|range| range.level), Some(1));
}

/// Views of several assessments have no name to look under, so they show nothing of one that is blind.
#[test]
fn views_of_several_assessments_see_nobodys_ratings() {
    let mut workshop = blind();
    let rated = |workshop: &Workshop| {
        let made = digest(model(), &"a1".into(), &workshop.assessment, String::new());
        let found = made.expect("it starts");
        let process = found.process(&"SDE-6".into()).expect("it is in scope");
        process.on(None).and_then(|moment| moment.range())
    };
    assert!(rated(&workshop).is_some(), "to those who look at all of it");
    workshop.assessment.see_if_blind(NOBODY);
    assert_eq!(rated(&workshop), None);
}
