// The register of evidence: one piece serves many, pictures are kept small, and what the class demands is held against it.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { chooseProcess, startNow, turnTo } from "./support/app.mjs";
import { start } from "./support/browser.mjs";

const row = (page, id) => page.getByRole("listitem").filter({ has: page.getByRole("group", { name: `Rating of ${id}`, exact: true }) });
const register = (page) => page.getByRole("region", { name: "Register", exact: true });

async function toEvidence(page) {
  await page.getByRole("navigation", { name: "Rate", exact: true }).getByRole("link", { name: "Evidence" }).click();
  await page.getByRole("heading", { level: 1, name: "Evidence" }).waitFor();
}

async function add(page, kind, title, more = {}) {
  await page.getByRole("combobox", { name: "Kind" }).first().selectOption(kind);
  await page.getByRole("textbox", { name: "What it is" }).fill(title);
  for (const [name, text] of Object.entries(more)) await page.getByLabel(name, { exact: true }).fill(text);
  await page.getByRole("button", { name: "Add evidence" }).click();
}

test("one piece of evidence serves two processes, and coverage follows", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);

  await t.test("a piece is added under a row, with where it is and from whom", async () => {
    await row(page, "SDE-5.O1").getByRole("button", { name: "Evidence" }).click();
    await add(page, "Document", "Service catalogue", { "Where it is": "https://wiki.example/catalogue", "From which role": "service manager", Date: "2024-03-01" });
    const link = row(page, "SDE-5.O1").getByRole("link", { name: "https://wiki.example/catalogue" });
    assert.equal(await link.getAttribute("href"), "https://wiki.example/catalogue");
    await row(page, "SDE-5.O1").getByText("from the service manager").waitFor();
  });

  await t.test("under a row of another process it is taken from the register", async () => {
    await chooseProcess(page, "RES-1");
    await row(page, "RES-1.O1").getByRole("button", { name: "Evidence" }).click();
    await page.getByRole("searchbox", { name: "Search the register for evidence that is there already" }).fill("catalogue");
    await page.getByRole("button", { name: "It rests on: Service catalogue" }).click();
    await page.getByRole("button", { name: "Remove evidence: Service catalogue" }).waitFor();
  });

  await t.test("the register has it once, with both", async () => {
    await toEvidence(page);
    await register(page).getByText("1 piece", { exact: true }).waitFor();
    await register(page).getByRole("button", { name: "Detach from SDE-5.O1" }).waitFor();
    await register(page).getByRole("button", { name: "Detach from RES-1.O1" }).waitFor();
  });

  await t.test("each class says what it asks, and the chosen one what is missing", async () => {
    const coverage = page.getByRole("region", { name: "Coverage", exact: true });
    await coverage.getByText("No class is chosen", { exact: false }).waitFor();
    await coverage.getByText("check clause 4.6 of the standard", { exact: false }).waitFor();
    await coverage.getByRole("combobox", { name: "Class of the assessment" }).selectOption({ value: "Class 2" });
    const cell = coverage.getByRole("row", { name: /^SDE-5 / }).getByRole("cell").first();
    await cell.getByText("lacks a testimony").waitFor();
    await coverage.getByText("0 of 15 attributes have the evidence that class 2 demands.", { exact: false }).waitFor();
    await add(page, "Testimony", "Talk with the service manager");
    await register(page).getByText("Not used", { exact: true }).last().waitFor();
    await register(page).getByRole("button", { name: "Attach: Talk with the service manager" }).click();
    const picker = page.getByRole("dialog", { name: "What rests on it?" });
    await picker.getByRole("searchbox").fill("SDE-5.O2");
    await picker.getByRole("checkbox", { name: /^SDE-5\.O2 / }).check();
    await picker.getByRole("button", { name: "Finished" }).click();
    await cell.getByText("✓ enough").waitFor();
  });

  await t.test("what is older than the limit is marked and can be listed", async () => {
    const age = page.getByRole("textbox", { name: "Evidence is old after so many months" });
    await age.fill("12");
    await page.keyboard.press("Tab");
    await register(page).getByText("Older than 12 months", { exact: true }).waitFor();
    await page.getByRole("combobox", { name: "Show" }).selectOption("Older than the limit");
    await register(page).getByText("1 of 2 pieces", { exact: true }).waitFor();
    await page.getByRole("combobox", { name: "Show" }).selectOption("All");
  });

  await t.test("it is edited, removed and brought back with what rests on it", async () => {
    await register(page).getByRole("button", { name: "Edit: Service catalogue" }).click();
    await register(page).getByRole("textbox", { name: "Where it is" }).fill("javascript:window.ran=1");
    await page.keyboard.press("Tab");
    await register(page).getByText("javascript:window.ran=1").waitFor();
    assert.equal(await register(page).getByRole("link", { name: /javascript/ }).count(), 0, "a script is no link");
    await register(page).getByRole("button", { name: "Remove: Service catalogue" }).click();
    await register(page).getByText("1 piece", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await register(page).getByRole("button", { name: "Detach from RES-1.O1" }).waitFor();
  });
});

test("pictures are pasted or picked, made small, and refused in words", async (t) => {
  const visit = await start(t);
  const { page } = visit;
  await startNow(page);
  await toEvidence(page);
  await add(page, "Record", "The board");
  await register(page).getByRole("button", { name: "Picture: The board" }).click();
  const dialog = page.getByRole("dialog", { name: "Picture of The board" });
  await dialog.getByText("no more than 150 kB", { exact: false }).waitFor();

  await t.test("a broken one and what is none are refused", async () => {
    const file = (name, mimeType, buffer) => dialog.getByLabel("Choose a picture").setInputFiles({ name, mimeType, buffer });
    await file("broken.png", "image/png", randomBytes(500));
    await dialog.getByRole("alert").getByText("broken.png cannot be read as a picture. It may be damaged.").waitFor();
    await file("notes.txt", "text/plain", Buffer.from("no picture"));
    await dialog.getByRole("alert").getByText("notes.txt is no picture.").waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(21_000_000)], "huge.png", { type: "image/png" }));
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await dialog.getByRole("alert").getByText("huge.png has 21 MB. Pictures of up to 20 MB can be read.").waitFor();
  });

  await t.test("one that is too large is made smaller, and says what it shows", async () => {
    const large = noise(1500, 1200);
    assert.ok(large.length > 5_000_000, "far above what is kept");
    await dialog.getByLabel("Choose a picture").setInputFiles({ name: "large.png", mimeType: "image/png", buffer: large });
    const told = dialog.getByRole("status").getByText(/^It is kept as \d+ by \d+ points, \d+ kB\.$/);
    await told.waitFor();
    const kilobytes = Number((await told.textContent()).match(/(\d+) kB/)[1]);
    assert.ok(kilobytes <= 150, `${kilobytes} kB`);
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.getByRole("alert").getByText("Say what it shows, for those who cannot see it.").waitFor();
    await dialog.getByRole("textbox", { name: "What it shows" }).fill("A grey board");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.waitFor({ state: "hidden" });
    const shown = register(page).getByAltText("A grey board");
    assert.ok(await shown.evaluate(async (image) => (await image.decode(), image.naturalWidth)) > 100, "it can be seen");
  });

  await t.test("a pasted one takes its place", async () => {
    await register(page).getByRole("button", { name: "Open the picture: A grey board" }).click();
    await dialog.getByRole("img", { name: "A grey board" }).waitFor();
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], "image.png", { type: "image/png" }));
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, noise(64, 32).toString("base64"));
    await dialog.getByRole("status").getByText(/^It is kept as 64 by 32 points, \d+ kB\.$/).waitFor();
    await dialog.getByRole("textbox", { name: "What it shows" }).fill("A small board");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await register(page).getByAltText("A small board").waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await register(page).getByAltText("A grey board").waitFor();
  });
});

// A PNG of noise, which no format makes small.
function noise(width, height) {
  const lines = Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), randomBytes(width * 3)])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [["IHDR", header], ["IDAT", deflateSync(lines, { level: 0 })], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks.map(([name, data]) => chunk(name, data))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

// The check of a PNG chunk.
function crc(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
