// A page an article: its lines, each with the findings that point into it in the margin; evidence is marked, and shows
// its record when it is pointed at or focused.

function articlePage(a, target) {
  const row = articleOf(a);
  const claims = claimsOf.article[a] || [];
  const found = findingsOf[a] || [];
  const head = [
    h("p.crumbs", {}, h("a", {href: `#/articles${query()}`}, t("articles")), neighbours(a)),
    h("h1", {tabindex: "-1", lang: "ja"}, titleOf(a)),
    h("p.meta", {}, h("time", {}, niceDay(row[ARTICLE.published])), row[ARTICLE.publisher] && h("span", {}, row[ARTICLE.publisher]),
      h("span.path", {}, row[ARTICLE.path]), row[ARTICLE.url] && h("span.path", {}, row[ARTICLE.url]), marksOf(found)),
    row[ARTICLE.text] === null && h("p.warn", {}, t("no_text")),
    claims.some((i) => C.words[i]) && row[ARTICLE.text] !== null && h("p.warn", {}, t("stale")),
    legend(claims),
  ];
  const body = row[ARTICLE.text] === null ? null : h("article.text", {lang: "ja"}, lines(a, claims, found));
  const table = h("section.here", {}, h("h2", {}, t("claims_here"), h("span.number", {}, number(claims.length))), claimTable(claims));
  const page = [head, body, table];
  requestAnimationFrame(() => reveal(target));
  return page;
}

function neighbours(a) {
  const order = newest(fits.articles);
  const at = order.indexOf(a);
  if (at < 0) return null;
  const link = (other, key) => other !== undefined && h("a", {href: `#/article/${other}${query()}`, title: titleOf(other)}, t(key));
  return h("span.beside", {}, link(order[at - 1], "previous"), link(order[at + 1], "next"));
}

function legend(claims) {
  const kinds = present(claims.map((i) => C.kind[i]), "kinds");
  return kinds.length > 0 && h("p.legend", {}, kinds.map((kind) => h("span", {}, h("i.dot", {"data-kind": kind}), named("kinds", kind))));
}

function lines(a, claims, found) {
  const text = articleOf(a)[ARTICLE.text];
  const marks = marksIn(a, claims, found);
  const parts = [];
  let at = 0;
  for (const match of [...text.matchAll(/\r\n|\n|\r/g), {index: text.length, 0: ""}]) {
    const stop = match.index;
    const here = marks.filter((mark) => mark.start < stop && mark.end > at);
    const notes = found.filter((f) => D.findings[f][FINDING.spots].some((spot) => spot[SPOT.article] === a && spot[SPOT.start] >= at && spot[SPOT.start] <= stop));
    if (stop > at || notes.length) {
      parts.push(h("div.line", {}, h("p", {}, marked(text, at, stop, here)), notes.length > 0 && h("aside", {"aria-label": t("margin")}, notes.map((f) => note(a, f, at, stop)))));
    }
    at = stop + match[0].length;
  }
  return parts;
}

// What is to be marked: claims that share their words share a mark; spots of findings.
function marksIn(a, claims, found) {
  const marks = new Map();
  const mark = (start, end) => {
    const key = `${start}-${end}`;
    if (!marks.has(key)) marks.set(key, {start, end, claims: [], spots: []});
    return marks.get(key);
  };
  for (const i of claims) if (!C.words[i]) mark(C.start[i], C.end[i]).claims.push(i);
  for (const f of found) {
    D.findings[f][FINDING.spots].forEach((spot, at) => {
      if (spot[SPOT.article] === a && spot[SPOT.end] > spot[SPOT.start]) mark(spot[SPOT.start], spot[SPOT.end]).spots.push([f, at]);
    });
  }
  return [...marks.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

// The text from `at` to `stop` with its marks nested; where two cross, the later begins where the earlier ends.
function marked(text, at, stop, marks) {
  const parts = [];
  while (marks.length) {
    const [mark, ...rest] = marks;
    const start = Math.max(at, mark.start);
    const end = Math.min(stop, mark.end);
    const within = (one) => one.start < end && Math.min(one.end, stop) <= end;
    marks = rest.filter((one) => !within(one));
    if (end <= start) continue;
    parts.push(text.slice(at, start), markElement(mark, marked(text, start, end, rest.filter((one) => within(one) && one.end > start))));
    at = end;
  }
  parts.push(text.slice(at, stop));
  return parts;
}

function markElement(mark, children) {
  const [i] = mark.claims;
  const severity = mark.spots.length ? D.findings[mark.spots[0][0]][FINDING.severity] : null;
  const address = `#/article/${i === undefined ? D.findings[mark.spots[0][0]][FINDING.spots][mark.spots[0][1]][SPOT.article] : C.article[i]}/${i === undefined ? `f${mark.spots[0].join(".")}` : `c_${C.id[i]}`}${query()}`;
  // No link stands in a link: what holds other evidence (an utterance its figures) is a group of them.
  const holds = children.flat(Infinity).some((one) => one instanceof Element);
  const own = holds ? {tabindex: "0", role: "group", "aria-label": i === undefined ? named("severities", severity) : told(i),
    onclick: (event) => { if (!event.target.closest("a")) location.hash = address; }} : {href: address};
  const element = h(holds ? "span.evidence" : "a.evidence", {
    "data-kind": i === undefined ? null : kindOf(i), "data-severity": severity,
    "data-claims": mark.claims.map((one) => `c_${C.id[one]}`).join(" ") || null,
    "data-spots": mark.spots.map(([f, at]) => `f${f}.${at}`).join(" ") || null,
    ...own,
  }, children);
  return withCard(element, mark.claims, [...new Set(mark.spots.map(([f]) => f))]);
}

// A finding in the margin of a line, with links to its other sides.
function note(a, f, at, stop) {
  const [code, severity] = D.findings[f];
  const spots = D.findings[f][FINDING.spots];
  const mine = spots.findIndex((spot) => spot[SPOT.article] === a && spot[SPOT.start] >= at && spot[SPOT.start] <= stop);
  const others = spots.map((spot, which) => [spot, which]).filter(([, which]) => which !== mine);
  return h("div.note", {"data-severity": severity}, h("b", {}, `${named("severities", severity)} ${code}`), h("p", {}, messageSaid(f)),
    others.map(([spot, which]) => h("p.other", {}, h("span", {}, `${noteSaid(spot) || t("other_side")}: `), otherLink(spot, f, which, a))));
}

function otherLink(spot, f, which, a) {
  if (spot[SPOT.article] < 0) return spot[SPOT.elsewhere];
  const words = (articleOf(spot[SPOT.article])[ARTICLE.text] || "").slice(spot[SPOT.start], spot[SPOT.end]);
  const where = spot[SPOT.article] === a ? t("in_this_article") : titleOf(spot[SPOT.article]);
  return h("a", {href: `#/article/${spot[SPOT.article]}/f${f}.${which}${query()}`}, `「${words}」 ${where}`);
}

function claimTable(claims) {
  const heads = ["kind", "who", "value", "time", "modality", "says"];
  return h("div.scroll", {tabindex: "0", role: "region", "aria-label": t("claims_here")}, h("table", {}, h("thead", {}, h("tr", {}, heads.map((key) => h("th", {scope: "col"}, t(key))))),
    h("tbody", {}, claims.map((i) => h("tr", {}, h("td", {}, chip(i)),
      h("td.whose", {}, C.quote[i] !== null ? speakerLink(speakerOf(i)) : C.subject[i] === null ? "–" : subjectLink(C.subject[i])),
      h("td.figure", {}, C.quote[i] !== null ? named("quote_types", word(C.quote, i)) : [`${measureSaid(i)} `, h("strong", {}, `${arrow(i)} ${valueSaid(i)}`.trim())]),
      h("td.when", {}, periodSaid(i)), h("td", {}, named("modalities", word(C.modality, i))),
      h("td.words", {}, withCard(h("a", {href: `#/article/${C.article[i]}/c_${C.id[i]}${query()}`}, short(evidence(i))), [i])))))));
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 58)}…` : text);

// Bring the place that the address names into view, and the focus to it.
function reveal(target) {
  for (const one of document.querySelectorAll(".evidence.target")) one.classList.remove("target");
  if (!target) return;
  const found = [...document.querySelectorAll(".evidence")].find((one) => `${one.dataset.claims || ""} ${one.dataset.spots || ""}`.split(" ").includes(target));
  if (!found) return;
  found.classList.add("target");
  found.scrollIntoView({block: "center"});
  found.focus({preventScroll: true});
}
