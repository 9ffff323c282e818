//! What is missing of the evidence that a class demands, in words.

use super::words;
use crate::domain::assessment_class::AssessmentClass;
use crate::domain::coverage::{AttributeCoverage, Lack, ProcessCoverage};
use crate::report::evidence_words;

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
