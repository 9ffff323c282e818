// Two people take turns at one machine, under their own names: each step stays with whoever made it, and each sees their own rating.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { turnHome } from "./support/backups.mjs";
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
const shows = (page, word, group = `Rating of ${QUESTION}`) =>
  page.getByRole("group", { name: group, exact: true }).getByRole("radio", { name: word, exact: true, checked: true }).waitFor();

const rateView = (page, name) => page.getByRole("navigation", { name: "Rate", exact: true }).getByRole("link", { name, exact: true }).click();

async function rateBlind(page) {
  await page.getByRole("button", { name: "Rate blind" }).click();
  await page.getByText("Ratings are blind.", { exact: false }).waitFor();
}

/** Who said what of the question, in the order in which it was said. */
async function said(page) {
  await toTeam(page, "Copies");
  const { text } = await download(page, () => page.getByRole("button", { name: "Download a copy" }).click());
  const edits = JSON.parse(text).changes.filter(({ edit }) => (edit.judge ?? edit.withdraw)?.subject.item.indicator === QUESTION);
  return edits.map(({ author, edit }) => `${author} ${edit.judge?.judgement?.rated.rating ?? "withdraws"}`);
}

test("undo takes back the last step as the one who made it", async (t) => {
  const { page } = await takeTurns(t);
  await shows(page, "F Fully");
  const differ = page.getByText("Anna: F, Bert: P. What was said last counts until you agree.", { exact: false });
  await differ.waitFor();
  await page.keyboard.press("Control+z");
  await differ.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+y");
  await differ.waitFor();
  await page.keyboard.press("Control+z");
  await differ.waitFor({ state: "hidden" });
  await shows(page, "F Fully");
  assert.deepEqual(await said(page), ["Anna F", "Bert P", "Bert withdraws", "Bert P", "Bert withdraws"]);
});

test("while ratings are blind, nobody undoes what they do not see", async (t) => {
  const { page } = await takeTurns(t, rateBlind);
  await page.keyboard.press("Control+z");
  await page.getByText("While ratings are blind, only Bert can undo or redo it.", { exact: false }).waitFor();
  assert.ok(await choice(page, QUESTION, "F Fully").isChecked());
  assert.deepEqual(await said(page), ["Anna F", "Bert P"]);
});

test("where something was agreed, every page shows one's own rating and what counts", async (t) => {
  const { page } = await takeTurns(t);
  await toTeam(page, "Agree");
  await page.getByRole("button", { name: `Settle ${QUESTION}`, exact: true }).click();
  await page.getByRole("group", { name: `Agreed rating of ${QUESTION}` }).getByRole("radio", { name: "L Largely" }).check();
  await page.getByRole("textbox", { name: "Reason" }).fill("Seen by both in the log of March");
  await page.getByRole("textbox", { name: "Reason" }).press("Enter");
  await page.getByRole("button", { name: `Take back what was agreed on ${QUESTION}` }).waitFor();
  const agreed = () => page.getByText("Agreed: L, by consensus of Anna and Bert.", { exact: false }).waitFor();

  await turnTo(page, "Rate");
  await shows(page, "F Fully");
  await agreed();
  await t.test("on Rate they follow the name", async () => {
    await page.getByRole("button", { name: "Change the name" }).click();
    const field = page.getByRole("combobox", { name: "Your name or role" });
    await field.fill("Bert");
    await field.blur();
    await shows(page, "P Partially");
  });

  await t.test("in the workshop", async () => {
    await rateView(page, "Workshop");
    await shows(page, "P Partially");
    await agreed();
  });

  await t.test("in the matrix of instances", async () => {
    await rateView(page, "Instances");
    const cell = page.getByRole("gridcell", { name: `${QUESTION}, Whole unit: P, agreed L`, exact: true });
    await cell.focus();
    await shows(page, "P Partially", `Rating of ${QUESTION}, Whole unit`);
    await agreed();
    await page.keyboard.press("n");
    await page.getByRole("gridcell", { name: `${QUESTION}, Whole unit: N, agreed L`, exact: true }).waitFor();
  });
});

test("who takes back nothing of their own is told whose rating stays", async (t) => {
  const { page } = await takeTurns(t);
  await workAs(page, "Carla");
  await turnTo(page, "Rate");
  await shows(page, "P Partially");
  await choice(page, QUESTION, "Not rated").click();
  await page.getByText("What Bert said stands. You take back only your own rating.").waitFor();
  await shows(page, "P Partially");
  assert.deepEqual(await said(page), ["Anna F", "Bert P"]);
});

test("nothing is assessed again before blind ratings are opened", async (t) => {
  const { page } = await takeTurns(t, rateBlind);
  await turnHome(page);
  await page.getByRole("link", { name: /^Re-assess First hour/ }).click();
  await page.getByText("Ratings are still hidden from each other, and only your own would come along.", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Start the re-assessment" }).count(), 0);
  await page.getByRole("main").getByRole("link", { name: "Open them" }).click();
  await page.getByRole("heading", { level: 1, name: "Agree", exact: true }).waitFor();
});
