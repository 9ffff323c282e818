// The forecast: what the profile will be on a day if the plan delivers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnTo, turnToPlan } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { action, indicator, openPlan } from "./support/plan_file.mjs";

// RES-2 is at level 0: its outcomes L L P P L N P have the mean 10 / 7, which is P. With three of them at F it is L.
const LIFTS = ["O3", "O6", "O7"].map((id) => [indicator("RES-2", `RES-2.${id}`), "F"]);
const PLAN = action("a1", { title: "Review problems monthly", due: "2027-03-31", lifts: LIFTS });

const heat = (page) => page.getByRole("region", { name: "Table of attribute ratings" });
async function forecastOf(page, process) {
  const columns = await heat(page).getByRole("columnheader").allTextContents();
  const place = columns.findIndex((name) => name.startsWith("Forecast"));
  const row = heat(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${process} `) }) });
  return (await row.getByRole("cell").allTextContents())[place - 1];
}

test("the profile of a day stands beside that of today", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, PLAN, "Roadmap");
  await turnTo(page, "Profile");
  const day = page.getByLabel("Forecast for", { exact: true });
  assert.equal(await day.inputValue(), "2027-03-31", "the last due date comes first");
  await page.getByText("1 process rises by 2027-03-31: RES-2 from 0 to 1. 1 attribute rating rises.").first().waitFor();
  assert.equal(await forecastOf(page, "RES-2"), "1");
  const radar = page.getByRole("img", { name: /^Capability levels: / });
  const legend = (await radar.locator("text").allTextContents()).map((text) => text.trim());
  assert.ok(legend.includes("Forecast"), "the radar explains the forecast");
  assert.ok(legend.includes("Target"), "beside the target");

  await day.fill("2027-03-30");
  await page.getByText("Nothing rises by 2027-03-30: no action that lifts a rating is due by then.").first().waitFor();
  assert.equal(await forecastOf(page, "RES-2"), "0");
  await page.getByRole("button", { name: "When all is done" }).click();
  assert.equal(await day.inputValue(), "2027-03-31");

  // A later due date moves the forecast with it.
  await turnToPlan(page, "Roadmap");
  await page.getByLabel(/^Due date of \d+ Review problems monthly$/).fill("2027-09-30");
  await turnTo(page, "Profile");
  assert.equal(await day.inputValue(), "2027-09-30");
});

test("without actions that lift something there is no forecast", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await openPlan(page, action("a1", { title: "Think about it", due: "2027-03-31" }), "Roadmap");
  await turnTo(page, "Profile");
  await heat(page).waitFor();
  assert.equal(await page.getByLabel("Forecast for", { exact: true }).count(), 0);
  assert.equal(await heat(page).getByRole("columnheader", { name: /^Forecast/ }).count(), 0);
});
