// Tells of every rating at the moment from which the page shows it as saved, so that the telling survives the page.

/** Stands before what the witness says on the console. */
export const SAVED = "shown as saved ";

/**
 * Runs in the page before anything else does. A rating is shown as saved while it is on the sheet and the save mark
 * says "Saved" and a time, with nothing on its way.
 */
export function watchSaves() {
  const told = new Set();
  const look = () => {
    const mark = document.querySelector('[role="status"][aria-label="Save state"]')?.textContent.trim() ?? "";
    if (!/^Saved \d/.test(mark) || mark.includes("Saving")) return;
    const process = document.querySelector('section[aria-label="Questions"] h1')?.textContent.trim().split(" ")[0];
    for (const group of document.querySelectorAll("fieldset")) {
      const subject = group.querySelector("legend")?.textContent.match(/^Rating of (.+)$/)?.[1];
      const word = subject && group.querySelector("input:checked")?.getAttribute("aria-label");
      if (!process || !word || word === "Not rated") continue;
      const key = `${process} ${subject} ${word[0]}`;
      if (told.has(key)) continue;
      told.add(key);
      console.debug(`shown as saved ${key}`);
    }
  };
  // Looked at in a task of its own: within one task the page may be halfway between two states.
  const { port1, port2 } = new MessageChannel();
  let due = false;
  port1.onmessage = () => {
    due = false;
    look();
  };
  const soon = () => {
    if (!due) port2.postMessage(null);
    due = true;
  };
  new MutationObserver(soon).observe(document, { subtree: true, childList: true, characterData: true });
  for (const kind of ["keydown", "keyup", "click", "change"]) addEventListener(kind, soon, true);
}
