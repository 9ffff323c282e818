// A newer version is put in place while people work: nobody is moved to it unasked, and no page mixes two versions.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startNow, turnTo } from "./support/app.mjs";
import { SITE, start } from "./support/browser.mjs";

const MODEL = "models/fitsm.crosswalk.json";
const OFFLINE = fileURLToPath(new URL("../../scripts/offline.mjs", import.meta.url));

// A copy of the site that this test may change.
async function ownSite(t) {
  const site = await mkdtemp(path.join(tmpdir(), "plumbline-site-"));
  t.after(() => rm(site, { recursive: true, force: true }));
  await cp(SITE, site, { recursive: true });
  return site;
}

/** Puts a version in place of the last: other words in the page and in a model, and a part with another name. */
async function publish(site, version) {
  const change = async (file, from, to) => {
    const text = await readFile(path.join(site, file), "utf8");
    assert.match(text, from, `${file} is not as this test knows it`);
    await writeFile(path.join(site, file), text.replace(from, to));
  };
  await change("index.html", /(name="description" content=")[^"]*/, `$1Version ${version}`);
  await change(MODEL, /"title": "[^"]*"/, `"title": "Version ${version}"`);
  const names = await readdir(site);
  const part = names.find((name) => /^split_others-.*\.wasm$/.test(name));
  const loader = names.find((name) => /^parts-.*\.js$/.test(name));
  await rename(path.join(site, part), path.join(site, `split_others-${version}.wasm`));
  await change(loader, /split_others-\w+\.wasm/, `split_others-${version}.wasm`);
  await promisify(execFile)(process.execPath, [OFFLINE, site]);
}

const state = (page) => page.evaluate(() => document.documentElement.dataset.update ?? "none");
const becomes = (page, wanted) => page.waitForFunction((wanted) => document.documentElement.dataset.update === wanted, wanted);
const take = (page) => page.evaluate(() => dispatchEvent(new Event("plumbline-take-update")));
const pageVersion = (page) => page.locator('meta[name="description"]').getAttribute("content");
const modelVersion = (page) => page.evaluate(async (model) => (await (await fetch(model)).json()).header.title, MODEL);
const kept = (page) => page.evaluate(async () => (await caches.keys()).length);

/** Looks for a newer version, which a tab does by itself every hour at most. */
async function lookAgain(page) {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

// A page that is kept on the machine, with a mark that is gone after a reload.
async function settled(t, site) {
  const visit = await start(t, { site });
  const { page } = visit;
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await page.evaluate(() => {
    window.sameDocument = true;
    window.told = [];
    addEventListener("plumbline-update", () => window.told.push(document.documentElement.dataset.update));
  });
  return visit;
}

test("a newer version waits until somebody takes it, and other tabs are told", async (t) => {
  const site = await ownSite(t);
  const visit = await settled(t, site);
  const { page } = visit;
  assert.equal(await state(page), "none", "the first visit is no update");
  await startNow(page);

  await publish(site, "two");
  const other = await visit.newPage();
  await other.goto(visit.address);
  await becomes(page, "ready");
  await becomes(other, "ready");
  assert.equal(await page.evaluate(() => window.sameDocument), true, "no page is reloaded unasked");
  await page.reload();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.notEqual(await pageVersion(page), "Version two", "a reload alone stays with the old version");
  await becomes(page, "ready");

  // The other tab has the parts that it needs next still to fetch.
  const reloaded = page.waitForEvent("load");
  await take(page);
  await reloaded;
  await page.getByRole("region", { name: "Questions" }).waitFor();
  assert.equal(await pageVersion(page), "Version two");
  assert.equal(await modelVersion(page), "Version two");
  assert.equal(await state(page), "none");
  await turnTo(page, "Profile");

  await becomes(other, "taken");
  assert.notEqual(await modelVersion(other), "Version two", "the old page reads the old models");
  await other.goto(`${visit.address}${new URL(page.url()).hash.replace("profile", "plan")}`);
  await other.getByRole("heading", { level: 1, name: "Actions" }).waitFor();

  await take(other);
  await other.waitForFunction(() => document.querySelector('meta[name="description"]').content === "Version two");
});

test("without a network the newer version is whole, and a version that was skipped leaves nothing behind", async (t) => {
  const site = await ownSite(t);
  const visit = await settled(t, site);
  const { page } = visit;
  const other = await visit.newPage();
  await other.goto(visit.address);
  await startNow(other);

  await publish(site, "two");
  await lookAgain(page);
  await becomes(page, "ready");
  await publish(site, "three");
  await lookAgain(page);
  await page.waitForFunction(() => window.told.length === 2);
  await visit.stopServer();
  const reloaded = page.waitForEvent("load");
  await take(page);
  await reloaded;
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  assert.equal(await pageVersion(page), "Version three");
  assert.equal(await kept(page), 2, "the version in use and the one before it");
  await page.getByRole("link", { name: /^First hour/ }).click();
  await turnTo(page, "Plan");

  // This tab runs the first version, and never opened this page.
  await becomes(other, "taken");
  await turnTo(other, "Profile");
});

test("a version that is not all there yet is not taken in", async (t) => {
  const site = await ownSite(t);
  const visit = await settled(t, site);
  const { page } = visit;
  visit.expect(/integrity/);
  const before = await readFile(path.join(site, MODEL));
  await publish(site, "two");
  const after = await readFile(path.join(site, MODEL));
  await writeFile(path.join(site, MODEL), before);
  await page.evaluate(async () => {
    const registration = await (await navigator.serviceWorker.ready).update();
    const worker = registration.installing;
    while (worker && worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  });
  assert.equal(await state(page), "none");

  await writeFile(path.join(site, MODEL), after);
  await lookAgain(page);
  await becomes(page, "ready");
});
