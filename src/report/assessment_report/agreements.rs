//! Where people agreed on a rating, with what each of them had said.

use super::Material;
use crate::domain::agreement::AgreedHow;
use crate::domain::judgement::Judgement;
use crate::report::report_block::{Block, Cell, ReportTable};

/// Empty where nothing was agreed on.
pub fn blocks(of: &Material) -> Vec<Block> {
    let mut table = ReportTable::new(
        "Agreed ratings",
        &["About", "Agreed", "How, by whom, why", "What each had said"],
    );
    for (subject, remarks) in of.said() {
        let Some(agreement) = remarks.agreement() else {
            continue;
        };
        let mut how = vec![Cell::text(words(agreement.how))];
        let by = agreement.by.join(", ");
        let lines = [by.as_str(), agreement.reason.trim()];
        let lines = lines.into_iter().filter(|text| !text.is_empty());
        how.extend(lines.map(Cell::text));
        let said = remarks.judgements();
        let said = said
            .map(|(author, judgement)| Cell::text(format!("{author}: {}", self::said(judgement))));
        table.rows.push(vec![
            Cell::text(of.about(&subject)),
            Cell::text(self::said(&agreement.judgement)),
            Cell::Lines(how),
            Cell::Lines(said.collect()),
        ]);
    }
    match table.rows.is_empty() {
        true => Vec::new(),
        false => vec![Block::Table(table)],
    }
}

fn said(judgement: &Judgement) -> String {
    match judgement {
        Judgement::Rated { rating } => rating.to_string(),
        Judgement::NotApplicable { .. } => "not applicable".to_owned(),
    }
}

fn words(how: AgreedHow) -> &'static str {
    match how {
        AgreedHow::Consensus => "By consensus",
        AgreedHow::LeadDecision => "Decided by the lead assessor",
        AgreedHow::Mean => "Mean of what each rated",
    }
}
