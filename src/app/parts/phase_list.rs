//! The phases of the roadmap: named, added, removed, and brought back to what the model says.

use super::fields::TextField;
use crate::app::browser::timed_id;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::PhaseId;
use crate::domain::phase::{Phase, PhaseText, phases};
use crate::domain::plan_edit::PlanEdit;
use leptos::prelude::*;

#[component]
pub fn PhaseList() -> impl IntoView {
    let workspace = workspace();
    let known = Memo::new(move |_| {
        let found =
            workspace.track(|open| phases(&open.model, &open.assessment.improvement.phases));
        found.unwrap_or_default()
    });
    let removed = Memo::new(move |_| {
        let found = workspace.track(|open| {
            let changed = &open.assessment.improvement.phases;
            let of_model = open.model.assessment.phases.iter();
            let gone =
                of_model.filter(|phase| changed.get(&phase.id).is_some_and(|text| text.removed));
            gone.map(|phase| (phase.id.clone(), phase.title.clone()))
                .collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let note = workspace
        .with(|open| open.model.assessment.phases_note.clone())
        .unwrap_or_default();
    let ids = move || {
        known.with(|known| {
            known
                .iter()
                .map(|phase| phase.id.clone())
                .collect::<Vec<_>>()
        })
    };
    let title = RwSignal::new(String::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = PhaseText {
            title: title.get_untracked().trim().to_owned(),
            aim: String::new(),
            removed: false,
        };
        let phase = PhaseId::new(timed_id());
        if workspace.apply(Edit::Plan(PlanEdit::SetPhase {
            phase,
            text: Some(text),
        })) {
            title.set(String::new());
        }
    };
    view! {
        <section aria-labelledby="phases">
            <h2 id="phases">"Phases"</h2>
            {(!note.is_empty()).then(|| view! { <p class="hint">{note}</p> })}
            <ol class="phases"><For each=ids key=Clone::clone let(id)><PhaseRow id known /></For></ol>
            {move || removed.get().into_iter().map(|(id, title)| {
                let back = move |_| { workspace.apply(back(id.clone())); };
                view! {
                    <p class="phase-gone">{format!("Removed: {title}. ")}
                        <button type="button" class="quiet" aria-label=format!("Bring back {title}") on:click=back>"Bring back"</button></p>
                }
            }).collect_view()}
            <form class="one-field" on:submit=add>
                <label>
                    <span class="field-name">"Another phase"</span>
                    <input type="text" autocomplete="off" prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
                </label>
                <button type="submit">"Add phase"</button>
            </form>
        </section>
    }
}

#[component]
fn PhaseRow(id: PhaseId, known: Memo<Vec<Phase>>) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let at = move || known.with(|known| known.iter().position(|phase| phase.id == id.get_value()));
    let of = move |look: fn(&Phase) -> String| {
        known.with(|known| {
            at().and_then(|place| known.get(place))
                .map_or_else(String::new, look)
        })
    };
    let title = Signal::derive(move || of(|phase| phase.title.clone()));
    let aim = Signal::derive(move || of(|phase| phase.aim.clone()));
    let set = move |title: String, aim: String, removed: bool| {
        workspace.apply(Edit::Plan(PlanEdit::SetPhase {
            phase: id.get_value(),
            text: Some(PhaseText {
                title,
                aim,
                removed,
            }),
        }))
    };
    let set_title = Callback::new(move |text: String| match text.is_empty() {
        true => Err("A phase needs a name.".to_owned()),
        false => {
            set(text, aim.get_untracked(), false);
            Ok(())
        }
    });
    let set_aim = move |event| {
        let aim = event_target_value(&event).trim().to_owned();
        set(title.get_untracked(), aim, false);
    };
    let remove = move |_| {
        set(title.get_untracked(), aim.get_untracked(), true);
    };
    // Whether it is one of the model's that was changed.
    let changed = move || {
        let found = workspace.track(|open| {
            let of_model = open
                .model
                .assessment
                .phases
                .iter()
                .any(|phase| phase.id == id.get_value());
            of_model
                && open
                    .assessment
                    .improvement
                    .phases
                    .contains_key(&id.get_value())
        });
        found.unwrap_or(false)
    };
    let number = move || at().map_or(0, |place| place + 1);
    view! {
        <li>
            <TextField label=Signal::derive(move || format!("Phase {}", number())) value=title commit=set_title />
            <label>
                <span class="field-name">{move || format!("Aim of phase {}", number())}</span>
                <textarea rows="2" prop:value=move || aim.get() on:change=set_aim></textarea>
            </label>
            <div class="buttons">
                {move || changed().then(|| view! {
                    <button type="button" class="quiet" aria-label=format!("Back to the model: {}", title.get()) on:click=move |_| { workspace.apply(back(id.get_value())); }>"Back to the model"</button>
                })}
                <button type="button" class="quiet" aria-label=move || format!("Remove phase {}", title.get()) on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}

/// What the model says of a phase counts again.
fn back(phase: PhaseId) -> Edit {
    Edit::Plan(PlanEdit::SetPhase { phase, text: None })
}
