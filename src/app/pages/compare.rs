//! Compare: up to six points side by side, chosen in the address.

use crate::app::compared_choice::{ComparedChoice, Pick, When};
use crate::app::kept_states::KeptStates;
use crate::app::parts::compared_picks::ComparedPicks;
use crate::app::parts::comparison_view::ComparisonView;
use crate::app::route::Route;
use crate::app::shell::{Address, go};
use crate::app::workspace::workspace;
use crate::domain::id::AssessmentId;
use crate::report::compared::{ComparedPoint, compared_point};
use crate::report::comparison::{Comparison, MOST_POINTS};
use leptos::prelude::*;

/// A pick with what it shows: none while it is being read, or a sentence where it cannot be.
#[derive(Clone, PartialEq)]
pub struct PickedPoint {
    pub pick: Pick,
    pub point: Option<Result<ComparedPoint, String>>,
}

#[component]
pub fn Compare() -> impl IntoView {
    let workspace = workspace();
    let Address(address) = expect_context();
    workspace.refresh_list();
    // While another page is on its way, the choice stays.
    let choice = Memo::new(
        move |before: Option<&ComparedChoice>| match (address.get(), before) {
            (Route::Compare(text), _) => ComparedChoice::parse(text.as_deref().unwrap_or_default()),
            (_, Some(before)) => before.clone(),
            (_, None) => ComparedChoice::default(),
        },
    );
    let wanted = Memo::new(move |_| {
        let mut ids: Vec<AssessmentId> = choice.with(|choice| {
            let picks = choice.points.iter();
            picks.map(|pick| pick.assessment.clone()).collect()
        });
        ids.sort_unstable();
        ids.dedup();
        ids
    });
    let states = KeptStates::follow(workspace, wanted);
    let picks = Memo::new(move |_| choice.with(|choice| choice.points.clone()));
    let picked = Memo::new(move |_| {
        let picked = |pick: Pick| {
            let kept = states.get(&pick.assessment);
            let point = kept.map(|kept| match &*kept {
                Ok(state) => {
                    let then = state.at(&pick.when)?;
                    Ok(compared_point(&state.model, &then.assessment, then.name))
                }
                Err(sentence) => Err(sentence.clone()),
            });
            PickedPoint { pick, point }
        };
        picks.get().into_iter().map(picked).collect::<Vec<_>>()
    });
    let comparison = Memo::new(move |_| {
        let base = choice.with(|choice| choice.base);
        picked.with(|picked| {
            let whole = |found: &PickedPoint| found.point.clone()?.ok();
            let points: Vec<ComparedPoint> = picked.iter().filter_map(whole).collect();
            // A base that cannot be shown leaves its place to the first point.
            let there = picked.get(base).and_then(whole).is_some();
            let before = picked.iter().take(base).filter_map(whole).count();
            Comparison::new(points, if there { before } else { 0 })
        })
    });
    let enough = Memo::new(move |_| comparison.with(|comparison| comparison.points.len() > 1));
    view! {
        <div class="page compare">
            <h1 tabindex="-1">"Compare"</h1>
            <p class="lead">"Teams, or one team on several days: see where they differ, and what cannot be compared."</p>
            <section aria-labelledby="points">
                <h2 id="points" tabindex="-1">"What is compared"</h2>
                <ComparedPicks choice picked states />
            </section>
            <Show when=move || enough.get() fallback=move || view! { <Nothing choice /> }>
                <ComparisonView comparison choice states />
            </Show>
        </div>
    }
}

/// What to do while there is nothing to compare.
#[component]
fn Nothing(choice: Memo<ComparedChoice>) -> impl IntoView {
    let workspace = workspace();
    let latest = Memo::new(move |_| {
        let latest = workspace.list.summaries.with(|list| {
            let list = list.iter().flatten();
            let readable =
                list.filter(|found| found.deleted_at.is_none() && found.trouble.is_none());
            let ids = readable.map(|found| found.id.clone());
            ids.take(MOST_POINTS).collect::<Vec<_>>()
        });
        (latest.len() > 1).then_some(latest)
    });
    let compare_latest = move |_| {
        let now = |assessment| Pick {
            assessment,
            when: When::Now,
        };
        let points = latest.get_untracked().into_iter().flatten().map(now);
        let choice = ComparedChoice {
            points: points.collect(),
            ..ComparedChoice::default()
        };
        go(&choice.route());
    };
    let none = Memo::new(move |_| choice.with(|choice| choice.points.is_empty()));
    view! {
        <div class="empty">
            <p>"Choose two points or more, up to six. A point is an assessment as it is now, as it was at a milestone, or as it was at the end of a day."</p>
            <p>"The first point is the base that the others are held against; you can choose another. What you choose stands in the address, so you can keep it or send it as a link to somebody who has the same assessments."</p>
            <div class="buttons">
                <Show when=move || none.get() && latest.with(Option::is_some)>
                    <button type="button" class="primary" on:click=compare_latest>{move || format!("Compare the {} latest assessments", latest.with(|latest| latest.as_ref().map_or(0, Vec::len)))}</button>
                </Show>
                <a class="button" href="#/">"Go to your assessments"</a>
            </div>
        </div>
    }
}
