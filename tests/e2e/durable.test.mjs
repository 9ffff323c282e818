// The proofs that work is kept, with small counts. `scripts/prove` runs them in full and prints their figures.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as blockedStorage from "./proofs/blocked_storage.mjs";
import * as fullStorage from "./proofs/full_storage.mjs";
import * as killBrowser from "./proofs/kill_browser.mjs";
import * as killTab from "./proofs/kill_tab.mjs";
import * as manyAssessments from "./proofs/many_assessments.mjs";
import * as twoTabs from "./proofs/two_tabs.mjs";

// Nothing here is asserted about time, which is not the same on any two machines: 0 does not ask.
const holds = async (t, { prove, counts }, fewer = {}) => {
  const { line, failures } = await prove({ ...counts, ...fewer });
  t.diagnostic(line);
  assert.deepEqual(failures, []);
};

// Two at once, because each waits for its browser most of the time.
describe("work is kept", { concurrency: 2 }, () => {
  test("what is shown as saved outlives a killed tab", (t) => holds(t, killTab, { ratings: 20, kills: 2 }));

  test("what is shown as saved outlives a killed browser", (t) => holds(t, killBrowser, { ratings: 20, kills: 2 }));

  test("full storage is said, the work can be taken away, and nothing is lost", (t) => holds(t, fullStorage, { before_full: 3 }));

  test("blocked storage is said, and the page works", (t) => holds(t, blockedStorage, { blocked_ratings: 3 }));

  test("two tabs show the same and lose nothing", (t) => holds(t, twoTabs, { edits: 20, rounds: 2, within_ms: 0 }));

  test("many assessments are listed, open complete, and can be rated", (t) => holds(t, manyAssessments, { assessments: 3, clicks: 5, list_within_ms: 0 }));
});
