//! Readiness: what the ratings say of each clause of a standard, and what an audit of the clauses suggests to rate.

use crate::app::files::{CSV_FILES, export_table};
use crate::app::parts::file_button::FileButton;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::crosswalk::{Crosswalk, CrosswalkKind};
use crate::domain::id::{ModelId, ProcessId};
use crate::domain::readiness::{Support, readiness};
use crate::exchange::audit::{self, Audit};
use crate::report::readiness_table::{
    self, NO_CERTIFICATE, origin, readiness_table, role, support, touched,
};
use crate::report::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A clause as the page shows it.
#[derive(Clone, PartialEq)]
struct ClauseEntry {
    name: String,
    support: Support,
    deciding: Vec<[String; 4]>,
    addresses: Vec<String>,
}

#[component]
pub fn Readiness() -> impl IntoView {
    let workspace = workspace();
    let set = workspace.with(|open| open.model.reference.header.id.clone());
    let crosswalks: Vec<Arc<Crosswalk>> = workspace
        .library()
        .crosswalks()
        .filter(|found| found.kind == CrosswalkKind::Requirements)
        .filter(|found| {
            set.as_ref()
                .is_some_and(|set| found.reference_models.contains(set))
        })
        .cloned()
        .collect();
    if crosswalks.is_empty() {
        return view! {
            <div class="page message">
                <h1 tabindex="-1">"Readiness"</h1>
                <p>"No crosswalk speaks of the processes of this model, so nothing can be said about clauses. See Models for the crosswalks that are here."</p>
            </div>
        }.into_any();
    }
    // A crosswalk names the set that it is shaped for first.
    let first = crosswalks
        .iter()
        .find(|found| found.reference_models.first() == set.as_ref())
        .or(crosswalks.first())
        .map(|found| found.header.id.clone());
    let chosen = RwSignal::new(first);
    let choices: Vec<(ModelId, String)> = crosswalks
        .iter()
        .map(|found| (found.header.id.clone(), found.publication.clone()))
        .collect();
    let crosswalks = StoredValue::new(crosswalks);
    let crosswalk = move || {
        let id = chosen.get()?;
        crosswalks.with_value(|all| all.iter().find(|found| found.header.id == id).cloned())
    };
    let only = RwSignal::new(None::<Support>);
    let audit = RwSignal::new(None::<Result<Audit, String>>);
    let table = Memo::new(move |_| {
        let results = workspace.results();
        let crosswalk = crosswalk()?;
        workspace.track_any(|open| {
            let found = readiness(&open.model, &open.assessment, &results, &crosswalk);
            let counts = readiness_table::counts(&found);
            let rate =
                |process: &ProcessId| Route::Rate(open.id.clone(), Some(process.clone())).address();
            let entries: Vec<ClauseEntry> = found
                .iter()
                .map(|clause| ClauseEntry {
                    name: format!("{} {}", clause.clause.id, clause.clause.title),
                    support: clause.support,
                    deciding: clause
                        .deciding
                        .iter()
                        .map(|one| {
                            [
                                words::process(&open.model, &one.process),
                                touched(&open.model, &one.what),
                                readiness_table::rating(one),
                                format!(
                                    "{}, {}",
                                    role(one.row.role),
                                    origin(one.row.confidence, one.row.published)
                                ),
                            ]
                        })
                        .collect(),
                    addresses: clause
                        .deciding
                        .iter()
                        .map(|one| rate(&one.process))
                        .collect(),
                })
                .collect();
            (counts, entries)
        })
    });
    let title = move || {
        workspace
            .with(|open| open.assessment.title.clone())
            .unwrap_or_default()
    };
    let export = move |_| {
        let results = workspace.results();
        let Some(crosswalk) = crosswalk() else { return };
        let made = workspace.with(|open| {
            readiness_table(
                &open.model,
                &readiness(&open.model, &open.assessment, &results, &crosswalk),
            )
        });
        if let Some(made) = made {
            export_table(&title(), "-readiness.csv", &made);
        }
    };
    let template = move |_| {
        if let Some(crosswalk) = crosswalk() {
            export_table(
                &crosswalk.publication,
                "-audit.csv",
                &audit::template(&crosswalk),
            );
        }
    };
    let picked = Callback::new(move |(_, text): (String, String)| {
        let Some(crosswalk) = crosswalk() else { return };
        audit.set(workspace.with(|open| audit::read(&open.model, &crosswalk, &text)));
    });
    view! {
        <div class="page readiness">
            <div class="section-head">
                <h1 tabindex="-1">"Readiness"</h1>
                <button type="button" on:click=export>"Readiness as CSV"</button>
            </div>
            <p class="lead">"What the ratings say of each clause. Not rated is unknown, never zero."</p>
            <p class="hint">{NO_CERTIFICATE}</p>
            <div class="fields">
                <label>
                    <span class="field-name">"Standard"</span>
                    <select on:change=move |event| { chosen.set(Some(ModelId::new(event_target_value(&event)))); audit.set(None); }>
                        {choices.into_iter().map(|(id, name)| {
                            let value = id.to_string();
                            view! { <option value=value selected=move || chosen.get().as_ref() == Some(&id)>{name}</option> }
                        }).collect_view()}
                    </select>
                </label>
                <label>
                    <span class="field-name">"Show"</span>
                    <select on:change=move |event| {
                        let value = event_target_value(&event);
                        only.set(ALL.into_iter().find(|kind| support(*kind) == value));
                    }>
                        <option value="">"All clauses"</option>
                        {ALL.map(|kind| view! { <option value=support(kind)>{sentence(support(kind))}</option> })}
                    </select>
                </label>
            </div>
            {move || table.get().map(|(counts, entries)| view! {
                <ul class="support-counts" aria-label="Clauses by support">
                    {counts.into_iter().map(|(kind, count)| view! { <li data-support=support(kind)><strong>{count}</strong>" "{support(kind)}</li> }).collect_view()}
                </ul>
                <ul class="clauses">
                    {entries.into_iter().filter(|entry| only.get().is_none_or(|kind| kind == entry.support)).map(clause_view).collect_view()}
                </ul>
            })}
            <section aria-labelledby="audit">
                <h2 id="audit">"Start from an internal audit"</h2>
                <p>"Fill in the list of clauses with what the audit found: conforms, minor or major. The ratings that it suggests are shown here. A suggestion is no rating: look at each, and rate it yourselves."</p>
                <div class="buttons">
                    <button type="button" on:click=template>"List of clauses to fill in"</button>
                    <FileButton label="Open a filled-in list" accept=CSV_FILES picked />
                </div>
                {move || audit.get().map(|found| match found {
                    Ok(found) => audit_view(&found),
                    Err(message) => view! { <p class="problem error" role="alert">{message}</p> }.into_any(),
                })}
            </section>
        </div>
    }.into_any()
}

const ALL: [Support; 4] = [
    Support::Supported,
    Support::Partly,
    Support::NotSupported,
    Support::Unknown,
];

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn clause_view(entry: ClauseEntry) -> impl IntoView {
    let nothing = entry.deciding.is_empty();
    let rows = entry.deciding.into_iter().zip(entry.addresses).map(|([process, what, rating, origin], address)| view! {
        <tr><td><a href=address>{process}</a></td><td>{what}</td><td class="letter-cell">{rating}</td><td>{origin}</td></tr>
    }).collect_view();
    let label = format!("Ratings that decide on {}", entry.name);
    view! {
        <li class="clause" data-support=support(entry.support)>
            <details>
                <summary><strong>{entry.name}</strong>" "<span class="support-mark" data-support=support(entry.support)>{support(entry.support)}</span></summary>
                {if nothing {
                    view! { <p class="hint">"No process of this set serves the clause."</p> }.into_any()
                } else {
                    view! {
                        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                            <table>
                                <thead><tr><th scope="col">"Process"</th><th scope="col">"What the clause touches"</th><th scope="col">"Rating"</th><th scope="col">"Role and how sure"</th></tr></thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </div>
                    }.into_any()
                }}
            </details>
        </li>
    }
}

fn audit_view(audit: &Audit) -> AnyView {
    let unusable = audit.unusable.iter().map(|row| view! { <li><strong>{format!("Line {}. ", row.line)}</strong>{row.text.clone()}</li> }).collect_view();
    let rows = audit.clauses.iter().map(|clause| {
        let suggestions: Vec<String> = clause
            .suggestions
            .iter()
            .map(|found| format!("{} {} {}", found.process, found.attribute, found.rating))
            .collect();
        view! {
            <tr>
                <td>{format!("{} {}", clause.clause, clause.title)}</td>
                <td>{audit::finding(clause.finding)}</td>
                <td>{if suggestions.is_empty() { "none".to_owned() } else { suggestions.join(", ") }}</td>
            </tr>
        }
    }).collect_view();
    view! {
        {(!audit.unusable.is_empty()).then(|| view! { <h3>"Cannot be used"</h3><ul class="import-list">{unusable}</ul> })}
        <div class="table-scroll" tabindex="0" role="region" aria-label="Ratings that the audit suggests">
            <table>
                <caption>"Suggestions, not ratings. Nothing was changed."</caption>
                <thead><tr><th scope="col">"Clause"</th><th scope="col">"Found"</th><th scope="col">"Suggested ratings"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
