//! Ratings out as tables: one row an indicator, or one row a process with a column for each attribute.

use crate::domain::assessment::Assessment;
use crate::domain::framework::Attribute;
use crate::domain::judgement::Judgement;
use crate::domain::model::Model;
use crate::domain::process_state::Remarks;
use crate::domain::result::{AttributeResult, ProcessResult, Standing, process_result};
use crate::domain::subject::Subject;
use crate::report::table::Table;

/// Stands in the column `instance` for what was settled for a process with several instances as a whole.
pub const ALL_INSTANCES: &str = "all instances";

/// All ratings of the indicators in scope, one row each.
pub fn by_indicator(model: &Model, assessment: &Assessment) -> Table {
    let mut table = Table::new(&[
        "process",
        "instance",
        "attribute",
        "indicator",
        "text",
        "rating",
        "not applicable because",
        "note",
    ]);
    for process in &assessment.scope {
        for instance in assessment.instances(process) {
            for attribute in model.attributes(assessment.highest_level) {
                for indicator in model.indicators(process, attribute) {
                    let subject = Subject::indicator(
                        process.clone(),
                        instance.id.clone(),
                        indicator.id.clone(),
                    );
                    let remarks = assessment.remarks(&subject);
                    let (rating, reason) = judgement_cells(remarks);
                    table.rows.push(vec![
                        process.to_string(),
                        instance.name.clone(),
                        attribute.id.to_string(),
                        indicator.id.to_string(),
                        indicator.text.clone(),
                        rating,
                        reason,
                        remarks.map_or("", Remarks::note).to_owned(),
                    ]);
                }
            }
        }
    }
    table
}

/// The attribute ratings of the processes in scope: one row an instance, or one a process where the method rates it whole.
pub fn by_attribute(model: &Model, assessment: &Assessment) -> Table {
    let attributes: Vec<&Attribute> = model.attributes(assessment.highest_level).collect();
    let mut table = Table::new(&["process", "name", "instance"]);
    table
        .columns
        .extend(attributes.iter().map(|attribute| attribute.id.to_string()));
    for process in &assessment.scope {
        let name = model
            .process(process)
            .map_or("", |process| process.name.as_str());
        let result: ProcessResult = process_result(model, assessment, process);
        let mut row = |instance: &str, ratings: Vec<String>| {
            let head = [process.to_string(), name.to_owned(), instance.to_owned()];
            table.rows.push(head.into_iter().chain(ratings).collect());
        };
        let several = result.instances.len() > 1;
        if !several {
            let instance = result
                .instances
                .first()
                .map_or("", |found| found.instance.name.as_str());
            row(instance, result.attributes.iter().map(letter).collect());
            continue;
        }
        for instance in &result.instances {
            row(
                &instance.instance.name,
                instance.attributes.iter().map(letter).collect(),
            );
        }
        let settled = |found: &AttributeResult| matches!(found.standing, Standing::Settled { .. });
        if result.attributes.iter().any(settled) {
            let of_settled = |found| {
                if settled(found) {
                    letter(found)
                } else {
                    String::new()
                }
            };
            row(
                ALL_INSTANCES,
                result.attributes.iter().map(of_settled).collect(),
            );
        }
    }
    table
}

fn letter(found: &AttributeResult) -> String {
    found
        .standing
        .rating()
        .map_or_else(String::new, ToString::to_string)
}

fn judgement_cells(remarks: Option<&Remarks>) -> (String, String) {
    match remarks.and_then(Remarks::judgement) {
        None => (String::new(), String::new()),
        Some(Judgement::Rated { rating }) => (rating.to_string(), String::new()),
        Some(Judgement::NotApplicable { reason }) => (String::new(), reason.clone()),
    }
}
