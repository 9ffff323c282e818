// The files of a finished site that its pages fetch.

import { readdir } from "node:fs/promises";
import path from "node:path";

/** Their paths within the folder, with slashes, in order. Schemas, examples and notes for authors are there for people only. */
export async function siteFiles(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
  return files.filter((file) => !/^models\/(schema|examples)\/|\.md$|^service-worker\.js$/.test(file)).sort();
}
