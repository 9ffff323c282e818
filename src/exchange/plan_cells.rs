//! Cells of the plan's table that hold several things, separated by semicolons, and days as spreadsheets write them.

use crate::domain::amount::Amount;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::id::{AttributeId, IndicatorId, InstanceId, ProcessId};
use crate::domain::model::Model;
use crate::domain::scale::Rating;
use crate::domain::subject::{Item, Subject};
use crate::report::action_list::{LiftEntry, LinkEntry};
use crate::report::words;

/// How the days of a file are written where they are not `2027-03-31`: spreadsheets turn them into the manner of the country.
/// Days with points are always day first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 31/3/2027
    DayFirst,
    /// 3/31/2027
    MonthFirst,
    /// No day of the file tells, or some tell this and some that.
    Unclear,
}

/// "RES-1 RES-1.O2 F", with the instance where the process has several: "RES-1 RES-1.O2 F (Night desk)".
pub fn lift(entry: &LiftEntry) -> String {
    format!(
        "{}{}",
        format_args!(
            "{} {} {}",
            entry.subject.process, entry.item, entry.expected
        ),
        instance(&entry.subject, entry.instance.as_deref())
    )
}

/// "RES-1 RES-1.O2", with the instance as in [`lift`].
pub fn link(entry: &LinkEntry) -> String {
    format!(
        "{} {}{}",
        entry.subject.process,
        words::subject_id(&entry.subject),
        instance(&entry.subject, entry.instance.as_deref())
    )
}

/// "2027-01-31 12.5".
pub fn reading((day, value): &(Date, String)) -> String {
    format!("{day} {value}")
}

pub fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// The parts of a cell, without spaces around them and without blank ones.
pub fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split([';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// Reads a subject with the rating that it is lifted to.
///
/// # Errors
/// A sentence, where the model has no such thing.
pub fn read_lift(
    model: &Model,
    assessment: &Assessment,
    part: &str,
) -> Result<(Subject, Rating), String> {
    let (part, name) = without_instance(part);
    let Some((subject, rating)) = part.rsplit_once(char::is_whitespace) else {
        return Err(format!(
            "\"{part}\" is not written as process, indicator or attribute, rating."
        ));
    };
    let edition = &model.framework.edition;
    let rating = model
        .framework
        .scale
        .read(rating)
        .ok_or_else(|| format!("\"{rating}\" is not a rating of {edition}."))?;
    Ok((read_subject(model, assessment, subject, name)?, rating))
}

/// Reads a subject without a rating.
///
/// # Errors
/// A sentence, where the model has no such thing.
pub fn read_link(model: &Model, assessment: &Assessment, part: &str) -> Result<Subject, String> {
    let (part, name) = without_instance(part);
    read_subject(model, assessment, part, name)
}

/// Reads a day and what was read on it.
///
/// # Errors
/// A sentence, where it is neither.
pub fn read_reading(part: &str, order: DayOrder) -> Result<(Date, Amount), String> {
    let (day, value) = part
        .split_once(char::is_whitespace)
        .ok_or_else(|| format!("\"{part}\" is not written as day and number."))?;
    let value = value.trim().parse();
    let value = value.map_err(|error| format!("\"{part}\": {error}."))?;
    Ok((read_day(day, order)?, value))
}

/// Reads a day.
///
/// # Errors
/// A sentence, where it is none, or could be two.
pub fn read_day(text: &str, order: DayOrder) -> Result<Date, String> {
    if let Ok(date) = text.parse() {
        return Ok(date);
    }
    let none = || format!("\"{text}\" is no day. A day is written as 2027-03-31.");
    let ([one, two, year], mark) = of_country(text).ok_or_else(none)?;
    let day_first = || Date::new(year, u8::try_from(two).ok()?, u8::try_from(one).ok()?);
    let month_first = || Date::new(year, u8::try_from(one).ok()?, u8::try_from(two).ok()?);
    match (mark, order) {
        ('.', _) | (_, DayOrder::DayFirst) => day_first().ok_or_else(none),
        (_, DayOrder::MonthFirst) => month_first().ok_or_else(none),
        (_, DayOrder::Unclear) => match (day_first(), month_first()) {
            (Some(day), other) if other.is_none_or(|other| other == day) => Ok(day),
            (None, Some(day)) => Ok(day),
            (Some(day), Some(other)) => Err(format!(
                "\"{text}\" can be {day} or {other}. Please write it like these."
            )),
            _ => Err(none()),
        },
    }
}

/// What the days of a file tell about how they are written.
pub fn day_order<'a>(days: impl Iterator<Item = &'a str>) -> DayOrder {
    let (mut day_first, mut month_first) = (false, false);
    for ([one, two, _], mark) in days.filter_map(of_country) {
        day_first |= mark != '.' && one > 12;
        month_first |= mark != '.' && two > 12;
    }
    match (day_first, month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => DayOrder::Unclear,
    }
}

/// Three numbers with the same mark between them, the last one a year.
fn of_country(text: &str) -> Option<([u16; 3], char)> {
    let mark = text.chars().find(|found| !found.is_ascii_digit())?;
    let mut parts = ['.', '/', '-'].contains(&mark).then(|| text.split(mark))?;
    let mut next = |least: usize, most: usize| {
        let part = parts.next()?;
        let plain = part.bytes().all(|byte| byte.is_ascii_digit());
        (plain && (least..=most).contains(&part.len())).then(|| part.parse().ok())?
    };
    let numbers = [next(1, 2)?, next(1, 2)?, next(4, 4)?];
    parts.next().is_none().then_some((numbers, mark))
}

/// " (Night desk)"; the id of the instance where its name could not be told from the rest of the cell.
fn instance(subject: &Subject, name: Option<&str>) -> String {
    let id = subject.instance.as_ref().map(InstanceId::as_str);
    let plain = |name: &&str| !name.contains(['(', ')', ';', '\n', '\r']);
    match (name, id) {
        (Some(name), Some(id)) => {
            format!(
                " ({})",
                Some(name.trim())
                    .filter(plain)
                    .filter(|name| !name.is_empty())
                    .unwrap_or(id)
            )
        }
        _ => String::new(),
    }
}

fn without_instance(part: &str) -> (&str, Option<&str>) {
    let split = part
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    split.map_or((part, None), |(rest, name)| {
        (rest.trim_end(), Some(name.trim()))
    })
}

fn read_subject(
    model: &Model,
    assessment: &Assessment,
    text: &str,
    name: Option<&str>,
) -> Result<Subject, String> {
    let Some((process, item)) = text.trim().rsplit_once(char::is_whitespace) else {
        return Err(format!(
            "\"{text}\" is not written as process and indicator or attribute."
        ));
    };
    let process = ProcessId::new(process.trim());
    if model.process(&process).is_none() {
        return Err(format!("The model has no process \"{process}\"."));
    }
    let indicator = IndicatorId::new(item);
    let attribute = AttributeId::new(item);
    let item = if model.indicator(&process, &indicator).is_some() {
        Item::Indicator(indicator)
    } else if model.framework.attribute(&attribute).is_some() {
        Item::Attribute(attribute)
    } else {
        return Err(format!(
            "{process} has no indicator or attribute \"{item}\"."
        ));
    };
    let instances = assessment.instances(&process);
    let instance = match name {
        None => None,
        Some(name) => {
            let named = |found: &&crate::domain::process_state::Instance| {
                found.name.trim() == name || found.id.as_str() == name
            };
            let found = instances.iter().find(named);
            let found = found.ok_or_else(|| format!("{process} has no instance \"{name}\"."))?;
            Some(found.id.clone())
        }
    };
    Ok(Subject {
        process,
        instance,
        item,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_spreadsheets_of_the_country_write_them() {
        let read = |text: &str, order| read_day(text, order).map(|day| day.to_string());
        for order in [DayOrder::DayFirst, DayOrder::MonthFirst, DayOrder::Unclear] {
            assert_eq!(read("2027-03-31", order).as_deref(), Ok("2027-03-31"));
            assert_eq!(read("4.3.2027", order).as_deref(), Ok("2027-03-04"));
            for none in [
                "31.3.27",
                "Wednesday",
                "30/2/2027",
                "2027-3",
                "1/2/3/2027",
                "",
            ] {
                assert!(read(none, order).is_err(), "{none}");
            }
        }
        assert_eq!(
            read("4/3/2027", DayOrder::DayFirst).as_deref(),
            Ok("2027-03-04")
        );
        assert_eq!(
            read("4/3/2027", DayOrder::MonthFirst).as_deref(),
            Ok("2027-04-03")
        );
        assert_eq!(
            read("3/31/2027", DayOrder::Unclear).as_deref(),
            Ok("2027-03-31")
        );
        assert_eq!(
            read("4/3/2027", DayOrder::Unclear),
            Err(
                "\"4/3/2027\" can be 2027-03-04 or 2027-04-03. Please write it like these."
                    .to_owned()
            )
        );
    }

    #[test]
    fn one_day_that_can_be_read_in_one_way_only_tells_how_the_others_are_written() {
        let order = |days: &[&str]| day_order(days.iter().copied());
        assert_eq!(order(&["4/3/2027", "31/3/2027"]), DayOrder::DayFirst);
        assert_eq!(order(&["4/3/2027", "3/31/2027"]), DayOrder::MonthFirst);
        assert_eq!(order(&["31/3/2027", "3/31/2027"]), DayOrder::Unclear);
        assert_eq!(order(&["4/3/2027", "31.3.2027"]), DayOrder::Unclear);
        assert_eq!(order(&[]), DayOrder::Unclear);
    }
}
