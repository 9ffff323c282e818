//! Readiness for change: what stands in the way, and whose support it needs.

use crate::app::parts::inhibitor_wall::InhibitorWall;
use crate::app::parts::stakeholder_register::StakeholderRegister;
use leptos::prelude::*;

#[component]
pub fn Change() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Readiness for change"</h1>
        <p class="lead">"Plans seldom fail for want of ideas. They fail on what stands in the way, and on people who were not asked."</p>
        <InhibitorWall />
        <StakeholderRegister />
    }
}
