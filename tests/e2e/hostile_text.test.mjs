// Text from people is text, in every field. Nothing in it runs, and nothing of it is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { idOf, rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";
import { asLine, asLines, assertHarmless, HOSTILE, once, trimmed, watchForScripts } from "./support/hostile.mjs";
import { exported, turn } from "./support/hostile_pages.mjs";

const STRINGS = Object.values(HOSTILE);
// Where each string by itself would take too long, eight of them stand together.
const GROUPS = [...Array(Math.ceil(STRINGS.length / 8)).keys()].map((at) => STRINGS.slice(8 * at, 8 * at + 8).join(" | "));
const UNIT = "Organizational unit";
const EVIDENCE = "What it is";
const REASON = "Why does it not apply here?";
const AUTHOR = "Your name or role, kept with each change";

// Does the same steps for each text, as a person does them: `click` presses a button and `fill` fills a field, by their
// names, which may end in a star for anything; `pause` lets a dialog close. In the page itself, which is faster by far and the one way to put in lone surrogates.
async function sayEach(within, texts, ...steps) {
  const codes = texts.map((text) => [...Array(text.length).keys()].map((at) => text.charCodeAt(at)));
  await within.evaluate(async (root, [texts, steps]) => {
    const drawn = () => new Promise((done) => setTimeout(done, 5));
    const name = (one) => one.ariaLabel ?? (one.labels?.[0] ?? one).textContent.trim();
    const fits = (one, wanted) => (wanted.endsWith("*") ? name(one).startsWith(wanted.slice(0, -1)) : name(one) === wanted);
    const find = async (kind, wanted) => {
      for (let times = 0; times < 200; times += 1) {
        const found = [...root.querySelectorAll(kind)].findLast((one) => one.checkVisibility() && fits(one, wanted));
        if (found) return found;
        await drawn();
      }
      throw new Error(`There is no ${kind} "${wanted}"`);
    };
    for (const text of texts) {
      for (const [step, wanted] of steps) {
        if (step === "pause") {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
        } else if (step === "click") {
          (await find("button", wanted)).click();
        } else {
          const field = await find("input, textarea", wanted);
          field.focus();
          field.value = String.fromCharCode(...text);
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
          field.blur();
        }
        await drawn();
      }
    }
  }, [codes, steps]);
}

test("every field takes every string and gives it back", async (t) => {
  const visit = await start(t, { prepare: watchForScripts });
  const { page } = visit;
  const tally = { fields: new Set(), texts: 0, mangled: [] };
  const compare = (field, found, expected) => {
    tally.fields.add(field);
    tally.texts += expected.length;
    assert.equal(found.length, expected.length, `${field}: as many texts as were put in`);
    expected.forEach((text, at) => found[at] === text || tally.mangled.push([field, text.slice(0, 80), found[at].slice(0, 80)]));
  };
  const main = page.getByRole("main");
  const lines = STRINGS.map(asLine);
  const grouped = GROUPS.map(asLine);

  await startNow(page);
  await rateByKeys(page, "FFFFFFF");
  const row = (id) => page.getByRole("listitem").filter({ has: page.getByRole("group", { name: `Rating of ${id}` }) });
  await row("SDE-5.O1").getByRole("button", { name: "Note" }).click();
  await sayEach(row("SDE-5.O1"), STRINGS, ["fill", "Note"]);
  await row("SDE-5.O1").getByRole("button", { name: "Evidence" }).click();
  await sayEach(row("SDE-5.O1"), STRINGS, ["fill", EVIDENCE], ["click", "Add evidence"]);
  const settle = page.getByRole("dialog", { name: /^Settle/ });
  await page.getByRole("button", { name: "Settle otherwise: PA1.1" }).click();
  await settle.getByRole("radio", { name: "N Not" }).check();
  await sayEach(settle, ["first"], ["fill", "Reason"], ["click", "Settle"]);
  await sayEach(page.locator("body"), GROUPS, ["click", "Settle otherwise: PA1.1"], ["fill", "Reason"], ["click", "Settle"], ["pause"]);
  await sayEach(row("SDE-5.O7"), STRINGS, ["click", "Not applicable"], ["fill", REASON], ["click", "Set as not applicable"]);
  await sayEach(main, STRINGS, ["fill", "Search processes and questions"]);
  await assertHarmless(page, "on the page Rate");

  await turnTo(page, "Set up");
  for (const name of ["Name", UNIT, "Purpose"]) await sayEach(main, STRINGS, ["fill", name]);
  await sayEach(main, STRINGS, ["fill", AUTHOR], ["fill", "Purpose"]);
  await page.getByRole("button", { name: "Add instance: SDE-5" }).click();
  await sayEach(main, [...STRINGS, "Second"], ["fill", "Name of an instance of SDE-5"]);
  await sayEach(main, GROUPS, ["fill", "Add an instance to every process in scope"], ["click", "Add to all"]);
  await assertHarmless(page, "on the page Set up");
  const id = idOf(page);

  await turn(page, "#/", "Assessments");
  await sayEach(page.locator("body"), GROUPS, ["click", "Rename *"], ["fill", "Name"], ["click", "Rename"], ["pause"]);
  for (const text of GROUPS) {
    await turn(page, "#/new", "New assessment");
    await sayEach(main, [text], ["fill", "Name"], ["fill", UNIT], ["click", "Create and set up"]);
    await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  }
  for (const [address, name] of [["#/glossary", "Glossary"], ["#/models/iso-20000-1-2011", "Models"]]) {
    await turn(page, address, name);
    await page.getByRole("searchbox", { name: "Search" }).waitFor();
    await sayEach(main, STRINGS, ["fill", "Search"]);
    await assertHarmless(page, `on the page ${name}`);
    tally.fields.add(`${name}: Search`);
  }
  tally.fields.add("Rate: Search");

  // Everything anew, as it was kept.
  await visit.go("/");
  const entries = main.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  const shown = await entries.evaluateAll((all) => all.map((one) => [one.querySelector("h3 a").textContent, one.querySelector("h3").nextElementSibling.textContent]));
  compare("New: Name", shown.map(([title]) => title).toReversed().slice(1), grouped);
  compare("New: Organizational unit", shown.map(([, unit]) => unit.split(" \u00b7 ").slice(0, -2).join(" \u00b7 ")).toReversed().slice(1), grouped);
  await assertHarmless(page, "on the home page");
  await turn(page, `#/assessment/${id}/set-up`, "Set up");
  for (const name of ["Name", UNIT, "Purpose", AUTHOR]) {
    const last = name === "Name" ? grouped.at(-1) : lines.at(-1); // it was renamed on the home page
    compare(`Set up: ${name}, shown`, [await page.getByRole("textbox", { name, exact: true }).inputValue()], [last]);
  }
  const instances = page.getByRole("textbox", { name: "Name of an instance of SDE-5" });
  compare("Set up: instances, shown", (await instances.evaluateAll((all) => all.map((one) => one.value))).slice(2), grouped);

  const { changes } = await exported(page);
  const said = (kind, text) => changes.filter(({ edit }) => kind in edit).map((change) => text(change.edit[kind], change)).filter((text) => text !== null);
  compare("Rate: Note", said("set_note", ({ text }) => text), once(STRINGS.map(asLines)));
  compare("Rate: Evidence", said("evidence", ({ set }) => set?.content.title ?? null), lines);
  compare("Rate: Reason of what was settled", said("settle", ({ settlement }) => settlement.reason).slice(1), GROUPS.map((text) => trimmed(asLines(text))));
  compare("Rate: Why it does not apply", said("judge", ({ judgement }) => judgement?.not_applicable?.reason ?? null), once(lines));
  compare("Set up: Name, and Home: Rename", said("set_title", ({ title }) => title).slice(1), [...once(lines), ...grouped]);
  compare("Set up: Organizational unit", said("set_unit", ({ unit }) => unit), once(lines));
  compare("Set up: Purpose", said("set_purpose", ({ purpose }) => purpose), once([...lines, ...lines]));
  compare("Set up: Your name", said("set_purpose", (_, { author }) => author).slice(-once(lines).length), once(lines));
  const renamed = said("set_instance", ({ process, name }) => (process === "SDE-5" ? name : null));
  compare("Set up: Name of an instance", renamed.slice(1), [...once(lines), "Second", ...grouped]);
  compare("Set up: Add an instance to every process", said("set_instance", ({ process, name }) => (process === "RES-1" ? name : null)), grouped);

  await turnTo(page, "Rate");
  await row("SDE-5.O1").getByRole("button", { name: "Note" }).click();
  compare("Rate: Note, shown", [await row("SDE-5.O1").getByRole("textbox", { name: "Note" }).inputValue()], [asLines(STRINGS.at(-1))]);
  await row("SDE-5.O1").getByRole("button", { name: "Evidence" }).click();
  const evidence = await row("SDE-5.O1").getByRole("listitem").evaluateAll((all) => all.map((one) => one.textContent.replace(/^Document /, "").replace(/ Remove$/, "")));
  compare("Rate: Evidence, shown", evidence.toSorted(), lines.toSorted());
  await assertHarmless(page, "on the page Rate");
  t.diagnostic(`${tally.fields.size} fields, ${STRINGS.length} strings, ${tally.texts} texts read back; executed 0, mangled ${tally.mangled.length}`);
  assert.deepEqual(tally.mangled, [], "every text is what was put in");
});
