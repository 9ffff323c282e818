// Many assessments at once: files come in, the grid shows them, a cell gives its reasons, aliases hide the names.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { download, start } from "./support/browser.mjs";
import { asFiles, THREE_TEAMS } from "./support/team_files.mjs";

const grid = (page) => page.getByRole("grid", { name: "Units by processes" });
const cell = (page, name) => grid(page).getByRole("button", { name, exact: true });

async function openPortfolio(t, options = {}) {
  const visit = await start(t, { ...options, at: "/portfolio" });
  await visit.page.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor();
  return visit;
}

// Picks files, and waits until the grid has as many units.
async function add(page, files, units) {
  await page.getByLabel("Add files").setInputFiles(asFiles(files));
  await grid(page).getByRole("rowheader").nth(units).waitFor(); // the last one is that of all units
}

const NAMES = /North|South|West|Berlin|Aarhus|Example|Ada|spring|autumn/;

test("files of several teams become a grid, and a cell gives its reasons", async (t) => {
  const { page } = await openPortfolio(t);
  await page.getByText("There is no assessment on this machine yet.", { exact: false }).waitFor();
  await add(page, THREE_TEAMS, 3);
  const units = await grid(page).getByRole("rowheader").allTextContents();
  const names = ["South desk", "North desk", "West desk", "All units"]; // by organisation and site
  assert.deepEqual(units.map((text) => names.find((name) => text.startsWith(name))), names);
  await cell(page, "North desk, RES-1: level 2, target 2").waitFor();
  await cell(page, "South desk, RES-1: level 1, target 2").waitFor();
  await cell(page, "South desk, RES-2: not rated").waitFor();

  await cell(page, "South desk, RES-1: level 1, target 2").click();
  const reasons = page.getByRole("dialog", { name: "Why this level" });
  await reasons.getByText("Level 2 needs PA2.1", { exact: false }).waitFor();
  await reasons.getByText("South desk: South in autumn").waitFor();
  assert.equal(await reasons.getByRole("link", { name: "Open in Rate" }).count(), 0, "it is not on this machine");
  await page.keyboard.press("Escape");
  await reasons.waitFor({ state: "hidden" });
});

test("the grid is walked by the arrow keys and is one stop of the tab key", async (t) => {
  const { page } = await openPortfolio(t);
  await add(page, THREE_TEAMS, 3);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await cell(page, "South desk, RES-1: level 1, target 2").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "South desk, RES-2: not rated");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "North desk, RES-2: level 1, target 2");
  await page.keyboard.press("Home");
  assert.equal(await focused(), "North desk, RES-1: level 2, target 2");
  assert.equal(await grid(page).locator("[tabindex='0']").count(), 1);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Why this level" }).getByRole("heading", { level: 3, name: /^RES-1/ }).waitFor();
});

test("units and processes are chosen, and rules are stated", async (t) => {
  const { page } = await openPortfolio(t);
  await add(page, THREE_TEAMS, 3);
  const choice = page.getByRole("combobox", { name: "Units", exact: true });
  const site = await choice.getByRole("option", { name: /Berlin/ }).getAttribute("value");
  await choice.selectOption(site);
  await grid(page).getByText("South desk").waitFor({ state: "hidden" });
  assert.equal(await grid(page).getByRole("rowheader").count(), 3, "two units and all units");
  await choice.selectOption("");
  await page.getByRole("combobox", { name: "Bring together by" }).selectOption("Mean");
  await page.getByText("It is no rule of any standard.", { exact: false }).waitFor();
  await page.getByRole("combobox", { name: "Processes", exact: true }).selectOption({ label: "Resolution" });
  await grid(page).getByRole("columnheader", { name: /^CON-1/ }).waitFor({ state: "hidden" });
  await grid(page).getByRole("columnheader", { name: /^RES-1/ }).waitFor();
});

test("movers, overdue units and weaknesses are listed", async (t) => {
  const { page } = await openPortfolio(t);
  await add(page, THREE_TEAMS, 3);
  const part = (name) => page.getByRole("region", { name, exact: true });
  await part("Biggest movers").getByLabel("From").fill("2026-03-31");
  await part("Biggest movers").getByLabel("To", { exact: true }).fill("2026-10-01");
  await part("Biggest movers").getByRole("listitem").filter({ hasText: "South desk: RES-1" }).getByText("1 level gained: 0 to 1.").waitFor();
  await part("Overdue re-assessments").getByRole("listitem").filter({ hasText: "West desk" }).getByText("The last change was on 2024-09-03", { exact: false }).waitFor();
  await part("Commonest weaknesses").getByRole("listitem").filter({ hasText: "PA2.1" }).getByText("Below target in 3 of 3 units.", { exact: false }).waitFor();
  await part("Practice to copy").getByText("At F: North desk. To learn from it: South desk (P) and West desk (P).").waitFor();
});

test("aliases leave no name on the page and in the files", async (t) => {
  const { page } = await openPortfolio(t);
  await add(page, THREE_TEAMS, 3);
  await page.getByRole("checkbox", { name: "Use aliases in place of names" }).check();
  await grid(page).getByText("Unit 1").waitFor();
  await page.getByText("out of files, not on this machine", { exact: false }).click();
  await grid(page).getByRole("button").first().click();
  const reasons = page.getByRole("dialog", { name: "Why this level" });
  await reasons.getByText(/^Unit \d, assessment \d$/).waitFor();
  assert.doesNotMatch(await page.locator("body").evaluate((body) => body.outerHTML), NAMES);
  await page.keyboard.press("Escape");
  const table = await download(page, () => page.getByRole("button", { name: "Grid as CSV" }).click());
  assert.match(table.text, /Unit 3/);
  assert.doesNotMatch(table.text, NAMES);
  const ratings = await download(page, () => page.getByRole("button", { name: "All ratings as CSV, one a row" }).click());
  assert.match(ratings.text, /Unit 3, assessment 1/);
  assert.doesNotMatch(ratings.text, NAMES);
  assert.equal(ratings.text.match(/^.*,level,RES-1,.*$/gm).length, 4, "all four assessments, also those of the past");
});

test("dropped files load, a broken one is named, and one is kept", async (t) => {
  const { page } = await openPortfolio(t);
  const [north, ...others] = THREE_TEAMS;
  const files = [["broken.json", JSON.stringify(north).slice(0, 400)], ...others.map((file) => [`${file.id}.json`, JSON.stringify(file)])];
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([text], name, { type: "application/json" }));
    return transfer;
  }, files);
  await page.getByRole("heading", { level: 1, name: "Portfolio" }).dispatchEvent("drop", { dataTransfer: transfer });
  await cell(page, "West desk, CON-1: level 2, target 2").waitFor();
  const problems = page.getByRole("region", { name: "What could not be read" });
  await problems.getByText(/^broken\.json: The end of this file is missing/).waitFor();

  await page.getByText("3 assessments out of files, not on this machine").click();
  await page.getByRole("button", { name: "Keep on this machine: West desk: West once" }).click();
  await page.getByText("2 assessments out of files, not on this machine").waitFor();
  await cell(page, "West desk, CON-1: level 2, target 2").click();
  const rate = page.getByRole("dialog", { name: "Why this level" }).getByRole("link", { name: "Open in Rate" });
  await rate.click();
  await page.getByRole("heading", { level: 1, name: /^CON-1 / }).waitFor();

  // What was not kept is gone with the page.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Portfolio" }).click();
  await cell(page, "West desk, CON-1: level 2, target 2").waitFor();
  assert.equal(await grid(page).getByRole("rowheader").count(), 2, "the west and all units");
});

// A folder as teams hand it over: their files, some in a folder of their own.
async function folderOfTeams(t) {
  const folder = await mkdtemp(path.join(tmpdir(), "plumbline-teams-"));
  t.after(() => rm(folder, { recursive: true }));
  const [north, ...others] = THREE_TEAMS;
  await mkdir(path.join(folder, "others"));
  await writeFile(path.join(folder, `${north.id}.json`), JSON.stringify(north));
  for (const file of others) await writeFile(path.join(folder, "others", `${file.id}.json`), JSON.stringify(file));
  return folder;
}

test("a folder is picked, with what lies deeper", async (t) => {
  const folder = await folderOfTeams(t);
  const { page } = await openPortfolio(t);
  await page.getByLabel("Add a folder").setInputFiles(folder);
  await cell(page, "North desk, RES-1: level 2, target 2").waitFor();
  await cell(page, "West desk, CON-1: level 2, target 2").waitFor();
});

test("a folder is dropped onto the page, with what lies deeper", async (t) => {
  const folder = await folderOfTeams(t);
  const { page } = await openPortfolio(t);
  const at = await page.getByRole("heading", { level: 1, name: "Portfolio" }).boundingBox();
  const mouse = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await mouse.send("Input.dispatchDragEvent", { type, x: at.x + 5, y: at.y + 5, data });
  }
  await cell(page, "North desk, RES-1: level 2, target 2").waitFor();
  await cell(page, "West desk, CON-1: level 2, target 2").waitFor();
});

test("the six sample teams are explored without being kept", async (t) => {
  const { page } = await openPortfolio(t);
  await page.getByRole("button", { name: "Explore six sample teams" }).click();
  await cell(page, "Service desk Harbour, RES-1: level 3, target 3").waitFor();
  assert.equal(await grid(page).getByRole("rowheader").count(), 7, "six units and all units");
  await page.getByRole("img", { name: /^Levels of each unit over time/ }).waitFor();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("heading", { level: 2, name: "Start now" }).waitFor();
  assert.equal(await page.getByText("Service desk Harbour").count(), 0);
});
