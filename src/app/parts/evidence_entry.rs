//! One piece in the register of evidence: what it is, what rests on it, and what can be done with it.

use super::evidence_form::kind_options;
use super::evidence_line::EvidenceLine;
use super::fields::{ChoiceField, Commit, DateField, TextField};
use super::subject_links::SubjectLinks;
use crate::app::browser::today;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::evidence::{Evidence, EvidenceEdit};
use crate::domain::id::EvidenceId;
use crate::domain::subject::Subject;
use crate::report::evidence_words;
use leptos::prelude::*;

/// `attach` asks what rests on it, `picture` shows its picture or takes one in.
#[component]
pub fn EvidenceEntry(
    id: EvidenceId,
    attach: Callback<EvidenceId>,
    picture: Callback<EvidenceId>,
) -> impl IntoView {
    let workspace = workspace();
    let id = StoredValue::new(id);
    let piece = Memo::new(move |_| {
        let piece =
            workspace.track_any(|open| open.assessment.evidence.get(&id.get_value()).cloned());
        piece.flatten()
    });
    let image = Memo::new(move |_| {
        let image =
            workspace.track_any(|open| open.assessment.evidence.image(&id.get_value()).cloned());
        image.flatten()
    });
    let subjects = Memo::new(move |_| {
        let subjects = workspace.track_any(|open| {
            let register = &open.assessment.evidence;
            id.with_value(|id| register.subjects(id).cloned().collect::<Vec<_>>())
        });
        subjects.unwrap_or_default()
    });
    let age = Memo::new(move |_| {
        let limit = workspace
            .track(|open| open.assessment.evidence_age)
            .flatten()?;
        let day = piece.get()?.date?;
        day.is_older(limit, today()?)
            .then(|| format!("Older than {limit} months"))
    });
    let editing = RwSignal::new(false);
    let title = move || piece.get().map_or_else(String::new, |piece| piece.title);
    let label = move |what: &'static str| move || format!("{what}: {}", title());
    let let_go = Callback::new(move |subject: Subject| {
        workspace.apply(Edit::Evidence(EvidenceEdit::Cite {
            evidence: id.get_value(),
            subject,
            cited: false,
        }));
    });
    let remove = move |_| {
        workspace.apply(Edit::Evidence(EvidenceEdit::Set {
            evidence: id.get_value(),
            content: None,
        }));
    };
    view! {
        <li class="entry">
            <p class="entry-words">
                {move || piece.get().map(|piece| view! { <EvidenceLine piece=piece.clone() />{(!piece.by.is_empty()).then(|| view! { " "<span class="hint">{format!("taken down by {}", piece.by)}</span> })} })}
                {move || age.get().map(|age| view! { " "<span class="mark">{age}</span> })}
                {move || subjects.with(Vec::is_empty).then(|| view! { " "<span class="mark">"Not used"</span> })}
            </p>
            {move || image.get().map(|image| view! {
                <button type="button" class="thumbnail" on:click=move |_| picture.run(id.get_value())>
                    <span class="visually-hidden">"Open the picture: "</span><img src=evidence_words::image_address(&image) alt=image.shows.clone() />
                </button>
            })}
            <SubjectLinks subjects let_go />
            {move || editing.get().then(|| view! { <Fields id piece /> })}
            <div class="buttons">
                <button type="button" class="quiet" aria-label=label("Attach") on:click=move |_| attach.run(id.get_value())>"Attach\u{2026}"</button>
                <button type="button" class="quiet" aria-label=label("Edit") aria-expanded=move || editing.get().to_string() on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
                <button type="button" class="quiet" aria-label=label("Picture") on:click=move |_| picture.run(id.get_value())>"Picture\u{2026}"</button>
                <button type="button" class="quiet" aria-label=label("Remove") on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}

/// The fields of a piece that is there.
#[component]
fn Fields(id: StoredValue<EvidenceId>, piece: Memo<Option<Evidence>>) -> impl IntoView {
    let workspace = workspace();
    let set = move |change: &dyn Fn(&mut Evidence)| {
        if let Some(mut content) = piece.get_untracked() {
            change(&mut content);
            workspace.apply(Edit::Evidence(EvidenceEdit::Set {
                evidence: id.get_value(),
                content: Some(content),
            }));
        }
    };
    let of = move |look: fn(&Evidence) -> String| {
        Signal::derive(move || piece.with(|piece| piece.as_ref().map_or_else(String::new, look)))
    };
    let write = move |field: fn(&mut Evidence) -> &mut String| -> Commit {
        Callback::new(move |text: String| {
            set(&|content| text.clone_into(field(content)));
            Ok(())
        })
    };
    let retitle = Callback::new(move |text: String| {
        if text.is_empty() {
            return Err("Say what the evidence is.".to_owned());
        }
        set(&|content| text.clone_into(&mut content.title));
        Ok(())
    });
    let choose = Callback::new(move |word: String| {
        if let Some(kind) = evidence_words::kind_of(&word) {
            set(&|content| content.kind = kind);
        }
    });
    view! {
        <div class="panel-fields">
            <ChoiceField label="Kind".to_owned() options=kind_options() value=of(|it| evidence_words::kind(it.kind).to_owned()) commit=choose />
            <TextField label="What it is".to_owned() value=of(|it| it.title.clone()) commit=retitle />
            <TextField label="Where it is".to_owned() value=of(|it| it.place.clone()) commit=write(|it| &mut it.place) />
            <DateField label="Date".to_owned() value=Signal::derive(move || piece.get()?.date) commit=Callback::new(move |date| set(&|content| content.date = date)) />
            <TextField label="From which role".to_owned() value=of(|it| it.role.clone()) commit=write(|it| &mut it.role) />
            <TextField label="Taken down by".to_owned() value=of(|it| it.by.clone()) commit=write(|it| &mut it.by) />
        </div>
    }
}
