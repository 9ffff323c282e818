// The query of models/README.md over the long CSV that the command line writes: DuckDB reads it, and the figures are right.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { THREE_TEAMS } from "./support/team_files.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// What the README shows between ```sql and ```.
async function queryOfTheReadme() {
  const readme = await readFile(path.join(ROOT, "models", "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```sql\n([^]*?)^```$/gm)];
  assert.equal(blocks.length, 1, "one query");
  return blocks[0][1];
}

async function folder(t) {
  const made = await mkdtemp(path.join(tmpdir(), "plumbline-csv-"));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

test("the query of the README tells how the levels of each process lie", async (t) => {
  const here = await folder(t);
  for (const file of THREE_TEAMS) await writeFile(path.join(here, `${file.id}.json`), JSON.stringify(file));
  const { stdout } = await promisify(execFile)("cargo", ["run", "--quiet", "--locked", "--release", "--", "portfolio", here, "--csv"], { cwd: ROOT, maxBuffer: 1 << 28 });
  await writeFile(path.join(here, "ratings.csv"), stdout);

  const sql = await queryOfTheReadme();
  assert.match(sql, /'ratings\.csv'/);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const answer = await connection.runAndReadAll(sql.replaceAll("'ratings.csv'", `'${path.join(here, "ratings.csv")}'`));
  // Incidents: the north is at level 2; the south, in its latest assessment, and the west are at level 1.
  const rows = answer.getRows().map((row) => row.map((value) => (typeof value === "string" ? value : Number(value))));
  assert.deepEqual(rows, [
    ["CON-1", 1, 0, 2, 2, 2],
    ["RES-1", 3, 0, 1, 1, 2],
    ["RES-2", 1, 1, 1, 1, 1],
  ]);
  connection.closeSync();
  instance.closeSync();
});
