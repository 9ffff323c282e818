//! A piece of evidence in a line: what it is, where it is, of when and from whom.

use crate::domain::evidence::Evidence;
use crate::report::evidence_words;
use leptos::prelude::*;

#[component]
pub fn EvidenceLine(piece: Evidence) -> impl IntoView {
    let place = match evidence_words::link(&piece.place) {
        Some(address) => view! { " "<a href=address.to_owned() rel="noreferrer" target="_blank">{address.to_owned()}</a> }.into_any(),
        None if piece.place.is_empty() => ().into_any(),
        None => view! { " "<span class="hint">{piece.place.clone()}</span> }.into_any(),
    };
    view! {
        <span class="mark">{evidence_words::kind(piece.kind)}</span>" "{piece.title}
        {place}
        {piece.date.map(|day| view! { " "<span class="hint">{format!("of {day}")}</span> })}
        {(!piece.role.is_empty()).then(|| view! { " "<span class="hint">{format!("from the {}", piece.role)}</span> })}
    }
}
