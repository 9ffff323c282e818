//! A doubt that people let stand, for the ratings as they were then.

use super::assessment::Assessment;
use super::process_state::Remarks;
use super::subject::Subject;

/// Why a doubt about a rating was let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetStand {
    pub note: String,
    /// Its place in the order of changes.
    pub place: usize,
}

impl LetStand {
    /// Whether it still speaks of these ratings: what counts for each was said before. Who rates one of them anew, be it the same
    /// again, opens the doubt; who takes that back closes it.
    pub fn speaks_of<'a>(
        &self,
        assessment: &Assessment,
        subjects: impl IntoIterator<Item = &'a Subject>,
    ) -> bool {
        let counted_at = |subject| assessment.remarks(subject).and_then(Remarks::counted_at);
        let mut places = subjects.into_iter().filter_map(counted_at);
        places.all(|place| place < self.place)
    }
}
