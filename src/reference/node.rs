//! A value of a model file that knows its place, and tells in plain words what is wrong with its form.

use super::problem::Problems;
use super::reader::Readable;
use serde_json::{Map, Value};

/// The first two fields of every file, which are read before all others. No record has to name them.
pub const HEAD: [&str; 2] = ["format", "format_version"];

/// A value of a file, and the way that leads to it.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    value: &'a Value,
    /// The value around it, and the step from there. None at the top.
    way: Option<(&'a Node<'a>, Step<'a>)>,
}

/// One step into a value.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

/// The fields of a value.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a> {
    node: &'a Node<'a>,
    fields: &'a Map<String, Value>,
}

// All that is the same for every type is in functions that are not generic, so that it is in the wasm once.
impl<'a> Node<'a> {
    pub fn top(value: &'a Value) -> Self {
        Self { value, way: None }
    }

    #[inline(never)]
    pub fn text(&self, problems: &mut Problems) -> Option<&'a str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.tell_kind("a text", problems);
        }
        text
    }

    #[inline(never)]
    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        let flag = self.value.as_bool();
        if flag.is_none() {
            self.tell_kind("true or false", problems);
        }
        flag
    }

    #[inline(never)]
    pub fn letter(&self, problems: &mut Problems) -> Option<char> {
        let text = self.text(problems)?;
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Some(letter);
        }
        self.tell(
            format!("This should be one letter, not \"{text}\"."),
            problems,
        );
        None
    }

    #[inline(never)]
    pub fn number(&self, problems: &mut Problems) -> Option<f64> {
        let number = self.value.as_f64();
        if number.is_none() {
            self.tell_kind("a number", problems);
        }
        number
    }

    #[inline(never)]
    pub fn list(&self, problems: &mut Problems) -> Option<&'a [Value]> {
        let list = self.value.as_array();
        if list.is_none() {
            self.tell_kind("a list", problems);
        }
        list.map(Vec::as_slice)
    }

    #[inline(never)]
    pub fn object(&'a self, problems: &mut Problems) -> Option<Object<'a>> {
        let fields = self.value.as_object();
        if fields.is_none() {
            self.tell_kind("an object", problems);
        }
        fields.map(|fields| Object { node: self, fields })
    }

    /// An object that must have no other fields than the known ones.
    #[inline(never)]
    pub fn record(&'a self, known: &[&str], problems: &mut Problems) -> Option<Object<'a>> {
        let object = self.object(problems)?;
        let is_head = |name: &str| self.way.is_none() && HEAD.contains(&name);
        for name in object.fields.keys().map(String::as_str) {
            if !known.contains(&name) && !is_head(name) {
                problems.error(
                    self.place_of(Step::Field(name)),
                    format!(
                        "This field is not known: {name}. Known here: {}.",
                        known.join(", ")
                    ),
                );
            }
        }
        Some(object)
    }

    /// A whole number from 0 to the highest that is allowed.
    #[inline(never)]
    pub fn whole(&self, highest: u64, problems: &mut Problems) -> Option<u64> {
        let Value::Number(number) = self.value else {
            self.tell_kind("a whole number", problems);
            return None;
        };
        let whole = number.as_u64().filter(|whole| *whole <= highest);
        if whole.is_none() {
            self.tell(
                format!("This should be a whole number from 0 to {highest}, not {number}."),
                problems,
            );
        }
        whole
    }

    /// One of some names, by its index.
    #[inline(never)]
    pub fn choice(&self, names: &[&str], problems: &mut Problems) -> Option<usize> {
        let text = self.text(problems)?;
        let index = names.iter().position(|name| *name == text);
        if index.is_none() {
            self.tell(
                format!(
                    "This is not known: \"{text}\". Known here: {}.",
                    names.join(", ")
                ),
                problems,
            );
        }
        index
    }

    pub fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// An item of a list, which is this value.
    pub fn item(&'a self, index: usize, value: &'a Value) -> Self {
        let way = Some((self, Step::Item(index)));
        Self { value, way }
    }

    #[inline(never)]
    fn tell_kind(&self, wanted: &str, problems: &mut Problems) {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.tell(format!("This should be {wanted}, not {found}."), problems);
    }

    #[inline(never)]
    fn tell(&self, text: String, problems: &mut Problems) {
        problems.error(self.place(), text);
    }

    /// `processes[3].outcomes[1].id`, empty at the top.
    fn place(&self) -> String {
        self.way
            .map_or_else(String::new, |(around, step)| around.place_of(step))
    }

    fn place_of(&self, step: Step<'_>) -> String {
        let around = self.place();
        match step {
            Step::Field(name) if around.is_empty() => name.to_owned(),
            Step::Field(name) => format!("{around}.{name}"),
            Step::Item(index) => format!("{around}[{index}]"),
        }
    }
}

impl<'a> Object<'a> {
    /// Reads one field.
    pub fn field<T: Readable>(&self, name: &'static str, problems: &mut Problems) -> Option<T> {
        match self.get(name) {
            Some(node) => T::read(&node, problems),
            None => T::absent().or_else(|| {
                self.tell_missing(name, problems);
                None
            }),
        }
    }

    /// Reads one field that may be missing, and is empty then.
    pub fn spare_field<T: Readable + Default>(
        &self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        match self.get(name) {
            Some(node) => T::read(&node, problems),
            None => Some(T::default()),
        }
    }

    #[inline(never)]
    fn get(&self, name: &'static str) -> Option<Node<'a>> {
        let value = self.fields.get(name)?;
        let way = Some((self.node, Step::Field(name)));
        Some(Node { value, way })
    }

    #[inline(never)]
    fn tell_missing(&self, name: &str, problems: &mut Problems) {
        let text = format!("The field {name} is missing here.");
        self.node.tell(text, problems);
    }
}
