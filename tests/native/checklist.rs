//! "Ready to finalise": what the checklist finds of an assessment that becomes complete step by step.

use crate::support::{Workshop, attribute, attribute_in, indicator, judge};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::checklist::{Check, CheckPlace, CheckState, ChecklistItem, checklist};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceKind};
use plumbline::domain::finding::{Finding, FindingEdit, FindingKind};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::member::{Competence, Member, MemberRole};
use plumbline::domain::record_edit::{
    Approval, Approved, Independence, IndependenceCategory, Interview, Party, RecordEdit,
    RecordField,
};
use plumbline::domain::scale::Rating;
use plumbline::domain::spread::spreads;
use plumbline::report::checklist_words::missing;

/// One process under R2, so that an attribute is one rating.
fn workshop() -> Workshop {
    Workshop::new("R2", 1, &["RES-1"])
}

fn record(workshop: &mut Workshop, edit: RecordEdit) {
    workshop.edit(Edit::Record(edit));
}

fn find(workshop: &Workshop, check: Check) -> ChecklistItem {
    let all = checklist(workshop.model, &workshop.assessment);
    let mut found = all.into_iter().filter(|item| item.check == check);
    found.next().expect("every check is listed")
}

/// The sentence of what is missing, or the state where nothing is.
fn told(workshop: &Workshop, check: Check) -> String {
    let item = find(workshop, check);
    match item.state {
        CheckState::Done => "done".to_owned(),
        CheckState::NotAsked => "not asked".to_owned(),
        CheckState::Missing(_) => missing(&item),
        CheckState::CannotTell(_) => format!("? {}", missing(&item)),
    }
}

fn class(workshop: &mut Workshop, class: AssessmentClass) {
    let class = Some(class);
    record(workshop, RecordEdit::SetClass { class });
}

fn member(workshop: &mut Workshop, name: &str, role: MemberRole, training: &str) {
    let competence = Competence {
        training: training.to_owned(),
        ..Competence::default()
    };
    let content = Some(Member {
        name: name.to_owned(),
        role,
        competence,
    });
    let member = name.into();
    record(workshop, RecordEdit::SetMember { member, content });
}

fn cite(workshop: &mut Workshop, id: &str, kind: EvidenceKind, cited: bool) {
    let content = Some(Evidence {
        kind,
        title: "Ticket list".to_owned(),
        place: String::new(),
        date: None,
        role: String::new(),
        by: "Anna".to_owned(),
    });
    let evidence = id.into();
    workshop.edit(Edit::Evidence(EvidenceEdit::Set { evidence, content }));
    workshop.edit(Edit::Evidence(EvidenceEdit::Cite {
        evidence: id.into(),
        subject: attribute("RES-1", "PA1.1"),
        cited,
    }));
}

fn approve(workshop: &mut Workshop, id: &str, of: Approved) {
    let content = Some(Approval {
        of,
        by: "The head of IT".to_owned(),
        on: None,
    });
    let approval = id.into();
    record(workshop, RecordEdit::Approve { approval, content });
}

fn interview(workshop: &mut Workshop, done: bool) {
    let content = Some(Interview {
        day: "2026-12-01".parse().ok(),
        time: "9:00".to_owned(),
        roles: "Service desk".to_owned(),
        processes: vec!["RES-1".into()],
        assessors: "Anna".to_owned(),
        done,
    });
    let interview = "i1".into();
    record(workshop, RecordEdit::SetInterview { interview, content });
}

/// Everything that the input and the plan ask for.
fn document(workshop: &mut Workshop) {
    for field in RecordField::ALL {
        let text = "Told.".to_owned();
        record(workshop, RecordEdit::SetText { field, text });
    }
    for party in Party::ALL {
        let independence = Some(Independence {
            category: IndependenceCategory::B,
            words: String::new(),
        });
        let edit = RecordEdit::SetIndependence {
            party,
            independence,
        };
        record(workshop, edit);
    }
    let (unit, purpose) = ("Service desk".to_owned(), "To improve".to_owned());
    workshop.edit(Edit::SetUnit { unit });
    workshop.edit(Edit::SetPurpose { purpose });
}

#[test]
fn an_assessment_becomes_ready() {
    let mut workshop = workshop();
    document(&mut workshop);
    class(&mut workshop, AssessmentClass::Class1);
    workshop.add_instances("RES-1", &["2", "3", "4"]);
    member(&mut workshop, "Anna", MemberRole::LeadAssessor, "33002");
    member(&mut workshop, "Ben", MemberRole::Assessor, "33002");
    interview(&mut workshop, true);
    approve(&mut workshop, "a1", Approved::Input);
    approve(&mut workshop, "a2", Approved::Plan);
    cite(&mut workshop, "e1", EvidenceKind::Record, true);
    cite(&mut workshop, "e2", EvidenceKind::Testimony, true);
    for instance in ["1", "2", "3", "4"] {
        workshop.rate(attribute_in("RES-1", instance, "PA1.1"), "F");
    }
    let all = checklist(workshop.model, &workshop.assessment);
    let open: Vec<_> = all
        .iter()
        .filter(|item| item.state != CheckState::Done)
        .collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn what_is_blank_is_named_and_leads_to_the_first_of_it() {
    let mut workshop = workshop();
    assert_eq!(
        told(&workshop, Check::Sponsor),
        "Still blank: sponsor and sponsor and unit."
    );
    assert_eq!(
        told(&workshop, Check::Independence),
        "Still blank: body that assesses and lead assessor."
    );
    member(&mut workshop, "Anna", MemberRole::LeadAssessor, "33002");
    member(&mut workshop, "Olga", MemberRole::Observer, "");
    assert_eq!(
        told(&workshop, Check::Independence),
        "Still blank: body that assesses and lead assessor.",
        "nobody assesses beside the lead"
    );
    member(&mut workshop, "Ben", MemberRole::Assessor, "33002");
    assert_eq!(
        told(&workshop, Check::Independence),
        "Still blank: body that assesses, lead assessor and other assessors."
    );
    document(&mut workshop);
    let blank = RecordEdit::SetText {
        field: RecordField::Agreeing,
        text: " ".to_owned(),
    };
    record(&mut workshop, blank);
    let item = find(&workshop, Check::PlanTexts);
    assert_eq!(missing(&item), "Still blank: agreeing on ratings.");
    assert_eq!(item.place, CheckPlace::Text(RecordField::Agreeing));
    assert_eq!(told(&workshop, Check::Sponsor), "done");
}

#[test]
fn a_change_after_the_approval_asks_for_another() {
    let mut workshop = workshop();
    assert_eq!(
        told(&workshop, Check::InputApproved),
        "No approval is recorded."
    );
    approve(&mut workshop, "a1", Approved::Input);
    assert_eq!(told(&workshop, Check::InputApproved), "done");
    workshop.edit(Edit::SetHighestLevel { level: 2 });
    assert_eq!(
        told(&workshop, Check::InputApproved),
        "It was changed since the last approval."
    );
}

#[test]
fn each_class_demands_its_own() {
    let mut workshop = workshop();
    let demanded = [Check::Instances, Check::Evidence, Check::MoreAssessors];
    for check in demanded {
        assert_eq!(told(&workshop, check), "not asked", "no class is chosen");
    }
    assert_eq!(
        told(&workshop, Check::Class),
        "Choose a class, so that its demands can be checked."
    );

    class(&mut workshop, AssessmentClass::Class3);
    assert_eq!(told(&workshop, Check::Instances), "not asked");
    assert_eq!(told(&workshop, Check::MoreAssessors), "not asked");
    let none = "No evidence behind RES-1 PA1.1.";
    assert_eq!(told(&workshop, Check::Evidence), none);
    cite(&mut workshop, "e1", EvidenceKind::Observation, true);
    assert_eq!(told(&workshop, Check::Evidence), "done");

    class(&mut workshop, AssessmentClass::Class2);
    assert_eq!(find(&workshop, Check::Evidence).clause, "4.6.3");
    assert_eq!(
        told(&workshop, Check::Evidence),
        "No document or record behind RES-1 PA1.1. No testimony behind RES-1 PA1.1."
    );
    cite(&mut workshop, "e2", EvidenceKind::Document, true);
    cite(&mut workshop, "e3", EvidenceKind::Testimony, true);
    assert_eq!(told(&workshop, Check::Evidence), "done");
    cite(&mut workshop, "e3", EvidenceKind::Testimony, false);
    assert_eq!(
        told(&workshop, Check::Evidence),
        "No testimony behind RES-1 PA1.1."
    );
    assert_eq!(
        told(&workshop, Check::Instances),
        "? Fewer instances than demanded: RES-1 (1 of 2). That is right only where there are no more."
    );
    assert_eq!(
        told(&workshop, Check::MoreAssessors),
        "Beside the lead assessor the class demands 1 assessor; there are 0."
    );
    member(&mut workshop, "Ben", MemberRole::Assessor, "");
    assert_eq!(told(&workshop, Check::MoreAssessors), "done");
}

#[test]
fn the_team_is_led_and_competent() {
    let mut workshop = workshop();
    assert_eq!(
        told(&workshop, Check::Team),
        "The team has no lead assessor."
    );
    member(&mut workshop, "Anna", MemberRole::LeadAssessor, "");
    assert_eq!(told(&workshop, Check::Team), "done");
    // Who does not rate needs no competence record.
    member(&mut workshop, "Olga", MemberRole::Observer, "");
    assert_eq!(
        told(&workshop, Check::Competence),
        "Nothing is recorded of Anna."
    );
    member(&mut workshop, "Ben", MemberRole::LeadAssessor, "33002");
    assert_eq!(
        told(&workshop, Check::Team),
        "The team has more than one lead assessor."
    );
}

#[test]
fn ratings_are_complete_agreed_and_open() {
    let mut workshop = workshop();
    let subject = attribute_in("RES-1", "1", "PA1.1");
    assert_eq!(told(&workshop, Check::Ratings), "Not rated yet: RES-1 (1).");
    let place = find(&workshop, Check::Ratings).place;
    assert_eq!(place, CheckPlace::Rate(Some("RES-1".into())));
    workshop.rate(subject.clone(), "F");
    assert_eq!(told(&workshop, Check::Ratings), "done");
    assert_eq!(told(&workshop, Check::Disagreements), "done");

    workshop.rate_by("Ben", subject.clone(), "L");
    assert_eq!(
        told(&workshop, Check::Disagreements),
        "Not agreed yet: RES-1 (1)."
    );
    workshop.edit(Edit::Agree {
        subject,
        agreement: Some(Agreement {
            judgement: Judgement::Rated {
                rating: Rating::new("L"),
            },
            reason: "Two records were missing.".to_owned(),
            by: vec!["Anna".to_owned(), "Ben".to_owned()],
            how: AgreedHow::Consensus,
            over: spreads(workshop.model, &workshop.assessment).list[0].heard(),
        }),
    });
    assert_eq!(told(&workshop, Check::Disagreements), "done");

    // Nobody may learn from the number what others rated.
    workshop.rate_by("Ben", attribute_in("RES-1", "1", "PA1.1"), "N");
    assert_eq!(
        told(&workshop, Check::Disagreements),
        "Not agreed yet: RES-1 (1)."
    );
    workshop.edit(Edit::SetBlind { blind: true });
    assert_eq!(
        told(&workshop, Check::Disagreements),
        "? Ratings are still blind: everybody sees their own only."
    );
    assert_eq!(
        told(&workshop, Check::Opened),
        "Ratings are still blind: everybody sees their own only."
    );
}

#[test]
fn findings_and_interviews_are_dealt_with() {
    let mut workshop = workshop();
    assert_eq!(
        told(&workshop, Check::Interviews),
        "? No interview is planned. Testimony may have come in another way."
    );
    interview(&mut workshop, false);
    assert_eq!(
        told(&workshop, Check::Interviews),
        "1 interview still to be held."
    );
    let mut find = |parked, done| {
        let content = Some(Finding {
            kind: FindingKind::Question,
            text: "Who approves?".to_owned(),
            parked,
            done,
        });
        let finding = "f1".into();
        workshop.edit(Edit::Finding(FindingEdit::Set { finding, content }));
        told(&workshop, Check::Findings)
    };
    assert_eq!(find(false, false), "1 finding in the inbox.");
    assert_eq!(
        find(true, false),
        "1 finding in the inbox. 1 finding parked and not dealt with."
    );
    assert_eq!(find(true, true), "done");
}

#[test]
fn a_rating_that_nobody_gave_is_missing_whoever_is_asked() {
    let mut workshop = Workshop::new("R2", 2, &["RES-1", "RES-2"]);
    workshop.edit(judge(attribute_in("RES-1", "1", "PA1.1"), "F"));
    assert_eq!(
        told(&workshop, Check::Ratings),
        "Not rated yet: RES-1 (2) and RES-2 (3)."
    );
}

/// RES-2: causes are found (outcome 3, F) of problems that nobody identifies (outcome 1, N).
#[test]
fn doubts_are_cleared_or_let_stand() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1", "RES-2"]);
    workshop.rate(indicator("RES-2", "RES-2.O3"), "F");
    assert_eq!(told(&workshop, Check::Doubts), "done");
    workshop.rate(indicator("RES-2", "RES-2.O1"), "N");
    assert_eq!(told(&workshop, Check::Doubts), "Still in doubt: RES-2 (1).");
    let place = find(&workshop, Check::Doubts).place;
    assert_eq!(place, CheckPlace::Rate(Some("RES-2".into())));
    workshop.edit(Edit::OverrideRule {
        rule: "problems".into(),
        subject: indicator("RES-2", "RES-2.O3"),
        note: Some("The vendor finds them.".to_owned()),
    });
    assert_eq!(told(&workshop, Check::Doubts), "done");
}

/// What people said of an instance that was removed since, nobody can settle any more.
#[test]
fn disagreements_are_those_that_can_be_settled() {
    let mut workshop = workshop();
    workshop.add_instances("RES-1", &["2"]);
    workshop.rate_by("Anna", attribute_in("RES-1", "2", "PA1.1"), "F");
    workshop.rate_by("Ben", attribute_in("RES-1", "2", "PA1.1"), "P");
    assert_eq!(
        told(&workshop, Check::Disagreements),
        "Not agreed yet: RES-1 (1)."
    );
    workshop.edit(Edit::RemoveInstance {
        process: "RES-1".into(),
        instance: "2".into(),
    });
    assert_eq!(told(&workshop, Check::Disagreements), "done");
}
