//! Something wrong in a file: where it is, and what is wrong in plain words.

use std::fmt;

/// One finding about one place of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// Name of the file.
    pub file: String,
    /// Path within the file, for example `processes[3].outcomes[1].id`. Empty for the file as a whole.
    pub place: String,
    pub text: String,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used; somebody should look at it.
    Warning,
}

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Problems {
    file: String,
    found: Vec<Problem>,
}

impl Problems {
    pub fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            found: Vec::new(),
        }
    }

    pub fn error(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.add(Severity::Error, place.into(), text.into());
    }

    pub fn warning(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.add(Severity::Warning, place.into(), text.into());
    }

    pub fn has_errors(&self) -> bool {
        self.found
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }

    pub fn into_list(self) -> Vec<Problem> {
        self.found
    }

    fn add(&mut self, severity: Severity, place: String, text: String) {
        self.found.push(Problem {
            severity,
            file: self.file.clone(),
            place,
            text,
        });
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.file)?;
        if !self.place.is_empty() {
            write!(f, ": {}", self.place)?;
        }
        write!(f, ": {}", self.text)
    }
}
