// A remark is taken down by a key at any moment, and attached later to what it is about.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const row = (page, id) => page.getByRole("listitem").filter({ has: page.getByRole("group", { name: `Rating of ${id}`, exact: true }) });

async function toFindings(page) {
  await page.getByRole("navigation", { name: "Rate", exact: true }).getByRole("link", { name: "Findings" }).click();
  await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
}

test("a finding is typed by key and attached later to two indicators", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  const keys = page.keyboard;
  await startNow(page);
  await keys.press("f");
  const remark = page.getByRole("dialog", { name: "Remark" });

  await t.test("R, words, Alt and a digit, Enter: and one is back where one was", async () => {
    await keys.press("r");
    await remark.waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    await keys.type("2 people read the reports; ");
    await keys.press("Alt+2");
    assert.equal(await remark.getByRole("radio", { name: "Weakness" }).isChecked(), true);
    await keys.type("not even F1");
    await keys.press("Escape");
    await remark.waitFor({ state: "hidden" });
    await keys.press("r");
    assert.equal(await remark.getByRole("textbox", { name: "What was remarked" }).inputValue(), "2 people read the reports; not even F1");
    assert.equal(await remark.getByRole("checkbox", { name: "It is about SDE-5.O2" }).isChecked(), true);
    await remark.getByRole("checkbox", { name: "It is about SDE-5.O2" }).uncheck();
    await remark.getByRole("textbox", { name: "What was remarked" }).press("Enter");
    await remark.waitFor({ state: "hidden" });
    await page.getByText("Weakness noted. It waits under Findings.").waitFor();
    const back = await page.evaluate(() => document.activeElement.closest("fieldset")?.querySelector("legend").textContent);
    assert.equal(back, "Rating of SDE-5.O2", "the focus is back at the question");
  });

  await t.test("without words nothing is saved, and that is said", async () => {
    await keys.press("r");
    await remark.waitFor();
    await remark.getByRole("button", { name: "Save" }).click();
    await remark.getByRole("alert").getByText("Write down what was remarked.").waitFor();
    await keys.press("Escape");
    await remark.waitFor({ state: "hidden" });
  });

  await t.test("what is about the indicator at hand is counted at its row", async () => {
    await keys.press("r");
    await remark.waitFor();
    await remark.getByRole("textbox", { name: "What was remarked" }).fill("A good catalogue");
    await keys.press("Enter");
    await row(page, "SDE-5.O2").getByRole("button", { name: "Findings (1)" }).click();
    await row(page, "SDE-5.O2").getByRole("list", { name: "Findings here" }).getByText("Weakness A good catalogue").waitFor();
  });

  await t.test("the inbox attaches it to two indicators", async () => {
    await toFindings(page);
    const inbox = page.getByRole("region", { name: "Inbox" });
    await inbox.getByText("2 people read the reports", { exact: false }).waitFor();
    await inbox.getByRole("button", { name: /^Attach: 2 people read/ }).click();
    const picker = page.getByRole("dialog", { name: "What is it about?" });
    await picker.getByRole("searchbox").fill("sde-5.o5");
    await picker.getByRole("checkbox", { name: /^SDE-5\.O5 / }).check();
    await picker.getByRole("searchbox").fill("RES-1.O1");
    await picker.getByRole("checkbox", { name: /^RES-1\.O1 / }).check();
    await picker.getByRole("searchbox").fill("no such thing");
    await picker.getByText("Nothing in scope fits.").waitFor();
    await picker.getByRole("button", { name: "Finished" }).click();
    await picker.waitFor({ state: "hidden" });
    await inbox.waitFor({ state: "hidden" });
    const attached = page.getByRole("region", { name: "Attached" });
    await attached.getByRole("button", { name: "Detach from SDE-5.O5" }).waitFor();
    await attached.getByRole("button", { name: "Detach from RES-1.O1" }).waitFor();
    await attached.getByRole("link", { name: "RES-1.O1" }).click();
    await page.getByRole("heading", { level: 1, name: /^RES-1 / }).waitFor();
    await row(page, "RES-1.O1").getByRole("button", { name: "Findings (1)" }).waitFor();
  });
});

test("findings are searched, edited, done, removed and brought back", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await toFindings(page);
  await page.getByText("No findings yet.", { exact: false }).waitFor();
  const remark = page.getByRole("dialog", { name: "Remark" });
  for (const [kind, text] of [["Strength", "Calm people"], ["Risk", "One expert only"]]) {
    await page.getByRole("button", { name: "Write a remark" }).click();
    await remark.getByRole("radio", { name: kind }).check();
    await remark.getByRole("textbox").fill(text);
    await remark.getByRole("button", { name: "Save" }).click();
    await remark.waitFor({ state: "hidden" });
  }
  const inbox = page.getByRole("region", { name: "Inbox" });
  await page.getByText("2 findings", { exact: true }).waitFor();

  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Risks" });
  await page.getByText("1 of 2 findings", { exact: true }).waitFor();
  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "All kinds" });
  await page.getByRole("searchbox", { name: "Search" }).fill("CALM");
  await page.getByText("1 of 2 findings", { exact: true }).waitFor();
  await page.getByRole("searchbox", { name: "Search" }).fill("");

  await inbox.getByRole("button", { name: "Edit: One expert only" }).click();
  await inbox.getByRole("textbox", { name: "What was remarked" }).fill("One expert, who leaves");
  await page.keyboard.press("Tab");
  await inbox.getByRole("button", { name: "Done: One expert, who leaves" }).click();
  const done = page.getByRole("region", { name: "Done" });
  await done.getByText("One expert, who leaves", { exact: false }).waitFor();
  await done.getByRole("button", { name: "Not done after all: One expert, who leaves" }).click();
  await inbox.getByRole("button", { name: "Remove: Calm people" }).click();
  await page.getByText("1 finding", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await inbox.getByText("Calm people", { exact: false }).waitFor();
});
