//! Charts are the same text in every build.

use crate::support::pictures;
use crate::support::trend_pictures;

/// Written to the target folder, to look at after a change of the look.
#[test]
fn charts_are_as_they_were() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures.html");
    std::fs::write(&file, pictures::pictures()).expect("the target folder can be written");
    assert_eq!(
        pictures::drawn(),
        pictures::FINGERPRINT,
        "see {}",
        file.display()
    );
}

/// Written to the target folder like the others.
#[test]
fn trends_are_as_they_were() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("trends.html");
    std::fs::write(&file, trend_pictures::pictures()).expect("the target folder can be written");
    assert_eq!(
        trend_pictures::drawn(),
        trend_pictures::FINGERPRINT,
        "see {}",
        file.display()
    );
}
