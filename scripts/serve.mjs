// A small file server without dependencies, for scripts/serve and for the end-to-end tests.
//
//   node scripts/serve.mjs [--folder dist] [--port 8080] [--csp] [--probe]
//
//   import { start } from "../../scripts/serve.mjs";
//   const { address, stop } = await start({ folder: "dist", csp: true });

import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { contentPolicy } from "./policy.mjs";

const HOST = "127.0.0.1";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const PACKED = new Set([".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"]);

/**
 * Serves a folder on this machine only.
 * @param {{folder: string, port?: number, csp?: boolean}} options port 0 (the default) takes a free one
 * @returns {Promise<{address: string, stop: () => Promise<void>}>} the address ends in a slash
 */
export async function start({ folder, port = 0, csp = false }) {
  const root = await realpath(folder);
  const packed = new Map();

  const server = createServer((request, response) => {
    answer(request, root, packed)
      .catch(() => plain(500, "The server failed on this file"))
      .then((reply) => send(response, request.method, reply, csp));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });

  return {
    address: `http://${HOST}:${server.address().port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers hold connections open; without this the server would wait for them.
        server.closeAllConnections();
      }),
  };
}

async function answer(request, root, packed) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return plain(405, "Only GET and HEAD", { Allow: "GET, HEAD" });
  }
  const wanted = readPath(request.url);
  if (wanted === null) return plain(400, "Not a path");

  let file = await inside(root, wanted);
  let found = file && (await stat(file));
  if (found?.isDirectory()) {
    if (!wanted.endsWith("/")) {
      // Relative names in the page only work below the slash, so go there as static hosts do.
      return plain(301, "Moved", { Location: `./${encodeURIComponent(path.posix.basename(wanted))}/` });
    }
    file = await inside(root, `${wanted}index.html`);
    found = file && (await stat(file));
  } else if (wanted.endsWith("/")) {
    found = null;
  }
  if (!found?.isFile()) return plain(404, "Not found");

  const kind = path.extname(file).toLowerCase();
  const headers = {
    "Content-Type": TYPES[kind] ?? "application/octet-stream",
    // For hashed names too: two builds can give the script one name and two contents, and then
    // a kept copy fails the integrity check of the page.
    "Cache-Control": "no-cache",
  };
  const reply = { status: 200, headers, body: await readFile(file), page: kind === ".html" };
  if (!PACKED.has(kind)) return reply;

  headers.Vary = "Accept-Encoding";
  if (!takesGzip(request.headers["accept-encoding"])) return reply;
  headers["Content-Encoding"] = "gzip";
  return { ...reply, packed: pack(packed, file, found, reply.body) };
}

// The path as text, or null when it is not one. Dots are settled by `inside`.
function readPath(url) {
  try {
    const text = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return text.startsWith("/") && !/[\0\\]/.test(text) ? text : null;
  } catch {
    return null;
  }
}

// The real file behind a path, or null when there is none below the root; links out do not count.
async function inside(root, wanted) {
  try {
    const file = await realpath(path.join(root, wanted));
    return file === root || file.startsWith(root + path.sep) ? file : null;
  } catch {
    return null;
  }
}

// Packing takes longer than reading, and the tests load the same files again and again.
function pack(packed, file, { mtimeMs, size }, plainBody) {
  const known = packed.get(file);
  if (known?.mtimeMs === mtimeMs && known.size === size) return known.body;
  const body = gzipSync(plainBody, { level: 9 });
  packed.set(file, { mtimeMs, size, body });
  return body;
}

function takesGzip(accepted = "") {
  return accepted.split(",").some((part) => /^\s*(gzip|\*)\s*(;\s*q=(1|0\.\d*[1-9])|$)/i.test(part));
}

function plain(status, text, headers = {}) {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body: Buffer.from(`${text}\n`) };
}

function send(response, method, { status, headers, body, packed = body, page = false }, csp) {
  response.writeHead(status, {
    ...headers,
    "Content-Length": packed.length,
    "X-Content-Type-Options": "nosniff",
    ...(csp && { "Content-Security-Policy": contentPolicy(page ? body.toString("utf8") : "") }),
  });
  response.end(method === "HEAD" ? undefined : packed);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readArguments(words) {
  const options = { folder: "dist", port: 8080, csp: false, probe: false };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "--csp") options.csp = true;
    else if (word === "--probe") options.probe = true;
    else if (word === "--folder") options.folder = words[(at += 1)] ?? fail("--folder needs the name of a folder.");
    else if (word === "--port") options.port = readPort(words[(at += 1)] ?? "");
    else fail(`Unknown word ${word}; usage: serve [--port N]`);
  }
  return options;
}

function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) fail(`The port must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function whyNot(error, { folder, port }) {
  if (error.code === "EADDRINUSE") return `Port ${port} is taken: choose another, as in: scripts/serve --port ${port < 65535 ? port + 1 : 8081}`;
  if (error.code === "EACCES") return `Port ${port} is not allowed here: choose one above 1023 with --port.`;
  if (error.code === "ENOENT") return `There is no built site in ${folder}: run scripts/serve, which builds it.`;
  return `The server did not start: ${error.message}`;
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  // A probe only asks whether the port is free; any folder will do.
  const job = options.probe ? { folder: ".", port: options.port } : options;
  const server = await start(job).catch((error) => fail(whyNot(error, options)));
  if (options.probe) return server.stop();

  console.log(`Plumbline is at ${server.address} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => server.stop().then(() => process.exit(0)));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) await main();
