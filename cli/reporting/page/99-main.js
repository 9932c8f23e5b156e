// The start, the address (#/article/3/c_…), language and theme.

const PAGES = ["overview", "articles", "claims", "subjects", "quotes", "findings"];
let route = {name: "overview", key: null, target: null};

async function start() {
  try {
    await load();
  } catch (fault) {
    fill($("main"), h("p.warn", {}, `${fault}`));
    return;
  }
  language = kept("language") || D.language;
  theme(kept("theme") || "auto");
  addEventListener("hashchange", () => { if (readAddress()) panel(); show(true); });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideCard();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    $("filters").open = true;
    $("search").focus();
  });
  addEventListener("scroll", () => { if (cardOf && cardOf === document.activeElement) placeCard(); else hideCard(); }, {passive: true});
  $("skip").addEventListener("click", (event) => { event.preventDefault(); $("main").focus(); });
  readAddress();
  frame();
  document.documentElement.dataset.ready = "true";
  warm();
  performance.mark("ready"); // what tests/bench/report.py measures
}

// What does not change with the address: masthead, filters, footer.
function frame() {
  document.documentElement.lang = language;
  document.title = D.title;
  $("skip").textContent = t("skip");
  masthead();
  panel();
  fill($("footer"), h("p", {}, t("made_by", {version: D.version})));
  show(false);
}

function masthead() {
  const choice = (name, key, options, choose) => h("label", {}, h("span.unseen", {}, t(name)), h("select", {id: `choose-${name}`, onchange: (event) => choose(event.target.value)},
    options.map(([value, words]) => h("option", {value, selected: value === key}, words))));
  fill($("masthead"), h("a.brand", {href: "#/"}, h("span.sign", {"aria-hidden": "true"}, "事実"), h("span.name", {}, D.title)),
    h("div.tools", {}, choice("language", language, [["ja", "日本語"], ["en", "English"]], (value) => { language = value; keep("language", value); frame(); $("choose-language").focus(); }),
      choice("theme", kept("theme") || "auto", ["auto", "light", "dark"].map((one) => [one, t(`theme_${one}`)]), (value) => { keep("theme", value); theme(value); }),
      h("button.quiet", {type: "button", onclick: () => print()}, t("print"))),
    h("nav.pages", {"aria-label": t("sections")}, PAGES.map((name) => h("a", {id: `to-${name}`, href: `#/${name === "overview" ? "" : name}`}, t(name), h("span.number", {})))));
}

function theme(name) {
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

// Some browsers keep nothing for a file; then a choice holds until the page is closed.
function kept(key) {
  try { return localStorage.getItem(`jijitsu.${key}`); } catch { return null; }
}

function keep(key, value) {
  try { localStorage.setItem(`jijitsu.${key}`, value); } catch { /* see above */ }
}

// Take the route and the filters from the address; true if it asks for other filters than before.
function readAddress() {
  const [path, asks] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [name, key, target] = path.split("/");
  const before = query();
  route = {name: name || "overview", key: key === undefined ? null : Number(key), target: target || null};
  ask(asks || "");
  return query() !== before;
}

// The filters have changed: show what fits now, on the list `then` or on the one that is open.
function changed(then) {
  if (then) route = {name: then, key: null, target: null};
  else if (route.key !== null) route = {name: route.name === "subject" ? "subjects" : route.name === "speaker" ? "quotes" : "articles", key: null, target: null};
  history.replaceState(null, "", `#/${route.name === "overview" ? "" : route.name}${query()}`);
  show(false);
}

const known = {article: () => articlePage(route.key, route.target), subject: () => subjectPage(route.key), speaker: () => speakerPage(route.key)};
const tables = {article: () => D.articles, subject: () => D.subjects, speaker: () => D.speakers};

function show(moved) {
  look();
  counts();
  hideCard();
  forgetPlots();
  const single = known[route.name] && tables[route.name]()[route.key] !== undefined;
  const page = single ? known[route.name]() : LISTS[route.name] ? LISTS[route.name]() : overview();
  if (!single && !LISTS[route.name]) route = {name: "overview", key: null, target: null};
  fill($("main"), page);
  $("main").dataset.page = route.name;
  paint($("main"));
  tell();
  if (!moved) return;
  if (!route.target) {
    scrollTo(0, 0);
    $("main").querySelector("h1")?.focus({preventScroll: true});
  }
}

// The numbers in the sections, and the same aloud for those who do not see them change.
function tell() {
  const all = {articles: fits.articles.length, claims: fits.claims.length, subjects: LISTS_OF.subjects().length, findings: fits.findings.length,
    quotes: fits.claims.filter((i) => C.quote[i] !== null).length};
  const home = {article: "articles", subject: "subjects", speaker: "quotes"}[route.name] || route.name;
  for (const name of PAGES) {
    const link = $(`to-${name}`);
    link.href = `#/${name === "overview" ? "" : name}${query()}`;
    link.querySelector(".number").textContent = name === "overview" ? "" : number(all[name]);
    if (name === home) {
      link.setAttribute("aria-current", "page");
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft - 40; // on a phone it may be out of sight
    } else link.removeAttribute("aria-current");
  }
  $("status").textContent = t("shown", {articles: number(all.articles), claims: number(all.claims), findings: number(all.findings)});
}
