// Whatever comes in, from addresses, storage, files and keyboards: a clear message, nothing lost, nothing run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, idOf, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

const saveState = (page) => page.getByRole("status", { name: "Save state" });
const changes = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/change/")).sort());

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
  await rateByKeys(page, "FLP");
  const keys = await changes(page);
  const garbage = '{"id":{"clock":9,"repl\u0000 <img src=x onerror=alert(1)>';
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [keys.at(-2), garbage]);

  await visit.go(`/assessment/${id}/rate`);
  assert.equal(await choice(page, "SDE-5.O1", "F Fully").isChecked(), true);
  assert.equal(await choice(page, "SDE-5.O2", "Not rated").isChecked(), true, "the damaged change counts for nothing");
  assert.equal(await choice(page, "SDE-5.O3", "P Partially").isChecked(), true);

  await page.getByRole("link", { name: "Assessments" }).click();
  const section = page.getByRole("region", { name: "Damaged data was set aside" });
  await section.waitFor();
  const file = await download(page, () => section.getByRole("button", { name: /^Download damaged entry/ }).click());
  assert.ok(file.text.includes(garbage), "the download holds the damaged text, unchanged");
  assert.ok(file.text.includes(keys.at(-2)), "and where it was");
  await visit.go("/");
  await section.waitFor();
  assert.equal(await section.getByRole("listitem").count(), 1, "it is set aside once");
});

test("data of a newer Plumbline is refused and left alone", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const id = await startNow(page);
  await rateByKeys(page, "F");
  const file = await page.evaluate((id) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`plumbline/assessment/${id}/change/`)).sort();
    const changes = keys.map((key) => JSON.parse(localStorage.getItem(key)));
    const { model, framework } = changes[0].edit.start;
    return JSON.stringify({ format: "plumbline-assessment", format_version: 1, id, model, framework, written_at: "", written_by: "", changes });
  }, id);
  await page.evaluate((id) => localStorage.setItem(`plumbline/assessment/${id}/head`, '{"format_version":2,"deleted_at":null,"colour":"blue"}'), id);
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const before = await stored();

  await visit.go(`/assessment/${id}/rate`);
  await page.getByRole("heading", { level: 1, name: "This assessment cannot be opened" }).waitFor();
  await page.getByText("It was saved by a newer Plumbline (stored format 2).", { exact: false }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Go to your assessments" }).click();
  await page.getByRole("main").getByText("newer Plumbline", { exact: false }).waitFor();
  await page.getByRole("button", { name: /^Delete / }).first().click();
  await page.getByRole("status").filter({ hasText: "newer Plumbline" }).waitFor();
  // A file of the same assessment must not claim to be taken in.
  await page.getByRole("button", { name: "Close message" }).click();
  await page.getByLabel("Import a file").setInputFiles({ name: "older.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByRole("status").filter({ hasText: "older.json: It was saved by a newer Plumbline" }).waitFor();
  assert.equal(await stored(), before, "nothing of it was touched");
});

test("blocked storage is said at once, and the work can be taken away", async (t) => {
  const visit = await start(t, {
    prepare: () =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      }),
  });
  const { page } = visit;
  await saveState(page).getByText("Not saved.", { exact: false }).waitFor();
  await startNow(page);
  await rateByKeys(page, "FLP");
  await saveState(page).getByText("The browser does not let this page keep anything.", { exact: false }).waitFor();
  await page.getByText("3 of 19 rated", { exact: true }).waitFor();
  await turnTo(page, "Profile");
  await turnTo(page, "Rate");
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
  const file = await download(page, () => saveState(page).getByRole("button", { name: "Download your work" }).click());
  const judged = JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit);
  assert.equal(judged.length, 3);
});

test("full storage is said at once, nothing is lost, and it is saved when there is room again", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await rateByKeys(page, "F");
  await page.evaluate(() => {
    // Fills it to the last character.
    let number = 0;
    for (let size = 1 << 20; size >= 1; size = size >> 1) {
      try {
        for (;;) localStorage.setItem(`other/${(number += 1)}`, "x".repeat(size));
      } catch {
        // no room for this much
      }
    }
  });
  const before = (await changes(page)).length;
  await choice(page, "SDE-5.O2", "L Largely").check();
  await saveState(page).getByText("Not saved. The browser has no room left for this page.", { exact: false }).waitFor();
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
  await choice(page, "SDE-5.O3", "P Partially").check();
  await page.getByText("3 of 19 rated", { exact: true }).waitFor();
  assert.equal((await changes(page)).length, before);
  const file = await download(page, () => saveState(page).getByRole("button", { name: "Download your work" }).click());
  assert.equal(JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit).length, 3, "the download holds what is not saved, too");

  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("other/")).forEach((key) => localStorage.removeItem(key)));
  await choice(page, "SDE-5.O4", "N Not").check();
  await saveState(page).getByText(/Saved \d/).waitFor();
  assert.equal((await changes(page)).length, before + 3, "the changes that had to wait are saved as well");
  await visit.go(`/assessment/${idOf(page)}/rate`);
  assert.equal(await choice(page, "SDE-5.O2", "L Largely").isChecked(), true);
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
  await page.getByRole("textbox", { name: "What it is and where to find it" }).fill(evil);
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
