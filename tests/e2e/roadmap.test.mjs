// The roadmap: when actions are done, in which phase, and whether there is time for them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { action, indicator, openPlan } from "./support/plan_file.mjs";

const PLAN = [
  ...action("a1", { title: "Agree on roles", owner: "Service owner", start: "2027-01-01", due: "2027-03-31", effort: 80, lifts: [[indicator("RES-2", "RES-2.O6"), "F"]] }),
  ...action("a2", { title: "Review problems monthly", owner: "Problem manager", start: "2027-04-01", due: "2027-06-30", effort: 160, needs: ["a1"] }),
  ...action("a3", { title: "Publish the catalogue", effort: 40 }),
];

const rowOf = (page, table, name) =>
  page.getByRole("region", { name: table }).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const startOf = (page, name) => page.getByLabel(new RegExp(`^Start of \\d+ ${name}$`));
const dueOf = (page, name) => page.getByLabel(new RegExp(`^Due date of \\d+ ${name}$`));

test("a quarter with more work than time is told, and moving an action makes room", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Roadmap");
  const picture = page.getByRole("img", { name: /^Roadmap: / });
  await picture.waitFor();
  assert.match(await picture.getByText("2 actions from 2027-Q1 to 2027-Q2.").first().textContent(), /^2 actions/);

  await page.getByLabel("Usual days", { exact: true }).fill("15");
  await page.getByLabel("Usual days", { exact: true }).press("Enter");
  const warning = page.getByText("2027-Q2: 5 days more than there are.");
  await warning.waitFor();
  assert.equal(await page.getByText("2027-Q1: ", { exact: false }).count(), 0, "the first quarter fits");
  await page.getByLabel("Days in 2027-Q2").fill("20");
  await page.getByLabel("Days in 2027-Q2").press("Enter");
  await warning.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await warning.waitFor();

  // One step of the keyboard moves both dates, and one Undo brings both back.
  const later = page.getByRole("button", { name: /^One quarter later: \d+ Review problems monthly$/ });
  await later.focus();
  await page.keyboard.press("Enter");
  await page.getByText("2027-Q3: 5 days more than there are.").waitFor();
  assert.equal(await startOf(page, "Review problems monthly").inputValue(), "2027-07-01");
  assert.equal(await dueOf(page, "Review problems monthly").inputValue(), "2027-09-30");
  assert.equal(await later.evaluate((button) => button === document.activeElement), true, "the focus stays for the next step");
  await page.getByRole("button", { name: "Undo" }).click();
  await warning.waitFor();
  assert.equal(await startOf(page, "Review problems monthly").inputValue(), "2027-04-01");

  await page.getByRole("radio", { name: "By quarter" }).check();
  const second = rowOf(page, "Roadmap by quarter", "2027-Q2");
  await second.getByText("5 days more than there are").waitFor();
  await second.getByText("Review problems monthly").waitFor();
});

test("what has no dates is listed, gets dates by keyboard, and keeps them", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Roadmap");
  const undated = page.getByRole("region", { name: "Without dates" });
  await undated.getByText("Publish the catalogue").waitFor();
  await page.getByRole("button", { name: /^Give it dates: \d+ Publish the catalogue$/ }).click();
  const field = startOf(page, "Publish the catalogue");
  assert.equal(await field.evaluate((input) => input === document.activeElement), true, "the way leads to its first date");
  await page.keyboard.type("05052027"); // whatever comes first here, day or month
  await dueOf(page, "Publish the catalogue").fill("2027-04-01");
  await page.keyboard.press("Tab");
  await undated.waitFor({ state: "detached" });
  await rowOf(page, "Table of dates and phases", /Publish the catalogue/).getByText("It is due before it starts. Change one of the two dates.").waitFor();

  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Roadmap" }).waitFor();
  assert.equal(await field.inputValue(), "2027-05-05");
  assert.equal(await dueOf(page, "Publish the catalogue").inputValue(), "2027-04-01");
});

test("phases are renamed, added, removed and brought back", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Roadmap");
  await page.getByText("Our own reading of the three phases", { exact: false }).waitFor();
  const phase = page.getByRole("combobox", { name: /^Phase of \d+ Agree on roles$/ });
  const first = page.getByLabel("Phase 1", { exact: true });
  const name = await first.inputValue();
  await first.fill("Order in the house");
  await first.press("Enter");
  await page.getByRole("button", { name: "Back to the model: Order in the house" }).click();
  assert.equal(await first.inputValue(), name);

  await page.getByLabel("Another phase").fill("A breather");
  await page.getByRole("button", { name: "Add phase" }).click();
  await phase.selectOption({ label: "A breather" });
  await page.getByRole("button", { name: "Remove phase A breather" }).click();
  await page.getByText("The roadmap has no phase", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await phase.locator("option:checked").textContent(), "A breather");
  await page.getByRole("button", { name: `Remove phase ${name}` }).click();
  await page.getByRole("button", { name: `Bring back ${name}` }).click();
  assert.equal(await first.inputValue(), name);
});

test("without actions the roadmap says what to do", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, [], "Roadmap");
  await page.getByText("The plan has no actions yet.", { exact: false }).waitFor();
  await turnToPlan(page, "Quick wins");
  await page.getByText("Nothing in the plan is still to do.", { exact: false }).waitFor();
});

test("what was promised stands against what was found", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const measure = { what: "share of problems closed in time", unit: "%", baseline: "40", target: "80" };
  const edits = [
    ...action("a1", { title: "Agree on roles", status: "done", lifts: [[indicator("RES-2", "RES-2.O6"), "F"]] }),
    { judge: { subject: { process: "RES-2", instance: "1", item: { indicator: "RES-2.O6" } }, judgement: { rated: { rating: "L" } } } },
    ...action("a2", { title: "Review problems monthly", lifts: [[indicator("RES-2", "RES-2.O7"), "F"]] }),
    { plan: { set_action: { action: "a2", field: { measure: { measure } } } } },
    { plan: { set_action: { action: "a2", field: { reading: { date: "2026-10-01", value: "55" } } } } },
  ];
  await openPlan(page, edits, "Roadmap");
  await page.getByText("2 promises: 1 missed and 1 still to do.").waitFor();
  const row = rowOf(page, "Promises of done actions", /Agree on roles/);
  assert.deepEqual((await row.getByRole("cell").allTextContents()).slice(1), ["F", "L", "missed"]);
  await rowOf(page, "Table of success measures", "share of problems closed in time").getByText("moves towards the target").waitFor();
});
