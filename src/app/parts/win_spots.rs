//! The buttons over the points of effort by gain: dragged, or moved with the arrow keys.

use crate::app::plan_actions::{action_of, set_action};
use crate::app::workspace::{Workspace, workspace};
use crate::chart::size::Size;
use crate::chart::spots::{Spot, moved, spots};
use crate::domain::action::{ActionField, HIGHEST_GAIN};
use crate::domain::id::ActionId;
use crate::domain::plan_edit::MOST_HOURS;
use crate::report::action_list::ActionEntry;
use crate::report::plan_words::{self, HOURS_PER_DAY};
use crate::report::quick_wins::{QuickWins, is_open};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

/// One button for each action, in the order of the points.
#[component]
pub fn WinSpots(
    actions: Memo<Vec<ActionEntry>>,
    wins: Memo<QuickWins>,
    size: Memo<Size>,
) -> impl IntoView {
    let layer: NodeRef<html::Div> = NodeRef::new();
    let said = RwSignal::new(String::new());
    let places = Memo::new(move |_| wins.with(|wins| spots(wins, size.get())));
    let ids = move || {
        actions.with(|all| {
            let open = all.iter().filter(|entry| is_open(entry));
            open.map(|entry| entry.id.clone()).collect::<Vec<_>>()
        })
    };
    view! {
        <div class="spots" node_ref=layer role="group" aria-label="Actions by effort and gain">
            <For each=ids key=Clone::clone let(id)><OneSpot id picture=Picture { actions, wins, size, places, layer, said } /></For>
        </div>
        <p class="hint spots-said" role="status">{move || said.get()}</p>
    }
}

/// What the buttons share.
#[derive(Clone, Copy)]
struct Picture {
    actions: Memo<Vec<ActionEntry>>,
    wins: Memo<QuickWins>,
    size: Memo<Size>,
    places: Memo<Vec<Spot>>,
    layer: NodeRef<html::Div>,
    /// What the last move came to.
    said: RwSignal<String>,
}

impl Picture {
    /// Where an action stands among those that are still to do.
    fn place(self, id: &ActionId) -> Option<usize> {
        self.actions.with(|all| {
            let mut open = all.iter().filter(|entry| is_open(entry));
            open.position(|entry| entry.id == *id)
        })
    }

    /// Hours and gain after a move by pixels.
    fn after(self, id: &ActionId, (x, y): (f64, f64)) -> Option<(u32, u8)> {
        let area = self.layer.get_untracked()?.get_bounding_client_rect();
        let by = (x / area.width(), y / area.height());
        let place = self.place(id)?;
        self.wins
            .with(|wins| moved(wins, self.size.get(), place, by))
    }
}

#[component]
fn OneSpot(id: ActionId, picture: Picture) -> impl IntoView {
    let workspace = workspace();
    let entry = action_of(picture.actions, id.clone());
    let id = StoredValue::new(id);
    // Where the pointer went down, and how far it is from there.
    let dragged: RwSignal<Option<(f64, f64)>> = RwSignal::new(None);
    let from = StoredValue::new((0.0, 0.0));
    let spot = move || {
        let place = picture.place(&id.get_value())?;
        picture.places.with(|places| places.get(place).copied())
    };
    let percent =
        move |part: fn(&Spot) -> f64| spot().map(|spot| format!("{:.3}%", 100.0 * part(&spot)));
    let pixels = move |part: fn((f64, f64)) -> f64| {
        dragged
            .get()
            .map_or_else(|| "0px".to_owned(), |by| format!("{:.1}px", part(by)))
    };
    let down = move |event: PointerEvent| {
        let button: web_sys::Element = event_target(&event);
        if event.button() == 0 && button.set_pointer_capture(event.pointer_id()).is_ok() {
            from.set_value(at(&event));
            dragged.set(Some((0.0, 0.0)));
        }
    };
    let drag = move |event: PointerEvent| {
        if dragged.get_untracked().is_some() {
            let ((x, y), (left, top)) = (at(&event), from.get_value());
            dragged.set(Some((x - left, y - top)));
        }
    };
    let drop = move |_| {
        let Some(by) = dragged.get_untracked() else {
            return;
        };
        let to = picture.after(&id.get_value(), by);
        dragged.set(None);
        if let Some((entry, to)) = entry.get_untracked().zip(to) {
            put(workspace, &entry, to, picture.said);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(entry) = entry.get_untracked() else {
            return;
        };
        let (hours, gain) = (entry.hours, entry.gain);
        let to = match event.key().as_str() {
            "ArrowRight" => ((hours + HOURS_PER_DAY).min(MOST_HOURS), gain),
            "ArrowLeft" => (hours.saturating_sub(HOURS_PER_DAY), gain),
            "ArrowUp" => (hours, (gain + 1).min(HIGHEST_GAIN)),
            "ArrowDown" => (hours, (gain - 1).max(1)),
            "Escape" => return dragged.set(None),
            _ => return,
        };
        event.prevent_default();
        put(workspace, &entry, to, picture.said);
    };
    let name = move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(String::new, |entry| words(entry, (entry.hours, entry.gain)))
        })
    };
    let label = move || {
        entry.with(|entry| {
            entry
                .as_ref()
                .map_or_else(String::new, |entry| entry.order.to_string())
        })
    };
    // Shown while it is dragged only: the name of the button says it otherwise.
    let told = move || {
        let by = dragged.get()?;
        let (hours, gain) = picture.after(&id.get_value(), by)?;
        Some(format!("{}, gain {gain}", plan_words::effort(hours)))
    };
    view! {
        <button type="button" class="spot" aria-label=name aria-describedby="how-to-move"
            class:dragged=move || dragged.with(Option::is_some)
            style:left=move || percent(|spot| spot.x) style:top=move || percent(|spot| spot.y) style:width=move || percent(|spot| 2.0 * spot.radius)
            style:--across=move || pixels(|(x, _)| x) style:--down=move || pixels(|(_, y)| y)
            on:pointerdown=down on:pointermove=drag on:pointerup=drop on:pointercancel=move |_| dragged.set(None) on:keydown=key>
            <span aria-hidden="true">{label}</span>
            <span class="spot-told" aria-hidden="true">{told}</span>
        </button>
    }
}

/// Sets what a move changes, and says what it came to.
fn put(workspace: Workspace, entry: &ActionEntry, to: (u32, u8), said: RwSignal<String>) {
    let (hours, gain) = to;
    let mut fields = Vec::new();
    if hours != entry.hours {
        fields.push(ActionField::Effort { hours: Some(hours) });
    }
    if gain != entry.gain {
        fields.push(ActionField::Gain { gain: Some(gain) });
    }
    if !fields.is_empty() && set_action(workspace, &entry.id, fields) {
        said.set(words(entry, to));
    }
}

fn words(entry: &ActionEntry, (hours, gain): (u32, u8)) -> String {
    format!(
        "{} {}: {}, gain {gain} of {HIGHEST_GAIN}",
        entry.order,
        entry.title,
        plan_words::effort(hours)
    )
}

fn at(event: &PointerEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}
