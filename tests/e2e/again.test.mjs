// A unit is assessed again: only what may have changed is asked, the rest is confirmed, and it can move to a newer model.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, chooseProcess, idOf, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { turnHome } from "./support/backups.mjs";

const level = (page) => page.getByRole("region", { name: "Capability level" });
const status = (page) => page.getByRole("region", { name: "Questions" }).getByRole("status");
const questions = (page) => page.getByRole("group", { name: /^Rating of / });

test("rated, a milestone, re-assessed by exception, compared, and seen over time", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const first = await startNow(page);
  await chooseProcess(page, "RES-2");
  await rateByKeys(page, "FNNFFFF"); // the outcomes; the target is that they are fully there
  await level(page).getByText("Level 1 Performed").waitFor();
  await turnTo(page, "Over time");
  await page.getByRole("textbox", { name: "Name of the milestone" }).fill("First look");
  await page.getByRole("button", { name: /^Set a milestone on / }).click();
  await page.getByRole("list", { name: "Milestones of this assessment" }).getByText(/^whole, \d+ changes$/).waitFor();

  // Seven ratings come along. Two are below their target, so they are asked with the blanks; five can be confirmed.
  await turnHome(page);
  await page.getByRole("link", { name: /^Re-assess First hour/ }).click();
  await page.getByRole("heading", { level: 1, name: "Re-assess" }).waitFor();
  await page.getByText("7 ratings come along", { exact: false }).waitFor();
  await page.getByRole("listitem").filter({ hasText: /^2: below its target$/ }).waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("Second look");
  await page.getByRole("button", { name: "Start the re-assessment" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const second = idOf(page);
  assert.notEqual(second, first);
  await page.getByRole("link", { name: "7 carried over" }).waitFor();
  await chooseProcess(page, "RES-2");
  await level(page).getByRole("img", { name: "Level 1, carried over in part" }).waitFor();
  await status(page).getByText("14 to look at. 5 others carried over as they were.").waitFor();
  assert.equal(await questions(page).count(), 14);
  const line = page.getByRole("listitem").filter({ has: page.getByRole("group", { name: "Rating of RES-2.O2" }) });
  await line.getByText("Look again: below its target.").waitFor();

  // One key confirms and moves on; the next rates. Undo brings the mark back.
  await questions(page).first().getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("c");
  await page.getByRole("link", { name: "6 carried over" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "7 carried over" }).waitFor();
  await page.getByRole("button", { name: "Redo" }).click();
  await choice(page, "RES-2.O3", "F Fully").check();
  await page.getByRole("button", { name: "Confirm the 5 others" }).click();
  await status(page).getByText("12 to look at.").waitFor();
  await page.getByRole("link", { name: /carried over$/ }).waitFor({ state: "detached" });
  await level(page).getByRole("img", { name: /^Level 1, between \d and \d in the end$/ }).waitFor();

  // The first one stays what it was, and the two are compared.
  await page.evaluate((points) => (location.hash = `#/compare/${points}`), `${first}.${second}`);
  await page.getByRole("heading", { level: 1, name: "Compare" }).waitFor();
  await page.getByRole("combobox", { name: "Process", exact: true }).selectOption({ label: "RES-2 Problem management" });
  const table = page.getByRole("table", { name: "Attributes and what became of them" });
  await table.getByRole("row", { name: /^PA1\.1 .* L F .*rose/ }).waitFor();

  await page.evaluate((id) => (location.hash = `#/assessment/${id}/time`), second);
  await page.getByRole("heading", { level: 1, name: "Over time" }).waitFor();
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "RES-2 Problem management" });
  await page.getByRole("img", { name: /^Over time: RES-2/ }).waitFor();
});

test("an assessment moves to the second set of processes: what is safe comes along, the rest is listed", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const before = idOf(page);
  await page.evaluate((id) => (location.hash = `#/assessment/${id}/again`), before);
  await page.getByRole("heading", { level: 1, name: "Re-assess" }).waitFor();
  await page.getByRole("radio", { name: /after 20000-1:2018/ }).check();
  await page.getByText("Processes: 22 unchanged, 8 split, 2 taken out of another one.").waitFor();
  const moved = page.getByRole("region", { name: "Processes that are not as they were" });
  const incident = moved.getByRole("row", { name: /^RES-3 Incident management/ });
  assert.match(await incident.textContent(), /RES-1 Incident management and request fulfilment/);
  await page.getByRole("button", { name: "Start the re-assessment" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();

  // CON-1 is as it was: its level stands, marked, until it is confirmed.
  await chooseProcess(page, "CON-1");
  await level(page).getByRole("img", { name: /^Level 3.*carried over in part$/ }).waitFor();
  // RES-1 was split: its outcomes are asked anew, and how it is managed is to be seen.
  await chooseProcess(page, "RES-3");
  await level(page).getByText("Level 0 Incomplete").waitFor();
  await page.getByText("Look again: the process is a part of what was RES-1", { exact: false }).first().waitFor();
  assert.equal(await choice(page, "RES-3.O1", "Not rated").isChecked(), true);
  await turnTo(page, "Set up");
  await page.getByText("Goes on from").getByRole("link", { name: "Sample: IT services of a regional hospital" }).click();
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();
  await page.getByRole("region", { name: "Table of attribute ratings" }).getByRole("row", { name: /^RES-1 / }).waitFor();
});
