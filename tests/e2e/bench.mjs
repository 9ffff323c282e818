// How long a rating takes to reach the screen, and how much it writes: node tests/e2e/bench.mjs
// The full model at its highest level, ten instances of every process, one process rated whole.

import { choice, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { saved, texts } from "./support/database.mjs";

const INSTANCES = 10;
const CLICKS = 100;
const PROCESS = "CON-1";

const visit = await start(null);
const { page } = visit;
page.setDefaultTimeout(60_000);

const stored = async () => {
  await saved(page);
  return Object.entries(await texts(page)).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
};
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const summary = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  return [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1)].map((value) => value.toFixed(1).padStart(8)).join("");
};

try {
  await startNow(page, "All 26 processes");
  await turnTo(page, "Set up");
  await page.getByRole("combobox", { name: "Highest level to assess" }).selectOption("5");
  for (let number = 2; number <= INSTANCES; number += 1) {
    await page.getByRole("textbox", { name: "Add an instance to every process in scope" }).fill(`Site ${number}`);
    await page.getByRole("button", { name: "Add to all" }).click();
  }
  await page.evaluate((id) => (location.hash = location.hash.replace("set-up", `rate/${id}`)), PROCESS);
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${PROCESS} `) }).waitFor();
  const rows = await page.getByRole("group", { name: /^Rating of / }).count();
  const tabs = page.getByRole("group", { name: "Instance" }).getByRole("radio");
  for (let number = 0; number < INSTANCES; number += 1) {
    await tabs.nth(number).check();
    await rateByKeys(page, "L".repeat(rows));
  }
  const total = rows * INSTANCES;
  await page.getByText(`${total} of ${total} rated`, { exact: true }).waitFor();

  // From the pointer to the frame that follows the first one with the change: by then it is on the screen.
  await page.evaluate(() => {
    window.toFrame = [];
    window.inHandlers = [];
    window.byBrowser = new Map();
    addEventListener(
      "pointerup",
      (event) => {
        const began = event.timeStamp;
        const heard = performance.now();
        requestAnimationFrame(() => {
          window.inHandlers.push(performance.now() - heard);
          requestAnimationFrame(() => window.toFrame.push(performance.now() - began));
        });
      },
      true,
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === "click" && entry.interactionId) {
          const before = window.byBrowser.get(entry.interactionId);
          const work = entry.processingEnd - entry.processingStart;
          window.byBrowser.set(entry.interactionId, { duration: Math.max(before?.duration ?? 0, entry.duration), work: (before?.work ?? 0) + work });
        }
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });

  const words = ["F Fully", "P Partially", "N Not", "L Largely"];
  const written = [];
  for (let click = 0; click < CLICKS; click += 1) {
    const target = choice(page, `${PROCESS}.O${(click % 10) + 1}`, words[Math.floor(click / 10) % words.length]);
    await target.scrollIntoViewIfNeeded();
    const before = await stored();
    await target.click();
    await page.waitForFunction((done) => window.toFrame.length > done, click);
    written.push((await stored()) - before);
  }
  const [toFrame, inHandlers, byBrowser] = await page.evaluate(() => [window.toFrame, window.inHandlers, [...window.byBrowser.values()]]);

  console.log(`${PROCESS}: ${rows} rows, ${INSTANCES} instances, ${total} ratings; ${CLICKS} clicks, in ms`);
  console.log(`                                          median     95 %      max`);
  console.log(`click to the second frame                ${summary(toFrame)}`);
  console.log(`click to just before the first frame     ${summary(inHandlers)}`);
  if (byBrowser.length) {
    console.log(`event timing, to the next paint (${String(byBrowser.length).padStart(3)})    ${summary(byBrowser.map(({ duration }) => duration))}`);
    console.log(`event timing, time in handlers           ${summary(byBrowser.map(({ work }) => work))}`);
  } else {
    console.log("event timing: no click took 16 ms or more to the next paint");
  }
  console.log(`characters written: ${written[9]} at click 10, ${written.at(-1)} at click ${CLICKS}; in all ${await stored()}`);
} finally {
  await visit.stop();
}
