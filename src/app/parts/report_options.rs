//! What a report is to hold: its sections, names, and the assessment itself.

use crate::app::report_choice::ReportChoice;
use crate::report::assessment_report::Names;
use crate::report::report_section::ReportSection;
use leptos::prelude::*;

#[component]
pub fn ReportOptions(choice: ReportChoice) -> impl IntoView {
    let sections = ReportSection::ALL.map(|section| {
        let turn = move |event| {
            let wanted = event_target_checked(&event);
            choice.choose(|found| {
                found.sections.retain(|other| *other != section);
                if wanted {
                    found.sections.push(section);
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=move || choice.has(section) on:change=turn />
                <span>{section.title()}<span class="hint">{format!(" {}", section.holds())}</span></span>
            </label>
        }
    });
    let nameless = move || choice.wanted().names == Names::LeftOut;
    let with_data = move || choice.wanted().with_data;
    view! {
        <fieldset class="choices-list report-sections">
            <legend>"Sections"</legend>
            {sections.into_view()}
        </fieldset>
        <fieldset class="choices-list">
            <legend>"What goes along"</legend>
            <label>
                <input type="checkbox" prop:checked=nameless on:change=move |event| {
                    let left_out = event_target_checked(&event);
                    choice.choose(|found| found.names = if left_out { Names::LeftOut } else { Names::Told });
                } />
                <span>"Leave out people's names"<span class="hint">" And what people wrote, since names may be in it: titles, notes, findings, reasons, what evidence is called."</span></span>
            </label>
            <label>
                <input type="checkbox" prop:checked=with_data on:change=move |event| {
                    let with_data = event_target_checked(&event);
                    choice.choose(|found| found.with_data = with_data);
                } />
                <span>"Carry the assessment in the file"<span class="hint">" So that Plumbline can open the report again. The stakeholder register stays here."</span></span>
            </label>
        </fieldset>
    }
}
