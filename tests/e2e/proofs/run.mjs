// Runs the proofs that are named, or all: node tests/e2e/proofs/run.mjs [NAME...] [--COUNT N...]

import * as blockedStorage from "./blocked_storage.mjs";
import * as fullStorage from "./full_storage.mjs";
import * as killBrowser from "./kill_browser.mjs";
import * as killTab from "./kill_tab.mjs";
import * as manyAssessments from "./many_assessments.mjs";
import * as twoTabs from "./two_tabs.mjs";

const PROOFS = {
  kill_tab: killTab,
  kill_browser: killBrowser,
  full_storage: fullStorage,
  blocked_storage: blockedStorage,
  two_tabs: twoTabs,
  many_assessments: manyAssessments,
};

const { names, given } = readArguments(process.argv.slice(2));
let failed = 0;
for (const name of names) {
  const began = Date.now();
  const { line, failures } = await outcome(name);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${name}: ${failures.length ? "FAILED" : "passed"}: ${line} (${seconds} s)`);
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length) failed += 1;
}
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

async function outcome(name) {
  const { prove, counts } = PROOFS[name];
  try {
    return await prove({ ...counts, ...given });
  } catch (error) {
    return { line: "it did not come to its end", failures: [error.stack] };
  }
}

function readArguments(words) {
  const names = [];
  const given = {};
  while (words.length) {
    const word = words.shift();
    const count = word.startsWith("--") && word.slice(2);
    if (count && Object.values(PROOFS).some(({ counts }) => count in counts)) given[count] = readCount(word, words.shift());
    else if (word in PROOFS) names.push(word);
    else fail(`There is no proof ${word}.`);
  }
  return { names: names.length ? names : Object.keys(PROOFS), given };
}

function readCount(word, text) {
  if (!/^\d+$/.test(text ?? "")) fail(`${word} needs a number.`);
  return Number(text);
}

function fail(message) {
  const options = ({ counts }) => Object.entries(counts).map(([count, number]) => `--${count} ${number}`);
  const proofs = Object.entries(PROOFS).map(([name, proof]) => `  ${name} ${options(proof).join(" ")}`);
  console.error(`${message} Usage: scripts/prove [NAME...] [--COUNT N...], with all names and these counts where none are given:\n${proofs.join("\n")}`);
  process.exit(2);
}
