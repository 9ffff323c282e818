// An assessment is handed to others: with names or without, locked with a passphrase or not.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { choice, noteFirst, rateByKeys, setUp, startNow, turnTo } from "./support/app.mjs";
import { backUp, everything, openBackup, opened, restore, turnHome, turnToBackup } from "./support/backups.mjs";
import { download, pick, start } from "./support/browser.mjs";

const SECRETS = {
  title: "Kestrel desk",
  unit: "Falconry Ward",
  purpose: "Before the merger with Osprey",
  author: "Ada Byron",
  note: "Told by Mr Goshawk",
  reason: "Harrier does it",
  source: "\\\\share\\buzzard.docx",
};

const PASSPHRASE = "plum öffnet 7 windows";

/** The files that one person hands out, and the levels that are on the screen. */
let shared;

before(async () => {
  const visit = await start(null);
  try {
    shared = await handOut(visit);
  } finally {
    await visit.stop();
  }
});

async function handOut({ page }) {
  await startNow(page);
  await setUp(page, SECRETS);
  await turnTo(page, "Rate");
  await rateByKeys(page, "FLFFFFF");
  await noteFirst(page, SECRETS.note);

  await page.getByRole("button", { name: "Not applicable" }).nth(2).click();
  await page.getByRole("textbox", { name: "Why does it not apply here?" }).fill(SECRETS.reason);
  await page.getByRole("button", { name: "Set as not applicable" }).click();
  await page.getByRole("button", { name: "Evidence" }).first().click();
  await page.getByRole("textbox", { name: "What it is" }).fill(SECRETS.source);
  await page.getByRole("button", { name: "Add evidence" }).click();
  const levels = await levelsOf(page);

  await turnTo(page, "Set up");
  await page.getByRole("link", { name: "Share\u2026" }).click();
  await page.getByRole("heading", { level: 1, name: "Share" }).waitFor();
  const plain = await handed(page);
  await page.getByRole("radio", { name: /^Without names\./ }).check();
  const nameless = await handed(page);
  await page.getByLabel("Passphrase (optional)").fill(PASSPHRASE);
  const namelessLocked = await handed(page);
  await page.getByRole("radio", { name: /^Everything\./ }).check();
  const locked = await handed(page);
  await turnHome(page);
  await page.getByRole("button", { name: `Export ${SECRETS.title}` }).waitFor(); // the list is summed up anew
  const all = await everything(page, 1);
  await turnToBackup(page);
  const backup = await backUp(page, PASSPHRASE);
  return { levels, plain, nameless, namelessLocked, locked, all, backup };
}

const handed = (page) => download(page, () => page.getByRole("button", { name: "Download the file" }).click());

/** The letters and levels of all processes. */
async function levelsOf(page) {
  await turnTo(page, "Profile");
  return page.getByRole("region", { name: "Table of attribute ratings" }).getByRole("row").allTextContents();
}

test("the file with everything holds all names, and is the same assessment elsewhere", async (t) => {
  for (const text of Object.values(SECRETS)) assert.ok(shared.plain.text.includes(JSON.stringify(text).slice(1, -1)), text);
  const { page } = await start(t);
  await pick(page, "Import a file", shared.plain.name, shared.plain.bytes);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.deepEqual(await levelsOf(page), shared.levels);
  assert.deepEqual(await everything(page, 1), shared.all);
});

test("the file without names holds none of them, and has the same levels elsewhere", async (t) => {
  const { name, text } = shared.nameless;
  for (const [what, secret] of Object.entries(SECRETS)) {
    for (const word of secret.split(/[\s\\.]+/).filter((word) => word.length > 4 && !["Before", "merger", "share"].includes(word))) {
      assert.ok(!`${name} ${text}`.toLowerCase().includes(word.toLowerCase()), `${what}: "${word}" is in the file or its name`);
    }
  }
  const plain = JSON.parse(shared.plain.text);
  assert.ok(!text.includes(plain.id), "it has another id");
  assert.ok(!text.includes(plain.changes[0].id.replica), "nothing tells which browser made it");
  assert.ok(!/T\d\d:\d\d/.test(text), "no time of day");

  const { page } = await start(t);
  await pick(page, "Import a file", name, text);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.deepEqual(await levelsOf(page), shared.levels);
});

test("a locked file tells nothing, asks for its passphrase, and opens with the right one only", async (t) => {
  for (const file of [shared.locked, shared.namelessLocked, shared.backup]) {
    const { format, cipher, kdf, iterations } = JSON.parse(file.text);
    assert.equal(format, "plumbline-locked");
    assert.equal(cipher, "AES-GCM-256");
    assert.equal(kdf, "PBKDF2-SHA-256");
    assert.ok(iterations >= 600_000, `${iterations} iterations`);
    for (const word of [...Object.values(SECRETS), PASSPHRASE, "SDE-5"]) assert.ok(!file.text.includes(word), word);
  }
  const data = [shared.locked, shared.namelessLocked, shared.backup].flatMap(({ text }) => {
    const { salt, nonce } = JSON.parse(text);
    return [salt, nonce];
  });
  assert.equal(new Set(data).size, data.length, "salt and nonce are made anew for each file");

  const { page } = await start(t);
  await pick(page, "Import a file", shared.locked.name, shared.locked.bytes);
  await page.getByRole("heading", { name: `${shared.locked.name} is locked` }).waitFor();
  await unlock(page, "plum offnet 7 windows");
  await page.getByText("The passphrase does not fit, or the file was changed since it was locked.").waitFor();
  await page.getByRole("heading", { name: `${shared.locked.name} is locked` }).waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
  assert.deepEqual(await everything(page, 1), shared.all);
});

test("of two files of one name, the one that is locked asks for its passphrase", async (t) => {
  const { page } = await start(t);
  await pick(page, "Import a file", shared.plain.name, shared.plain.bytes);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnTo(page, "Team");
  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: "Copies", exact: true }).click();
  const copies = [shared.plain, shared.locked].map(({ text }) => ({ name: "copy.json", mimeType: "application/json", buffer: Buffer.from(text) }));
  await page.getByLabel("Pick files\u2026").setInputFiles(copies);
  await page.getByRole("heading", { name: "copy.json is locked" }).waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByText("The same changes as copy.json. They are counted once.").waitFor();
  await page.getByText("Nothing new: all its changes are here already.").waitFor();
  await page.getByRole("heading", { name: "copy.json is locked" }).waitFor({ state: "detached" });
});

test("a locked backup is opened where backups are, and restored", async (t) => {
  const { page } = await start(t, { at: "/settings" });
  const { name, bytes, text } = shared.backup;
  await pick(page, "Open a backup", name, bytes);
  await unlock(page, "wrong");
  await page.getByText("The passphrase does not fit", { exact: false }).waitFor();
  await unlock(page, PASSPHRASE);
  const { verdict, added } = await opened(page, name);
  assert.match(verdict, /^This backup is whole: /);
  assert.ok(added.some((line) => line.startsWith(`"${SECRETS.title}"`)), added.join(" "));
  await restore(page);
  assert.deepEqual(await everything(page, 1), shared.all);

  // Damaged while it was locked.
  await turnToBackup(page);
  const locked = JSON.parse(text);
  const changed = { ...locked, data: `${locked.data[0] === "A" ? "B" : "A"}${locked.data.slice(1)}` };
  await pick(page, "Open a backup", "changed.json", JSON.stringify(changed));
  await page.getByRole("heading", { name: "changed.json is locked" }).waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByText("or the file was changed since it was locked.", { exact: false }).waitFor();
  await pick(page, "Open a backup", "newer.json", JSON.stringify({ ...locked, format_version: 9 }));
  await page.getByRole("heading", { name: "newer.json is locked" }).waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByText("This locked file has format version 9; this Plumbline reads up to 1.", { exact: false }).waitFor();
  await pick(page, "Open a backup", "cut.json", text.slice(0, text.length / 2));
  await page.getByRole("heading", { name: "cut.json is locked" }).waitFor();
  await unlock(page, PASSPHRASE);
  await page.getByText("This locked file is damaged", { exact: false }).waitFor();
});

async function unlock(page, passphrase) {
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
}
