// A process is rated before a room: one question at a time, by keyboard, with remarks and a parking lot.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, idOf, startNow } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const question = (page, id) => page.getByRole("article", { name: `Question ${id}`, exact: true });
const progress = (page, text) => page.getByRole("region", { name: "Capability level" }).getByText(text, { exact: true }).waitFor();
const isFocused = (page, locator) => locator.evaluate((element) => element === document.activeElement);

async function toWorkshop(page) {
  await startNow(page);
  await page.getByRole("navigation", { name: "Rate", exact: true }).getByRole("link", { name: "Workshop" }).click();
  await page.getByRole("heading", { level: 1, name: "SDE-5 Service level management" }).waitFor();
}

test("a process is rated wholly by keyboard in the workshop", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const keys = page.keyboard;
  await toWorkshop(page);
  let presses = 0;
  const press = async (key) => {
    presses += 1;
    await keys.press(key);
  };

  await t.test("purpose, question and what one would see are in sight", async () => {
    await page.getByText("Purpose.").waitFor();
    const first = question(page, "SDE-5.O1");
    await first.getByText("Question 1 of 19", { exact: true }).waitFor();
    const seen = await first.getByRole("term").allTextContents();
    assert.deepEqual(seen.map((text) => text.trim()[0]), ["P", "L", "F"], "anchors for the three steps above the lowest");
  });

  await t.test("a letter rates and moves on", async () => {
    await press("f");
    await question(page, "SDE-5.O2").waitFor();
    await press("L");
    await question(page, "SDE-5.O3").waitFor();
    await progress(page, "2 of 19 rated");
    await press("ArrowUp");
    await question(page, "SDE-5.O2").waitFor();
    assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "L Largely");
    await press("ArrowRight");
    assert.equal(await choice(page, "SDE-5.O2", "F Fully").isChecked(), true, "arrows along the choices stay");
    await question(page, "SDE-5.O2").waitFor();
    await press("u");
    await question(page, "SDE-5.O3").waitFor();
  });

  await t.test("letters to the end, then Enter leads to the next process", async () => {
    for (let row = 3; row <= 19; row += 1) await press("f");
    await progress(page, "19 of 19 rated");
    const next = page.getByRole("link", { name: /^Next: RES-1 / });
    assert.equal(await isFocused(page, next), true);
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: /^RES-1 / }).waitFor();
    t.diagnostic(`${presses} keys for 19 questions, with those that went back and to the next process`);
    assert.ok(presses <= 25, `${presses} keys`);
    await press("[");
    await page.getByRole("heading", { level: 1, name: /^SDE-5 / }).waitFor();
    assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true);
  });

  await t.test("? lists the keys of the workshop", async () => {
    await keys.press("?");
    const help = page.getByRole("dialog", { name: "Keys in the workshop" });
    await help.getByRole("cell", { name: "Park the question and move on" }).waitFor();
    await keys.press("Escape");
    await help.waitFor({ state: "hidden" });
  });
});

test("questions are parked with one key, found again, and dealt with", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const keys = page.keyboard;
  await toWorkshop(page);
  const lot = page.getByRole("region", { name: "Parking lot" });
  await lot.getByText("Nothing is parked.", { exact: false }).waitFor();

  await keys.press("k");
  await question(page, "SDE-5.O2").waitFor();
  const parked = lot.getByRole("textbox", { name: "Parked at SDE-5.O1" });
  assert.match(await parked.inputValue(), /^Come back to SDE-5\.O1: /);

  await parked.fill("Ask the night shift");
  await keys.press("Tab");
  await lot.getByRole("button", { name: "Done: Ask the night shift" }).waitFor();

  await t.test("the way back leads there from another process too", async () => {
    await page.getByRole("navigation", { name: "Processes" }).getByText(/^Process 1 of 5/).click();
    await page.getByRole("navigation", { name: "Processes" }).getByRole("link", { name: /^RES-1 / }).click();
    await page.getByRole("heading", { level: 1, name: /^RES-1 / }).waitFor();
    await lot.getByRole("button", { name: "Back to it: SDE-5.O1" }).click();
    await question(page, "SDE-5.O1").waitFor();
  });

  await t.test("parking it twice is said, and done takes it off", async () => {
    await page.getByRole("button", { name: "Park it" }).click();
    await page.getByText("It is parked already.").waitFor();
    await lot.getByRole("button", { name: "Done: Ask the night shift" }).click();
    await lot.getByText("Nothing is parked.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await lot.getByRole("button", { name: "Done: Ask the night shift" }).waitFor();
  });
});

test("a click rates and moves on", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await toWorkshop(page);
  await choice(page, "SDE-5.O1", "P Partially").click();
  await question(page, "SDE-5.O2").waitFor();
  await progress(page, "1 of 19 rated");
  await page.getByRole("button", { name: "← Before" }).click();
  await question(page, "SDE-5.O1").waitFor();
  assert.equal(await choice(page, "SDE-5.O1", "P Partially").isChecked(), true);
});

test("the clock says when the time of a process is over, and can be paused", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await page.clock.install();
  const id = idOf(page);
  await visit.go(`/assessment/${id}/workshop/SDE-5`);
  const clock = page.getByRole("region", { name: "Time on this process" });
  await clock.getByText("0 minutes", { exact: true }).waitFor();
  const box = clock.getByRole("textbox", { name: "Minutes for each process" });
  await box.fill("soon");
  await page.keyboard.press("Tab");
  await clock.getByText("Write whole minutes from 1 to 480", { exact: false }).waitFor();
  await box.fill("2");
  await page.keyboard.press("Tab");
  await clock.getByText("0 of 2 minutes", { exact: true }).waitFor();
  await page.clock.runFor(70_000);
  await clock.getByText("1 of 2 minutes", { exact: true }).waitFor();
  assert.equal(await clock.getByRole("status").textContent(), "");

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("t");
  await clock.getByText("Paused", { exact: true }).waitFor();
  await page.clock.runFor(300_000);
  await clock.getByText("1 of 2 minutes", { exact: true }).waitFor();
  await page.keyboard.press("t");
  await page.clock.runFor(60_000);
  await clock.getByRole("status").getByText("The time for this process is over: it was 2 minutes.").waitFor();

  await page.reload();
  await clock.getByText("2 of 2 minutes", { exact: true }).waitFor();
});
