//! Risk: what the gaps to the target may lead to, process by process.

use crate::app::files::export_table;
use crate::app::parts::chart_size::full_width;
use crate::app::parts::figure::Figure;
use crate::app::parts::risk_rows::{RiskRows, Warnings, risk_mark};
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::chart::risk_map::risk_map as draw;
use crate::domain::edit::Edit;
use crate::domain::id::VariantId;
use crate::domain::plan_edit::PlanEdit;
use crate::domain::risk_rules::RiskRules;
use crate::report::plan_words;
use crate::report::risk_map::{RiskMap, risk_map};
use crate::report::risk_table::{RiskTable, risk_table};
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Risk() -> impl IntoView {
    let workspace = workspace();
    let rules = workspace
        .with(|open| open.model.framework.risk.clone())
        .flatten();
    match rules {
        Some(rules) => view! { <WithRules rules /> }.into_any(),
        None => {
            let framework = workspace.with(|open| open.model.framework.header.title.clone());
            view! {
                <h1 tabindex="-1">"Risk"</h1>
                <p class="empty">{format!("The framework \u{201c}{}\u{201d} has no tables that make a risk of gaps, so no risk can be told.", framework.unwrap_or_default())}</p>
            }
            .into_any()
        }
    }
}

#[component]
fn WithRules(rules: RiskRules) -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    let width = full_width();
    let rules = StoredValue::new(rules);
    let table = Memo::new(move |_| {
        let results = workspace.results();
        workspace.track(|open| {
            rules.with_value(|rules| risk_table(&open.model, &open.assessment, rules, &results))
        })
    });
    let title = move || {
        workspace
            .track(|open| open.assessment.title.clone())
            .unwrap_or_default()
    };
    let map = Memo::new(move |_| {
        let title = title();
        let table = table.get()?;
        workspace
            .with(|open| rules.with_value(|rules| risk_map(&title, &open.model, rules, &table)))
    });
    let of_map = move |look: fn(&RiskMap) -> String| {
        map.with(|map| map.as_ref().map(look)).unwrap_or_default()
    };
    let svg = move || {
        map.with(|map| {
            let map = map.as_ref()?;
            Some(draw(map, &theme.palette(), width.get(), "risk-map"))
        })
        .unwrap_or_default()
    };
    let export = move |_| {
        if let Some(table) = table.get_untracked() {
            export_table(&title(), "-risk.csv", &table.table());
        }
    };
    let nothing = Memo::new(move |_| {
        table.with(|table| table.as_ref().is_none_or(|table| table.levels.is_empty()))
    });
    view! {
        <div class="section-head">
            <h1 tabindex="-1">"Risk"</h1>
            <button type="button" on:click=export disabled=move || nothing.get()>"Risk as CSV"</button>
        </div>
        <p class="lead">"What the gaps to the target may lead to. The larger a gap, the more probable is a problem; the lower its level, the worse it is."</p>
        <Tables rules=rules.get_value() />
        <Show when=move || !nothing.get() fallback=|| view! { <p class="empty">"The target asks for nothing yet, so there is no gap and no risk. Set a target level in Set up."</p> }>
            <div class="risk-figure">
                <Figure
                    title=Signal::derive(move || of_map(|map| map.title.clone()))
                    description=Signal::derive(move || of_map(|map| map.description.clone()))
                    svg=Signal::derive(svg)
                >{move || table.get().map(|table| places(&table))}</Figure>
            </div>
            <section aria-labelledby="may-go-wrong">
                <h2 id="may-go-wrong">"What may go wrong"</h2>
                {move || table.get().map(|table| view! { <Warnings table /> })}
            </section>
            <section aria-labelledby="gaps-and-risk">
                <h2 id="gaps-and-risk">"Gaps and risk by level"</h2>
                {move || table.get().map(|table| view! { <RiskRows table /> })}
            </section>
        </Show>
    }
}

/// Where the tables come from, how sure they are, and the choice between readings of them.
#[component]
fn Tables(rules: RiskRules) -> impl IntoView {
    let workspace = workspace();
    let variants = rules.variants.clone();
    let several = variants.len() > 1;
    let chosen = Memo::new(move |_| {
        workspace
            .track(|open| {
                let wanted = open.assessment.improvement.risk_variant.as_ref();
                let rules = open.model.framework.risk.as_ref()?;
                rules.variant(wanted).cloned()
            })
            .flatten()
    });
    let choose = move |event| {
        let variant = Some(VariantId::new(event_target_value(&event)));
        workspace.apply(Edit::Plan(PlanEdit::SetRiskVariant { variant }));
    };
    let options = move || {
        let now = chosen.get().map(|found| found.id);
        let option = |found: &crate::domain::risk_rules::ExtentVariant| {
            let selected = now.as_ref() == Some(&found.id);
            view! { <option value=found.id.to_string() selected=selected>{found.title.clone()}</option> }
        };
        variants.iter().map(option).collect_view()
    };
    view! {
        <div class="risk-source">
            {several.then(|| view! {
                <div>
                    <label>
                        <span class="field-name">"Reading of the tables"</span>
                        <select aria-describedby="variant-note" on:change=choose>{options}</select>
                    </label>
                    <p class="hint" id="variant-note">{move || chosen.get().map(|found| found.note)}</p>
                </div>
            })}
            <div>
                <p class="field-name">"Where the tables come from"</p>
                <p><span class="mark">{words::confidence(rules.confidence)}</span>" "{rules.source.clone()}</p>
                <p class="hint">{rules.note}</p>
            </div>
        </div>
    }
}

/// The risk map as a table.
fn places(table: &RiskTable) -> impl IntoView + use<> {
    let rows = table.rows.iter().map(|row| {
        let place = row.worst.map_or_else(
            || ("none".to_owned(), if row.unknown { "not known" } else { "none" }),
            |(level, extent)| (level.to_string(), plan_words::extent(extent)),
        );
        view! {
            <tr><th scope="row">{row.name.clone()}</th><td>{place.0}</td><td>{place.1}</td><td>{risk_mark(row)}</td></tr>
        }
    }).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">"Process"</th><th scope="col">"Level"</th><th scope="col">"Extent of the gaps"</th><th scope="col">"Risk"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
