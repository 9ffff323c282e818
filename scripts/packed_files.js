// The network of the single file: what the program fetches lies packed in the page. Goes into it before the program.
const packed = new Map([...document.querySelectorAll("script[data-file]")].map((element) => [element.dataset.file, element]));
const kinds = { json: "application/json", wasm: "application/wasm" };
const folder = new URL(".", import.meta.url).href;

globalThis.fetch = async (address) => {
  const name = new URL(address, folder).href.replace(folder, "");
  const element = packed.get(name);
  if (!element) throw new TypeError(`${name} is not in this file.`);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(content, { headers: { "Content-Type": kinds[name.split(".").pop()] } });
};
