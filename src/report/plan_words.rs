//! Plain words about targets, risk, actions and effort, the same wherever they are shown.

use super::words;
use crate::domain::action::ActionStatus;
use crate::domain::action_problem::ActionProblem;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::id::ActionId;
use crate::domain::model::Model;
use crate::domain::plan_edit::BusinessWeight;
use crate::domain::priority::Keys;
use crate::domain::promise::PromiseState;
use crate::domain::risk::{LevelRisk, RiskStanding};
use crate::domain::risk_rules::{Extent, Risk};
use crate::domain::stakeholder::{Influence, Stance};
use crate::domain::subject::Subject;

/// The hours of a working day.
pub const HOURS_PER_DAY: u32 = 8;

/// "3 days", "half a day", "2.5 days", "3 hours": effort as people say it.
pub fn effort(hours: u32) -> String {
    match (hours / HOURS_PER_DAY, hours % HOURS_PER_DAY) {
        (0, 0) => "no effort".to_owned(),
        (0, 4) => "half a day".to_owned(),
        (0, hours) => words::count(usize::try_from(hours).unwrap_or(usize::MAX), "hour"),
        (1, 0) => "1 day".to_owned(),
        _ => format!("{} days", days(hours)),
    }
}

/// Hours in days, with no more than two decimal places: "2.5".
pub fn days(hours: u32) -> String {
    let hundredths =
        (u64::from(hours) * 100 + u64::from(HOURS_PER_DAY) / 2) / u64::from(HOURS_PER_DAY);
    let part = format!("{:02}", hundredths % 100);
    match part.trim_end_matches('0') {
        "" => (hundredths / 100).to_string(),
        part => format!("{}.{part}", hundredths / 100),
    }
}

/// "12,500 EUR": whole units of money as people say them.
pub fn money(amount: u32, currency: &str) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {currency}").trim_end().to_owned()
}

/// "31 Mar 2027".
pub fn day(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = MONTHS[usize::from(date.month() - 1)];
    format!("{} {month} {}", date.day(), date.year())
}

/// "1st", "2nd", "11th".
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::None => "none",
        Risk::Low => "low",
        Risk::Medium => "medium",
        Risk::High => "high",
    }
}

/// "high", "at least medium", "not known".
pub fn risk_standing(standing: RiskStanding) -> String {
    match standing {
        RiskStanding::Known(found) => risk(found).to_owned(),
        RiskStanding::AtLeast(found) => format!("at least {}", risk(found)),
        RiskStanding::Unknown => "not known".to_owned(),
    }
}

/// "slight", "at least slight", "not known": the extent of the gaps of a level.
pub fn level_extent(level: &LevelRisk) -> String {
    match level.extent {
        Extent::None if !level.unknown.is_empty() => "not known".to_owned(),
        found if found < level.extent_at_most => format!("at least {}", extent(found)),
        found => extent(found).to_owned(),
    }
}

pub fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::None => "none",
        Extent::Slight => "slight",
        Extent::Significant => "significant",
        Extent::Substantial => "substantial",
    }
}

pub fn weight(weight: BusinessWeight) -> &'static str {
    match weight {
        BusinessWeight::Low => "low",
        BusinessWeight::Normal => "normal",
        BusinessWeight::High => "high",
    }
}

/// Every status, in the order in which an action goes through them.
pub const STATUSES: [ActionStatus; 4] = [
    ActionStatus::Planned,
    ActionStatus::Started,
    ActionStatus::Done,
    ActionStatus::Dropped,
];

pub fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Planned => "planned",
        ActionStatus::Started => "started",
        ActionStatus::Done => "done",
        ActionStatus::Dropped => "dropped",
    }
}

/// The status of this name, in any case; none where there is none.
pub fn status_named(name: &str) -> Option<ActionStatus> {
    let name = name.trim();
    STATUSES
        .into_iter()
        .find(|found| status(*found).eq_ignore_ascii_case(name))
}

pub fn promise(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Open => "to do",
        PromiseState::ToBeSeen => "done, to be rated again",
        PromiseState::Kept => "kept",
        PromiseState::Missed => "missed",
    }
}

pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Advocate => "advocate",
        Stance::Supporter => "supporter",
        Stance::Undecided => "undecided",
        Stance::Cynic => "cynic",
        Stance::Assassin => "assassin",
    }
}

pub fn influence(influence: Influence) -> &'static str {
    match influence {
        Influence::Low => "low",
        Influence::Medium => "medium",
        Influence::High => "high",
    }
}

/// The keys in the order in which they count: name and value of each.
pub fn keys(keys: &Keys) -> [(&'static str, String); 5] {
    [
        ("Risk", risk(keys.risk).to_owned()),
        ("Level", keys.level.to_string()),
        ("Business weight", weight(keys.weight).to_owned()),
        ("Processes that depend on it", keys.dependants.to_string()),
        ("Effort", effort(keys.hours)),
    ]
}

/// "RES-1.O2 Requests are …", or "PA2.1 Performance management", with the process and the instance.
pub fn lift(model: &Model, assessment: &Assessment, subject: &Subject) -> String {
    let instance = words::instance(assessment, subject);
    let instance = instance.map_or_else(String::new, |name| format!(" ({name})"));
    format!(
        "{}: {}{instance}",
        subject.process,
        words::subject(model, subject)
    )
}

/// The title of an action; its id where it has none.
pub fn action(assessment: &Assessment, id: &ActionId) -> String {
    let found = assessment.improvement.action(id);
    let title = found.map(|action| action.title.trim()).unwrap_or_default();
    if title.is_empty() {
        format!("Untitled action {id}")
    } else {
        title.to_owned()
    }
}

/// What is wrong with an action, in one sentence that says what to do.
pub fn problem(model: &Model, assessment: &Assessment, problem: &ActionProblem) -> String {
    match problem {
        ActionProblem::DueBeforeStart => {
            "It is due before it starts. Change one of the two dates.".to_owned()
        }
        ActionProblem::Cycle(way) => {
            let way: Vec<String> = way
                .iter()
                .map(|id| format!("\u{201c}{}\u{201d}", action(assessment, id)))
                .collect();
            format!(
                "It waits for itself: it needs {}. Take one of these dependencies away.",
                way.join(", which needs ")
            )
        }
        ActionProblem::NeedsGone(id) => format!(
            "It needs \u{201c}{}\u{201d}, which is not in the plan any more.",
            action(assessment, id)
        ),
        ActionProblem::StartsTooSoon(id) => format!(
            "It starts before \u{201c}{}\u{201d} is due, which it needs.",
            action(assessment, id)
        ),
        ActionProblem::NoProcess(process) => format!(
            "The model has no process {process}. What it lifts there is kept, and counts for nothing."
        ),
        ActionProblem::OutOfScope(process) => format!(
            "{} is not in the scope any more. What it lifts there is kept, and counts for nothing until it is back.",
            words::process(model, process)
        ),
        ActionProblem::NoItem(subject) => format!(
            "The model has no {} in {}. It is kept, and counts for nothing.",
            words::subject_id(subject),
            subject.process
        ),
        ActionProblem::NoRating(rating) => {
            format!("The scale has no rating {rating}, so it is not known what is promised.")
        }
        ActionProblem::NoPhase(phase) => {
            format!("The roadmap has no phase {phase}. Choose one that it has.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effort_is_told_as_people_say_it() {
        let told = [0, 1, 3, 4, 8, 12, 40, 41, 43].map(effort);
        assert_eq!(
            told,
            [
                "no effort",
                "1 hour",
                "3 hours",
                "half a day",
                "1 day",
                "1.5 days",
                "5 days",
                "5.13 days",
                "5.38 days"
            ]
        );
    }
    #[test]
    fn money_days_and_places_are_told_as_people_say_them() {
        let told = [0, 999, 1_000, 1_234_567].map(|amount| money(amount, "EUR"));
        assert_eq!(told, ["0 EUR", "999 EUR", "1,000 EUR", "1,234,567 EUR"]);
        assert_eq!(money(12, ""), "12");
        assert_eq!(
            Date::new(2027, 3, 1).map(day).as_deref(),
            Some("1 Mar 2027")
        );
        let places = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal);
        let said = [
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th",
        ];
        assert_eq!(places, said);
    }
}
