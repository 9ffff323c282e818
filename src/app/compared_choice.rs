//! What is chosen on the page Compare, as its address tells it.

use super::route::Route;
use crate::domain::date::Date;
use crate::domain::id::{AssessmentId, MilestoneId, ProcessId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Points, the one that the others are held against, and the process that is looked at more closely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedChoice {
    pub points: Vec<Pick>,
    /// Place of the base.
    pub base: usize,
    /// None: the first one.
    pub process: Option<ProcessId>,
}

/// An assessment as it stood at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub assessment: AssessmentId,
    pub when: When,
}

/// Which state of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    Now,
    /// At the end of a day.
    Day(Date),
    Milestone(MilestoneId),
}

/// What stands as it is in an id. Not the signs that part what is chosen.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

const MILESTONE: &str = "at";
const BASE: &str = "base";
const PROCESS: &str = "process";

impl ComparedChoice {
    /// Reads the part of an address behind the name of the page: `A.B_2026-03-31.C_at_MILESTONE._base_1._process_P`. What
    /// cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let mut choice = Self::default();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let fields: Vec<&str> = part.split('_').collect();
            match fields.as_slice() {
                ["", BASE, place] => choice.base = place.parse().unwrap_or(0),
                ["", PROCESS, id] => choice.process = Some(ProcessId::new(decode(id))),
                ["", ..] => {}
                [id, when @ ..] => choice.points.extend(When::parse(when).map(|when| Pick {
                    assessment: AssessmentId::new(decode(id)),
                    when,
                })),
                [] => {}
            }
        }
        choice
    }

    pub fn route(&self) -> Route {
        let mut parts: Vec<String> = self.points.iter().map(Pick::text).collect();
        if self.base > 0 {
            parts.push(format!("_{BASE}_{}", self.base));
        }
        if let Some(process) = &self.process {
            parts.push(format!("_{PROCESS}_{}", encode(process.as_str())));
        }
        Route::Compare((!parts.is_empty()).then(|| parts.join(".")))
    }

    /// Without one of the points. The base stays the same point, or else becomes the first.
    pub fn remove(&mut self, place: usize) {
        if place < self.points.len() {
            self.points.remove(place);
            self.base = match self.base {
                base if base == place => 0,
                base if base > place => base - 1,
                base => base,
            };
        }
    }
}

impl Pick {
    fn text(&self) -> String {
        let id = encode(self.assessment.as_str());
        match &self.when {
            When::Now => id,
            When::Day(day) => format!("{id}_{day}"),
            When::Milestone(milestone) => {
                format!("{id}_{MILESTONE}_{}", encode(milestone.as_str()))
            }
        }
    }
}

impl When {
    fn parse(fields: &[&str]) -> Option<Self> {
        match fields {
            [] => Some(Self::Now),
            [day] => day.parse().ok().map(Self::Day),
            [MILESTONE, id] => Some(Self::Milestone(MilestoneId::new(decode(id)))),
            _ => None,
        }
    }
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(id: &str, when: When) -> Pick {
        Pick {
            assessment: AssessmentId::new(id),
            when,
        }
    }

    fn back(choice: &ComparedChoice) -> ComparedChoice {
        match Route::parse(&choice.route().address()) {
            Route::Compare(text) => ComparedChoice::parse(&text.unwrap_or_default()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_choice_comes_back_from_its_address() {
        let day = "2026-03-31".parse().expect("a day");
        let whole = ComparedChoice {
            points: vec![
                pick("a1-b2", When::Now),
                pick("a1-b2", When::Day(day)),
                pick("a_1.b/\u{fc}", When::Milestone(MilestoneId::new("m_1.2"))),
                pick("base", When::Now),
            ],
            base: 2,
            process: Some(ProcessId::new("RES-1.a_b")),
        };
        assert_eq!(back(&whole), whole);
        assert_eq!(back(&ComparedChoice::default()), ComparedChoice::default());
    }

    #[test]
    fn an_address_that_people_can_read() {
        let choice = ComparedChoice::parse("a1.b2_2026-03-31._base_1");
        assert_eq!(
            choice.route().address(),
            "#/compare/a1.b2_2026-03-31._base_1"
        );
    }

    #[test]
    fn nonsense_is_left_out() {
        let choice = ComparedChoice::parse("..a1._base_x.b2_31-03-2026.c3_at._fly_1.d4_1_2_3");
        assert_eq!(choice.points, [pick("a1", When::Now)]);
        assert_eq!((choice.base, choice.process), (0, None));
    }

    #[test]
    fn removing_a_point_keeps_the_base() {
        let three = ComparedChoice::parse("a.b.c._base_1");
        let base_after = |place: usize| {
            let mut choice = three.clone();
            choice.remove(place);
            choice.base
        };
        assert_eq!([0, 1, 2, 9].map(base_after), [0, 0, 1, 1]);
    }
}
