//! What the pages ask of the browser: time, ids, files, focus.

use crate::domain::date::Date;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, HtmlInputElement, Response,
    ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};

/// Now, ISO 8601 in UTC.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Today where the person is. None where the clock is out of range.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Date::new(year, month, u8::try_from(now.get_date()).ok()?)
}

/// A moment as people here write it; the text itself where it is none.
pub fn local_time(iso: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(iso));
    // Browsers read a year out of any text.
    let is_iso = iso.len() >= 10
        && iso
            .bytes()
            .take(10)
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !is_iso || date.get_time().is_nan() {
        return iso.to_owned();
    }
    let day = |date: &js_sys::Date| date.to_date_string();
    if day(&date) == day(&js_sys::Date::new_0()) {
        date.to_locale_time_string("en-GB").into()
    } else {
        date.to_locale_date_string("en-GB", &JsValue::UNDEFINED)
            .into()
    }
}

/// A random id of 16 hexadecimal digits.
pub fn random_id() -> String {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Only ids need this, no secrets: the clock and Math.random are good enough.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A random id that sorts by the time at which it was made, so that what people list stays in the order in which they wrote it.
pub fn timed_id() -> String {
    let milliseconds = js_sys::Date::now() as u64;
    let random: String = random_id().chars().take(8).collect();
    format!("{milliseconds:011x}{random}")
}

/// Fetches texts side by side. Each is the text, or a sentence that says why there is none.
pub async fn fetch_texts(paths: Vec<String>) -> Vec<(String, Result<String, String>)> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let requests: Vec<_> = paths
        .into_iter()
        .map(|path| (window.fetch_with_str(&path), path))
        .collect();
    let mut texts = Vec::new();
    for (request, path) in requests {
        let text = text_of(request, &path).await;
        texts.push((path, text));
    }
    texts
}

async fn text_of(request: js_sys::Promise, path: &str) -> Result<String, String> {
    let lost = |_| {
        format!("{path} could not be loaded. Check that the whole folder of Plumbline is there.")
    };
    let response: Response = JsFuture::from(request)
        .await
        .map_err(lost)?
        .unchecked_into();
    if !response.ok() {
        return Err(format!(
            "{path} could not be loaded: the server answered {}.",
            response.status()
        ));
    }
    let text = JsFuture::from(response.text().map_err(lost)?)
        .await
        .map_err(lost)?;
    Ok(text.as_string().unwrap_or_default())
}

const MEGABYTE: f64 = 1_000_000.0;

/// A larger file would freeze the page while it is read, and could not be kept.
const MOST_BYTES: f64 = 20.0 * MEGABYTE;

/// The text of a file that a person picked.
pub async fn file_text(file: &web_sys::File) -> Result<String, String> {
    if file.size() > MOST_BYTES {
        return Err(format!(
            "{} has {} MB. Files of up to {} MB can be opened.",
            file.name(),
            (file.size() / MEGABYTE) as u32,
            (MOST_BYTES / MEGABYTE) as u32
        ));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| format!("{} could not be read.", file.name()))?;
    String::from_utf8(js_sys::Uint8Array::new(&buffer).to_vec()).map_err(|_| {
        format!(
            "{} is not a text file in UTF-8. If it is a backup, open it under Backup.",
            file.name()
        )
    })
}

/// The first bytes of a file in memory as text.
///
/// # Errors
/// A sentence, where it cannot be read.
pub async fn blob_text(blob: &Blob, bytes: f64) -> Result<String, String> {
    let lost = |_| "The file could not be read. It may have been moved or changed.".to_owned();
    let start = blob.slice_with_f64_and_f64(0.0, bytes).map_err(lost)?;
    let text = JsFuture::from(start.text()).await.map_err(lost)?;
    Ok(text.as_string().unwrap_or_default())
}

/// Hands a text to the person as a file.
pub fn download_text(name: &str, kind: &str, text: &str) {
    if let Some(blob) = text_blob(kind, text) {
        download_blob(name, &blob);
    }
}

/// Puts a text on the clipboard. False where the browser does not let a page do that.
pub async fn copy_text(text: &str) -> bool {
    let begin = || {
        let navigator = web_sys::window()?.navigator();
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let write = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?;
        let begun = write.dyn_into::<js_sys::Function>().ok()?;
        let begun = begun.call1(&clipboard, &text.into()).ok()?;
        begun.dyn_into::<js_sys::Promise>().ok()
    };
    match begin() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// The address of this page without the part after `#`.
pub fn page_address() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split('#').next();
    page.unwrap_or_default().to_owned()
}

/// A text as a file in memory.
pub fn text_blob(kind: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from_str(text)), &options)
        .ok()
}

/// Hands a file in memory to the person.
pub fn download_blob(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Some(link) = element::<HtmlAnchorElement>("a") {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = Url::revoke_object_url(&url); // nothing to do where it is gone already
}

/// A new element.
pub fn element<T: JsCast>(tag: &str) -> Option<T> {
    document().create_element(tag).ok()?.dyn_into().ok()
}

/// The text in small letters. The browser knows them: Rust's own table would have to be shipped.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// A name that every file system takes.
pub fn file_name(title: &str, ending: &str) -> String {
    let others = js_sys::RegExp::new(r"[^\p{Alphabetic}\p{N}]", "gu");
    let kept = js_sys::JsString::from(lower_case(title)).replace_by_pattern(&others, "-");
    let kept = String::from(kept);
    let name = kept.trim_matches('-');
    let name = match name {
        "" => "assessment",
        // Windows keeps these names for devices, whatever the ending.
        "con" | "prn" | "aux" | "nul" => "assessment-of-that-name",
        name => name,
    };
    format!("{}{ending}", name.chars().take(60).collect::<String>())
}

/// Moves the focus to the first element that fits, without scrolling more than needed.
pub fn focus(selector: &str) {
    if let Some(found) = document().query_selector(selector).ok().flatten() {
        let _ = found.unchecked_into::<HtmlElement>().focus(); // an element that takes no focus is no loss
    }
}

/// Writes a text back into the field that an event came from, where what a person typed is refused.
pub fn put_back(event: &web_sys::Event, text: &str) {
    if let Some(field) = event.target() {
        // What is typed into, one line or several, has a value of this name.
        field.unchecked_into::<HtmlInputElement>().set_value(text);
    }
}

/// Ticks the choice at a place again, or none, among those that an event came from, where what a person picked is not taken.
pub fn put_back_choice(event: &web_sys::Event, place: Option<usize>) {
    let picked = event.target();
    let picked = picked.and_then(|picked| picked.dyn_into::<HtmlInputElement>().ok());
    let group = picked.and_then(|picked| picked.closest("fieldset").ok().flatten());
    let Some(Ok(all)) = group.map(|group| group.query_selector_all("input")) else {
        return;
    };
    for at in 0..all.length() {
        if let Some(choice) = all.item(at) {
            let choice: HtmlInputElement = choice.unchecked_into();
            choice.set_checked(Some(at) == place.and_then(|place| u32::try_from(place).ok()));
        }
    }
}

/// Moves the focus to the first text field that fits, with its text selected, so that typing replaces it.
pub fn focus_text(selector: &str) {
    focus(selector);
    let found = document().query_selector(selector).ok().flatten();
    if let Some(field) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Scrolls the first element that fits into sight, no further than needed.
pub fn show(selector: &str) {
    if let Some(found) = document().query_selector(selector).ok().flatten() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        found.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Commits what is being typed, by taking the focus away from it.
pub fn commit_typing() {
    let active = document()
        .active_element()
        .and_then(|active| active.dyn_into::<HtmlElement>().ok());
    if let Some(active) = active.filter(is_text_field) {
        let _ = active.blur(); // an element that keeps the focus has nothing to commit
    }
}

/// Whether keys typed here are text.
pub fn is_text_field(element: &HtmlElement) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "file")
        }
        _ => element.is_content_editable(),
    }
}

/// Width of the window in CSS pixels.
pub fn window_width() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_width().ok()?.as_f64())
        .unwrap_or(1024.0)
}
