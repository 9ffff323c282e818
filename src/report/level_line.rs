//! One process, its level, its range and the reason, as the command line prints them.

use crate::domain::framework::Framework;
use crate::domain::level::LevelRule;
use crate::domain::profile::Profile;

/// What follows from one profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelLine {
    pub process: String,
    pub level: u8,
    pub lowest: u8,
    pub highest: u8,
    pub reason: String,
}

/// Derives the level of a profile and says why it is not higher.
pub fn level_line(
    framework: &Framework,
    rule: &LevelRule,
    process: &str,
    profile: &Profile,
) -> LevelLine {
    let range = profile.level(framework, rule);
    let next = range.level + 1;
    let shortfalls = profile
        .shortfalls(framework, rule, next)
        .into_iter()
        .map(|shortfall| {
            let has = shortfall
                .has
                .map_or_else(|| "not rated".to_owned(), |rating| rating.to_string());
            format!(
                "{} is {has}, needs {}",
                shortfall.attribute, shortfall.needs
            )
        });
    let shortfalls: Vec<String> = shortfalls.collect();
    let reason = if shortfalls.is_empty() {
        "highest level of the framework".to_owned()
    } else {
        format!("level {next}: {}", shortfalls.join("; "))
    };
    LevelLine {
        process: process.to_owned(),
        level: range.level,
        lowest: range.lowest,
        highest: range.highest,
        reason,
    }
}
