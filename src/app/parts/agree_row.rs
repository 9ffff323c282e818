//! One thing that several people rated: who said what, how far apart they are, and what they agreed on.

use super::agree_form::AgreeForm;
use crate::app::browser::focus;
use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::judgement::Judgement;
use crate::domain::process_state::Remarks;
use crate::domain::scale::Rank;
use crate::domain::spread::{Distance, Spread, Spreads, Voice};
use crate::domain::subject::Subject;
use crate::report::subject_list::entry;
use crate::report::{spread_words, words};
use leptos::prelude::*;

#[component]
pub fn AgreeRow(subject: Subject, found: Memo<Spreads>) -> impl IntoView {
    let workspace = workspace();
    let settling = RwSignal::new(false);
    let subject = StoredValue::new(subject);
    let spread = Memo::new(move |_| {
        subject.with_value(|subject| {
            found.with(|found| {
                let mut all = found.list.iter();
                all.find(|spread| spread.subject == *subject).cloned()
            })
        })
    });
    let (id, text, place) = workspace
        .with(|open| subject.with_value(|subject| named(open, subject)))
        .unwrap_or_default();
    let name = id.clone();
    let take_back = move |_| {
        workspace.apply(Edit::Agree {
            subject: subject.get_value(),
            agreement: None,
        });
    };
    // Where the row has gone, because it is settled, the next one is in its place.
    let done = Callback::new(move |()| {
        settling.set(false);
        request_animation_frame(|| focus(".agree-list .settle-next"));
    });
    view! {
        <li class="agree-row">
            <h3><span class="row-id">{id}</span>" "{text}</h3>
            <p class="hint">{place}</p>
            {move || spread.get().map(|spread| workspace.with(|open| {
                let wide = spread.distance > Distance::Steps(1);
                let mean = spread.mean.filter(|mean| mean.ratings > 1).map(|mean| words::mean(&open.model, &mean));
                view! {
                    {voices(open, &spread)}
                    <p class="agree-spread">
                        {wide.then(|| view! { <span class="mark">"Wide"</span>" " })}
                        {spread_words::spread(&open.model, &spread)}
                        {wide.then_some(" The mean alone would hide it.")}
                    </p>
                    <p class="arithmetic" title=words::numbers(&open.model)>{mean}</p>
                    {reasons(&spread)}
                    {notes(open, &spread.subject)}
                }
            }))}
            {move || {
                let spread = spread.get()?;
                let (name, next) = (name.clone(), spread.is_open());
                Some(match (settling.get(), spread.agreement.clone()) {
                    (true, _) => view! { <AgreeForm spread name done=done cancel=Callback::new(move |()| settling.set(false)) /> }.into_any(),
                    (false, Some(agreement)) => view! {
                        <p class="agreed">{spread_words::agreement(&agreement)}" "{spread_words::dissent(&spread.dissent).map(|words| view! { <strong>{words}</strong> })}</p>
                        <div class="buttons">
                            <button type="button" class:settle-next=next aria-label=format!("Settle {name} otherwise") on:click=move |_| settling.set(true)>"Settle otherwise"</button>
                            <button type="button" aria-label=format!("Take back what was agreed on {name}") on:click=take_back>"Take it back"</button>
                        </div>
                    }.into_any(),
                    (false, None) => view! {
                        <div class="buttons"><button type="button" class:settle-next=next aria-label=format!("Settle {name}") on:click=move |_| settling.set(true)>"Settle"</button></div>
                    }.into_any(),
                })
            }}
        </li>
    }
}

/// Its id, its text, and where it belongs.
fn named(open: &Open, subject: &Subject) -> (String, String, String) {
    let process = words::process(&open.model, &subject.process);
    let place = match words::instance(&open.assessment, subject) {
        Some(instance) => format!("{process}, {instance}"),
        None => process,
    };
    let text = entry(&open.model, &open.assessment, subject.clone()).text;
    (words::subject_id(subject).to_owned(), text, place)
}

/// A column for each step of the scale with the names of those who chose it: it needs no colour.
fn voices(open: &Open, spread: &Spread) -> impl IntoView + use<> {
    let scale = &open.model.framework.scale;
    let heads = scale.ratings.iter().map(|step| {
        view! { <th scope="col"><abbr title=step.word.clone()>{step.code.to_string()}</abbr></th> }
    });
    let heads = heads.collect_view();
    let column = |rank: Option<Rank>| {
        let here = spread.voices.iter().filter(|voice| voice.rank == rank);
        let names: Vec<String> = here.map(|voice| name(open, voice)).collect();
        view! { <td class:held=!names.is_empty()>{names.join(", ")}</td> }
    };
    let columns = (0..scale.ratings.len()).map(|place| column(u8::try_from(place).ok().map(Rank)));
    let columns = columns.collect_view();
    let silent = spread.silent.join(", ");
    let (some_silent, some_without) = (
        !silent.is_empty(),
        spread.voices.iter().any(|voice| voice.rank.is_none()),
    );
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=format!("Table: Who said what of {}", words::subject_id(&spread.subject))>
            <table class="voices">
                <thead><tr>
                    {heads}
                    {some_without.then(|| view! { <th scope="col">"n/a"</th> })}
                    {some_silent.then(|| view! { <th scope="col">"Not rated"</th> })}
                </tr></thead>
                <tbody><tr>
                    {columns}
                    {some_without.then(|| column(None))}
                    {some_silent.then(|| view! { <td class="silent">{silent}</td> })}
                </tr></tbody>
            </table>
        </div>
    }
}

/// With the part of the step, where it is not the plain one.
fn name(open: &Open, voice: &Voice) -> String {
    let plain = voice
        .rank
        .map(|rank| open.model.framework.scale.rating(rank));
    match voice.judgement.rating() {
        Some(rating) if Some(rating) != plain => format!("{} ({rating})", voice.author),
        _ => voice.author.clone(),
    }
}

/// Why it does not apply, for those who say so.
fn reasons(spread: &Spread) -> impl IntoView + use<> {
    let reason = |voice: &Voice| match &voice.judgement {
        Judgement::NotApplicable { reason } => Some((voice.author.clone(), reason.clone())),
        Judgement::Rated { .. } => None,
    };
    let reasons = spread.voices.iter().filter_map(reason);
    let reasons = reasons.map(|(author, reason)| {
        view! { <p class="agree-note"><strong>{author}</strong>" says that it does not apply: "{reason}</p> }
    });
    reasons.collect_view()
}

fn notes(open: &Open, subject: &Subject) -> impl IntoView + use<> {
    let notes = open
        .assessment
        .remarks(subject)
        .into_iter()
        .flat_map(Remarks::notes);
    let notes = notes.map(|(author, text)| {
        let (author, text) = (author.to_owned(), text.to_owned());
        view! { <p class="agree-note"><strong>{author}</strong>" noted: "{text}</p> }
    });
    notes.collect_view()
}
