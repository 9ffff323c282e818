//! How something that an action lifts stands today.

use super::assessment::Assessment;
use super::id::InstanceId;
use super::judgement::Judgement;
use super::model::Model;
use super::result::ProcessResult;
use super::scale::Rank;
use super::subject::{Item, Subject};

/// The rank of a subject; none where it is not rated. An indicator of all instances stands as its lowest instance: a lift is
/// kept only where it is kept everywhere.
pub fn rank_now(
    model: &Model,
    assessment: &Assessment,
    result: &ProcessResult,
    subject: &Subject,
) -> Option<Rank> {
    match (&subject.item, &subject.instance) {
        (Item::Attribute(attribute), None) => result.attribute(attribute)?.standing.rank(),
        (Item::Attribute(attribute), Some(id)) => {
            let mut instances = result.instances.iter();
            let instance = instances.find(|found| found.instance.id == *id)?;
            let mut attributes = instance.attributes.iter();
            let found = attributes.find(|found| found.attribute == *attribute)?;
            found.standing.rank()
        }
        (Item::Indicator(_), _) => {
            let ranks = instances_of(assessment, subject)
                .into_iter()
                .map(|instance| {
                    let subject = Subject {
                        instance: Some(instance),
                        ..subject.clone()
                    };
                    match assessment.judgement(&subject) {
                        Some(Judgement::Rated { rating }) => {
                            Some(model.framework.scale.rank(rating))
                        }
                        Some(Judgement::NotApplicable { .. }) => None,
                        None => Some(None),
                    }
                });
            // An instance to which it does not apply says nothing; one that is not rated leaves it unknown.
            ranks.flatten().min()?
        }
    }
}

/// Whether anything was said of a subject, or of what lies under it, since a place in the order of changes.
pub fn judged_since(
    model: &Model,
    assessment: &Assessment,
    subject: &Subject,
    place: usize,
) -> bool {
    let within = |item: &Item| match (&subject.item, item) {
        (Item::Attribute(attribute), Item::Indicator(id)) => model
            .attribute_of(&subject.process, id)
            .is_some_and(|found| found.id == *attribute),
        (wanted, item) => wanted == item,
    };
    let mut items = assessment.state(&subject.process).items();
    items.any(|(instance, item, remarks)| {
        let here = subject.instance.is_none() || subject.instance.as_ref() == instance;
        here && within(item) && remarks.last_said() > Some(place)
    })
}

/// The instances that a subject is about: its own, or all.
pub fn instances_of(assessment: &Assessment, subject: &Subject) -> Vec<InstanceId> {
    match &subject.instance {
        Some(instance) => vec![instance.clone()],
        None => {
            let instances = assessment.instances(&subject.process).into_iter();
            instances.map(|instance| instance.id).collect()
        }
    }
}
