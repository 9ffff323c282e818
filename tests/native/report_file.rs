//! The report as a file: what goes in comes out again, and nothing that stands in it becomes more than text.

use crate::support;
use crate::support::{Workshop, indicators};
use plumbline::chart::bars::bars;
use plumbline::chart::dark_style::dark_style;
use plumbline::chart::palette::Palette;
use plumbline::chart::radar::radar;
use plumbline::chart::risk_map::risk_map;
use plumbline::chart::roadmap::roadmap;
use plumbline::chart::size::Size;
use plumbline::domain::assessment::Assessment;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceImage, EvidenceKind, ImageKind};
use plumbline::domain::finding::{Finding, FindingEdit, FindingKind};
use plumbline::domain::id::AssessmentId;
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::exchange::envelope::{self, AssessmentFile, FileError};
use plumbline::exchange::report_file::{self, ReportFileError};
use plumbline::exchange::without_names::without_names;
use plumbline::report::assessment_report::{Names, assessment_report};
use plumbline::report::report_block::Picture;
use plumbline::report::report_html::{REPORT_STYLE, report_html};
use plumbline::report::report_section::ReportSection;

const SAMPLE: &str = include_str!("../../models/samples/hospital.json");

/// What people could write into any field, and what would show that it became more than text.
const HOSTILE: [&str; 9] = [
    "</script><script>run()</script>",
    "\"><img src=x onerror=\"run()\">",
    "</style></title><svg onload='run()'>",
    "<!--<script>",
    "-->]]>&lt;b&gt;&amp;",
    "javascript:run()",
    "a\u{0}b\u{1b}[31m\u{2028}c\u{202e}d",
    "<meta http-equiv=refresh content=0>",
    "</textarea></main></html>",
];

fn today() -> Date {
    "2026-11-22".parse().expect("a day")
}

fn draw(picture: &Picture, id: &str) -> String {
    let palette = Palette::light();
    match picture {
        Picture::Radar(found) => radar(found, &palette, Size::COMPACT, id),
        Picture::Bars(found) => bars(found, &palette, 680, id),
        Picture::RiskMap(found) => risk_map(found, &palette, 680, id),
        Picture::Roadmap(found) => roadmap(found, &palette, 680, id),
    }
}

/// The report of a file with all sections, carrying the assessment.
fn report(file: &AssessmentFile, names: Names, with_data: bool) -> String {
    let model = support::model();
    let (assessment, _) = Assessment::from_changes(&file.changes).expect("an assessment");
    let results: Vec<ProcessResult> = assessment
        .scope
        .iter()
        .map(|process| process_result(model, &assessment, process))
        .collect();
    let report = assessment_report(
        model,
        &assessment,
        &results,
        names,
        &ReportSection::ALL,
        today(),
    );
    let style = format!("{REPORT_STYLE}\n{}", dark_style());
    report_file::write(
        &report.title,
        &report_html(&report, &draw),
        &style,
        with_data.then_some(file),
    )
}

fn sample() -> AssessmentFile {
    envelope::read(SAMPLE).expect("the sample")
}

/// Each hostile text in the title, the unit, a note and a finding.
fn hostile() -> AssessmentFile {
    let mut workshop = Workshop::new("R1", 1, &["CON-1"]);
    let subjects = indicators(workshop.model, "CON-1", "1", "PA1.1");
    workshop.rate(subjects[0].clone(), "P");
    let all = HOSTILE.join(" ");
    workshop.edit(Edit::SetTitle { title: all.clone() });
    workshop.edit(Edit::SetUnit { unit: all.clone() });
    for (place, text) in HOSTILE.iter().enumerate() {
        workshop.edit(Edit::SetNote {
            subject: subjects[place % subjects.len()].clone(),
            text: (*text).to_owned(),
        });
        workshop.edit(Edit::Finding(FindingEdit::Set {
            finding: format!("f{place}").as_str().into(),
            content: Some(Finding {
                kind: FindingKind::Weakness,
                text: (*text).to_owned(),
                parked: false,
                done: false,
            }),
        }));
    }
    let text = envelope::write(
        &AssessmentId::new("hostile"),
        &workshop.assessment,
        "2026-11-22T10:00:00Z",
    );
    envelope::read(&text).expect("an assessment file")
}

#[test]
fn a_report_gives_back_the_very_assessment_that_it_was_made_from() {
    for file in [sample(), hostile()] {
        let html = report(&file, Names::Told, true);
        assert_eq!(report_file::read(&html), Ok(file.clone()));
        assert_eq!(report_file::read_either(&html), Ok(file.clone()));
        assert_eq!(report_file::read_either(&envelope::text(&file)), Ok(file));
    }
}

/// Written to the target folder, to look at after a change of the look.
#[test]
fn the_sample_can_be_looked_at() {
    let html = report(&sample(), Names::Told, true);
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("report.html");
    std::fs::write(&file, &html).expect("the target folder can be written");
    assert!(html.contains("<h1>Sample: IT services of a regional hospital</h1>"));
    assert!(!html.contains(" style="), "the policy allows none");
}

#[test]
fn hostile_text_stays_text() {
    let html = report(&hostile(), Names::Told, true);
    assert_eq!(html.matches("<script").count(), 1, "the data and no other");
    assert_eq!(html.matches("</script").count(), 1);
    assert_eq!(html.matches("<style").count(), 1);
    assert_eq!(html.matches("</html>").count(), 1);
    for markup in ["<img", "<svg onload", "<meta http-equiv=refresh", "<!--"] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(!html.contains("href=\"javascript"), "a script is no link");
    let strange = |letter: char| letter.is_control() && letter != '\n';
    assert!(!html.contains(strange), "control characters");
}

/// A picture is in the report itself, and its policy lets nothing be fetched. What comes from a file stays an address.
#[test]
fn a_picture_of_evidence_is_shown_and_cannot_break_out() {
    let with_picture = |data: &str, names| {
        let mut workshop = Workshop::new("R1", 1, &["CON-1"]);
        workshop.edit(Edit::Evidence(EvidenceEdit::Set {
            evidence: "e1".into(),
            content: Some(Evidence {
                kind: EvidenceKind::Record,
                title: "Board".to_owned(),
                place: String::new(),
                date: None,
                role: String::new(),
                by: String::new(),
            }),
        }));
        workshop.edit(Edit::Evidence(EvidenceEdit::SetImage {
            evidence: "e1".into(),
            image: Some(EvidenceImage {
                kind: ImageKind::Png,
                data: data.to_owned(),
                shows: "The board on Monday".to_owned(),
            }),
        }));
        let file = AssessmentFile {
            changes: workshop.assessment.changes().to_vec(),
            ..hostile()
        };
        report(&file, names, false)
    };
    let html = with_picture("iVBORw0KGgo=", Names::Told);
    let shown = "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"\">The board on Monday";
    assert!(html.contains(shown));
    assert!(html.contains("default-src 'none'; img-src data:;"));
    let html = with_picture("\"onerror=\"alert(1)", Names::Told);
    assert!(html.contains("base64,&quot;onerror=&quot;alert(1)\""));
}

#[test]
fn a_report_without_the_assessment_says_so_when_it_is_opened() {
    let html = report(&sample(), Names::Told, false);
    assert!(!html.contains("<script"));
    assert_eq!(report_file::read(&html), Err(ReportFileError::NoData));
    let told = report_file::read_either(&html).expect_err("there is none");
    assert!(
        told.starts_with("This report was made without the assessment"),
        "{told}"
    );
}

#[test]
fn a_report_of_a_newer_plumbline_is_told_as_such() {
    let html = report(&sample(), Names::Told, true);
    let newer = html.replacen("\"format_version\":1", "\"format_version\":99", 1);
    assert_ne!(html, newer);
    let told = report_file::read(&newer);
    assert_eq!(told, Err(ReportFileError::Data(FileError::TooNew(99))));
}

/// Cut off at any place it is told, and the place where the assessment is whole is the first where it is read.
#[test]
fn a_report_that_is_cut_off_is_told_or_whole() {
    let file = hostile();
    let html = report(&file, Names::Told, true);
    let end = html.find("</script").expect("the data") + "</script".len();
    let places = (0..html.len()).step_by(13).chain(end - 50..html.len());
    for at in places.filter(|at| html.is_char_boundary(*at)) {
        let found = report_file::read(&html[..at]);
        match at < end {
            true => assert_eq!(found, Err(ReportFileError::CutShort), "cut at {at}"),
            false => assert_eq!(found.as_ref(), Ok(&file), "cut at {at}"),
        }
    }
}

#[test]
fn names_that_are_left_out_are_nowhere_in_the_report() {
    let file = sample();
    let nameless =
        without_names(&file, &AssessmentId::new("nameless")).expect("every field has a rule");
    let html = report(&nameless, Names::LeftOut, true);
    assert!(html.contains("Names are left out of this report"));
    for name in [
        "regional hospital",
        "Lead assessor",
        "Rehabilitation",
        "patient record",
        "two sites",
    ] {
        assert!(report(&file, Names::Told, true).contains(name), "{name}");
        assert!(!html.contains(name), "{name}");
    }
}
