//! What the tests share: the shipped models, a workshop that makes assessments, printed profiles.

pub mod damage;
pub mod every_edit;
pub mod files;
pub mod pictures;
pub mod plans;
pub mod program;
pub mod readers;
pub mod team_edits;
pub mod teams;
pub mod trend_pictures;

use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::edit::{Edit, ModelRef};
use plumbline::domain::framework::Framework;
use plumbline::domain::id::{MethodId, ModelId, ProcessId, ReplicaId};
use plumbline::domain::judgement::{Judgement, Settlement};
use plumbline::domain::model::{Model, rule_of};
use plumbline::domain::profile::{LevelRange, Profile};
use plumbline::domain::refusal::Refusal;
use plumbline::domain::result::{AttributeResult, ProcessResult, process_result};
use plumbline::domain::scale::Rating;
use plumbline::domain::subject::Subject;
use plumbline::reference::library::Library;
use std::path::Path;
use std::sync::{Arc, LazyLock};

pub const ISO_33020: &str = "iso-33020-2015";
pub const ISO_15504: &str = "iso-15504-2-2003";
pub const ASSESSMENT_MODEL: &str = "itsm-assessment";

/// The person who edits where a test does not say who.
pub const ANNA: &str = "Anna";

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::read(&model_files()));
static MODEL_33020: LazyLock<Model> = LazyLock::new(|| joined(ISO_33020));
static MODEL_15504: LazyLock<Model> = LazyLock::new(|| joined(ISO_15504));

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// How many cases a property is tried with: few, unless the environment asks for more.
pub fn cases(few: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(few)
}

/// The shipped model files, as name and text, in the order of their names.
pub fn model_files() -> Vec<(String, String)> {
    files::json_files("models")
}

pub fn library() -> &'static Library {
    &LIBRARY
}

pub fn framework(id: &str) -> &'static Arc<Framework> {
    let found = LIBRARY.framework(&ModelId::new(id));
    found.expect("a shipped framework")
}

/// The shipped processes and indicators over ISO/IEC 33020:2015.
pub fn model() -> &'static Model {
    &MODEL_33020
}

/// The shipped processes and indicators over a framework.
pub fn model_over(framework: &str) -> &'static Model {
    if framework == ISO_15504 {
        &MODEL_15504
    } else {
        &MODEL_33020
    }
}

fn joined(framework: &str) -> Model {
    LIBRARY
        .model(&any_version(ASSESSMENT_MODEL), &any_version(framework))
        .expect("the shipped files fit together")
}

/// Level and range of a printed profile: `profile("iso-33020-2015", &[("PA1.1", "F")])`.
pub fn profile_level(framework_id: &str, ratings: &[(&str, &str)]) -> LevelRange {
    let framework = framework(framework_id);
    for (attribute, rating) in ratings {
        let known = framework.attribute(&(*attribute).into()).is_some();
        assert!(known, "{framework_id} has no attribute {attribute}");
        let known = framework.scale.rank(&Rating::new(*rating)).is_some();
        assert!(known, "{framework_id} has no rating {rating}");
    }
    let profile = Profile::new(framework, |id| {
        let found = ratings
            .iter()
            .find(|(attribute, _)| *attribute == id.as_str())?;
        Some(Rating::new(found.1))
    });
    let rule = rule_of(framework).expect("the rule of a shipped framework");
    profile.level(framework, &rule)
}

/// One assessment under way, with the people who edit it.
pub struct Workshop {
    pub model: &'static Model,
    pub assessment: Assessment,
}

impl Workshop {
    /// An assessment of some processes over ISO/IEC 33020:2015.
    pub fn new(method: &str, highest_level: u8, processes: &[&str]) -> Self {
        Self::over(ISO_33020, method, highest_level, processes)
    }

    pub fn over(framework: &str, method: &str, highest_level: u8, processes: &[&str]) -> Self {
        let start = Change {
            id: change_id(1, "a"),
            author: ANNA.to_owned(),
            at: "2026-11-21T09:00:00Z".to_owned(),
            edit: start_edit(framework),
        };
        let mut workshop = Self {
            model: model_over(framework),
            assessment: Assessment::start(start).expect("a start"),
        };
        for edit in setup_edits(method, highest_level, processes) {
            workshop.edit(edit);
        }
        workshop
    }

    /// Makes an edit that must go well.
    pub fn edit(&mut self, edit: Edit) {
        self.edit_by(ANNA, edit).expect("this edit is allowed");
    }

    pub fn edit_by(&mut self, author: &str, edit: Edit) -> Result<(), Refusal> {
        self.edit_at("2026-11-21T09:00:00Z", author, edit)
    }

    /// Makes an edit at a moment, which may be before that of the edit before.
    pub fn edit_at(&mut self, at: &str, author: &str, edit: Edit) -> Result<(), Refusal> {
        let change = Change {
            id: self.assessment.next_id(&ReplicaId::new("a")),
            author: author.to_owned(),
            at: at.to_owned(),
            edit,
        };
        self.assessment.apply(change)
    }

    pub fn rate(&mut self, subject: Subject, rating: &str) {
        self.edit(judge(subject, rating));
    }

    pub fn rate_by(&mut self, author: &str, subject: Subject, rating: &str) {
        self.edit_by(author, judge(subject, rating))
            .expect("this rating is allowed");
    }

    /// Rates the indicators of an attribute in their order; `.` leaves one blank, `-` makes it not applicable.
    pub fn rate_each(&mut self, process: &str, instance: &str, attribute: &str, ratings: &str) {
        let subjects = indicators(self.model, process, instance, attribute);
        let ratings: Vec<&str> = ratings.split_whitespace().collect();
        assert_eq!(
            subjects.len(),
            ratings.len(),
            "ratings for {process} {attribute}"
        );
        for (subject, rating) in subjects.into_iter().zip(ratings) {
            match rating {
                "." => {}
                "-" => self.edit(not_applicable(subject, "We do not do this.")),
                rating => self.rate(subject, rating),
            }
        }
    }

    /// Adds instances beside the first one, which every process has.
    pub fn add_instances(&mut self, process: &str, ids: &[&str]) {
        for id in ids {
            self.edit(Edit::SetInstance {
                process: process.into(),
                instance: (*id).into(),
                name: format!("Team {id}"),
            });
        }
    }

    pub fn result(&self, process: &str) -> ProcessResult {
        process_result(self.model, &self.assessment, &process.into())
    }

    pub fn attribute(&self, process: &str, attribute: &str) -> AttributeResult {
        let result = self.result(process);
        let found = result.attribute(&attribute.into());
        found.expect("an attribute within the scope").clone()
    }

    /// The letter of an attribute, `.` where it has no rating.
    pub fn letter(&self, process: &str, attribute: &str) -> String {
        let result = self.attribute(process, attribute);
        let rating = result.standing.rating().map(ToString::to_string);
        rating.unwrap_or_else(|| ".".to_owned())
    }

    pub fn level(&self, process: &str) -> u8 {
        self.result(process).level
    }
}

pub fn change_id(clock: u64, replica: &str) -> ChangeId {
    ChangeId {
        clock,
        replica: ReplicaId::new(replica),
    }
}

pub fn start_edit(framework: &str) -> Edit {
    let reference = |id: &str| {
        let found = LIBRARY.reference_to(&ModelId::new(id), "");
        found.expect("a shipped file")
    };
    Edit::Start {
        model: reference(ASSESSMENT_MODEL),
        framework: reference(framework),
    }
}

pub fn setup_edits(method: &str, highest_level: u8, processes: &[&str]) -> [Edit; 5] {
    [
        Edit::SetTitle {
            title: "Autumn".to_owned(),
        },
        Edit::SetMethod {
            method: MethodId::new(method),
        },
        Edit::SetHighestLevel {
            level: highest_level,
        },
        Edit::SetScope {
            processes: processes.iter().map(|id| ProcessId::new(*id)).collect(),
        },
        Edit::SetTarget {
            level: highest_level,
        },
    ]
}

/// What is rated under an attribute in one instance.
pub fn indicators(model: &Model, process: &str, instance: &str, attribute: &str) -> Vec<Subject> {
    let attribute = model.framework.attribute(&attribute.into());
    let attribute = attribute.expect("an attribute of the framework");
    let indicators = model.indicators(&process.into(), attribute).iter();
    indicators
        .map(|found| Subject::indicator(process.into(), instance.into(), found.id.clone()))
        .collect()
}

/// An indicator in the first instance.
pub fn indicator(process: &str, indicator: &str) -> Subject {
    Subject::indicator(process.into(), "1".into(), indicator.into())
}

/// An attribute of a process as a whole.
pub fn attribute(process: &str, attribute: &str) -> Subject {
    Subject::attribute(process.into(), None, attribute.into())
}

/// An attribute in one instance.
pub fn attribute_in(process: &str, instance: &str, attribute: &str) -> Subject {
    Subject::attribute(process.into(), Some(instance.into()), attribute.into())
}

pub fn judge(subject: Subject, rating: &str) -> Edit {
    Edit::Judge {
        subject,
        judgement: Some(Judgement::Rated {
            rating: Rating::new(rating),
        }),
    }
}

pub fn not_applicable(subject: Subject, reason: &str) -> Edit {
    Edit::Judge {
        subject,
        judgement: Some(Judgement::NotApplicable {
            reason: reason.to_owned(),
        }),
    }
}

pub fn settle(subject: Subject, rating: &str, reason: &str) -> Edit {
    Edit::Settle {
        subject,
        settlement: Some(Settlement {
            rating: Rating::new(rating),
            reason: reason.to_owned(),
        }),
    }
}

/// A model file in whatever version is here.
pub fn any_version(id: &str) -> ModelRef {
    ModelRef {
        id: ModelId::new(id),
        version: String::new(),
        hash: String::new(),
    }
}

/// The value of a future that needs not wait for anything.
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("a memory answers at once"),
    }
}
