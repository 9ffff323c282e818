// What the browser's database holds, read and written past the program: for damage, and for what other versions leave.

/** All texts by key. */
export function texts(page) {
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open("plumbline");
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction("texts").objectStore("texts");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            database.close();
            done(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
          };
        };
      }),
  );
}

/** Puts texts by key; null takes one away. */
export function put(page, entries) {
  return page.evaluate(
    (entries) =>
      new Promise((done, fail) => {
        const opening = indexedDB.open("plumbline");
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction("texts", "readwrite").objectStore("texts");
          for (const [key, text] of Object.entries(entries)) text === null ? store.delete(key) : store.put(text, key);
          store.transaction.onabort = () => fail(store.transaction.error);
          store.transaction.oncomplete = () => {
            database.close();
            done();
          };
        };
      }),
    entries,
  );
}

/** Waits until the list has summed up an assessment that was just started: from then on each change is stored by itself. */
export async function atRest(page, id) {
  const end = Date.now() + 10_000;
  while (!(`view/${id}` in (await texts(page)))) {
    if (Date.now() > end) throw new Error(`The list has not summed up ${id}.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until every change is on the disk: none is noted as on its way, and the save mark says so. */
export async function saved(page) {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("plumbline/unsaved/")));
  await page.getByRole("status", { name: "Save state" }).getByText(/^Saved \d/).waitFor();
}
