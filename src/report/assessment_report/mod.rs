//! The report of an assessment as one value: what the page, the file and the print show.

mod about;
mod agreements;
mod doubts;
mod evidence;
mod exclusions;
mod findings;
mod levels;
mod plan;
mod profile;
mod record;
mod risks;
mod summary;
mod verdict;

use super::plan_report::{PlanReport, plan_report};
use super::profile_table::{ProfileTable, profile_table};
use super::report_block::Block;
use super::report_section::ReportSection;
use super::risk_table::{RiskTable, risk_table};
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::model::Model;
use crate::domain::result::ProcessResult;

/// A report on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentReport {
    pub title: String,
    pub unit: String,
    pub today: Date,
    /// What stands above everything else: that it is a sample, or that names are left out.
    pub remarks: Vec<String>,
    /// Those that were chosen and have something to say.
    pub parts: Vec<ReportPart>,
}

/// One section with what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportPart {
    pub section: ReportSection,
    pub blocks: Vec<Block>,
}

/// Whether a report tells who said what, in the words of those who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Told,
    /// The assessment came without them (`exchange/without_names.rs`), and without the free text that may hold them.
    LeftOut,
}

/// What the sections are made from.
struct Material<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    results: &'a [ProcessResult],
    names: Names,
    today: Date,
    profile: ProfileTable,
    /// None where the framework says nothing of risk.
    risks: Option<RiskTable>,
    plan: PlanReport,
}

/// A capability level says how well a process works, and nothing more.
pub const NO_CERTIFICATE: &str = "A capability level tells how well a process is performed and managed. It is no \
     certificate, and does not say that a standard is conformed to.";

/// The report of an assessment with some of its sections.
pub fn assessment_report(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    names: Names,
    wanted: &[ReportSection],
    today: Date,
) -> AssessmentReport {
    let rules = model.framework.risk.as_ref();
    let material = Material {
        model,
        assessment,
        results,
        names,
        today,
        profile: profile_table(model, assessment, results),
        risks: rules.map(|rules| risk_table(model, assessment, rules, results)),
        plan: plan_report(model, assessment, results, today, false),
    };
    let part = |section: ReportSection| {
        let blocks = material.blocks(section);
        (!blocks.is_empty()).then_some(ReportPart { section, blocks })
    };
    let chosen = ReportSection::ALL.into_iter();
    AssessmentReport {
        title: match assessment.title.trim() {
            "" => "Untitled assessment".to_owned(),
            title => title.to_owned(),
        },
        unit: assessment.unit.clone(),
        today,
        remarks: material.remarks(),
        parts: chosen
            .filter(|section| wanted.contains(section))
            .filter_map(part)
            .collect(),
    }
}

impl Material<'_> {
    /// Empty where there is nothing that has to be said.
    fn blocks(&self, section: ReportSection) -> Vec<Block> {
        match section {
            ReportSection::Summary => summary::blocks(self),
            ReportSection::Profile => profile::blocks(self),
            ReportSection::Levels => levels::blocks(self),
            ReportSection::Risks => risks::blocks(self),
            ReportSection::Findings => findings::blocks(self),
            ReportSection::Agreements => agreements::blocks(self),
            ReportSection::Evidence => evidence::blocks(self),
            ReportSection::Exclusions => exclusions::blocks(self),
            ReportSection::Doubts => doubts::blocks(self),
            ReportSection::Plan => plan::blocks(self),
            ReportSection::Record => record::blocks(self),
        }
    }

    fn remarks(&self) -> Vec<String> {
        let sample = "This is a sample. Unit, people and ratings are invented.";
        let left_out = "Names are left out of this report, and so is what people wrote: titles, notes, findings, reasons \
             and what evidence is called. People are numbered.";
        let remarks = [
            (self.assessment.sample, sample),
            (self.names == Names::LeftOut, left_out),
        ];
        let those = remarks.into_iter().filter(|(holds, _)| *holds);
        those.map(|(_, words)| words.to_owned()).collect()
    }
}
