// Addresses, names of files and damaged files: what is told of them is text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { idOf, startNow } from "./support/app.mjs";
import { pick, start } from "./support/browser.mjs";
import { asText, assertHarmless, assertNarrow, HOSTILE, watchForScripts, WIDE } from "./support/hostile.mjs";
import { csv } from "./support/hostile_files.mjs";
import { nameOf, turn, WIDTHS } from "./support/hostile_pages.mjs";

const STRINGS = Object.values(HOSTILE);

test("addresses, names of files and damage in files are told as text", async (t) => {
  const visit = await start(t, { prepare: watchForScripts });
  const { page } = visit;
  await startNow(page);
  const id = idOf(page);
  const strings = [...STRINGS, "%00", "%", "%ff%fe", "..", "%2e%2e/%2e%2e", "constructor/__proto__", "/".repeat(2000), "%252e".repeat(2000), WIDE.repeat(50)].map(asText);
  const prefixes = ["", "assessment/", `assessment/${id}/`, "models/", "glossary/", `assessment/${id}/rate/`, `assessment/${id}/profile/`];
  // All of them, as they are and encoded, in the page itself: each must lead to a page with a heading.
  const tried = await page.evaluate(async ([strings, prefixes]) => {
    const lost = [];
    let count = 0;
    for (const [at, prefix] of prefixes.entries()) {
      // The pages that take long to draw get some of them.
      const some = strings.filter((_, number) => at < 4 || number % 8 === at);
      for (const text of some.flatMap((one) => [one, encodeURIComponent(one)])) {
        location.hash = `#/${prefix}${text}`;
        count += 1;
        for (let times = 0; times < 100; times += 1) {
          await new Promise((done) => setTimeout(done, 2));
          if (times > 1 && document.querySelector("main h1")?.checkVisibility()) break;
          if (times === 99) lost.push(`${prefix}${text.slice(0, 80)}`);
        }
        if (document.querySelector("body script, img, iframe, main svg *[onload]")) lost.push(`markup: ${prefix}${text.slice(0, 80)}`);
      }
    }
    return { lost, count };
  }, [strings, prefixes]);
  assert.deepEqual(tried.lost, []);
  for (const address of [`#/assessment/${WIDE}/rate`, `#/models/${encodeURIComponent(HOSTILE.handler + WIDE)}`]) {
    await turn(page, address, /./);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await assertNarrow(page, `at ${address.slice(0, 30)}, ${width} pixels`);
    }
  }
  // Loaded anew, too.
  for (const text of [HOSTILE.handler, "%00", HOSTILE["path tricks"], WIDE]) {
    await visit.go(`/assessment/${text}`);
    await assertHarmless(page, "at a hostile address");
  }

  await visit.go("/");
  for (const at of STRINGS.keys()) {
    await pick(page, "Import a file", nameOf(at), "{}");
    await page.getByRole("status").filter({ hasText: `${nameOf(at).replace(/\s+/g, " ").trim()}: This is not an assessment file` }).waitFor();
  }
  const file = (changes) => JSON.stringify({ format: "plumbline-assessment", format_version: 1, id: "x", model: 1, framework: 1, written_at: "", written_by: "", changes });
  await pick(page, "Import a file", "x.json", file([{ edit: { [HOSTILE.handler + WIDE.repeat(20)]: 1 } }]));
  await page.getByRole("status").filter({ hasText: "This file is damaged" }).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await assertNarrow(page, "with a long message");
  await page.getByRole("button", { name: "Close message" }).click();
  await pick(page, "Import a file", "x.json", file([]).replace('"x"', JSON.stringify("../<b>")));
  await page.getByRole("status").filter({ hasText: "This file is damaged" }).waitFor();
  await pick(page, "Import a file", "x.json", file([]).replace('"written_by":""', String.raw`"written_by":"\ud800"`));
  await page.getByRole("status").filter({ hasText: "This file is damaged" }).waitFor();
  await assertHarmless(page, "with messages about files");
  await turn(page, "#/models", "Models");
  for (const content of [`{"format":${JSON.stringify(HOSTILE.handler)},"format_version":1}`, csv([STRINGS.map(asText)]), csv([["row", "id", "text"], ...STRINGS.map((text) => Array(3).fill(asText(text)))])]) {
    await pick(page, "Open a model", nameOf(2), content);
    await page.getByText("It cannot be used yet.", { exact: false }).waitFor();
    await assertHarmless(page, "with problems of a model");
    await assertNarrow(page, "with problems of a model");
  }
  t.diagnostic(`${tried.count} addresses, ${STRINGS.length} names of files; executed 0`);
});
