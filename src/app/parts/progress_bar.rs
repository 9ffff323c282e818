//! How much is rated.

use crate::domain::result::Progress;
use crate::report::words;
use leptos::prelude::*;

/// A thin bar with its figures for those who cannot see it.
#[component]
pub fn ProgressBar(progress: Progress) -> impl IntoView {
    let words = words::progress(progress);
    view! { <progress class="progress" max="100" value=progress.percent() aria-label=words.clone() title=words></progress> }
}
