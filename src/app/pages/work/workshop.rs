//! Workshop: one indicator at a time, large, for a room.

use crate::app::browser::today;
use crate::app::keys::Action;
use crate::app::parts::doubts::{DoubtPanel, Doubts};
use crate::app::parts::instance_tabs::{InstanceAtHand, InstanceTabs, instance_at_hand};
use crate::app::parts::level_panel::LevelPanel;
use crate::app::parts::parking_lot::{ParkingLot, park};
use crate::app::parts::process_choice::process_at_hand;
use crate::app::parts::rate_keys::{KeyPlace, focus_row, listen_to_keys};
use crate::app::parts::rater_name::RaterLine;
use crate::app::parts::remark_dialog::{RemarkDialog, RemarkShown};
use crate::app::parts::sections::{Sections, sections};
use crate::app::parts::work_nav::WorkNav;
use crate::app::parts::workshop_clock::WorkshopClock;
use crate::app::parts::workshop_processes::WorkshopProcesses;
use crate::app::parts::workshop_question::WorkshopQuestion;
use crate::app::route::Route;
use crate::app::shell::go;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::framework::Rates;
use crate::domain::id::{AssessmentId, ProcessId};
use crate::domain::look_again::look_again;
use crate::domain::result::rates;
use crate::domain::subject::Subject;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn Workshop() -> impl IntoView {
    let process = process_at_hand();
    let paused = RwSignal::new(false);
    // Where somebody wants to go back to, until they are there.
    let wanted = RwSignal::new(None::<Subject>);
    view! {
        <div class="page workshop">
            <WorkNav current=Some(WorkView::Workshop) process />
            {move || match process.get() {
                Some(process) => view! { <InRoom process paused wanted /> }.into_any(),
                None => view! {
                    <h1 tabindex="-1">"Workshop"</h1>
                    <p class="empty">"No process is in scope. Choose the processes to assess under Set up."</p>
                }.into_any(),
            }}
        </div>
    }
}

/// The page of a process in the workshop.
fn route(id: AssessmentId, process: ProcessId) -> Route {
    Route::Work(id, WorkView::Workshop, Some(process))
}

/// One process before the room.
#[component]
fn InRoom(
    process: ProcessId,
    paused: RwSignal<bool>,
    wanted: RwSignal<Option<Subject>>,
) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(process.clone());
    let purpose = workspace
        .with(|open| Some(open.model.process(&process)?.purpose.clone()))
        .flatten();
    let name = workspace.with(|open| words::process(&open.model, &process));
    let rates_what = Memo::new(move |_| {
        workspace
            .track(|open| rates(&open.model, &open.assessment))
            .unwrap_or(Rates::Indicators)
    });
    let InstanceAtHand {
        instances,
        chosen,
        instance,
    } = instance_at_hand(&process);
    let sections = Memo::new(move |_| {
        let (instance, rates) = (instance.get(), rates_what.get());
        let found = workspace.track(|open| {
            let highest = open.assessment.highest_level;
            let all = sections(&open.model, &id.get_value(), &instance?, rates, highest);
            Some(Sections(all))
        });
        found.flatten().unwrap_or_default()
    });
    let looks = Memo::new(move |_| {
        let process = id.get_value();
        let _ = workspace.result(&process); // runs again when something was said of this process
        let open = workspace.track(|open| {
            let today = today()?;
            Some(look_again(&open.model, &open.assessment, &process, today))
        });
        open.flatten().unwrap_or_default()
    });
    let current = RwSignal::new(0_usize);
    let remark = RwSignal::new(false);
    provide_context(RemarkShown(remark));
    provide_context(Doubts::follow(workspace, process.clone()));
    let own = move |(place, action): (KeyPlace, Action)| {
        match action {
            Action::Remark => remark.set(true),
            Action::Clock => paused.update(|paused| *paused = !*paused),
            Action::Park => {
                if let Some(row) = place.row() {
                    park(workspace, &row.subject);
                    place.move_to(row.index + 1);
                }
            }
            _ => return false,
        }
        true
    };
    let place = KeyPlace {
        process: id,
        sections,
        current,
        looks,
        route,
        own: Callback::new(own),
    };
    listen_to_keys(place);
    // Only now is the question there that was moved to.
    Effect::new(move |before: Option<usize>| {
        let index = current.get();
        if before.is_some_and(|before| before != index) {
            request_animation_frame(move || focus_row(index));
        }
        index
    });
    // The one that is wanted, once its process is the one before the room.
    Effect::new(move |_| {
        let here = wanted
            .get()
            .filter(|subject| subject.process == id.get_value());
        let Some(subject) = here else { return };
        wanted.set(None);
        if subject.instance.is_some() {
            chosen.set(subject.instance.clone());
        }
        let index =
            sections.with(|sections| sections.rows().position(|row| row.subject == subject));
        if let Some(index) = index {
            place.move_to(index);
            request_animation_frame(move || focus_row(index));
        }
    });
    let back = Callback::new(move |subject: Subject| {
        let there = workspace.with(|open| route(open.id.clone(), subject.process.clone()));
        wanted.set(Some(subject));
        if let Some(there) = there {
            go(&there);
        }
    });
    let at_hand = Signal::derive(move || {
        let index = current.get();
        sections.with(|sections| sections.rows().nth(index).map(|row| row.subject.clone()))
    });
    let choose = Callback::new(move |picked| {
        chosen.set(Some(picked));
        current.set(0);
    });
    view! {
        <header class="workshop-head">
            <h1 tabindex="-1">{name}</h1>
            <p class="purpose"><strong>"Purpose. "</strong>{purpose}</p>
        </header>
        <div class="workshop-columns">
            <section aria-label="Question">
                <RaterLine />
                {move || (rates_what.get() != Rates::Process).then(|| view! { <InstanceTabs instances instance choose /> })}
                <WorkshopQuestion place />
                <NextProcess process=process.clone() />
            </section>
            <div class="workshop-side">
                <WorkshopProcesses process=process.clone() />
                <LevelPanel process=process.clone() />
                <DoubtPanel />
                <WorkshopClock process paused />
                <ParkingLot back />
            </div>
        </div>
        <RemarkDialog shown=remark at_hand />
    }
}

/// Past the last question.
#[component]
fn NextProcess(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let next = workspace.with(|open| {
        let scope = open.scope();
        let here = scope.iter().position(|found| *found == process)?;
        let next = scope.get(here + 1)?.clone();
        let name = words::process(&open.model, &next);
        Some((format!("Next: {name}"), route(open.id.clone(), next)))
    });
    let findings = workspace.with(|open| {
        let end = "That was the last process. See the findings".to_owned();
        (end, Route::Work(open.id.clone(), WorkView::Findings, None))
    });
    let (name, route) = next.flatten().or(findings)?;
    Some(
        view! { <nav class="next" aria-label="Go on" id="next"><a class="button" href=route.address()>{name}</a></nav> },
    )
}
