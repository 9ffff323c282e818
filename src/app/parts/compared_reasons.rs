//! Why one process differs between the base and each of the other points.

use super::difference_view::changed_process;
use crate::app::compared_choice::ComparedChoice;
use crate::app::kept_states::{Kept, KeptStates, KeptThen};
use crate::domain::difference::{Sides, State, difference};
use crate::domain::id::ProcessId;
use crate::report::comparison::Comparison;
use crate::report::difference_words::{ProcessWords, difference_words};
use leptos::prelude::*;

/// What people said otherwise, in words.
#[component]
pub fn ComparedReasons(
    process: Memo<Option<ProcessId>>,
    comparison: Memo<Comparison>,
    choice: Memo<ComparedChoice>,
    states: KeptStates,
) -> impl IntoView {
    let told = move || {
        let process = process.get()?;
        let comparison = comparison.get();
        let shown = shown(&choice.get(), states);
        let base = shown.get(comparison.base)?;
        let others = shown.iter().zip(&comparison.labels).enumerate();
        let others = others.filter(|(place, _)| *place != comparison.base);
        let base_label = comparison.labels.get(comparison.base)?;
        // Of several points each is told in a line, and unfolded by itself.
        let alone = shown.len() == 2;
        let told = others.map(|(_, (other, label))| {
            let names = Sides {
                from: base_label.as_str(),
                to: label.as_str(),
            };
            let found = reasons(base, other, names, &process);
            let found = found.map_or_else(
                || view! { <p>"Nothing that is in both scopes differs."</p> }.into_any(),
                |found| {
                    view! { <ul class="changed-processes">{changed_process(found, alone)}</ul> }
                        .into_any()
                },
            );
            view! { <h3>{format!("{label} against {base_label}")}</h3>{found} }
        });
        Some(told.collect_view())
    };
    view! {
        <section aria-labelledby="compared-reasons">
            <h2 id="compared-reasons">"Why they differ"</h2>
            {told}
        </section>
    }
}

/// A point that is shown, with the assessment that it is of.
struct Shown {
    kept: Kept,
    then: KeptThen,
}

impl Shown {
    fn state(&self) -> Option<State<'_>> {
        let kept = self.kept.as_ref().as_ref().ok()?;
        Some(State {
            model: &kept.model,
            assessment: &self.then.assessment,
        })
    }
}

/// Those that can be shown, as in the comparison.
fn shown(choice: &ComparedChoice, states: KeptStates) -> Vec<Shown> {
    let picks = choice.points.iter();
    let found = picks.filter_map(|pick| {
        let kept = states.get(&pick.assessment)?;
        let then = kept.as_ref().as_ref().ok()?.at(&pick.when).ok()?;
        Some(Shown { kept, then })
    });
    found.collect()
}

fn reasons(
    base: &Shown,
    other: &Shown,
    names: Sides<&str>,
    process: &ProcessId,
) -> Option<ProcessWords> {
    let states = Sides {
        from: base.state()?,
        to: other.state()?,
    };
    let found = difference(states.from, states.to);
    let words = difference_words(states, names, &found);
    let mut processes = words.processes.into_iter();
    processes.find(|found| found.process == *process)
}
