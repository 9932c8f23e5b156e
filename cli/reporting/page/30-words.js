// Words and figures in the reader's language.

let language = "ja";

function t(key, parts) {
  const pair = D.labels[key];
  const text = pair ? pair[language] : key;
  return parts ? text.replace(/\{(\w+)\}/g, (_, name) => parts[name]) : text;
}

// A word of a group (kinds, measures, units …); one that the group does not know is told as it is.
function named(group, key) {
  if (key === null) return "";
  const pair = Object.hasOwn(D.labels[group], key) ? D.labels[group][key] : null;
  return pair ? pair[language] : key;
}

const number = (n) => n.toLocaleString("en-US");

function day(days) {
  if (days === null || days === undefined) return "";
  return new Date(days * 864e5).toISOString().slice(0, 10);
}

function niceDay(days) {
  if (days === null || days === undefined) return t("undated");
  const options = {year: "numeric", month: language === "ja" ? "long" : "short", day: "numeric", timeZone: "UTC"};
  return new Date(days * 864e5).toLocaleDateString(language === "ja" ? "ja-JP" : "en-GB", options);
}

function dayNumber(iso) {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.floor(time / 864e5);
}

const SCALES = ["", "万", "億", "兆", "京"];

// Exact digits as people read them: 1兆2400億, 1,240,000,000,000.
function digits(amount) {
  const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) || [null, "", amount, ""];
  if (language === "en" || whole.length < 5 || whole.length > 20) {
    return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest || "");
  }
  let told = "";
  for (let scale = Math.ceil(whole.length / 4) - 1; scale >= 0; scale--) {
    const end = whole.length - 4 * scale;
    const part = Number(whole.slice(Math.max(0, end - 4), end));
    if (part || (scale === 0 && rest)) told += part + (scale === 0 && rest ? rest : "") + SCALES[scale];
  }
  return sign + told;
}

const SAID = {
  approx: {ja: ["約", ""], en: ["about ", ""]}, ge: {ja: ["", "以上"], en: ["at least ", ""]},
  gt: {ja: ["", "超"], en: ["more than ", ""]}, le: {ja: ["", "以下"], en: ["at most ", ""]},
  lt: {ja: ["", "未満"], en: ["less than ", ""]},
};

function amountSaid(amount, most, unit, relation) {
  const [before, after] = (SAID[relation] || {ja: ["", ""], en: ["", ""]})[language];
  const figures = most ? `${digits(amount)}–${digits(most)}` : digits(amount);
  const words = named("units", unit);
  const gap = language === "en" && unit && words === unit ? " " : "";
  return before + figures + gap + words + after;
}

function valueSaid(i) {
  if (C.amount[i] === null) return "";
  return amountSaid(C.amount[i], C.most[i], word(C.unit, i), word(C.relation, i));
}

const ARROWS = {up: "▲", down: "▼", flat: "→"};
const arrow = (i) => ARROWS[word(C.direction, i)] || "";

// What is measured: 株価, 営業利益; of a quantity the noun as written.
const measureSaid = (i) => named("measures", word(C.measure, i)) || named("kinds", kindOf(i));

// A day, a month, a year, or from month to month where a period is made of whole ones: 2025年4–6月.
function periodSaid(i) {
  const [first, last] = [C.first[i], C.last[i]];
  if (first === null || first === last) return first === null ? "" : niceDay(first);
  const whole = day(first).endsWith("-01") && day(last + 1).endsWith("-01");
  if (!whole) return `${niceDay(first)} – ${niceDay(last)}`;
  const [[year, month], [toYear, toMonth]] = [first, last].map((one) => day(one).split("-").map(Number));
  const months = [month, toMonth].map((one) => LOCALES[language].shortMonths[one - 1]);
  if (year !== toYear) return language === "ja" ? `${year}年${months[0]} – ${toYear}年${months[1]}` : `${months[0]} ${year} – ${months[1]} ${toYear}`;
  if (month === toMonth) return language === "ja" ? `${year}年${months[0]}` : `${months[0]} ${year}`;
  if (month === 1 && toMonth === 12) return language === "ja" ? `${year}年` : `${year}`;
  return language === "ja" ? `${year}年${month}–${months[1]}` : `${months[0]} – ${months[1]} ${year}`;
}

// A figure as one reads it aloud.
function told(i) {
  const subject = C.subject[i] === null ? null : subjectOf(C.subject[i]).name;
  if (C.quote[i] !== null) return `${speakerName(speakerOf(i))}: ${evidence(i)}`;
  return [subject, measureSaid(i), valueSaid(i), named("directions", word(C.direction, i))].filter(Boolean).join(" ");
}

const noteSaid = (spot) => spot[language === "ja" ? SPOT.ja : SPOT.en];
const messageSaid = (f) => D.findings[f][language === "ja" ? FINDING.ja : FINDING.en];
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const checkSaid = (code) => (D.checks[code] ? capital(D.checks[code][language === "ja" ? 0 : 1]) : code);
