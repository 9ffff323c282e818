//! What is missing of the evidence that a class demands, in words. The numbers of the classes are as commonly read.

use super::words;
use crate::domain::assessment_class::{AssessmentClass, Demand};
use crate::domain::coverage::{AttributeCoverage, Lack, ProcessCoverage};
use crate::report::evidence_words;

/// Stands beside all that is said of classes.
pub const CAUTION: &str = "As the classes of ISO/IEC 33002 are commonly read; check the standard.";

/// "Class 2".
pub fn class(class: AssessmentClass) -> String {
    format!("Class {}", class.number())
}

/// What a class is for.
pub fn aim(class: AssessmentClass) -> &'static str {
    match class {
        AssessmentClass::Class1 => "for comparing organisations and for public statements",
        AssessmentClass::Class2 => {
            "for comparing within an organisation, and a reliable start for improvement"
        }
        AssessmentClass::Class3 => "a quick look, monitoring, preparation",
    }
}

/// "4 instances of each process, or all where there are fewer; a product and a testimony behind each attribute; a lead assessor
/// and at least one more."
pub fn demand(demand: Demand) -> String {
    let instances = match demand.instances {
        1 => "1 instance of each process".to_owned(),
        count => format!("{count} instances of each process, or all where there are fewer"),
    };
    let evidence = if demand.products_and_testimony {
        "a product (document or record) and a testimony behind each attribute"
    } else {
        "one piece of any kind behind each attribute"
    };
    let team = match demand.more_assessors {
        0 => "a lead assessor, who may be alone".to_owned(),
        1 => "a lead assessor and at least one more".to_owned(),
        count => format!("a lead assessor and at least {count} more"),
    };
    format!("{instances}; {evidence}; {team}.")
}

/// "2 documents, 1 testimony", or "None".
pub fn kinds(attribute: &AttributeCoverage) -> String {
    let kinds = attribute.kinds.iter();
    let kinds = kinds.map(|(kind, number)| evidence_words::count(*kind, *number));
    let all: Vec<_> = kinds.collect();
    if all.is_empty() {
        "None".to_owned()
    } else {
        all.join(", ")
    }
}

/// "lacks a product and a testimony"; none where nothing is lacking.
pub fn lacks(attribute: &AttributeCoverage) -> Option<String> {
    let all: Vec<String> = attribute
        .lacks
        .iter()
        .map(|lack| match lack {
            Lack::Product => "a product",
            Lack::Testimony => "a testimony",
            Lack::Piece => "any evidence",
        })
        .map(ToOwned::to_owned)
        .collect();
    (!all.is_empty()).then(|| format!("lacks {}", words::join(&all)))
}

/// "1 instance; 2 more unless there are no more".
pub fn instances(process: &ProcessCoverage) -> String {
    let there = words::count(process.instances, "instance");
    match process.fewer_instances {
        0 => there,
        more => format!("{there}; {more} more, unless there are no others"),
    }
}

/// "3 of 12 attributes have the evidence that class 2 demands. 2 of 4 processes have fewer instances than it demands, which is
/// enough only where there are no others."
pub fn summary(class: AssessmentClass, all: &[ProcessCoverage]) -> String {
    let attributes = || all.iter().flat_map(|process| &process.attributes);
    let met = attributes().filter(|one| one.lacks.is_empty()).count();
    let total = words::count(attributes().count(), "attribute");
    let class = class.number();
    let evidence = format!("{met} of {total} have the evidence that class {class} demands.");
    let fewer = all
        .iter()
        .filter(|process| process.fewer_instances > 0)
        .count();
    if fewer == 0 {
        return evidence;
    }
    let have = if fewer == 1 { "has" } else { "have" };
    format!(
        "{evidence} {fewer} of {} {have} fewer instances than it demands, which is enough only where there are no others.",
        match all.len() {
            1 => "1 process".to_owned(),
            count => format!("{count} processes"),
        }
    )
}
