//! The report as one HTML file, which carries the assessment: written to be read without Plumbline, and opened in it again.

use super::base64;
use super::envelope::{self, AssessmentFile, FileError, WRITTEN_BY};
use crate::report::report_html::escaped;
use sha2::{Digest, Sha256};
use std::fmt;

/// What a report is known by, whoever saved it again.
const GENERATOR: &str = "<meta name=\"generator\" content=\"Plumbline report, ";

/// What the assessment stands behind.
const DATA: &str = "<script type=\"application/json\" id=\"plumbline-assessment\">";

/// What ends it. Nothing in the assessment can: [`write`] escapes it.
const END: &str = "</script";

/// How far into a file it is looked for.
const START: usize = 2000;

/// Why a report cannot be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFileError {
    /// It was made without the assessment.
    NoData,
    CutShort,
    /// What it carries cannot be read.
    Data(FileError),
}

/// A report as a file. `body` and `style` are ours, with everything from outside escaped. It has no script, and its content
/// policy lets nothing run and nothing be fetched.
pub fn write(title: &str, body: &str, style: &str, data: Option<&AssessmentFile>) -> String {
    let title = escaped(title);
    let style = style.replace('\r', "");
    let hash = base64::encode(&Sha256::digest(style.as_bytes()));
    let data = data.map_or_else(String::new, data_element);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n\
         {GENERATOR}{WRITTEN_BY}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n\
         <body>\n<main>\n{body}</main>\n{data}</body>\n</html>\n"
    )
}

/// Whether a text is a report, as far as its beginning tells.
pub(super) fn is_report(text: &str) -> bool {
    let start: String = text.chars().take(START).collect();
    start.contains(GENERATOR)
}

/// The assessment that a report carries.
///
/// # Errors
/// Where it carries none, is cut short, or what it carries is damaged or newer than this Plumbline.
pub fn read(text: &str) -> Result<AssessmentFile, ReportFileError> {
    let Some((_, data)) = text.split_once(DATA) else {
        let whole = text.trim_end().ends_with("</html>");
        return Err(match whole {
            true => ReportFileError::NoData,
            false => ReportFileError::CutShort,
        });
    };
    let (data, _) = data.split_once(END).ok_or(ReportFileError::CutShort)?;
    envelope::read(data).map_err(ReportFileError::Data)
}

/// The assessment of an assessment file, or of a report that carries it.
///
/// # Errors
/// A sentence, where there is none that can be read.
pub fn read_either(text: &str) -> Result<AssessmentFile, String> {
    match is_report(text) {
        true => read(text).map_err(|error| error.to_string()),
        false => envelope::read(text).map_err(|error| error.to_string()),
    }
}

/// As it stands in the file: as JSON, with nothing that could end the element.
fn data_element(file: &AssessmentFile) -> String {
    let json = serde_json::to_string(file)
        .expect("texts, numbers and lists can always be written as JSON")
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    format!("{DATA}{json}</script>\n")
}

impl fmt::Display for ReportFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoData => f.write_str(
                "This report was made without the assessment in it, so it can be read but not opened here. Ask for the \
                 assessment file, or for a report that carries it.",
            ),
            Self::CutShort => f.write_str(
                "This report is cut short: the assessment at its end is missing. Ask for the whole file again.",
            ),
            Self::Data(error) => write!(f, "In this report: {error}"),
        }
    }
}
