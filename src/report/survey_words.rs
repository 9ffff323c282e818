//! The words of questionnaires: plain answers to choose from, and what came of them.

use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::framework::Rates;
use crate::domain::id::ProcessId;
use crate::domain::judgement::Judgement;
use crate::domain::model::Model;
use crate::domain::process_state::Remarks;
use crate::domain::result::rates;
use crate::domain::scale::Scale;
use crate::domain::subject::{Item, Subject};
use crate::domain::survey_score::{Answers, Reliability, Scoring};

/// Below this many percent a step between the ends is in part, above it is mostly.
const HALF: f64 = 50.0;

/// A plain answer for each step of a scale, the lowest first. Where two would be called the same, the words of the framework.
pub fn plain_answers(scale: &Scale) -> Vec<String> {
    let last = scale.ratings.len().saturating_sub(1);
    let steps = scale.ratings.iter().enumerate();
    let words: Vec<&str> = steps
        .map(|(place, step)| match place {
            0 => "No, never",
            place if place == last => "Yes, always",
            _ if step.up_to <= HALF => "Sometimes, in part",
            _ => "Mostly",
        })
        .collect();
    let doubled = words
        .iter()
        .enumerate()
        .any(|(place, word)| words[..place].contains(word));
    let steps = scale.ratings.iter();
    if doubled {
        steps.map(|step| step.word.clone()).collect()
    } else {
        words.into_iter().map(str::to_owned).collect()
    }
}

/// How a rating is made of answers.
pub fn scoring(scoring: Scoring) -> &'static str {
    match scoring {
        Scoring::Numbers => "mean of the numbers of the framework",
        Scoring::MidPoints => "mean of the middles of the steps in percent",
    }
}

/// "high (12 %)". None where nothing can be said.
pub fn reliability(answers: &Answers, scale: &Scale) -> Option<String> {
    let variation = answers.variation(scale)?;
    let band = match Reliability::of(variation) {
        Reliability::High => "high",
        Reliability::Medium => "medium",
        Reliability::Poor => "poor",
    };
    Some(format!("{band} ({variation:.0}\u{a0}%)"))
}

/// "From 12 answers: 3 L, 9 F; 2 don't know. Mean of the numbers of the framework."
pub fn origin(answers: &Answers, scale: &Scale, how: Scoring) -> String {
    let steps = scale.ratings.iter().zip(&answers.by_rank);
    let counts: Vec<String> = steps
        .filter(|(_, count)| **count > 0)
        .map(|(step, count)| format!("{count} {}", step.code))
        .collect();
    let others = [
        (answers.not_applicable, "not applicable"),
        (answers.dont_know, "don't know"),
        (answers.dont_understand, "don't understand"),
    ];
    let others: String = others
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("; {count} {words}"))
        .collect();
    let answer = if answers.scored() == 1 {
        "answer"
    } else {
        "answers"
    };
    format!(
        "From {} {answer} to a questionnaire: {}{others}. Rated by the {}.",
        answers.scored(),
        counts.join(", "),
        scoring(how)
    )
}

/// Which instance is rated when answers about a process are taken over. None where there is no choice.
pub fn taken_over_for(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
) -> Option<String> {
    let instances = assessment.instances(process);
    let several = rates(model, assessment) != Rates::Process && instances.len() > 1;
    let first = instances.first().filter(|_| several)?;
    Some(format!(
        "{process} has several instances, and answers do not say which one they are about. Taking over rates the first one: {}.",
        first.name
    ))
}

/// The edits that take answers over as the author's own ratings of what the rating method rates, each with a note that says
/// where it comes from. What the author noted before stays before it. The first instance of the process is rated.
pub fn take_over(
    model: &Model,
    assessment: &Assessment,
    author: &str,
    chosen: &[(ProcessId, Item, Answers)],
    how: Scoring,
) -> Vec<Edit> {
    let of_process = rates(model, assessment) == Rates::Process;
    let scale = &model.framework.scale;
    let mut edits = Vec::new();
    for (process, item, answers) in chosen {
        let Some(rank) = answers.rating(model, how) else {
            continue;
        };
        let first = assessment.instances(process).into_iter().next();
        let subject = Subject {
            process: process.clone(),
            instance: first.map(|found| found.id).filter(|_| !of_process),
            item: item.clone(),
        };
        let origin = origin(answers, scale, how);
        let mut notes = assessment
            .remarks(&subject)
            .into_iter()
            .flat_map(Remarks::notes);
        let own = notes.find(|(name, _)| *name == author);
        let text = match own.map_or("", |(_, text)| text) {
            "" => origin,
            before if before.contains(&origin) => before.to_owned(),
            before => format!("{before}\n{origin}"),
        };
        edits.push(Edit::Judge {
            subject: subject.clone(),
            judgement: Some(Judgement::Rated {
                rating: scale.rating(rank).clone(),
            }),
        });
        edits.push(Edit::SetNote { subject, text });
    }
    edits
}
