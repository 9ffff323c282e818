// The plan leaves as a table, a calendar and a printed page, is edited elsewhere and comes back; the register stays private.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo, turnToPlan } from "./support/app.mjs";
import { backUp, turnToBackup } from "./support/backups.mjs";
import { download, pick, start } from "./support/browser.mjs";

const notice = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
const planAsCsv = (page) => download(page, () => page.getByRole("button", { name: "Plan as CSV" }).click());
const dialog = (page) => page.getByRole("dialog", { name: "Bring back the plan" });

// Cells with quotes and line breaks in them, as a spreadsheet reads them.
function rowsOf(text) {
  const rows = [[""]];
  let quoted = false;
  const cells = text.replace(/^\ufeff/u, "").replaceAll('""', "\u0000");
  for (const character of cells) {
    const row = rows.at(-1);
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) row.push("");
    else if (character === "\n" && !quoted) rows.push([""]);
    else if (character !== "\r" || quoted) row[row.length - 1] += character === "\u0000" ? '"' : character;
  }
  const [columns, ...others] = rows.filter((row) => row.length > 1);
  return others.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]])));
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const tableOf = (rows) => [Object.keys(rows[0]), ...rows.map(Object.values)].map((row) => row.map(cell).join(";")).join("\r\n");

/** A plan made of the proposals, as the table gives them. */
async function planned(page) {
  await startNow(page);
  await rateByKeys(page, "PNPNPNP");
  await turnTo(page, "Plan");
  const proposals = await planAsCsv(page);
  await pick(page, "Bring back a CSV", proposals.name, proposals.text);
  await dialog(page).getByRole("button", { name: /^Change \d+ actions?$/ }).click();
  return rowsOf((await planAsCsv(page)).text);
}

test("a plan is edited in a spreadsheet and brought back, which one undo takes back", async (t) => {
  const { page } = await start(t);
  const rows = await planned(page);
  assert.ok(rows.length > 0 && rows.every((row) => row.id !== ""), "the proposals are actions now");

  const [first] = rows;
  const edited = { id: first.id, owner: "Service desk lead", due: "31.03.2027", effort_hours: "many", Sprint: "7" };
  await pick(page, "Bring back a CSV", "plan.csv", tableOf([edited]));
  await dialog(page).getByText("1 action would change. 1 cell or row cannot be used.").waitFor();
  await dialog(page).getByText("owner: \u201cService desk lead\u201d").waitFor();
  await dialog(page).getByText("Line 2, effort_hours.").waitFor();
  await dialog(page).getByText("Not a column of the plan, so left alone: Sprint.").waitFor();
  await dialog(page).getByRole("button", { name: "Change 1 action" }).click();
  await notice(page, "1 action changed. Undo takes it all back.");
  const [changed] = rowsOf((await planAsCsv(page)).text);
  assert.equal(changed.owner, "Service desk lead");
  assert.equal(changed.due, "2027-03-31");
  assert.equal(changed.lifts, first.lifts, "what the file does not say stays");

  const calendar = await download(page, () => page.getByRole("button", { name: "Calendar file" }).click());
  assert.match(calendar.name, /-plan\.ics$/u);
  assert.match(calendar.text, /DTSTART;VALUE=DATE:20270331\r\n/u);

  await page.getByRole("button", { name: "Undo" }).first().click();
  const back = rowsOf((await planAsCsv(page)).text);
  assert.deepEqual(back, rows, "one step takes all of it back");
});

test("a file that nobody edited changes nothing, and an unknown id is asked about", async (t) => {
  const { page } = await start(t);
  await planned(page);
  const whole = await planAsCsv(page);
  await pick(page, "Bring back a CSV", whole.name, whole.text);
  await dialog(page).getByText("The file changes nothing.").waitFor();
  assert.equal(await dialog(page).getByRole("button", { name: "Change 0 actions" }).isDisabled(), true);
  await dialog(page).getByRole("button", { name: "Leave all as it is" }).click();

  await pick(page, "Bring back a CSV", "other.csv", "id,title\nother-1,Train the desk\n");
  await dialog(page).getByText("The plan does not have the id of 1 row:").waitFor();
  await dialog(page).getByText("The file changes nothing.").waitFor();
  await dialog(page).getByRole("checkbox", { name: "Make actions of them. Removed ones come back." }).check();
  await dialog(page).getByRole("button", { name: "Change 1 action" }).click();
  const rows = rowsOf((await planAsCsv(page)).text);
  assert.ok(rows.some((row) => row.id === "other-1" && row.title === "Train the desk"));
});

test("the printed plan stands without the navigation", async (t) => {
  const { page } = await start(t);
  const rows = await planned(page);
  await page.getByRole("link", { name: "Print\u2026" }).click();
  await page.getByRole("heading", { level: 1, name: "Improvement plan" }).waitFor();
  await page.getByRole("heading", { level: 3, name: `1. ${rows[0].title}` }).waitFor();
  await page.emulateMedia({ media: "print" });
  for (const hidden of [page.getByRole("navigation", { name: "Plan", exact: true }), page.getByRole("banner"), page.getByRole("button", { name: "Print this page" })]) {
    assert.equal(await hidden.count(), 0, "it is not on paper");
  }
  await page.emulateMedia({ media: "screen" });
});

test("the stakeholder register leaves only where somebody chose so", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await turnToPlan(page, "Readiness for change");
  await page.getByRole("textbox", { name: "Another stakeholder" }).fill("Head of falconry");
  await page.getByRole("button", { name: "Add to the register" }).click();

  await turnTo(page, "Set up");
  const plain = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.ok(!plain.text.includes("falconry"));
  await notice(page, "The stakeholder register is private, so the file leaves it out. Share makes a file with it.");

  await page.getByRole("link", { name: "Share\u2026" }).click();
  const handed = () => download(page, () => page.getByRole("button", { name: "Download the file" }).click());
  assert.ok(!(await handed()).text.includes("falconry"));
  await page.getByRole("checkbox", { name: "With the stakeholder register (private)" }).check();
  assert.ok((await handed()).text.includes("falconry"));

  await turnTo(page, "Plan");
  await page.getByRole("link", { name: "Print\u2026" }).click();
  await page.getByRole("heading", { level: 1, name: "Improvement plan" }).waitFor();
  const who = page.getByRole("rowheader", { name: "Head of falconry" });
  assert.equal(await who.count(), 0);
  await page.getByRole("checkbox", { name: "With the stakeholder register (private)" }).check();
  await who.waitFor();

  await turnToBackup(page);
  assert.ok((await backUp(page)).text.includes("falconry"), "a backup keeps everything");
});
