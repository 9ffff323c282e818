//! Charts are the same text in every build.

#[path = "support/pictures.rs"]
mod pictures;

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
