// A Chromium that can be killed: a process tree of its own, steered from outside, on a profile that outlives it.
//
//   const own = await startOwn();       // serves the site and opens a page on about:blank
//   await own.killBrowser();            // the whole tree, at once, with no chance to write anything
//   await own.reopen();                 // the same profile, the same address

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { start as serve } from "../../../scripts/serve.mjs";
import { FLAGS, SITE, browserPath } from "./browser.mjs";

/** Browsers that run. In groups of their own they would outlive a Ctrl-C, and a test that is stopped for its time. */
const running = new Set();

process.on("exit", () => {
  for (const child of running) endOne(-child.pid);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** How long a step may take. Long, because a browser that was killed starts slowly on a busy machine. */
const PATIENCE = 30_000;

/**
 * Serves the site and starts the browser.
 * @param {{prepare?: Function, heard?: Function}} options `prepare` is run in every page before anything else;
 *   `heard` gets the text of each console message
 */
export async function startOwn(options = {}) {
  const own = new OwnBrowser(options);
  try {
    await own.begin();
  } catch (error) {
    await own.stop();
    throw error;
  }
  return own;
}

class OwnBrowser {
  /** What went wrong in a page. */
  trouble = [];
  #options;
  #server;
  #profile;
  #child;
  #browser;
  #context;

  constructor(options) {
    this.#options = options;
  }

  async begin() {
    this.#server = await serve({ folder: SITE, csp: true });
    this.#profile = await mkdtemp(path.join(tmpdir(), "plumbline-proof-"));
    await this.#openBrowser();
  }

  /** The address of the site, ending in a slash. */
  get address() {
    return this.#server.address;
  }

  /** Goes to a page by its address after the `#`, loading everything anew. */
  async go(at) {
    await this.page.goto("about:blank");
    await this.page.goto(`${this.address}#${at}`);
    await this.page.getByRole("heading", { level: 1 }).first().waitFor();
  }

  /** Kills the browser with all its processes. Whatever it had not written is gone. */
  async killBrowser() {
    const child = this.#child;
    this.#child = undefined;
    await endTree(child);
  }

  /** Kills every process that runs pages, at whatever they are doing. */
  async killRenderers() {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return async () => {
      const crashed = this.page.waitForEvent("crash");
      for (const { type, id } of processInfo) if (type === "renderer") endOne(id);
      await crashed;
      await session.detach();
    };
  }

  /** Lets the page crash from inside. */
  async crashPage() {
    const session = await this.#context.newCDPSession(this.page);
    return async () => {
      const crashed = this.page.waitForEvent("crash");
      session.send("Page.crash").catch(() => {}); // nobody is left to answer
      await crashed;
    };
  }

  /** A fresh page: in the same browser where it still runs, else in a new one on the same profile. */
  async reopen() {
    if (!this.#child) return this.#openBrowser();
    const dead = this.page;
    // First the new one: a browser without any page may end.
    this.page = await this.#livingPage();
    await dead.close().catch(() => {}); // it is dead already
  }

  /** Another tab of the same browser; `prepare` is run in it before anything else. */
  async newPage(prepare) {
    const page = await this.#context.newPage();
    if (prepare) await page.addInitScript(prepare);
    await page.setViewportSize({ width: 1280, height: 900 });
    page.on("console", (message) => this.#options.heard?.(message.text()));
    page.on("pageerror", (error) => this.trouble.push(`page error: ${error.message}`));
    return page;
  }

  async stop() {
    await this.#browser?.close().catch(() => {});
    if (this.#child) await endTree(this.#child);
    await this.#server?.stop();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  // A browser keeps a process in store for the next page, and may not know yet that it was killed as well.
  async #livingPage(tries = 5) {
    try {
      const page = await this.newPage();
      await sleep(100);
      await page.title();
      return page;
    } catch (error) {
      if (tries === 1) throw error;
      return this.#livingPage(tries - 1);
    }
  }

  async #openBrowser() {
    const { prepare } = this.#options;
    const flags = [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.#profile}`, "--lang=en-GB", "about:blank"];
    // Detached makes it the leader of a group, so that one signal reaches all its processes at once.
    const child = spawn(browserPath(), flags, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    running.add(child);
    child.once("exit", () => running.delete(child));
    this.#browser = await chromium.connectOverCDP(await steeringAddress(child));
    this.#context = this.#browser.contexts()[0];
    this.#context.setDefaultTimeout(PATIENCE);
    if (prepare) await this.#context.addInitScript(prepare);
    this.page = await this.newPage();
  }
}

/** Waits for the line in which Chromium says where it can be steered. */
function steeringAddress(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), PATIENCE);
    child.stderr.on("data", (bytes) => {
      // Read on after the line as well, or the pipe fills up and the browser waits.
      if (said.length < 10_000) said += bytes;
      const found = said.match(/DevTools listening on (ws:\S+)/);
      if (found) {
        clearTimeout(late);
        resolve(found[1]);
      }
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
  });
}

async function endTree(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  endOne(-child.pid);
  await ended;
}

function endOne(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it ended by itself in the meantime
  }
}
