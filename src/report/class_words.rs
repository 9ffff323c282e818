//! The classes of assessment in plain words (ISO/IEC 33002:2015, 4.6).

use crate::domain::assessment_class::{AssessmentClass, Demand};
use crate::report::words::count;

/// Stands wherever what a class demands is shown.
pub const AS_READ: &str =
    "The numbers are told as commonly read; check clause 4.6 of the standard.";

/// "Class 2".
pub fn name(class: AssessmentClass) -> String {
    format!("Class {}", class.number())
}

/// What it is for.
pub fn aim(class: AssessmentClass) -> &'static str {
    match class {
        AssessmentClass::Class1 => "To compare organisations, and for statements in public.",
        AssessmentClass::Class2 => {
            "To compare within an organisation, and as a sound start for improvement."
        }
        AssessmentClass::Class3 => "A quick look: to watch, or to prepare.",
    }
}

/// What it demands, one sentence each. [`AS_READ`] stands beside them.
pub fn demands(class: AssessmentClass) -> [String; 3] {
    let Demand {
        instances,
        products_and_testimony,
        more_assessors,
    } = class.demand();
    let instances = match usize::from(instances) {
        0 | 1 => "One instance of each process is enough.".to_owned(),
        more => format!(
            "At least {} of each process, or all where there are fewer.",
            count(more, "instance")
        ),
    };
    let evidence = if products_and_testimony {
        "Behind each attribute both products (documents, records) and testimony."
    } else {
        "Behind each attribute any one piece of evidence."
    };
    let team = match usize::from(more_assessors) {
        0 => "The lead assessor may work alone.".to_owned(),
        more => format!(
            "Beside the lead assessor at least {}.",
            count(more, "assessor")
        ),
    };
    [instances, evidence.to_owned(), team]
}
