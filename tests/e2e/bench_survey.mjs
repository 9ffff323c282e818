// How long it takes to take in the answers of 40 participants about ten processes: node tests/e2e/bench_survey.mjs
// Levels 1 to 3, every question answered. From the click to the figures on the screen.

import { chance } from "./proofs/random.mjs";
import { startNow } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

const PARTICIPANTS = 40;
const PROCESSES = 10;

/** A participant hands back one file; the others answered on machines of their own. */
async function oneFile(link) {
  const participant = await start(null, { at: link.slice(link.indexOf("#") + 1) });
  try {
    const { page } = participant;
    await page.getByRole("radio").first().check();
    for (let part = 2; part <= PROCESSES; part += 1) await page.getByRole("button", { name: `Next: part ${part} of ${PROCESSES}` }).click();
    await page.getByRole("button", { name: "Hand back\u2026" }).click();
    const file = await download(page, () => page.getByRole("button", { name: "Save as a file" }).click());
    return JSON.parse(file.text);
  } finally {
    await participant.stop();
  }
}

function filled(file, participant) {
  const random = chance(participant + 1);
  const answers = Array.from(file.response.answers, () => "ABBCCCDDDD012"[Math.floor(random() * 13)]).join("");
  const response = { ...file.response, response: `participant-${participant}`, answers, comments: [[3, `Said by ${participant}`]] };
  return { name: `${participant}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...file, response })) };
}

const visit = await start(null);
const { page } = visit;
try {
  await startNow(page, "All 26 processes");
  await page.evaluate(() => (location.hash = location.hash.replace(/rate.*$/, "team/questionnaires")));
  await page.getByText("Make a questionnaire", { exact: true }).click();
  await page.getByRole("textbox", { name: "Title that participants see" }).fill("Ten processes");
  await page.getByRole("combobox", { name: "How far up" }).selectOption("3");
  const processes = page.getByRole("group", { name: "Processes" }).getByRole("checkbox");
  for (let place = PROCESSES; place < (await processes.count()); place += 1) await processes.nth(place).uncheck();
  await page.getByRole("button", { name: "Make the questionnaire" }).click();
  await page.getByRole("button", { name: "Link and QR code" }).click();
  const link = await page.getByRole("textbox", { name: "Link for participants" }).inputValue();
  console.log(`link of ${link.length} letters`);
  const file = await oneFile(link);
  const files = Array.from({ length: PARTICIPANTS }, (_, participant) => filled(file, participant));
  console.log(`${PARTICIPANTS} files, ${file.response.answers.length} questions each, ${files[0].buffer.length} bytes each`);

  const painted = (act, words) =>
    page.evaluate(
      async ({ act, words }) => {
        const began = performance.now();
        if (act) [...document.querySelectorAll("button")].find((button) => button.textContent.startsWith(act)).click();
        while (!document.body.textContent.includes(words)) await new Promise((frame) => requestAnimationFrame(frame));
        await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
        return performance.now() - began;
      },
      { act, words },
    );
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Choose files with answers").click();
  const handed = await chooser;
  const began = performance.now();
  await handed.setFiles(files);
  await painted(null, `${PARTICIPANTS} of ${PARTICIPANTS} responses can be taken in.`);
  console.log(`preview: ${Math.round(performance.now() - began)} ms from the choice of files`);
  console.log(`taken in: ${Math.round(await painted("Take in", `${PARTICIPANTS} answers came back.`))} ms from the click to the figures`);
  await page.getByText(/^Saved \d/).first().waitFor();
  console.log(`saved: ${Math.round(performance.now() - began)} ms from the choice of files`);
} finally {
  await visit.stop();
}
