// Backups that are made by themselves, into a folder. In place of a folder that a person picks, the page gets the browser's
// own private one: a real folder handle, which can be kept and written to. Only the question for permission is played.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow } from "./support/app.mjs";
import { backUp, openBackup, readBackup, turnHome, turnToBackup } from "./support/backups.mjs";
import { start } from "./support/browser.mjs";

/** How long a backup may take after the work rests: 20 s, and some to write it. */
const PATIENCE = 30_000;

/** In the page: folders can be picked, and what the browser answers about permission is in localStorage. */
function folders() {
  window.showDirectoryPicker = async () => {
    const answer = localStorage.getItem("test/picked");
    if (answer) throw new DOMException("The user aborted a request.", answer);
    return (await navigator.storage.getDirectory()).getDirectoryHandle("Cloud", { create: true });
  };
  const permission = () => localStorage.getItem("test/permission") ?? "granted";
  if (typeof FileSystemHandle === "undefined") return; // about:blank has none
  FileSystemHandle.prototype.queryPermission = async () => permission();
  if (typeof FileSystemHandle === "undefined") return; // about:blank has none
  FileSystemHandle.prototype.requestPermission = async () => {
    if (permission() === "prompt") localStorage.setItem("test/permission", "granted");
    return permission();
  };
}

/** The files in the folder with their texts. */
function inFolder(page) {
  return page.evaluate(async () => {
    const files = {};
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("Cloud", { create: true });
    for await (const [name, handle] of folder.entries()) files[name] = await (await handle.getFile()).text();
    return files;
  });
}

/** The only file in the folder once it is whole and this holds for it. */
async function written(page, holds, patience = PATIENCE) {
  const until = Date.now() + patience;
  for (;;) {
    const files = Object.entries(await inFolder(page)).filter(([name]) => !name.endsWith(".crswap"));
    if (files.length && files[0][1] && holds(files[0][1])) {
      assert.equal(files.length, 1, "there is one file for today");
      assert.match(files[0][0], /^plumbline-backup-[a-z]+day\.jsonl$/);
      return files[0][1];
    }
    if (Date.now() > until) assert.fail(`not written in ${patience} ms; in the folder: ${files.map(([name, text]) => `${name} ${text.length}`)}`);
    await page.waitForTimeout(200);
  }
}

/** How many ratings a backup holds; it must be whole. */
function ratings(text) {
  const { whole, entries } = readBackup(text);
  assert.ok(whole, "the backup is whole");
  return entries.flatMap((entry) => entry.assessment?.file.changes ?? []).filter(({ edit }) => edit.judge?.judgement?.rated).length;
}

async function chooseFolder(page) {
  await turnToBackup(page);
  await page.getByRole("button", { name: "Choose a folder\u2026" }).click();
  await page.getByText('Backups are written into "Cloud".').waitFor();
}

test("a folder is chosen, and a whole backup is in it at once, after work, and after the next visit", async (t) => {
  const visit = await start(t, { prepare: folders });
  await startNow(visit.page);
  await rateByKeys(visit.page, "FL");
  await chooseFolder(visit.page);
  assert.equal(ratings(await written(visit.page, () => true)), 2);
  await visit.page.getByText(/^Last backup: /).waitFor();

  await turnHome(visit.page);
  await visit.page.getByRole("link", { name: /^First hour/ }).click();
  await choice(visit.page, "SDE-5.O5", "F Fully").check();
  await written(visit.page, (text) => ratings(text) === 3);

  // It goes on by itself, without its page.
  await visit.restart();
  const { page } = visit;
  await page.getByRole("link", { name: /^First hour/ }).click();
  await choice(page, "SDE-5.O6", "P Partially").check();
  const last = await written(page, (text) => ratings(text) === 4);
  await turnToBackup(page);
  const { verdict, added, changed } = await openBackup(page, "from the folder.jsonl", last);
  assert.match(verdict, /^This backup is whole: /);
  assert.deepEqual([added, changed], [[], []]);
});

test("where the browser asks again, the page says so, and goes on when it is allowed", async (t) => {
  const visit = await start(t, { prepare: folders });
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "F");
  await chooseFolder(page);
  await written(page, (text) => ratings(text) === 1);
  await page.evaluate(() => localStorage.setItem("test/permission", "prompt"));
  await visit.go("/");
  await page.getByRole("link", { name: /^First hour/ }).click();
  await choice(page, "SDE-5.O5", "F Fully").check();
  await page.waitForTimeout(22_000);
  assert.equal(ratings(await written(page, () => true)), 1, "nothing is written without permission");
  await turnToBackup(page);
  await page.getByText('The browser asks again whether Plumbline may write into "Cloud".').waitFor();
  await page.getByRole("button", { name: "Allow it" }).click();
  await page.getByText('Backups are written into "Cloud".').waitFor();
  await written(page, (text) => ratings(text) === 2, 3000);
});

test("after a stop nothing is written, and what is there stays", async (t) => {
  const visit = await start(t, { prepare: folders });
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "F");
  await page.evaluate(() => localStorage.setItem("test/picked", "AbortError"));
  await turnToBackup(page);
  await page.getByRole("button", { name: "Choose a folder\u2026" }).click();
  await page.waitForTimeout(300);
  assert.equal(await page.getByRole("button", { name: "Choose a folder\u2026" }).count(), 1, "nothing was picked, nothing happens");
  await page.evaluate(() => localStorage.removeItem("test/picked"));
  await chooseFolder(page);
  await written(page, (text) => ratings(text) === 1);
  await page.getByRole("button", { name: "Stop automatic backups" }).click();
  await page.getByRole("button", { name: "Choose a folder\u2026" }).waitFor();
  await visit.go("/");
  await page.getByRole("link", { name: /^First hour/ }).click();
  await choice(page, "SDE-5.O5", "F Fully").check();
  await page.waitForTimeout(22_000);
  assert.equal(ratings(await written(page, () => true)), 1);
  // By hand it goes on.
  await turnToBackup(page);
  assert.equal(ratings((await backUp(page)).text), 2);
});
