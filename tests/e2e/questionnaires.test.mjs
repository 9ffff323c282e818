// A questionnaire goes out in a link, participants answer on machines of their own, the answers come back by link and by file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";
import { cardOf, makeQuestionnaire, toQuestionnaires } from "./support/questionnaires.mjs";

const data = (link) => link.slice(link.indexOf("#") + 1);

/** Answers every question as a participant on another machine, and gives the link and the file that go back. */
async function answer(t, link, answers, name) {
  const visit = await start(t, { at: data(link), width: 360, height: 740 });
  const { page } = visit;
  await page.getByRole("heading", { level: 2, name: "Hand back" }).waitFor();
  const questions = page.getByRole("main").getByRole("listitem");
  assert.equal(await questions.count(), answers.length);
  for (const [place, words] of answers.entries()) await questions.nth(place).getByRole("radio", { name: words, exact: true }).check();
  await page.getByText(`${answers.length} of ${answers.length} answered`).waitFor();
  if (name) {
    await page.getByRole("textbox", { name: "Your name" }).fill(name);
    await page.getByRole("textbox", { name: "Your name" }).blur();
  }
  await page.getByRole("button", { name: "Hand back\u2026" }).click();
  const back = await page.getByRole("textbox", { name: "Link with your answers" }).inputValue();
  const file = await download(page, () => page.getByRole("button", { name: "Save as a file" }).click());
  return { visit, back, file };
}

async function paste(page, link) {
  await page.getByRole("textbox", { name: "A link with answers" }).fill(link);
  await page.getByRole("button", { name: "Look at it" }).click();
}

async function lookAt(page, files) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Choose files with answers").click();
  const payload = files.map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) }));
  await (await chooser).setFiles(payload);
}

test("answers travel by link and by file, and each participant counts once", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await toQuestionnaires(page);
  const link = await makeQuestionnaire(page, "How the desk works", { named: true });
  const card = cardOf(page, "How the desk works");
  await card.getByText("Nobody has answered yet.").waitFor();
  const otherLink = await makeQuestionnaire(page, "Another one", { named: true });
  const otherCard = cardOf(page, "Another one");

  const probe = await start(t, { at: data(link) });
  const count = await probe.page.getByRole("main").getByRole("listitem").count();
  assert.ok(count > 3, `${count} questions`);
  const all = (words) => Array(count).fill(words);
  const first = await answer(t, link, all("Yes, always"), "Ann");
  const second = await answer(t, link, [...all("Sometimes, in part").slice(1), "I don\u2019t know"], "Bob");

  await t.test("by link, with a preview first", async () => {
    await paste(page, first.back);
    const row = page.getByRole("row", { name: /^Link New Ann/ });
    await row.getByText("New").waitFor();
    await row.getByText(`${count} of ${count} questions`).waitFor();
    await card.getByText("Nobody has answered yet.").waitFor();
    await page.getByRole("button", { name: "Take in 1 response" }).click();
    await card.getByText("1 answer came back.").waitFor();
  });

  await t.test("by file, with one that is here, one twice, one cut short and another text", async () => {
    await lookAt(page, [
      ["ann.json", first.file.text],
      ["bob.json", second.file.text],
      ["bob (1).json", second.file.text],
      ["cut.json", second.file.text.slice(0, -30)],
      ["mail.json", "{}"],
    ]);
    await page.getByText("1 of 5 responses can be taken in.").waitFor();
    for (const [name, words] of [
      ["ann.json", "Here already; nothing changes"],
      ["bob.json", "New"],
      ["bob (1).json", "Stands further up already; counts once"],
      ["cut.json", "The end of this file is missing. Ask for it once more."],
      ["mail.json", "This is not a file with answers."],
    ]) {
      await page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) }).getByText(words).waitFor();
    }
    await page.getByRole("button", { name: "Take in 1 response" }).click();
    await card.getByText("2 answers came back.").waitFor();
    await otherCard.getByText("Nobody has answered yet.").waitFor();
  });

  await t.test("a link that is cut short, and one that leads elsewhere", async () => {
    await paste(page, first.back.slice(0, -10));
    await page.getByText("The end of this link is missing.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Leave all as it is" }).click();
    await paste(page, link);
    await page.getByText("This link leads to a questionnaire. It holds no answers yet.").waitFor();
    await page.getByRole("button", { name: "Leave all as it is" }).click();
  });

  await t.test("a questionnaire that is gone", async () => {
    const third = await answer(t, otherLink, all("Mostly"), "Cleo");
    await otherCard.getByRole("button", { name: "Remove" }).click();
    await otherCard.waitFor({ state: "detached" });
    await paste(page, third.back);
    await page.getByText("These answers are for a questionnaire that this assessment does not have, or has no longer.").waitFor();
    await page.getByRole("button", { name: "Leave all as it is" }).click();
  });

  await t.test("opening the link takes answers in as well, in place of earlier ones", async () => {
    const { page: participant } = first.visit;
    await participant.getByRole("main").getByRole("listitem").first().getByRole("radio", { name: "Mostly", exact: true }).check();
    const again = await participant.getByRole("textbox", { name: "Link with your answers" }).inputValue();
    await page.evaluate((hash) => (location.hash = hash), data(again));
    await page.getByRole("heading", { level: 1, name: "Answers to a questionnaire" }).waitFor();
    await page.getByText("The same participant once more", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Take in 1 response" }).click();
    await page.getByRole("link", { name: "Go to the questionnaires of this assessment" }).click();
    await card.getByText("2 answers came back.").waitFor();
  });

  await t.test("what people said becomes a rating only when it is taken over", async () => {
    const results = page.getByRole("region", { name: "What people said" });
    const question = results.getByRole("row").filter({ has: page.getByRole("checkbox") });
    // Mostly and in part: 1.5 is rounded up to L, and the middles of both are 50 %, so P.
    await question.first().getByRole("cell", { name: "L", exact: true }).waitFor();
    await results.getByRole("combobox", { name: "Rating made by" }).selectOption("mid");
    await question.first().getByRole("cell", { name: "P", exact: true }).waitFor();
    await question.first().getByText("medium (35\u00a0%)").waitFor();
    await results.getByRole("combobox", { name: "Rating made by" }).selectOption("numbers");
    await question.first().getByRole("checkbox").check();
    await results.getByRole("button", { name: "Take over 1 rating as mine" }).click();
    await turnTo(page, "Rate");
    await page.getByRole("radio", { name: "L Largely", checked: true }).first().waitFor();
    await page.getByRole("button", { name: "Note \u2022" }).first().click();
    assert.match(await page.getByRole("textbox", { name: "Note" }).first().inputValue(), /^From 2 answers to a questionnaire: 1 P, 1 L\./);
  });
});

test("answers are kept on the participant's machine until they are handed back", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await toQuestionnaires(page);
  const link = await makeQuestionnaire(page, "Kept");
  const participant = await start(t, { at: data(link) });
  const questions = participant.page.getByRole("main").getByRole("listitem");
  await questions.nth(1).getByRole("radio", { name: "Mostly", exact: true }).check();
  await participant.page.getByText(/^1 of \d+ answered$/).waitFor();
  await participant.page.reload();
  await participant.page.getByText(/^1 of \d+ answered$/).waitFor();
  assert.ok(await questions.nth(1).getByRole("radio", { name: "Mostly", exact: true }).isChecked());
  assert.equal(await participant.page.getByRole("textbox", { name: "Your name" }).count(), 0);
});

test("a questionnaire whose link was cut short or changed says so", async (t) => {
  const { page } = await start(t);
  await startNow(page);
  await toQuestionnaires(page);
  const link = await makeQuestionnaire(page, "Cut");
  await page.evaluate((hash) => (location.hash = hash), data(link).slice(0, -5));
  await page.getByRole("heading", { level: 1, name: "This questionnaire cannot be shown" }).waitFor();
  await page.getByText("The end of this link is missing.", { exact: false }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), "/response/a1.20.abcdefab.AAAA");
  await page.getByText("The end of this link is missing.", { exact: false }).waitFor();
});
