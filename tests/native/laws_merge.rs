//! Laws of joining copies: people rate apart, hand files round in any way, and nothing that anybody said is lost or doubled.

use crate::support;
use crate::support::{Workshop, indicator, judge, model, not_applicable};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::Subject;
use plumbline::exchange::envelope;
use plumbline::reference::fingerprint::fingerprint;
use proptest::prelude::*;

/// Each of them has a copy.
const PEOPLE: [&str; 3] = ["Anna", "Bert", "Carla"];

/// All ways to take up three files.
const ORDERS: [[usize; 3]; 6] = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
];

/// What somebody does on their copy.
#[derive(Clone, Debug)]
enum Act {
    Edit(Edit),
    /// Takes in the copy of somebody, perhaps their own.
    TakeIn(usize),
}

fn any_subject() -> impl Strategy<Value = Subject> {
    (1_u8..5).prop_map(|outcome| indicator("SDE-6", &format!("SDE-6.O{outcome}")))
}

fn any_rating() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["N", "P", "L", "L+", "F"])
}

fn any_agreement() -> impl Strategy<Value = Agreement> {
    let how = prop::sample::select(AgreedHow::ALL.to_vec());
    (any_rating(), how).prop_map(|(rating, how)| Agreement {
        judgement: Judgement::Rated {
            rating: Rating::new(rating),
        },
        reason: "The log shows it.".to_owned(),
        by: PEOPLE.map(str::to_owned).to_vec(),
        how,
        over: Vec::new(),
    })
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let note = "[a-z ]{0,6}";
    prop_oneof![
        8 => (any_subject(), any_rating()).prop_map(|(subject, rating)| judge(subject, rating)),
        1 => any_subject().prop_map(|subject| not_applicable(subject, "Others do it.")),
        1 => any_subject().prop_map(|subject| Edit::Judge { subject, judgement: None }),
        2 => any_subject().prop_map(|subject| Edit::Withdraw { subject }),
        2 => (any_subject(), note).prop_map(|(subject, text)| Edit::SetNote { subject, text }),
        2 => (any_subject(), prop::option::of(any_agreement()))
            .prop_map(|(subject, agreement)| Edit::Agree { subject, agreement }),
        1 => any::<bool>().prop_map(|blind| Edit::SetBlind { blind }),
    ]
}

/// Who does what, one after the other. Copies are taken in between, so clocks run ahead of each other.
fn any_work() -> impl Strategy<Value = Vec<(usize, Act)>> {
    let act = prop_oneof![
        6 => any_edit().prop_map(Act::Edit),
        1 => (0_usize..3).prop_map(Act::TakeIn),
    ];
    prop::collection::vec((0_usize..3, act), 0..40)
}

fn fold(changes: &[Change]) -> Assessment {
    let (assessment, refused) = Assessment::from_changes(changes).expect("a start");
    assert_eq!(refused, []);
    assessment
}

/// The three copies after the work.
fn copies(work: &[(usize, Act)]) -> [Vec<Change>; 3] {
    let start = Workshop::new("R1", 1, &["SDE-6"]).assessment;
    let mut copies = [(); 3].map(|()| start.changes().to_vec());
    for (person, act) in work {
        match act {
            Act::TakeIn(from) => {
                let theirs = copies[*from].clone();
                copies[*person] = merge(std::mem::take(&mut copies[*person]), theirs);
            }
            Act::Edit(edit) => {
                let mut assessment = fold(&copies[*person]);
                let name = PEOPLE[*person];
                let change = Change {
                    id: assessment.next_id(&ReplicaId::new(name)),
                    author: name.to_owned(),
                    at: "2026-11-22T10:00:00Z".to_owned(),
                    edit: edit.clone(),
                };
                assessment.apply(change).expect("this edit is allowed");
                copies[*person] = assessment.changes().to_vec();
            }
        }
    }
    copies
}

fn hash(changes: &[Change]) -> String {
    let file = envelope::write_changes(&AssessmentId::new("a1"), changes, "2026-11-22T12:00:00Z");
    fingerprint(&file.expect("it starts"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::cases(48)))]

    #[test]
    fn joining_is_commutative_associative_and_idempotent(work in any_work()) {
        let [a, b, c] = copies(&work);
        let join = |one: &[Change], other: &[Change]| merge(one.to_vec(), other.to_vec());
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
        prop_assert_eq!(join(&a, &a), a.clone());
        let both = join(&a, &b);
        prop_assert_eq!(join(&both, &b), both);
    }

    /// Three files taken up in any of six orders are the same file, byte by byte, and the same assessment.
    #[test]
    fn six_orders_of_three_files_have_one_hash(work in any_work()) {
        let copies = copies(&work);
        let joined = ORDERS.map(|order| {
            let [one, two, three] = order.map(|person| copies[person].clone());
            merge(merge(one, two), three)
        });
        let first = hash(&joined[0]);
        for changes in &joined {
            prop_assert_eq!(&hash(changes), &first);
        }
        // However they are shuffled before, what they make is the same.
        let backwards: Vec<Change> = joined[0].iter().rev().cloned().collect();
        prop_assert_eq!(fold(&backwards), fold(&joined[0]));
    }

    /// What each author said last on their own copy stands after each join, whatever others said, agreed or hid.
    #[test]
    fn no_rating_of_any_author_is_lost(work in any_work()) {
        let copies = copies(&work);
        let alone = copies.clone().map(|changes| fold(&changes));
        let subjects: Vec<Subject> = (1..5).map(|outcome| indicator("SDE-6", &format!("SDE-6.O{outcome}"))).collect();
        for order in ORDERS {
            let mut joined = Vec::new();
            for (place, person) in order.into_iter().enumerate() {
                joined = merge(joined, copies[person].clone());
                let now = fold(&joined);
                for known in &order[..=place] {
                    let name = PEOPLE[*known];
                    for subject in &subjects {
                        let said = |assessment: &Assessment| {
                            let remarks = assessment.remarks(subject)?;
                            remarks.judgement_by(name).cloned()
                        };
                        prop_assert_eq!(said(&now), said(&alone[*known]), "{} on {:?}", name, subject);
                    }
                }
            }
        }
    }

    /// While ratings are blind, each sees after joining what they saw before it.
    #[test]
    fn who_is_blind_sees_the_same_before_and_after_joining(work in any_work()) {
        let copies = copies(&work);
        let all = copies.iter().fold(Vec::new(), |all, copy| merge(all, copy.clone()));
        for (person, copy) in PEOPLE.iter().zip(&copies) {
            let (mut alone, mut joined) = (fold(copy), fold(&all));
            alone.see_as(Some(person));
            joined.see_as(Some(person));
            let result = |assessment: &Assessment| plumbline::domain::result::process_result(model(), assessment, &"SDE-6".into());
            prop_assert_eq!(result(&alone), result(&joined));
            for (_, _, remarks) in joined.state(&"SDE-6".into()).items() {
                prop_assert_eq!(remarks.earlier_notes().count(), 0);
            }
            let others = |change: &Change| {
                let says = matches!(change.edit, Edit::Judge { .. } | Edit::SetNote { .. });
                says && change.author != *person
            };
            prop_assert!(!joined.seen_changes().iter().any(others));
        }
    }
}
