// The assessment record: asked for, filled in, its checklist followed, approved, finalised, verified and opened again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";
import { verifyNatively } from "./support/verify.mjs";

async function onRecord(t) {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await toRecord(page);
  await page.getByRole("button", { name: "Keep a record" }).click();
  await page.getByRole("heading", { level: 2, name: /^Ready to finalise/ }).waitFor();
  return visit;
}

async function toRecord(page) {
  await turnTo(page, "Team");
  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: "Record", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Assessment record" }).waitFor();
}

const entry = (page, name) => page.getByRole("list", { name: "Ready to finalise" }).getByRole("listitem").filter({ hasText: name });
const region = (page, name) => page.getByRole("region", { name });

async function write(field, text) {
  await field.fill(text);
  await field.blur();
}

test("nothing of a record is seen until it is asked for, and it goes again", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await toRecord(page);
  await page.getByText("A team that assesses itself to improve needs none.", { exact: false }).waitFor();
  assert.equal(await page.getByRole("main").getByRole("heading", { level: 2 }).count(), 0);
  await page.getByRole("button", { name: "Keep a record" }).click();
  await page.getByRole("heading", { level: 2, name: /^Input/ }).waitFor();
  await page.getByRole("button", { name: "Keep no record" }).click();
  await page.getByRole("button", { name: "Keep a record" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 2, name: /^Input/ }).waitFor();
});

test("the checklist leads to what is missing, and says when it is there", async (t) => {
  const { page } = await onRecord(t);
  await entry(page, "The sponsor and their relation").getByText("Still blank: sponsor and sponsor and unit.").waitFor();
  await entry(page, "The sponsor and their relation").getByRole("link").click();
  const sponsor = page.getByRole("textbox", { name: "Sponsor", exact: true });
  await sponsor.and(page.locator(":focus")).waitFor();
  await write(sponsor, "The head of IT");
  await write(page.getByRole("textbox", { name: "Sponsor and unit" }), "Its line manager");
  await entry(page, "The sponsor and their relation").getByText("Done", { exact: true }).waitFor();

  await page.getByRole("radio", { name: /^Class 2/ }).check();
  await entry(page, "Evidence stands behind").getByText("No document or record behind", { exact: false }).waitFor();
  await page.getByRole("radio", { name: /^Class 3/ }).check();
  await entry(page, "as many assessors").getByText("Not asked by this class").waitFor();

  await entry(page, "Everything in scope is rated").getByRole("link").click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
});

test("the scope statement grows with what is typed", async (t) => {
  const { page } = await onRecord(t);
  await page.getByText("It still needs the organisation that delivers and the services.", { exact: false }).waitFor();
  await write(page.getByRole("textbox", { name: "Organisation" }), "the IT department");
  await write(page.getByRole("textbox", { name: "Services" }), "workplace services");
  await write(page.getByRole("textbox", { name: "Locations" }), "Graz");
  await page
    .getByText("The service management system of the IT department that manages and delivers workplace services from Graz.")
    .waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page
    .getByText("The service management system of the IT department that manages and delivers workplace services.", { exact: true })
    .waitFor();
});

test("team and interviews are added, changed and removed, and stand in order", async (t) => {
  const { page } = await onRecord(t);
  const team = page.getByRole("list", { name: "Members of the team" });
  for (const name of ["Anna", "Ben"]) {
    await page.getByRole("textbox", { name: "Another member" }).fill(name);
    await page.keyboard.press("Enter");
    await team.getByRole("group", { name, exact: true }).waitFor();
  }
  const anna = team.getByRole("group", { name: "Anna", exact: true });
  assert.equal(await anna.getByRole("combobox", { name: "Role" }).evaluate((select) => select.selectedOptions[0].text), "Lead assessor");
  await entry(page, "The competence of each").getByText("Nothing is recorded of Anna. Nothing is recorded of Ben.").waitFor();
  await anna.getByText("Competence: nothing recorded").click();
  await write(anna.getByRole("textbox", { name: "Training" }), "33002 course");
  await anna.getByText("Competence: 1 of 4 recorded").waitFor();
  await page.getByRole("button", { name: "Remove Ben" }).click();
  await entry(page, "The competence of each").getByText("Done", { exact: true }).waitFor();

  const interviews = page.getByRole("list", { name: "Interviews" });
  for (const [day, time] of [["2026-12-02", "9:00"], ["2026-12-01", "14:00"]]) {
    await page.getByRole("button", { name: "Add an interview" }).click();
    const card = interviews.getByRole("group", { name: "Interview: no day yet", exact: true });
    await write(card.getByRole("textbox", { name: "Time" }), time);
    await interviews.getByRole("group", { name: `Interview: no day yet, ${time}` }).getByLabel("Day", { exact: true }).fill(day);
  }
  await interviews.getByRole("group", { name: "Interview: 1 Dec 2026, 14:00" }).waitFor();
  const days = await interviews.getByLabel("Day", { exact: true }).evaluateAll((fields) => fields.map((field) => field.value));
  assert.deepEqual(days, ["2026-12-01", "2026-12-02"]);
  await entry(page, "The planned interviews").getByText("2 interviews still to be held.").waitFor();
  for (const held of await interviews.getByRole("checkbox", { name: "Held" }).all()) await held.check();
  await entry(page, "The planned interviews").getByText("Done", { exact: true }).waitFor();

  await t.test("a process that leaves the scope stays in an interview until it is unticked", async () => {
    const card = () => interviews.getByRole("group", { name: "Interview: 1 Dec 2026, 14:00" });
    await card().getByText("Processes: none yet").click();
    await card().getByRole("checkbox", { name: "SDE-5", exact: true }).check();
    await card().getByRole("checkbox", { name: "RES-1", exact: true }).check();
    await turnTo(page, "Set up");
    await page.getByRole("checkbox", { name: /^SDE-5 / }).uncheck();
    await toRecord(page);
    await card().getByText("Processes: SDE-5 and RES-1", { exact: true }).click();
    await card().getByRole("checkbox", { name: "RES-1", exact: true }).uncheck();
    await card().getByText("Processes: SDE-5", { exact: true }).waitFor();
    await card().getByRole("checkbox", { name: "SDE-5, no longer in scope" }).uncheck();
    await card().getByText("Processes: none yet").waitFor();
  });
});

test("a change after the approval is told with before and after, and approved again", async (t) => {
  const { page } = await onRecord(t);
  await write(page.getByRole("textbox", { name: "Sponsor", exact: true }), "The head of IT");
  const input = region(page, "Assessment input");
  await input.getByText("Not approved yet.").waitFor();
  await input.getByRole("button", { name: "Approve: Assessment input" }).click();
  await input.getByText("Stands as approved.", { exact: true }).waitFor();
  await input.getByText(/^The head of IT, \d/).waitFor();

  await write(page.getByRole("textbox", { name: "Longest time" }), "Two weeks");
  await input.getByText("Changed since it was approved, so it is to be approved again.").waitFor();
  const change = input.getByRole("list", { name: "Changed since the approval" }).getByRole("listitem");
  assert.match(await change.innerText(), /Longest time.*\n+nothing Two weeks/s);
  await entry(page, "The sponsor approved the input").getByText("It was changed since the last approval.").waitFor();
  await input.getByRole("button", { name: "Approve: Assessment input" }).click();
  await entry(page, "The sponsor approved the input").getByText("Done", { exact: true }).waitFor();
});

test("finalised, verified here and on the command line, not changed, and opened again", async (t) => {
  const { page } = await onRecord(t);
  await turnTo(page, "Rate");
  await rateByKeys(page, "FFLP");
  await toRecord(page);
  await page.getByRole("button", { name: "Finalise", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Finalise with things missing?" });
  await dialog.getByText("A class is chosen", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Finalise all the same" }).click();
  await page.getByText("Finalised.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Verify now" }).click();
  await page.getByText("Whole: models, changes and results are what was finalised.").waitFor();

  // The record and the ratings are there to read only.
  assert.equal(await page.getByRole("textbox", { name: "Sponsor", exact: true }).isDisabled(), true);
  await turnTo(page, "Rate");
  await page.getByRole("link", { name: "Finalised", exact: true }).waitFor();
  assert.equal(await page.getByRole("radio", { name: "F Fully" }).first().isDisabled(), true);
  assert.equal(await page.getByRole("button", { name: "Undo" }).isDisabled(), true);
  await page.keyboard.press("Control+z");
  await page.getByText("This assessment is finalised, so it cannot be changed.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Close message" }).click();
  await turnTo(page, "Set up");
  const title = page.getByRole("textbox", { name: "Name", exact: true });
  const before = await title.inputValue();
  await write(title, "Another name");
  await page.getByText("This assessment is finalised, so it cannot be changed.", { exact: false }).waitFor();
  assert.equal(await title.inputValue(), before);

  await t.test("the exported file is whole in the same words", async (t) => {
    await turnTo(page, "Set up");
    const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
    await verifyNatively(t, file.text);
  });

  await page.getByRole("link", { name: "Finalised", exact: true }).click();
  await page.getByRole("textbox", { name: "Why is it opened again?" }).fill("A record turned up");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Finalise", exact: true }).waitFor();
  const story = page.getByRole("list", { name: "Finalised and opened again" }).getByRole("listitem");
  assert.equal(await story.count(), 2);
  await story.first().getByText("A record turned up", { exact: false }).waitFor();
  await turnTo(page, "Rate");
  assert.equal(await page.getByRole("radio", { name: "F Fully" }).first().isDisabled(), false);

  // What was done before it was finalised is not undone, and finalising is never done anew.
  const resting = (name) => page.getByRole("button", { name, disabled: true }).waitFor();
  await resting("Undo");
  await resting("Redo");
  await rateByKeys(page, "N");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await resting("Undo");
  await page.getByRole("radio", { name: "F Fully", checked: true }).first().waitFor();
  await page.keyboard.press("Control+y");
  await resting("Redo");
  const lowest = page.getByRole("radio", { name: "N Not", checked: true });
  await lowest.waitFor();
  assert.equal(await lowest.isDisabled(), false);
});
