//! How far apart people are in what they rated: who said what, the mean with its arithmetic, the greatest disagreement first.
//!
//! Service reporting has four outcomes. N, P, L and F count 0, 1, 2 and 3 in a mean, and half rounds up.

use crate::support;
use crate::support::{ANNA, Workshop, attribute, attribute_in, indicator, judge, not_applicable};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::answer::Answers;
use plumbline::domain::edit::Edit;
use plumbline::domain::judgement::Judgement;
use plumbline::domain::scale::Rating;
use plumbline::domain::spread::{Distance, Share, Spread, Spreads, spreads};
use plumbline::domain::subject::Subject;
use plumbline::report::spread_words;
use plumbline::report::words;
use proptest::prelude::*;

const BERT: &str = "Bert";
const CARLA: &str = "Carla";

fn outcome(number: u8) -> Subject {
    indicator("SDE-6", &format!("SDE-6.O{number}"))
}

fn workshop() -> Workshop {
    Workshop::new("R1", 1, &["SDE-6"])
}

fn of(workshop: &Workshop) -> Spreads {
    spreads(workshop.model, &workshop.assessment)
}

fn ids(found: &Spreads) -> Vec<&str> {
    let subjects = found.list.iter().map(|spread| &spread.subject);
    subjects.map(words::subject_id).collect()
}

fn one(workshop: &Workshop) -> Spread {
    let mut found = of(workshop).list;
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn agreed(rating: &str, how: AgreedHow) -> Agreement {
    Agreement {
        judgement: Judgement::Rated {
            rating: Rating::new(rating),
        },
        reason: "The log shows it.".to_owned(),
        by: vec![ANNA.to_owned(), BERT.to_owned()],
        how,
        over: Vec::new(),
    }
}

/// What they agree on over all that is rated now.
fn agree(workshop: &mut Workshop, rating: &str, how: AgreedHow) {
    let over = one(workshop).heard();
    workshop.edit(Edit::Agree {
        subject: outcome(1),
        agreement: Some(Agreement {
            over,
            ..agreed(rating, how)
        }),
    });
}

/// F and N are three steps apart. Their mean, 3 / 2 = 1.50, is L, which nobody said: so the spread stands beside it.
#[test]
fn the_mean_of_f_and_n_is_l_and_the_spread_says_so() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "N");
    let found = one(&workshop);
    assert_eq!(found.distance, Distance::Steps(3));
    let mean = found.mean.expect("two ratings");
    assert_eq!(
        words::mean(workshop.model, &mean),
        "Mean of 2 ratings: 3 / 2 = 1.50, so L."
    );
    assert_eq!(
        spread_words::spread(workshop.model, &found),
        "From N to F, 3 steps apart: as far as the scale goes."
    );
    assert_eq!(
        found.proposal(workshop.model),
        Judgement::Rated {
            rating: Rating::new("L")
        }
    );
}

/// One outcome nobody differs on, one by a step, one by three, and one that does not apply for Bert.
#[test]
fn the_greatest_disagreement_comes_first_then_the_order_of_the_model() {
    let mut workshop = workshop();
    for (number, anna, bert) in [(1, "L", "L"), (2, "L", "P"), (3, "N", "F")] {
        workshop.rate_by(ANNA, outcome(number), anna);
        workshop.rate_by(BERT, outcome(number), bert);
    }
    workshop.rate_by(ANNA, outcome(4), "F");
    let found = of(&workshop);
    assert_eq!(
        ids(&found),
        ["SDE-6.O3", "SDE-6.O2", "SDE-6.O1", "SDE-6.O4"]
    );
    assert_eq!(found.to_settle().count(), 2);
    workshop
        .edit_by(BERT, not_applicable(outcome(4), "Others report."))
        .expect("a reason is given");
    let found = of(&workshop);
    assert_eq!(
        ids(&found),
        ["SDE-6.O4", "SDE-6.O3", "SDE-6.O2", "SDE-6.O1"]
    );
    assert_eq!(found.list[0].distance, Distance::Applies);
    assert_eq!(
        spread_words::spread(workshop.model, &found.list[0]),
        "1 of 2 say that it does not apply."
    );
    assert_eq!(found.list[0].mean.map(|mean| mean.count), Some(1));
}

/// Two who say that it does not apply agree, whatever their reasons.
#[test]
fn not_applicable_for_all_is_no_disagreement() {
    let mut workshop = workshop();
    for (author, reason) in [(ANNA, "Others report."), (BERT, "There are no reports.")] {
        workshop
            .edit_by(author, not_applicable(outcome(1), reason))
            .expect("a reason is given");
    }
    let found = one(&workshop);
    assert_eq!((found.distance, found.mean), (Distance::None, None));
    assert_eq!(of(&workshop).unanimous().count(), 1);
}

/// L- and L+ count as L in a mean, yet are not the same.
#[test]
fn halves_of_one_step_differ_by_less_than_a_step() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "L-");
    workshop.rate_by(BERT, outcome(1), "L+");
    let found = one(&workshop);
    assert_eq!(found.distance, Distance::WithinStep);
    assert!(found.is_open());
    assert_eq!(
        spread_words::spread(workshop.model, &found),
        "L- and L+: less than one step apart."
    );
}

/// Not rated is not N: who said nothing, or took it back, is named and never counted.
#[test]
fn who_has_not_rated_is_named_and_never_counted() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "L");
    workshop.rate_by(CARLA, outcome(2), "F");
    workshop.rate_by(CARLA, outcome(1), "N");
    workshop
        .edit_by(
            CARLA,
            Edit::Judge {
                subject: outcome(1),
                judgement: None,
            },
        )
        .expect("a rating can be taken back");
    let found = of(&workshop);
    assert_eq!(found.list[0].silent, [CARLA]);
    assert_eq!(found.list[0].distance, Distance::Steps(1));
    let share = |author: &str, rated| Share {
        author: author.to_owned(),
        rated,
    };
    assert_eq!(
        found.authors,
        [share(ANNA, 1), share(BERT, 1), share(CARLA, 1)]
    );
    assert_eq!(found.subjects, 4);
    assert_eq!(found.list[1].silent, [ANNA, BERT]);
}

/// What was agreed is not to be settled any more; the ratings of both are still there, and count again when it is taken back.
#[test]
fn an_agreement_settles_and_keeps_what_each_said() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "P");
    agree(&mut workshop, "L", AgreedHow::Consensus);
    let found = one(&workshop);
    assert!(!found.is_open());
    assert_eq!(found.distance, Distance::Steps(2));
    let said = found.voices.iter().map(|voice| voice.judgement.rating());
    let said: Vec<_> = said.flatten().map(Rating::as_str).collect();
    assert_eq!(said, ["F", "P"]);
    assert_eq!(
        spread_words::agreement(&agreed("L", AgreedHow::Consensus)),
        "Agreed: L, by consensus of Anna and Bert. The log shows it."
    );
    workshop.edit(Edit::Agree {
        subject: outcome(1),
        agreement: None,
    });
    assert!(one(&workshop).is_open());
    let counts = workshop.assessment.judgement(&outcome(1));
    assert_eq!(
        counts.and_then(Judgement::rating),
        Some(&Rating::new("P")),
        "the latest rating of anybody"
    );
}

/// Bert thinks again after all had agreed on L: it is to be settled again, though L counts until it is. Whoever comes round to L
/// does not disturb it, and who goes back to what was heard does not either.
#[test]
fn who_rates_otherwise_after_an_agreement_is_named() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "P");
    agree(&mut workshop, "L", AgreedHow::Consensus);
    workshop.rate_by(ANNA, outcome(1), "L");
    assert!(!one(&workshop).is_open());
    workshop.rate_by(BERT, outcome(1), "N");
    let found = one(&workshop);
    assert!(found.is_open());
    assert_eq!(
        spread_words::dissent(&found.dissent).as_deref(),
        Some("Bert rates it otherwise now, or was not heard.")
    );
    let counts = workshop.assessment.judgement(&outcome(1));
    assert_eq!(counts.and_then(Judgement::rating), Some(&Rating::new("L")));
    workshop.rate_by(BERT, outcome(1), "P");
    assert!(!one(&workshop).is_open());
}

/// They hear Bert and stay at L, for the same reason: that is an agreement of its own. Undone, the one before stands again, and
/// Bert has not been heard.
#[test]
fn the_same_agreement_over_other_ratings_settles_anew() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "P");
    agree(&mut workshop, "L", AgreedHow::Consensus);
    workshop.rate_by(BERT, outcome(1), "N");
    let again = Edit::Agree {
        subject: outcome(1),
        agreement: Some(Agreement {
            over: one(&workshop).heard(),
            ..agreed("L", AgreedHow::Consensus)
        }),
    };
    assert!(!workshop.assessment.says_already(&again, ANNA));
    let undo = workshop.assessment.opposite(&again, ANNA);
    workshop.edit(again);
    assert!(!one(&workshop).is_open());
    workshop.edit(undo.expect("it can be undone"));
    assert_eq!(one(&workshop).dissent, [BERT]);
}

/// Carla rated before the others agreed, but her file comes after it: nobody knew of her N.
#[test]
fn a_rating_that_those_who_agreed_had_not_seen_is_told() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "P");
    let over = one(&workshop).heard();
    workshop.rate_by(CARLA, outcome(1), "N");
    workshop.edit(Edit::Agree {
        subject: outcome(1),
        agreement: Some(Agreement {
            over,
            ..agreed("L", AgreedHow::Consensus)
        }),
    });
    assert_eq!(one(&workshop).dissent, [CARLA]);
}

/// Anna says F, Bert N, and the lead assessor Carla decides on L: that L is not Bert's.
#[test]
fn an_agreed_rating_is_told_as_that_of_whoever_recorded_it() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "N");
    let agreement = Agreement {
        over: one(&workshop).heard(),
        ..agreed("L", AgreedHow::LeadDecision)
    };
    let edit = Edit::Agree {
        subject: outcome(1),
        agreement: Some(agreement),
    };
    workshop.edit_by(CARLA, edit).expect("she may");
    workshop.rate_by(BERT, outcome(1), "P");
    let by = |workshop: &Workshop| {
        let answers = Answers::new(workshop.model, &workshop.assessment);
        answers.of(&outcome(1)).by.expect("somebody said it").name
    };
    assert_eq!(by(&workshop), CARLA);
    workshop.assessment.see_as(Some(BERT));
    assert_eq!(by(&workshop), BERT);
}

/// Blind or not, those who bring ratings together see all of them.
#[test]
fn it_is_the_same_while_ratings_are_blind() {
    let mut workshop = workshop();
    workshop.rate_by(ANNA, outcome(1), "F");
    workshop.rate_by(BERT, outcome(1), "P");
    let open = of(&workshop);
    workshop.edit(Edit::SetBlind { blind: true });
    workshop.assessment.see_as(Some(ANNA));
    assert_eq!(of(&workshop), open);
}

/// Each method has its own subjects: attributes in each instance, or attributes once.
#[test]
fn attributes_and_instances_are_compared_where_they_are_what_is_rated() {
    let mut workshop = Workshop::new("R2", 2, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate_by(ANNA, attribute_in("SDE-6", "2", "PA2.1"), "F");
    workshop.rate_by(BERT, attribute_in("SDE-6", "2", "PA2.1"), "L");
    workshop.rate_by(BERT, attribute("SDE-6", "PA2.1"), "N");
    let found = of(&workshop);
    assert_eq!(found.list.len(), 1, "the whole process is not rated in R2");
    assert_eq!(found.subjects, 6, "three attributes in two instances");
    let mut workshop = Workshop::new("R3", 2, &["SDE-6"]);
    workshop.rate_by(BERT, attribute("SDE-6", "PA2.1"), "N");
    assert_eq!(of(&workshop).subjects, 3);
}

const RATINGS: [&str; 6] = ["N", "P", "L-", "L", "F", "n/a"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(support::cases(128)))]

    /// Who rates first makes no difference to the spread, nor does what anybody is called to the distance.
    #[test]
    fn the_order_in_which_people_rate_makes_no_difference(
        said in prop::collection::vec((0_usize..3, 1_u8..5, 0_usize..6), 1..24),
    ) {
        let names = [ANNA, BERT, CARLA];
        // One judgement of each person on each outcome: a later one would replace the one before.
        let mut once: Vec<(usize, u8, usize)> = Vec::new();
        for (author, number, rating) in said {
            if !once.iter().any(|known| (known.0, known.1) == (author, number)) {
                once.push((author, number, rating));
            }
        }
        let make = |said: &[(usize, u8, usize)]| {
            let mut workshop = workshop();
            for (author, number, rating) in said {
                let edit = match RATINGS[*rating] {
                    "n/a" => not_applicable(outcome(*number), "It does not apply."),
                    rating => judge(outcome(*number), rating),
                };
                workshop.edit_by(names[*author], edit).expect("this rating is allowed");
            }
            of(&workshop)
        };
        let forwards = make(&once);
        let backwards: Vec<_> = once.iter().rev().copied().collect();
        prop_assert_eq!(&forwards, &make(&backwards));
        let renamed: Vec<_> = once.iter().map(|(author, number, rating)| ((author + 1) % 3, *number, *rating)).collect();
        let distances = |found: &Spreads| found.list.iter().map(|spread| (spread.subject.clone(), spread.distance, spread.mean)).collect::<Vec<_>>();
        prop_assert_eq!(distances(&forwards), distances(&make(&renamed)));
        for spread in &forwards.list {
            prop_assert_eq!(spread.voices.len() + spread.silent.len(), forwards.authors.len());
            if let (Some(lowest), Some(highest), Some(mean)) = (spread.lowest, spread.highest, spread.mean) {
                prop_assert!(lowest <= mean.rank && mean.rank <= highest);
            }
        }
        let order: Vec<Distance> = forwards.list.iter().map(|spread| spread.distance).collect();
        prop_assert!(order.is_sorted_by(|one, next| one >= next));
    }
}
