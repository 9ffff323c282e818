// Targets: by level, adjusted for single attributes, with a reason, kept as a profile, and used again elsewhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const cell = (page, attribute, process) => page.getByRole("combobox", { name: new RegExp(`^${attribute} .* of ${process}`) });
const level = (page, process) => page.getByRole("combobox", { name: new RegExp(`^Target level of ${process}`) });
const reason = (page, process) => page.getByRole("textbox", { name: new RegExp(`^Reason for the target of ${process}`) });
// What a list shows.
const shown = (list) => list.evaluate((select) => select.selectedOptions[0].text);

async function onTargets(t) {
  const visit = await start(t);
  await startNow(visit.page);
  await turnToPlan(visit.page, "Targets");
  return visit;
}

// Incident management at level 1 with a reason; in problem management, PA2.2 left out and PA2.1 wanted fully.
async function adjust(page) {
  await level(page, "Incident").selectOption({ label: "1 Performed" });
  await reason(page, "Incident").fill("Its tool is replaced next year");
  await reason(page, "Incident").press("Enter");
  await cell(page, "PA2.1", "Problem").selectOption({ label: "F Fully" });
  await cell(page, "PA2.2", "Problem").selectOption({ label: "Not asked" });
}

test("one click sets the level of all, and each attribute says what that asks of it", async (t) => {
  const { page } = await onTargets(t);
  assert.equal(await shown(cell(page, "PA1.1", "Problem")), "As level 2: F");
  assert.equal(await shown(cell(page, "PA2.1", "Problem")), "As level 2: L");
  await page.getByRole("radio", { name: "1 Performed" }).check();
  assert.equal(await shown(cell(page, "PA1.1", "Problem")), "As level 1: L");
  assert.equal(await shown(cell(page, "PA2.1", "Problem")), "As level 1: not asked");
  assert.equal(await shown(level(page, "Problem")), "As all: 1");
  await page.getByRole("radio", { name: "5 Innovating" }).check();
  await page.getByText("Level 2 is the highest level to assess", { exact: false }).waitFor();
  assert.equal(await shown(cell(page, "PA1.1", "Problem")), "As level 2: F", "no more is asked for than is assessed");
  await turnTo(page, "Set up");
  assert.equal(await shown(page.getByRole("combobox", { name: "Target level", exact: true })), "5 Innovating");
});

test("what differs is marked, asks for a reason, moves the plan, and is taken away in one step that can be undone", async (t) => {
  const { page } = await onTargets(t);
  await page.getByText("All processes follow this level.", { exact: false }).waitFor();
  const takeAway = page.getByRole("button", { name: "Take away all adjustments" });
  assert.equal(await takeAway.isDisabled(), true);
  assert.equal(await reason(page, "Incident").count(), 0, "no reason is asked for where nothing differs");

  await adjust(page);
  await page.getByText("2 processes differ, 1 of them without a reason.").waitFor();
  assert.equal(await page.getByText("adjusted", { exact: true }).count(), 2, "a word says it, not a colour alone");
  await page.getByRole("row", { name: /Problem/ }).getByText("comes to level 1").waitFor();
  await reason(page, "Problem").fill("Records come later");
  await reason(page, "Problem").press("Enter");
  await page.getByText("2 processes differ.", { exact: true }).waitFor();

  await turnTo(page, "Rate");
  await rateByKeys(page, "F".repeat(7));
  await turnTo(page, "Plan");
  const unknown = page.getByRole("region", { name: "Table of what is not known yet" });
  const open = (text) => unknown.getByRole("row").filter({ hasText: text });
  assert.equal(await open("Incident").filter({ hasText: "PA2" }).count(), 0, "level 1 asks for nothing of level 2");
  assert.equal(await open("Problem").filter({ hasText: "PA2.2" }).count(), 0, "what is not asked is no gap");
  assert.equal(await open("Problem").filter({ hasText: "PA2.1" }).count(), 1);

  await turnToPlan(page, "Targets");
  await takeAway.click();
  await page.getByText("All processes follow this level.", { exact: false }).waitFor();
  assert.equal(await shown(level(page, "Incident")), "As all: 2");
  assert.equal(await shown(cell(page, "PA2.2", "Problem")), "As level 2: L");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("2 processes differ.", { exact: true }).waitFor();
  assert.equal(await shown(level(page, "Incident")), "1 Performed");
  assert.equal(await shown(cell(page, "PA2.1", "Problem")), "F Fully");
  assert.equal(await shown(cell(page, "PA2.2", "Problem")), "Not asked");
  assert.equal(await reason(page, "Incident").inputValue(), "Its tool is replaced next year");

  await page.reload();
  await page.getByText("2 processes differ.", { exact: true }).waitFor();
  assert.equal(await shown(cell(page, "PA2.1", "Problem")), "F Fully", "lists show what is true from the start");
  assert.equal(await shown(level(page, "Incident")), "1 Performed");
});

test("all of it works by keyboard", async (t) => {
  const { page } = await onTargets(t);
  await page.getByRole("radio", { name: "2 Managed" }).focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.getByRole("radio", { name: "1 Performed" }).isChecked(), true);
  await level(page, "Incident").focus();
  await page.keyboard.press("2");
  assert.equal(await shown(level(page, "Incident")), "2 Managed");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^PA1\.1 .* of Incident/);
  await page.keyboard.press("N");
  assert.equal(await shown(cell(page, "PA1.1", "Incident")), "Not asked");
  const weight = page.getByRole("combobox", { name: /^Business weight of Incident/ });
  await weight.focus();
  await page.keyboard.press("H");
  assert.equal(await shown(weight), "High");
});

test("a target is kept under a name, renamed, used in another assessment, and removed", async (t) => {
  const { page } = await onTargets(t);
  const name = page.getByRole("textbox", { name: "Name of the profile" });
  await name.press("Enter");
  await page.getByText("A target profile needs a name.").waitFor();
  await adjust(page);
  await name.fill("First year");
  await name.press("Enter");
  const kept = page.getByRole("list", { name: "Target profiles kept here" }).getByRole("listitem");
  await kept.getByText("Level 2, 2 processes differ").waitFor();
  await kept.getByText("In use").waitFor();

  await page.getByRole("textbox", { name: "Name of target profile First year" }).fill("");
  await page.keyboard.press("Tab");
  assert.equal(await page.getByRole("textbox", { name: "Name of target profile First year" }).inputValue(), "First year");
  await page.getByRole("textbox", { name: "Name of target profile First year" }).fill("After a year");
  await page.keyboard.press("Tab");
  await page.getByRole("textbox", { name: "Name of target profile After a year" }).waitFor();

  await page.getByRole("radio", { name: "1 Performed" }).check();
  await page.getByRole("button", { name: "Use After a year" }).click();
  await page.getByText('The target is now "After a year".').waitFor();
  assert.equal(await page.getByRole("radio", { name: "2 Managed" }).isChecked(), true);

  // The other assessment is of another selection of the same model.
  await page.getByRole("link", { name: "Assessments" }).click();
  await startNow(page, "Relationship");
  await turnToPlan(page, "Targets");
  await page.getByRole("radio", { name: "1 Performed" }).check();
  await page.getByText("Take over from another assessment").click();
  await page.getByRole("combobox", { name: "Assessment", exact: true }).selectOption({ label: await page.getByRole("option", { name: /^First hour/ }).innerText() });
  const offers = page.getByRole("list", { name: "Targets to take over" }).getByRole("listitem");
  await offers.first().waitFor();
  assert.equal(await offers.count(), 2, "the present target, and the one that is kept under a name");
  await page.getByRole("button", { name: "Use After a year" }).click();
  await page.getByText('The target is now "After a year".').waitFor();
  assert.equal(await page.getByRole("radio", { name: "2 Managed" }).isChecked(), true);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await page.getByRole("radio", { name: "1 Performed" }).isChecked(), true, "taken over in one step");

  await page.getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("link", { name: /^First hour/ }).click();
  await turnToPlan(page, "Targets");
  await page.getByRole("button", { name: "Remove After a year" }).click();
  await kept.first().waitFor({ state: "detached" });
});
