// Risk: what the gaps mean by the tables of the framework, and how sure these tables are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

// The cells of a row, each in one line.
const cells = (row) => row.evaluate((element) => [...element.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()));
const table = (page) => page.getByRole("region", { name: "Table of gaps and risk" });
const rowOf = (page, process) => table(page).getByRole("row").filter({ hasText: process });

// Each attribute is rated once, up to level 3, and every one of the first process should be fully there.
async function allToBeFully(page, letters) {
  await startNow(page);
  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Highest level to assess" }).selectOption("3");
  await page.getByRole("combobox", { name: "Target level", exact: true }).selectOption("3");
  await page.getByRole("radio", { name: /^R3: / }).check();
  await turnTo(page, "Rate");
  await rateByKeys(page, letters);
  await turnToPlan(page, "Targets");
  for (const attribute of ["PA3.1", "PA3.2"]) {
    await page.getByRole("combobox", { name: new RegExp(`^${attribute} .* of Service level`) }).selectOption({ label: "F Fully" });
  }
  await turnToPlan(page, "Risk");
}

test("the worked example: level 2 slight and medium, level 3 significant and medium, medium as a whole", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await allToBeFully(page, "FLFPL");
  assert.deepEqual((await cells(rowOf(page, "SDE-5"))).slice(1), [
    "none", "minor", "none", "major", "minor", "none", "medium slight extent", "medium significant extent", "medium",
  ]);
  // What is not rated is unknown, and never without risk.
  assert.deepEqual((await cells(rowOf(page, "RES-2"))).slice(1), [...Array(5).fill("unknown"), ...Array(4).fill("not known")]);

  const entry = page.getByRole("region", { name: "What may go wrong" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^SDE-5 / }) });
  const sentences = await entry.getByRole("listitem").allInnerTexts();
  assert.deepEqual(sentences.map((text) => text.slice(0, 5)), ["PA3.1", "PA2.1", "PA3.2"], "the worst comes first");
  assert.match(sentences[1], /^PA2\.1 Performance management is at L and should be F: work takes more time and money/);

  const picture = page.getByRole("img", { name: /^Process-related risk: / });
  const [title, description] = await picture.evaluate((svg) => ["title", "desc"].map((name) => svg.getElementsByTagName(name)[0].textContent));
  assert.match(title, /^Process-related risk: /);
  assert.match(description, /^5 processes: 1 medium and 4 not known\./);
  const figure = page.getByRole("figure");
  await figure.getByText("The same as a table").click();
  assert.deepEqual((await cells(figure.getByRole("row").filter({ hasText: "SDE-5" }))).slice(1), ["3", "significant", "medium"]);

  const csv = await download(page, () => page.getByRole("button", { name: "Risk as CSV" }).click());
  assert.match(csv.name, /-risk\.csv$/);
  const [head, ...lines] = csv.text.slice(1).trim().split("\r\n");
  assert.match(head, /^process,risk,level 1 extent,level 1 risk,/);
  assert.match(lines.find((line) => line.startsWith("SDE-5")), /,medium,none,none,slight,medium,significant,medium,/);
});

test("the source of the tables is told, and another reading of it can be chosen", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await allToBeFully(page, "LFFFF");
  await page.getByText("likely", { exact: true }).waitFor();
  await page.getByText(/known from memory of ISO\/IEC 15504-4:2004/).waitFor();
  assert.equal((await cells(rowOf(page, "SDE-5"))).at(-1), "high");
  await page.getByRole("combobox", { name: "Reading of the tables" }).selectOption({ label: "Minor gap at level 1 counts as slight" });
  await page.getByText("The milder reading").waitFor();
  await rowOf(page, "SDE-5").getByText("slight extent").waitFor();
  assert.equal((await cells(rowOf(page, "SDE-5"))).at(-1), "medium");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await rowOf(page, "SDE-5").getByText("significant extent").waitFor();
  assert.equal((await cells(rowOf(page, "SDE-5"))).at(-1), "high");
});
