//! Makes a questionnaire: who is asked about what.

use crate::app::browser::timed_id;
use crate::app::workspace::workspace;
use crate::domain::edit::Edit;
use crate::domain::id::{ProcessId, QuestionnaireId, RoleId};
use crate::domain::questionnaire::questions;
use crate::domain::survey::{Questionnaire, SurveyEdit};
use crate::report::words::{count, process};
use leptos::ev;
use leptos::prelude::*;

#[component]
pub fn QuestionnaireForm() -> impl IntoView {
    let workspace = workspace();
    let title = RwSignal::new(String::new());
    let role = RwSignal::new(None::<RoleId>);
    let named = RwSignal::new(false);
    let scope = Memo::new(move |_| workspace.track(|open| open.scope()).unwrap_or_default());
    let left_out = RwSignal::new(Vec::<ProcessId>::new());
    let highest = Memo::new(move |_| {
        workspace
            .track(|open| open.assessment.highest_level.max(1))
            .unwrap_or(1)
    });
    let wanted = RwSignal::new(None::<u8>);
    let level = move || {
        wanted
            .get()
            .unwrap_or_else(|| highest.get())
            .min(highest.get())
    };
    let content = move || {
        let processes = scope.get().into_iter();
        Questionnaire {
            title: title.get().trim().to_owned(),
            role: role.get(),
            processes: processes
                .filter(|id| left_out.with(|left_out| !left_out.contains(id)))
                .collect(),
            level: level(),
            named: named.get(),
        }
    };
    let asked = Memo::new(move |_| {
        let content = content();
        workspace
            .track(|open| questions(&open.model, &content).len())
            .unwrap_or(0)
    });
    let make = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let made = workspace.apply(Edit::Survey(SurveyEdit::SetQuestionnaire {
            questionnaire: QuestionnaireId::new(timed_id()),
            content: Some(untrack(content)),
        }));
        if made {
            title.set(String::new());
        }
    };
    let roles = move || {
        let roles = workspace.track(|open| open.model.assessment.roles.clone());
        let roles = roles.unwrap_or_default().into_iter().map(|found| {
            let (id, this) = (found.id.clone(), found.id);
            view! {
                <label class="option">
                    <input type="radio" name="role" prop:checked=move || role.get().as_ref() == Some(&this) on:change=move |_| role.set(Some(id.clone())) />
                    <span><strong>{found.title}</strong><br/>{found.meaning}</span>
                </label>
            }
        });
        roles.collect_view()
    };
    let levels = move || {
        (1..=highest.get()).map(|this| view! {
            <option value=this.to_string() selected=move || level() == this>{if this == 1 { "Level 1".to_owned() } else { format!("Levels 1 to {this}") }}</option>
        }).collect_view()
    };
    let processes = move || {
        scope
            .get()
            .into_iter()
            .map(|id| {
                let name = workspace
                    .with(|open| process(&open.model, &id))
                    .unwrap_or_default();
                let id = StoredValue::new(id);
                let is_in =
                    move || left_out.with(|left_out| id.with_value(|id| !left_out.contains(id)));
                view! {
                    <label class="check">
                        <input type="checkbox" prop:checked=is_in on:change=move |event| {
                            let wanted = event_target_checked(&event);
                            left_out.update(|left_out| {
                                left_out.retain(|found| *found != id.get_value());
                                if !wanted {
                                    left_out.push(id.get_value());
                                }
                            });
                        } />
                        {name}
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <details class="questionnaire-form">
            <summary>"Make a questionnaire"</summary>
            <form on:submit=make>
                <div class="fields">
                    <label>
                        <span class="field-name">"Title that participants see"</span>
                        <input type="text" required maxlength="120" autocomplete="off" prop:value=move || title.get() on:input=move |event| title.set(event_target_value(&event)) />
                    </label>
                    <label>
                        <span class="field-name">"How far up"</span>
                        <select on:change=move |event| wanted.set(event_target_value(&event).parse().ok())>{levels}</select>
                    </label>
                </div>
                <fieldset class="options">
                    <legend>"Who answers"</legend>
                    {roles}
                    <label class="option">
                        <input type="radio" name="role" prop:checked=move || role.with(Option::is_none) on:change=move |_| role.set(None) />
                        <span><strong>"Everybody"</strong><br/>"All questions, whatever the role."</span>
                    </label>
                </fieldset>
                <fieldset class="process-checks">
                    <legend>"Processes"</legend>
                    {processes}
                </fieldset>
                <label class="check">
                    <input type="checkbox" prop:checked=move || named.get() on:change=move |event| named.set(event_target_checked(&event)) />
                    "Ask for a name"
                </label>
                <p role="status">{move || match asked.get() {
                    0 => "This asks nothing. Choose another role or more processes.".to_owned(),
                    asked => format!("{} each.", count(asked, "question")),
                }}</p>
                <button type="submit" class="primary" disabled=move || asked.get() == 0>"Make the questionnaire"</button>
            </form>
        </details>
    }
}
