//! The shape of the repository: what each folder of `src` may know, and how its files are kept.

use crate::support::{ISO_15504, ISO_33020, framework, root};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each folder may use of the others. `src/README.md` tells why.
const LAYERS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("reference", &["domain"]),
    ("report", &["domain"]),
    ("exchange", &["domain", "reference", "report"]),
    ("chart", &["report"]),
    ("storage", &["domain"]),
    ("command", &["domain", "reference", "exchange", "report"]),
    (
        "app",
        &[
            "domain",
            "reference",
            "exchange",
            "report",
            "chart",
            "storage",
        ],
    ),
];

/// What belongs to the browser.
const BROWSER: [&str; 6] = [
    "leptos",
    "gloo",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

const LONGEST_FILE: usize = 400;

/// A source file.
struct Source {
    /// Path within `src`, with slashes.
    path: String,
    text: String,
}

impl Source {
    /// The folder of `src` that it lies in; empty for `lib.rs` and `main.rs`.
    fn folder(&self) -> &str {
        self.path.split_once('/').map_or("", |(folder, _)| folder)
    }

    /// The lines of code with their numbers, without comments and without the tests at the end.
    fn code(&self) -> Vec<(usize, &str)> {
        let lines: Vec<(usize, &str)> = (1..).zip(self.text.lines()).collect();
        let tests = lines.windows(2).position(|pair| {
            pair[0].1 == "#[cfg(test)]" && pair[1].1.trim_start().starts_with("mod ")
        });
        let code = &lines[..tests.unwrap_or(lines.len())];
        let is_comment = |line: &str| line.trim_start().starts_with("//");
        code.iter()
            .filter(|(_, line)| !is_comment(line))
            .copied()
            .collect()
    }
}

/// All Rust files under `src`.
fn sources() -> Vec<Source> {
    let top = root().join("src");
    let mut paths = Vec::new();
    collect(&top, &mut paths);
    paths.sort();
    let source = |path: &PathBuf| Source {
        path: path
            .strip_prefix(&top)
            .expect("under src")
            .to_string_lossy()
            .replace('\\', "/"),
        text: std::fs::read_to_string(path).expect("a source file can be read"),
    };
    let sources: Vec<Source> = paths.iter().map(source).collect();
    assert!(sources.len() > 50, "only {} files found", sources.len());
    sources
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder can be listed") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// Each line of code for which `wrong` gives a remark, as "path:line: remark".
fn remarks(wrong: impl Fn(&Source, &str) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            let remarks = wrong(&source, line).into_iter();
            found.extend(remarks.map(|remark| format!("{}:{number}: {remark}", source.path)));
        }
    }
    found
}

/// The words of a line: names and numbers.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

/// The folders of this crate that a line names: `crate::domain::…`, and `crate::{` for a list, which hides them.
fn crate_folders(line: &str) -> Vec<String> {
    line.match_indices("crate::")
        .filter(|(place, _)| !line[..*place].ends_with(|before: char| before.is_alphanumeric()))
        .map(|(place, found)| {
            let rest = &line[place + found.len()..];
            if rest.starts_with('{') {
                return "{".to_owned();
            }
            words(rest).next().unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn every_folder_knows_only_the_layers_below_it() {
    let found = remarks(|source, line| {
        let Some((folder, allowed)) = LAYERS.iter().find(|(folder, _)| *folder == source.folder())
        else {
            return Vec::new();
        };
        crate_folders(line)
            .into_iter()
            .filter(|used| used != folder && !allowed.contains(&used.as_str()))
            .map(|used| format!("{folder} must not use {used}"))
            .collect()
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn every_folder_has_its_layer() {
    let known = |folder: &str| LAYERS.iter().any(|(name, _)| *name == folder);
    let unknown: Vec<String> = sources()
        .iter()
        .filter(|source| match source.folder() {
            "" => !matches!(source.path.as_str(), "lib.rs" | "main.rs"),
            folder => !known(folder),
        })
        .map(|source| source.path.clone())
        .collect();
    assert_eq!(unknown, [""; 0]);
}

/// The domain has no clock, no randomness, no input or output.
#[test]
fn the_domain_knows_std_and_serde_only() {
    let outside = [
        "csv",
        "plotters",
        "serde_json",
        "sha2",
        "fs",
        "io",
        "net",
        "env",
        "process",
        "time",
        "thread",
        "SystemTime",
        "Instant",
        "rand",
        "println",
        "eprintln",
    ];
    let found = remarks(|source, line| {
        let in_use = line.trim_start().starts_with("use ") && !line.contains("super::");
        let path = line.contains("std::") || in_use;
        let named = words(line).filter(|word| outside.contains(word));
        named
            .filter(|_| source.folder() == "domain" && path)
            .map(|word| format!("the domain must not know {word}"))
            .collect()
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_browser_is_known_to_the_app_and_two_files_of_storage() {
    let found = remarks(|source, line| {
        if source.folder() == "app"
            || ["storage/local_storage.rs", "storage/indexed_db.rs"].contains(&source.path.as_str())
        {
            return Vec::new();
        }
        let is_browser = |word: &&str| {
            BROWSER.contains(word) || word.starts_with("gloo_") || *word == "leptos_dom"
        };
        words(line).filter(is_browser).map(str::to_owned).collect()
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn plotters_is_known_to_the_charts() {
    let found = remarks(|source, line| {
        let elsewhere = source.folder() != "chart" && words(line).any(|word| word == "plotters");
        elsewhere
            .then(|| "plotters".to_owned())
            .into_iter()
            .collect()
    });
    assert_eq!(found, [""; 0]);
}

/// A panic ends the page. `expect` with its reason stays for what cannot happen.
#[test]
fn nothing_panics_for_want_of_care() {
    let found = remarks(|_, line| {
        [".unwrap()", "panic!(", "todo!(", "unimplemented!("]
            .into_iter()
            .filter(|call| line.contains(call))
            .map(str::to_owned)
            .collect()
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0], "longer than {LONGEST_FILE} lines");
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent: Vec<String> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path.clone())
        .collect();
    assert_eq!(silent, [""; 0]);
}

/// Attributes come from the framework file, and an edition may have ten of them.
#[test]
fn no_attribute_is_hard_coded() {
    let attributes = [ISO_15504, ISO_33020]
        .map(|id| &framework(id).attributes)
        .into_iter()
        .flatten();
    let literals: Vec<String> = attributes
        .map(|found| format!("\"{}\"", found.id))
        .collect();
    let found = remarks(|_, line| {
        let named = literals.iter().find(|literal| line.contains(*literal));
        named.cloned().into_iter().collect()
    });
    assert_eq!(found, [""; 0]);
}

/// How many processes there are is up to the reference model.
#[test]
fn no_count_of_processes_is_hard_coded() {
    let found = remarks(|source, line| {
        let told = ["domain", "report", "exchange"].contains(&source.folder())
            && words(line).any(|word| word == "26");
        told.then(|| "26".to_owned()).into_iter().collect()
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_repository_holds_what_belongs_there() {
    let accepted = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "models",
        "public",
        "tests",
        "Trunk.toml",
        "README.md",
        "scripts",
        ".ci",
        ".cargo",
        ".config",
        "benches",
        "LICENSE",
        "CHANGELOG.md",
        ".gitignore",
    ];
    let listed = Command::new("git")
        .current_dir(root())
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .output()
        .expect("git lists the files");
    assert!(listed.status.success(), "this is a git repository");
    let listed = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    let mut entries: Vec<&str> = listed
        .lines()
        .filter_map(|path| path.split('/').next())
        .collect();
    entries.sort_unstable();
    entries.dedup();
    assert!(entries.contains(&"Cargo.toml"), "{entries:?}");
    entries.retain(|entry| !accepted.contains(entry) && !entry.starts_with("LICENSE-"));
    assert_eq!(entries, [""; 0]);
}
