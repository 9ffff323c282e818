// What an assessment holds, read as a person would take it away: by its export.

import { download } from "../support/browser.mjs";

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
