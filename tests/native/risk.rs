//! Process-related risk, over the tables of the shipped frameworks (facts: ISO/IEC 15504-4:2004 5.5.1, likely).

use crate::support::{ISO_15504, ISO_33020, cases, framework};
use plumbline::domain::gap::{AttributeGap, Gap};
use plumbline::domain::header::Confidence;
use plumbline::domain::id::VariantId;
use plumbline::domain::risk::{ProcessRisk, RiskStanding, process_risk};
use plumbline::domain::risk_rules::{Extent, Risk, RiskRules};
use plumbline::domain::scale::Rank;
use proptest::prelude::*;

const FRAMEWORKS: [&str; 2] = [ISO_15504, ISO_33020];
const SIGNIFICANT: &str = "first-level-significant";
const SLIGHT: &str = "first-level-slight";
const VARIANTS: [&str; 2] = [SIGNIFICANT, SLIGHT];

fn rules(framework_id: &str) -> &'static RiskRules {
    let rules = framework(framework_id).risk.as_ref();
    rules.expect("the shipped frameworks have risk tables")
}

/// The gaps of a process that should be fully there, from its ratings attribute by attribute: `F L F P .`, where a point
/// is not rated (facts 4.2, table 1).
fn gaps(ratings: &str) -> Vec<AttributeGap> {
    let attributes = framework(ISO_33020).attributes.iter();
    let rated = attributes.zip(ratings.split(' '));
    rated
        .map(|(attribute, rating)| AttributeGap {
            attribute: attribute.id.clone(),
            level: attribute.level,
            gap: match rating {
                "F" => Gap::None,
                "L" => Gap::Minor,
                "P" | "N" => Gap::Major,
                "." => Gap::Unknown,
                other => panic!("{other} is no rating"),
            },
            target: Rank(3),
        })
        .collect()
}

fn risk_of(variant: &str, ratings: &str) -> ProcessRisk {
    process_risk(rules(ISO_33020), Some(&variant.into()), &gaps(ratings))
}

/// Gaps of one level, of attributes that the framework may not even have so many of.
fn at_level(level: u8, gaps: &[Gap]) -> Vec<AttributeGap> {
    let found = gaps.iter().enumerate().map(|(number, gap)| AttributeGap {
        attribute: format!("A{level}.{number}").as_str().into(),
        level,
        gap: *gap,
        target: Rank(3),
    });
    found.collect()
}

/// The cell of one level.
fn cell(rules: &RiskRules, variant: &str, level: u8, gaps: &[Gap]) -> (Extent, Risk) {
    let risk = process_risk(rules, Some(&variant.into()), &at_level(level, gaps));
    assert_eq!(risk.levels.len(), 1);
    assert_eq!(risk.risk, risk.levels[0].risk);
    (risk.levels[0].extent, risk.levels[0].risk)
}

/// Target level 3, everything fully. Level 2 has one minor gap: slight, so medium. Level 3 has a major and a minor one:
/// significant, so medium.
#[test]
fn the_worked_example() {
    for variant in VARIANTS {
        let risk = risk_of(variant, "F L F P L");
        let levels: Vec<(u8, Extent, Risk)> = risk
            .levels
            .iter()
            .map(|found| (found.level, found.extent, found.risk))
            .collect();
        let expected = [
            (1, Extent::None, Risk::None),
            (2, Extent::Slight, Risk::Medium),
            (3, Extent::Significant, Risk::Medium),
        ];
        assert_eq!(levels, expected);
        assert_eq!(risk.risk, Risk::Medium);
        assert_eq!(risk.standing(), RiskStanding::Known(Risk::Medium));
        // Both are medium; that of level 3 has the greater extent.
        assert_eq!(risk.worst(), Some(&risk.levels[2]));
    }
}

/// Table 2: what gaps make at each level.
#[test]
fn every_extent() {
    use Extent::{Significant, Slight, Substantial};
    let above = [Slight, Slight, Significant, Significant, Substantial];
    for framework_id in FRAMEWORKS {
        for (variant, minor_at_level_1) in [(SIGNIFICANT, Significant), (SLIGHT, Slight)] {
            for level in 1..=5 {
                let extent = |gaps: &[Gap]| cell(rules(framework_id), variant, level, gaps).0;
                let found = [
                    extent(&[Gap::Minor]),
                    extent(&[Gap::Minor, Gap::None, Gap::Minor]),
                    extent(&[Gap::Major]),
                    extent(&[Gap::Minor, Gap::Major]),
                    extent(&[Gap::Major, Gap::Major]),
                ];
                let first = minor_at_level_1;
                let expected = match level {
                    1 => [first, first, Substantial, Substantial, Substantial],
                    _ => above,
                };
                assert_eq!(found, expected, "{framework_id} {variant} level {level}");
                assert_eq!(extent(&[Gap::None]), Extent::None);
            }
        }
    }
}

/// Table 3: what extents mean at each level.
#[test]
fn every_risk() {
    use Risk::{High, Low, Medium, None};
    let expected = [
        (5, [None, Low, Low, Low]),
        (4, [None, Low, Low, Medium]),
        (3, [None, Low, Medium, Medium]),
        (2, [None, Medium, Medium, High]),
        (1, [None, Medium, High, High]),
    ];
    let extents = [
        Extent::None,
        Extent::Slight,
        Extent::Significant,
        Extent::Substantial,
    ];
    for framework_id in FRAMEWORKS {
        for (level, risks) in expected {
            let found = extents.map(|extent| rules(framework_id).risk(level, extent));
            assert_eq!(found, risks, "{framework_id} level {level}");
        }
    }
}

/// The only cell in which the readings of the source differ.
#[test]
fn the_variants_differ_for_a_minor_gap_at_level_1() {
    let risk = |variant| risk_of(variant, "L F F F F").risk;
    assert_eq!(risk(SIGNIFICANT), Risk::High);
    assert_eq!(risk(SLIGHT), Risk::Medium);
}

#[test]
fn without_a_choice_the_first_variant_counts() {
    let gaps = gaps("L F F");
    let risk = |variant: Option<&VariantId>| process_risk(rules(ISO_33020), variant, &gaps).risk;
    assert_eq!(risk(None), Risk::High);
    assert_eq!(risk(Some(&"gone".into())), Risk::High);
}

#[test]
fn the_tables_are_not_given_out_as_read() {
    for framework_id in FRAMEWORKS {
        assert_eq!(rules(framework_id).confidence, Confidence::Likely);
    }
}

/// Who rates nothing has no risk of none.
#[test]
fn what_is_not_rated_is_unknown_and_never_none() {
    let risk = risk_of(SIGNIFICANT, ". . . . .");
    assert_eq!(risk.risk, Risk::None);
    assert!(risk.unknown);
    assert_eq!(risk.standing(), RiskStanding::Unknown);
    assert_eq!(risk.worst(), None);
    let of_level_2 = &risk.levels[1].unknown;
    assert_eq!(of_level_2, &["PA2.1".into(), "PA2.2".into()]);

    let one_blank = risk_of(SIGNIFICANT, "F F F F .");
    assert_eq!(one_blank.standing(), RiskStanding::Unknown);
}

#[test]
fn nothing_asked_or_all_reached_is_no_risk() {
    for found in [Vec::new(), gaps("F F F F F")] {
        let risk = process_risk(rules(ISO_33020), None, &found);
        assert_eq!(risk.standing(), RiskStanding::Known(Risk::None));
        assert_eq!(risk.worst(), None);
    }
}

/// A blank makes a risk "at least" where it could raise it, and leaves it known where it could not.
#[test]
fn blanks_count_where_they_can_raise_the_risk() {
    let standing = |ratings| risk_of(SIGNIFICANT, ratings).standing();
    // Level 3 is low. The blank of level 2 could make it medium.
    assert_eq!(standing("F . F L F"), RiskStanding::AtLeast(Risk::Low));
    // Level 2 is medium. Another major gap there would make it high.
    assert_eq!(standing("F P . F F"), RiskStanding::AtLeast(Risk::Medium));
    // Level 2 is medium. No gap of level 3 is more than that.
    assert_eq!(standing("F P F . ."), RiskStanding::Known(Risk::Medium));
    // Nothing is more than high.
    assert_eq!(standing("P . . . ."), RiskStanding::Known(Risk::High));
}

/// Of cells with the same risk and extent, the lower level is the worse one: what stands on it falls too.
#[test]
fn the_worst_cell_is_the_lowest_of_equal_ones() {
    let risk = risk_of(SIGNIFICANT, "F F F L F L F");
    let levels: Vec<(u8, Risk)> = risk
        .levels
        .iter()
        .map(|found| (found.level, found.risk))
        .collect();
    let expected = [
        (1, Risk::None),
        (2, Risk::None),
        (3, Risk::Low),
        (4, Risk::Low),
    ];
    assert_eq!(levels, expected);
    assert_eq!(risk.worst().map(|found| found.level), Some(3));
}

/// What an attribute can turn out to be, from the smallest gap to the greatest.
const KNOWN: [Gap; 3] = [Gap::None, Gap::Minor, Gap::Major];

fn any_gap() -> impl Strategy<Value = Gap> {
    prop_oneof![prop::sample::select(KNOWN.to_vec()), Just(Gap::Unknown)]
}

/// A framework, a variant, and a gap for each attribute.
fn any_gaps() -> impl Strategy<Value = (&'static RiskRules, VariantId, Vec<AttributeGap>)> {
    let framework_id = prop::sample::select(FRAMEWORKS.to_vec());
    let variant = prop::sample::select(VARIANTS.to_vec());
    (framework_id, variant).prop_flat_map(|(framework_id, variant)| {
        let attributes = &framework(framework_id).attributes;
        let gaps = prop::collection::vec(any_gap(), attributes.len());
        gaps.prop_map(move |gaps| {
            let gaps = attributes
                .iter()
                .zip(gaps)
                .map(|(attribute, gap)| AttributeGap {
                    attribute: attribute.id.clone(),
                    level: attribute.level,
                    gap,
                    target: Rank(3),
                });
            (rules(framework_id), variant.into(), gaps.collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(512), failure_persistence: None, ..ProptestConfig::default() })]

    /// Worse ratings never make a smaller risk.
    #[test]
    fn risk_never_falls_when_a_gap_grows((rules, variant, gaps) in any_gaps(), at in any::<prop::sample::Index>()) {
        let at = at.index(gaps.len());
        let mut before: Option<ProcessRisk> = None;
        for gap in KNOWN {
            let mut gaps = gaps.clone();
            gaps[at].gap = gap;
            let risk = process_risk(rules, Some(&variant), &gaps);
            if let Some(before) = before {
                prop_assert!(risk.risk >= before.risk);
                prop_assert!(risk.at_most >= before.at_most);
                for (now, then) in risk.levels.iter().zip(&before.levels) {
                    prop_assert!(now.extent >= then.extent && now.risk >= then.risk);
                }
            }
            before = Some(risk);
        }
    }

    /// What is said while attributes are not rated holds however they turn out.
    #[test]
    fn later_ratings_keep_to_what_was_said((rules, variant, gaps) in any_gaps(), later in prop::collection::vec(0..3_usize, 9)) {
        let said = process_risk(rules, Some(&variant), &gaps);
        let mut rated = gaps.clone();
        for (found, later) in rated.iter_mut().zip(later) {
            if found.gap == Gap::Unknown {
                found.gap = KNOWN[later];
            }
        }
        let risk = process_risk(rules, Some(&variant), &rated);
        prop_assert!(!risk.unknown);
        prop_assert!(risk.risk <= said.at_most);
        match said.standing() {
            RiskStanding::Known(known) => prop_assert_eq!(risk.risk, known),
            RiskStanding::AtLeast(least) => prop_assert!(risk.risk >= least),
            RiskStanding::Unknown => prop_assert!(said.unknown),
        }
        let blank = gaps.iter().any(|found| found.gap == Gap::Unknown);
        prop_assert_eq!(said.unknown, blank);
        if blank {
            prop_assert_ne!(said.standing(), RiskStanding::Known(Risk::None));
        }
    }

    /// The worst cell is where the risk of the process comes from.
    #[test]
    fn the_worst_cell_has_the_risk_of_the_process((rules, variant, gaps) in any_gaps()) {
        let risk = process_risk(rules, Some(&variant), &gaps);
        prop_assert_eq!(risk.worst().map_or(Risk::None, |found| found.risk), risk.risk);
    }
}
