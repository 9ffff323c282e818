//! Laws of rating, over the shipped models and ratings at random: what must hold whatever people say.

use crate::support::{
    ANNA, ISO_15504, ISO_33020, Workshop, attribute, attribute_in, change_id, indicators, judge,
    model_over, not_applicable, setup_edits, start_edit,
};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::cell::{Cell, CellState, process_cells};
use plumbline::domain::change::{Change, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::framework::Rates;
use plumbline::domain::id::{AssessmentId, MethodId, ProcessId};
use plumbline::domain::judgement::{Judgement, Settlement};
use plumbline::domain::model::Model;
use plumbline::domain::path::path_to_level;
use plumbline::domain::plan::{PlanItem, plan};
use plumbline::domain::raise::Raise;
use plumbline::domain::result::{ProcessResult, process_result, rates};
use plumbline::domain::scale::Rank;
use plumbline::domain::subject::Subject;
use plumbline::exchange::envelope;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

/// What is said of one thing that can be rated.
type Said = Option<&'static str>;

const NOT_APPLICABLE: &str = "n/a";
const REASON: &str = "We do not do this.";

/// An assessment of one process at random.
#[derive(Clone, Debug)]
struct Case {
    framework: &'static str,
    method: &'static str,
    process: String,
    instances: usize,
    highest_level: u8,
    /// In the order of [`Case::subjects`]; there may be more than are needed.
    said: Vec<Said>,
}

impl Case {
    fn model(&self) -> &'static Model {
        model_over(self.framework)
    }

    fn instance_ids(&self) -> impl Iterator<Item = &'static str> {
        ["1", "2", "3"].into_iter().take(self.instances)
    }

    /// All that people rate under the method.
    fn subjects(&self) -> Vec<Subject> {
        let process = self.process.as_str();
        let attributes: Vec<&str> = self
            .model()
            .attributes(self.highest_level)
            .map(|found| found.id.as_str())
            .collect();
        let mut subjects = Vec::new();
        match self.method {
            "R1" => {
                for instance in self.instance_ids() {
                    for found in &attributes {
                        subjects.extend(indicators(self.model(), process, instance, found));
                    }
                }
            }
            "R2" => {
                for instance in self.instance_ids() {
                    let of_instance = |found: &&str| attribute_in(process, instance, found);
                    subjects.extend(attributes.iter().map(of_instance));
                }
            }
            _ => subjects.extend(attributes.iter().map(|found| attribute(process, found))),
        }
        subjects
    }

    /// The edits that rate what is to be rated.
    fn ratings(&self) -> Vec<Edit> {
        let subjects = self.subjects().into_iter();
        subjects
            .zip(&self.said)
            .filter_map(|(subject, said)| match (*said)? {
                NOT_APPLICABLE => Some(not_applicable(subject, REASON)),
                rating => Some(judge(subject, rating)),
            })
            .collect()
    }

    fn workshop(&self) -> Workshop {
        let process = self.process.as_str();
        let mut workshop =
            Workshop::over(self.framework, self.method, self.highest_level, &[process]);
        let added: Vec<&str> = self.instance_ids().skip(1).collect();
        workshop.add_instances(process, &added);
        for edit in self.ratings() {
            workshop.edit(edit);
        }
        workshop
    }
}

/// Three moods, so that all levels occur: anything goes; mostly good; nearly perfect.
fn said(mood: usize) -> impl Strategy<Value = Said> {
    let [fully, largely, other, blank, not_applicable] =
        [[2, 2, 6, 2, 1], [14, 8, 1, 1, 1], [60, 2, 1, 2, 2]][mood];
    prop_oneof![
        fully => Just(Some("F")),
        largely => prop::sample::select(vec![Some("L"), Some("L-"), Some("L+")]),
        other => prop::sample::select(vec![Some("N"), Some("P"), Some("P-"), Some("P+")]),
        blank => Just(None),
        not_applicable => Just(Some(NOT_APPLICABLE)),
    ]
}

/// As many ratings as there can be: 53 of CON-1 (10 outcomes, 43 achievements less one) in three instances, and some more.
const MOST_RATINGS: usize = 170;

fn case() -> impl Strategy<Value = Case> {
    let processes: Vec<String> = model_over(ISO_33020)
        .reference
        .processes
        .iter()
        .map(|process| process.id.to_string())
        .collect();
    let frame = (
        prop::sample::select(vec![ISO_33020, ISO_33020, ISO_15504]),
        prop::sample::select(vec!["R1", "R2", "R3"]),
        prop::sample::select(processes),
        1..=3_usize,
        1..=5_u8,
        0..3_usize,
    );
    frame.prop_flat_map(
        |(framework, method, process, instances, highest_level, mood)| {
            prop::collection::vec(said(mood), MOST_RATINGS).prop_map(move |said| Case {
                framework,
                method,
                process: process.clone(),
                instances,
                highest_level,
                said: said
                    .into_iter()
                    .map(|said| plain_where_not_refined(framework, said))
                    .collect(),
            })
        },
    )
}

/// ISO/IEC 15504-2 has no refined ratings.
fn plain_where_not_refined(framework: &str, said: Said) -> Said {
    match said {
        Some("L-" | "L+") if framework == ISO_15504 => Some("L"),
        Some("P-" | "P+") if framework == ISO_15504 => Some("P"),
        said => said,
    }
}

/// The rank that a subject is rated at; none where it is not rated or not applicable.
fn rank(workshop: &Workshop, subject: &Subject) -> Option<Rank> {
    let rating = workshop.assessment.judgement(subject)?.rating()?;
    workshop.model.framework.scale.rank(rating)
}

fn is_blank(workshop: &Workshop, subject: &Subject) -> bool {
    workshop.assessment.judgement(subject).is_none()
}

fn levels_within_range(result: &ProcessResult) -> bool {
    result.lowest <= result.level && result.level <= result.highest
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The laws would hold of nothing at all; here is what they are tried on.
#[test]
fn the_cases_at_random_reach_every_level_and_leave_ranges_open() {
    let mut runner = TestRunner::deterministic();
    let mut levels = BTreeSet::new();
    let mut open = 0;
    for _ in 0..300 {
        let case = case().new_tree(&mut runner).expect("a case").current();
        assert!(case.subjects().len() <= MOST_RATINGS);
        let result = case.workshop().result(&case.process);
        levels.insert(result.level);
        open += usize::from(result.lowest < result.highest);
    }
    assert_eq!(levels, (0..=5).collect());
    assert!(open > 50, "{open} of 300 have an open range");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn raising_a_rating_never_lowers_a_level(case in case(), pick in any::<prop::sample::Index>(), to in 1..4_u8) {
        let mut workshop = case.workshop();
        let subjects = case.subjects();
        let lower = |subject: &&Subject| rank(&workshop, subject).is_some_and(|rank| rank.0 < to);
        let raisable: Vec<&Subject> = subjects.iter().filter(lower).collect();
        prop_assume!(!raisable.is_empty());
        let subject = (*pick.get(&raisable)).clone();
        let before = workshop.result(&case.process);
        let rating = workshop.model.framework.scale.rating(Rank(to)).to_string();
        workshop.rate(subject, &rating);
        let after = workshop.result(&case.process);
        prop_assert!(after.level >= before.level);
        prop_assert!(after.lowest >= before.lowest);
        prop_assert!(after.highest >= before.highest);
        for (after, before) in after.instances.iter().zip(&before.instances) {
            prop_assert!(after.level >= before.level);
        }
    }

    #[test]
    fn the_range_contains_the_level(case in case()) {
        let result = case.workshop().result(&case.process);
        prop_assert!(levels_within_range(&result), "{} in {}..{}", result.level, result.lowest, result.highest);
        if result.progress.not_rated() == 0 {
            prop_assert_eq!(result.lowest, result.highest, "nothing is open");
        }
    }

    #[test]
    fn filling_a_blank_never_widens_the_range(case in case(), order in any::<prop::sample::Index>(), rating in said(0)) {
        let mut workshop = case.workshop();
        let subjects = case.subjects();
        let blanks: Vec<&Subject> = subjects.iter().filter(|subject| is_blank(&workshop, subject)).collect();
        prop_assume!(!blanks.is_empty());
        let blank = (*order.get(&blanks)).clone();
        let before = workshop.result(&case.process);
        match plain_where_not_refined(case.framework, rating) {
            Some(rating) if rating != NOT_APPLICABLE => workshop.rate(blank, rating),
            _ => workshop.edit(not_applicable(blank, REASON)),
        }
        let after = workshop.result(&case.process);
        prop_assert!(after.lowest >= before.lowest);
        prop_assert!(after.highest <= before.highest);
        prop_assert!(after.progress.not_rated() < before.progress.not_rated());
    }

    /// However the blanks are filled in the end, the level lies in the range that was told before.
    #[test]
    fn the_range_keeps_its_promise(case in case(), fill in prop::collection::vec(0..4_u8, MOST_RATINGS)) {
        let mut workshop = case.workshop();
        let told = workshop.result(&case.process);
        for (subject, rank) in case.subjects().into_iter().zip(fill) {
            if is_blank(&workshop, &subject) {
                let rating = workshop.model.framework.scale.rating(Rank(rank)).to_string();
                workshop.rate(subject, &rating);
            }
        }
        let level = workshop.result(&case.process).level;
        prop_assert!(told.lowest <= level && level <= told.highest, "{level} in {}..{}", told.lowest, told.highest);
    }

    #[test]
    fn the_order_in_which_changes_come_does_not_matter(case in case(), keys in prop::collection::vec(any::<u16>(), MOST_RATINGS + 20)) {
        let workshop = case.workshop();
        let changes = workshop.assessment.changes();
        let mut shuffled: Vec<_> = changes.iter().cloned().zip(&keys).collect();
        shuffled.extend(changes.iter().cloned().zip(keys.iter().rev()).take(5)); // some come twice
        shuffled.sort_by_key(|(_, key)| **key);
        let shuffled: Vec<Change> = shuffled.into_iter().map(|(change, _)| change).collect();
        let (folded, refused) = Assessment::from_changes(&shuffled).expect("it starts");
        prop_assert!(refused.is_empty());
        prop_assert_eq!(&folded, &workshop.assessment);
    }

    #[test]
    fn an_undone_edit_leaves_no_trace_in_the_result(case in case(), edits in prop::collection::vec(edit(), 1..4)) {
        let mut workshop = case.workshop();
        for edit in edits {
            let edit = edit.of(&case);
            let before = derived(&workshop, &case);
            let opposite = workshop.assessment.opposite(&edit, ANNA).expect("all but the start can be undone");
            if workshop.edit_by(ANNA, edit.clone()).is_ok() {
                workshop.edit_by(ANNA, opposite).expect("the opposite can be made");
                prop_assert_eq!(derived(&workshop, &case), before, "{:?}", edit);
                workshop.edit(edit);
            }
        }
    }

    #[test]
    fn the_path_reaches_its_level_and_no_smaller_one_does(case in case(), target in 1..=5_u8) {
        let mut workshop = case.workshop();
        let target = target.min(case.highest_level);
        let path = path_to_level(workshop.model, &workshop.assessment, &ProcessId::new(&case.process), target);
        if !path.out_of_reach.is_empty() {
            prop_assert!(workshop.result(&case.process).highest < target, "what is out of reach stays so");
            return Ok(());
        }
        let needed = |raise: &Raise| {
            let level = workshop.model.framework.attribute(&raise.attribute).expect("an attribute").level;
            workshop.model.rule.requirement(target).and_then(|row| row.needs(level)).expect("needed")
        };
        let small = |cells: &[Cell]| cells.len() <= 10;
        for found in workshop.model.attributes(target) {
            let cells = cells(&workshop, &case, found.id.as_str());
            let raises: Vec<&Raise> = path.raises.iter().filter(|raise| raise.attribute == found.id).collect();
            let Some(first) = raises.first() else { continue };
            prop_assert!(reaches(&workshop, &with(&cells, &raises), needed(first)));
            if small(&cells) {
                prop_assert!(!fewer_reach(&workshop, &cells, raises.len(), needed(first)), "{} in fewer than {:?}", found.id, raises);
            }
            prop_assert!(none_is_raised_too_far(&workshop, &cells, &raises, needed(first)), "too far: {raises:?}");
        }
        for raise in path.raises {
            let rating = workshop.model.framework.scale.rating(raise.to).to_string();
            let now = rank(&workshop, &raise.subject);
            prop_assert!(now.is_none_or(|now| now < raise.to));
            workshop.rate(raise.subject, &rating);
        }
        prop_assert!(workshop.result(&case.process).level >= target);
    }

    #[test]
    fn merging_is_a_union(case in case(), parts in prop::collection::vec((0..8_u8, any::<bool>()), MOST_RATINGS)) {
        let [one, two, three] = three_copies(&case, &parts);
        prop_assert_eq!(merge(one.clone(), two.clone()), merge(two.clone(), one.clone()));
        prop_assert_eq!(
            merge(merge(one.clone(), two.clone()), three.clone()),
            merge(one.clone(), merge(two.clone(), three.clone()))
        );
        prop_assert_eq!(merge(one.clone(), one.clone()), one.clone());
        let both = merge(one.clone(), two.clone());
        prop_assert_eq!(merge(both.clone(), one.clone()), both.clone(), "merging again changes nothing");
        for change in one.iter().chain(&two) {
            prop_assert_eq!(both.iter().filter(|found| *found == change).count(), 1);
        }
        prop_assert!(both.iter().all(|change| one.contains(change) || two.contains(change)));
        let (folded, refused) = Assessment::from_changes(&both).expect("it starts");
        prop_assert!(refused.is_empty());
        prop_assert_eq!(folded.changes(), &both);
    }

    #[test]
    fn an_assessment_file_gives_back_what_was_written(case in case(), edits in prop::collection::vec(edit(), 0..6)) {
        let mut workshop = case.workshop();
        for edit in edits {
            let _refused = workshop.edit_by("Jörg \"J\" Öz\u{1F600}\n", edit.of(&case));
        }
        let id = AssessmentId::new("a1");
        let text = envelope::write(&id, &workshop.assessment, "2026-11-21T10:00:00Z");
        let file = envelope::read(&text).expect("what was written can be read");
        prop_assert_eq!(file.id, id);
        prop_assert_eq!(&file.model, &workshop.assessment.model);
        prop_assert_eq!(&file.framework, &workshop.assessment.framework);
        let (folded, refused) = Assessment::from_changes(&file.changes).expect("it starts");
        prop_assert!(refused.is_empty());
        prop_assert_eq!(&folded, &workshop.assessment);
        prop_assert_eq!(envelope::write(&AssessmentId::new("a1"), &folded, "2026-11-21T10:00:00Z"), text);
    }
}

/// An edit at random, of a case that is not known yet.
#[derive(Clone, Debug)]
enum AnyEdit {
    Judge(prop::sample::Index, Said),
    Settle(prop::sample::Index, usize, Said),
    SetInstance(usize, String),
    RemoveInstance(usize),
    SetMethod(&'static str),
    SetHighestLevel(u8),
    SetTarget(u8),
    SetProcessTarget(Option<u8>),
    SetScope(bool),
    SetNote(prop::sample::Index, String),
    SetEvidence(prop::sample::Index, usize, bool),
    SetTitle(String),
    SetUnit(String),
    SetPurpose(String),
    SetSample(bool),
}

fn edit() -> impl Strategy<Value = AnyEdit> {
    let subject = any::<prop::sample::Index>;
    let text = "[a-zé\"\\\\\n=]{1,8}";
    prop_oneof![
        6 => (subject(), said(0)).prop_map(|(subject, said)| AnyEdit::Judge(subject, said)),
        4 => (subject(), 0..4_usize, said(0)).prop_map(|(attribute, place, said)| AnyEdit::Settle(attribute, place, said)),
        2 => (1..5_usize, text).prop_map(|(instance, name)| AnyEdit::SetInstance(instance, name)),
        2 => (1..5_usize).prop_map(AnyEdit::RemoveInstance),
        1 => prop::sample::select(vec!["R1", "R2", "R3", ""]).prop_map(AnyEdit::SetMethod),
        1 => (0..6_u8).prop_map(AnyEdit::SetHighestLevel),
        1 => (0..6_u8).prop_map(AnyEdit::SetTarget),
        1 => prop::option::of(0..6_u8).prop_map(AnyEdit::SetProcessTarget),
        1 => any::<bool>().prop_map(AnyEdit::SetScope),
        1 => (subject(), text).prop_map(|(subject, text)| AnyEdit::SetNote(subject, text)),
        1 => (subject(), 0..2_usize, any::<bool>()).prop_map(|(subject, id, set)| AnyEdit::SetEvidence(subject, id, set)),
        1 => text.prop_filter("a title", |text| !text.trim().is_empty()).prop_map(AnyEdit::SetTitle),
        1 => text.prop_map(AnyEdit::SetUnit),
        1 => text.prop_map(AnyEdit::SetPurpose),
        1 => any::<bool>().prop_map(AnyEdit::SetSample),
    ]
}

impl AnyEdit {
    fn of(self, case: &Case) -> Edit {
        let process = ProcessId::new(&case.process);
        let subjects = case.subjects();
        let rating = |said: Said| {
            plain_where_not_refined(case.framework, said).filter(|said| *said != NOT_APPLICABLE)
        };
        match self {
            Self::Judge(subject, said) => Edit::Judge {
                subject: subject.get(&subjects).clone(),
                judgement: match said {
                    Some(NOT_APPLICABLE) => Some(Judgement::NotApplicable {
                        reason: REASON.to_owned(),
                    }),
                    said => rating(said).map(|rating| Judgement::Rated {
                        rating: rating.into(),
                    }),
                },
            },
            Self::Settle(pick, place, said) => Edit::Settle {
                subject: {
                    let found = pick.get(&case.model().framework.attributes).id.as_str();
                    let instance = ["1", "2", "3"].get(place);
                    instance.map_or_else(
                        || attribute(&case.process, found),
                        |instance| attribute_in(&case.process, instance, found),
                    )
                },
                settlement: rating(said).map(|rating| Settlement {
                    rating: rating.into(),
                    reason: "The sample was small.".to_owned(),
                }),
            },
            Self::SetInstance(instance, name) => Edit::SetInstance {
                process,
                instance: instance.to_string().as_str().into(),
                name,
            },
            Self::RemoveInstance(instance) => Edit::RemoveInstance {
                process,
                instance: instance.to_string().as_str().into(),
            },
            Self::SetMethod(method) => Edit::SetMethod {
                method: MethodId::new(method),
            },
            Self::SetHighestLevel(level) => Edit::SetHighestLevel { level },
            Self::SetTarget(level) => Edit::SetTarget { level },
            Self::SetProcessTarget(level) => Edit::SetProcessTarget { process, level },
            Self::SetScope(with) => Edit::SetScope {
                processes: with.then_some(process).into_iter().collect(),
            },
            Self::SetNote(subject, text) => Edit::SetNote {
                subject: subject.get(&subjects).clone(),
                text,
            },
            Self::SetEvidence(subject, id, set) => Edit::SetEvidence {
                subject: subject.get(&subjects).clone(),
                evidence: ["e1", "e2"][id].into(),
                content: set.then(|| OwnEvidence {
                    kind: EvidenceKind::Record,
                    source: "Ticket 7".to_owned(),
                    date: None,
                }),
            },
            Self::SetTitle(title) => Edit::SetTitle { title },
            Self::SetUnit(unit) => Edit::SetUnit { unit },
            Self::SetPurpose(purpose) => Edit::SetPurpose { purpose },
            Self::SetSample(sample) => Edit::SetSample { sample },
        }
    }
}

/// All that is computed from an assessment and shown, and the fields that are shown as they are.
fn derived(workshop: &Workshop, case: &Case) -> (ProcessResult, Vec<PlanItem>, Vec<String>) {
    let assessment = &workshop.assessment;
    let result = workshop.result(&case.process);
    let scope = assessment.scope.iter();
    let results: Vec<_> = scope
        .map(|process| process_result(workshop.model, assessment, process))
        .collect();
    let fields = vec![
        assessment.title.clone(),
        assessment.unit.clone(),
        assessment.purpose.clone(),
        format!("{:?} {:?}", assessment.scope, assessment.target),
        format!("{} {}", assessment.highest_level, assessment.method),
        format!("{}", assessment.sample),
        format!("{:?}", said_of(workshop, case)),
    ];
    (result, plan(workshop.model, assessment, &results), fields)
}

/// Notes, evidence and judgements of each subject.
fn said_of(workshop: &Workshop, case: &Case) -> Vec<String> {
    let remarks = |subject: &Subject| workshop.assessment.remarks(subject).cloned();
    let subjects = case.subjects().into_iter();
    subjects
        .filter_map(|subject| {
            let remarks = remarks(&subject).unwrap_or_default();
            let judgement = remarks.judgement();
            let evidence = workshop.assessment.evidence.of(&subject);
            let evidence: Vec<_> = evidence.collect();
            let said = format!("{judgement:?} {} {evidence:?}", remarks.note());
            let nothing = judgement.is_none() && remarks.note().is_empty() && evidence.is_empty();
            (!nothing).then_some(said)
        })
        .collect()
}

fn cells(workshop: &Workshop, case: &Case, attribute: &str) -> Vec<Cell> {
    let model = workshop.model;
    let attribute = model
        .framework
        .attribute(&attribute.into())
        .expect("an attribute");
    let rates: Rates = rates(model, &workshop.assessment);
    let process = ProcessId::new(&case.process);
    process_cells(model, &workshop.assessment, &process, attribute, rates)
}

/// Whether the mean of some cells rounds to a rank or more. Reckoned anew here, and not by the engine.
fn reaches(workshop: &Workshop, cells: &[Cell], needed: Rank) -> bool {
    let rated: Vec<f64> = cells
        .iter()
        .filter_map(|cell| match &cell.state {
            CellState::Rated { rank, .. } => Some(f64::from(workshop.model.value(*rank))),
            CellState::NotRated | CellState::NotApplicable => None,
        })
        .collect();
    let count = u32::try_from(rated.len()).expect("few cells");
    let mean = rated.iter().sum::<f64>() / f64::from(count.max(1));
    count > 0 && (mean + 0.5).floor() >= f64::from(workshop.model.value(needed))
}

fn at(cell: &Cell, rank: Rank) -> Cell {
    Cell {
        state: CellState::Rated {
            rating: "any".into(),
            rank,
        },
        ..cell.clone()
    }
}

/// The cells after some raises.
fn with(cells: &[Cell], raises: &[&Raise]) -> Vec<Cell> {
    let after = |cell: &Cell| {
        let raise = raises.iter().find(|raise| raise.subject == cell.subject);
        raise.map_or_else(|| cell.clone(), |raise| at(cell, raise.to))
    };
    cells.iter().map(after).collect()
}

/// Whether some smaller set of cells, all raised to the top, would do: tries every one.
fn fewer_reach(workshop: &Workshop, cells: &[Cell], count: usize, needed: Rank) -> bool {
    let highest = workshop.model.framework.scale.highest();
    let smaller = (0..1_u32 << cells.len()).filter(|set| (set.count_ones() as usize) < count);
    smaller
        .map(|set| {
            let raised = cells.iter().enumerate().map(|(place, cell)| {
                let applies = cell.state != CellState::NotApplicable;
                if applies && set & (1 << place) != 0 {
                    at(cell, highest)
                } else {
                    cell.clone()
                }
            });
            raised.collect::<Vec<_>>()
        })
        .any(|cells| reaches(workshop, &cells, needed))
}

/// Whether each raise is needed in full: one step less and the rating is missed.
fn none_is_raised_too_far(
    workshop: &Workshop,
    cells: &[Cell],
    raises: &[&Raise],
    needed: Rank,
) -> bool {
    (0..raises.len()).all(|place| {
        let mut less: Vec<Raise> = raises.iter().map(|raise| (*raise).clone()).collect();
        let Some(lower) = less[place].to.0.checked_sub(1) else {
            return true;
        };
        less[place].to = Rank(lower);
        let less: Vec<&Raise> = less.iter().collect();
        !reaches(workshop, &with(cells, &less), needed)
    })
}

/// Three copies of one assessment, edited apart: each holds the setup and some of the ratings, by one replica or another.
fn three_copies(case: &Case, parts: &[(u8, bool)]) -> [Vec<Change>; 3] {
    let change = |clock: u64, replica: &str, edit: Edit| Change {
        id: change_id(clock, replica),
        author: replica.to_owned(),
        at: "2026-11-21T09:00:00Z".to_owned(),
        edit,
    };
    let mut copies: [Vec<Change>; 3] = Default::default();
    let start = [start_edit(case.framework)].into_iter();
    let setup = start.chain(setup_edits(
        case.method,
        case.highest_level,
        &[&case.process],
    ));
    let mut clock = 0;
    for edit in setup {
        clock += 1;
        for copy in &mut copies {
            copy.push(change(clock, "a", edit.clone()));
        }
    }
    let mut clocks = [clock, clock];
    for (edit, (copies_with_it, replica)) in case.ratings().into_iter().zip(parts) {
        let clock = &mut clocks[usize::from(*replica)];
        *clock += 1; // both replicas use the same clock values
        let made = change(*clock, if *replica { "a" } else { "b" }, edit);
        for (place, copy) in copies.iter_mut().enumerate() {
            if copies_with_it & (1 << place) != 0 {
                copy.push(made.clone());
            }
        }
    }
    copies.map(|copy| merge(copy, Vec::new()))
}
