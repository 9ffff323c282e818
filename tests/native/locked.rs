//! The envelope of a locked file: what is written comes back, and what cannot be unlocked is told.

use plumbline::exchange::locked::{Locked, is_locked, read, write};

fn locked() -> Locked {
    Locked {
        iterations: 600_000,
        salt: std::array::from_fn(|place| place as u8 * 17),
        nonce: std::array::from_fn(|place| 255 - place as u8),
        data: (0..=255).collect(),
    }
}

fn with(text: &str, other: &str) -> String {
    let file = write(&locked());
    assert!(file.contains(text), "{text}");
    file.replacen(text, other, 1)
}

#[test]
fn what_is_written_comes_back() {
    let text = write(&locked());
    assert_eq!(read(&text), Ok(locked()));
    assert_eq!(read(&format!("\u{feff}{text}")), Ok(locked()));
    let fields: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(fields["format"], "plumbline-locked");
    assert_eq!(fields["format_version"], 1);
    assert_eq!(fields["kdf"], "PBKDF2-SHA-256");
    assert_eq!(fields["cipher"], "AES-GCM-256");
    assert_eq!(fields["iterations"], 600_000);
    assert_eq!(fields["salt"], "ABEiM0RVZneImaq7zN3u/w==");
    assert_eq!(fields["nonce"], "//79/Pv6+fj39vX0");
    // Written by another program, in another order.
    assert_eq!(read(&fields.to_string()), Ok(locked()));
}

#[test]
fn a_locked_file_is_known_before_it_is_read() {
    let text = write(&locked());
    for locked in [text.as_str(), &text[..60], &format!("\u{feff}\n{text}")] {
        assert!(is_locked(locked), "{locked}");
    }
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert!(is_locked(&value.to_string()), "fields in another order");
    for other in [
        "",
        "{}",
        "plumbline-locked",
        r#"{"format": "plumbline-assessment", "format_version": 1, "id": "plumbline-locked"}"#,
    ] {
        assert!(!is_locked(other), "{other}");
        assert_eq!(
            read(other),
            Err("This is not a locked file of Plumbline.".to_owned())
        );
    }
}

#[test]
fn what_cannot_be_unlocked_is_told() {
    let cases = [
        (
            "\"format_version\": 1",
            "\"format_version\": 2",
            "This locked file has format version 2; this Plumbline reads up to 1. Please use a newer Plumbline. The file was not changed.",
        ),
        (
            "PBKDF2-SHA-256",
            "Argon2id",
            "This file is locked with Argon2id and AES-GCM-256. This Plumbline only knows PBKDF2-SHA-256 and AES-GCM-256.",
        ),
        (
            "AES-GCM-256",
            "AES-CBC",
            "This file is locked with PBKDF2-SHA-256 and AES-CBC. This Plumbline only knows PBKDF2-SHA-256 and AES-GCM-256.",
        ),
        (
            "600000",
            "99999",
            "This locked file is damaged: it asks for 99999 iterations, and 100000 to 10000000 are sensible.",
        ),
        (
            "600000",
            "10000001",
            "This locked file is damaged: it asks for 10000001 iterations, and 100000 to 10000000 are sensible.",
        ),
        (
            "ABEiM0RVZneImaq7zN3u/w==",
            "ABEiM0RVZneImaq7zN3u",
            "This locked file is damaged: the salt has 15 bytes and must have 16.",
        ),
        (
            "//79/Pv6+fj39vX0",
            "//79/Pv6+fj39vX0AAAA",
            "This locked file is damaged: the nonce has 15 bytes and must have 12.",
        ),
        (
            "//79/Pv6+fj39vX0",
            "//79/Pv6+fj39vX*",
            "This locked file is damaged: the nonce cannot be read as base64.",
        ),
        (
            "\"data\": \"AAEC",
            "\"data\": \"A!EC",
            "This locked file is damaged: the data cannot be read as base64.",
        ),
        (
            "\"kdf\"",
            "\"key\"",
            "This locked file is damaged: missing field `kdf` at line 11 column 1.",
        ),
    ];
    for (text, other, sentence) in cases {
        assert_eq!(
            read(&with(text, other)),
            Err(sentence.to_owned()),
            "{other}"
        );
    }
    for (text, other) in [("600000", "100000"), ("600000", "10000000")] {
        assert!(read(&with(text, other)).is_ok(), "{other}");
    }
    let short = Locked {
        data: vec![0; 15],
        ..locked()
    };
    assert_eq!(
        read(&write(&short)),
        Err("This locked file is damaged: the data are too short.".to_owned())
    );
    let text = write(&locked());
    assert_eq!(
        read(&text[..200]),
        Err(
            "This locked file is damaged: EOF while parsing a string at line 8 column 30."
                .to_owned()
        )
    );
}
