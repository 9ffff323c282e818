//! Rate: where people live. Processes on the left, the sheet in the middle, guidance on the right.

use crate::app::parts::process_choice::process_at_hand;
use crate::app::parts::process_list::{Filter, ProcessList};
use crate::app::parts::sheet::Sheet;
use crate::app::parts::work_nav::WorkNav;
use crate::app::route::Route;
use crate::app::workspace::workspace;
use leptos::prelude::*;

#[component]
pub fn Rate() -> impl IntoView {
    let process = process_at_hand();
    let search = RwSignal::new(String::new());
    let filter = RwSignal::new(Filter::All);
    view! {
        <div class="rate-nav"><WorkNav current=None process /></div>
        <div class="rate">
            <ProcessList current=process search filter />
            {move || match process.get() {
                Some(process) => view! { <Sheet process /> }.into_any(),
                None => view! { <Nothing /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let workspace = workspace();
    let address = workspace.with(|open| Route::SetUp(open.id.clone()).address());
    view! {
        <div class="page message">
            <h1 tabindex="-1">"No process is in scope"</h1>
            <p>"Choose the processes to assess, and their questions appear here."</p>
            <a class="button primary" href=address>"Go to Set up"</a>
        </div>
    }
}
