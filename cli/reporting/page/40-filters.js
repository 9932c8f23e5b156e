// What is asked for, and what fits it. Words are looked for in folded text (width and case), so that two-character
// words are found as well as others; no index is kept, since looking through all of it takes milliseconds.

const asked = {
  words: "", subjects: new Set(), kinds: new Set(), modalities: new Set(), severities: new Set(), codes: new Set(),
  from: null, to: null, by: "published",
};
let fits = null; // {articles: [a…], claims: [i…], findings: [f…], inArticle: Int32Array, facets}

const fold = (text) => text.normalize("NFKC").toLowerCase();
const foldedArticles = [];
const foldedSentences = [];
const wanted = () => fold(asked.words).split(/\s+/).filter(Boolean);

function foldedArticle(a) {
  if (foldedArticles[a] === undefined) {
    const row = articleOf(a);
    // Claims of an article that is not there, or was changed, bring their words along.
    const own = (claimsOf.article[a] || []).flatMap((i) => C.words[i] || []);
    foldedArticles[a] = fold([row[ARTICLE.title], row[ARTICLE.publisher], row[ARTICLE.path], row[ARTICLE.text], ...own].join("\n"));
  }
  return foldedArticles[a];
}

function foldedSentence(i) {
  if (foldedSentences[i] === undefined) foldedSentences[i] = fold(sentence(i).join(""));
  return foldedSentences[i];
}

// Folded sign by sign, so that nothing moves: … and ㌔ stay what they are.
function foldedInPlace(text) {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from(text, (sign) => (fold(sign).length === sign.length ? fold(sign) : sign)).join("");
}

// Where a text holds one of the words that are looked for; -1 where it holds none.
function firstHit(text) {
  const folded = foldedInPlace(text);
  const hits = wanted().map((one) => folded.indexOf(one)).filter((at) => at >= 0);
  return hits.length ? Math.min(...hits) : -1;
}

// Paint the words that are looked for, wherever they stand on the page; elements stay as they are.
function paint(place) {
  if (!window.Highlight) return;
  CSS.highlights.delete("found");
  const words = wanted();
  if (!words.length) return;
  const ranges = [];
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && ranges.length < 2000) {
    const folded = foldedInPlace(texts.currentNode.data);
    for (const one of words) {
      for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + one.length)) {
        const range = new Range();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + one.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

// Fold the articles while nobody asks for anything, so that the first word is found as fast as the next.
function warm(a = 0) {
  const some = (rest) => {
    while (a < D.articles.length && rest.timeRemaining() > 2) foldedArticle(a++);
    if (a < D.articles.length) requestIdleCallback(some);
  };
  if (window.requestIdleCallback) requestIdleCallback(some);
}

let foldedNames = null;

// For each word: which subjects, speakers, titles, measures (株価, Share price) and articles hold it, told once and not for every claim.
function holders(words) {
  foldedNames = foldedNames || {
    subjects: D.subjects.map((row) => fold(`${row[0]} ${row[1] || ""}`)), speakers: D.speakers.map((row) => fold(row[0])),
    titles: D.articles.map((row) => fold(row[ARTICLE.title] || "")),
    measures: W.map((one) => ["measures", "kinds"].map((group) => Object.values(D.labels[group][one] || {}).join(" ")).join(" ")).map(fold),
  };
  return words.map((one) => ({
    one, subjects: foldedNames.subjects.map((name) => name.includes(one)), speakers: foldedNames.speakers.map((name) => name.includes(one)),
    titles: foldedNames.titles.map((name) => name.includes(one)), measures: foldedNames.measures.map((name) => name.includes(one)), articles: D.articles.map((_, a) => foldedArticle(a).includes(one)),
  }));
}

function saysWords(i, found) {
  const s = C.subject[i];
  const who = speakerOf(i);
  const a = C.article[i];
  return found.every(({one, subjects, speakers, titles, measures, articles}) => (s !== null && subjects[s]) || (who !== null && speakers[who]) ||
    titles[a] || measures[C.measure[i]] || measures[C.kind[i]] || (articles[a] && foldedSentence(i).includes(one)));
}

const within = (first, last) =>
  first !== null && (asked.from === null || last >= asked.from) && (asked.to === null || first <= asked.to);

function dated(i) {
  if (asked.from === null && asked.to === null) return true;
  if (asked.by === "event") return within(C.first[i], C.last[i]);
  const published = publishedOf(C.article[i]);
  return within(published, published);
}

const chosen = (set, value) => set.size === 0 || set.has(value);

function look() {
  const words = wanted();
  const found = holders(words);
  const texts = D.articles.map((_, a) => found.every(({articles}) => articles[a]));
  const narrowed = asked.kinds.size || asked.modalities.size || asked.subjects.size ||
    (asked.by === "event" && (asked.from !== null || asked.to !== null));
  const facets = {kinds: new Map(), modalities: new Map(), subjects: new Map()};
  const inArticle = new Int32Array(D.articles.length);
  const narrow = new Uint8Array(C.id.length);
  const claims = [];
  const more = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  for (let i = 0; i < C.id.length; i++) {
    if (!dated(i)) continue;
    const kind = chosen(asked.kinds, kindOf(i));
    const modality = chosen(asked.modalities, word(C.modality, i));
    const subject = chosen(asked.subjects, C.subject[i]);
    const failed = !kind + !modality + !subject;
    if (failed > 1) continue;
    if (!failed) {
      narrow[i] = 1;
      inArticle[C.article[i]]++;
    }
    if (words.length && !saysWords(i, found)) continue;
    if (!failed || !kind) more(facets.kinds, kindOf(i));
    if (!failed || !modality) more(facets.modalities, word(C.modality, i));
    if ((!failed || !subject) && C.subject[i] !== null) more(facets.subjects, C.subject[i]);
    if (!failed) claims.push(i);
  }
  const articles = [];
  const open = new Uint8Array(D.articles.length);
  D.articles.forEach((row, a) => {
    if (!texts[a] || (narrowed && !inArticle[a])) return;
    const published = row[ARTICLE.published];
    if (asked.by === "published" && (asked.from !== null || asked.to !== null) && !within(published, published)) return;
    open[a] = 1;
    articles.push(a);
  });
  fits = {articles, claims, findings: findings(open, narrow, narrowed), inArticle, facets};
  return fits;
}

function findings(open, narrow, narrowed) {
  const found = [];
  D.findings.forEach((row, f) => {
    if (!chosen(asked.severities, row[FINDING.severity]) || !chosen(asked.codes, row[FINDING.code])) return;
    const spots = row[FINDING.spots];
    const told = spots.flatMap((spot) => spot[SPOT.claims]);
    if (narrowed && told.length && !told.some((i) => narrow[i])) return;
    if (spots.every((spot) => spot[SPOT.article] < 0) || spots.some((spot) => open[spot[SPOT.article]])) found.push(f);
  });
  return found;
}

// The filters as the address tells them, so that a view can be kept and passed on.
function query() {
  const parts = new URLSearchParams();
  if (asked.words) parts.set("q", asked.words);
  for (const s of asked.subjects) parts.append("subject", D.subjects[s][1] || D.subjects[s][0]);
  for (const [name, set] of [["kind", asked.kinds], ["modality", asked.modalities], ["severity", asked.severities], ["code", asked.codes]]) {
    for (const one of set) parts.append(name, one);
  }
  if (asked.from !== null) parts.set("from", day(asked.from));
  if (asked.to !== null) parts.set("to", day(asked.to));
  if (asked.by !== "published") parts.set("by", asked.by);
  return parts.size ? `?${parts}` : "";
}

function ask(text) {
  const parts = new URLSearchParams(text);
  asked.words = parts.get("q") || "";
  // The same sets as before: the boxes at the side hold on to them.
  const renew = (set, all) => { set.clear(); for (const one of all) set.add(one); };
  renew(asked.kinds, parts.getAll("kind"));
  renew(asked.modalities, parts.getAll("modality"));
  renew(asked.severities, parts.getAll("severity"));
  renew(asked.codes, parts.getAll("code"));
  const named = new Set(parts.getAll("subject"));
  renew(asked.subjects, named.size ? D.subjects.flatMap((row, s) => (named.has(row[1] || row[0]) ? [s] : [])) : []);
  asked.from = dayNumber(parts.get("from"));
  asked.to = dayNumber(parts.get("to"));
  asked.by = parts.get("by") === "event" ? "event" : "published";
}
