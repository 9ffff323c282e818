//! Share: the assessment as a file for others, with names or without, locked or not.

use crate::app::browser::{download_blob, file_name, random_id, text_blob};
use crate::app::library::OWN;
use crate::app::parts::passphrase::{NewPassphrase, locked};
use crate::app::workspace::{Workspace, workspace};
use crate::domain::id::AssessmentId;
use crate::exchange::private::{Register, has_stakeholders};
use crate::exchange::{envelope, without_names};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Share() -> impl IntoView {
    let workspace = workspace();
    let nameless = RwSignal::new(false);
    let register = RwSignal::new(Register::LeftOut);
    let has_register =
        workspace.with(|open| has_stakeholders(open.assessment.changes())) == Some(true);
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let own_model = workspace.with(|open| {
        let model = &open.assessment.model;
        let library = workspace.library();
        let shelf = library.shelf(&model.id, &model.version);
        shelf.is_some_and(|shelf| shelf.file.starts_with(OWN))
    }) == Some(true);
    let hand_out = move |_| {
        let Some(id) = workspace.with(|open| open.id.clone()) else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            match shared(
                workspace,
                &id,
                nameless.get_untracked(),
                register.get_untracked(),
                &passphrase.get_untracked(),
            )
            .await
            {
                Ok((name, blob)) => download_blob(&name, &blob),
                Err(message) => workspace.say(message),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="page set-up share">
            <h1 tabindex="-1">"Share"</h1>
            <section aria-labelledby="what">
                <h2 id="what">"What the file holds"</h2>
                <fieldset class="choices-list">
                    <legend class="visually-hidden">"What the file holds"</legend>
                    <label><input type="radio" name="what" checked on:change=move |_| nameless.set(false) />" Everything. Whoever gets it can go on working, and the files can be joined again."</label>
                    <label><input type="radio" name="what" on:change=move |_| nameless.set(true) />" Without names. The same ratings and levels, but no people, notes, reasons, evidence, titles or times of day."</label>
                </fieldset>
                <p class="hint">{move || if nameless.get() {
                    "People become \"Person 1\" and so on. The names of processes stay, since they come from the model. It cannot be joined with the original again."
                } else {
                    "Names, notes and evidence are in it, as on your screen."
                }}</p>
                {has_register.then(|| view! {
                    <label class="choice-alone"><input type="checkbox" prop:checked=move || register.get() == Register::Included on:change=move |event| register.set(if event_target_checked(&event) { Register::Included } else { Register::LeftOut }) />" With the stakeholder register (private)"</label>
                })}
                {move || (nameless.get() && own_model).then(|| view! {
                    <p class="problem warning">"The model is one of your own. Its name and the names of its processes stay in the file, and may tell whose it is."</p>
                })}
            </section>
            <section aria-labelledby="lock">
                <h2 id="lock">"Who can open it"</h2>
                <NewPassphrase passphrase />
                <div class="buttons">
                    <button type="button" class="primary" disabled=move || busy.get() on:click=hand_out>"Download the file"</button>
                </div>
            </section>
        </div>
    }
}

async fn shared(
    workspace: Workspace,
    id: &AssessmentId,
    nameless: bool,
    register: Register,
    passphrase: &str,
) -> Result<(String, web_sys::Blob), String> {
    let found = workspace.file(id, register).await;
    let handed = found.map_err(|_| "This assessment cannot be read, so it cannot be shared.")?;
    let mut text = handed.text;
    let mut name = file_name(&handed.title, ".plumbline.json");
    if nameless {
        let file = envelope::read(&text).map_err(|error| error.to_string())?;
        let id = AssessmentId::new(random_id());
        text = envelope::text(&without_names::without_names(&file, &id)?);
        name = file_name(
            &format!("without-names-{}", &id.as_str()[..4]),
            ".plumbline.json",
        );
    }
    let blob =
        text_blob("application/json", &text).ok_or("There is not enough memory for the file.")?;
    Ok((name, locked(blob, passphrase).await?))
}
