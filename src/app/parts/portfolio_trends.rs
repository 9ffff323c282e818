//! The levels of each unit over time, side by side.

use super::chart_size::full_width;
use super::figure::Figure;
use crate::app::portfolio_view::PortfolioView;
use crate::app::theme::Theme;
use crate::chart::trend_panels::trend_panels as draw;
use crate::report::level_set::Figure as Levels;
use crate::report::trend_panels::{TrendPanels, trend_panels};
use leptos::prelude::*;

#[component]
pub fn Trends(view: PortfolioView) -> impl IntoView {
    let theme: Theme = expect_context();
    let width = full_width();
    let panels = Memo::new(move |_| {
        let names = view.names.get();
        view.shown.with(|shown| trend_panels(shown, &names))
    });
    let svg = move || panels.with(|panels| draw(panels, &theme.palette(), width.get(), "trends"));
    view! {
        <div class="trend-panels">
            <Figure
                title=Signal::derive(move || panels.with(|panels| panels.title.clone()))
                description=Signal::derive(move || panels.with(|panels| panels.description.clone()))
                svg=Signal::derive(svg)
            >{move || panels.with(table)}</Figure>
        </div>
    }
}

fn table(panels: &TrendPanels) -> impl IntoView + use<> {
    let words = |(low, high): (u32, u32)| Levels { low, high }.words();
    let rows = panels.panels.iter().flat_map(|panel| {
        panel.points.iter().map(move |point| view! {
            <tr><th scope="row">{panel.name.clone()}</th><td>{point.date.clone()}</td><td>{words(point.median)}</td><td>{words(point.spread)}</td><td>{point.not_rated}</td></tr>
        })
    }).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">"Unit"</th><th scope="col">"From"</th><th scope="col">"Median"</th><th scope="col">"Spread"</th><th scope="col">"Not rated"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
