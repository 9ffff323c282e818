//! Joining copies that added or removed instances apart: what was rated for each of them is in the result, whatever they are
//! called, and a change that makes no sense after all others stays known.
//!
//! Service reporting has four outcomes. Anna and Bert each work on a copy of the same assessment.

use crate::support::{ANNA, Workshop, indicators, judge, model};
use plumbline::domain::assessment::{Assessment, Refused};
use plumbline::domain::change::{Change, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::domain::refusal::Refusal;
use plumbline::domain::result::process_result;
use plumbline::exchange::envelope;
use plumbline::exchange::joining::{Joining, joining};
use plumbline::report::words;

const ID: &str = "a1";

fn edit(copy: &mut Assessment, author: &str, edit: Edit) {
    copy.allows(&edit).expect("nothing forbids it");
    let change = Change {
        id: copy.next_id(&ReplicaId::new(author)),
        author: author.to_owned(),
        at: "2026-11-22T10:00:00Z".to_owned(),
        edit,
    };
    copy.apply(change).expect("this edit is allowed");
}

fn name(instance: &str, name: &str) -> Edit {
    Edit::SetInstance {
        process: "SDE-6".into(),
        instance: instance.into(),
        name: name.to_owned(),
    }
}

fn remove(instance: &str) -> Edit {
    Edit::RemoveInstance {
        process: "SDE-6".into(),
        instance: instance.into(),
    }
}

/// A copy in which somebody added "Night desk" and rated its four outcomes.
fn with_night_desk(started: &Assessment, author: &str, id: &str, rating: &str) -> Assessment {
    let mut copy = started.clone();
    edit(&mut copy, author, name(id, "Night desk"));
    for subject in indicators(model(), "SDE-6", id, "PA1.1") {
        edit(&mut copy, author, judge(subject, rating));
    }
    copy
}

fn file(copy: &Assessment) -> String {
    envelope::write(&AssessmentId::new(ID), copy, "2026-11-22T12:00:00Z")
}

fn preview(here: &Assessment, there: &Assessment) -> Joining {
    let files = [("there.json".to_owned(), Ok(file(there)))];
    let today = "2026-11-22".parse().expect("a day");
    joining(model(), &AssessmentId::new(ID), here, &files, today)
}

fn join(here: &Assessment, there: &Assessment) -> (Assessment, Vec<Refused>) {
    let all = merge(here.all_changes(), preview(here, there).changes);
    Assessment::from_changes(&all).expect("a start")
}

/// Each instance with its rating of the first attribute.
fn rated(assessment: &Assessment) -> Vec<String> {
    let result = process_result(model(), assessment, &"SDE-6".into());
    let instances = result.instances.iter().map(|found| {
        let rating = words::cell(&found.attributes[0]);
        format!("{}: {rating}", found.instance.name)
    });
    instances.collect()
}

/// Anna's night desk is all F, Bert's all N. Whoever joins whose file, both count, and each can be told from the other.
#[test]
fn two_instances_of_one_name_are_both_there() {
    let started = Workshop::new("R1", 1, &["SDE-6"]).assessment;
    let anna = with_night_desk(&started, ANNA, "n1", "F");
    let bert = with_night_desk(&started, "Bert", "n2", "N");
    let (one, refused) = join(&anna, &bert);
    assert_eq!(refused, []);
    assert_eq!(
        rated(&one),
        ["Whole unit: ·", "Night desk: F", "Night desk (2): N"]
    );
    let (other, _) = join(&bert, &anna);
    assert_eq!(other, one);
    let subject = indicators(model(), "SDE-6", "n2", "PA1.1").remove(0);
    assert_eq!(
        words::instance(&one, &subject).as_deref(),
        Some("Night desk (2)")
    );
}

#[test]
fn a_made_up_name_is_nobody_elses() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    for (id, called) in [
        ("a", "Desk"),
        ("b", "Desk"),
        ("c", "Desk (2)"),
        ("d", "Desk"),
    ] {
        workshop.edit(name(id, called));
    }
    let instances = workshop.assessment.instances(&"SDE-6".into());
    let names: Vec<_> = instances.iter().map(|found| found.name.as_str()).collect();
    assert_eq!(
        names,
        ["Whole unit", "Desk", "Desk (3)", "Desk (2)", "Desk (4)"]
    );
}

/// Nobody at work gives two instances one name; one that another copy brought can be removed and comes back as it was.
#[test]
fn those_at_work_give_each_instance_a_name_of_its_own() {
    let started = Workshop::new("R1", 1, &["SDE-6"]).assessment;
    let anna = with_night_desk(&started, ANNA, "n1", "F");
    assert_eq!(
        anna.allows(&name("n2", "Night desk")),
        Err(Refusal::InstanceName)
    );
    assert_eq!(anna.allows(&name("n1", "Night desk")), Ok(()));
    let (mut joined, _) = join(&anna, &with_night_desk(&started, "Bert", "n2", "N"));
    let back = joined.opposite(&remove("n2"), ANNA).expect("a way back");
    edit(&mut joined, ANNA, remove("n2"));
    edit(&mut joined, ANNA, back);
    assert_eq!(rated(&joined)[2], "Night desk (2): N");
}

/// Of two instances Anna removes one and Bert the other. The last one stays, and the change that would have removed it is known:
/// the same file brings nothing again, the file of what was joined holds it, and no later change takes its id.
#[test]
fn a_change_that_makes_no_sense_after_all_others_stays_known() {
    let mut started = Workshop::new("R1", 1, &["SDE-6"]).assessment;
    edit(&mut started, ANNA, name("n", "Night desk"));
    let (mut anna, mut bert) = (started.clone(), started);
    edit(&mut anna, ANNA, remove("n"));
    edit(&mut bert, "Bert", remove("1"));
    let preview_first = preview(&anna, &bert);
    assert_eq!(preview_first.outcome.map(|found| found.refused), Some(1));
    let (mut joined, refused) = join(&anna, &bert);
    let [refused] = refused.as_slice() else {
        panic!("one of the two is refused: {refused:?}");
    };
    assert_eq!(refused.refusal, Refusal::LastInstance);
    assert!(joined.knows(&refused.id));
    for copy in [&anna, &bert] {
        let again = preview(&joined, copy);
        assert_eq!((again.changes, again.outcome), (Vec::new(), None));
    }
    let read = envelope::read(&file(&joined)).expect("it can be read");
    assert_eq!(read.changes, joined.all_changes());
    assert_eq!(read.changes.len(), joined.changes().len() + 1);
    assert!(joined.next_id(&refused.id.replica) > refused.id);
    // Another rating of Anna's is not lost when all is folded anew.
    let subject = indicators(model(), "SDE-6", "1", "PA1.1").remove(0);
    edit(&mut joined, "Bert", judge(subject.clone(), "F"));
    let (anew, _) = Assessment::from_changes(&joined.all_changes()).expect("a start");
    assert!(anew.judgement(&subject).is_some());
    assert_eq!(anew, joined);
}
