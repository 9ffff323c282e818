//! The list of keys.

use super::dialog::Dialog;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::shell::Address;
use crate::app::work_view::WorkView;
use crate::app::{keys, plan_keys};
use leptos::prelude::*;

#[component]
pub fn KeyHelp(shown: RwSignal<bool>) -> impl IntoView {
    let Address(address) = expect_context();
    let of_actions = move || matches!(address.get(), Route::Plan(_, PlanView::Actions));
    let of_workshop = move || matches!(address.get(), Route::Work(_, WorkView::Workshop, _));
    let title = Signal::derive(move || {
        let title = match (of_actions(), of_workshop()) {
            (true, _) => "Keys for the actions",
            (_, true) => "Keys in the workshop",
            _ => "Keys on the Rate page",
        };
        title.to_owned()
    });
    let lines = move || match of_actions() {
        true => plan_keys::HELP.iter().collect(),
        false => keys::help(of_workshop()),
    };
    view! {
        <Dialog title shown close=Callback::new(move |()| shown.set(false))>
            <table class="keys">
                <thead><tr><th scope="col">"Key"</th><th scope="col">"What it does"</th></tr></thead>
                <tbody>
                    {move || lines().into_iter().map(|line| view! {
                        <tr>
                            <td>{line.keys.iter().map(|&key| view! { <kbd>{key}</kbd>" " }).collect_view()}</td>
                            <td>{line.does}</td>
                        </tr>
                    }).collect_view()}
                </tbody>
            </table>
        </Dialog>
    }
}
