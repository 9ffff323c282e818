// The list of actions: found by view and filter, changed many at once, and put in another order, by the keys alone too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnTo, turnToPlan } from "./support/app.mjs";
import { panel, row, sample, takeOver, titles, type, undo, view } from "./support/plan.mjs";

test("views, filters and one change to many", async (t) => {
  const { page } = await sample(t);
  await turnTo(page, "Set up");
  await type(page.getByRole("textbox", { name: /^Your name or role/ }), "Process manager");
  await turnToPlan(page, "Actions");
  const [first, second, third] = await takeOver(page, 3);
  const count = async (name, wanted) => view(page, name).and(page.getByRole("radio", { name: `${name} ${wanted}` })).waitFor();
  await count("All", 3);
  await count("No owner", 3);

  for (const title of [first, second]) await row(page, title).getByRole("checkbox").check();
  await page.getByText("2 selected", { exact: true }).waitFor();
  const bulk = page.getByRole("group", { name: "Selected actions" });
  const set = async (what, fill) => {
    await bulk.getByRole("combobox", { name: "What to change" }).selectOption(what);
    await fill(bulk.getByLabel("New value"));
    await bulk.getByRole("button", { name: "Set for all selected" }).click();
  };
  await set("Owner", (value) => value.fill("PROCESS manager"));
  await count("Mine", 2);
  await set("Due date", (value) => value.fill("2020-01-15"));
  await count("Overdue", 2);
  await row(page, first).getByText("! Overdue").waitFor();
  await set("Shift dates by weeks", (value) => value.fill("soon"));
  await bulk.getByRole("alert").filter({ hasText: "Write whole weeks" }).waitFor();
  await set("Shift dates by weeks", (value) => value.fill("2"));
  await row(page, second).getByText("Due 29 Jan 2020").waitFor();
  await undo(page).click();
  await row(page, first).getByText("Due 15 Jan 2020").waitFor();
  await row(page, second).getByText("Due 15 Jan 2020").waitFor();

  await view(page, "Mine").check();
  assert.equal(await titles(page).count(), 2);
  await page.getByText("2 of 3 actions").waitFor();
  await view(page, "All").check();
  const filter = page.getByRole("search", { name: "Which actions" });
  await filter.getByRole("searchbox", { name: "Search actions" }).fill(third);
  assert.deepEqual(await titles(page).allTextContents(), [third]);
  await filter.getByRole("searchbox", { name: "Search actions" }).fill("");
  await set("Status", (value) => value.selectOption("done"));
  await filter.getByRole("combobox", { name: "Status" }).selectOption("done");
  assert.equal(await titles(page).count(), 2);
  await count("Overdue", 0);
  await filter.getByRole("combobox", { name: "Status" }).selectOption("dropped");
  await page.getByText("No action fits.", { exact: false }).waitFor();
  await filter.getByRole("combobox", { name: "Status" }).selectOption("Any status");

  await bulk.getByRole("button", { name: "Remove selected" }).click();
  assert.deepEqual(await titles(page).allTextContents(), [third]);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await count("All", 3);
});

test("the order is overridden with a reason, by the keys alone", async (t) => {
  const visit = await sample(t);
  const { page } = visit;
  const [first, second, third] = await takeOver(page, 3);
  const order = () => titles(page).allTextContents();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const press = (...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

  await page.getByRole("heading", { level: 1, name: "Actions" }).focus();
  await press("j");
  assert.equal(await focused(), first);
  await press("ArrowDown", "ArrowDown");
  assert.equal(await focused(), third);
  await press("Alt+ArrowUp");
  const reason = page.getByRole("textbox", { name: "Why does it come 2nd?" });
  await reason.waitFor();
  await press("Enter");
  await page.getByRole("alert").filter({ hasText: "Please give a reason." }).waitFor();
  assert.deepEqual(await order(), [first, second, third], "without a reason nothing moves");
  await page.keyboard.type("The audit is in May");
  await press("Enter");
  await page.getByText("Placed 2nd: The audit is in May").waitFor();
  assert.deepEqual(await order(), [first, third, second]);
  await page.waitForFunction((title) => document.activeElement.textContent === title, third);

  await press("k", "Space");
  await page.getByText("1 selected", { exact: true }).waitFor();
  assert.equal(await panel(page).count(), 0, "the space bar selects and does not open");
  await press("Enter");
  await panel(page).getByRole("heading", { name: `1. ${first}` }).waitFor();
  await press("Escape");
  assert.equal(await panel(page).count(), 0);
  await page.waitForFunction((title) => document.activeElement.textContent === title, first);

  await page.reload();
  await page.getByText("Placed 2nd: The audit is in May").waitFor();
  await page.getByRole("button", { name: `Back to its own place: ${third}` }).click();
  await page.getByText("Placed 2nd", { exact: false }).waitFor({ state: "detached" });
  assert.deepEqual(await order(), [first, second, third]);

  await page.getByRole("button", { name: `Move down: ${first}` }).click();
  await page.getByRole("textbox", { name: "Why does it come 2nd?" }).fill("Later");
  await page.getByRole("button", { name: "Place it" }).click();
  assert.deepEqual(await order(), [second, first, third]);
  await undo(page).click();
  assert.deepEqual(await order(), [first, second, third]);

  await press("?");
  await page.getByRole("dialog", { name: "Keys for the actions" }).waitFor();
  await press("Escape");
  await press("/");
  assert.equal(await page.evaluate(() => document.activeElement.type), "search");
  await page.getByRole("heading", { level: 1, name: "Actions" }).focus();
  await press("n");
  await page.waitForFunction(() => document.activeElement.value === "New action");
  await page.keyboard.type("Agree on one calendar");
  await press("Tab");
  await row(page, "Agree on one calendar").getByText("No due date").waitFor();
});
