// When Plumbline has stopped, or cannot start, the page hands over all work that is on the machine, without the program.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";

/** The program does not come, as with a network that fails half-way. */
async function withoutProgram(t, kept = {}) {
  const visit = await start(t, { offline: false });
  visit.expect(/Failed to load resource|Failed to fetch/);
  await visit.page.route("**/*_bg.wasm", (route) => route.abort());
  await visit.page.evaluate(keep, { texts: {}, local: {}, ...kept });
  await visit.go("/");
  await visit.page.getByRole("heading", { level: 1, name: "Plumbline cannot start" }).waitFor();
  return visit;
}

// Runs in the page: puts texts where Plumbline keeps them.
async function keep({ texts, local }) {
  for (const [key, text] of Object.entries(local)) localStorage.setItem(key, text);
  if (Object.keys(texts).length === 0) return;
  const database = await new Promise((done, fail) => {
    const opening = indexedDB.open("plumbline", 5);
    opening.onupgradeneeded = () => ["texts", "handles"].forEach((name) => opening.result.createObjectStore(name));
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const writing = database.transaction("texts", "readwrite");
  for (const [key, text] of Object.entries(texts)) writing.objectStore("texts").put(text, key);
  await new Promise((done) => (writing.oncomplete = done));
  database.close();
}

const change = (clock, replica, edit) => JSON.stringify({ id: { clock, replica }, author: "", at: "2026-11-20T10:00:00.000Z", edit });
const entry = (page, name) => page.getByRole("listitem").filter({ hasText: name });
const clocks = (file) => JSON.parse(file.text).changes.map(({ id }) => `${id.clock}-${id.replica}`);

/** The changes of a real assessment, as texts. */
async function realChanges(page) {
  const id = await startNow(page);
  await rateByKeys(page, "FLP");
  const link = page.getByRole("link", { name: "Set up" });
  await link.click();
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  await page.evaluate((id) => {
    for (const key of Object.keys(localStorage)) if (key.includes(id)) localStorage.removeItem(key);
  }, id);
  return JSON.parse(file.text).changes;
}

test("what lies in the database, at the click and from older times is handed over as files that can be imported", async (t) => {
  const first = await start(t, { offline: false });
  const changes = await realChanges(first.page);
  const lines = changes.map((made) => JSON.stringify(made));
  const last = changes.at(-1).id;
  const place = (id) => `${String(id.clock).padStart(10, "0")}-${id.replica}`;
  const title = (clock, title) => change(clock, "b", { set_title: { title } });

  const visit = await withoutProgram(t, {
    texts: {
      "head/aa": '{"format_version":2,"deleted_at":null}',
      // The last two of the pack stand singly too, and one of those at the click as well: each counts once.
      "pack/aa": lines.slice(0, -1).join("\n"),
      [`change/aa/${place(changes.at(-2).id)}`]: lines.at(-2),
      [`change/aa/${place(last)}`]: lines.at(-1),
      "view/aa": "{}",
      "head/bb": '{"format_version":2,"deleted_at":"2026-11-20T10:00:00.000Z"}',
      "pack/bb": `${lines[0]}\n{"id":{"clo\n${title(100, "Torn <b>one</b>")}`,
      "model/own.json": "{}",
    },
    local: {
      [`plumbline/unsaved/aa/${place(last)}`]: lines.at(-1),
      [`plumbline/unsaved/aa/${place({ clock: 900, replica: "b" })}`]: title(900, "Ünsaved: at the click?"),
      "plumbline/assessment/cc/head": '{"format_version":1,"deleted_at":null}',
      "plumbline/assessment/cc/change/0000000001-a": lines[0],
      [`plumbline/assessment/cc/change/${place({ clock: 9, replica: "b" })}`]: title(9, "From older times"),
      "plumbline/assessment/dd/change/0000000009-b": title(9, "Without a start"),
      "plumbline/setting/author": "Ada",
      "something else": "of another page",
    },
  });
  const { page } = visit;
  const take = (name) => download(page, () => page.getByRole("link", { name: `Download "${name}"`, exact: true }).click());

  const whole = await take("Ünsaved: at the click?");
  assert.match(whole.name, /^[\p{L}\p{N}-]+\.plumbline\.json$/u);
  assert.deepEqual(clocks(whole), [...changes.map(({ id }) => `${id.clock}-${id.replica}`), "900-b"]);
  const torn = await take("Torn <b>one</b>");
  assert.deepEqual(clocks(torn).length, 2);
  await entry(page, "Torn").getByText("(deleted) (1 of its changes cannot be read; they are in the raw file)").waitFor();
  assert.equal(clocks(await take("From older times")).length, 2);
  await entry(page, "Without a start").getByText("cannot be made a file").waitFor();

  const raw = await download(page, () => page.getByRole("link", { name: /^everything that is stored/ }).click());
  const { database, local } = JSON.parse(raw.text);
  assert.equal(Object.keys(database).length, 8);
  assert.equal(local["plumbline/setting/author"], "Ada");
  assert.equal(local["something else"], undefined);

  // The files are as good as any other.
  await first.go("/");
  await pick(first.page, "Import a file", whole.name, whole.text);
  await first.page.getByRole("status").filter({ hasText: `Imported with ${changes.length + 1} changes.` }).waitFor();
  await first.page.getByRole("progressbar", { name: /^3 of \d+ rated$/ }).first().waitFor();
});

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test("a program that cannot start says so and makes no database, and a reload goes on", async (t) => {
  const visit = await withoutProgram(t);
  const { page } = visit;
  // What the program made when the visit began.
  await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("plumbline").onsuccess = done)));
  await visit.go("/");
  await page.getByText("No assessment was found.").waitFor();
  await page.getByText("Failed to fetch").first().waitFor();
  assert.deepEqual(await databases(page), []);

  await page.unroute("**/*_bg.wasm");
  await page.getByRole("link", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
});

test("a script that does not come is told too", async (t) => {
  const visit = await start(t, { offline: false });
  visit.expect(/Failed to load resource/);
  await visit.page.route("**/plumbline-*.js", (route) => route.abort());
  await visit.go("/");
  await visit.page.getByRole("heading", { level: 1, name: "Plumbline cannot start" }).waitFor();
  await visit.page.getByText("The script of the program could not be loaded.").waitFor();
});

test("trouble of others while the program starts, as from an add-on, does not stay in its way", async (t) => {
  const visit = await start(t, {
    prepare: () => {
      const real = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...all) => {
        Promise.reject(new Error("not of Plumbline"));
        // The browser tells of it in its own time.
        for (let waited = 0; !document.querySelector("h1") && waited < 5000; waited += 50) await new Promise((done) => setTimeout(done, 50));
        window.rescueShown ??= document.querySelector("h1")?.textContent;
        return real(...all);
      };
    },
  });
  visit.expect(/not of Plumbline/);
  assert.equal(await visit.page.evaluate(() => window.rescueShown), "Plumbline cannot start");
  await visit.page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  assert.equal(await visit.page.getByRole("heading", { level: 1 }).count(), 1);
});

test("what went wrong is shown as text, and the first trouble stays", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.evaluate(() => {
    globalThis.plumblineRescue("panicked at <img src=x>");
    globalThis.plumblineRescue("and again");
  });
  await page.getByRole("heading", { level: 1, name: "Plumbline has stopped" }).waitFor();
  await page.getByText("panicked at <img src=x>").waitFor();
  assert.equal(await page.getByText("and again").count(), 0);
  assert.equal(await page.locator("img").count(), 0);
  await page.getByRole("link", { name: "Reload" }).click();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
});
