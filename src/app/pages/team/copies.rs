//! Copies: files that others worked on, joined with this one.

use crate::app::parts::join_files::JoinFiles;
use crate::app::parts::rater_name::NameField;
use crate::app::parts::team_nav::TeamNav;
use crate::app::route::Route;
use crate::app::team_view::TeamView;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn Copies() -> impl IntoView {
    let workspace = workspace();
    let id = workspace.with(|open| open.id.clone());
    let address = |route: fn(crate::domain::id::AssessmentId) -> Route| {
        id.clone().map(|id| route(id).address())
    };
    let share = address(Route::Share);
    let agree = address(|id| Route::Team(id, TeamView::Agree));
    let id = StoredValue::new(id);
    let hand_out = move |_| {
        if let Some(id) = id.get_value() {
            workspace.call_later(move |on_call| (on_call.export)(workspace, id));
        }
    };
    view! {
        <div class="page copies">
            <TeamNav current=TeamView::Copies />
            <h1 tabindex="-1">"Copies"</h1>
            <p class="lead">"Several people can rate one assessment, each on their own machine. No server is needed: files go round."</p>
            <ol class="copy-steps">
                <li>
                    <h2>"1. Hand out a copy"</h2>
                    <p>"Say who you are, then give the file to each person. If nobody is to be led by others, "<a href=agree>"rate blind"</a>" before you hand it out."</p>
                    <NameField />
                    <div class="buttons">
                        <button type="button" on:click=hand_out>"Download a copy"</button>
                        <a href=share>"With a passphrase, or without names\u{2026}"</a>
                    </div>
                    <p class="hint">"A file without names is for showing. It cannot be joined again."</p>
                </li>
                <li>
                    <h2>"2. Each works alone"</h2>
                    <p>"Each person imports the file on the page Assessments, says who they are here or on Rate, and rates, notes and adds evidence. Then they download their copy on this page and send it back."</p>
                    <p class="hint">"Everybody needs a name of their own. Two people under one name cannot be told apart afterwards."</p>
                </li>
                <li>
                    <h2>"3. Join the files here"</h2>
                    <p>"Pick one file or several. You see first what each would bring; nothing happens before you join them."</p>
                    <JoinFiles />
                </li>
            </ol>
        </div>
    }
}
