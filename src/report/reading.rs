//! What is read off a level or an attribute at one point in time, and what became of it between two points.

/// How something stands that is measured in steps: a capability level, or the rating of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    At(Measured),
    NotRated,
    /// Everything under it is not applicable.
    NotApplicable,
    /// The process, or the level of the attribute, is not in the scope of the assessment.
    NotInScope,
}

/// A step that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// From 0 upwards: the level, or the place of the rating on its scale.
    pub step: u8,
    /// The step if every blank were rated lowest.
    pub lowest: u8,
    /// The step if every blank were rated highest.
    pub highest: u8,
    /// Whether it rests on ratings that came along from an earlier assessment and nobody has confirmed yet.
    pub carried: bool,
    /// As it is written: "2", "L+".
    pub code: String,
}

/// What became of it from one point to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// By so many steps.
    Rose(u8),
    Fell(u8),
    Same,
    NotComparable(Hindrance),
}

/// Why two readings cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The point that is compared has no reading, and says so itself.
    Here,
    /// The point that it is compared with has none, for this reason.
    NotRatedBefore,
    NotApplicableBefore,
    NotInScopeBefore,
    /// Ratings that are missing could make it rise, fall or stay.
    Blanks,
    /// One of the two looks no further than the highest level in its scope.
    EndOfScope,
    /// The ratings are from different scales.
    Scale,
}

/// What became of a reading. `ends` are the highest steps that each of the two could have told: whoever looks no further
/// than level 2 knows nothing of level 3.
///
/// A change is told only where it holds whatever the blanks are: the ranges that they leave open must lie apart. Two equal
/// readings with equal ranges are the same.
pub fn movement(from: &Reading, to: &Reading, ends: (u8, u8)) -> Movement {
    let hindered = match (from, to) {
        (Reading::At(from), Reading::At(to)) => return measured_movement(from, to, ends),
        (_, Reading::NotRated | Reading::NotApplicable | Reading::NotInScope) => Hindrance::Here,
        (Reading::NotApplicable, Reading::At(_)) => Hindrance::NotApplicableBefore,
        (Reading::NotInScope, Reading::At(_)) => Hindrance::NotInScopeBefore,
        (Reading::NotRated, Reading::At(_)) => Hindrance::NotRatedBefore,
    };
    Movement::NotComparable(hindered)
}

fn measured_movement(from: &Measured, to: &Measured, ends: (u8, u8)) -> Movement {
    // Where one has reached its end and the other looks further, it may be as high as that one could be.
    let reach = |found: &Measured, own: u8, other: u8| match found.highest >= own && own < other {
        true => other,
        false => found.highest,
    };
    let from_highest = reach(from, ends.0, ends.1);
    let to_highest = reach(to, ends.1, ends.0);
    let alike = (from.step, from.lowest, from_highest) == (to.step, to.lowest, to_highest);
    if to.lowest > from_highest {
        Movement::Rose(to.step.saturating_sub(from.step))
    } else if to_highest < from.lowest {
        Movement::Fell(from.step.saturating_sub(to.step))
    } else if alike {
        Movement::Same
    } else if (from_highest, to_highest) == (from.highest, to.highest) {
        Movement::NotComparable(Hindrance::Blanks)
    } else {
        Movement::NotComparable(Hindrance::EndOfScope)
    }
}

impl Reading {
    pub fn measured(&self) -> Option<&Measured> {
        match self {
            Self::At(found) => Some(found),
            _ => None,
        }
    }

    /// "2", "1, open from 0 to 3", "2, carried over", "not rated"; `codes` are the names of the steps.
    pub fn words(&self, codes: &[String]) -> String {
        let code = |step: u8| codes.get(usize::from(step)).map_or("", String::as_str);
        match self {
            Self::At(found) => {
                let mut words = found.code.clone();
                if found.lowest != found.highest {
                    let (lowest, highest) = (code(found.lowest), code(found.highest));
                    words = format!("{words}, open from {lowest} to {highest}");
                }
                if found.carried {
                    words.push_str(", carried over");
                }
                words
            }
            Self::NotRated => "not rated".to_owned(),
            Self::NotApplicable => "not applicable".to_owned(),
            Self::NotInScope => "not in scope".to_owned(),
        }
    }
}

impl Movement {
    pub fn is_comparable(self) -> bool {
        !matches!(self, Self::NotComparable(_))
    }

    /// "rose by 1", "not comparable: not rated in the base".
    pub fn words(self) -> String {
        let hindrance = match self {
            Self::Rose(steps) => return format!("rose by {steps}"),
            Self::Fell(steps) => return format!("fell by {steps}"),
            Self::Same => return "same".to_owned(),
            Self::NotComparable(hindrance) => hindrance,
        };
        let why = match hindrance {
            Hindrance::Here => return "not comparable".to_owned(),
            Hindrance::NotRatedBefore => "not rated in the base",
            Hindrance::NotApplicableBefore => "not applicable in the base",
            Hindrance::NotInScopeBefore => "not in scope in the base",
            Hindrance::Blanks => "blanks leave it open",
            Hindrance::EndOfScope => "one looks no further",
            Hindrance::Scale => "another scale",
        };
        format!("not comparable: {why}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(step: u8, lowest: u8, highest: u8) -> Reading {
        Reading::At(Measured {
            step,
            lowest,
            highest,
            carried: false,
            code: step.to_string(),
        })
    }

    fn sure(step: u8) -> Reading {
        at(step, step, step)
    }

    #[test]
    fn what_is_fully_rated_rises_falls_or_stays() {
        assert_eq!(movement(&sure(1), &sure(3), (5, 5)), Movement::Rose(2));
        assert_eq!(movement(&sure(3), &sure(2), (5, 5)), Movement::Fell(1));
        assert_eq!(movement(&sure(0), &sure(0), (5, 5)), Movement::Same);
    }

    #[test]
    fn unrated_against_rated_is_never_a_change() {
        for (from, why) in [
            (Reading::NotRated, Hindrance::NotRatedBefore),
            (Reading::NotApplicable, Hindrance::NotApplicableBefore),
            (Reading::NotInScope, Hindrance::NotInScopeBefore),
        ] {
            let there = movement(&from, &sure(2), (5, 5));
            assert_eq!(there, Movement::NotComparable(why));
            let back = movement(&sure(2), &from, (5, 5));
            assert_eq!(back, Movement::NotComparable(Hindrance::Here));
            let both = movement(&from, &from, (5, 5));
            assert!(!both.is_comparable());
        }
    }

    /// Level 1 because level 2 is not rated yet, against level 2: nothing says that it has risen.
    #[test]
    fn a_rise_that_blanks_could_explain_is_none() {
        let blank = Movement::NotComparable(Hindrance::Blanks);
        assert_eq!(movement(&at(1, 1, 3), &sure(2), (3, 3)), blank);
        assert_eq!(movement(&sure(1), &at(1, 1, 2), (3, 3)), blank);
        assert_eq!(
            movement(&at(1, 0, 1), &at(2, 2, 3), (3, 3)),
            Movement::Rose(1)
        );
        assert_eq!(movement(&at(1, 1, 3), &at(1, 1, 3), (3, 3)), Movement::Same);
    }

    /// One looks up to level 2 and has reached it; the other looks up to 5.
    #[test]
    fn nobody_knows_what_lies_beyond_the_scope() {
        let unknown = Movement::NotComparable(Hindrance::EndOfScope);
        assert_eq!(movement(&sure(2), &sure(3), (2, 5)), unknown);
        assert_eq!(movement(&sure(2), &sure(2), (2, 5)), unknown);
        assert_eq!(movement(&sure(3), &sure(2), (5, 2)), unknown);
        assert_eq!(movement(&sure(2), &sure(1), (2, 5)), Movement::Fell(1));
        assert_eq!(movement(&sure(1), &sure(1), (2, 5)), Movement::Same);
        assert_eq!(movement(&sure(1), &sure(2), (5, 2)), Movement::Rose(1));
    }

    #[test]
    fn readings_and_changes_are_told_in_words() {
        let levels: Vec<String> = (0..=5).map(|level| level.to_string()).collect();
        assert_eq!(sure(2).words(&levels), "2");
        assert_eq!(at(1, 0, 3).words(&levels), "1, open from 0 to 3");
        assert_eq!(Reading::NotInScope.words(&levels), "not in scope");
        assert_eq!(Movement::Fell(2).words(), "fell by 2");
        let blank = Movement::NotComparable(Hindrance::NotRatedBefore);
        assert_eq!(blank.words(), "not comparable: not rated in the base");
    }
}
