//! The summary for management: what was assessed, what came out, what to do first. It is to fit on one page.

use super::verdict::{Verdict, verdict};
use super::{Material, NO_CERTIFICATE, Names, record};
use crate::domain::action::ActionStatus;
use crate::domain::date::Date;
use crate::domain::edit::Edit;
use crate::domain::finding::FindingKind;
use crate::domain::gap::{Gap, gaps};
use crate::domain::risk_rules::Risk;
use crate::report::profile_table::ProfileRow;
use crate::report::radar::process_radar;
use crate::report::record_words;
use crate::report::report_block::{Block, Cell, LevelMark, Picture, ReportTable};
use crate::report::{plan_words, words};
use std::cmp::Reverse;

pub fn blocks(of: &Material) -> Vec<Block> {
    let mut blocks = vec![Block::Facts(facts(of))];
    if of.profile.rows.iter().any(|row| row.rated) {
        let radar = process_radar(of.model, of.assessment, &of.profile);
        let (strengths, weaknesses) = strengths_and_weaknesses(of);
        let left = vec![Block::Picture(Picture::Radar(radar)), strengths, weaknesses];
        let right = vec![
            levels(of),
            Block::Facts(targets(of)),
            risks(of),
            first_actions(of),
        ];
        blocks.push(Block::Beside(vec![left, right]));
    } else {
        blocks.push(Block::Text("Nothing is rated yet.".to_owned()));
    }
    blocks.push(Block::Remark(NO_CERTIFICATE.to_owned()));
    blocks
}

/// No more of each than fit on the page.
const MOST: usize = 3;

fn facts(of: &Material) -> Vec<(String, String)> {
    let assessment = of.assessment;
    let header = |header: &crate::domain::header::Header| header.title.clone();
    let mut facts = vec![
        ("What", assessment.unit.clone()),
        ("Why", assessment.purpose.clone()),
    ];
    facts.push((
        "Against",
        format!(
            "{}; {}; levels 0 to {}",
            header(&of.model.assessment.header),
            header(&of.model.framework.header),
            assessment.highest_level
        ),
    ));
    facts.extend(by_whom(of).map(|by| ("By", by)));
    facts.extend(when(of).map(|when| ("When", when)));
    facts.push(("Status", status(of)));
    let said = facts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    said.map(|(what, text)| (what.to_owned(), text)).collect()
}

/// Everybody who rated, in the order in which they began, with their role where the record tells it.
fn by_whom(of: &Material) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for (author, _) in ratings(of) {
        if !author.trim().is_empty() && !names.contains(&author) {
            names.push(author);
        }
    }
    let members = &of.assessment.record.members;
    let named = |name: &&str| {
        let member = members.values().find(|member| member.name == **name);
        match member {
            Some(member) => format!(
                "{name} ({})",
                record_words::role(member.role).to_lowercase()
            ),
            None => (*name).to_owned(),
        }
    };
    let named: Vec<String> = names.iter().map(named).collect();
    (!named.is_empty()).then(|| words::join(&named))
}

fn when(of: &Material) -> Option<String> {
    let days = || ratings(of).filter_map(|(_, day)| day);
    let (first, last) = (days().min()?, days().max()?);
    Some(match first == last {
        true => plan_words::day(first),
        false => format!("{} to {}", plan_words::day(first), plan_words::day(last)),
    })
}

/// Author and day of each rating.
fn ratings<'a>(of: &Material<'a>) -> impl Iterator<Item = (&'a str, Option<Date>)> {
    let changes = of.assessment.changes().iter();
    let rates = |edit: &Edit| {
        matches!(
            edit,
            Edit::Judge { .. } | Edit::Settle { .. } | Edit::Agree { .. }
        )
    };
    changes
        .filter(move |change| rates(&change.edit))
        .map(|change| (change.author.as_str(), Date::of_moment(&change.at)))
}

fn status(of: &Material) -> String {
    let Some(seal) = &of.assessment.seal else {
        return "Not finalised: ratings may still change.".to_owned();
    };
    let changes = of.assessment.changes().iter().rev();
    let mut finalised = changes.filter(|change| matches!(change.edit, Edit::Finalise { .. }));
    let change = finalised.next();
    let by = change.map_or("", |change| change.author.as_str());
    let day = change.and_then(|change| Date::of_moment(&change.at));
    let day = day.map_or_else(String::new, |day| format!(" on {}", plan_words::day(day)));
    let hash = match (of.names, seal.hash.as_str()) {
        (Names::Told, hash) if !hash.is_empty() => format!(" SHA-256 {hash}"),
        _ => String::new(),
    };
    let open = match record::open_points(of).len() {
        0 => String::new(),
        1 => " 1 point of the checklist was open.".to_owned(),
        open => format!(" {open} points of the checklist were open."),
    };
    format!("Finalised by {by}{day}.{open}{hash}")
}

/// How many processes are at each level: counted, never averaged.
fn levels(of: &Material) -> Block {
    let mut table = ReportTable::new("Processes at each level", &["Level", "Number", "Which"]);
    let levels = (0..=of.assessment.highest_level).rev().map(Some);
    for level in levels.chain([None]) {
        let rows = of.profile.rows.iter();
        let here: Vec<&ProfileRow> = rows
            .filter(|row| row.rated.then_some(row.level) == level)
            .collect();
        if here.is_empty() && level.is_none() {
            continue;
        }
        let mark = LevelMark {
            level,
            words: level.map_or_else(|| "not rated".to_owned(), |level| level.to_string()),
        };
        let which: Vec<String> = here
            .iter()
            .map(|row| match row.rated && row.lowest != row.highest {
                true => format!("{} ({} to {})", row.process, row.lowest, row.highest),
                false => row.process.to_string(),
            })
            .collect();
        table.rows.push(vec![
            Cell::Level(mark),
            Cell::text(here.len().to_string()),
            Cell::text(which.join(", ")),
        ]);
    }
    Block::Table(table)
}

/// How many targets are reached, missed, and not told yet.
fn targets(of: &Material) -> Vec<(String, String)> {
    let all = of.profile.rows.len();
    let told = |wanted: Verdict, words: &str| {
        let rows = of.profile.rows.iter();
        let rows = rows.filter(|row| verdict(row) == wanted);
        let ids: Vec<String> = rows.map(|row| row.process.to_string()).collect();
        let ids_told = match ids.len() {
            0 => String::new(),
            _ => format!(": {}", ids.join(", ")),
        };
        (
            words.to_owned(),
            format!("{} of {all}{ids_told}", ids.len()),
        )
    };
    let mut facts = vec![
        told(Verdict::Reached, "Target reached"),
        told(Verdict::Missed, "Target missed"),
    ];
    if of
        .profile
        .rows
        .iter()
        .any(|row| verdict(row) == Verdict::Open)
    {
        facts.push(told(Verdict::Open, "Not known yet"));
    }
    facts
}

/// What people wrote down; where they wrote nothing, each attribute where most of the processes that are rated have it: at target
/// or below.
fn strengths_and_weaknesses(of: &Material) -> (Block, Block) {
    let written = |kind: FindingKind| {
        let findings = of.assessment.findings.all().into_iter();
        let findings = findings.filter(|(_, finding, _)| finding.kind == kind);
        findings
            .map(|(_, finding, _)| finding.text.clone())
            .collect::<Vec<_>>()
    };
    let (strengths, weaknesses) = (
        written(FindingKind::Strength),
        written(FindingKind::Weakness),
    );
    let (strengths, weaknesses) =
        if of.names == Names::LeftOut || strengths.is_empty() && weaknesses.is_empty() {
            by_attribute(of)
        } else {
            (strengths, weaknesses)
        };
    (
        list("Strengths", strengths, "None is known."),
        list("Weaknesses", weaknesses, "None is known."),
    )
}

/// How one attribute stands in the processes whose target asks for it.
struct Counted {
    name: String,
    asked: usize,
    at_target: usize,
    below: usize,
}

/// "PA2.1 Performance management: at target in 5 of 12 processes", and the same for below target; most first.
fn by_attribute(of: &Material) -> (Vec<String>, Vec<String>) {
    let results = of.results.iter();
    let gaps: Vec<_> = results
        .flat_map(|result| gaps(of.model, of.assessment, result))
        .collect();
    let attributes = of.model.attributes(of.assessment.highest_level);
    let counted: Vec<Counted> = attributes
        .map(|attribute| {
            let asked = || gaps.iter().filter(|gap| gap.attribute == attribute.id);
            let below = asked().filter(|gap| matches!(gap.gap, Gap::Major | Gap::Minor));
            Counted {
                name: words::attribute(of.model, &attribute.id),
                asked: asked().count(),
                at_target: asked().filter(|gap| gap.gap == Gap::None).count(),
                below: below.count(),
            }
        })
        .collect();
    let told = |words: &str, number: fn(&Counted) -> usize| {
        let mut some: Vec<&Counted> = counted.iter().filter(|found| number(found) > 0).collect();
        some.sort_by_key(|found| Reverse(number(found)));
        let line = |found: &&Counted| {
            let processes = if found.asked == 1 {
                "process"
            } else {
                "processes"
            };
            let (name, asked) = (&found.name, found.asked);
            format!(
                "{name}: {words} in {} of {asked} {processes}",
                number(found)
            )
        };
        some.iter().map(line).collect::<Vec<_>>()
    };
    (
        told("at target", |found| {
            let most = found.at_target > found.below;
            if most { found.at_target } else { 0 }
        }),
        told("below target", |found| {
            let most = found.below >= found.at_target;
            if most { found.below } else { 0 }
        }),
    )
}

fn risks(of: &Material) -> Block {
    let risks = of.risks.iter().flat_map(|table| &table.rows);
    let mut rows: Vec<_> = risks.filter(|row| row.risk != Risk::None).collect();
    rows.sort_by_key(|row| Reverse(row.risk));
    let told = rows.into_iter().map(|row| {
        let warning = row.warnings.first().map_or("", String::as_str);
        format!("{}: {}. {warning}", row.name, row.overall)
    });
    list("Greatest risks", told.collect(), "No gap gives a risk.")
}

/// Those that are next in the plan; where there is no plan, what would be its first draft.
fn first_actions(of: &Material) -> Block {
    let open = of
        .plan
        .actions
        .iter()
        .filter(|entry| matches!(entry.status, ActionStatus::Planned | ActionStatus::Started));
    let planned: Vec<String> = open
        .map(|entry| {
            let owner = match entry.owner.trim() {
                "" => String::new(),
                owner => format!(", {owner}"),
            };
            let due = entry
                .due
                .map_or_else(String::new, |due| format!(", due {}", plan_words::day(due)));
            format!("{}{owner}{due}", entry.title)
        })
        .collect();
    if !planned.is_empty() {
        return list("First actions", planned, "");
    }
    let gaps = of.plan.gaps.iter().filter(|gap| gap.gap != Gap::Unknown);
    let proposed = gaps.map(|gap| {
        format!(
            "{}: raise {} from {} to {}",
            gap.process, gap.attribute_name, gap.rating, gap.target
        )
    });
    list(
        "First actions (proposed: none is planned)",
        proposed.collect(),
        "No gap is known.",
    )
}

/// The first of many, with how many more there are.
fn list(title: &str, mut items: Vec<String>, none: &str) -> Block {
    let more = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    if more > 0 {
        items.push(format!("and {more} more"));
    }
    if items.is_empty() {
        items.push(none.to_owned());
    }
    Block::List {
        title: title.to_owned(),
        items,
    }
}
