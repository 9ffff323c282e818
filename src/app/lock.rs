//! Locking files with a passphrase, by the browser's own cryptography: AES-GCM under a key that PBKDF2 makes slowly, so that
//! guessing is slow too.

use crate::exchange::locked::{self, Locked, NONCE, SALT};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CryptoKey, SubtleCrypto};

/// How often the passphrase is hashed: what OWASP advises for PBKDF2 with SHA-256 (600,000 in 2023).
const ITERATIONS: u32 = 600_000;

/// Whether this page may use the browser's cryptography. Pages that come over an open connection may not.
pub fn is_possible() -> bool {
    subtle().is_some()
}

/// A locked file with the content of another one.
///
/// # Errors
/// A sentence, where the browser cannot do it.
pub async fn lock(file: &Blob, passphrase: &str) -> Result<Blob, String> {
    let failed = |_: JsValue| "The browser could not lock the file. Nothing was saved.".to_owned();
    let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
    fill(&mut salt).map_err(failed)?;
    fill(&mut nonce).map_err(failed)?;
    let key = key(passphrase, &salt, ITERATIONS, "encrypt")
        .await
        .map_err(failed)?;
    let bytes = wait(file.array_buffer()).await.map_err(failed)?;
    let data = seal(
        &key,
        &nonce,
        &Uint8Array::new(&bytes),
        SubtleCrypto::encrypt_with_object_and_js_u8_array,
    )
    .await
    .map_err(failed)?;
    let text = locked::write(&Locked {
        iterations: ITERATIONS,
        salt,
        nonce,
        data,
    });
    super::browser::text_blob("application/json", &text).ok_or_else(|| failed(JsValue::NULL))
}

/// What is inside a locked file.
///
/// # Errors
/// A sentence, where it is damaged or the passphrase does not fit.
pub async fn unlock(text: &str, passphrase: &str) -> Result<Blob, String> {
    let failed = |_: JsValue| {
        "The passphrase does not fit, or the file was changed since it was locked.".to_owned()
    };
    let file = locked::read(text)?;
    let key = key(passphrase, &file.salt, file.iterations, "decrypt")
        .await
        .map_err(failed)?;
    let data = Uint8Array::from(&file.data[..]);
    let bytes = seal(
        &key,
        &file.nonce,
        &data,
        SubtleCrypto::decrypt_with_object_and_js_u8_array,
    )
    .await
    .map_err(failed)?;
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&bytes[..]))).map_err(failed)
}

async fn key(
    passphrase: &str,
    salt: &[u8],
    iterations: u32,
    use_for: &str,
) -> Result<CryptoKey, JsValue> {
    let subtle = subtle().ok_or(JsValue::NULL)?;
    let raw = Uint8Array::from(passphrase.as_bytes());
    let uses = Array::of1(&"deriveKey".into());
    let imported = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &uses)?;
    let base: CryptoKey = wait(imported).await?.unchecked_into();
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", iterations.into()),
    ])?;
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let uses = Array::of1(&use_for.into());
    let derived = subtle.derive_key_with_object_and_object(&how, &base, &wanted, false, &uses)?;
    Ok(wait(derived).await?.unchecked_into())
}

/// One way or the other.
type Turn = fn(&SubtleCrypto, &Object, &CryptoKey, &Uint8Array) -> Result<Promise, JsValue>;

async fn seal(
    key: &CryptoKey,
    nonce: &[u8],
    data: &Uint8Array,
    turn: Turn,
) -> Result<Vec<u8>, JsValue> {
    let subtle = subtle().ok_or(JsValue::NULL)?;
    let how = object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
    ])?;
    let bytes = wait(turn(&subtle, &how, key, data)?).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

fn fill(bytes: &mut [u8]) -> Result<(), JsValue> {
    let crypto = web_sys::window().ok_or(JsValue::NULL)?.crypto()?;
    crypto.get_random_values_with_u8_array(bytes).map(|_| ())
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let found = Reflect::get(&crypto, &"subtle".into()).ok()?;
    found.dyn_into().ok()
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

async fn wait(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}
