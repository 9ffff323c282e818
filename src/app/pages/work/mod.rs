//! What is rated, in the views beside the questions: one view a file.

mod evidence;
mod findings;
mod instances;
mod workshop;

use crate::app::work_view::WorkView;
use leptos::prelude::*;

#[component]
pub fn Work(view: WorkView) -> impl IntoView {
    match view {
        WorkView::Workshop => view! { <workshop::Workshop /> }.into_any(),
        WorkView::Instances => view! { <instances::Instances /> }.into_any(),
        WorkView::Findings => view! { <findings::Findings /> }.into_any(),
        WorkView::Evidence => view! { <evidence::Evidence /> }.into_any(),
    }
}
