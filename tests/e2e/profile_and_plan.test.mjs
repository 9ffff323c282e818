// From ratings to levels, charts and plan: what is shown agrees with itself wherever it is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseProcess, choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

const levelPanel = (page) => page.getByRole("region", { name: "Capability level" });
// The cells of each row of a table, without its head.
const rowsOf = (table) =>
  table.evaluate((element) => [...element.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

// SDE-5 at level 2, RES-1 at level 0, the others not rated.
async function ratedOne(page) {
  await startNow(page);
  await rateByKeys(page, "F".repeat(7) + "L".repeat(12));
  await chooseProcess(page, "RES-1");
  await rateByKeys(page, "PPNPPPN");
}

// The tables beside the charts, unfolded.
async function chartTable(page, title) {
  const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: title }) });
  const fold = figure.getByText("The same as a table");
  if (!(await figure.getByRole("table").isVisible())) await fold.click();
  return rowsOf(figure.getByRole("table"));
}

test("charts, tables and files show the same, and what is not rated is nowhere a zero", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await ratedOne(page);
  await turnTo(page, "Profile");

  for (const name of [/^Capability levels: /, /^Level of each process: /, /^Process attributes: SDE-5/]) {
    const picture = page.getByRole("img", { name });
    await picture.waitFor();
    const [kind, title, description] = await picture.evaluate((svg) => [
      svg.localName,
      svg.getElementsByTagName("title")[0]?.textContent,
      svg.getElementsByTagName("desc")[0]?.textContent,
    ]);
    assert.equal(kind, "svg");
    assert.match(title, name);
    assert.ok(description.length > 10, `${title} has a description`);
  }
  // What is drawn says that three processes are not rated, and the table does too.
  const bars = page.getByRole("img", { name: /^Level of each process: / });
  const marks = await bars.evaluate((svg) => [...svg.getElementsByTagName("text")].map((text) => text.textContent.trim()));
  assert.equal(marks.filter((mark) => mark === "not rated").length, 3);

  const expected = { "SDE-5": "2", "RES-1": "0", "RES-2": "not rated", "CON-1": "not rated", "CON-2": "not rated" };
  for (const title of [/^Capability levels: /, /^Level of each process: /]) {
    const rows = await chartTable(page, title);
    assert.deepEqual(Object.fromEntries(rows.map(([name, assessed]) => [name.split(" ")[0], assessed])), expected, `${title}`);
    assert.ok(rows.every(([, , target]) => target === "2"), "the target is the same everywhere");
  }

  const heat = await rowsOf(page.getByRole("region", { name: "Processes by attributes" }).getByRole("table").first());
  const byProcess = Object.fromEntries(heat.map(([name, level, , ...cells]) => [name.split(" ")[0], [level.split("\n")[0], ...cells]]));
  assert.deepEqual(byProcess["SDE-5"], ["2", "F", "L", "L", "100 %"]);
  assert.deepEqual(byProcess["RES-2"], ["–", "·", "·", "·", "0 %"]);
  assert.equal(byProcess["RES-1"][1], "P");

  const csv = await download(page, () => page.getByRole("button", { name: "Profile as CSV" }).click());
  const lines = csv.text.slice(1).trim().split("\r\n").map((line) => line.split(","));
  const level = lines[0].indexOf("level");
  for (const line of lines.slice(1)) {
    const wanted = expected[line[0]] === "not rated" ? "" : expected[line[0]];
    assert.equal(line[level], wanted, `level of ${line[0]} in the CSV`);
  }
});

test("charts are handed over as SVG and PNG files", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await ratedOne(page);
  await turnTo(page, "Profile");
  for (const title of [/^Capability levels: /, /^Level of each process: /, /^Process attributes: /]) {
    const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: title }) });
    const svg = await download(page, () => figure.getByRole("button", { name: "SVG" }).click());
    assert.match(svg.name, /^[\p{L}\p{N}-]+\.svg$/u);
    assert.match(svg.text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const png = await download(page, () => figure.getByRole("button", { name: "PNG" }).click());
    assert.match(png.name, /\.png$/);
    assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.ok(png.bytes.readUInt32BE(16) >= 700 && png.bytes.readUInt32BE(20) >= 200, "it is large enough for a projector");
    assert.ok(png.bytes.length > 5000, `${png.name} has only ${png.bytes.length} bytes`);
  }
});

test("the target moves the plan", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await ratedOne(page);
  await turnTo(page, "Plan");
  const entries = page.getByRole("region", { name: "Not planned yet" }).getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  await entries.filter({ hasText: "RES-1" }).getByText("major gap").waitFor();
  assert.equal(await entries.filter({ hasText: "SDE-5" }).count(), 0, "SDE-5 has reached its target");
  const unknown = await rowsOf(page.getByRole("region", { name: "Not known yet" }).getByRole("table").first());
  assert.ok(unknown.some(([process]) => process.startsWith("CON-1")), "what is not rated is listed as not known");
  assert.ok(!unknown.some(([process]) => process.startsWith("SDE-5")));

  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Target level", exact: true }).selectOption("3");
  await page.getByText("The target is above the highest level to assess", { exact: false }).waitFor();
  await page.getByRole("combobox", { name: "Highest level to assess" }).selectOption("3");
  await turnTo(page, "Plan");
  await entries.filter({ hasText: "SDE-5" }).filter({ hasText: "PA2.1" }).getByText("now L, needs F").waitFor();

  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Target level", exact: true }).selectOption("0");
  await turnTo(page, "Plan");
  assert.equal(await entries.count(), 0, "nothing is left to do for target 0");
  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: /^Target level of Incident management/ }).selectOption("1");
  await turnTo(page, "Plan");
  assert.equal(await entries.count(), 1, "a target of its own counts for that process alone");
  await entries.filter({ hasText: "RES-1" }).waitFor();
});

test("an attribute is settled otherwise, with a reason, and back", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "FFFFFFP");
  await page.getByText("Mean of 7 ratings: 19 / 7 = 2.71, so F.").waitFor();
  await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
  const dialog = page.getByRole("dialog", { name: "Settle PA1.1 Process performance" });
  await dialog.getByRole("radio", { name: "P Partially", exact: true }).or(dialog.getByRole("radio", { name: "P- Partially" })).first().check();
  await dialog.getByRole("button", { name: "Settle", exact: true }).click();
  assert.equal(await dialog.isVisible(), true, "without a reason nothing is settled");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The last failure was a bad one");
  await dialog.getByRole("button", { name: "Settle", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText(/^Settled at P-?: The last failure was a bad one\. In place of: Mean of 7 ratings: 19 \/ 7 = 2\.71, so F\.$/).waitFor();
  await levelPanel(page).getByText("Level 0 Incomplete", { exact: false }).waitFor();

  await turnTo(page, "Profile");
  await page.getByText("Settled at", { exact: false }).waitFor();
  await turnTo(page, "Rate");
  await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
  await dialog.getByRole("button", { name: "Go back to the computed rating" }).click();
  await levelPanel(page).getByText("Level 1 Performed", { exact: false }).waitFor();
});

test("what does not apply leaves the calculation, with a reason", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "FFFFFFN");
  await page.getByText("Mean of 7 ratings: 18 / 7 = 2.57, so F.").waitFor();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("group", { name: "Rating of SDE-5.O7" }) });
  await row.getByRole("button", { name: "Not applicable" }).click();
  await row.getByRole("button", { name: "Set as not applicable" }).click();
  assert.equal(await choice(page, "SDE-5.O7", "N Not").isChecked(), true, "without a reason it still applies");
  await row.getByRole("textbox", { name: "Why does it not apply here?" }).fill("No supplier is involved");
  await row.getByRole("button", { name: "Set as not applicable" }).click();
  await row.getByText("No supplier is involved").waitFor();
  await page.getByText("Mean of 6 ratings: 18 / 6 = 3.00, so F.").waitFor();
  await levelPanel(page).getByText("6 of 18 rated, 1 not applicable", { exact: true }).waitFor();
  for (const radio of await row.getByRole("radio").all()) assert.equal(await radio.isChecked(), false, "no choice is marked");
  await row.getByRole("button", { name: "Make it apply again" }).click();
  assert.equal(await choice(page, "SDE-5.O7", "Not rated").isChecked(), true);
});

test("instances and the methods R2 and R3", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "FFFFFFF");
  await turnTo(page, "Set up");
  await page.getByRole("textbox", { name: "Add an instance to every process in scope" }).fill("Berlin");
  await page.getByRole("button", { name: "Add to all" }).click();
  assert.equal(await page.getByRole("textbox", { name: /^Name of an instance of / }).count(), 10, "two instances for each of five processes");

  await turnTo(page, "Rate");
  await page.getByRole("radio", { name: "Berlin" }).check();
  assert.equal(await choice(page, "SDE-5.O1", "Not rated").isChecked(), true, "the new instance has ratings of its own");
  await rateByKeys(page, "NNNNNNN");
  await page.getByText("All instances").first().waitFor();
  await page.getByText("This instance").first().waitFor();
  await page.getByText(/Mean of (14|2) ratings: .* = 1\.50, so L\./).waitFor();
  await turnTo(page, "Profile");
  const each = await rowsOf(page.getByRole("region", { name: "Each instance by itself" }).getByRole("table"));
  assert.deepEqual(each.map(([name, level, letter]) => [name === "Berlin", level, letter]), [[false, "1", "F"], [true, "0", "N"]]);

  await turnTo(page, "Set up");
  await page.getByRole("radio", { name: /^R2: / }).check();
  await turnTo(page, "Rate");
  assert.equal(await page.getByRole("group", { name: /^Rating of / }).count(), 3, "one row an attribute");
  await rateByKeys(page, "F");
  await page.getByRole("radio", { name: "Berlin" }).check();
  await rateByKeys(page, "P");
  await page.getByText("Mean of 2 ratings: 4 / 2 = 2.00, so L.").waitFor();

  await turnTo(page, "Set up");
  await page.getByRole("radio", { name: /^R3: / }).check();
  await turnTo(page, "Rate");
  assert.equal(await page.getByRole("radio", { name: "Berlin" }).count(), 0, "there is nothing to choose: all instances are rated as one");
  await rateByKeys(page, "L");
  await page.getByText("Rated L as a whole.").waitFor();

  await turnTo(page, "Set up");
  await page.getByRole("radio", { name: /^R1: / }).check();
  await turnTo(page, "Rate");
  assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true, "the ratings of the other method are still there");
});
