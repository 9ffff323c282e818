// The actions of the plan, as people find and fill them.

import assert from "node:assert/strict";
import { turnToPlan } from "./app.mjs";
import { start } from "./browser.mjs";

export const list = (page) => page.getByRole("list", { name: "Actions", exact: true });
export const titles = (page) => list(page).getByRole("heading", { level: 2 });
export const panel = (page) => page.getByRole("region", { name: /^\d+\. / });
export const drafted = (page) => page.getByRole("region", { name: "Not planned yet" });
export const row = (page, title) => list(page).getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
export const view = (page, name) => page.getByRole("search", { name: "Which actions" }).getByRole("radio", { name: new RegExp(`^${name} `) });
export const undo = (page) => page.getByRole("button", { name: "Undo" }).first();

/** The sample with its draft in sight, and nothing planned. */
export async function sample(t, options) {
  const visit = await start(t, options);
  const { page } = visit;
  await page.getByRole("button", { name: "Explore the sample" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await turnToPlan(page, "Actions");
  return visit;
}

/** Fills a field and leaves it. */
export async function type(field, text) {
  await field.fill(text);
  await field.blur();
}

/** Takes over the first drafts, one action each, and gives their titles in the order of the plan. */
export async function takeOver(page, count) {
  for (let taken = 0; taken < count; taken += 1) {
    const add = drafted(page).getByRole("button", { name: /^Add to plan: / }).first();
    const name = await add.getAttribute("aria-label");
    await add.click();
    await drafted(page).getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
  }
  const found = await titles(page).allTextContents();
  assert.equal(found.length, count);
  return found;
}
