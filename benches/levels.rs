//! How many levels the engine derives in a second: `cargo bench`.

#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, reason = "it takes the workshop and the models only")]
#[path = "../tests/native/support/mod.rs"]
mod support;

#[cfg(not(target_arch = "wasm32"))]
mod levels {
    use super::support::{ISO_33020, Workshop, framework, indicators, model};
    use divan::counter::ItemsCount;
    use divan::{Bencher, black_box};
    use plumbline::domain::consistency::doubts;
    use plumbline::domain::effort::Efforts;
    use plumbline::domain::framework::Attribute;
    use plumbline::domain::model::rule_of;
    use plumbline::domain::path::{path_to, path_to_level};
    use plumbline::domain::process::Process;
    use plumbline::domain::profile::Profile;
    use plumbline::domain::result::process_result;
    use plumbline::domain::scale::Rating;

    const INSTANCES: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    /// The full model: every process with ten instances, every indicator rated (R1).
    fn full() -> Workshop {
        let processes: Vec<&str> = model()
            .reference
            .processes
            .iter()
            .map(|process| process.id.as_str())
            .collect();
        let mut workshop = Workshop::new("R1", 5, &processes);
        for process in processes {
            workshop.add_instances(process, &INSTANCES[1..]);
            for instance in INSTANCES {
                for attribute in &model().framework.attributes {
                    let subjects = indicators(model(), process, instance, attribute.id.as_str());
                    for (place, subject) in subjects.into_iter().enumerate() {
                        workshop.rate(subject, ["F", "F", "L"][place % 3]);
                    }
                }
            }
        }
        workshop
    }

    /// One process of eight outcomes with ten instances, far from its target, some of it not rated.
    fn unfinished() -> Workshop {
        let of_eight = |process: &&Process| process.outcomes.len() == 8;
        let process = model().reference.processes.iter().find(of_eight);
        let process = process.expect("a process of eight outcomes").id.as_str();
        let mut workshop = Workshop::new("R1", 5, &[process]);
        workshop.add_instances(process, &INSTANCES[1..]);
        for instance in INSTANCES {
            for attribute in &model().framework.attributes {
                let subjects = indicators(model(), process, instance, attribute.id.as_str());
                for (place, subject) in subjects.into_iter().enumerate() {
                    if let Some(rating) = [Some("N"), None, Some("P"), Some("L")][place % 4] {
                        workshop.rate(subject, rating);
                    }
                }
            }
        }
        workshop
    }

    /// What one click asks for: the result of one process with ten instances.
    #[divan::bench]
    fn one_process(bencher: Bencher) {
        let workshop = full();
        let process = workshop.assessment.scope[0].clone();
        bencher
            .counter(ItemsCount::new(1_usize))
            .bench_local(|| process_result(workshop.model, &workshop.assessment, &process));
    }

    /// What one click asks for too: whether what is rated goes together.
    #[divan::bench]
    fn doubts_of_one_process(bencher: Bencher) {
        let workshop = full();
        let process = workshop.assessment.scope[0].clone();
        bencher
            .counter(ItemsCount::new(1_usize))
            .bench_local(|| doubts(workshop.model, &workshop.assessment, &process));
    }

    /// What one click asks for beside it: the fewest ratings to raise for the highest level, here with work left everywhere.
    #[divan::bench]
    fn fewest_ratings(bencher: Bencher) {
        let workshop = unfinished();
        let process = workshop.assessment.scope[0].clone();
        bencher
            .counter(ItemsCount::new(1_usize))
            .bench_local(|| path_to_level(workshop.model, &workshop.assessment, &process, 5));
    }

    /// What the plan asks for: the fewest hours of work for the highest level.
    #[divan::bench]
    fn fewest_hours(bencher: Bencher) {
        let workshop = unfinished();
        let process = workshop.assessment.scope[0].clone();
        let efforts = Efforts {
            steps: vec![0, 16, 24, 40],
            ..Efforts::default()
        };
        let needs = |_: &Attribute| Some(workshop.model.framework.scale.highest());
        bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
            path_to(
                workshop.model,
                &workshop.assessment,
                &process,
                needs,
                &efforts,
            )
        });
    }

    /// What the profile page asks for: the results of all processes with ten instances each.
    #[divan::bench(sample_count = 10)]
    fn all_processes(bencher: Bencher) {
        let workshop = full();
        bencher
            .counter(ItemsCount::new(workshop.assessment.scope.len()))
            .bench_local(|| {
                for process in &workshop.assessment.scope {
                    black_box(process_result(
                        workshop.model,
                        &workshop.assessment,
                        process,
                    ));
                }
            });
    }

    /// What the command line asks for: the level of a printed profile.
    #[divan::bench]
    fn printed_profile(bencher: Bencher) {
        let framework = framework(ISO_33020);
        let rule = rule_of(framework).expect("the shipped rule");
        let profile = Profile::new(framework, |_| Some(Rating::new("F")));
        bencher
            .counter(ItemsCount::new(1_usize))
            .bench_local(|| black_box(&profile).level(framework, &rule));
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
