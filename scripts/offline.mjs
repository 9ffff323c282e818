// Writes the service worker of a finished site: the list of its files, and a version that changes with any of them.
//
//   node scripts/offline.mjs FOLDER

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const site = process.argv[2];
if (!site) {
  console.error("Say which folder holds the site: node scripts/offline.mjs FOLDER");
  process.exit(1);
}
const TEMPLATE = fileURLToPath(new URL("../public/service-worker.js", import.meta.url));

// What the pages fetch. Schemas, examples and notes for authors are there for people only.
const wanted = (file) => !/^models\/(schema|examples)\/|\.md$|^service-worker\.js$/.test(file);

const entries = await readdir(site, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
  .filter(wanted)
  .sort();
const version = createHash("sha256");
for (const file of files) version.update(file).update("\0").update(await readFile(path.join(site, file)));

const template = await readFile(TEMPLATE, "utf8");
const filled = template
  .replace("plumbline-VERSION", `plumbline-${version.digest("hex").slice(0, 16)}`)
  .replace("const FILES = [];", `const FILES = ${JSON.stringify(files.map((file) => `./${file}`))};`);
if (filled.includes("plumbline-VERSION") || filled.includes("const FILES = [];")) {
  console.error("public/service-worker.js does not have the places to fill in.");
  process.exit(1);
}
await writeFile(path.join(site, "service-worker.js"), filled);
