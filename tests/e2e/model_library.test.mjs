// The model library: glossary, crosswalks, readiness for clauses, and the second set of processes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseProcess, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

test("a term in the guidance leads to its meaning, and back to the question", async (t) => {
  const { page } = await start(t);
  await startNow(page, "Control");
  await chooseProcess(page, "CON-1");
  await page.getByRole("radio", { name: "Not rated" }).first().focus();
  const guide = page.getByRole("complementary", { name: /^Guidance/ });
  await guide.getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: "Glossary" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "DT");
  const shown = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(shown, decodeURIComponent(page.url().split("#/glossary/")[1]));
  await page.getByLabel("Search").fill("known error");
  await page.getByRole("term").filter({ hasText: /^Known error$/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: /^CON-1 / }).waitFor();
});

test("a crosswalk reads from clause to process and from process to clause", async (t) => {
  const { page } = await start(t, { at: "/models/iso-20000-1-2011" });
  const table = page.getByRole("region", { name: "Table of the crosswalk" });
  await page.getByLabel("Search").fill("problem");
  await table.getByRole("rowheader", { name: "8.2 Problem management" }).waitFor();
  await table.getByRole("cell", { name: "likely, ours" }).first().waitFor();
  await page.getByLabel("Read from").selectOption("Process to clauses");
  await table.getByRole("rowheader", { name: "RES-2 Problem management" }).waitFor();
  await table.getByRole("cell", { name: "8.2 Problem management" }).first().waitFor();
  // The other set of processes has incidents apart.
  await page.getByLabel("Search").fill("8.1");
  await page.getByLabel("Read from").selectOption("Clause to processes");
  await page.getByLabel("Set of processes").selectOption({ label: "IT service management processes (32), after 20000-1:2018" });
  await table.getByRole("cell", { name: "RES-3 Incident management" }).first().waitFor();
});

test("readiness tells what the ratings say of each clause, and never takes unrated for zero", async (t) => {
  const { page } = await start(t);
  await startNow(page, "Resolution");
  await turnTo(page, "Readiness");
  const counts = page.getByRole("list", { name: "Clauses by support" });
  const before = await counts.getByRole("listitem").allTextContents();
  assert.deepEqual(before, ["0 supported", "0 partly supported", "0 not supported", "39 unknown"]);
  await page.getByText("A capability result is no certificate.", { exact: false }).waitFor();

  await turnTo(page, "Rate");
  await chooseProcess(page, "RES-2");
  await rateByKeys(page, "LLLLLLL");
  await turnTo(page, "Readiness");
  await counts.getByText("1 partly supported").waitFor();
  await page.getByLabel("Show").selectOption("Partly supported");
  await page.getByText("8.2 Problem management").click();
  const deciding = page.getByRole("region", { name: "Ratings that decide on 8.2 Problem management" });
  await deciding.getByRole("row", { name: /RES-2 Problem management PA1\.1 Process performance L/ }).waitFor();
  const file = await download(page, () => page.getByRole("button", { name: "Readiness as CSV" }).click());
  assert.match(file.text, /8\.2,Problem management,partly supported,RES-2 Problem management,PA1\.1 Process performance,L,/);
});

test("an audit suggests ratings, says what it cannot use, and changes nothing", async (t) => {
  const { page } = await start(t);
  await startNow(page, "Resolution");
  await turnTo(page, "Readiness");
  const list = await download(page, () => page.getByRole("button", { name: "List of clauses to fill in" }).click());
  const filled = list.text.replace("8.2,Problem management,", "8.2,Problem management,minor") + "99,No such clause,major\r\n";
  await pick(page, "Open a filled-in list", "audit.csv", filled);
  const table = page.getByRole("table", { name: /^Suggestions, not ratings/ });
  await table.getByRole("row", { name: /8\.2 Problem management minor .*RES-2 PA1\.1 L/ }).waitFor();
  await page.getByText('has no clause "99"', { exact: false }).waitFor();
  await turnTo(page, "Rate");
  await page.getByRole("progressbar", { name: /^0 of \d+ rated$/ }).first().waitFor();
});

test("the set after 20000-1:2018 is assessed like any other, and is there after a reload", async (t) => {
  const visit = await start(t, { at: "/new" });
  const { page } = visit;
  await page.getByLabel("Assessment model").selectOption("IT service management assessment model, after 20000-1:2018");
  await page.getByRole("radio", { name: /^Resolution/ }).check();
  await page.getByRole("button", { name: "Create and set up" }).click();
  await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  await turnTo(page, "Rate");
  await chooseProcess(page, "RES-3");
  await rateByKeys(page, "FFFFFFF");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /^RES-3 / }).waitFor();
  await page.getByText("Level 1 Performed").first().waitFor();
  await visit.go("/");
  await page.getByRole("progressbar", { name: /^7 of \d+ rated$/ }).waitFor();
});
