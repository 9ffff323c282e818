//! Reads the values of a model file into records, and tells all that has the wrong form at once, each with its place.
//!
//! Written here because readers derived for each record cost 130 kB of wasm, and stop at the first problem.

use super::node::Node;
use super::problem::Problems;
use crate::domain::assessment_model::AchievementRef;
use crate::domain::crosswalk::Serving;
use crate::domain::id::{
    AttributeId, IndicatorId, MethodId, ModelId, PhaseId, ProcessId, RoleId, RuleId, SelectionId,
    VariantId,
};
use crate::domain::indicator_ref::IndicatorRef;
use crate::domain::scale::Rating;

/// What can be read from a value of a file.
pub trait Readable: Sized {
    /// None where the value has the wrong form, which is then among the problems.
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self>;

    /// What stands for a field that is not there. None where the field must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a record from the fields of the same names; those after the semicolon may be missing, and are empty then.
/// The compiler sees to it that none is forgotten.
macro_rules! record {
    ($record:ident { $($field:ident),+ $(,)? $(; $($spare:ident),+ $(,)?)? }) => {
        impl $crate::reference::reader::Readable for $record {
            fn read(
                node: &$crate::reference::node::Node<'_>,
                problems: &mut $crate::reference::problem::Problems,
            ) -> Option<Self> {
                let object = node.record(&[$(stringify!($field),)+ $($(stringify!($spare)),+)?], problems)?;
                $(let $field = object.field(stringify!($field), problems);)+
                $($(let $spare = object.spare_field(stringify!($spare), problems);)+)?
                Some(Self { $($field: $field?,)+ $($($spare: $spare?),+)? })
            }
        }
    };
}

/// Reads one of a few values by its name. The compiler sees to it that none is forgotten.
macro_rules! names {
    ($kind:ident { $($value:ident = $name:literal),+ $(,)? }) => {
        impl $crate::reference::reader::Readable for $kind {
            fn read(
                node: &$crate::reference::node::Node<'_>,
                problems: &mut $crate::reference::problem::Problems,
            ) -> Option<Self> {
                const fn name(value: $kind) -> &'static str {
                    match value {
                        $($kind::$value => $name),+
                    }
                }
                let index = node.choice(&[$(name($kind::$value)),+], problems)?;
                [$($kind::$value),+].get(index).copied()
            }
        }
    };
}

pub(super) use {names, record};

macro_rules! texts {
    ($($kind:ident),+ $(,)?) => {
        $(impl Readable for $kind {
            fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
                node.text(problems).map(Self::from)
            }
        })+
    };
}

texts!(
    String,
    ModelId,
    ProcessId,
    AttributeId,
    IndicatorId,
    MethodId,
    SelectionId,
    PhaseId,
    VariantId,
    RoleId,
    RuleId,
    AchievementRef,
    IndicatorRef,
    Rating,
    Serving,
);

macro_rules! whole_numbers {
    ($($kind:ident),+) => {
        $(impl Readable for $kind {
            fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
                let whole = node.whole(u64::from(Self::MAX), problems)?;
                Self::try_from(whole).ok()
            }
        })+
    };
}

whole_numbers!(u8, u32);

impl Readable for f64 {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.number(problems)
    }
}

impl Readable for bool {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.flag(problems)
    }
}

impl Readable for char {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        node.letter(problems)
    }
}

/// A field that may be missing. Null says the same.
impl<T: Readable> Readable for Option<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        if node.is_null() {
            return Some(None);
        }
        T::read(node, problems).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let values = node.list(problems)?;
        let mut items = Self::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            // What follows an item that cannot be read is read nevertheless, for its problems.
            items.extend(T::read(&node.item(index, value), problems));
        }
        (items.len() == values.len()).then_some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[derive(Debug, PartialEq)]
    struct Model {
        processes: Vec<Process>,
    }
    record!(Model { processes });

    #[derive(Debug, PartialEq)]
    struct Process {
        id: ProcessId,
        level: u8,
        share: f64,
        letter: char,
        mood: Mood,
        remark: Option<String>,
    }
    record!(Process {
        id,
        level,
        share,
        letter,
        mood,
        remark,
    });

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Mood {
        Good,
        VeryGood,
    }
    names!(Mood {
        Good = "good",
        VeryGood = "very-good",
    });

    /// A model as a file holds it.
    fn sound() -> Value {
        json!({
            "format": "test", "format_version": 1,
            "processes": [
                {"id": "A", "level": 0, "share": 0.5, "letter": "a", "mood": "good"},
                {"id": "B", "level": 255, "share": 3, "letter": "ß", "mood": "very-good", "remark": "yes"},
            ]
        })
    }

    fn read(value: &Value) -> (Option<Model>, Vec<String>) {
        let mut problems = Problems::of("f");
        let model = Model::read(&Node::top(value), &mut problems);
        let told = problems.into_list().into_iter();
        let told = told.map(|problem| format!("{}: {}", problem.place, problem.text));
        (model, told.collect())
    }

    /// Changes the second process; exactly this must be told.
    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
        let mut value = sound();
        change(&mut value["processes"][1]);
        assert_eq!(read(&value).1, expected);
    }

    #[test]
    fn a_sound_file_is_read_without_problems() {
        let (model, told) = read(&sound());
        assert_eq!(told, [""; 0]);
        let process = |id: &str, level, share, letter, mood, remark: Option<&str>| Process {
            id: id.into(),
            level,
            share,
            letter,
            mood,
            remark: remark.map(str::to_owned),
        };
        let processes = vec![
            process("A", 0, 0.5, 'a', Mood::Good, None),
            process("B", 255, 3.0, 'ß', Mood::VeryGood, Some("yes")),
        ];
        assert_eq!(model, Some(Model { processes }));
    }

    #[test]
    fn a_field_that_nobody_knows_is_told_and_the_rest_is_read() {
        let mut value = sound();
        value["processes"][1]["lewel"] = json!(1);
        let (model, told) = read(&value);
        assert!(model.is_some());
        let expected = "processes[1].lewel: This field is not known: lewel. Known here: id, level, share, letter, mood, remark.";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn the_head_of_a_file_is_known_at_the_top_only() {
        let expected = "processes[1].format: This field is not known: format. Known here: id, level, share, letter, mood, remark.";
        check(|process| process["format"] = json!("test"), &[expected]);
    }

    #[test]
    fn a_missing_field_is_told_at_its_object() {
        let remove = |process: &mut Value, field: &str| {
            process.as_object_mut().expect("a process").remove(field);
        };
        check(|process| remove(process, "remark"), &[]);
        check(
            |process| remove(process, "level"),
            &["processes[1]: The field level is missing here."],
        );
        assert_eq!(
            read(&json!({})).1,
            [": The field processes is missing here."]
        );
    }

    #[test]
    fn a_wrong_kind_is_told_in_words() {
        for (field, value, told) in [
            ("id", json!(7), "a text, not a number"),
            ("id", json!(null), "a text, not null"),
            ("level", json!("7"), "a whole number, not a text"),
            ("share", json!([]), "a number, not a list"),
            ("letter", json!(true), "a text, not true"),
            ("letter", json!(""), "one letter, not \"\""),
            ("letter", json!("ab"), "one letter, not \"ab\""),
            ("mood", json!({}), "a text, not an object"),
            ("remark", json!(false), "a text, not false"),
        ] {
            let expected = format!("processes[1].{field}: This should be {told}.");
            check(|process| process[field] = value, &[&expected]);
        }
        check(|process| process["remark"] = json!(null), &[]);
        check(
            |process| *process = json!("B"),
            &["processes[1]: This should be an object, not a text."],
        );
        let told = read(&json!([])).1;
        assert_eq!(told, [": This should be an object, not a list."]);
    }

    #[test]
    fn a_number_must_be_whole_and_in_range() {
        for number in ["-1", "256", "1.5", "1e300"] {
            let value: Value = serde_json::from_str(number).expect("a number");
            let expected = format!(
                "processes[1].level: This should be a whole number from 0 to 255, not {value}."
            );
            check(|process| process["level"] = value, &[&expected]);
        }
    }

    #[test]
    fn a_name_that_nobody_knows_is_told_with_those_that_are() {
        check(
            |process| process["mood"] = json!("verygood"),
            &["processes[1].mood: This is not known: \"verygood\". Known here: good, very-good."],
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let value = json!({"processes": [
            7,
            {"level": -1, "share": "half", "letter": "a", "mood": "good", "id": "B"},
            {"levle": 1, "share": 1, "letter": "a", "mood": "bad", "id": "C"},
        ]});
        let (model, told) = read(&value);
        assert_eq!(model, None);
        let told: Vec<&str> = told
            .iter()
            .filter_map(|problem| problem.split(':').next())
            .collect();
        let expected = [
            "processes[0]",
            "processes[1].level",
            "processes[1].share",
            "processes[2].levle",
            "processes[2]",
            "processes[2].mood",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_place_deep_inside_is_told_in_full() {
        let value = json!([[["a"], ["b", 3]]]);
        let mut problems = Problems::of("f");
        let read = Vec::<Vec<Vec<String>>>::read(&Node::top(&value), &mut problems);
        assert_eq!(read, None);
        assert_eq!(problems.into_list()[0].place, "[0][1][1]");
    }
}
