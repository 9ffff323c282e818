// An assessment with a plan, as a file that people import: the sample, and what a team has planned since.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pick, SITE } from "./browser.mjs";
import { turnToPlan } from "./app.mjs";

/** Something that an action lifts, in all instances. */
export const indicator = (process, id) => ({ process, instance: null, item: { indicator: id } });

/** The edit of one field of an action. */
export const set = (action, field) => ({ plan: { set_action: { action, field } } });

/** An action with fields: `{ title, due, start, effort, gain, status, owner, lifts: [[subject, rating]], needs: [id] }`. */
export function action(id, fields) {
  const edits = [set(id, { title: { title: fields.title } })];
  if (fields.owner) edits.push(set(id, { owner: { owner: fields.owner } }));
  if (fields.start) edits.push(set(id, { start: { date: fields.start } }));
  if (fields.due) edits.push(set(id, { due: { date: fields.due } }));
  if (fields.effort !== undefined) edits.push(set(id, { effort: { hours: fields.effort } }));
  if (fields.gain) edits.push(set(id, { gain: { gain: fields.gain } }));
  if (fields.status) edits.push(set(id, { status: { status: fields.status } }));
  for (const [subject, expected] of fields.lifts ?? []) edits.push(set(id, { lift: { subject, expected } }));
  for (const needed of fields.needs ?? []) edits.push(set(id, { needs: { action: needed, needed: true } }));
  return edits;
}

/** Imports the sample with these edits made after it, and goes to a view of its plan. */
export async function openPlan(page, edits, view) {
  const sample = JSON.parse(await readFile(path.join(SITE, "models", "samples", "hospital.json"), "utf8"));
  const clock = sample.changes.at(-1).id.clock;
  const later = edits.map((edit, place) => ({
    id: { clock: clock + 1 + place, replica: "journey" },
    author: "Improvement lead",
    at: "2026-10-01T09:00:00.000Z",
    edit,
  }));
  const file = { ...sample, id: "with-a-plan", changes: [...sample.changes, ...later] };
  await pick(page, "Import a file", "with-a-plan.json", JSON.stringify(file));
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await page.getByRole("button", { name: "Close message" }).click(); // it lies over what is at the bottom of the window
  await turnToPlan(page, view);
}
