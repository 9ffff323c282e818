//! What the page of a portfolio shows: which units and processes, under which names, by which rule.

use super::portfolio::Loaded;
use super::workspace::Workspace;
use crate::domain::unit::UnitKey;
use crate::report::level_set::Rule;
use crate::report::portfolio::{Portfolio, portfolio};
use crate::report::unit_names::UnitNames;
use leptos::prelude::*;
use std::sync::Arc;

/// The choices of the page, and what follows from them.
#[derive(Clone, Copy)]
pub struct PortfolioView {
    pub loaded: Loaded,
    pub aliases: RwSignal<bool>,
    pub rule: RwSignal<Rule>,
    /// None stands for all units.
    pub within: RwSignal<Option<UnitKey>>,
    /// None stands for all groups of processes.
    pub group: RwSignal<Option<String>>,
    /// Everything that is loaded.
    pub whole: Memo<Arc<Portfolio>>,
    pub names: Memo<UnitNames>,
    /// What is chosen of it.
    pub shown: Memo<Arc<Portfolio>>,
    /// The cell whose reasons are asked for, by unit and column.
    pub asked: RwSignal<Option<(usize, usize)>>,
}

impl PortfolioView {
    pub fn new(workspace: Workspace) -> Self {
        let loaded = Loaded::new(workspace);
        let aliases = RwSignal::new(false);
        let (within, group) = (
            RwSignal::new(None::<UnitKey>),
            RwSignal::new(None::<String>),
        );
        // What is loaded or chosen has changed: holding all of it against what was there would take as long as making it.
        let whole =
            Memo::new_with_compare(move |_| Arc::new(portfolio(&loaded.digests())), |_, _| true);
        let names = Memo::new(move |_| match aliases.get() {
            true => whole.with(|whole| UnitNames::aliases(whole)),
            false => UnitNames::real(),
        });
        let shown = Memo::new_with_compare(
            move |_| {
                let (key, group) = (within.get(), group.get());
                let part = whole.with(|whole| Portfolio::clone(whole)).part(
                    |unit| key.as_ref().is_none_or(|key| unit.is_in(key)),
                    |column| group.as_ref().is_none_or(|group| column.group == *group),
                );
                Arc::new(names.with(|names| part.in_order(names)))
            },
            |_, _| true,
        );
        Self {
            loaded,
            aliases,
            rule: RwSignal::new(Rule::Distribution),
            within,
            group,
            whole,
            names,
            shown,
            asked: RwSignal::new(None),
        }
    }

    /// What a unit is called, by its place.
    pub fn unit(self, place: usize) -> String {
        let shown = self.shown.get();
        let unit = shown.units.get(place);
        unit.map_or_else(String::new, |unit| {
            self.names.with(|names| names.unit(unit))
        })
    }

    /// "RES-1 Incident management", by its column.
    pub fn process(self, column: usize) -> String {
        let shown = self.shown.get();
        let column = shown.columns.get(column);
        column.map_or_else(String::new, |column| {
            format!("{} {}", column.process, column.name)
        })
    }
}
