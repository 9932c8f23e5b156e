// The lists: articles, claims, subjects, quotes, findings, each of what fits the filters.

function articleRow(a) {
  const row = articleOf(a);
  const found = findingsOf[a] || [];
  return h("li.article", {}, h("div.meta", {}, h("time", {}, niceDay(row[ARTICLE.published])), row[ARTICLE.publisher] && h("span", {}, row[ARTICLE.publisher]),
    h("span.path", {}, row[ARTICLE.path])),
    h("h3", {"aria-level": 2}, articleLink(a)), h("p.lead", {lang: "ja"}, lead(a)),
    h("div.meta", {}, h("span", {}, `${t("claims")} ${number(fits.inArticle[a])}`), marksOf(found)));
}

// How many findings of which severity, as coloured numbers with their names.
function marksOf(found) {
  return Object.keys(D.labels.severities).map((severity) => {
    const many = found.filter((f) => D.findings[f][FINDING.severity] === severity).length;
    return many > 0 && h("span.severity", {"data-severity": severity}, `${named("severities", severity)} ${many}`);
  });
}

// The beginning of the article behind its title; or what stands around the first word that is looked for.
function lead(a) {
  const text = articleOf(a)[ARTICLE.text] || "";
  const hit = firstHit(text);
  if (hit > 120) return `…${text.slice(hit - 50, hit + 90).replace(/\s+/g, " ")}…`;
  const title = titleOf(a).replace(/…$/, "").trim();
  const body = text.slice(0, 1500).replace(/^---\n[^]*?\n---\n/, "").split(/\n+/).map((line) => line.trim()).filter(Boolean).join(" ");
  const rest = body.startsWith(title) ? body.slice(title.length).trim() : body;
  return rest.length > 140 ? `${rest.slice(0, 140)}…` : rest;
}

function claimRow(i) {
  return h("li.claim", {"data-kind": kindOf(i)}, h("div.meta", {}, chip(i), C.modality[i] !== null && word(C.modality, i) !== "asserted" &&
    h("span.tag", {}, named("modalities", word(C.modality, i))), h("time", {}, periodSaid(i)), oddOf.has(i) && h("span.severity", {"data-severity": "error"}, t("at_odds"))),
    C.quote[i] === null && h("p.told", {}, C.subject[i] !== null && subjectLink(C.subject[i]), ` ${measureSaid(i)} `,
      h("strong", {}, `${arrow(i)} ${valueSaid(i)}`.trim())),
    C.quote[i] !== null && h("p.told", {}, speakerLink(speakerOf(i))),
    quoted(i), h("div.meta", {}, articleLink(C.article[i])));
}

function subjectRow([s, many]) {
  const {id, type} = subjectOf(s);
  const odd = claimsOf.subject[s].filter((i) => oddOf.has(i)).length;
  return h("li.one", {}, subjectLink(s), h("span.meta", {}, named("types", type), id && ` ${id}`),
    odd > 0 && h("span.severity", {"data-severity": "error"}, `${t("at_odds")} ${odd}`), h("span.number", {}, number(many)));
}

// `level` is that of its heading, by what it stands under.
function speakerGroup([who, claims], level = 3) {
  const first = attributionOf(claims[0]);
  return h("section.speaker", {}, h("h3", {"aria-level": level}, speakerLink(who), h("small", {}, [first?.org, first?.role].filter(Boolean).join("・")),
    h("span.number", {}, number(claims.length))), h("ul.quotes", {}, claims.slice(0, 5).map(quoteRow)),
    claims.length > 5 && who !== null && h("a", {href: `#/speaker/${who}${query()}`}, t("open_all")));
}

function quoteRow(i) {
  const about = C.subject[i];
  return h("li.quote", {"data-type": word(C.quote, i)}, h("blockquote", {lang: "ja"}, h("a", {href: `#/article/${C.article[i]}/c_${C.id[i]}${query()}`},
    word(C.quote, i) === "direct" ? `「${evidence(i)}」` : evidence(i))),
    h("div.meta", {}, h("time", {}, niceDay(dayOf(i))), h("span", {}, named("quote_types", word(C.quote, i))),
      about !== null && h("span", {}, language === "ja" ? [subjectLink(about), t("about")] : [t("about"), " ", subjectLink(about)]), articleLink(C.article[i])));
}

function bySpeaker(claims) {
  const groups = new Map();
  for (const i of claims) {
    if (C.quote[i] === null) continue;
    const who = speakerOf(i);
    groups.set(who, [...(groups.get(who) || []), i]);
  }
  return [...groups].sort((one, other) => (one[0] === null) - (other[0] === null) || other[1].length - one[1].length);
}

// A finding with both its sides, each a link to its place.
function findingRow(f) {
  const [code, severity] = D.findings[f];
  const spots = D.findings[f][FINDING.spots];
  return h("li.finding", {"data-severity": severity}, h("div.meta", {}, h("span.severity", {"data-severity": severity}, named("severities", severity)),
    h("b", {}, code), h("span", {}, checkSaid(code))), h("p.told", {}, messageSaid(f)),
    h("div.sides", {}, spots.map((spot, at) => side(spot, f, at, spots.length > 1))));
}

function side(spot, f, at, several) {
  const head = several && h("span.meta", {}, noteSaid(spot) || (at ? t("other_side") : t("this_side")));
  if (spot[SPOT.article] < 0) return h("div.side", {}, head, h("p", {}, spot[SPOT.elsewhere]));
  const text = articleOf(spot[SPOT.article])[ARTICLE.text] || "";
  const from = Math.max(text.lastIndexOf("。", spot[SPOT.start] - 1), text.lastIndexOf("\n", spot[SPOT.start] - 1), spot[SPOT.start] - 100) + 1;
  const stop = text.indexOf("。", spot[SPOT.end]);
  const to = Math.min(stop < 0 ? text.length : stop + 1, spot[SPOT.end] + 100);
  return h("div.side", {}, head, h("a.sentence", {lang: "ja", href: `#/article/${spot[SPOT.article]}/f${f}.${at}${query()}`},
    text.slice(from, spot[SPOT.start]).trimStart(), h("mark", {"data-severity": D.findings[f][FINDING.severity]}, text.slice(spot[SPOT.start], spot[SPOT.end])),
    text.slice(spot[SPOT.end], to).trimEnd() || null), h("span.meta", {}, articleLink(spot[SPOT.article]), " ", h("time", {}, niceDay(publishedOf(spot[SPOT.article])))));
}

function listed(name, many, draw, step, tag = "ul") {
  const head = h("h1", {tabindex: "-1"}, t(name), h("span.number", {}, number(many.length)));
  const list = h(`${tag}.list.${name}`, {});
  return [head, many.length ? rows(many, draw, list, step) : h("p.nothing", {}, t("nothing"))];
}

const LISTS = {
  articles: () => listed("articles", newest(fits.articles), articleRow, 30),
  claims: () => listed("claims", fits.claims, claimRow, 40),
  subjects: () => listed("subjects", LISTS_OF.subjects(), subjectRow, 120),
  quotes: () => listed("speakers", bySpeaker(fits.claims), (group) => speakerGroup(group, 2), 30, "div"),
  findings: () => listed("findings", gravest(fits.findings), findingRow, 30),
};

const newest = (articles) => [...articles].sort((one, other) => (publishedOf(other) ?? -1e9) - (publishedOf(one) ?? -1e9) || one - other);

function gravest(found) {
  const order = Object.keys(D.labels.severities);
  const rank = (f) => order.indexOf(D.findings[f][FINDING.severity]);
  return [...found].sort((one, other) => rank(one) - rank(other) || one - other);
}
