//! What to know before copies are joined: clocks that are wrong, names that two people share, a seal that will not hold.

use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, ChangeId};
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::subject::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// Something to know before joining. Nothing of it keeps a file out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// So many changes of one author have a time that cannot be. Their order is not taken from clocks.
    Clock {
        author: String,
        changes: usize,
        first: String,
        wrong: WrongClock,
    },
    /// The assessment was finalised without these changes, so many of which were made later by the clocks.
    Unsealed { changes: usize, later: usize },
    /// Two copies were rated under one name: so many of the same questions, apart from each other.
    SameName { author: String, subjects: usize },
    /// Changes with the id of one that is here say something else. The one here stays.
    Differs { changes: usize },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WrongClock {
    /// Not a time at all, or before the year 2000.
    TooEarly,
    /// More than a day before the assessment was started.
    BeforeStart,
    /// More than a day from now.
    Ahead,
}

/// All there is to say of a file. `all` is what is here and in the files before it, `new` what the file brings to that.
pub(super) fn doubts(
    here: &Assessment,
    all: &[Change],
    file: &[Change],
    new: &[&Change],
    today: Date,
) -> Vec<Doubt> {
    let mut doubts = clocks(all, new, today);
    if let Some(sealed) = sealed(here)
        && !new.is_empty()
    {
        let later = new.iter().filter(|change| change.at > *sealed).count();
        let changes = new.len();
        doubts.push(Doubt::Unsealed { changes, later });
    }
    doubts.extend(same_names(all, file, new));
    let known: BTreeMap<&ChangeId, &Change> =
        all.iter().map(|change| (&change.id, change)).collect();
    let differs = |change: &&Change| known.get(&change.id).is_some_and(|known| known != change);
    let changes = file.iter().filter(differs).count();
    if changes > 0 {
        doubts.push(Doubt::Differs { changes });
    }
    doubts
}

/// When the assessment that is here was finalised. None where it is not.
fn sealed(here: &Assessment) -> Option<&String> {
    here.seal.as_ref()?;
    let mut latest = here.changes().iter().rev();
    let sealing = latest.find(|change| matches!(change.edit, Edit::Finalise { .. }));
    sealing.map(|change| &change.at)
}

/// Times that cannot be, by author.
fn clocks(all: &[Change], new: &[&Change], today: Date) -> Vec<Doubt> {
    let started = all.first().and_then(|change| Date::of_moment(&change.at));
    let earliest = started.and_then(|day| day.shifted(-1));
    let latest = today.shifted(1);
    let mut found: BTreeMap<(&str, WrongClock), (usize, &str)> = BTreeMap::new();
    for change in new {
        let wrong = match Date::of_moment(&change.at) {
            None => WrongClock::TooEarly,
            Some(day) if day.year() < 2000 => WrongClock::TooEarly,
            Some(day) if latest.is_some_and(|latest| day > latest) => WrongClock::Ahead,
            Some(day) if earliest.is_some_and(|earliest| day < earliest) => WrongClock::BeforeStart,
            Some(_) => continue,
        };
        let entry = found
            .entry((&change.author, wrong))
            .or_insert((0, &change.at));
        entry.0 += 1;
    }
    let doubt = |((author, wrong), (changes, first)): ((&str, _), (_, &str))| Doubt::Clock {
        author: author.to_owned(),
        changes,
        first: first.to_owned(),
        wrong,
    };
    found.into_iter().map(doubt).collect()
}

/// Names under which the same things were rated in two copies, apart from each other: perhaps two people.
fn same_names(all: &[Change], file: &[Change], new: &[&Change]) -> Vec<Doubt> {
    let there: BTreeSet<&ChangeId> = file.iter().map(|change| &change.id).collect();
    let only_here = all.iter().filter(|change| !there.contains(&change.id));
    let here: BTreeSet<(&str, &Subject)> = only_here.filter_map(judged).collect();
    let both: BTreeSet<(&str, &Subject)> = new
        .iter()
        .filter_map(|change| judged(change))
        .filter(|said| here.contains(said))
        .collect();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (author, _) in both {
        *names.entry(author).or_default() += 1;
    }
    let doubt = |(author, subjects): (&str, usize)| Doubt::SameName {
        author: author.to_owned(),
        subjects,
    };
    names.into_iter().map(doubt).collect()
}

fn judged(change: &Change) -> Option<(&str, &Subject)> {
    match &change.edit {
        Edit::Judge { subject, .. } => Some((&change.author, subject)),
        _ => None,
    }
}
