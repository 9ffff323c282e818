//! A text in which the terms of the glossary lead to their explanation.

use crate::app::route::Route;
use crate::domain::assessment_model::Term;
use crate::report::term_links::pieces;
use leptos::prelude::*;

/// The text with its terms as links. The meaning is told on hovering too.
pub fn linked_text(text: &str, glossary: &[Term]) -> AnyView {
    let parts = pieces(text, glossary).into_iter().map(|piece| {
        match piece.term.and_then(|index| glossary.get(index)) {
            Some(term) => {
                let address = Route::Glossary(Some(term.term.clone())).address();
                view! { <a class="term" href=address title=term.meaning.clone()>{piece.text.to_owned()}</a> }
                    .into_any()
            }
            None => piece.text.to_owned().into_any(),
        }
    });
    parts.collect_view().into_any()
}
