//! Hands answers back: as a link or as a file.

use super::link_to_copy::LinkToCopy;
use crate::app::browser::{download_text, file_name, focus, page_address, today};
use crate::app::pages::respond::{Answering, Kept};
use crate::app::route::Route;
use crate::app::workspace::workspace;
use crate::exchange::response_file::{RESPONSE_ENDING, Respondent, SentResponse};
use leptos::prelude::*;

#[component]
pub fn HandBack(answering: Answering) -> impl IntoView {
    let workspace = workspace();
    let named = answering.sent.with_value(|sent| sent.content.named);
    let ready = RwSignal::new(false);
    let name = move || answering.kept.with(|kept| kept.name.clone());
    let link = Signal::derive(move || {
        let data = response(answering).link();
        format!("{}{}", page_address(), Route::Response(data).address())
    });
    let save = move |_| {
        let sent = response(answering);
        let title = answering.sent.with_value(|sent| sent.content.title.clone());
        let who = if sent.name.is_empty() {
            sent.response.to_string()
        } else {
            sent.name.clone()
        };
        let name = file_name(&format!("{title} {who}"), RESPONSE_ENDING);
        download_text(&name, "application/json", &sent.file());
    };
    let rename = move |event| {
        let text = event_target_value(&event);
        answering.keep(workspace, |kept| text.trim().clone_into(&mut kept.name));
    };
    // Asked first, as nothing may bring the answers back for the next person.
    let asking = RwSignal::new(false);
    let anew = move |_| {
        answering.begin_anew(workspace);
        asking.set(false);
        ready.set(false);
        workspace.say("The answers are cleared. The next person can begin.");
        focus("#main h1");
    };
    let open = move || {
        answering
            .kept
            .with(|kept| match kept.said.len() - kept.answered() {
                0 => "Every question is answered.".to_owned(),
                1 => "1 question is not answered. That is all right; it counts for nothing."
                    .to_owned(),
                open => format!(
                    "{open} questions are not answered. That is all right; they count for nothing."
                ),
            })
    };
    view! {
        <section class="hand-back" aria-labelledby="hand-back">
            <h2 id="hand-back">"Hand back"</h2>
            <p>{open}</p>
            {named.then(|| view! {
                <label>
                    <span class="field-name">"Your name"</span>
                    <input type="text" maxlength="80" autocomplete="name" prop:value=name on:change=rename />
                </label>
            })}
            {move || (named && name().trim().is_empty()).then(|| view! { <p class="hint">"You have not given your name. The answers can go without one."</p> })}
            {(!named).then(|| view! { <p class="hint">"No name is asked for, and none goes along."</p> })}
            <Show when=move || ready.get() fallback=move || view! {
                <button type="button" class="primary" disabled=move || answering.kept.with(Kept::answered) == 0 on:click=move |_| ready.set(true)>"Hand back\u{2026}"</button>
            }>
                <p>"Send one of these to the person who gave you the questionnaire. Both hold the same. If you change an answer later, hand back once more: the new answers come in place of the old."</p>
                <LinkToCopy label="Link with your answers" link />
                <div class="buttons">
                    <button type="button" on:click=save>"Save as a file"</button>
                    <button type="button" class="quiet danger" aria-expanded=move || asking.get().to_string() on:click=move |_| asking.update(|asking| *asking = !*asking)>"Clear, for another person on this machine\u{2026}"</button>
                </div>
                {move || asking.get().then(|| view! {
                    <p class="problem">"Your answers are gone from this machine then, and nothing brings them back. Hand them back first."</p>
                    <div class="buttons">
                        <button type="button" class="danger" on:click=anew>"Clear all answers"</button>
                        <button type="button" on:click=move |_| asking.set(false)>"Keep them"</button>
                    </div>
                })}
            </Show>
        </section>
    }
}

fn response(answering: Answering) -> SentResponse {
    let kept = answering.kept.get();
    let respondent = Respondent {
        response: kept.response,
        name: kept.name,
        day: today(),
    };
    answering.sent.with_value(|sent| {
        let model = answering.model.with_value(Clone::clone);
        SentResponse::new(sent, &model, respondent, &kept.said)
    })
}
