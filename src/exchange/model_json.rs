//! Writes the rows of a process model as JSON, in the form of the files in `models`.

use super::model_fields::{FIELDS, Fields, NOT_STATED};
use super::model_rows::{ModelRows, ProcessRows, Row};
use crate::reference::document::FORMAT_VERSION;
use serde_json::{Value, json};

/// Writes rows as JSON, and keeps in mind which row each place came from.
#[derive(Debug, Default)]
pub struct Pen {
    /// Places in the files, and the line that each comes from. A place in both files comes from the same row.
    pub places: Vec<(String, u64)>,
}

/// The model that generic practices, resources, guidance and glossary are taken from, where no row says.
const BASE: &str = "itsm-assessment";

/// How many levels that model covers.
const BASE_LEVELS: u8 = 5;

/// In place of a model to build on. Nothing guides above level 1 then.
const NOTHING: &str = "nothing";

/// Where no row names a framework.
const FRAMEWORK: &str = "iso-33020-2015";

/// The group of the processes that have none.
const ALL: &str = "All";

impl Pen {
    pub fn reference_model(&mut self, rows: &ModelRows, fields: &Fields) -> Value {
        let mut groups = self.list(
            "groups",
            &rows.groups,
            |row| json!({"id": row.id, "title": row.name}),
        );
        let without_group = |process: &ProcessRows| process.row.within.is_empty();
        let has_all = rows.groups.iter().any(|row| row.id == ALL);
        if !has_all && rows.processes.iter().any(without_group) {
            groups.push(json!({"id": ALL, "title": ALL}));
        }
        let processes: Vec<Value> = (0..)
            .zip(&rows.processes)
            .map(|(index, process)| self.process(index, process))
            .collect();
        let mut relations = Vec::new();
        for row in &rows.relations {
            for to in &row.leads_to {
                self.keep(format!("relations[{}]", relations.len()), row);
                relations.push(json!({"from": row.within, "to": to, "what": row.text}));
            }
        }
        json!({
            "format": "plumbline-reference-model",
            "format_version": FORMAT_VERSION,
            "header": fields.header(&fields.reference_id()),
            "domain": fields.text("domain", NOT_STATED),
            "context_of_use": fields.text("context of use", NOT_STATED),
            "community": fields.text("community", NOT_STATED),
            "consensus": fields.text("consensus", NOT_STATED),
            "confidence": fields.text("confidence", "unsure").to_ascii_lowercase(),
            "groups": groups,
            "processes": processes,
            "relations": relations,
        })
    }

    fn process(&mut self, index: usize, process: &ProcessRows) -> Value {
        let ProcessRows { row, outcomes, .. } = process;
        let place = format!("processes[{index}]");
        let outcomes = self.list(
            &format!("{place}.outcomes"),
            outcomes,
            |row| json!({"id": row.id, "kind": row.kind, "text": row.text}),
        );
        self.keep(place, row);
        let group = if row.within.is_empty() {
            ALL
        } else {
            &row.within
        };
        json!({
            "id": row.id,
            "group": group,
            "name": row.name,
            "purpose": row.text,
            "aliases": [],
            "outcomes": outcomes,
        })
    }

    pub fn assessment_model(&mut self, rows: &ModelRows, fields: &Fields) -> Value {
        let base = fields.text("builds on", BASE);
        let base = (!base.eq_ignore_ascii_case(NOTHING)).then_some(base);
        let highest_level = if base.is_some() { BASE_LEVELS } else { 1 };
        let mut frameworks: Vec<&str> = fields.texts("framework").collect();
        if frameworks.is_empty() {
            frameworks.push(FRAMEWORK);
        }
        let processes: Vec<Value> = (0..)
            .zip(&rows.processes)
            .map(|(index, process)| self.indicators(index, process))
            .collect();
        json!({
            "format": "plumbline-assessment-model",
            "format_version": FORMAT_VERSION,
            "header": fields.header(&fields.id),
            "purpose": fields.text("purpose", "Assess the capability of these processes."),
            "reference_model": fields.reference_id(),
            "builds_on": base,
            "frameworks": frameworks,
            "levels": (1..=highest_level).collect::<Vec<u8>>(),
            "selections": self.selections(rows, highest_level),
            "processes": processes,
            "generic_practices": [],
            "generic_resources": [],
            "generic_guidance": [],
            "glossary": [],
        })
    }

    fn indicators(&mut self, index: usize, process: &ProcessRows) -> Value {
        let place = |list: &str| format!("processes[{index}].{list}");
        let practices = self.list(
            &place("practices"),
            &process.practices,
            |row| json!({"id": row.id, "text": row.text, "outcomes": row.leads_to}),
        );
        let items = self.list(&place("information_items"), &process.items, |row| {
            json!({
                "id": row.id,
                "name": row.name,
                "direction": row.kind,
                "outcomes": row.leads_to,
                "holds": row.text,
            })
        });
        let guided = process.outcomes.iter().filter(|row| row.is_guided());
        let guidance = self.list(&place("guidance"), guided, |row| {
            let guidance = json!({
                "question": row.question,
                "partially": row.partially,
                "largely": row.largely,
                "fully": row.fully,
                "look_for": row.look_for,
                "recommendation": row.recommendation,
            });
            json!({"outcome": row.id, "guidance": guidance})
        });
        json!({
            "process": process.row.id,
            "practices": practices,
            "information_items": items,
            "guidance": guidance,
        })
    }

    fn selections(&mut self, rows: &ModelRows, highest_level: u8) -> Vec<Value> {
        if rows.selections.is_empty() {
            let processes = rows.processes.iter().map(|process| &process.row.id);
            return vec![json!({
                "id": "all",
                "title": "All processes",
                "when": "Choose this to assess everything.",
                "processes": processes.collect::<Vec<_>>(),
                "highest_level": highest_level,
            })];
        }
        self.list("selections", &rows.selections, |row| {
            // What is no number is for the library to tell.
            let level = match row.kind.as_str() {
                "" => json!(highest_level),
                told => told
                    .parse()
                    .map_or_else(|_| json!(told), |level: u64| json!(level)),
            };
            json!({
                "id": row.id,
                "title": row.name,
                "when": row.text,
                "processes": row.leads_to,
                "highest_level": level,
            })
        })
    }

    pub fn fields(&mut self, fields: &Fields) {
        let mut frameworks = 0;
        for (name, row) in &fields.told {
            if *name == "framework" {
                self.keep(format!("frameworks[{frameworks}]"), row);
                frameworks += 1;
            }
            let places = FIELDS.iter().find(|(field, _)| field == name);
            for place in places.map_or(&[][..], |(_, places)| places) {
                self.keep((*place).to_owned(), row);
            }
        }
    }

    fn list<'a>(
        &mut self,
        place: &str,
        rows: impl IntoIterator<Item = &'a Row>,
        write: impl Fn(&Row) -> Value,
    ) -> Vec<Value> {
        let mut values = Vec::new();
        for row in rows {
            self.keep(format!("{place}[{}]", values.len()), row);
            values.push(write(row));
        }
        values
    }

    fn keep(&mut self, place: String, row: &Row) {
        self.places.push((place, row.line));
    }
}
