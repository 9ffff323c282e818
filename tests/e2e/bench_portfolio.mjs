// How long a portfolio of 200 assessments of all processes takes from the click to the screen: node tests/e2e/bench_portfolio.mjs
// Forty units, each assessed five times up to level 3. What a portfolio needs of each is kept, as after the first visit.

import { createHash } from "node:crypto";
import { material } from "./proofs/made_assessment.mjs";
import { chance } from "./proofs/random.mjs";
import { openBackup, restore, turnHome, turnToBackup } from "./support/backups.mjs";
import { start } from "./support/browser.mjs";

const UNITS = 40;
const ASSESSMENTS = 5;
const LEVEL = 3;
const VISITS = 20;
const ATTRIBUTES = ["PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2"];

const all = await material(LEVEL);

// Every process rated, somewhat better each time, in two sittings.
function made(unit, time) {
  const random = chance(unit * ASSESSMENTS + time);
  const mostly = "NPPLLFFFF".slice(0, 5 + time);
  const id = `bench-${unit}-${time}`;
  const subjects = all.processes.flatMap(({ id }) => ATTRIBUTES.map((attribute) => ({ process: id, instance: null, item: { attribute } })));
  const judged = subjects.map((subject) => ({ judge: { subject, judgement: { rated: { rating: mostly[Math.floor(random() * mostly.length)] } } } }));
  const edits = [
    { start: { model: all.model, framework: all.framework } },
    { set_title: { title: `Assessment ${time + 1} of unit ${unit + 1}` } },
    { set_unit: { unit: `Unit ${unit + 1}` } },
    { place_unit: { kind: "team", within: [{ kind: "site", name: `Site ${unit % 7}` }] } },
    { set_scope: { processes: all.processes.map(({ id }) => id) } },
    { set_highest_level: { level: LEVEL } },
    { set_method: { method: "R3" } },
    { set_target: { level: 2 } },
    ...judged,
  ];
  const day = (at) => `${2022 + time}-0${1 + (unit % 8)}-${at * 2 < edits.length ? "05" : "19"}`;
  const changes = edits.map((edit, at) => ({ id: { clock: at + 1, replica: id }, author: "Lead assessor", at: `${day(at)}T10:00:00.000Z`, edit }));
  return { format: "plumbline-assessment", format_version: 3, id, model: all.model, framework: all.framework, written_at: changes.at(-1).at, written_by: "A benchmark", changes };
}

function backup() {
  const files = Array.from({ length: UNITS * ASSESSMENTS }, (_, number) => made(Math.floor(number / ASSESSMENTS), number % ASSESSMENTS));
  const lines = [{ format: "plumbline-backup", format_version: 1, written_at: "2026-11-22T10:00:00.000Z", written_by: "A benchmark" }, ...files.map((file) => ({ assessment: { deleted_at: null, file } }))];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const sha256 = createHash("sha256").update(text).digest("hex");
  return `${text}${JSON.stringify({ end: { entries: files.length, sha256 } })}\n`;
}

const visit = await start(null);
const { page } = visit;
page.setDefaultTimeout(600_000);

try {
  await turnToBackup(page);
  await openBackup(page, "bench.jsonl", backup());
  await restore(page);
  await turnHome(page);
  const main = page.getByRole("navigation", { name: "Main" });
  const began = performance.now();
  await main.getByRole("link", { name: "Portfolio" }).click();
  await page.waitForFunction((units) => document.querySelectorAll("[role=grid] tbody tr").length === units && !document.body.textContent.includes("Reading "), UNITS);
  console.log(`${UNITS * ASSESSMENTS} assessments of ${all.processes.length} processes, ${UNITS} units`);
  console.log(`the first visit, which digests all of them: ${((performance.now() - began) / 1000).toFixed(1)} s`);

  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    await turnHome(page);
    await page.getByRole("heading", { level: 3 }).first().waitFor();
    times.push(
      await page.evaluate(
        (units) =>
          new Promise((done) => {
            const link = [...document.querySelectorAll("nav[aria-label=Main] a")].find(({ textContent }) => textContent.trim() === "Portfolio");
            const began = performance.now();
            const look = () => {
              const here = document.querySelectorAll("[role=grid] tbody tr").length === units && document.querySelector("figure svg text");
              // The frame after the one in which it is there: by then it is on the screen.
              requestAnimationFrame(here ? () => done(performance.now() - began) : look);
            };
            link.click();
            look();
          }),
        UNITS,
      ),
    );
  }
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(0);
  console.log(`click to grid and trends on the screen, ${VISITS} visits, in ms: median ${at(0.5)}, 95 % ${at(0.95)}, max ${at(1)}`);
  const elements = await page.evaluate(() => document.querySelectorAll("main *").length);
  console.log(`elements on the page: ${elements}`);
} finally {
  await visit.stop();
}
