//! The keys of the Rate page and of the workshop. One table: what the pages do, and what the help lists.

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Rate with the rating that starts with this letter, and move on.
    Rate(char),
    /// Make the present rating the upper (true) or lower half of its step.
    Refine(bool),
    /// Say again what was carried over, and move on.
    Confirm,
    ClearRating,
    Next,
    Previous,
    NextUnrated,
    NextProcess,
    PreviousProcess,
    Search,
    Note,
    /// Write down a finding.
    Remark,
    /// Put the question aside, to come back to.
    Park,
    /// Stop the clock of the workshop, or let it go on.
    Clock,
    Help,
}

/// One line of the help.
pub struct KeyHelp {
    pub keys: &'static [&'static str],
    pub does: &'static str,
}

/// The keys of both pages, in the order in which people learn them.
const SHARED: [KeyHelp; 9] = [
    KeyHelp {
        keys: &["N", "P", "L", "F"],
        does: "Rate and move on",
    },
    KeyHelp {
        keys: &["+", "-"],
        does: "Upper or lower half of P or L, where the framework has halves",
    },
    KeyHelp {
        keys: &["C"],
        does: "Confirm what was carried over and move on",
    },
    KeyHelp {
        keys: &["Del"],
        does: "Not rated again",
    },
    KeyHelp {
        keys: &["↓", "↑"],
        does: "Next or previous question",
    },
    KeyHelp {
        keys: &["←", "→"],
        does: "Move along the choices",
    },
    KeyHelp {
        keys: &["U"],
        does: "Next question that is not rated",
    },
    KeyHelp {
        keys: &["]", "["],
        does: "Next or previous process",
    },
    KeyHelp {
        keys: &["R"],
        does: "Write down a remark (finding)",
    },
];

/// Those of the Rate page alone.
const RATE: [KeyHelp; 2] = [
    KeyHelp {
        keys: &["M"],
        does: "Write a note (memo)",
    },
    KeyHelp {
        keys: &["/"],
        does: "Search",
    },
];

/// Those of the workshop alone.
const WORKSHOP: [KeyHelp; 2] = [
    KeyHelp {
        keys: &["K"],
        does: "Park the question and move on",
    },
    KeyHelp {
        keys: &["T"],
        does: "Stop the clock, or let it go on",
    },
];

const EVERYWHERE: [KeyHelp; 2] = [
    KeyHelp {
        keys: &["Ctrl Z", "Ctrl Y"],
        does: "Undo, redo",
    },
    KeyHelp {
        keys: &["?"],
        does: "This list",
    },
];

/// All keys of the workshop, or else of the Rate page.
pub fn help(workshop: bool) -> Vec<&'static KeyHelp> {
    let own = if workshop { &WORKSHOP } else { &RATE };
    SHARED.iter().chain(own).chain(&EVERYWHERE).collect()
}

/// What a key means on these pages, outside text fields. `first_letters` are those of the scale.
pub fn action(key: &str, first_letters: &[char]) -> Option<Action> {
    Some(match key {
        "ArrowDown" => Action::Next,
        "ArrowUp" => Action::Previous,
        "Delete" | "Backspace" => Action::ClearRating,
        "+" => Action::Refine(true),
        "-" => Action::Refine(false),
        "]" => Action::NextProcess,
        "[" => Action::PreviousProcess,
        "/" => Action::Search,
        "?" => Action::Help,
        _ => {
            let mut letters = key.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else {
                return None;
            };
            let letter = letter.to_ascii_uppercase();
            match letter {
                _ if first_letters.contains(&letter) => Action::Rate(letter),
                'C' => Action::Confirm,
                'U' => Action::NextUnrated,
                'M' => Action::Note,
                'R' => Action::Remark,
                'K' => Action::Park,
                'T' => Action::Clock,
                _ => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: [char; 4] = ['N', 'P', 'L', 'F'];

    #[test]
    fn letters_of_the_scale_rate_in_any_case() {
        assert_eq!(action("l", &LETTERS), Some(Action::Rate('L')));
        assert_eq!(action("F", &LETTERS), Some(Action::Rate('F')));
    }

    #[test]
    fn a_scale_may_take_a_letter_over() {
        assert_eq!(action("u", &LETTERS), Some(Action::NextUnrated));
        assert_eq!(action("u", &['U']), Some(Action::Rate('U')));
        assert_eq!(action("r", &LETTERS), Some(Action::Remark));
        assert_eq!(action("r", &['R']), Some(Action::Rate('R')));
    }

    #[test]
    fn other_keys_mean_nothing() {
        for key in ["x", "F5", "Enter", "Tab", "ü", ""] {
            assert_eq!(action(key, &LETTERS), None, "{key}");
        }
    }
}
