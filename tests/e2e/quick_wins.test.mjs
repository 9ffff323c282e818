// Quick wins: effort and gain of actions, moved by mouse and by keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/browser.mjs";
import { action, openPlan } from "./support/plan_file.mjs";

const PLAN = [
  ...action("a1", { title: "Agree on roles", effort: 40, gain: 3 }),
  ...action("a2", { title: "Buy a tool", effort: 320, gain: 2 }),
];

const spot = (page, name) => page.getByRole("button", { name: new RegExp(`^\\d+ ${name}: `) });
const effort = (page, name) => page.getByLabel(new RegExp(`^Days of effort of \\d+ ${name}$`));
const gain = (page, name) => page.getByLabel(new RegExp(`^Gain of \\d+ ${name}$`));
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

test("arrow keys move an action by a day and by a step, one undo each", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Quick wins");
  await page.getByRole("img", { name: /^Effort by gain: / }).waitFor();
  const roles = spot(page, "Agree on roles");
  assert.match(await roles.getAttribute("aria-label"), /: 5 days, gain 3 of 5$/);
  const before = await middle(roles);
  await roles.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("status").getByText("Agree on roles: 6 days, gain 4 of 5").waitFor();
  assert.equal(await roles.evaluate((button) => button === document.activeElement), true, "the focus stays on it");
  const after = await middle(roles);
  assert.ok(after[0] > before[0] && after[1] < before[1], "it has moved to the right and up");
  assert.equal(await effort(page, "Agree on roles").inputValue(), "6");
  assert.equal(await gain(page, "Agree on roles").inputValue(), "4");

  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await gain(page, "Agree on roles").inputValue(), "3");
  assert.equal(await effort(page, "Agree on roles").inputValue(), "6", "each move is a step of its own");
});

test("the mouse drags an action, and the values survive a reload", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Quick wins");
  const tool = spot(page, "Buy a tool");
  const roles = spot(page, "Agree on roles");
  await tool.scrollIntoViewIfNeeded();
  const [from, to] = [await middle(tool), await middle(roles)];
  await page.mouse.move(...from);
  await page.mouse.down();
  // Onto the column of the other, two steps above where it lies.
  await page.mouse.move(to[0], from[1] - (from[1] - to[1]) * 2, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("status").getByText("Buy a tool: 5 days, gain 4 of 5").waitFor();
  assert.equal(await effort(page, "Buy a tool").inputValue(), "5");
  assert.equal(await gain(page, "Buy a tool").inputValue(), "4");

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Redo" }).click();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Quick wins" }).waitFor();
  assert.equal(await effort(page, "Buy a tool").inputValue(), "5");
  assert.equal(await gain(page, "Buy a tool").inputValue(), "4");
  assert.match(await spot(page, "Buy a tool").getAttribute("aria-label"), /: 5 days, gain 4 of 5$/);
});

test("a click moves nothing, and Escape breaks a drag off", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Quick wins");
  const tool = spot(page, "Buy a tool");
  await tool.click();
  const [x, y] = await middle(tool);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 100, y - 50, { steps: 3 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await effort(page, "Buy a tool").inputValue(), "40");
  assert.match(await tool.getAttribute("aria-label"), /: 40 days, gain 2 of 5$/);
});

test("typed values count, and go back to what is computed", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Quick wins");
  await effort(page, "Agree on roles").fill("a week");
  await effort(page, "Agree on roles").press("Enter");
  await page.getByText("Write days of work as 3 or 2.5.").waitFor();
  await effort(page, "Agree on roles").fill("2.5");
  await effort(page, "Agree on roles").press("Enter");
  assert.match(await spot(page, "Agree on roles").getAttribute("aria-label"), /: 2\.5 days, gain 3 of 5$/);
  await gain(page, "Agree on roles").fill("9");
  await gain(page, "Agree on roles").press("Enter");
  await page.getByText("Gain is a whole number from 1 to 5.").waitFor();
  await page.getByRole("button", { name: /^Back to computed: effort of \d+ Agree on roles$/ }).click();
  assert.equal(await effort(page, "Agree on roles").inputValue(), "0", "it lifts nothing, so nothing is computed");
});
