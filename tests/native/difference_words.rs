//! What differs, in words that people can read out.

use crate::support::{
    ISO_15504, ISO_33020, Workshop, attribute, attribute_in, indicators, judge, model, model_over,
    settle,
};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::difference::{Sides, State, difference};
use plumbline::domain::edit::Edit;
use plumbline::report::difference_words::{DifferenceWords, difference_table, difference_words};
use plumbline::report::table::Table;

const NAMES: Sides<&str> = Sides {
    from: "21 Nov 2026",
    to: "today",
};

fn states<'a>(from: &'a Assessment, to: &'a Assessment) -> Sides<State<'a>> {
    Sides { from, to }.map(|assessment| State {
        model: model(),
        assessment,
    })
}

fn told(from: &Assessment, to: &Assessment) -> DifferenceWords {
    let states = states(from, to);
    difference_words(states, NAMES, &difference(states.from, states.to))
}

fn table(from: &Assessment, to: &Assessment) -> Table {
    let states = states(from, to);
    difference_table(states, NAMES, &difference(states.from, states.to))
}

fn sentences(words: &DifferenceWords) -> Vec<String> {
    let attributes = words.processes.iter().flat_map(|found| &found.attributes);
    attributes.map(|found| found.sentence()).collect()
}

#[test]
fn a_rise_is_told_with_its_answer_its_person_and_its_day() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    let subjects = indicators(model(), "RES-1", "1", "PA2.2");
    for subject in &subjects {
        workshop.rate(subject.clone(), "P");
    }
    let before = workshop.assessment.clone();
    for (subject, rating) in subjects.iter().zip(["F", "L", "L"]) {
        let edit = judge(subject.clone(), rating);
        workshop
            .edit_at("2027-09-27T10:00:00Z", "Lead assessor", edit)
            .expect("a rating");
    }
    workshop.edit(Edit::SetNote {
        subject: subjects[0].clone(),
        text: "New templates.".to_owned(),
    });
    let words = told(&before, &workshop.assessment);
    assert_eq!(words.conditions, [""; 0]);
    let texts: Vec<&str> = model()
        .indicators(
            &"RES-1".into(),
            model().framework.attribute(&"PA2.2".into()).expect("PA2.2"),
        )
        .iter()
        .map(|found| found.text.trim_end_matches('.'))
        .collect();
    let went = |place: usize, rating: &str| {
        format!(
            "the answer to “{}” went from P to {rating}, by Lead assessor, on 27 Sep 2027",
            texts[place]
        )
    };
    assert_eq!(
        sentences(&words),
        [format!(
            "PA2.2 Work product management rose from P to L, because {} (note: New templates.); {}; {}.",
            went(0, "F"),
            went(1, "L"),
            went(2, "L")
        )]
    );
}

#[test]
fn levels_are_told_with_what_is_open() {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "CON-1"]);
    let blank = workshop.assessment.clone();
    workshop.rate(attribute("RES-1", "PA1.1"), "P");
    let partly = workshop.assessment.clone();
    workshop.rate(attribute("RES-1", "PA1.1"), "F");
    let performed = workshop.assessment.clone();
    let level = |from: &Assessment, to: &Assessment| {
        let words = told(from, to);
        (words.summary, words.processes[0].level.clone())
    };
    assert_eq!(
        level(&blank, &partly),
        (
            "1 process differs: 1 cannot be compared.".to_owned(),
            "Not comparable: not rated, then level 0. What was not rated could be the same on both sides."
                .to_owned()
        )
    );
    assert_eq!(
        level(&partly, &performed),
        (
            "1 process differs: 1 rose.".to_owned(),
            "Rose from level 0 to level 1 (open from 1 to 2).".to_owned()
        )
    );
    assert_eq!(
        level(&performed, &partly).1,
        "Fell from level 1 (open from 1 to 2) to level 0."
    );
    assert_eq!(told(&blank, &blank).summary, "No rating differs.");
}

/// Many first answers say one thing: that nobody had looked before.
#[test]
fn first_answers_are_told_together() {
    let mut workshop = Workshop::new("R1", 2, &["RES-1"]);
    let before = workshop.assessment.clone();
    for (subject, rating) in indicators(model(), "RES-1", "1", "PA2.2")
        .into_iter()
        .zip(["F", "L", "L"])
    {
        workshop.rate(subject, rating);
    }
    let told = told(&before, &workshop.assessment);
    assert_eq!(
        sentences(&told),
        [
            "PA2.2 Work product management was not rated and is L with ratings open, which is not comparable: \
             3 answers where there were none (1 F and 2 L), by Anna, on 21 Nov 2026."
        ]
    );
}

#[test]
fn settling_and_refining_have_words_of_their_own() {
    let mut workshop = Workshop::new("R2", 1, &["RES-1"]);
    workshop.add_instances("RES-1", &["2"]);
    workshop.rate(attribute_in("RES-1", "1", "PA1.1"), "L-");
    workshop.rate(attribute_in("RES-1", "2", "PA1.1"), "L");
    let before = workshop.assessment.clone();
    workshop.rate(attribute_in("RES-1", "1", "PA1.1"), "L+");
    let refined = workshop.assessment.clone();
    workshop.edit(settle(attribute("RES-1", "PA1.1"), "F", "All agreed"));
    assert_eq!(
        sentences(&told(&before, &refined)),
        [
            "PA1.1 Process performance stays L, though in Whole unit it is L+ in place of L-, by Anna, on 21 Nov 2026."
        ]
    );
    assert_eq!(
        sentences(&told(&refined, &workshop.assessment)),
        [
            "PA1.1 Process performance rose from L to F, because as a whole it was settled at F \
             (All agreed), by Anna, on 21 Nov 2026."
        ]
    );
    assert_eq!(
        sentences(&told(&workshop.assessment, &refined)),
        [
            "PA1.1 Process performance fell from F to L, because as a whole it is no longer settled \
             at F (All agreed)."
        ]
    );
}

#[test]
fn conditions_are_told_by_the_names_of_the_sides() {
    let one = Workshop::over(ISO_33020, "R1", 3, &["RES-1", "CON-1"]);
    let other = Workshop::over(ISO_15504, "R3", 2, &["RES-1", "REL-1"]);
    let states = Sides {
        from: State {
            model: model_over(ISO_33020),
            assessment: &one.assessment,
        },
        to: State {
            model: model_over(ISO_15504),
            assessment: &other.assessment,
        },
    };
    let words = difference_words(states, NAMES, &difference(states.from, states.to));
    assert_eq!(words.conditions.len(), 4);
    assert_eq!(
        words.conditions[2],
        "The highest level assessed differs. 21 Nov 2026: 3. today: 2."
    );
    assert!(words.conditions[3].starts_with("In scope only in 21 Nov 2026: CON-1 "));
}

#[test]
fn the_table_says_the_same() {
    let mut workshop = Workshop::new("R3", 1, &["RES-1"]);
    workshop.rate(attribute("RES-1", "PA1.1"), "P");
    let before = workshop.assessment.clone();
    workshop
        .edit_at(
            "2027-03-01T09:00:00Z",
            "Ben",
            judge(attribute("RES-1", "PA1.1"), "F"),
        )
        .expect("a rating");
    let table = table(&before, &workshop.assessment);
    assert_eq!(table.columns[3..5], ["21 Nov 2026", "today"]);
    let cells: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row[1..].iter().map(String::as_str).collect())
        .collect();
    assert_eq!(
        cells,
        [
            ["", "", "level 0", "level 1", "rose", "", "", ""],
            ["PA1.1", "", "P", "F", "rose", "", "", ""],
            [
                "PA1.1",
                "PA1.1 Process performance",
                "P",
                "F",
                "rose",
                "Ben",
                "1 Mar 2027",
                ""
            ],
        ]
    );
}
