// All of Plumbline in one file, opened from a disk: no server, no network, nothing else beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, chooseProcess, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

test("from a disk every page opens, ratings are kept, and the work leaves as a file and comes back", async (t) => {
  // Any request but for the file itself is trouble, and fails the journey.
  const visit = await start(t, { file: true });
  const { page } = visit;
  assert.equal(new URL(page.url()).protocol, "file:");
  assert.equal(await page.evaluate(() => "singleFile" in document.documentElement.dataset), true, "the program is told");

  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await chooseProcess(page, "REL-2");
  await rateByKeys(page, "L");
  const rated = page.getByRole("region", { name: "Questions" }).getByRole("radio", { name: "L Largely" }).first();
  assert.equal(await rated.isChecked(), true);
  await page.getByRole("status", { name: "Save state" }).getByText(/Saved \d/).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /^REL-2 / }).waitFor();
  assert.equal(await rated.isChecked(), true, "the rating is there after a reload");

  for (const name of ["Profile", "Plan", "Readiness", "Set up"]) await turnTo(page, name);
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.equal(JSON.parse(file.text).format, "plumbline-assessment");
  for (const at of ["/models", "/models/iso-20000-1-2018", "/glossary", "/new"]) await visit.go(at);
  await page.getByLabel("Assessment model").selectOption("IT service management assessment model, after 20000-1:2018");

  await visit.go("/");
  await pick(page, "Import a file", file.name, file.text);
  await page.getByRole("status").filter({ hasText: "This assessment is here already, with all these changes." }).waitFor();
});

test("from a disk the work is there after the browser was closed", async (t) => {
  const visit = await start(t, { file: true });
  await startNow(visit.page);
  await rateByKeys(visit.page, "FL");
  await visit.page.getByRole("status", { name: "Save state" }).getByText(/Saved \d/).waitFor();
  await visit.restart();
  await visit.page.getByRole("link", { name: /^First hour/ }).click();
  assert.equal(await choice(visit.page, "SDE-5.O2", "L Largely").isChecked(), true);
});

test("the file says so too when it has stopped, and reloads", async (t) => {
  const visit = await start(t, { file: true });
  const { page } = visit;
  await startNow(page);
  await page.evaluate(() => globalThis.plumblineRescue("for the test"));
  const file = await download(page, () => page.getByRole("link", { name: /^Download "First hour/ }).click());
  assert.equal(JSON.parse(file.text).format, "plumbline-assessment");
  await page.getByRole("link", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
});
