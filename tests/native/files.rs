//! Files in and out: the assessment file and ratings as CSV.

use crate::support;
use crate::support::{
    ANNA, Workshop, attribute, attribute_in, indicator, judge, not_applicable, settle, start_edit,
};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::edit::Edit;
use plumbline::domain::id::AssessmentId;
use plumbline::exchange::csv_text;
use plumbline::exchange::envelope::{self, FileError};
use plumbline::exchange::ratings_import::{self, Preview};
use plumbline::exchange::ratings_table::{by_attribute, by_indicator};
use serde_json::{Value, json};

fn workshop() -> Workshop {
    let mut workshop = Workshop::new("R1", 2, &["RES-2", "SDE-6"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F L+ L P . -");
    workshop
}

/// An assessment file as JSON.
fn file() -> Value {
    let text = envelope::write(
        &AssessmentId::new("a1"),
        &workshop().assessment,
        "2026-11-21T10:00:00Z",
    );
    serde_json::from_str(&text).expect("a file is JSON")
}

#[track_caller]
fn error(text: &str) -> FileError {
    envelope::read(text).expect_err("this file cannot be read")
}

#[test]
fn a_file_says_what_it_is() {
    let file = file();
    assert_eq!(file["format"], "plumbline-assessment");
    assert_eq!(file["format_version"], 4);
    assert_eq!(file["id"], "a1");
    assert_eq!(file["model"]["id"], "itsm-assessment");
    assert_eq!(file["framework"]["id"], "iso-33020-2015");
    assert_eq!(file["written_at"], "2026-11-21T10:00:00Z");
    assert_eq!(
        file["written_by"],
        concat!("Plumbline ", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(format!("{}", file["model"]["hash"]).len(), 64 + 2);
}

/// Some editors put a byte order mark before the text.
#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    let text = format!("\u{feff}{}", file());
    let read = envelope::read(&text).expect("it can be read");
    assert_eq!(read.changes, workshop().assessment.changes());
}

#[test]
fn files_of_others_are_not_ours() {
    for text in [
        "hello",
        "[]",
        "{}",
        "7",
        r#"{"format": "draw.io", "format_version": 1}"#,
        r#"{"format": "plumbline-framework", "format_version": 1}"#,
        "process,PA1.1\nRES-2,F\n",
    ] {
        assert_eq!(error(text), FileError::NotOurs, "{text}");
    }
    assert_eq!(
        error("hello").to_string(),
        "This is not an assessment file of Plumbline."
    );
}

/// Nothing else of a newer file is looked at: it may look like nothing we know.
#[test]
fn a_newer_file_is_refused_with_its_version() {
    let newer =
        json!({"format": "plumbline-assessment", "format_version": 5, "changes": "elsewhere"});
    let error = error(&newer.to_string());
    assert_eq!(error, FileError::TooNew(5));
    assert_eq!(
        error.to_string(),
        "This file has format version 5; this Plumbline reads up to 4. Please use a newer Plumbline. \
         The file was not changed."
    );
}

/// The place of the damage is told by its path, as far as the file can be read.
#[test]
fn damage_is_told_with_its_place() {
    type Damage = fn(&mut Value);
    let cases: [(Damage, &str, &str); 5] = [
        (
            |file| file["changes"][3]["id"]["clock"] = json!("four"),
            "changes[3].id.clock",
            "invalid type: string \"four\", expected u64",
        ),
        (
            |file| file["changes"][5]["edit"] = json!({"fly": {}}),
            "changes[5].edit.fly",
            "unknown variant `fly`",
        ),
        (
            |file| file["changes"][2]["mood"] = json!("good"),
            "changes[2].mood",
            "unknown field `mood`",
        ),
        (
            |file| {
                file["changes"][0]["edit"]["start"]["model"]
                    .as_object_mut()
                    .expect("a model")
                    .remove("hash");
            },
            "changes[0].edit.start.model",
            "missing field `hash`",
        ),
        (
            |file| file["changes"] = json!(null),
            "changes",
            "invalid type: null",
        ),
    ];
    for (damage, expected_place, expected_text) in cases {
        let mut file = file();
        damage(&mut file);
        let error = error(&file.to_string());
        let FileError::Damaged { place, text } = &error else {
            panic!("{error:?} for {expected_place}");
        };
        assert_eq!(place, expected_place);
        assert!(text.starts_with(expected_text), "{text}");
        let told = error.to_string();
        assert!(
            told.starts_with(&format!("This file is damaged at {place}: ")),
            "{told}"
        );
    }
}

#[test]
fn a_truncated_file_says_so() {
    let text = file().to_string();
    for length in [1, 20, text.len() / 2, text.len() - 1] {
        let cut = &text[..length];
        let error = error(cut);
        assert_eq!(error, FileError::CutShort, "{length}");
    }
    assert_eq!(error(""), FileError::Empty);
}

/// One brace knocked out in the middle: the file is ours, and damaged.
#[test]
fn a_file_of_ours_with_a_syntax_error_is_damaged() {
    let text = file()
        .to_string()
        .replacen("\"changes\":[{", "\"changes\":[", 1);
    let error = error(&text);
    assert!(matches!(error, FileError::Damaged { .. }), "{error}");
}

/// Clocks count edits. After the greatest one there would be none for the next edit, so one that jumps there is no clock of ours.
#[test]
fn a_file_that_leaves_no_room_for_another_change_is_damaged() {
    for clock in [u64::MAX, (1 << 53) - 1, (1 << 21) + 7] {
        let mut file = file();
        file["changes"][1]["id"]["clock"] = json!(clock);
        let FileError::Damaged { place, text } = error(&file.to_string()) else {
            panic!("a clock of {clock} is damage");
        };
        assert_eq!(place, "changes[1].id.clock");
        assert_eq!(
            text,
            format!("it is {clock}, and no other change comes near it")
        );
    }
}

/// The highest clock that is read leaves room: what was read can be edited, written, and read again.
#[test]
fn after_the_highest_clock_that_is_read_there_is_a_next_one() {
    let mut file = file();
    let last = file["changes"].as_array().expect("changes").len() - 1;
    let highest = file["changes"][last]["id"]["clock"]
        .as_u64()
        .expect("a clock")
        + (1 << 20)
        - 1;
    file["changes"][last]["id"]["clock"] = json!(highest + 1);
    assert!(envelope::read(&file.to_string()).is_err());
    file["changes"][last]["id"]["clock"] = json!(highest);
    let mut text = file.to_string();
    for rating in ["F", "N", "L"] {
        let read = envelope::read(&text).expect("it can be read");
        let mut workshop = workshop();
        let (assessment, refused) = Assessment::from_changes(&read.changes).expect("it starts");
        assert_eq!(refused, []);
        workshop.assessment = assessment;
        workshop.rate(indicator("SDE-6", "SDE-6.O1"), rating);
        text = envelope::write(&read.id, &workshop.assessment, "2026-11-22T10:00:00Z");
    }
    let read = envelope::read(&text).expect("it can be read");
    let clock = read.changes.last().map(|change| change.id.clock);
    assert_eq!(clock, Some(highest + 3));
}

/// One reader would keep the first of the two, another one the last.
#[test]
fn two_changes_of_one_id_are_damage_and_twins_are_one_change() {
    let mut file = file();
    let folded = |file: &Value| {
        let read = envelope::read(&file.to_string()).expect("it can be read");
        Assessment::from_changes(&read.changes).expect("it starts")
    };
    let whole = folded(&file);
    let twin = file["changes"][3].clone();
    let changes = file["changes"].as_array_mut().expect("changes");
    changes.push(twin);
    let place = changes.len() - 1;
    assert_eq!(folded(&file), whole);
    file["changes"][place]["author"] = json!("Eve");
    assert_eq!(
        error(&file.to_string()).to_string(),
        format!(
            "This file is damaged at changes[{place}].id: changes[3] has the same id and says something else."
        )
    );
}

#[test]
fn a_file_whose_changes_start_nothing_is_damaged() {
    let mut file = file();
    file["changes"].as_array_mut().expect("changes").remove(0);
    assert_eq!(error(&file.to_string()), FileError::NoStart);
    file["changes"] = json!([]);
    assert_eq!(error(&file.to_string()), FileError::NoStart);
}

fn preview(workshop: &Workshop, text: &str) -> Preview {
    preview_as(ANNA, workshop, text)
}

fn preview_as(author: &str, workshop: &Workshop, text: &str) -> Preview {
    let assessment = &workshop.assessment;
    ratings_import::preview(workshop.model, assessment, author, "ratings.csv", text)
        .expect("a CSV file of ratings")
}

/// What a preview would do, in words, with its counts of added, replaced and unchanged.
fn told(preview: &Preview) -> (Vec<String>, [usize; 3]) {
    let edits = preview.edits.iter().map(ratings_import::describe);
    let edits: Option<Vec<String>> = edits.collect();
    (
        edits.expect("every edit of an import has words"),
        [preview.added, preview.replaced, preview.unchanged],
    )
}

fn import(workshop: &mut Workshop, preview: Preview) {
    for edit in preview.edits {
        workshop.edit(edit);
    }
}

/// All ratings of both processes, an instance added, remarks with quotes, commas, line breaks and formulas.
fn full(method: &str) -> Workshop {
    let mut workshop = Workshop::new(method, 2, &["RES-2", "SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop
}

#[test]
fn ratings_by_indicator_go_out_and_come_back() {
    let mut from = full("R1");
    from.rate_each("RES-2", "1", "PA1.1", "F F L+ L P . -");
    from.rate_each("RES-2", "1", "PA2.2", "N . P- F");
    from.rate_each("SDE-6", "2", "PA1.1", "L L . F");
    for (id, text) in [
        ("RES-2.O1", "=HYPERLINK(\"http://x\")"),
        ("RES-2.O6", "said \"often\", not always;\nask again"),
        ("RES-2.O7", "'quoted'"),
    ] {
        from.edit(Edit::SetNote {
            subject: indicator("RES-2", id),
            text: text.to_owned(),
        });
    }
    let table = by_indicator(from.model, &from.assessment);
    let text = csv_text::write(&table);
    assert_eq!(
        table.rows.len(),
        7 + 12 + 2 * (4 + 12),
        "blanks have rows too"
    );

    let again = preview(&from, &text);
    assert_eq!(
        told(&again),
        (Vec::new(), [0, 0, 12]),
        "nothing is new here"
    );
    assert_eq!(again.unusable, []);

    let mut to = full("R1");
    let first = preview(&to, &text);
    assert_eq!(
        (first.added, first.replaced, first.unchanged),
        (12 + 3, 0, 0)
    );
    assert_eq!((first.unusable.len(), first.remarks.len()), (0, 0));
    import(&mut to, first);
    assert_eq!(by_indicator(to.model, &to.assessment), table);
    for process in ["RES-2", "SDE-6"] {
        assert_eq!(to.result(process), from.result(process));
    }
}

/// Under R2 and R3 attributes are what people rate: they go out and come back whole, refined ratings too.
#[test]
fn ratings_by_attribute_go_out_and_come_back() {
    for method in ["R2", "R3"] {
        let mut from = full(method);
        if method == "R2" {
            from.rate(attribute_in("RES-2", "1", "PA1.1"), "L+");
            from.rate(attribute_in("SDE-6", "1", "PA1.1"), "F");
            from.rate(attribute_in("SDE-6", "2", "PA1.1"), "N");
            from.rate(attribute_in("SDE-6", "2", "PA2.2"), "P");
        } else {
            from.rate(attribute("RES-2", "PA1.1"), "L+");
            from.rate(attribute("SDE-6", "PA2.2"), "P-");
        }
        let table = by_attribute(from.model, &from.assessment);
        let text = csv_text::write(&table);
        assert_eq!(told(&preview(&from, &text)).0, [""; 0], "{method}");
        let mut to = full(method);
        let first = preview(&to, &text);
        assert_eq!(first.unusable, []);
        import(&mut to, first);
        assert_eq!(by_attribute(to.model, &to.assessment), table);
        for process in ["RES-2", "SDE-6"] {
            assert_eq!(to.result(process), from.result(process), "{method}");
        }
    }
}

/// Under R1 an attribute rating from a file stands as settled, and the reason tells where it came from.
#[test]
fn attribute_ratings_are_settled_where_indicators_are_rated() {
    let mut workshop = workshop();
    assert_eq!(workshop.letter("RES-2", "PA1.1"), "L", "11 / 5 = 2.2");
    let found = preview(&workshop, "process,PA1.1,PA2.1\nRES-2,L,P\nSDE-6,F,\n");
    assert_eq!(
        told(&found),
        (
            vec![
                "RES-2 PA2.1: settled at P".to_owned(),
                "SDE-6 PA1.1: settled at F".to_owned()
            ],
            [2, 0, 1]
        )
    );
    assert_eq!(found.remarks.len(), 1);
    assert!(found.remarks[0].contains("\"Imported from ratings.csv\""));
    import(&mut workshop, found);
    assert_eq!(
        (workshop.level("RES-2"), workshop.letter("SDE-6", "PA1.1")),
        (1, "F".to_owned())
    );
    let remarks = workshop.assessment.remarks(&attribute("SDE-6", "PA1.1"));
    let settlement = remarks.and_then(|found| found.settlement());
    assert_eq!(
        settlement.map(|found| found.reason.as_str()),
        Some("Imported from ratings.csv")
    );
}

/// The same file out and in again must change nothing.
#[test]
fn settled_attributes_go_out_and_come_back() {
    let mut workshop = workshop();
    workshop.edit(settle(attribute("RES-2", "PA1.1"), "F", "Seen on site"));
    assert_eq!(workshop.letter("RES-2", "PA1.1"), "F");
    let text = csv_text::write(&by_attribute(workshop.model, &workshop.assessment));
    let found = preview(&workshop, &text);
    assert_eq!(told(&found).0, [""; 0]);
}

/// Every row that cannot be used is named with the line that an editor shows for it; the others are used.
#[test]
fn rows_that_cannot_be_used_are_named_with_their_lines() {
    let workshop = workshop();
    let text = "process,instance,indicator,rating,note\n\
                RES-2,,RES-2.O6,F,\"two\nlines\"\n\
                RES-2,,RES-2.O99,F,\n\
                CON-1,,CON-1.O1,F,\n\
                XYZ-9,,XYZ-9.O1,F,\n\
                RES-2,Night shift,RES-2.O6,F,\n\
                RES-2,Whole unit,RES-2.O2,X,\n\
                RES-2,Whole unit,RES-2.O3,62 %,\n";
    let found = preview(&workshop, text);
    let unusable: Vec<(u64, &str)> = found
        .unusable
        .iter()
        .map(|row| (row.line, row.text.as_str()))
        .collect();
    assert_eq!(
        unusable,
        [
            (4, "RES-2 has no indicator \"RES-2.O99\"."),
            (
                5,
                "The process CON-1 is not in the scope of this assessment."
            ),
            (6, "The model has no process \"XYZ-9\"."),
            (
                7,
                "RES-2 has no instance \"Night shift\". Add it in Set up first."
            ),
            (8, "\"X\" is not a rating of ISO/IEC 33020:2015."),
        ]
    );
    assert_eq!(
        told(&found),
        (
            vec![
                "RES-2 RES-2.O6: F".to_owned(),
                "RES-2 RES-2.O6: note".to_owned(),
                "RES-2 RES-2.O3: L-".to_owned()
            ],
            [2, 1, 0]
        )
    );
}

/// By attribute, the cell is named too, and the rest of its row is used.
#[test]
fn cells_that_cannot_be_used_are_named_with_their_attribute() {
    let workshop = Workshop::new("R3", 2, &["RES-2"]);
    let found = preview(&workshop, "process,PA1.1,PA2.1\nRES-2,F,G\n");
    assert_eq!(found.unusable.len(), 1);
    assert_eq!(found.unusable[0].line, 2);
    assert_eq!(
        found.unusable[0].text,
        "PA2.1: \"G\" is not a rating of ISO/IEC 33020:2015."
    );
    assert_eq!(told(&found).0, ["RES-2 PA1.1: F"]);
}

/// Lines are those of an editor: with line ends of Windows, and after blank lines.
#[test]
fn lines_are_counted_with_windows_line_ends_and_blank_lines() {
    let workshop = workshop();
    for (text, line) in [
        (
            "process,indicator,rating\r\nRES-2,RES-2.O1,F\r\nRES-2,RES-2.O1,X\r\n",
            3,
        ),
        ("process,indicator,rating\n\n\nRES-2,RES-2.O1,X\n", 4),
        (
            "sep=;\r\nprocess;indicator;rating\r\n\r\nRES-2;RES-2.O1;X\r\n",
            4,
        ),
        (
            "\r\nprocess,indicator,rating\r\n,,\r\nRES-2,RES-2.O1,X\r\n",
            4,
        ),
    ] {
        let found = preview(&workshop, text);
        assert_eq!(found.unusable.len(), 1, "{text:?}");
        assert_eq!(found.unusable[0].line, line, "{text:?}");
    }
}

/// Spreadsheets of many countries write semicolons, and most put a byte order mark first.
#[test]
fn semicolons_tabs_and_byte_order_marks_are_read() {
    let workshop = Workshop::new("R3", 2, &["RES-2"]);
    for text in [
        "\u{feff}process;PA1.1\r\nRES-2;67,5 %\r\n",
        "process\tPA1.1\nRES-2\t67.5%\n",
        "\u{feff}sep=;\nprocess;PA1.1\nRES-2;L-\n",
        "PROCESS,Pa1.1\nRES-2, l- \n",
    ] {
        let found = preview(&workshop, text);
        assert_eq!(told(&found).0, ["RES-2 PA1.1: L-"], "{text:?}");
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe, and loses it again when it comes back.
#[test]
fn formulas_are_kept_from_running() {
    let mut workshop = workshop();
    let texts = [
        "=1+1",
        "+49 30 12345",
        "list:\n- one\n=2",
        "a;@SUM(A1)",
        "\tx",
        "'=1",
        " in the midst of spaces \n",
    ];
    for (place, text) in texts.iter().enumerate() {
        workshop.edit(Edit::SetNote {
            subject: indicator("RES-2", &format!("RES-2.O{}", place + 1)),
            text: (*text).to_owned(),
        });
    }
    workshop.edit(not_applicable(
        indicator("SDE-6", "SDE-6.O1"),
        "=cmd|'/c calc'!A1 ",
    ));
    let table = by_indicator(workshop.model, &workshop.assessment);
    let text = csv_text::write(&table);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cells: Vec<String> = reader
        .records()
        .flat_map(|row| {
            let row = row.expect("CSV");
            row.iter().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let runs = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert_eq!(cells.iter().find(runs), None);
    assert!(cells.contains(&"'=1+1".to_owned()), "it is still there");
    assert_eq!(told(&preview(&workshop, &text)).0, Vec::<String>::new());

    let mut to = Workshop::new("R1", 2, &["RES-2", "SDE-6"]);
    let found = preview(&to, &text);
    import(&mut to, found);
    assert_eq!(by_indicator(to.model, &to.assessment), table);
}

#[test]
fn files_without_the_columns_are_refused_in_words() {
    let workshop = workshop();
    let refused = |text: &str| {
        ratings_import::preview(workshop.model, &workshop.assessment, ANNA, "x.csv", text)
            .expect_err("it has not the columns")
    };
    assert_eq!(refused(""), "The file is empty.");
    assert_eq!(
        refused("name,PA1.1\nRES-2,F\n"),
        "There is no column \"process\". The columns are: name, PA1.1."
    );
    assert_eq!(
        refused("process,level\nRES-2,1\n"),
        "There are neither columns \"indicator\" and \"rating\" nor one for an attribute such as PA1.1."
    );
}

/// An empty cell says nothing; it takes no rating away.
#[test]
fn blank_cells_take_nothing_away() {
    let workshop = workshop();
    let found = preview(
        &workshop,
        "process,indicator,rating,note\nRES-2,RES-2.O1,,\n",
    );
    assert_eq!(told(&found), (Vec::new(), [0, 0, 0]));
    assert_eq!(found.unusable, []);
}

/// What was replaced is counted apart from what is new.
#[test]
fn a_preview_counts_what_is_new_replaced_and_unchanged() {
    let workshop = workshop();
    let text = "process,indicator,rating\nRES-2,RES-2.O1,F\nRES-2,RES-2.O2,N\nRES-2,RES-2.O6,P\nRES-2,RES-2.O7,L\n";
    assert_eq!(told(&preview(&workshop, text)).1, [1, 2, 1]);
}

/// Anna rated three outcomes. Bert's file says the same of two of them, and of the third otherwise: all three become his, and
/// hers stay.
#[test]
fn ratings_that_equal_those_of_others_become_ones_own() {
    for method in ["R1", "R3"] {
        let mut workshop = Workshop::new(method, 2, &["RES-2"]);
        let (subjects, text): (Vec<_>, _) = match method {
            "R1" => (
                ["RES-2.O1", "RES-2.O2", "RES-2.O3"]
                    .map(|id| indicator("RES-2", id))
                    .to_vec(),
                "process,indicator,rating\nRES-2,RES-2.O1,F\nRES-2,RES-2.O2,F\nRES-2,RES-2.O3,N\n",
            ),
            _ => (
                ["PA1.1", "PA2.1", "PA2.2"]
                    .map(|id| attribute("RES-2", id))
                    .to_vec(),
                "process,PA1.1,PA2.1,PA2.2\nRES-2,F,F,N\n",
            ),
        };
        for subject in &subjects {
            workshop.rate(subject.clone(), "F");
        }
        let found = preview_as("Bert", &workshop, text);
        assert_eq!(told(&found).1, [3, 0, 0], "{method}");
        assert_eq!(
            found.remarks,
            ["2 ratings of the file equal what is rated already. They become yours too."]
        );
        for edit in found.edits {
            workshop
                .edit_by("Bert", edit)
                .expect("this edit is allowed");
        }
        let said = |author: &str| {
            let said = subjects.iter().map(|subject| {
                let remarks = workshop.assessment.remarks(subject)?;
                remarks
                    .judgement_by(author)?
                    .rating()
                    .map(ToString::to_string)
            });
            said.flatten().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            (said("Bert"), said(ANNA)),
            ("F F N".to_owned(), "F F F".to_owned())
        );
        let again = preview_as("Bert", &workshop, text);
        assert_eq!(told(&again).1, [0, 0, 3], "{method}");
        assert_eq!(again.remarks, [""; 0]);
    }
}

/// Under R2 ratings of indicators do not count. Whoever imports them is told before.
#[test]
fn ratings_that_will_not_count_are_told() {
    let workshop = Workshop::new("R2", 2, &["RES-2"]);
    let found = preview(&workshop, "process,indicator,rating\nRES-2,RES-2.O1,F\n");
    assert_eq!(found.remarks.len(), 1);
    assert!(found.remarks[0].contains("will not count"));
}

/// Two copies of one file that were edited apart are one assessment again.
#[test]
fn two_copies_edited_apart_are_merged() {
    let mut one = workshop();
    let copy = envelope::read(&file().to_string()).expect("ours");
    let mut other = Workshop::new("R1", 2, &[]);
    other.assessment = Assessment::from_changes(&copy.changes)
        .expect("it starts")
        .0;
    one.edit(judge(indicator("SDE-6", "SDE-6.O1"), "F"));
    let mut made = other.assessment.changes()[6].clone();
    made.id = support::change_id(copy.changes.len() as u64 + 1, "b");
    made.edit = judge(indicator("SDE-6", "SDE-6.O2"), "N");
    other.assessment.apply(made).expect("later than all");
    let merged = plumbline::domain::change::merge(
        one.assessment.changes().to_vec(),
        other.assessment.changes().to_vec(),
    );
    assert_eq!(merged.len(), copy.changes.len() + 2);
    one.assessment = Assessment::from_changes(&merged).expect("it starts").0;
    assert_eq!(one.letter("SDE-6", "PA1.1"), "L", "F and N are 3 / 2 = 1.5");
    assert!(start_edit(support::ISO_33020) == merged[0].edit);
}
