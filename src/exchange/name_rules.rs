//! What becomes of each field of an assessment file that is shared without names.

use super::envelope::WRITTEN_BY;

/// What is numbered, each kind by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Person,
    Instance,
    InstanceName,
    Evidence,
    Profile,
    Action,
    Inhibitor,
    Phase,
    Unit,
    Milestone,
    Assessment,
    Finding,
    Questionnaire,
    Response,
    Member,
    Interview,
    Approval,
}

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Says nothing of people, places and evidence.
    Keep,
    /// Comes from the model file, not from a person.
    OfModel,
    /// The id that the shared file gets.
    NewId,
    /// Another text stands in place of every one. A blank text stays blank: an edit that was refused stays refused.
    Text(&'static str),
    /// "Person 1", "Person 2" and so on, in the order in which they appear.
    Person,
    /// "Instance 1" and so on. The name that every first instance has is not a person's and stays.
    InstanceName,
    /// A number. The first instance, which every process has, keeps its id.
    InstanceId,
    /// The id of something that people made: a number.
    Number(Kind),
    /// The name of something that people made: a word and a number. A blank one stays blank.
    Name(Kind, &'static str),
    /// A number that keeps the order, because changes are ordered by it.
    Replica,
    /// The day without the time.
    Day,
}

const REASON: Rule = Rule::Text("The reason was left out.");
const EMPTY: Rule = Rule::Text("");

/// The rule of every field, by its path in the JSON of a file. A path that begins with `*` stands for all that end as it does.
pub const RULES: [(&str, Rule); 196] = [
    ("format", Rule::Keep),
    ("format_version", Rule::Keep),
    ("id", Rule::NewId),
    ("*model.id", Rule::OfModel),
    ("*model.version", Rule::OfModel),
    ("*model.hash", Rule::OfModel),
    ("*framework.id", Rule::OfModel),
    ("*framework.version", Rule::OfModel),
    ("*framework.hash", Rule::OfModel),
    ("written_at", Rule::Day),
    ("written_by", Rule::Text(WRITTEN_BY)),
    ("changes[].id.clock", Rule::Keep),
    ("changes[].id.replica", Rule::Replica),
    ("changes[].author", Rule::Person),
    ("changes[].at", Rule::Day),
    ("*.subject.process", Rule::OfModel),
    ("*.subject.instance", Rule::InstanceId),
    ("*.item.indicator", Rule::OfModel),
    ("*.item.attribute", Rule::OfModel),
    ("*.set_title.title", Rule::Text("Assessment without names")),
    ("*.set_unit.unit", EMPTY),
    ("*.place_unit.kind", Rule::Keep),
    ("*.within[].kind", Rule::Keep),
    ("*.within[].name", Rule::Name(Kind::Unit, "Unit")),
    ("*.set_purpose.purpose", EMPTY),
    ("*.set_scope.processes[]", Rule::OfModel),
    ("*.set_highest_level.level", Rule::Keep),
    ("*.set_method.method", Rule::OfModel),
    ("*.set_target.level", Rule::Keep),
    ("*.set_process_target.process", Rule::OfModel),
    ("*.set_process_target.level", Rule::Keep),
    ("*.set_attribute_target.process", Rule::OfModel),
    ("*.set_attribute_target.attribute", Rule::OfModel),
    ("*.target.rating", Rule::OfModel),
    ("*.set_attribute_target.target", Rule::Keep),
    ("*.attributes[].target", Rule::Keep),
    ("*.set_target_reason.process", Rule::OfModel),
    ("*.set_target_reason.reason", REASON),
    ("*.set_target_profile.profile", Rule::Number(Kind::Profile)),
    (
        "*.set_milestone.content.name",
        Rule::Name(Kind::Milestone, "Milestone"),
    ),
    (
        "*.set_target_profile.content.name",
        Rule::Name(Kind::Profile, "Target profile"),
    ),
    ("*.content.level", Rule::Keep),
    ("*.processes[].process", Rule::OfModel),
    ("*.processes[].level", Rule::Keep),
    ("*.processes[].reason", REASON),
    ("*.attributes[].attribute", Rule::OfModel),
    ("*.set_instance.process", Rule::OfModel),
    ("*.set_instance.instance", Rule::InstanceId),
    ("*.set_instance.name", Rule::InstanceName),
    ("*.remove_instance.process", Rule::OfModel),
    ("*.remove_instance.instance", Rule::InstanceId),
    ("*.judgement.rated.rating", Rule::OfModel),
    ("*.judgement.not_applicable.reason", REASON),
    ("*.settlement.rating", Rule::OfModel),
    ("*.settlement.reason", REASON),
    ("*.set_note.text", EMPTY),
    ("*.set_evidence.evidence", Rule::Number(Kind::Evidence)),
    ("*.content.kind", Rule::Keep),
    ("*.content.source", Rule::Text("The evidence was left out.")),
    ("*.content.date", Rule::Keep),
    ("*.set_sample.sample", Rule::Keep),
    ("*.set_milestone.milestone", Rule::Number(Kind::Milestone)),
    ("*.content.at", Rule::Day),
    ("*.content.changes", Rule::Keep),
    // The changes that it was made of are others now.
    ("*.content.hash", EMPTY),
    ("*.previous.assessment", Rule::Number(Kind::Assessment)),
    ("*.previous.title", Rule::Text("Assessment without names")),
    ("*.previous.day", Rule::Keep),
    ("*.carried.by", Rule::Person),
    ("*.carried.on", Rule::Keep),
    ("*.carried.lifted", Rule::Keep),
    ("*.carried.origin", Rule::Keep),
    ("*.origin.split.from", Rule::OfModel),
    ("*.origin.part.from", Rule::OfModel),
    ("*.origin.merged.from[]", Rule::OfModel),
    ("*.origin.revised.from", Rule::OfModel),
    ("*.set_evidence_age.months", Rule::Keep),
    ("*.set_reassess_by.day", Rule::Keep),
    ("*.agreement.reason", REASON),
    ("*.agreement.by[]", Rule::Person),
    ("*.agreement.how", Rule::Keep),
    ("*.set_instance_weight.process", Rule::OfModel),
    ("*.set_instance_weight.instance", Rule::InstanceId),
    ("*.weight.weight", Rule::Keep),
    ("*.weight.reason", REASON),
    ("*.override_rule.rule", Rule::OfModel),
    ("*.override_rule.note", REASON),
    ("*.set_blind.blind", Rule::Keep),
    ("*.set_time_box.minutes", Rule::Keep),
    ("*.finding.set.finding", Rule::Number(Kind::Finding)),
    ("*.finding.attach.finding", Rule::Number(Kind::Finding)),
    ("*.attach.attached", Rule::Keep),
    ("*.content.text", Rule::Text("The finding was left out.")),
    ("*.content.parked", Rule::Keep),
    ("*.content.done", Rule::Keep),
    ("*.evidence.set.evidence", Rule::Number(Kind::Evidence)),
    ("*.evidence.cite.evidence", Rule::Number(Kind::Evidence)),
    (
        "*.evidence.set_image.evidence",
        Rule::Number(Kind::Evidence),
    ),
    (
        "*.evidence.set.content.title",
        Rule::Text("The evidence was left out."),
    ),
    ("*.evidence.set.content.place", EMPTY),
    ("*.evidence.set.content.role", EMPTY),
    ("*.evidence.set.content.by", Rule::Person),
    ("*.cite.cited", Rule::Keep),
    ("*.image.kind", Rule::Keep),
    ("*.image.data", EMPTY),
    ("*.image.shows", EMPTY),
    (
        "*.set_questionnaire.questionnaire",
        Rule::Number(Kind::Questionnaire),
    ),
    (
        "*.set_questionnaire.content.title",
        Rule::Name(Kind::Questionnaire, "Questionnaire"),
    ),
    ("*.set_questionnaire.content.role", Rule::OfModel),
    ("*.set_questionnaire.content.processes[]", Rule::OfModel),
    ("*.set_questionnaire.content.named", Rule::Keep),
    ("*.set_response.response", Rule::Number(Kind::Response)),
    (
        "*.set_response.content.questionnaire",
        Rule::Number(Kind::Questionnaire),
    ),
    ("*.set_response.content.name", Rule::Person),
    ("*.set_response.content.day", Rule::Keep),
    ("*.answers[].process", Rule::OfModel),
    ("*.answers[].indicator", Rule::OfModel),
    ("*.answers[].answer", Rule::Keep),
    ("*.answer.rated", Rule::OfModel),
    ("*.answers[].comment", EMPTY),
    ("*.keep.kept", Rule::Keep),
    ("*.set_text.field", Rule::Keep),
    ("*.set_text.text", EMPTY),
    ("*.set_class.class", Rule::Keep),
    ("*.set_independence.party", Rule::Keep),
    ("*.independence.category", Rule::Keep),
    ("*.independence.words", EMPTY),
    ("*.set_member.member", Rule::Number(Kind::Member)),
    ("*.set_member.content.name", Rule::Person),
    ("*.set_member.content.role", Rule::Keep),
    ("*.competence.education", EMPTY),
    ("*.competence.training", EMPTY),
    ("*.competence.experience", EMPTY),
    ("*.competence.credentials", EMPTY),
    ("*.set_interview.interview", Rule::Number(Kind::Interview)),
    ("*.set_interview.content.day", Rule::Keep),
    ("*.set_interview.content.time", EMPTY),
    ("*.set_interview.content.roles", EMPTY),
    ("*.set_interview.content.processes[]", Rule::OfModel),
    ("*.set_interview.content.assessors", EMPTY),
    ("*.approve.approval", Rule::Number(Kind::Approval)),
    ("*.approve.content.of", Rule::Keep),
    ("*.approve.content.by", Rule::Person),
    ("*.approve.content.on", Rule::Keep),
    // The changes that it covers are others now.
    ("*.seal.hash", EMPTY),
    ("*.seal.results", EMPTY),
    ("*.seal.changes", Rule::Keep),
    ("*.seal.engine", Rule::Keep),
    ("*.seal.by", Rule::Person),
    ("*.reopen.reason", REASON),
    ("*.set_action.action", Rule::Number(Kind::Action)),
    ("*.title.title", Rule::Text("Action")),
    ("*.lift.expected", Rule::OfModel),
    ("*.owner.owner", Rule::Person),
    ("*.start.date", Rule::Keep),
    ("*.due.date", Rule::Keep),
    ("*.effort.hours", Rule::Keep),
    ("*.cost.cost", Rule::Keep),
    ("*.status.status", Rule::Keep),
    ("*.measure.what", Rule::Text("The measure was left out.")),
    ("*.measure.unit", EMPTY),
    ("*.measure.baseline", Rule::Keep),
    ("*.measure.target", Rule::Keep),
    ("*.reading.date", Rule::Keep),
    ("*.reading.value", Rule::Keep),
    ("*.needs.action", Rule::Number(Kind::Action)),
    ("*.needs.needed", Rule::Keep),
    ("*.link.linked", Rule::Keep),
    ("*.notes.text", EMPTY),
    ("*.field.phase.phase", Rule::Number(Kind::Phase)),
    ("*.gain.gain", Rule::Keep),
    ("*.place.place.place", Rule::Keep),
    ("*.place.place.reason", REASON),
    ("*.removed.removed", Rule::Keep),
    ("*.set_inhibitor.inhibitor", Rule::Number(Kind::Inhibitor)),
    ("*.what.text", Rule::Text("An inhibitor")),
    ("*.origin.text", EMPTY),
    ("*.blocks.action", Rule::Number(Kind::Action)),
    ("*.blocks.blocked", Rule::Keep),
    ("*.fallen.date", Rule::Keep),
    ("*.answer.text", EMPTY),
    ("*.set_business_weight.process", Rule::OfModel),
    ("*.set_business_weight.weight", Rule::Keep),
    ("*.set_risk_variant.variant", Rule::OfModel),
    ("*.set_step_effort.to", Rule::OfModel),
    ("*.set_step_effort.hours", Rule::Keep),
    ("*.set_item_effort.process", Rule::OfModel),
    ("*.set_item_effort.hours", Rule::Keep),
    ("*.set_phase.phase", Rule::Number(Kind::Phase)),
    ("*.set_phase.text.title", Rule::Name(Kind::Phase, "Phase")),
    ("*.set_phase.text.aim", EMPTY),
    ("*.set_phase.text.removed", Rule::Keep),
    ("*.set_capacity.quarter", Rule::Keep),
    ("*.set_capacity.hours", Rule::Keep),
    ("*.set_usual_capacity.hours", Rule::Keep),
    ("*.set_currency.currency", EMPTY),
];

/// Whether a rule is about a path.
pub fn is_about(pattern: &str, path: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some(end) => path.ends_with(end),
        None => path == pattern,
    }
}

/// The first that is about a path.
///
/// # Errors
/// Where there is none.
pub fn rule(path: &str) -> Result<Rule, String> {
    let found = RULES.iter().find(|(pattern, _)| is_about(pattern, path));
    found.map(|(_, rule)| *rule).ok_or_else(|| {
        format!(
            "The field {path} has no rule that says whether it may be shared, so nothing is shared."
        )
    })
}
