// Writes a finished site as one HTML file, which runs from a disk or a stick without any server or network.
//
//   node scripts/bundle.mjs FOLDER   writes FOLDER/plumbline.html
//
// Everything that pages fetch stands packed in elements that do nothing, and `fetch` is replaced by a reader of these
// (scripts/packed_files.js). The scripts of the site are joined to one, because a page from a disk may import nothing.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { hash, inlineScripts, withPolicy } from "./policy.mjs";
import { siteFiles } from "./site_files.mjs";

const READER = fileURLToPath(new URL("packed_files.js", import.meta.url));

/** The text with one place replaced, which must be there once: a site of another make must not become half a file. */
function replace(text, what, pattern, by) {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace("g", "")}g`))];
  if (found.length !== 1) throw new Error(`${what}: ${pattern} should be there once, and is there ${found.length} times.`);
  return text.replace(pattern, typeof by === "string" ? () => by : by);
}

/** A module as the body of a function: what it imports is there, what it exports is returned. */
function asFunction(name, text) {
  const names = [];
  let body = text.replace(/^import \* as \w+ from "[^"]+";?$|^import \{ initSync \} from "[^"]+";$/gm, "");
  body = body.replace(/^export ((?:const|class|(?:async )?function) (\w+))/gm, (_, kept, exported) => {
    names.push(exported);
    return kept;
  });
  body = body.replace(/^export \{([^}]+)\};$/gm, (_, list) => {
    for (const entry of list.split(",")) {
      const [own, exported = own] = entry.trim().split(" as ");
      names.push(`${exported}: ${own}`);
    }
    return "";
  });
  const left = body.match(/^\s*(import|export)\b.*$/m);
  if (left) throw new Error(`${name} has a line that cannot be joined: ${left[0]}`);
  return `${body}\nreturn { ${names.join(", ")} };`;
}

/** The script of the program, the loader of its parts, and the script of the page, as one module. */
function joined(program, loader, starter) {
  const namespaces = [...program.matchAll(/^import \* as (\w+) from "\.\/parts-\w+\.js";?$/gm)].map(([, name]) => name);
  if (namespaces.length === 0) throw new Error("The script of the program does not import the loader of its parts.");
  // The two need each other: the program gets an object that is filled when the loader is there.
  return [
    `const parts = {};`,
    `const program = ((${namespaces}) => {\n${asFunction("The script of the program", program)}\n})(${namespaces.map(() => "parts")});`,
    `Object.assign(parts, ((initSync) => {\n${asFunction("The loader of the parts", loader)}\n})(program.initSync));`,
    replace(starter, "The script of the page", /^import init, \* as bindings from '[^']+';$/m, "const init = program.default, bindings = program;"),
  ].join("\n");
}

/** A script or style as it stands in the page, which must not end it early. */
function inside(what, text) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${what} holds a mark that would end it within a page.`);
  return text;
}

async function bundle(site) {
  const read = (file) => readFile(path.join(site, file), "utf8");
  const files = await siteFiles(site);
  const only = (pattern) => {
    const found = files.filter((file) => pattern.test(file));
    if (found.length !== 1) throw new Error(`There should be one ${pattern} in ${site}, and there are ${found.length}.`);
    return found[0];
  };
  let page = (await read("index.html")).replace(/\s*<!--[\s\S]*?-->/g, "");
  const [starter, ...more] = inlineScripts(page);
  if (!starter || more.length > 0) throw new Error("The page should have one script inside.");

  const style = inside("The style", await read(only(/^style-\w+\.css$/)));
  if (/url\(/i.test(style)) throw new Error("The style needs files of its own, which nobody can give it here.");
  const rescue = inside("rescue.js", await read("rescue.js"));
  const program = joined(await read(only(/^plumbline-\w+\.js$/)), await read(only(/^parts-\w+\.js$/)), starter);
  const script = inside("The program", `${await readFile(READER, "utf8")}\n${program}`);
  const icon = Buffer.from(await read(only(/^icon-\w+\.svg$/))).toString("base64");

  const packed = [];
  for (const file of files.filter((file) => /\.wasm$|^models\//.test(file))) {
    const content = gzipSync(await readFile(path.join(site, file)), { level: 9 }).toString("base64");
    packed.push(`<script type="application/octet-stream" data-file="${file}">${content}</script>`);
  }

  // What the template and trunk put there for a site: each goes, or something takes its place.
  const out = (what, pattern, by = "") => (page = replace(page, `The page, ${what}`, pattern, by));
  out("its root", /<html lang="en">/, '<html lang="en" data-single-file>');
  out("its icon", /<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`);
  out("its style", /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  out("its manifest", /\s*<link rel="manifest"[^>]*>/);
  out("its icon for telephones", /\s*<link rel="apple-touch-icon"[^>]*>/);
  out("its offline script", /\s*<script src="offline\.js" defer><\/script>/);
  out("its rescue script", /<script src="rescue\.js" defer><\/script>/, `<script>${rescue}</script>`);
  out("its first download", /\s*<link rel="modulepreload"[^>]*>/);
  out("its second download", /\s*<link rel="preload"[^>]*>/);
  out("its script", /<script type="module">[\s\S]*?<\/script>/, `${packed.join("\n")}\n<script type="module">${script}</script>`);
  const left = page.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").match(/<[^>]*\b(src|href)="(?!data:)[^>]*>/);
  if (left) throw new Error(`The page still names a file: ${left[0]}`);

  return withPolicy(
    page,
    [
      "default-src 'none'",
      ["script-src 'wasm-unsafe-eval'", ...inlineScripts(page).map(hash)].join(" "),
      `style-src ${hash(style)}`,
      "img-src data: blob:",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  );
}

const site = process.argv[2];
if (!site) {
  console.error("Say which folder holds the site: node scripts/bundle.mjs FOLDER");
  process.exit(1);
}
try {
  const page = await bundle(site);
  const to = path.join(site, "plumbline.html");
  await writeFile(to, page);
  console.log(`${to}: ${Buffer.byteLength(page)} bytes, all of Plumbline in one file`);
} catch (error) {
  console.error(`The single file was not made. ${error.message}`);
  process.exit(1);
}
