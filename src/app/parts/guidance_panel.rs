//! Help with rating one indicator: what each step looks like, what to look for, what belongs to it.

use super::linked_text::linked_text;
use crate::domain::assessment_model::{AchievementRef, Direction};
use crate::domain::model::Model;
use crate::domain::subject::{Item, Subject};
use crate::report::words;
use leptos::prelude::*;

/// Guidance for the subject at hand.
pub fn guidance_panel(model: &Model, subject: &Subject) -> AnyView {
    match &subject.item {
        Item::Indicator(id) => {
            let Some(indicator) = model.indicator(&subject.process, id) else {
                return ().into_any();
            };
            let steps = indicator.guidance.as_ref().map(|guidance| {
                let glossary = &model.assessment.glossary;
                let look_for = guidance.look_for.iter().map(|text| view! { <li>{linked_text(text, glossary)}</li> }).collect_view();
                view! {
                    <p class="guide-question">{guidance.question.clone()}</p>
                    <h3>"What you would see"</h3>
                    {anchors(model, subject)}
                    {guidance.example.clone().map(|example| view! { <p class="guide-example"><strong>"Example. "</strong>{linked_text(&example, glossary)}</p> })}
                    <h3>"Look for"</h3>
                    <ul>{look_for}</ul>
                    <h3>"First step if it is not there yet"</h3>
                    <p>{linked_text(&guidance.recommendation, glossary)}</p>
                }
            });
            view! { {steps}{practices(model, subject)} }.into_any()
        }
        Item::Attribute(id) => {
            let Some(attribute) = model.framework.attribute(id) else {
                return ().into_any();
            };
            let questions = model
                .indicators(&subject.process, attribute)
                .iter()
                .map(|indicator| {
                    let question = indicator
                        .guidance
                        .as_ref()
                        .map_or(&indicator.text, |guidance| &guidance.question);
                    view! { <li>{question.clone()}</li> }
                })
                .collect_view();
            view! {
                <p class="guide-question">{attribute.meaning.clone()}</p>
                <h3>"Ask yourselves"</h3>
                <ul>{questions}</ul>
                <h3>"What goes wrong without it"</h3>
                <p>{attribute.effect.clone()}</p>
            }
            .into_any()
        }
    }
}

/// What each step above the lowest looks like for an indicator. None where the model does not say.
pub fn anchors(model: &Model, subject: &Subject) -> Option<AnyView> {
    let Item::Indicator(id) = &subject.item else {
        return None;
    };
    let guidance = model.indicator(&subject.process, id)?.guidance.as_ref()?;
    let shown = steps(
        model,
        [&guidance.partially, &guidance.largely, &guidance.fully],
    );
    Some(view! { <dl class="guide-steps">{shown}</dl> }.into_any())
}

/// What each step above the lowest looks like. Three texts, for the three highest steps of the scale.
fn steps(model: &Model, texts: [&String; 3]) -> impl IntoView + use<> {
    let scale = &model.framework.scale.ratings;
    // A scale of fewer steps leaves out the lower texts.
    let mut described: Vec<_> = scale.iter().rev().zip(texts.into_iter().rev()).collect();
    described.reverse();
    described.into_iter().map(|(step, text)| {
        let limits = words::limits(step.above, step.up_to);
        view! {
            <dt><span class="letter">{step.code.to_string()}</span>" "{step.word.clone()}" "<span class="limits">{limits}</span></dt>
            <dd>{linked_text(text, &model.assessment.glossary)}</dd>
        }
    }).collect_view()
}

/// Practices, information items and resources that belong to the indicator.
fn practices(model: &Model, subject: &Subject) -> Option<AnyView> {
    let Item::Indicator(id) = &subject.item else {
        return None;
    };
    let wanted = AchievementRef::new(&model.framework.header.id, id);
    let base = model.assessment.indicators(&subject.process);
    let practices: Vec<(String, String)> = base
        .into_iter()
        .flat_map(|process| &process.practices)
        .filter(|practice| practice.outcomes.contains(id))
        .map(|practice| (practice.id.clone(), practice.text.clone()))
        .chain(
            model
                .assessment
                .generic_practices
                .iter()
                .filter(|practice| practice.achievements.contains(&wanted))
                .map(|practice| (practice.id.clone(), practice.text.clone())),
        )
        .collect();
    let items: Vec<(String, String)> = base
        .into_iter()
        .flat_map(|process| &process.information_items)
        .filter(|item| item.outcomes.contains(id))
        .map(|item| {
            let way = match item.direction {
                Direction::In => "in",
                Direction::Out => "out",
            };
            (format!("{} ({way})", item.name), item.holds.clone())
        })
        .chain(
            model
                .assessment
                .generic_resources
                .iter()
                .filter(|resource| resource.achievements.contains(&wanted))
                .map(|resource| (resource.name.clone(), resource.holds.clone())),
        )
        .collect();
    let list = |title: &'static str, entries: Vec<(String, String)>| {
        (!entries.is_empty()).then(|| view! {
            <h3>{title}</h3>
            <ul class="guide-list">
                {entries.into_iter().map(|(name, text)| view! { <li><strong>{name}</strong>" "{linked_text(&text, &model.assessment.glossary)}</li> }).collect_view()}
            </ul>
        })
    };
    Some(view! { <div class="guide-more">{list("Practices", practices)}{list("Information items and resources", items)}</div> }.into_any())
}
