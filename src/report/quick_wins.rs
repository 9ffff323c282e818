//! What a chart of effort by gain shows, before anybody draws it.

use super::action_list::ActionEntry;
use super::words;
use crate::domain::action::{ActionStatus, HIGHEST_GAIN};

/// Improvement actions placed by what they take and what they bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickWins {
    pub title: String,
    pub description: String,
    /// Right end of the effort axis in person-hours, at least 8.
    pub most_hours: u32,
    /// Upper end of the gain axis.
    pub most_gain: u8,
    pub wins: Vec<Win>,
}

/// One action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Win {
    /// Short, such as "3".
    pub label: String,
    pub name: String,
    /// Effort in person-hours.
    pub hours: u32,
    pub gain: u8,
}

/// The actions of which anything is still to do. The axis of effort has room to move each to a quarter more.
pub fn quick_wins(title: &str, entries: &[ActionEntry]) -> QuickWins {
    let open = entries.iter().filter(|entry| is_open(entry));
    let wins: Vec<Win> = open
        .map(|entry| Win {
            label: entry.order.to_string(),
            name: entry.title.clone(),
            hours: entry.hours,
            gain: entry.gain,
        })
        .collect();
    let most = wins.iter().map(|win| win.hours).max().unwrap_or(0);
    let mut found = QuickWins {
        title: format!("Effort by gain: {title}"),
        description: String::new(),
        most_hours: (most.saturating_add(most / 4) / WEEK + 1).saturating_mul(WEEK),
        most_gain: HIGHEST_GAIN,
        wins,
    };
    let quick = found
        .wins
        .iter()
        .filter(|win| found.quadrant(win) == QUADRANTS[0]);
    found.description = format!(
        "{} still to do, {} of them quick wins.",
        words::count(found.wins.len(), "action"),
        quick.count()
    );
    found
}

/// What is neither done nor dropped.
pub fn is_open(entry: &ActionEntry) -> bool {
    matches!(entry.status, ActionStatus::Planned | ActionStatus::Started)
}

/// Much gained with little effort, much with much, little with little, little with much.
pub const QUADRANTS: [&str; 4] = ["Quick wins", "Larger steps", "Fill in", "Later"];

/// Hours by which the axis of effort grows.
const WEEK: u32 = 40;

impl QuickWins {
    /// The quarter of the picture that an action lies in.
    pub fn quadrant(&self, win: &Win) -> &'static str {
        let much = 2 * u16::from(win.gain) > u16::from(self.most_gain);
        let little = win.hours <= self.most_hours / 2;
        match (much, little) {
            (true, true) => QUADRANTS[0],
            (true, false) => QUADRANTS[1],
            (false, true) => QUADRANTS[2],
            (false, false) => QUADRANTS[3],
        }
    }
}
