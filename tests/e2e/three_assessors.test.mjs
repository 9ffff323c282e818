// Three assessors rate one assessment blind, each on a copy; the files are joined in every order, what they differ on is settled, and
// the assessment finalised and verified.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { choice, idOf, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { verifyNatively } from "./support/verify.mjs";

const QUESTION = "SDE-5.O1";

/** The copies of Anna, Bert and Carla, who rated F L F F P, N L F P and P L F. */
let copies;

before(async () => {
  copies = await rateApart();
});

async function rateApart() {
  const anna = await start(null);
  const others = [];
  try {
    const { page } = anna;
    await startNow(page);
    await turnToTeam(page, "Agree");
    await nameOneself(page, "Anna");
    await page.getByRole("button", { name: "Rate blind" }).click();
    await page.getByText("Ratings are blind.", { exact: false }).waitFor();
    await turnTo(page, "Rate");
    await rateByKeys(page, "FLFF");
    const handedOut = await copyOf(page);
    others.push(await rateCopy(handedOut, "Bert", "NLFP"));
    others.push(await rateCopy(handedOut, "Carla", "PLF"));
    // Anna goes on, so that each of the three files has something that the others lack.
    await turnTo(page, "Rate");
    await rateByKeys(page, "FLFFP");
    return [await copyOf(page), ...others];
  } finally {
    await anna.stop();
  }
}

/** Somebody else imports the file, says who they are, sees nothing of what Anna rated, and rates. */
async function rateCopy(file, name, letters) {
  const visit = await start(null);
  try {
    const { page } = visit;
    await pick(page, "Import a file", file.name, file.bytes);
    await page.getByText("Say who you are before you rate", { exact: false }).waitFor();
    await nameOneself(page, name);
    await page.getByText(`You rate as ${name}.`).waitFor();
    await page.getByText("You see your own ratings only.").waitFor();
    assert.ok(await choice(page, QUESTION, "Not rated").isChecked(), "what Anna rated is hidden");
    await rateByKeys(page, letters);
    return await copyOf(page);
  } finally {
    await visit.stop();
  }
}

async function nameOneself(page, name) {
  const field = page.getByRole("combobox", { name: "Your name or role" });
  await field.fill(name);
  await field.blur();
}

async function turnToTeam(page, view) {
  await turnTo(page, "Team");
  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: view, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: view, exact: true }).waitFor();
}

async function copyOf(page) {
  await turnToTeam(page, "Copies");
  return download(page, () => page.getByRole("button", { name: "Download a copy" }).click());
}

const asPicked = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Picks files on the page Copies and waits for the preview. */
async function look(page, files) {
  await page.getByLabel("Pick files\u2026").setInputFiles(files);
  await page.getByRole("heading", { level: 3, name: "What each file brings" }).waitFor();
}

async function join(page) {
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Agree", exact: true }).waitFor();
}

const hash = (text) => createHash("sha256").update(JSON.stringify(JSON.parse(text).changes)).digest("hex");

const ORDERS = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

test("the files are joined in all six orders to the same hash", async (t) => {
  const hashes = [];
  for (const order of ORDERS) {
    await t.test(order.join(" "), async (t) => {
      const { page } = await start(t);
      const [first, ...rest] = order.map((place) => copies[place]);
      await pick(page, "Import a file", first.name, first.bytes);
      await page.getByRole("region", { name: "Questions" }).waitFor();
      for (const file of rest) {
        await turnToTeam(page, "Copies");
        await look(page, [asPicked(file.name, file.text)]);
        await join(page);
      }
      hashes.push(hash((await copyOf(page)).text));
    });
  }
  assert.deepEqual(hashes, ORDERS.map(() => hashes[0]));
});

test("what they differ on is settled by keyboard, and what each rated stays", async (t) => {
  const { page } = await start(t);
  const [anna, bert, carla] = copies;
  await pick(page, "Import a file", anna.name, anna.bytes);
  await turnToTeam(page, "Agree");
  await nameOneself(page, "Anna");
  await turnToTeam(page, "Copies");
  await look(page, [asPicked("bert.json", bert.text), asPicked("carla.json", carla.text), asPicked("carla (1).json", carla.text)]);
  await page.getByText("Bert: 4 ratings.").waitFor();
  await page.getByText("Carla: 3 ratings.").waitFor();
  await page.getByText("The same changes as carla.json. They are counted once.").waitFor();
  await page.getByText("Ratings are blind, so what they say is not shown before they are opened.", { exact: false }).waitFor();
  await join(page);

  // Who rated how much is told, but not what.
  await page.getByText("Ratings are blind. What people differ on is shown here once they are opened.").waitFor();
  await page.getByRole("row", { name: /^Bert 4 of/ }).waitFor();
  assert.equal(await page.getByRole("heading", { name: /^SDE-5.O1/ }).count(), 0);
  await page.getByRole("button", { name: "Open the ratings\u2026" }).click();
  await page.getByText("What was seen cannot be hidden again.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Open them" }).click();
  await page.getByText("3 people rated. 2 disagreements to settle, the greatest disagreement first.").waitFor();
  const rows = page.getByRole("heading", { level: 3, name: /^SDE-5\./ });
  assert.match(await rows.first().textContent(), /^SDE-5\.O1/);
  await page.getByText("From N to F, 3 steps apart: as far as the scale goes.", { exact: false }).waitFor();
  await page.getByText("Mean of 3 ratings: 4 / 3 = 1.33, so P.").waitFor();

  // The mean is proposed; they settle one step above it, and the focus goes on to the next one.
  await page.getByRole("button", { name: `Settle ${QUESTION}`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: `Agreed rating of ${QUESTION}` }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "P Partially");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The log of March shows most of it");
  await page.keyboard.press("Enter");
  await page.getByText("Agreed: L, by consensus of Anna, Bert and Carla. The log of March shows most of it.").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Settle SDE-5.O4");
  const said = page.getByRole("region", { name: `Table: Who said what of ${QUESTION}` });
  assert.deepEqual(await said.getByRole("cell").allTextContents(), ["Bert", "Carla", "", "Anna"]);

  await page.getByRole("button", { name: "Agree on all 2 where everybody says the same" }).click();
  await page.getByText("2 ratings recorded as agreed.").waitFor();
  await page.getByText("3 people rated. 1 disagreement to settle, the greatest disagreement first.").waitFor();

  // On Rate it is told, and the choices show one's own rating.
  await turnTo(page, "Rate");
  await page.getByText("Agreed: L, by consensus of Anna, Bert and Carla. The log", { exact: false }).waitFor();
  assert.ok(await choice(page, QUESTION, "F Fully").isChecked(), "Anna rated F");
  const { changes } = JSON.parse((await copyOf(page)).text);
  const rated = changes.filter(({ edit }) => edit.judge?.subject.item.indicator === QUESTION);
  assert.deepEqual(rated.map(({ author, edit }) => `${author} ${edit.judge.judgement.rated.rating}`).sort(), ["Anna F", "Bert N", "Carla P"]);

  // Taken back, the latest rating of anybody counts again.
  await turnToTeam(page, "Agree");
  await page.getByRole("button", { name: `Take back what was agreed on ${QUESTION}` }).click();
  await page.getByText("3 people rated. 2 disagreements to settle, the greatest disagreement first.").waitFor();

  await t.test("all settled, it is finalised and verified", async (t) => {
    for (const subject of [QUESTION, "SDE-5.O4"]) {
      await page.getByRole("button", { name: `Settle ${subject}`, exact: true }).click();
      await page.getByRole("group", { name: `Agreed rating of ${subject}` }).getByRole("radio", { name: "L Largely" }).check();
      await page.getByRole("textbox", { name: "Reason" }).fill("Seen by all three in the log of March");
      await page.getByRole("textbox", { name: "Reason" }).press("Enter");
      await page.getByRole("button", { name: `Take back what was agreed on ${subject}` }).waitFor();
    }
    await page.getByText("3 people rated. Nothing is left to settle.", { exact: false }).waitFor();
    await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: "Record", exact: true }).click();
    await page.getByRole("button", { name: "Keep a record" }).click();
    await page.getByRole("button", { name: "Finalise", exact: true }).click();
    await page.getByRole("button", { name: "Finalise all the same" }).click();
    await page.getByRole("button", { name: "Verify now" }).click();
    await page.getByText("Whole: models, changes and results are what was finalised.").waitFor();
    await turnTo(page, "Set up");
    const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
    await verifyNatively(t, file.text);
  });
});

test("each file that cannot be joined says why, and the good one beside it joins", async (t) => {
  const { page } = await start(t);
  const [anna, bert] = copies;
  await pick(page, "Import a file", anna.name, anna.bytes);
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const id = idOf(page);
  const changed = (change) => {
    const file = JSON.parse(bert.text);
    change(file);
    return JSON.stringify(file);
  };
  const last = ({ changes }) => changes.at(-1);
  await turnToTeam(page, "Copies");
  await look(page, [
    asPicked("cut.json", bert.text.slice(0, -200)),
    asPicked("damaged.json", changed((file) => (last(file).edit = { judge: 7 }))),
    asPicked("newer.json", changed((file) => (file.format_version = 99))),
    asPicked("other.json", changed((file) => (file.id = "another-one"))),
    asPicked("model.json", changed((file) => {
      file.model.version = "9.0.0";
      file.changes[0].edit.start.model.version = "9.0.0";
    })),
    asPicked("empty.json", ""),
    asPicked("answers.json", JSON.stringify({ format: "plumbline-response", format_version: 1 })),
    asPicked("poem.json", "A poem, and no assessment."),
    asPicked("clock.json", changed((file) => (last(file).at = "1970-01-01T00:00:00Z"))),
  ]);
  for (const text of [
    /^The end of this file is missing\. Ask for it once more\./,
    /^This file is damaged at changes\[\d+\]\.edit/,
    /^This file has format version 99; this Plumbline reads up to \d+\./,
    /^This is another assessment: \u201cFirst hour/,
    /^It was made over itsm-assessment 9\.0\.0, this assessment over itsm-assessment /,
    /^This is not an assessment file of Plumbline\./,
    /^This file is empty\./,
    /^These are answers to a questionnaire\. Take them in under Team, Questionnaires/,
    /^1 change by Bert is dated before the year 2000 \(1970-01-01\): the clock of that machine was wrong\./,
  ]) {
    await page.getByRole("main").getByText(text).first().waitFor();
  }
  assert.equal(await page.getByText("Not joined", { exact: true }).count(), 8);
  await page.getByText("Bert: 4 ratings.").waitFor();
  await join(page);
  await page.getByRole("row", { name: /^Bert 4 of/ }).waitFor();
  assert.equal(idOf(page), id);
});
