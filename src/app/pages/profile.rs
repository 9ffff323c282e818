//! Profile: levels and attribute ratings as charts and tables.

use crate::app::files::export_table;
use crate::app::parts::chart_size::chart_size;
use crate::app::parts::figure::Figure;
use crate::app::parts::forecast_choice::{ForecastChoice, ForecastView};
use crate::app::parts::level_badge::LevelBadge;
use crate::app::parts::level_panel::LevelPanel;
use crate::app::route::Route;
use crate::app::shell::{Address, go};
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::chart::bars::bars;
use crate::chart::radar::radar;
use crate::domain::id::ProcessId;
use crate::report::bars::{Bars, level_bars};
use crate::report::forecast::Forecast;
use crate::report::profile_table::{ProfileTable, profile_table};
use crate::report::radar::{Axis, Radar, attribute_radar, process_radar};
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Profile() -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    let Address(address) = expect_context();
    let size = chart_size();
    let profile = Memo::new(move |_| {
        let results = workspace.results();
        workspace.track(|open| profile_table(&open.model, &open.assessment, &results))
    });
    let forecast = ForecastView::new();
    let overview = Memo::new(move |_| {
        let profile = profile.get()?;
        let mut radar =
            workspace.track(|open| process_radar(&open.model, &open.assessment, &profile))?;
        forecast.found.with(|found| {
            if let Some(found) = found {
                found.on_process_radar(&mut radar, &profile);
            }
        });
        Some(radar)
    });
    let levels = Memo::new(move |_| {
        let profile = profile.get()?;
        workspace.track(|open| {
            level_bars(
                &open.assessment.title,
                open.model.framework.highest_level(),
                &profile,
            )
        })
    });
    let process = Memo::new(move |_| {
        let scope = workspace.track(|open| open.scope()).unwrap_or_default();
        match address.get() {
            Route::Profile(_, Some(process)) if scope.contains(&process) => Some(process),
            _ => scope.first().cloned(),
        }
    });
    let attributes = Memo::new(move |_| {
        let result = workspace.result(&process.get()?)?;
        let mut radar =
            workspace.track(|open| attribute_radar(&open.model, &open.assessment, &result))?;
        forecast.found.with(|found| {
            if let Some(found) = found {
                found.on_attribute_radar(&mut radar, &result.process);
            }
        });
        Some(radar)
    });
    let draw_radar = move |radar_of: Option<Radar>, id: &'static str| {
        radar_of.map_or_else(String::new, |found| {
            radar(&found, &theme.palette(), size.get(), id)
        })
    };
    let draw_bars = move || {
        levels.get().map_or_else(String::new, |found| {
            bars(&found, &theme.palette(), size.get().width, "level-bars")
        })
    };
    let export = move |_| {
        let title = workspace
            .with(|open| open.assessment.title.clone())
            .unwrap_or_default();
        if let Some(profile) = profile.get_untracked() {
            export_table(&title, "-profile.csv", &profile.table());
        }
    };
    let nothing = move || {
        profile.with(|profile| {
            profile
                .as_ref()
                .is_none_or(|profile| profile.rows.is_empty())
        })
    };
    view! {
        <div class="page profile">
            <div class="section-head">
                <h1 tabindex="-1">"Profile"</h1>
                <button type="button" on:click=export disabled=nothing>"Profile as CSV"</button>
            </div>
            <Show when=move || !nothing() fallback=|| view! { <p class="empty">"No process is in scope. Choose some in Set up."</p> }>
                <ForecastChoice view=forecast />
                <div class="figures">
                    <Figure
                        title=Signal::derive(move || overview.get().map_or_else(String::new, |found| found.title))
                        description=Signal::derive(move || overview.get().map_or_else(String::new, |found| found.description))
                        svg=Signal::derive(move || draw_radar(overview.get(), "process-radar"))
                    >{move || overview.get().map(|found| radar_table("Process", &found, forecast.found.with(Option::is_some)))}</Figure>
                    <Figure
                        title=Signal::derive(move || levels.get().map_or_else(String::new, |found| found.title))
                        description=Signal::derive(move || levels.get().map_or_else(String::new, |found| found.description))
                        svg=Signal::derive(draw_bars)
                    >{move || levels.get().map(|found| bars_table(&found))}</Figure>
                </div>
                <section aria-labelledby="letters">
                    <h2 id="letters">"Processes by attributes"</h2>
                    {move || profile.get().map(|profile| view! { <HeatTable profile forecast=forecast.found.get() /> })}
                </section>
                <section aria-labelledby="one-process">
                    <div class="section-head">
                        <h2 id="one-process">"One process"</h2>
                        <ProcessChoice process />
                    </div>
                    {move || process.get().map(|process| view! { <LevelPanel process /> })}
                    <div class="figures">
                        <Figure
                            title=Signal::derive(move || attributes.get().map_or_else(String::new, |found| found.title))
                            description=Signal::derive(move || attributes.get().map_or_else(String::new, |found| found.description))
                            svg=Signal::derive(move || draw_radar(attributes.get(), "attribute-radar"))
                        >{move || attributes.get().map(|found| radar_table("Attribute", &found, forecast.found.with(Option::is_some)))}</Figure>
                        {move || process.get().map(|process| view! { <Workings process /> })}
                    </div>
                </section>
            </Show>
        </div>
    }
}

#[component]
fn ProcessChoice(process: Memo<Option<ProcessId>>) -> impl IntoView {
    let workspace = workspace();
    let options = move || {
        workspace
            .track(|open| {
                open.scope()
                    .into_iter()
                    .map(|id| (id.clone(), words::process(&open.model, &id)))
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default()
    };
    view! {
        <label>
            <span class="visually-hidden">"Process"</span>
            <select on:change=move |event| {
                let chosen = ProcessId::new(event_target_value(&event));
                if let Some(id) = workspace.with(|open| open.id.clone()) {
                    go(&Route::Profile(id, Some(chosen)));
                }
            }>
                {move || {
                    let now = process.get();
                    options().into_iter().map(|(id, name)| view! {
                        <option value=id.to_string() selected=now.as_ref() == Some(&id)>{name}</option>
                    }).collect_view()
                }}
            </select>
        </label>
    }
}

/// How each attribute rating came about.
#[component]
fn Workings(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let rows = move || {
        let result = workspace.result(&process)?;
        workspace.track(|open| {
            let several = result.instances.len() > 1;
            let instances = result.instances.iter().filter(|_| several).map(|instance| {
                let letters: Vec<String> = instance.attributes.iter().map(words::cell).collect();
                view! {
                    <tr><th scope="row">{instance.instance.name.clone()}</th><td>{instance.level}</td>
                        {letters.into_iter().map(|letter| view! { <td class="cell">{letter}</td> }).collect_view()}</tr>
                }
            }).collect_view();
            let heads = result.attributes.iter().map(|found| view! { <th scope="col">{found.attribute.to_string()}</th> }).collect_view();
            let lines = result.attributes.iter().map(|found| view! {
                <dt>{words::attribute(&open.model, &found.attribute)}</dt>
                <dd><span class="letter cell" data-rank=found.standing.rank().map(|rank| rank.0.to_string())>{words::cell(found)}</span>" "{words::arithmetic(&open.model, &found.standing)}</dd>
            }).collect_view();
            view! {
                <div class="workings">
                    <h3>"How the ratings came about"</h3>
                    <p class="hint">{words::numbers(&open.model)}</p>
                    <dl>{lines}</dl>
                    {several.then(|| view! {
                        <h3>"Each instance by itself"</h3>
                        <div class="table-scroll" tabindex="0" role="region" aria-label="Each instance by itself">
                            <table class="heat"><thead><tr><th scope="col">"Instance"</th><th scope="col">"Level"</th>{heads}</tr></thead><tbody>{instances}</tbody></table>
                        </div>
                    })}
                </div>
            }
        })
    };
    view! { <div class="figure">{rows}</div> }
}

#[component]
fn HeatTable(profile: ProfileTable, forecast: Option<Forecast>) -> impl IntoView {
    let workspace = workspace();
    let id = workspace.with(|open| open.id.clone());
    let rank = move |letter: &str| {
        workspace
            .with(|open| {
                open.model
                    .framework
                    .scale
                    .rank(&letter.into())
                    .map(|rank| rank.0.to_string())
            })
            .flatten()
    };
    let heads = profile
        .attributes
        .iter()
        .map(|attribute| view! { <th scope="col">{attribute.clone()}</th> })
        .collect_view();
    let rows = profile.rows.iter().map(|row| {
        let address = id.clone().map(|id| Route::Rate(id, Some(row.process.clone())).address());
        let cells = row.ratings.iter().zip(&row.carried_ratings).map(|(letter, carried)| view! {
            <td class="cell" class:carried=*carried data-rank=rank(letter)>{letter.clone()}{carried.then(|| view! { <span class="visually-hidden">" carried over"</span> })}</td>
        }).collect_view();
        view! {
            <tr>
                <th scope="row"><a href=address>{row.process.to_string()}" "{row.name.clone()}</a></th>
                <td><LevelBadge level=row.level lowest=row.lowest highest=row.highest rated=row.rated carried=row.carried /></td>
                <td>{row.target}</td>
                {forecast.as_ref().map(|forecast| view! { <td>{level_then(forecast, &row.process)}</td> })}
                {cells}
                <td>{format!("{} %", row.percent)}</td>
            </tr>
        }
    }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of attribute ratings">
            <table class="heat">
                <thead><tr><th scope="col">"Process"</th><th scope="col">"Level"</th><th scope="col">"Target"</th>{forecast.as_ref().map(|found| view! { <th scope="col">"Forecast "<span class="head-day">{found.day.to_string()}</span></th> })}{heads}<th scope="col">"Rated"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">"\u{b7} is not rated; n/a is not applicable. A dashed frame: carried over from the last assessment and not looked at since."</p>
    }
}

fn level_then(forecast: &Forecast, process: &ProcessId) -> String {
    let level = forecast.level(process);
    level.map_or_else(|| "not rated".to_owned(), |level| level.to_string())
}

/// The same as a radar, for the `Figure` that shows it.
pub fn radar_table(what: &'static str, radar: &Radar, has_forecast: bool) -> impl IntoView + use<> {
    let rings = radar.rings.clone();
    let ring = move |place: Option<u8>, none: &str| {
        place
            .and_then(|place| rings.get(usize::from(place)).cloned())
            .unwrap_or_else(|| none.to_owned())
    };
    let row = |axis: &Axis| {
        let range = axis.range.map_or_else(
            || "none".to_owned(),
            |(lowest, highest)| {
                format!("{} to {}", ring(Some(lowest), ""), ring(Some(highest), ""))
            },
        );
        view! {
            <tr>
                <th scope="row">{axis.label.clone()}" "{axis.name.clone()}</th>
                <td>{ring(axis.assessed, "not rated")}{axis.carried.then_some(" (carried over)")}</td>
                <td>{ring(axis.target, "none")}</td>
                {has_forecast.then(|| view! { <td>{ring(axis.forecast, "not rated")}</td> })}
                <td>{range}</td>
            </tr>
        }
    };
    let rows = radar.axes.iter().map(row).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">{what}</th><th scope="col">"Assessed"</th><th scope="col">"Target"</th>{has_forecast.then(|| view! { <th scope="col">"Forecast"</th> })}<th scope="col">"Left open"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn bars_table(bars: &Bars) -> impl IntoView + use<> {
    let rows = bars.bars.iter().map(|bar| {
        let level = bar.level.map_or_else(|| "not rated".to_owned(), |level| level.to_string());
        let range = bar.range.map_or_else(|| "none".to_owned(), |(lowest, highest)| format!("{lowest} to {highest}"));
        let carried = bar.carried.then_some(" (carried over)");
        view! { <tr><th scope="row">{bar.label.clone()}" "{bar.name.clone()}</th><td>{level}{carried}</td><td>{bar.target}</td><td>{range}</td></tr> }
    }).collect_view();
    view! {
        <table>
            <thead><tr><th scope="col">"Process"</th><th scope="col">"Level"</th><th scope="col">"Target"</th><th scope="col">"Left open"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
