// An improvement lead holds two teams against each other, and one team against itself on other days.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseProcess, idOf, rateByKeys, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

const SAMPLE = "Sample: IT services of a regional hospital";

// The sample, and a copy of it in which CON-2 has fallen, REL-2 is rated at last, and SMS-8 is not in scope.
async function twoTeams(page) {
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const sample = idOf(page);
  await page.getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("button", { name: `Duplicate ${SAMPLE}` }).click();
  await page.getByRole("link", { name: `Copy of ${SAMPLE}`, exact: true }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await chooseProcess(page, "CON-2");
  await rateByKeys(page, "NNNN");
  await chooseProcess(page, "REL-2");
  await rateByKeys(page, "FFFFFFFF");
  await turnTo(page, "Set up");
  await page.getByRole("checkbox", { name: /^SMS-8 / }).uncheck();
  return { sample, copy: idOf(page) };
}

async function compare(page, points) {
  await page.evaluate((points) => (location.hash = `#/compare${points}`), points);
  await page.getByRole("heading", { level: 1, name: "Compare" }).waitFor();
}

const point = (page, number) => page.getByRole("group", { name: `Point ${number}` });

// What stands in the row of a process, column by column.
async function row(page, process) {
  const table = page.getByRole("table", { name: "Levels and what became of them" });
  const cells = await table.getByRole("row", { name: new RegExp(`^${process} `) }).getByRole("cell").allTextContents();
  return cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim());
}

test("two teams are compared, and what cannot be compared is said", async (t) => {
  const { page } = await start(t);
  await twoTeams(page);
  await compare(page, "");
  await page.getByText("Choose two points or more, up to six.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Compare the 2 latest assessments" }).click();
  await page.getByRole("heading", { level: 2, name: "Capability levels", exact: true }).waitFor();

  // The copy was changed last, so it is the base; the sample shall be.
  await point(page, 2).getByRole("radio", { name: "Base" }).check();
  await page.getByRole("columnheader", { name: `${SAMPLE} Base`, exact: true }).first().waitFor();
  assert.deepEqual(await row(page, "REL-2"), ["1, open from 1 to 3 not comparable: not rated in the base", "not rated"]);
  assert.match((await row(page, "CON-2"))[0], /^0 ▼ fell by \d$/);
  assert.deepEqual(await row(page, "SMS-8"), ["not in scope not comparable", "not rated"]);
  assert.match((await row(page, "RES-1"))[0], /^3 same$/);

  // Said before the picture, not after it.
  const scopes = page.getByText(/^The scopes differ: .* Not in every scope: SMS-8\.$/);
  const picture = page.getByRole("img", { name: /^Capability levels / }).first();
  assert.ok((await scopes.boundingBox()).y < (await picture.boundingBox()).y);

  const levels = await download(page, () => page.getByRole("button", { name: "Levels as CSV" }).click());
  assert.match(levels.text, /REL-2,[^\n]*not comparable: not rated in the base,not rated/);

  // The process that fell is looked at first, with what people said otherwise.
  await page.getByRole("heading", { level: 2, name: /^Process attributes: CON-2 / }).first().waitFor();
  const why = page.getByRole("region", { name: "Why they differ" });
  await why.getByText(/^PA1\.1 .* fell from \w to \w/).waitFor();
  await page.getByRole("combobox", { name: "Process", exact: true }).selectOption({ label: "REL-2 Supplier management" });
  await page.getByRole("heading", { level: 2, name: "Process attributes: REL-2 Supplier management", exact: true }).waitFor();
});

test("a team is compared with itself on another day, by keyboard, and a reload keeps the choice", async (t) => {
  const { page } = await start(t);
  const { sample } = await twoTeams(page);
  await compare(page, `/${sample}`);
  await point(page, 1).getByRole("combobox", { name: "When" }).waitFor();

  await page.getByRole("button", { name: "Add a point" }).focus();
  await page.keyboard.press("Enter");
  const assessment = point(page, 2).getByRole("combobox", { name: "Assessment" });
  await assessment.waitFor();
  assert.match(await assessment.evaluate((field) => field.selectedOptions[0].text), /^Copy of /, "one that is not there yet");
  await assessment.focus();
  await page.keyboard.type("Sample");
  await page.keyboard.press("Tab");
  const when = point(page, 2).getByRole("combobox", { name: "When" });
  assert.ok(await when.evaluate((field) => field === document.activeElement), "the focus stays where one works");
  await page.keyboard.type("On a day");
  const day = point(page, 2).getByLabel("Day", { exact: true });
  await day.waitFor();
  assert.equal(await day.inputValue(), "2026-09-27", "the last day on which something was changed");
  await day.fill("2026-09-14");
  const column = page.getByRole("columnheader", { name: "2026-09-14" }).first();
  await column.waitFor();
  await page.getByText("All points were made alike", { exact: false }).waitFor();
  const before = await row(page, "SDE-3");

  const address = page.url();
  await page.reload();
  await column.waitFor();
  assert.equal(page.url(), address);
  assert.deepEqual(await row(page, "SDE-3"), before);

  // A day before anything was said has nothing to show, and says so.
  await day.fill("2026-01-01");
  await point(page, 2).getByText("On 2026-01-01 this assessment had not begun. It began on 2026-09-07.").waitFor();
  await page.getByRole("button", { name: "Remove point 2" }).click();
  await point(page, 2).waitFor({ state: "detached" });
  await page.getByText("Choose two points or more, up to six.", { exact: false }).waitFor();
});

test("an address with points that are not here says so", async (t) => {
  const { page } = await start(t, { at: "/compare/gone.gone_2026-01-01._base_7._process_X" });
  await point(page, 1).getByText("This browser has no such assessment.", { exact: false }).waitFor();
  await point(page, 2).getByRole("combobox", { name: "Assessment" }).waitFor();
});
