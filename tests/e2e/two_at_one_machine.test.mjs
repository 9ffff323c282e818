// Two people take turns at one machine, under their own names: each step stays with whoever made it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

const QUESTION = "SDE-5.O1";

/** Anna rates F, and then Bert at the same machine P. It is Anna's turn again, on Rate. */
async function takeTurns(t, beforeRating = async () => {}) {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await workAs(page, "Anna");
  await beforeRating(page);
  await rate(page, "F");
  await workAs(page, "Bert");
  await rate(page, "P");
  await workAs(page, "Anna");
  await turnTo(page, "Rate");
  return visit;
}

async function workAs(page, name) {
  await toTeam(page, "Agree");
  const field = page.getByRole("combobox", { name: "Your name or role" });
  await field.fill(name);
  await field.blur();
}

async function toTeam(page, view) {
  await turnTo(page, "Team");
  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: view, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: view, exact: true }).waitFor();
}

async function rate(page, letters) {
  await turnTo(page, "Rate");
  await rateByKeys(page, letters);
}

/** Waits until a question shows this choice as made. */
const shows = (page, word) =>
  page.getByRole("group", { name: `Rating of ${QUESTION}`, exact: true }).getByRole("radio", { name: word, exact: true, checked: true }).waitFor();

/** Who said what of the question, in the order in which it was said. */
async function said(page) {
  await toTeam(page, "Copies");
  const { text } = await download(page, () => page.getByRole("button", { name: "Download a copy" }).click());
  const edits = JSON.parse(text).changes.filter(({ edit }) => (edit.judge ?? edit.withdraw)?.subject.item.indicator === QUESTION);
  return edits.map(({ author, edit }) => `${author} ${edit.judge?.judgement?.rated.rating ?? "withdraws"}`);
}

test("undo takes back the last step as the one who made it", async (t) => {
  const { page } = await takeTurns(t);
  await shows(page, "P Partially");
  await page.keyboard.press("Control+z");
  await shows(page, "F Fully");
  await page.keyboard.press("Control+y");
  await shows(page, "P Partially");
  await page.keyboard.press("Control+z");
  await shows(page, "F Fully");
  assert.deepEqual(await said(page), ["Anna F", "Bert P", "Bert withdraws", "Bert P", "Bert withdraws"]);
});

test("while ratings are blind, nobody undoes what they do not see", async (t) => {
  const { page } = await takeTurns(t, async (page) => {
    await page.getByRole("button", { name: "Rate blind" }).click();
    await page.getByText("Ratings are blind.", { exact: false }).waitFor();
  });
  await page.keyboard.press("Control+z");
  await page.getByText("While ratings are blind, only Bert can undo or redo it.", { exact: false }).waitFor();
  assert.ok(await choice(page, QUESTION, "F Fully").isChecked());
  assert.deepEqual(await said(page), ["Anna F", "Bert P"]);
});
