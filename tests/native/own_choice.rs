//! What one chose oneself where something was agreed on: what the choices and the matrix of instances show.

use crate::support::{ANNA, Workshop, attribute_in};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::edit::Edit;
use plumbline::domain::judgement::Judgement;
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::Subject;
use plumbline::report::matrix_table::{MatrixTable, matrix_table};
use plumbline::report::spread_words;

const BERT: &str = "Bert";
const CARLA: &str = "Carla";

fn subject() -> Subject {
    attribute_in("SDE-6", "1", "PA1.1")
}

/// Anna rates F and Bert P; Carla has not rated.
fn rated() -> Workshop {
    let mut workshop = Workshop::new("R2", 1, &["SDE-6"]);
    workshop.rate_by(ANNA, subject(), "F");
    workshop.rate_by(BERT, subject(), "P");
    workshop
}

/// They agree on L.
fn agreed() -> Workshop {
    let mut workshop = rated();
    let agreement = Agreement {
        judgement: Judgement::Rated {
            rating: Rating::new("L"),
        },
        reason: "The log shows it.".to_owned(),
        by: vec![ANNA.to_owned(), BERT.to_owned()],
        how: AgreedHow::Consensus,
        over: Vec::new(),
    };
    workshop.edit(Edit::Agree {
        subject: subject(),
        agreement: Some(agreement),
    });
    workshop
}

fn choice<'a>(workshop: &'a Workshop, author: &str) -> Option<&'a str> {
    let own = workshop.assessment.own_choice(&subject(), author)?;
    own.rating().map(Rating::as_str)
}

fn matrix(workshop: &Workshop, author: &str) -> MatrixTable {
    let result = workshop.result("SDE-6");
    matrix_table(workshop.model, &workshop.assessment, &result, author)
}

#[test]
fn an_agreement_leaves_the_choices_to_each() {
    let differ = rated();
    assert_eq!(choice(&differ, ANNA), Some("F"), "her own");
    assert_eq!(choice(&differ, BERT), Some("P"));
    assert_eq!(choice(&differ, CARLA), Some("P"), "the latest of anybody");
    let said = differ.assessment.remarks(&subject()).expect("two rated");
    assert_eq!(
        spread_words::differ(said.judgements()).as_deref(),
        Some("Anna: F, Bert: P. What was said last counts until you agree.")
    );
    let workshop = agreed();
    assert_eq!(choice(&workshop, ANNA), Some("F"));
    assert_eq!(choice(&workshop, BERT), Some("P"));
    assert_eq!(choice(&workshop, CARLA), None);
}

#[test]
fn the_matrix_shows_ones_own_rating_beside_the_agreed_one_that_counts() {
    let workshop = agreed();
    for (author, text, rank) in [
        (ANNA, "F", Some(3)),
        (BERT, "P", Some(1)),
        (CARLA, "·", None),
    ] {
        let table = matrix(&workshop, author);
        let cell = table.cell(0, 0).expect("one attribute, one instance");
        assert_eq!((cell.text.as_str(), cell.rank), (text, rank));
        assert_eq!(cell.agreed.as_deref(), Some("L"));
        assert_eq!(table.blocks[0].totals[0].text, "L", "the agreed one counts");
    }
    let table = matrix(&rated(), CARLA);
    let cell = table.cell(0, 0).expect("one attribute, one instance");
    assert_eq!((cell.text.as_str(), cell.agreed.as_deref()), ("P", None));
    assert_eq!(table.columns[0].level, "Level 0");
    let nothing = matrix(&Workshop::new("R1", 1, &["SDE-6"]), ANNA);
    assert_eq!(nothing.columns[0].level, "Not rated");
}

/// While ratings are blind, what was agreed before is not shown either.
#[test]
fn blind_shows_ones_own_rating_alone() {
    let mut workshop = agreed();
    workshop.edit(Edit::SetBlind { blind: true });
    workshop.assessment.see_if_blind(ANNA);
    let table = matrix(&workshop, ANNA);
    let cell = table.cell(0, 0).expect("one attribute, one instance");
    assert_eq!((cell.text.as_str(), cell.agreed.as_deref()), ("F", None));
    assert_eq!(choice(&workshop, ANNA), Some("F"));
}

/// Who takes their own rating back is told whose stays.
#[test]
fn what_others_hold_stays() {
    let mut workshop = rated();
    let held = |workshop: &Workshop, author| workshop.assessment.held_by_others(&subject(), author);
    assert_eq!(
        held(&workshop, BERT),
        Vec::<String>::new(),
        "his own is shown"
    );
    assert_eq!(held(&workshop, CARLA), [BERT]);
    let nothing = Edit::Judge {
        subject: subject(),
        judgement: None,
    };
    workshop
        .edit_by(BERT, nothing)
        .expect("it may be taken back");
    assert_eq!(held(&workshop, BERT), [ANNA], "hers comes back");
    assert_eq!(held(&agreed(), CARLA), Vec::<String>::new());
}
