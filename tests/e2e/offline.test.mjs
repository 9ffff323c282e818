// Without a network: once the page was open, all of Plumbline is on the machine.

import { test } from "node:test";
import { rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

test("every page opens without a network, also those that were never opened before", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await visit.stopServer();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Assessments" }).waitFor();
  await startNow(page, "Resolution");
  await rateByKeys(page, "FL");
  for (const name of ["Profile", "Plan", "Readiness", "Set up"]) await turnTo(page, name);
  await page.goto(`${visit.address}#/new`);
  await page.getByLabel("Assessment model").selectOption("IT service management assessment model, after 20000-1:2018");
  await page.getByRole("radio", { name: /^Resolution/ }).check();
  await page.getByRole("button", { name: "Create and set up" }).click();
  await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  await turnTo(page, "Rate");
  // The guidance is there too.
  await page.getByRole("complementary", { name: "Guidance" }).getByText("What you would see").waitFor();
});
