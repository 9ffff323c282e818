//! One question, large enough for a room: its choices, and what one would see at each step.

use super::agreed_line::AgreedLine;
use super::carried_line::CarriedLine;
use super::choices::{Choices, choices};
use super::doubts::RowDoubts;
use super::guidance_panel::anchors;
use super::judge::rate;
use super::parking_lot::park;
use super::rate_keys::KeyPlace;
use super::remark_dialog::RemarkShown;
use crate::app::workspace::workspace;
use crate::domain::judgement::Judgement;
use crate::domain::scale::Rating;
use crate::report::words;
use leptos::prelude::*;

/// The question at hand.
#[component]
pub fn WorkshopQuestion(place: KeyPlace) -> impl IntoView {
    let row = Memo::new(move |_| {
        let index = place.current.get();
        place
            .sections
            .with(|sections| sections.rows().nth(index).cloned())
    });
    move || row.get().and_then(|_| question(place))
}

fn question(place: KeyPlace) -> Option<AnyView> {
    let workspace = workspace();
    let RemarkShown(remark) = expect_context();
    let row = place.row()?;
    let (count, attribute) = place.sections.with_untracked(|sections| {
        let of_row = sections
            .0
            .iter()
            .find(|section| section.rows.contains(&row));
        let name = of_row.map(|section| {
            format!(
                "{} {}, level {}",
                section.attribute, section.title, section.level
            )
        });
        (sections.rows().count(), name)
    });
    let index = row.index;
    let subject = StoredValue::new(row.subject.clone());
    let remarks = Memo::new(move |_| {
        subject.with_value(|subject| {
            let _ = workspace.result(&subject.process); // runs again when something was said of this process
            workspace
                .with(|open| open.assessment.remarks(subject).cloned())
                .flatten()
        })
    });
    let judgement = Memo::new(move |_| {
        remarks.track();
        // The name can change while the question is shown, so it is read anew.
        let own = workspace.track(|open| {
            let author = workspace.author();
            subject.with_value(|subject| open.assessment.own_choice(subject, &author).cloned())
        });
        own.flatten()
    });
    let rating = Memo::new(move |_| {
        judgement
            .get()
            .as_ref()
            .and_then(Judgement::rating)
            .cloned()
    });
    let not_applicable = Memo::new(move |_| match judgement.get() {
        Some(Judgement::NotApplicable { reason }) => Some(reason),
        _ => None,
    });
    let refined = workspace.setting("refined").as_deref() == Some("yes");
    let all = workspace
        .with(|open| choices(&open.model.framework, refined))
        .unwrap_or_default();
    let choose = Callback::new(move |rating: Option<Rating>| {
        rate(workspace, subject.get_value(), rating);
    });
    // A click rates and moves on, as a letter does. Clicks that the keyboard makes have no count: arrows only choose.
    let move_on = move |event: leptos::ev::MouseEvent| {
        if event.detail() > 0 {
            request_animation_frame(move || {
                if rating.get_untracked().is_some() {
                    place.move_to(index + 1);
                }
            });
        }
    };
    let guidance = workspace
        .with(|open| anchors(&open.model, &row.subject))
        .flatten();
    let findings = move || {
        let count = workspace.track_any(|open| {
            subject.with_value(|subject| open.assessment.findings.of(subject).len())
        });
        count
            .filter(|count| *count > 0)
            .map(|count| words::count(count, "finding"))
    };
    Some(view! {
        <article class="workshop-question" id=format!("row-{index}") aria-label=format!("Question {}", row.id)>
            <p class="workshop-place">
                <strong>{format!("Question {} of {count}", index + 1)}</strong>
                {attribute.map(|attribute| format!(" \u{b7} {attribute}"))}
            </p>
            <h2 class="workshop-words">{row.question}</h2>
            <p class="workshop-text"><span class="row-id">{row.id.clone()}</span>" "{row.text}</p>
            <div on:click=move_on>
                <Choices
                    name="workshop-rating".to_owned()
                    legend=format!("Rating of {}", row.id)
                    choices=all
                    chosen=rating
                    elsewhere=Signal::derive(move || not_applicable.with(Option::is_some))
                    choose
                />
            </div>
            <AgreedLine remarks />
            <RowDoubts subject=subject.get_value() />
            <CarriedLine subject=subject.get_value() looks=place.looks />
            {move || not_applicable.get().map(|reason| view! { <p class="row-na"><span class="mark">"Not applicable"</span>" "{reason}</p> })}
            <div class="buttons workshop-tools">
                <button type="button" class="quiet" disabled={index == 0} on:click=move |_| place.move_to(index.saturating_sub(1))>"\u{2190} Before"</button>
                <button type="button" class="quiet" on:click=move |_| place.move_to(index + 1)>"Next \u{2192}"</button>
                <button type="button" class="quiet" on:click=move |_| remark.set(true)>"Write a remark"</button>
                <button type="button" class="quiet" on:click=move |_| {
                    subject.with_value(|subject| park(workspace, subject));
                    place.move_to(index + 1);
                }>"Park it"</button>
                <span class="hint">{findings}</span>
            </div>
            {guidance.map(|guidance| view! {
                <h3 class="workshop-anchors-head">"What you would see"</h3>
                <div class="workshop-anchors">{guidance}</div>
            })}
        </article>
    }.into_any())
}
