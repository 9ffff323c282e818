// Writes the service worker of a finished site: its files with their hashes, and a version that changes with any of them.
//
//   node scripts/offline.mjs FOLDER

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { siteFiles } from "./site_files.mjs";

const site = process.argv[2];
if (!site) {
  console.error("Say which folder holds the site: node scripts/offline.mjs FOLDER");
  process.exit(1);
}
const TEMPLATE = fileURLToPath(new URL("../public/service-worker.js", import.meta.url));

const sha256 = (bytes) => createHash("sha256").update(bytes);
// The worker knows the page by the address that people go to.
const address = (file) => (file === "index.html" ? "./" : `./${file}`);

const hashes = {};
for (const file of await siteFiles(site)) {
  hashes[address(file)] = `sha256-${sha256(await readFile(path.join(site, file))).digest("base64")}`;
}

const template = await readFile(TEMPLATE, "utf8");
const listed = template.replace("const FILES = {};", () => `const FILES = ${JSON.stringify(hashes, null, 2)};`);
const version = sha256(listed).digest("hex").slice(0, 16);
const filled = listed.replace('const VERSION = "";', `const VERSION = "${version}";`);
if (listed === template || filled === listed) {
  console.error("public/service-worker.js does not have the places to fill in.");
  process.exit(1);
}
await writeFile(path.join(site, "service-worker.js"), filled);
