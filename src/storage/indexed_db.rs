//! The browser's database, as a store.

use super::FORMAT_VERSION;
use super::store::{Decide, Later, Put, Store, StoreError, Texts, Wanted};
use js_sys::{Array, Error, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
    IdbVersionChangeEvent,
};

/// Keeps texts in the browser, for this origin. Holds as much as the browser allows, which is commonly gigabytes.
#[derive(Clone)]
pub struct IndexedDb {
    database: IdbDatabase,
    /// The version that another window has brought it to, or is about to.
    overtaken: Rc<Cell<Option<u32>>>,
}

#[wasm_bindgen]
unsafe extern "C" {
    /// The database, with the one function that web-sys keeps behind a flag for unstable ones.
    type Durable;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Durable,
        store: &str,
        mode: IdbTransactionMode,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

const NAME: &str = "plumbline";
const TEXTS: &str = "texts";

/// What is no text: the folder for backups.
const HANDLES: &str = "handles";

/// Above every character that a key may have.
const LAST: char = '\u{ffff}';

impl IndexedDb {
    /// # Errors
    /// Where the browser blocks it, or a newer Plumbline keeps its data there, which is left as it is.
    pub async fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        let factory = window.indexed_db().ok().flatten();
        let opening = factory
            .ok_or(StoreError::Blocked)?
            .open_with_u32(NAME, FORMAT_VERSION);
        let opening = opening.map_err(|_| StoreError::Blocked)?;
        let request: IdbRequest = opening.clone().unchecked_into();
        let asked = request.clone();
        let upgrade = Closure::once_into_js(move || {
            let Ok(database) = asked.result().map(JsValue::unchecked_into::<IdbDatabase>) else {
                return;
            };
            for name in [TEXTS, HANDLES] {
                let _ = database.create_object_store(name); // refused where it is there already
            }
        });
        opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = match answer(&request).await {
            Ok(database) => database.unchecked_into(),
            Err(StoreError::Other(_)) => return Err(StoreError::Blocked),
            Err(error) => return Err(error),
        };
        let overtaken = Rc::new(Cell::new(None));
        let (told, held) = (overtaken.clone(), database.clone());
        // A newer Plumbline in another window waits until this one lets go.
        let let_go =
            Closure::<dyn Fn(IdbVersionChangeEvent)>::new(move |event: IdbVersionChangeEvent| {
                told.set(event.new_version().map(|version| version as u32));
                held.close();
            });
        database.set_onversionchange(Some(let_go.as_ref().unchecked_ref()));
        let_go.forget(); // lives as long as the page
        Ok(Self {
            database,
            overtaken,
        })
    }

    /// A thing that is no text.
    ///
    /// # Errors
    /// Where the database cannot be reached.
    pub async fn handle(&self, name: &str) -> Result<Option<JsValue>, StoreError> {
        let (_, store) = self.begin(HANDLES, IdbTransactionMode::Readonly)?;
        let found = answer(&store.get(&name.into()).map_err(trouble)?).await?;
        Ok((!found.is_undefined()).then_some(found))
    }

    /// Keeps a thing that is no text, or takes it away.
    ///
    /// # Errors
    /// Where it could not be kept.
    pub async fn set_handle(&self, name: &str, handle: Option<&JsValue>) -> Result<(), StoreError> {
        let (transaction, store) = self.begin(HANDLES, IdbTransactionMode::Readwrite)?;
        let made = match handle {
            Some(handle) => store.put_with_key(handle, &name.into()),
            None => store.delete(&name.into()),
        };
        made.map_err(trouble)?;
        done(&transaction).await
    }

    /// A transaction over one of the two kinds. One that writes is done only when the texts are on the disk.
    fn begin(
        &self,
        name: &str,
        mode: IdbTransactionMode,
    ) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        if let Some(version) = self.overtaken.get() {
            return Err(StoreError::Newer(version));
        }
        let options = Object::new();
        if mode == IdbTransactionMode::Readwrite {
            // Without it the browser says that it is done before the disk is.
            Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(trouble)?;
        }
        let database: &Durable = self.database.unchecked_ref();
        let transaction = database
            .transaction(name, mode, &options)
            .map_err(trouble)?;
        let store = transaction.object_store(name).map_err(trouble)?;
        Ok((transaction, store))
    }
}

impl Store for IndexedDb {
    fn read(&self, wanted: Vec<Wanted>) -> Later<Texts> {
        let database = self.clone();
        Box::pin(async move {
            let (_, store) = database.begin(TEXTS, IdbTransactionMode::Readonly)?;
            find(&store, &wanted).await
        })
    }

    fn keys(&self, wanted: Wanted) -> Later<Vec<String>> {
        let database = self.clone();
        Box::pin(async move {
            let (_, store) = database.begin(TEXTS, IdbTransactionMode::Readonly)?;
            let request = store.get_all_keys_with_key(&range(&wanted)?);
            Ok(texts(answer(&request.map_err(trouble)?).await?))
        })
    }

    fn change(&self, wanted: Vec<Wanted>, decide: Decide) -> Later<()> {
        let database = self.clone();
        Box::pin(async move {
            let (transaction, store) = database.begin(TEXTS, IdbTransactionMode::Readwrite)?;
            let made = match find(&store, &wanted).await.and_then(decide) {
                Ok(puts) => puts.iter().try_for_each(|put| make(&store, put)),
                Err(error) => Err(error),
            };
            if let Err(error) = made {
                let _ = transaction.abort(); // it has ended by itself otherwise
                return Err(error);
            }
            done(&transaction).await
        })
    }
}

async fn find(store: &IdbObjectStore, wanted: &[Wanted]) -> Result<Texts, StoreError> {
    let mut found = Texts::new();
    for wish in wanted {
        let range = range(wish)?;
        let keys = store.get_all_keys_with_key(&range).map_err(trouble)?;
        let values = store.get_all_with_key(&range).map_err(trouble)?;
        let keys = texts(answer(&keys).await?);
        found.extend(keys.into_iter().zip(texts(answer(&values).await?)));
    }
    Ok(found)
}

fn make(store: &IdbObjectStore, put: &Put) -> Result<(), StoreError> {
    let made = match put {
        Put::Write(key, text) => store.put_with_key(&text.into(), &key.into()),
        Put::Remove(key) => store.delete(&key.into()),
    };
    made.map(|_| ()).map_err(trouble)
}

fn range(wanted: &Wanted) -> Result<JsValue, StoreError> {
    let range = match wanted {
        Wanted::Key(key) => IdbKeyRange::only(&key.into()),
        Wanted::Prefix(prefix) => {
            IdbKeyRange::bound(&prefix.into(), &format!("{prefix}{LAST}").into())
        }
    };
    range.map(Into::into).map_err(trouble)
}

fn texts(list: JsValue) -> Vec<String> {
    let list: Array = list.unchecked_into();
    list.iter()
        .map(|text| text.as_string().unwrap_or_default())
        .collect()
}

/// What a request found.
async fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let settled = Promise::new(&mut |good, bad| {
        request.set_onsuccess(Some(&good));
        request.set_onerror(Some(&bad));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result().map_err(trouble),
        Err(_) => Err(request
            .error()
            .map_or_else(trouble, |error| trouble(error.into()))),
    }
}

/// Waits until a transaction is on the disk.
async fn done(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let settled = Promise::new(&mut |good, bad| {
        transaction.set_oncomplete(Some(&good));
        transaction.set_onabort(Some(&bad));
    });
    let settled = JsFuture::from(settled).await;
    settled
        .map(|_| ())
        .map_err(|_| trouble(transaction.error().into()))
}

/// What the browser says, in our words.
fn trouble(thrown: JsValue) -> StoreError {
    let Some(error) = thrown.dyn_ref::<Error>() else {
        return StoreError::Other("it gave no reason".to_owned());
    };
    match String::from(error.name()).as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer(FORMAT_VERSION + 1),
        "SecurityError" => StoreError::Blocked,
        _ => StoreError::Other(error.message().into()),
    }
}
