// Smallest path: the cheapest ratings to raise, what a step takes, what more time buys, and the actions it makes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const raises = (page) => page.getByRole("region", { name: "Ratings to raise" });

// One process, rated attribute by attribute: P at level 1, N and L at level 2. The target is level 2.
async function oneProcess(page) {
  await startNow(page);
  await turnTo(page, "Set up");
  await page.getByRole("radio", { name: /^R3: / }).check();
  await turnTo(page, "Rate");
  await rateByKeys(page, "LNL");
  await turnToPlan(page, "Smallest path");
  const first = await page.getByRole("combobox", { name: "Processes" }).getByRole("option").filter({ hasText: "SDE-5" }).getAttribute("value");
  await page.getByRole("combobox", { name: "Processes" }).selectOption(first);
}

test("the path follows the aim and the hours of a step", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await oneProcess(page);
  await page.getByText(/^Method R3: /).waitFor();
  // L to F takes 40 hours, N to L 16 and 24.
  await page.getByText("2 ratings to raise in 1 process: 10 days of work.").waitFor();
  await page.getByText("Exact: nothing cheaper reaches it.").waitFor();
  assert.equal(await raises(page).getByText("L to F", { exact: true }).count(), 1);
  assert.equal(await raises(page).getByText("N to L", { exact: true }).count(), 1);

  await page.getByText("Work that a step takes").click();
  const field = page.getByRole("textbox", { name: "From N to P" });
  await field.fill("8");
  await field.press("Enter");
  await page.getByText("2 ratings to raise in 1 process: 9 days of work.").waitFor();
  await field.fill("many");
  await field.press("Enter");
  await page.getByText("Write whole hours, such as 24.").waitFor();
  await page.getByText("2 ratings to raise in 1 process: 9 days of work.").waitFor();
  await page.getByRole("button", { name: "Back to 16" }).click();
  await page.getByText("2 ratings to raise in 1 process: 10 days of work.").waitFor();

  await raises(page).getByText("N to L", { exact: true }).click();
  const own = page.getByRole("textbox", { name: "Work for each step of PA2.1" });
  await own.fill("4");
  await own.press("Enter");
  await page.getByText("2 ratings to raise in 1 process: 6 days of work.").waitFor();

  await page.getByRole("combobox", { name: "To reach" }).selectOption({ label: "Level 1 Performed" });
  await page.getByText(/^Already at level 1: SDE-5 /).waitFor();
});

test("what is not chosen does not count", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await oneProcess(page);
  await page.getByRole("combobox", { name: "Processes" }).selectOption({ label: "Several, to be ticked" });
  await page.getByText(/ratings to raise in 5 processes/).waitFor();
  await page.getByRole("button", { name: "Untick all" }).click();
  await page.getByText("No process is chosen.").waitFor();
  await page.getByRole("checkbox", { name: /^SDE-5 / }).check();
  await page.getByText("2 ratings to raise in 1 process: 10 days of work.").waitFor();
});

test("more weeks close more gaps", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await oneProcess(page);
  const section = page.getByRole("region", { name: "What more time buys" });
  await section.getByText(/^With 1 more person-week you close 1 of 2 gaps: PA1\.1 of SDE-5\.$/).waitFor();
  await section.getByText("Spent on whole processes, it brings none to its target yet. The cheapest one, SDE-5, takes 10 days.").waitFor();
  await section.getByRole("button", { name: "One more week" }).click();
  await section.getByText(/^With 2 more person-weeks you close all 2 gaps: /).waitFor();
  await section.getByText("Spent on whole processes, it brings SDE-5 to its target.").waitFor();
});

test("a path goes into the plan at one stroke, once", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await oneProcess(page);
  await page.getByRole("button", { name: "Add these raises to the plan as actions" }).click();
  await page.getByText("1 action was added to the plan.").waitFor();
  await page.getByText("The plan holds all of these raises.").waitFor();
  assert.equal(await raises(page).getByText("planned", { exact: true }).count(), 2);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("button", { name: "Add these raises to the plan as actions" }).waitFor();
  assert.equal(await raises(page).getByText("planned", { exact: true }).count(), 0);
});
