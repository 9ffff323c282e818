// The page lets in nothing but its own files, on any host: the policy stands in the page itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rateByKeys, startNow, turnTo } from "./support/app.mjs";
import { download, start } from "./support/browser.mjs";

test("without any help of the host, foreign scripts, styles and addresses are kept out, and the work goes on", async (t) => {
  const visit = await start(t, { csp: false });
  const { page } = visit;
  visit.expect(/Content Security Policy|content policy/);

  const entered = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.entered = true";
    document.body.append(script);
    const paragraph = document.createElement("p");
    paragraph.setAttribute("style", "position: fixed");
    document.body.append(paragraph);
    const style = getComputedStyle(paragraph).position;
    paragraph.remove();
    const answer = await fetch("https://elsewhere.invalid/").then(
      () => "answered",
      () => "kept out",
    );
    return { script: window.entered ?? false, style, answer };
  });
  assert.deepEqual(entered, { script: false, style: "static", answer: "kept out" });

  await startNow(page);
  await rateByKeys(page, "FL");
  await turnTo(page, "Profile");
  await turnTo(page, "Set up");
  const file = await download(page, () => page.getByRole("button", { name: "Export assessment" }).click());
  assert.equal(JSON.parse(file.text).changes.filter(({ edit }) => "judge" in edit).length, 2);
});
