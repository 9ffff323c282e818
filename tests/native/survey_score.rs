//! Worked examples: what the answers of participants come to.

use crate::support::{ANNA, Workshop, any_version, indicator, library};
use plumbline::domain::edit::Edit;
use plumbline::domain::id::{ProcessId, QuestionnaireId, ResponseId, RoleId};
use plumbline::domain::judgement::Judgement;
use plumbline::domain::model::Model;
use plumbline::domain::subject::Item;
use plumbline::domain::survey::{PlainAnswer, Questionnaire, Response, ResponseAnswer, Survey};
use plumbline::domain::survey_score::{Answers, Reliability, Scoring, in_role, survey_answers};
use plumbline::report::survey_words::{plain_answers, take_over, taken_over_for};
use plumbline::report::words;

fn model() -> Model {
    let (model, framework) = (
        any_version("itsm-assessment"),
        any_version("iso-33020-2015"),
    );
    library().model(&model, &framework).expect("it is shipped")
}

/// So many answers of each step, the lowest first.
fn answers(model: &Model, by_rank: [u32; 4]) -> Answers {
    Answers {
        by_rank: by_rank.to_vec(),
        ..Answers::none(&model.framework.scale)
    }
}

/// The rating by the numbers of the framework and by the middles of the steps.
fn ratings(by_rank: [u32; 4]) -> [String; 2] {
    let model = model();
    let answers = answers(&model, by_rank);
    [Scoring::Numbers, Scoring::MidPoints].map(|scoring| {
        let rank = answers.rating(&model, scoring);
        rank.map_or_else(String::new, |rank| {
            model.framework.scale.rating(rank).to_string()
        })
    })
}

/// Steps 0 to 15, 50, 85 and 100 percent: 7.5, 32.5, 67.5 and 92.5 in their middles.
#[test]
fn the_middles_come_from_the_limits_of_the_scale() {
    let model = model();
    let scale = &model.framework.scale;
    for (by_rank, percent) in [
        ([1, 0, 0, 0], 7.5),
        ([0, 1, 0, 0], 32.5),
        ([0, 0, 1, 0], 67.5),
        ([0, 0, 0, 1], 92.5),
        ([1, 1, 1, 1], 50.0),
    ] {
        assert_eq!(answers(&model, by_rank).mean_percent(scale), Some(percent));
    }
}

/// With L and F alone, F needs more than (85 - 67.5) / 25 = 70 % of F by middles, and half of F by the numbers 2 and 3.
#[test]
fn middles_are_stricter_than_the_standard() {
    let both = |of_l, of_f| ratings([0, 0, of_l, of_f]);
    assert_eq!(both(1, 1), ["F", "L"], "5 of 10: mean 2.5, and 80 %");
    assert_eq!(
        both(3, 7),
        ["F", "L"],
        "7 of 10: mean 2.7, and 85 %, which is still L"
    );
    assert_eq!(both(2, 8), ["F", "F"], "8 of 10: mean 2.8, and 87.5 %");
    assert_eq!(both(6, 4), ["L", "L"], "4 of 10: mean 2.4, and 77.5 %");
}

/// The mean is rounded to whole percent before it is mapped back, as published: 71 of 100 F are 85.25 %, so 85 % and L.
#[test]
fn whole_percents_are_mapped_back() {
    assert_eq!(ratings([0, 0, 29, 71]), ["F", "L"]);
    assert_eq!(
        ratings([0, 0, 28, 72]),
        ["F", "F"],
        "85.5 % is rounded to 86 %"
    );
}

#[test]
fn all_the_same_is_that_rating_both_ways() {
    assert_eq!(ratings([5, 0, 0, 0]), ["N", "N"]);
    assert_eq!(ratings([0, 5, 0, 0]), ["P", "P"]);
    assert_eq!(ratings([0, 0, 5, 0]), ["L", "L"]);
    assert_eq!(ratings([0, 0, 0, 5]), ["F", "F"]);
    assert_eq!(
        ratings([0, 0, 0, 0]),
        ["", ""],
        "nothing rated is no rating"
    );
}

/// F and N: middles 92.5 and 7.5, mean 50, deviation 42.5, so 85 %. L and F: 67.5 and 92.5, mean 80, deviation 12.5, so 15.6 %.
/// P and L: 32.5 and 67.5, mean 50, deviation 17.5, so 35 %.
#[test]
fn the_coefficient_of_variation_has_its_usual_bands() {
    let model = model();
    let scale = &model.framework.scale;
    for (by_rank, percent, band) in [
        ([1, 0, 0, 1], 85.0, Reliability::Poor),
        ([0, 0, 1, 1], 15.625, Reliability::High),
        ([0, 1, 1, 0], 35.0, Reliability::Medium),
        ([0, 0, 0, 9], 0.0, Reliability::High),
    ] {
        let variation = answers(&model, by_rank)
            .variation(scale)
            .expect("several answers");
        assert!(
            (variation - percent).abs() < 1e-9,
            "{by_rank:?}: {variation}"
        );
        assert_eq!(Reliability::of(variation), band);
    }
    assert_eq!(Reliability::of(29.999), Reliability::High);
    assert_eq!(Reliability::of(30.0), Reliability::Medium);
    assert_eq!(Reliability::of(50.0), Reliability::Medium);
    assert_eq!(Reliability::of(50.001), Reliability::Poor);
}

#[test]
fn one_answer_alone_or_a_mean_of_zero_says_nothing_of_agreement() {
    let model = model();
    let mut scale = model.framework.scale.clone();
    assert_eq!(answers(&model, [0, 0, 0, 1]).variation(&scale), None);
    assert_eq!(answers(&model, [0, 0, 0, 0]).variation(&scale), None);
    scale.ratings[0].up_to = 0.0;
    assert_eq!(answers(&model, [4, 0, 0, 0]).variation(&scale), None);
}

fn response(questionnaire: &str, said: &[(&str, PlainAnswer)]) -> Response {
    let answers = said.iter().map(|(indicator, answer)| ResponseAnswer {
        process: ProcessId::new("RES-2"),
        indicator: (*indicator).into(),
        answer: answer.clone(),
        comment: String::new(),
    });
    Response {
        questionnaire: QuestionnaireId::new(questionnaire),
        name: String::new(),
        day: None,
        answers: answers.collect(),
    }
}

fn rated(code: &str) -> PlainAnswer {
    PlainAnswer::Rated(code.into())
}

/// Two performers and one manager about the first two outcomes of problem management.
fn survey() -> Survey {
    let mut survey = Survey::default();
    for (id, role) in [("p", "performer"), ("m", "manager")] {
        let questionnaire = Questionnaire {
            title: role.to_owned(),
            role: Some(RoleId::new(role)),
            processes: vec![ProcessId::new("RES-2")],
            level: 1,
            named: false,
        };
        survey
            .questionnaires
            .insert(QuestionnaireId::new(id), questionnaire);
    }
    let said = [
        response(
            "p",
            &[
                ("RES-2.O1", rated("P")),
                ("RES-2.O2", PlainAnswer::DontKnow),
            ],
        ),
        response(
            "p",
            &[
                ("RES-2.O1", rated("P")),
                ("RES-2.O2", PlainAnswer::DontUnderstand),
            ],
        ),
        response(
            "m",
            &[
                ("RES-2.O1", rated("F")),
                ("RES-2.O2", rated("L")),
                ("RES-9.O1", rated("N")),
            ],
        ),
    ];
    for (place, content) in said.into_iter().enumerate() {
        survey
            .responses
            .insert(ResponseId::new(format!("r{place}")), content);
    }
    survey
}

#[test]
fn what_people_dont_know_is_counted_and_never_scored() {
    let model = model();
    let found = survey_answers(&model, &survey(), |_, _| true);
    assert_eq!(found.len(), 1);
    let [attribute] = found[0].attributes.as_slice() else {
        panic!("level 1 alone was asked");
    };
    let [first, second] = attribute.indicators.as_slice() else {
        panic!("two outcomes were answered, and one that the model does not have");
    };
    assert_eq!(first.all.by_rank, [0, 2, 0, 1]);
    assert_eq!(second.all.by_rank, [0, 0, 1, 0]);
    assert_eq!((second.all.dont_know, second.all.dont_understand), (1, 1));
    // The attribute is the mean of all answers to it: 1, 1, 3 and 2 are 7 / 4 = 1.75, so L.
    assert_eq!(attribute.all.by_rank, [0, 2, 1, 1]);
    let rank = attribute
        .all
        .rating(&model, Scoring::Numbers)
        .expect("it was answered");
    assert_eq!(model.framework.scale.rating(rank).as_str(), "L");
}

#[test]
fn roles_can_be_looked_at_apart() {
    let model = model();
    let of = |role: &str| {
        let role = RoleId::new(role);
        let found = survey_answers(&model, &survey(), |_, questionnaire| {
            in_role(questionnaire, Some(&role))
        });
        found.first().map(|process| process.all.by_rank.clone())
    };
    assert_eq!(of("performer"), Some(vec![0, 2, 0, 0]));
    assert_eq!(of("manager"), Some(vec![0, 0, 1, 1]));
    assert_eq!(of("customer"), None);
}

/// Answers become ratings of the author, with a note that says where they come from, after what was noted before.
#[test]
fn taken_over_answers_say_where_they_come_from() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    let subject = indicator("RES-2", "RES-2.O1");
    workshop.edit(Edit::SetNote {
        subject: subject.clone(),
        text: "Asked in May.".to_owned(),
    });
    let answers = Answers {
        dont_know: 1,
        ..answers(workshop.model, [0, 1, 0, 4])
    };
    // What somebody else noted since stays with them.
    let other = Edit::SetNote {
        subject: subject.clone(),
        text: "Not asked.".to_owned(),
    };
    workshop
        .edit_by("Bert", other)
        .expect("this edit is allowed");
    let chosen = [("RES-2".into(), Item::Indicator("RES-2.O1".into()), answers)];
    for _ in 0..2 {
        let edits = take_over(
            workshop.model,
            &workshop.assessment,
            ANNA,
            &chosen,
            Scoring::Numbers,
        );
        for edit in edits {
            workshop.edit(edit);
        }
    }
    let remarks = workshop.assessment.remarks(&subject).expect("it was rated");
    assert_eq!(
        remarks.judgement().and_then(Judgement::rating),
        Some(&"F".into())
    );
    assert_eq!(
        remarks.note(),
        "Asked in May.\nFrom 5 answers to a questionnaire: 1 P, 4 F; 1 don't know. Rated by the mean of the numbers of the \
         framework.",
        "taken over twice, it says so once"
    );
}

/// Where attributes are rated, by instance or for the process as a whole, the answers to all questions of an attribute rate it:
/// 1 P and 4 F are 1 + 12 = 13, by 5 are 2.6, so F.
#[test]
fn answers_rate_what_the_rating_method_rates() {
    for (method, told) in [
        (
            "R2",
            Some(
                "RES-2 has several instances, and answers do not say which one they are about. Taking over rates the first one: \
                 Whole unit.",
            ),
        ),
        ("R3", None),
    ] {
        let mut workshop = Workshop::new(method, 1, &["RES-2"]);
        workshop.add_instances("RES-2", &["2"]);
        let process = "RES-2".into();
        assert_eq!(
            taken_over_for(workshop.model, &workshop.assessment, &process).as_deref(),
            told
        );
        let answers = answers(workshop.model, [0, 1, 0, 4]);
        let chosen = [(process, Item::Attribute("PA1.1".into()), answers)];
        let edits = take_over(
            workshop.model,
            &workshop.assessment,
            ANNA,
            &chosen,
            Scoring::Numbers,
        );
        for edit in edits {
            workshop.edit(edit);
        }
        let result = workshop.result("RES-2");
        let rated = match method {
            "R2" => &result.instances[0].attributes[0],
            _ => &result.attributes[0],
        };
        assert_eq!(words::cell(rated), "F", "{method}");
    }
}

#[test]
fn what_nobody_rated_is_not_taken_over() {
    let workshop = Workshop::new("R1", 2, &["RES-2"]);
    let nobody = Answers::none(&workshop.model.framework.scale);
    let chosen = [("RES-2".into(), Item::Indicator("RES-2.O1".into()), nobody)];
    let edits = take_over(
        workshop.model,
        &workshop.assessment,
        ANNA,
        &chosen,
        Scoring::MidPoints,
    );
    assert_eq!(edits, []);
}

#[test]
fn plain_answers_fit_the_scale() {
    let mut scale = model().framework.scale.clone();
    assert_eq!(
        plain_answers(&scale),
        ["No, never", "Sometimes, in part", "Mostly", "Yes, always"]
    );
    let between = scale.ratings[1].clone();
    scale.ratings.insert(1, between);
    assert_eq!(
        plain_answers(&scale),
        ["Not", "Partially", "Partially", "Largely", "Fully"],
        "two steps in part: the words of the framework"
    );
}
