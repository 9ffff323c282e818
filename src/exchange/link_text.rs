//! A value as a text that stands in an address, and says so where it was cut short or changed on its way.
//!
//! `KIND VERSION . LENGTH . CHECKSUM . BODY`: a letter, two whole numbers, eight hexadecimal digits of SHA-256, and JSON as base64 in
//! the alphabet for addresses (RFC 4648, section 5).

use super::base64;
use crate::reference::fingerprint::fingerprint;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;

/// What a link carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Questionnaire,
    Answers,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    NotOurs,
    /// It is a link of this kind.
    OtherKind(LinkKind),
    TooNew,
    CutShort,
    Damaged,
}

/// The version that this Plumbline writes, and the newest that it reads.
const VERSION: u32 = 1;

impl LinkKind {
    fn letter(self) -> char {
        match self {
            Self::Questionnaire => 'q',
            Self::Answers => 'a',
        }
    }

    /// What stands before it in an address.
    fn page(self) -> &'static str {
        match self {
            Self::Questionnaire => "/respond/",
            Self::Answers => "/response/",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Questionnaire => Self::Answers,
            Self::Answers => Self::Questionnaire,
        }
    }
}

/// A value as the text of a link.
pub fn write<T: Serialize>(kind: LinkKind, value: &T) -> String {
    let json =
        serde_json::to_string(value).expect("texts, numbers and lists can always be written");
    let body = base64::encode(json.as_bytes());
    let body = body
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    let (letter, length) = (kind.letter(), body.len());
    format!("{letter}{VERSION}.{length}.{}.{body}", checksum(&body))
}

/// The links of a kind in what people paste, each with what stands after it; all of it where there is none.
pub fn links(kind: LinkKind, pasted: &str) -> Vec<&str> {
    let places: Vec<usize> = pasted
        .match_indices(kind.page())
        .map(|(place, _)| place)
        .collect();
    let ends = places.iter().copied().skip(1).chain([pasted.len()]);
    let found: Vec<&str> = places
        .iter()
        .zip(ends)
        .map(|(from, to)| &pasted[*from..to])
        .collect();
    if found.is_empty() {
        vec![pasted]
    } else {
        found
    }
}

/// Reads the text of a link, or a link as people paste it, with the line ends that mail programs put in and the words around it.
///
/// # Errors
/// Where it is no link of this kind, is newer than this Plumbline, or did not come whole.
pub fn read<T: DeserializeOwned>(kind: LinkKind, pasted: &str) -> Result<T, LinkError> {
    let plain: String = pasted.split_whitespace().collect();
    let other = kind.other();
    if plain.contains(other.page()) {
        return Err(LinkError::OtherKind(other));
    }
    let text = plain
        .rsplit_once(kind.page())
        .map_or(plain.as_str(), |(_, text)| text);
    let mut parts = text.splitn(4, '.');
    let head = parts.next().unwrap_or_default();
    let (letter, version) = head.split_at_checked(1).ok_or(LinkError::NotOurs)?;
    if letter.starts_with(other.letter()) && version.parse::<u32>().is_ok() {
        return Err(LinkError::OtherKind(other));
    }
    let version: u32 = version.parse().map_err(|_| LinkError::NotOurs)?;
    if !letter.starts_with(kind.letter()) {
        return Err(LinkError::NotOurs);
    }
    if version > VERSION {
        return Err(LinkError::TooNew);
    }
    let (Some(length), Some(sum), Some(body)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(LinkError::CutShort);
    };
    let length: usize = length.parse().map_err(|_| LinkError::Damaged)?;
    if body.len() < length {
        return Err(LinkError::CutShort);
    }
    // What stands after it is not of the link.
    let body = body.get(..length).ok_or(LinkError::Damaged)?;
    if checksum(body) != sum {
        return Err(LinkError::Damaged);
    }
    decode(body)
        .and_then(|json| serde_json::from_str(&json).ok())
        .ok_or(LinkError::Damaged)
}

fn checksum(body: &str) -> String {
    fingerprint(body).chars().take(8).collect()
}

fn decode(body: &str) -> Option<String> {
    let mut text = body.replace('-', "+").replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    String::from_utf8(base64::decode(&text)?).ok()
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "This is not a link of Plumbline.",
            Self::OtherKind(LinkKind::Questionnaire) => {
                "This link leads to a questionnaire. It holds no answers yet."
            }
            Self::OtherKind(LinkKind::Answers) => {
                "This link holds answers, not a questionnaire. It is for the person who sent the questionnaire."
            }
            Self::TooNew => "This link was made by a newer Plumbline. Please use that one.",
            Self::CutShort => {
                "The end of this link is missing. Some programs cut long links short. Copy it whole, or ask for it once more."
            }
            Self::Damaged => "This link was changed on its way. Copy it once more, or ask for it again.",
        })
    }
}
