// Two windows of one browser: what is done in one is seen in the other within two seconds, and neither loses anything.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, startNow, turnTo } from "./support/app.mjs";
import { everything, turnHome } from "./support/backups.mjs";
import { pick, start } from "./support/browser.mjs";

/** How long the other window may take. */
const SOON = { timeout: 2000 };

/** A visit with two windows, both on the home page. */
async function twoWindows(t) {
  const visit = await start(t);
  const other = await visit.newPage();
  await other.goto(`${visit.address}#/`);
  await other.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  return { visit, one: visit.page, other };
}

/** Both windows rate the same assessment. */
async function sameAssessment(t) {
  const windows = await twoWindows(t);
  const id = await startNow(windows.one);
  await windows.other.goto(`${windows.visit.address}#/assessment/${id}/rate`);
  await windows.other.getByRole("region", { name: "Questions" }).waitFor();
  return windows;
}

/** Waits until a choice is made in a window that does not make it. */
async function seen(page, subject, word) {
  const radio = await choice(page, subject, word).elementHandle();
  await page.waitForFunction((radio) => radio.checked, radio, SOON);
}

test("the list of one window follows what the other one does", async (t) => {
  const { one, other } = await twoWindows(t);
  await startNow(one);
  const entry = other.getByRole("link", { name: /^First hour/ });
  await entry.waitFor(SOON);
  await other.getByText("Nothing rated yet").waitFor(SOON);
  await choice(one, "SDE-5.O1", "F Fully").check();
  await other.getByText("Nothing rated yet").waitFor({ state: "detached", ...SOON });

  await turnHome(one);
  await one.getByRole("button", { name: /^Rename First hour/ }).click();
  await one.getByRole("textbox", { name: "Name" }).fill("Desk");
  await one.getByRole("dialog", { name: "Rename" }).getByRole("button", { name: "Rename" }).click();
  await other.getByRole("link", { name: "Desk", exact: true }).waitFor(SOON);
  await one.getByRole("button", { name: "Duplicate Desk" }).click();
  await other.getByRole("link", { name: "Copy of Desk", exact: true }).waitFor(SOON);
  await one.getByRole("button", { name: "Delete Desk" }).click();
  await other.getByRole("link", { name: "Desk", exact: true }).waitFor({ state: "detached", ...SOON });
  await one.getByRole("button", { name: "Undo" }).click();
  await other.getByRole("link", { name: "Desk", exact: true }).waitFor(SOON);
});

test("the open assessment follows, ratings and notes of both stay", async (t) => {
  const { one, other } = await sameAssessment(t);
  await choice(one, "SDE-5.O1", "F Fully").check();
  await seen(other, "SDE-5.O1", "F Fully");
  await choice(other, "SDE-5.O2", "P Partially").check();
  await seen(one, "SDE-5.O2", "P Partially");

  // Both have a note open; what the other one writes appears, and what is being typed stays.
  for (const page of [one, other]) await page.getByRole("button", { name: "Note" }).first().click();
  for (const page of [one, other]) await page.getByRole("button", { name: "Note" }).nth(1).click();
  await one.getByRole("textbox", { name: "Note" }).nth(1).pressSequentially("typed meanwhile");
  await other.getByRole("textbox", { name: "Note" }).first().fill("by the other window");
  await other.getByRole("textbox", { name: "Note" }).first().blur();
  const noted = await one.getByRole("textbox", { name: "Note" }).first().elementHandle();
  await one.waitForFunction((field) => field.value === "by the other window", noted, SOON);
  assert.equal(await one.getByRole("textbox", { name: "Note" }).nth(1).inputValue(), "typed meanwhile");
  await one.getByRole("textbox", { name: "Note" }).nth(1).blur();
  const second = await other.getByRole("textbox", { name: "Note" }).nth(1).elementHandle();
  await other.waitForFunction((field) => field.value === "typed meanwhile", second, SOON);

  await turnTo(one, "Set up");
  await one.getByRole("textbox", { name: "Name", exact: true }).fill("Desk");
  await one.getByRole("textbox", { name: "Name", exact: true }).blur();
  await other.getByRole("banner").getByText("Desk", { exact: true }).waitFor(SOON);
  for (const page of [one, other]) {
    await turnHome(page);
    await page.getByRole("link", { name: "Desk", exact: true }).waitFor(SOON);
  }

  const files = [await everything(one, 1), await everything(other, 1)];
  assert.deepEqual(files[0], files[1]);
  const notes = files[0].Desk.map(({ edit }) => edit.set_note?.text).filter(Boolean);
  assert.deepEqual(notes.sort(), ["by the other window", "typed meanwhile"]);
});

test("a file that is being read in one window arrives, whatever the other one does meanwhile", async (t) => {
  const { one, other } = await sameAssessment(t);
  await turnHome(one);
  await one.getByText("Nothing rated yet").waitFor(SOON);
  await one.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((done) => (window.goOn = done));
      return read.call(this);
    };
  });
  await pick(one, "Import a file", "shopping.json", "eggs");
  await choice(other, "SDE-5.O1", "F Fully").check();
  await one.getByText("Nothing rated yet").waitFor({ state: "detached", ...SOON });
  await one.evaluate(() => window.goOn());
  await one.getByRole("status").filter({ hasText: "shopping.json" }).waitFor(SOON);
});

test("an assessment that is deleted in one window can be brought back in the other", async (t) => {
  const { one, other } = await sameAssessment(t);
  await choice(one, "SDE-5.O1", "F Fully").check();
  await seen(other, "SDE-5.O1", "F Fully");
  await turnHome(one);
  await one.getByRole("button", { name: /^Delete First hour/ }).click();
  await other.getByText("It was deleted, and can be brought back.").waitFor(SOON);
  await other.getByRole("button", { name: "Bring it back" }).click();
  await one.getByRole("link", { name: /^First hour/ }).waitFor(SOON);
  await other.getByRole("link", { name: /^First hour/ }).click();
  assert.equal(await choice(other, "SDE-5.O1", "F Fully").isChecked(), true);
});

test("an assessment that is brought back in one window opens in the other, and one that is gone for good does not", async (t) => {
  const { one, other } = await sameAssessment(t);
  await turnHome(one);
  await one.getByRole("button", { name: /^Delete First hour/ }).click();
  await other.getByText("It was deleted, and can be brought back.").waitFor(SOON);
  await one.getByRole("button", { name: "Undo" }).click();
  await one.getByRole("link", { name: /^First hour/ }).waitFor();
  await turnHome(other);
  await other.getByRole("link", { name: /^First hour/ }).click();
  await other.getByRole("region", { name: "Questions" }).waitFor();

  await one.getByRole("button", { name: /^Delete First hour/ }).click();
  await one.getByText("Deleted, and kept until you say otherwise").click();
  await one.getByRole("button", { name: /^Delete for good: First hour/ }).click();
  await other.getByText("This browser has no such assessment.", { exact: false }).waitFor(SOON);
});

test("a backup that is made in one window is told on the home page of the other", async (t) => {
  const { one, other } = await sameAssessment(t);
  await turnHome(other);
  await other.getByText("there is no backup yet", { exact: false }).waitFor();
  await one.getByRole("link", { name: "Backup", exact: true }).click();
  const download = one.waitForEvent("download");
  await one.getByRole("button", { name: "Back up everything now" }).click();
  await download;
  await other.getByText("Last backup: ", { exact: false }).waitFor(SOON);
});
