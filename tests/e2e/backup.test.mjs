// A backup of everything: made, verified, restored on another machine, and restored where work went on since.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { backUp, everything, openBackup, opened, readBackup, restore, turnHome, turnToBackup } from "./support/backups.mjs";
import { download, pick, start } from "./support/browser.mjs";

/** What one machine has, and the backup of it. */
let there;

async function named(page, name) {
  await turnTo(page, "Set up");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Name", exact: true }).blur();
}

/** Two assessments, the sample, a model of one's own and a setting. */
async function makeWork(page) {
  await startNow(page);
  await turnTo(page, "Set up");
  await page.getByRole("textbox", { name: /^Your name or role/ }).fill("Ada Byron");
  await page.getByRole("textbox", { name: /^Your name or role/ }).blur();
  await turnTo(page, "Rate");
  await rateByKeys(page, "FLPN");
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill("Ünïcode, \"quotes\" and\na second line");
  await page.getByRole("textbox", { name: "Note" }).blur();
  await named(page, "Desk");
  await turnHome(page);
  await startNow(page, "Relationship");
  await rateByKeys(page, "FF");
  await named(page, "Supply");
  await turnHome(page);
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await page.getByRole("link", { name: "Models", exact: true }).click();
  const template = await download(page, () => page.getByRole("button", { name: "Template for spreadsheets (CSV)" }).click());
  await pick(page, "Open a model", "desk.csv", template.text);
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await ownModel(page).waitFor();
}

const ownModel = (page) => page.getByRole("button", { name: /^Remove .*-processes@1\.0\.0\.json$/ });

before(async () => {
  const visit = await start(null);
  try {
    const { page } = visit;
    await makeWork(page);
    const all = await everything(page, 3);
    await page.getByText("Your work is in this browser only, and there is no backup yet.", { exact: false }).waitFor();
    await turnToBackup(page);
    await page.getByText("There has been no backup yet.").waitFor();
    const file = await backUp(page);
    await page.getByText(/^Last backup: /).waitFor();
    there = { all, ...file, ...readBackup(file.text) };
    there.again = await openBackup(page, file.name, file.bytes);
    there.canRestore = await page.getByRole("button", { name: "Restore", exact: true }).isEnabled();
    await turnHome(page);
    await page.getByText(/^Last backup: /).waitFor();
  } finally {
    await visit.stop();
  }
});

test("a backup holds everything, line by line, with a checksum, and opens as whole where it was made", () => {
  assert.match(there.name, /^plumbline-backup-\d{4}-\d\d-\d\d\.jsonl$/);
  assert.equal(there.head.format, "plumbline-backup");
  assert.equal(there.head.format_version, 1);
  assert.ok(there.whole, "the count and the SHA-256 of the last line are true");
  const files = there.entries.map((entry) => entry.assessment?.file).filter(Boolean);
  assert.equal(Object.keys(there.all).length, 3);
  for (const [name, changes] of Object.entries(there.all)) {
    assert.ok(files.some((file) => JSON.stringify(file.changes) === JSON.stringify(changes)), `${name} is in it with all its changes`);
  }
  assert.ok(there.entries.some((entry) => entry.model?.name.endsWith("-processes@1.0.0.json")));
  const settings = there.entries.map((entry) => entry.setting).filter(Boolean);
  assert.equal(settings.find(({ name }) => name === "author")?.value, "Ada Byron");

  const { verdict, added, changed, leftAlone } = there.again;
  assert.equal(verdict, `This backup is whole: ${there.entries.length} entries, each byte as it was written.`);
  assert.deepEqual([added.length, changed.length, leftAlone.length], [0, 0, there.entries.length]);
  assert.equal(there.canRestore, false, "there is nothing to restore");
});

test("on another machine it says what it adds, adds it, and hands out first what was there", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await rateByKeys(page, "F");
  await named(page, "Of this machine");
  await turnHome(page);
  await page.getByRole("link", { name: "Of this machine", exact: true }).waitFor();
  const present = await everything(page, 1);
  // Picked where assessments are imported, it is opened on the page of backups.
  await pick(page, "Import a file", there.name, there.bytes);
  const seen = await opened(page, there.name);
  assert.equal(seen.verdict, there.again.verdict);
  assert.deepEqual([seen.added.length, seen.changed.length], [there.entries.length, 0], JSON.stringify(seen));
  for (const text of ['"Desk" is new here, with', '"Supply" is new here, with', 'Your name is taken']) {
    assert.ok(seen.added.some((line) => line.startsWith(text)), `${text} in ${seen.added.join(" ")}`);
  }
  assert.deepEqual(await everything(page, 1), present, "looking changes nothing");

  await turnToBackup(page);
  await openBackup(page, there.name, there.bytes);
  const before = await restore(page);
  assert.match(before.name, /^plumbline-before-restoring-.*\.jsonl$/);
  const held = readBackup(before.text);
  assert.ok(held.whole);
  assert.deepEqual(held.entries.map((entry) => entry.assessment?.file.changes).filter(Boolean), Object.values(present));

  assert.deepEqual(await everything(page, 4), { ...there.all, ...present });
  await page.getByRole("link", { name: "Desk", exact: true }).click();
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
  await turnTo(page, "Set up");
  assert.equal(await page.getByRole("textbox", { name: /^Your name or role/ }).inputValue(), "Ada Byron");
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await ownModel(page).waitFor();

  await turnToBackup(page);
  const twice = await openBackup(page, there.name, there.bytes);
  assert.deepEqual([twice.added.length, twice.changed.length], [0, 0], "a second time there is nothing to do");
  assert.equal(await page.getByRole("button", { name: "Restore", exact: true }).isDisabled(), true);
});

test("damaged, newer and other files are told in clear words", async (t) => {
  const { page } = await start(t, { at: "/settings" });
  const { text, entries } = there;
  const count = entries.length;
  const lines = text.split("\n");
  const second = lines[2].length;
  const cases = [
    ["one-byte.jsonl", text.replace('"title":"Desk"', '"title":"Dusk"'), `This backup was changed or damaged since it was written. ${count} entries can be restored. When it was written, it had ${count}.`],
    ["blank-line.jsonl", text.replace("\n", "\n\n"), `This backup was changed or damaged since it was written. ${count} entries can be restored. When it was written, it had ${count}.`],
    ["no-end.jsonl", lines.slice(0, -2).join("\n"), `This backup is cut off: its last line is missing, so there may have been more. ${count} entries can be restored.`],
    ["cut-off.jsonl", [lines[0], lines[1], lines[2].slice(0, second / 2)].join("\n"), "This backup is cut off: its last line is missing, so there may have been more. 1 entry can be restored. 1 line cannot be read and would not be restored."],
    ["newer.jsonl", text.replace('"format_version":1', '"format_version":2'), "This backup has format version 2; this Plumbline reads up to 1. Please use a newer Plumbline. The file was not changed."],
    ["list.json", '{"a":[1,2,3]}', "This is not a backup of Plumbline."],
    ["model.json", '{"format":"plumbline-framework","format_version":1}', "This is not a backup of Plumbline."],
    ["letter.txt", "Dear all,\nsee you\n", "This is not a backup of Plumbline."],
    ["picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0a, 0xff, 0xfe]), "This is not a backup of Plumbline."],
    ["empty.jsonl", "", "This is not a backup of Plumbline."],
    ["no-head.jsonl", lines.slice(1).join("\n"), `This backup was changed or damaged since it was written. ${count} entries can be restored. When it was written, it had ${count}.`],
  ];
  for (const [name, content, said] of cases) {
    const { verdict } = await openBackup(page, name, content);
    assert.ok(verdict.startsWith(said), `${name}: "${verdict}"`);
    const nothing = /not a backup|newer/.test(said);
    assert.equal(await page.getByRole("button", { name: "Restore", exact: true }).count(), nothing ? 0 : 1, `${name}: whether it can be restored`);
  }
});

test("of a damaged backup everything else is restored, and the lost line is named", async (t) => {
  const { page } = await start(t, { at: "/settings" });
  const lines = there.text.split("\n");
  const at = lines.findIndex((line) => line.includes('"Supply"'));
  const broken = Buffer.from(lines.join("\n"));
  broken[Buffer.byteLength(lines.slice(0, at).join("\n")) + 20] = 0xff;
  const { verdict, added } = await openBackup(page, "broken.jsonl", broken);
  assert.match(verdict, /1 line cannot be read and would not be restored\.$/);
  await page.getByText(`Line ${at + 1}: It is not UTF-8 text`, { exact: false }).waitFor();
  assert.equal(added.length, there.entries.length - 1);
  await restore(page);
  const { Supply: lost, ...rest } = there.all;
  assert.ok(lost);
  assert.deepEqual(await everything(page, 2), rest);
});

test("restoring joins: work since the backup stays, what was deleted comes back, and twice is once", async (t) => {
  const { page } = await start(t, { at: "/settings" });
  await openBackup(page, there.name, there.bytes);
  await restore(page);
  await turnHome(page);
  await page.getByRole("link", { name: "Desk", exact: true }).click();
  await choice(page, "SDE-5.O1", "P Partially").check();
  await choice(page, "SDE-5.O5", "F Fully").check();
  await turnHome(page);
  await page.getByRole("button", { name: "Delete Supply" }).click();
  await page.getByRole("link", { name: "Supply", exact: true }).waitFor({ state: "detached" });
  const since = await everything(page, 2);

  await turnToBackup(page);
  const seen = await openBackup(page, there.name, there.bytes);
  assert.deepEqual(seen.added, []);
  assert.deepEqual(seen.changed, ['"Supply" is deleted here and is brought back.']);
  await restore(page);
  const joined = await everything(page, 3);
  assert.deepEqual(joined, { ...since, Supply: there.all.Supply });
  await page.getByRole("link", { name: "Desk", exact: true }).click();
  assert.equal(await choice(page, "SDE-5.O1", "P Partially").isChecked(), true, "the later rating stays");

  // A copy of before the later work joins with it, too.
  await turnToBackup(page);
  const older = there.text.replace("Ünïcode", "Unicode");
  const other = await openBackup(page, "older.jsonl", older);
  assert.deepEqual([other.added, other.changed], [[], []], "what is here under the same change is never replaced");
  assert.deepEqual(await everything(page, 3), joined);
});
