//! The name under which one rates: shown, changed, and asked for before ratings of several people could be mixed up.

use super::fields::{Commit, TextField};
use crate::app::open::Open;
use crate::app::workspace::workspace;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A card with the name and a field that changes it.
#[component]
pub fn RaterName() -> impl IntoView {
    view! {
        <section class="agree-card" aria-labelledby="rater">
            <h2 id="rater">"You rate as"</h2>
            <NameField />
            <p class="hint">"Each rating belongs to the name under which it was made. Two people need two names."</p>
        </section>
    }
}

/// On the questions: whose ratings these are, where there are several people or ratings are blind.
#[component]
pub fn RaterLine() -> impl IntoView {
    let workspace = workspace();
    let changing = RwSignal::new(false);
    // Only when one of these changes is the line made anew, so a field that is being filled in stays.
    let shown = Memo::new(move |_| {
        workspace.track(|open| {
            let author = workspace.author();
            let unnamed = !workspace.is_named() && !open.assessment.sample;
            let others = people(open).into_iter().any(|name| name != author);
            let rated_by = raters(&open.assessment, &author);
            (
                author,
                open.assessment.blind,
                unnamed && (!rated_by.is_empty() || open.assessment.blind),
                others,
            )
        })
    });
    move || {
        let (author, blind, ask, others) = shown.get()?;
        (blind || ask || others).then(|| {
            let line = match ask {
                true => "Other people rate here too. Say who you are before you rate, so that your ratings stay apart from theirs.".to_owned(),
                false => format!("You rate as {author}."),
            };
            view! {
                <div class="rater-line" class:asked=ask>
                    <p>
                        {blind.then(|| view! { <span class="mark">"Blind"</span>" You see your own ratings only. " })}
                        {line}" "
                        {(!ask).then(|| view! {
                            <button type="button" class="quiet" aria-expanded=move || changing.get().to_string() on:click=move |_| changing.update(|changing| *changing = !*changing)>"Change the name"</button>
                        })}
                    </p>
                    {move || (ask || changing.get()).then(|| view! { <NameField /> })}
                </div>
            }
        })
    }
}

/// One of the team, or any other name.
#[component]
pub fn NameField() -> impl IntoView {
    let workspace = workspace();
    let value = Signal::derive(move || {
        workspace.track(|_| ());
        workspace.author()
    });
    let commit: Commit = Callback::new(move |name: String| {
        if name.is_empty() {
            return Err(
                "A name is needed, or a role such as \u{201c}Lead assessor\u{201d}.".to_owned(),
            );
        }
        workspace.set_author(&name);
        Ok(())
    });
    let names = move || {
        let names = workspace.track(people).unwrap_or_default();
        names
            .into_iter()
            .map(|name| view! { <option value=name></option> })
            .collect_view()
    };
    let unnamed = move || {
        workspace.track(|_| ());
        let hint = format!(
            "Until you say who you are, {} stands for you.",
            workspace.author()
        );
        (!workspace.is_named()).then(|| view! { <p class="hint">{hint}</p> })
    };
    view! {
        <TextField label="Your name or role" value commit list="raters" />
        {unnamed}
        <datalist id="raters">{names}</datalist>
    }
}

/// The assessment team and all who rated or noted anything, by name.
pub fn people(open: &Open) -> BTreeSet<String> {
    let members = open.assessment.record.members.values();
    let members = members.map(|member| member.name.as_str());
    let all: BTreeSet<&str> = members.chain(raters(&open.assessment, "")).collect();
    let named = all.into_iter().filter(|name| !name.trim().is_empty());
    named.map(str::to_owned).collect()
}

/// Who rated anything, but for one.
fn raters<'a>(assessment: &'a Assessment, but: &str) -> BTreeSet<&'a str> {
    let judged = assessment
        .changes()
        .iter()
        .filter(|change| matches!(change.edit, Edit::Judge { .. }) && change.author != but);
    judged.map(|change| change.author.as_str()).collect()
}
