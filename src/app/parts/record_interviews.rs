//! The schedule of interviews, by day and time.

use super::fields::{DateField, TextField};
use super::record_part::{PartSection, RecordPart, change, record};
use crate::app::browser::{focus, timed_id};
use crate::app::workspace::workspace;
use crate::domain::id::{InterviewId, ProcessId};
use crate::domain::record::Record;
use crate::domain::record_edit::{Interview, RecordEdit};
use crate::report::plan_words;
use crate::report::words::join;
use leptos::prelude::*;

#[component]
pub fn RecordInterviews() -> impl IntoView {
    let record = record();
    let ids = move || {
        record.with(|record| {
            let schedule = record.schedule().into_iter();
            schedule.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    };
    let held = move || {
        let (held, all) = record.with(|record| {
            let all = record.interviews.values();
            (
                all.filter(|found| found.done).count(),
                record.interviews.len(),
            )
        });
        (all > 0).then(|| format!("{held} of {all} held"))
    };
    let add = move |_| {
        let id = InterviewId::new(timed_id());
        let content = Interview {
            day: None,
            time: String::new(),
            roles: String::new(),
            processes: Vec::new(),
            assessors: String::new(),
            done: false,
        };
        if set(id.clone(), Some(content)) {
            let first = format!("#{} input", card_id(&id));
            request_animation_frame(move || focus(&first));
        }
    };
    view! {
        <PartSection part=RecordPart::Interviews clause="4.2.1 g, 4.2.2">
            <p class="hint" role="status">{held}</p>
            <ul class="record-cards" aria-label="Interviews">
                <For each=ids key=Clone::clone let:interview><Card interview record /></For>
            </ul>
            <button type="button" on:click=add>"Add an interview"</button>
        </PartSection>
    }
}

#[component]
fn Card(interview: InterviewId, record: Memo<Record>) -> impl IntoView {
    let id = StoredValue::new(interview);
    let found =
        move || record.with(|record| id.with_value(|id| record.interviews.get(id).cloned()));
    let alter = move |alter: &dyn Fn(&mut Interview)| {
        if let Some(mut content) = untrack(found) {
            alter(&mut content);
            set(id.get_value(), Some(content));
        }
    };
    let text = move |of: fn(&mut Interview) -> &mut String| {
        let value = Signal::derive(move || {
            found().map_or_else(String::new, |mut found| std::mem::take(of(&mut found)))
        });
        let commit = Callback::new(move |text: String| {
            alter(&|found| text.clone_into(of(found)));
            Ok(())
        });
        (value, commit)
    };
    let (time, set_time) = text(|found| &mut found.time);
    let (roles, set_roles) = text(|found| &mut found.roles);
    let (assessors, set_assessors) = text(|found| &mut found.assessors);
    let day = Signal::derive(move || found().and_then(|found| found.day));
    let set_day = Callback::new(move |day| alter(&|found| found.day = day));
    let done = move || found().is_some_and(|found| found.done);
    let set_done = move |event| {
        let done = event_target_checked(&event);
        alter(&|found| found.done = done);
    };
    let name = move || {
        let day = day
            .get()
            .map_or_else(|| "no day yet".to_owned(), plan_words::day);
        let parts = [day, time.get(), roles.get()];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("Interview: {}", said.join(", "))
    };
    let remove = move |_| {
        set(id.get_value(), None);
        focus(&format!("#{}", RecordPart::Interviews.id()));
    };
    let chosen = Signal::derive(move || found().map_or_else(Vec::new, |found| found.processes));
    let choose = Callback::new(move |processes: Vec<ProcessId>| {
        alter(&|found| found.processes.clone_from(&processes));
    });
    view! {
        <li>
            <fieldset class="record-card interview" id=id.with_value(card_id)>
                <legend class="visually-hidden">{name}</legend>
                <DateField label="Day" value=day commit=set_day />
                <TextField label="Time" placeholder="9:00 to 10:30" value=time commit=set_time />
                <TextField label="Roles" placeholder="Who is asked" value=roles commit=set_roles />
                <TextField label="Assessors" placeholder="Who asks, who notes" value=assessors commit=set_assessors />
                <Processes chosen choose />
                <label class="choice-alone"><input type="checkbox" prop:checked=done on:change=set_done />"Held"</label>
                <button type="button" class="quiet" aria-label=move || format!("Remove {}", name()) on:click=remove>"Remove"</button>
            </fieldset>
        </li>
    }
}

/// The processes in scope to tick, and those that left it since they were ticked, folded into what is ticked.
#[component]
fn Processes(
    #[prop(into)] chosen: Signal<Vec<ProcessId>>,
    choose: Callback<Vec<ProcessId>>,
) -> impl IntoView {
    let workspace = workspace();
    let scope = Memo::new(move |_| workspace.track(|open| open.scope()).unwrap_or_default());
    // Once unticked it can be ticked again until the page is left, and the focus stays where it is.
    let left = Memo::new(move |before: Option<&Vec<ProcessId>>| {
        let mut left = before.cloned().unwrap_or_default();
        let new = chosen.get().into_iter();
        left.extend(new.filter(|found| before.is_none_or(|before| !before.contains(found))));
        scope.with(|scope| left.retain(|found| !scope.contains(found)));
        left
    });
    let told = move || {
        let ids: Vec<String> = chosen.get().iter().map(ToString::to_string).collect();
        match ids.is_empty() {
            true => "Processes: none yet".to_owned(),
            false => format!("Processes: {}", join(&ids)),
        }
    };
    let tick = move |process: ProcessId, words: &str| {
        let named = format!("{process}{words}");
        let this = process.clone();
        let ticked = move || chosen.with(|chosen| chosen.contains(&this));
        let change = move |event| {
            let wanted = event_target_checked(&event);
            let (scope, before) = (scope.get_untracked(), chosen.get_untracked());
            // In the order of the model. Those that left the scope come last, and stay until they are unticked.
            let offered = scope.into_iter().chain(left.get_untracked());
            let keeps = |found: &ProcessId| {
                if *found == process {
                    wanted
                } else {
                    before.contains(found)
                }
            };
            choose.run(offered.filter(keeps).collect());
        };
        view! { <label class="choice-alone"><input type="checkbox" prop:checked=ticked on:change=change />{named}</label> }
    };
    view! {
        <details class="whole">
            <summary>{told}</summary>
            <div class="ticks">
                {move || scope.get().into_iter().map(|process| tick(process, "")).collect_view()}
                {move || left.get().into_iter().map(|process| tick(process, ", no longer in scope")).collect_view()}
            </div>
        </details>
    }
}

fn card_id(id: &InterviewId) -> String {
    format!("interview-{id}")
}

fn set(interview: InterviewId, content: Option<Interview>) -> bool {
    change(RecordEdit::SetInterview { interview, content })
}
