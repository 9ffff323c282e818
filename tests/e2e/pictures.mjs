// Pictures of every page, for people to look at: node tests/e2e/pictures.mjs
// They go to tests/e2e/pictures, which git ignores.

import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chooseProcess, idOf, rateByKeys, startNow } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

const FOLDER = fileURLToPath(new URL("pictures", import.meta.url));
const WIDTHS = [360, 1024, 1920];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });

const visit = await start(null, { width: 1024 });
const { page } = visit;

// Looks at the page as it is, at every width, light and dark.
async function picture(name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: Math.round(width < 500 ? 800 : width * 0.625) });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => scrollTo(0, 0)); // or the head line stands where the page was scrolled to
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.screenshot({ animations: "disabled", path: path.join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1024, height: 640 });
}

async function turn(address, heading) {
  await page.evaluate((address) => (location.hash = address), address);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

try {
  await picture("home-empty");
  await turn("#/new", "New assessment");
  await picture("new");
  await turn("#/nowhere", "There is no such page");
  await picture("not-found");
  await turn("#/models", "Models");
  await picture("models");
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await picture("models-framework");
  await page.getByRole("link", { name: "All models" }).click();
  await pick(page, "Open a model", "broken.json", '{"format": "plumbline-framework", "format_version": 1, "levels": 5}');
  await picture("models-opened");
  await turn("#/models/iso-20000-1-2018", "Models");
  await page.getByLabel("Search").fill("incident");
  await picture("models-crosswalk");
  await turn("#/glossary/Problem", "Glossary");
  await picture("glossary");

  await turn("#/", "Assessments");
  const id = await startNow(page);
  await rateByKeys(page, "FFLPFPF" + "FLLFLPLF" + "FLPF");
  await chooseProcess(page, "RES-1");
  await rateByKeys(page, "PLNPPLN");
  await chooseProcess(page, "RES-2");
  await rateByKeys(page, "LLFLLFF" + "LF");
  await chooseProcess(page, "CON-1");
  await rateByKeys(page, "FFFFFFFFFF" + "FFFFFFFF" + "FFFF");
  await turn(`#/assessment/${id}/rate/SDE-5`, /^SDE-5 /);
  await page.getByText("What would reach level", { exact: false }).click();
  await picture("rate");
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("button", { name: "Evidence" }).nth(1).click();
  await page.getByRole("button", { name: "Not applicable" }).nth(2).click();
  await picture("rate-unfolded");
  await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
  await picture("dialog-settle");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keys" }).click();
  await picture("dialog-keys");
  await page.keyboard.press("Escape");

  await turn(`#/assessment/${id}/profile`, "Profile");
  for (const table of await page.getByText("The same as a table").all()) await table.click();
  await picture("profile");
  await turn(`#/assessment/${id}/plan`, "Actions");
  await page.getByRole("button", { name: /^\d+ steps?: / }).first().click();
  await picture("plan-draft");
  await page.getByRole("button", { name: /^Add all/ }).click();
  await page.getByRole("button", { name: /^Raise / }).first().click();
  await picture("plan-actions");
  await turn(`#/assessment/${id}/plan/risk`, "Risk");
  await picture("risk");
  await turn(`#/assessment/${id}/plan/path`, "Smallest path");
  await page.getByRole("region", { name: "Ratings to raise" }).getByText(/^(N|P|L|not rated) to /).first().click();
  await picture("smallest-path");
  await turn(`#/assessment/${id}/plan/what-if`, "What if");
  await page.getByRole("region", { name: "Ratings to try out" }).getByRole("combobox").first().selectOption({ label: "F" });
  await page.getByRole("table", { name: /^Clauses of / }).waitFor();
  await picture("what-if");
  await turn(`#/assessment/${id}/plan/targets`, "Targets");
  await page.getByRole("combobox", { name: /^Target level of Incident/ }).selectOption("1");
  await page.getByRole("combobox", { name: /^PA2.1 .* of Problem/ }).selectOption({ label: "Not asked" });
  await page.getByRole("textbox", { name: "Name of the profile" }).fill("After the first year");
  await page.keyboard.press("Enter");
  await picture("targets");
  await turn(`#/assessment/${id}/plan/change`, "Readiness for change");
  await picture("change-empty");
  for (const brick of ["Nobody has time on Mondays", "Only the vendor may change the tool", "No budget before April", "Two teams own one process", "The last project was stopped halfway", "The service desk has no access"]) {
    await page.getByRole("textbox", { name: "Another brick" }).fill(brick);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: /^Knock down: No budget/ }).click();
  await page.getByRole("textbox", { name: "How was it dealt with?" }).fill("The board moved the money forward");
  await picture("dialog-knock-down");
  await page.keyboard.press("Enter");
  for (const role of ["Head of operations", "Service desk lead", "Vendor manager"]) {
    await page.getByRole("textbox", { name: "Another stakeholder" }).fill(role);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("combobox", { name: "Stance: Head of operations" }).selectOption({ label: "Advocate" });
  await page.getByRole("combobox", { name: "Stance: Vendor manager" }).selectOption({ label: "Assassin" });
  await picture("change");
  await turn(`#/assessment/${id}/readiness`, "Readiness");
  await page.getByText("8.1 ", { exact: false }).first().click();
  await picture("readiness");
  await turn(`#/assessment/${id}/share`, "Share");
  await page.getByRole("radio", { name: /^Without names/ }).check();
  await picture("share");
  await turn(`#/assessment/${id}/report`, "Report");
  await page.getByRole("heading", { level: 2, name: "Summary for management" }).waitFor();
  await picture("report");
  await turn("#/portfolio", "Portfolio");
  await page.getByRole("button", { name: "Explore six sample teams" }).click();
  await page.getByText("assessments out of files", { exact: false }).waitFor();
  await picture("portfolio");
  await page.getByRole("grid").getByRole("button").first().click();
  await page.getByRole("dialog", { name: "Why this level" }).getByText("Target", { exact: false }).waitFor();
  await picture("portfolio-reasons");
  await page.keyboard.press("Escape");
  await turn("#/settings", "Settings and backup");
  const backup = await download(page, () => page.getByRole("button", { name: "Back up everything now" }).click());
  await pick(page, "Open a backup", backup.name, backup.bytes);
  await page.getByRole("button", { name: "Restore" }).waitFor();
  await picture("settings");
  await turn(`#/assessment/${id}/set-up`, "Set up");
  await page.getByRole("button", { name: "Add instance: SDE-5" }).click();
  await picture("set-up");

  await turn("#/", "Assessments");
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const sample = idOf(page);
  await turn("#/compare", "Compare");
  await picture("compare-empty");
  const points = [`${sample}_2026-09-09`, `${sample}_2026-09-15`, `${sample}_2026-09-22`, sample, id];
  await turn(`#/compare/${points.join(".")}`, "Compare");
  await page.getByRole("table", { name: "Levels and what became of them" }).waitFor();
  await picture("compare");

  await turn("#/", "Assessments");
  await startNow(page, "Relationship");
  await turn("#/", "Assessments");
  await page.getByRole("button", { name: /^Delete Relationship/ }).click();
  await page.getByText("was deleted", { exact: false }).waitFor();
  await picture("home");

  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turn(`#/assessment/${idOf(page)}/time`, "Over time");
  await picture("over-time");
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "RES-2 Problem management" });
  await page.getByRole("img", { name: "Over time: RES-2 Problem management" }).waitFor();
  await picture("over-time-process");
  console.log(`Pictures are in ${path.relative(process.cwd(), FOLDER)}`);
} finally {
  await visit.stop();
}
