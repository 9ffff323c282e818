//! The class of an assessment and what it demands (ISO/IEC 33002, 4.6). The numbers are as commonly read, not verified
//! against the text; what shows them has to say so.

use serde::{Deserialize, Serialize};

/// How much confidence the results are to deserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentClass {
    /// For comparing organisations and for public statements.
    Class1,
    /// For comparing within an organisation, and a reliable start for improvement.
    Class2,
    /// A quick look, monitoring, preparation.
    Class3,
}

/// What a class demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Instances of each process; all of them where there are fewer.
    pub instances: u8,
    /// Whether each attribute needs both products and testimony. Otherwise any one piece does.
    pub products_and_testimony: bool,
    /// Assessors beside the lead assessor.
    pub more_assessors: u8,
}

impl AssessmentClass {
    pub const ALL: [Self; 3] = [Self::Class1, Self::Class2, Self::Class3];

    pub fn number(self) -> u8 {
        match self {
            Self::Class1 => 1,
            Self::Class2 => 2,
            Self::Class3 => 3,
        }
    }

    /// Of ISO/IEC 33002:2015.
    pub fn clause(self) -> &'static str {
        match self {
            Self::Class1 => "4.6.2",
            Self::Class2 => "4.6.3",
            Self::Class3 => "4.6.4",
        }
    }

    pub fn demand(self) -> Demand {
        let (instances, products_and_testimony, more_assessors) = match self {
            Self::Class1 => (4, true, 1),
            Self::Class2 => (2, true, 1),
            Self::Class3 => (1, false, 0),
        };
        Demand {
            instances,
            products_and_testimony,
            more_assessors,
        }
    }
}
