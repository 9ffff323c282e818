// What people do over and over again in Plumbline, in their words.

/** Starts an assessment with one click on the home page, and gives its id. */
export async function startNow(page, selection = "First hour") {
  await page.getByRole("button", { name: new RegExp(`^${selection}`) }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  return idOf(page);
}

/** The id of the assessment that the address is about. */
export function idOf(page) {
  return page.url().split("#/assessment/")[1].split("/")[0];
}

/** Goes to a page of the open assessment. */
export async function turnTo(page, name) {
  await page.getByRole("navigation", { name: "Assessment", exact: true }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** Goes to a view of the plan of the open assessment. */
export async function turnToPlan(page, view) {
  await turnTo(page, "Plan");
  await page.getByRole("navigation", { name: "Plan", exact: true }).getByRole("link", { name: view, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: view }).waitFor();
}

/** Opens the questions of a process from the list. */
export async function chooseProcess(page, id) {
  await page.getByRole("navigation", { name: "Processes" }).getByRole("link", { name: new RegExp(`^${id} `) }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${id} `) }).waitFor();
}

/** The choice of a rating for an indicator or attribute, by its word, such as "L Largely". */
export function choice(page, subject, word) {
  return page.getByRole("group", { name: `Rating of ${subject}`, exact: true }).getByRole("radio", { name: word, exact: true });
}

/** Rates the questions on the sheet from the first one on, by the keys: "FFLP". */
export async function rateByKeys(page, letters) {
  await page.getByRole("radio", { name: "Not rated" }).first().focus();
  for (const letter of letters) await page.keyboard.press(letter);
}

/** Fills in under Set up whose assessment this is and what it is for, and who makes the changes. */
export async function setUp(page, { title, unit, purpose, author }) {
  const texts = { Name: title, "Organizational unit": unit, Purpose: purpose, "Your name or role, kept with each change": author };
  await turnTo(page, "Set up");
  for (const [label, text] of Object.entries(texts)) {
    await page.getByRole("textbox", { name: label, exact: true }).fill(text);
    await page.getByRole("textbox", { name: label, exact: true }).blur();
  }
}

/** Writes a note to the first question on the sheet. */
export async function noteFirst(page, text) {
  await page.getByRole("button", { name: "Note" }).first().click();
  await page.getByRole("textbox", { name: "Note" }).fill(text);
  await page.getByRole("textbox", { name: "Note" }).blur();
}
