//! Undo: what stood before an edit stands again after its opposite.

use crate::support::every_edit;
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::edit::Edit;

#[test]
fn every_edit_can_be_taken_back() {
    let file = every_edit::file();
    let mut assessment = Assessment::start(file.changes[0].clone()).expect("it starts");
    let mut counted = 0;
    for change in &file.changes[1..] {
        let undo = assessment.opposite(&change.edit, &change.author);
        if assessment.apply(change.clone()).is_err() {
            continue;
        }
        // A judgement is withdrawn, and the one before it stands again: that tells nothing of what stood.
        let Some(undo) = undo.filter(|_| !is_judgement(&change.edit)) else {
            continue;
        };
        let now = |assessment: &Assessment| assessment.opposite(&change.edit, &change.author);
        assert_ne!(now(&assessment), Some(undo.clone()), "{:?}", change.edit);
        let mut back = assessment.clone();
        back.apply(Change {
            id: back.next_id(&change.id.replica),
            edit: undo.clone(),
            ..change.clone()
        })
        .expect("an opposite can be made");
        assert_eq!(now(&back), Some(undo), "{:?}", change.edit);
        counted += 1;
    }
    assert!(counted > 70, "{counted} edits");
}

fn is_judgement(edit: &Edit) -> bool {
    matches!(edit, Edit::Judge { .. } | Edit::Withdraw { .. })
}
