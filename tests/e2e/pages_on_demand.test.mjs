// Pages that come in a download of their own: not before they are asked for, with a word where that fails.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

/** The names of the downloads so far, such as "rate". */
function watchDownloads(page) {
  const seen = new Set();
  page.on("request", (request) => {
    const part = new URL(request.url()).pathname.match(/split_(\w+)-\w+\.wasm$/);
    if (part) seen.add(part[1]);
  });
  return seen;
}

test("the first view fetches no other page, and each comes when it is asked for", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const seen = watchDownloads(page);
  await visit.go("/");
  assert.deepEqual([...seen], []);
  await startNow(page);
  assert.deepEqual([...seen], ["rate"]);
  await page.getByRole("navigation", { name: "Assessment", exact: true }).getByRole("link", { name: "Plan" }).click();
  const heading = page.getByRole("heading", { level: 1, name: "Actions" });
  await heading.waitFor();
  assert.deepEqual([...seen], ["rate", "plan"]);
  // The heading came late, and still gets the focus, so that a screen reader tells the page.
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
});

test("the page to rate on is under way while people choose what to assess", async (t) => {
  const visit = await start(t);
  const seen = watchDownloads(visit.page);
  await visit.go("/new");
  await visit.page.waitForLoadState("networkidle");
  assert.deepEqual([...seen].sort(), ["others", "rate"]);
});

test("a page that cannot be fetched says so, and comes when the network is back", async (t) => {
  const visit = await start(t, { offline: false });
  const { page } = visit;
  visit.expect(/Failed to load resource/);
  visit.expect(/TypeError/);
  await startNow(page);
  await page.route("**/split_others-*.wasm", (route) => route.abort());
  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByRole("heading", { level: 1, name: "This page could not be loaded" }).waitFor();
  // What is here already goes on working.
  await turnTo(page, "Rate");
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByRole("heading", { level: 1, name: "This page could not be loaded" }).waitFor();
  await page.unroute("**/split_others-*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();
});
