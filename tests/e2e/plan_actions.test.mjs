// The plan: Plumbline drafts it, people take it over and say who does what by when, and what cannot be is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnTo, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { drafted, list, panel, row, sample, takeOver, titles, type, undo } from "./support/plan.mjs";

test("the draft says what comes first and why, and is taken over", async (t) => {
  const { page } = await sample(t);
  await page.getByText(/^Plumbline has drafted \d+ actions from your ratings/).waitFor();
  const proposals = drafted(page).getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Add to plan/ }) });
  const keys = proposals.first().getByRole("list", { name: "What its place rests on" });
  assert.match(await keys.innerText(), /Risk high\s+Level 1\s+Business weight \w+\s+Processes that depend on it \d+\s+Effort/);
  const steps = proposals.first().getByRole("button", { name: /^\d+ steps?: / });
  assert.equal(await proposals.first().getByText("First step.").count(), 0, "what is folded is not there");
  await steps.click();
  await proposals.first().getByText("First step.").first().waitFor();

  const before = await drafted(page).getByRole("button", { name: /^Add all/ }).innerText();
  const [title] = await takeOver(page, 1);
  assert.match(title, /^Raise .+ in [A-Z]+-\d to /);
  assert.notEqual(await drafted(page).getByRole("button", { name: /^Add all/ }).innerText(), before, "what is planned is not proposed");
  await page.getByText("1 action was added to the plan.").waitFor();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  assert.equal(await list(page).count(), 0);
  assert.equal(await drafted(page).getByRole("button", { name: /^Add all/ }).innerText(), before);

  for (const place of [0, 1]) await proposals.nth(place).getByRole("checkbox", { name: /^Select: / }).check();
  await page.getByRole("button", { name: "Add 2 as one action", exact: true }).click();
  assert.equal(await titles(page).count(), 1);
  await list(page).getByRole("button", { name: /^\d+ lifts?: / }).click();
  await list(page).getByText("to do", { exact: true }).first().waitFor();
  await undo(page).click();

  await drafted(page).getByRole("button", { name: /^Add all/ }).click();
  await page.getByText(/^\d+ actions were added to the plan\.$/).waitFor();
  assert.equal(await drafted(page).count(), 0, "nothing is left to plan");
  await undo(page).click();
  assert.equal(await list(page).count(), 0, "one step takes all back");
});

test("an action is edited in all its fields, and they are there after a reload", async (t) => {
  const visit = await sample(t);
  const { page } = visit;
  const [first, second] = await takeOver(page, 2);
  await titles(page).first().getByRole("button").click();
  const field = (name) => panel(page).getByRole("textbox", { name, exact: true });
  const choose = (name, option) => panel(page).getByRole("combobox", { name, exact: true }).selectOption(option);
  await panel(page).getByRole("heading", { name: `1. ${first}` }).waitFor();

  await type(field("Title"), "Handle incidents the same way everywhere");
  await type(panel(page).getByRole("combobox", { name: "Owner" }), "Head of service desk");
  await choose("Status", "started");
  await type(panel(page).getByLabel("Start", { exact: true }), "2027-03-01");
  await type(panel(page).getByLabel("Due", { exact: true }), "2027-06-30");
  await type(field("Effort in days"), "12.5");
  await type(field("Cost"), "4000");
  await type(field("Currency of the plan"), "EUR");
  await choose("Gain, 1 to 5", "5");
  const phase = panel(page).getByRole("combobox", { name: "Phase", exact: true });
  const phases = await phase.getByRole("option").allTextContents();
  assert.match(phases[0], /as the model suggests$/i);
  await phase.selectOption(phases.at(-1));
  await choose("Add an action that must come before", `2. ${second}`);
  await panel(page).getByRole("button", { name: `Take away: ${second}` }).waitFor();
  await type(field("What is measured"), "Share of incidents within target");
  await type(field("Unit"), "%");
  await type(field("Baseline"), "71");
  await type(field("Target value"), "90.5");
  await type(panel(page).getByLabel("Read on", { exact: true }), "2027-04-30");
  await type(field("Value read"), "78");
  await panel(page).getByRole("button", { name: "Add reading" }).click();
  await panel(page).getByText("30 Apr 2027").waitFor();
  await type(field("Notes"), "Begin with the rehabilitation site");

  const expected = panel(page).getByRole("combobox", { name: /^Expected rating: / });
  const lifts = await expected.count();
  await expected.first().selectOption("F");
  await panel(page).getByText("Add what it lifts").click();
  await choose("Process", { index: 1 });
  await panel(page).getByRole("button", { name: "Add", exact: true }).click();
  await expected.nth(lifts).waitFor();
  await panel(page).getByRole("button", { name: /^Take out: / }).last().click();
  await expected.nth(lifts).waitFor({ state: "detached" });

  await page.reload();
  const mine = row(page, "Handle incidents the same way everywhere");
  for (const fact of ["Head of service desk", "started", "Due 30 Jun 2027", "12.5 days", "4,000 EUR", phases.at(-1)]) {
    await mine.getByText(fact, { exact: false }).first().waitFor();
  }
  await mine.getByRole("heading").getByRole("button").click();
  const values = { "Effort in days": "12.5", Cost: "4000", "What is measured": "Share of incidents within target", Unit: "%", Baseline: "71", "Target value": "90.5", Notes: "Begin with the rehabilitation site" };
  for (const [name, value] of Object.entries(values)) assert.equal(await field(name).inputValue(), value, name);
  assert.equal(await panel(page).getByLabel("Start", { exact: true }).inputValue(), "2027-03-01");
  assert.equal(await panel(page).getByRole("combobox", { name: "Gain, 1 to 5" }).inputValue(), "5");
  assert.equal(await expected.first().inputValue(), "F");
  await panel(page).getByText("78 %").waitFor();
  await panel(page).getByRole("button", { name: `Take away: ${second}` }).waitFor();

  await panel(page).getByRole("button", { name: "Remove this action" }).click();
  assert.equal(await mine.count(), 0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await mine.waitFor();
});

test("what cannot be is said in its place, and nothing is lost", async (t) => {
  const { page } = await sample(t);
  const [first, second] = await takeOver(page, 2);
  await titles(page).first().getByRole("button").click();
  const field = (name) => panel(page).getByRole("textbox", { name, exact: true });
  for (const [name, bad, sentence] of [
    ["Cost", "twelve", "Write the cost as a whole number such as 1200, without the currency."],
    ["Effort in days", "-3", "Write days of work as 3 or 2.5."],
    ["Effort in days", "99999", "That is more than 25,000 days. Please check the number."],
    ["Title", "", "An action needs a title."],
    ["Baseline", "5", "Say first what is measured."],
    ["Baseline", "five", "Write a number such as 12 or 12.5, with up to three decimal places."],
  ]) {
    await type(field(name), bad);
    await panel(page).getByRole("alert").filter({ hasText: sentence }).waitFor();
    assert.equal(await field(name).getAttribute("aria-invalid"), "true");
  }
  await page.getByRole("heading", { name: `1. ${first}` }).waitFor();
  await type(field("Title"), first);
  assert.equal(await field("Title").getAttribute("aria-invalid"), null, "what is put right is right");

  await type(panel(page).getByLabel("Start", { exact: true }), "2027-06-01");
  await type(panel(page).getByLabel("Due", { exact: true }), "2027-03-01");
  await panel(page).getByText("It is due before it starts.", { exact: false }).waitFor();
  await row(page, first).getByText("It is due before it starts.", { exact: false }).waitFor();

  const before = panel(page).getByRole("combobox", { name: "Add an action that must come before" });
  await before.selectOption(`2. ${second}`);
  await row(page, second).getByRole("heading").getByRole("button").click();
  await panel(page).getByRole("heading", { name: `2. ${second}` }).waitFor();
  await before.selectOption(`1. ${first}`);
  await panel(page).getByText("It waits for itself:", { exact: false }).waitFor();
  await row(page, first).getByText("It waits for itself:", { exact: false }).waitFor();

  await turnTo(page, "Set up");
  const process = second.match(/ in ([A-Z]+-\d) /)[1];
  await page.getByRole("checkbox", { name: new RegExp(`^${process} `) }).uncheck();
  await turnToPlan(page, "Actions");
  await row(page, second).getByText("is not in the scope any more.", { exact: false }).waitFor();
});

test("without ratings the page says what would fill it", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.getByRole("button", { name: /^First hour/ }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnToPlan(page, "Actions");
  await page.getByText("Nothing is rated yet.", { exact: false }).waitFor();
  await page.getByRole("region", { name: "Not known yet", exact: true }).waitFor();
  await page.getByRole("button", { name: "New action" }).click();
  await panel(page).getByText("Nothing yet. Say which ratings are higher when it is done.").waitFor();
});
