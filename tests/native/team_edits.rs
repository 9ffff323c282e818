//! What a team does together, edit by edit: what counts, what is kept, what can be taken back.

use crate::support::{ANNA, Workshop, indicator, judge};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{
    Evidence, EvidenceEdit, EvidenceImage, EvidenceKind, ImageKind, LARGEST_IMAGE, OwnEvidence,
};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::process_state::Remarks;
use plumbline::domain::refusal::Refusal;
use plumbline::domain::scale::Rating;
use plumbline::domain::seal::Seal;
use plumbline::domain::subject::Subject;

fn first() -> Subject {
    indicator("SDE-6", "SDE-6.O1")
}

fn workshop() -> Workshop {
    Workshop::new("R1", 1, &["SDE-6"])
}

fn counts(workshop: &Workshop) -> String {
    let judgement = workshop.assessment.judgement(&first());
    let rating = judgement.and_then(Judgement::rating);
    rating.map_or_else(|| ".".to_owned(), ToString::to_string)
}

fn agree(rating: &str, by: &[&str], reason: &str) -> Edit {
    Edit::Agree {
        subject: first(),
        agreement: Some(Agreement {
            judgement: Judgement::Rated {
                rating: Rating::new(rating),
            },
            reason: reason.to_owned(),
            by: by.iter().map(|name| (*name).to_owned()).collect(),
            how: AgreedHow::Consensus,
            over: Vec::new(),
        }),
    }
}

#[test]
fn what_was_agreed_counts_until_it_is_taken_away() {
    let mut workshop = workshop();
    workshop.rate_by("Anna", first(), "F");
    workshop.rate_by("Ben", first(), "P");
    assert_eq!(counts(&workshop), "P", "the latest one");
    workshop.edit(agree(
        "L",
        &["Anna", "Ben"],
        "Half of the reports were seen",
    ));
    assert_eq!(counts(&workshop), "L");
    // Who rates again keeps an opinion; what was agreed stays.
    workshop.rate_by("Ben", first(), "N");
    assert_eq!(counts(&workshop), "L");
    let remarks = workshop.assessment.remarks(&first()).expect("rated");
    let said: Vec<_> = remarks.judgements().map(|(author, _)| author).collect();
    assert_eq!(said, ["Anna", "Ben"]);
    workshop.edit(Edit::Agree {
        subject: first(),
        agreement: None,
    });
    assert_eq!(counts(&workshop), "N");
}

#[test]
fn an_agreement_says_why_and_who() {
    let mut workshop = workshop();
    let tried = |workshop: &mut Workshop, edit| workshop.edit_by(ANNA, edit);
    assert_eq!(
        tried(&mut workshop, agree("L", &["Anna"], " ")),
        Err(Refusal::Reason)
    );
    assert_eq!(
        tried(&mut workshop, agree("L", &[" "], "Seen")),
        Err(Refusal::AgreedBy)
    );
    assert_eq!(
        tried(&mut workshop, agree("L", &[], "Seen")),
        Err(Refusal::AgreedBy)
    );
}

/// Anna sees her F, Ben his P, and neither the other's; nothing that was said is lost by that.
#[test]
fn blind_shows_the_ratings_of_one_author_alone() {
    let mut workshop = workshop();
    workshop.edit(Edit::SetBlind { blind: true });
    workshop.rate_by("Anna", first(), "F");
    workshop.assessment.see_as(Some("Ben"));
    assert_eq!(counts(&workshop), ".");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), ".");
    workshop.rate_by("Ben", first(), "P");
    assert_eq!(counts(&workshop), "P");
    workshop.assessment.see_as(Some("Anna"));
    assert_eq!(counts(&workshop), "F");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");
    // What is rated while somebody looks on stays theirs: also of what nobody had rated before.
    let second = indicator("SDE-6", "SDE-6.O2");
    workshop.rate_by("Ben", second.clone(), "L");
    assert_eq!(workshop.assessment.judgement(&second), None);
    workshop.assessment.see_as(None);
    assert_eq!(counts(&workshop), "P", "the latest one");
    assert!(workshop.assessment.judgement(&second).is_some());
}

#[test]
fn notes_of_others_are_kept_beside_the_one_that_stands() {
    let mut workshop = workshop();
    let note = |text: &str| Edit::SetNote {
        subject: first(),
        text: text.to_owned(),
    };
    workshop
        .edit_by("Anna", note("Monthly, seen for May"))
        .expect("a note");
    workshop
        .edit_by("Ben", note("Only for two services"))
        .expect("a note");
    let remarks = workshop.assessment.remarks(&first()).expect("noted");
    assert_eq!(remarks.note(), "Only for two services");
    let earlier: Vec<_> = Remarks::earlier_notes(remarks).collect();
    assert_eq!(earlier, [("Anna", "Monthly, seen for May")]);
}

/// One report stands behind two outcomes. Taking it away from one leaves it to the other.
#[test]
fn one_piece_of_evidence_serves_many() {
    let mut workshop = workshop();
    let second = indicator("SDE-6", "SDE-6.O2");
    let report = Evidence {
        kind: EvidenceKind::Record,
        title: "Service report of October".to_owned(),
        place: "Reports / 2026".to_owned(),
        date: "2026-10-31".parse().ok(),
        role: "Service level manager".to_owned(),
        by: ANNA.to_owned(),
    };
    let cite = |subject: Subject, cited| {
        Edit::Evidence(EvidenceEdit::Cite {
            evidence: "report".into(),
            subject,
            cited,
        })
    };
    workshop.edit(Edit::Evidence(EvidenceEdit::Set {
        evidence: "report".into(),
        content: Some(report),
    }));
    workshop.edit(cite(first(), true));
    workshop.edit(cite(second.clone(), true));
    let register = &workshop.assessment.evidence;
    assert_eq!(register.subjects(&"report".into()).count(), 2);
    workshop.edit(cite(first(), false));
    let register = &workshop.assessment.evidence;
    assert_eq!(register.of(&first()).count(), 0);
    assert_eq!(register.of(&second).count(), 1);
}

/// Files up to format 3 have a piece for each subject. The same piece of two subjects is one piece in the register, and gone
/// from it once nothing rests on it.
#[test]
fn evidence_of_older_files_is_one_piece_in_the_register() {
    let mut workshop = workshop();
    let own = |subject: Subject, there: bool| Edit::SetEvidence {
        subject,
        evidence: "e1".into(),
        content: there.then(|| OwnEvidence {
            kind: EvidenceKind::Document,
            source: "Reporting policy".to_owned(),
            date: None,
        }),
    };
    let second = indicator("SDE-6", "SDE-6.O2");
    workshop.edit(own(first(), true));
    workshop.edit(own(second.clone(), true));
    let titles = |workshop: &Workshop| {
        let all = workshop.assessment.evidence.all();
        all.map(|(_, found)| found.title.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&workshop), ["Reporting policy"]);
    workshop.edit(own(first(), false));
    assert_eq!(titles(&workshop), ["Reporting policy"]);
    workshop.edit(own(second, false));
    assert_eq!(titles(&workshop), [""; 0]);
}

#[test]
fn a_picture_has_a_bound() {
    let mut workshop = workshop();
    let mut picture = |letters: usize| {
        workshop.edit_by(
            ANNA,
            Edit::Evidence(EvidenceEdit::SetImage {
                evidence: "e1".into(),
                image: Some(EvidenceImage {
                    kind: ImageKind::Png,
                    data: "A".repeat(letters),
                    shows: "The board".to_owned(),
                }),
            }),
        )
    };
    assert_eq!(picture(LARGEST_IMAGE), Ok(()));
    assert_eq!(picture(LARGEST_IMAGE + 1), Err(Refusal::ImageSize));
}

/// Nobody at work may change what is finalised; what others had done meanwhile is still folded in and not lost.
#[test]
fn a_finalised_assessment_is_closed_to_work_and_open_to_changes_from_elsewhere() {
    let mut workshop = workshop();
    let seal = Seal {
        hash: "0123".to_owned(),
        results: "4567".to_owned(),
        models: "89ab".to_owned(),
        changes: 6,
        engine: "1".to_owned(),
    };
    workshop.edit(Edit::Finalise { seal });
    let rating = judge(first(), "F");
    assert_eq!(workshop.assessment.allows(&rating), Err(Refusal::Finalised));
    workshop.edit(rating.clone());
    assert_eq!(counts(&workshop), "F");
    let reopen = Edit::Reopen {
        reason: "A team was forgotten".to_owned(),
    };
    assert_eq!(workshop.assessment.allows(&reopen), Ok(()));
    workshop.edit(reopen);
    assert_eq!(workshop.assessment.allows(&rating), Ok(()));
}
