// What if: ratings tried out beside those of today, kept as a target or thrown away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const table = (page) => page.getByRole("region", { name: "Ratings to try out" });
const rowOf = (page, process) => table(page).getByRole("row").filter({ hasText: process });
const tried = (page, attribute, process) => table(page).getByRole("combobox", { name: `${attribute} of ${process}`, exact: true });
const cells = (row) => row.evaluate((element) => [...element.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()));

// SDE-5 is at level 1 with F, N and L, over its questions.
async function levelOne(page) {
  await startNow(page);
  await rateByKeys(page, "FFFFFFF" + "NNNNNNNN" + "LLLL");
  await turnToPlan(page, "What if");
}

test("a tried rating moves level and risk, and the assessment stays as it is", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await levelOne(page);
  await page.getByText("Nothing differs from today.").waitFor();
  assert.deepEqual((await cells(rowOf(page, "SDE-5"))).slice(-2), ["1", "medium"]);
  await tried(page, "PA2.1", "SDE-5").selectOption({ label: "F" });
  await page.getByText("1 attribute rating otherwise than today.").waitFor();
  await page.getByText("Level: SDE-5 from 1 to 2.").waitFor();
  await page.getByText("Risk: SDE-5 from medium to none.").waitFor();
  assert.deepEqual((await cells(rowOf(page, "SDE-5"))).slice(-2), ["1 to 2", "medium to none"]);
  await rowOf(page, "SDE-5").getByText("today N").waitFor();
  const clauses = page.getByRole("table", { name: /^Clauses of / });
  assert.equal(await clauses.getByRole("row").count(), 5, "supported, partly, not, unknown and the head");

  // It is still there on the way back, and nothing of it was rated.
  await turnTo(page, "Profile");
  await page.getByRole("region", { name: "Processes by attributes" }).getByRole("row").filter({ hasText: "SDE-5" }).getByRole("img", { name: /^Level 1/ }).waitFor();
  await turnToPlan(page, "What if");
  await page.getByText("Level: SDE-5 from 1 to 2.").waitFor();

  await page.getByRole("button", { name: "Throw away" }).click();
  await page.getByText("Nothing differs from today.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Keep as target" }).isDisabled(), true);
});

test("single questions can be tried, and take the place of the attribute", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await levelOne(page);
  const value = await page.getByRole("region", { name: "Question by question" }).getByRole("option").filter({ hasText: "SDE-5" }).getAttribute("value");
  await page.getByRole("combobox", { name: "Process", exact: true }).selectOption(value);
  const questions = page.getByRole("region", { name: "Questions to try out" });
  await questions.getByRole("combobox", { name: "Rating of SDE-5.O1", exact: true }).selectOption({ label: "N" });
  await questions.getByRole("combobox", { name: "Rating of SDE-5.O2", exact: true }).selectOption({ label: "N" });
  // 15 / 7 is 2.14: L.
  await rowOf(page, "SDE-5").getByText("today F").waitFor();
  await page.getByText("1 attribute rating otherwise than today.").waitFor();
  await tried(page, "PA1.1", "SDE-5").selectOption({ label: "F" });
  await page.getByText("Nothing differs from today.").waitFor();
  assert.equal(await questions.getByText("today F").count(), 0, "the attribute takes their place");
});

test("what was tried becomes a target at one stroke", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await levelOne(page);
  await tried(page, "PA2.1", "SDE-5").selectOption({ label: "F" });
  await tried(page, "PA2.2", "SDE-5").selectOption({ label: "F" });
  await page.getByText("2 attribute ratings otherwise than today.").waitFor();
  await page.getByRole("button", { name: "Keep as target" }).click();
  await page.getByText("2 attribute targets kept. See Targets.").waitFor();
  await page.getByText("Nothing differs from today.").waitFor();
  const wanted = async () => {
    await turnToPlan(page, "Targets");
    const lists = ["PA2.1", "PA2.2"].map((attribute) => page.getByRole("combobox", { name: new RegExp(`^${attribute} .* of Service level`) }));
    return Promise.all(lists.map((list) => list.evaluate((select) => select.selectedOptions[0].text)));
  };
  assert.deepEqual(await wanted(), ["F Fully", "F Fully"]);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await turnToPlan(page, "What if");
  assert.deepEqual(await wanted(), ["As level 2: L", "As level 2: L"]);
});
