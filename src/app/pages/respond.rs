//! A questionnaire that came in a link: what a participant sees. Needs no assessment on this machine.

use crate::app::browser::timed_id;
use crate::app::parts::hand_back::HandBack;
use crate::app::parts::progress_line::ProgressLine;
use crate::app::parts::respond_question::RespondQuestion;
use crate::app::workspace::{Workspace, workspace};
use crate::domain::edit::ModelRef;
use crate::domain::id::{ModelId, ResponseId};
use crate::domain::model::Model;
use crate::domain::questionnaire::Question;
use crate::exchange::questionnaire_link::SentQuestionnaire;
use crate::exchange::response_file::Said;
use crate::report::survey_words::plain_answers;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is kept on this machine until it is handed back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub response: ResponseId,
    pub name: String,
    pub said: Vec<Said>,
}

/// A questionnaire with its model and what was said so far.
#[derive(Clone, Copy)]
pub struct Answering {
    pub sent: StoredValue<SentQuestionnaire>,
    pub model: StoredValue<Model>,
    pub kept: RwSignal<Kept>,
}

/// The questions of one process, each with its place among all.
#[derive(Clone)]
struct Chapter {
    name: String,
    purpose: String,
    questions: Vec<(usize, Asked)>,
}

/// One question as it is shown.
#[derive(Clone)]
pub struct Asked {
    pub id: String,
    pub text: String,
    pub example: Option<String>,
}

#[component]
pub fn Respond(data: String) -> impl IntoView {
    let workspace = workspace();
    match find(workspace, &data) {
        Ok(answering) => view! { <Questions answering /> }.into_any(),
        Err(sentence) => view! {
            <div class="page message">
                <h1 tabindex="-1">"This questionnaire cannot be shown"</h1>
                <p role="alert">{sentence}</p>
            </div>
        }
        .into_any(),
    }
}

impl Answering {
    /// Keeps what was said on this machine.
    pub fn keep(self, workspace: Workspace, change: impl FnOnce(&mut Kept)) {
        self.kept.update(change);
        let name = self.sent.with_value(setting);
        let text = self.kept.with_untracked(serde_json::to_string);
        if let Ok(text) = text {
            workspace.set_setting(&name, &text);
        }
    }

    /// Begins again as another participant. What was said before is gone from this machine.
    pub fn begin_anew(self, workspace: Workspace) {
        self.keep(workspace, |kept| *kept = Kept::new(kept.said.len()));
    }
}

impl Kept {
    fn new(questions: usize) -> Self {
        Self {
            response: ResponseId::new(timed_id()),
            name: String::new(),
            said: vec![Said::default(); questions],
        }
    }

    pub fn answered(&self) -> usize {
        let said = self.said.iter();
        said.filter(|said| said.answer.is_some()).count()
    }
}

#[component]
fn Questions(answering: Answering) -> impl IntoView {
    let title = answering.sent.with_value(|sent| sent.content.title.clone());
    let chapters = StoredValue::new(answering.model.with_value(|model| {
        answering.sent.with_value(|sent| {
            let found = sent.questions(model);
            found.map_or_else(|_| Vec::new(), |found| chapters(model, &found))
        })
    }));
    let words = answering.model.with_value(|model| {
        let scale = &model.framework.scale;
        let codes = scale.ratings.iter().map(|step| step.code.clone());
        codes.zip(plain_answers(scale)).collect::<Vec<_>>()
    });
    let words = StoredValue::new(words);
    let at = RwSignal::new(0_usize);
    let count = chapters.with_value(Vec::len);
    let total = answering.kept.with_untracked(|kept| kept.said.len());
    let answered = Signal::derive(move || answering.kept.with(Kept::answered));
    let turn = move |to: usize| {
        at.set(to);
        request_animation_frame(|| crate::app::browser::focus("#chapter"));
    };
    let chapter = move || {
        let at = at.get();
        let found = chapters.with_value(|chapters| chapters.get(at).cloned())?;
        Some(view! {
            <section class="chapter" aria-labelledby="chapter">
                <header class="chapter-head">
                    <h2 id="chapter" tabindex="-1">{found.name}</h2>
                    <p class="purpose"><strong>"Purpose. "</strong>{found.purpose}</p>
                </header>
                <ol class="respond-list">
                    {found.questions.into_iter().map(|(place, asked)| view! { <RespondQuestion place asked words answering /> }).collect_view()}
                </ol>
                <nav class="buttons" aria-label="Go on">
                    {(at > 0).then(|| view! { <button type="button" on:click=move |_| turn(at - 1)>"Back"</button> })}
                    {(at + 1 < count).then(|| view! { <button type="button" class="primary" on:click=move |_| turn(at + 1)>{format!("Next: part {} of {count}", at + 2)}</button> })}
                </nav>
            </section>
        })
    };
    view! {
        <div class="page respond">
            <h1 tabindex="-1">{title}</h1>
            <p>"Answer as you see it; there are no wrong answers. Answers are kept in this browser until you hand them back. Nothing is sent by itself."</p>
            <ProgressLine answered total />
            {chapter}
            <Show when=move || at.get() + 1 == count><HandBack answering /></Show>
        </div>
    }
}

/// Finds the questions on this machine, and what was said of them before.
fn find(workspace: Workspace, data: &str) -> Result<Answering, String> {
    let sent = SentQuestionnaire::read(data).map_err(|error| error.to_string())?;
    let wanted = |id: &ModelId, version: &str| ModelRef {
        id: id.clone(),
        version: version.to_owned(),
        hash: String::new(),
    };
    let over = wanted(&sent.over.model, &sent.over.version);
    let model = workspace
        .library()
        .model(&over, &wanted(&sent.over.framework, ""))?;
    let count = sent
        .questions(&model)
        .map_err(|error| error.to_string())?
        .len();
    let kept = workspace.setting(&setting(&sent));
    let kept = kept.and_then(|text| serde_json::from_str::<Kept>(&text).ok());
    let kept = kept.filter(|kept| kept.said.len() == count);
    Ok(Answering {
        kept: RwSignal::new(kept.unwrap_or_else(|| Kept::new(count))),
        model: StoredValue::new(model),
        sent: StoredValue::new(sent),
    })
}

/// Under which name answers are kept: other questions are another questionnaire.
fn setting(sent: &SentQuestionnaire) -> String {
    format!("answers/{}/{}", sent.questionnaire, sent.over.hash)
}

fn chapters(model: &Model, questions: &[Question<'_>]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut last = None;
    for (place, question) in questions.iter().enumerate() {
        if last != Some(question.process) {
            last = Some(question.process);
            let process = model.process(question.process);
            let (name, purpose) = process
                .map(|process| (process.name.clone(), process.purpose.clone()))
                .unwrap_or_default();
            chapters.push(Chapter {
                name,
                purpose,
                questions: Vec::new(),
            });
        }
        let guidance = question.indicator.guidance.as_ref();
        let asked = Asked {
            id: question.indicator.id.to_string(),
            text: question.text().to_owned(),
            example: guidance.and_then(|guidance| guidance.example.clone()),
        };
        if let Some(chapter) = chapters.last_mut() {
            chapter.questions.push((place, asked));
        }
    }
    chapters
}
