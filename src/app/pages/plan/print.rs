//! Print: the whole plan as one calm document, for paper or a PDF file.

use crate::app::parts::plan_files::plan_now;
use crate::app::parts::printed_action::PrintedAction;
use crate::app::workspace::workspace;
use crate::report::plan_draft::PlanEntry;
use crate::report::plan_report::{InhibitorEntry, PlanReport, StakeholderEntry, Sum};
use crate::report::plan_words;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Print() -> impl IntoView {
    let workspace = workspace();
    let with_stakeholders = RwSignal::new(false);
    let has_stakeholders = Memo::new(move |_| {
        workspace.track(|open| open.assessment.improvement.stakeholders().next().is_some())
            == Some(true)
    });
    let report = Memo::new(move |_| plan_now(workspace, with_stakeholders.get()));
    let print = |_| {
        let _ = window().print(); // a browser without printing does nothing
    };
    view! {
        <div class="buttons print-tools">
            <button type="button" class="primary" on:click=print>"Print this page"</button>
            {move || has_stakeholders.get().then(|| view! {
                <label class="choice-alone"><input type="checkbox" prop:checked=move || with_stakeholders.get() on:change=move |event| with_stakeholders.set(event_target_checked(&event)) />" With the stakeholder register (private)"</label>
            })}
        </div>
        <article class="printed">
            {move || report.get().map(|report| view! { <Document report /> })}
        </article>
    }
}

#[component]
fn Document(report: PlanReport) -> impl IntoView {
    let about = [report.title.as_str(), report.unit.as_str()];
    let about = about.into_iter().filter(|text| !text.is_empty());
    let about: Vec<&str> = about.collect();
    let about = format!("{} \u{b7} as of {}", about.join(" \u{b7} "), report.today);
    let summary = summary(&report);
    let currency = StoredValue::new(report.currency.clone());
    let actions = report.actions.into_iter();
    let actions: Vec<_> = actions
        .map(|entry| view! { <PrintedAction entry currency=currency.get_value() /> })
        .collect();
    let standing = report.inhibitors.into_iter();
    let standing: Vec<InhibitorEntry> = standing.filter(|found| found.fallen.is_none()).collect();
    let quarters = report.quarters.into_iter().map(|load| {
        let over = load.overload().map(|over| {
            let over = plan_words::effort(over);
            view! { <strong>{format!("{over} too much")}</strong> }
        });
        let capacity = load.capacity.map_or_else(|| "not said".to_owned(), plan_words::effort);
        view! { <tr><th scope="row">{load.quarter.to_string()}</th><td>{plan_words::effort(load.hours)}</td><td>{capacity}</td><td>{over}</td></tr> }
    });
    let quarters: Vec<_> = quarters.collect();
    view! {
            <h1 tabindex="-1">"Improvement plan"</h1>
            <p class="lead">{about}</p>
            {summary}
            <section aria-labelledby="print-actions">
                <h2 id="print-actions">"Actions"</h2>
                {actions.is_empty().then(|| view! { <p class="empty">"There are no actions yet."</p> })}
                {actions}
            </section>
            {(!report.gaps.is_empty()).then(|| view! { <Gaps gaps=report.gaps /> })}
            {(!standing.is_empty()).then(|| view! {
                <section aria-labelledby="print-inhibitors">
                    <h2 id="print-inhibitors">"What stands in the way"</h2>
                    <ul>{standing.into_iter().map(inhibitor).collect_view()}</ul>
                </section>
            })}
            {(!quarters.is_empty()).then(|| view! {
                <section aria-labelledby="print-quarters">
                    <h2 id="print-quarters">"Work by quarter"</h2>
                    <div class="table-scroll" tabindex="0" role="region" aria-label="Table: Work by quarter">
    <table>
                        <thead><tr><th scope="col">"Quarter"</th><th scope="col">"Planned"</th><th scope="col">"Capacity"</th><th scope="col">"Overload"</th></tr></thead>
                        <tbody>{quarters}</tbody>
                    </table>
    </div>
                </section>
            })}
            {(!report.stakeholders.is_empty()).then(|| view! { <Register stakeholders=report.stakeholders /> })}
        }
}

fn summary(report: &PlanReport) -> impl IntoView + use<> {
    let cost = |sum: &Sum| match sum.cost {
        0 => "\u{2013}".to_owned(),
        cost => format!("{cost} {}", report.currency).trim_end().to_owned(),
    };
    let row = |name: String, sum: &Sum| {
        let hours = u32::try_from(sum.hours).unwrap_or(u32::MAX);
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{sum.actions}</td><td>{sum.done}</td><td>{sum.overdue}</td>
                <td>{plan_words::effort(hours)}</td><td>{cost(sum)}</td>
            </tr>
        }
    };
    let owners = report.by_owner().into_iter().map(|(owner, sum)| {
        let owner = if owner.is_empty() {
            "Nobody yet".to_owned()
        } else {
            owner
        };
        row(owner, &sum)
    });
    let owners: Vec<_> = owners.collect();
    view! {
            <section aria-labelledby="print-summary">
                <h2 id="print-summary">"In short"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table: Actions, effort and cost by owner">
    <table>
                    <thead><tr><th scope="col">"Owner"</th><th scope="col">"Actions"</th><th scope="col">"Done"</th><th scope="col">"Overdue"</th><th scope="col">"Effort to come"</th><th scope="col">"Cost to come"</th></tr></thead>
                    <tbody>{owners}{row("All".to_owned(), &report.sum())}</tbody>
                </table>
    </div>
            </section>
        }
}

#[component]
fn Gaps(gaps: Vec<PlanEntry>) -> impl IntoView {
    let rows = gaps.into_iter().map(|gap| view! {
        <tr><th scope="row">{gap.process_name}</th><td>{gap.attribute_name}</td><td>{words::gap(gap.gap)}</td><td>{gap.rating}</td><td>{gap.target}</td><td>{plan_words::effort(gap.hours)}</td></tr>
    });
    view! {
            <section aria-labelledby="print-gaps">
                <h2 id="print-gaps">"Gaps that no action works on"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table: Gaps that no action works on">
    <table>
                    <thead><tr><th scope="col">"Process"</th><th scope="col">"Attribute"</th><th scope="col">"Gap"</th><th scope="col">"Now"</th><th scope="col">"Needs"</th><th scope="col">"Effort"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
    </div>
            </section>
        }
}

fn inhibitor(found: InhibitorEntry) -> impl IntoView {
    let origin = (!found.origin.is_empty()).then(|| format!(" From: {}.", found.origin));
    let blocks =
        (!found.blocks.is_empty()).then(|| format!(" Holds up: {}.", found.blocks.join(", ")));
    view! { <li>{found.what}{origin}{blocks}</li> }
}

#[component]
fn Register(stakeholders: Vec<StakeholderEntry>) -> impl IntoView {
    let rows = stakeholders.into_iter().map(|found| view! {
        <tr><th scope="row">{found.name}</th><td>{found.stance}</td><td>{found.influence}</td><td>{found.interest}</td><td>{found.carer}</td></tr>
    });
    view! {
            <section aria-labelledby="print-stakeholders">
                <h2 id="print-stakeholders">"Stakeholders (private)"</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table: Stakeholders">
    <table>
                    <thead><tr><th scope="col">"Who"</th><th scope="col">"Stance"</th><th scope="col">"Influence"</th><th scope="col">"What is in it for them"</th><th scope="col">"Looked after by"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
    </div>
            </section>
        }
}
