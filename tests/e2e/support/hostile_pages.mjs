// What the journeys about hostile strings do over and over again.
//
// With PICTURES=FOLDER each page that is looked at is kept as a picture there, for people to see.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { idOf } from "./app.mjs";
import { download, pick } from "./browser.mjs";
import { asText, assertHarmless, assertNarrow, HOSTILE } from "./hostile.mjs";
import { hostileAssessment } from "./hostile_files.mjs";

/** As narrow as a telephone, and as wide as a desk. */
export const WIDTHS = [1280, 360];

export async function turn(page, address, heading) {
  await page.evaluate((address) => (location.hash = address), address);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

export async function exported(page) {
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.match(file.name, /^[\p{L}\p{M}\p{N}-]+\.plumbline\.json$/u, "a name that every file system takes");
  return JSON.parse(file.text);
}

// Looks at a page at every width: harmless, not too wide, and which of the texts it shows as they are.
export function looker(page, texts) {
  const unseen = new Map(texts.map(({ place, text }) => [text, place]));
  const look = async (where, widths = look.widths) => {
    look.pages += 1;
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await assertHarmless(page, where);
    const shown = await page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll("[title]")].map((one) => one.title)].join("\n"));
    for (const text of unseen.keys()) if (shown.includes(text)) unseen.delete(text);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await keepPicture(page, `${look.pages} ${where} ${width}`);
      await assertNarrow(page, `${where}, ${width} pixels`);
    }
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  };
  look.pages = 0;
  look.widths = WIDTHS;
  look.unseen = () => [...unseen.values()];
  return look;
}

async function keepPicture(page, name) {
  if (!process.env.PICTURES) return;
  const { width } = page.viewportSize();
  await page.setViewportSize({ width, height: 3500 });
  await page.screenshot({ path: path.join(process.env.PICTURES, `${name.replace(/[^\w ]/g, "")}.png`) });
}

export async function printed(page) {
  await page.emulateMedia({ media: "print" });
  await assertHarmless(page, "in print");
  const paper = await page.pdf();
  assert.ok(paper.length > 10_000, "the print holds the page");
  await page.emulateMedia({ media: null });
}

// Each chart as a file by itself, where no content policy stands by.
export async function drawings({ page, newPage }) {
  const folder = await mkdtemp(path.join(tmpdir(), "plumbline-charts-"));
  const figures = await page.getByRole("figure").all();
  assert.equal(figures.length, 3);
  for (const [at, figure] of figures.entries()) {
    const title = await figure.getByRole("heading", { level: 2 }).textContent();
    const { text } = await download(page, () => figure.getByRole("button", { name: "SVG" }).click());
    const file = path.join(folder, `${at}.svg`);
    await writeFile(file, text);
    const tab = await newPage();
    await tab.goto(pathToFileURL(file).href);
    await assertHarmless(tab, `in chart ${at}`);
    const found = await tab.evaluate(() => [document.documentElement.localName, document.querySelectorAll("parsererror").length, document.querySelector("title").textContent]);
    assert.deepEqual(found, ["svg", 0, title.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")], "the chart is XML and holds its title");
    await tab.close();
    const png = await download(page, () => figure.getByRole("button", { name: "PNG" }).click());
    assert.ok(png.bytes.length > 5000 && png.bytes.readUInt32BE(16) >= 700, "the PNG is a picture");
  }
  await rm(folder, { recursive: true });
}

export async function keepModels(page, files) {
  for (const [at, { id, text }] of Object.values(files).entries()) {
    await pick(page, "Open a model", nameOf(at), text);
    await page.getByText(/^(No problems\. )?It can be used\./).waitFor();
    await assertHarmless(page, `while ${id} is opened`);
    await page.getByRole("button", { name: "Keep in this browser" }).click();
    await page.getByRole("button", { name: `Remove ${id}@1.0.0.json` }).waitFor();
  }
}

// An assessment over the hostile models, with hostile strings in all that people say of it.
export async function importAssessment(page, look, strings) {
  await turn(page, "#/new", "New assessment");
  await page.getByRole("combobox", { name: "Assessment model" }).selectOption("tea-assessment@1.0.0");
  await look("New");
  await page.getByRole("button", { name: "Create and set up" }).click();
  await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  const made = hostileAssessment(await exported(page), strings);
  await turn(page, "#/", "Assessments");
  await pick(page, "Import a file", nameOf(0), JSON.stringify(made));
  await page.getByRole("status").filter({ hasText: `Imported with ${made.changes.length} changes.` }).waitFor();
  assert.equal(idOf(page), made.id);
  return made;
}

// Ends on the profile of the last process.
export async function lookAtProcesses(page, look, made) {
  const processes = made.changes.find(({ edit }) => "set_scope" in edit).edit.set_scope.processes;
  await turn(page, `#/assessment/${made.id}/workshop/${encodeURIComponent(processes[0])}`, processes[0]);
  await look("Workshop");
  await turn(page, `#/assessment/${made.id}/findings`, "Findings");
  await look("Findings");
  await turn(page, `#/assessment/${made.id}/evidence`, "Evidence");
  await look("Evidence");
  assert.equal(await page.locator("a[href^='javascript:' i]").count(), 0, "no place is a script");
  for (const [at, one] of processes.entries()) {
    await turn(page, `#/assessment/${made.id}/rate/${encodeURIComponent(one)}`, one);
    for (const name of ["Note", "Evidence", "Findings", "Not applicable"].slice(at ? 3 : 0)) {
      await page.getByRole("button", { name: new RegExp(`^${name}( |$)`) }).first().click();
      await look(`Rate ${at} ${name}`);
    }
    for (const [number, first] of (await page.getByRole("radio", { name: "Not rated" }).all()).entries()) {
      await first.focus();
      // Guidance follows the row at hand.
      const subject = await first.evaluate((radio) => radio.closest("fieldset").querySelector("legend").textContent.replace("Rating of ", ""));
      await page.waitForFunction((name) => document.querySelector("[aria-label=Guidance] h2")?.textContent === name, `Guidance for ${subject}`);
      await look(`Rate ${at} guidance ${number}`, []);
    }
    await turn(page, `#/assessment/${made.id}/profile/${encodeURIComponent(one)}`, "Profile");
    await look(`Profile ${at}`);
  }
}

// A file name that a file system could hold.
export const nameOf = (at) => asText(Object.values(HOSTILE)[at]).replace(/[/\0]/g, "").slice(0, 200) || "x";
