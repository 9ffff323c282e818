// Whatever comes in, from addresses, storage, files and keyboards: a clear message, nothing lost, nothing run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { atRest, put, saved, texts } from "./support/database.mjs";

const saveState = (page) => page.getByRole("status", { name: "Save state" });
const changes = async (page) => Object.keys(await texts(page)).filter((key) => key.startsWith("change/"));

test("addresses that lead nowhere say so, and lead back", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  for (const address of ["/nowhere", "/assessment", "/assessment/x/fly", "/%ff/%", "//a//b/", "/<script>alert(1)</script>"]) {
    await visit.go(address);
    await page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Go to your assessments" }).click();
    await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  }
  for (const address of ["rate", "set-up", "profile", "plan", "rate/RES-1"]) {
    await visit.go(`/assessment/0000000000000000/${address}`);
    await page.getByRole("heading", { level: 1, name: "This assessment cannot be opened" }).waitFor();
    await page.getByText("This browser has no such assessment.", { exact: false }).waitFor();
  }
  await visit.go("/models/none");
  await page.getByText('There is no model "none" here.').waitFor();
  // A process that is not in scope leads to the assessment, and not to an error.
  await visit.go("/");
  const id = await startNow(page);
  await visit.go(`/assessment/${id}/rate/%3Cimg%20src=x%20onerror=alert(1)%3E`);
  await page.getByRole("heading", { level: 1, name: /^SDE-5 / }).waitFor();
});

test("a damaged stored change is set aside and offered, and the rest opens", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const id = await startNow(page);
  await atRest(page, id);
  await rateByKeys(page, "FLP");
  await saved(page);
  const broken = (await changes(page)).at(-2);
  const garbage = '{"id":{"clock":9,"repl\u0000 <img src=x onerror=alert(1)>';
  await put(page, { [broken]: garbage });

  await visit.go(`/assessment/${id}/rate`);
  await choice(page, "SDE-5.O1", "F Fully").and(page.locator(":checked")).waitFor();
  assert.equal(await choice(page, "SDE-5.O2", "Not rated").isChecked(), true, "the damaged change counts for nothing");
  assert.equal(await choice(page, "SDE-5.O3", "P Partially").isChecked(), true);

  await page.getByRole("link", { name: "Assessments" }).click();
  const section = page.getByRole("region", { name: "Damaged data was set aside" });
  await section.waitFor();
  const file = await download(page, () => section.getByRole("button", { name: /^Download damaged entry/ }).click());
  assert.ok(file.text.includes(garbage), "the download holds the damaged text, unchanged");
  assert.ok(file.text.includes(broken), "and where it was");
  await visit.go("/");
  await section.waitFor();
  assert.equal(await section.getByRole("listitem").count(), 1, "it is set aside once");
});

test("a damaged line of packed changes is set aside, and the rest opens", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const id = await startNow(page);
  await rateByKeys(page, "FLP");
  await saved(page);
  await page.getByRole("link", { name: "Assessments" }).click();
  const pack = `pack/${id}`;
  while (!(pack in (await texts(page)))) await page.waitForTimeout(50);
  const lines = (await texts(page))[pack].trimEnd().split("\n");
  lines[lines.length - 2] = "{";
  await put(page, { [pack]: `${lines.join("\n")}\n`, [`view/${id}`]: null });

  await visit.go(`/assessment/${id}/rate`);
  await choice(page, "SDE-5.O3", "P Partially").and(page.locator(":checked")).waitFor();
  assert.equal(await choice(page, "SDE-5.O2", "Not rated").isChecked(), true, "the damaged change counts for nothing");
  await page.getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("region", { name: "Damaged data was set aside" }).getByText(pack, { exact: true }).waitFor();
});

test("data of a newer Plumbline is refused and left alone", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const id = await startNow(page);
  await rateByKeys(page, "F");
  await saved(page);
  await turnTo(page, "Set up");
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  await put(page, { [`head/${id}`]: '{"format_version":6,"deleted_at":null,"colour":"blue"}' });
  const stored = async () => JSON.stringify(await texts(page));
  const before = await stored();

  await visit.go(`/assessment/${id}/rate`);
  await page.getByRole("heading", { level: 1, name: "This assessment cannot be opened" }).waitFor();
  await page.getByText("It was saved by a newer Plumbline (stored format 6).", { exact: false }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Go to your assessments" }).click();
  await page.getByRole("main").getByText("newer Plumbline", { exact: false }).waitFor();
  await page.getByRole("button", { name: /^Delete / }).first().click();
  await page.getByRole("status").filter({ hasText: "newer Plumbline" }).waitFor();
  // A file of the same assessment must not claim to be taken in.
  await page.getByRole("button", { name: "Close message" }).click();
  await page.getByLabel("Import a file").setInputFiles({ name: "older.json", mimeType: "application/json", buffer: file.bytes });
  await page.getByRole("status").filter({ hasText: "older.json: It was saved by a newer Plumbline" }).waitFor();
  assert.equal(await stored(), before, "nothing of it was touched");
});

test("a program that is open when a newer one comes keeps nothing from it, and says so", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  visit.expect(/page error/);
  await startNow(page);
  await rateByKeys(page, "F");
  await saved(page);
  // What the newer one does at its start: it waits until this page lets go of the database.
  const upgraded = await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open("plumbline", 99);
        opening.onblocked = () => fail("the old page holds on");
        opening.onsuccess = () => done(opening.result.version);
      }),
  );
  assert.equal(upgraded, 99);
  await choice(page, "SDE-5.O2", "L Largely").check();
  await saveState(page).getByText("A newer Plumbline keeps this (stored format 99 or newer).", { exact: false }).waitFor();
  const file = await download(page, () => saveState(page).getByRole("button", { name: "Download your work" }).click());
  assert.equal(JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit).length, 2, "the work of this page is not lost");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Plumbline cannot start" }).waitFor();
  await page.getByText("A newer Plumbline keeps this", { exact: false }).waitFor();
});

test("a page whose work is in memory only asks before it is left", async (t) => {
  const visit = await start(t, {
    prepare: () =>
      Object.defineProperty(window, "indexedDB", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      }),
  });
  const { page } = visit;
  visit.expect(/a script opened a dialog/);
  await startNow(page);
  await rateByKeys(page, "F");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  assert.equal((await asked).type(), "beforeunload");
  assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true, "whoever stays has it still");
});

test("script and markup in any field is text", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const evil = `</title></text></svg><img src=x onerror="window.ran=1"><script>window.ran=1</script>'"&`;
  await startNow(page);
  await rateByKeys(page, "FLPN");
  const harmless = async (where) => {
    assert.equal(await page.evaluate(() => window.ran), undefined, `it ran ${where}`);
    assert.equal(await page.evaluate(() => document.images.length), 0, `it became markup ${where}`);
  };

  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill(evil);
  await page.getByRole("textbox", { name: "Note" }).blur();
  await page.getByRole("button", { name: "Evidence" }).nth(1).click();
  await page.getByRole("textbox", { name: "What it is" }).fill(evil);
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByRole("button", { name: `Remove evidence: ${evil}` }).waitFor();
  await page.getByRole("button", { name: "Not applicable" }).nth(4).click();
  await page.getByRole("textbox", { name: "Why does it not apply here?" }).fill(evil);
  await page.getByRole("button", { name: "Set as not applicable" }).click();
  await page.getByRole("button", { name: "Make it apply again" }).waitFor();
  await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
  const settle = page.getByRole("dialog", { name: /^Settle/ });
  await settle.getByRole("radio", { name: "F Fully" }).check();
  await settle.getByRole("textbox", { name: "Reason" }).fill(evil);
  await settle.getByRole("button", { name: "Settle", exact: true }).click();
  await page.getByText(`Settled at F: ${evil}`, { exact: false }).waitFor();
  await page.getByRole("searchbox").fill(evil);
  await page.getByText("Nothing fits.", { exact: false }).waitFor();
  await harmless("on the Rate page");

  await turnTo(page, "Set up");
  for (const name of ["Name", "Organizational unit", "Purpose", "Your name or role, kept with each change"]) {
    await page.getByRole("textbox", { name, exact: true }).fill(evil);
    await page.getByRole("textbox", { name, exact: true }).blur();
  }
  await page.getByRole("button", { name: "Add instance: SDE-5" }).click();
  await page.getByRole("textbox", { name: "Name of an instance of SDE-5" }).last().fill(evil);
  await page.getByRole("textbox", { name: "Name of an instance of SDE-5" }).last().blur();
  await page.getByRole("button", { name: `Remove instance ${evil} of SDE-5` }).waitFor();
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.doesNotMatch(file.name, /[<>"'/\\]/);
  const csv = await download(page, () => page.getByRole("button", { name: "Ratings by indicator (CSV)" }).click());
  await pick(page, "Import ratings (CSV)", `${evil.replaceAll("/", "")}.csv`, `process,indicator,rating\n"${evil.replaceAll('"', '""')}",x,F\n`);
  await page.getByRole("dialog", { name: "Import ratings" }).getByText("The model has no process", { exact: false }).waitFor();
  await page.keyboard.press("Escape");
  await pick(page, "Import ratings (CSV)", csv.name, csv.bytes);
  await page.getByRole("dialog", { name: "Import ratings" }).waitFor();
  await page.keyboard.press("Escape");
  await harmless("on the page Set up");

  await turnTo(page, "Profile");
  await page.getByRole("img", { name: /^Capability levels: / }).waitFor();
  await page.getByText(`Settled at F: ${evil}`, { exact: false }).first().waitFor();
  await harmless("on the Profile page");
  const svg = await download(page, () => page.getByRole("button", { name: "SVG" }).first().click());
  const parsed = await page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
    return [drawing.documentElement.nodeName, drawing.getElementsByTagName("script").length, drawing.getElementsByTagName("img").length];
  }, svg.text);
  assert.deepEqual(parsed, ["svg", 0, 0]);
  await turnTo(page, "Plan");
  await harmless("on the Plan page");
  await page.getByRole("link", { name: "Assessments" }).click();
  await page.getByRole("button", { name: `Rename ${evil}` }).click();
  await page.getByRole("dialog", { name: "Rename" }).waitFor();
  await page.keyboard.press("Escape");
  await pick(page, "Import a file", `${evil.replaceAll("/", "")}.json`, "{}");
  await page.getByRole("status").filter({ hasText: "is not an assessment file" }).waitFor();
  await harmless("on the home page");
});

test("cells that spreadsheets would run are guarded on the way out, and whole again on the way in", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "F");
  const note = '=HYPERLINK("http://example.invalid","x")';
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  await page.getByRole("textbox", { name: "Note" }).blur();
  await turnTo(page, "Set up");
  const csv = await download(page, () => page.getByRole("button", { name: "Ratings by indicator (CSV)" }).click());
  assert.ok(csv.text.includes(`"'=HYPERLINK(`), "the cell starts with an apostrophe");
  await pick(page, "Import ratings (CSV)", csv.name, csv.bytes);
  await page.getByRole("dialog", { name: "Import ratings" }).getByText(/^0 are new, 0 replace what is there/).waitFor();
});
