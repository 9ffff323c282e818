//! The smallest path: worked examples, and the laws that it reaches what is asked and that nothing cheaper does.

use crate::support;
use crate::support::{
    Workshop, attribute, attribute_in, cases, indicator, indicators, model, settle,
};
use plumbline::domain::cell::{Cell, CellState, process_cells};
use plumbline::domain::edit::Edit;
use plumbline::domain::effort::{Efforts, HOURS_PER_WEEK};
use plumbline::domain::framework::Attribute;
use plumbline::domain::id::ProcessId;
use plumbline::domain::model::Model;
use plumbline::domain::path::{Goal, Path, path_to, path_to_level, purchase, selection};
use plumbline::domain::raise::{Raise, Raises, fewest, raises};
use plumbline::domain::result::rates;
use plumbline::domain::scale::Rank;
use plumbline::domain::subject::{Item, Subject};
use plumbline::report::words;
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

const N: Rank = Rank(0);
const P: Rank = Rank(1);
const L: Rank = Rank(2);
const F: Rank = Rank(3);

/// 16 hours from N to P, 24 from P to L, 40 from L to F.
fn efforts() -> Efforts {
    Efforts {
        steps: vec![0, 16, 24, 40],
        ..Efforts::default()
    }
}

/// The path of a process to where the named attributes have these ranks.
fn path(workshop: &Workshop, process: &str, needs: &[(&str, Rank)], efforts: &Efforts) -> Path {
    let needs = |attribute: &Attribute| {
        let found = needs.iter().find(|(id, _)| *id == attribute.id.as_str());
        found.map(|(_, rank)| *rank)
    };
    path_to(
        workshop.model,
        &workshop.assessment,
        &process.into(),
        needs,
        efforts,
    )
}

/// "RES-2.O4: L to F, 40 h"
fn told(raises: &[Raise]) -> Vec<String> {
    let tell = |raise: &Raise| {
        let id = words::subject_id(&raise.subject);
        format!("{id}: {}, {} h", words::raise(model(), raise), raise.cost)
    };
    raises.iter().map(tell).collect()
}

/// P P P N is 3 of 12 points, and L asks for 6. One rating from N to F does it, for 80 hours. Two ratings do it for 64:
/// 24 for a P to L, and 16 and 24 for the N to L.
#[test]
fn the_fewest_ratings_are_not_the_fewest_hours() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA2.2", "P P P N");
    let cheapest = path(&workshop, "SDE-6", &[("PA2.2", L)], &efforts());
    assert_eq!(
        told(&cheapest.raises),
        ["PA2.2.a: P to L, 24 h", "PA2.2.d: N to L, 40 h"]
    );
    assert_eq!((cheapest.cost, cheapest.exact), (64, true));

    let cells = cells(&workshop, "SDE-6", "PA2.2");
    let fewest = raises(model(), &"PA2.2".into(), &cells, L, fewest).expect("something applies");
    assert_eq!(told(&fewest.raises), ["PA2.2.d: N to F, 1 h"]);
}

/// Seven outcomes at F F F L L L L have 17 points, and F asks for 17.5: any one L is raised. The first, unless it is dear.
#[test]
fn an_indicator_that_is_dear_is_left_alone() {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F L L L+ L-");
    let mut efforts = efforts();
    let found = path(&workshop, "RES-2", &[("PA1.1", F)], &efforts);
    assert_eq!(told(&found.raises), ["RES-2.O4: L to F, 40 h"]);

    for (outcome, hours) in [("RES-2.O4", 41), ("RES-2.O5", 60)] {
        let items = efforts.exceptions.entry("RES-2".into()).or_default();
        items.insert(Item::Indicator(outcome.into()), hours);
    }
    let found = path(&workshop, "RES-2", &[("PA1.1", F)], &efforts);
    assert_eq!(
        told(&found.raises),
        ["RES-2.O6: L+ to F, 40 h"],
        "a refined rating starts at the step that it refines"
    );
}

/// Two teams, one at L and one at N. By attributes and instances, L asks for 3 of 6 points: 1 more, so N to P. Rated once
/// for the whole process, there is one thing to raise.
#[test]
fn the_path_follows_the_rating_method() {
    let mut by_instance = Workshop::new("R2", 1, &["SDE-6"]);
    by_instance.add_instances("SDE-6", &["2"]);
    by_instance.rate(attribute_in("SDE-6", "1", "PA1.1"), "L");
    by_instance.rate(attribute_in("SDE-6", "2", "PA1.1"), "N");
    let found = path(&by_instance, "SDE-6", &[("PA1.1", L)], &efforts());
    assert_eq!(told(&found.raises), ["PA1.1: N to P, 16 h"]);
    assert_eq!(found.raises[0].subject.instance, Some("2".into()));

    let mut whole = Workshop::new("R3", 1, &["SDE-6"]);
    whole.rate(attribute("SDE-6", "PA1.1"), "P");
    let found = path(&whole, "SDE-6", &[("PA1.1", L)], &efforts());
    assert_eq!(told(&found.raises), ["PA1.1: P to L, 24 h"]);
    assert_eq!(found.raises[0].subject.instance, None);
}

/// An instance settled at P stands for its four outcomes, so a step takes four times the hours.
#[test]
fn a_settled_instance_takes_the_work_of_its_indicators() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.edit(settle(
        attribute_in("SDE-6", "1", "PA1.1"),
        "P",
        "Seen on site.",
    ));
    let found = path(&workshop, "SDE-6", &[("PA1.1", L)], &efforts());
    assert_eq!(told(&found.raises), ["PA1.1: P to L, 96 h"]);
}

/// What was excluded cannot be raised. What is not rated yet can, and takes all the hours from N.
#[test]
fn blanks_are_raised_last_and_what_does_not_apply_never() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", ". . - L");
    workshop.rate_each("SDE-6", "1", "PA2.2", "- - - -");
    let needs = [("PA1.1", F), ("PA2.2", L)];
    let found = path(&workshop, "SDE-6", &needs, &efforts());
    assert_eq!(told(&found.raises), ["SDE-6.O4: L to F, 40 h"]);
    assert_eq!(found.out_of_reach, ["PA2.2".into()]);

    let mut nothing_rated = Workshop::new("R1", 1, &["SDE-6"]);
    nothing_rated.edit(support::not_applicable(
        indicator("SDE-6", "SDE-6.O1"),
        "We do not do this.",
    ));
    let found = path(&nothing_rated, "SDE-6", &[("PA1.1", P)], &efforts());
    assert_eq!(
        told(&found.raises),
        ["SDE-6.O2: not rated to P, 16 h"],
        "one rating is enough for a mean"
    );
}

/// Gaps of 16, 40 and 64 hours in two processes. One week closes one of them and leaves 24 hours, two weeks close two and
/// bring the first process to its target.
#[test]
fn what_one_more_week_buys() {
    let mut workshop = Workshop::new("R3", 2, &["SDE-6", "RES-2"]);
    for (process, id, rating) in [
        ("SDE-6", "PA1.1", "N"),
        ("SDE-6", "PA2.1", "L"),
        ("RES-2", "PA1.1", "P"),
    ] {
        workshop.rate(attribute(process, id), rating);
    }
    let needs = |process: &ProcessId, attribute: &Attribute| match attribute.id.as_str() {
        "PA1.1" if process.as_str() == "SDE-6" => Some(P),
        "PA1.1" | "PA2.1" if rated(&workshop, process, attribute) => Some(F),
        _ => None,
    };
    let scope = &workshop.assessment.scope;
    let found = selection(model(), &workshop.assessment, scope, needs, &efforts());
    assert_eq!((found.cost, found.exact), (16 + 40 + 64, true));

    let bought = |goals: Vec<Goal>, weeks: u32| {
        let bought = purchase(goals, weeks * HOURS_PER_WEEK);
        let name = |goal: &Goal| match &goal.attribute {
            Some(attribute) => format!("{} {attribute}, {} h", goal.process, goal.hours),
            None => format!("{}, {} h", goal.process, goal.hours),
        };
        let names: Vec<String> = bought.goals.iter().map(name).collect();
        (names.join("; "), bought.hours, bought.left)
    };
    let attributes = |weeks| bought(found.attribute_goals(), weeks);
    assert_eq!(attributes(1), ("SDE-6 PA1.1, 16 h".to_owned(), 16, 24));
    let two = "SDE-6 PA1.1, 16 h; SDE-6 PA2.1, 40 h";
    assert_eq!(attributes(2), (two.to_owned(), 56, 24));
    let three = format!("{two}; RES-2 PA1.1, 64 h");
    assert_eq!(attributes(3), (three, 120, 0));

    let processes = |weeks| bought(found.process_goals(), weeks);
    assert_eq!(processes(1), (String::new(), 0, 40));
    assert_eq!(processes(2), ("SDE-6, 56 h".to_owned(), 56, 24));
}

fn rated(workshop: &Workshop, process: &ProcessId, attribute: &Attribute) -> bool {
    let letter = workshop.letter(process.as_str(), attribute.id.as_str());
    letter != "."
}

/// Three outcomes of which two are rated N and P, and L asked for. The numbers of the scale decide whether all can be tried.
#[test]
fn where_there_is_too_much_to_try_the_path_is_a_bound() {
    let cells = [cell(0, 1, Some(N)), cell(1, 1, Some(P)), cell(2, 1, None)];
    let found = raises(steep(), &"PA1.1".into(), &cells, L, fewest).expect("something applies");
    assert!(!found.exact);
    assert!(reaches(steep(), &raised(&cells, &found.raises), L));

    let found = raises(model(), &"PA1.1".into(), &cells, L, fewest).expect("something applies");
    assert!(found.exact);
}

/// A framework whose numbers have no divisor in common and are too large for a table.
fn steep() -> &'static Model {
    static STEEP: LazyLock<Model> = LazyLock::new(|| {
        let mut framework = (*model().framework).clone();
        let values = [0, 19_999_999, 30_000_001, 50_000_017];
        for (step, value) in framework.aggregations[0].values.iter_mut().zip(values) {
            step.value = value;
        }
        let model = model().clone();
        Model::new(Arc::new(framework), model.reference, model.assessment).expect("they fit")
    });
    &STEEP
}

fn cells(workshop: &Workshop, process: &str, attribute: &str) -> Vec<Cell> {
    let found = workshop.model.framework.attribute(&attribute.into());
    process_cells(
        workshop.model,
        &workshop.assessment,
        &process.into(),
        found.expect("an attribute of the framework"),
        rates(workshop.model, &workshop.assessment),
    )
}

fn cell(place: usize, weight: u32, rank: Option<Rank>) -> Cell {
    let state = rank.map_or(CellState::NotRated, |rank| CellState::Rated {
        rating: "any".into(),
        rank,
    });
    Cell {
        subject: indicator("any", &place.to_string()),
        weight,
        // Instances count differently often.
        times: 1 + u32::try_from(place % 3).expect("small"),
        state,
        carried: false,
    }
}

/// The cells after some raises.
fn raised(cells: &[Cell], raises: &[Raise]) -> Vec<Cell> {
    let mut cells = cells.to_vec();
    for raise in raises {
        let found = cells.iter_mut().find(|cell| cell.subject == raise.subject);
        found.expect("a cell that is there").state = CellState::Rated {
            rating: "any".into(),
            rank: raise.to,
        };
    }
    cells
}

/// Whether the mean of the rated cells, half rounded up, is a rank or more.
fn reaches(model: &Model, cells: &[Cell], needed: Rank) -> bool {
    let (mut sum, mut count) = (0, 0);
    for cell in cells {
        if let Some(rank) = cell.state.rank() {
            sum += u64::from(cell.counts() * model.value(rank));
            count += u64::from(cell.counts());
        }
    }
    let half_way = |upper: u8| model.value(Rank(upper - 1)) + model.value(Rank(upper));
    let least = u64::from(if needed == N { 0 } else { half_way(needed.0) });
    count > 0 && 2 * sum >= least * count
}

/// What a set of raises is judged by: cost, how many, how many blanks; then the places, the first cell as the highest bit,
/// the highest number first.
type Judged = (u64, u32, u32, std::cmp::Reverse<u32>);

/// The best of all sets of raises, by trying every one. None where none reaches.
fn best(
    model: &Model,
    cells: &[Cell],
    needed: Rank,
    cost: &impl Fn(&Cell, Rank) -> u32,
) -> Option<Judged> {
    let mut best = None;
    try_from(
        0,
        &mut cells.to_vec(),
        (0, 0, 0, 0),
        cost,
        &mut |cells, judged| {
            let (cost, count, blanks, places) = judged;
            let judged = (cost, count, blanks, std::cmp::Reverse(places));
            if best.is_none_or(|best| judged < best) && reaches(model, cells, needed) {
                best = Some(judged);
            }
        },
    );
    best
}

/// Shows `look` every set of raises of the cells from a place on.
fn try_from(
    place: usize,
    cells: &mut Vec<Cell>,
    (sum, count, blanks, places): (u64, u32, u32, u32),
    cost: &impl Fn(&Cell, Rank) -> u32,
    look: &mut impl FnMut(&[Cell], (u64, u32, u32, u32)),
) {
    let Some(cell) = cells.get(place).cloned() else {
        look(cells, (sum, count, blanks, places));
        return;
    };
    let so_far = (sum, count, blanks, places << 1);
    try_from(place + 1, cells, so_far, cost, look);
    if cell.state == CellState::NotApplicable {
        return;
    }
    let blank = u32::from(cell.state == CellState::NotRated);
    for to in [N, P, L, F] {
        if cell.state.rank().is_none_or(|now| now < to) {
            cells[place].state = CellState::Rated {
                rating: "any".into(),
                rank: to,
            };
            let sum = sum + u64::from(cost(&cell, to));
            let with_it = (sum, count + 1, blanks + blank, (places << 1) + 1);
            try_from(place + 1, cells, with_it, cost, look);
        }
    }
    cells[place] = cell;
}

/// What some raises of cells are judged by.
fn judged(cells: &[Cell], found: &Raises) -> Judged {
    let raise_of = |cell: &Cell| {
        found
            .raises
            .iter()
            .find(|raise| raise.subject == cell.subject)
    };
    let mut judged = (0, 0, 0, 0);
    for cell in cells {
        judged.3 <<= 1;
        if let Some(raise) = raise_of(cell) {
            judged.0 += u64::from(raise.cost);
            judged.1 += 1;
            judged.2 += u32::from(cell.state == CellState::NotRated);
            judged.3 += 1;
        }
    }
    (judged.0, judged.1, judged.2, std::cmp::Reverse(judged.3))
}

/// Whether each raise is needed in full: with one step less that costs no more, the rank is missed.
fn none_is_raised_too_far(
    model: &Model,
    cells: &[Cell],
    found: &Raises,
    needed: Rank,
    cost: impl Fn(&Cell, Rank) -> u32,
) -> bool {
    (0..found.raises.len()).all(|place| {
        let mut less = found.raises.clone();
        let raise = &mut less[place];
        let cell = cells.iter().find(|cell| cell.subject == raise.subject);
        let cell = cell.expect("a cell that is there");
        let from = cell.state.rank().map_or(0, |rank| rank.0 + 1);
        (from..raise.to.0).all(|to| {
            let mut less = less.clone();
            less[place].to = Rank(to);
            cost(cell, Rank(to)) > less[place].cost
                || !reaches(model, &raised(cells, &less), needed)
        })
    })
}

/// Up to six cells at random, some blank, some not applicable.
fn some_cells() -> impl Strategy<Value = Vec<Cell>> {
    let state = prop_oneof![
        6 => (0..4_u8).prop_map(|rank| Some(Some(Rank(rank)))),
        2 => Just(Some(None)),
        1 => Just(None),
    ];
    let cells = prop::collection::vec((1..4_u32, state), 0..=6);
    cells.prop_map(|cells| {
        let cell = |(place, (weight, state)): (usize, (u32, Option<Option<Rank>>))| match state {
            Some(rank) => cell(place, weight, rank),
            None => Cell {
                state: CellState::NotApplicable,
                ..cell(place, weight, None)
            },
        };
        cells.into_iter().enumerate().map(cell).collect()
    })
}

/// What each cell costs to be raised to each rank: the same for all, steps that add up, or anything.
fn some_costs() -> impl Strategy<Value = Vec<[u32; 4]>> {
    let any = prop::collection::vec(prop::array::uniform4(0..12_u32), 6);
    prop_oneof![
        Just(vec![[1; 4]; 6]),
        any.clone().prop_map(|costs| {
            let add_up = |steps: [u32; 4]| {
                [
                    0,
                    steps[1],
                    steps[1] + steps[2],
                    steps[1] + steps[2] + steps[3],
                ]
            };
            costs.into_iter().map(add_up).collect()
        }),
        any,
    ]
}

fn cost_of(costs: &[[u32; 4]]) -> impl Fn(&Cell, Rank) -> u32 {
    |cell, to| {
        let place: usize = words::subject_id(&cell.subject).parse().expect("a place");
        costs[place][usize::from(to.0)]
    }
}

/// What is said of a process at random.
#[derive(Clone, Debug)]
struct Case {
    method: &'static str,
    instances: usize,
    said: Vec<&'static str>,
    /// Attributes settled, by place, in one instance or as a whole.
    settled: Vec<(usize, Option<usize>, &'static str)>,
    efforts: Efforts,
    /// By the place of the attribute.
    needs: Vec<Option<Rank>>,
}

const PROCESS: &str = "SDE-6";
const ATTRIBUTES: [&str; 3] = ["PA1.1", "PA2.1", "PA2.2"];
const INSTANCES: [&str; 3] = ["1", "2", "3"];

impl Case {
    fn subjects(&self) -> Vec<Subject> {
        let instances = &INSTANCES[..self.instances];
        let all = ATTRIBUTES.into_iter().flat_map(|id| {
            instances
                .iter()
                .flat_map(move |instance| match self.method {
                    "R1" => indicators(model(), PROCESS, instance, id),
                    "R2" => vec![attribute_in(PROCESS, instance, id)],
                    _ => vec![attribute(PROCESS, id)],
                })
        });
        all.collect()
    }

    fn workshop(&self) -> Workshop {
        let mut workshop = Workshop::new(self.method, 2, &[PROCESS]);
        workshop.add_instances(PROCESS, &INSTANCES[1..self.instances]);
        for (subject, said) in self.subjects().into_iter().zip(&self.said) {
            match *said {
                "." => {}
                "-" => workshop.edit(support::not_applicable(subject, "We do not do this.")),
                rating => workshop.rate(subject, rating),
            }
        }
        // Only what the method computes can be settled otherwise.
        let computed = |instance: Option<usize>| match self.method {
            "R1" => true,
            "R2" => instance.is_none(),
            _ => false,
        };
        for (place, instance, rating) in &self.settled {
            if !computed(*instance) {
                continue;
            }
            let id = ATTRIBUTES[*place];
            let subject = match instance {
                Some(instance) => attribute_in(PROCESS, INSTANCES[*instance], id),
                None => attribute(PROCESS, id),
            };
            workshop.edit(settle(subject, rating, "Seen on site."));
        }
        workshop
    }

    fn needs(&self, attribute: &Attribute) -> Option<Rank> {
        let place = ATTRIBUTES
            .iter()
            .position(|id| *id == attribute.id.as_str())?;
        self.needs[place]
    }
}

fn case() -> impl Strategy<Value = Case> {
    let rating = || prop::sample::select(vec!["N", "P-", "P", "L", "L+", "F", "F"]);
    let said = prop_oneof![6 => rating(), 2 => Just("."), 1 => Just("-")];
    let settled = (0..3_usize, prop::option::of(0..3_usize), rating());
    let efforts = (
        prop::collection::vec(0..60_u32, 4),
        prop::collection::vec((0..16_usize, 0..60_u32), 0..3),
    );
    let needs = prop::option::weighted(0.8, (0..4_u8).prop_map(Rank));
    (
        prop::sample::select(vec!["R1", "R2", "R3"]),
        1..=3_usize,
        prop::collection::vec(said, 48),
        prop::collection::vec(settled, 0..3),
        efforts,
        prop::collection::vec(needs, 3),
    )
        .prop_map(|(method, instances, said, settled, efforts, needs)| {
            let mut case = Case {
                method,
                instances,
                said,
                settled,
                efforts: Efforts::default(),
                needs,
            };
            let (steps, exceptions) = efforts;
            case.efforts.steps = steps;
            let subjects = case.subjects();
            let items = case.efforts.exceptions.entry(PROCESS.into()).or_default();
            for (place, hours) in exceptions {
                items.insert(subjects[place % subjects.len()].item.clone(), hours);
            }
            case
        })
}

/// The edit by which a person would raise what stands there: by settling it again where it was settled.
fn edit(workshop: &Workshop, raise: &Raise) -> Edit {
    let rating = workshop.model.framework.scale.rating(raise.to).as_str();
    let remarks = workshop.assessment.remarks(&raise.subject);
    let settled = remarks.is_some_and(|remarks| remarks.settlement().is_some());
    if settled {
        settle(raise.subject.clone(), rating, "Better than it was.")
    } else {
        support::judge(raise.subject.clone(), rating)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(128), ..ProptestConfig::default() })]

    #[test]
    fn nothing_cheaper_is_enough(cells in some_cells(), needed in 0..4_u8, costs in some_costs()) {
        let (needed, cost) = (Rank(needed), cost_of(&costs));
        let best = best(model(), &cells, needed, &cost);
        let found = raises(model(), &"PA1.1".into(), &cells, needed, &cost);
        prop_assert_eq!(found.is_some(), best.is_some());
        if let (Some(found), Some(best)) = (found, best) {
            prop_assert!(found.exact);
            let judged = judged(&cells, &found);
            prop_assert_eq!((judged.0, judged.1, judged.2), (best.0, best.1, best.2));
            if costs.as_flattened().iter().all(|cost| *cost == 1) {
                prop_assert_eq!(judged, best, "of the smallest sets, the first ratings");
            }
            prop_assert_eq!(found.cost, found.raises.iter().map(|raise| raise.cost).sum::<u32>());
            prop_assert!(reaches(model(), &raised(&cells, &found.raises), needed));
            prop_assert!(none_is_raised_too_far(model(), &cells, &found, needed, &cost));
        }
    }

    #[test]
    fn a_bound_is_enough_and_never_below_the_cheapest(cells in some_cells(), needed in 0..4_u8, costs in some_costs()) {
        let (needed, cost) = (Rank(needed), cost_of(&costs));
        let best = best(steep(), &cells, needed, &cost);
        let found = raises(steep(), &"PA1.1".into(), &cells, needed, &cost);
        prop_assert_eq!(found.is_some(), best.is_some());
        if let (Some(found), Some(best)) = (found, best) {
            prop_assert!(reaches(steep(), &raised(&cells, &found.raises), needed));
            prop_assert!(none_is_raised_too_far(steep(), &cells, &found, needed, &cost));
            if found.exact {
                prop_assert_eq!(u64::from(found.cost), best.0);
            } else {
                prop_assert!(u64::from(found.cost) >= best.0);
            }
        }
    }

    #[test]
    fn who_follows_the_path_gets_there(case in case()) {
        let mut workshop = case.workshop();
        let needs = |attribute: &Attribute| case.needs(attribute);
        let found = path_to(model(), &workshop.assessment, &PROCESS.into(), needs, &case.efforts);
        prop_assert!(found.exact);
        let hours = |cell: &Cell, to: Rank| {
            cell.weight * case.efforts.raise(&cell.subject, cell.state.rank(), to)
        };
        for raise in &found.raises {
            let cells = cells(&workshop, PROCESS, raise.attribute.as_str());
            let cell = cells.iter().find(|cell| cell.subject == raise.subject).expect("a cell that is there");
            prop_assert_eq!(raise.cost, hours(cell, raise.to));
        }
        let asked = ATTRIBUTES.into_iter().zip(&case.needs).filter_map(|(id, needed)| Some((id, (*needed)?)));
        let within_trying = |(id, _): &(&str, Rank)| cells(&workshop, PROCESS, id).len() <= 6;
        for (id, needed) in asked.clone().filter(within_trying) {
            let of_attribute = found.raises.iter().filter(|raise| raise.attribute.as_str() == id);
            let cost: u32 = of_attribute.map(|raise| raise.cost).sum();
            let best = best(model(), &cells(&workshop, PROCESS, id), needed, &hours);
            prop_assert_eq!(best.map_or(0, |best| best.0), u64::from(cost), "{}", id);
            prop_assert_eq!(best.is_none(), found.out_of_reach.contains(&id.into()));
        }
        for raise in &found.raises {
            workshop.edit(edit(&workshop, raise));
        }
        for (id, needed) in asked {
            let reached = workshop.attribute(PROCESS, id).standing.rank();
            prop_assert!(reached >= Some(needed) || found.out_of_reach.contains(&id.into()), "{} at {:?}", id, reached);
        }
        let after = path_to(model(), &workshop.assessment, &PROCESS.into(), needs, &case.efforts);
        prop_assert_eq!((after.raises, after.cost), (vec![], 0), "nothing is left to do");
    }

    #[test]
    fn the_path_to_a_level_counts_its_ratings(case in case(), level in 1..=2_u8) {
        let mut workshop = case.workshop();
        let found = path_to_level(model(), &workshop.assessment, &PROCESS.into(), level);
        prop_assert_eq!(found.cost as usize, found.raises.len());
        for raise in &found.raises {
            workshop.edit(edit(&workshop, raise));
        }
        prop_assert!(workshop.level(PROCESS) >= level || !found.out_of_reach.is_empty());
    }

    #[test]
    fn no_other_choice_buys_more(hours in prop::collection::vec(0..90_u32, 0..8), budget in 0..200_u32) {
        let goal = |hours: &u32| Goal { process: PROCESS.into(), attribute: None, hours: *hours };
        let goals: Vec<Goal> = hours.iter().map(goal).collect();
        let bought = purchase(goals.clone(), budget);
        let affordable = |set: &u32| {
            let chosen = hours.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
            chosen.map(|(_, hours)| hours).sum::<u32>() <= budget
        };
        let most = (0..1_u32 << hours.len()).filter(affordable).map(u32::count_ones).max();
        prop_assert_eq!(Some(bought.goals.len() as u32), most);
        prop_assert_eq!(bought.hours, bought.goals.iter().map(|goal| goal.hours).sum::<u32>());
        prop_assert_eq!(bought.hours + bought.left, budget);
        let with_a_week = purchase(goals, budget + HOURS_PER_WEEK);
        prop_assert!(with_a_week.goals.starts_with(&bought.goals), "more hours change nothing that was bought before");
    }
}
