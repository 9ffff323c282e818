//! The frame around all pages: loading, addresses, head line, messages.

use super::browser::{commit_typing, focus, is_text_field};
use super::keeper::{BACKUP_FOLDER, Keeper, SaveState};
use super::library::{Rest, fetch};
use super::on_call::on_call;
use super::on_demand::OnDemand;
use super::other_windows;
use super::page::Page;
use super::pages::not_loaded::{Loading, NotLoaded};
use super::pages::{home::Home, not_found::NotFound, not_open::NotOpen};
use super::parts::banners::Banners;
use super::parts::head_line::HeadLine;
use super::parts::key_help::KeyHelp;
use super::parts::notice::Notices;
use super::rescue;
use super::route::Route;
use super::theme::Theme;
use super::workspace::{OpenError, Workspace, workspace};
use crate::reference::library::Library;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// Starts Plumbline in the page.
pub fn start() {
    rescue::watch();
    mount_to_body(Shell);
}

/// The address, and so the page.
#[derive(Clone, Copy)]
pub struct Address(pub ReadSignal<Route>);

/// Whether the list of keys is shown.
#[derive(Clone, Copy)]
pub struct KeyHelpShown(pub RwSignal<bool>);

/// What everything else stands on, or why it cannot be had.
type Begun = Result<(Keeper, Library), String>;

#[component]
fn Shell() -> impl IntoView {
    let begun = RwSignal::new_local(None::<Begun>);
    spawn_local(async move { begun.set(Some(begin().await)) });
    move || match begun.get() {
        None => {
            view! { <main class="loading"><p role="status">"Loading the models\u{2026}"</p></main> }
                .into_any()
        }
        Some(Ok((keeper, library))) => {
            let workspace = Workspace::new(keeper, library, || Box::pin(on_call()));
            provide_context(workspace);
            provide_context(Theme::start(&workspace));
            view! { <Frame /> }.into_any()
        }
        Some(Err(message)) => view! {
            <main class="message">
                <h1>"Plumbline cannot start"</h1>
                <p>{message}</p>
                <p>"Nothing that you saved was touched. Reload the page to try again."</p>
                <a class="button primary" href="?">"Reload"</a>
            </main>
        }
        .into_any(),
    }
}

async fn begin() -> Begun {
    let keeper = Keeper::open().await.map_err(|error| error.to_string())?;
    if keeper.has_left_over() {
        let on_call = on_call().await?;
        if let Err(error) = (on_call.take_up)(keeper.clone()).await {
            keeper.state.set(SaveState::Failed(error));
        }
    }
    let files = fetch(false).await?;
    Ok((keeper, Library::of_whole_files(&files)))
}

#[component]
fn Frame() -> impl IntoView {
    let workspace = workspace();
    let address = follow_address();
    provide_context(Address(address));
    let keys_shown = RwSignal::new(false);
    provide_context(KeyHelpShown(keys_shown));
    undo_by_keys(workspace);
    commit_before_leaving(workspace);
    other_windows::follow(workspace);
    let on_demand = OnDemand::new(workspace);
    spawn_local(async move {
        let database = workspace.keeper().database;
        let folder = match &database {
            Some(database) => database.handle(BACKUP_FOLDER).await,
            None => Ok(None),
        };
        if let Ok(Some(_)) = folder {
            on_demand.expect_backups();
        }
    });
    Effect::new(move |_| {
        address.track();
        workspace.try_failed_again();
    });
    announce(workspace, address, on_demand);
    let page = Memo::new(move |_| Page::from(address.get()));
    view! {
        <a class="skip" href="#main" on:click=move |event| { event.prevent_default(); focus("#main"); }>"Skip to content"</a>
        <Banners />
        <HeadLine />
        <main id="main" tabindex="-1">
            {move || match page.get() {
                Page::Home => view! { <Home /> }.into_any(),
                page @ (Page::Glossary | Page::Settings) => on_demand.show(&page),
                page @ (Page::New | Page::Models | Page::Compare | Page::Portfolio | Page::Respond(_) | Page::Response(_)) => with_all_models(workspace, || on_demand.show(&page)),
                Page::Unknown(path) => view! { <NotFound path /> }.into_any(),
                page @ (Page::Readiness(_) | Page::Again(_)) => with_all_models(workspace, || opened(workspace, on_demand, &page)),
                page @ (Page::SetUp(_) | Page::Rate(_) | Page::Profile(_) | Page::Plan(..) | Page::Time(_) | Page::Share(_) | Page::Work(..) | Page::Team(..) | Page::Report(_)) => {
                    opened(workspace, on_demand, &page)
                }
            }}
        </main>
        <Notices />
        <KeyHelp shown=keys_shown />
    }
}

/// A page of an assessment, or why it cannot be opened. Its model may be one that is not needed at the start.
fn opened(workspace: Workspace, on_demand: OnDemand, page: &Page) -> AnyView {
    match page.assessment().map(|id| (id.clone(), workspace.open(id))) {
        Some((_, Ok(false))) => view! { <Loading /> }.into_any(),
        Some((_, Err(OpenError::Model(_)))) if workspace.rest.get() != Rest::Here => {
            with_all_models(workspace, || opened(workspace, on_demand, page))
        }
        Some((id, Err(error))) => view! { <NotOpen id error /> }.into_any(),
        _ => on_demand.show(page),
    }
}

/// A page that needs all models, or how far they are.
fn with_all_models(workspace: Workspace, page: impl FnOnce() -> AnyView) -> AnyView {
    match workspace.rest.get() {
        Rest::Here => page(),
        Rest::Failed => view! { <NotLoaded again=move || workspace.load_rest() /> }.into_any(),
        Rest::NotAsked | Rest::Loading => {
            workspace.load_rest();
            view! { <Loading /> }.into_any()
        }
    }
}

/// The address as it is now and as it becomes.
fn follow_address() -> ReadSignal<Route> {
    let here = || Route::parse(&window().location().hash().unwrap_or_default());
    let (address, set_address) = signal(here());
    let listening = window_event_listener(ev::hashchange, move |_| {
        commit_typing();
        set_address.set(here());
    });
    on_cleanup(move || listening.remove());
    address
}

/// Goes to a page.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.address()); // an address that we made is valid
}

/// Sets the title of the window, and moves the focus to the heading of a new page, so that screen readers tell it.
/// A page that is still being loaded gets the focus when it is there.
fn announce(workspace: Workspace, address: ReadSignal<Route>, on_demand: OnDemand) {
    Effect::new(move |before: Option<(Route, bool)>| {
        let route = address.get();
        let title = workspace.with(|open| open.assessment.title.clone());
        let title = title
            .filter(|_| route.assessment().is_some())
            .map_or_else(String::new, |title| format!(" \u{b7} {title}"));
        document().set_title(&format!("{}{title} \u{b7} Plumbline", route.name()));
        let due = before.is_some_and(|(before, due)| due || !route.goes_on_from(&before));
        let here = is_here(workspace, on_demand, &Page::from(route.clone()));
        if due && here {
            request_animation_frame(|| focus("#main h1"));
            rescue::watch_for_emptiness();
        }
        (route, due && !here)
    });
}

/// Whether nothing that the page needs is still on its way.
fn is_here(workspace: Workspace, on_demand: OnDemand, page: &Page) -> bool {
    let models = match page {
        Page::New
        | Page::Models
        | Page::Compare
        | Page::Portfolio
        | Page::Respond(_)
        | Page::Response(_)
        | Page::Readiness(_)
        | Page::Again(_) => workspace.rest.get() == Rest::Here,
        _ => workspace.rest.get() != Rest::Loading,
    };
    models && on_demand.has(page)
}

/// Ctrl-Z and Ctrl-Y, outside text fields, which have their own.
fn undo_by_keys(workspace: Workspace) {
    let listening = window_event_listener(ev::keydown, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
        if !(event.ctrl_key() || event.meta_key())
            || target.is_some_and(|target| is_text_field(&target))
        {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => workspace.call(move |on_call| (on_call.undo)(&workspace)),
            ("z", true) | ("y", _) => workspace.call(move |on_call| (on_call.redo)(&workspace)),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listening.remove());
}

/// What is being typed is committed when the page goes away or to the background. Where work would be lost, the browser asks
/// whether to leave.
fn commit_before_leaving(workspace: Workspace) {
    let asking = window_event_listener(ev::beforeunload, move |event| {
        commit_typing();
        if workspace.keeper().would_lose() {
            event.prevent_default();
        }
    });
    let leaving = window_event_listener(ev::pagehide, |_| commit_typing());
    let hiding = window_event_listener(ev::visibilitychange, |_| commit_typing());
    on_cleanup(move || {
        asking.remove();
        leaving.remove();
        hiding.remove();
    });
}
