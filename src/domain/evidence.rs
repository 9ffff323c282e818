//! Evidence: what ratings rest on. A register of pieces, each of which may serve many indicators.

use super::date::Date;
use super::id::EvidenceId;
use super::refusal::Refusal;
use super::subject::Subject;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// All evidence of an assessment: the fold of its edits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EvidenceRegister {
    pieces: BTreeMap<EvidenceId, Piece>,
    cited: BTreeMap<Subject, BTreeSet<EvidenceId>>,
}

/// A piece with its picture.
#[derive(Clone, Debug, Default, PartialEq)]
struct Piece {
    content: Option<Evidence>,
    image: Option<EvidenceImage>,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub kind: EvidenceKind,
    pub title: String,
    /// Where it is: a link, a folder, a shelf.
    pub place: String,
    /// Its own day, or the day on which it was seen. None where nobody said.
    pub date: Option<Date>,
    /// The role that it comes from.
    pub role: String,
    /// Who took it down.
    pub by: String,
}

/// How evidence was come by (ISO/IEC 33002 asks for both products and testimony).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Document,
    Record,
    /// Somebody told it.
    Testimony,
    /// An assessor saw it done.
    Observation,
}

/// A small picture of a piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceImage {
    pub kind: ImageKind,
    /// The file in base64, at most [`LARGEST_IMAGE`] letters.
    pub data: String,
    /// What it shows, for those who cannot see it.
    pub shows: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageKind {
    Png,
    Jpeg,
    Webp,
}

/// One edit of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum EvidenceEdit {
    /// None removes the piece. What rests on it comes back with it.
    Set {
        evidence: EvidenceId,
        content: Option<Evidence>,
    },
    /// A subject rests on a piece, or no longer.
    Cite {
        evidence: EvidenceId,
        subject: Subject,
        cited: bool,
    },
    /// None takes the picture away.
    SetImage {
        evidence: EvidenceId,
        image: Option<EvidenceImage>,
    },
}

/// Evidence as files up to format 3 have it: each piece belongs to one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnEvidence {
    pub kind: EvidenceKind,
    /// What it is and where to find it.
    pub source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// In letters of base64; 150,000 bytes of picture. A change is kept twice for a moment, and browsers give little room for that.
pub const LARGEST_IMAGE: usize = 200_000;

impl EvidenceKind {
    pub const ALL: [Self; 4] = [
        Self::Document,
        Self::Record,
        Self::Testimony,
        Self::Observation,
    ];

    /// Whether it can be held in hand, and not only be told or seen.
    pub fn is_product(self) -> bool {
        matches!(self, Self::Document | Self::Record)
    }
}

impl EvidenceRegister {
    /// Every piece that is not removed, by id.
    pub fn all(&self) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        let pieces = self.pieces.iter();
        pieces.filter_map(|(id, piece)| Some((id, piece.content.as_ref()?)))
    }

    pub fn get(&self, id: &EvidenceId) -> Option<&Evidence> {
        self.pieces.get(id)?.content.as_ref()
    }

    pub fn image(&self, id: &EvidenceId) -> Option<&EvidenceImage> {
        self.pieces.get(id)?.image.as_ref()
    }

    /// What a subject rests on.
    pub fn of(&self, subject: &Subject) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        let cited = self.cited.get(subject).into_iter().flatten();
        cited.filter_map(|id| Some((id, self.get(id)?)))
    }

    /// What rests on a piece.
    pub fn subjects(&self, id: &EvidenceId) -> impl Iterator<Item = &Subject> {
        let cited = self.cited.iter();
        cited.filter_map(move |(subject, ids)| ids.contains(id).then_some(subject))
    }

    /// Every subject that rests on something, with the pieces.
    pub fn cited(&self) -> impl Iterator<Item = (&Subject, &BTreeSet<EvidenceId>)> {
        self.cited.iter().filter(|(_, ids)| !ids.is_empty())
    }

    pub(super) fn set(&mut self, edit: EvidenceEdit) {
        match edit {
            EvidenceEdit::Set { evidence, content } => {
                self.pieces.entry(evidence).or_default().content = content;
            }
            EvidenceEdit::Cite {
                evidence,
                subject,
                cited,
            } => {
                let ids = self.cited.entry(subject).or_default();
                match cited {
                    true => ids.insert(evidence),
                    false => ids.remove(&evidence),
                };
            }
            EvidenceEdit::SetImage { evidence, image } => {
                self.pieces.entry(evidence).or_default().image = image;
            }
        }
    }

    /// An edit as files up to format 3 have it: the piece and what rests on it at once.
    pub(super) fn set_own(
        &mut self,
        subject: Subject,
        id: EvidenceId,
        content: Option<OwnEvidence>,
        by: &str,
    ) {
        let cited = content.is_some();
        if let Some(OwnEvidence { kind, source, date }) = content {
            let content = Evidence {
                kind,
                title: source,
                place: String::new(),
                date,
                role: String::new(),
                by: by.to_owned(),
            };
            self.pieces.entry(id.clone()).or_default().content = Some(content);
        }
        self.set(EvidenceEdit::Cite {
            evidence: id.clone(),
            subject,
            cited,
        });
        if self.subjects(&id).next().is_none() {
            self.pieces.remove(&id);
        }
    }

    /// What an edit of files up to format 3 would have to say for a subject to rest on a piece as it does.
    pub(super) fn own(&self, subject: &Subject, id: &EvidenceId) -> Option<OwnEvidence> {
        let cited = self.cited.get(subject)?.contains(id);
        let content = self.get(id).filter(|_| cited)?;
        Some(OwnEvidence {
            kind: content.kind,
            source: content.title.clone(),
            date: content.date,
        })
    }

    pub(super) fn opposite(&self, edit: &EvidenceEdit) -> EvidenceEdit {
        match edit {
            EvidenceEdit::Set { evidence, .. } => EvidenceEdit::Set {
                content: self.get(evidence).cloned(),
                evidence: evidence.clone(),
            },
            EvidenceEdit::Cite {
                evidence, subject, ..
            } => {
                let cited = self.cited.get(subject);
                EvidenceEdit::Cite {
                    cited: cited.is_some_and(|ids| ids.contains(evidence)),
                    evidence: evidence.clone(),
                    subject: subject.clone(),
                }
            }
            EvidenceEdit::SetImage { evidence, .. } => EvidenceEdit::SetImage {
                image: self.image(evidence).cloned(),
                evidence: evidence.clone(),
            },
        }
    }
}

impl EvidenceEdit {
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Set {
                content: Some(content),
                ..
            } if content.title.trim().is_empty() => Err(Refusal::EvidenceTitle),
            Self::SetImage {
                image: Some(image), ..
            } if image.data.len() > LARGEST_IMAGE => Err(Refusal::ImageSize),
            _ => Ok(()),
        }
    }
}
