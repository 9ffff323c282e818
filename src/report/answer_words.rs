//! What people said otherwise, in words.

use super::plan_words;
use super::words;
use crate::domain::answer::{Answer, Said};
use crate::domain::date::Date;
use crate::domain::difference::{AnswerDifference, Sides, State};
use crate::domain::judgement::Judgement;
use crate::domain::subject::Item;

/// "the answer to “…” went from N to F, by Lead assessor, on 27 September 2026".
pub(super) fn answer(states: Sides<State<'_>>, found: &AnswerDifference) -> String {
    let Sides { from, to } = &found.answer;
    let (before, now) = (said(from), said(to));
    let what = match (&found.subject.item, &found.subject.instance) {
        (Item::Indicator(_), _) => format!("“{}”", subject(states, found)),
        (Item::Attribute(_), None) => "as a whole it".to_owned(),
        (Item::Attribute(_), Some(_)) => instance(states, found)
            .map_or_else(|| "it".to_owned(), |instance| format!("in {instance} it")),
    };
    let both_rated = from.rating().is_some() && to.rating().is_some();
    let told = match (&from.what, &to.what) {
        (Some(Said::Settled(_)), None) => format!("{what} is no longer {before}"),
        (None, Some(Said::Settled(_))) => format!("{what} was {now}"),
        _ if !both_rated => format!("{what} was {before} and is {now}"),
        _ if found.subject.is_attribute() => format!("{what} is {now} in place of {before}"),
        _ => format!("the answer to {what} went from {before} to {now}"),
    };
    let by = author(&found.answer)
        .map_or_else(String::new, |(name, on)| format!(", by {name}, on {on}"));
    let note = match to.note.trim() {
        "" => String::new(),
        note => format!(" (note: {note})"),
    };
    format!("{told}{by}{note}")
}

/// Several answers where there were none, in short: the table has each of them.
pub(super) fn first_answers(new: &[&AnswerDifference]) -> String {
    let mut ratings: Vec<(String, usize)> = Vec::new();
    for found in new {
        let rating = said(&found.answer.to);
        match ratings.iter_mut().find(|(known, _)| *known == rating) {
            Some((_, count)) => *count += 1,
            None => ratings.push((rating, 1)),
        }
    }
    let ratings: Vec<String> = ratings
        .into_iter()
        .map(|(rating, count)| format!("{count} {rating}"))
        .collect();
    let mut authors = new.iter().filter_map(|found| author(&found.answer));
    let first = authors.next();
    let by = first.filter(|first| authors.all(|other| other == *first));
    let by = by.map_or_else(String::new, |(name, on)| format!(", by {name}, on {on}"));
    let count = words::count(new.len(), "answer");
    format!(
        "{count} where there were none ({}){by}",
        words::join(&ratings)
    )
}

/// Its text without the full stop, and the instance where there are several.
pub(super) fn subject(states: Sides<State<'_>>, found: &AnswerDifference) -> String {
    let text = words::subject(states.to.model, &found.subject);
    let text = text.trim_end_matches('.');
    instance(states, found).map_or_else(
        || text.to_owned(),
        |instance| format!("{text} ({instance})"),
    )
}

/// An instance that has gone is known to the other side.
fn instance(states: Sides<State<'_>>, found: &AnswerDifference) -> Option<String> {
    let name = |state: State<'_>| words::instance(state.assessment, &found.subject);
    name(states.to).or_else(|| name(states.from))
}

pub(super) fn said(answer: &Answer) -> String {
    let carried = if answer.carried { ", carried over" } else { "" };
    format!("{}{carried}", said_here(answer))
}

fn said_here(answer: &Answer) -> String {
    match &answer.what {
        None => "not rated".to_owned(),
        Some(Said::Judged(Judgement::Rated { rating })) => rating.to_string(),
        Some(Said::Judged(Judgement::NotApplicable { reason })) => {
            format!("not applicable ({reason})")
        }
        Some(Said::Settled(settlement)) => {
            format!("settled at {} ({})", settlement.rating, settlement.reason)
        }
    }
}

/// Who gave the later answer, and on which day. None where it is not an answer but an instance or a method that differs.
pub(super) fn author(answer: &Sides<Answer>) -> Option<(String, String)> {
    let by = answer.to.by.as_ref()?;
    if Some(by) == answer.from.by.as_ref() {
        return None;
    }
    let on = Date::of_moment(&by.at).map_or_else(|| by.at.clone(), plan_words::day);
    Some((by.name.clone(), on))
}
