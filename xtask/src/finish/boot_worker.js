// Registered when everything is loaded, so that a newer version may take over at once:
// this page needs none of its files any more, and the next load gets all of them new.
(async () => {
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" });
  const take_over = (worker) => worker?.postMessage("take over");
  take_over(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") take_over(registration.waiting);
    });
  });
})().catch(() => {});
