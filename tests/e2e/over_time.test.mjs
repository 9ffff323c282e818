// An improvement lead looks back: what was known on another day, what changed since and why, and which way things went.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { chooseProcess, turnTo } from "./support/app.mjs";
import { download, pick, SITE, start } from "./support/browser.mjs";
import { action, indicator, openPlan, set } from "./support/plan_file.mjs";

const slider = (page) => page.getByRole("slider", { name: "Days with changes" });
const day = (page) => page.getByRole("textbox", { name: "Day", exact: true }).or(page.getByLabel("Day", { exact: true }));
const both = (page) => page.getByRole("region", { name: "Table of then and now" });
const milestones = (page) => page.getByRole("list", { name: "Milestones of this assessment" });
const differing = (page) => page.getByRole("list", { name: "Processes that differ" });

test("back in time by keyboard and by date, a milestone, what differs, and the trend", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await chooseProcess(page, "RES-2");
  const asked = await page.getByRole("group", { name: /^Rating of RES-2\.O1/ }).getByRole("radio", { checked: true }).getAttribute("aria-label");
  assert.match(asked, /^L /, "as the sample has it");
  await page.getByRole("group", { name: /^Rating of RES-2\.O1/ }).getByRole("radio", { name: /^N / }).check();

  // The slider stops at each day on which something was changed; the field takes any day. Both tell the same.
  await turnTo(page, "Over time");
  await slider(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await both(page).getByRole("columnheader", { name: "27 Sep 2026" }).waitFor();
  assert.equal(await day(page).inputValue(), "2026-09-27");
  assert.equal(await slider(page).getAttribute("aria-valuetext"), "27 Sep 2026");
  await page.getByText("16 changes were made on this day.").waitFor();

  // A milestone on that day is whole, goes with Remove, and comes back with Undo.
  await page.getByRole("textbox", { name: "Name of the milestone" }).fill("Autumn assessment");
  await page.getByRole("button", { name: "Set a milestone on 27 Sep 2026" }).click();
  const milestone = milestones(page).getByRole("listitem").filter({ hasText: "Autumn assessment" });
  await milestone.getByText("whole, 262 changes").waitFor();
  await page.getByRole("button", { name: "Remove Autumn assessment" }).click();
  await milestone.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await milestone.waitFor();

  // On a day before the first rating of a process it is not rated, and that is no progress.
  await day(page).fill("2026-09-08");
  await both(page).getByRole("columnheader", { name: "8 Sep 2026" }).waitFor();
  await page.getByText("Nothing was changed on this day.").waitFor();
  const before = both(page).getByRole("row", { name: /^RES-2 / });
  await before.getByRole("img", { name: "Not rated" }).waitFor();
  const unknown = differing(page).getByRole("listitem").filter({ hasText: "RES-2 Problem management" }).first();
  await unknown.getByText("not comparable", { exact: true }).waitFor();

  // From the milestone to now there is one difference, and who made it is told.
  await page.getByRole("button", { name: "Show Autumn assessment" }).click();
  await page.getByRole("combobox", { name: "From" }).selectOption({ label: "Autumn assessment, 27 Sep 2026" });
  await page.getByText("1 process differs", { exact: false }).waitFor();
  const told = await differing(page).textContent();
  assert.match(told, /PA1\.1 Process performance/);
  assert.match(told, /the answer to “.+” went from L to N, by Assessor, on \d+ \w+ \d+/);
  const csv = await download(page, () => page.getByRole("button", { name: "Difference as CSV" }).click());
  assert.match(csv.bytes.toString(), /RES-2 Problem management,PA1\.1,.*,L,N,fell,Assessor,/);

  // The trend of all processes counts them; that of one shows each step.
  const together = page.getByRole("img", { name: /^Over time: all processes/ });
  await together.waitFor();
  await page.getByRole("img", { name: /^Each process over time/ }).waitFor();
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "RES-2 Problem management" });
  await page.getByRole("img", { name: /^Over time: RES-2 / }).waitFor();
  await together.waitFor({ state: "detached" });
  const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "Over time: RES-2 Problem management" }) });
  await figure.getByText("The same as a table").click();
  const steps = figure.getByRole("table", { name: "Levels and ratings" });
  await steps.getByRole("row", { name: /^Level 7 Sep 2026 not rated 0 to / }).waitFor();
  await figure.getByRole("table", { name: "Marked on the axis" }).getByRole("row", { name: /Milestone Autumn assessment/ }).waitFor();
});

test("actions and measures of success stand on the same days as the level", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const measure = { what: "Problems solved in a month", unit: "%", baseline: "40", target: "80" };
  const reading = (date, value) => set("a1", { reading: { date, value } });
  const plan = [
    ...action("a1", { title: "Agree on roles", due: "2026-12-31", lifts: [[indicator("RES-2", "RES-2.O6"), "F"]] }),
    set("a1", { measure: { measure } }),
    reading("2026-08-01", "41"),
    reading("2026-10-01", "66.5"),
  ];
  await openPlan(page, plan, "Actions");
  await turnTo(page, "Over time");
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "RES-2 Problem management" });
  const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "Over time: RES-2 Problem management" }) });
  await figure.getByText("The same as a table").click();
  await figure.getByRole("row", { name: "Problems solved in a month (%) 1 Oct 2026 66.5 % 40 % 80 %" }).waitFor();
  await figure.getByRole("row", { name: "1 31 Dec 2026 Action due Agree on roles" }).waitFor();
});

test("the trend goes back over the assessment of the same unit before", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const sample = JSON.parse(await readFile(path.join(SITE, "models", "samples", "hospital.json"), "utf8"));
  const before = { ...sample, id: "a-year-before", changes: sample.changes.map((change) => ({ ...change, at: change.at.replace("2026", "2025") })) };
  for (const file of [before, { ...sample, id: "this-year" }]) {
    await pick(page, "Import a file", `${file.id}.json`, JSON.stringify(file));
    await page.waitForURL(new RegExp(`/assessment/${file.id}/`));
    await page.getByRole("region", { name: "Questions" }).waitFor();
    if (file === before) await page.getByRole("link", { name: "Assessments" }).click();
  }
  await turnTo(page, "Over time");
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "RES-2 Problem management" });
  const series = page.getByRole("checkbox", { name: /^With what was found before: / });
  await series.waitFor();
  assert.equal(await series.isChecked(), true);
  const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "Over time: RES-2 Problem management" }) });
  await figure.getByText("The same as a table").click();
  await figure.getByRole("row", { name: /^Level 7 Sep 2025 not rated/ }).waitFor();
  await figure.getByRole("row", { name: /^Level 10 Sep 2025 0 / }).waitFor();
  await series.uncheck();
  await figure.getByRole("row", { name: /^Level 7 Sep 2026 not rated/ }).waitFor();
  assert.equal(await figure.getByRole("row", { name: /2025/ }).count(), 0);
});
