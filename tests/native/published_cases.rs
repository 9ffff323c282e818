//! Levels printed by other people, against the shipped frameworks.
//!
//! `fixtures/cases` holds what was printed, each file with its source. Where print and standard differ the engine
//! follows the standard, and the difference stands by name in a table here: none may be missing, none too many.

use crate::support::{
    ISO_15504, ISO_33020, Workshop, attribute_in, framework, model_over, profile_level, root,
};
use plumbline::domain::aggregation::Tally;
use plumbline::domain::level::AttributeRank;
use plumbline::domain::model::rule_of;
use plumbline::domain::scale::{Rank, Rating};
use serde_json::Value;

/// A printed level that the standard does not give.
#[derive(Debug, PartialEq)]
struct Contradiction {
    file: &'static str,
    case: &'static str,
    printed: u64,
    by_standard: u64,
    why: &'static str,
}

const CONTRADICTIONS: [Contradiction; 2] = [
    Contradiction {
        file: "12-epn-cobit2019-casos.json",
        case: "Caso B",
        printed: 1,
        by_standard: 2,
        why: "PA1.1 is F, PA2.1 and PA2.2 are L and F: that is level 2. Only level 3 is kept away by PA2.1 at L.",
    },
    Contradiction {
        file: "15-korean-studynote-sample-report.json",
        case: "SWE.2",
        printed: 3,
        by_standard: 2,
        why: "The printed code is content with L at lower levels. PA2.2 at L keeps level 3 away.",
    },
];

const PROFILES: [(&str, &str); 5] = [
    ("03-luminance-assessment-2.json", ISO_33020),
    ("12-epn-cobit2019-casos.json", ISO_33020),
    ("13-notebook-aspice-profile.json", ISO_33020),
    ("14-ecu-notes-illustrative.json", ISO_33020),
    ("15-korean-studynote-sample-report.json", ISO_15504),
];

fn case(file: &str) -> Value {
    let path = root().join("tests/fixtures/cases").join(file);
    let text = std::fs::read_to_string(&path).expect("a case file can be read");
    serde_json::from_str(&text).expect("a case file is JSON")
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    let found = value[field].as_array();
    found.unwrap_or_else(|| panic!("{field} is a list"))
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    let found = value[field].as_str();
    found.unwrap_or_else(|| panic!("{field} is a text"))
}

fn number(value: &Value, field: &str) -> u64 {
    let found = value[field].as_u64();
    found.unwrap_or_else(|| panic!("{field} is a number"))
}

/// The attribute ratings of a case, such as `{"PA1.1": "F"}`.
fn ratings(case: &Value) -> Vec<(&str, &str)> {
    let found = case["ratings"].as_object().expect("ratings");
    found
        .iter()
        .map(|(attribute, rating)| (attribute.as_str(), rating.as_str().expect("a letter")))
        .collect()
}

fn derived(framework: &str, case: &Value) -> u64 {
    u64::from(profile_level(framework, &ratings(case)).level)
}

#[test]
fn every_published_profile_gives_the_level_of_the_standard() {
    let mut checked = 0;
    for (file, framework) in PROFILES {
        let case = case(file);
        for process in list(&case, "processes") {
            assert_eq!(
                derived(framework, process),
                number(process, "level_by_standard_rule"),
                "{file}: {}",
                text(process, "id")
            );
            checked += 1;
        }
    }
    assert_eq!(checked, 13 + 4 + 12 + 3 + 3, "profiles in the five files");
}

/// A level that is printed, or that printed code gives, and is not what the standard gives, is in the table; no other is.
#[test]
fn the_table_of_contradictions_is_complete() {
    let mut found = Vec::new();
    for (file, framework) in PROFILES {
        let case = case(file);
        for process in list(&case, "processes") {
            let printed = process["published_level"]
                .as_u64()
                .unwrap_or_else(|| number(process, "level_by_published_code"));
            let by_standard = derived(framework, process);
            if printed != by_standard {
                found.push((file, text(process, "id").to_owned(), printed, by_standard));
            }
        }
    }
    let table: Vec<_> = CONTRADICTIONS
        .iter()
        .map(|row| (row.file, row.case.to_owned(), row.printed, row.by_standard))
        .collect();
    assert_eq!(found, table, "contradictions found, and those in the table");
}

/// Reads ">15 to <=32.5" and "0 to <=15".
fn limits(text: &str) -> (f64, f64) {
    let (from, to) = text.split_once(" to <=").expect("from and to");
    let number = |text: &str| text.trim_start_matches('>').parse().expect("a number");
    (number(from), number(to))
}

/// Automotive SPICE PAM 4.0, sections 3.2.2 to 3.2.4: the limits of ISO/IEC 33020.
#[test]
fn the_limits_of_file_17_are_those_of_the_framework() {
    let case = case("17-rules-boundaries-aggregation.json");
    let scale = &framework(ISO_33020).scale;
    let plain: Vec<_> = scale
        .ratings
        .iter()
        .map(|step| (step.code.to_string(), (step.above, step.up_to)))
        .collect();
    let refined: Vec<_> = scale
        .refined
        .iter()
        .map(|part| (part.code.to_string(), (part.above, part.up_to)))
        .collect();
    for (field, shipped) in [
        ("nplf_boundaries_percent", plain),
        ("refined_boundaries_percent", refined),
    ] {
        let mut printed: Vec<_> = case[field]
            .as_object()
            .expect("limits by rating")
            .iter()
            .map(|(code, text)| (code.clone(), limits(text.as_str().expect("limits"))))
            .collect();
        printed.sort_by(|(_, one), (_, other)| one.0.total_cmp(&other.0));
        assert_eq!(printed, shipped, "{field}");
    }
}

/// "N 0, P 1, L 2, F 3; … round to the nearest integer, … UP at or above the midpoint".
#[test]
fn the_numbers_of_file_17_are_those_of_the_framework() {
    let case = case("17-rules-boundaries-aggregation.json");
    let rule = text(&case, "aggregation_rule_guideline");
    for framework_id in [ISO_33020, ISO_15504] {
        let model = model_over(framework_id);
        let numbers: Vec<String> = model
            .numbers
            .ranks()
            .map(|rank| {
                format!(
                    "{} {}",
                    model.framework.scale.rating(rank),
                    model.value(rank)
                )
            })
            .collect();
        assert!(
            rule.starts_with(&numbers.join(", ")),
            "{numbers:?} in {rule}"
        );
    }
}

/// The five aggregations over instances, each made as a real assessment that rates attributes per instance (R2).
#[test]
fn the_aggregations_of_file_17_come_out() {
    let case = case("17-rules-boundaries-aggregation.json");
    let examples = list(&case, "derived_here_not_published");
    assert_eq!(examples.len(), 5);
    for example in examples {
        let mut workshop = Workshop::new("R2", 1, &["RES-2"]);
        for (place, rating) in list(example, "instances").iter().enumerate() {
            let instance = (place + 1).to_string();
            if place > 0 {
                workshop.add_instances("RES-2", &[&instance]);
            }
            let subject = attribute_in("RES-2", &instance, "PA1.1");
            workshop.rate(subject, rating.as_str().expect("a letter"));
        }
        assert_eq!(
            workshop.letter("RES-2", "PA1.1"),
            text(example, "aggregate"),
            "{example}"
        );
    }
}

fn suites() -> Vec<Value> {
    list(&case("18-peer-test-vectors.json"), "suites").to_vec()
}

fn suite(start: &str) -> Value {
    let found = suites()
        .into_iter()
        .find(|suite| text(suite, "suite").starts_with(start));
    found.unwrap_or_else(|| panic!("a suite of {start}"))
}

/// The peer counts whole percents only; between its bands ours go on without a gap.
#[test]
fn percent_boundaries_of_a_peer() {
    let suite = suite("vwayclaude-create/ASPICE-Assessment-Studio-");
    let scale = &framework(ISO_33020).scale;
    let vectors = list(&suite, "percent_boundaries");
    assert_eq!(vectors.len(), 12);
    for vector in vectors {
        let percent = vector[0].as_f64().expect("a number");
        let found = scale.at_percent(percent).map(Rating::as_str);
        assert_eq!(found, vector[1].as_str(), "{percent} percent");
    }
    assert_eq!(scale.at_percent(15.5), Some(&Rating::new("P-")));
    assert_eq!(scale.at_percent(32.4), Some(&Rating::new("P-")));
}

/// Vectors of other test suites that ask for something else than the standard: suite, ratings, asked for, standard.
const WRONG_PEERS: [(&str, &str, &str, u64); 3] = [
    // "L at PA1.1 does not give level 1": it does.
    (
        "shubhamb-qorix/ASPICE-Capability-Checker",
        "PA1.1=L",
        "0",
        1,
    ),
    // F at the level itself and L below: the two conditions are swapped.
    (
        "shubhamb-qorix/ASPICE-Capability-Checker",
        "PA1.1=F PA2.1=L PA2.2=F",
        "<2",
        2,
    ),
    (
        "shubhamb-qorix/ASPICE-Capability-Checker",
        "PA1.1=F PA2.1=L PA2.2=L PA3.1=F PA3.2=F",
        "3",
        2,
    ),
];

#[test]
fn level_vectors_of_peers() {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for suite in suites() {
        let name = text(&suite, "suite");
        let vectors = suite["level_vectors"].as_array();
        for vector in vectors.into_iter().flatten() {
            let by_standard = number(vector, "level_by_standard_rule");
            assert_eq!(derived(ISO_33020, vector), by_standard, "{name}: {vector}");
            let expected = &vector["expected_by_peer"];
            if expected.as_u64() != Some(by_standard) {
                let repository = name.split(' ').next().expect("a repository").to_owned();
                let ratings: Vec<String> = ratings(vector)
                    .iter()
                    .map(|(attribute, rating)| format!("{attribute}={rating}"))
                    .collect();
                let expected = expected
                    .as_str()
                    .map_or_else(|| expected.to_string(), str::to_owned);
                wrong.push((repository, ratings.join(" "), expected, by_standard));
            }
            checked += 1;
        }
    }
    let table = WRONG_PEERS.map(|(suite, ratings, expected, level)| {
        (
            suite.to_owned(),
            ratings.to_owned(),
            expected.to_owned(),
            level,
        )
    });
    assert_eq!(wrong, table, "wrong peers found, and those in the table");
    assert_eq!(checked, 7 + 7 + 2);
}

/// A peer lets L through at lower levels, so that L everywhere would be level 5. It is level 1.
#[test]
fn largely_everywhere_is_level_1() {
    let suite = suite("oddisej/aspice-check");
    for consequence in list(&suite, "consequence") {
        assert_eq!(number(consequence, "level_required_by_property"), 5);
        assert_eq!(derived(ISO_33020, consequence), 1);
        assert_eq!(number(consequence, "level_by_standard_rule"), 1);
    }
}

/// The level that the mean of some practice ratings of PA1.1 gives.
fn level_of_mean(letters: &[&Value]) -> u64 {
    let model = model_over(ISO_33020);
    let mut tally = Tally::default();
    for letter in letters {
        let rating = Rating::new(letter.as_str().expect("a letter"));
        let rank: Rank = model.framework.scale.rank(&rating).expect("a rating");
        tally.add(model.value(rank), 1, 1);
    }
    let rank = tally.mean(&model.numbers).map(|mean| mean.rank);
    let rule = rule_of(&model.framework).expect("the shipped rule");
    u64::from(rule.level(&[AttributeRank { level: 1, rank }], 1))
}

#[test]
fn practice_vectors_of_a_peer() {
    let suite = suite("Jemelkat/aspice-reporting");
    let vectors = list(&suite, "practice_vectors");
    assert_eq!(vectors.len(), 3);
    for vector in vectors {
        let letters: Vec<&Value> = list(vector, "BP").iter().collect();
        let expected = number(vector, "expected_level");
        assert_eq!(level_of_mean(&letters), expected, "{vector}");
    }
}

/// Over two assessors the same peer averages percentages (0.483, so P and level 0). The numbers of ISO/IEC 33020 give
/// 9 / 6 = 1.5, which rounds up to L: level 1. Another arithmetic, told here so that nobody takes it for an error.
#[test]
fn a_peer_with_another_mean_over_assessors() {
    let suite = suite("Jemelkat/aspice-reporting");
    let vectors = list(&suite, "aggregation_vectors");
    let by_percent = vectors
        .iter()
        .find(|vector| text(vector, "function") == "AVG")
        .expect("the mean");
    assert_eq!(number(by_percent, "expected_level"), 0);
    let assessors = vectors[0]["assessors"].as_object().expect("two assessors");
    let letters: Vec<&Value> = assessors
        .values()
        .flat_map(|ratings| ratings.as_array().expect("ratings"))
        .collect();
    assert_eq!(letters.len(), 6);
    assert_eq!(level_of_mean(&letters), 1);
}
