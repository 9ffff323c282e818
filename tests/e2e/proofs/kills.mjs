// Rates by keyboard while something is killed again and again, and looks after each kill what is left.

import { setTimeout as sleep } from "node:timers/promises";
import { chooseProcess, choice, startNow, turnTo } from "../support/app.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { chance } from "./random.mjs";
import { exported, rated, saveMark } from "./stored.mjs";
import { SAVED, watchSaves } from "./witness.mjs";

const LETTERS = "FLPN";

/** How long the page may take to show a rating as saved, in ms. */
const PATIENCE = 30_000;

/**
 * @param {{ratings: number, kills: number, seed: number}} counts
 * @param {Function} arm gets ready to kill in a browser, with chance, and gives the function that kills at once
 * @returns {Promise<{line: string, failures: string[]}>}
 */
export async function rateUnderKills(counts, arm) {
  const run = new Run(counts, arm);
  try {
    await run.begin();
    for (let kill = 0; kill < counts.kills; kill += 1) {
      await run.rateAndKill(share(counts, kill), kill % 2 === 0);
      await run.look();
    }
    return run.outcome();
  } finally {
    await run.stop();
  }
}

/** How many of the ratings fall to this kill, so that all are made in the end. */
function share({ ratings, kills }, kill) {
  return Math.floor((ratings * (kill + 1)) / kills) - Math.floor((ratings * kill) / kills);
}

/** A rating is told by its process, indicator and letter, as in "SDE-5 SDE-5.O1 F". None is made twice. */
class Run {
  #counts;
  #arm;
  #random;
  #own;
  #id;
  #processes = [];
  /** The indicators of the sheet at hand, from top to bottom. */
  #sheet = [];
  /** Where the next rating goes. In a later round each indicator gets another letter. */
  #next = { round: 0, process: 0, row: 0 };
  #made = new Set();
  #madeHere = new Set();
  #shown = new Set();
  #found = new Set();
  #lost = new Set();
  #gone = 0;
  #atTheMark = 0;
  /** Who waits for a rating to be shown as saved. */
  #waiting = new Map();

  constructor(counts, arm) {
    this.#counts = counts;
    this.#arm = arm;
    this.#random = chance(counts.seed);
  }

  async begin() {
    this.#own = await startOwn({ prepare: watchSaves, heard: (text) => this.#hear(text) });
    await this.#own.go("/");
    await this.#startAssessment();
  }

  async stop() {
    await this.#own?.stop();
  }

  /** Rates as fast as keys go, and kills: as the last rating is shown as saved, or at any moment around its key. */
  async rateAndKill(count, atTheMark) {
    const strike = await this.#arm(this.#own, this.#random);
    for (let number = 1; number < count; number += 1) {
      const { key, press } = await this.#prepareRating();
      await press();
      this.#made.add(key);
      await sleep(this.#random() * 15);
    }
    const { key, press } = await this.#prepareRating();
    this.#made.add(key);
    if (atTheMark) {
      const saved = this.#whenShown(key);
      await Promise.all([press(), saved]);
      await strike();
      this.#atTheMark += 1;
    } else {
      // Nobody waits for the answer: the page may die before the key reaches it.
      press().catch(() => {});
      await sleep(this.#random() * 40);
      await strike();
    }
  }

  /** Opens the page again and compares what is there with what was shown as saved. */
  async look() {
    await this.#own.reopen();
    await this.#own.go(`/assessment/${this.#id}/set-up`);
    const { page } = this.#own;
    const here = await page.getByRole("heading", { level: 1, name: "Set up" }).isVisible();
    const kept = new Set(here ? rated(await exported(page)) : []);
    for (const key of this.#madeHere) {
      if (kept.has(key)) this.#found.add(key);
      else if (this.#found.delete(key) || this.#shown.has(key)) this.#lost.add(key);
    }
    for (const key of kept) if (!this.#made.has(key)) this.#own.trouble.push(`nobody made the rating ${key}`);
    this.#sheet = [];
    if (here) return turnTo(page, "Rate");
    // It was shown as saved before anything was killed.
    this.#gone += 1;
    await this.#own.go("/");
    await this.#startAssessment();
  }

  outcome() {
    const { kills, seed } = this.#counts;
    const early = [...this.#found].filter((key) => !this.#shown.has(key)).length;
    const line = [
      `${this.#made.size} ratings made`,
      `${kills} kills (${this.#atTheMark} right at the save mark, seed ${seed})`,
      `${this.#shown.size} shown as saved`,
      `${this.#found.size} found`,
      `${this.#lost.size} lost`,
      `${early} found that were not yet shown as saved`,
    ].join(", ");
    const failures = [...this.#own.trouble];
    if (this.#lost.size) failures.push(`${this.#lost.size} ratings were shown as saved and are lost: ${[...this.#lost].slice(0, 5).join("; ")} ...`);
    if (this.#gone) failures.push(`the whole assessment was shown as saved and was gone after ${this.#gone} kills`);
    if (!this.#shown.size) failures.push("no rating was ever shown as saved");
    return { line, failures };
  }

  async #startAssessment() {
    const { page } = this.#own;
    this.#id = await startNow(page, "All 26 processes");
    await saveMark(page, /^Saved \d/);
    const links = page.getByRole("navigation", { name: "Processes" }).getByRole("link");
    this.#processes = (await links.allTextContents()).map((text) => text.match(/^[A-Z]+-\d+/)[0]);
    this.#madeHere.clear();
    this.#sheet = [];
  }

  /** Sees to it that the focus is on the next thing to rate, and gives the rating with the key press that makes it. */
  async #prepareRating() {
    const { page } = this.#own;
    const next = this.#next;
    if (next.row > 0 && next.row === this.#sheet.length) this.#turnSheet();
    const process = this.#processes[next.process];
    if (!this.#sheet.length) {
      await chooseProcess(page, process);
      const names = await page.getByRole("group", { name: /^Rating of / }).locator("legend").allTextContents();
      this.#sheet = names.map((name) => name.replace("Rating of ", ""));
      if (next.row === this.#sheet.length) {
        this.#turnSheet();
        return this.#prepareRating();
      }
      await choice(page, this.#sheet[next.row], "Not rated").focus();
    }
    const subject = this.#sheet[next.row];
    const letter = LETTERS[(next.row + next.round) % LETTERS.length];
    next.row += 1;
    const key = `${process} ${subject} ${letter}`;
    this.#madeHere.add(key);
    return { key, press: () => page.keyboard.press(letter) };
  }

  #turnSheet() {
    const next = this.#next;
    next.row = 0;
    next.process = (next.process + 1) % this.#processes.length;
    if (next.process === 0) next.round += 1;
    if (next.round === LETTERS.length) throw new Error("There is nothing left to rate: ask for fewer ratings.");
    this.#sheet = [];
  }

  #hear(text) {
    if (!text.startsWith(SAVED)) return;
    const key = text.slice(SAVED.length);
    this.#shown.add(key);
    this.#waiting.get(key)?.();
  }

  async #whenShown(key) {
    const shown = new Promise((resolve) => this.#waiting.set(key, resolve));
    const late = new AbortController();
    const patience = sleep(PATIENCE, null, { signal: late.signal }).then(() => Promise.reject(new Error(`${key} was not shown as saved in ${PATIENCE} ms`)));
    try {
      await Promise.race([shown, patience]);
    } finally {
      late.abort();
      patience.catch(() => {}); // that it was called off
      this.#waiting.delete(key);
    }
  }
}
