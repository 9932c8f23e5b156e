// The overview: how much of what, the contradictions, whom it is about, who speaks.

function overview() {
  const tile = (name, many) => h("a.tile", {href: `#/${name}${query()}`}, h("b", {}, number(many)), h("span", {}, t(name)));
  const quotes = fits.claims.filter((i) => C.quote[i] !== null);
  const odd = fits.findings.filter((f) => /^[CNR]/.test(D.findings[f][FINDING.code]));
  const subjects = LISTS_OF.subjects();
  return [
    h("h1.unseen", {tabindex: "-1"}, t("overview")),
    h("nav.tiles", {"aria-label": t("overview")}, tile("articles", fits.articles.length), tile("claims", fits.claims.length), tile("subjects", subjects.length),
      tile("quotes", quotes.length), tile("findings", fits.findings.length)),
    h("div.columns", {},
      h("section", {}, h("h2", {}, t("by_kind")), bars([...fits.facets.kinds].filter(([kind]) => chosen(asked.kinds, kind)), "kinds", "kind", (kind) => toggle(asked.kinds, kind, "claims"))),
      h("section", {}, h("h2", {}, t("by_rule")), fits.findings.length ? ruleBars() : h("p.nothing", {}, t("no_findings")))),
    timeSection(),
    odd.length > 0 && h("section", {}, h("h2", {}, t("at_odds"), h("span.number", {}, number(odd.length))), h("ul.list.findings", {}, gravest(odd).slice(0, 3).map(findingRow)),
      odd.length > 3 && h("a", {href: `#/findings${query()}`}, t("open_all"))),
    h("div.columns", {},
      h("section", {}, h("h2", {}, t("top_subjects")), subjects.length ? h("ol.ranks", {}, foremost(subjects).map(subjectRow)) : h("p.nothing", {}, t("nothing"))),
      h("section", {}, h("h2", {}, t("top_speakers")), ranks(quotes))),
  ];
}

const LISTS_OF = {
  subjects: () => [...fits.facets.subjects].filter(([s]) => chosen(asked.subjects, s)).sort((one, other) => other[1] - one[1] || one[0] - other[0]),
};

// The ten that are told of most; those with a name of their own (companies, indices, people) before 死者 and 乗客.
function foremost(subjects) {
  const common = ([s]) => ["other", "group"].includes(subjectOf(s).type);
  return [...subjects.filter((one) => !common(one)), ...subjects.filter(common)].slice(0, 10);
}

function toggle(set, value, then) {
  set.has(value) ? set.delete(value) : set.add(value);
  panel();
  changed(then);
}

function bars(counted, group, name, choose) {
  const order = Object.keys(D.labels[group] || {});
  const all = counted.sort((one, other) => order.indexOf(one[0]) - order.indexOf(other[0]));
  const most = Math.max(...all.map(([, many]) => many), 1);
  return all.length ? h("ul.bars", {}, all.map(([key, many]) => h("li", {}, h("button", {type: "button", onclick: () => choose(key)},
    h("span.words", {}, named(group, key)), h("span.bar", {}, h("i", {[`data-${name}`]: key, style: {width: `${(100 * many) / most}%`}})), h("span.number", {}, number(many)))))) :
    h("p.nothing", {}, t("nothing"));
}

function ruleBars() {
  const tally = new Map();
  for (const f of fits.findings) tally.set(D.findings[f][FINDING.code], [...(tally.get(D.findings[f][FINDING.code]) || []), f]);
  const all = [...tally].sort((one, other) => rankOf(one) - rankOf(other) || other[1].length - one[1].length);
  const most = Math.max(...all.map(([, many]) => many.length));
  return h("ul.bars.rules", {}, all.map(([code, many]) => h("li", {}, h("button", {type: "button", onclick: () => toggle(asked.codes, code, "findings")},
    h("span.words", {}, h("b", {}, `${code} `), checkSaid(code)), h("span.bar", {}, h("i", {"data-severity": D.findings[many[0]][FINDING.severity], style: {width: `${(100 * many.length) / most}%`}})),
    h("span.number", {}, number(many.length))))));
}

const rankOf = ([, many]) => Object.keys(D.labels.severities).indexOf(D.findings[many[0]][FINDING.severity]);

function timeSection() {
  const figure = months(fits.claims, t("by_month"));
  return figure && h("section", {}, h("h2", {}, t("by_month")), figure);
}

function ranks(quotes) {
  const groups = bySpeaker(quotes).filter(([who]) => who !== null).slice(0, 10);
  if (!groups.length) return h("p.nothing", {}, t("nothing"));
  return h("ol.ranks", {}, groups.map(([who, claims]) => h("li.one", {}, speakerLink(who),
    h("span.meta", {}, [attributionOf(claims[0]).org, attributionOf(claims[0]).role].filter(Boolean).join("・")), h("span.number", {}, number(claims.length)))));
}
