//! The list of keys.

use super::dialog::Dialog;
use crate::app::keys;
use leptos::prelude::*;

#[component]
pub fn KeyHelp(shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog title="Keys on the Rate page" shown close=Callback::new(move |()| shown.set(false))>
            <table class="keys">
                <thead><tr><th scope="col">"Key"</th><th scope="col">"What it does"</th></tr></thead>
                <tbody>
                    {keys::HELP.iter().map(|line| view! {
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
