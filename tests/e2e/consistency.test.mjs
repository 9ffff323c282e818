// Ratings that do not go together are said at once, and can be let stand with a note.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, chooseProcess, startNow } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const SENTENCE = "Causes of problems are found, yet nobody looks for problems. (RES-2.O1 is rated N)";

test("a doubt is said under the row, listed, counted, let stand and taken up again", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await chooseProcess(page, "RES-2");
  await choice(page, "RES-2.O1", "N Not").check();
  await choice(page, "RES-2.O3", "F Fully").check();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("group", { name: "Rating of RES-2.O3", exact: true }) });
  await row.getByText(SENTENCE).waitFor();
  const entry = page.getByRole("navigation", { name: "Processes" }).getByRole("link", { name: /^RES-2 / });
  await entry.getByText("1 doubt").waitFor();
  await page.getByText("1 open doubt", { exact: true }).click();
  await page.getByRole("listitem").filter({ hasText: `RES-2.O3 ${SENTENCE}` }).first().waitFor();

  await row.getByRole("button", { name: "Let it stand" }).first().click();
  await row.getByRole("textbox", { name: "Why are both right?" }).fill("The vendor finds them");
  await row.getByRole("button", { name: "Let it stand" }).last().click();
  await row.getByText("The vendor finds them").waitFor();
  await page.getByText("No open doubt, 1 let stand", { exact: true }).waitFor();
  await entry.getByText("1 doubt").waitFor({ state: "detached" });

  // The reason was for the ratings as they were. With others it is asked for anew, and may be the same.
  await choice(page, "RES-2.O1", "P Partially").check();
  await row.getByText(SENTENCE).waitFor({ state: "detached" });
  await choice(page, "RES-2.O1", "N Not").check();
  await page.getByText("1 open doubt", { exact: true }).waitFor();
  await row.getByRole("button", { name: "Let it stand" }).first().click();
  await row.getByRole("textbox", { name: "Why are both right?" }).fill("The vendor finds them");
  await row.getByRole("button", { name: "Let it stand" }).last().click();
  await page.getByText("No open doubt, 1 let stand", { exact: true }).waitFor();

  await row.getByRole("button", { name: "Doubt it again" }).click();
  await row.getByRole("button", { name: "Let it stand" }).waitFor();
  await choice(page, "RES-2.O1", "P Partially").check();
  await row.getByText(SENTENCE).waitFor({ state: "detached" });
  assert.equal(await page.getByText("open doubt").count(), 0);
});
