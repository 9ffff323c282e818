//! What stands in a report, worked out by hand for small assessments.

use crate::support;
use crate::support::{Workshop, indicators};
use plumbline::domain::agreement::{AgreedHow, Agreement};
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceImage, EvidenceKind, ImageKind};
use plumbline::domain::finding::{Finding, FindingEdit, FindingKind};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::record_edit::{Interview, RecordEdit, RecordField};
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::domain::seal::Seal;
use plumbline::domain::spread::spreads;
use plumbline::domain::subject::Subject;
use plumbline::report::assessment_report::{AssessmentReport, Names, assessment_report};
use plumbline::report::doubt_list::doubt_list;
use plumbline::report::report_block::{Block, Cell};
use plumbline::report::report_html::report_html;
use plumbline::report::report_section::ReportSection;

fn today() -> Date {
    "2026-11-22".parse().expect("a day")
}

fn results(workshop: &Workshop) -> Vec<ProcessResult> {
    let scope = workshop.assessment.scope.iter();
    scope
        .map(|process| process_result(workshop.model, &workshop.assessment, process))
        .collect()
}

fn report(workshop: &Workshop, wanted: &[ReportSection]) -> AssessmentReport {
    assessment_report(
        workshop.model,
        &workshop.assessment,
        &results(workshop),
        Names::Told,
        wanted,
        today(),
    )
}

/// The report as plain text: what it says, without how it looks.
fn text(report: &AssessmentReport) -> String {
    let mut text = String::new();
    for part in &report.parts {
        text.push_str(&format!("== {}\n", part.section.title()));
        told(&part.blocks, &mut text);
    }
    text
}

fn told(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Text(words) => text.push_str(&format!("{words}\n")),
            Block::Remark(words) => text.push_str(&format!("! {words}\n")),
            Block::Facts(facts) => {
                for (what, said) in facts {
                    text.push_str(&format!("{what}: {said}\n"));
                }
            }
            Block::List { title, items } => {
                text.push_str(&format!("{title}\n"));
                for item in items {
                    text.push_str(&format!("- {item}\n"));
                }
            }
            Block::Table(table) => {
                text.push_str(&format!(
                    "[{}] {}\n",
                    table.caption,
                    table.columns.join(" | ")
                ));
                for row in &table.rows {
                    let cells: Vec<String> = row.iter().map(cell).collect();
                    text.push_str(&format!("{}\n", cells.join(" | ")));
                }
            }
            Block::Picture(picture) => text.push_str(&format!("<{}>\n", picture.title())),
            Block::Part {
                title,
                level,
                blocks,
            } => {
                let level = level.as_ref();
                let level = level.map_or_else(String::new, |mark| format!(" ({})", mark.words));
                text.push_str(&format!("-- {title}{level}\n"));
                told(blocks, text);
            }
            Block::Beside(columns) => columns.iter().for_each(|blocks| told(blocks, text)),
        }
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Link(text) => text.clone(),
        Cell::Rating { letter, .. } => letter.clone(),
        Cell::Level(mark) => mark.words.clone(),
        Cell::Image { shows, .. } => format!("(picture) {shows}"),
        Cell::Lines(cells) => cells.iter().map(self::cell).collect::<Vec<_>>().join(" / "),
    }
}

fn whole(process: &str, attribute: &str) -> Subject {
    Subject::attribute(process.into(), None, attribute.into())
}

/// CON-1 is at level 1 for certain; RES-1 has a blank, so it ends at 0 or 1.
fn two_processes() -> Workshop {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "CON-1"]);
    workshop.edit(Edit::SetTitle {
        title: "Autumn".to_owned(),
    });
    workshop.edit(Edit::SetUnit {
        unit: "Service desk".to_owned(),
    });
    workshop.edit(Edit::SetTarget { level: 1 });
    workshop.rate(whole("CON-1", "PA1.1"), "F");
    workshop.rate(whole("CON-1", "PA2.1"), "P");
    workshop.rate(whole("CON-1", "PA2.2"), "L");
    workshop.rate(whole("RES-1", "PA2.1"), "N");
    workshop
}

#[test]
fn the_summary_counts_levels_and_averages_nothing() {
    let workshop = two_processes();
    let told = text(&report(&workshop, &[ReportSection::Summary]));
    for line in [
        "What: Service desk",
        "By: Anna",
        "When: 21 Nov 2026",
        "Status: Not finalised: ratings may still change.",
        "1 | 1 | CON-1",
        "0 | 1 | RES-1 (0 to 1)",
        "Target reached: 1 of 2: CON-1",
        "Target missed: 0 of 2",
        "Not known yet: 1 of 2: RES-1",
        "! A capability level tells how well a process is performed and managed. It is no certificate, and does not say that a \
         standard is conformed to.",
    ] {
        assert!(told.lines().any(|found| found == line), "{line}\n{told}");
    }
}

#[test]
fn a_level_is_told_with_its_reason_and_what_blanks_leave_open() {
    let workshop = two_processes();
    let told = text(&report(&workshop, &[ReportSection::Levels]));
    let golden = "\
== Each level and its reason
-- RES-1 Incident management and request fulfilment (0 (0 to 1))
Level 0 Incomplete as rated so far. Between 0 and 1 in the end: 2 ratings are open. The target, level 1, cannot be told yet. 1 of 3 rated.
Level 1 needs PA1.1 Process performance at L or F (now not rated).
[Attribute ratings of RES-1] Attribute | Rating | How it came about
PA1.1 Process performance | · | Not rated yet.
PA2.1 Performance management | N | Rated N as a whole.
PA2.2 Work product management | · | Not rated yet.
What holds the next level back
- PA1.1 Process performance: not rated
-- CON-1 Change management (1)
Level 1 Performed. The target, level 1, is reached. 3 of 3 rated.
Level 2 needs PA2.1 Performance management at L or F (now P).
[Attribute ratings of CON-1] Attribute | Rating | How it came about
PA1.1 Process performance | F | Rated F as a whole.
PA2.1 Performance management | P | Rated P as a whole.
PA2.2 Work product management | L | Rated L as a whole.
What holds the next level back
- PA2.1 Performance management: P
";
    assert_eq!(told, golden);
}

#[test]
fn what_is_certain_so_far_is_told_as_at_least() {
    let mut workshop = Workshop::new("R3", 2, &["CON-1"]);
    workshop.rate(whole("CON-1", "PA1.1"), "F");
    workshop.rate(whole("CON-1", "PA2.1"), "L");
    let told = text(&report(&workshop, &[ReportSection::Levels]));
    let line = "At least Level 1 Performed. Between 1 and 2 in the end: 1 rating is open.";
    assert!(told.contains(line), "{told}");
}

#[test]
fn findings_stand_by_kind_and_lead_the_summary() {
    let mut workshop = two_processes();
    let subject = whole("CON-1", "PA2.1");
    for (id, kind, words) in [
        (
            "f1",
            FindingKind::Strength,
            "Changes are assessed by the people they touch.",
        ),
        ("f2", FindingKind::Weakness, "Nobody plans the work."),
        ("f3", FindingKind::Question, "Who approves at night?"),
    ] {
        workshop.edit(Edit::Finding(FindingEdit::Set {
            finding: id.into(),
            content: Some(Finding {
                kind,
                text: words.to_owned(),
                parked: false,
                done: false,
            }),
        }));
    }
    workshop.edit(Edit::Finding(FindingEdit::Attach {
        finding: "f2".into(),
        subject: subject.clone(),
        attached: true,
    }));
    workshop.edit(Edit::SetNote {
        subject,
        text: "Seen in the tool.".to_owned(),
    });
    let golden = "\
== Findings and notes
-- Strengths
[Strengths] Finding | About | By, on
Changes are assessed by the people they touch. |  | Anna, 2026-11-21
-- Weaknesses
[Weaknesses] Finding | About | By, on
Nobody plans the work. | CON-1 PA2.1 | Anna, 2026-11-21
-- Questions
[Questions] Finding | About | By, on
Who approves at night? |  | Anna, 2026-11-21
-- Notes
[Notes beside ratings] About | Note
CON-1 PA2.1 Performance management | Seen in the tool.
";
    assert_eq!(text(&report(&workshop, &[ReportSection::Findings])), golden);
    let summary = text(&report(&workshop, &[ReportSection::Summary]));
    assert!(
        summary.contains("Weaknesses\n- Nobody plans the work.\n"),
        "{summary}"
    );
}

/// A piece of the register.
fn change_policy() -> Edit {
    Edit::Evidence(EvidenceEdit::Set {
        evidence: "e1".into(),
        content: Some(Evidence {
            kind: EvidenceKind::Document,
            title: "Change policy".to_owned(),
            place: "https://wiki.example/changes".to_owned(),
            date: "2026-10-01".parse().ok(),
            role: "Change manager".to_owned(),
            by: "Anna".to_owned(),
        }),
    })
}

#[test]
fn evidence_tells_what_rests_on_it() {
    let mut workshop = two_processes();
    workshop.edit(change_policy());
    for attribute in ["PA1.1", "PA2.2"] {
        workshop.edit(Edit::Evidence(EvidenceEdit::Cite {
            evidence: "e1".into(),
            subject: whole("CON-1", attribute),
            cited: true,
        }));
    }
    workshop.edit(Edit::Evidence(EvidenceEdit::SetImage {
        evidence: "e1".into(),
        image: Some(EvidenceImage {
            kind: ImageKind::Png,
            data: "iVBORw0KGgo=".to_owned(),
            shows: "The front page.".to_owned(),
        }),
    }));
    let golden = "\
== Evidence
1 piece: 1 document.
[Register of evidence] Piece, and where it is | Kind | Date | From, taken down by | What rests on it
Change policy / https://wiki.example/changes / (picture) The front page. | Document | 2026-10-01 | Change manager / Anna | CON-1 PA1.1, CON-1 PA2.2
";
    assert_eq!(text(&report(&workshop, &[ReportSection::Evidence])), golden);
}

#[test]
fn an_agreed_rating_keeps_what_each_had_said() {
    let mut workshop = two_processes();
    let subject = whole("CON-1", "PA2.1");
    workshop.rate_by("Ben", subject.clone(), "F");
    workshop.edit(Edit::Agree {
        subject: subject.clone(),
        agreement: Some(Agreement {
            judgement: Judgement::Rated { rating: "L".into() },
            reason: "Plans are there for large changes.".to_owned(),
            by: vec!["Anna".to_owned(), "Ben".to_owned()],
            how: AgreedHow::Consensus,
            over: spreads(workshop.model, &workshop.assessment)
                .list
                .iter()
                .find(|found| found.subject == subject)
                .expect("both rated it")
                .heard(),
        }),
    });
    let golden = "\
== Agreed ratings
[Agreed ratings] About | Agreed, how and why | What each had said
CON-1 PA2.1 Performance management | Agreed: L, by consensus of Anna and Ben. Plans are there for large changes. | Anna: P / Ben: F
";
    assert_eq!(
        text(&report(&workshop, &[ReportSection::Agreements])),
        golden
    );
}

#[test]
fn what_is_left_out_is_told_with_the_reason() {
    let mut workshop = Workshop::new("R1", 1, &["CON-1"]);
    let subjects = indicators(workshop.model, "CON-1", "1", "PA1.1");
    workshop.edit(support::not_applicable(
        subjects[1].clone(),
        "No emergency changes.",
    ));
    let told = text(&report(&workshop, &[ReportSection::Exclusions]));
    assert!(told.contains(" | No emergency changes.\n"), "{told}");
    assert!(
        told.contains("- RES-1 Incident management and request fulfilment\n"),
        "{told}"
    );
    assert!(!told.contains("- CON-1 "), "{told}");
    assert!(
        told.contains("Level 1 is the highest level in scope."),
        "{told}"
    );
}

#[test]
fn a_record_is_told_only_where_one_is_kept() {
    let mut workshop = two_processes();
    workshop.edit(Edit::Record(RecordEdit::SetText {
        field: RecordField::Sponsor,
        text: "Head of IT".to_owned(),
    }));
    workshop.edit(Edit::Record(RecordEdit::SetClass {
        class: Some(AssessmentClass::Class3),
    }));
    assert_eq!(text(&report(&workshop, &[ReportSection::Record])), "");
    workshop.edit(Edit::Record(RecordEdit::Keep { kept: true }));
    let told = text(&report(&workshop, &[ReportSection::Record]));
    assert!(told.contains("Class: Class 3. A quick look"), "{told}");
    assert!(told.contains("Sponsor: Head of IT\n"), "{told}");
}

#[test]
fn a_finalised_assessment_says_by_whom_and_by_which_hash() {
    let mut workshop = two_processes();
    workshop.edit(Edit::Finalise {
        seal: Seal {
            hash: "0123abcd".to_owned(),
            results: "4567".to_owned(),
            models: "89ab".to_owned(),
            changes: 12,
            engine: "0.1.0".to_owned(),
        },
    });
    let told = text(&report(&workshop, &[ReportSection::Summary]));
    let line = "Status: Finalised by Anna on 21 Nov 2026. 11 points of the checklist were open. SHA-256 0123abcd\n";
    assert!(told.contains(line), "{told}");
}

#[test]
fn only_the_chosen_sections_are_there_in_their_order() {
    let workshop = two_processes();
    let wanted = [ReportSection::Plan, ReportSection::Profile];
    let found = report(&workshop, &wanted);
    let sections: Vec<ReportSection> = found.parts.iter().map(|part| part.section).collect();
    assert_eq!(sections, [ReportSection::Profile, ReportSection::Plan]);
    let html = report_html(&found, &|_, _| String::new());
    assert!(html.contains("<section id=\"plan\""), "{html}");
    assert!(!html.contains("<section id=\"levels\""), "{html}");
}

/// CON-1's first outcome is rated F, and of the evidence that is kept nothing is cited for it.
#[test]
fn a_doubt_is_told_until_somebody_says_why_it_stands() {
    let mut workshop = Workshop::new("R1", 1, &["CON-1"]);
    let subject = indicators(workshop.model, "CON-1", "1", "PA1.1")[0].clone();
    workshop.edit(change_policy());
    workshop.rate(subject, "F");
    let told = text(&report(&workshop, &[ReportSection::Doubts]));
    assert!(
        told.contains("[Not spoken to yet] Doubt | Number | About\n"),
        "{told}"
    );
    assert!(told.contains(" | 1 | CON-1.O1\n"), "{told}");

    let doubts = doubt_list(workshop.model, &workshop.assessment);
    for doubt in doubts {
        workshop.edit(Edit::OverrideRule {
            rule: doubt.rule,
            subject: doubt.subject,
            note: Some("Seen on the day.".to_owned()),
        });
    }
    let told = text(&report(&workshop, &[ReportSection::Doubts]));
    assert!(!told.contains("Not spoken to yet"), "{told}");
    assert!(told.contains(" | Seen on the day.\n"), "{told}");
}

/// Every table names its columns, and every row has as many cells.
#[test]
fn every_row_of_the_sample_is_as_long_as_its_table() {
    let file = include_str!("../../models/samples/hospital.json");
    let file = plumbline::exchange::envelope::read(file).expect("the sample");
    let (assessment, _) =
        plumbline::domain::assessment::Assessment::from_changes(&file.changes).expect("the sample");
    let workshop = Workshop {
        model: support::model(),
        assessment,
    };
    let found = report(&workshop, &ReportSection::ALL);
    let mut tables = 0;
    let mut blocks: Vec<&Block> = found.parts.iter().flat_map(|part| &part.blocks).collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Table(table) => {
                tables += 1;
                for row in &table.rows {
                    assert_eq!(row.len(), table.columns.len(), "{}", table.caption);
                }
            }
            Block::Part { blocks: inner, .. } => blocks.extend(inner),
            Block::Beside(columns) => blocks.extend(columns.iter().flatten()),
            _ => {}
        }
    }
    assert!(tables > 15, "{tables} tables");
}

#[test]
fn interviews_stand_by_day_and_time() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.edit(Edit::Record(RecordEdit::Keep { kept: true }));
    for (id, time) in [("i1", "10:00"), ("i2", "9:00"), ("i3", "")] {
        workshop.edit(Edit::Record(RecordEdit::SetInterview {
            interview: id.into(),
            content: Some(Interview {
                day: "2026-12-01".parse().ok(),
                time: time.to_owned(),
                roles: "Service desk".to_owned(),
                processes: vec!["RES-1".into()],
                assessors: "Anna".to_owned(),
                done: false,
            }),
        }));
    }
    let text = text(&report(&workshop, &[ReportSection::Record]));
    let lines = text.lines().filter(|line| line.starts_with("2026-12-01"));
    let when: Vec<&str> = lines.filter_map(|line| line.split(" | ").next()).collect();
    assert_eq!(when, ["2026-12-01 9:00", "2026-12-01 10:00", "2026-12-01"]);
}
