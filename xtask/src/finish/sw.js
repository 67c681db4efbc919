// Makes the second visit work without a network.
//
// One version is one cache, filled as a whole or not at all: each file is checked against
// the digest it had when the page was built, so that a host in the middle of an update
// cannot mix two versions. Requests for anything else pass by.

const VERSION = "{version}";
const FILES = {
{files}
};

const SCOPE = self.registration.scope;
const OURS = `entente ${SCOPE} `;
const CACHE = OURS + VERSION;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(forget_older_versions()));
self.addEventListener("message", (event) => {
  // From a page that has all its files.
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" && name_of(event.request.url);
  if (name) event.respondWith(answer(name, event.request));
});

async function fill() {
  const got = await Promise.all(Object.entries(FILES).map(async ([name, integrity]) => {
    const response = await fetch(name, { integrity, cache: name === "./" ? "no-cache" : "default" });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return [name, response];
  }));
  const cache = await caches.open(CACHE);
  await Promise.all(got.map(([name, response]) => cache.put(name, response)));
}

async function forget_older_versions() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

// The name under which a file of this version is kept, or nothing.
function name_of(address) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  if (!whole.startsWith(SCOPE)) return undefined;
  const name = `./${whole.slice(SCOPE.length)}`;
  if (name === "./index.html") return "./";
  return name in FILES ? name : undefined;
}

async function answer(name, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetch(request);
}
