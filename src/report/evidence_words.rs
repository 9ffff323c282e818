//! What the kinds of evidence are called, and what may be opened as a link.

use crate::domain::evidence::{EvidenceImage, EvidenceKind, ImageKind};

/// "Document".
pub fn kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "Document",
        EvidenceKind::Record => "Record",
        EvidenceKind::Testimony => "Testimony",
        EvidenceKind::Observation => "Observation",
    }
}

/// "1 document", "2 testimonies".
pub fn count(kind: EvidenceKind, number: usize) -> String {
    let (one, more) = match kind {
        EvidenceKind::Document => ("document", "documents"),
        EvidenceKind::Record => ("record", "records"),
        EvidenceKind::Testimony => ("testimony", "testimonies"),
        EvidenceKind::Observation => ("observation", "observations"),
    };
    format!("{number} {}", if number == 1 { one } else { more })
}

/// The kind that a word stands for.
pub fn kind_of(word: &str) -> Option<EvidenceKind> {
    let mut all = EvidenceKind::ALL.into_iter();
    all.find(|found| kind(*found) == word)
}

/// The place of a piece as an address that may be opened. None for anything but a page of the web: a folder, a shelf, a script.
pub fn link(place: &str) -> Option<&str> {
    let address = place.trim();
    let (scheme, rest) = address.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let plain = !rest.is_empty() && !address.contains(char::is_whitespace);
    (web && plain).then_some(address)
}

/// The address of a picture that is all in it.
pub fn image_address(image: &EvidenceImage) -> String {
    let kind = match image.kind {
        ImageKind::Png => "png",
        ImageKind::Jpeg => "jpeg",
        ImageKind::Webp => "webp",
    };
    format!("data:image/{kind};base64,{}", image.data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are_links() {
        let page = "https://wiki.example/incidents?id=7#top";
        assert_eq!(link(&format!(" {page} ")), Some(page));
        assert_eq!(link("HTTP://old.example"), Some("HTTP://old.example"));
        for place in [
            "",
            "Shelf 3",
            "https://",
            "javascript:alert(1)",
            "javascript://x.example/%0Aalert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "//x.example",
            "https://x.example and then some",
        ] {
            assert_eq!(link(place), None, "{place}");
        }
    }
}
