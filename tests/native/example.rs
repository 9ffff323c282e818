//! The bakery of `models/examples`: what `models/README.md` tells of it is so.

use crate::support::files::json_files;
use crate::support::{ISO_33020, any_version, model_files, root};
use plumbline::reference::library::Library;

const REFERENCE: &str = "bakery.reference.json";
const ASSESSMENT: &str = "bakery.assessment.json";

/// The shipped models and the example.
fn files() -> Vec<(String, String)> {
    let mut files = model_files();
    files.extend(json_files("models/examples"));
    files
}

fn readme() -> String {
    std::fs::read_to_string(root().join("models/README.md")).expect("the page is there")
}

/// The problems after one text of a file was replaced by another.
fn problems_with(file: &str, text: &str, other: &str) -> Vec<String> {
    let mut files = files();
    let changed = files.iter_mut().find(|(name, _)| name == file);
    let (_, found) = changed.expect("a file of the example");
    assert!(found.contains(text), "{text}");
    *found = found.replacen(text, other, 1);
    let library = Library::read(&files);
    library.problems().map(ToString::to_string).collect()
}

#[test]
fn the_bakery_is_without_errors_and_warnings() {
    let library = Library::read(&files());
    let problems: Vec<String> = library.problems().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
}

/// Level 1 is rated on its own outcomes, level 5 on achievements with guidance from the model beneath.
#[test]
fn the_bakery_can_be_assessed_up_to_level_5() {
    let library = Library::read(&files());
    let joined = library.model(&any_version("bakery-assessment"), &any_version(ISO_33020));
    let model = joined.expect("they fit together");
    let processes = model.reference.processes.iter();
    let outcomes: Vec<usize> = processes.map(|process| process.outcomes.len()).collect();
    assert_eq!(outcomes, [3, 3, 2]);
    assert_eq!(model.assessment.levels, [1, 2, 3, 4, 5]);
    for process in &model.reference.processes {
        for attribute in &model.framework.attributes {
            let indicators = model.indicators(&process.id, attribute);
            assert!(!indicators.is_empty(), "{} {}", process.id, attribute.id);
            for indicator in indicators {
                assert!(
                    indicator.guidance.is_some(),
                    "{} {}",
                    process.id,
                    indicator.id
                );
            }
        }
    }
}

/// Every longer text that the page quotes stands in a model file, and every file that it leads to is there.
#[test]
fn what_the_page_quotes_is_in_the_files() {
    let files = files();
    let page = readme();
    let quoting = page.lines().filter(|line| line.starts_with("    "));
    let mut quoted = 0;
    for text in quoting.flat_map(|line| line.split('"').skip(1).step_by(2)) {
        if let Some(path) = text.strip_prefix("./") {
            assert!(root().join(path).is_file(), "{path}");
        } else if text.len() > 20 {
            let text = text.trim_end_matches(" …");
            assert!(files.iter().any(|(_, file)| file.contains(text)), "{text}");
            quoted += 1;
        }
    }
    assert!(quoted > 10, "{quoted}");
    for link in page.split("](").skip(1) {
        let path = link.split(')').next().unwrap_or_default();
        assert!(root().join("models").join(path).is_file(), "{path}");
    }
}

#[test]
fn the_page_shows_a_problem_as_it_is_told() {
    let problems = problems_with(REFERENCE, r#""group": "BAK","#, r#""group": "BAKE","#);
    let expected = format!("error: {REFERENCE}: processes[0].group: There is no group BAKE.");
    assert!(problems.contains(&expected), "{problems:?}");
    let shown = expected.replace(REFERENCE, &format!("models/examples/{REFERENCE}"));
    assert!(readme().contains(&shown), "{shown}");
}

/// As step 3 says.
#[test]
fn a_word_of_a_higher_level_is_pointed_out() {
    let problems = problems_with(REFERENCE, "names products and amounts", "is planned");
    let expected = format!(
        "warning: {REFERENCE}: processes[0].outcomes[0].text: \"planned\" sounds like level 2 or above, but an outcome is level 1."
    );
    assert_eq!(problems, [expected]);
}

/// As step 6 says: nothing generic is its own, and only what serves its framework is taken over.
#[test]
fn without_the_model_beneath_the_bakery_lacks_what_is_generic() {
    let problems = problems_with(ASSESSMENT, "\"builds_on\": \"itsm-assessment\",", "");
    let missing = "There is no guidance for iso-33020-2015:PA2.1.a.";
    assert!(
        problems.iter().any(|problem| problem.ends_with(missing)),
        "{problems:?}"
    );
}
