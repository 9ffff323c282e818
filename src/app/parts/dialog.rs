//! A dialog: the browser's own, so that focus and Escape work as people know them.

use leptos::html;
use leptos::prelude::*;

/// Shows its children while `shown` is true. Escape and the close button ask to `close`.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] shown: Signal<bool>,
    close: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let node: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if shown.get() && !dialog.open() {
            let _ = dialog.show_modal(); // fails only where it is open already
        } else if !shown.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog node_ref=node aria-label=move || title.get() on:close=move |_| {
            // The word of an earlier closing may come when it is open again.
            let open = node.get_untracked().is_some_and(|dialog| dialog.open());
            if shown.get_untracked() && !open { close.run(()) }
        }>
            <div class="dialog-head">
                <h2>{move || title.get()}</h2>
                <button type="button" class="quiet" aria-label="Close" on:click=move |_| close.run(())>"\u{d7}"</button>
            </div>
            // Made anew each time, so that fields start from what is true now.
            <Show when=move || shown.get()>{move || children.with_value(|children| children())}</Show>
        </dialog>
    }
}
