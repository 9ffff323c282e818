//! What participants said of each question, by role, and taking it over as ratings.

use crate::app::workspace::workspace;
use crate::domain::framework::Rates;
use crate::domain::id::{ProcessId, RoleId};
use crate::domain::result::rates;
use crate::domain::subject::Item;
use crate::domain::survey_score::{
    Answers, AttributeAnswers, IndicatorAnswers, ProcessAnswers, Scoring, in_role, survey_answers,
};
use crate::report::survey_words::{plain_answers, reliability, take_over, taken_over_for};
use crate::report::words::{count, process};
use leptos::prelude::*;

/// What was chosen to be taken over.
type Chosen = RwSignal<Vec<(ProcessId, Item)>>;

#[component]
pub fn SurveyResults() -> impl IntoView {
    let workspace = workspace();
    let role = RwSignal::new(None::<RoleId>);
    let how = RwSignal::new(Scoring::Numbers);
    let chosen: Chosen = RwSignal::new(Vec::new());
    let found = Memo::new(move |_| {
        let role = role.get();
        let found = workspace.track_any(|open| {
            let survey = &open.assessment.survey;
            survey_answers(&open.model, survey, |_, asked| {
                in_role(asked, role.as_ref())
            })
        });
        found.unwrap_or_default()
    });
    let roles = workspace.with(|open| open.model.assessment.roles.clone());
    let roles = StoredValue::new(roles.unwrap_or_default());
    let pick_role = move |event| {
        let wanted = event_target_value(&event);
        role.set((!wanted.is_empty()).then(|| RoleId::new(wanted)));
        chosen.set(Vec::new());
    };
    let over = move |_| {
        let wanted = chosen.get_untracked();
        let answers = found.with_untracked(|found| answers_of(found, &wanted));
        let author = workspace.author();
        let edits = workspace.with(|open| {
            let (model, assessment) = (&open.model, &open.assessment);
            take_over(model, assessment, &author, &answers, how.get_untracked())
        });
        if workspace.apply_all(edits.unwrap_or_default()) {
            chosen.set(Vec::new());
            let ratings = count(answers.len(), "rating");
            workspace.say(format!(
                "{ratings} taken over as yours, each with a note. Undo takes them back."
            ));
        }
    };
    view! {
        <div class="fields">
            <label>
                <span class="field-name">"Answers of"</span>
                <select on:change=pick_role>
                    <option value="">"Everybody"</option>
                    {roles.get_value().into_iter().map(|role| view! { <option value=role.id.to_string()>{role.title}</option> }).collect_view()}
                </select>
            </label>
            <label>
                <span class="field-name">"Rating made by"</span>
                <select on:change=move |event| how.set(if event_target_value(&event) == "mid" { Scoring::MidPoints } else { Scoring::Numbers })>
                    <option value="numbers">"The standard: mean of the numbers of the framework"</option>
                    <option value="mid">"Mid-points: mean of the middles of the steps in percent"</option>
                </select>
            </label>
        </div>
        <p class="hint">"Answers become ratings only when you take them over. \u{201c}Don\u{2019}t know\u{201d} and \u{201c}don\u{2019}t understand\u{201d} are counted and never scored. Agreement is the coefficient of variation over the middles of the steps: high below 30\u{a0}%, medium to 50\u{a0}%, poor above."</p>
        {move || found.with(Vec::is_empty).then(|| view! { <p class="empty">"Nobody in this role has answered yet."</p> })}
        {move || found.get().into_iter().map(|process| view! { <OfProcess process how chosen /> }).collect_view()}
        <div class="buttons take-over">
            <button type="button" class="primary" disabled=move || chosen.with(Vec::is_empty) on:click=over>
                {move || match chosen.with(Vec::len) { 0 => "Take over as my ratings".to_owned(), some => format!("Take over {} as mine", count(some, "rating")) }}
            </button>
            <span class="hint">"Choose in the tables first. Your earlier rating is replaced; those of others stay."</span>
        </div>
    }
}

#[component]
fn OfProcess(process: ProcessAnswers, how: RwSignal<Scoring>, chosen: Chosen) -> impl IntoView {
    let workspace = workspace();
    let id = process.process.clone();
    let rates = workspace.with(|open| rates(&open.model, &open.assessment));
    let rates_indicators = rates == Some(Rates::Indicators);
    let first = workspace
        .with(|open| taken_over_for(&open.model, &open.assessment, &id))
        .flatten();
    let shown = workspace.with(|open| {
        let scale = &open.model.framework.scale;
        let steps = scale.ratings.iter().zip(plain_answers(scale));
        let heads = steps.map(|(step, word)| view! { <th scope="col">{step.code.to_string()}<span class="visually-hidden">{format!(" ({word})")}</span></th> }).collect_view();
        (self::process(&open.model, &id), heads)
    });
    let (name, heads) = shown?;
    let label = format!("Answers about {name}");
    let rows = process.attributes.into_iter().map(|attribute| {
        let AttributeAnswers { attribute, indicators, all } = attribute;
        let id = id.clone();
        let title = workspace.with(|open| {
            let found = open.model.framework.attributes.iter().find(|found| found.id == attribute);
            found.map(|found| format!("{} {}", found.id, found.title))
        });
        let choose = (!rates_indicators && all.scored() > 0)
            .then(|| view! { <Choose process=id.clone() item=Item::Attribute(attribute) chosen /> });
        view! {
            <tr class="of-attribute"><th scope="row">{title.flatten()}</th>{figures(&all, how)}<td>{choose}</td></tr>
            {indicators.into_iter().map(|indicator| view! { <OfIndicator process=id.clone() indicator how chosen rates_indicators /> }).collect_view()}
        }
    }).collect_view();
    Some(view! {
        <section class="survey-process">
            <h3>{name}</h3>
            {first.map(|first| view! { <p class="hint">{first}</p> })}
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                <table class="survey-table">
                    <thead><tr>
                        <th scope="col">"Question"</th>{heads}
                        <th scope="col">"Not applicable"</th><th scope="col">"Don\u{2019}t know"</th><th scope="col">"Don\u{2019}t understand"</th>
                        <th scope="col">"Rating"</th><th scope="col">"Agreement"</th><th scope="col">"Take over"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}

#[component]
fn OfIndicator(
    process: ProcessId,
    indicator: IndicatorAnswers,
    how: RwSignal<Scoring>,
    chosen: Chosen,
    rates_indicators: bool,
) -> impl IntoView {
    let workspace = workspace();
    let question = workspace.with(|open| {
        let found = open.model.indicator(&process, &indicator.indicator)?;
        let guidance = found.guidance.as_ref();
        Some(guidance.map_or_else(|| found.text.clone(), |guidance| guidance.question.clone()))
    });
    let comments = indicator.comments;
    let id = indicator.indicator.clone();
    let choose = (rates_indicators && indicator.all.scored() > 0)
        .then(|| view! { <Choose process item=Item::Indicator(indicator.indicator) chosen /> });
    view! {
        <tr>
            <th scope="row">
                <span class="row-id">{id.to_string()}</span>" "{question.flatten()}
                {(!comments.is_empty()).then(|| view! {
                    <details><summary>{count(comments.len(), "comment")}</summary><ul>{comments.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul></details>
                })}
            </th>
            {figures(&indicator.all, how)}
            <td>{choose}</td>
        </tr>
    }
}

/// Chooses the answers about one indicator or attribute to be taken over.
#[component]
fn Choose(process: ProcessId, item: Item, chosen: Chosen) -> impl IntoView {
    let label = match &item {
        Item::Indicator(id) => format!("Take over {id} of {process}"),
        Item::Attribute(id) => format!("Take over {id} of {process}"),
    };
    let this = StoredValue::new((process, item));
    let is_chosen = move || chosen.with(|chosen| this.with_value(|this| chosen.contains(this)));
    view! {
        <input type="checkbox" aria-label=label prop:checked=is_chosen on:change=move |event| {
            let wanted = event_target_checked(&event);
            chosen.update(|chosen| {
                chosen.retain(|found| this.with_value(|this| found != this));
                if wanted {
                    chosen.push(this.get_value());
                }
            });
        } />
    }
}

/// How often each was answered, and what it comes to.
fn figures(answers: &Answers, how: RwSignal<Scoring>) -> impl IntoView + use<> {
    let workspace = workspace();
    let others = [
        answers.not_applicable,
        answers.dont_know,
        answers.dont_understand,
    ];
    let counts: Vec<u32> = answers.by_rank.iter().copied().chain(others).collect();
    let agreement = workspace.with(|open| reliability(answers, &open.model.framework.scale));
    let answers = answers.clone();
    let rating = move || {
        let how = how.get();
        workspace
            .with(|open| {
                let rank = answers.rating(&open.model, how)?;
                let code = open.model.framework.scale.rating(rank).to_string();
                Some((rank.0, code))
            })
            .flatten()
    };
    view! {
        {counts.into_iter().map(|count| view! { <td class="number">{if count == 0 { "\u{b7}".to_owned() } else { count.to_string() }}</td> }).collect_view()}
        {move || match rating() {
            Some((rank, code)) => view! { <td class="cell" data-rank=rank.to_string()>{code}</td> }.into_any(),
            None => view! { <td>"Not rated"</td> }.into_any(),
        }}
        <td>{agreement.flatten().unwrap_or_else(|| "\u{2013}".to_owned())}</td>
    }
}

fn answers_of(
    found: &[ProcessAnswers],
    wanted: &[(ProcessId, Item)],
) -> Vec<(ProcessId, Item, Answers)> {
    let mut all = Vec::new();
    for process in found {
        for attribute in &process.attributes {
            let own = (Item::Attribute(attribute.attribute.clone()), &attribute.all);
            let of_indicators = attribute.indicators.iter();
            let of_indicators =
                of_indicators.map(|found| (Item::Indicator(found.indicator.clone()), &found.all));
            for (item, answers) in std::iter::once(own).chain(of_indicators) {
                let key = (process.process.clone(), item);
                if wanted.contains(&key) {
                    all.push((key.0, key.1, answers.clone()));
                }
            }
        }
    }
    all
}
