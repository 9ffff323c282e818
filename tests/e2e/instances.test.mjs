// Several instances of a process in one table, rated by keyboard in one pass, with the arithmetic of what comes out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const rateView = (page, name) => page.getByRole("navigation", { name: "Rate", exact: true }).getByRole("link", { name, exact: true }).click();
const grid = (page) => page.getByRole("grid", { name: "Indicators by instances" });
const cell = (page, name) => grid(page).getByRole("gridcell", { name, exact: true });
const row = (page, name) => grid(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

async function addInstance(page, name) {
  await page.getByRole("textbox", { name: /^Another instance/ }).fill(name);
  await page.getByRole("button", { name: "Add instance" }).click();
  await grid(page).getByRole("columnheader", { name: new RegExp(`^${name}`) }).waitFor();
}

test("forty indicators of one process are rated with one key each", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Highest level to assess" }).selectOption({ index: 4 });
  await turnTo(page, "Rate");
  const questions = page.getByRole("region", { name: "Questions" }).getByRole("group", { name: /^Rating of / });
  await questions.nth(39).waitFor();
  const indicators = await questions.count();
  let presses = 0;
  const open = page.getByRole("region", { name: "Capability level" }).getByText(`${indicators} of ${indicators} rated`, { exact: true });
  while (presses < 2 * indicators && !(await open.isVisible())) {
    await page.keyboard.press("fl"[presses % 2]);
    presses += 1;
  }
  t.diagnostic(`${presses} key presses for ${indicators} indicators: ${(presses / indicators).toFixed(2)} an indicator`);
  assert.ok(presses <= 1.2 * indicators, `${presses} presses`);
});

test("a matrix of indicators by instances is rated in one pass, and says what comes out", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Highest level to assess" }).selectOption({ index: 0 });
  await turnTo(page, "Rate");
  await rateView(page, "Instances");
  await page.getByRole("heading", { level: 1, name: "Instances" }).waitFor();

  await t.test("instances are added here", async () => {
    await addInstance(page, "Berlin");
    await addInstance(page, "Aarhus");
    await page.getByRole("textbox", { name: "Name of instance Whole unit" }).fill("Head office");
    await page.getByRole("textbox", { name: "Name of instance Whole unit" }).press("Tab");
    await page.getByRole("textbox", { name: "Name of instance Head office" }).waitFor();
  });

  const outcomes = await grid(page).getByRole("rowheader", { name: /^SDE-5\.O/ }).count();

  await t.test("letters rate down an instance, and go on with the next one", async () => {
    await cell(page, "SDE-5.O1, Head office: not rated").focus();
    for (let presses = 0; presses < outcomes; presses += 1) await page.keyboard.press("f");
    for (let presses = 0; presses < outcomes; presses += 1) await page.keyboard.press("p");
    await cell(page, `SDE-5.O${outcomes}, Berlin: P`).waitFor();
    assert.equal(await cell(page, "SDE-5.O1, Aarhus: not rated").evaluate((found) => found === document.activeElement), true);
  });

  await t.test("both directions are shown with their arithmetic and spread", async () => {
    await row(page, /^SDE-5\.O1/).getByText("Mean of 2 ratings: 4 / 2 = 2.00, so L.").waitFor();
    await row(page, /^SDE-5\.O1/).getByText("Spread from P to F").waitFor();
    const totals = row(page, "Over the indicators");
    await totals.getByText(`Mean of ${outcomes} ratings: ${3 * outcomes} / ${outcomes} = 3.00, so F.`).waitFor();
    await totals.getByText(`Mean of ${2 * outcomes} ratings: ${4 * outcomes} / ${2 * outcomes} = 2.00, so L.`).waitFor();
    await grid(page).getByRole("columnheader", { name: "Head office Level 1" }).waitFor();
    await grid(page).getByRole("columnheader", { name: "Berlin Level 0" }).waitFor();
  });

  await t.test("a weight counts once it has a reason", async () => {
    const counts = page.getByRole("textbox", { name: "Head office counts" });
    await counts.fill("3");
    await counts.press("Tab");
    await page.getByText("The weight counts once you say why.").waitFor();
    const reason = page.getByRole("textbox", { name: "Reason for the weight of Head office" });
    await reason.fill("Handles three of four calls");
    await reason.press("Tab");
    await row(page, /^SDE-5\.O1/).getByText("Weighted mean of 2 ratings: 10 / 4 = 2.50, so F.").waitFor();
    await page.getByText("The weight counts once you say why.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await row(page, /^SDE-5\.O1/).getByText("Mean of 2 ratings: 4 / 2 = 2.00, so L.").waitFor();
    assert.equal(await counts.inputValue(), "1");
  });

  await t.test("across, U, Delete and the mouse", async () => {
    await page.getByRole("radio", { name: "Across the instances" }).check();
    await cell(page, "SDE-5.O1, Head office: F").click();
    await page.keyboard.press("u");
    await page.keyboard.press("n");
    await cell(page, "SDE-5.O1, Aarhus: N").waitFor();
    assert.equal(await cell(page, "SDE-5.O2, Head office: F").evaluate((found) => found === document.activeElement), true);
    await page.keyboard.press("Delete");
    await cell(page, "SDE-5.O2, Head office: not rated").waitFor();
    await page.getByRole("group", { name: "Rating of SDE-5.O2, Head office" }).getByRole("radio", { name: "L Largely" }).check();
    await cell(page, "SDE-5.O2, Head office: L").waitFor();
  });
  visit.assertQuiet?.();
});
