//! What one chose oneself, and what stands whatever one chooses: for the choices of a rating.

use super::assessment::Assessment;
use super::judgement::Judgement;
use super::subject::Subject;

impl Assessment {
    /// The judgement that the choices of a subject show: one's own; where one said nothing and nothing was agreed on, what counts.
    pub fn own_choice(&self, subject: &Subject, author: &str) -> Option<&Judgement> {
        let remarks = self.remarks(subject)?;
        match self.agreed(subject) {
            Some(_) => remarks.judgement_by(author),
            None => remarks.judgement_by(author).or(remarks.judgement()),
        }
    }

    /// What was agreed on, which counts beside one's own choice. None while ratings are blind.
    pub fn agreed(&self, subject: &Subject) -> Option<&Judgement> {
        let agreement = self.remarks(subject)?.agreement();
        let seen = agreement.filter(|_| self.viewer().is_none());
        seen.map(|agreement| &agreement.judgement)
    }

    /// Those but for the author who say what the choices show, by name: it stays when the author takes back their own.
    pub fn held_by_others(&self, subject: &Subject, author: &str) -> Vec<String> {
        let Some(shown) = self.own_choice(subject, author) else {
            return Vec::new();
        };
        let all = self.remarks(subject).into_iter();
        let all = all.flat_map(|remarks| remarks.judgements());
        let others = all.filter(|(name, said)| *name != author && *said == shown);
        others.map(|(name, _)| name.to_owned()).collect()
    }
}
