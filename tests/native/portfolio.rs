//! Many assessments at once, as worked examples: units by processes, and what is read from them.

use crate::support::teams;
use crate::support::teams::{assessed, assessed_to, digested, three};
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;
use plumbline::domain::profile::LevelRange;
use plumbline::domain::unit::{UnitKind, UnitPart};
use plumbline::report::level_set::{LevelSet, Rule};
use plumbline::report::portfolio::{Portfolio, portfolio};
use plumbline::report::unit_names::UnitNames;
use plumbline::report::unit_tree::unit_tree;
use plumbline::report::unit_trend::unit_trend;

/// Rows of the grid: "North: 2 1".
fn rows(portfolio: &Portfolio) -> Vec<String> {
    let cell = |range: Option<LevelRange>| match range {
        None => "not rated".to_owned(),
        Some(range) if range.lowest == range.highest => range.level.to_string(),
        Some(range) => format!("{}-{}", range.lowest, range.highest),
    };
    let row = |unit: &plumbline::report::portfolio::Unit| {
        let cells: Vec<String> = unit
            .cells
            .iter()
            .map(|found| {
                found
                    .as_ref()
                    .map_or("out".to_owned(), |found| cell(found.range))
            })
            .collect();
        format!("{}: {}", unit.name, cells.join(" "))
    };
    portfolio.units.iter().map(row).collect()
}

fn levels(ranges: &[Option<(u8, u8)>]) -> LevelSet {
    let mut set = LevelSet::default();
    for range in ranges {
        set.add(range.map(|(lowest, highest)| LevelRange {
            level: lowest,
            lowest,
            highest,
        }));
    }
    set
}

#[test]
fn units_by_processes() {
    let portfolio = portfolio(&three());
    let columns: Vec<&str> = portfolio
        .columns
        .iter()
        .map(|column| column.process.as_str())
        .collect();
    assert_eq!(columns, ["RES-1", "RES-2"]);
    assert_eq!(
        rows(&portfolio),
        ["North: 2 1", "South: 1 not rated", "West: 1 out"]
    );
}

/// Only problems, and so without West, which does not have them in scope.
#[test]
fn a_part_of_the_portfolio_has_its_own_sums() {
    let whole = portfolio(&three());
    assert_eq!(
        whole.columns[0].levels.short(Rule::Distribution),
        "L1: 2, L2: 1"
    );
    assert_eq!(
        whole.units[0].levels.short(Rule::Distribution),
        "L1: 1, L2: 1"
    );
    let problems = whole
        .clone()
        .part(|_| true, |column| column.process.as_str() == "RES-2");
    assert_eq!(rows(&problems), ["North: 1", "South: not rated"]);
    assert_eq!(problems.units[0].levels.short(Rule::Distribution), "L1: 1");
    let west = whole.part(|unit| unit.name == "West", |_| true);
    assert_eq!(rows(&west), ["West: 1"]);
    assert_eq!(west.columns[0].levels.short(Rule::Distribution), "L1: 1");
}

/// A blank is no level 0. What is rated in part has a range, and so has every figure that it enters.
#[test]
fn each_rule_says_what_is_known() {
    let set = levels(&[Some((1, 1)), Some((2, 2)), Some((2, 2)), Some((0, 3)), None]);
    let short = Rule::ALL.map(|rule| set.short(rule));
    assert_eq!(
        short,
        [
            "L1: 1, L2: 2, open: 1",
            "0 to 3",
            "1.5 to 2",
            "0 to 1",
            "1.25 to 2"
        ]
    );
    assert_eq!(
        set.words(Rule::Distribution),
        "1 at level 1 and 2 at level 2; 1 level open; 1 not rated"
    );
    assert_eq!(
        set.words(Rule::Median),
        "median 1.5 to 2; 1 level open; 1 not rated"
    );
    assert_eq!(set.counts(5), [0, 1, 2, 0, 0, 0]);
}

#[test]
fn blanks_alone_give_no_figure() {
    let set = levels(&[None, None]);
    assert_eq!(Rule::ALL.map(|rule| set.figure(rule)), [None; 5]);
    assert_eq!(Rule::ALL.map(|rule| set.short(rule)), ["\u{2013}"; 5]);
    assert_eq!(set.words(Rule::Mean), "2 not rated");
}

/// The assessment of the autumn was begun and nothing is rated in it: that of the spring counts.
#[test]
fn the_latest_rated_assessment_of_a_unit_counts() {
    let spring = digested(
        "a",
        &assessed("Desk", &[("2026-03-01", &[("RES-1", "L . .")])]),
    );
    let summer = digested(
        "b",
        &assessed("  desk ", &[("2026-06-01", &[("RES-1", "F F F")])]),
    );
    let autumn = digested(
        "c",
        &assessed("Desk", &[("2026-09-01", &[("RES-1", ". . .")])]),
    );
    let portfolio = portfolio(&[autumn, summer, spring]);
    assert_eq!(portfolio.units.len(), 1);
    let unit = &portfolio.units[0];
    let series: Vec<&str> = unit
        .series
        .iter()
        .map(|digest| digest.id.as_str())
        .collect();
    assert_eq!(series, ["a", "b", "c"]);
    assert_eq!(unit.latest().id.as_str(), "b");
    assert_eq!(rows(&portfolio), ["desk: 2"]);
}

/// Two assessments that name no unit are not of one unit.
#[test]
fn without_a_unit_each_assessment_stands_by_itself() {
    let ratings: &[(&str, &str)] = &[("RES-1", "F F F")];
    let one = digested("a", &assessed(" ", &[("2026-03-01", ratings)]));
    let other = digested("b", &assessed("", &[("2026-03-01", ratings)]));
    let portfolio = portfolio(&[one, other]);
    assert_eq!(rows(&portfolio), ["Autumn: 2", "Autumn: 2"]);
}

/// The tree is a view of the paths. Under aliases no name of it is left.
#[test]
fn units_make_a_tree() {
    let placed = |id: &str, unit: &str, site: &str| {
        let mut assessment = assessed(unit, &[("2026-03-01", &[("RES-1", "L . .")])]);
        let part = |kind, name: &str| UnitPart {
            kind,
            name: name.to_owned(),
        };
        let change = Change {
            id: assessment.next_id(&"a".into()),
            author: "Anna".to_owned(),
            at: "2026-03-01T11:00:00Z".to_owned(),
            edit: Edit::PlaceUnit {
                kind: UnitKind::Team,
                within: vec![
                    part(UnitKind::Organisation, "Example AG"),
                    part(UnitKind::Site, site),
                ],
            },
        };
        assessment.apply(change).expect("a place");
        digested(id, &assessment)
    };
    let portfolio = portfolio(&[
        placed("a", "Desk", "Berlin"),
        placed("b", "Desk", "Aarhus"),
        placed("c", "Network", "Berlin"),
    ]);
    assert_eq!(portfolio.units.len(), 3, "two desks of two sites");
    let tree = |names: &UnitNames| -> Vec<String> {
        let nodes = unit_tree(&portfolio, names).into_iter();
        nodes
            .map(|node| format!("{}{}", ". ".repeat(node.depth), node.name))
            .collect()
    };
    assert_eq!(
        tree(&UnitNames::real()),
        [
            "Example AG (organisation)",
            ". Aarhus (site)",
            ". . Desk (team)",
            ". Berlin (site)",
            ". . Desk (team)",
            ". . Network (team)",
        ]
    );
    let shown = tree(&UnitNames::aliases(&portfolio)).join("\n");
    for name in ["Example", "Aarhus", "Berlin", "Desk", "Network"] {
        assert!(!shown.contains(name), "{shown}");
    }
    let berlin = &unit_tree(&portfolio, &UnitNames::real())[3];
    let inside = portfolio
        .units
        .iter()
        .filter(|unit| unit.is_in(&berlin.key));
    assert_eq!(inside.count(), 2);
}

/// From spring to autumn the desk reaches level 2 in one of its processes; the other one is not rated till then.
#[test]
fn a_unit_over_time() {
    let days: [teams::Day; 2] = [
        ("2026-03-01", &[("RES-1", "F P P"), ("RES-2", ". . .")]),
        ("2026-09-01", &[("RES-1", "F F L"), ("RES-2", "P N N")]),
    ];
    let portfolio = portfolio(&[digested("a", &assessed("Desk", &days))]);
    let trend = unit_trend(&portfolio, &portfolio.units[0]);
    let told: Vec<String> = trend
        .iter()
        .map(|point| format!("{}: {}", point.day, point.levels.words(Rule::Spread)))
        .collect();
    assert_eq!(
        told,
        [
            "2026-03-01: spread 1; 1 not rated",
            "2026-09-01: spread 0 to 2"
        ]
    );
}

/// What differs is told before levels are held against each other.
#[test]
fn differences_of_the_conditions_are_told() {
    assert_eq!(portfolio(&three()).differences(), Vec::<String>::new());
    let wide = digested(
        "w",
        &assessed_to(3, "East", &[("2026-09-01", &[("RES-1", "F F F F F")])]),
    );
    let mut all = three();
    all.push(wide);
    assert_eq!(
        portfolio(&all).differences(),
        ["They differ in the highest level in scope: 2 and 3."]
    );
}

/// The numbers are the same whatever the order of the files, and no name is left.
#[test]
fn aliases_are_stable_and_tell_no_name() {
    let mut files = three();
    let one = portfolio(&files);
    files.reverse();
    let other = portfolio(&files);
    let names = UnitNames::aliases(&one);
    assert_eq!(names, UnitNames::aliases(&other));
    let mut shown: Vec<String> = one.units.iter().map(|unit| names.unit(unit)).collect();
    shown.sort();
    assert_eq!(shown, ["Unit 1", "Unit 2", "Unit 3"]);
    let unit = &one.units[0];
    let title = names.assessment(unit, unit.latest());
    assert_eq!(title, format!("{}, assessment 1", names.unit(unit)));
    assert_eq!(UnitNames::real().assessment(unit, unit.latest()), "Autumn");
}
