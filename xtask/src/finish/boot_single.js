const carrier = document.getElementById("wasm");
const packed = Uint8Array.from(atob(carrier.textContent.trim()), (c) => c.charCodeAt(0));
carrier.remove();
const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
const headers = { "content-type": "application/wasm" };
await {init}({ module_or_path: new Response(plain, { headers }) });
