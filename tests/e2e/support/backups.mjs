// Backups as people make, open and compare them.

import { createHash } from "node:crypto";
import { download, pick } from "./browser.mjs";

/** Goes to the page of backups by its link in the head line. */
export async function turnToBackup(page) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Backup" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings and backup" }).waitFor();
}

/** Goes to the list of assessments. */
export async function turnHome(page) {
  await page.getByRole("link", { name: "Assessments", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  await page.getByRole("button", { name: "Explore the sample" }).waitFor();
}

/** Makes a backup on the page of backups, locked where a passphrase is given. */
export async function backUp(page, passphrase = "") {
  await page.getByLabel("Passphrase (optional)").fill(passphrase);
  return download(page, () => page.getByRole("button", { name: "Back up everything now" }).click());
}

/** Opens a file as a backup, and gives what is said of it. */
export async function openBackup(page, name, content) {
  await pick(page, "Open a backup", name, content);
  return opened(page, name);
}

/** What is said of the backup that is open: the verdict, and what is added, changed and left alone. */
export async function opened(page, name) {
  await page.getByRole("heading", { name: `Opened: ${name}`, exact: true }).waitFor();
  const part = page.getByRole("region", { name: "Verify or restore a backup" });
  const lines = (title) => part.getByRole("region", { name: title, exact: true }).getByRole("listitem").allTextContents();
  return {
    verdict: await part.getByRole("status").textContent(),
    added: await lines("Added"),
    changed: await lines("Changed"),
    leftAlone: await lines("Left alone"),
  };
}

/** Restores the backup that is open, and gives the backup that is handed out before. */
export async function restore(page) {
  const before = await download(page, () => page.getByRole("button", { name: "Restore", exact: true }).click());
  await page.getByRole("status").filter({ hasText: /^Restored: / }).waitFor();
  return before;
}

/** The changes of each assessment on the list, by its name, as its export has them, once so many are there. */
export async function everything(page, count) {
  await turnHome(page);
  const buttons = page.getByRole("button", { name: /^Export / });
  await buttons.nth(count - 1).waitFor();
  const all = {};
  for (const button of await buttons.all()) {
    const name = (await button.getAttribute("aria-label")).slice("Export ".length);
    all[name] = JSON.parse((await download(page, () => button.click())).text).changes;
  }
  return all;
}

/** The lines of a backup as values, and whether its checksum and its count are true. */
export function readBackup(text) {
  const lines = text.trimEnd().split("\n");
  const [head, ...entries] = lines.map((line) => JSON.parse(line));
  const { end } = entries.pop();
  const before = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
  const sha256 = createHash("sha256").update(before).digest("hex");
  return { head, entries, end, whole: end.sha256 === sha256 && end.entries === entries.length };
}
