// A report is made for those who were not there: its sections are chosen, names are left out, it is read by itself and opened again.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { noteFirst, rateByKeys, setUp, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { assertHarmless, HOSTILE, watchForScripts } from "./support/hostile.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SECRETS = {
  title: "Kestrel desk",
  unit: "Falconry Ward",
  purpose: "Asked for by Osprey",
  author: "Ada Byron",
  note: "Told by Mr Goshawk",
};

/** What one person hands out, and the letters that are on the screen. */
let made;

before(async () => {
  const visit = await start(null);
  try {
    made = await makeReports(visit);
  } finally {
    await visit.stop();
  }
});

async function makeReports({ page }) {
  await startNow(page);
  await setUp(page, SECRETS);
  await turnTo(page, "Rate");
  await rateByKeys(page, "FLFFFFF");
  await noteFirst(page, SECRETS.note);

  const letters = await lettersOf(page);

  await turnToReport(page);
  const whole = await handedOut(page);
  await page.getByRole("checkbox", { name: /^Leave out people's names/ }).check();
  await page.getByText("Names are left out of this report", { exact: false }).waitFor();
  const nameless = await handedOut(page);
  await page.getByRole("checkbox", { name: /^Leave out people's names/ }).uncheck();
  await page.getByRole("heading", { level: 1, name: SECRETS.title }).waitFor();
  await page.getByRole("checkbox", { name: /^Carry the assessment/ }).uncheck();
  const bare = await handedOut(page);
  return { letters, whole, nameless, bare };
}

async function turnToReport(page) {
  await turnTo(page, "Report");
  await page.getByRole("heading", { level: 2, name: "Summary for management" }).waitFor();
}

/** The report as a file, once it is written. */
function handedOut(page) {
  return download(page, () => page.getByRole("button", { name: "Download the report" }).click());
}

/** The letters and levels of all processes. */
async function lettersOf(page) {
  await turnTo(page, "Profile");
  return page.getByRole("region", { name: "Table of attribute ratings" }).getByRole("row").allTextContents();
}

/** The file in a tab of its own, from disk, as somebody opens it who got it by mail. */
async function readAlone(t, text) {
  const { page } = await start(t, { prepare: watchForScripts });
  const folder = await mkdtemp(path.join(tmpdir(), "report-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "report.html");
  await writeFile(file, text);
  const tab = await page.context().newPage();
  const trouble = [];
  tab.on("request", (request) => request.url() === pathToFileURL(file).href || trouble.push(`request: ${request.url()}`));
  tab.on("console", (message) => message.type() === "error" && trouble.push(`console: ${message.text()}`));
  await tab.goto(pathToFileURL(file).href);
  return { tab, trouble };
}

async function findings(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" ")}`);
  });
}

test("only the chosen sections are in the report, and the choice is remembered", async (t) => {
  const { page } = await start(t);
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnToReport(page);
  const sections = page.getByRole("heading", { level: 2 });
  await page.getByRole("heading", { level: 2, name: "Evidence" }).waitFor();
  await page.getByRole("checkbox", { name: /^Evidence / }).uncheck();
  await page.getByRole("checkbox", { name: /^Improvement plan/ }).uncheck();
  await page.getByRole("heading", { level: 2, name: "Evidence" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 2, name: "Improvement plan" }).waitFor({ state: "detached" });
  assert.deepEqual(await sections.allTextContents(), ["Summary for management", "Profiles", "Each level and its reason", "Process-related risk", "Findings and notes", "What is left out, and why", "Doubts about ratings"]);
  const { text, name } = await handedOut(page);
  assert.match(name, /^sample-.*-report\.html$/);
  assert.ok(!text.includes('<h2 id="evidence-title">'), "not in the file either");

  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Summary for management" }).waitFor();
  assert.equal(await page.getByRole("checkbox", { name: /^Evidence / }).isChecked(), false);
  assert.equal(await page.getByRole("heading", { level: 2, name: "Evidence" }).count(), 0);

  // Its contents lead to places within the report and leave the address as it is.
  const address = page.url();
  await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Process-related risk" }).click();
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(page.url(), address);
});

test("the report opens again in another browser as the same assessment", async (t) => {
  for (const secret of Object.values(SECRETS)) assert.ok(made.whole.text.includes(secret), secret);
  const { page } = await start(t);
  await pick(page, "Import a file", made.whole.name, made.whole.bytes);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.deepEqual(await lettersOf(page), made.letters);
});

test("names that are left out are nowhere in the file, and the levels are the same", async (t) => {
  const { name, text, bytes } = made.nameless;
  const words = Object.values(SECRETS).flatMap((secret) => secret.split(" ")).filter((word) => word.length > 3 && !["Asked", "Told", "desk", "Ward"].includes(word));
  for (const word of words) assert.ok(!`${name} ${text}`.toLowerCase().includes(word.toLowerCase()), word);
  assert.ok(!/T\d\d:\d\d/.test(text), "no time of day");
  const { page } = await start(t);
  await pick(page, "Import a file", name, bytes);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.deepEqual(await lettersOf(page), made.letters);
});

test("a report that carries nothing, or is cut short, says so", async (t) => {
  const { page } = await start(t);
  await pick(page, "Import a file", "bare.html", made.bare.bytes);
  await page.getByText("bare.html: This report was made without the assessment in it", { exact: false }).waitFor();
  await pick(page, "Import a file", "cut.html", made.whole.text.slice(0, -200));
  await page.getByText("cut.html: This report is cut short", { exact: false }).waitFor();
});

test("read by itself it asks for nothing, runs nothing, and axe finds nothing", async (t) => {
  const { tab, trouble } = await readAlone(t, made.whole.text);
  await tab.getByRole("heading", { level: 1, name: SECRETS.title }).waitFor();
  assert.equal(await tab.locator('script:not([type="application/json"])').count(), 0);
  for (const colorScheme of ["light", "dark"]) {
    await tab.emulateMedia({ colorScheme });
    assert.deepEqual(await findings(tab), [], colorScheme);
  }
  for (const width of [360, 1024]) {
    await tab.setViewportSize({ width, height: 800 });
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${wider} wider than ${width}`);
  }
  assert.deepEqual(trouble, []);
});

test("hostile text stays text in the page and in the file", async (t) => {
  const { page } = await start(t, { prepare: watchForScripts });
  await startNow(page);
  await turnTo(page, "Set up");
  const hostile = Object.values(HOSTILE).filter((text) => text.length < 500).join(" ").replace(/[\r\n]/g, " ");
  for (const label of ["Name", "Organizational unit", "Purpose"]) {
    await page.getByRole("textbox", { name: label, exact: true }).fill(hostile);
    await page.getByRole("textbox", { name: label, exact: true }).blur();
  }
  await turnTo(page, "Rate");
  await rateByKeys(page, "FL");
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill(hostile);
  await page.getByRole("textbox", { name: "Note" }).blur();
  await turnToReport(page);
  await assertHarmless(page, "on the page of the report");
  const { text } = await handedOut(page);
  assert.equal(text.match(/<script/g).length, 1, "the data");
  const { tab, trouble } = await readAlone(t, text);
  await tab.getByRole("heading", { level: 2, name: "Findings and notes" }).waitFor();
  const strange = await tab.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const elements = document.querySelectorAll("body script:not([type='application/json']), iframe, img, object, embed, base, input, math, foreignObject, animate, body style, [style]");
    const handlers = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith("on")));
    const links = all.filter((one) => /^\s*(javascript|data|vbscript):/i.test(one.getAttribute("href") ?? ""));
    return [...elements, ...handlers, ...links].map((one) => one.outerHTML.slice(0, 100));
  });
  assert.deepEqual(strange, []);
  assert.deepEqual(trouble, []);
});

test("on paper only the report is printed, and its summary fits on one page", async (t) => {
  const { page } = await start(t);
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnToReport(page);
  const { text } = await handedOut(page);
  await page.emulateMedia({ media: "print" });
  for (const name of ["Download the report", "Print"]) assert.equal(await page.getByRole("button", { name }).isVisible(), false, name);
  assert.equal(await page.getByRole("group", { name: "Sections" }).isVisible(), false);
  assert.equal(await page.getByRole("heading", { level: 2, name: "Summary for management" }).isVisible(), true);

  const { tab } = await readAlone(t, text);
  // The width of A4 less its margins.
  await tab.setViewportSize({ width: 672, height: 1000 });
  await tab.emulateMedia({ media: "print" });
  const height = await tab.evaluate(() => document.querySelector("#profile").getBoundingClientRect().top - document.querySelector("article").getBoundingClientRect().top);
  const room = ((297 - 34) / 25.4) * 96;
  assert.ok(height <= room, `the summary is ${Math.round(height)} pixels high, a page has ${Math.round(room)}`);
});
