// The content policy of the page: what may run and be fetched. It stands in the page itself, so that it holds on any
// host.
//
//   node scripts/policy.mjs FOLDER   puts it into FOLDER/index.html
//
//   import { contentPolicy, hash, withPolicy } from "./policy.mjs";

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The strictest policy that the site can live with: of scripts inside the page only those that it was built with. */
export function contentPolicy(page) {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inlineScripts(page).map(hash)].join(" "),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The texts of the scripts that stand in a page and run, each once. */
export function inlineScripts(page) {
  const scripts = page.replace(/\r\n?/g, "\n").matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi);
  const inline = [...scripts].filter(([, attributes]) => !/(^|\s)src\s*=|type="application\//i.test(attributes));
  return [...new Set(inline.map(([, , text]) => text))];
}

/** A text as a policy names it. */
export function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The page with this policy in place of any that it has. A policy holds for what comes after it only, so it comes first. */
export function withPolicy(page, policy) {
  const plain = page.replace(/\n *<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  const first = '<meta charset="utf-8">';
  const at = plain.indexOf(first);
  const script = plain.search(/<script\b/i);
  if (at < 0 || (script >= 0 && script < at)) {
    throw new Error(`The page must have ${first} before any script: the content policy is put after it.`);
  }
  const end = at + first.length;
  return `${plain.slice(0, end)}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">${plain.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = process.argv[2];
  if (!site) {
    console.error("Say which folder holds the site: node scripts/policy.mjs FOLDER");
    process.exit(1);
  }
  const file = path.join(site, "index.html");
  const page = await readFile(file, "utf8");
  await writeFile(file, withPolicy(page, contentPolicy(page)));
}
