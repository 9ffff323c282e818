//! What one says oneself of a subject: its rating, that it does not apply, or nothing any more.

use crate::app::workspace::Workspace;
use crate::domain::edit::Edit;
use crate::domain::judgement::Judgement;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;
use crate::report::words::join;

/// Rates a subject; none takes one's own rating back. False where that is refused.
pub fn rate(workspace: Workspace, subject: Subject, rating: Option<Rating>) -> bool {
    judge(
        workspace,
        subject,
        rating.map(|rating| Judgement::Rated { rating }),
    )
}

/// Judges a subject; none takes one's own judgement back, and says so where that of somebody else stays. False where that is
/// refused.
pub fn judge(workspace: Workspace, subject: Subject, judgement: Option<Judgement>) -> bool {
    let taken_back = judgement.is_none();
    let made = workspace.apply(Edit::Judge {
        subject: subject.clone(),
        judgement,
    });
    if made && taken_back {
        let author = workspace.author();
        let held = workspace.with(|open| open.assessment.held_by_others(&subject, &author));
        let held = held.unwrap_or_default();
        if !held.is_empty() {
            workspace.say(format!(
                "What {} said stands. You take back only your own rating.",
                join(&held)
            ));
        }
    }
    made
}
