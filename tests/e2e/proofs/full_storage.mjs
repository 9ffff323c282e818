// Storage that is full while people rate: it is said, the work can be taken away, and nothing is lost once there is room.

import { rateByKeys, startNow, turnTo } from "../support/app.mjs";
import { download } from "../support/browser.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { exported, rated, saveMark } from "./stored.mjs";

/** How many ratings are made before it is full, as many while it is, and one after; the first sheet has room for 19. */
export const counts = { before_full: 9 };

/** What is full: the database, localStorage where changes are noted first, or both. */
const CASES = [
  { name: "database full", database: true, notes: false },
  { name: "localStorage full", database: false, notes: true },
  { name: "both full", database: true, notes: true },
];

/** So little that the database can be filled up at once; see `fillDatabase`. */
const SMALL_QUOTA = 10 << 20;

const LETTERS = "FLPN";

export async function prove({ before_full: count }) {
  const told = [];
  const failures = [];
  let lost = 0;
  for (const full of CASES) {
    const seen = await proveOne(full, count);
    told.push(`${full.name}: ${seen.told}`);
    lost += seen.lost;
    failures.push(...seen.failures.map((failure) => `${full.name}: ${failure}`));
  }
  return { line: `${told.join("; ")}; ${lost} lost`, failures };
}

async function proveOne(full, count) {
  const own = await startOwn();
  try {
    const quota = await steerQuota(own);
    await quota(SMALL_QUOTA);
    const failures = [];
    await own.go("/");
    const { page } = own;
    const id = await startNow(page);
    const letters = Array.from({ length: 2 * count + 1 }, (_, at) => LETTERS[at % LETTERS.length]).join("");
    await rateByKeys(page, letters.slice(0, count));
    await saveMark(page, /^Saved \d/);

    if (full.notes) await page.evaluate(fillNotes);
    if (full.database) {
      await quota(1);
      await page.evaluate(fillDatabase, SMALL_QUOTA);
    }
    for (const letter of letters.slice(count, 2 * count)) await page.keyboard.press(letter);
    const said = await saveMark(page, full.database ? /^Not saved\./ : /^(Not saved\.|Saved \d)/).catch((error) => error.message);
    const refused = said.startsWith("Not saved.");
    if (refused) {
      const file = await download(page, () => page.getByRole("button", { name: "Download your work" }).click());
      const held = rated(JSON.parse(file.text)).length;
      if (held !== 2 * count) failures.push(`the downloaded file holds ${held} of ${2 * count} ratings`);
    } else if (full.database) {
      failures.push(said);
    }

    await quota(undefined);
    await page.evaluate(emptyNotes);
    await page.keyboard.press(letters.at(-1));
    await saveMark(page, /^Saved \d/).catch((error) => failures.push(`with room again: ${error.message}`));
    await own.go(`/assessment/${id}/set-up`);
    const kept = rated(await exported(page)).length;
    if (kept !== letters.length) failures.push(`${letters.length - kept} of ${letters.length} ratings are lost`);
    await turnTo(page, "Rate");
    failures.push(...own.trouble);
    return { told: `${refused ? "said" : "not said"}, ${letters.length} made, ${kept} found`, lost: letters.length - kept, failures };
  } finally {
    await own.stop();
  }
}

/** A function that sets how much the site may store, or takes the limit away. */
async function steerQuota(own) {
  // The limit lasts for as long as this session, which lasts for as long as the page.
  const session = await own.page.context().newCDPSession(own.page);
  const { origin } = new URL(own.address);
  return (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

/** In the page: fills localStorage to the last character. */
function fillNotes() {
  let number = 0;
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    try {
      for (;;) localStorage.setItem(`filler/${(number += 1)}`, "x".repeat(size));
    } catch {
      // no room for this much
    }
  }
}

/** In the page: takes away again what filled localStorage. */
function emptyNotes() {
  for (const key of Object.keys(localStorage)) if (key.startsWith("filler/")) localStorage.removeItem(key);
}

/**
 * In the page: asks for more than is left. Chromium looks at the quota anew only when the room that it knew of runs
 * out, or after half a minute, so a quota that was lowered is noticed at once only by asking for all of it. What is
 * written is random, because like text is made smaller.
 */
async function fillDatabase(size) {
  const PIECE = 50_000;
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("filler", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("pieces", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const refused = await new Promise((resolve) => {
    const transaction = database.transaction("pieces", "readwrite");
    for (let written = 0; written <= size; written += PIECE) {
      transaction.objectStore("pieces").put(crypto.getRandomValues(new Uint8Array(PIECE)));
    }
    transaction.oncomplete = () => resolve(false);
    transaction.onabort = () => resolve(true);
  });
  database.close();
  if (!refused) throw new Error("The database took more than its quota, so it cannot be filled up.");
}
