//! Reads a process assessment model.

use super::reader::{names, record};
use crate::domain::assessment_model::{
    AssessmentModel, BasePractice, Direction, GenericGuidance, GenericPractice, GenericResource,
    Guidance, InformationItem, ModelPhase, OutcomeGuidance, ProcessIndicators, Selection, Term,
};
use crate::domain::role::Role;
use crate::domain::rule::{Condition, Rule};

record!(AssessmentModel {
    header,
    purpose,
    reference_model,
    builds_on,
    frameworks,
    levels,
    selections,
    processes,
    generic_practices,
    generic_resources,
    generic_guidance;
    glossary,
    phases,
    phases_note,
    roles,
    rules,
});

record!(Term {
    term,
    forms,
    meaning,
});

record!(Selection {
    id,
    title,
    when,
    processes,
    highest_level,
});

record!(ModelPhase {
    id,
    title,
    aim,
    processes,
});

record!(Role {
    id,
    title,
    meaning;
    asked,
    not_asked,
});

record!(Rule { id, text, when });

record!(Condition {
    at_least,
    at_most;
    items,
    without_evidence,
});

record!(ProcessIndicators {
    process,
    practices,
    information_items,
    guidance,
});

record!(BasePractice { id, text, outcomes });

record!(InformationItem {
    id,
    name,
    direction,
    outcomes,
    holds,
});

names!(Direction {
    In = "in",
    Out = "out",
});

record!(OutcomeGuidance { outcome, guidance });

record!(GenericPractice {
    id,
    text,
    achievements,
});

record!(GenericResource {
    id,
    name,
    holds,
    achievements,
});

record!(GenericGuidance {
    achievements,
    guidance,
});

record!(Guidance {
    question,
    partially,
    largely,
    fully,
    look_for,
    recommendation,
    example,
});
