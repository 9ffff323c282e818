//! The due dates of a plan as a calendar file (iCalendar, RFC 5545), for any calendar that people use.
//!
//! Each due date is an event of a whole day, not a to-do: Google Calendar and Outlook take in events only. Written here by
//! hand: `icalendar` 0.17 would bring a dozen crates, chrono, nom and uuid among them, for lines that need no clock, no time zone
//! and no parser.

use crate::domain::action::ActionStatus;
use crate::domain::date::Date;
use crate::domain::id::AssessmentId;
use crate::report::action_list::ActionEntry;
use crate::report::plan_report::PlanReport;
use crate::report::plan_words;

/// The longest line, in octets without the line end (RFC 5545 3.1).
const LONGEST: usize = 75;

/// The due dates as the text of a calendar file. Actions that are dropped or have no due date are left out. `moment` is when
/// it is made, as `2027-03-31T09:15:00Z`; none where it is no such moment.
///
/// An event has the same id in every file of the assessment: calendars take the later one in place of the earlier.
pub fn calendar(report: &PlanReport, assessment: &AssessmentId, moment: &str) -> Option<String> {
    let stamp = stamp(moment)?;
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Plumbline//Improvement plan//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(&report.title)),
    ];
    for (entry, due) in dated(report) {
        lines.extend(event(entry, due, assessment, &stamp));
    }
    lines.push("END:VCALENDAR".to_owned());
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// The actions that are in the calendar, each with its due date.
pub fn dated(report: &PlanReport) -> impl Iterator<Item = (&ActionEntry, Date)> {
    let counting = report
        .actions
        .iter()
        .filter(|entry| entry.status != ActionStatus::Dropped);
    counting.filter_map(|entry| Some((entry, entry.due?)))
}

fn event(entry: &ActionEntry, due: Date, assessment: &AssessmentId, stamp: &str) -> Vec<String> {
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!(
            "UID:{}",
            escaped(&format!("{}-{assessment}@plumbline", entry.id))
        ),
        format!("DTSTAMP:{stamp}"),
        // A later file wins over an earlier one, also where a calendar goes by the number alone.
        format!("LAST-MODIFIED:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", compact(due)),
    ];
    // The end of a whole day is the day after it, and is left out where that is beyond the years there are.
    lines.extend(
        due.plus(1)
            .map(|next| format!("DTEND;VALUE=DATE:{}", compact(next))),
    );
    let done = entry.status == ActionStatus::Done;
    let mark = if done { "Done: " } else { "Due: " };
    lines.extend([
        format!("SUMMARY:{}", escaped(&format!("{mark}{}", entry.title))),
        format!("DESCRIPTION:{}", escaped(&description(entry))),
        "STATUS:CONFIRMED".to_owned(),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]);
    lines
}

fn description(entry: &ActionEntry) -> String {
    let mut lines = vec![format!("Status: {}", plan_words::status(entry.status))];
    let mut tell = |name: &str, text: String| {
        if !text.is_empty() {
            lines.push(format!("{name}: {text}"));
        }
    };
    tell("Owner", entry.owner.clone());
    let lifts = entry.lifts.iter();
    let lifts = lifts.map(|lift| format!("{} {} to {}", lift.process, lift.item, lift.expected));
    tell("Lifts", lifts.collect::<Vec<_>>().join("; "));
    let measure = entry.measure.as_ref();
    tell(
        "Measure",
        measure.map_or_else(String::new, |found| found.what.clone()),
    );
    tell("Notes", entry.notes.clone());
    lines.join("\n")
}

/// `20270331T091500Z`.
fn stamp(moment: &str) -> Option<String> {
    let day = Date::of_moment(moment)?;
    let time = moment.get(10..19)?.strip_prefix('T')?;
    let mut parts = time.split(':');
    let mut part = |limit: u8| {
        let part = parts.next()?;
        let number: u8 = part.parse().ok()?;
        (part.len() == 2 && number < limit).then_some(part)
    };
    let time = [part(24)?, part(60)?, part(60)?].concat();
    moment
        .ends_with('Z')
        .then(|| format!("{}T{time}Z", compact(day)))
}

/// `20270331`.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text value (RFC 5545 3.3.11): control characters other than line ends may not stand in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line with its line end, cut where it is too long (RFC 5545 3.1), never within a character.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for character in line.chars() {
        if used + character.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(character);
        used += character.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_between_characters_and_join_again() {
        for line in [
            "x".repeat(75),
            "x".repeat(76),
            "ü€😀".repeat(60),
            String::new(),
        ] {
            let cut = folded(&line);
            assert!(cut.ends_with("\r\n"));
            for part in cut.trim_end_matches("\r\n").split("\r\n") {
                assert!(part.len() <= LONGEST, "{part:?} has {} octets", part.len());
            }
            assert_eq!(cut.replace("\r\n ", "").trim_end_matches("\r\n"), line);
        }
        assert!(!folded(&"x".repeat(75)).contains("\r\n "), "75 octets fit");
    }

    #[test]
    fn what_means_something_in_a_calendar_is_escaped() {
        assert_eq!(
            escaped("a\\b; c, d:\r\ne\nf\rg\u{7}\u{0}"),
            "a\\\\b\\; c\\, d:\\ne\\nf\\ng"
        );
    }

    #[test]
    fn a_stamp_is_a_moment_in_utc() {
        assert_eq!(
            stamp("2027-03-31T09:15:07.123Z").as_deref(),
            Some("20270331T091507Z")
        );
        for none in [
            "",
            "2027-03-31",
            "2027-03-31T09:15:07",
            "2027-03-31T24:00:00Z",
            "2027-02-30T09:15:07Z",
            "2027-03-31T9:15:07Z",
        ] {
            assert_eq!(stamp(none), None, "{none}");
        }
    }
}
