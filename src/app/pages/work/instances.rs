//! Instances: a matrix of indicators by instances, rated in one pass.

use crate::app::parts::doubts::DoubtsOf;
use crate::app::parts::instance_weights::InstanceWeights;
use crate::app::parts::matrix_grid::MatrixGrid;
use crate::app::parts::process_choice::{ProcessChoice, process_at_hand};
use crate::app::parts::work_nav::WorkNav;
use crate::app::work_view::WorkView;
use crate::app::workspace::workspace;
use crate::report::matrix_table::matrix_table;
use leptos::prelude::*;

#[component]
pub fn Instances() -> impl IntoView {
    let workspace = workspace();
    let process = process_at_hand();
    let table = Memo::new(move |_| {
        let result = workspace.result(&process.get()?)?;
        let author = workspace.author();
        workspace.with(|open| matrix_table(&open.model, &open.assessment, &result, &author))
    });
    let shown = Memo::new(move |_| {
        let columns = table.with(|table| table.as_ref().map(|table| table.columns.len()));
        (process.get(), columns)
    });
    view! {
        <div class="page matrix-page">
            <WorkNav current=Some(WorkView::Instances) process />
            <h1 tabindex="-1">"Instances"</h1>
            <ProcessChoice view=WorkView::Instances process />
            {move || match shown.get() {
                (Some(_), Some(0)) => view! {
                    <p class="empty">"The rating method of this assessment rates each attribute once for the whole process, so there is nothing to rate by instance. The method is chosen in Set up."</p>
                }.into_any(),
                (Some(process), Some(_)) => view! {
                    <DoubtsOf process=process.clone() />
                    <MatrixGrid process=process.clone() table />
                    <InstanceWeights process table />
                }.into_any(),
                _ => view! { <p class="empty">"No process is in scope. Choose some in Set up."</p> }.into_any(),
            }}
        </div>
    }
}
