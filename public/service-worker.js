// Keeps the whole program on this machine, so that it works without a network.
//
// Where there is a network it comes first, so that a page never mixes two versions; what is kept is for when there is
// none. A new version waits until every page of the old one is closed: those may still ask for their files.

const KEPT = "plumbline-VERSION"; // filled in by scripts/offline.mjs, with the list of files
const FILES = [];

addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("plumbline-") && name !== KEPT;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  let reply;
  try {
    reply = await fetch(request);
    if (reply.ok) return reply;
  } catch {
    // No network: what is kept answers below.
  }
  const kept = await caches.open(KEPT);
  const page = request.mode === "navigate" ? "./index.html" : request;
  return (await kept.match(page, { ignoreSearch: true })) ?? reply ?? Response.error();
}
