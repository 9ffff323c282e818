// The built site under the strictest content policy, in a Chromium with a profile of its own.
//
//   const visit = await start(t);                  // in a test: ends with it, and fails it on any trouble
//   const visit = await start(null, { width: 360 }); // elsewhere: end it with visit.stop()

import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { start as serve } from "../../../scripts/serve.mjs";

/** The folder of the finished site. */
export const SITE = process.env.DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

// As root in a container it starts only with the first of these; the others keep it from calling home.
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Serves the site and opens it.
 * @param {import("node:test").TestContext | null} t ends the visit and fails on trouble, where given
 * @param {{width?: number, height?: number, dark?: boolean, at?: string, prepare?: Function, csp?: boolean,
 *   offline?: boolean, site?: string, file?: boolean}} options
 *   `at` is the address after the `#`; `prepare` runs in the page before anything else does; without `csp` only the
 *   policy in the page itself holds; without `offline` nothing is kept for times without a network, so that all requests
 *   can be held up; `site` is the folder of another site; with `file` it is the single file, from disk, without a server
 */
export async function start(t, options = {}) {
  const visit = new Visit(options);
  // Registered first, so that a browser that starts and then fails is ended all the same.
  t?.after(() => visit.stop());
  await visit.begin();
  return visit;
}

class Visit {
  #options;
  #server;
  #context;
  #folder;
  #address;
  #trouble = [];
  #expected = [];

  constructor(options) {
    this.#options = { width: 1280, height: 900, dark: false, at: "/", csp: true, offline: true, site: SITE, file: false, ...options };
  }

  async begin() {
    const { site, csp, file } = this.#options;
    this.#folder = await mkdtemp(path.join(tmpdir(), "plumbline-journey-"));
    if (file) {
      // Alone in a folder with a name as people give them.
      const stick = path.join(this.#folder, "my stick, 100 %");
      await mkdir(stick);
      await cp(path.join(site, "plumbline.html"), path.join(stick, "plumb line.html"));
      this.#address = pathToFileURL(path.join(stick, "plumb line.html")).href;
    } else {
      this.#server = await serve({ folder: site, csp });
      this.#address = this.#server.address;
    }
    await this.#openBrowser();
    await this.go(this.#options.at);
  }

  /** The address of the site, ending in a slash, or of the file. */
  get address() {
    return this.#address;
  }

  /** Goes to a page by its address after the `#`, loading everything anew. */
  async go(at) {
    await this.page.goto("about:blank");
    await this.page.goto(`${this.address}#${at}`);
    await this.page.getByRole("heading", { level: 1 }).first().waitFor();
  }

  /** Another tab of the same browser. */
  async newPage() {
    const page = await this.#context.newPage();
    this.#watch(page);
    return page;
  }

  /** Closes the browser and starts it again on the same profile, on the home page. */
  async restart() {
    await this.#context.close();
    await this.#openBrowser();
    await this.go("/");
  }

  /** From here on there is no network. */
  async stopServer() {
    await this.#server.stop();
    this.expect(/ERR_CONNECTION_REFUSED/);
  }

  /** Trouble of this kind is what the journey is about. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** What went wrong so far and was not expected. */
  trouble() {
    return this.#trouble.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  async stop() {
    await this.#context?.close().catch(() => {});
    await this.#server?.stop();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    assert.deepEqual(this.trouble(), [], "the page reported trouble");
  }

  async #openBrowser() {
    const { width, height, dark, prepare, offline } = this.#options;
    this.#context = await chromium.launchPersistentContext(path.join(this.#folder, "profile"), {
      executablePath: browserPath(),
      headless: true,
      args: FLAGS,
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      locale: "en-GB",
      serviceWorkers: offline ? "allow" : "block",
    });
    // A step that waits longer than this has failed; the default is half a minute.
    this.#context.setDefaultTimeout(10_000);
    await this.#context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`Blocked by the content policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    if (prepare) await this.#context.addInitScript(prepare);
    this.page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#watch(this.page);
  }

  #watch(page) {
    page.on("console", (message) => {
      if (message.type() === "error") this.#trouble.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#trouble.push(`page error: ${error.message}`));
    page.on("crash", () => this.#trouble.push("the page crashed"));
    page.on("dialog", (dialog) => {
      this.#trouble.push(`a script opened a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on("request", (request) => {
      const { protocol } = new URL(request.url());
      const inside = ["about:", "blob:", "data:"].includes(protocol) || request.url().startsWith(this.address);
      if (!inside) this.#trouble.push(`request to elsewhere: ${request.url()}`);
    });
  }
}

export function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  throw new Error("Chromium is not on PATH; set CHROMIUM to its path.");
}

/** Does something that hands over a file, and gives the name and bytes of that file. */
export async function download(page, act) {
  const [handed] = await Promise.all([page.waitForEvent("download"), act()]);
  const bytes = await readFile(await handed.path());
  return { name: handed.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** Picks a file as a person does, from memory. */
export async function pick(page, label, name, content) {
  await page.getByLabel(label).setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
}
