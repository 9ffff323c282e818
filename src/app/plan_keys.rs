//! The keys of the list of actions. One table: what the page does, and what the help lists.

use super::keys::KeyHelp;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanKey {
    Next,
    Previous,
    Select,
    Earlier,
    Later,
    New,
    Search,
    Close,
    Help,
}

/// All keys, in the order in which people learn them.
pub const HELP: [KeyHelp; 9] = [
    KeyHelp {
        keys: &["J", "K"],
        does: "Next or previous action, or proposal; in the list also \u{2193} and \u{2191}",
    },
    KeyHelp {
        keys: &["Enter"],
        does: "Open the action",
    },
    KeyHelp {
        keys: &["Space"],
        does: "Select it",
    },
    KeyHelp {
        keys: &["Alt \u{2191}", "Alt \u{2193}"],
        does: "Put it earlier or later, with a reason",
    },
    KeyHelp {
        keys: &["N"],
        does: "New action",
    },
    KeyHelp {
        keys: &["/"],
        does: "Search",
    },
    KeyHelp {
        keys: &["Esc"],
        does: "Close the action",
    },
    KeyHelp {
        keys: &["Ctrl Z", "Ctrl Y"],
        does: "Undo, redo",
    },
    KeyHelp {
        keys: &["?"],
        does: "This list",
    },
];

/// What a key means outside text fields. `in_list` is whether the focus is on the title of an action.
pub fn plan_key(key: &str, alt: bool, in_list: bool) -> Option<PlanKey> {
    Some(match (key, alt, in_list) {
        ("ArrowUp", true, true) => PlanKey::Earlier,
        ("ArrowDown", true, true) => PlanKey::Later,
        (_, true, _) => return None,
        ("ArrowDown", _, true) | ("j" | "J", ..) => PlanKey::Next,
        ("ArrowUp", _, true) | ("k" | "K", ..) => PlanKey::Previous,
        (" ", _, true) => PlanKey::Select,
        ("n" | "N", ..) => PlanKey::New,
        ("/", ..) => PlanKey::Search,
        ("Escape", ..) => PlanKey::Close,
        ("?", ..) => PlanKey::Help,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_and_space_are_the_pages_own_outside_the_list() {
        for key in ["ArrowDown", "ArrowUp", " "] {
            assert_eq!(plan_key(key, false, false), None, "{key}");
            assert!(plan_key(key, false, true).is_some(), "{key}");
        }
        assert_eq!(plan_key("ArrowUp", true, true), Some(PlanKey::Earlier));
        assert_eq!(plan_key("ArrowUp", true, false), None);
        assert_eq!(plan_key("n", true, true), None);
    }
}
