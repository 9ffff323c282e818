// Somebody looks round with the invented sample before starting anything.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseProcess, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

test("the sample opens, is marked as one, and shows every part", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();

  await page.getByText("Sample", { exact: true }).waitFor();
  await chooseProcess(page, "RES-1");
  const level = page.getByRole("region", { name: "Capability level" });
  await level.getByText("Level 3 is the highest level in the scope of this assessment.").waitFor();
  assert.equal(await page.getByRole("radio", { name: "Rehabilitation site desk" }).count(), 1, "two instances");

  await turnTo(page, "Profile");
  const letters = page.getByRole("region", { name: "Table of attribute ratings" });
  // 12 processes and the head.
  assert.equal(await letters.getByRole("row").count(), 13);
  const unrated = await letters.getByRole("row", { name: /^REL-2 / }).textContent();
  assert.match(unrated, /\u00b7/, "not rated stays apart from zero");

  await turnTo(page, "Plan");
  await page.getByRole("link", { name: "RES-2 Problem management" }).first().waitFor();
  await page.getByText("major gap").first().waitFor();

  // Taken in a second time it is still one.
  await page.getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByText("This assessment is here already, with all these changes.").waitFor();
});
