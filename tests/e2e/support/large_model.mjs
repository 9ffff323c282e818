// A model as large as they get: 200 processes of 6 outcomes, over a framework of 10 attributes.

import { readFile } from "node:fs/promises";

const FRAMEWORK = new URL("../../../models/iso-33020-2015.framework.json", import.meta.url);

const many = (count, make) => Array.from({ length: count }, (_, at) => make(at + 1));

export async function largeModel() {
  const framework = JSON.parse(await readFile(FRAMEWORK, "utf8"));
  framework.header = { ...framework.header, id: "ten", title: "Ten attributes" };
  const tenth = structuredClone(framework.attributes.at(-1));
  const rename = (id) => id.replace("PA5.2", "PA5.3");
  tenth.id = rename(tenth.id);
  tenth.title = "Tenth attribute";
  for (const achievement of tenth.achievements) achievement.id = rename(achievement.id);
  framework.attributes.push(tenth);

  const header = { version: "1.0.0", language: "en", licence: "CC0-1.0", provenance: "Made by a test." };
  const outcome = (id, at) => ({ id: `${id}.O${at}`, kind: "state", text: `State ${at} of ${id} holds.` });
  const process = (at) => ({
    id: `P-${at}`,
    group: `G${at % 10}`,
    name: `Process number ${at}`,
    purpose: `Do the work of process number ${at}.`,
    aliases: [],
    outcomes: many(6, (number) => outcome(`P-${at}`, number)),
  });
  const processes = many(200, process);
  const reference = {
    format: "plumbline-reference-model",
    format_version: 1,
    header: { ...header, id: "large-processes", title: "Large set" },
    domain: "Tests",
    context_of_use: "Tests",
    community: "Testers",
    consensus: "None sought.",
    confidence: "sure",
    groups: many(10, (at) => ({ id: `G${at - 1}`, title: `Group ${at}` })),
    processes,
    relations: processes.slice(1).map(({ id }) => ({ from: "P-1", to: id, what: "Something flows." })),
  };
  const guidance = (id) => ({
    question: `Does ${id} hold?`,
    partially: `Now and then ${id} holds.`,
    largely: `On most days ${id} holds.`,
    fully: `Every day ${id} holds.`,
    look_for: [`A record of ${id}`, `Somebody who tells of ${id}`],
    recommendation: `Write down when ${id} holds.`,
  });
  const achievements = framework.attributes.flatMap((attribute) => attribute.achievements.map(({ id }) => `ten:${id}`));
  const assessment = {
    format: "plumbline-assessment-model",
    format_version: 1,
    header: { ...header, id: "large", title: "Large model" },
    purpose: "Test how large a model may be.",
    reference_model: "large-processes",
    frameworks: ["ten"],
    levels: [1, 2, 3, 4, 5],
    selections: [{ id: "all", title: "All", when: "Choose this to test.", processes: processes.map(({ id }) => id), highest_level: 5 }],
    processes: processes.map(({ id, outcomes }) => ({
      process: id,
      practices: outcomes.map((one, at) => ({ id: `${id}.BP${at + 1}`, text: `Bring about ${one.id}`, outcomes: [one.id] })),
      information_items: [],
      guidance: outcomes.map((one) => ({ outcome: one.id, guidance: guidance(one.id) })),
    })),
    generic_practices: achievements.map((id) => ({ id: `GP ${id}`, text: `Reach ${id}`, achievements: [id] })),
    generic_resources: [],
    generic_guidance: [],
  };
  return { framework, reference, assessment };
}
