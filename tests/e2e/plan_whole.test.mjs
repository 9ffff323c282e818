// An improvement lead makes the sample into a plan that three people follow, works on it in a spreadsheet, and brings it back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnToPlan } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

const OWNERS = ["Service desk lead", "Change manager", "Head of operations"];
const DUE = ["2027-03-31", "2027-06-30", "2027-09-30"];

const list = (page) => page.getByRole("list", { name: "Actions", exact: true });
const titles = (page) => list(page).getByRole("heading", { level: 2 });
const row = (page, title) => list(page).getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });

// A cell as a spreadsheet writes it.
const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// The rows of a CSV text, quotes taken off.
function rows(text) {
  const found = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const line = found.at(-1);
    if (quoted && letter === '"' && text[at + 1] === '"') {
      line[line.length - 1] += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === "," && !quoted) line.push("");
    else if (letter === "\n" && !quoted) found.push([""]);
    else if (letter !== "\r" || quoted) line[line.length - 1] += letter;
  }
  return found.filter((line) => line.length > 1);
}

test("from the sample to a roadmap of three owners, out to a spreadsheet and back", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnToPlan(page, "Actions");

  // Plumbline has drafted it; the first six gaps become actions.
  const drafted = page.getByRole("region", { name: "Not planned yet" });
  for (let taken = 0; taken < 6; taken += 1) {
    const add = drafted.getByRole("button", { name: /^Add to plan: / }).first();
    const name = await add.getAttribute("aria-label");
    await add.click();
    await drafted.getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
  }
  const planned = await titles(page).allTextContents();
  assert.equal(planned.length, 6);

  // Two actions each for three people, a quarter each.
  const bulk = page.getByRole("group", { name: "Selected actions" });
  const set = async (what, value) => {
    await bulk.getByRole("combobox", { name: "What to change" }).selectOption(what);
    await bulk.getByLabel("New value").fill(value);
    await bulk.getByRole("button", { name: "Set for all selected" }).click();
  };
  for (const [person, owner] of OWNERS.entries()) {
    const theirs = planned.slice(2 * person, 2 * person + 2);
    for (const title of theirs) await row(page, title).getByRole("checkbox").check();
    await set("Owner", owner);
    await set("Due date", DUE[person]);
    for (const title of theirs) await row(page, title).getByRole("checkbox").uncheck();
  }

  await turnToPlan(page, "Roadmap");
  await page.getByRole("img", { name: /^Roadmap: / }).waitFor();
  const roadmap = page.getByRole("main");
  for (const owner of OWNERS) await roadmap.getByText(owner, { exact: false }).first().waitFor();

  // Out, changed as in a spreadsheet, and back.
  await turnToPlan(page, "Actions");
  const file = await download(page, () => page.getByRole("button", { name: "Plan as CSV" }).click());
  assert.match(file.name, /-plan\.csv$/);
  const [head, ...body] = rows(file.text.replace(/^\ufeff/, ""));
  assert.equal(body.length, 6);
  const column = (name) => head.indexOf(name);
  assert.deepEqual([...new Set(body.map((line) => line[column("owner")]))].sort(), [...OWNERS].sort());
  const first = body.find((line) => line[column("title")] === planned[0]);
  first[column("title")] = 'Hold a "first look" at requests, every day';
  first[column("status")] = "started";
  first[column("due")] = "2027-04-15";
  const added = head.map(() => "");
  added[column("title")] = "Publish the request catalogue";
  added[column("owner")] = "Change manager";
  added[column("due")] = "2027-05-31";
  const bad = body.find((line) => line[column("title")] === planned[1]);
  bad[column("due")] = "soon";
  const text = [head, ...body, added].map((line) => line.map(cell).join(",")).join("\r\n");
  await pick(page, "Bring back a CSV", "plan.csv", text);

  const preview = page.getByRole("dialog");
  await preview.getByText('Hold a "first look" at requests, every day').first().waitFor();
  await preview.getByText("Publish the request catalogue").first().waitFor();
  await preview.getByText("soon", { exact: false }).first().waitFor();
  await preview.getByRole("button", { name: "Change 2 actions" }).click();

  const now = async () => (await titles(page).allTextContents()).sort();
  const expected = ['Hold a "first look" at requests, every day', "Publish the request catalogue", ...planned.slice(1)].sort();
  await row(page, "Publish the request catalogue").getByText("Due 31 May 2027").waitFor();
  assert.deepEqual(await now(), expected);
  await row(page, planned[1]).getByText("Due 31 Mar 2027").waitFor();

  // One step back, one forth, and all of it is kept.
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.waitForFunction(() => !document.querySelector("main").textContent.includes("Publish the request catalogue"));
  assert.deepEqual(await now(), [...planned].sort());
  await page.getByRole("button", { name: "Redo" }).first().click();
  await row(page, "Publish the request catalogue").waitFor();
  await page.reload();
  await row(page, "Publish the request catalogue").waitFor();
  assert.deepEqual(await now(), expected);
});
