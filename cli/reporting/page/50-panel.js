// The filters at the side, built once; counts and the list of subjects follow what is asked for.

let finder = "";
let finderType = "company";
const LISTED = 12;

function panel() {
  const search = h("input", {id: "search", type: "search", value: asked.words, placeholder: t("search_hint"), autocomplete: "off",
    oninput: later((event) => { asked.words = event.target.value; changed(); }, 120)});
  const inside = [
    h("label.head", {for: "search"}, t("search")), search,
    boxes("kind", asked.kinds, present(C.kind, "kinds"), "kinds"),
    companies(),
    dates(),
    boxes("modality", asked.modalities, present(C.modality, "modalities"), "modalities"),
    boxes("severity", asked.severities, Object.keys(D.labels.severities).filter((one) =>
      D.findings.some((row) => row[FINDING.severity] === one)), "severities"),
    h("button.quiet", {id: "clear", type: "button", onclick: () => { ask(""); finder = ""; panel(); changed(); }}, t("clear")),
  ];
  const wide = matchMedia("(min-width: 60rem)").matches;
  fill($("panel"), h("details", {open: wide, id: "filters"}, h("summary", {}, t("filters"), h("span.active", {id: "active"})),
    h("form", {role: "search", "aria-label": t("filters"), onsubmit: (event) => event.preventDefault()}, inside)));
  $("panel").setAttribute("aria-label", t("filters"));
}

// A function that runs once the typing rests.
function later(run, wait) {
  let timer = 0;
  return (event) => { clearTimeout(timer); timer = setTimeout(run, wait, event); };
}

// The words of a column that are there, those that the labels know first and in their order.
function present(column, group) {
  const there = new Set(column.map((one) => W[one]));
  const known = Object.keys(D.labels[group]).filter((one) => there.has(one));
  return [...known, ...[...there].filter((one) => !known.includes(one)).sort()];
}

function boxes(name, set, keys, group) {
  if (!keys.length) return null;
  return h("fieldset", {id: `by-${name}`}, h("legend.head", {}, t(name)), keys.map((key) => box(name, set, key,
    [h("i.dot", {"data-kind": name === "kind" ? key : null, "data-severity": name === "severity" ? key : null}), named(group, key)])));
}

function box(name, set, key, words) {
  const change = (event) => { event.target.checked ? set.add(key) : set.delete(key); changed(); };
  return h("label.box", {}, h("input", {type: "checkbox", name, value: key, checked: set.has(key), onchange: change}),
    h("span.words", {}, words), h("span.number", {"data-count": `${name}:${key}`}));
}

function companies() {
  const all = Object.keys(D.labels.types).filter((type) => D.subjects.some((row) => row[2] === type));
  if (!all.includes(finderType)) finderType = "";
  const select = h("select", {id: "finder-type", "aria-label": t("of_type"), onchange: (event) => { finderType = event.target.value; facet(); }},
    h("option", {value: ""}, t("any_type")), all.map((type) =>
      h("option", {value: type, selected: type === finderType}, named("types", type))));
  return h("fieldset", {id: "by-subject"}, h("legend.head", {}, t("company")),
    h("div.row", {}, h("input", {id: "finder", type: "search", value: finder, "aria-label": t("company_hint"), placeholder: t("company_hint"),
      autocomplete: "off", oninput: later((event) => { finder = event.target.value; facet(); }, 120)}), select),
    h("div", {id: "found-subjects"}));
}

// The subjects with most claims among what the other filters leave; those that are chosen come first.
function facet() {
  const words = fold(finder).trim();
  const counts = fits.facets.subjects;
  const fit = [...counts.keys()].filter((s) => !asked.subjects.has(s) &&
    (!finderType || D.subjects[s][2] === finderType || words) &&
    (!words || fold(`${D.subjects[s][0]} ${D.subjects[s][1] || ""}`).includes(words)));
  fit.sort((one, other) => counts.get(other) - counts.get(one) || one - other);
  const focused = document.activeElement && document.activeElement.name === "subject" ? document.activeElement.value : null;
  const shown = [...asked.subjects, ...fit.slice(0, LISTED)];
  fill($("found-subjects"), shown.length === 0 && h("p.none", {}, t("nothing")), shown.map((s) => {
    const line = box("subject", asked.subjects, s, [D.subjects[s][0], D.subjects[s][1] && h("small", {}, ` ${D.subjects[s][1].split(":").pop()}`)]);
    line.querySelector(".number").textContent = number(counts.get(s) || 0);
    line.querySelector("input").value = D.subjects[s][1] || D.subjects[s][0];
    return line;
  }));
  if (focused !== null) [...document.getElementsByName("subject")].find((one) => one.value === focused)?.focus();
}

function dates() {
  const change = (key) => (event) => { asked[key] = dayNumber(event.target.value); changed(); };
  const days = D.articles.map((row) => row[ARTICLE.published]).filter((one) => one !== null).sort((a, b) => a - b);
  const [least, most] = [day(days[0]), day(days[days.length - 1])];
  const input = (key) => h("input", {type: "date", id: `date-${key}`, value: day(asked[key]) || null, onchange: change(key),
    min: asked.by === "published" ? least : null, max: asked.by === "published" ? most : null});
  return h("fieldset", {id: "by-date"}, h("legend.head", {}, t("date")),
    h("select", {"aria-label": t("date"), id: "date-by", onchange: (event) => { asked.by = event.target.value; changed(); }},
      h("option", {value: "published", selected: asked.by === "published"}, t("date_published")),
      h("option", {value: "event", selected: asked.by === "event"}, t("date_event"))),
    h("div.row", {}, h("label", {}, t("date_from"), input("from")), h("label", {}, t("date_to"), input("to"))));
}

function counts() {
  const facets = {kind: fits.facets.kinds, modality: fits.facets.modalities};
  for (const place of document.querySelectorAll("[data-count]")) {
    const [name, key] = place.dataset.count.split(/:(.*)/s);
    if (facets[name]) place.textContent = number(facets[name].get(key) || 0);
    if (name === "severity") place.textContent = number(fits.findings.filter((f) => D.findings[f][FINDING.severity] === key).length);
  }
  facet();
  const active = (asked.words ? 1 : 0) + asked.kinds.size + asked.modalities.size + asked.severities.size + asked.codes.size +
    asked.subjects.size + (asked.from !== null) + (asked.to !== null);
  $("active").textContent = active ? String(active) : "";
  $("clear").hidden = !active;
}
