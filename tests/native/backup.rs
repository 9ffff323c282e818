//! The backup file: written line by line, read in chunks of any size, and what is said of one that is not whole.

use crate::support::{Workshop, indicator};
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::backup::{Entry, Writer};
use plumbline::exchange::backup_reader::{Reader, State, Trouble, Verdict};

const NOW: &str = "2026-11-22T10:00:00Z";

fn changes() -> Vec<Change> {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F L . .");
    workshop.edit(Edit::SetNote {
        subject: indicator("SDE-6", "SDE-6.O1"),
        text: "Größe: 10 €, \"so\"\nzweite Zeile".to_owned(),
    });
    workshop.assessment.changes().to_vec()
}

fn backup() -> String {
    let (mut writer, head) = Writer::new(NOW);
    [
        head,
        writer.assessment(&AssessmentId::new("a1"), changes(), None),
        writer.assessment(&AssessmentId::new("a2"), changes(), Some(NOW)),
        writer.model("own.json", "{\n \"id\": \"own\"\n}"),
        writer.setting("author", "Łucja"),
        writer.damaged("change/a3/0000000001-x", "{\"id\": 🙂"),
        writer.end(),
    ]
    .concat()
}

struct Read {
    entries: Vec<Entry>,
    troubles: Vec<Trouble>,
    verdict: Verdict,
}

fn read_with(mut reader: Reader, bytes: &[u8], chunk: usize) -> Read {
    let mut found = Vec::new();
    for chunk in bytes.chunks(chunk) {
        found.extend(reader.push(chunk));
    }
    let (last, verdict) = reader.finish();
    found.extend(last);
    let (entries, troubles): (Vec<_>, Vec<_>) = found.into_iter().partition(Result::is_ok);
    Read {
        entries: entries.into_iter().flatten().collect(),
        troubles: troubles.into_iter().filter_map(Result::err).collect(),
        verdict,
    }
}

fn read(text: impl AsRef<[u8]>) -> Read {
    read_with(Reader::default(), text.as_ref(), 1000)
}

/// The backup with one line put in place of another, counted from 1.
fn with_line(number: usize, line: &str) -> String {
    let backup = backup();
    let mut lines: Vec<&str> = backup.lines().collect();
    lines[number - 1] = line;
    lines.join("\n") + "\n"
}

#[track_caller]
fn says(text: impl AsRef<[u8]>, sentence: &str) -> Read {
    let read = read(text);
    assert_eq!(read.verdict.to_string(), sentence);
    assert_eq!(read.entries.len(), read.verdict.entries);
    assert_eq!(read.troubles, read.verdict.troubles);
    assert_eq!(read.troubles.len(), read.verdict.unreadable);
    read
}

#[test]
fn a_backup_says_first_what_it_is_and_last_how_much() {
    let backup = backup();
    let lines: Vec<&str> = backup.lines().collect();
    assert_eq!(lines.len(), 7);
    assert_eq!(
        lines[0],
        format!(
            "{{\"format\":\"plumbline-backup\",\"format_version\":1,\"written_at\":\"{NOW}\",\
             \"written_by\":\"Plumbline {}\"}}",
            env!("CARGO_PKG_VERSION")
        )
    );
    assert_eq!(lines[4], r#"{"setting":{"name":"author","value":"Łucja"}}"#);
    assert!(lines[1].starts_with(
        r#"{"assessment":{"deleted_at":null,"file":{"format":"plumbline-assessment","format_version":4,"id":"a1","#
    ));
    let before = backup.rfind("{\"end\"").expect("the last line");
    let hash = plumbline::reference::fingerprint::fingerprint(&backup[..before]);
    assert_eq!(
        lines[6],
        format!("{{\"end\":{{\"entries\":5,\"sha256\":\"{hash}\"}}}}")
    );
}

/// Every size of chunk cuts lines and letters elsewhere.
#[test]
fn all_comes_back_whatever_the_chunks() {
    let backup = backup();
    for size in (1..70).chain([4096, backup.len()]) {
        let read = read_with(Reader::default(), backup.as_bytes(), size);
        assert!(read.verdict.is_whole(), "{size}: {}", read.verdict);
        let [
            Entry::Assessment {
                deleted_at: None,
                file,
            },
            Entry::Assessment {
                deleted_at: Some(deleted),
                file: other,
            },
            Entry::Model { name, text },
            Entry::Setting {
                name: setting,
                value,
            },
            Entry::Damaged { key, text: damaged },
        ] = read.entries.as_slice()
        else {
            panic!("{size}: {:?}", read.entries);
        };
        assert_eq!((file.id.as_str(), &file.changes), ("a1", &changes()));
        assert_eq!((other.id.as_str(), deleted.as_str()), ("a2", NOW));
        assert_eq!(
            (name.as_str(), text.as_str()),
            ("own.json", "{\n \"id\": \"own\"\n}")
        );
        assert_eq!((setting.as_str(), value.as_str()), ("author", "Łucja"));
        assert_eq!(
            (key.as_str(), damaged.as_str()),
            ("change/a3/0000000001-x", "{\"id\": 🙂")
        );
    }
}

#[test]
fn a_whole_backup_says_so() {
    let sentence = "This backup is whole: 5 entries, each byte as it was written.";
    says(backup(), sentence);
    says(backup().trim_end(), sentence);
    says(format!("{}\r\n\n", backup()), sentence);
    let (writer, head) = Writer::new(NOW);
    says(
        head + &writer.end(),
        "This backup is whole: 0 entries, each byte as it was written.",
    );
}

#[test]
fn a_backup_that_breaks_off_gives_what_is_there() {
    let backup = backup();
    let end = backup.rfind("{\"end\"").expect("the last line");
    let sentence = "This backup is cut off: its last line is missing, so there may have been more. 5 entries can be restored.";
    says(&backup[..end], sentence);
    // The line end was lost, the entry was not.
    says(&backup[..end - 1], sentence);
    let read = says(
        &backup[..end - 20],
        "This backup is cut off: its last line is missing, so there may have been more. 4 entries can be restored. \
         1 line cannot be read and would not be restored.",
    );
    assert_eq!(read.troubles[0].line, 6);
    // In the middle of a letter.
    let letter = backup.find('Ł').expect("a letter of two bytes");
    let read = says(
        &backup.as_bytes()[..=letter],
        "This backup is cut off: its last line is missing, so there may have been more. 3 entries can be restored. \
         1 line cannot be read and would not be restored.",
    );
    assert_eq!(
        read.troubles[0].to_string(),
        "Line 5: It is not UTF-8 text (byte 38 of the line)."
    );
    says(
        &backup[..40],
        "This backup is cut off: its last line is missing, so there may have been more. 0 entries can be restored. \
         1 line cannot be read and would not be restored.",
    );
}

#[test]
fn a_changed_letter_is_told() {
    let changed = backup().replace("Łucja", "Lucja");
    let read = says(
        changed,
        "This backup was changed or damaged since it was written. 5 entries can be restored. When it was written, it had 5.",
    );
    assert!(!read.verdict.is_whole());
}

#[test]
fn a_damaged_line_loses_only_itself() {
    let lost = "This backup was changed or damaged since it was written. 4 entries can be restored. When it was written, \
                it had 5. 1 line cannot be read and would not be restored.";
    let lines = [
        (
            "{\"assessment\":{\"deleted_at\":null,",
            "Line 2: It cannot be read at assessment.deleted_at: EOF while parsing a value, column 33.",
        ),
        (
            "hello",
            "Line 2: It cannot be read: expected value, column 1.",
        ),
        (
            "{\"secret\":{}}",
            "Line 2: It cannot be read at secret: unknown variant `secret`, expected one of `assessment`, `model`, `setting`, `damaged`, column 9.",
        ),
        (
            "{\"assessment\":{\"deleted_at\":null,\"file\":{\"format\":\"plumbline-assessment\",\"format_version\":5,\"changed\":7}}}",
            "Line 2: This file has format version 5; this Plumbline reads up to 4. Please use a newer Plumbline. The file was not changed.",
        ),
    ];
    for (line, trouble) in lines {
        let read = says(with_line(2, line), lost);
        assert_eq!(read.troubles[0].to_string(), trouble);
    }
    let mut bytes = backup().into_bytes();
    let letter = backup().find("Größe").expect("the note") + 2;
    bytes[letter] = 0xff;
    let read = says(
        bytes,
        "This backup was changed or damaged since it was written. 4 entries can be restored. When it was written, \
         it had 5. 1 line cannot be read and would not be restored.",
    );
    assert!(
        read.troubles[0]
            .to_string()
            .starts_with("Line 2: It is not UTF-8 text (byte ")
    );
}

/// An id becomes part of keys and addresses. An assessment must start.
#[test]
fn the_file_of_an_entry_is_checked_like_any_other() {
    let bad_id = backup().replacen("\"id\":\"a1\"", "\"id\":\"a/1\"", 1);
    let read = read(bad_id);
    assert_eq!(
        read.troubles[0].to_string(),
        "Line 2: This file is damaged at id: an id has letters, digits, hyphens, underlines and dots only."
    );
    let no_start = backup().replacen(
        "\"changes\":[{\"id\":{\"clock\":1,",
        "\"changes\":[{\"id\":{\"clock\":99,",
        1,
    );
    let read = self::read(no_start);
    assert_eq!(
        read.troubles[0].to_string(),
        "Line 2: This file is damaged: its changes do not start an assessment."
    );
}

#[test]
fn a_damaged_first_or_last_line_loses_nothing() {
    says(
        with_line(1, "{\"format\":\"plumbline-b"),
        "This backup was changed or damaged since it was written. 5 entries can be restored. When it was written, it \
         had 5. 1 line cannot be read and would not be restored.",
    );
    let read = says(
        with_line(7, "{\"end\":{\"entries\":5,\"sha256\":7}}"),
        "This backup is cut off: its last line is missing, so there may have been more. 5 entries can be restored. \
         1 line cannot be read and would not be restored.",
    );
    assert_eq!(read.troubles[0].line, 7);
}

#[test]
fn what_follows_the_last_line_was_not_written_by_us() {
    let read = says(
        backup() + "{\"setting\":{\"name\":\"theme\",\"value\":\"dark\"}}\n",
        "This backup was changed or damaged since it was written. 6 entries can be restored. When it was written, it had 5.",
    );
    assert_eq!(read.verdict.state, State::Changed);
    says(
        backup() + &backup(),
        "This backup was changed or damaged since it was written. 10 entries can be restored. When it was written, it \
         had 5. 2 lines cannot be read and would not be restored.",
    );
}

#[test]
fn other_files_are_no_backups() {
    let assessment =
        plumbline::exchange::envelope::write_changes(&AssessmentId::new("a1"), &changes(), NOW);
    let assessment = assessment.expect("it starts");
    for text in [
        "",
        "\n",
        "hello",
        "[]",
        "{}\n{}",
        "7",
        &assessment,
        &assessment.replace('\n', ""),
        "process,PA1.1\nA,F\n",
    ] {
        assert_eq!(read(text).verdict.state, State::NotABackup, "{text}");
    }
    assert_eq!(
        read("x").verdict.to_string(),
        "This is not a backup of Plumbline."
    );
}

#[test]
fn a_newer_backup_is_left_alone() {
    let newer = backup().replacen("\"format_version\":1", "\"format_version\":2", 1);
    let read = says(
        newer,
        "This backup has format version 2; this Plumbline reads up to 1. Please use a newer Plumbline. The file was not changed.",
    );
    assert_eq!(
        (read.entries.len(), read.verdict.state),
        (0, State::TooNew(2))
    );
}

/// A line end that was lost long ago must not fill the memory.
#[test]
fn a_line_without_end_is_passed_over() {
    let backup = with_line(
        4,
        &format!("{{\"model\":{{\"name\":\"{}", "x".repeat(3 << 19)),
    );
    for size in [1000, 1 << 20, backup.len()] {
        let read = read_with(Reader::with_longest_line(1 << 20), backup.as_bytes(), size);
        assert_eq!(read.entries.len(), 4);
        assert_eq!(
            read.troubles[0].to_string(),
            "Line 4: It is longer than 1 MB and was passed over."
        );
        assert_eq!(read.verdict.state, State::Changed);
    }
    let whole = read_with(Reader::with_longest_line(100), self::backup().as_bytes(), 9);
    assert_eq!(
        (whole.verdict.state, whole.verdict.unreadable),
        (State::Changed, 3)
    );
}

/// The bytes of a line that was too long count for the hash.
#[test]
fn a_long_line_does_not_make_a_backup_changed() {
    let (mut writer, head) = Writer::new(NOW);
    let text = "x".repeat(3000);
    let backup = [head, writer.model("long", &text), writer.end()].concat();
    let read = read_with(Reader::with_longest_line(1000), backup.as_bytes(), 77);
    assert_eq!(read.verdict.state, State::Whole);
    assert!(!read.verdict.is_whole(), "a line is missing");
}

/// After some damage the start may be gone. What is left is not lost.
#[test]
fn changes_that_do_not_start_are_kept_as_damaged() {
    let (mut writer, head) = Writer::new(NOW);
    let rest = changes().split_off(1);
    let odd = AssessmentId::new("odd/id");
    let backup = [
        head,
        writer.assessment(&AssessmentId::new("a1"), rest.clone(), None),
        writer.assessment(&odd, changes(), None),
        writer.assessment(&AssessmentId::new("none"), Vec::new(), None),
        writer.end(),
    ]
    .concat();
    let read = read(backup);
    assert!(read.verdict.is_whole(), "{}", read.verdict);
    let kept = |entry: &Entry| match entry {
        Entry::Damaged { key, text } => {
            let changes = text
                .lines()
                .map(|line| serde_json::from_str(line).expect("a change"));
            (key.clone(), changes.collect::<Vec<Change>>())
        }
        other => panic!("{other:?}"),
    };
    let kept: Vec<_> = read.entries.iter().map(kept).collect();
    assert_eq!(kept.len(), 2);
    assert_eq!((kept[0].0.as_str(), &kept[0].1), ("pack/a1/9", &rest));
    assert_eq!(kept[1].1, changes());
}
