// How long the plan of all processes takes from the click to the screen: node tests/e2e/bench_plan.mjs
// Every process is rated up to level 3 with level 3 as its target, and nothing is planned yet: the whole draft is new.

import { start } from "./support/browser.mjs";
import { turnTo } from "./support/app.mjs";
import { assessmentFile, changes, material } from "./proofs/made_assessment.mjs";

const LEVEL = 3;
const VISITS = 30;

const all = await material(LEVEL);
const file = assessmentFile("plan-bench", changes(all, 1, 0));

const visit = await start(null);
const { page } = visit;
page.setDefaultTimeout(60_000);

try {
  await page.getByLabel("Import a file").setInputFiles({ name: "full.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole("region", { name: "Questions" }).waitFor();
  // Once before, so that its download is here.
  await turnTo(page, "Plan");
  await page.getByRole("heading", { level: 2, name: /^Not planned yet/ }).waitFor();
  const counted = await page.getByRole("region", { name: /^Not planned yet/ }).getByRole("heading").first().textContent();

  // What the page does in one go: the draft with what it shows of it, without waiting for the next frame.
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    await turnTo(page, "Set up");
    times.push(
      await page.evaluate(
        () =>
          new Promise((done) => {
            const link = [...document.querySelectorAll("nav[aria-label=Assessment] a")].find(({ textContent }) => textContent.trim() === "Plan");
            const began = performance.now();
            const look = () => {
              const here = [...document.querySelectorAll("main h2")].some(({ textContent }) => textContent.startsWith("Not planned yet"));
              // The frame after the one in which it is there: by then it is on the screen.
              requestAnimationFrame(here ? () => done(performance.now() - began) : look);
            };
            link.click();
            look();
          }),
      ),
    );
  }
  const tasks = await page.evaluate(() => window.tasks);
  const summary = (values) => {
    const sorted = [...values].sort((one, other) => one - other);
    const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
    return `median ${at(0.5)}, 95 % ${at(0.95)}, max ${at(1)}`;
  };
  console.log(`${all.processes.length} processes to level ${LEVEL}: ${counted.trim()}`);
  console.log(`click to the drafted plan on the screen, ${VISITS} visits, in ms: ${summary(times)}`);
  console.log(tasks.length ? `tasks of 50 ms and more, ${tasks.length}, in ms: ${summary(tasks)}` : "no task took 50 ms: the draft takes less");
} finally {
  await visit.stop();
}
