//! Where in a JSON text an error is, as people say it: `processes[3].outcomes[1].id`.
//!
//! Written here because the library for it wraps every reader a second time: 200 kB of wasm for a message.

use serde::de::DeserializeOwned;
use std::fmt::Write as _;

/// A JSON text that cannot be read into what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Path of the place, empty at the top.
    pub place: String,
    /// What is wrong, with line and column.
    pub text: String,
    /// Whether the text breaks off.
    pub cut_off: bool,
}

/// One step of a path.
enum Step {
    Index(usize),
    /// None until the first key was read.
    Key(Option<String>),
}

/// Reads JSON into a value; tells the place where it cannot.
///
/// # Errors
/// Where the text is not JSON, or does not have the form asked for.
pub fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, Misread> {
    serde_json::from_str(text).map_err(|error| Misread {
        place: place(text, error.line(), error.column()),
        text: error.to_string(),
        cut_off: error.is_eof(),
    })
}

/// The path that leads to a line and column, both counted from 1 as serde_json tells them: just past what it read last.
fn place(text: &str, line: usize, column: usize) -> String {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let end = (before + column).saturating_sub(1).min(text.len());
    let mut path: Vec<Step> = Vec::new();
    let mut bytes = text.as_bytes()[..end].iter().enumerate();
    let mut key_next = false;
    while let Some((start, byte)) = bytes.next() {
        match byte {
            b'{' => {
                path.push(Step::Key(None));
                key_next = true;
            }
            b'[' => path.push(Step::Index(0)),
            b'}' | b']' => {
                path.pop();
                key_next = false;
            }
            b',' => match path.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Key(_)) => key_next = true,
                None => {}
            },
            b'"' => {
                let mut escaped = false;
                let closed = bytes.find(|(_, byte)| {
                    let closes = **byte == b'"' && !escaped;
                    escaped = **byte == b'\\' && !escaped;
                    closes
                });
                let stop = closed.map_or(end, |(stop, _)| stop);
                if let (true, Some(Step::Key(key))) = (key_next, path.last_mut()) {
                    *key = text.get(start + 1..stop).map(str::to_owned);
                    key_next = false;
                }
            }
            _ => {}
        }
    }
    if let (Some(b'}'), Some(Step::Key(key))) = (text.as_bytes().get(end), path.last_mut()) {
        // The whole object is meant, not what stands last in it.
        *key = None;
    }
    path.iter().fold(String::new(), |mut said, step| {
        let _ = match step {
            Step::Index(index) => write!(said, "[{index}]"),
            Step::Key(Some(key)) if said.is_empty() => write!(said, "{key}"),
            Step::Key(Some(key)) => write!(said, ".{key}"),
            Step::Key(None) => Ok(()),
        }; // writing to a String cannot fail
        said
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read, to see what cannot be read")]
    struct Process {
        id: String,
        level: u8,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read, to see what cannot be read")]
    struct Model {
        processes: Vec<Process>,
    }

    fn place_in(text: &str) -> String {
        read_json::<Model>(text).expect_err("does not fit").place
    }

    #[test]
    fn a_wrong_kind_of_value_is_found() {
        let text = "{\n \"processes\": [\n  {\"id\": \"a, [b\\\"\", \"level\": 1},\n  {\"id\": 7, \"level\": 2}]}";
        assert_eq!(place_in(text), "processes[1].id");
    }

    #[test]
    fn a_missing_field_is_told_at_its_object() {
        assert_eq!(
            place_in(r#"{"processes": [{"id": "x", "level": 1}, {"id": "y"}]}"#),
            "processes[1]"
        );
        assert_eq!(
            place_in(r#"{"processes": [{"level": 1}, {}]}"#),
            "processes[0]"
        );
        assert_eq!(place_in(r"{}"), "");
    }

    #[test]
    fn an_unknown_field_is_named() {
        assert_eq!(
            place_in(r#"{"processes": [{"id": "x", "lewel": 1}]}"#),
            "processes[0].lewel"
        );
    }

    #[test]
    fn a_text_that_breaks_off_is_told_where() {
        let misread = read_json::<Model>(r#"{"processes": [{"id": "x""#).expect_err("cut off");
        assert!(misread.cut_off);
        assert_eq!(misread.place, "processes[0].id");
    }

    #[test]
    fn text_that_is_no_json_at_all_has_no_place() {
        assert_eq!(place_in("<html>"), "");
        assert_eq!(place_in(""), "");
        assert_eq!(place_in("\u{feff}ü"), "");
    }
}
