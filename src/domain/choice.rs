//! The cheapest choice of steps, at most one a cell, whose gains make up for a deficit. Knows nothing but numbers.

use super::scale::Rank;

/// What could be done about one cell.
#[derive(Clone, Debug)]
pub(super) struct Options {
    pub blank: bool,
    /// None where nothing helps. Gains are above zero.
    pub steps: Vec<Step>,
}

/// One way to raise a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub to: Rank,
    pub gain: u64,
    pub cost: u32,
}

/// What is done about each cell, in their order.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub steps: Vec<Option<Step>>,
    /// Whether nothing is cheaper.
    pub exact: bool,
}

/// What a choice is judged by, in one number that adds up: its cost, then how many cells it raises, then how many of these
/// are not rated yet.
type Price = u128;

/// Dearer than anything that can be had, and far enough from the largest number to be added to.
const NEVER: Price = Price::MAX / 2;

/// The most entries that the table of the exact way may have, cells times deficit; two bytes each.
const LARGEST_TABLE: u64 = 4_000_000;

/// The cheapest choice. None where all steps together do not make up for the deficit.
pub(super) fn cheapest(cells: &[Options], deficit: u64) -> Option<Choice> {
    let most = |options: &Options| options.steps.iter().map(|step| step.gain).max();
    if cells.iter().filter_map(most).sum::<u64>() < deficit {
        return None;
    }
    // Gains come in multiples of their greatest common divisor, so nothing between them needs a place in the table.
    let gains = cells.iter().flat_map(|options| &options.steps);
    let unit = gains.fold(0, |unit, step| divisor(unit, step.gain)).max(1);
    let width = deficit.div_ceil(unit).saturating_add(1);
    let entries = width.saturating_mul(cells.len() as u64);
    let exact = entries <= LARGEST_TABLE;
    let steps = if exact {
        by_table(cells, unit, width as usize)
    } else {
        by_rate(cells, deficit)
    };
    Some(Choice { steps, exact })
}

/// Dynamic programming: from the last cell to the first, the best price for every deficit up to the whole one. Then from
/// the first cell to the last along what was chosen. Of equal prices, a cell is raised rather than left to those after it.
fn by_table(cells: &[Options], unit: u64, width: usize) -> Vec<Option<Step>> {
    // What the cells from some place on cost that make up for so much. Nothing makes up for nothing.
    let mut prices = vec![NEVER; width];
    prices[0] = 0;
    let mut table: Vec<Option<Rank>> = vec![None; cells.len() * width];
    let gain = |step: &Step| usize::try_from(step.gain / unit).unwrap_or(usize::MAX);
    for (options, row) in cells.iter().zip(table.chunks_exact_mut(width)).rev() {
        let steps: Vec<(usize, Price, Rank)> = options
            .steps
            .iter()
            .map(|step| (gain(step), price(step, options.blank), step.to))
            .collect();
        // The largest deficit first: the smaller ones still hold the prices without this cell.
        for missing in (1..width).rev() {
            let priced = steps
                .iter()
                .map(|(gain, price, to)| (prices[missing.saturating_sub(*gain)] + price, *to));
            if let Some((price, to)) = priced.min_by_key(|(price, _)| *price)
                && price <= prices[missing]
            {
                prices[missing] = price;
                row[missing] = Some(to);
            }
        }
    }
    let mut missing = width - 1;
    let along = |(options, row): (&Options, &[Option<Rank>])| {
        let to = row[missing]?;
        let step = options.steps.iter().find(|step| step.to == to)?;
        missing = missing.saturating_sub(gain(step));
        Some(*step)
    };
    cells
        .iter()
        .zip(table.chunks_exact(width))
        .map(along)
        .collect()
}

/// The least cost for its gain first, until it is enough: always enough, not always the cheapest.
fn by_rate(cells: &[Options], deficit: u64) -> Vec<Option<Step>> {
    let mut steps: Vec<(usize, Step)> = cells
        .iter()
        .enumerate()
        .flat_map(|(place, options)| options.steps.iter().map(move |step| (place, *step)))
        .collect();
    let cost_times_gain = |one: &Step, other: &Step| u128::from(one.cost) * u128::from(other.gain);
    steps.sort_by(|(_, one), (_, other)| {
        cost_times_gain(one, other).cmp(&cost_times_gain(other, one))
    });
    let mut chosen: Vec<Option<Step>> = vec![None; cells.len()];
    let mut reached = 0;
    for (place, step) in steps {
        if reached >= deficit {
            break;
        }
        let before = chosen[place].map_or(0, |step| step.gain);
        if step.gain > before {
            reached += step.gain - before;
            chosen[place] = Some(step);
        }
    }
    chosen
}

fn divisor(one: u64, other: u64) -> u64 {
    if other == 0 {
        one
    } else {
        divisor(other, one % other)
    }
}

fn price(step: &Step, blank: bool) -> Price {
    Price::from(step.cost) << 64 | 1 << 32 | Price::from(blank)
}
