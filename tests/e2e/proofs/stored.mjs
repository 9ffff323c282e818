// What the page says of saving, and what an assessment holds, read as a person would take it away: by its export.

import { download } from "../support/browser.mjs";

/** How long the page may take to say something of saving, in ms. */
const PATIENCE = 15_000;

/** Waits until the save mark says this, and gives what it says. */
export async function saveMark(page, pattern) {
  const mark = page.getByRole("status", { name: "Save state" });
  const says = async () => (await mark.textContent()).trim();
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const text = await says();
    if (pattern.test(text)) return text;
    await page.waitForTimeout(50);
  }
  throw new Error(`the save mark should say ${pattern} and says "${await says()}"`);
}

/** The file of the assessment whose page Set up is shown. */
export async function exported(page) {
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  return JSON.parse(file.text);
}

/** All ratings that its changes make, as "process indicator letter". */
export function rated({ changes }) {
  const judged = changes.map(({ edit }) => edit.judge).filter((judge) => judge?.judgement?.rated);
  return judged.map(({ subject, judgement }) => `${subject.process} ${subject.item.indicator} ${judgement.rated.rating}`);
}

/** What tells its changes from all others. */
export function changeIds({ changes }) {
  return changes.map(({ id }) => `${id.clock}-${id.replica}`);
}
