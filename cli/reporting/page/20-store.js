// The data: what report/data.py wrote, and where to find what in it.

let D = null; // all tables
let C = null; // columns of claims: C.kind[i] is the number of a word
let W = null; // words
const claimsOf = {article: [], subject: [], speaker: [], fact: []};
const findingsOf = []; // article -> numbers of findings that have a spot in it
const oddOf = new Map(); // claim -> numbers of findings that tell of a contradiction

const ARTICLE = {path: 0, title: 1, published: 2, publisher: 3, url: 4, text: 5};
const FINDING = {code: 0, severity: 1, ja: 2, en: 3, spots: 4};
const SPOT = {article: 0, start: 1, end: 2, ja: 3, en: 4, claims: 5, elsewhere: 6};

async function load() {
  const block = $("data");
  D = block.dataset.form === "plain" ? JSON.parse(block.textContent) : await unpacked(block.textContent);
  block.remove();
  C = D.claims;
  W = D.words;
  for (const name of COLUMNS) C[name] = C[name] || [];
  const push = (list, key, value) => (list[key] = list[key] || []).push(value);
  for (let i = 0; i < C.id.length; i++) {
    push(claimsOf.article, C.article[i], i);
    if (C.subject[i] !== null) push(claimsOf.subject, C.subject[i], i);
    if (C.fact[i] !== null) push(claimsOf.fact, C.fact[i], i);
    const who = speakerOf(i);
    if (who !== null && C.quote[i] !== null) push(claimsOf.speaker, who, i);
  }
  D.findings.forEach((finding, f) => {
    for (const a of new Set(finding[FINDING.spots].map((spot) => spot[SPOT.article]))) {
      if (a >= 0) push(findingsOf, a, f);
    }
    if (!/^[CNR]/.test(finding[FINDING.code])) return;
    for (const spot of finding[FINDING.spots]) {
      for (const i of spot[SPOT.claims]) oddOf.set(i, [...(oddOf.get(i) || []), f]);
    }
  });
}

const COLUMNS = ["article", "id", "kind", "measure", "subject", "called", "amount", "most", "unit", "relation", "low",
  "high", "same", "direction", "mark", "basis", "modality", "rule", "when", "first", "last", "resolved", "said",
  "quote", "start", "end", "line", "column", "from", "to", "words", "fact"];

async function unpacked(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

const word = (column, i) => (column[i] === null || column[i] === undefined ? null : W[column[i]]);
const kindOf = (i) => W[C.kind[i]];
const articleOf = (a) => D.articles[a];

// The title; else how the text begins; else the path.
function titleOf(a) {
  const row = articleOf(a);
  const [first] = /[^\s].{0,60}/.exec(row[ARTICLE.text] || "") || [""];
  return row[ARTICLE.title] || (first.length > 60 ? `${first.slice(0, 60)}…` : first) || row[ARTICLE.path] || t("untitled");
}
const subjectOf = (s) => ({name: D.subjects[s][0], id: D.subjects[s][1], type: D.subjects[s][2]});

function attributionOf(i) {
  if (C.said[i] === null) return null;
  const [speaker, text, role, org, medium, cue] = D.attributions[C.said[i]];
  return {speaker, text, role, org, medium, cue};
}

function speakerOf(i) {
  return C.said[i] === null ? null : D.attributions[C.said[i]][0];
}

const speakerName = (s) => (s === null || s === undefined ? t("unnamed") : D.speakers[s][0]);

// The words of the evidence; those of an article that is not there, or was changed, come with the claim.
function evidence(i) {
  if (C.words[i]) return C.words[i][1];
  return articleOf(C.article[i])[ARTICLE.text].slice(C.start[i], C.end[i]);
}

// The sentence in three parts: before the evidence, the evidence, behind it.
function sentence(i) {
  if (C.words[i]) return C.words[i];
  const text = articleOf(C.article[i])[ARTICLE.text];
  const from = Math.min(C.from[i], C.start[i]);
  const to = Math.max(C.to[i], C.end[i]);
  return [text.slice(from, C.start[i]), text.slice(C.start[i], C.end[i]), text.slice(C.end[i], to)];
}

// The day of a claim: its own first day, else that of its article; null for none.
const publishedOf = (a) => articleOf(a)[ARTICLE.published];
const dayOf = (i) => (C.first[i] !== null ? C.first[i] : publishedOf(C.article[i]));
