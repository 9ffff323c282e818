// Complete assessments of all processes, made from the model files without the app.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { chance } from "./random.mjs";

const MODELS = new URL("../../../models/", import.meta.url);
const MODEL = "itsm.assessment.json";
const PROCESSES = "itsm-processes-2011.reference.json";
const FRAMEWORK = "iso-33020-2015.framework.json";

/** The one instance that each process has from the start. */
const INSTANCE = "1";

/** Ratings as often as they are given. */
const MOSTLY = "FFFLLP";

const note = ({ process }) => `Seen in the records of ${process}; the owner showed how it is done, and where it is kept.`;

/**
 * What every assessment is made of, up to a level of the framework, or all of it.
 * @returns {Promise<{model: object, framework: object, processes: object[], level: number}>} with the references that
 *   `start` needs, and the indicators of each process up to the level
 */
export async function material(upTo = Infinity) {
  const [model, reference, framework] = await Promise.all([MODEL, PROCESSES, FRAMEWORK].map(readModel));
  const attributes = framework.file.attributes.filter(({ level }) => level <= upTo);
  const achievements = attributes.filter(({ rated_on }) => rated_on !== "outcomes").flatMap(({ achievements }) => achievements);
  const processes = reference.file.processes.map(({ id, outcomes }) => ({ id, indicators: [...outcomes, ...achievements].map((indicator) => indicator.id) }));
  const level = Math.max(...attributes.map(({ level }) => level));
  return { model: model.reference, framework: framework.reference, processes, level };
}

async function readModel(name) {
  const text = await readFile(new URL(name, MODELS), "utf8");
  const file = JSON.parse(text);
  const { id, version } = file.header;
  return { file, reference: { id, version, hash: createHash("sha256").update(text).digest("hex") } };
}

/** The changes of an assessment in which everything is rated, with this many notes. Each number gives another one. */
export function changes({ model, framework, processes, level }, number, notes) {
  const random = chance(number);
  const subjects = processes.flatMap(({ id, indicators }) => indicators.map((indicator) => ({ process: id, instance: INSTANCE, item: { indicator } })));
  const edits = [
    { start: { model, framework } },
    { set_title: { title: `Complete assessment ${number}` } },
    { set_unit: { unit: `Unit ${number}` } },
    { set_scope: { processes: processes.map(({ id }) => id) } },
    { set_highest_level: { level } },
    { set_method: { method: "R1" } },
    { set_target: { level: 3 } },
    ...subjects.map((subject) => ({ judge: { subject, judgement: { rated: { rating: MOSTLY[Math.floor(random() * MOSTLY.length)] } } } })),
    ...subjects.slice(0, notes).map((subject) => ({ set_note: { subject, text: note(subject) } })),
  ];
  const began = Date.UTC(2026, 0, 5, 8) + number * 3_600_000;
  return edits.map((edit, at) => ({
    id: { clock: at + 1, replica: `made-${number}` },
    author: "Lead assessor",
    at: new Date(began + at * 1000).toISOString(),
    edit,
  }));
}

/** These changes as an assessment file. */
export function assessmentFile(id, made) {
  const { model, framework } = made[0].edit.start;
  const { at } = made.at(-1);
  return { format: "plumbline-assessment", format_version: 1, id, model, framework, written_at: at, written_by: "A proof", changes: made };
}
