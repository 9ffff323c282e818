//! What an action starts with that is taken over from the draft of the plan.

use super::plan_draft::{PlanEntry, PlanStep};
use super::words;
use crate::domain::action::ActionField;
use crate::domain::assessment::Assessment;
use crate::domain::subject::Subject;

/// The fields of one action that closes these gaps: its title, what it lifts, and links to what was noted or shown there.
/// The phase is left to what the model suggests.
pub fn fields_of_new(assessment: &Assessment, gaps: &[&PlanEntry]) -> Vec<ActionField> {
    let title = ActionField::Title { title: title(gaps) };
    let steps = gaps.iter().flat_map(|gap| &gap.steps);
    let lift = |step: &PlanStep| ActionField::Lift {
        subject: step.subject.clone(),
        expected: Some(step.expected.clone()),
    };
    // Where nothing below the attribute applies, the attribute itself is what to raise.
    let whole = gaps.iter().filter(|gap| gap.steps.is_empty());
    let whole = whole.map(|gap| ActionField::Lift {
        subject: Subject::attribute(gap.process.clone(), None, gap.attribute.clone()),
        expected: Some(gap.needs.clone()),
    });
    let remarked = steps
        .clone()
        .filter(|step| is_remarked(assessment, &step.subject));
    let links = remarked.map(|step| ActionField::Link {
        subject: step.subject.clone(),
        linked: true,
    });
    // First, so that taking the first field back takes the whole action back.
    std::iter::once(ActionField::Removed { removed: false })
        .chain(std::iter::once(title))
        .chain(steps.clone().map(lift))
        .chain(whole)
        .chain(links)
        .collect()
}

/// Whether a note or evidence stands at a subject.
pub fn is_remarked(assessment: &Assessment, subject: &Subject) -> bool {
    assessment
        .remarks(subject)
        .is_some_and(|remarks| !remarks.note().is_empty())
        || assessment.evidence.of(subject).next().is_some()
}

/// "Raise PA2.1 Performance management in RES-1 to L or F"; of several gaps what they have in common.
fn title(gaps: &[&PlanEntry]) -> String {
    let processes = each_once(gaps.iter().map(|gap| gap.process.to_string()));
    let attributes = each_once(gaps.iter().map(|gap| gap.attribute.to_string()));
    let places = some(&processes, "processes");
    match (gaps, attributes.as_slice(), processes.as_slice()) {
        ([gap], ..) => format!(
            "Raise {} in {} to {}",
            gap.attribute_name, gap.process, gap.target
        ),
        ([gap, ..], [_], _) => format!("Raise {} in {places}", gap.attribute_name),
        (_, _, [_]) => format!("Raise {} in {places}", some(&attributes, "attributes")),
        _ => format!("Close {} gaps in {places}", gaps.len()),
    }
}

/// The names where they are few, or else how many.
fn some(names: &[String], what: &str) -> String {
    const FEW: usize = 3;
    if names.len() <= FEW {
        words::join(names)
    } else {
        format!("{} {what}", names.len())
    }
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gap::Gap;

    fn gap(process: &str, attribute: &str, name: &str) -> PlanEntry {
        PlanEntry {
            process: process.into(),
            process_name: String::new(),
            attribute: attribute.into(),
            attribute_name: name.to_owned(),
            level: 1,
            gap: Gap::Major,
            rating: "N".to_owned(),
            target: "L or F".to_owned(),
            needs: "L".into(),
            not_rated: 0,
            hours: 0,
            exact: true,
            keys: Vec::new(),
            planned_by: Vec::new(),
            phase: None,
            steps: Vec::new(),
        }
    }

    #[test]
    fn a_title_says_what_the_gaps_have_in_common() {
        let performed = |process| gap(process, "PA1.1", "PA1.1 Process performance");
        let managed = |process| gap(process, "PA2.1", "PA2.1 Performance management");
        let of = |gaps: &[PlanEntry]| title(&gaps.iter().collect::<Vec<_>>());
        assert_eq!(
            of(&[managed("RES-1")]),
            "Raise PA2.1 Performance management in RES-1 to L or F"
        );
        assert_eq!(
            of(&[performed("RES-1"), performed("CON-1")]),
            "Raise PA1.1 Process performance in RES-1 and CON-1"
        );
        assert_eq!(
            of(&["A", "B", "C", "D"].map(performed)),
            "Raise PA1.1 Process performance in 4 processes"
        );
        assert_eq!(
            of(&[performed("RES-1"), managed("RES-1")]),
            "Raise PA1.1 and PA2.1 in RES-1"
        );
        assert_eq!(
            of(&[performed("RES-1"), managed("RES-1"), managed("CON-1")]),
            "Close 3 gaps in RES-1 and CON-1"
        );
    }
}
