// axe finds nothing on any page, in light and dark, wide and narrow, and no page has to be scrolled sideways.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { makeQuestionnaire } from "./support/questionnaires.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { action, indicator, openPlan } from "./support/plan_file.mjs";
import { asFiles, THREE_TEAMS } from "./support/team_files.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// One action that is done and one that is to do, with more work than time, and one without dates.
const PLAN = [
  ...action("a1", { title: "Agree on roles", due: "2026-10-31", status: "done", lifts: [[indicator("RES-2", "RES-2.O6"), "F"]] }),
  ...action("a2", { title: "Review problems", start: "2027-01-01", due: "2027-06-30", lifts: [[indicator("RES-2", "RES-2.O7"), "F"]] }),
  ...action("a3", { title: "Buy a tool", effort: 80, gain: 2 }),
  { plan: { set_usual_capacity: { hours: 4 } } },
];

// One line a finding, with the elements that it is about.
async function findings(page) {
  // Read in through the debugger: the content policy lets no script in otherwise.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    const where = (node) => node.html.replaceAll("<!---->", "").slice(0, 120);
    return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(where).join(" ")}`);
  });
}

for (const dark of [false, true]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing, ${dark ? "dark" : "light"}, ${width} wide`, async (t) => {
      const visit = await start(t, { dark, width, height: 800 });
      const { page } = visit;
      const check = (name) =>
        t.test(name, async () => {
          const found = await findings(page);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wider > 0) found.push(`the page is ${wider} pixels wider than the window`);
          assert.deepEqual(found, []);
        });
      const turn = async (address, heading) => {
        await page.evaluate((address) => (location.hash = address), address);
        await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      };

      await check("home, empty");
      await turn("#/new", "New assessment");
      await check("new");
      await turn("#/nowhere", "There is no such page");
      await check("not found");
      await turn("#/assessment/none/rate", "This assessment cannot be opened");
      await check("not open");

      await turn("#/models", "Models");
      await check("models");
      const models = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
      for (const name of await models.allTextContents()) {
        await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
        const content = page.getByRole("article");
        await content.getByRole("heading", { level: 2, name }).waitFor();
        await content.evaluate((article) => article.querySelectorAll("details").forEach((details) => (details.open = true)));
        await check(`model ${name}`);
        await page.getByRole("link", { name: "All models" }).click();
      }

      await pick(page, "Open a model", "broken.json", '{"format": "plumbline-framework", "format_version": 1, "levels": 5}');
      await page.getByText("It cannot be used yet.", { exact: false }).waitFor();
      await check("model opened, with problems");

      await turn("#/", "Assessments");
      const id = await startNow(page);
      await check("rate, nothing rated");
      await rateByKeys(page, "FLPNFLPNFLPN");
      await page.getByText("What would reach level", { exact: false }).click();
      await page.getByRole("button", { name: "Note" }).first().click();
      await page.getByRole("button", { name: "Evidence" }).nth(1).click();
      await page.getByRole("button", { name: "Not applicable" }).nth(2).click();
      await check("rate, with ratings and all unfolded");
      await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
      await page.getByRole("dialog", { name: /^Settle/ }).waitFor();
      await check("dialog to settle");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("dialog", { name: "Keys on the Rate page" }).waitFor();
      await check("dialog of keys");
      await page.keyboard.press("Escape");

      await turn(`#/assessment/${id}/team/questionnaires`, "Questionnaires");
      await check("questionnaires, none");
      const link = await makeQuestionnaire(page, "What you see", { named: true });
      await page.getByText("Make a questionnaire", { exact: true }).click();
      await check("questionnaires, with a link and the form");
      await turn(link.slice(link.indexOf("#")), "What you see");
      const asked = page.getByRole("main").getByRole("listitem");
      for (const place of [0, 1, 2]) await asked.nth(place).getByRole("radio").nth(place).check();
      await asked.first().getByText("Comment", { exact: true }).click();
      await page.getByRole("button", { name: "Hand back\u2026" }).click();
      const back = await page.getByRole("textbox", { name: "Link with your answers" }).inputValue();
      await check("a questionnaire, answered in part");
      await turn(link.slice(link.indexOf("#"), -1), "This questionnaire cannot be shown");
      await check("a questionnaire that cannot be shown");
      await turn(back.slice(back.indexOf("#")), "Answers to a questionnaire");
      await page.getByRole("button", { name: "Take in 1 response" }).waitFor();
      await check("answers that came in a link");
      await page.getByRole("button", { name: "Take in 1 response" }).click();
      await turn(`#/assessment/${id}/team/questionnaires`, "Questionnaires");
      await page.getByRole("region", { name: "What people said" }).waitFor();
      await check("questionnaires, with answers");
      await turn(`#/assessment/${id}/workshop/SDE-5`, "SDE-5 Service level management");
      await page.keyboard.press("k");
      await page.getByRole("button", { name: "Back to it: SDE-5.O1", exact: true }).waitFor();
      await page.getByText("Process 1 of 5").click();
      await page.getByRole("textbox", { name: "Minutes for each process" }).fill("soon");
      await page.keyboard.press("Tab");
      await check("workshop");
      await page.getByRole("button", { name: "Write a remark" }).click();
      await page.getByRole("dialog", { name: "Remark" }).getByRole("button", { name: "Save" }).click();
      await check("dialog of a remark");
      await page.keyboard.press("Escape");
      await turn(`#/assessment/${id}/findings`, "Findings");
      await page.getByRole("button", { name: /^Edit: Come back/ }).click();
      await check("findings");
      await page.getByRole("button", { name: /^Attach: Come back/ }).click();
      await page.getByRole("dialog", { name: "What is it about?" }).waitFor();
      await check("dialog of what a finding is about");
      await page.keyboard.press("Escape");
      await turn(`#/assessment/${id}/evidence`, "Evidence");
      await check("evidence, empty");
      await page.getByRole("textbox", { name: "What it is" }).fill("Service catalogue");
      await page.getByRole("textbox", { name: "Where it is" }).fill("https://wiki.example/catalogue");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Edit: Service catalogue" }).click();
      await page.getByRole("combobox", { name: "Class of the assessment" }).selectOption("Class 1");
      await check("evidence");
      await page.getByRole("button", { name: "Picture: Service catalogue" }).click();
      await page.getByRole("dialog", { name: /^Picture of/ }).waitFor();
      await check("dialog of a picture");
      await page.keyboard.press("Escape");
      await page.getByRole("combobox", { name: "Class of the assessment" }).selectOption("");

      await turn(`#/assessment/${id}/profile`, "Profile");
      for (const table of await page.getByText("The same as a table").all()) await table.click();
      await check("profile");
      await turn(`#/assessment/${id}/time`, "Over time");
      await page.getByRole("textbox", { name: "Name of the milestone" }).fill("Today");
      await page.keyboard.press("Enter");
      await page.getByRole("list", { name: "Milestones of this assessment" }).waitFor();
      await page.getByRole("main").evaluate((main) => main.querySelectorAll("details").forEach((details) => (details.open = true)));
      await check("over time");
      await turn(`#/assessment/${id}/readiness`, "Readiness");
      await page.getByRole("main").evaluate((main) => main.querySelectorAll("details").forEach((details) => (details.open = true)));
      await pick(page, "Open a filled-in list", "audit.csv", "clause,finding\n8.1,minor\n99,major\n");
      await page.getByRole("table", { name: /^Suggestions/ }).waitFor();
      await check("readiness");
      await turn("#/glossary/Problem", "Glossary");
      await check("glossary");
      await turn(`#/assessment/${id}/plan`, "Actions");
      await page.getByRole("button", { name: /^\d+ steps?: / }).first().click();
      await check("plan, drafted");
      await page.getByRole("button", { name: /^Add (all|it)/ }).click();
      await page.getByRole("button", { name: /^\d+ lifts?: / }).first().click();
      await page.getByRole("checkbox", { name: "Select all listed" }).check();
      await page.getByRole("button", { name: /^Move down: / }).first().click();
      await check("plan, with actions");
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "New action" }).click();
      await page.getByRole("textbox", { name: "Cost", exact: true }).fill("much");
      await page.getByRole("textbox", { name: "What is measured" }).fill("Lead time");
      await page.getByText("Add what it lifts").click();
      await page.getByRole("alert").filter({ hasText: "Write the cost" }).waitFor();
      await check("plan, with an action open");
      await turn(`#/assessment/${id}/plan/targets`, "Targets");
      await page.getByRole("combobox", { name: /^Target level of Incident/ }).selectOption("1");
      await page.getByRole("combobox", { name: /^PA2.1 .* of Problem/ }).selectOption({ label: "Not asked" });
      await page.getByRole("textbox", { name: "Name of the profile" }).fill("First year");
      await page.keyboard.press("Enter");
      await page.getByText("Take over from another assessment").click();
      await check("targets");
      await turn(`#/assessment/${id}/plan/change`, "Readiness for change");
      await check("readiness for change, empty");
      for (const brick of ["No time", "No budget", "Two owners", "No access", "No role", "No tool"]) {
        await page.getByRole("textbox", { name: "Another brick" }).fill(brick);
        await page.keyboard.press("Enter");
      }
      await page.getByRole("textbox", { name: "Another stakeholder" }).fill("Head of operations");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Knock down: No budget" }).click();
      await check("dialog to knock down");
      await page.getByRole("button", { name: "Knock it down" }).click();
      await page.getByRole("button", { name: "Put up again: No budget" }).waitFor();
      await check("readiness for change");

      await turn(`#/assessment/${id}/plan/risk`, "Risk");
      await page.getByText("The same as a table").click();
      await check("risk");
      await turn(`#/assessment/${id}/plan/path`, "Smallest path");
      await page.getByRole("combobox", { name: "Processes" }).selectOption({ label: "Several, to be ticked" });
      await page.getByText("Work that a step takes").click();
      await page.getByRole("textbox", { name: "From N to P" }).fill("many");
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: "Ratings to raise" }).getByText(/^(N|P|L|not rated) to /).first().click();
      await check("smallest path");
      await turn(`#/assessment/${id}/plan/what-if`, "What if");
      await page.getByRole("region", { name: "Ratings to try out" }).getByRole("combobox").first().selectOption({ label: "F" });
      await page.getByRole("combobox", { name: "Process", exact: true }).selectOption({ index: 1 });
      await page.getByRole("table", { name: /^Clauses of / }).waitFor();
      await check("what if");
      await turn("#/", "Assessments");
      await openPlan(page, PLAN, "Roadmap");
      await page.getByText("Still to do", { exact: true }).click();
      await check("roadmap");
      await page.getByRole("radio", { name: "By quarter" }).check();
      await check("roadmap by quarter");
      await turnToPlan(page, "Quick wins");
      await page.getByText("The same as a table").click();
      await check("quick wins");
      await turnTo(page, "Profile");
      await page.getByLabel("Forecast for", { exact: true }).waitFor();
      await check("profile with a forecast");
      await turn(`#/assessment/${id}/plan/print`, "Improvement plan");
      await check("plan to print");

      await turn(`#/assessment/${id}/team`, "Agree");
      await page.getByRole("combobox", { name: "Your name or role" }).fill("Bert");
      await page.keyboard.press("Enter");
      await turn(`#/assessment/${id}/rate`, /^SDE-5/);
      await page.getByText("You rate as Bert.").waitFor();
      await rateByKeys(page, "PLFN");
      await check("rate, with a second name");
      await turn(`#/assessment/${id}/team`, "Agree");
      await page.getByRole("button", { name: /^Settle / }).first().click();
      await page.getByRole("group", { name: /^Agreed rating of / }).waitFor();
      await check("agree, settling");
      await page.getByRole("button", { name: "Rate blind" }).click();
      await page.getByRole("button", { name: "Open the ratings\u2026" }).click();
      await check("agree, blind");
      await page.getByRole("button", { name: "Open them" }).click();
      await turn(`#/assessment/${id}/team/copies`, "Copies");
      await page.getByLabel("Pick files\u2026").setInputFiles(asFiles([...THREE_TEAMS.slice(0, 1), { id: "cut" }]));
      await page.getByText("This is another assessment", { exact: false }).waitFor();
      await check("copies, with files that cannot be joined");

      await turn("#/compare", "Compare");
      await check("compare, nothing chosen");
      await turn(`#/compare/with-a-plan_2026-09-15.with-a-plan.${id}.gone`, "Compare");
      await page.getByRole("table", { name: "Levels and what became of them" }).waitFor();
      for (const table of await page.getByText("The same as a table").all()) await table.click();
      await check("compare");

      await turn(`#/assessment/${id}/team/record`, "Assessment record");
      await check("record, not kept");
      await page.getByRole("button", { name: "Keep a record" }).click();
      await page.getByRole("textbox", { name: "Another member" }).fill("Anna");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Add an interview" }).click();
      await page.getByRole("radio", { name: /^Class 1/ }).check();
      await page.getByRole("button", { name: "Approve: Assessment plan" }).click();
      await page.getByRole("textbox", { name: "Approved by" }).first().fill("The head of IT");
      await page.getByRole("textbox", { name: "Approved by" }).first().blur();
      await page.getByRole("button", { name: "Approve: Assessment input" }).click();
      await page.getByRole("textbox", { name: "Longest time" }).fill("Two weeks");
      await page.getByRole("textbox", { name: "Longest time" }).blur();
      await page.getByRole("list", { name: "Changed since the approval" }).waitFor();
      await page.getByRole("main").evaluate((main) => main.querySelectorAll("details").forEach((details) => (details.open = true)));
      await check("record");
      await page.getByRole("button", { name: "Finalise", exact: true }).click();
      await page.getByRole("dialog", { name: "Finalise with things missing?" }).waitFor();
      await check("dialog to finalise");
      await page.keyboard.press("Escape");

      await turn(`#/assessment/${id}/report`, "Report");
      await page.getByRole("heading", { level: 2, name: "Summary for management" }).waitFor();
      await check("report");
      await turn(`#/assessment/${id}/share`, "Share");
      await check("share");
      await turn("#/portfolio", "Portfolio");
      // What is on this machine is read step by step, and a row that comes in moves those below it.
      await page.getByRole("grid").getByText("two sites (invented)", { exact: false }).first().waitFor();
      await page.getByLabel("Add files").setInputFiles(asFiles(["no assessment", ...THREE_TEAMS]));
      await page.getByRole("grid").getByText("North desk").waitFor();
      await page.getByRole("main").evaluate((main) => main.querySelectorAll("details").forEach((details) => (details.open = true)));
      await check("portfolio");
      await page.getByRole("grid").getByRole("button", { name: /^North desk, RES-1/ }).click();
      await page.getByRole("dialog", { name: "Why this level" }).getByText("North desk: North in spring").waitFor();
      await check("portfolio, with the reasons of a cell");
      await page.keyboard.press("Escape");
      await turn("#/settings", "Settings and backup");
      await page.getByText("left for Plumbline", { exact: false }).waitFor();
      await page.getByLabel("Passphrase (optional)").fill("four plain words here");
      const locked = await download(page, () => page.getByRole("button", { name: "Back up everything now" }).click());
      await pick(page, "Open a backup", "locked.jsonl", locked.bytes);
      await page.getByLabel("Passphrase", { exact: true }).fill("four plain words here");
      await check("settings, with a locked backup");
      await page.getByRole("button", { name: "Unlock" }).click();
      await page.getByText("Left alone", { exact: false }).first().waitFor();
      await page.evaluate(() => {
        document.documentElement.dataset.update = "ready";
        dispatchEvent(new Event("plumbline-update"));
      });
      await page.getByRole("button", { name: "Use it now" }).waitFor();
      await check("settings, with an opened backup and a new version");

      await turn(`#/assessment/${id}/set-up`, "Set up");
      await page.getByRole("button", { name: "Add instance: SDE-5" }).click();
      await page.getByRole("combobox", { name: "Target level", exact: true }).selectOption("5");
      await check("set up, with instances");
      await page.getByLabel("Import ratings (CSV)").setInputFiles({
        name: "ratings.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("process,indicator,rating\nRES-1,RES-1.O1,F\nRES-1,RES-1.O2,X\n"),
      });
      await page.getByRole("dialog", { name: "Import ratings" }).waitFor();
      await check("dialog of an import");
      await page.keyboard.press("Escape");
      await turn(`#/assessment/${id}/rate/SDE-5`, "SDE-5 Service level management");
      await page.getByRole("radio", { name: "Instance 2" }).waitFor();
      await check("rate, with instances");

      await turn("#/", "Assessments");
      await page.getByRole("button", { name: /^Duplicate/ }).first().click();
      await page.getByRole("button", { name: /^Delete Copy of/ }).click();
      await check("home, with a message");
      await page.getByRole("button", { name: "Close message" }).click();
      await page.getByText("Deleted, and kept until you say otherwise").click();
      await check("home, with assessments, one deleted");
      await page.getByRole("button", { name: /^Rename/ }).first().click();
      await page.getByRole("dialog", { name: "Rename" }).waitFor();
      await check("dialog to rename");
    });
  }
}
