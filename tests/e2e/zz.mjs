import { start } from "./support/browser.mjs";
import { turnToPlan } from "./support/app.mjs";
const width = Number(process.argv[2] ?? 1280), dark = process.argv[3] === "dark", tag = `${width}${dark ? "d" : ""}`;
const visit = await start(null, { width, height: 900, dark });
const { page } = visit;
page.setDefaultTimeout(60000);
await page.getByRole("button", { name: "Explore the sample" }).click();
await page.getByRole("region", { name: "Questions" }).waitFor();
const id = page.url().split("#/assessment/")[1].split("/")[0];
await page.evaluate((id) => (location.hash = `#/assessment/${id}/plan`), id);
await page.getByRole("heading", { level: 1, name: "Actions" }).waitFor();
const drafted = page.getByRole("region", { name: "Not planned yet" });
for (let k = 0; k < 6; k++) { const add = drafted.getByRole("button", { name: /^Add to plan: / }).first(); const name = await add.getAttribute("aria-label"); await add.click(); await drafted.getByRole("button", { name, exact: true }).waitFor({ state: "detached" }); }
const list = page.getByRole("list", { name: "Actions", exact: true });
const titles = await list.getByRole("heading", { level: 2 }).allTextContents();
const bulk = page.getByRole("group", { name: "Selected actions" });
const set = async (what, value) => { await bulk.getByRole("combobox", { name: "What to change" }).selectOption(what); await bulk.getByLabel("New value").fill(value); await bulk.getByRole("button", { name: "Set for all selected" }).click(); };
const row = (title) => list.getByRole("listitem").filter({ has: page.getByRole("button", { name: title, exact: true }) });
for (const [p, owner] of ["Service desk lead", "Change manager", "Head of operations"].entries()) {
  const theirs = titles.slice(2 * p, 2 * p + 2);
  for (const title of theirs) await row(title).getByRole("checkbox").check();
  await set("Owner", owner); await set("Due date", ["2027-03-31", "2027-06-30", "2027-09-30"][p]);
  for (const title of theirs) await row(title).getByRole("checkbox").uncheck();
}
await page.screenshot({ path: `/tmp/p-actions-${tag}.png`, fullPage: true });
await list.getByRole("heading", { level: 2 }).first().getByRole("button").click();
await page.waitForTimeout(500);
await page.screenshot({ path: `/tmp/p-panel-${tag}.png` });
for (const view of (process.argv[4] ?? "targets risk path quick-wins roadmap change what-if print").split(" ")) {
  await page.evaluate(([id, view]) => (location.hash = `#/assessment/${id}/plan/${view}`), [id, view]);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/p-${view}-${tag}.png`, fullPage: true });
}
await page.evaluate((id) => (location.hash = `#/assessment/${id}/profile`), id);
await page.waitForTimeout(2000);
await page.screenshot({ path: `/tmp/p-profile-${tag}.png`, fullPage: true });
await visit.stop().catch((e) => console.log(String(e).slice(0, 500)));
