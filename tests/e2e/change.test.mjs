// Readiness for change: bricks go up and come down, and stakeholders are looked after.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startNow, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const standing = (page) => page.getByRole("list", { name: "Bricks that stand" }).getByRole("listitem");
const fallen = (page) => page.getByRole("list", { name: "Bricks that were knocked down" }).getByRole("listitem");

async function onChange(t) {
  const visit = await start(t);
  await startNow(visit.page);
  await turnToPlan(visit.page, "Readiness for change");
  return visit;
}

// One after the other into the same field, as in a workshop.
async function addAll(page, field, texts) {
  await page.getByRole("textbox", { name: field }).focus();
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
}

test("bricks are added by Enter, stay in order, are edited in place, knocked down and put up again", async (t) => {
  const { page } = await onChange(t);
  await page.getByText("Ask the team: what would stop this plan?", { exact: false }).waitFor();
  const bricks = ["No time on Mondays", "Two owners of one process", "The vendor says no", "No budget"];
  await addAll(page, "Another brick", [...bricks, " "]);
  await page.getByText("4 in the way, 0 knocked down").waitFor();
  const texts = () => page.getByRole("textbox", { name: /^What stands in the way: / }).evaluateAll((fields) => fields.map((field) => field.value));
  assert.deepEqual(await texts(), bricks);

  const what = page.getByRole("textbox", { name: "What stands in the way: No budget" });
  await what.fill("");
  await what.blur();
  await page.getByText("Say what stands in the way.").waitFor();
  assert.equal(await what.inputValue(), "No budget", "a brick without a text is none");
  await what.fill("No budget before April");
  await what.blur();
  await page.getByRole("textbox", { name: "Where it comes from: No budget before April" }).fill("Finance");
  await page.keyboard.press("Tab");
  await standing(page).filter({ hasText: "Holds up no action" }).first().getByText("Holds up no action").click();
  await page.getByText("The plan has no actions yet.").first().waitFor();

  await page.getByRole("button", { name: "Knock down: No budget before April" }).click();
  await page.getByRole("dialog", { name: "Knock down" }).getByRole("textbox", { name: "How was it dealt with?" }).fill("Money was moved forward");
  await page.keyboard.press("Enter");
  await page.getByText("3 in the way, 1 knocked down").waitFor();
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  await fallen(page).getByText(`Knocked down on ${today}.`).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "How it was dealt with: No budget before April" }).inputValue(), "Money was moved forward");
  // The focus is not lost with the brick.
  await page.waitForFunction(() => document.activeElement?.textContent === "What stands in the way");

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("4 in the way, 0 knocked down").waitFor();
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByText("3 in the way, 1 knocked down").waitFor();
  await page.getByRole("button", { name: "Put up again: No budget before April" }).click();
  await page.getByText("4 in the way, 0 knocked down").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Where it comes from: No budget before April" }).inputValue(), "Finance");

  await page.getByRole("button", { name: "Remove: Two owners of one process" }).click();
  assert.deepEqual(await texts(), ["No time on Mondays", "The vendor says no", "No budget before April"]);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await texts(), [bricks[0], bricks[1], bricks[2], "No budget before April"]);
});

test("a brick that was added by mistake is undone as a whole, and redone", async (t) => {
  const { page } = await onChange(t);
  await addAll(page, "Another brick", ["A mistake"]);
  await page.getByText("1 in the way, 0 knocked down").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Ask the team: what would stop this plan?", { exact: false }).waitFor();
  assert.equal(await standing(page).count(), 0);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByRole("textbox", { name: "What stands in the way: A mistake" }).waitFor();
});

test("stakeholders are placed by stance and influence, and survive a reload", async (t) => {
  const { page } = await onChange(t);
  await page.getByText("Private: stays on this machine", { exact: false }).waitFor();
  await addAll(page, "Another stakeholder", ["Head of operations", "Vendor manager"]);
  await page.getByRole("combobox", { name: "Stance: Head of operations" }).selectOption({ label: "Advocate" });
  await page.getByRole("combobox", { name: "Influence: Head of operations" }).selectOption({ label: "High" });
  await page.getByRole("combobox", { name: "Stance: Vendor manager" }).selectOption({ label: "Assassin" });
  await page.getByRole("textbox", { name: "What is in it for them: Head of operations" }).fill("Fewer calls at night");
  await page.getByRole("textbox", { name: "Who looks after them: Head of operations" }).fill("Lead assessor");
  await page.keyboard.press("Tab");

  const check = async () => {
    const table = page.getByRole("region", { name: "Stance by influence" }).getByRole("table");
    const rows = await table.evaluate((element) => [...element.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
    assert.deepEqual(rows, [
      ["High", "Head of operations", "", "", "", ""],
      ["Medium", "", "", "", "", "Vendor manager"],
      ["Low", "", "", "", "", ""],
    ]);
    assert.equal(await page.getByRole("textbox", { name: "What is in it for them: Head of operations" }).inputValue(), "Fewer calls at night");
    assert.equal(await page.getByRole("textbox", { name: "Who looks after them: Head of operations" }).inputValue(), "Lead assessor");
    assert.equal(await page.getByRole("combobox", { name: "Stance: Vendor manager" }).evaluate((list) => list.selectedOptions[0].text), "Assassin");
  };
  await check();
  await page.getByText("Saved", { exact: false }).first().waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Readiness for change" }).waitFor();
  await check();

  await page.getByRole("button", { name: "Remove: Vendor manager" }).click();
  assert.equal(await page.getByRole("textbox", { name: /^Name or role: / }).count(), 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("textbox", { name: "Name or role: Vendor manager" }).waitFor();
});
