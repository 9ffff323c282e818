//! The level rule and the rating scale, by worked examples.
//!
//! Level k is reached when every attribute of level k is L or F and every attribute of all lower levels is F
//! (ISO/IEC 33020:2015 clause 5.6, table 1; ISO/IEC 15504-2:2003 clause 5.8). The scale is that of clause 5.3.

use crate::support::{ISO_15504, ISO_33020, Workshop, attribute, framework, profile_level};
use plumbline::domain::scale::Rating;

/// A profile from PA1.1 upwards, as people write it: `F LF LL`. `.` is not rated.
fn profile(framework_id: &str, letters: &str) -> Vec<(String, String)> {
    let ids = framework(framework_id)
        .attributes
        .iter()
        .map(|found| found.id.to_string());
    let ratings = letters.split_whitespace().map(str::to_owned);
    ids.zip(ratings)
        .filter(|(_, rating)| rating != ".")
        .collect()
}

#[track_caller]
fn check(framework_id: &str, letters: &str, expected: u8) {
    let ratings = profile(framework_id, letters);
    let ratings: Vec<(&str, &str)> = ratings
        .iter()
        .map(|(attribute, rating)| (attribute.as_str(), rating.as_str()))
        .collect();
    let found = profile_level(framework_id, &ratings);
    assert_eq!(found.level, expected, "{letters} under {framework_id}");
}

/// Two public summaries print the rule with "L or F" for lower levels too. These four tell the difference.
#[test]
fn lower_levels_must_be_fully_achieved() {
    for framework_id in [ISO_33020, ISO_15504] {
        check(framework_id, "L F F", 1);
        check(framework_id, "F L P", 1);
        check(framework_id, "F F F L L", 3);
        check(framework_id, "P F F F F F F F F", 0);
    }
}

#[test]
fn each_level_is_reached_with_largely_at_its_own_attributes() {
    for framework_id in [ISO_33020, ISO_15504] {
        check(framework_id, "N", 0);
        check(framework_id, "P", 0);
        check(framework_id, "L", 1);
        check(framework_id, "F L L", 2);
        check(framework_id, "F F F L L", 3);
        check(framework_id, "F F F F F L L", 4);
        check(framework_id, "F F F F F F F L L", 5);
        check(framework_id, "F F F F F F F F F", 5);
    }
}

#[test]
fn one_attribute_alone_keeps_a_level_away() {
    for framework_id in [ISO_33020, ISO_15504] {
        check(framework_id, "F L P", 1);
        check(framework_id, "F P L", 1);
        check(framework_id, "F F L F F F F F F", 2);
        check(framework_id, "F F F F L F F F F", 3);
        check(framework_id, "F F F F F F L F F", 4);
        check(framework_id, "F F F F F F F F P", 4);
    }
}

/// Not rated is not N, but it does not reach a level either.
#[test]
fn a_blank_attribute_stops_the_level_and_opens_the_range() {
    check(ISO_33020, ".", 0);
    check(ISO_33020, "F . F", 1);
    check(ISO_33020, ". F F", 0);
    let found = profile_level(ISO_33020, &[("PA1.1", "F"), ("PA2.1", "F")]);
    assert_eq!((found.lowest, found.level, found.highest), (1, 1, 5));
    let found = profile_level(ISO_33020, &[("PA1.1", "L")]);
    assert_eq!(
        (found.lowest, found.level, found.highest),
        (1, 1, 1),
        "PA1.1 at L holds the process at level 1 whatever the blanks turn out to be"
    );
}

/// P+ is no L, and L+ is no F: halves count as the step that they are half of.
#[test]
fn refined_ratings_count_as_their_step() {
    check(ISO_33020, "P+", 0);
    check(ISO_33020, "P-", 0);
    check(ISO_33020, "L-", 1);
    check(ISO_33020, "L+", 1);
    check(ISO_33020, "L+ F F", 1);
    check(ISO_33020, "F L- L+", 2);
    check(ISO_33020, "F L+ P+", 1);
    check(ISO_33020, "F F L+ F F", 2);
}

#[test]
fn iso_15504_2_has_no_refined_ratings() {
    let scale = &framework(ISO_15504).scale;
    for code in ["P-", "P+", "L-", "L+"] {
        assert_eq!(scale.read(code), None, "{code}");
        assert_eq!(scale.rank(&code.into()), None, "{code}");
    }
    for code in ["N", "P", "L", "F"] {
        assert_eq!(scale.read(code), Some(code.into()));
    }
}

/// A process with everything fully achieved has the highest level that was looked at, and no higher one.
#[test]
fn the_scope_caps_the_level() {
    for highest in 1..=5 {
        let mut workshop = Workshop::new("R3", highest, &["RES-2"]);
        for found in &framework(ISO_33020).attributes {
            workshop.rate(attribute("RES-2", found.id.as_str()), "F");
        }
        let result = workshop.result("RES-2");
        assert_eq!((result.level, result.highest), (highest, highest));
        let above: Vec<_> = result
            .attributes
            .iter()
            .filter(|found| found.level > highest)
            .collect();
        assert!(above.is_empty(), "attributes above the scope: {above:?}");
    }
}

/// Limits in percent: 15 is still N, anything above is P; and so on. What is no percentage is no rating.
#[test]
fn percentages_of_iso_33020() {
    let scale = &framework(ISO_33020).scale;
    let cases = [
        (0.0, Some("N")),
        (15.0, Some("N")),
        (15.0001, Some("P-")),
        (32.5, Some("P-")),
        (32.5001, Some("P+")),
        (50.0, Some("P+")),
        (50.0001, Some("L-")),
        (67.5, Some("L-")),
        (67.5001, Some("L+")),
        (85.0, Some("L+")),
        (85.0001, Some("F")),
        (100.0, Some("F")),
        (100.0001, None),
        (-0.0001, None),
        (f64::NAN, None),
        (f64::INFINITY, None),
    ];
    for (percent, expected) in cases {
        let found = scale.at_percent(percent).map(Rating::as_str);
        assert_eq!(found, expected, "{percent} percent");
    }
}

#[test]
fn percentages_of_iso_15504_2() {
    let scale = &framework(ISO_15504).scale;
    let cases = [
        (0.0, Some("N")),
        (15.0, Some("N")),
        (15.0001, Some("P")),
        (32.5, Some("P")),
        (50.0, Some("P")),
        (50.0001, Some("L")),
        (85.0, Some("L")),
        (85.0001, Some("F")),
        (100.0, Some("F")),
        (100.0001, None),
        (-0.0001, None),
    ];
    for (percent, expected) in cases {
        let found = scale.at_percent(percent).map(Rating::as_str);
        assert_eq!(found, expected, "{percent} percent");
    }
}

/// People write ratings in any case, with blanks around, or as a percentage with a comma.
#[test]
fn ratings_as_people_write_them() {
    let scale = &framework(ISO_33020).scale;
    let cases = [
        ("f", Some("F")),
        (" L+ ", Some("L+")),
        ("62 %", Some("L-")),
        ("67,5%", Some("L-")),
        ("101 %", None),
        ("62", None),
        ("X", None),
        ("", None),
        ("%", None),
    ];
    for (text, expected) in cases {
        assert_eq!(scale.read(text), expected.map(Into::into), "{text:?}");
    }
}
