//! Fields that are committed when they are left, and say beside them what cannot be read.

use crate::app::browser::random_id;
use crate::domain::date::Date;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// What reads a text and keeps it. An error is a sentence for the person, and nothing has changed then.
pub type Commit = Callback<String, Result<(), String>>;

/// A line of text.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    commit: Commit,
    #[prop(optional)] hint: &'static str,
    #[prop(optional, into)] placeholder: Signal<String>,
    /// The id of the list of suggestions.
    #[prop(optional)]
    list: &'static str,
    /// The keyboard that a phone shows: "decimal" or "numeric".
    #[prop(optional)]
    keyboard: &'static str,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let node: NodeRef<html::Input> = NodeRef::new();
    let told = random_id();
    let change = move |event| match commit.run(event_target_value(&event).trim().to_owned()) {
        Ok(()) => {
            problem.set(None);
            // As it is kept, which may not be as it was typed.
            if let Some(input) = node.get_untracked() {
                input.set_value(&value.get_untracked());
            }
        }
        Err(sentence) => problem.set(Some(sentence)),
    };
    view! {
        <div class="field">
            <label>
                <span class="field-name">{move || label.get()}</span>
                <input type="text" node_ref=node placeholder=move || placeholder.get() list=some(list) inputmode=some(keyboard) autocomplete="off"
                    aria-describedby=told.clone() aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    prop:value=move || value.get() on:change=change />
            </label>
            <Beside id=told problem hint />
        </div>
    }
}

/// Text of several lines.
#[component]
pub fn TextArea(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    commit: Commit,
    #[prop(optional, into)] hint: String,
    /// For what leads here.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let node: NodeRef<html::Textarea> = NodeRef::new();
    let told = random_id();
    let change = move |event| match commit.run(event_target_value(&event).trim().to_owned()) {
        Ok(()) => {
            problem.set(None);
            if let Some(area) = node.get_untracked() {
                area.set_value(&value.get_untracked());
            }
        }
        Err(sentence) => problem.set(Some(sentence)),
    };
    view! {
        <div class="field">
            <label>
                <span class="field-name">{move || label.get()}</span>
                <textarea rows="2" id=(!id.is_empty()).then_some(id) node_ref=node
                    aria-describedby=told.clone() aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    prop:value=move || value.get() on:change=change></textarea>
            </label>
            <Beside id=told problem hint />
        </div>
    }
}

/// A day. While it is being typed, days that cannot be are neither kept nor told.
#[component]
pub fn DateField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<Option<Date>>,
    commit: Callback<Option<Date>>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let told = random_id();
    let change = move |event| {
        if let Ok(date) = event_target_value(&event).parse() {
            problem.set(None);
            commit.run(Some(date));
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let text = input.value();
        problem.set(match text.parse::<Date>() {
            Ok(_) => None,
            Err(_) if text.is_empty() && input.check_validity() => {
                commit.run(None);
                None
            }
            Err(error) => Some(format!("This is no day that can be kept: {error}.")),
        });
    };
    view! {
        <div class="field">
            <label>
                <span class="field-name">{move || label.get()}</span>
                <input type="date" min="1900-01-01" max="2199-12-31" aria-describedby=told.clone() aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    prop:value=move || value.get().map_or_else(String::new, |date| date.to_string()) on:change=change on:blur=leave />
            </label>
            <Beside id=told problem hint="" />
        </div>
    }
}

/// A choice from a list of values with their words.
#[component]
pub fn ChoiceField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into)] value: Signal<String>,
    commit: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label>
                <span class="field-name">{move || label.get()}</span>
                <select on:change=move |event| commit.run(event_target_value(&event))>
                    {move || {
                        let chosen = value.get();
                        options.get().into_iter().map(|(name, words)| {
                            let selected = name == chosen;
                            view! { <option value=name selected=selected>{words}</option> }
                        }).collect_view()
                    }}
                </select>
            </label>
        </div>
    }
}

/// What stands under a field: a hint, and what is wrong with what was typed.
#[component]
fn Beside(
    id: String,
    problem: RwSignal<Option<String>>,
    #[prop(into)] hint: String,
) -> impl IntoView {
    view! {
        <div id=id>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <p class="field-problem" role="alert">{move || problem.get()}</p>
        </div>
    }
}

fn some(text: &'static str) -> Option<&'static str> {
    (!text.is_empty()).then_some(text)
}
