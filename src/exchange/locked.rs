//! The envelope of a file that a passphrase locks: how it was locked, and the locked bytes. The lock itself is the
//! browser's (Web Crypto).

use super::base64;
use super::envelope::{Head, WRITTEN_BY, format_of, without_mark};
use crate::reference::place::read_json;
use serde::Deserialize;

/// The name of the format.
pub const LOCKED_FORMAT: &str = "plumbline-locked";

/// The version that this Plumbline writes, and the newest that it reads.
pub const FORMAT_VERSION: u32 = 1;

/// How the key is made of the passphrase, and how the key locks.
pub const KDF: &str = "PBKDF2-SHA-256";
pub const CIPHER: &str = "AES-GCM-256";

/// How many bytes these have.
pub const SALT: usize = 16;
pub const NONCE: usize = 12;

/// The mark at the end of the data by which a wrong passphrase is noticed.
const TAG: usize = 16;

/// Fewer are quickly guessed; more would keep the page busy for minutes.
const FEWEST_ITERATIONS: u32 = 100_000;
const MOST_ITERATIONS: u32 = 10_000_000;

/// A locked file. Salt and nonce are made anew for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    pub iterations: u32,
    pub salt: [u8; SALT],
    pub nonce: [u8; NONCE],
    pub data: Vec<u8>,
}

#[derive(Deserialize)]
struct Fields {
    kdf: String,
    iterations: u32,
    cipher: String,
    salt: String,
    nonce: String,
    data: String,
}

/// Writes a locked file. Nothing in it tells what is inside.
pub fn write(locked: &Locked) -> String {
    format!(
        "{{\n  \"format\": \"{LOCKED_FORMAT}\",\n  \"format_version\": {FORMAT_VERSION},\n  \
         \"written_by\": \"{WRITTEN_BY}\",\n  \"kdf\": \"{KDF}\",\n  \"iterations\": {},\n  \
         \"cipher\": \"{CIPHER}\",\n  \"salt\": \"{}\",\n  \"nonce\": \"{}\",\n  \"data\": \"{}\"\n}}\n",
        locked.iterations,
        base64::encode(&locked.salt),
        base64::encode(&locked.nonce),
        base64::encode(&locked.data),
    )
}

/// Whether a text is a locked file, even one that breaks off.
pub fn is_locked(text: &str) -> bool {
    let named = || {
        let text = without_mark(text).trim_start();
        let start = text.split(',').next().unwrap_or_default();
        text.starts_with('{') && start.contains(&format!("\"{LOCKED_FORMAT}\""))
    };
    named() || format_of(text).as_deref() == Some(LOCKED_FORMAT)
}

/// Reads a locked file, which stays locked.
///
/// # Errors
/// A sentence, where it is not one, is newer than this Plumbline, is damaged, or was locked in another way.
pub fn read(text: &str) -> Result<Locked, String> {
    if !is_locked(text) {
        return Err("This is not a locked file of Plumbline.".to_owned());
    }
    let text = without_mark(text);
    let head: Head = read_json(text).map_err(|misread| damaged(&misread.text))?;
    if head.format_version > FORMAT_VERSION {
        return Err(format!(
            "This locked file has format version {}; this Plumbline reads up to {FORMAT_VERSION}. Please use a newer \
             Plumbline. The file was not changed.",
            head.format_version
        ));
    }
    let fields: Fields = read_json(text).map_err(|misread| damaged(&misread.text))?;
    if fields.kdf != KDF || fields.cipher != CIPHER {
        return Err(format!(
            "This file is locked with {} and {}. This Plumbline only knows {KDF} and {CIPHER}.",
            fields.kdf, fields.cipher
        ));
    }
    if !(FEWEST_ITERATIONS..=MOST_ITERATIONS).contains(&fields.iterations) {
        return Err(damaged(&format!(
            "it asks for {} iterations, and {FEWEST_ITERATIONS} to {MOST_ITERATIONS} are sensible",
            fields.iterations
        )));
    }
    let data = bytes("data", &fields.data)?;
    if data.len() < TAG {
        return Err(damaged("the data are too short"));
    }
    Ok(Locked {
        iterations: fields.iterations,
        salt: exact("salt", &fields.salt)?,
        nonce: exact("nonce", &fields.nonce)?,
        data,
    })
}

fn bytes(name: &str, text: &str) -> Result<Vec<u8>, String> {
    base64::decode(text).ok_or_else(|| damaged(&format!("the {name} cannot be read as base64")))
}

fn exact<const N: usize>(name: &str, text: &str) -> Result<[u8; N], String> {
    let found = bytes(name, text)?;
    let length = found.len();
    found
        .try_into()
        .map_err(|_| damaged(&format!("the {name} has {length} bytes and must have {N}")))
}

fn damaged(what: &str) -> String {
    format!("This locked file is damaged: {what}.")
}
