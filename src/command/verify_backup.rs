//! `backup`: whether a backup is whole, and what is in it.

use super::Done;
use crate::exchange::backup::Entry;
use crate::exchange::backup_reader::{Reader, Trouble};
use crate::exchange::restore::{Here, Outcome, step};
use crate::report::words::count;
use std::fmt::Write as _;
use std::io::Read;

/// How much is read at a time. A backup need not fit into memory.
const CHUNK: usize = 1 << 20;

/// Prints the contents of a backup and the verdict on it.
///
/// # Errors
/// Where it is asked for wrongly, or the file cannot be read.
pub fn run(arguments: &[String]) -> Result<Done, String> {
    let [path] = arguments else {
        return Err("Say which file: plumbline backup FILE".to_owned());
    };
    let cannot_read = |error| format!("{path} cannot be read: {error}.");
    let mut file = std::fs::File::open(path).map_err(cannot_read)?;
    let mut reader = Reader::default();
    let mut output = String::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = file.read(&mut chunk).map_err(cannot_read)?;
        if length == 0 {
            break;
        }
        for found in reader.push(&chunk[..length]) {
            line(&mut output, found);
        }
    }
    let (last, verdict) = reader.finish();
    if let Some(last) = last {
        line(&mut output, last);
    }
    let _ = writeln!(output, "{verdict}"); // writing to a String cannot fail
    Ok(Done {
        output,
        ok: verdict.is_whole(),
    })
}

fn line(output: &mut String, found: Result<Entry, Trouble>) {
    let _ = match found {
        Ok(entry) => writeln!(output, "{}", told(&entry)),
        Err(trouble) => writeln!(output, "{trouble}"),
    }; // writing to a String cannot fail
}

/// `assessment a1: "Autumn", 12 ratings, 40 changes`.
fn told(entry: &Entry) -> String {
    match entry {
        Entry::Assessment { file, .. } => {
            let mut told = format!("assessment {}", file.id);
            if let Outcome::New {
                title,
                work,
                deleted,
                ..
            } = step(entry, &Here::Nothing).outcome
            {
                told += &format!(": \"{title}\"");
                if !work.is_none() {
                    told += &format!(", {work}");
                }
                if deleted {
                    told += ", deleted";
                }
            }
            format!("{told}, {}", count(file.changes.len(), "change"))
        }
        Entry::Model { name, text } => format!("model {name}: {}", count(text.len(), "byte")),
        Entry::Setting { name, .. } => format!("setting {name}"),
        Entry::Damaged { key, text } => {
            format!("damaged text {key}: {}", count(text.len(), "byte"))
        }
    }
}
