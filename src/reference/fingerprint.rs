//! A fingerprint of a file, so that an assessment can say exactly which model it was made over.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

/// Bytes as people write them.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}"); // writing to a String cannot fail
            hex
        })
}

#[cfg(test)]
mod tests {
    /// The test vector of FIPS 180-4 for `abc`.
    #[test]
    fn known_vector() {
        assert_eq!(
            super::fingerprint("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
