//! One thing to rate: the question, the choices, note and evidence.

use super::agreed_line::{AgreedLine, EarlierNotes};
use super::carried_line::CarriedLine;
use super::choices::{Choice, Choices};
use super::doubts::RowDoubts;
use super::evidence_list::EvidenceList;
use super::guidance_panel::guidance_panel;
use super::judge::{judge, rate};
use super::pressed::Pressed;
use super::row_findings::RowFindings;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::judgement::Judgement;
use crate::domain::look_again::Open;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;
use leptos::ev;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// Place among the rows of the sheet.
    pub index: usize,
    pub subject: Subject,
    pub id: String,
    pub question: String,
    pub text: String,
}

/// What is unfolded under a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unfolded {
    Nothing,
    Note,
    Evidence,
    Findings,
    NotApplicable,
}

#[component]
pub fn IndicatorRow(
    row: Row,
    choices: Vec<Choice>,
    current: RwSignal<usize>,
    /// The row whose guidance is shown.
    guided: RwSignal<usize>,
    note_wanted: RwSignal<Option<usize>>,
    looks: Memo<Vec<Open>>,
) -> impl IntoView {
    let workspace = workspace();
    let Row {
        index,
        subject,
        id,
        question,
        text,
    } = row;
    let subject = StoredValue::new(subject);
    let remarks = Memo::new(move |_| {
        let process = subject.with_value(|subject| subject.process.clone());
        let _ = workspace.result(&process); // runs again when something was said of this process
        workspace
            .with(|open| subject.with_value(|subject| open.assessment.remarks(subject).cloned()))
            .flatten()
    });
    let judgement = Memo::new(move |_| {
        remarks.track();
        // The name can change while the row is shown, so it is read anew.
        let own = workspace.track(|open| {
            let author = workspace.author();
            subject.with_value(|subject| open.assessment.own_choice(subject, &author).cloned())
        });
        own.flatten()
    });
    let rating = Memo::new(move |_| {
        judgement.with(|judgement| judgement.as_ref().and_then(Judgement::rating).cloned())
    });
    let not_applicable = Memo::new(move |_| match judgement.get() {
        Some(Judgement::NotApplicable { reason }) => Some(reason),
        _ => None,
    });
    let note = move || {
        remarks.with(|remarks| {
            remarks
                .as_ref()
                .map_or_else(String::new, |remarks| remarks.note().to_owned())
        })
    };
    let evidence = Memo::new(move |_| {
        let all = workspace.track_any(|open| {
            let of = |subject: &_| {
                let all = open.assessment.evidence.of(subject);
                all.map(|(id, piece)| (id.clone(), piece.clone())).collect()
            };
            subject.with_value(of)
        });
        all.unwrap_or_default()
    });
    let findings = Memo::new(move |_| {
        let all = workspace.track_any(|open| {
            let all = subject.with_value(|subject| open.assessment.findings.of(subject));
            let all = all.into_iter();
            all.map(|(id, finding, _)| (id.clone(), finding.clone()))
                .collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let unfolded = RwSignal::new(Unfolded::Nothing);
    let note_id = format!("note-{index}");
    let choose = Callback::new(move |rating: Option<Rating>| {
        rate(workspace, subject.get_value(), rating);
    });
    Effect::new(move |_| {
        if note_wanted.get() == Some(index) {
            unfolded.set(Unfolded::Note);
            request_animation_frame(move || crate::app::browser::focus(&format!("#note-{index}")));
            note_wanted.set(None);
        }
    });
    let toggle = move |part: Unfolded| {
        unfolded.update(|now| {
            *now = if *now == part {
                Unfolded::Nothing
            } else {
                part
            }
        })
    };
    let is_current = move || current.get() == index;
    // Guidance opens and closes with the row at hand, so a press must not change it before it has become a click: what is pressed
    // would move away.
    let pressed: Pressed = expect_context();
    let come = move |_| {
        if !pressed.is_down() {
            current.set(index);
        }
    };
    view! {
        <li class="row" id=format!("row-{index}") class:current=is_current on:focusin=come on:click=move |_| current.set(index)>
            <div class="row-main">
                <div class="row-text">
                    <p class="row-question">{question}</p>
                    <p class="row-outcome"><span class="row-id">{id.clone()}</span>" "{text}</p>
                </div>
                <Choices
                    name=format!("rating-{index}")
                    legend=format!("Rating of {id}")
                    choices
                    chosen=rating
                    elsewhere=Signal::derive(move || not_applicable.with(Option::is_some))
                    choose
                />
            </div>
            <AgreedLine remarks />
            <CarriedLine subject=subject.get_value() looks />
            <RowDoubts subject=subject.get_value() />
            {move || not_applicable.get().map(|reason| view! {
                <p class="row-na">
                    <span class="mark">"Not applicable"</span>" "{reason}" "
                    <button type="button" class="quiet" on:click=move |_| choose.run(None)>"Make it apply again"</button>
                </p>
            })}
            <div class="row-tools">
                <button type="button" class="quiet" aria-expanded=move || (unfolded.get() == Unfolded::Note).to_string() on:click=move |_| toggle(Unfolded::Note)>
                    {move || if note().is_empty() { "Note" } else { "Note \u{2022}" }}
                </button>
                <button type="button" class="quiet" aria-expanded=move || (unfolded.get() == Unfolded::Evidence).to_string() on:click=move |_| toggle(Unfolded::Evidence)>
                    {move || match evidence.with(Vec::len) { 0 => "Evidence".to_owned(), count => format!("Evidence ({count})") }}
                </button>
                <button type="button" class="quiet" aria-expanded=move || (unfolded.get() == Unfolded::Findings).to_string() on:click=move |_| toggle(Unfolded::Findings)>
                    {move || match findings.with(Vec::len) { 0 => "Findings".to_owned(), count => format!("Findings ({count})") }}
                </button>
                <button type="button" class="quiet" aria-expanded=move || (unfolded.get() == Unfolded::NotApplicable).to_string() on:click=move |_| toggle(Unfolded::NotApplicable)>
                    "Not applicable"
                </button>
            </div>
            {move || match unfolded.get() {
                Unfolded::Nothing => ().into_any(),
                Unfolded::Note => view! {
                    <label class="row-note">
                        <span class="field-name">"Note"</span>
                        <textarea id=note_id.clone() rows="2" prop:value=note on:change=move |event| {
                            let text = event_target_value(&event);
                            workspace.apply(Edit::SetNote { subject: subject.get_value(), text });
                        }></textarea>
                        <EarlierNotes remarks />
                    </label>
                }.into_any(),
                Unfolded::Evidence => view! { <EvidenceList subject=subject.get_value() evidence /> }.into_any(),
                Unfolded::Findings => view! { <RowFindings findings /> }.into_any(),
                Unfolded::NotApplicable => view! { <NotApplicable subject=subject.get_value() done=Callback::new(move |()| unfolded.set(Unfolded::Nothing)) /> }.into_any(),
            }}
            // Where there is no room for the panel beside the sheet, the guidance opens here.
            {move || (guided.get() == index).then(|| workspace.with(|open| view! {
                <div class="row-guidance">{subject.with_value(|subject| guidance_panel(&open.model, subject))}</div>
            }))}
        </li>
    }
}

/// Asks for the reason why something does not apply.
#[component]
fn NotApplicable(subject: Subject, done: Callback<()>) -> impl IntoView {
    let workspace = workspace();
    let reason = RwSignal::new(String::new());
    let subject = StoredValue::new(subject);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let judgement = Judgement::NotApplicable {
            reason: reason.get_untracked().trim().to_owned(),
        };
        if judge(workspace, subject.get_value(), Some(judgement)) {
            done.run(());
        }
    };
    view! {
        <form class="evidence-form" on:submit=submit>
            <label class="grow">
                <span class="field-name">"Why does it not apply here?"</span>
                <input type="text" required prop:value=move || reason.get() on:input=move |event| reason.set(event_target_value(&event)) />
            </label>
            <button type="submit">"Set as not applicable"</button>
            <p class="hint">"It leaves the calculation and is listed with its reason. Leaving things out weakens the result."</p>
        </form>
    }
}
