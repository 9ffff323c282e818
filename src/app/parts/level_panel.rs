//! The level of a process, how far it could still move, and why it is not higher.

use super::level_badge::LevelBadge;
use super::progress_bar::ProgressBar;
use super::ways_up::WaysUp;
use crate::app::workspace::workspace;
use crate::domain::explanation::explain;
use crate::domain::id::ProcessId;
use crate::domain::target::target_level;
use crate::report::words;
use leptos::prelude::*;

#[component]
pub fn LevelPanel(process: ProcessId) -> impl IntoView {
    let workspace = workspace();
    let id = process.clone();
    let shown = move || {
        let result = workspace.result(&id)?;
        workspace.with(|open| {
            let explanation = explain(&open.model, &open.assessment, &result);
            let rated = result.progress.rated > 0;
            let reason = if rated {
                words::reason(&open.model, &explanation)
            } else {
                "Once its questions are rated, the level stands here, with its reason.".to_owned()
            };
            let target = target_level(&open.model, &open.assessment, &result.process);
            view! {
                <div class="level-panel">
                    <LevelBadge level=result.level lowest=result.lowest highest=result.highest rated carried={result.progress.carried > 0} />
                    <div class="level-words">
                        <p class="level-name">
                            {if rated { words::level_name(&open.model, result.level) } else { "Not rated yet".to_owned() }}
                            " "<span class="level-target">{format!("Target {target}")}</span>
                        </p>
                        <p class="level-range">{words::range(&result).filter(|_| rated)}</p>
                        <p class="level-reason">{reason}</p>
                    </div>
                    <div class="level-progress">
                        <ProgressBar progress=result.progress />
                        <span>{words::progress(result.progress)}</span>
                    </div>
                </div>
            }
        })
    };
    view! {
        <section class="level" aria-label="Capability level">
            <div aria-live="polite">{shown}</div>
            <WaysUp process />
        </section>
    }
}
