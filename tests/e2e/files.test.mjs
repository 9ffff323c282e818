// Assessments and ratings leave as files and come back, and bad files do no harm.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { texts } from "./support/database.mjs";

const notice = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();

// An assessment with something of everything, and its file.
async function madeOne(page) {
  await startNow(page);
  await rateByKeys(page, "FLPN");
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill("Ünïcode, \"quotes\" and\na second line");
  await page.getByRole("textbox", { name: "Note" }).blur();
  await turnTo(page, "Set up");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Desk / Berlin: 2026?");
  await page.getByRole("textbox", { name: "Organizational unit" }).fill("Service desk");
  await page.getByRole("textbox", { name: "Organizational unit" }).blur();
  return download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
}

test("an assessment is exported, deleted for good, and imported without loss", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const file = await madeOne(page);
  assert.match(file.name, /^[\p{L}\p{N}-]+\.plumbline\.json$/u, "a name that every file system takes");
  const { changes, ...head } = JSON.parse(file.text);
  assert.equal(head.format, "plumbline-assessment");

  await page.getByRole("link", { name: "Assessments" }).click();
  const entry = page.getByRole("link", { name: "Desk / Berlin: 2026?", exact: true });
  await page.getByRole("button", { name: "Delete Desk / Berlin: 2026?" }).click();
  await page.getByText("Deleted, and kept until you say otherwise").click();
  await page.getByRole("button", { name: "Bring back Desk / Berlin: 2026?" }).click();
  await entry.waitFor();

  await page.getByRole("button", { name: "Delete Desk / Berlin: 2026?" }).click();
  await page.getByText("Deleted, and kept until you say otherwise").click();
  await page.getByRole("button", { name: "Delete for good: Desk / Berlin: 2026?" }).click();
  await page.getByText("Deleted, and kept until you say otherwise").waitFor({ state: "hidden" });
  const left = Object.keys(await texts(page)).filter((key) => /^(head|view|pack|change)\//.test(key));
  assert.deepEqual(left, [], "nothing of it is left in the browser");
  // The message with its button must not promise what can no longer be done.
  assert.equal(await page.getByRole("button", { name: "Undo" }).count(), 0, "no Undo is offered for what is gone for good");

  await pick(page, "Import a file", file.name, file.text);
  await notice(page, `Imported with ${changes.length} changes.`);
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
  await turnTo(page, "Set up");
  const again = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.deepEqual(JSON.parse(again.text).changes, changes);
  assert.equal(again.name, file.name);

  await page.getByRole("link", { name: "Assessments" }).click();
  await pick(page, "Import a file", file.name, file.text);
  await notice(page, "This assessment is here already, with all these changes.");
  await page.getByRole("link", { name: "Assessments" }).click();
  assert.equal(await entry.count(), 1);
});

test("a deleted assessment comes back with one click", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "FL");
  await page.getByRole("link", { name: "Assessments" }).click();
  const entry = page.getByRole("link", { name: /^First hour/ });
  await page.getByRole("button", { name: /^Delete First hour/ }).click();
  await notice(page, "was deleted");
  await entry.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Undo" }).click();
  await entry.waitFor();
  await entry.click();
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
});

test("files that cannot be used are refused in clear words, and nothing is lost", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const { text } = await madeOne(page);
  await page.getByRole("link", { name: "Assessments" }).click();
  // Packing moves changes about, so it is the changes that are compared.
  const stored = async () => Object.entries(await texts(page)).flatMap(([key, text]) => (/^(pack|change)\//.test(key) ? text.trim().split("\n") : [])).sort().join("\n");
  const before = await stored();
  const newer = JSON.stringify({ ...JSON.parse(text), format_version: 7 });
  const twisted = text.replace('"set_title"', '"set_titel"');
  const noStart = JSON.stringify({ ...JSON.parse(text), changes: [] });
  const refused = [
    ["cut-off.json", text.slice(0, text.length / 2), /cut-off\.json: The end of this file is missing/],
    ["twisted.json", twisted, /twisted\.json: This file is damaged at changes\[\d+\].*set_titel/],
    ["newer.json", newer, /newer\.json: This file has format version 7; this Plumbline reads up to 4/],
    ["model.json", '{"format":"plumbline-framework","format_version":1}', /model\.json: This is not an assessment file of Plumbline/],
    ["other.json", '{"a":[1,2,3]}', /other\.json: This is not an assessment file of Plumbline/],
    ["letter.txt", "Dear all,", /letter\.txt: This is not an assessment file of Plumbline/],
    ["empty.json", "", /empty\.json: This file is empty/],
    ["picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /picture\.json is not a text file/],
    ["no-start.json", noStart, /no-start\.json: This file is damaged: its changes do not start an assessment/],
  ];
  for (const [name, content, message] of refused) {
    await pick(page, "Import a file", name, content);
    await notice(page, message);
    assert.equal(await stored(), before, `${name} changed what is stored`);
  }
  await page.getByRole("link", { name: "Desk / Berlin: 2026?", exact: true }).waitFor();
});

test("an assessment that is here in another copy is joined with the file, without loss", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "F");
  await turnTo(page, "Set up");
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  await turnTo(page, "Rate");
  await choice(page, "SDE-5.O2", "P Partially").check();
  await page.getByRole("link", { name: "Assessments" }).click();
  await pick(page, "Import a file", file.name, file.text);
  await notice(page, "This assessment is here already, with all these changes.");
  assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true);
  assert.equal(await choice(page, "SDE-5.O2", "P Partially").isChecked(), true);
});

test("ratings go out as CSV and come in after a preview that names unusable rows", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await madeOne(page);
  const csv = await download(page, () => page.getByRole("button", { name: "Ratings by indicator (CSV)" }).click());
  assert.match(csv.name, /-indicators\.csv$/);
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "the mark that tells spreadsheets that it is UTF-8");
  const lines = csv.text.slice(1).split("\r\n");
  assert.equal(lines[0], "process,instance,attribute,indicator,text,rating,not applicable because,note");
  const row = (id) => lines.find((line) => line.includes(`,${id},`));
  assert.match(row("SDE-5.O2"), /,L,,$/);
  assert.match(row("SDE-5.O5"), /,,,$/, "what is not rated is blank, and not N or 0");
  assert.ok(csv.text.includes('"Ünïcode, ""quotes"" and\na second line"'));

  // Taken in unchanged, it has nothing to do.
  await pick(page, "Import ratings (CSV)", csv.name, csv.bytes);
  const preview = page.getByRole("dialog", { name: "Import ratings" });
  await preview.getByText(/^0 are new, 0 replace what is there, \d+ are there already, 0 rows or cells cannot be used\.$/).waitFor();
  assert.equal(await preview.getByRole("button", { name: "Import 0 changes" }).isDisabled(), true);
  await preview.getByRole("button", { name: "Leave all as it is" }).click();
  await preview.waitFor({ state: "hidden" });

  const edited = ["process;indicator;rating;note", "SDE-5;SDE-5.O1;n;", "SDE-5;SDE-5.O5;F;fine", "SDE-5;SDE-5.O6;X;", "SDE-5;SDE-5.O99;F;", "SMS-1;SMS-1.O1;F;", "ZZZ-1;ZZZ-1.O1;F;", ""].join("\n");
  await pick(page, "Import ratings (CSV)", "edited.csv", edited);
  await preview.getByText("2 are new, 1 replace what is there, 0 are there already, 4 rows or cells cannot be used.").waitFor();
  for (const [line, why] of [
    [4, /"X" is not a rating/],
    [5, /SDE-5 has no indicator "SDE-5\.O99"/],
    [6, /SMS-1 is not in the scope/],
    [7, /no process "ZZZ-1"/],
  ]) {
    const item = preview.getByRole("listitem").filter({ hasText: `Line ${line}.` });
    assert.match(await item.textContent(), why);
  }
  await preview.getByRole("button", { name: "Import 3 changes" }).click();
  await notice(page, "3 changes were imported. Undo takes them all back.");
  await turnTo(page, "Rate");
  assert.equal(await choice(page, "SDE-5.O1", "N Not").isChecked(), true);
  assert.equal(await choice(page, "SDE-5.O5", "F Fully").isChecked(), true);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true, "one Undo takes all of the import back");
  assert.equal(await choice(page, "SDE-5.O5", "Not rated").isChecked(), true);
});

test("attribute ratings go out as CSV, and come in as settled ratings", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await madeOne(page);
  const csv = await download(page, () => page.getByRole("button", { name: "Ratings by attribute (CSV)" }).click());
  const lines = csv.text.slice(1).trim().split("\r\n");
  assert.equal(lines[0], "process,name,instance,PA1.1,PA2.1,PA2.2");
  assert.equal(lines.length, 6);
  assert.match(lines[1], /^SDE-5,Service level management,[^,]*,L,,$/, "F, L, P and N have the mean 1.5, which rounds up to L");

  await pick(page, "Import ratings (CSV)", "attributes.csv", "process,PA1.1,PA2.1,PA2.2\nSDE-5,F,L,Q\n");
  const preview = page.getByRole("dialog", { name: "Import ratings" });
  await preview.getByText("PA2.2: \"Q\" is not a rating", { exact: false }).waitFor();
  await preview.getByText("will stand as settled ratings", { exact: false }).waitFor();
  await preview.getByRole("button", { name: "Import 2 changes" }).click();
  await turnTo(page, "Rate");
  await page.getByText(/^Settled at F: Imported from attributes\.csv\. In place of: Mean of 4 ratings: 6 \/ 4 = 1\.50, so L\.$/).waitFor();
  await page.getByText("Settled at L: Imported from attributes.csv.", { exact: true }).waitFor();

  for (const [name, content, message] of [
    ["no-columns.csv", "a,b\n1,2\n", /no-columns\.csv: There is no column "process"/],
    ["nothing.csv", "", /nothing\.csv: The file is empty/],
  ]) {
    await turnTo(page, "Set up");
    await pick(page, "Import ratings (CSV)", name, content);
    await notice(page, message);
  }
});
