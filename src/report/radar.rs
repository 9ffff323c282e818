//! What a radar chart shows, before anybody draws it.

use super::profile_table::ProfileTable;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::model::Model;
use crate::domain::result::ProcessResult;
use crate::domain::target::target_rank;

/// Values on axes around a centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    pub title: String,
    pub description: String,
    /// Names of the rings from the centre outwards; the centre is the first.
    pub rings: Vec<String>,
    pub axes: Vec<Axis>,
}

/// One axis; all values count rings from the centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub label: String,
    pub name: String,
    /// None where nothing is rated: a gap in the line, not a zero.
    pub assessed: Option<u8>,
    pub target: Option<u8>,
    /// What the plan will bring; none where no forecast is shown.
    pub forecast: Option<u8>,
    /// The range that the blanks leave open; none where there is nothing open.
    pub range: Option<(u8, u8)>,
    /// Whether it rests on ratings that were carried over and not looked at since.
    pub carried: bool,
}

/// Capability levels over the processes in scope.
pub fn process_radar(model: &Model, assessment: &Assessment, profile: &ProfileTable) -> Radar {
    let axes: Vec<Axis> = profile
        .rows
        .iter()
        .map(|row| Axis {
            label: row.process.to_string(),
            name: row.name.clone(),
            assessed: row.rated.then_some(row.level),
            target: Some(row.target),
            forecast: None,
            range: (row.lowest != row.highest).then_some((row.lowest, row.highest)),
            carried: row.carried,
        })
        .collect();
    let rated: Vec<u8> = axes.iter().filter_map(|axis| axis.assessed).collect();
    let reached = profile
        .rows
        .iter()
        .filter(|row| row.rated && row.level >= row.target)
        .count();
    let span = match (rated.iter().min(), rated.iter().max()) {
        (Some(lowest), Some(highest)) if lowest == highest => {
            format!("All rated processes are at level {lowest}.")
        }
        (Some(lowest), Some(highest)) => format!("Levels run from {lowest} to {highest}."),
        _ => "Nothing is rated yet.".to_owned(),
    };
    Radar {
        title: format!("Capability levels: {}", assessment.title),
        description: format!(
            "{} of {} processes have ratings. {span} {reached} of {} reach their target.",
            rated.len(),
            axes.len(),
            axes.len()
        ),
        rings: (0..=model.framework.highest_level())
            .map(|level| level.to_string())
            .collect(),
        axes,
    }
}

/// Attribute ratings of one process.
pub fn attribute_radar(model: &Model, assessment: &Assessment, result: &ProcessResult) -> Radar {
    let axes: Vec<Axis> = result
        .attributes
        .iter()
        .map(|found| {
            let attribute = model.framework.attribute(&found.attribute);
            let range = found
                .lowest
                .zip(found.highest)
                .filter(|(lowest, highest)| lowest != highest);
            Axis {
                label: found.attribute.to_string(),
                name: attribute.map_or_else(String::new, |attribute| attribute.title.clone()),
                assessed: found.standing.rank().map(|rank| rank.0),
                target: attribute
                    .and_then(|attribute| {
                        target_rank(model, assessment, &result.process, attribute)
                    })
                    .map(|rank| rank.0),
                forecast: None,
                range: range.map(|(lowest, highest)| (lowest.0, highest.0)),
                carried: found.progress.carried > 0,
            }
        })
        .collect();
    let name = words::process(model, &result.process);
    let standing = if result.progress.rated > 0 {
        format!("is at level {}", result.level)
    } else {
        "is not rated yet".to_owned()
    };
    Radar {
        title: format!("Process attributes: {name}"),
        description: format!(
            "{name} {standing}. {} of {} attributes have ratings.",
            axes.iter().filter(|axis| axis.assessed.is_some()).count(),
            axes.len()
        ),
        rings: model
            .framework
            .scale
            .ratings
            .iter()
            .map(|step| step.code.to_string())
            .collect(),
        axes,
    }
}
