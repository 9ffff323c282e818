//! Makes a picture small enough to be kept: decoded by the browser, drawn smaller, and written anew as JPEG.

use super::browser::element;
use crate::domain::evidence::{EvidenceImage, ImageKind, LARGEST_IMAGE};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Larger files are not even decoded.
const MOST_BYTES: f64 = 20_000_000.0;

/// The longest side that is kept, in points. Screens of text are still read at this size.
const LONGEST_SIDE: f64 = 1600.0;

/// Smaller pictures show nothing any more.
const SHORTEST_SIDE: f64 = 100.0;

const QUALITY: f64 = 0.82;

const START: &str = "data:image/jpeg;base64,";

/// A picture that was made small, without the words that say what it shows.
#[derive(Clone, PartialEq)]
pub struct Small {
    pub image: EvidenceImage,
    pub width: u32,
    pub height: u32,
}

/// Reads a picture out of a file.
///
/// # Errors
/// A sentence, where it is no picture, or too large to be read.
pub async fn shrink(file: &web_sys::File) -> Result<Small, String> {
    let name = file.name();
    if !file.type_().starts_with("image/") {
        return Err(format!("{name} is no picture."));
    }
    if file.size() > MOST_BYTES {
        return Err(format!(
            "{name} has {} MB. Pictures of up to 20 MB can be read.",
            (file.size() / 1e6).ceil()
        ));
    }
    let unreadable = || format!("{name} cannot be read as a picture. It may be damaged.");
    let url = Url::create_object_url_with_blob(file).map_err(|_| unreadable())?;
    let decoded = decode(&url).await;
    let small = decoded.as_ref().and_then(draw_until_it_fits);
    let _ = Url::revoke_object_url(&url); // nothing to do where it is gone already
    small.ok_or_else(unreadable)
}

/// The bytes that so many letters of base64 stand for.
pub fn bytes_of(letters: usize) -> f64 {
    letters as f64 * 0.75
}

async fn decode(url: &str) -> Option<HtmlImageElement> {
    let image: HtmlImageElement = element("img")?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    Some(image)
}

fn draw_until_it_fits(image: &HtmlImageElement) -> Option<Small> {
    let (width, height) = (
        f64::from(image.natural_width()),
        f64::from(image.natural_height()),
    );
    let longest = width.max(height);
    if longest < 1.0 {
        return None;
    }
    let mut side = longest.min(LONGEST_SIDE);
    loop {
        let of = |length: f64| (length * side / longest).round().max(1.0);
        let (width, height) = (of(width), of(height));
        let data = draw(image, width, height)?;
        if data.len() <= LARGEST_IMAGE {
            let image = EvidenceImage {
                kind: ImageKind::Jpeg,
                data,
                shows: String::new(),
            };
            return Some(Small {
                image,
                width: width as u32,
                height: height as u32,
            });
        }
        side *= 0.8;
        if side < SHORTEST_SIDE {
            return None;
        }
    }
}

/// The picture at a size, in base64.
fn draw(image: &HtmlImageElement, width: f64, height: f64) -> Option<String> {
    let canvas: HtmlCanvasElement = element("canvas")?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // JPEG knows no see-through: what was see-through would be black.
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width, height);
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    let url = canvas
        .to_data_url_with_type_and_encoder_options("image/jpeg", &JsValue::from_f64(QUALITY))
        .ok()?;
    Some(url.strip_prefix(START)?.to_owned())
}
