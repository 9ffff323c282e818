//! The profile as it was known at the end of a day, beside that of now.

use super::chart_size::chart_size;
use super::figure::Figure;
use super::level_badge::LevelBadge;
use crate::app::open::Open;
use crate::app::pages::profile::radar_table;
use crate::app::theme::Theme;
use crate::app::workspace::workspace;
use crate::chart::radar::radar;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::moment::Moment;
use crate::domain::result::{ProcessResult, process_result};
use crate::report::plan_words;
use crate::report::profile_table::{ProfileRow, ProfileTable, profile_table};
use crate::report::radar::{Radar, process_radar};
use leptos::prelude::*;

/// A profile as a table and as a radar.
#[derive(Clone, PartialEq)]
struct Known {
    table: ProfileTable,
    radar: Radar,
}

#[component]
pub fn ThenAndNow(shown: RwSignal<Option<Date>>) -> impl IntoView {
    let workspace = workspace();
    let theme: Theme = expect_context();
    let size = chart_size();
    let then = Memo::new(move |_| {
        let day = shown.get()?;
        let known = workspace.track_any(|open| {
            // It starts, as the one that is open does.
            let assessment = open.assessment.at(&Moment::end_of(day)).ok()?;
            Some(known(
                open,
                &assessment,
                format!("As known on {}", plan_words::day(day)),
            ))
        });
        known.flatten()
    });
    let now = Memo::new(move |_| {
        workspace.track_any(|open| known(open, &open.assessment, "As known now".to_owned()))
    });
    let picture = move |of: Memo<Option<Known>>, id: &'static str| {
        let title = move || of.with(|known| known.as_ref().map(|known| known.radar.title.clone()));
        let description =
            move || of.with(|known| known.as_ref().map(|known| known.radar.description.clone()));
        let draw = move || {
            of.with(|known| {
                known.as_ref().map_or_else(String::new, |known| {
                    radar(&known.radar, &theme.palette(), size.get(), id)
                })
            })
        };
        view! {
            <Figure
                title=Signal::derive(move || title().unwrap_or_default())
                description=Signal::derive(move || description().unwrap_or_default())
                svg=Signal::derive(draw)
            >{move || of.get().map(|known| radar_table("Process", &known.radar, false))}</Figure>
        }
    };
    view! {
        <section aria-labelledby="then-and-now">
            <h2 id="then-and-now">"Then and now"</h2>
            {move || then.get().zip(now.get()).map(|(then, now)| view! { <BothTable then=then.table now=now.table day=shown.get() /> })}
            <div class="figures">
                {picture(then, "radar-then")}
                {picture(now, "radar-now")}
            </div>
        </section>
    }
}

fn known(open: &Open, assessment: &Assessment, title: String) -> Known {
    let scope = open.model.reference.processes.iter();
    let scope = scope.filter(|process| assessment.scope.contains(&process.id));
    let results: Vec<ProcessResult> = scope
        .map(|process| process_result(&open.model, assessment, &process.id))
        .collect();
    let table = profile_table(&open.model, assessment, &results);
    let radar = Radar {
        title,
        ..process_radar(&open.model, assessment, &table)
    };
    Known { table, radar }
}

/// Each cell says what it was and what it is where that differs.
#[component]
fn BothTable(then: ProfileTable, now: ProfileTable, day: Option<Date>) -> impl IntoView {
    let workspace = workspace();
    let rank = move |letter: &str| {
        let rank = workspace.with(|open| open.model.framework.scale.rank(&letter.into()));
        rank.flatten().map(|rank| rank.0.to_string())
    };
    let cell_then = |row: Option<&ProfileRow>, attribute: &String| {
        let place = then
            .attributes
            .iter()
            .position(|found| found == attribute)?;
        row?.ratings.get(place).cloned()
    };
    let rows = now.rows.iter().map(|row| {
        let before = then.rows.iter().find(|found| found.process == row.process);
        let letters = now.attributes.iter().zip(&row.ratings).zip(&row.carried_ratings);
        let cells = letters.map(|((attribute, letter), carried)| {
            let was = cell_then(before, attribute).unwrap_or_else(|| "\u{b7}".to_owned());
            let changed = was != *letter;
            let words = if changed { format!("{was} \u{2192} {letter}") } else { letter.clone() };
            view! {
                <td class="cell" class:changed=changed class:carried=*carried data-rank=rank(letter)>
                    {words}{carried.then(|| view! { <span class="visually-hidden">" carried over"</span> })}
                </td>
            }
        }).collect_view();
        view! {
            <tr>
                <th scope="row">{row.process.to_string()}" "{row.name.clone()}</th>
                <td>{before.map_or_else(|| "not in scope".into_any(), |row| badge(row).into_any())}</td>
                <td>{badge(row)}</td>
                {cells}
            </tr>
        }
    }).collect_view();
    let heads = now.attributes.iter();
    let heads = heads
        .map(|attribute| view! { <th scope="col">{attribute.clone()}</th> })
        .collect_view();
    let then_head = day.map_or_else(|| "Then".to_owned(), plan_words::day);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Table of then and now">
            <table class="heat">
                <thead><tr><th scope="col">"Process"</th><th scope="col">{then_head}</th><th scope="col">"Now"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">"P \u{2192} L: was P, is L now. \u{b7} is not rated; n/a is not applicable. A dashed frame: carried over and not looked at since."</p>
    }
}

fn badge(row: &ProfileRow) -> impl IntoView + use<> {
    view! { <LevelBadge level=row.level lowest=row.lowest highest=row.highest rated=row.rated carried=row.carried /> }
}
