//! Files that people bring and take away.

use super::browser::{download_text, fetch_texts, file_name};
use super::route::Route;
use super::shell::go;
use super::workspace::Workspace;
use crate::domain::id::AssessmentId;
use crate::exchange::backup::BACKUP_FORMAT;
use crate::exchange::locked::LOCKED_FORMAT;
use crate::exchange::private::Register;
use crate::exchange::{csv_text, report_file};
use crate::report::table::Table;
use leptos::prelude::SetValue;
use leptos::task::spawn_local;

/// What people may pick as an assessment file.
pub const ASSESSMENT_FILES: &str = ".json,.jsonl,.html,application/json,text/html";

/// What people may pick as a table.
pub const CSV_FILES: &str = ".csv,.txt,text/csv";

/// Takes in an assessment file, or a report that carries one, and goes to it, or says what is wrong with it.
pub async fn import_assessment(workspace: Workspace, name: String, text: String) {
    let start: String = text.chars().take(200).collect();
    if start.contains(BACKUP_FORMAT) || start.contains(LOCKED_FORMAT) {
        // It is opened there with a look inside, or with a passphrase.
        workspace.handed.set_value(Some((name, text)));
        return go(&Route::Settings);
    }
    let taken = match report_file::read_either(&text) {
        Ok(file) => workspace.take_in(file).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(id) => go(&Route::Rate(id, None)),
        Err(message) => workspace.say(format!("{name}: {message}")),
    }
}

/// Hands over an assessment as a file, without its stakeholder register, and says so.
pub async fn export_assessment(workspace: Workspace, id: AssessmentId) {
    if hand_over(workspace, id, Register::LeftOut).await {
        workspace.say(
            "The stakeholder register is private, so the file leaves it out. Share makes a file with it.",
        );
    }
}

/// Hands over an assessment with all that is in it, for one who may lose it.
pub async fn rescue_assessment(workspace: Workspace, id: AssessmentId) {
    if hand_over(workspace, id, Register::Included).await {
        workspace
            .say("The file holds everything, also the stakeholder register, which is private.");
    }
}

/// Tells whether the assessment has a stakeholder register.
async fn hand_over(workspace: Workspace, id: AssessmentId, register: Register) -> bool {
    match workspace.file(&id, register).await {
        Ok(handed) => {
            let name = file_name(&handed.title, ".plumbline.json");
            download_text(&name, "application/json", &handed.text);
            handed.has_register
        }
        Err(_) => {
            workspace.say("This assessment cannot be read, so it cannot be exported.");
            false
        }
    }
}

/// The invented assessment that people can explore.
const SAMPLE: &str = "models/samples/hospital.json";

/// Hands over a table for spreadsheets.
pub fn export_table(title: &str, ending: &str, table: &Table) {
    download_text(
        &file_name(title, ending),
        "text/csv;charset=utf-8",
        &csv_text::write(table),
    );
}

/// Fetches the sample and goes to it.
pub fn open_sample(workspace: Workspace) {
    spawn_local(async move {
        let mut texts = fetch_texts(vec![SAMPLE.to_owned()]).await;
        match texts.pop() {
            Some((name, Ok(text))) => {
                workspace.call_later(move |on_call| (on_call.import)(workspace, name, text))
            }
            Some((_, Err(message))) => workspace.say(message),
            None => {}
        }
    });
}
