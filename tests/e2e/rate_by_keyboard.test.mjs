// A whole process is rated without ever touching the mouse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

// Presses Tab until the focus is on what is looked for, as people without a mouse do.
async function tabTo(page, wanted, most = 40) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`the focus did not reach ${wanted} with ${most} presses of Tab`);
}

const focused = (locator) => locator.evaluate((element) => element === document.activeElement);

test("a process is rated by keyboard alone, from the home page on", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const keys = page.keyboard;
  const rated = (subject, word) => choice(page, subject, word).isChecked();
  const progress = (text) => page.getByRole("region", { name: "Capability level" }).getByText(text, { exact: true }).waitFor();

  await t.test("Tab and Enter start an assessment", async () => {
    await tabTo(page, page.getByRole("button", { name: /^First hour/ }));
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: "SDE-5 Service level management" }).waitFor();
  });

  await t.test("letters rate and move on", async () => {
    // Nothing has been clicked: the first question is the current one.
    for (const letter of "fLpN") await keys.press(letter);
    assert.equal(await rated("SDE-5.O1", "F Fully"), true);
    assert.equal(await rated("SDE-5.O2", "L Largely"), true);
    assert.equal(await rated("SDE-5.O3", "P Partially"), true);
    assert.equal(await rated("SDE-5.O4", "N Not"), true);
    assert.equal(await focused(choice(page, "SDE-5.O5", "Not rated")), true, "the focus is on the fifth question");
    await progress("4 of 19 rated");
  });

  await t.test("arrows move between questions and along the choices", async () => {
    await keys.press("ArrowUp");
    assert.equal(await focused(choice(page, "SDE-5.O4", "N Not")), true);
    await keys.press("ArrowRight");
    assert.equal(await rated("SDE-5.O4", "P Partially"), true);
    await keys.press("ArrowDown");
    await keys.press("ArrowDown");
    assert.equal(await focused(choice(page, "SDE-5.O6", "Not rated")), true);
    await keys.press("f");
    assert.equal(await rated("SDE-5.O6", "F Fully"), true);
    assert.equal(await rated("SDE-5.O5", "Not rated"), true, "moving past a question does not rate it");
  });

  await t.test("U goes to what is not rated, Delete takes a rating back", async () => {
    await keys.press("ArrowUp");
    await keys.press("ArrowUp");
    await keys.press("ArrowUp");
    await keys.press("u");
    assert.equal(await focused(choice(page, "SDE-5.O5", "Not rated")), true);
    await keys.press("l");
    await keys.press("ArrowUp");
    await keys.press("Delete");
    assert.equal(await rated("SDE-5.O5", "Not rated"), true);
    await keys.press("l");
    await progress("6 of 19 rated");
  });

  await t.test("Ctrl-Z and Ctrl-Y undo and redo", async () => {
    await keys.press("Control+z");
    assert.equal(await rated("SDE-5.O5", "Not rated"), true);
    await keys.press("Control+y");
    assert.equal(await rated("SDE-5.O5", "L Largely"), true);
    await keys.press("Control+z");
    await keys.press("Control+Shift+z");
    assert.equal(await rated("SDE-5.O5", "L Largely"), true);
  });

  await t.test("? lists the keys, and Escape leads back", async () => {
    const before = await page.evaluateHandle(() => document.activeElement);
    await keys.press("?");
    const help = page.getByRole("dialog", { name: "Keys on the Rate page" });
    await help.getByRole("cell", { name: "Rate and move on" }).waitFor();
    await keys.press("f");
    await keys.press("Escape");
    await help.waitFor({ state: "hidden" });
    assert.equal(await page.evaluate((element) => element === document.activeElement, before), true, "the focus is back where it was");
    await progress("6 of 19 rated");
  });

  await t.test("/ searches, and letters there are text", async () => {
    await keys.press("/");
    const search = page.getByRole("searchbox");
    assert.equal(await focused(search), true);
    await keys.type("problem");
    assert.equal(await search.inputValue(), "problem");
    await page.getByRole("navigation", { name: "Processes" }).getByText(/^\d of 5 processes$/).waitFor();
    await keys.press("Control+a");
    await keys.press("Delete");
    await page.getByText("5 processes", { exact: true }).waitFor();
    await progress("6 of 19 rated");
  });

  await t.test("M writes a note", async () => {
    await tabTo(page, page.getByRole("radio", { checked: true }).first());
    await keys.press("m");
    const note = page.getByRole("textbox", { name: "Note" });
    await note.waitFor();
    await page.waitForFunction((field) => field === document.activeElement, await note.elementHandle());
    await keys.type("fully? No: see minutes");
    await keys.press("Tab");
    await page.getByRole("button", { name: "Note •" }).waitFor();
    await progress("6 of 19 rated");
  });

  await t.test("every question can be rated, and ] goes to the next process", async () => {
    await keys.press("u");
    for (let row = 0; row < 13; row += 1) await keys.press("f");
    await progress("19 of 19 rated");
    const next = page.getByRole("link", { name: /^Next: RES-1/ });
    assert.equal(await focused(next), true, "past the last question comes the way to the next process");
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^RES-1 / }).waitFor();
    await keys.press("[");
    await page.getByRole("heading", { level: 1, name: /^SDE-5 / }).waitFor();
    await keys.press("]");
    await page.getByRole("heading", { level: 1, name: /^RES-1 / }).waitFor();
    await keys.press("p");
    assert.equal(await rated("RES-1.O1", "P Partially"), true);
  });
});
