//! What a person wants in a report, as this browser remembers it.

use super::workspace::Workspace;
use crate::report::assessment_report::Names;
use crate::report::report_section::ReportSection;
use leptos::prelude::*;

/// What a report is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub sections: Vec<ReportSection>,
    pub names: Names,
    /// Whether the assessment goes along, so that the report can be opened again.
    pub with_data: bool,
}

/// A handle that every part of the page can copy.
#[derive(Clone, Copy)]
pub struct ReportChoice {
    workspace: Workspace,
    wanted: RwSignal<Wanted>,
}

const SETTING: &str = "report_without";
const NAMES: &str = "names";
const DATA: &str = "data";

impl ReportChoice {
    /// As it was left: the setting holds the words of what is not wanted.
    pub fn kept(workspace: Workspace) -> Self {
        let without = workspace.setting(SETTING).unwrap_or_default();
        let is_wanted = |word: &str| !without.split(' ').any(|found| found == word);
        let sections = ReportSection::ALL.into_iter();
        let wanted = Wanted {
            sections: sections.filter(|section| is_wanted(section.id())).collect(),
            names: match is_wanted(NAMES) {
                true => Names::Told,
                false => Names::LeftOut,
            },
            with_data: is_wanted(DATA),
        };
        Self {
            workspace,
            wanted: RwSignal::new(wanted),
        }
    }

    pub fn wanted(self) -> Wanted {
        self.wanted.get()
    }

    pub fn has(self, section: ReportSection) -> bool {
        self.wanted
            .with(|wanted| wanted.sections.contains(&section))
    }

    pub fn choose(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(change);
        let wanted = self.wanted.get_untracked();
        let sections = ReportSection::ALL.into_iter();
        let unwanted = sections.filter(|section| !wanted.sections.contains(section));
        let mut words: Vec<&str> = unwanted.map(ReportSection::id).collect();
        if wanted.names == Names::LeftOut {
            words.push(NAMES);
        }
        if !wanted.with_data {
            words.push(DATA);
        }
        self.workspace.set_setting(SETTING, &words.join(" "));
    }
}
