// A finalised file, verified by the command line.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Says in the same words as the app that the file is whole. */
export async function verifyNatively(t, text) {
  // The native tests have built it by the time that the journeys run.
  const binary = process.env.PLUMBLINE ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target"), "debug", "plumbline");
  if (!(await access(binary).then(() => true, () => false))) {
    return t.skip("the command line is not built; PLUMBLINE tells where it is");
  }
  const folder = await mkdtemp(path.join(tmpdir(), "plumbline-verify-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "finalised.json");
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(binary, ["verify", file], { cwd: ROOT });
  assert.match(stdout, /\nWhole: models, changes and results are what was finalised\.\n$/);
}
