// Hundreds of complete assessments in one browser: how much they take, and how fast the list and a rating stay.

import { choice } from "../support/app.mjs";
import { startOwn } from "../support/own_browser.mjs";
import { changes, material } from "./made_assessment.mjs";

/** Once each assessment was summed up, the list has to be shown within this time of opening the page; 0 does not ask. */
export const counts = { assessments: 300, notes: 300, clicks: 50, list_within_ms: 1000 };

/** How long the first list may take, in ms: every assessment has to be summed up for it. */
const PATIENCE = 300_000;

const PROCESS = "CON-1";

export async function prove({ assessments, notes, clicks, list_within_ms: limit }) {
  const own = await startOwn({ prepare: watchList });
  try {
    const failures = [];
    const made = await material();
    const one = changes(made, 1, notes);
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    // The app makes the database.
    await own.go("/");

    await put(own, made, notes, 1, 1);
    const firstOfOne = await list(own, 1);
    await own.go(`/assessment/${idOf(1)}/rate/${PROCESS}`);
    const alone = await clickRatings(own.page, clicks);

    await put(own, made, notes, 2, assessments);
    const first = await list(own, assessments);
    await viewsKept(own, assessments);
    const second = await list(own, assessments);
    if (limit && second > limit) failures.push(`the list was shown after ${second} ms; ${limit} are allowed`);
    const opening = await own.page.evaluate(openOne, idOf(assessments));
    const undone = await unrated(own.page, made);
    if (undone) failures.push(`an assessment that is complete opens with ${undone}`);
    await own.go(`/assessment/${idOf(assessments)}/rate/${PROCESS}`);
    const among = await clickRatings(own.page, clicks);
    const { usage } = await own.page.evaluate(() => navigator.storage.estimate());

    failures.push(...own.trouble);
    const line = [
      `${assessments} assessments of ${one.length} changes, ${megabytes(assessments * JSON.stringify(one).length)} MB of text, take ${megabytes(usage)} MB`,
      `list of one ${firstOfOne} ms, of all first ${first} ms, then ${second} ms`,
      `one opens in ${opening} ms`,
      `rating to next frame alone ${alone.median} ms (95 %: ${alone.most}), among all ${among.median} ms (95 %: ${among.most})`,
      `ratio ${(among.median / alone.median).toFixed(2)}`,
      `work before that frame ${alone.work} and ${among.work} ms, ratio ${(among.work / alone.work).toFixed(2)}`,
    ].join(", ");
    return { line, failures };
  } finally {
    await own.stop();
  }
}

function idOf(number) {
  return `made-${String(number).padStart(4, "0")}`;
}

/** Puts the assessments of these numbers into the database as the app keeps them, without the views that it makes of them. */
async function put(own, made, notes, from, to) {
  // A page of the site that is not the app, so that nothing else is at work.
  await own.page.goto(`${own.address}models/catalogue.json`);
  for (let number = from; number <= to; number += 1) {
    const lines = changes(made, number, notes).map((change) => JSON.stringify(change));
    await own.page.evaluate(putOne, [idOf(number), lines.join("\n")]);
  }
}

/** In the page: writes one assessment. */
async function putOne([id, pack]) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("plumbline");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    if (!database.objectStoreNames.contains("texts")) throw new Error("The app keeps nothing in the database plumbline.");
    await new Promise((resolve, reject) => {
      const transaction = database.transaction("texts", "readwrite");
      const texts = transaction.objectStore("texts");
      texts.put(JSON.stringify({ format_version: 2, deleted_at: null }), `head/${id}`);
      texts.put(pack, `pack/${id}`);
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Opens the home page anew and gives how long it took from there until the whole list was on the screen, in ms. */
async function list(own, count) {
  await own.go("/");
  await own.page.waitForFunction((count) => window.listed.some(([length]) => length >= count), count, { timeout: PATIENCE });
  const listed = await own.page.evaluate(() => window.listed);
  return Math.round(listed.find(([length]) => length >= count)[1]);
}

/** Runs in the page before anything else: notes how many assessments are listed in each frame, and when. */
function watchList() {
  window.listed = [];
  const look = () => {
    const { length } = document.querySelectorAll('button[aria-label^="Export "]');
    if (length > (window.listed.at(-1)?.[0] ?? 0)) window.listed.push([length, performance.now()]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Waits until the app has kept what it computed for the list. */
async function viewsKept(own, count) {
  const kept = async () =>
    own.page.evaluate(async () => {
      const result = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await result(indexedDB.open("plumbline"));
      const views = await result(database.transaction("texts").objectStore("texts").count(IDBKeyRange.bound("view/", "view/\uffff")));
      database.close();
      return views;
    });
  const until = Date.now() + PATIENCE;
  let views = await kept();
  for (; views < count && Date.now() < until; views = await kept()) await own.page.waitForTimeout(200);
  if (views < count) throw new Error(`The app kept ${views} of ${count} views.`);
}

/** In the page: opens an assessment of the list and gives the ms until its questions are on the screen. */
function openOne(id) {
  const began = performance.now();
  document.querySelector(`main a[href*="/${id}/"]`).click();
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('section[aria-label="Questions"] fieldset')) resolve(Math.round(performance.now() - began));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What is missing of a complete assessment that is open; empty where it is complete. */
async function unrated(page, { processes }) {
  const links = page.getByRole("navigation", { name: "Processes" }).getByRole("link");
  const bars = await links.getByRole("progressbar").evaluateAll((bars) => bars.map((bar) => bar.ariaLabel));
  const complete = bars.filter((label) => /^(\d+) of \1 rated$/.test(label)).length;
  return complete === processes.length ? "" : `${complete} of ${processes.length} processes complete`;
}

/** Rates by mouse, and gives the times from the click to the frame that shows it, in ms. */
async function clickRatings(page, count) {
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${PROCESS} `) }).waitFor();
  await page.evaluate(() => {
    addEventListener(
      "pointerup",
      ({ timeStamp }) => {
        const heard = performance.now();
        requestAnimationFrame(() => {
          const work = performance.now() - heard;
          // A task that waits behind a frame comes once it was drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.clicked.push({ toFrame: performance.now() - timeStamp, work });
          port2.postMessage(null);
        });
      },
      true,
    );
    window.clicked = [];
  });
  const words = ["P Partially", "N Not", "L Largely", "F Fully"];
  for (let click = 0; click < count; click += 1) {
    await choice(page, `${PROCESS}.O${(click % 5) + 1}`, words[Math.floor(click / 5) % words.length]).click();
    await page.waitForFunction((done) => window.clicked.length > done, click);
  }
  const clicked = await page.evaluate(() => window.clicked);
  const part = (values, share) => values.sort((one, other) => one - other)[Math.floor((values.length - 1) * share)].toFixed(1);
  const toFrame = clicked.map((one) => one.toFrame);
  return { median: part(toFrame, 0.5), most: part(toFrame, 0.95), work: part(clicked.map(({ work }) => work), 0.5) };
}
