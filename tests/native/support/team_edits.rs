//! One of every edit of what a team does together, with every optional field filled. A new variant does not compile here until
//! it is put in.

use super::every_edit::{all, subject};
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceImage, EvidenceKind, ImageKind};
use plumbline::domain::finding::{Finding, FindingEdit, FindingKind};
use plumbline::domain::member::{Competence, Member, MemberRole};
use plumbline::domain::record_edit::{
    Approval, Approved, Independence, IndependenceCategory, Interview, Party, RecordEdit,
    RecordField,
};
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::Item;
use plumbline::domain::survey::{PlainAnswer, Questionnaire, Response, ResponseAnswer, SurveyEdit};

/// What must not be found in a file without names.
pub const SECRETS: [&str; 37] = [
    "agreed-reason-secret",
    "Agreeing Secret",
    "weight-reason-secret",
    "override-note-secret",
    "finding-id-secret",
    "finding-secret",
    "piece-id-secret",
    "piece-title-secret",
    "piece-place-secret",
    "piece-role-secret",
    "Piece Secret",
    "aW1hZ2Utc2VjcmV0",
    "image-shows-secret",
    "questionnaire-id-secret",
    "questionnaire-title-secret",
    "response-id-secret",
    "Response Secret",
    "comment-secret",
    "record-text-secret",
    "independence-secret",
    "member-id-secret",
    "Member Secret",
    "education-secret",
    "training-secret",
    "experience-secret",
    "credentials-secret",
    "interview-id-secret",
    "time-secret",
    "roles-secret",
    "assessors-secret",
    "approval-id-secret",
    "Approval Secret",
    "seal-hash-secret",
    "seal-results-secret",
    "seal-models-secret",
    "reopen-secret",
    "Interviewer Secret",
];

fn text(text: &str) -> String {
    text.to_owned()
}

pub fn next_finding_edit(edit: Option<&FindingEdit>) -> Option<FindingEdit> {
    let content = || Finding {
        kind: FindingKind::Weakness,
        text: text("finding-secret"),
        parked: true,
        done: true,
    };
    Some(match edit {
        None => FindingEdit::Set {
            finding: "finding-id-secret".into(),
            content: Some(content()),
        },
        Some(FindingEdit::Set { .. }) => FindingEdit::Attach {
            finding: "finding-id-secret".into(),
            subject: subject(Item::Indicator("SDE-6.O1".into())),
            attached: true,
        },
        Some(FindingEdit::Attach { .. }) => return None,
    })
}

pub fn next_evidence_edit(edit: Option<&EvidenceEdit>) -> Option<EvidenceEdit> {
    let evidence = || "piece-id-secret".into();
    Some(match edit {
        None => EvidenceEdit::Set {
            evidence: evidence(),
            content: Some(Evidence {
                kind: EvidenceKind::Observation,
                title: text("piece-title-secret"),
                place: text("piece-place-secret"),
                date: "2026-10-01".parse().ok(),
                role: text("piece-role-secret"),
                by: text("Piece Secret"),
            }),
        },
        Some(EvidenceEdit::Set { .. }) => EvidenceEdit::Cite {
            evidence: evidence(),
            subject: subject(Item::Attribute("PA1.1".into())),
            cited: true,
        },
        Some(EvidenceEdit::Cite { .. }) => EvidenceEdit::SetImage {
            evidence: evidence(),
            image: Some(EvidenceImage {
                kind: ImageKind::Webp,
                data: text("aW1hZ2Utc2VjcmV0"),
                shows: text("image-shows-secret"),
            }),
        },
        Some(EvidenceEdit::SetImage { .. }) => return None,
    })
}

pub fn next_survey_edit(edit: Option<&SurveyEdit>) -> Option<SurveyEdit> {
    let answers = || {
        let answer = |answer| ResponseAnswer {
            process: "SDE-6".into(),
            indicator: "SDE-6.O1".into(),
            answer,
            comment: text("comment-secret"),
        };
        all(next_answer).into_iter().map(answer).collect()
    };
    Some(match edit {
        None => SurveyEdit::SetQuestionnaire {
            questionnaire: "questionnaire-id-secret".into(),
            content: Some(Questionnaire {
                title: text("questionnaire-title-secret"),
                role: Some("performer".into()),
                processes: vec!["SDE-6".into()],
                level: 2,
                named: true,
            }),
        },
        Some(SurveyEdit::SetQuestionnaire { .. }) => SurveyEdit::SetResponse {
            response: "response-id-secret".into(),
            content: Some(Response {
                questionnaire: "questionnaire-id-secret".into(),
                name: text("Response Secret"),
                day: "2026-11-21".parse().ok(),
                answers: answers(),
            }),
        },
        Some(SurveyEdit::SetResponse { .. }) => return None,
    })
}

fn next_answer(answer: Option<&PlainAnswer>) -> Option<PlainAnswer> {
    Some(match answer {
        None => PlainAnswer::Rated(Rating::new("L")),
        Some(PlainAnswer::Rated(_)) => PlainAnswer::NotApplicable,
        Some(PlainAnswer::NotApplicable) => PlainAnswer::DontKnow,
        Some(PlainAnswer::DontKnow) => PlainAnswer::DontUnderstand,
        Some(PlainAnswer::DontUnderstand) => return None,
    })
}

pub fn next_record_edit(edit: Option<&RecordEdit>) -> Option<RecordEdit> {
    Some(match edit {
        None => RecordEdit::Keep { kept: true },
        Some(RecordEdit::Keep { .. }) => RecordEdit::SetText {
            field: RecordField::Sponsor,
            text: text("record-text-secret"),
        },
        Some(RecordEdit::SetText { .. }) => RecordEdit::SetClass {
            class: Some(AssessmentClass::Class2),
        },
        Some(RecordEdit::SetClass { .. }) => RecordEdit::SetIndependence {
            party: Party::Body,
            independence: Some(Independence {
                category: IndependenceCategory::B,
                words: text("independence-secret"),
            }),
        },
        Some(RecordEdit::SetIndependence { .. }) => RecordEdit::SetMember {
            member: "member-id-secret".into(),
            content: Some(Member {
                name: text("Member Secret"),
                role: MemberRole::LeadAssessor,
                competence: Competence {
                    education: text("education-secret"),
                    training: text("training-secret"),
                    experience: text("experience-secret"),
                    credentials: text("credentials-secret"),
                },
            }),
        },
        Some(RecordEdit::SetMember { .. }) => RecordEdit::SetInterview {
            interview: "interview-id-secret".into(),
            content: Some(Interview {
                day: "2026-11-20".parse().ok(),
                time: text("time-secret"),
                roles: text("roles-secret"),
                processes: vec!["SDE-6".into()],
                assessors: text("assessors-secret, Interviewer Secret"),
                done: true,
            }),
        },
        Some(RecordEdit::SetInterview { .. }) => RecordEdit::Approve {
            approval: "approval-id-secret".into(),
            content: Some(Approval {
                of: Approved::Input,
                by: text("Approval Secret"),
                on: "2026-11-19".parse().ok(),
            }),
        },
        Some(RecordEdit::Approve { .. }) => return None,
    })
}
