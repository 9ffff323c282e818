//! Stored data of every earlier format opens, and what was on its way when a page ended is there again.

use crate::support::{Workshop, at_once};
use plumbline::domain::action::{Action, ActionStatus, Measure, Place};
use plumbline::domain::agreement::AgreedHow;
use plumbline::domain::assessment::Assessment;
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::carried::Origin;
use plumbline::domain::evidence::EvidenceKind;
use plumbline::domain::finding::FindingKind;
use plumbline::domain::id::AssessmentId;
use plumbline::domain::member::MemberRole;
use plumbline::domain::moment::Moment;
use plumbline::domain::plan_edit::BusinessWeight;
use plumbline::domain::record_edit::{Approved, IndependenceCategory, Party, RecordField};
use plumbline::domain::scale::Rating;
use plumbline::domain::stakeholder::Stance;
use plumbline::domain::subject::{Item, Subject};
use plumbline::domain::survey::PlainAnswer;
use plumbline::domain::unit::{UnitKind, UnitPart};
use plumbline::exchange::backup::Entry;
use plumbline::exchange::backup_reader::Reader;
use plumbline::exchange::envelope;
use plumbline::storage::memory::Memory;
use plumbline::storage::slate::Slate;
use plumbline::storage::store::StoreError;
use plumbline::storage::{format_1, journal, own_models, set_aside, settings, unsaved};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a browser held in November 2026: one assessment with a damaged entry, a deleted one, one of a later format, a model, an
/// entry that was set aside, and settings.
const FORMAT_1: &str = include_str!("../fixtures/stored/format_1.json");

/// What the database holds since then: a pack with changes made after it, a view, a model, an entry that was set aside.
const FORMAT_2: &str = include_str!("../fixtures/stored/format_2.json");

/// What the database holds since the plan came: one of every edit, the first sixty in a pack and the rest each by itself.
const FORMAT_3: &str = include_str!("../fixtures/stored/format_3.json");

/// The same assessment as a file.
const FILE_2: &str = include_str!("../fixtures/stored/assessment_file_2.json");

/// One of every edit there was when units, milestones and ratings carried over came.
const FILE_3: &str = include_str!("../fixtures/stored/assessment_file_3.json");
const FILE_4: &str = include_str!("../fixtures/stored/assessment_file_4.json");

/// The assessment of format 1 as a file, and in a backup. These are frozen: what was handed out once must open for ever.
const FILE_1: &str = include_str!("../fixtures/stored/assessment_file_1.json");
const BACKUP_1: &str = include_str!("../fixtures/stored/backup_1.jsonl");

fn id(text: &str) -> AssessmentId {
    AssessmentId::new(text)
}

fn format_1() -> Memory {
    filled(FORMAT_1)
}

/// What the one action lifts and answers.
fn subject() -> Subject {
    Subject {
        process: "SDE-6".into(),
        instance: Some("instance-secret".into()),
        item: Item::Attribute("PA1.1".into()),
    }
}

fn filled(fixture: &str) -> Memory {
    let texts: BTreeMap<String, String> = serde_json::from_str(fixture).expect("a good fixture");
    let memory = Memory::default();
    for (key, text) in texts {
        memory.write(&key, &text).expect("room");
    }
    memory
}

fn keys(slate: &Memory) -> Vec<String> {
    slate.keys("").expect("reachable")
}

#[test]
fn format_1_is_moved_and_nothing_is_lost() {
    let (store, slate) = (Memory::default(), format_1());
    at_once(format_1::move_into(&store, &slate)).expect("room");

    let found = at_once(journal::load(&store, &id("5d1c"))).expect("reachable");
    let clocks: Vec<u64> = found.changes.iter().map(|change| change.id.clock).collect();
    assert_eq!(clocks, [1, 2, 3, 4, 5, 7], "the sixth is damaged");
    assert_eq!(found.deleted_at, None);
    let deleted = at_once(journal::load(&store, &id("77aa"))).expect("reachable");
    assert_eq!(
        deleted.deleted_at.as_deref(),
        Some("2026-11-20T09:00:00.000Z")
    );
    assert_eq!(deleted.changes.len(), 2);

    let models = at_once(own_models::all(&store)).expect("reachable");
    assert_eq!(models.len(), 1);
    assert_eq!(models[0].0, "bakery@1.0.0.json");
    let aside = at_once(set_aside::damaged(&store)).expect("reachable");
    let places: Vec<&str> = aside.iter().map(|found| found.key.as_str()).collect();
    assert_eq!(
        places,
        [
            "change/5d1c/0000000006-aaaa",
            "plumbline/assessment/5d1c/change/0000000003-old"
        ]
    );
    assert_eq!(
        settings::setting(&slate, "author"),
        Ok(Some("Lead assessor".to_owned()))
    );
    assert_eq!(
        keys(&slate),
        [
            "plumbline/assessment/9f00/change/0000000001-zzzz",
            "plumbline/assessment/9f00/head",
            "plumbline/setting/author",
            "plumbline/setting/theme"
        ],
        "what is not ours to touch, and settings, stay"
    );
}

/// Format 2, an assessment file and a backup of the time hold the same six changes as format 1 after it was moved.
#[test]
fn what_was_stored_or_handed_out_once_opens_today() {
    let (moved, slate) = (Memory::default(), format_1());
    at_once(format_1::move_into(&moved, &slate)).expect("room");
    let expected = at_once(journal::load(&moved, &id("5d1c"))).expect("reachable");

    let format_2 = filled(FORMAT_2);
    let found = at_once(journal::load(&format_2, &id("5d1c"))).expect("reachable");
    assert_eq!(found.changes, expected.changes);
    assert_eq!(
        at_once(own_models::all(&format_2))
            .expect("reachable")
            .len(),
        1
    );
    assert_eq!(
        at_once(set_aside::damaged(&format_2))
            .expect("reachable")
            .len(),
        1
    );

    let file = envelope::read(FILE_1).expect("a file of version 1");
    assert_eq!(file.changes, expected.changes);

    let mut reader = Reader::default();
    let entries = reader.push(BACKUP_1.as_bytes());
    let (_, verdict) = reader.finish();
    assert!(verdict.is_whole(), "{verdict}");
    assert_eq!(entries.len(), 4);
    let Ok(Entry::Assessment { file, .. }) = &entries[0] else {
        panic!("{:?}", entries[0]);
    };
    assert_eq!(file.changes, expected.changes);
}

/// Each edit that came with re-assessments is read for ever, and means what it meant.
#[test]
fn every_edit_of_a_re_assessment_that_was_handed_out_once_opens_today() {
    let file = envelope::read(FILE_3).expect("a file of version 3");
    assert_eq!(file.changes.len(), 89);
    let (assessment, _) = Assessment::from_changes(&file.changes).expect("it starts");
    assert_eq!(assessment.unit_kind, UnitKind::Service);
    let site = UnitPart {
        kind: UnitKind::Site,
        name: "site-secret".to_owned(),
    };
    assert_eq!(assessment.within, [site]);
    let milestone = &assessment.milestones[&"milestone-id-secret".into()];
    assert_eq!(milestone.name, "milestone-name-secret");
    assert_eq!(milestone.at, Moment::new("2026-11-21T09:17:23Z"));
    assert_eq!((milestone.changes, milestone.hash.as_str()), (3, "0123"));
    let previous = assessment.previous.as_ref().expect("it goes on from one");
    assert_eq!(previous.assessment, id("previous-id-secret"));
    assert_eq!(previous.title, "previous-title-secret");
    assert_eq!(previous.day, "2025-11-21".parse().ok());
    assert_eq!(assessment.evidence_age, Some(12));
    assert_eq!(assessment.reassess_by, "2027-11-21".parse().ok());
    // The last one counts, for the settlement: carrying it over takes the place of what was settled before.
    let carried = assessment.carried(&subject()).expect("it was carried over");
    assert_eq!(carried.by, "Carla Secret");
    assert_eq!(carried.on, "2025-11-21".parse().ok());
    assert_eq!(
        carried.origin,
        Origin::Revised {
            from: "SDE-5".into()
        }
    );
    assert!(carried.lifted);
    let evidence = assessment.evidence.of(&subject()).next();
    let (id, evidence) = evidence.expect("it rests on something");
    assert_eq!(id.as_str(), "evidence-secret");
    assert_eq!(evidence.title, "source-secret");
    assert_eq!(evidence.date, "2026-10-01".parse().ok());
}

/// Each edit of what a team does together is read for ever, and means what it meant.
#[test]
fn every_edit_of_a_team_that_was_handed_out_once_opens_today() {
    let file = envelope::read(FILE_4).expect("a file of version 4");
    assert_eq!(file.changes.len(), 113);
    let (assessment, _) = Assessment::from_changes(&file.changes).expect("it starts");
    let remarks = assessment.remarks(&subject()).expect("something was said");
    let agreement = remarks.agreement().expect("it was agreed on");
    assert_eq!(agreement.how, AgreedHow::Consensus);
    assert_eq!(agreement.by, ["Agreeing Secret"]);
    assert_eq!(agreement.reason, "agreed-reason-secret");
    let state = assessment.state(&"SDE-6".into()).all_instances();
    let weights: Vec<_> = state
        .iter()
        .filter_map(|found| found.weight.as_ref())
        .collect();
    assert_eq!((weights.len(), weights[0].weight), (1, 3));
    assert!(assessment.blind);
    assert_eq!(assessment.time_box, Some(20));
    let note = assessment
        .overrides
        .values()
        .next()
        .expect("a doubt let stand");
    assert_eq!(note.note, "override-note-secret");

    let findings = assessment.findings.all();
    let [(_, finding, found)] = findings[..] else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.kind, FindingKind::Weakness);
    assert!(finding.parked && finding.done);
    assert_eq!(found.subjects.len(), 1);

    let piece = assessment
        .evidence
        .get(&"piece-id-secret".into())
        .expect("a piece");
    assert_eq!(piece.kind, EvidenceKind::Observation);
    assert_eq!(piece.place, "piece-place-secret");
    assert_eq!(
        assessment
            .evidence
            .subjects(&"piece-id-secret".into())
            .count(),
        1
    );
    let image = assessment
        .evidence
        .image(&"piece-id-secret".into())
        .expect("a picture");
    assert_eq!(image.shows, "image-shows-secret");

    let survey = &assessment.survey;
    let questionnaire = survey
        .questionnaires
        .values()
        .next()
        .expect("a questionnaire");
    assert_eq!(questionnaire.role, Some("performer".into()));
    assert!(questionnaire.named);
    let response = survey.responses.values().next().expect("a response");
    let answers: Vec<_> = response
        .answers
        .iter()
        .map(|found| found.answer.clone())
        .collect();
    assert_eq!(
        answers,
        [
            PlainAnswer::Rated(Rating::new("L")),
            PlainAnswer::NotApplicable,
            PlainAnswer::DontKnow,
            PlainAnswer::DontUnderstand
        ]
    );

    let record = &assessment.record;
    assert!(record.kept);
    assert_eq!(record.text(RecordField::Sponsor), "record-text-secret");
    assert_eq!(record.class, Some(AssessmentClass::Class2));
    assert_eq!(
        record.independence[&Party::Body].category,
        IndependenceCategory::B
    );
    let member = &record.members[&"member-id-secret".into()];
    assert_eq!(member.role, MemberRole::LeadAssessor);
    assert_eq!(member.competence.credentials, "credentials-secret");
    assert!(record.interviews[&"interview-id-secret".into()].done);
    assert_eq!(
        record.approvals[&"approval-id-secret".into()].of,
        Approved::Input
    );
    assert_eq!(assessment.seal, None, "it was opened again");
}

/// Each edit that there was when the plan came is read for ever, and means what it meant.
#[test]
fn every_edit_of_the_plan_that_was_stored_once_opens_today() {
    let found = at_once(journal::load(&filled(FORMAT_3), &id("a1"))).expect("reachable");
    let file = envelope::read(FILE_2).expect("a file of version 2");
    assert_eq!(found.changes, file.changes);
    assert_eq!(file.changes.len(), 72);

    let (assessment, _) = Assessment::from_changes(&found.changes).expect("it starts");
    let improvement = &assessment.improvement;
    let actions: Vec<_> = improvement.actions().collect();
    let [(action_id, action)] = actions[..] else {
        panic!("{actions:?}");
    };
    assert_eq!(action_id.as_str(), "action-id-secret");
    assert_eq!(
        *action,
        Action {
            title: "action-title-secret".to_owned(),
            lifts: [(subject(), Rating::new("F"))].into(),
            owner: "owner-secret".to_owned(),
            start: "2027-03-31".parse().ok(),
            due: "2027-03-31".parse().ok(),
            effort: Some(40),
            cost: Some(1200),
            status: ActionStatus::Started,
            status_place: action.status_place,
            measure: Some(Measure {
                what: "measure-secret".to_owned(),
                unit: "unit-of-measure-secret".to_owned(),
                baseline: "12.5".parse().ok(),
                target: "3".parse().ok(),
            }),
            readings: [(
                "2027-03-31".parse().expect("a day"),
                "7.25".parse().expect("a number")
            )]
            .into(),
            needs: ["needed-id-secret".into()].into(),
            links: [subject()].into(),
            notes: "notes-secret".to_owned(),
            phase: Some("phase-id-secret".into()),
            gain: Some(4),
            place: Some(Place {
                place: 1,
                reason: "place-reason-secret".to_owned(),
            }),
            removed: false,
        }
    );
    let (_, inhibitor) = improvement.inhibitors().next().expect("an inhibitor");
    assert_eq!(inhibitor.what, "inhibitor-secret");
    assert_eq!(inhibitor.fallen, "2027-02-01".parse().ok());
    let (_, stakeholder) = improvement.stakeholders().next().expect("a stakeholder");
    assert_eq!(stakeholder.name, "stakeholder-secret");
    assert_eq!(stakeholder.stance, Stance::Assassin);
    assert_eq!(improvement.weight(&"SDE-6".into()), BusinessWeight::High);
    assert_eq!(improvement.usual_capacity, Some(200));
    assert_eq!(improvement.currency, "currency-secret");
}

/// What is written today is what was written then: who has the older program reads it.
#[test]
fn every_edit_of_the_plan_is_still_written_as_it_was() {
    let frozen: Value = serde_json::from_str(FILE_2).expect("JSON");
    let changes = envelope::read(FILE_2).expect("a file of version 2").changes;
    for (place, change) in changes.iter().enumerate() {
        let written = serde_json::to_value(change).expect("a change");
        assert_eq!(written, frozen["changes"][place]);
    }
}

/// The page was closed after the store had it and before the slate was cleared.
#[test]
fn format_1_can_be_moved_twice() {
    let (store, slate) = (Memory::default(), format_1());
    at_once(format_1::move_into(&store, &slate)).expect("room");
    let once = Slate::keys(&store, "").expect("reachable");
    at_once(format_1::move_into(&store, &format_1())).expect("room");
    assert_eq!(Slate::keys(&store, "").expect("reachable"), once);
}

#[test]
fn with_no_room_format_1_stays_where_it_is() {
    let (store, slate) = (Memory::with_limit(600), format_1());
    let before = keys(&slate);
    let moved = at_once(format_1::move_into(&store, &slate));
    assert_eq!(moved, Err(StoreError::Full));
    assert_eq!(keys(&slate), before);
}

/// The tab was killed after some clicks, before the store had them.
#[test]
fn changes_on_their_way_are_taken_up_at_the_next_start() {
    let (store, slate) = (Memory::default(), Memory::default());
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F L L P . -");
    let changes = workshop.assessment.changes();
    let (first, waiting) = changes.split_at(changes.len() - 2);
    at_once(journal::append(&store, &id("one"), first)).expect("room");
    for change in waiting {
        unsaved::note(&slate, &id("one"), change).expect("room");
    }
    for _ in 0..2 {
        at_once(unsaved::take_up(&store, &slate)).expect("room");
        let found = at_once(journal::load(&store, &id("one"))).expect("reachable");
        assert_eq!(found.changes, changes);
        assert_eq!(keys(&slate), [""; 0]);
    }
}

#[test]
fn a_note_that_cannot_be_read_is_set_aside() {
    let (store, slate) = (Memory::default(), Memory::default());
    let key = "plumbline/unsaved/one/0000000009-a";
    slate.write(key, "{\"id\"").expect("room");
    at_once(unsaved::take_up(&store, &slate)).expect("room");
    let aside = at_once(set_aside::damaged(&store)).expect("reachable");
    assert_eq!(
        (aside[0].key.as_str(), aside[0].text.as_str()),
        (key, "{\"id\"")
    );
    assert_eq!(keys(&slate), [""; 0]);
}

/// A newer Plumbline wrote it: an older one can neither read nor judge it.
#[test]
fn a_note_of_a_newer_plumbline_stays() {
    let (store, slate) = (Memory::default(), Memory::default());
    let key = "plumbline/unsaved/one/0000000009-a";
    slate.write(key, "{\"new\":1}").expect("room");
    store
        .write("head/one", r#"{"format_version":6}"#)
        .expect("room");
    at_once(unsaved::take_up(&store, &slate)).expect("reachable");
    assert_eq!(keys(&slate), [key]);
    assert_eq!(Slate::keys(&store, ""), Ok(vec!["head/one".to_owned()]));
}

#[test]
fn a_note_tells_whose_change_it_is() {
    let slate = Memory::default();
    let workshop = Workshop::new("R1", 2, &["RES-2"]);
    let change = &workshop.assessment.changes()[0];
    unsaved::note(&slate, &id("one"), change).expect("room");
    let key = keys(&slate).remove(0);
    let text = slate.read(&key).expect("reachable").expect("noted");
    let note = unsaved::read(&key, &text).expect("a note");
    assert_eq!((note.id, note.change.as_ref()), (id("one"), Some(change)));
    unsaved::forget(&slate, &id("one"), &change.id).expect("reachable");
    assert_eq!(keys(&slate), [""; 0]);
    assert_eq!(unsaved::read("plumbline/setting/theme", "dark"), None);
}
