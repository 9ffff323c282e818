//! A capability level in a small box, with the range that unrated indicators leave open.

use leptos::prelude::*;

/// The level, or a dash where nothing is rated.
#[component]
pub fn LevelBadge(
    level: u8,
    lowest: u8,
    highest: u8,
    rated: bool,
    /// Whether any of the ratings that it rests on was carried over and not looked at since.
    carried: bool,
) -> impl IntoView {
    let open = lowest != highest;
    let marked = if carried {
        ", carried over in part"
    } else {
        ""
    };
    let spoken = match (rated, open) {
        (false, _) => "Not rated".to_owned(),
        (true, false) => format!("Level {level}{marked}"),
        (true, true) => format!("Level {level}, between {lowest} and {highest} in the end{marked}"),
    };
    view! {
        <span class="badge" class:unrated=!rated class:carried=carried data-level=level.to_string() role="img" aria-label=spoken.clone() title=spoken>
            <span class="badge-level">{if rated { level.to_string() } else { "\u{2013}".to_owned() }}</span>
            {(rated && open).then(|| view! { <span class="badge-range">{format!("{lowest}\u{2013}{highest}")}</span> })}
        </span>
    }
}
