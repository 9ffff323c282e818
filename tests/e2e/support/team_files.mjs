// Assessment files of several teams, made up without the app: attributes rated as a whole, up to level 2.

import { material } from "../proofs/made_assessment.mjs";

const { model, framework } = await material(2);
const ATTRIBUTES = ["PA1.1", "PA2.1", "PA2.2"];

/**
 * One assessment.
 * @param {string} id
 * @param {{title: string, unit: string, site?: string, author?: string, days: Record<string, Record<string, string>>}} team
 *   `days` by date, the letters of the attributes of each process rated on it: `{ "2026-03-01": { "RES-1": "FP." } }`, where a
 *   point leaves it as it is
 */
export function teamFile(id, { title, unit, site = "", author = "Lead assessor", days }) {
  const processes = [...new Set(Object.values(days).flatMap((ratings) => Object.keys(ratings)))].sort();
  const within = [{ kind: "organisation", name: "Example AG" }, ...(site ? [{ kind: "site", name: site }] : [])];
  const setUp = [
    { start: { model, framework } },
    { set_title: { title } },
    { set_unit: { unit } },
    { place_unit: { kind: "team", within } },
    { set_scope: { processes } },
    { set_highest_level: { level: 2 } },
    { set_method: { method: "R3" } },
    { set_target: { level: 2 } },
  ];
  const dated = Object.entries(days).flatMap(([day, ratings], place) => {
    const judged = Object.entries(ratings).flatMap(([process, letters]) =>
      [...letters].flatMap((rating, number) => (rating === "." ? [] : [judge(process, ATTRIBUTES[number], rating)])),
    );
    return [...(place === 0 ? setUp : []), ...judged].map((edit) => ({ day, edit }));
  });
  const changes = dated.map(({ day, edit }, at) => ({ id: { clock: at + 1, replica: id }, author, at: `${day}T10:00:00.000Z`, edit }));
  return { format: "plumbline-assessment", format_version: 3, id, model, framework, written_at: changes.at(-1).at, written_by: "A journey", changes };
}

const judge = (process, attribute, rating) => ({
  judge: { subject: { process, instance: null, item: { attribute } }, judgement: { rated: { rating } } },
});

/** Files as a browser is handed them. */
export const asFiles = (files) =>
  files.map((file) => ({ name: `${file.id}.json`, mimeType: "application/json", buffer: Buffer.from(typeof file === "string" ? file : JSON.stringify(file)) }));

/** Three teams: the north is at level 2 in incidents, the south climbs from 0 to 1, the west has other processes in scope. */
export const THREE_TEAMS = [
  teamFile("n-1", { title: "North in spring", unit: "North desk", site: "Berlin", author: "Ada Assessor", days: { "2026-03-01": { "RES-1": "FLL", "RES-2": "LNN" }, "2026-09-01": { "RES-1": "FFL" } } }),
  teamFile("s-1", { title: "South in spring", unit: "South desk", site: "Aarhus", days: { "2026-03-02": { "RES-1": "PNN", "RES-2": "..." } } }),
  teamFile("s-2", { title: "South in autumn", unit: "South desk", site: "Aarhus", days: { "2026-09-02": { "RES-1": "FP.", "RES-2": "..." } } }),
  teamFile("w-1", { title: "West once", unit: "West desk", site: "Berlin", days: { "2024-09-03": { "RES-1": "FPP", "CON-1": "FFF" } } }),
];
