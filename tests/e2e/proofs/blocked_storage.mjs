// Storage that the browser blocks, wholly or in part: the page works, and never says that something is saved that is not.

import { choice, rateByKeys, startNow, turnTo } from "../support/app.mjs";
import { download } from "../support/browser.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { exported, rated } from "./stored.mjs";

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
  for (const blocked of CASES) {
    const seen = await proveOne(blocked, count);
    told.push(`${blocked.name}: ${seen.told}`);
    failures.push(...seen.failures.map((failure) => `${blocked.name}: ${failure}`));
  }
  return { line: told.join("; "), failures };
}

async function proveOne({ prepare, nothingKeeps = false }, count) {
  const own = await startOwn({ prepare });
  try {
    const failures = [];
    const expect = (holds, failure) => holds || failures.push(failure);
    await own.go("/");
    const { page } = own;
    const mark = page.getByRole("status", { name: "Save state" });
    if (nothingKeeps) await mark.getByText("Not saved.").waitFor();
    const id = await startNow(page);
    await rateByKeys(page, "F".repeat(count));
    await mark.getByText(/^(Not saved\.|Saved \d)/).first().waitFor();
    const saved = (await mark.textContent()).trim().startsWith("Saved");
    expect(!(nothingKeeps && saved), "the page says that it saved, and nothing can be saved");
    if (!saved) {
      const file = await download(page, () => mark.getByRole("button", { name: "Download your work" }).click());
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
    failures.push(...own.trouble);
    return { told: saved ? `says saved, ${found} of ${count} found after a reload` : `says not saved, ${held} of ${count} taken away`, failures };
  } finally {
    await own.stop();
  }
}

function blockedDoor(name) {
  return `Object.defineProperty(window, "${name}", { get() { ${refusal()} } });`;
}

/** What browsers throw where people block what pages keep. */
function refusal() {
  return `throw new DOMException("Access is denied for this document.", "SecurityError");`;
}
