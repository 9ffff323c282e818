// Storage that the browser blocks, wholly or in part: the page works, and never says that something is saved that is not.

import { choice, rateByKeys, startNow, turnTo } from "../support/app.mjs";
import { download } from "../support/browser.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { exported, rated, saveMark } from "./stored.mjs";

export const counts = { blocked_ratings: 5 };

/** Each is run in the page before anything else. */
const CASES = [
  { name: "both blocked", prepare: ["indexedDB", "localStorage"].map(blockedDoor).join("\n"), nothingKeeps: true },
  { name: "indexedDB blocked", prepare: blockedDoor("indexedDB") },
  { name: "localStorage blocked", prepare: blockedDoor("localStorage") },
  { name: "indexedDB refuses to open", prepare: `IDBFactory.prototype.open = () => { ${refusal()} };` },
];

export async function prove({ blocked_ratings: count }) {
  const told = [];
  const failures = [];
  const own = await startOwn();
  try {
    for (const blocked of CASES) {
      const seen = await proveOne(own, blocked, count);
      told.push(`${blocked.name}: ${seen.told}`);
      failures.push(...seen.failures.map((failure) => `${blocked.name}: ${failure}`));
    }
  } finally {
    await own.stop();
  }
  failures.push(...own.trouble);
  return { line: told.join("; "), failures };
}

async function proveOne(own, { prepare, nothingKeeps = false }, count) {
  const page = await own.newPage(prepare);
  own.page = page;
  const failures = [];
  const expect = (holds, failure) => holds || failures.push(failure);
  await own.go("/");
  if (nothingKeeps) await saveMark(page, /^Not saved\./);
  const id = await startNow(page);
  await rateByKeys(page, "F".repeat(count));
  const saved = (await saveMark(page, /^(Not saved\.|Saved \d)/)).startsWith("Saved");
  expect(!(nothingKeeps && saved), "the page says that it saved, and nothing can be saved");
  if (!saved) {
    const file = await download(page, () => page.getByRole("button", { name: "Download your work" }).click());
    const held = rated(JSON.parse(file.text)).length;
    expect(held === count, `the downloaded work holds ${held} of ${count} ratings`);
  }

  await turnTo(page, "Profile");
  await turnTo(page, "Rate");
  expect(await choice(page, "SDE-5.O1", "F Fully").isChecked(), "the rating is gone after a walk to another page");
  await turnTo(page, "Set up");
  const held = rated(await exported(page)).length;
  expect(held === count, `the export holds ${held} of ${count} ratings`);

  let found = 0;
  if (saved) {
    await own.go(`/assessment/${id}/set-up`);
    found = rated(await exported(page)).length;
    expect(found === count, `${count} ratings were shown as saved, and ${found} are found after a reload`);
  }
  return { told: saved ? `says saved, ${found} of ${count} found after a reload` : `says not saved, ${held} of ${count} taken away`, failures };
}

function blockedDoor(name) {
  return `Object.defineProperty(window, "${name}", { get() { ${refusal()} } });`;
}

/** What browsers throw where people block what pages keep. */
function refusal() {
  return `throw new DOMException("Access is denied for this document.", "SecurityError");`;
}
