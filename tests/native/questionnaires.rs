//! Questionnaires: what is asked of whom, and what travels in links and files and back.

use crate::support::{any_version, library};
use plumbline::domain::date::Date;
use plumbline::domain::edit::ModelRef;
use plumbline::domain::id::{AssessmentId, ProcessId, QuestionnaireId, ResponseId, RoleId};
use plumbline::domain::model::Model;
use plumbline::domain::questionnaire::questions;
use plumbline::domain::survey::{PlainAnswer, Questionnaire, Survey, SurveyEdit};
use plumbline::exchange::arrivals::{Brought, Standing, arrivals, edits};
use plumbline::exchange::link_text::{LinkKind, links};
use plumbline::exchange::questionnaire_link::SentQuestionnaire;
use plumbline::exchange::response_file::{Respondent, ResponseError, Said, SentResponse};
use proptest::prelude::*;

fn model() -> Model {
    over(&any_version("itsm-assessment"))
}

fn over(model: &ModelRef) -> Model {
    let framework = any_version("iso-33020-2015");
    library().model(model, &framework).expect("it is shipped")
}

fn questionnaire(role: Option<&str>, processes: &[&str], level: u8) -> Questionnaire {
    Questionnaire {
        title: "How we solve problems".to_owned(),
        role: role.map(RoleId::new),
        processes: processes.iter().map(|id| ProcessId::new(*id)).collect(),
        level,
        named: true,
    }
}

fn asked(model: &Model, questionnaire: &Questionnaire) -> Vec<String> {
    let found = questions(model, questionnaire);
    let ids = found.iter().map(|question| {
        let id = &question.indicator.id;
        match id.as_str().starts_with("PA") {
            true => format!("{} {id}", question.process),
            false => id.to_string(),
        }
    });
    ids.collect()
}

fn sent(content: &Questionnaire, model: &Model) -> SentQuestionnaire {
    SentQuestionnaire::new(
        AssessmentId::new("a1"),
        QuestionnaireId::new("q1"),
        content.clone(),
        model,
    )
}

fn rated(code: &str) -> Said {
    Said {
        answer: Some(PlainAnswer::Rated(code.into())),
        comment: String::new(),
    }
}

/// Seven answers about problem management at level 1, one of each kind.
fn answers() -> Vec<Said> {
    let of = |answer, comment: &str| Said {
        answer,
        comment: comment.to_owned(),
    };
    vec![
        rated("N"),
        rated("P"),
        rated("L"),
        rated("F"),
        of(Some(PlainAnswer::NotApplicable), ""),
        of(Some(PlainAnswer::DontUnderstand), "Which fix?"),
        of(None, ""),
    ]
}

fn respondent(id: &str) -> Respondent {
    Respondent {
        response: ResponseId::new(id),
        name: "Kim".to_owned(),
        day: Date::new(2026, 11, 20),
    }
}

fn answered(id: &str, said: &[Said]) -> SentResponse {
    let model = model();
    let content = questionnaire(None, &["RES-2"], 1);
    SentResponse::new(&sent(&content, &model), &model, respondent(id), said)
}

fn survey() -> Survey {
    let mut survey = Survey::default();
    let content = questionnaire(None, &["RES-2"], 1);
    survey
        .questionnaires
        .insert(QuestionnaireId::new("q1"), content);
    survey
}

/// What becomes of each thing that was brought to assessment a1.
fn standings(survey: &Survey, brought: Vec<Brought>) -> Vec<String> {
    let today = Date::new(2026, 11, 22);
    let found = arrivals(&model(), &AssessmentId::new("a1"), survey, today, &brought);
    let words = found.into_iter().map(|arrival| match arrival.standing {
        Standing::New(..) => "new".to_owned(),
        Standing::Again(..) => "again".to_owned(),
        Standing::Older(day) => format!("older than {day}"),
        Standing::Here => "here".to_owned(),
        Standing::Twice => "twice".to_owned(),
        Standing::Refused(text) => text,
    });
    words.collect()
}

fn brought(sent: SentResponse) -> Brought {
    ("answers".to_owned(), Ok(sent))
}

#[test]
fn everybody_is_asked_everything_in_the_order_of_the_model() {
    let all = asked(&model(), &questionnaire(None, &["RES-2", "CON-1"], 1));
    assert_eq!(all.len(), 17, "seven outcomes and ten");
    assert_eq!(all[0], "RES-2.O1");
    assert_eq!(all[7], "CON-1.O1");
}

#[test]
fn a_customer_is_asked_what_customers_see() {
    let customer = questionnaire(Some("customer"), &["SDE-6", "SMS-1"], 2);
    assert_eq!(
        asked(&model(), &customer),
        [
            "SDE-6.O2",
            "SDE-6.O3",
            "SDE-6.O4",
            "SDE-6 PA2.1.h",
            "SMS-1 PA2.1.h"
        ]
    );
}

#[test]
fn a_performer_is_asked_how_the_work_is_managed_and_not_how_the_standard_is_made() {
    let performer = questionnaire(Some("performer"), &["RES-2", "SMS-5"], 3);
    let all = asked(&model(), &performer);
    let about = |attribute: &str| all.iter().any(|id| id.contains(attribute));
    assert!(about("RES-2 PA2.1") && about("RES-2 PA3.2"), "{all:?}");
    assert!(!about("PA3.1"), "{all:?}");
    assert!(!about("SMS-5.O"), "{all:?}");
}

/// The set of 32 has incidents and requests apart: what customers are asked of them is its own, the rest is taken over.
#[test]
fn roles_of_the_set_of_32_join_its_own_with_what_it_takes_over() {
    let model = over(&any_version("itsm-assessment-2018"));
    let customer = questionnaire(Some("customer"), &["RES-3", "CON-1", "RES-1"], 1);
    assert_eq!(
        asked(&model, &customer),
        ["RES-3.O4", "RES-3.O5", "CON-1.O5"]
    );
}

/// Each role of the shipped models is asked something, and something is asked of each process by somebody.
#[test]
fn every_shipped_role_is_asked_something() {
    for id in ["itsm-assessment", "itsm-assessment-2018"] {
        let model = over(&any_version(id));
        let roles: Vec<&str> = model
            .assessment
            .roles
            .iter()
            .map(|role| role.id.as_str())
            .collect();
        assert_eq!(roles, ["performer", "manager", "customer"]);
        let processes: Vec<&str> = model
            .reference
            .processes
            .iter()
            .map(|process| process.id.as_str())
            .collect();
        let count = |role| asked(&model, &questionnaire(Some(role), &processes, 5)).len();
        let (performer, manager, customer) =
            (count("performer"), count("manager"), count("customer"));
        assert!(
            0 < customer && customer < performer && performer < manager,
            "{customer} {performer} {manager}"
        );
    }
}

#[test]
fn unknown_roles_and_processes_and_doubled_ones_do_no_harm() {
    let odd = questionnaire(Some("king"), &["XX-1", "RES-2", "RES-2"], 1);
    assert_eq!(asked(&model(), &odd).len(), 7);
}

#[test]
fn a_questionnaire_comes_out_of_its_link_as_it_went_in() {
    let model = model();
    let sent = sent(&questionnaire(Some("manager"), &["RES-2"], 3), &model);
    let link = sent.link();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    assert!(link.chars().all(plain), "{link}");
    assert_eq!(SentQuestionnaire::read(&link), Ok(sent.clone()));
    let pasted = format!(
        " https://example.org/plumbline/#/respond/{}\n{} ",
        &link[..40],
        &link[40..]
    );
    assert_eq!(SentQuestionnaire::read(&pasted), Ok(sent));
}

/// A link for ten processes at level 3 still fits into a QR code (2953 bytes) and into every mail.
#[test]
fn links_are_short() {
    let model = model();
    let ten: Vec<&str> = model
        .reference
        .processes
        .iter()
        .map(|process| process.id.as_str())
        .take(10)
        .collect();
    let content = questionnaire(Some("performer"), &ten, 3);
    let sent = sent(&content, &model);
    assert!(sent.link().len() < 700, "{}", sent.link().len());
    let said = vec![rated("F"); questions(&model, &content).len()];
    let response = SentResponse::new(&sent, &model, respondent("r1"), &said);
    assert!(response.link().len() < 1100, "{}", response.link().len());
}

#[test]
fn answers_come_back_by_link_and_by_file() {
    let sent = answered("r1", &answers());
    assert_eq!(sent.answers, "ABCD02-");
    assert_eq!(sent.answered(), 6);
    let link = format!("http://localhost:8080/#/response/{}", sent.link());
    assert_eq!(SentResponse::read_link(&link), Ok(sent.clone()));
    assert_eq!(SentResponse::read_file(&sent.file()), Ok(sent.clone()));
    let response = sent.response(&model()).expect("it fits");
    assert_eq!(response.name, "Kim");
    let found: Vec<String> = response
        .answers
        .iter()
        .map(|answer| {
            format!(
                "{} {:?} {}",
                answer.indicator, answer.answer, answer.comment
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "RES-2.O1 Rated(Rating(\"N\")) ",
            "RES-2.O2 Rated(Rating(\"P\")) ",
            "RES-2.O3 Rated(Rating(\"L\")) ",
            "RES-2.O4 Rated(Rating(\"F\")) ",
            "RES-2.O5 NotApplicable ",
            "RES-2.O6 DontUnderstand Which fix?",
        ],
        "what was not answered is not there"
    );
}

#[test]
fn a_comment_without_an_answer_is_kept() {
    let mut said = vec![Said::default(); 7];
    said[3].comment = "  Nobody told us.  ".to_owned();
    let response = answered("r1", &said).response(&model()).expect("it fits");
    assert_eq!(response.answers.len(), 1);
    assert_eq!(response.answers[0].answer, PlainAnswer::DontKnow);
    assert_eq!(response.answers[0].comment, "Nobody told us.");
}

/// People paste a mail as it is, some the mails of several participants.
#[test]
fn links_are_found_in_a_mail() {
    let one = answered("r1", &answers());
    let other = answered("r2", &answers());
    let at = "https://plumbline.example/#/response/";
    let mail = format!(
        "Hi Kim, here you go: {at}{} Best, Ann\nand mine: {at}{}",
        one.link(),
        other.link()
    );
    let found = links(LinkKind::Answers, &mail);
    let read: Vec<_> = found.into_iter().map(SentResponse::read_link).collect();
    assert_eq!(read, [Ok(one), Ok(other)]);
    assert_eq!(links(LinkKind::Answers, "no link"), ["no link"]);
}

/// Wherever a link is cut, it says so, or that it is no link at all where too little is left to tell.
#[test]
fn a_link_that_was_cut_short_says_so() {
    let link = answered("r1", &answers()).link();
    for end in 0..link.len() {
        let told = SentResponse::read_link(&link[..end])
            .expect_err("it is not whole")
            .to_string();
        let cut = told.starts_with("The end of this link is missing.");
        assert!(cut || end < 2, "{end}: {told}");
    }
}

#[test]
fn other_links_and_texts_are_told_apart() {
    let model = model();
    let sent = sent(&questionnaire(None, &["RES-2"], 1), &model).link();
    let told = |text: &str| {
        SentResponse::read_link(text)
            .expect_err("no answers")
            .to_string()
    };
    assert_eq!(
        told(&sent),
        "This link leads to a questionnaire. It holds no answers yet."
    );
    assert_eq!(told(&format!("x#/respond/{sent}")), told(&sent));
    assert_eq!(
        told("https://example.org"),
        "This is not a link of Plumbline."
    );
    assert_eq!(told("\u{e4}\u{f6}"), "This is not a link of Plumbline.");
    let link = answered("r1", &answers()).link();
    let newer = link.replacen("a1.", "a2.", 1);
    assert_eq!(
        told(&newer),
        "This link was made by a newer Plumbline. Please use that one."
    );
    let changed = link.replace("Kim", "Tim").replacen(
        &link[30..31],
        if &link[30..31] == "A" { "B" } else { "A" },
        1,
    );
    assert!(
        told(&changed).contains("on its way") || told(&changed).contains("missing"),
        "{}",
        told(&changed)
    );
    let other = SentQuestionnaire::read(&link)
        .expect_err("no questionnaire")
        .to_string();
    assert!(other.starts_with("This link holds answers"), "{other}");
}

#[test]
fn damaged_and_newer_files_say_what_is_wrong() {
    let file = answered("r1", &answers()).file();
    let told = |text: &str| {
        SentResponse::read_file(text)
            .expect_err("no answers")
            .to_string()
    };
    assert_eq!(told("{}"), "This is not a file with answers.");
    assert_eq!(told("Dear all"), "This is not a file with answers.");
    assert_eq!(
        told(&file[..file.len() - 20]),
        "The end of this file is missing. Ask for it once more."
    );
    let newer = file.replace("\"format_version\": 1", "\"format_version\": 2");
    assert_eq!(
        told(&newer),
        "This file has format version 2; this Plumbline reads up to 1. Please use a newer Plumbline."
    );
    let odd = file.replace("\"level\": 1", "\"level\": 999");
    assert!(
        told(&odd).starts_with("This file is damaged at response.level"),
        "{}",
        told(&odd)
    );
}

#[test]
fn answers_that_do_not_fit_their_questions_are_refused() {
    let told = |change: fn(&mut SentResponse)| {
        let mut sent = answered("r1", &answers());
        change(&mut sent);
        sent.response(&model())
            .expect_err("it does not fit")
            .to_string()
    };
    assert_eq!(
        told(|sent| sent.answers.push('A')),
        "There are 8 answers for 7 questions, so it is not clear which belongs to which."
    );
    assert_eq!(
        told(|sent| sent.answers.replace_range(2..3, "E")),
        "What was said of question 3 is no answer that is known here."
    );
    assert_eq!(
        told(|sent| sent.comments.push((7, "?".to_owned()))),
        "What was said of question 8 is no answer that is known here."
    );
    let other = "The questions come from version 1.3.0 of the model \"itsm-assessment\". Version 1.3.0, which is here, asks other questions.";
    assert_eq!(told(|sent| sent.level = 2), other);
    assert_eq!(
        told(|sent| sent.processes[0] = ProcessId::new("RES-1")),
        other
    );
}

#[test]
fn the_same_response_counts_once() {
    let sent = answered("r1", &answers());
    let mut survey = survey();
    let twice = vec![
        brought(sent.clone()),
        brought(sent.clone()),
        brought(answered("r2", &answers())),
    ];
    assert_eq!(standings(&survey, twice.clone()), ["new", "twice", "new"]);
    let found = arrivals(&model(), &AssessmentId::new("a1"), &survey, None, &twice);
    for edit in edits(&found) {
        let SurveyEdit::SetResponse {
            response,
            content: Some(content),
        } = edit
        else {
            panic!("responses alone are taken in");
        };
        survey.responses.insert(response, content);
    }
    assert_eq!(survey.responses.len(), 2);
    assert_eq!(standings(&survey, twice), ["here", "here", "here"]);
    let changed = answered("r1", &vec![rated("F"); 7]);
    assert_eq!(
        standings(&survey, vec![brought(changed.clone()), brought(sent)]),
        [
            "again",
            "Other answers of the same participant stand further up. Take in those that came last alone."
        ]
    );
}

/// Kim answered on 20 November and once more on the 21st. Whichever is brought last, the answers of the 21st stay.
#[test]
fn older_answers_do_not_replace_newer_ones() {
    let older = answered("r1", &answers());
    let mut newer = answered("r1", &vec![rated("F"); 7]);
    newer.day = Date::new(2026, 11, 21);
    let mut survey = survey();
    let here = newer.response(&model()).expect("it fits the model");
    survey.responses.insert(ResponseId::new("r1"), here);
    let late = [brought(older.clone())];
    assert_eq!(standings(&survey, late.to_vec()), ["older than 2026-11-21"]);
    let found = arrivals(&model(), &AssessmentId::new("a1"), &survey, None, &late);
    assert_eq!(edits(&found), []);

    // In the right order it is taken in; so are answers that name no day.
    let here = older.response(&model()).expect("it fits the model");
    survey.responses.insert(ResponseId::new("r1"), here);
    assert_eq!(standings(&survey, vec![brought(newer.clone())]), ["again"]);
    newer.day = None;
    assert_eq!(standings(&survey, vec![brought(newer)]), ["again"]);
}

#[test]
fn what_belongs_elsewhere_and_what_cannot_be_read_is_said() {
    let mut elsewhere = answered("r1", &answers());
    elsewhere.assessment = AssessmentId::new("a2");
    let mut other = answered("r2", &answers());
    other.questionnaire = QuestionnaireId::new("q9");
    let unreadable = ("mail.txt".to_owned(), Err(ResponseError::NotOurs));
    assert_eq!(
        standings(
            &survey(),
            vec![brought(elsewhere), brought(other), unreadable]
        ),
        [
            "These answers belong to another assessment.",
            "These answers are for a questionnaire that this assessment does not have, or has no longer.",
            "This is not a file with answers.",
        ]
    );
}

#[test]
fn a_clock_that_is_wrong_by_years_is_told_and_nothing_is_lost() {
    let remark = |day: Option<Date>| {
        let mut sent = answered("r1", &answers());
        sent.day = day;
        let today = Date::new(2026, 11, 22);
        let found = arrivals(
            &model(),
            &AssessmentId::new("a1"),
            &survey(),
            today,
            &[brought(sent)],
        );
        assert!(matches!(found[0].standing, Standing::New(..)));
        found[0].remarks.clone()
    };
    assert_eq!(remark(Date::new(2026, 11, 22)), [""; 0]);
    assert_eq!(
        remark(Date::new(2026, 11, 23)),
        [""; 0],
        "it may be tomorrow there"
    );
    assert_eq!(remark(None), [""; 0]);
    for (year, said) in [(1970, "1970-01-01"), (2031, "2031-01-01")] {
        let told = remark(Date::new(year, 1, 1));
        assert!(told[0].contains(said), "{told:?}");
    }
}

proptest! {
    /// Whatever happens to a link on its way, it is read as it was or refused; nothing panics.
    #[test]
    fn a_link_that_was_changed_is_refused(at in any::<prop::sample::Index>(), put in any::<char>()) {
        let sent = answered("r1", &answers());
        let link = sent.link();
        let mut letters: Vec<char> = link.chars().collect();
        let at = at.index(letters.len());
        letters[at] = put;
        let changed: String = letters.into_iter().collect();
        if let Ok(read) = SentResponse::read_link(&changed) {
            prop_assert_eq!(read, sent);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), head in "[aq][0-9]{1,3}\\.[0-9]{0,3}\\.") {
        let _ = SentResponse::read_link(&text);
        let _ = SentQuestionnaire::read(&format!("{head}{text}"));
        let _ = SentResponse::read_file(&text);
    }

    /// A file with any answers at all: what is taken in has an answer that the scale knows for each.
    #[test]
    fn any_answers_are_taken_in_or_refused(answers in "[A-F0-4-]{0,9}", place in 0_usize..12, level in any::<u8>()) {
        let mut sent = answered("r1", &vec![Said::default(); 7]);
        sent.answers = answers;
        sent.comments = vec![(place, "Why?".to_owned())];
        sent.level = level;
        if let Ok(response) = sent.response(&model()) {
            prop_assert_eq!(level, 1);
            prop_assert!(response.answers.len() <= 7);
        }
    }
}
