//! What the rows of a process model say of the model as a whole, and what stands where they say nothing.

use super::model_rows::{ModelRows, Row};
use serde_json::{Value, json};

/// The model as a whole.
#[derive(Debug)]
pub struct Fields {
    pub id: String,
    /// The fields that are filled, each with its row.
    pub told: Vec<(&'static str, Row)>,
}

/// What a model does not say of itself.
pub const NOT_STATED: &str = "Not stated.";

/// The id of a model that has none.
const OWN_MODEL: &str = "own-model";

/// The fields of a model, and the places in the files that each decides.
pub const FIELDS: [(&str, &[&str]); 14] = [
    ("id", &["header.id"]),
    ("title", &["header.title"]),
    ("version", &["header.version"]),
    ("language", &["header.language"]),
    ("licence", &["header.licence"]),
    ("provenance", &["header.provenance"]),
    ("domain", &["domain"]),
    ("context of use", &["context_of_use"]),
    ("community", &["community"]),
    ("consensus", &["consensus"]),
    ("purpose", &["purpose"]),
    ("confidence", &["confidence"]),
    ("framework", &[]), // one place a row
    (
        "builds on",
        &[
            "builds_on",
            "generic_practices",
            "generic_resources",
            "generic_guidance",
            "glossary",
        ],
    ),
];

impl Fields {
    /// Takes the rows of fields, and tells those that cannot be used.
    pub fn of(rows: &mut ModelRows) -> Self {
        let mut told: Vec<(&str, Row)> = Vec::new();
        for row in std::mem::take(&mut rows.fields) {
            let known = FIELDS
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(&row.id));
            let Some((name, _)) = known else {
                let names: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
                let text = format!(
                    "\"{}\" is not a field of a model. Known are: {}.",
                    row.id,
                    names.join(", ")
                );
                rows.problem(row.line, text);
                continue;
            };
            let again = *name != "framework" && told.iter().any(|(other, _)| other == name);
            if again {
                rows.problem(row.line, format!("The field \"{name}\" stands twice."));
            } else if *name == "id" && !is_file_name(&row.text) && !row.text.is_empty() {
                let text = format!(
                    "The id \"{}\" cannot name a file. Use letters from a to z, digits, hyphens and underscores.",
                    row.text
                );
                rows.problem(row.line, text);
            } else if !row.text.is_empty() {
                told.push((name, row));
            }
        }
        let mut fields = Self {
            id: String::new(),
            told,
        };
        fields.id = fields.text("id", OWN_MODEL).to_owned();
        fields
    }

    pub fn text<'a>(&'a self, name: &str, default: &'a str) -> &'a str {
        self.texts(name).next().unwrap_or(default)
    }

    pub fn texts<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let rows = self.told.iter().filter(move |(field, _)| *field == name);
        rows.map(|(_, row)| row.text.as_str())
    }

    pub fn reference_id(&self) -> String {
        format!("{}-processes", self.id)
    }

    pub fn header(&self, id: &str) -> Value {
        json!({
            "id": id,
            "version": self.text("version", "1.0.0"),
            "title": self.text("title", &self.id),
            "language": self.text("language", "en"),
            "licence": self.text("licence", "not stated"),
            "provenance": self.text("provenance", NOT_STATED),
        })
    }
}

/// Whether a text can name a file everywhere: it becomes part of one, and comes from outside.
fn is_file_name(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ['-', '_'].contains(&letter);
    text.len() <= 80 && text.chars().all(plain)
}
