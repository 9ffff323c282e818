//! Evidence: every piece of the register, with what rests on it.

use super::{Material, Names};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::id::EvidenceId;
use crate::report::evidence_words::{image_address, kind, link};
use crate::report::report_block::{Block, Cell, ReportTable};
use crate::report::words::count;

pub fn blocks(of: &Material) -> Vec<Block> {
    let mut pieces: Vec<(&EvidenceId, &Evidence)> = of.assessment.evidence.all().collect();
    if pieces.is_empty() {
        return vec![Block::Text(
            "No evidence was put into the register.".to_owned(),
        )];
    }
    pieces.sort_by_key(|(_, piece)| (piece.kind, piece.date));
    let mut table = ReportTable::new(
        "Register of evidence",
        &[
            "Piece, and where it is",
            "Kind",
            "Date",
            "From, taken down by",
            "What rests on it",
        ],
    );
    let rows = pieces.iter().map(|(id, piece)| row(of, id, piece));
    table.rows = rows.collect();
    vec![Block::Text(by_kind(&pieces)), Block::Table(table)]
}

/// "8 pieces: 3 documents, 1 record, 4 testimonies."
fn by_kind(pieces: &[(&EvidenceId, &Evidence)]) -> String {
    let of = |wanted: EvidenceKind| {
        let number = pieces.iter().filter(|(_, piece)| piece.kind == wanted);
        let number = number.count();
        let word = kind(wanted).to_lowercase();
        let word = match (wanted, number) {
            (EvidenceKind::Testimony, 2..) => "testimonies".to_owned(),
            (_, 2..) => format!("{word}s"),
            _ => word,
        };
        (number > 0).then(|| format!("{number} {word}"))
    };
    let kinds: Vec<String> = EvidenceKind::ALL.into_iter().filter_map(of).collect();
    format!("{}: {}.", count(pieces.len(), "piece"), kinds.join(", "))
}

fn row(of: &Material, id: &EvidenceId, piece: &Evidence) -> Vec<Cell> {
    let mut what = vec![Cell::text(match of.names {
        Names::Told => piece.title.clone(),
        Names::LeftOut => format!("Piece {id}"),
    })];
    let place = piece.place.trim();
    match link(place) {
        Some(address) => what.push(Cell::Link(address.to_owned())),
        None if !place.is_empty() => what.push(Cell::text(place)),
        None => {}
    }
    // A copy without names has pictures without content.
    if let Some(image) = of.assessment.evidence.image(id) {
        if image.data.is_empty() {
            what.push(Cell::text("Its picture is left out."));
        } else {
            what.push(Cell::Image {
                address: image_address(image),
                shows: image.shows.trim().to_owned(),
            });
        }
    }
    let from = [piece.role.trim(), piece.by.trim()];
    let from = from.into_iter().filter(|text| !text.is_empty());
    let date = piece.date.map_or_else(String::new, |day| day.to_string());
    vec![
        Cell::Lines(what),
        Cell::text(kind(piece.kind)),
        Cell::text(date),
        Cell::Lines(from.map(Cell::text).collect()),
        Cell::text(of.shorts(of.assessment.evidence.subjects(id))),
    ]
}
