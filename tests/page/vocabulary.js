// What tests may say about the page; stands in front of every script that a test runs.
const all = (css) => [...document.querySelectorAll(css)];
const one = (css) => document.querySelector(css);
const text = (css) => one(css)?.textContent ?? null;
const texts = (css) => all(css).map((element) => element.textContent);
const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const style = (css, property, pseudo) => getComputedStyle(one(css), pseudo)[property];
const plain = (words) =>
  words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// The reports in the list: ids, marked words, snippets with their marks.
const id_of = (link) => decodeURIComponent(link.hash.slice("#/report/".length).split("?")[0]);
const listed = () => all("a.title").map(id_of);
const marked = (element) => [...element.querySelectorAll("mark")].map((mark) => mark.textContent);
const snippets = () => all(".report").map((report) =>
  [...report.querySelectorAll(".snippet")].map((snippet) => ({
    text: snippet.textContent.replace(/^… | …$/g, ""),
    marks: marked(snippet),
  })));

// The same from the interface for scripts.
const found = (query) => entente.search(query).hits.map((hit) => hit.document);
const found_snippets = (query) => entente.search(query).hits.map((hit) =>
  hit.snippets.map(({ text, marks }) => ({
    text,
    marks: marks.map(([start, end]) => text.slice(start, end)),
  })));

// What the page says of the view.
const remarks = () => texts(".remarks").join("");

// Facets as lines: "2024 2".
const facet = (name) => all(".facet")
  .filter((facet) => facet.querySelector("h2").textContent === name)
  .flatMap((facet) => [...facet.querySelectorAll("li")])
  .map((row) => `${row.querySelector(".name").textContent} ${row.querySelector(".count").textContent}`);

// What a call throws, as "TypeError: …", or null.
const thrown = (call) => {
  try { call(); return null; } catch (error) { return `${error.name}: ${error.message}`; }
};

// Takes note of all that goes wrong from now on.
const listen = () => {
  if (window.noted) return;
  const noted = window.noted = [];
  window.addEventListener("error", (event) => noted.push(`error: ${event.message}`));
  window.addEventListener("unhandledrejection", (event) => noted.push(`rejection: ${event.reason}`));
  window.addEventListener("securitypolicyviolation", (event) =>
    noted.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const level of ["error", "warn", "info", "log", "debug"]) {
    const write = window.console[level];
    window.console[level] = (...words) => {
      if (!String(words[0]).startsWith("until here ")) noted.push(`console.${level}: ${words.join(" ")}`);
      write.apply(window.console, words);
    };
  }
};
