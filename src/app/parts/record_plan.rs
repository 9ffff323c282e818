//! The texts of the assessment plan.

use super::record_part::{PartSection, RecordPart, RecordText};
use crate::domain::record_edit::RecordField;
use leptos::prelude::*;

#[component]
pub fn RecordPlan() -> impl IntoView {
    let texts = RecordField::ALL
        .into_iter()
        .filter(|field| !field.is_input());
    view! {
        <PartSection part=RecordPart::Plan clause="4.2.1">
            <p class="hint">"Input, class and independence (4.2.1 a to c) are told above. The rest of the plan:"</p>
            <div class="fields">{texts.map(|field| view! { <RecordText field /> }).collect_view()}</div>
        </PartSection>
    }
}
