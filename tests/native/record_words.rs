//! What the assessment record asks for in words, and the scope statement that is built from it.

use crate::support::Workshop;
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::edit::Edit;
use plumbline::domain::record_edit::{RecordEdit, RecordField};
use plumbline::report::class_words::demands;
use plumbline::report::record_words::field;
use plumbline::report::scope_statement::{ScopeStatement, scope_statement};
use std::collections::BTreeSet;

fn say(workshop: &mut Workshop, field: RecordField, text: &str) {
    let text = text.to_owned();
    workshop.edit(Edit::Record(RecordEdit::SetText { field, text }));
}

#[test]
fn each_text_is_asked_for_by_its_own_name_and_clause() {
    let labels: BTreeSet<&str> = RecordField::ALL.map(|found| field(found).label).into();
    assert_eq!(labels.len(), RecordField::ALL.len());
    for found in RecordField::ALL {
        let clause = field(found).clause;
        let expected = if found.is_input() { "4.4" } else { "4.2.1 " };
        assert!(clause.starts_with(expected), "{found:?} is of {clause}");
    }
}

#[test]
fn a_class_says_what_it_demands() {
    assert_eq!(
        demands(AssessmentClass::Class2),
        [
            "At least 2 instances of each process, or all where there are fewer.",
            "Behind each attribute both products (documents, records) and testimony.",
            "Beside the lead assessor at least 1 assessor.",
        ]
    );
    assert_eq!(
        demands(AssessmentClass::Class3),
        [
            "One instance of each process is enough.",
            "Behind each attribute any one piece of evidence.",
            "The lead assessor may work alone.",
        ]
    );
}

#[test]
fn a_scope_statement_grows_with_what_is_said() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    let told = |workshop: &Workshop| scope_statement(&workshop.assessment);
    let needs = |missing: &[&'static str]| ScopeStatement::Needs(missing.to_vec());
    assert_eq!(
        told(&workshop),
        needs(&["the organisation that delivers", "the services"])
    );

    let unit = "the IT department".to_owned();
    workshop.edit(Edit::SetUnit { unit });
    assert_eq!(told(&workshop), needs(&["the services"]));

    say(&mut workshop, RecordField::Services, "workplace services.");
    let start = "The service management system of the IT department that manages and delivers workplace services";
    assert_eq!(told(&workshop), ScopeStatement::Whole(format!("{start}.")));

    say(&mut workshop, RecordField::Technology, "leased laptops");
    let whole = format!("{start} using leased laptops.");
    assert_eq!(told(&workshop), ScopeStatement::Whole(whole));

    say(&mut workshop, RecordField::Organisation, "Alpha GmbH");
    say(&mut workshop, RecordField::Customers, "all staff");
    say(&mut workshop, RecordField::Locations, "Graz");
    let whole = "The service management system of Alpha GmbH that manages and delivers workplace services to all staff \
                 from Graz using leased laptops.";
    assert_eq!(told(&workshop), ScopeStatement::Whole(whole.to_owned()));
}
