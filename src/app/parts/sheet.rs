//! The questions of one process, with guidance for the one at hand.

use super::attribute_section::AttributeSection;
use super::choices::choices;
use super::doubts::{DoubtPanel, Doubts};
use super::guidance_panel::guidance_panel;
use super::instance_tabs::{InstanceAtHand, InstanceTabs, instance_at_hand};
use super::level_panel::LevelPanel;
use super::pressed::Pressed;
use super::rate_keys::{KeyPlace, listen_to_keys};
use super::rater_name::RaterLine;
use super::remark_dialog::{RemarkDialog, RemarkShown};
use super::second_look::SecondLook;
use super::sections::{Sections, sections};
use super::settle::Settle;
use crate::app::browser::{focus, today};
use crate::app::keys::Action;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::framework::Rates;
use crate::domain::id::ProcessId;
use crate::domain::look_again::look_again;
use crate::domain::result::rates;
use crate::domain::subject::Subject;
use crate::report::words;
use leptos::prelude::*;
use std::time::Duration;

/// The questions of one process.
#[component]
pub fn Sheet(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(process.clone());
    let (name, purpose) = workspace
        .with(|open| {
            open.model
                .process(&process)
                .map(|found| (found.name.clone(), found.purpose.clone()))
        })
        .flatten()
        .unwrap_or_default();
    let InstanceAtHand {
        instances,
        chosen,
        instance,
    } = instance_at_hand(&process);
    let rates_what = Memo::new(move |_| {
        workspace
            .track(|open| rates(&open.model, &open.assessment))
            .unwrap_or(Rates::Indicators)
    });
    let cap = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.highest_level)
            .unwrap_or(0)
    });
    let refined_wanted = RwSignal::new(workspace.setting("refined").as_deref() == Some("yes"));
    let has_refined = workspace
        .with(|open| !open.model.framework.scale.refined.is_empty())
        .unwrap_or(false);
    let refined = Memo::new(move |_| has_refined && refined_wanted.get());
    let current = RwSignal::new(0_usize);
    let note_wanted = RwSignal::new(None);
    let settled: RwSignal<Option<Subject>> = RwSignal::new(None);
    let follows_on = workspace
        .with(|open| open.assessment.previous.is_some())
        .unwrap_or(false);
    let only = RwSignal::new(follows_on);
    let looks = Memo::new(move |_| {
        let process = id.get_value();
        let _ = workspace.result(&process); // runs again when something was said of this process
        let open = workspace.track(|open| {
            let today = today()?;
            Some(look_again(&open.model, &open.assessment, &process, today))
        });
        open.flatten().unwrap_or_default()
    });
    let sections = Memo::new(move |_| {
        let Some(instance) = instance.get() else {
            return Sections::default();
        };
        let all = Sections(
            workspace
                .with(|open| {
                    sections(
                        &open.model,
                        &id.get_value(),
                        &instance,
                        rates_what.get(),
                        cap.get(),
                    )
                })
                .unwrap_or_default(),
        );
        if !only.get() {
            return all;
        }
        // As it is now: what is rated stays where it is until one comes back.
        let wanted = looks.with_untracked(|looks| {
            let again = looks.iter().filter(|open| !open.reasons.is_empty());
            again.map(|open| open.subject.clone()).collect::<Vec<_>>()
        });
        all.only(&wanted)
    });
    let all_choices = move || {
        workspace
            .with(|open| choices(&open.model.framework, refined.get()))
            .unwrap_or_default()
    };
    provide_context(Pressed::follow());
    provide_context(Doubts::follow(workspace, process.clone()));
    let remark = RwSignal::new(false);
    provide_context(RemarkShown(remark));
    let place = KeyPlace {
        process: id,
        sections,
        current,
        looks,
        route: |id, process| Route::Rate(id, Some(process)),
        own: Callback::new(move |(_, action)| {
            match action {
                Action::Search => focus("#search"),
                Action::Note => note_wanted.set(Some(current.get_untracked())),
                Action::Remark => remark.set(true),
                _ => return false,
            }
            true
        }),
    };
    listen_to_keys(place);
    let at_hand = Signal::derive(move || {
        let index = current.get();
        sections.with(|sections| sections.rows().nth(index).map(|row| row.subject.clone()))
    });
    Effect::new(move |_| {
        instance.track();
        current.set(0);
    });
    // Guidance follows when the rating is on the screen: it takes longer to draw.
    let guided = RwSignal::new(0_usize);
    Effect::new(move |_| {
        let index = current.get();
        request_animation_frame(move || {
            let follow = move || {
                let _ = guided.try_set(index); // the sheet may be gone by then
            };
            set_timeout(follow, Duration::ZERO);
        });
    });
    view! {
        <section class="sheet" aria-label="Questions">
            <header class="sheet-head">
                <h1 tabindex="-1"><span class="row-id">{process.to_string()}</span>" "{name}</h1>
                <p class="purpose"><strong>"Purpose. "</strong>{purpose}</p>
            </header>
            <LevelPanel process=process.clone() />
            <RaterLine />
            <DoubtPanel />
            <div class="sheet-tools">
                {move || (rates_what.get() != Rates::Process).then(|| view! { <InstanceTabs instances instance choose=Callback::new(move |picked| chosen.set(Some(picked))) /> })}
                {has_refined.then(|| view! {
                    <label class="check">
                        <input type="checkbox" prop:checked=move || refined_wanted.get() on:change=move |event| {
                            let wanted = event_target_checked(&event);
                            refined_wanted.set(wanted);
                            workspace.set_setting("refined", if wanted { "yes" } else { "no" });
                        } />
                        "Halves of P and L"
                    </label>
                })}
            </div>
            {follows_on.then(|| view! { <SecondLook looks only /> })}
            {move || sections.get().0.into_iter().map(|section| view! {
                <AttributeSection section process=id.get_value() instance=instance.get() choices=all_choices() current guided note_wanted settled looks />
            }).collect_view()}
            <NextProcess process=id.get_value() />
            <Settle about=settled />
            <RemarkDialog shown=remark at_hand />
        </section>
        <aside class="guide" aria-label="Guidance" tabindex="0">
            {move || {
                let index = guided.get();
                let row = sections.with(|sections| sections.rows().nth(index).cloned());
                row.and_then(|row| workspace.with(|open| view! {
                    <h2>"Guidance for "{row.id.clone()}</h2>
                    {guidance_panel(&open.model, &row.subject)}
                }))
            }}
        </aside>
    }
}

#[component]
fn NextProcess(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let next = workspace
        .with(|open| {
            let scope = open.scope();
            let here = scope.iter().position(|found| *found == process)?;
            let next = scope.get(here + 1)?.clone();
            Some((
                words::process(&open.model, &next),
                Route::Rate(open.id.clone(), Some(next)).address(),
            ))
        })
        .flatten();
    let profile = workspace.with(|open| Route::Profile(open.id.clone(), None).address());
    view! {
        <nav class="next" aria-label="Go on" id="next">
            {match next {
                Some((name, address)) => view! { <a class="button primary" href=address>"Next: "{name}</a> }.into_any(),
                None => view! { <a class="button primary" href=profile>"That was the last process. See the profile"</a> }.into_any(),
            }}
        </nav>
    }
}
