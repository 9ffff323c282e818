//! What an assessment record asks for, in plain words, each with its clause of ISO/IEC 33002:2015.

use crate::domain::member::MemberRole;
use crate::domain::record_edit::{Approved, IndependenceCategory, Party, RecordField};

/// A text of the record, as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub label: &'static str,
    pub hint: &'static str,
    /// Of ISO/IEC 33002:2015, for example "4.2.1 e".
    pub clause: &'static str,
}

/// Stands wherever letters of independence are shown.
pub const LETTERS_AS_READ: &str =
    "The letters are told as commonly read; check annex A of the standard.";

pub fn field(field: RecordField) -> Asked {
    let (clause, label, hint) = match field {
        RecordField::Sponsor => (
            "4.4",
            "Sponsor",
            "Who wants the assessment, pays for it and gives access.",
        ),
        RecordField::SponsorRelation => (
            "4.4",
            "Sponsor and unit",
            "How the sponsor stands to the unit that is assessed.",
        ),
        RecordField::BusinessGoals => (
            "4.4",
            "Business goals",
            "What the purpose serves: the goals of the organisation behind it.",
        ),
        RecordField::Organisation => (
            "4.4",
            "Organisation",
            "Who manages and delivers the services. Left blank: the organizational unit.",
        ),
        RecordField::Services => (
            "4.4",
            "Services",
            "By name, by group, or by the catalogue that lists them.",
        ),
        RecordField::Customers => ("4.4", "Customers", "To whom they are delivered."),
        RecordField::Locations => ("4.4", "Locations", "From where they are delivered."),
        RecordField::Technology => ("4.4", "Technology", "What they are delivered with."),
        RecordField::Context => (
            "4.4",
            "Context",
            "Size and staff of the unit, its field, and how critical and complex the services are.",
        ),
        RecordField::Availability => (
            "4.4",
            "Availability",
            "When people, places and documents can be had.",
        ),
        RecordField::LongestTime => (
            "4.4",
            "Longest time",
            "How long the assessment may take at most.",
        ),
        RecordField::Excluded => (
            "4.4",
            "Left out",
            "Processes or parts of the organisation that are not looked at, and why.",
        ),
        RecordField::AmountOfEvidence => (
            "4.4",
            "Amount and kind of evidence",
            "For example: documents and at least two interviews for each process.",
        ),
        RecordField::Confidentiality => (
            "4.4",
            "Ownership and confidentiality",
            "Whose the results are, who may see them, and what is not told on.",
        ),
        RecordField::CompetenceCriteria => (
            "4.4",
            "Criteria of competence",
            "What the lead assessor has to have: education, training, experience.",
        ),
        RecordField::FurtherInformation => (
            "4.4",
            "Further information",
            "What else is to be gathered on the way, for improvement or for risk.",
        ),
        RecordField::Communication => (
            "4.2.1 d",
            "Communication",
            "Who is told what and when, before, during and after.",
        ),
        RecordField::DocumentedProcess => (
            "4.2.1 e",
            "Documented assessment process",
            "Which one is followed, and where it is written down.",
        ),
        RecordField::EvidenceStrategy => (
            "4.2.1 e",
            "Way to the evidence",
            "How it is chosen, found, collected and looked at, so that it suffices for the class.",
        ),
        RecordField::Agreeing => (
            "4.2.1 e",
            "Agreeing on ratings",
            "How assessors who differ come to one rating.",
        ),
        RecordField::Activities => (
            "4.2.1 f",
            "Activities",
            "What is done, from the first briefing to the report.",
        ),
        RecordField::Resources => (
            "4.2.1 g",
            "Resources and schedule",
            "People, rooms and days. Interviews have a list of their own.",
        ),
        RecordField::Responsibilities => (
            "4.2.1 h",
            "Roles and responsibilities",
            "Who answers for what: sponsor, lead assessor, assessors, coordinator.",
        ),
        RecordField::ConformityCriteria => (
            "4.2.1 i",
            "Criteria of conformity",
            "How it is checked that the assessment follows the standard.",
        ),
        RecordField::Outputs => (
            "4.2.1 j",
            "Planned outputs",
            "What the sponsor gets: profiles, levels, report, presentation.",
        ),
    };
    Asked {
        label,
        hint,
        clause,
    }
}

/// Whose independence is told (annex A).
pub fn party(party: Party) -> &'static str {
    match party {
        Party::Body => "Body that assesses",
        Party::LeadAssessor => "Lead assessor",
        Party::OtherAssessors => "Other assessors",
    }
}

/// A letter with what it commonly stands for. [`LETTERS_AS_READ`] stands beside it.
pub fn category(category: IndependenceCategory) -> &'static str {
    match category {
        IndependenceCategory::A => "A: body and assessors come from outside the organisation",
        IndependenceCategory::B => {
            "B: the body belongs to the organisation, the assessors are apart from the unit"
        }
        IndependenceCategory::C => "C: the lead assessor is apart, others may be of the unit",
        IndependenceCategory::D => "D: the unit assesses itself",
    }
}

pub fn role(role: MemberRole) -> &'static str {
    match role {
        MemberRole::LeadAssessor => "Lead assessor",
        MemberRole::Assessor => "Assessor",
        MemberRole::Coordinator => "Coordinator",
        MemberRole::Participant => "Participant",
        MemberRole::Observer => "Observer",
    }
}

/// "2026-11-22 17:18:30 UTC": a moment in a record is the same wherever it is read. The text itself where it is none.
pub fn moment(iso: &str) -> String {
    match iso.strip_suffix('Z').and_then(|iso| iso.split_once('T')) {
        Some((day, time)) => {
            let time = time.split('.').next().unwrap_or(time);
            format!("{day} {time} UTC")
        }
        None => iso.to_owned(),
    }
}

/// What the sponsor approves, with its clause.
pub fn approved(of: Approved) -> (&'static str, &'static str) {
    match of {
        Approved::Input => ("Assessment input", "4.4"),
        Approved::Plan => ("Assessment plan", "4.2.1"),
    }
}
