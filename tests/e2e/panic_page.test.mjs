// When Plumbline breaks, the page says so, and the work can be taken away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

test("a page that was torn apart from outside still hands over the work", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  visit.expect(/panicked at/);
  visit.expect(/page error: (unreachable|RuntimeError)/);
  await startNow(page);
  await rateByKeys(page, "FLP");
  // Both pages are here then, and one takes the place of the other at once.
  await turnTo(page, "Set up");
  await turnTo(page, "Rate");

  // Translators and other add-ons do this: they take away nodes that the page still counts on.
  await page.getByRole("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
    const marks = [];
    while (walker.nextNode()) marks.push(walker.currentNode);
    for (const mark of marks) mark.remove();
  });
  await page.getByRole("link", { name: "Set up", exact: true }).click();

  await page.getByRole("heading", { level: 1, name: "Plumbline has stopped" }).waitFor();
  const file = await download(page, () => page.getByRole("link", { name: /^Download "First hour/ }).click());
  assert.equal(JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit).length, 3);
  await page.getByRole("link", { name: "Reload" }).click();
  await page.getByRole("progressbar", { name: /^3 of \d+ rated$/ }).waitFor();
});
