// Without a network: once the page was open, all of Plumbline is on the machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

const isKept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

test("every page opens without a network, also those that were never opened before", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await isKept(page);
  await visit.stopServer();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  const id = await startNow(page, "Resolution");
  await rateByKeys(page, "FL");
  for (const name of ["Profile", "Plan", "Readiness", "Set up"]) await turnTo(page, name);
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.equal(JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit).length, 2);

  await page.getByRole("link", { name: "Share" }).click();
  await page.getByRole("heading", { level: 1, name: "Share" }).waitFor();
  for (const [link, heading] of [["Backup", "Settings and backup"], ["Glossary", "Glossary"], ["Models", "Models"]]) {
    await page.getByRole("link", { name: link, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  await page.goto(`${visit.address}#/new`);
  await page.getByLabel("Assessment model").selectOption("IT service management assessment model, after 20000-1:2018");
  await page.getByRole("radio", { name: /^Resolution/ }).check();
  await page.getByRole("button", { name: "Create and set up" }).click();
  await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  await turnTo(page, "Rate");
  // The guidance is there too.
  await page.getByRole("complementary", { name: "Guidance" }).getByText("What you would see").waitFor();

  for (const at of ["/models", "/glossary", `/assessment/${id}/plan`]) await visit.go(at);
  await page.getByRole("heading", { level: 1, name: "Actions" }).waitFor();
  await visit.go("/");
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
});

test("the browser is closed and opened again without a network, at an address with a question mark", async (t) => {
  const visit = await start(t);
  await isKept(visit.page);
  const id = await startNow(visit.page);
  await rateByKeys(visit.page, "F");
  await visit.page.getByRole("status", { name: "Save state" }).getByText(/Saved \d/).waitFor();
  await visit.stopServer();
  await visit.restart();
  await visit.page.goto(`${visit.address}?#/assessment/${id}/rate`);
  await visit.page.getByRole("region", { name: "Questions" }).waitFor();
  assert.equal(await choice(visit.page, "SDE-5.O1", "F Fully").isChecked(), true);
});

test("the page of the first visit goes on without a network, before any reload", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await isKept(page);
  await visit.stopServer();
  await startNow(page);
  await turnTo(page, "Readiness");
});

test("it can be installed like a program", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const browser = await page.context().newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).short_name, "Plumbline");
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A window of its own profile that keeps nothing is all that a browser under test may complain of.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  for (const { src, sizes } of JSON.parse(data).icons) {
    const size = await page.evaluate(async (src) => {
      const picture = await createImageBitmap(await (await fetch(src)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    assert.equal(size, sizes, src);
  }
});
