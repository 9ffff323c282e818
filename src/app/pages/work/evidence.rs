//! Evidence: the register, and how far it covers what the class demands.

use crate::app::browser::{lower_case, today};
use crate::app::parts::coverage_table::CoverageTable;
use crate::app::parts::evidence_entry::EvidenceEntry;
use crate::app::parts::evidence_form::{EvidenceForm, kind_options};
use crate::app::parts::evidence_picture::EvidencePicture;
use crate::app::parts::fields::{ChoiceField, TextField};
use crate::app::parts::subject_picker::SubjectPicker;
use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::evidence::{Evidence as Piece, EvidenceEdit};
use crate::domain::id::EvidenceId;
use crate::report::evidence_words;
use crate::report::words;
use leptos::prelude::*;

/// What is listed besides the kinds.
const NOT_USED: &str = "Not used";
const OLD: &str = "Older than the limit";

/// The longest age that can be set, in months.
const LONGEST_AGE: u16 = 240;

#[component]
pub fn Evidence() -> impl IntoView {
    let workspace = workspace();
    let search = RwSignal::new(String::new());
    let filter = RwSignal::new(String::new());
    let picking = RwSignal::new(None::<EvidenceId>);
    let picture = RwSignal::new(None::<EvidenceId>);
    let all = Memo::new(move |_| {
        let all = workspace.track_any(|open| {
            let (register, limit) = (&open.assessment.evidence, open.assessment.evidence_age);
            let is_old = |piece: &Piece| {
                let known = piece.date.zip(limit).zip(today());
                known.is_some_and(|((day, limit), today)| day.is_older(limit, today))
            };
            let all = register.all().map(|(id, piece)| Listed {
                used: register.subjects(id).next().is_some(),
                old: is_old(piece),
                id: id.clone(),
                piece: piece.clone(),
            });
            all.collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let listed = Memo::new(move |_| {
        let (wanted, filter) = (lower_case(search.get().trim()), filter.get());
        let all = all.get().into_iter();
        let listed = all.filter(|listed| listed.passes(&filter) && listed.holds(&wanted));
        listed.map(|listed| listed.id).collect::<Vec<_>>()
    });
    let count = move || match (listed.with(Vec::len), all.with(Vec::len)) {
        (_, 0) => "Nothing is in the register yet.".to_owned(),
        (0, _) => "Nothing fits. Change the search or the filter.".to_owned(),
        (listed, all) if listed == all => words::count(all, "piece"),
        (listed, all) => format!("{listed} of {}", words::count(all, "piece")),
    };
    let mut options = vec![(String::new(), "All".to_owned())];
    options.extend(kind_options());
    options.extend([NOT_USED, OLD].map(|name| (name.to_owned(), name.to_owned())));
    let ticked = Signal::derive(move || {
        let subjects = workspace.track_any(|open| {
            let id = picking.get()?;
            let subjects = open.assessment.evidence.subjects(&id);
            Some(subjects.cloned().collect::<Vec<_>>())
        });
        subjects.flatten().unwrap_or_default()
    });
    let tick = Callback::new(move |(subject, cited)| {
        if let Some(evidence) = picking.get_untracked() {
            workspace.apply(Edit::Evidence(EvidenceEdit::Cite {
                evidence,
                subject,
                cited,
            }));
        }
    });
    let attach = Callback::new(move |id| picking.set(Some(id)));
    let open_picture = Callback::new(move |id| picture.set(Some(id)));
    view! {
        <div class="page">
            <WorkNav current=Some(WorkView::Evidence) process=None />
            <h1 tabindex="-1">"Evidence"</h1>
            <EvidenceForm subject=None />
            <section aria-label="Register" class="entry-list">
                <h2>"Register"</h2>
                <div class="entry-filters">
                    <label class="field">
                        <span class="field-name">"Search"</span>
                        <input type="search" on:input=move |event| search.set(event_target_value(&event)) />
                    </label>
                    <ChoiceField label="Show".to_owned() options value=filter commit=Callback::new(move |chosen| filter.set(chosen)) />
                    <AgeField />
                </div>
                <p class="hint" role="status">{count}</p>
                <ul class="entries"><For each=move || listed.get() key=Clone::clone let:id><EvidenceEntry id attach picture=open_picture /></For></ul>
            </section>
            <CoverageTable />
            <SubjectPicker title="What rests on it?".to_owned() shown=Signal::derive(move || picking.with(Option::is_some)) close=Callback::new(move |()| picking.set(None)) ticked tick />
            <EvidencePicture of=picture />
        </div>
    }
}

/// A piece of the register.
#[derive(Clone, PartialEq)]
struct Listed {
    id: EvidenceId,
    piece: Piece,
    used: bool,
    old: bool,
}

impl Listed {
    fn passes(&self, filter: &str) -> bool {
        match filter {
            "" => true,
            NOT_USED => !self.used,
            OLD => self.old,
            kind => evidence_words::kind(self.piece.kind) == kind,
        }
    }

    fn holds(&self, wanted: &str) -> bool {
        let Piece {
            title,
            place,
            role,
            by,
            ..
        } = &self.piece;
        lower_case(&format!("{title} {place} {role} {by}")).contains(wanted)
    }
}

/// After how many months evidence is old.
#[component]
fn AgeField() -> impl IntoView {
    let workspace = workspace();
    let value = Signal::derive(move || {
        let months = workspace
            .track(|open| open.assessment.evidence_age)
            .flatten();
        months.map_or_else(String::new, |months| months.to_string())
    });
    let commit = Callback::new(move |text: String| {
        let months = match text.parse::<u16>() {
            _ if text.is_empty() => None,
            Ok(months) if (1..=LONGEST_AGE).contains(&months) => Some(months),
            _ => {
                return Err(format!(
                    "Write whole months from 1 to {LONGEST_AGE}, or leave it empty."
                ));
            }
        };
        workspace.apply(Edit::SetEvidenceAge { months });
        Ok(())
    });
    view! { <TextField label="Evidence is old after so many months".to_owned() value commit keyboard="numeric" hint="Empty: it does not age." /> }
}
