//! Files and stored texts of every kind, damaged at random: no reader panics, and what is wrong is said.
//!
//! `scripts/fuzz 1000000` tries more, and tells how long the slowest took.

use crate::support::every_edit;
use crate::support::readers;
use crate::support::readers::{Input, Reader};
use crate::support::{cases, root};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Longer than this is taken for a hang.
const LONGEST: Duration = Duration::from_secs(10);

fn holds(name: &str) {
    let Reader { inputs, check, .. } = readers::reader(name);
    let config = Config {
        cases: cases(96),
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&inputs, |input| {
        catch_unwind(|| check(&input)).map_err(|_| {
            let text = String::from_utf8_lossy(&input.bytes);
            TestCaseError::fail(format!("{name}: {text}"))
        })
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
}

#[test]
fn model_files() {
    holds("model file");
}

#[test]
fn model_tables() {
    holds("model CSV");
}

#[test]
fn ratings_tables() {
    holds("ratings CSV");
}

#[test]
fn plan_tables() {
    holds("plan CSV");
}

#[test]
fn assessment_files() {
    holds("assessment file");
}

#[test]
fn files_without_names() {
    holds("without names");
}

#[test]
fn backups() {
    holds("backup");
}

#[test]
fn locked_files() {
    holds("locked file");
}

#[test]
fn stored_texts() {
    holds("stored text");
}

#[test]
fn every_reader_has_a_test() {
    let own = include_str!("damage_files.rs");
    for reader in readers::readers() {
        assert!(
            own.contains(&format!("holds(\"{}\")", reader.name)),
            "{}",
            reader.name
        );
    }
}

/// What the damages start from must be sound, or they would all end at the first check.
#[test]
fn undamaged_inputs_are_read() {
    let text = plumbline::exchange::envelope::text(&every_edit::file());
    assert!(plumbline::exchange::envelope::read(&text).is_ok());
    let mut runner = TestRunner::new(Config::default());
    let inputs = readers::reader("without names").inputs;
    let readable = (0..400)
        .filter(|_| {
            let input = inputs.new_tree(&mut runner).expect("an input").current();
            let text = String::from_utf8_lossy(&input.bytes);
            plumbline::exchange::envelope::read(&text).is_ok()
        })
        .count();
    assert!(
        readable > 40,
        "only {readable} of 400 could be shared at all"
    );
}

/// The long run of `scripts/fuzz`: FUZZ_INPUTS inputs over all readers.
#[test]
#[ignore = "takes long; scripts/fuzz runs it"]
fn fuzz() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let inputs: u64 = number("FUZZ_INPUTS").expect("FUZZ_INPUTS says how many inputs");
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = since.map_or(0, |time| time.as_secs());
    let seed: u64 = number("FUZZ_SEED").unwrap_or(now);
    println!("seed {seed}");
    let readers = readers::readers();
    let share = inputs.div_ceil(readers.len() as u64);
    let under_way: UnderWay = Arc::new(Mutex::new(None));
    watch(&under_way);
    // A panic is counted; its input is kept.
    std::panic::set_hook(Box::new(|_| {}));
    let panics: u64 = readers
        .iter()
        .map(|reader| fuzz_reader(reader, share, seed, &under_way))
        .sum();
    let _ = std::panic::take_hook();
    assert_eq!(panics, 0, "inputs are kept in {}", kept_in().display());
}

/// The input that is being read, of which reader, and since when.
type UnderWay = Arc<Mutex<Option<(&'static str, Input, Instant)>>>;

fn fuzz_reader(reader: &Reader, inputs: u64, seed: u64, under_way: &UnderWay) -> u64 {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut panics, mut slowest) = (0, Duration::ZERO);
    let began = Instant::now();
    for _ in 0..inputs {
        let tree = reader.inputs.new_tree(&mut runner);
        let input = tree.expect("inputs can always be made").current();
        let start = Instant::now();
        *under_way.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((reader.name, input.clone(), start));
        let found = catch_unwind(AssertUnwindSafe(|| (reader.check)(&input)));
        slowest = slowest.max(start.elapsed());
        if found.is_err() {
            panics += 1;
            keep(reader.name, "panic", &input);
        }
    }
    *under_way.lock().unwrap_or_else(PoisonError::into_inner) = None;
    println!(
        "{:<16} {inputs:>8} inputs  {panics} panics  slowest {:>7.1} ms  {:>6.1} s in all",
        reader.name,
        slowest.as_secs_f64() * 1000.0,
        began.elapsed().as_secs_f64(),
    );
    panics
}

/// Ends the run where one input takes too long.
fn watch(under_way: &UnderWay) {
    let under_way = Arc::clone(under_way);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = under_way.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((name, input, since)) = &*now
                && since.elapsed() > LONGEST
            {
                keep(name, "hang", input);
                println!(
                    "{name}: hangs; the input is kept in {}",
                    kept_in().display()
                );
                std::process::exit(1);
            }
        }
    });
}

fn kept_in() -> std::path::PathBuf {
    root().join("target/fuzz-inputs")
}

/// Keeps an input under its fingerprint, so that the same one is kept once.
fn keep(name: &str, what: &str, input: &Input) {
    let text = String::from_utf8_lossy(&input.bytes);
    let hash = plumbline::reference::fingerprint::fingerprint(&text);
    let name = name.replace(' ', "-");
    let path = kept_in().join(format!("{name}-{what}-{}", &hash[..12]));
    let written =
        std::fs::create_dir_all(kept_in()).and_then(|()| std::fs::write(&path, &input.bytes));
    written.expect("an input can be kept");
}
