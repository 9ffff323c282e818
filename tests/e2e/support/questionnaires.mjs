// What people do with questionnaires, in their words.

import { turnTo } from "./app.mjs";

/** Goes to the questionnaires of the open assessment. */
export async function toQuestionnaires(page) {
  await turnTo(page, "Team");
  await page.getByRole("navigation", { name: "Team" }).getByRole("link", { name: "Questionnaires" }).click();
  await page.getByRole("heading", { level: 1, name: "Questionnaires" }).waitFor();
}

/** Makes a questionnaire for everybody about level 1 of the first process in scope, and gives its link. */
export async function makeQuestionnaire(page, title, { named = false } = {}) {
  const form = page.getByText("Make a questionnaire", { exact: true });
  const field = page.getByRole("textbox", { name: "Title that participants see" });
  if (!(await field.isVisible())) await form.click();
  await field.fill(title);
  await page.getByRole("combobox", { name: "How far up" }).selectOption("1");
  const processes = page.getByRole("group", { name: "Processes" }).getByRole("checkbox");
  for (let place = 1; place < (await processes.count()); place += 1) await processes.nth(place).uncheck();
  await page.getByRole("radio", { name: /^Everybody/ }).check();
  await page.getByRole("checkbox", { name: "Ask for a name" }).setChecked(named);
  await page.getByRole("button", { name: "Make the questionnaire" }).click();
  const card = cardOf(page, title);
  await card.getByRole("button", { name: "Link and QR code" }).click();
  await card.getByRole("img", { name: "QR code of the link" }).waitFor();
  return card.getByRole("textbox", { name: "Link for participants" }).inputValue();
}

/** What the page says of one questionnaire. */
export function cardOf(page, title) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: title }) });
}
