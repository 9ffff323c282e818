//! A copy of an assessment in which ratings are otherwise than people said: for what will be, and for what if.

use super::assessment::Assessment;
use super::change::Change;
use super::edit::Edit;
use super::framework::Rates;
use super::id::ReplicaId;
use super::judgement::{Judgement, Settlement};
use super::lift::{instances_of, rank_now};
use super::model::Model;
use super::result::{process_result, rates};
use super::scale::Rating;
use super::subject::{Item, Subject};

/// The copy. Nothing of it is ever kept.
#[derive(Clone, Debug)]
pub struct Scratch<'m> {
    model: &'m Model,
    assessment: Assessment,
}

/// Where a settlement of the copy comes from.
const REASON: &str = "In a scratch copy.";

impl<'m> Scratch<'m> {
    pub fn new(model: &'m Model, assessment: &Assessment) -> Self {
        Self {
            model,
            assessment: assessment.clone(),
        }
    }

    pub fn into_assessment(self) -> Assessment {
        self.assessment
    }

    /// Rates a subject. One without an instance is rated in all instances. What does not apply stays so.
    pub fn rate(&mut self, subject: &Subject, rating: &Rating) {
        if let Item::Attribute(_) = subject.item {
            return self.rate_attribute(subject, rating);
        }
        for instance in instances_of(&self.assessment, subject) {
            let subject = Subject {
                instance: Some(instance),
                ..subject.clone()
            };
            let said = self.assessment.judgement(&subject);
            if !matches!(said, Some(Judgement::NotApplicable { .. })) {
                self.judge(subject, rating);
            }
        }
    }

    /// As [`Self::rate`], where that is more than it has. What is not rated counts for nothing today, so it is left so where a
    /// low rating of it would lower its attribute.
    pub fn raise(&mut self, subject: &Subject, rating: &Rating) {
        if subject.instance.is_none() && !subject.is_attribute() {
            for instance in instances_of(&self.assessment, subject) {
                let subject = Subject {
                    instance: Some(instance),
                    ..subject.clone()
                };
                self.raise(&subject, rating);
            }
            return;
        }
        let before = process_result(self.model, &self.assessment, &subject.process);
        let now = rank_now(self.model, &self.assessment, &before, subject);
        if now >= self.model.framework.scale.rank(rating) {
            return;
        }
        self.rate(subject, rating);
        let after = process_result(self.model, &self.assessment, &subject.process);
        let mut attributes = before.attributes.iter().zip(&after.attributes);
        if now.is_none()
            && attributes.any(|(before, after)| after.standing.rank() < before.standing.rank())
        {
            self.make(Edit::Judge {
                subject: subject.clone(),
                judgement: None,
            });
        }
    }

    /// What is rated under the method is rated; what is computed is settled.
    fn rate_attribute(&mut self, subject: &Subject, rating: &Rating) {
        let rated = match rates(self.model, &self.assessment) {
            Rates::Indicators => false,
            Rates::Attributes => subject.instance.is_some(),
            Rates::Process => subject.instance.is_none(),
        };
        if rated {
            return self.judge(subject.clone(), rating);
        }
        self.make(Edit::Settle {
            subject: subject.clone(),
            settlement: Some(Settlement {
                rating: rating.clone(),
                reason: REASON.to_owned(),
            }),
        });
    }

    fn judge(&mut self, subject: Subject, rating: &Rating) {
        let rating = rating.clone();
        self.make(Edit::Judge {
            subject,
            judgement: Some(Judgement::Rated { rating }),
        });
    }

    fn make(&mut self, edit: Edit) {
        let change = Change {
            id: self.assessment.next_id(&ReplicaId::new("scratch")),
            author: String::new(),
            at: String::new(),
            edit,
        };
        // Cannot be refused: it is the latest, and a settlement has its reason.
        let _ = self.assessment.apply(change);
    }
}
