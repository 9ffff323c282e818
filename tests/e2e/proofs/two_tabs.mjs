// Two tabs on one assessment: what one does the other shows, and no change of either is lost.

import { chooseProcess, choice, startNow, turnTo } from "../support/app.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { changeIds, exported, rated } from "./stored.mjs";

/** Edits in each tab, in this many rounds; every other round both are on one process. 0 ms allows any time to appear. */
export const counts = { edits: 500, rounds: 20, within_ms: 2000 };

const PROCESSES = ["SDE-5", "RES-1", "RES-2", "CON-1", "CON-2"];

/** How long the tabs may take until they show the same, in ms. Long, so that a failure says what differs in the end. */
const PATIENCE = 10_000;

export async function prove({ edits, rounds, within_ms: limit }) {
  const own = await startOwn();
  try {
    const failures = [];
    await own.go("/");
    const tabs = [own.page, await own.newPage()];
    const id = await startNow(tabs[0]);
    await tabs[1].goto(`${own.address}#/assessment/${id}/rate`);
    await tabs[1].getByRole("region", { name: "Questions" }).waitFor();

    const delays = await appearances(tabs);
    const slowest = Math.max(...delays);
    if (slowest === Infinity) failures.push(`a rating in one tab did not appear in the other within ${PATIENCE} ms`);
    else if (limit && slowest > limit) failures.push(`a rating in one tab appeared in the other only after ${slowest} ms`);

    const made = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const first = PROCESSES[round % PROCESSES.length];
      const second = PROCESSES[(round + (round % 2)) % PROCESSES.length];
      await Promise.all([chooseProcess(tabs[0], first), chooseProcess(tabs[1], second)]);
      const count = Math.floor((edits * (round + 1)) / rounds) - Math.floor((edits * round) / rounds);
      const done = await Promise.all(tabs.map((tab) => tab.evaluate(rateAnything, count)));
      done.forEach((keys, tab) => made[tab].push(...keys));
    }

    const differing = await differences(tabs);
    if (differing.length) failures.push(`the tabs show ${differing.length} ratings differently: ${differing.slice(0, 3).join("; ")} ...`);

    for (const tab of tabs) await turnTo(tab, "Set up");
    const files = [await exported(tabs[0]), await exported(tabs[1])];
    await own.go(`/assessment/${id}/set-up`);
    files.push(await exported(own.page));
    const expected = made.flat().length + delays.length;
    const missing = files.map((file) => expected - rated(file).length);
    const places = ["the first tab", "the second tab", "what is stored"];
    missing.forEach((count, at) => count && failures.push(`${places[at]} lacks ${count} of ${expected} ratings`));
    const union = new Set(files.flatMap(changeIds));
    files.forEach((file, at) => {
      const ids = new Set(changeIds(file));
      if (ids.size !== union.size) failures.push(`${places[at]} holds ${ids.size} of ${union.size} changes`);
      if (ids.size !== file.changes.length) failures.push(`${places[at]} holds a change twice`);
    });
    failures.push(...own.trouble);
    const line = [
      `${made[0].length} and ${made[1].length} edits`,
      `${union.size} changes in all`,
      `${differing.length} ratings shown differently`,
      `${missing.join(", ")} lost in the first tab, the second, the store`,
      `slowest of ${delays.length} ratings to appear in the other tab: ${slowest} ms`,
    ].join(", ");
    return { line, failures };
  } finally {
    await own.stop();
  }
}

/** Rates a few things in each tab by turns, and gives how long each took to appear in the other, in ms. */
async function appearances(tabs) {
  const delays = [];
  for (const [at, word] of ["F Fully", "L Largely", "P Partially", "N Not"].entries()) {
    const [here, there] = at % 2 ? [tabs[1], tabs[0]] : tabs;
    const subject = `SDE-5.O${at + 1}`;
    await choice(here, subject, word).check();
    const began = Date.now();
    const wanted = await choice(there, subject, word).elementHandle();
    await there.waitForFunction((radio) => radio.checked, wanted, { polling: 20, timeout: PATIENCE }).catch(() => {});
    delays.push((await wanted.isChecked()) ? Date.now() - began : Infinity);
    if (delays.at(-1) === Infinity) break;
  }
  return delays;
}

/** What the tabs show differently once they had the time to agree. */
async function differences(tabs) {
  const differing = [];
  const until = Date.now() + PATIENCE;
  for (const process of PROCESSES) {
    for (const tab of tabs) await chooseProcess(tab, process);
    let left;
    do {
      const [one, other] = await Promise.all(tabs.map((tab) => tab.evaluate(sheet)));
      left = Object.keys(one).filter((subject) => one[subject] !== other[subject]);
      left = left.map((subject) => `${process} ${subject}: ${one[subject]} or ${other[subject]}`);
    } while (left.length && Date.now() < until);
    differing.push(...left);
  }
  return differing;
}

/** In the page: the ratings on the sheet. */
function sheet() {
  const groups = [...document.querySelectorAll("fieldset")].filter((group) => group.querySelector("legend")?.textContent.startsWith("Rating of "));
  return Object.fromEntries(groups.map((group) => [group.querySelector("legend").textContent, group.querySelector("input:checked")?.ariaLabel]));
}

/** In the page: rates whatever comes, each time otherwise than it was, and gives what was rated. */
async function rateAnything(count) {
  const groups = [...document.querySelectorAll("fieldset")].filter((group) => group.querySelector("legend")?.textContent.startsWith("Rating of "));
  const any = (list) => list[Math.floor(Math.random() * list.length)];
  const made = [];
  for (let edit = 0; edit < count; edit += 1) {
    const group = any(groups);
    const radio = any([...group.querySelectorAll("input")].filter((input) => !input.checked && input.ariaLabel !== "Not rated"));
    radio.click();
    made.push(`${group.querySelector("legend").textContent}: ${radio.ariaLabel}`);
    // In a task of its own each, so that the other tab gets a word in.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
  }
  return made;
}
