// The record of a claim, as a card beside what is pointed at or focused, and as a row of the lists.

function fields(i) {
  const said = attributionOf(i);
  const subject = C.subject[i] === null ? null : subjectOf(C.subject[i]);
  const called = word(C.called, i);
  const same = C.same[i];
  return [
    ["who", subject && `${subject.name}${called ? `（${called}）` : ""}${subject.id ? ` ${subject.id}` : ""}`],
    ["measure", named("measures", word(C.measure, i))],
    ["value", valueSaid(i)],
    ["interval", C.low[i] === null && C.high[i] === null ? "" : intervalSaid(i)],
    ["equivalent", same && `${amountSaid(same[0], null, same[1], same[2])}（${same[3]}）`],
    ["direction", word(C.direction, i) && `${arrow(i)} ${named("directions", word(C.direction, i))}`],
    ["mark", named("marks", word(C.mark, i))],
    ["basis", word(C.basis, i)],
    ["time", C.first[i] !== null && `${periodSaid(i)}（${word(C.when, i)}${C.resolved[i] === null ? "" : `・${named("resolved", word(C.resolved, i))}`}）`],
    ["modality", named("modalities", word(C.modality, i))],
    ["attribution", said && [said.speaker === null ? null : speakerName(said.speaker), said.org, said.role, said.medium].filter(Boolean).join("・")],
    ["quote_type", C.quote[i] !== null && named("quote_types", word(C.quote, i))],
    ["evidence", `${t("line", {line: C.line[i], column: C.column[i]})}（${t("chars", codePoints(i))}）`],
    ["same_fact", C.fact[i] !== null && claimsOf.fact[C.fact[i]].length > 1 && t("same_fact_more", {number: claimsOf.fact[C.fact[i]].length - 1})],
    ["rule", word(C.rule, i)],
    ["id", `c_${C.id[i]}`],
  ].filter(([, value]) => value);
}

// Offsets as records have them: in code points, where a script counts 𠮷 twice.
function codePoints(i) {
  const text = articleOf(C.article[i])[ARTICLE.text];
  const before = (offset) => (text === null ? offset : offset - (text.slice(0, offset).match(/[\ud800-\udbff]/g) || []).length);
  return {start: before(C.start[i]), end: before(C.end[i])};
}

function intervalSaid(i) {
  const unit = word(C.unit, i);
  const said = (value) => (value === null ? "" : amountSaid(plain(value), null, unit, "eq"));
  return `${said(C.low[i])} – ${said(C.high[i])}`;
}

// A number of the plot as digits: nine of them are enough for where an interval ends.
const plain = (value) => (Number(value.toPrecision(9)).toLocaleString("en-US", {useGrouping: false, maximumFractionDigits: 8}));

function record(i) {
  return h("section.record", {"data-kind": kindOf(i)}, h("h3", {}, chip(i), C.quote[i] === null ? ` ${told(i)}` : ` ${speakerName(speakerOf(i))}`),
    h("dl", {}, fields(i).map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)])));
}

const chip = (i) => h("span.chip", {"data-kind": kindOf(i)}, named("kinds", kindOf(i)));

let cardOf = null;

// Show the records of claims (and the findings) that an element stands for.
function showCard(element, claims, found = []) {
  const card = $("card");
  cardOf = element;
  fill(card, found.map((f) => h("p.alert", {"data-severity": D.findings[f][FINDING.severity]}, `${D.findings[f][FINDING.code]} ${messageSaid(f)}`)),
    claims.map(record));
  card.hidden = false;
  element.setAttribute("aria-describedby", "card");
  placeCard();
}

// Beside its element, above it where there is no room below.
function placeCard() {
  const card = $("card");
  const place = cardOf.getClientRects()[0] || cardOf.getBoundingClientRect();
  const [wide, high] = [card.offsetWidth, card.offsetHeight];
  const below = place.bottom + 8 + high < innerHeight || place.top < high + 8;
  card.style.left = `${Math.max(8, Math.min(place.left, innerWidth - wide - 8))}px`;
  card.style.top = `${Math.max(8, below ? Math.min(place.bottom + 8, Math.max(place.bottom + 8, innerHeight - high - 8)) : place.top - high - 8)}px`;
}

function hideCard() {
  if (cardOf) cardOf.removeAttribute("aria-describedby");
  cardOf = null;
  $("card").hidden = true;
}

function withCard(element, claims, found) {
  element.addEventListener("mouseenter", () => showCard(element, claims, found));
  element.addEventListener("focus", () => showCard(element, claims, found));
  element.addEventListener("mouseleave", hideCard);
  element.addEventListener("blur", hideCard);
  return element;
}

// The sentence with its evidence marked, as a link to its place; about so many signs of it on either side.
function quoted(i, near = 110) {
  const [before, words, after] = sentence(i);
  const cut = before.length > near + 10 ? `…${before.slice(-near)}` : before;
  const rest = after.length > near + 10 ? `${after.slice(0, near)}…` : after;
  return h("a.sentence", {lang: "ja", href: `#/article/${C.article[i]}/c_${C.id[i]}${query()}`},
    cut.trimStart(), h("mark", {"data-kind": kindOf(i)}, words), rest.trimEnd());
}

const subjectLink = (s) => h("a.subject", {lang: "ja", href: `#/subject/${s}${query()}`}, D.subjects[s][0]);
const speakerLink = (s) => (s === null ? h("span", {}, t("unnamed")) : h("a.speaker", {lang: "ja", href: `#/speaker/${s}${query()}`}, D.speakers[s][0]));
const articleLink = (a) => h("a", {lang: "ja", href: `#/article/${a}${query()}`}, titleOf(a));
