//! Damage at random: to the text of a file, and to the values in it.

use super::files::{ModelFile, last_step, remove};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// One damage to the text of a file, whose lines hold one field or item each.
#[derive(Clone, Debug)]
pub enum Scratch {
    /// The text breaks off.
    Cut(Index),
    /// One byte is another one.
    Byte(Index, u8),
    /// Bytes come in between.
    Bytes(Index, Vec<u8>),
    Drop(Index),
    /// The line stands twice: a field that is there twice, or an item.
    Double(Index),
    Swap(Index, Index),
    /// The field of the line has another name.
    Rename(Index, String),
    /// What follows the name of the field is something else.
    Put(Index, String),
}

/// One damage to the values of a file, which stays JSON.
#[derive(Clone, Debug)]
pub enum Mistake {
    Remove(Index),
    /// A value stands where another one was, perhaps out of another file.
    Copy(Index, Index, Index),
    Swap(Index, Index),
    Double(Index),
    Rename(Index, String),
    Replace(Index, Value),
}

/// Numbers that no file needs, texts that are not words, nests.
pub fn any_token() -> impl Strategy<Value = String> {
    let nest = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}1{}", "{\"id\":".repeat(depth), "}".repeat(depth));
        [format!("{open}{close}"), open, objects]
    };
    let nests = [nest(3), nest(100), nest(127), nest(128), nest(5000)].concat();
    let numbers = [
        "-1",
        "-0",
        "0.1",
        "1e2",
        "256",
        "4294967296",
        "18446744073709551616",
        "99999999999999999999999999999999999999999999",
        "1e308",
        "1e309",
        "-1e999999999",
        "1e-999999999",
        "NaN",
        "Infinity",
        "0x10",
        "007",
    ];
    let texts = [
        r#""""#,
        r#"" ""#,
        r#""\u0000""#,
        r#""\ud800""#,
        r#""\u202e""#,
        r#""all""#,
        r#""tea-assessment""#,
        r#""tea-and-milk-assessment""#,
        r#""tea-and-milk-processes""#,
        r#""tea-levels:T2.a""#,
        r#""WATER""#,
        r#""<script>alert(1)</script>""#,
        r#""<img src=x onerror=alert(1)>""#,
        r#""]]>&amp;&#0;<!--""#,
        r#""{{7*7}}${7*7}%s%n""#,
        r#""../../etc/hosts""#,
        "null",
        "true",
        "[]",
        "{}",
        "[null]",
    ];
    let tokens = numbers.iter().chain(&texts).map(|text| (*text).to_owned());
    prop_oneof![
        prop::sample::select(tokens.chain(nests).collect::<Vec<_>>()),
        any::<String>().prop_map(|text| Value::from(text).to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
    ]
}

pub fn any_name() -> impl Strategy<Value = String> {
    let known = ["id", "level", "text", "glossary", "builds_on", "format", ""];
    let odd = ["a.b", "a[0]", "/", "~1", "\"", "<b>", "__proto__", "0"];
    prop_oneof![
        prop::sample::select([known.as_slice(), odd.as_slice()].concat()).prop_map(str::to_owned),
        any::<String>(),
    ]
}

pub fn any_scratch() -> impl Strategy<Value = Scratch> {
    let at = any::<Index>;
    prop_oneof![
        1 => at().prop_map(Scratch::Cut),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Scratch::Byte(at, byte)),
        1 => (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Scratch::Bytes(at, bytes)),
        2 => at().prop_map(Scratch::Drop),
        2 => at().prop_map(Scratch::Double),
        2 => (at(), at()).prop_map(|(one, other)| Scratch::Swap(one, other)),
        2 => (at(), any_name()).prop_map(|(at, name)| Scratch::Rename(at, name)),
        4 => (at(), any_token()).prop_map(|(at, token)| Scratch::Put(at, token)),
    ]
}

pub fn any_mistake() -> impl Strategy<Value = Mistake> {
    let at = any::<Index>;
    let leaf = any_token().prop_map(|token| serde_json::from_str(&token).unwrap_or(Value::Null));
    prop_oneof![
        at().prop_map(Mistake::Remove),
        (at(), at(), at()).prop_map(|(to, file, from)| Mistake::Copy(to, file, from)),
        (at(), at()).prop_map(|(one, other)| Mistake::Swap(one, other)),
        at().prop_map(Mistake::Double),
        (at(), any_name()).prop_map(|(at, name)| Mistake::Rename(at, name)),
        (at(), leaf).prop_map(|(at, new)| Mistake::Replace(at, new)),
    ]
}

impl Scratch {
    pub fn make(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        if bytes.is_empty() {
            return String::new();
        }
        match self {
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Byte(at, new) => *at.get_mut(&mut bytes) = *new,
            Self::Bytes(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Self::Drop(_) | Self::Double(_) | Self::Swap(..) | Self::Rename(..) | Self::Put(..) => {
                return self.make_in_lines(text);
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn make_in_lines(&self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let count = lines.len();
        match self {
            Self::Drop(at) => {
                lines.remove(at.index(count));
            }
            Self::Double(at) => lines.insert(at.index(count), at.get(&lines).clone()),
            Self::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
            Self::Rename(at, name) => {
                let line = at.get_mut(&mut lines);
                if let Some((_, value)) = line.split_once("\": ") {
                    *line = format!("{}: {value}", Value::from(name.as_str()));
                }
            }
            Self::Put(at, token) => {
                let line = at.get_mut(&mut lines);
                let comma = if line.ends_with(',') { "," } else { "" };
                let name = line.split_once(": ").map_or("", |(name, _)| name);
                let colon = if name.is_empty() { "" } else { ": " };
                *line = format!("{name}{colon}{token}{comma}");
            }
            Self::Cut(_) | Self::Byte(..) | Self::Bytes(..) => {}
        }
        lines.join("\n")
    }
}

impl Mistake {
    /// Makes the mistake in the value of one of the files, where what is meant is still there.
    pub fn make(&self, files: &[ModelFile], file: usize, value: &mut Value) {
        let file = &files[file];
        let pointer = |at: &Index| file.pointers[at.index(file.pointers.len())].as_str();
        match self {
            Self::Remove(at) => {
                if let Some((around, step)) = last_step(pointer(at)) {
                    remove(value, around, step);
                }
            }
            Self::Copy(to, other, from) => {
                let other = other.get(files);
                let from: &String = from.get(&other.pointers);
                let new = other.value.pointer(from).cloned();
                put(value, pointer(to), new);
            }
            Self::Swap(one, other) => {
                let found = [one, other].map(|at| value.pointer(pointer(at)).cloned());
                let [first, second] = found;
                put(value, pointer(one), second);
                put(value, pointer(other), first);
            }
            Self::Double(at) => {
                let Some((around, step)) = last_step(pointer(at)) else {
                    return;
                };
                if let (Some(Value::Array(items)), Ok(index)) =
                    (value.pointer_mut(around), step.parse::<usize>())
                    && let Some(item) = items.get(index).cloned()
                {
                    items.push(item);
                }
            }
            Self::Rename(at, name) => {
                let Some((around, step)) = last_step(pointer(at)) else {
                    return;
                };
                if let Some(Value::Object(fields)) = value.pointer_mut(around)
                    && let Some(found) = fields.remove(step)
                {
                    fields.insert(name.clone(), found);
                }
            }
            Self::Replace(at, new) => put(value, pointer(at), Some(new.clone())),
        }
    }
}

fn put(value: &mut Value, pointer: &str, new: Option<Value>) {
    if let (Some(found), Some(new)) = (value.pointer_mut(pointer), new) {
        *found = new;
    }
}
