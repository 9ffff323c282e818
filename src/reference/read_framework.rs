//! Reads a measurement framework.

use super::reader::{names, record};
use crate::domain::aggregation::{Aggregation, RatingValue, Rounding};
use crate::domain::framework::{
    Achievement, Attribute, Framework, Level, RatedOn, Rates, RatingMethod, StepEffort,
};
use crate::domain::level::LevelRequirement;
use crate::domain::risk_rules::{
    ConsequenceRow, Extent, ExtentRow, ExtentVariant, Risk, RiskRules,
};
use crate::domain::scale::{RefinedStep, Scale, Step};

record!(Framework {
    header,
    edition,
    characteristic,
    scale,
    levels,
    level_rule,
    attributes,
    methods,
    aggregations;
    risk,
    efforts,
});

record!(Scale { ratings, refined });

record!(Step {
    code,
    name,
    word,
    above,
    up_to,
    meaning,
});

record!(RefinedStep {
    code,
    name,
    of,
    above,
    up_to,
    meaning,
});

record!(Level {
    level,
    name,
    meaning,
});

record!(LevelRequirement { level, own, below });

record!(Attribute {
    id,
    level,
    title,
    meaning,
    source,
    confidence,
    effect,
    rated_on,
    achievements,
});

names!(RatedOn {
    Outcomes = "outcomes",
    Achievements = "achievements",
});

record!(Achievement { id, letter, text });

record!(RatingMethod {
    id,
    title,
    meaning,
    rates,
});

names!(Rates {
    Indicators = "indicators",
    Attributes = "attributes",
    Process = "process",
});

record!(Aggregation {
    id,
    title,
    values,
    rounding,
    source,
    confidence,
});

record!(RatingValue { code, value });

names!(Rounding {
    HalfUp = "half-up",
});

record!(RiskRules {
    source,
    confidence,
    note,
    variants,
    consequences,
});

record!(ExtentVariant {
    id,
    title,
    note,
    extents,
});

record!(ExtentRow {
    level,
    minor,
    one_major,
    several_majors,
});

names!(Extent {
    None = "none",
    Slight = "slight",
    Significant = "significant",
    Substantial = "substantial",
});

record!(ConsequenceRow {
    level,
    slight,
    significant,
    substantial,
});

names!(Risk {
    None = "none",
    Low = "low",
    Medium = "medium",
    High = "high",
});

record!(StepEffort { to, hours });
