// The page for when Plumbline has stopped or cannot start: the work, as files. It needs nothing of the program itself.
//
// The program calls `plumblineRescue(text)` with what went wrong.
(() => {
  const PATIENCE = 5000; // ms: a database that is held by a broken tab may never answer
  let page;

  globalThis.plumblineRescue = (text) =>
    show(
      "Plumbline has stopped",
      "Your work up to the last click is saved. Reload the page to go on. If it stops again, download your assessments below and import them elsewhere.",
      text,
    );

  function cannotStart(text) {
    if ([...document.body.children].some(({ tagName }) => tagName !== "NOSCRIPT" && tagName !== "SCRIPT")) return;
    show(
      "Plumbline cannot start",
      "The program could not be loaded, or this browser cannot run it. Nothing that you saved was touched. Reload the page to try again.",
      text,
    );
    // It was something else that went wrong then.
    addEventListener("TrunkApplicationStarted", () => page.remove());
  }

  const told = (error) => [error, error?.stack].filter(Boolean).join("\n");
  addEventListener("unhandledrejection", ({ reason }) => cannotStart(told(reason)));
  addEventListener(
    "error",
    ({ target, error, message }) => {
      if (target === window) cannotStart(told(error ?? message));
      else if (target.type === "module") cannotStart("The script of the program could not be loaded.");
    },
    true, // failed downloads are told on their way down only
  );

  function show(title, words, text) {
    if (page) return; // the first trouble tells the most
    page = element("main", "", { className: "rescue" });
    const heading = element("h1", title, { tabIndex: -1 });
    const reload = element("a", "Reload", { href: "?", className: "button primary" });
    const work = element("div", "Reading what is stored\u2026");
    page.append(heading, element("p", words), reload, work, element("p", "For those who mend it:"), element("pre", text));
    document.body.replaceChildren(page);
    heading.focus();
    stored()
      .then((found) => work.replaceChildren(...downloads(found)))
      .catch((error) => work.replaceChildren(`What is stored could not be read: ${error}`));
  }

  function downloads({ database, local, problem }) {
    const lines = assessments(database, local).map(({ title, file, notes }) => {
      const line = element("li");
      if (file) line.append(download(`Download "${title}"`, `${fileName(title)}.plumbline.json`, "application/json", file));
      else line.append(`"${title}" cannot be made a file, because its start is missing`);
      line.append(...notes.map((note) => ` (${note})`));
      return line;
    });
    const list = element("ul");
    list.append(...lines);
    const all = JSON.stringify({ database, local }, null, 1);
    const raw = element("p", "As a last resort: ");
    raw.append(download("everything that is stored, as one raw text file", "plumbline-everything.txt", "text/plain", all));
    const trouble = problem ? [element("p", `The database could not be read: ${problem}`)] : [];
    return [element("h2", "Your work"), ...trouble, lines.length ? list : element("p", "No assessment was found."), raw];
  }

  /** All texts: those of the database, and those that the browser keeps outside it. */
  async function stored() {
    const local = {};
    try {
      for (const key of Object.keys(localStorage).sort()) if (key.startsWith("plumbline/")) local[key] = localStorage[key];
    } catch {
      // A browser that does not let us look has kept nothing.
    }
    try {
      const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, "it does not answer."));
      return { local, database: await Promise.race([texts(), late]) };
    } catch (problem) {
      return { local, database: {}, problem };
    }
  }

  function texts() {
    return new Promise((done, fail) => {
      // Without a version it is opened as it is.
      const opening = indexedDB.open("plumbline");
      let missing = false;
      opening.onupgradeneeded = () => {
        missing = true;
        opening.transaction.abort(); // or it would be made here, and empty
      };
      opening.onerror = () => (missing ? done({}) : fail(opening.error));
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.objectStoreNames.contains("texts") && database.transaction("texts");
        if (!reading) return done({});
        const keys = reading.objectStore("texts").getAllKeys();
        const values = reading.objectStore("texts").getAll();
        reading.onabort = () => fail(reading.error);
        reading.oncomplete = () => {
          database.close();
          done(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
        };
      };
    });
  }

  /** Every assessment as a file, made without the rules of the program: they may be what broke. */
  function assessments(database, local) {
    const found = new Map();
    const take = (kind, id, text) => {
      if (!["head", "pack", "change", "unsaved"].includes(kind) || typeof text !== "string") return;
      if (!found.has(id)) found.set(id, { changes: new Map(), unreadable: 0 });
      const entry = found.get(id);
      if (kind === "head") entry.head ??= parsed(text);
      else for (const line of kind === "pack" ? text.split("\n") : [text]) if (line.trim()) takeChange(entry, line);
    };
    for (const [key, text] of Object.entries(database)) take(...`${key}/`.split("/", 2), text);
    for (const [key, text] of Object.entries(local)) {
      const [, place, id, kind] = key.split("/"); // format 1 kept whole assessments here
      take(place === "assessment" ? kind : place, id, text);
    }
    return [...found].map(([id, entry]) => assessment(id, entry));
  }

  function takeChange(entry, text) {
    const { id, edit } = parsed(text) ?? {};
    if (id && edit) entry.changes.set(`${id.clock} ${id.replica}`, { ...id, edit, text });
    else entry.unreadable += 1;
  }

  function assessment(id, { changes, head, unreadable }) {
    const order = [...changes.values()].sort((one, other) => one.clock - other.clock || (one.replica < other.replica ? -1 : 1));
    const title = order.map(({ edit }) => edit.set_title?.title).findLast((title) => typeof title === "string") ?? id;
    const notes = [];
    if (head?.deleted_at) notes.push("deleted");
    if (unreadable) notes.push(`${unreadable} of its changes cannot be read; they are in the raw file`);
    return { title, notes, file: order[0]?.edit.start && written(id, order) };
  }

  // The changes stand in it letter by letter as they were kept.
  function written(id, order) {
    const { model, framework } = order[0].edit.start;
    const head = { format: "plumbline-assessment", format_version: 4, id, model, framework };
    const whole = { ...head, written_at: new Date().toISOString(), written_by: "Plumbline, when it had stopped" };
    return `${JSON.stringify(whole).slice(0, -1)},"changes":[\n${order.map(({ text }) => text).join(",\n")}\n]}\n`;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  function download(words, name, type, text) {
    return element("a", words, { download: name, href: URL.createObjectURL(new Blob([text], { type })) });
  }

  /** A name that every file system takes. */
  function fileName(title) {
    const plain = title.toLowerCase().replace(/[^\p{Alphabetic}\p{N}]/gu, "-").replace(/^-+|-+$/g, "");
    return [...(plain || "assessment")].slice(0, 60).join("");
  }

  function element(tag, text = "", more = {}) {
    return Object.assign(document.createElement(tag), { textContent: text, ...more });
  }
})();
