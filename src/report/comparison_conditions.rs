//! What must be said before points are compared: where they were not made alike.

use super::compared::{ComparedPoint, ModelName};
use super::comparison::Comparison;
use super::words;
use crate::domain::id::ProcessId;

/// A sentence or two for each thing that is not alike. Empty where all is.
pub fn conditions(comparison: &Comparison) -> Vec<String> {
    let told = [
        differ(comparison, "The process models differ", |point| {
            model(&point.model)
        }),
        processes_of_some_models(&comparison.points),
        differ(comparison, "The measurement frameworks differ", |point| {
            model(&point.framework)
        }),
        differ(comparison, "The rating methods differ", |point| {
            point.method.clone()
        }),
        differ(comparison, "The highest levels in scope differ", |point| {
            format!("level {}", point.highest_level)
        }),
        scopes(comparison),
    ];
    told.into_iter().flatten().collect()
}

fn model(name: &ModelName) -> String {
    format!("{} {}", name.title, name.version)
}

/// "The rating methods differ: R1 Rate indicators in A and B; R3 Rate once in C."
fn differ(
    comparison: &Comparison,
    what: &str,
    value: impl Fn(&ComparedPoint) -> String,
) -> Option<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (point, label) in comparison.points.iter().zip(&comparison.labels) {
        let value = value(point);
        match groups.iter_mut().find(|(known, _)| *known == value) {
            Some((_, labels)) => labels.push(quoted(label)),
            None => groups.push((value, vec![quoted(label)])),
        }
    }
    let groups_told = groups
        .iter()
        .map(|(value, labels)| format!("{value} in {}", words::join(labels)));
    let told = groups_told.collect::<Vec<_>>().join("; ");
    (groups.len() > 1).then(|| format!("{what}: {told}."))
}

fn quoted(label: &str) -> String {
    format!("\u{201c}{label}\u{201d}")
}

/// Between versions of a model, processes are the same where their ids are.
fn processes_of_some_models(points: &[ComparedPoint]) -> Option<String> {
    let differ = points.windows(2).any(|pair| pair[0].model != pair[1].model);
    let missing = in_some(points, |point| point.known.clone());
    differ.then(|| {
        let start = "Processes are matched by their id alone";
        if missing.is_empty() {
            format!("{start}; every model has all of them.")
        } else {
            format!("{start}. Not in every model: {}.", short_list(&missing))
        }
    })
}

fn scopes(comparison: &Comparison) -> Option<String> {
    let of = |point: &ComparedPoint| -> Vec<ProcessId> {
        let processes = point.processes.iter();
        processes.map(|found| found.process.clone()).collect()
    };
    let missing = in_some(&comparison.points, of);
    let points = comparison.points.iter().zip(&comparison.labels);
    let counts = points.map(|(point, label)| {
        let count = point.processes.len();
        let noun = if count == 1 { "process" } else { "processes" };
        format!("{count} {noun} in {}", quoted(label))
    });
    (!missing.is_empty()).then(|| {
        format!(
            "The scopes differ: {}. Not in every scope: {}.",
            words::join(&counts.collect::<Vec<_>>()),
            short_list(&missing)
        )
    })
}

/// The processes that some points have and others have not.
fn in_some(points: &[ComparedPoint], of: impl Fn(&ComparedPoint) -> Vec<ProcessId>) -> Vec<String> {
    let lists: Vec<Vec<ProcessId>> = points.iter().map(of).collect();
    let mut found: Vec<String> = Vec::new();
    for process in lists.iter().flatten() {
        let name = process.to_string();
        if !found.contains(&name) && lists.iter().any(|list| !list.contains(process)) {
            found.push(name);
        }
    }
    found
}

/// As many names as one reads, and how many there are beside them.
fn short_list(names: &[String]) -> String {
    let mut told: Vec<String> = names.iter().take(MOST_NAMES).cloned().collect();
    let more = names.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        told.push(format!("{more} more"));
    }
    words::join(&told)
}

const MOST_NAMES: usize = 12;
