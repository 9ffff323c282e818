//! A store that forgets: for tests, and where the browser blocks storage.

use super::slate::Slate;
use super::store::{Decide, Later, Put, Store, StoreError, Texts, Wanted};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Keeps texts for as long as it lives.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    /// Refuses to hold more characters than this, if told.
    limit: Option<usize>,
}

impl Memory {
    /// A store that is full once it holds this many characters.
    pub fn with_limit(limit: usize) -> Self {
        Self {
            limit: Some(limit),
            ..Self::default()
        }
    }

    /// Characters held, keys included.
    pub fn size(&self) -> usize {
        self.texts
            .borrow()
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum()
    }
}

impl Slate for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let present = self
            .texts
            .borrow()
            .get(key)
            .map_or(0, |text| key.len() + text.len());
        if self
            .limit
            .is_some_and(|limit| self.size() - present + key.len() + text.len() > limit)
        {
            return Err(StoreError::Full);
        }
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self
            .texts
            .borrow()
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }
}

impl Store for Memory {
    fn read(&self, wanted: Vec<Wanted>) -> Later<Texts> {
        at_once(Ok(self.find(&wanted)))
    }

    fn keys(&self, wanted: Wanted) -> Later<Vec<String>> {
        let found = self.find(&[wanted]);
        at_once(Ok(found.into_iter().map(|(key, _)| key).collect()))
    }

    fn change(&self, wanted: Vec<Wanted>, decide: Decide) -> Later<()> {
        let before = self.texts.borrow().clone();
        let changed = decide(self.find(&wanted)).and_then(|puts| {
            puts.into_iter().try_for_each(|put| match put {
                Put::Write(key, text) => self.write(&key, &text),
                Put::Remove(key) => self.remove(&key),
            })
        });
        if changed.is_err() {
            self.texts.replace(before);
        }
        at_once(changed)
    }
}

impl Memory {
    fn find(&self, wanted: &[Wanted]) -> Texts {
        let texts = self.texts.borrow();
        let mut found = Texts::new();
        for wish in wanted {
            let fits = |key: &str| match wish {
                Wanted::Key(wish) => key == wish,
                Wanted::Prefix(wish) => key.starts_with(wish),
            };
            let fitting = texts.iter().filter(|(key, _)| fits(key));
            found.extend(fitting.map(|(key, text)| (key.clone(), text.clone())));
        }
        found
    }
}

fn at_once<T: 'static>(answer: Result<T, StoreError>) -> Later<T> {
    Box::pin(std::future::ready(answer))
}
