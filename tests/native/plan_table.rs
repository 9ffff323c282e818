//! The plan as a table, and back in again: what changes, what is told, and what stays as it is.

use crate::support;
use crate::support::plans;
use crate::support::plans::{actions, import, report, set, take, title, workshop};
use crate::support::{Workshop, indicator};
use plumbline::domain::action::{ActionField, ActionStatus, Measure, Place};
use plumbline::domain::amount::Amount;
use plumbline::domain::date::Date;
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::{Item, Subject};
use plumbline::exchange::csv_text;
use plumbline::exchange::plan_import::PlanImport;
use plumbline::exchange::plan_table::{PLAN_COLUMNS, plan_table};
use plumbline::report::table::Table;
use proptest::prelude::*;

fn table(workshop: &Workshop) -> Table {
    plan_table(&report(workshop))
}

/// The row of an action.
fn row(table: &Table, id: &str) -> usize {
    let found = table.rows.iter().position(|row| row[0] == id);
    found.expect("a row of this action")
}

fn column(table: &Table, name: &str) -> usize {
    let found = table.columns.iter().position(|column| column == name);
    found.expect("a column of this name")
}

fn cell<'a>(table: &'a Table, id: &str, name: &str) -> &'a str {
    &table.rows[row(table, id)][column(table, name)]
}

/// Brings back the table of a plan with some cells changed.
fn edited(workshop: &Workshop, cells: &[(&str, &str, &str)]) -> PlanImport {
    let mut table = table(workshop);
    for (id, name, text) in cells {
        let (row, column) = (row(&table, id), column(&table, name));
        table.rows[row][column] = (*text).to_owned();
    }
    import(workshop, &csv_text::write(&table), false).expect("a table")
}

/// The changes in the words of the preview.
fn told(import: &PlanImport) -> Vec<String> {
    let mut told = Vec::new();
    for change in &import.changes {
        for field in &change.fields {
            told.push(format!(
                "{}: {}: {} -> {}",
                change.title, field.field, field.before, field.after
            ));
        }
    }
    told
}

fn problems(import: &PlanImport) -> Vec<String> {
    let problems = import.problems.iter();
    problems
        .map(|problem| format!("{} {}: {}", problem.line, problem.column, problem.text))
        .collect()
}

/// These names are a promise: people's settings in other programs rest on them.
#[test]
fn the_columns_keep_their_names_and_their_order() {
    let names: Vec<&str> = PLAN_COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(
        names.join(","),
        "id,order,title,description,status,owner,start,due,overdue,effort_hours,hours,cost,currency,phase,phase_title,\
         processes,lifts,needs,measure,measure_unit,baseline,target,readings,gain,gain_counts,place,place_reason,risk,links,\
         notes,inhibitors,problems"
    );
    let readme = include_str!("../../README.md");
    for name in names {
        assert!(
            readme.contains(&format!("| `{name}` |")),
            "README.md does not tell {name}"
        );
    }
}

#[test]
fn an_action_is_one_row() {
    let table = table(&workshop());
    let told = |name| cell(&table, "a1", name);
    assert_eq!(told("title"), "Publish the request catalogue");
    assert_eq!(told("status"), "planned");
    assert_eq!((told("start"), told("due")), ("2026-12-01", "2027-01-31"));
    assert_eq!(told("overdue"), "yes");
    assert_eq!((told("effort_hours"), told("hours")), ("40", "40"));
    assert_eq!(told("processes"), "RES-1");
    assert_eq!(told("lifts"), "RES-1 RES-1.O2 F");
    assert_eq!(told("baseline"), "62.5");
    assert_eq!(told("readings"), "2026-12-31 71");
    assert!(
        told("description")
            .starts_with("RES-1 Incident management and request fulfilment RES-1.O2: P to F. ")
    );
    let told = |name| cell(&table, "a2", name);
    assert_eq!(told("needs"), "a1");
    assert_eq!(
        (told("effort_hours"), told("hours")),
        ("", "24"),
        "by the steps"
    );
}

#[test]
fn a_plan_without_actions_gives_its_proposals_and_takes_them_back_as_actions() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.rate_each("RES-1", "1", "PA1.1", "P N P N P N P");
    let table = table(&workshop);
    assert_eq!(table.rows.len(), 1);
    for unknown in ["id", "effort_hours", "gain_counts"] {
        let column = column(&table, unknown);
        assert_eq!(table.rows[0][column], "", "{unknown}");
    }
    let import = import(&workshop, &csv_text::write(&table), false).expect("a table");
    assert_eq!(problems(&import), [""; 0]);
    take(&mut workshop, &import);
    let report = report(&workshop);
    assert_eq!(report.actions.len(), 1);
    assert_eq!(
        report.actions[0].title,
        "RES-1 Incident management and request fulfilment: PA1.1 Process performance to L or F"
    );
    assert!(!report.actions[0].estimated);
    assert_eq!(report.gaps, [], "it lifts all there is to lift");
}

#[test]
fn each_column_that_people_may_edit_is_read_back() {
    let texts = [
        ("title", "Publish it"),
        ("status", "Started"),
        ("owner", "Team lead; \"desk\""),
        ("start", "2027-01-01"),
        ("due", "2027-03-31"),
        ("effort_hours", "80"),
        ("cost", "0"),
        ("phase", "foundations"),
        ("lifts", "RES-1 RES-1.O3 f; RES-1 PA2.1 L"),
        ("needs", "Agree targets with suppliers"),
        ("measure", "Requests answered on the day"),
        ("measure_unit", "of 100"),
        ("baseline", "60,5"),
        ("target", "95"),
        ("readings", "2026-12-31 72; 2027-01-31 80"),
        ("gain", "5"),
        ("place", "2"),
        ("place_reason", "The sponsor asked for it."),
        ("links", "RES-1 RES-1.O4"),
        ("notes", "Über\n=1+1"),
    ];
    let editable = PLAN_COLUMNS.iter().filter(|column| column.field.is_some());
    let editable: Vec<&str> = editable.map(|column| column.name).collect();
    assert_eq!(texts.map(|(name, _)| name), editable[..]);

    let mut workshop = workshop();
    let cells = texts.map(|(name, text)| ("a1", name, text));
    let import = edited(&workshop, &cells);
    assert_eq!(problems(&import), [""; 0]);
    assert_eq!(import.changes.len(), 1);
    assert_eq!(
        import.changes[0].fields.len(),
        texts.len(),
        "{:#?}",
        told(&import)
    );
    take(&mut workshop, &import);
    let table = table(&workshop);
    for (name, text) in texts {
        let expected = match name {
            "status" => "started",
            "lifts" => "RES-1 RES-1.O3 F; RES-1 PA2.1 L",
            "needs" => "a2",
            "baseline" => "60.5",
            _ => text,
        };
        assert_eq!(cell(&table, "a1", name), expected, "{name}");
    }
}

#[test]
fn a_blank_cell_empties_its_field_where_that_makes_sense() {
    let mut workshop = workshop();
    let blank = [
        "owner",
        "start",
        "due",
        "effort_hours",
        "cost",
        "lifts",
        "measure",
        "measure_unit",
        "baseline",
        "target",
        "readings",
    ];
    let import = edited(&workshop, &blank.map(|name| ("a1", name, "")));
    assert_eq!(problems(&import), [""; 0]);
    take(&mut workshop, &import);
    let table = table(&workshop);
    for name in blank {
        assert_eq!(cell(&table, "a1", name), "", "{name}");
    }
    let import = edited(&workshop, &[("a1", "title", " "), ("a1", "status", "")]);
    assert_eq!(import.edits, []);
    assert_eq!(
        problems(&import),
        [
            "4 title: An action needs a title.",
            "4 status: \"\" is not planned, started, done or dropped."
        ]
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_told_and_only_that_cell_is_left_out() {
    let workshop = workshop();
    let import = edited(
        &workshop,
        &[
            ("a1", "owner", "Team lead"),
            ("a1", "due", "soon"),
            ("a1", "effort_hours", "-5"),
            ("a1", "cost", "12.50"),
            ("a1", "gain", "6"),
            ("a1", "phase", "nirvana"),
            ("a1", "lifts", "RES-1 RES-1.O2 F; RES-9 RES-9.O1 F"),
            ("a1", "needs", "a9"),
            ("a1", "baseline", "much"),
            ("a1", "target", "91"),
            ("a1", "readings", "2026-12-31"),
            ("a1", "place", "1"),
            ("a1", "links", "RES-1 RES-1.O99"),
        ],
    );
    assert_eq!(
        told(&import),
        [
            "Publish the request catalogue: owner: Service desk lead -> Team lead",
            "Publish the request catalogue: target value: 90 -> 91"
        ]
    );
    // The notes of the row before take two lines.
    let expected = [
        "due: \"soon\" is no day. A day is written as 2027-03-31.",
        "effort_hours: \"-5\" is not a whole number between 0 and 200000.",
        "cost: \"12.50\" is not a whole number between 0 and 4294967295.",
        "phase: The roadmap has no phase \"nirvana\".",
        "lifts: The model has no process \"RES-9\".",
        "needs: No action has the id or the title \"a9\".",
        "readings: \"2026-12-31\" is not written as day and number.",
        "gain: \"6\" is not a whole number between 1 and 5.",
        "links: RES-1 has no indicator or attribute \"RES-1.O99\".",
        "baseline: \"much\": a number is written as 12 or 12.5, with up to three places.",
        "place_reason: A place in the order needs a reason. It stays as it is.",
    ];
    assert_eq!(problems(&import), expected.map(|text| format!("4 {text}")));
}

#[test]
fn rows_without_an_id_are_new_actions_that_others_can_need() {
    let mut workshop = workshop();
    let text = "title;owner;lifts;needs;id\n\
                Train the desk;Trainer;RES-1 RES-1.O2 L;Write the course;\n\
                Write the course;Trainer;;a1;\n\
                ;Nobody;;;\n";
    let import = import(&workshop, text, false).expect("a table");
    assert_eq!(
        problems(&import),
        ["4 title: A new action needs a title. The row is left out."]
    );
    assert!(import.changes.iter().all(|change| change.new));
    assert_eq!(
        import.remarks,
        ["2 actions are not in the file and stay as they are."]
    );
    take(&mut workshop, &import);
    let table = table(&workshop);
    assert_eq!(cell(&table, "new1", "needs"), "new2");
    assert_eq!(cell(&table, "new2", "needs"), "a1");
    assert_eq!(cell(&table, "a1", "title"), "Publish the request catalogue");
}

/// Undo takes the edits back from the last to the first; redo makes them again.
#[test]
fn a_new_action_comes_back_when_its_undoing_is_undone() {
    let mut workshop = workshop();
    let before = workshop.assessment.improvement.actions().count();
    let import =
        import(&workshop, "title;owner\nTrain the desk;Trainer\n", false).expect("a table");
    let mut undo = Vec::new();
    for edit in &import.edits {
        undo.extend(workshop.assessment.opposite(edit, "Lead"));
        workshop.edit(edit.clone());
    }
    let count = |workshop: &Workshop| workshop.assessment.improvement.actions().count();
    assert_eq!(count(&workshop), before + 1);
    for edit in undo.into_iter().rev() {
        workshop.edit(edit);
    }
    assert_eq!(count(&workshop), before);
    take(&mut workshop, &import);
    assert_eq!(count(&workshop), before + 1);
}

#[test]
fn an_id_that_the_plan_does_not_have_becomes_an_action_only_if_somebody_agrees() {
    let mut workshop = workshop();
    workshop.edit(set("a2", ActionField::Removed { removed: true }));
    let text = "id,title,owner\nb7,Train the desk,Trainer\na2,Agree targets with suppliers,Buyer\n";
    let left = import(&workshop, text, false).expect("a table");
    assert_eq!(left.edits, []);
    let strangers: Vec<(u64, &str, bool)> = left
        .strangers
        .iter()
        .map(|found| (found.line, found.title.as_str(), found.removed))
        .collect();
    assert_eq!(
        strangers,
        [
            (2, "Train the desk", false),
            (3, "Agree targets with suppliers", true)
        ]
    );

    let taken = import(&workshop, text, true).expect("a table");
    assert_eq!(
        told(&taken),
        [
            "Train the desk: title:  -> Train the desk",
            "Train the desk: owner:  -> Trainer",
            "Agree targets with suppliers: owner:  -> Buyer",
        ]
    );
    take(&mut workshop, &taken);
    let table = table(&workshop);
    assert_eq!(cell(&table, "b7", "owner"), "Trainer");
    assert_eq!(cell(&table, "a2", "owner"), "Buyer");
    assert_eq!(
        cell(&table, "a2", "due"),
        "2027-06-30",
        "what was said of it is back"
    );
    let again = import(&workshop, text, true).expect("a table");
    assert_eq!((again.edits, again.strangers), (Vec::new(), Vec::new()));
}

#[test]
fn what_the_file_does_not_say_stays_and_what_is_odd_is_told() {
    let workshop = workshop();
    let text = "ID,Owner,Sprint,hours,owner\na1,Team lead,7,99,Other\na1,Twice,,,\n";
    let import = import(&workshop, text, false).expect("a table");
    assert_eq!(
        told(&import),
        ["Publish the request catalogue: owner: Service desk lead -> Team lead"]
    );
    assert_eq!(
        problems(&import),
        ["3 id: This action is in line 2 already. The row is left out."]
    );
    assert_eq!(
        import.remarks,
        [
            "Not a column of the plan, so left alone: Sprint.",
            "There twice, so only the first one counts: owner.",
            "Computed here, so what the file says otherwise is left alone: hours.",
            "1 action is not in the file and stays as it is.",
        ]
    );
}

#[test]
fn a_table_of_something_else_is_told_as_a_whole() {
    let workshop = workshop();
    let error = import(&workshop, "process,rating\nRES-1,F\n", false);
    assert_eq!(
        error,
        Err("There is neither a column \"id\" nor a column \"title\". The columns are: process, rating.".to_owned())
    );
}

/// A spreadsheet of Germany: semicolons, days its own way, decimal commas, line ends within cells.
#[test]
fn a_spreadsheet_may_write_it_its_own_way() {
    let mut workshop = workshop();
    let text = "id;start;due;baseline;readings;notes\r\n\
                a1;01.12.2026;28.02.2027;62,5;31.12.2026 71;\r\n\
                a2;;30.06.2027;;;\"First line; \"\"quoted\"\"\r\n=second\"\r\n";
    let import = import(&workshop, text, false).expect("a table");
    assert_eq!(
        told(&import),
        ["Publish the request catalogue: due date: 2027-01-31 -> 28.02.2027"]
    );
    take(&mut workshop, &import);
    assert_eq!(cell(&table(&workshop), "a1", "due"), "2027-02-28");
}

/// A lift of a subject that is written without its instance, since there is one only, keeps that instance when it is edited.
#[test]
fn a_lift_keeps_its_place_when_its_rating_is_edited() {
    let mut workshop = workshop();
    let import = edited(&workshop, &[("a1", "lifts", "RES-1 RES-1.O2 L")]);
    take(&mut workshop, &import);
    let lifts = &actions(&workshop.assessment)[0].1.lifts;
    let lifts: Vec<_> = lifts.keys().collect();
    assert_eq!(lifts, [&indicator("RES-1", "RES-1.O2")]);
}

#[test]
fn instances_are_told_by_name_where_there_are_several() {
    let mut workshop = workshop();
    workshop.add_instances("RES-1", &["2"]);
    let mut of_two = indicator("RES-1", "RES-1.O2");
    of_two.instance = Some("2".into());
    workshop.edit(set("a2", plans::lift(of_two.clone(), "L")));
    assert!(cell(&table(&workshop), "a2", "lifts").ends_with("RES-1 RES-1.O2 L (Team 2)"));
    let import = edited(&workshop, &[("a2", "lifts", "RES-1 RES-1.O2 F (Team 2)")]);
    take(&mut workshop, &import);
    let lifts = &actions(&workshop.assessment)[1].1.lifts;
    assert_eq!(lifts.len(), 1);
    assert_eq!(lifts[&of_two].as_str(), "F");
}

/// A done action stays done on the day that it was, whatever else is imported.
#[test]
fn a_file_that_nobody_edited_changes_nothing() {
    let mut workshop = workshop();
    let done = ActionField::Status {
        status: ActionStatus::Done,
    };
    workshop.edit(set("a1", done));
    workshop.edit(set("a2", title("=1+1; \"x\", \u{e4}\u{f6}\u{fc}")));
    let import = edited(&workshop, &[]);
    assert_eq!(import, PlanImport::default());
}

/// Anything that people write into cells: quotes, line breaks, separators, formulas, other alphabets.
fn any_text() -> impl Strategy<Value = String> {
    "[-=+@;,'\" \\t\\r\\nab()1./\u{e4}\u{f6}\u{fc}\u{df}\u{65e5}]{0,12}"
}

fn any_date() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(
        (2026_u16..2029, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| {
            Date::new(year, month, day).expect("a day of every month")
        }),
    )
}

fn any_amount() -> impl Strategy<Value = Option<Amount>> {
    prop::option::of((-99_999_i64..99_999).prop_map(|number| {
        let text = format!("{}.{:03}", number / 1000, (number % 1000).abs());
        text.parse().expect("an amount")
    }))
}

fn any_subject() -> impl Strategy<Value = Subject> {
    let instances = prop::sample::select(vec![None, Some("1"), Some("2"), Some("gone")]);
    let items = prop::sample::select(vec![
        Item::Indicator("RES-1.O1".into()),
        Item::Indicator("RES-1.O2".into()),
        Item::Attribute("PA2.1".into()),
        Item::Indicator("left the model".into()),
    ]);
    let processes = prop::sample::select(vec!["RES-1", "RES-2", "gone"]);
    (processes, instances, items).prop_map(|(process, instance, item)| Subject {
        process: process.into(),
        instance: instance.map(Into::into),
        item,
    })
}

fn any_field() -> impl Strategy<Value = ActionField> {
    let text = any_text;
    let measure = (text(), text(), any_amount(), any_amount());
    let measure = measure.prop_map(|(what, unit, baseline, target)| Measure {
        what,
        unit,
        baseline,
        target,
    });
    let place = (1_u32..5, text()).prop_map(|(place, reason)| Place { place, reason });
    let statuses = [
        ActionStatus::Planned,
        ActionStatus::Started,
        ActionStatus::Done,
        ActionStatus::Dropped,
    ];
    let ratings = prop::option::of(prop::sample::select(vec!["N", "P", "L", "F", "unknown"]));
    let phases = prop::option::of(prop::sample::select(vec!["foundations", "gone"]));
    let actions = prop::sample::select(vec!["a1", "a2", "a3", "gone; a1"]);
    prop_oneof![
        text().prop_map(|title| ActionField::Title { title }),
        text().prop_map(|owner| ActionField::Owner { owner }),
        text().prop_map(|text| ActionField::Notes { text }),
        any_date().prop_map(|date| ActionField::Start { date }),
        any_date().prop_map(|date| ActionField::Due { date }),
        prop::option::of(0_u32..900).prop_map(|hours| ActionField::Effort { hours }),
        prop::option::of(any::<u32>()).prop_map(|cost| ActionField::Cost { cost }),
        prop::option::of(1_u8..6).prop_map(|gain| ActionField::Gain { gain }),
        prop::sample::select(statuses.to_vec()).prop_map(|status| ActionField::Status { status }),
        prop::option::of(measure).prop_map(|measure| ActionField::Measure { measure }),
        prop::option::of(place).prop_map(|place| ActionField::Place { place }),
        (any_date(), any_amount()).prop_filter_map("a day", |(date, value)| {
            Some(ActionField::Reading { date: date?, value })
        }),
        (any_subject(), ratings).prop_map(|(subject, rating)| ActionField::Lift {
            subject,
            expected: rating.map(Rating::new),
        }),
        (any_subject(), any::<bool>())
            .prop_map(|(subject, linked)| ActionField::Link { subject, linked }),
        actions.prop_map(|action| ActionField::Needs {
            action: action.into(),
            needed: true,
        }),
        phases.prop_map(|phase| ActionField::Phase {
            phase: phase.map(Into::into),
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: support::cases(48), ..ProptestConfig::default() })]

    /// Out and in again changes nothing, whatever is in the plan: also what the model or the roadmap does not know any more.
    #[test]
    fn what_comes_out_and_goes_in_again_changes_nothing(
        fields in prop::collection::vec((prop::sample::select(vec!["a1", "a2", "a3"]), any_field()), 0..40),
        several in any::<bool>(),
    ) {
        let mut workshop = workshop();
        if several {
            workshop.add_instances("RES-1", &["2"]);
        }
        for (action, field) in fields {
            // A title of spaces, for example, is refused.
            let _ = workshop.edit_by("Lead", set(action, field));
        }
        let text = csv_text::write(&table(&workshop));
        prop_assert_eq!(import(&workshop, &text, false), Ok(PlanImport::default()));
        let rows = csv_text::read(&text).expect("a table").rows;
        prop_assert_eq!(rows.len(), actions(&workshop.assessment).len());
    }

    /// What a row sets is what the table tells afterwards, so a second import of the same file changes nothing.
    #[test]
    fn the_same_file_changes_nothing_the_second_time(
        fields in prop::collection::vec(any_field(), 0..20),
    ) {
        let mut there = workshop();
        for field in fields {
            let _ = there.edit_by("Lead", set("a1", field));
        }
        let text = csv_text::write(&table(&there));
        let mut here = workshop();
        let first = import(&here, &text, false).expect("a table");
        take(&mut here, &first);
        let second = import(&here, &text, false).expect("a table");
        prop_assert_eq!(second.edits, []);
        prop_assert_eq!(first.problems, second.problems);
    }
}
