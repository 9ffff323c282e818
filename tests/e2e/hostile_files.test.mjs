// Files with hostile strings in every text: every page that shows them, what leaves it, print, and pages that hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnToPlan, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { asText, assertHarmless, assertNoFormula, HOSTILE, rowsOf, watchForScripts, WIDE } from "./support/hostile.mjs";
import { csv, hostileModels, hostileTemplate, IDS } from "./support/hostile_files.mjs";
import { drawings, exported, importAssessment, keepModels, looker, lookAtProcesses, nameOf, printed, turn } from "./support/hostile_pages.mjs";

test("files with a hostile string in every text: every page, what leaves it, and print", async (t) => {
  const visit = await start(t, { at: "/models", prepare: watchForScripts });
  visit.expect(/^request to elsewhere: file:.*plumbline-charts-/); // of the charts that are opened as files
  const { page } = visit;
  const { files, texts } = await hostileModels();
  await keepModels(page, files);
  const template = await download(page, () => page.getByRole("button", { name: "Template for spreadsheets (CSV)" }).click());
  const rows = rowsOf(template.text);
  await pick(page, "Open a model", `${nameOf(3)}.csv`, csv([rows[0], ...hostileTemplate(rows.slice(1), rows[0])]));
  await page.getByText(/^(No problems\. )?It can be used\./).waitFor();
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await page.getByRole("button", { name: "Remove lending-desk@1.0.0.json" }).waitFor();

  const look = looker(page, texts);
  look.widths = [360]; // at all widths where the texts are widest, below
  const made = await importAssessment(page, look);

  await visit.go(`/assessment/${made.id}/set-up`);
  await look("Set up");
  assert.deepEqual((await exported(page)).changes, made.changes, "the file that leaves is the file that came");
  const indicators = await download(page, () => page.getByRole("button", { name: "Ratings by indicator (CSV)" }).click());
  const attributes = await download(page, () => page.getByRole("button", { name: "Ratings by attribute (CSV)" }).click());
  for (const { name, text } of [indicators, attributes]) {
    assertNoFormula(text, name);
    await pick(page, "Import ratings (CSV)", nameOf(1), text);
    const preview = page.getByRole("dialog", { name: "Import ratings" });
    await preview.getByText(/^\d+ are new, 0 replace what is there, \d+ are there already, 0 rows or cells cannot be used\./).waitFor();
    await page.keyboard.press("Escape");
  }
  await pick(page, "Import ratings (CSV)", nameOf(2), csv([["process", "instance", "indicator", "rating", "note"], ...Object.values(HOSTILE).map((text) => Array(5).fill(asText(text)))]));
  await page.getByRole("dialog", { name: "Import ratings" }).getByText(/^0 are new.* rows or cells cannot be used\./).waitFor();
  await look("Import ratings");
  await page.keyboard.press("Escape");

  await lookAtProcesses(page, look, made);
  await printed(page);
  await drawings({ page, newPage: () => visit.newPage() });
  const profile = await download(page, () => page.getByRole("button", { name: "Profile as CSV" }).click());
  assertNoFormula(profile.text, profile.name);
  await turnTo(page, "Plan");
  await look("Plan");
  await printed(page);
  const plan = await download(page, () => page.getByRole("button", { name: "Plan as CSV" }).click());
  assertNoFormula(plan.text, plan.name);
  await turnToPlan(page, "Risk");
  const readings = page.getByRole("combobox", { name: "Reading of the tables" });
  for (const at of (await readings.getByRole("option").all()).keys()) {
    await readings.selectOption({ index: at });
    await look(`Risk ${at}`);
  }
  await turnToPlan(page, "Roadmap");
  await look("Roadmap");
  await turnTo(page, "Readiness");
  await page.getByRole("combobox", { name: "Standard" }).selectOption("tea-handbook");
  for (const clause of await page.getByRole("main").getByRole("group").all()) await clause.locator("summary").click();
  await look("Readiness");
  for (const name of ["Readiness as CSV", "List of clauses to fill in"]) {
    const file = await download(page, () => page.getByRole("button", { name }).click());
    assertNoFormula(file.text, file.name);
  }
  // A rule of the model speaks where ratings meet it.
  await turn(page, `#/assessment/${made.id}/rate/${encodeURIComponent(IDS.BREW)}`, IDS.BREW);
  await page.getByRole("radio", { name: /^F / }).first().check();
  await page.getByRole("button", { name: "Let it stand" }).first().waitFor();
  await look("Rate with a doubt");
  await turn(page, "#/glossary", "Glossary");
  await look("Glossary");
  for (const id of ["tea-levels", "tea-processes", "tea-assessment", "tea-handbook", "lending-desk", "lending-desk-processes"]) {
    await turn(page, `#/models/${id}@1.0.0`, "Models");
    await look(`Models ${id}`);
  }
  await turn(page, "#/models", "Models");
  await look("Models");
  await turn(page, "#/", "Assessments");
  await look("Home");
  // The scale of this framework has two steps above the lowest, so the text of the third has no place.
  // Its only reading of the tables of risk needs no choice, and phases stand in fields, which people may change.
  const elsewhere = /language|characteristic|edition|aliases|guidance\.partially|risk\.variants|phases\[/;
  assert.deepEqual(look.unseen().filter((place) => !elsewhere.test(place)), [], "texts that are on no page as they are in the file");
  t.diagnostic(`${look.pages} pages, ${texts.length} texts of models; executed 0, mangled 0`);
});

test("pages hold where every text is wide", async (t) => {
  const visit = await start(t, { at: "/models" });
  const { page } = visit;
  const strings = [WIDE, `${"Wide words ".repeat(90)}end`, `\u202E${WIDE.slice(0, 500)}`];
  const { files, texts } = await hostileModels(strings);
  await keepModels(page, files);
  const look = looker(page, texts);
  const made = await importAssessment(page, look, strings);
  await lookAtProcesses(page, look, made);
  for (const name of ["Set up", "Plan", "Readiness"]) {
    await turnTo(page, name);
    await look(name);
  }
  for (const address of ["#/glossary", ...Object.values(files).map(({ id }) => `#/models/${id}`), "#/models", "#/"]) {
    await turn(page, address, /Glossary|Models|Assessments/);
    await look(address);
  }
});
