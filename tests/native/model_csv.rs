//! A process model of one's own: rows of a spreadsheet in, model files out, and each problem with its line.

use crate::support::{
    ANNA, ISO_15504, ISO_33020, Workshop, any_version, change_id, model_files, setup_edits,
};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::ModelId;
use plumbline::exchange::csv_text;
use plumbline::exchange::model_csv::{self, Drawn, template};
use plumbline::reference::library::Library;
use plumbline::report::table::Table;
use serde_json::Value;

/// The columns that every model needs, and two processes without much else.
const SMALL: &str = "\
row,id,in,name,kind,text,leads to
process,A,,Ask,,Ask for what is missing.,
outcome,A1,A,,state,The need is known.,
outcome,A2,A,,artefact,An order is written.,
practice,AP,A,,,Write down what is missing,A1 A2
process,B,,Buy,,Buy what was asked for.,
outcome,B1,B,,state,The goods are here.,
outcome,B2,B,,state,The price is paid.,
practice,BP,B,,,Buy it,\"B1,B2\"
relation,,A,,,The order says what to buy.,B
";

fn draw(text: &str) -> Drawn {
    model_csv::read(text).expect("a table of a model")
}

/// The model among the shipped files.
fn library(drawn: &Drawn) -> Library {
    let mut files = model_files();
    files.extend(drawn.files.iter().cloned());
    Library::read(&files)
}

/// All that is said of a model: "line 7: text" of a row, "line 7: place: text" of what came of it.
fn problems(text: &str) -> Vec<String> {
    let drawn = draw(text);
    let rows = drawn.problems.iter();
    let mut said: Vec<String> = rows
        .map(|problem| format!("line {}: {}", problem.line, problem.text))
        .collect();
    for problem in library(&drawn).problems() {
        if problem.place == "reference_model" {
            continue; // it is there, but has errors, which are told themselves
        }
        let line = drawn.line_of(&problem.place);
        let line = line.map_or_else(String::new, |line| format!("line {line}: "));
        said.push(format!("{line}{}: {}", problem.place, problem.text));
    }
    said
}

/// What is said of the template with one cell edited. Its line numbers are those of the table: 1 has the column names.
fn problems_with(row: &str, id: &str, column: &str, cell: &str) -> (usize, Vec<String>) {
    let mut table = template();
    let index = row_of(&table, row, id);
    let column = table.columns.iter().position(|name| name == column);
    cell.clone_into(&mut table.rows[index][column.expect("a column")]);
    (index + 2, problems(&csv_text::write(&table)))
}

fn row_of(table: &Table, row: &str, id: &str) -> usize {
    let mut rows = table.rows.iter();
    rows.position(|cells| cells[0] == row && cells[1] == id)
        .expect("a row of the template")
}

fn without(table: &mut Table, row: &str) {
    table.rows.retain(|cells| cells[0] != row);
}

/// The reference model and the assessment model as JSON.
fn json(drawn: &Drawn) -> (Value, Value) {
    let file = |index: usize| serde_json::from_str(&drawn.files[index].1).expect("JSON");
    (file(0), file(1))
}

#[test]
fn the_template_is_a_model_without_problems() {
    let text = csv_text::write(&template());
    assert_eq!(problems(&text), [""; 0]);
    let names: Vec<String> = draw(&text)
        .files
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names,
        [
            "lending-desk.reference.json",
            "lending-desk.assessment.json"
        ]
    );
}

/// People learn the format from the template, so nothing may be missing in it.
#[test]
fn the_template_shows_every_kind_of_row_every_field_and_every_column() {
    let table = template();
    let mut kinds: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    kinds.dedup();
    for kind in [
        "model",
        "group",
        "process",
        "outcome",
        "practice",
        "item",
        "relation",
        "selection",
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let fields = table.rows.iter().filter(|row| row[0] == "model");
    let fields: Vec<&str> = fields.map(|row| row[1].as_str()).collect();
    assert_eq!(
        fields,
        [
            "id",
            "title",
            "version",
            "language",
            "licence",
            "provenance",
            "domain",
            "context of use",
            "community",
            "consensus",
            "purpose",
            "confidence",
            "framework",
            "builds on"
        ]
    );
    for (index, column) in table.columns.iter().enumerate() {
        let filled = table.rows.iter().any(|row| !row[index].is_empty());
        assert!(filled, "{column}");
    }
}

/// The whole way: from a spreadsheet to a capability level.
#[test]
fn a_process_of_the_template_is_rated_to_level_2() {
    let library = library(&draw(&csv_text::write(&template())));
    let reference = |id| {
        let found = library.reference_to(&ModelId::new(id), "");
        found.expect("a model")
    };
    let [model, framework] = ["lending-desk", ISO_33020].map(reference);
    let start = Change {
        id: change_id(1, "a"),
        author: ANNA.to_owned(),
        at: "2026-11-21T09:00:00Z".to_owned(),
        edit: Edit::Start {
            model: model.clone(),
            framework: framework.clone(),
        },
    };
    let model = library.model(&model, &framework).expect("they fit");
    let mut workshop = Workshop {
        model: Box::leak(Box::new(model)),
        assessment: Assessment::start(start).expect("a start"),
    };
    for edit in setup_edits("R1", 2, &["DESK-1", "DESK-2"]) {
        workshop.edit(edit);
    }
    workshop.rate_each("DESK-1", "1", "PA1.1", "F F L");
    assert_eq!(workshop.letter("DESK-1", "PA1.1"), "F");
    assert_eq!(workshop.level("DESK-1"), 1);
    workshop.rate_each("DESK-1", "1", "PA2.1", "L L L L F F F F");
    workshop.rate_each("DESK-1", "1", "PA2.2", "L L L P");
    assert_eq!(workshop.level("DESK-1"), 2);
    assert_eq!(workshop.level("DESK-2"), 0);
}

#[test]
fn what_the_columns_hold_is_in_the_files() {
    let (reference, assessment) = json(&draw(&csv_text::write(&template())));
    assert_eq!(reference["header"]["id"], "lending-desk-processes");
    assert_eq!(assessment["header"]["id"], "lending-desk");
    assert_eq!(assessment["reference_model"], "lending-desk-processes");
    let lending = &reference["processes"][0];
    assert_eq!(lending["name"], "Lending");
    assert_eq!(lending["group"], "DESK");
    assert_eq!(lending["outcomes"][2]["kind"], "constraint");
    let relation = &reference["relations"][1];
    assert_eq!(
        (&relation["from"], &relation["to"]),
        (&"DESK-2".into(), &"DESK-1".into())
    );
    let lending = &assessment["processes"][0];
    let two = serde_json::json!(["DESK-1.O1", "DESK-1.O3"]);
    assert_eq!(lending["practices"][2]["outcomes"], two);
    assert_eq!(lending["information_items"][0]["direction"], "in");
    assert_eq!(lending["information_items"][1]["direction"], "out");
    let guidance = &lending["guidance"][2]["guidance"];
    let looked_for = guidance["look_for"].as_array().expect("a list");
    assert_eq!(looked_for.len(), 3);
    assert_eq!(looked_for[0], "The warning at the desk");
    let selection = &assessment["selections"][0];
    assert_eq!(selection["highest_level"], 2);
    assert_eq!(
        selection["processes"],
        serde_json::json!(["DESK-1", "DESK-2"])
    );
}

/// Only the processes have to be told. What is missing is named as not stated, never made up.
#[test]
fn what_is_not_told_has_a_default() {
    let drawn = draw(SMALL);
    let said = problems(SMALL);
    assert!(
        said.iter()
            .all(|text| text.contains("There is no guidance for")),
        "{said:?}"
    );
    let (reference, assessment) = json(&drawn);
    let header = &assessment["header"];
    assert_eq!(header["id"], "own-model");
    assert_eq!(header["title"], "own-model");
    assert_eq!(header["version"], "1.0.0");
    assert_eq!(header["language"], "en");
    assert_eq!(header["licence"], "not stated");
    assert_eq!(reference["confidence"], "unsure");
    assert_eq!(reference["community"], "Not stated.");
    assert_eq!(
        reference["groups"],
        serde_json::json!([{"id": "All", "title": "All"}])
    );
    assert_eq!(reference["processes"][1]["group"], "All");
    assert_eq!(assessment["builds_on"], "itsm-assessment");
    assert_eq!(assessment["frameworks"], serde_json::json!([ISO_33020]));
    assert_eq!(
        assessment["processes"][0]["guidance"],
        serde_json::json!([])
    );
    let selection = &assessment["selections"][0];
    assert_eq!(selection["title"], "All processes");
    assert_eq!(selection["processes"], serde_json::json!(["A", "B"]));
    assert_eq!(selection["highest_level"], 5);
}

#[test]
fn a_model_may_name_several_frameworks_and_build_on_nothing() {
    let both = format!("{SMALL}model,framework,,,,{ISO_33020},\nmodel,framework,,,,{ISO_15504},\n");
    let (_, assessment) = json(&draw(&both));
    assert_eq!(
        assessment["frameworks"],
        serde_json::json!([ISO_33020, ISO_15504])
    );
    let library = library(&draw(&both));
    let own = any_version("own-model");
    for framework in [ISO_33020, ISO_15504] {
        library
            .model(&own, &any_version(framework))
            .expect("it covers both");
    }

    let alone = format!("{SMALL}model,builds on,,,,Nothing,\n");
    let (_, assessment) = json(&draw(&alone));
    assert_eq!(assessment["builds_on"], Value::Null);
    assert_eq!(assessment["levels"], serde_json::json!([1]));
    let said = problems(&alone);
    assert!(
        said.iter()
            .all(|text| text.contains("There is no guidance for")),
        "{said:?}"
    );
}

/// What is generic is taken over as far as it serves the frameworks of the model.
#[test]
fn generic_guidance_of_other_frameworks_is_left_behind() {
    let library = library(&draw(SMALL));
    let model = library
        .model(&any_version("own-model"), &any_version(ISO_33020))
        .expect("it fits");
    let achievements = model.assessment.generic_practices.iter();
    let achievements: Vec<&str> = achievements
        .flat_map(|practice| practice.achievements.iter().map(|found| found.as_str()))
        .collect();
    assert!(achievements.contains(&"iso-33020-2015:PA5.2.a"));
    assert!(achievements.iter().all(|id| id.starts_with(ISO_33020)));
}

/// Line 12 is the row under test.
#[test]
fn each_row_that_cannot_be_used_is_told_with_its_line() {
    let cases = [
        (
            "proces,C,,Carry,,Carry it.,",
            "\"proces\" is not a kind of row. Known are: model, group, process, outcome, practice, item, relation, selection.",
        ),
        (
            ",C,,Carry,,Carry it.,",
            "The column \"row\" is blank. It says what the row describes: model, group, process, outcome, practice, item, \
             relation, selection.",
        ),
        (
            "group,,,Shop,,,",
            "The column \"id\" is blank, but a row of kind \"group\" needs it.",
        ),
        (
            "outcome,C1,,,state,It is there.,",
            "The column \"in\" is blank, but a row of kind \"outcome\" needs it.",
        ),
        (
            "selection,all,,Everything,,Choose this.,",
            "The column \"leads to\" is blank, but a row of kind \"selection\" needs it.",
        ),
        (
            "outcome,C1,C,,state,It is there.,",
            "There is no process \"C\" for this to be in.",
        ),
        (
            "practice,CP,C,,,Carry,A1",
            "There is no process \"C\" for this to be in.",
        ),
        (
            "item,CI,C,Bill,in,A sum.,A1",
            "There is no process \"C\" for this to be in.",
        ),
        (
            "outcome,A 3,A,,state,It is there.,",
            "The id \"A 3\" holds a space or comma, so \"leads to\" cannot name it.",
        ),
        (
            "model,author,,,,Eva,",
            "\"author\" is not a field of a model. Known are: id, title, version, language, licence, provenance, domain, \
             context of use, community, consensus, purpose, confidence, framework, builds on.",
        ),
        (
            "model,id,,,,../shop,",
            "The id \"../shop\" cannot name a file. Use letters from a to z, digits, hyphens and underscores.",
        ),
        (
            "practice,AQ,A,,,Write, A1,A2",
            "\"A2\" stands in a column without a name. Put a text that holds a separator in quotes.",
        ),
    ];
    for (row, text) in cases {
        let drawn = draw(&format!("{SMALL}\n{row}\n"));
        let told: Vec<(u64, &str)> = drawn
            .problems
            .iter()
            .map(|problem| (problem.line, problem.text.as_str()))
            .collect();
        assert_eq!(told, [(12, text)], "{row}");
        assert_eq!(drawn.files[0].0, "own-model.reference.json");
    }
    let drawn = draw(&format!(
        "{SMALL}model,title,,,,One,\nmodel,Title,,,,Two,\n"
    ));
    assert_eq!(drawn.problems.len(), 1);
    assert_eq!(drawn.problems[0].line, 12);
    assert_eq!(drawn.problems[0].text, "The field \"title\" stands twice.");
    assert_eq!(json(&drawn).0["header"]["title"], "One");
}

/// What the checks of model files say is traced to the row that it comes from.
#[test]
fn a_problem_of_the_model_is_told_with_the_line_of_its_row() {
    let cases = [
        (
            ("outcome", "DESK-1.O2", "text", ""),
            "processes[0].outcomes[1].text: This must not be empty.",
        ),
        (
            ("outcome", "DESK-2.O1", "fully", ""),
            "processes[1].guidance[0].guidance.fully: This must not be empty.",
        ),
        (
            ("outcome", "DESK-2.O2", "look for", "The list"),
            "processes[1].guidance[1].guidance.look_for: Two or three things to look for help most.",
        ),
        (
            ("process", "DESK-2", "in", "SHOP"),
            "processes[1].group: There is no group SHOP.",
        ),
        (
            ("process", "DESK-2", "name", "Lending"),
            "processes[1].name: The process name \"Lending\" stands twice.",
        ),
        (
            (
                "practice",
                "DESK-1.BP3",
                "leads to",
                "DESK-1.O1; DESK-1.O3 DESK-9",
            ),
            "processes[0].practices[2].outcomes[2]: DESK-1 has no outcome DESK-9.",
        ),
        (
            ("practice", "DESK-1.BP2", "leads to", "DESK-1.O1"),
            "processes[0].practices: No base practice leads to DESK-1.O2.",
        ),
        (
            ("item", "DESK-2.II2", "leads to", ""),
            "processes[1].information_items[1].outcomes: This is mapped to no outcome.",
        ),
        (
            ("selection", "desk", "leads to", "DESK-1 DESK-3"),
            "selections[0].processes[1]: There is no process DESK-3.",
        ),
        (
            ("selection", "desk", "kind", "high"),
            "selections[0].highest_level: This should be a whole number, not a text.",
        ),
        (
            ("item", "DESK-2.II2", "kind", "both"),
            "processes[1].information_items[1].direction: This is not known: \"both\". Known here: in, out.",
        ),
        (
            ("model", "framework", "text", "cmmi"),
            "frameworks[0]: The measurement framework \"cmmi\" is not among these files.",
        ),
        (
            ("model", "builds on", "text", "cobit"),
            "builds_on: The model \"cobit\" is not among these files, or cannot be used.",
        ),
        (
            ("model", "id", "text", "itsm-processes-2018"),
            "header.id: Another file has the id \"itsm-processes-2018\" in version 1.0.0 already.",
        ),
    ];
    for ((row, id, column, cell), text) in cases {
        let (line, said) = problems_with(row, id, column, cell);
        // What belongs to a process as a whole is told at its row.
        let line = match text {
            "processes[0].practices: No base practice leads to DESK-1.O2." => {
                row_of(&template(), "process", "DESK-1") + 2
            }
            _ => line,
        };
        assert_eq!(
            said,
            [format!("line {line}: {text}")],
            "{row} {id} {column}"
        );
    }
}

#[test]
fn a_relation_to_nowhere_is_told_with_its_line() {
    let said = problems(&format!("{SMALL}relation,,B,,,The bill.,\"A, C\"\n"));
    assert!(
        said.contains(&"line 11: relations[2].to: There is no process C.".to_owned()),
        "{said:?}"
    );
}

/// A place that no row made has no line, and none is made up.
#[test]
fn a_place_without_a_row_has_no_line() {
    let drawn = draw(SMALL);
    assert_eq!(drawn.line_of("processes[1].outcomes[1].text"), Some(8));
    assert_eq!(drawn.line_of("processes[1].guidance"), Some(6));
    for place in [
        "",
        "levels",
        "header.licence",
        "processes",
        "processes[2].name",
        "processes[10]",
    ] {
        assert_eq!(drawn.line_of(place), None, "{place}");
    }
}

#[test]
fn files_of_any_spreadsheet_are_read() {
    let expected = draw(SMALL).files;
    let table = SMALL.replace("\"B1,B2\"", "B1 B2");
    for text in [
        format!("\u{feff}{}", SMALL.replace('\n', "\r\n")),
        table.replace(',', ";"),
        table.replace(',', "\t"),
        format!("sep=;\r\n{}", table.replace(',', ";")),
        SMALL
            .replace("row,id,in", "Row,ID,In")
            .replace("process,", "Process,"),
    ] {
        assert_eq!(draw(&text).files, expected, "{text}");
    }
    let empty_columns = SMALL.replace('\n', ",,\n");
    assert_eq!(draw(&empty_columns).files, expected);
}

#[test]
fn columns_and_rows_may_stand_in_any_order() {
    let turned: Vec<String> = SMALL
        .replace("\"B1,B2\"", "B1 B2")
        .lines()
        .map(|line| line.split(',').rev().collect::<Vec<_>>().join(","))
        .collect();
    assert_eq!(draw(&turned.join("\n")).files, draw(SMALL).files);

    let mut lines: Vec<&str> = SMALL.lines().collect();
    let process = lines.remove(1);
    lines.push(process);
    let drawn = draw(&lines.join("\n"));
    assert_eq!(drawn.problems, []);
    assert_eq!(json(&drawn).0["processes"][1]["outcomes"][0]["id"], "A1");
}

/// What a spreadsheet must not run is written with an apostrophe, which is no part of the text.
#[test]
fn a_cell_guarded_against_formulas_is_the_text_itself() {
    let mut table = template();
    let index = row_of(&table, "outcome", "DESK-1.O2");
    "=Date+14 is known to readers.".clone_into(&mut table.rows[index][5]);
    let written = csv_text::write(&table);
    assert!(written.contains("'=Date+14"), "{written}");
    let (reference, _) = json(&draw(&written));
    assert_eq!(
        reference["processes"][0]["outcomes"][1]["text"],
        "=Date+14 is known to readers."
    );
}

/// One sheet for the processes, one for their outcomes: each has the columns that its rows need.
#[test]
fn several_files_are_one_model() {
    let processes = "row,id,name,text\nprocess,A,Ask,Ask for it.\nprocess,B,Buy,Buy it.";
    let outcomes = "row;in;id;kind;text\noutcome;A;A1;state;Known.\noutcome;C;C1;state;Gone.\n";
    let texts = [("processes.csv", processes), ("outcomes.csv", outcomes)];
    let drawn = model_csv::read_all(&texts).expect("a model");
    let outcome = drawn.line_of("processes[0].outcomes[0].kind");
    assert_eq!(
        outcome.map(|line| drawn.source_of(line)),
        Some(("outcomes.csv", 2))
    );
    let process = drawn.line_of("processes[1]");
    assert_eq!(
        process.map(|line| drawn.source_of(line)),
        Some(("processes.csv", 3))
    );
    let wrong: Vec<(&str, u64)> = drawn
        .problems
        .iter()
        .map(|problem| drawn.source_of(problem.line))
        .collect();
    assert_eq!(wrong, [("outcomes.csv", 3)]);
    let refused = model_csv::read_all(&[("a.csv", processes), ("b.csv", "")]);
    assert_eq!(refused, Err("b.csv: The file is empty.".to_owned()));
}

#[test]
fn what_is_no_table_of_a_model_is_refused() {
    let cases = [
        ("", "The file is empty."),
        (
            "process,rating\nA,F\n",
            "The column \"process\" is not known. Known are: row, id, in, name, kind, text, question, partially, largely, fully, \
             look for, recommendation, leads to.",
        ),
        (
            "id,text\nA,F\n",
            "There is no column \"row\". The columns are: id, text.",
        ),
        (
            "row,id,in,text\nprocess,A,,Ask.\n",
            "There is no column \"name\", which rows of kind \"process\" need. The columns are: row, id, in, text.",
        ),
        ("row,id,Id\ngroup,A,B\n", "The column \"Id\" stands twice."),
    ];
    for (text, message) in cases {
        assert_eq!(model_csv::read(text), Err(message.to_owned()));
    }
}

/// A header alone is a table, but no model.
#[test]
fn a_model_without_processes_is_told() {
    let mut table = template();
    for row in [
        "process",
        "outcome",
        "practice",
        "item",
        "relation",
        "selection",
    ] {
        without(&mut table, row);
    }
    let said = problems(&csv_text::write(&table));
    assert!(
        said.contains(&"processes: A reference model needs processes.".to_owned()),
        "{said:?}"
    );
}
