// Both files are asked for at once, while the reports are still being parsed.
const [{ default: init }, wasm] =
  await Promise.all([import("./{js}"), fetch("./{wasm}"), parsed]);
await init({ module_or_path: wasm });
