// Somebody who never saw Plumbline rates the first question, leaves, and comes back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choice, rateByKeys, startNow } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

test("from the open page to the first rating in at most three clicks", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await page.evaluate(() => {
    window.clicks = 0;
    addEventListener("pointerdown", () => (window.clicks += 1), true);
  });

  await page.getByRole("button", { name: /^First hour/ }).click();
  await choice(page, "SDE-5.O1", "L Largely").click();

  assert.equal(await choice(page, "SDE-5.O1", "L Largely").isChecked(), true);
  const clicks = await page.evaluate(() => window.clicks);
  assert.ok(clicks <= 3, `it took ${clicks} clicks`);
});

test("level, range and reason change in the same frame as the click", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  const panel = await page.getByRole("region", { name: "Capability level" }).elementHandle();
  const entry = await page.getByRole("link", { name: /^SDE-5 / }).elementHandle();
  await page.evaluate(
    ([panel, entry]) => {
      const look = () => (window.seen = [panel.outerHTML, entry.outerHTML]);
      // Asked for before the page has heard of the click: it runs just before the next frame is painted.
      addEventListener("pointerup", () => addEventListener("click", () => requestAnimationFrame(look), { capture: true, once: true }), {
        capture: true,
        once: true,
      });
    },
    [panel, entry],
  );

  await choice(page, "SDE-5.O1", "F Fully").click();

  await page.waitForFunction(() => window.seen);
  const [level, inList] = await page.evaluate(() => window.seen);
  assert.match(level, /Level 1, between 0 and 2 in the end/, "the badge");
  assert.match(level, /Between 0 and 2 in the end: 18 ratings are open\./, "the range");
  assert.match(level, /Level 2 needs PA2\.1 Performance management at L or F \(now not rated\)/, "the reason");
  assert.match(level, /1 of 19 rated/, "the progress");
  assert.match(inList, /Level 1, between 0 and 2 in the end/, "the badge in the list of processes");
});

// Where there is no room beside the sheet, guidance opens in the row at hand and closes in the one before: what is pressed must
// not move away under the finger.
test("a press on another question rates it, though guidance above it closes", async (t) => {
  const { page } = await start(t, { width: 1000, height: 900 });
  await startNow(page);
  await choice(page, "SDE-5.O1", "L Largely").click();
  for (const subject of ["SDE-5.O2", "SDE-5.O3", "SDE-5.O1"]) {
    const wanted = choice(page, subject, "P Partially");
    await wanted.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await wanted.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.waitForTimeout(100); // as long as a finger takes
    await page.mouse.up();
    assert.equal(await wanted.isChecked(), true, subject);
  }
});

test("all of it is there after the browser was closed", async (t) => {
  const visit = await start(t);
  const id = await startNow(visit.page);
  await rateByKeys(visit.page, "FLPN");
  const save = visit.page.getByRole("status", { name: "Save state" });
  await save.getByText(/^(✓ )?Saved \d/).waitFor();

  await visit.restart();
  const { page } = visit;

  await page.getByRole("progressbar", { name: /^4 of \d+ rated$/ }).waitFor();
  await page.getByRole("link", { name: /^First hour/ }).click();
  for (const [row, word] of ["F Fully", "L Largely", "P Partially", "N Not", "Not rated"].entries()) {
    assert.equal(await choice(page, `SDE-5.O${row + 1}`, word).isChecked(), true, `SDE-5.O${row + 1} is ${word}`);
  }
  assert.equal(page.url(), `${visit.address}#/assessment/${id}/rate`);
});
