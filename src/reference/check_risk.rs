//! Checks the risk tables of a framework: whole, and never telling less of more.

use super::check_framework::check_rows;
use super::check_header::{check_filled, check_unique};
use super::problem::Problems;
use crate::domain::framework::Framework;
use crate::domain::risk_rules::{ExtentVariant, RiskRules};

/// Checks risk tables against the levels of their framework.
pub fn check_risk(rules: &RiskRules, framework: &Framework, problems: &mut Problems) {
    check_filled("risk.source", &rules.source, problems);
    check_filled("risk.note", &rules.note, problems);
    if rules.variants.is_empty() {
        problems.error("risk.variants", "Risk needs a table of extents.");
    }
    for (index, variant) in rules.variants.iter().enumerate() {
        let place = format!("risk.variants[{index}]");
        check_filled(&format!("{place}.id"), variant.id.as_str(), problems);
        check_filled(&format!("{place}.title"), &variant.title, problems);
        check_extents(variant, &format!("{place}.extents"), framework, problems);
    }
    let ids = rules.variants.iter().enumerate();
    check_unique(
        "variant id",
        ids.map(|(index, variant)| (format!("risk.variants[{index}].id"), variant.id.as_str())),
        problems,
    );
    let levels = rules.consequences.iter().map(|row| row.level);
    let levels: Vec<u8> = levels.collect();
    check_rows("risk.consequences", &levels, framework, problems);
    for (index, row) in rules.consequences.iter().enumerate() {
        let cells = [
            ("slight", row.slight),
            ("significant", row.significant),
            ("substantial", row.substantial),
        ];
        check_rising(&format!("risk.consequences[{index}]"), cells, problems);
    }
}

/// More gaps never make a smaller extent.
fn check_extents(
    variant: &ExtentVariant,
    place: &str,
    framework: &Framework,
    problems: &mut Problems,
) {
    let levels = variant.extents.iter().map(|row| row.level);
    check_rows(place, &levels.collect::<Vec<_>>(), framework, problems);
    for (index, row) in variant.extents.iter().enumerate() {
        let cells = [
            ("minor", row.minor),
            ("one_major", row.one_major),
            ("several_majors", row.several_majors),
        ];
        check_rising(&format!("{place}[{index}]"), cells, problems);
    }
}

/// The cells of a row, from little to much: none is lower than the one before it.
fn check_rising<T: Ord + Copy>(place: &str, cells: [(&str, T); 3], problems: &mut Problems) {
    for pair in cells.windows(2) {
        let ((less, low), (more, high)) = (pair[0], pair[1]);
        if high < low {
            problems.error(
                format!("{place}.{more}"),
                format!("This is lower than {less}, but it must not fall."),
            );
        }
    }
}
