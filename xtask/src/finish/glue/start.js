async function start_page({ module_or_path }) {
  if (!module_or_path.ok) throw new Error(`${module_or_path.url}: ${module_or_path.status}`);
  const { instance } = await WebAssembly.instantiate(await module_or_path.arrayBuffer(), __wbg_get_imports());
  wasm = instance.exports;
  wasm.__wbindgen_start();
}
export { start_page as default };
