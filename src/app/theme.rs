//! Light or dark, as the person or the system wants it.

use super::workspace::Workspace;
use crate::chart::palette::Palette;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    System,
    Light,
    Dark,
}

/// The theme in force.
#[derive(Clone, Copy)]
pub struct Theme {
    choice: RwSignal<Choice>,
    system_dark: RwSignal<bool>,
}

impl Theme {
    /// Starts with the kept choice, and follows the system.
    pub fn start(workspace: &Workspace) -> Self {
        let choice = Choice::kept(workspace);
        let query = window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten();
        let system_dark = RwSignal::new(query.as_ref().is_some_and(|query| query.matches()));
        if let Some(query) = query {
            let changed = Closure::<dyn Fn(web_sys::MediaQueryList)>::new(
                move |event: web_sys::MediaQueryList| {
                    system_dark.set(event.matches());
                },
            );
            query.set_onchange(Some(changed.as_ref().unchecked_ref()));
            changed.forget(); // lives as long as the page
        }
        let theme = Self {
            choice: RwSignal::new(choice),
            system_dark,
        };
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                let name = if theme.dark() { "dark" } else { "light" };
                let _ = root.set_attribute("data-theme", name); // the name of the attribute is valid
            }
        });
        theme
    }

    pub fn dark(&self) -> bool {
        match self.choice.get() {
            Choice::System => self.system_dark.get(),
            Choice::Light => false,
            Choice::Dark => true,
        }
    }

    /// The colours of charts.
    pub fn palette(&self) -> Palette {
        if self.dark() {
            Palette::dark()
        } else {
            Palette::light()
        }
    }

    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    /// Takes up what is kept, after it came from elsewhere.
    pub fn take_up(&self, workspace: &Workspace) {
        self.choice.set(Choice::kept(workspace));
    }

    pub fn choose(&self, workspace: &Workspace, choice: Choice) {
        self.choice.set(choice);
        workspace.set_setting("theme", choice.name());
    }
}

impl Choice {
    fn kept(workspace: &Workspace) -> Self {
        match workspace.setting("theme").as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
