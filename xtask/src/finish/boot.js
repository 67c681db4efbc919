const parsed = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done, { once: true });
});
try {
  if (typeof WebAssembly !== "object") throw new Error("WebAssembly is switched off");
  /* steps */
} catch (reason) {
  window.entente?.refuse?.(reason);
  // The reports stay on the page as text; this sentence says why there is nothing more.
  await parsed;
  const sentence = document.getElementById("no-wasm");
  if (sentence) {
    sentence.dataset.reason = String(reason);
    sentence.hidden = false;
  }
}
