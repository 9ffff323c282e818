// Files with a hostile string in every text: a whole set of models, a model as CSV, an assessment, ratings.

import { readFile } from "node:fs/promises";
import { asText, HOSTILE, refill } from "./hostile.mjs";

const SMALL = new URL("../../fixtures/models/", import.meta.url);

// Fields whose values lead somewhere or are one of a few; all other texts are free.
const BOUND = new Set(
  "format id version confidence kind direction rated_on letter code of own below rounding minor one_major several_majors slight significant substantial rates process processes outcome outcomes achievements attributes reference_model reference_models frameworks builds_on group from to role asked not_asked items at_least at_most".split(" "),
);
const fieldOf = (place) => place.split(".").at(-1).replace(/\[\d+\]$/, "");

// Ids are free to some degree, too. They are the same in all files.
export const IDS = {
  WATER: `=W"><img src=x onerror="window.__executed=1">`,
  BREW: `@B/../%00'<svg onload=window.__executed=1>`,
  T1: "+T1<b>",
  M1: "M1<script>window.__executed=1</script>",
};

/** Takes the strings in turn. Each has its number behind it, because some texts must not stand twice. */
export function inTurn(strings = Object.values(HOSTILE)) {
  let number = 0;
  return () => {
    number += 1;
    return `${asText(strings[(number - 1) % strings.length])} ${number}`;
  };
}

/** The small models of the tests as JSON texts by file name, and all the texts in them, each with its place. */
export async function hostileModels(strings) {
  const next = inTurn(strings);
  const texts = [];
  const files = {};
  for (const kind of ["framework", "reference", "assessment", "crosswalk"]) {
    const plain = JSON.parse(await readFile(new URL(`tea.${kind}.json`, SMALL), "utf8"));
    if (kind === "crosswalk") plain.reference_models = ["tea-processes"];
    const free = (place) => !BOUND.has(fieldOf(place));
    const filled = refill(plain, free, (place) => {
      texts.push({ place: `${kind}: ${place}`, text: next() });
      return texts.at(-1).text;
    });
    let text = JSON.stringify(filled);
    for (const [id, hostile] of Object.entries(IDS)) {
      text = text.replaceAll(new RegExp(`(?<=[":])${id}(?=["\\].])`, "g"), () => JSON.stringify(hostile).slice(1, -1));
    }
    files[kind] = { id: plain.header.id, text };
  }
  return { files, texts };
}

/** The template of a model as CSV, with hostile strings in all texts that a spreadsheet can hold. */
export function hostileTemplate(rows, columns) {
  const next = inTurn(Object.values(HOSTILE).map((text) => text.replaceAll(";", ":")));
  const free = ["name", "text", "question", "partially", "largely", "fully", "look for", "recommendation"].map((name) => columns.indexOf(name));
  const fixed = new Set(["id", "version", "reference model", "framework", "levels", "highest level", "confidence", "builds on", "glossary", "generic guidance"]);
  return rows.map((row) =>
    row.map((cell, at) => {
      const bound = row[0] === "model" && (fixed.has(row[1]) || /^\S+$/.test(cell));
      return free.includes(at) && cell !== "" && !bound ? next().trim() : cell;
    }),
  );
}

/** CSV as a spreadsheet would write it, without any guard. */
export const csv = (rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

/** An assessment file with hostile strings in everything that people say, made from one that only starts. */
export function hostileAssessment(exported, strings = Object.values(HOSTILE)) {
  const file = structuredClone(exported);
  const all = strings.map(asText);
  const next = inTurn(strings);
  file.id = "hostile-0";
  file.written_at = next();
  file.written_by = next();
  const { set_scope: scope } = file.changes.find(({ edit }) => "set_scope" in edit).edit;
  let clock = file.changes.at(-1).id.clock;
  const add = (edit) => {
    clock += 1;
    file.changes.push({ id: { clock, replica: "other" }, author: next(), at: next(), edit });
  };
  add({ set_title: { title: all.join("") } });
  const short = all.filter((text) => text.length < 5000);
  for (const text of all) add({ evidence: { set: { evidence: next(), content: { kind: "record", title: text, place: `javascript:${text}`, date: null, role: next(), by: next() } } } });
  add({ set_unit: { unit: all.at(-2) ?? next() } });
  add({ set_purpose: { purpose: short.join(" ") } });
  for (const process of scope.processes) {
    for (let number = 0; number < 3; number += 1) add({ set_instance: { process, instance: next(), name: next() } });
    const subject = (item) => ({ process, instance: "1", item });
    const outcome = (letter) => subject({ indicator: `${process}.${letter}` });
    for (const text of all) add({ set_evidence: { subject: outcome("O1"), evidence: next(), content: { kind: "document", source: text } } });
    add({ judge: { subject: outcome("O1"), judgement: { rated: { rating: "N" } } } });
    add({ judge: { subject: outcome("O2"), judgement: { not_applicable: { reason: short.join("\n") } } } });
    for (const letter of ["O1", "O2"]) add({ set_note: { subject: outcome(letter), text: next() } });
    for (const text of all.slice(0, 8)) add({ set_note: { subject: outcome("O1"), text } });
    for (const text of all) {
      const finding = next();
      add({ finding: { set: { finding, content: { kind: "risk", text, parked: true, done: false } } } });
      add({ finding: { attach: { finding, subject: outcome("O1"), attached: true } } });
    }
    // The others stay below their target, for the plan.
    if (process === scope.processes[0]) add({ settle: { subject: { process, instance: null, item: { attribute: IDS.T1 } }, settlement: { rating: "F", reason: short.join("; ") } } });
  }
  return file;
}
