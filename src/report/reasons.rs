//! Why a process has its level, in words: for a process of an assessment that is not the open one.

use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::explanation::{Driver, explain};
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::result::process_result;
use crate::domain::target::target_level;

/// A level explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// "RES-1 Incident management".
    pub process: String,
    pub level: u8,
    pub lowest: u8,
    pub highest: u8,
    pub rated: bool,
    /// Whether any rating was carried over and not looked at since.
    pub carried: bool,
    /// "Level 1 Performed", or that nothing is rated.
    pub level_name: String,
    pub target: u8,
    /// How far blanks could move it; none where it is certain.
    pub range: Option<String>,
    pub reason: String,
    pub progress: String,
    /// Each attribute with what stands in its cell and how that came about.
    pub attributes: Vec<(String, String, String)>,
    /// What pulls the blocking attributes down, lowest first: subject and rating.
    pub drivers: Vec<(String, String)>,
}

/// The reasons for the level of a process.
pub fn reasons(model: &Model, assessment: &Assessment, process: &ProcessId) -> Reasons {
    let result = process_result(model, assessment, process);
    let explanation = explain(model, assessment, &result);
    let rated = result.progress.rated > 0;
    let driver = |driver: &Driver| {
        let rating = driver.rating.as_ref();
        let rating = rating.map_or_else(|| "not rated".to_owned(), ToString::to_string);
        let id = match driver.subject.is_attribute() {
            true => String::new(),
            false => format!("{} ", words::subject_id(&driver.subject)),
        };
        (
            format!("{id}{}", words::subject(model, &driver.subject)),
            rating,
        )
    };
    let blockers = explanation.blockers.iter();
    let attributes = result.attributes.iter();
    Reasons {
        process: words::process(model, process),
        level: result.level,
        lowest: result.lowest,
        highest: result.highest,
        rated,
        carried: result.progress.carried > 0,
        level_name: if rated {
            words::level_name(model, result.level)
        } else {
            "Not rated yet".to_owned()
        },
        target: target_level(model, assessment, process),
        range: words::range(&result).filter(|_| rated),
        reason: words::reason(model, &explanation),
        progress: words::progress(result.progress),
        attributes: attributes
            .map(|found| {
                (
                    words::attribute(model, &found.attribute),
                    words::cell(found),
                    words::arithmetic(model, &found.standing),
                )
            })
            .collect(),
        drivers: blockers
            .flat_map(|blocker| &blocker.drivers)
            .map(driver)
            .collect(),
    }
}
