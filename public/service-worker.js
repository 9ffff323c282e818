// Keeps one whole version of the program on this machine and answers from it, so that it works without a network and a
// page never mixes two versions.
//
// A newer version is fetched beside it and waits, until all pages of the old one are closed or a person asks for it.
// Pages that are still open then go on with the version that they were opened with: it is kept once more.

const VERSION = ""; // filled in by scripts/offline.mjs, with each file and its hash
const FILES = {};
const OURS = `plumbline ${registration.scope} `; // another Plumbline on this host, in another folder, has its own
const KEPT = OURS + VERSION;
const PAGE = "./"; // and not index.html, which some hosts redirect to this
const TURN = "./turn"; // in each version that took over: when that was, and which tabs and version were before it

// A file that is not of this version, because a host is half-way through an upload, stops the whole: it is tried again.
addEventListener("install", (event) => {
  const files = Object.entries(FILES).map(([file, integrity]) => new Request(file, { cache: "reload", integrity }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(files)));
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
  const others = await Promise.all(names.map(async (name) => ({ name, turn: (await turnOf(name))?.number ?? 0 })));
  // A version that only waited has had no turn, and no page was opened with it.
  const before = others.filter(({ turn }) => turn > 0).sort((one, other) => other.turn - one.turn)[0];
  const tabs = await clients.matchAll({ type: "window" });
  const turn = { number: (before?.turn ?? 0) + 1, before: before?.name, tabs: tabs.map(({ id }) => id) };
  const kept = await caches.open(KEPT);
  await kept.put(TURN, new Response(JSON.stringify(turn)));

  const coming = registration.installing ?? registration.waiting;
  const old = others.filter((other) => other !== before && (other.turn > 0 || !coming));
  await Promise.all(old.map(({ name }) => caches.delete(name)));
  // Or the page of the first visit would lose the network before it asked for all of its parts.
  if (!before) await clients.claim();
}

async function turnOf(name) {
  const reply = await (await caches.open(name)).match(TURN);
  return reply?.json();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request, event.clientId));
});

async function answer(request, tab) {
  const turn = await turnOf(KEPT);
  const versions = [KEPT, turn?.before].filter(Boolean);
  if (request.mode !== "navigate" && turn?.tabs.includes(tab)) versions.reverse();
  const wanted = wantsPage(request) ? PAGE : request;
  for (const name of versions) {
    const kept = await caches.open(name);
    const reply = await kept.match(wanted, { ignoreSearch: true, ignoreVary: true });
    if (reply) return reply;
  }
  return fetch(request);
}

function wantsPage({ mode, url }) {
  const { pathname } = new URL(url);
  const page = new URL(PAGE, location.href).pathname;
  return mode === "navigate" && (pathname === page || pathname === `${page}index.html`);
}
