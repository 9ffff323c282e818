//! What people rated, side by side: what is listed, and how much of it at once.

use super::agree_row::AgreeRow;
use super::fields::ChoiceField;
use crate::app::workspace::workspace;
use crate::domain::agreement::{AgreedHow, Agreement};
use crate::domain::edit::Edit;
use crate::domain::id::ProcessId;
use crate::domain::spread::{Distance, Spread, Spreads};
use crate::domain::subject::Subject;
use crate::report::words;
use crate::report::words::count;
use leptos::prelude::*;

/// What of it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Differ,
    ToSettle,
    Agreed,
    All,
}

impl Shown {
    const ALL: [Self; 4] = [Self::Differ, Self::ToSettle, Self::Agreed, Self::All];

    fn words(self) -> &'static str {
        match self {
            Self::Differ => "Where people differ",
            Self::ToSettle => "Still to settle",
            Self::Agreed => "Agreed",
            Self::All => "All that is rated",
        }
    }

    fn holds(self, spread: &Spread) -> bool {
        match self {
            Self::Differ => spread.distance != Distance::None || spread.is_open(),
            Self::ToSettle => spread.is_open(),
            Self::Agreed => spread.agreement.is_some(),
            Self::All => true,
        }
    }
}

/// So many are shown at first, and so many more each time.
const PORTION: usize = 30;

#[component]
pub fn AgreeList(found: Memo<Spreads>) -> impl IntoView {
    let shown = RwSignal::new(Shown::Differ);
    let process: RwSignal<Option<ProcessId>> = RwSignal::new(None);
    let most = RwSignal::new(PORTION);
    let fitting = Memo::new(move |_| {
        let (shown, process) = (shown.get(), process.get());
        let fits = |spread: &&Spread| {
            let of = process.as_ref();
            shown.holds(spread) && of.is_none_or(|process| spread.subject.process == *process)
        };
        found.with(|found| {
            let list = found.list.iter().filter(fits);
            list.map(|spread| spread.subject.clone())
                .collect::<Vec<Subject>>()
        })
    });
    let portion = move || {
        let mut portion = fitting.get();
        portion.truncate(most.get());
        portion
    };
    let more = move || fitting.with(Vec::len).saturating_sub(most.get());
    view! {
        <Unanimous found />
        <section aria-labelledby="side-by-side">
            <h2 id="side-by-side">"Side by side"</h2>
            <p class="hint">"Until something is agreed, the latest rating of anybody counts. What is agreed counts in its place, and what each person rated stays."</p>
            <Filters found shown process />
            <p class="hint" role="status">{move || match fitting.with(Vec::len) {
                0 => "Nothing is listed under this choice.".to_owned(),
                number => format!("{} listed.", count(number, "rating")),
            }}</p>
            <ol class="agree-list">
                <For each=portion key=Clone::clone children=move |subject| view! { <AgreeRow subject found /> } />
            </ol>
            {move || (more() > 0).then(|| view! {
                <button type="button" on:click=move |_| most.update(|most| *most += PORTION)>{format!("Show {} more", more().min(PORTION))}</button>
            })}
        </section>
    }
}

#[component]
fn Filters(
    found: Memo<Spreads>,
    shown: RwSignal<Shown>,
    process: RwSignal<Option<ProcessId>>,
) -> impl IntoView {
    let workspace = workspace();
    let views = Signal::derive(move || {
        found.with(|found| {
            let entry = |shown: Shown| {
                let number = found
                    .list
                    .iter()
                    .filter(|spread| shown.holds(spread))
                    .count();
                (
                    format!("{shown:?}"),
                    format!("{} ({number})", shown.words()),
                )
            };
            Shown::ALL.map(entry).to_vec()
        })
    });
    let choose = Callback::new(move |name: String| {
        let chosen = Shown::ALL
            .into_iter()
            .find(|shown| format!("{shown:?}") == name);
        shown.set(chosen.unwrap_or(Shown::All));
    });
    let processes = Signal::derive(move || {
        let mut options = vec![(String::new(), "All processes".to_owned())];
        let scope = workspace.track(|open| {
            let named = |id: ProcessId| (id.to_string(), words::process(&open.model, &id));
            open.scope().into_iter().map(named).collect::<Vec<_>>()
        });
        options.extend(scope.unwrap_or_default());
        options
    });
    let of_process =
        Signal::derive(move || process.get().map_or_else(String::new, |id| id.to_string()));
    let choose_process = Callback::new(move |id: String| {
        process.set((!id.is_empty()).then(|| ProcessId::new(id)));
    });
    view! {
        <div class="fields">
            <ChoiceField label="Show" options=views value=Signal::derive(move || format!("{:?}", shown.get())) commit=choose />
            <ChoiceField label="Process" options=processes value=of_process commit=choose_process />
        </div>
    }
}

/// Records in one step what several people rated alike.
#[component]
fn Unanimous(found: Memo<Spreads>) -> impl IntoView {
    let workspace = workspace();
    let alike = move || found.with(|found| found.unanimous().count());
    let agree = move |_| {
        let edits = found.with_untracked(|found| {
            let all = found.unanimous().map(|spread| Edit::Agree {
                subject: spread.subject.clone(),
                agreement: Some(Agreement {
                    judgement: spread.voices[0].judgement.clone(),
                    reason: "All who rated it say the same.".to_owned(),
                    by: spread
                        .voices
                        .iter()
                        .map(|voice| voice.author.clone())
                        .collect(),
                    how: AgreedHow::Consensus,
                    over: spread.heard(),
                }),
            });
            all.collect::<Vec<_>>()
        });
        let number = edits.len();
        if workspace.apply_all(edits) {
            workspace.say(format!("{} recorded as agreed.", count(number, "rating")));
        }
    };
    move || {
        let number = alike();
        (number > 0).then(|| view! {
            <div class="buttons">
                <button type="button" on:click=agree>{format!("Agree on all {number} where everybody says the same")}</button>
                <span class="hint">"Recorded as consensus of those who rated it."</span>
            </div>
        })
    }
}
