//! The assessment input: sponsor, purpose, scope, class, independence and constraints.

use super::fields::TextArea;
use super::record_class::{ClassChoice, IndependenceFields};
use super::record_part::{PartSection, RecordPart, RecordText};
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::record_edit::RecordField;
use crate::report::scope_statement::{ScopeStatement, scope_statement};
use crate::report::words::{join, level_name};
use leptos::prelude::*;

#[component]
pub fn RecordInput() -> impl IntoView {
    view! {
        <PartSection part=RecordPart::Input clause="4.4">
            <h3>"Sponsor and purpose"</h3>
            <div class="fields">
                <RecordText field=RecordField::Sponsor />
                <RecordText field=RecordField::SponsorRelation />
                <Purpose />
                <RecordText field=RecordField::BusinessGoals />
            </div>
            <h3>"Scope"</h3>
            <Scope />
            <h3>"Scope statement"</h3>
            <div class="fields">
                <RecordText field=RecordField::Organisation />
                <RecordText field=RecordField::Services />
                <RecordText field=RecordField::Customers />
                <RecordText field=RecordField::Locations />
                <RecordText field=RecordField::Technology />
                <RecordText field=RecordField::Context />
            </div>
            <Statement />
            <h3 id="record-class" tabindex="-1">"Class "<span class="asked-by">"4.6"</span></h3>
            <ClassChoice />
            <h3 id="record-independence" tabindex="-1">"Independence "<span class="asked-by">"annex A"</span></h3>
            <IndependenceFields />
            <h3>"Constraints"</h3>
            <div class="fields">
                <RecordText field=RecordField::Availability />
                <RecordText field=RecordField::LongestTime />
                <RecordText field=RecordField::Excluded />
                <RecordText field=RecordField::AmountOfEvidence />
                <RecordText field=RecordField::Confidentiality />
                <RecordText field=RecordField::CompetenceCriteria />
                <RecordText field=RecordField::FurtherInformation />
            </div>
        </PartSection>
    }
}

#[component]
fn Purpose() -> impl IntoView {
    let workspace = workspace();
    let value = Signal::derive(move || {
        let purpose = workspace.track(|open| open.assessment.purpose.clone());
        purpose.unwrap_or_default()
    });
    let commit = Callback::new(move |purpose| {
        workspace.apply(Edit::SetPurpose { purpose });
        Ok(())
    });
    view! { <TextArea label="Purpose" value commit hint="Why, and what the result is for. The same as in Set up." id="record-purpose" /> }
}

/// What is chosen in Set up, as it is.
#[component]
fn Scope() -> impl IntoView {
    let workspace = workspace();
    let set_up = workspace.with(|open| Route::SetUp(open.id.clone()).address());
    let pairs = move || {
        workspace.track(|open| {
            let (assessment, model) = (&open.assessment, &open.model);
            let unit = match assessment.unit.trim() {
                "" => "not named yet".to_owned(),
                unit => unit.to_owned(),
            };
            let ids: Vec<String> = open.scope().iter().map(ToString::to_string).collect();
            let processes = match ids.len() {
                0 => "none yet".to_owned(),
                number => format!("{number}: {}", join(&ids)),
            };
            let method = model.framework.method(&assessment.method);
            let method = method.map_or_else(
                || assessment.method.to_string(),
                |found| format!("{} {}", found.id, found.title),
            );
            let file =
                |id, version: &str, title: &str| format!("{title} ({id}, version {version})");
            let used = [
                (&assessment.model, &model.assessment.header),
                (&assessment.framework, &model.framework.header),
            ]
            .map(|(used, header)| file(&used.id, &used.version, &header.title));
            let [assessment_model, framework] = used;
            [
                ("Organizational unit", unit),
                ("Processes", processes),
                ("Highest level", level_name(model, assessment.highest_level)),
                ("Assessment model", assessment_model),
                ("Measurement framework", framework),
                ("Rating method", method),
            ]
            .map(|(name, words)| view! { <dt>{name}</dt><dd>{words}</dd> })
        })
    };
    view! {
        <dl class="pairs">{pairs}</dl>
        <p class="hint">"These stand in "<a href=set_up>"Set up"</a>", and are changed there."</p>
    }
}

/// The scope statement as it becomes.
#[component]
fn Statement() -> impl IntoView {
    let workspace = workspace();
    let statement = Memo::new(move |_| workspace.track(|open| scope_statement(&open.assessment)));
    view! {
        <div role="status" class="statement">
            {move || statement.get().map(|statement| match statement {
                ScopeStatement::Whole(text) => view! { <blockquote>{text}</blockquote> }.into_any(),
                ScopeStatement::Needs(missing) => {
                    let missing: Vec<String> = missing.into_iter().map(str::to_owned).collect();
                    view! { <p class="hint">{format!("The statement appears here. It still needs {}.", join(&missing))}</p> }.into_any()
                }
            })}
        </div>
    }
}
