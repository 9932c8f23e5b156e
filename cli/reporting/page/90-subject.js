// A page a subject: time line, figures over time, the list of all figures, quotes by speaker. A page a speaker.

const PLOTTED = 24;

function subjectPage(s) {
  const {name, id, type} = subjectOf(s);
  const claims = claimsOf.subject[s] || [];
  const figures = claims.filter((i) => C.amount[i] !== null).sort((one, other) => (dayOf(one) ?? 1e9) - (dayOf(other) ?? 1e9) || one - other);
  const dated = figures.filter((i) => dayOf(i) !== null);
  const called = [...new Set(claims.map((i) => word(C.called, i)).filter(Boolean))];
  const odd = [...new Set(figures.flatMap((i) => oddOf.get(i) || []))];
  return [
    h("p.crumbs", {}, h("a", {href: `#/subjects${query()}`}, t("subjects"))),
    h("h1", {tabindex: "-1", lang: "ja"}, name),
    h("p.meta", {}, h("span", {}, named("types", type)), id && h("span", {}, id), called.length > 0 && h("span", {}, `${t("names")}: ${called.slice(0, 8).join("、")}`),
      h("span", {}, `${t("claims")} ${number(claims.length)}`)),
    odd.length > 0 && h("section", {}, h("h2", {}, t("at_odds"), h("span.number", {}, number(odd.length))), h("ul.list.findings", {}, odd.map(findingRow))),
    dated.length > 0 && h("section.timeline", {}, h("h2", {}, t("timeline")), reading(dated), lanes(ordered(dated), t("timeline_about", {name}))),
    plots(dated),
    figures.length > 0 && h("section.here", {}, h("h2", {}, t("figures"), h("span.number", {}, number(figures.length))), figureTable(figures)),
    spoken(s, name, id),
  ];
}

// Claims of the kinds in their order, those of a kind by measure, so that lanes stand in one order everywhere.
function ordered(claims) {
  const order = Object.keys(D.labels.kinds);
  const measures = Object.keys(D.labels.measures);
  const rank = (i) => order.indexOf(kindOf(i)) * 100 + measures.indexOf(word(C.measure, i));
  return [...claims].sort((one, other) => rank(one) - rank(other) || one - other);
}

function reading(claims) {
  const odd = claims.some((i) => oddOf.has(i));
  return h("ul.legend", {"aria-label": t("legend")}, present(claims.map((i) => C.kind[i]), "kinds").map((kind) => h("li", {}, h("i.dot", {"data-kind": kind}), named("kinds", kind))),
    h("li", {}, h("i.full"), t("legend_exact")), h("li", {}, h("i.hollow"), t("legend_other")),
    claims.some((i) => C.first[i] === null) && h("li", {}, h("i.dashed"), t("legend_undated")),
    h("li", {}, h("i.period"), t("legend_period")), h("li", {}, h("i.interval"), t("legend_interval")), odd && h("li", {}, h("i.ring"), t("legend_odd")));
}

function plots(dated) {
  const groups = new Map();
  for (const i of ordered(dated)) {
    if (kindOf(i) === "quantity") continue;
    const key = [kindOf(i), word(C.measure, i), word(C.unit, i), C.direction[i] !== null].join("|");
    groups.set(key, [...(groups.get(key) || []), i]);
  }
  const drawn = [...groups.values()].filter((claims) => claims.length > 1);
  if (!drawn.length) return null;
  const name = (claims) => [named("kinds", kindOf(claims[0])), named("measures", word(C.measure, claims[0]))].filter((one, at, all) => one && all.indexOf(one) === at).join(" · ");
  const grid = h("div.plots", {});
  const shown = rows(drawn, (claims) => series(claims, `${name(claims)}${C.direction[claims[0]] === null ? "" : language === "ja" ? "（増減）" : " (change)"}`), grid, PLOTTED);
  return h("section", {}, h("h2", {}, t("values")), shown);
}

function figureTable(figures) {
  const body = h("tbody", {});
  const heads = ["when", "measure", "value", "modality", "sentence", "articles"];
  return [h("div.scroll", {tabindex: "0", role: "region", "aria-label": t("figures")}, h("table.figures", {}, h("thead", {}, h("tr", {}, heads.map((key) => h("th", {scope: "col"}, t(key))))), body)),
    rows(figures, figureRow, body, 60)[1]];
}

function figureRow(i) {
  return h("tr", {}, h("td.when", {}, C.first[i] === null ? [niceDay(dayOf(i)), h("small", {}, t("published"))] : periodSaid(i)), h("td", {}, h("i.dot", {"data-kind": kindOf(i)}), laneOf(i)),
    h("td.figure", {}, h("strong", {}, `${arrow(i)} ${valueSaid(i)}`.trim()), oddOf.has(i) && h("span.severity", {"data-severity": "error"}, t("at_odds"))),
    h("td", {}, named("modalities", word(C.modality, i))), h("td.words", {}, quoted(i, 26)), h("td.where", {}, articleLink(C.article[i])));
}

// What is said about a subject, by whom; and what it says itself, or its people do.
function spoken(s, name, id) {
  const mine = [];
  for (let i = 0; i < C.id.length; i++) {
    if (C.quote[i] === null) continue;
    const said = attributionOf(i);
    const speaker = said && said.speaker !== null ? D.speakers[said.speaker] : null;
    if (C.subject[i] === s || (said && said.org === name) || (speaker && (speaker[0] === name || (id && speaker[1] === id)))) mine.push(i);
  }
  if (!mine.length) return null;
  return h("section", {}, h("h2", {}, t("by_speaker"), h("span.number", {}, number(mine.length))), h("p.meta", {}, t("said_here")),
    rows(bySpeaker(mine), speakerGroup, h("div.list.quotes", {}), 30));
}

function speakerPage(who) {
  const claims = claimsOf.speaker[who] || [];
  const roles = [...new Set(claims.map((i) => attributionOf(i)).map((one) => [one.org, one.role].filter(Boolean).join("・")).filter(Boolean))];
  return [h("p.crumbs", {}, h("a", {href: `#/quotes${query()}`}, t("quotes"))), h("h1", {tabindex: "-1"}, D.speakers[who][0], h("span.number", {}, number(claims.length))),
    h("p.meta", {}, roles.slice(0, 6).join(" / ")), rows(claims, quoteRow, h("ul.quotes.list", {}), 60)];
}
