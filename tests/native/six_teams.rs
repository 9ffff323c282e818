//! The sample of six teams on five days: what is shipped is whole, and tells what it is meant to tell.

use crate::support::{library, model, root};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::moment::Moment;
use plumbline::domain::result::process_result;
use plumbline::exchange::backup::Entry;
use plumbline::exchange::backup_reader::Reader;
use plumbline::exchange::milestone_hash::{MilestoneStanding, standing};

fn teams() -> Vec<Assessment> {
    let path = root().join("models/samples/six-teams.jsonl");
    let bytes = std::fs::read(path).expect("the sample is there");
    let mut reader = Reader::default();
    let entries = reader.push(&bytes);
    let assessment = |entry: Entry| match entry {
        Entry::Assessment { file, .. } => {
            let (assessment, refused) = Assessment::from_changes(&file.changes).expect("it starts");
            assert_eq!(refused, []);
            assessment
        }
        other => panic!("a sample holds assessments only, not {other:?}"),
    };
    let entries = entries.into_iter();
    entries
        .map(|entry| assessment(entry.expect("each line can be read")))
        .collect()
}

fn team(name: &str) -> Assessment {
    let found = teams().into_iter().find(|team| team.unit == name);
    found.expect("a team of the sample")
}

/// The level of a process at each milestone; none where nothing was rated by then.
fn levels(team: &Assessment, process: &str) -> Vec<Option<u8>> {
    let level = |at: &Moment| {
        let then = team.at(at).expect("it starts");
        let result = process_result(model(), &then, &process.into());
        (result.progress.rated > 0).then_some(result.level)
    };
    team.milestones
        .values()
        .map(|milestone| level(&milestone.at))
        .collect()
}

#[test]
fn six_teams_have_five_milestones_each_and_all_are_whole() {
    let teams = teams();
    assert_eq!(teams.len(), 6);
    let keys: std::collections::BTreeSet<_> = teams.iter().map(Assessment::unit_key).collect();
    assert_eq!(keys.len(), 6, "each is a unit of its own");
    for team in &teams {
        assert!(team.sample, "{} is marked as a sample", team.title);
        assert_eq!(
            team.model.hash,
            library()
                .reference_to(&team.model.id, "")
                .expect("shipped")
                .hash
        );
        let standings = team
            .milestones
            .values()
            .map(|milestone| standing(team, milestone));
        assert_eq!(
            standings.collect::<Vec<_>>(),
            [MilestoneStanding::Whole; 5],
            "{}",
            team.title
        );
    }
}

/// One change more or less, or a word in one, and a milestone says so.
#[test]
fn a_milestone_tells_when_what_it_covers_has_changed() {
    let team = team("Networks");
    let first = team.milestones[&"m1".into()].clone();
    let mut changes = team.changes().to_vec();
    changes[2].author = "Somebody else".to_owned();
    let (altered, _) = Assessment::from_changes(&changes).expect("it starts");
    assert_eq!(
        standing(&altered, &first),
        MilestoneStanding::Changed { now: first.changes }
    );
    changes = team.changes().to_vec();
    changes.remove(3);
    let (shorter, _) = Assessment::from_changes(&changes).expect("it starts");
    assert_eq!(
        standing(&shorter, &first),
        MilestoneStanding::Changed {
            now: first.changes - 1
        }
    );
}

#[test]
fn the_teams_go_their_own_ways() {
    let found = |name: &str, process: &str| levels(&team(name), process);
    assert_eq!(
        [
            found("Service desk Harbour", "RES-1"),
            found("Service desk Old Town", "SDE-5"),
            found("Data centre", "CON-1"),
            found("Online payments", "CON-1"),
            found("Registry applications", "RES-2"),
            found("Registry applications", "SMS-8"),
        ],
        [
            [Some(1), Some(2), Some(2), Some(2), Some(3)],
            [Some(2), Some(1), Some(1), Some(1), Some(1)],
            [Some(2), Some(2), Some(2), Some(3), Some(3)],
            [Some(2); 5],
            [None, None, None, Some(1), Some(1)],
            [None; 5],
        ]
    );
}
