//! Many assessments at once: units by processes.

use crate::app::files::export_table;
use crate::app::parts::portfolio_files::{DropPlace, Guests, PickFiles};
use crate::app::parts::portfolio_findings::Findings;
use crate::app::parts::portfolio_grid::PortfolioGrid;
use crate::app::parts::portfolio_reasons::ReasonsDialog;
use crate::app::parts::portfolio_shares::Shares;
use crate::app::parts::portfolio_trends::Trends;
use crate::app::portfolio_view::PortfolioView;
use crate::app::workspace::workspace;
use crate::exchange::long_csv::long_csv;
use crate::report::level_set::{ALL_RULES, Rule};
use crate::report::portfolio_table::portfolio_table;
use crate::report::unit_tree::unit_tree;
use crate::report::words::count;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

#[component]
pub fn Portfolio() -> impl IntoView {
    let view = PortfolioView::new(workspace());
    let nothing = Memo::new(move |_| view.whole.with(|whole| whole.units.is_empty()));
    let waiting = view.loaded.waiting;
    view! {
        <DropPlace view>
            <div class="page portfolio">
                <h1 tabindex="-1">"Portfolio"</h1>
                <p class="lead">"All assessments side by side: units by processes. Of each unit its latest assessment with ratings counts; the others are its history."</p>
                <PickFiles view />
                <p class="hint" role="status">
                    {move || (waiting.get() > 0).then(|| format!("Reading {}\u{2026}", count(waiting.get(), "assessment")))}
                </p>
                <Guests view />
                <Show when=move || !nothing.get() fallback=move || view! {
                    <p class="empty">{move || if waiting.get() > 0 { "" } else { "There is no assessment on this machine yet. Start one, or drop files of assessments here." }}</p>
                }>
                    <Choices view />
                    <Conditions view />
                    <PortfolioGrid view />
                    <Downloads view />
                    <Trends view />
                    <Findings view />
                    <Shares view />
                </Show>
                <ReasonsDialog view />
            </div>
        </DropPlace>
    }
}

/// Which units and processes, by which rule, and whether under their names.
#[component]
fn Choices(view: PortfolioView) -> impl IntoView {
    let nodes = Memo::new(move |_| {
        let names = view.names.get();
        view.whole.with(|whole| unit_tree(whole, &names))
    });
    let groups = Memo::new(move |_| {
        view.whole.with(|whole| {
            let groups = whole.columns.iter().map(|column| column.group.clone());
            groups.collect::<BTreeSet<String>>()
        })
    });
    let units = move || {
        let options = nodes.get().into_iter().enumerate();
        let options = options.map(|(place, node)| {
            let name = format!("{}{}", "\u{a0}\u{a0}\u{a0}".repeat(node.depth), node.name);
            let chosen = view
                .within
                .with_untracked(|within| within.as_ref() == Some(&node.key));
            view! { <option value=place.to_string() selected=chosen>{name}</option> }
        });
        options.collect_view()
    };
    let choose_unit = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let key = place.and_then(|place| {
            nodes.with_untracked(|nodes| nodes.get(place).map(|node| node.key.clone()))
        });
        view.within.set(key);
    };
    let groups = move || {
        let options = groups.get().into_iter();
        options
            .map(|group| view! { <option>{group}</option> })
            .collect_view()
    };
    let choose_group = move |event| {
        let group = event_target_value(&event);
        view.group
            .set(Some(group).filter(|group| !group.is_empty()));
    };
    let rules = Rule::ALL.map(|rule| view! { <option>{rule.name()}</option> });
    let choose_rule = move |event| {
        let name = event_target_value(&event);
        if let Some(rule) = Rule::ALL.into_iter().find(|rule| rule.name() == name) {
            view.rule.set(rule);
        }
    };
    view! {
        <div class="portfolio-choices">
            <label><span class="field-name">"Units"</span><select on:change=choose_unit><option value="">"All units"</option>{units}</select></label>
            <label><span class="field-name">"Processes"</span><select on:change=choose_group><option value="">"All processes"</option>{groups}</select></label>
            <label><span class="field-name">"Bring together by"</span><select on:change=choose_rule>{rules.collect_view()}</select></label>
            <label class="check"><input type="checkbox" prop:checked=move || view.aliases.get() on:change=move |event| view.aliases.set(event_target_checked(&event)) />"Use aliases in place of names"</label>
        </div>
        <p class="hint"><strong>{move || format!("{}. ", view.rule.get().name())}</strong>{move || view.rule.get().meaning()}" "{ALL_RULES}</p>
    }
}

/// What is to be known before levels are held against each other.
#[component]
fn Conditions(view: PortfolioView) -> impl IntoView {
    move || {
        let sentences = view.shown.with(|shown| shown.differences());
        (!sentences.is_empty()).then(|| {
            view! {
                <section class="problem warning" aria-label="What is not the same">
                    <p>"These assessments were not made alike. "{sentences.join(" ")}</p>
                </section>
            }
        })
    }
}

#[component]
fn Downloads(view: PortfolioView) -> impl IntoView {
    let workspace = workspace();
    let busy = RwSignal::new(false);
    let grid = move |_| {
        let names = view.names.get_untracked();
        let rule = view.rule.get_untracked();
        let table = view
            .shown
            .with_untracked(|shown| portfolio_table(shown, &names, rule));
        export_table("Portfolio", "-grid.csv", &table);
    };
    let ratings = move |_| {
        busy.set(true);
        spawn_local(async move {
            let (shown, names) = (view.shown.get_untracked(), view.names.get_untracked());
            let mut long = long_csv(false);
            let mut failed = 0;
            for unit in &shown.units {
                for digest in &unit.series {
                    let read = view.loaded.whole(digest).await;
                    match read {
                        Ok((model, assessment)) => {
                            long.add(&model, &digest.id, &assessment, &names.labels(unit, digest))
                        }
                        Err(_) => failed += 1,
                    }
                }
            }
            export_table("Portfolio", "-ratings.csv", &long.table());
            if failed > 0 {
                workspace.say(format!(
                    "{} could not be read, so the file is without.",
                    count(failed, "assessment")
                ));
            }
            busy.set(false);
        });
    };
    view! {
        <div class="buttons">
            <button type="button" on:click=grid>"Grid as CSV"</button>
            <button type="button" on:click=ratings disabled=move || busy.get()>"All ratings as CSV, one a row"</button>
        </div>
    }
}
