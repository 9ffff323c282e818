//! The report of the open assessment, written as HTML: what the page shows and what the file holds.

use super::browser::{now, random_id, today};
use super::open::Open;
use super::report_choice::Wanted;
use crate::chart::bars::bars;
use crate::chart::dark_style::dark_style;
use crate::chart::palette::Palette;
use crate::chart::radar::radar;
use crate::chart::risk_map::risk_map;
use crate::chart::roadmap::roadmap;
use crate::chart::size::Size;
use crate::domain::assessment::Assessment;
use crate::domain::id::AssessmentId;
use crate::domain::result::{ProcessResult, process_result};
use crate::exchange::envelope::{self, AssessmentFile};
use crate::exchange::private::without_stakeholders;
use crate::exchange::report_file;
use crate::exchange::without_names::without_names;
use crate::report::assessment_report::{Names, assessment_report};
use crate::report::report_block::Picture;
use crate::report::report_html::{REPORT_STYLE, report_html};

/// A report that was made.
#[derive(Clone)]
pub struct MadeReport {
    pub title: String,
    /// The report itself, as one element.
    pub html: String,
    /// The assessment that it was made from.
    data: AssessmentFile,
}

/// Makes the report of an assessment.
///
/// # Errors
/// A sentence, where names cannot be left out or the clock tells no day. Nothing is to be handed out then.
pub fn make_report(open: &Open, wanted: &Wanted) -> Result<MadeReport, String> {
    let today = today().ok_or("The clock of this device is out of range.")?;
    let broken = "This assessment cannot be read, so there is no report.";
    let changes = without_stakeholders(open.assessment.all_changes());
    let mut data = envelope::of_changes(&open.id, changes, &now()).ok_or(broken)?;
    if wanted.names == Names::LeftOut {
        data = without_names(&data, &AssessmentId::new(random_id()))?;
    }
    // Made from what goes along, so that the one cannot tell more than the other.
    let (assessment, _) = Assessment::from_changes(&data.changes).map_err(|_| broken)?;
    let results = open.scope().into_iter();
    let results: Vec<ProcessResult> = results
        .map(|process| process_result(&open.model, &assessment, &process))
        .collect();
    let report = assessment_report(
        &open.model,
        &assessment,
        &results,
        wanted.names,
        &wanted.sections,
        today,
    );
    Ok(MadeReport {
        html: report_html(&report, &draw),
        title: report.title,
        data,
    })
}

impl MadeReport {
    /// The report as one file.
    pub fn file(&self, with_data: bool) -> String {
        let data = with_data.then_some(&self.data);
        report_file::write(&self.title, &self.html, &style(), data)
    }
}

/// How a report looks, with the colours of its pictures.
pub fn style() -> String {
    format!("{REPORT_STYLE}\n{}", dark_style())
}

/// What a column of the report is wide on paper, in CSS pixels; with names beside bars.
const WIDTH: u32 = 680;

/// In the light colours: paper has no others, and [`style`] gives dark ones on a dark screen.
fn draw(picture: &Picture, id: &str) -> String {
    let palette = Palette::light();
    match picture {
        Picture::Radar(found) => radar(found, &palette, Size::COMPACT, id),
        Picture::Bars(found) => bars(found, &palette, WIDTH, id),
        Picture::RiskMap(found) => risk_map(found, &palette, WIDTH, id),
        Picture::Roadmap(found) => roadmap(found, &palette, WIDTH, id),
    }
}
