//! The list of keys.

use super::dialog::Dialog;
use crate::app::plan_view::PlanView;
use crate::app::route::Route;
use crate::app::shell::Address;
use crate::app::{keys, plan_keys};
use leptos::prelude::*;

#[component]
pub fn KeyHelp(shown: RwSignal<bool>) -> impl IntoView {
    let Address(address) = expect_context();
    let of_actions = move || matches!(address.get(), Route::Plan(_, PlanView::Actions));
    let title = Signal::derive(move || {
        if of_actions() {
            "Keys for the actions"
        } else {
            "Keys on the Rate page"
        }
        .to_owned()
    });
    let lines = move || -> &'static [keys::KeyHelp] {
        if of_actions() {
            &plan_keys::HELP
        } else {
            &keys::HELP
        }
    };
    view! {
        <Dialog title shown close=Callback::new(move |()| shown.set(false))>
            <table class="keys">
                <thead><tr><th scope="col">"Key"</th><th scope="col">"What it does"</th></tr></thead>
                <tbody>
                    {move || lines().iter().map(|line| view! {
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
