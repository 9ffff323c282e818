//! A folder of the person's choice, into which backups are written by themselves, where the browser can do so (File System
//! Access). A synchronised folder carries them to other machines.

use super::keeper::{BACKUP_FOLDER, Keeper};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

#[wasm_bindgen]
unsafe extern "C" {
    /// A folder handle. web-sys has it behind a flag for unstable parts.
    #[derive(Clone)]
    pub type Folder;

    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Folder) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Folder, how: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Folder, how: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFileHandle)]
    fn file(this: &Folder, name: &str, how: &Object) -> Result<Promise, JsValue>;

    type FileHandle;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileHandle) -> Result<Promise, JsValue>;

    type Writable;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writable, content: &Blob) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Writable) -> Result<Promise, JsValue>;
}

/// The browser's function that lets a person pick a folder. None where it has none.
fn picker() -> Option<Function> {
    let window = web_sys::window()?;
    let found = Reflect::get(&window, &"showDirectoryPicker".into()).ok()?;
    found.dyn_into().ok()
}

/// Whether this browser can write into a folder.
pub fn is_possible() -> bool {
    picker().is_some()
}

/// Lets the person pick a folder, and remembers it. None where nothing was picked.
pub async fn choose(keeper: &Keeper) -> Option<Folder> {
    let window = web_sys::window()?;
    let picked = picker()?.call1(&window, &for_writing()).ok()?;
    let folder = wait(picked.unchecked_into()).await.ok()?;
    let database = keeper.database.as_ref()?;
    database
        .set_handle(BACKUP_FOLDER, Some(&folder))
        .await
        .ok()?;
    Some(folder.unchecked_into())
}

/// The folder that was chosen before.
pub async fn chosen(keeper: &Keeper) -> Option<Folder> {
    let found = keeper
        .database
        .as_ref()?
        .handle(BACKUP_FOLDER)
        .await
        .ok()??;
    Some(found.unchecked_into())
}

/// Writes no more backups into the folder. Those that are there stay.
pub async fn forget(keeper: &Keeper) {
    if let Some(database) = &keeper.database {
        let _ = database.set_handle(BACKUP_FOLDER, None).await; // it is asked for again otherwise, to no harm
    }
}

impl Folder {
    /// Whether it may be written to now. Asking the person needs a click of theirs.
    pub async fn is_open(&self, ask: bool) -> bool {
        let asked = match ask {
            true => self.request_permission(&for_writing()),
            false => self.query_permission(&for_writing()),
        };
        match asked {
            Ok(asked) => wait(asked).await.is_ok_and(|answer| answer == "granted"),
            Err(_) => false,
        }
    }

    /// Writes a file. One of the same name is replaced when the new one is whole, and not before.
    ///
    /// # Errors
    /// A sentence, where the folder is gone or full, or may not be written to any more.
    pub async fn save(&self, name: &str, content: &Blob) -> Result<(), String> {
        let how = Object::new();
        let written = async {
            Reflect::set(&how, &"create".into(), &true.into())?;
            let file: FileHandle = wait(self.file(name, &how)?).await?.unchecked_into();
            let writable: Writable = wait(file.create_writable()?).await?.unchecked_into();
            wait(writable.write(content)?).await?;
            wait(writable.close()?).await
        };
        let failed = |_: JsValue| {
            format!(
                "The backup could not be written into the folder \"{}\". Is it still there, and is there room?",
                self.name()
            )
        };
        written.await.map(|_| ()).map_err(failed)
    }
}

fn for_writing() -> Object {
    let how = Object::new();
    let _ = Reflect::set(&how, &"mode".into(), &"readwrite".into()); // a plain object takes it
    how
}

async fn wait(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}
