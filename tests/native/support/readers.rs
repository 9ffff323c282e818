//! Every reader of files and stored texts: what damage starts from, and what must hold whatever it is given.

use super::damage::{Scratch, any_mistake, any_scratch, any_token};
use super::every_edit;
use super::files::{ModelFile, small_files};
use super::plans;
use super::{Workshop, at_once, model};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::backup::Writer;
use plumbline::exchange::backup_reader::{Reader as BackupReader, State};
use plumbline::exchange::csv_text::{self, CsvRow};
use plumbline::exchange::envelope;
use plumbline::exchange::locked::{self, Locked};
use plumbline::exchange::model_csv;
use plumbline::exchange::plan_table::plan_table;
use plumbline::exchange::ratings_import::{describe, preview};
use plumbline::exchange::ratings_table::{by_attribute, by_indicator};
use plumbline::exchange::restore::{Here, step};
use plumbline::exchange::without_names::without_names;
use plumbline::reference::document;
use plumbline::reference::fingerprint::fingerprint;
use plumbline::storage::journal;
use plumbline::storage::memory::Memory;
use plumbline::storage::set_aside;
use plumbline::storage::slate::Slate;
use plumbline::storage::unsaved;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Bytes, and where they are cut when they come in chunks.
#[derive(Clone, Debug)]
pub struct Input {
    pub bytes: Vec<u8>,
    pub chunks: Vec<u8>,
}

impl Input {
    /// The text as pages get it from a file.
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// One reader with the inputs for it.
pub struct Reader {
    pub name: &'static str,
    pub inputs: BoxedStrategy<Input>,
    /// Panics where something does not hold.
    pub check: fn(&Input),
}

pub fn readers() -> Vec<Reader> {
    let reader = |name, inputs, check| Reader {
        name,
        inputs,
        check,
    };
    vec![
        reader("model file", json(small_files()), model_file),
        reader("model CSV", csv(vec![model_template()]), model_table),
        reader("ratings CSV", csv(ratings_tables()), ratings),
        reader("plan CSV", csv(vec![plan_text()]), plan_file),
        reader("assessment file", json(vec![assessment_file()]), assessment),
        reader("without names", mistaken(vec![assessment_file()]), names),
        reader("backup", backups(), backup),
        reader("locked file", json(vec![locked_file()]), lock),
        reader("stored text", json(stored_texts()), stored),
    ]
}

pub fn reader(name: &str) -> Reader {
    let found = readers().into_iter().find(|reader| reader.name == name);
    found.expect("a reader of this name")
}

fn input(bytes: impl Into<Vec<u8>>) -> Input {
    Input {
        bytes: bytes.into(),
        chunks: Vec::new(),
    }
}

fn noise() -> impl Strategy<Value = Input> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200).prop_map(input),
        any_token().prop_map(input),
    ]
}

fn scratched(texts: Vec<String>) -> impl Strategy<Value = Input> {
    let scratches = prop::collection::vec(any_scratch(), 1..5);
    (any::<Index>(), scratches).prop_map(move |(which, scratches)| {
        let text = which.get(&texts).clone();
        let make = |text: String, scratch: &Scratch| scratch.make(&text);
        input(scratches.iter().fold(text, make))
    })
}

/// Files that are still JSON.
fn mistaken(files: Vec<ModelFile>) -> BoxedStrategy<Input> {
    let mistakes = prop::collection::vec(any_mistake(), 1..4);
    (any::<Index>(), mistakes)
        .prop_map(move |(which, mistakes)| {
            let which = which.index(files.len());
            let mut value = files[which].value.clone();
            for mistake in mistakes {
                mistake.make(&files, which, &mut value);
            }
            input(value.to_string())
        })
        .boxed()
}

fn json(files: Vec<ModelFile>) -> BoxedStrategy<Input> {
    let texts = files.iter().map(|file| file.text.clone()).collect();
    prop_oneof![1 => noise(), 5 => scratched(texts), 5 => mistaken(files)].boxed()
}

/// Tables whose cells are other ones.
fn csv(texts: Vec<String>) -> BoxedStrategy<Input> {
    let cell = (any::<Index>(), any::<Index>(), any_cell());
    let cells = prop::collection::vec(cell, 1..6);
    let separator = prop::sample::select(vec![",", ";", "\t"]);
    let tables = texts.clone();
    let mistaken = (any::<Index>(), cells, separator).prop_map(move |(which, cells, separator)| {
        let table = csv_text::read(which.get::<String>(&tables)).expect("a table");
        let mut rows = vec![table.columns];
        let texts = |row: &CsvRow| row.cells().map(str::to_owned).collect();
        rows.extend(table.rows.iter().map(texts));
        for (row, column, text) in cells {
            let row = row.get_mut(&mut rows);
            if !row.is_empty() {
                *column.get_mut(row) = text;
            }
        }
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(separator);
        input(rows.iter().map(line).collect::<Vec<_>>().join("\n"))
    });
    prop_oneof![1 => noise(), 4 => scratched(texts), 5 => mistaken].boxed()
}

fn any_cell() -> impl Strategy<Value = String> {
    let known = [
        "",
        " ",
        "F",
        "l+",
        "62 %",
        "101%",
        "-1%",
        "99999999999999999999%",
        "SDE-6",
        "SDE-6.O1",
        "1",
        "row",
        "process",
        "outcome",
        "model",
        "builds on",
        "framework",
        "selection",
        "6",
        "rating",
        "a1",
        "a1; a2",
        "started",
        "31.12.2027",
        "3/4/2027",
        "RES-1 RES-1.O2 F",
        "2027-01-31 12.5",
        "=1+1",
        "\u{feff}",
        "(all)",
    ];
    prop_oneof![
        prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        any_token(),
        any::<String>(),
    ]
}

/// Backups with damaged values and lines, some of them with a last line that says that nothing was damaged.
fn backups() -> BoxedStrategy<Input> {
    let lines: Vec<ModelFile> = backup_text()
        .lines()
        .map(|line| ModelFile::new(String::new(), line.to_owned()))
        .collect();
    let mistakes = prop::collection::vec((any::<Index>(), any_mistake()), 0..3);
    let scratches = prop::collection::vec(any_scratch(), 0..3);
    let chunks = prop::collection::vec(any::<u8>(), 0..8);
    let damaged = (mistakes, scratches, any::<bool>(), chunks).prop_map(
        move |(mistakes, scratches, sealed, chunks)| {
            let mut values: Vec<Value> = lines.iter().map(|line| line.value.clone()).collect();
            for (line, mistake) in mistakes {
                let line = line.index(lines.len());
                mistake.make(&lines, line, &mut values[line]);
            }
            let end = values.pop();
            let mut text: String = values.iter().map(|value| format!("{value}\n")).collect();
            let make = |text: String, scratch: &Scratch| scratch.make(&text);
            if sealed {
                text = scratches.iter().fold(text, make);
                let hash = fingerprint(&text);
                text += &format!("{{\"end\":{{\"entries\":6,\"sha256\":\"{hash}\"}}}}\n");
            } else {
                text += &end.unwrap_or_default().to_string();
                text = scratches.iter().fold(text, make);
            }
            let bytes = text.into_bytes();
            Input { bytes, chunks }
        },
    );
    prop_oneof![1 => noise(), 9 => damaged].boxed()
}

const NOW: &str = "2026-11-22T10:00:00Z";

fn model_template() -> String {
    csv_text::write(&model_csv::template())
}

fn workshop() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F L . -");
    workshop
}

fn ratings_tables() -> Vec<String> {
    let Workshop { model, assessment } = workshop();
    vec![
        csv_text::write(&by_indicator(model, &assessment)),
        csv_text::write(&by_attribute(model, &assessment)),
    ]
}

/// The table of a plan with two actions, and a third row that is a new one.
fn plan_text() -> String {
    let mut table = plan_table(&plans::report(&plans::workshop()));
    let mut new = table.rows[0].clone();
    new[0] = String::new();
    table.rows.push(new);
    csv_text::write(&table)
}

fn assessment_file() -> ModelFile {
    ModelFile::new(String::new(), envelope::text(&every_edit::file()))
}

fn backup_text() -> String {
    let (mut writer, head) = Writer::new(NOW);
    let changes = every_edit::file().changes;
    [
        head,
        writer.assessment(&AssessmentId::new("a1"), changes[..9].to_vec(), None),
        writer.assessment(&AssessmentId::new("a2"), changes[..3].to_vec(), Some(NOW)),
        writer.model("own.json", "{}"),
        writer.setting("author", "Łucja"),
        writer.damaged("change/a3/0000000001-x", "{"),
        writer.setting("theme", "dark"),
        writer.end(),
    ]
    .concat()
}

fn locked_file() -> ModelFile {
    let locked = Locked {
        iterations: 600_000,
        salt: [7; 16],
        nonce: [9; 12],
        data: (0..=99).collect(),
    };
    ModelFile::new(String::new(), locked::write(&locked))
}

/// The texts that the journal keeps: changes, on one line as they are and on several, and the head of an assessment.
fn stored_texts() -> Vec<ModelFile> {
    let changes = every_edit::file().changes.into_iter();
    let both = changes.flat_map(|change| {
        let texts = [
            serde_json::to_string(&change),
            serde_json::to_string_pretty(&change),
        ];
        texts.map(|text| text.expect("a change"))
    });
    let head = "{\n \"format_version\": 2,\n \"deleted_at\": null\n}";
    both.chain([head.to_owned()])
        .map(|text| ModelFile::new(String::new(), text))
        .collect()
}

fn model_file(input: &Input) {
    let found = document::read("file.json", &input.text());
    assert!(found.document.is_some() || !found.problems.is_empty());
    assert!(
        found
            .problems
            .iter()
            .all(|problem| !problem.text.is_empty())
    );
}

fn model_table(input: &Input) {
    match model_csv::read(&input.text()) {
        Ok(drawn) => {
            for (name, text) in &drawn.files {
                let found = document::read(name, text);
                for problem in &found.problems {
                    drawn.line_of(&problem.place);
                }
            }
            assert!(
                drawn
                    .problems
                    .iter()
                    .all(|problem| !problem.text.is_empty())
            );
        }
        Err(sentence) => assert!(!sentence.is_empty()),
    }
}

fn ratings(input: &Input) {
    let mut workshop = workshop();
    match preview(
        model(),
        &workshop.assessment,
        "Anna",
        "file.csv",
        &input.text(),
    ) {
        Ok(found) => {
            assert_eq!(found.edits.len(), found.added + found.replaced);
            assert!(
                found
                    .unusable
                    .iter()
                    .all(|problem| !problem.text.is_empty())
            );
            for edit in found.edits {
                assert!(describe(&edit).is_some(), "{edit:?}");
                workshop.edit(edit);
            }
        }
        Err(sentence) => assert!(!sentence.is_empty()),
    }
}

/// Everything that is offered can be done, and is what was shown.
fn plan_file(input: &Input) {
    for take_strangers in [false, true] {
        let mut workshop = plans::workshop();
        match plans::import(&workshop, &input.text(), take_strangers) {
            Ok(found) => {
                assert!(found.problems.iter().all(|found| !found.text.is_empty()));
                assert_eq!(found.edits.is_empty(), found.changes.is_empty());
                plans::take(&mut workshop, &found);
                plans::report(&workshop);
            }
            Err(sentence) => assert!(!sentence.is_empty()),
        }
    }
}

fn assessment(input: &Input) {
    match envelope::read(&input.text()) {
        Ok(file) => {
            assert_eq!(envelope::read(&envelope::text(&file)), Ok(file.clone()));
            let (assessment, refused) = Assessment::from_changes(&file.changes).expect("it starts");
            assert!(assessment.changes().len() + refused.len() <= file.changes.len());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Whatever is accepted as an assessment can be shared, under the new id and with nobody in it.
fn names(input: &Input) {
    let Ok(file) = envelope::read(&input.text()) else {
        return;
    };
    let shared = without_names(&file, &AssessmentId::new("shared")).expect("it can be shared");
    assert_eq!(shared.id.as_str(), "shared");
    for change in &shared.changes {
        assert!(change.author.starts_with("Person "), "{}", change.author);
        assert!(change.at.len() <= 10, "{}", change.at);
    }
    let refused =
        |changes: &[Change]| Assessment::from_changes(changes).map(|(_, refused)| refused.len());
    assert_eq!(refused(&shared.changes), refused(&file.changes));
}

fn backup(input: &Input) {
    let whole = backup_in(&input.bytes, &[]);
    assert_eq!(backup_in(&input.bytes, &input.chunks), whole);
}

/// Everything that is said of a backup that comes in chunks.
fn backup_in(bytes: &[u8], chunks: &[u8]) -> Vec<String> {
    let mut reader = BackupReader::default();
    let mut found = Vec::new();
    let mut rest = bytes;
    for chunk in chunks {
        let (now, later) = rest.split_at(usize::from(*chunk).min(rest.len()));
        found.extend(reader.push(now));
        rest = later;
    }
    found.extend(reader.push(rest));
    let (last, verdict) = reader.finish();
    found.extend(last);
    let entries = found.iter().filter(|found| found.is_ok()).count();
    assert_eq!(entries, verdict.entries);
    assert_eq!(found.len() - entries, verdict.unreadable);
    if matches!(verdict.state, State::NotABackup | State::TooNew(_)) {
        assert_eq!(entries, 0);
    }
    let said = found.iter().map(|found| match found {
        Ok(entry) => {
            let here = step(entry, &Here::Text("{}".to_owned()));
            let new = step(entry, &Here::Nothing);
            format!("{entry:?} {} {}", here.outcome, new.outcome)
        }
        Err(trouble) => trouble.to_string(),
    });
    said.chain([verdict.to_string()]).collect()
}

fn lock(input: &Input) {
    match locked::read(&input.text()) {
        Ok(found) => assert_eq!(locked::read(&locked::write(&found)), Ok(found)),
        Err(sentence) => assert!(!sentence.is_empty()),
    }
}

fn stored(input: &Input) {
    let text = input.text();
    if let Ok(change) = serde_json::from_str::<Change>(&text) {
        let written = serde_json::to_string(&change).expect("it was read");
        assert_eq!(serde_json::from_str::<Change>(&written).ok(), Some(change));
    }
    kept_assessment(&text);
    noted_change(&text);
}

/// A text where a head, a change and a pack of changes should be. Each piece of it is taken, or set aside, or left to a
/// newer Plumbline.
fn kept_assessment(text: &str) {
    let store = Memory::default();
    for key in ["head/a1", "change/a1/0000000001-x", "pack/a1"] {
        store.write(key, text).expect("there is room");
    }
    let load = || at_once(journal::load(&store, &"a1".into())).expect("the store is there");
    let found = load();
    if found.too_new.is_some() {
        assert!(found.changes.is_empty() && set_aside_in(&store).is_empty());
        return;
    }
    let kept = set_aside_in(&store);
    let lines = text.lines().filter(|line| !line.is_empty());
    for piece in lines.chain([text]) {
        match serde_json::from_str::<Change>(piece) {
            Ok(change) => assert!(found.changes.iter().any(|found| found.id == change.id)),
            Err(_) => assert!(kept.iter().any(|kept| kept == piece), "{piece}"),
        }
    }
    assert_eq!(load().changes, found.changes, "read again, it is the same");
    assert_eq!(set_aside_in(&store), kept, "nothing more is set aside");
}

/// A text where a change should be that was on its way when the page ended.
fn noted_change(text: &str) {
    let (store, slate) = (Memory::default(), Memory::default());
    let note = "plumbline/unsaved/a2/0000000001-x";
    slate.write(note, text).expect("there is room");
    at_once(unsaved::take_up(&store, &slate)).expect("the store is there");
    assert_eq!(slate.size(), 0, "it is no longer on its way");
    let found = at_once(journal::load(&store, &"a2".into())).expect("the store is there");
    assert!(!found.changes.is_empty() || set_aside_in(&store) == [text]);
}

fn set_aside_in(store: &Memory) -> Vec<String> {
    let damaged = at_once(set_aside::damaged(store)).expect("the store is there");
    damaged.into_iter().map(|damaged| damaged.text).collect()
}
