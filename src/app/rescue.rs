//! What is shown when Plumbline breaks: the work is kept, and can be taken away as files.

use super::browser::{element, now, text_blob};
use super::keeper::Keeper;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::id::AssessmentId;
use crate::exchange::envelope;
use leptos::prelude::document;
use std::cell::RefCell;
use web_sys::{Element, HtmlAnchorElement, Url};

thread_local! {
    static KEEPER: RefCell<Option<Keeper>> = const { RefCell::new(None) };
}

/// Shows the rescue page whenever something panics from now on.
pub fn watch(keeper: Keeper) {
    KEEPER.with(|kept| kept.replace(Some(keeper)));
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show(&info.to_string());
    }));
}

fn show(what: &str) -> Option<()> {
    let body = document().body()?;
    let page: Element = element("main")?;
    page.set_class_name("rescue");
    page.append_child(&*text("h1", "Plumbline has stopped")?)
        .ok()?;
    let saved = "Your work up to the last click is saved. Reload the page to go on. \
                 If it stops again, download your assessments below and import them elsewhere.";
    page.append_child(&*text("p", saved)?).ok()?;
    let reload: HtmlAnchorElement = element("a")?;
    reload.set_href("?");
    reload.set_text_content(Some("Reload"));
    reload.set_class_name("button primary");
    page.append_child(&reload).ok()?;
    let list: Element = element("ul")?;
    for (name, content) in files() {
        let link: HtmlAnchorElement = element("a")?;
        link.set_href(
            &Url::create_object_url_with_blob(&text_blob("application/json", &content)?).ok()?,
        );
        link.set_download(&format!("{name}.plumbline.json"));
        link.set_text_content(Some(&format!("Download \"{name}\"")));
        let item: Element = element("li")?;
        item.append_child(&link).ok()?;
        list.append_child(&item).ok()?;
    }
    page.append_child(&list).ok()?;
    page.append_child(&*text("p", "For those who mend it:")?)
        .ok()?;
    page.append_child(&*text("pre", what)?).ok()?;
    body.set_text_content(None);
    body.append_child(&page).ok()?;
    Some(())
}

fn text(tag: &str, content: &str) -> Option<Element> {
    let made: Element = element(tag)?;
    made.set_text_content(Some(content));
    Some(made)
}

/// Every assessment as a file, made without folding it: the fold may be what broke.
fn files() -> Vec<(String, String)> {
    let Some(keeper) = KEEPER.with(|kept| kept.try_borrow().ok()?.clone()) else {
        return Vec::new();
    };
    // Nothing more can be done here where the store cannot be reached.
    let ids = keeper.assessments().unwrap_or_default();
    ids.into_iter()
        .filter_map(|id| {
            let changes = keeper.load(&id).ok()?.changes;
            Some((
                title(&id, &changes),
                envelope::write_changes(&id, &changes, &now())?,
            ))
        })
        .collect()
}

fn title(id: &AssessmentId, changes: &[Change]) -> String {
    let titles = changes
        .iter()
        .rev()
        .filter_map(|change| match &change.edit {
            Edit::SetTitle { title } => Some(title.clone()),
            _ => None,
        });
    titles.into_iter().next().unwrap_or_else(|| id.to_string())
}
