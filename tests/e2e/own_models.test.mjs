// Models that people bring: opened with their problems, mended, tried, kept, handed out, removed.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { rateByKeys } from "./support/app.mjs";
import { download, pick, start } from "./support/browser.mjs";
import { largeModel } from "./support/large_model.mjs";

const SET = new URL("../../models/itsm-processes-2011.reference.json", import.meta.url);

test("the template is opened as it is, tried, and a process of it is rated to a level", async (t) => {
  const visit = await start(t, { at: "/models" });
  const { page } = visit;
  const template = await download(page, () => page.getByRole("button", { name: "Template for spreadsheets (CSV)" }).click());
  await pick(page, "Open a model", "library-desk.csv", template.text);
  await page.getByText("No problems. It can be used.").waitFor();
  await page.getByRole("button", { name: "Try it in an assessment" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const count = await page.getByRole("group", { name: /^Rating of .*\.O\d/ }).count();
  assert.ok(count >= 2, `${count} outcomes`);
  await rateByKeys(page, "F".repeat(count));
  await page.getByText("Level 1 Performed").first().waitFor();
  // It is there after the browser was closed.
  const address = page.url().split("#")[1];
  await visit.restart();
  await visit.go(address);
  await visit.page.getByText("Level 1 Performed").first().waitFor();
});

test("problems are told by line, and the mended file has none", async (t) => {
  const { page } = await start(t, { at: "/models" });
  const template = await download(page, () => page.getByRole("button", { name: "Template for spreadsheets (CSV)" }).click());
  const lines = template.text.split("\r\n");
  const at = lines.findIndex((line) => line.startsWith("practice,"));
  const broken = lines.with(at, lines[at].replace(/[^,]*$/, "NO-SUCH.O1")).join("\r\n");
  await pick(page, "Open a model", "broken.csv", broken);
  await page.getByText("It cannot be used yet.", { exact: false }).waitFor();
  await page.getByText(`Line ${at + 1}: `, { exact: false }).first().waitFor();
  assert.ok(await page.getByRole("button", { name: "Keep in this browser" }).isDisabled());
  await pick(page, "Open a model", "mended.csv", template.text);
  await page.getByText("No problems. It can be used.").waitFor();
});

test("a kept model is exported, removed and brought back; one in use is never replaced", async (t) => {
  const { page } = await start(t, { at: "/models" });
  const template = await download(page, () => page.getByRole("button", { name: "Template for spreadsheets (CSV)" }).click());
  await pick(page, "Open a model", "desk.csv", template.text);
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  const remove = page.getByRole("button", { name: /^Remove .*-processes@1\.0\.0\.json$/ });
  await remove.waitFor();
  const file = await download(page, () => page.getByRole("button", { name: /^Export .*-processes@1\.0\.0\.json$/ }).click());
  assert.equal(JSON.parse(file.text).format, "plumbline-reference-model");
  // What was handed out comes back under its own name, in another version.
  const next = file.text.replace('"version": "1.0.0"', '"version": "1.0.1"');
  await pick(page, "Open a model", file.name, next);
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await page.getByRole("button", { name: /^Remove .*-processes@1\.0\.1\.json$/ }).click();
  await remove.click();
  await remove.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await remove.waitFor();

  await pick(page, "Open a model", "desk.csv", template.text);
  await page.getByRole("button", { name: "Try it in an assessment" }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await remove.click();
  await page.getByText("uses the model that is in this file. Delete the assessment first.", { exact: false }).waitFor();
  const changed = template.text.replace(/^(process,[^,]*,[^,]*),[^,]*/m, "$1,Another name");
  await pick(page, "Open a model", "desk.csv", changed);
  await page.getByText("Give your file another version, and both stand beside each other.", { exact: false }).first().waitFor();
  await pick(page, "Open a model", "desk.csv", changed.replace("1.0.0", "1.1.0"));
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await page.getByRole("button", { name: /^Remove .*-processes@1\.1\.0\.json$/ }).waitFor();
  await remove.waitFor();
});

test("bad model files are told by name and place, run nothing, and leave all as it was", async (t) => {
  const { page } = await start(t, { at: "/models" });
  const set = JSON.parse(await readFile(SET, "utf8"));
  const shelves = await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").count();
  const open = (name, content) => pick(page, "Open a model", name, content);
  const told = (text) => page.getByText(text, { exact: false }).first().waitFor();

  await open("cut.json", JSON.stringify(set).slice(0, 5000));
  await told("cut.json");
  await told("This cannot be read");
  await open("other.json", '{"format": "shopping-list", "format_version": 1}');
  await told('"shopping-list" is not a kind of model file that Plumbline knows.');
  await open("latin.json", Buffer.from([0x7b, 0x22, 0xe4, 0x22, 0x7d]));
  await told("latin.json is not a text file in UTF-8.");
  const folder = await mkdtemp(path.join(tmpdir(), "plumbline-huge-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, "huge.json"), Buffer.alloc(50_000_000, 0x20));
  await page.getByLabel("Open a model").setInputFiles(path.join(folder, "huge.json"));
  await told("huge.json has 50 MB. Files of up to 20 MB can be opened.");
  await open("large.json", JSON.stringify({ ...set, domain: "x".repeat(5_000_000) }));
  await told("large.json has 5 MB. A model may have up to 4 MB: the browser keeps no more.");
  await open("same.json", JSON.stringify(set));
  await told('Another file has the id "itsm-processes-2011" in version 1.0.0 already.');
  const evil = structuredClone(set);
  evil.header.id = "evil";
  evil.processes[0].name = "<img src=x onerror=\"alert('ran')\">";
  evil.relations[0].to = "NO-1";
  await open("evil.json", JSON.stringify(evil));
  await told("relations[0].to: There is no process NO-1.");
  evil.relations[0].to = "SMS-2";
  evil.relations = evil.relations.filter((one) => one.from !== one.to);
  await open("evil.json", JSON.stringify(evil));
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await page.getByRole("button", { name: "Remove evil@1.0.0.json" }).waitFor();
  await page.getByRole("link", { name: "IT service management processes (26)" }).last().click();
  await page.getByText("onerror", { exact: false }).first().waitFor();
  await page.getByRole("link", { name: "All models" }).click();
  await page.getByRole("button", { name: "Remove evil@1.0.0.json" }).click();
  await page.getByRole("button", { name: "Remove evil@1.0.0.json" }).waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").count(), shelves);
});

test("a model of 200 processes and 10 attributes stays usable", async (t) => {
  const { page } = await start(t, { at: "/models" });
  const { framework, reference, assessment } = await largeModel();
  for (const [name, content] of Object.entries({ framework, reference, assessment })) {
    await pick(page, "Open a model", `${name}.json`, JSON.stringify(content));
    await page.getByRole("button", { name: "Keep in this browser" }).click();
    await page.getByRole("button", { name: `Remove ${content.header.id}@${content.header.version}.json` }).waitFor();
  }
  await page.goto(page.url().replace(/#.*/, "#/new"));
  await page.getByLabel("Assessment model").selectOption(assessment.header.title);
  await page.getByRole("button", { name: "Create and set up" }).click();
  await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  await page.getByRole("link", { name: "Rate", exact: true }).click();
  await page.getByRole("region", { name: "Questions" }).waitFor();
  await rateByKeys(page, "FFFFFF");
  await page.getByText("Level 1 Performed").first().waitFor();
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Actions" }).waitFor();
});
