// Plots by Vega-Lite: what is told of a subject by day, and its figures over time. Colours are the page's own (CSS), so
// that light, dark and print need no other plot. Expressions are interpreted, not compiled: the page forbids eval.

const CODED = {price_move: 1, price_level: 1, market_cap_move: 1, market_cap_level: 1, delivery: 1, financial: 1, quantity: 1};
const FONT = "system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', Meiryo, sans-serif";
const views = [];

const colour = (kind) => `var(--${CODED[kind] ? kind : "quantity"})`;

function look_of() {
  return {
    background: "transparent", font: FONT, view: {stroke: null},
    axis: {labelColor: "var(--soft)", titleColor: "var(--soft)", gridColor: "var(--rule)", domainColor: "var(--line)", tickColor: "var(--line)",
      labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal", labelLimit: 160},
    axisX: {grid: false, labelOverlap: true, tickCount: {expr: "max(2, ceil(width / 110))"}}, locale: {time: LOCALES[language]},
  };
}

const MONTHS = Array.from({length: 12}, (_, month) => `${month + 1}月`);
const EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const LOCALES = {
  ja: {dateTime: "%Y年%m月%d日", date: "%Y/%m/%d", time: "%H:%M", periods: ["午前", "午後"], months: MONTHS, shortMonths: MONTHS,
    days: [..."日月火水木金土"], shortDays: [..."日月火水木金土"]},
  en: {dateTime: "%d %B %Y", date: "%Y-%m-%d", time: "%H:%M", periods: ["am", "pm"], months: EN, shortMonths: EN.map((one) => one.slice(0, 3)),
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"], shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]},
};

// A figure with a plot; it is drawn when it has a place, and every point of it becomes a link to its sentence.
function plot(spec, caption, label) {
  const place = h("div.plot", {role: "group", "aria-label": label});
  const figure = h("figure", {}, caption && h("figcaption", {}, caption), place);
  const options = {mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, hover: false, logLevel: 2, tooltip: () => null,
    timeFormatLocale: LOCALES[language], config: look_of()};
  requestAnimationFrame(() => {
    if (!place.isConnected) return;
    vegaEmbed(place, {$schema: "https://vega.github.io/schema/vega-lite/v6.json", width: "container", autosize: {type: "fit-x", contains: "padding"}, description: label, ...spec}, options)
      .then((made) => {
        const finish = () => { link(place); thin(place); };
        views.push(made);
        finish();
        made.view.addResizeListener(() => requestAnimationFrame(finish));
      });
  });
  return figure;
}

// Vega keeps the datum of a mark at its element; those of claims are made links, by mouse and by keyboard.
function link(place) {
  for (const element of place.querySelectorAll("path, text, rect, line")) {
    const datum = element.__data__ && element.__data__.datum;
    if (!datum || datum.claim === undefined || element.dataset.claim !== undefined) continue;
    const i = datum.claim;
    element.dataset.claim = i;
    element.style.cursor = "pointer";
    element.addEventListener("click", () => go(i));
    element.addEventListener("mouseenter", () => showCard(element, [i], oddOf.get(i) || []));
    element.addEventListener("mouseleave", hideCard);
    if (!datum.point || element.tagName !== "path") continue;
    element.setAttribute("tabindex", "-1");
    element.setAttribute("role", "link");
    element.setAttribute("aria-label", `${told(i)}, ${periodSaid(i) || niceDay(dayOf(i))}`);
    element.classList.add("point");
    element.addEventListener("focus", () => showCard(element, [i], oddOf.get(i) || []));
    element.addEventListener("blur", hideCard);
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter") go(i);
      else if (STEPS[event.key]) step(event, place, STEPS[event.key]);
    });
  }
  const first = byDay(place)[0];
  if (first && !place.querySelector("[tabindex='0']")) first.setAttribute("tabindex", "0");
}

// Leave out values that would be written over one another, over points or over the border; those that are contradicted stay longest.
function thin(place) {
  const texts = [...place.querySelectorAll("text[data-claim]")];
  texts.sort((one, other) => other.__data__.datum.odd - one.__data__.datum.odd);
  for (const one of texts) one.style.display = "";
  const frame = place.getBoundingClientRect();
  const points = [...place.querySelectorAll(".point")].map((one) => [one.dataset.claim, one.getBoundingClientRect()]);
  const kept = [];
  for (const one of texts) {
    const box = one.getBoundingClientRect();
    const meets = (other) => box.left < other.right + 3 && other.left < box.right + 3 && box.top < other.bottom && other.top < box.bottom;
    if (box.left < frame.left || box.right > frame.right || kept.some(meets) ||
      points.some(([claim, point]) => claim !== one.dataset.claim && meets(point))) one.style.display = "none";
    else kept.push(box);
  }
}

// One stop of the Tab key for each plot; arrows go from point to point, by day.
const STEPS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
const byDay = (place) => [...place.querySelectorAll(".point")].sort((one, other) => one.__data__.datum.middle - other.__data__.datum.middle);

function step(event, place, by) {
  const points = byDay(place);
  const next = points[points.indexOf(event.currentTarget) + by];
  event.preventDefault();
  if (!next) return;
  event.currentTarget.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

const go = (i) => { location.hash = `#/article/${C.article[i]}/c_${C.id[i]}${query()}`; };

function forgetPlots() {
  while (views.length) views.pop().finalize();
}

const signed = (i, value) => (value === null ? null : word(C.direction, i) === "down" ? -value : value);

// What a plot knows of a claim.
function datum(i, scale) {
  const value = signed(i, Number(C.amount[i])) / scale;
  const most = C.most[i] === null ? null : signed(i, Number(C.most[i])) / scale;
  const ends = [C.low[i], C.high[i]].map((one) => (one === null ? null : signed(i, one) / scale));
  const [first, last] = C.first[i] === null ? [dayOf(i), dayOf(i)] : [C.first[i], C.last[i]];
  return {
    claim: i, point: true, kind: CODED[kindOf(i)] ? kindOf(i) : "quantity", first: first * 864e5, last: last * 864e5, middle: ((first + last) / 2) * 864e5,
    value: most === null ? value : (value + most) / 2, ends, sure: word(C.modality, i) === "asserted", odd: oddOf.has(i), period: last > first,
    dated: C.first[i] !== null, said: `${arrow(i)}${valueSaid(i)}`.trim(),
  };
}

// The axis of days; where they lie close together it names the days, which Vega would by the hour. A single day stands
// between its neighbours. Days are expressions: a bare number would be made a date by its year where code is interpreted.
function timeAxis(values) {
  const [first, last] = [Math.min(...values.map((one) => one.first)), Math.max(...values.map((one) => one.last))];
  const [alone, span] = [first === last, (last - first) / 864e5];
  const days = alone ? [first - 864e5, first, last + 864e5] : [...new Set(values.map((one) => one.middle))];
  const named = span > 200 ? {} : {format: language === "ja" ? "%-m月%-d日" : "%-d %b"}; // longer ones by months and years
  const near = span > 45 ? named : {...named, ...(days.length < 7 ? {values: {expr: `[${days}]`}} : {tickMinStep: 864e5})};
  const domain = alone ? {domainMin: {expr: `${days[0]}`}, domainMax: {expr: `${days[2]}`}} : {};
  return {type: "temporal", scale: {type: "utc", nice: false, padding: 14, ...domain}, axis: {title: null, ...near}};
}

const COLOUR = {field: "kind", type: "nominal", legend: null, scale: {domain: Object.keys(CODED), range: Object.keys(CODED).map(colour)}};
const FILLED = {condition: {test: "datum.sure && datum.dated", value: 1}, value: 0};
const POINT = {mark: {type: "point", size: 90, strokeWidth: 2, filled: false, opacity: 1}, encoding: {
  color: COLOUR, fill: COLOUR, fillOpacity: FILLED, strokeDash: {condition: {test: "datum.dated", value: [1, 0]}, value: [2, 2]}}};
// A ring is part of the point in it, and no stop of its own by keyboard.
const RING = {transform: [{filter: "datum.odd"}, {calculate: "false", as: "point"}], mark: {type: "point", size: 330, strokeWidth: 2, color: "var(--error)", filled: false, opacity: 1}};

// A layer of those values alone for which a field is true; none where there are none.
const layer = (values, field, drawn) => (values.some((one) => one[field]) ? [{transform: [{filter: `datum.${field}`}], ...drawn}] : []);

// Lanes: a line for each measure, a point for each figure, its value beside it where there is room.
function lanes(claims, label) {
  const values = claims.map((i) => ({...datum(i, 1), lane: kindOf(i) === "quantity" ? named("kinds", "quantity") : laneOf(i)}));
  const room = apart(values);
  const time = timeAxis(values);
  const x = {...time, field: "middle"};
  const y = {field: "lane", type: "nominal", axis: {title: null, grid: true, domain: false, ticks: false}, scale: {domain: [...new Set(values.map((one) => one.lane))]}};
  return plot({
    data: {values}, height: y.scale.domain.length * Math.max(values.length > 24 ? 30 : 38, room),
    layer: [
      ...layer(values, "period", {mark: {type: "rule", strokeWidth: 6, opacity: 0.28, strokeCap: "round", ...APART},
        encoding: {x: {...time, field: "first"}, x2: {field: "last"}, y, color: COLOUR}}),
      ...layer(values, "odd", {...RING, mark: {...RING.mark, ...APART}, encoding: {x, y}}),
      ...layer(values, "point", {...POINT, mark: {...POINT.mark, ...APART}, encoding: {...POINT.encoding, x, y}}),
      ...layer(values.length > 24 ? [] : values, "point", {mark: {type: "text", fontSize: 11, fill: "var(--soft)", ...APART, ...BESIDE}, encoding: {x, y, text: {field: "said"}}}),
    ],
  }, null, label);
}

// Figures of one lane and day stand one below the other, so that a pointer reaches each; returns the height that a lane needs.
function apart(values) {
  const together = new Map();
  for (const one of values) {
    const key = `${one.lane}|${one.middle}`;
    together.set(key, [...(together.get(key) || []), one]);
  }
  let room = 0;
  for (const some of together.values()) {
    const step = Math.min(some.some((one) => one.odd) ? 21 : 14, 30 / Math.max(some.length - 1, 1));
    some.forEach((one, at) => { one.aside = (at - (some.length - 1) / 2) * step; one.stacked = some.length > 1; });
    room = Math.max(room, (some.length - 1) * step + 26);
  }
  return room;
}

const APART = {yOffset: {expr: "datum.aside"}};
const BESIDE = {align: {expr: "datum.stacked ? 'left' : 'center'"}, dx: {expr: "datum.stacked ? 14 : 0"}, dy: {expr: "datum.stacked ? 0 : -13"}};

const laneOf = (i) => `${measureSaid(i)}${/_move$/.test(kindOf(i)) || C.direction[i] !== null ? (language === "ja" ? "（増減）" : " (change)") : ""}`;

// The figures of one measure and unit: points, the interval that each may stand for, the period that it holds for.
function series(claims, label) {
  const unit = word(C.unit, claims[0]);
  const greatest = Math.max(...claims.map((i) => Math.abs(Number(C.amount[i]))));
  const [scale, name] = scaled(greatest, unit);
  const values = claims.map((i) => datum(i, scale));
  const all = values.flatMap((one) => [one.value, ...one.ends]).filter((one) => one !== null);
  const zero = claims.some((i) => C.direction[i] !== null);
  const [least, most] = [Math.min(...all, ...(zero ? [0] : [])), Math.max(...all, ...(zero ? [0] : []))];
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const [bottom, top] = [least - room, most + room];
  for (const one of values) [one.low, one.high] = interval(one, bottom, top);
  const y = {field: "value", type: "quantitative", scale: {domain: [bottom, top], zero: false, nice: false}, axis: {title: name, tickCount: 5}};
  const time = timeAxis(values);
  const x = {...time, field: "middle"};
  // A line joins what is quoted day by day; figures of periods, regions and models are no course of one thing.
  for (const one of values) [one.joined, one.wide] = [/_level$/.test(one.kind) && one.sure && !one.period, one.low !== one.high];
  return plot({
    data: {values}, height: 190,
    layer: [
      ...(zero ? [{mark: {type: "rule", strokeWidth: 1.5, opacity: 0.5}, encoding: {x, y, y2: {datum: 0}, color: COLOUR}},
        {data: {values: [{zero: 0}]}, mark: {type: "rule", color: "var(--line)"}, encoding: {y: {...y, field: "zero"}}}] : []),
      ...layer(values, "joined", {mark: {type: "line", strokeWidth: 1.2, opacity: 0.45, color: colour(kindOf(claims[0]))}, encoding: {x, y}}),
      ...layer(values, "wide", {mark: {type: "rule", strokeWidth: 7, opacity: 0.25}, encoding: {x, y: {...y, field: "low"}, y2: {field: "high"}, color: COLOUR}}),
      ...layer(values, "period", {mark: {type: "rule", strokeWidth: 2, opacity: 0.6}, encoding: {x: {...time, field: "first"}, x2: {field: "last"}, y, color: COLOUR}}),
      ...layer(values, "odd", {...RING, encoding: {x, y}}),
      ...layer(values, "point", {...POINT, encoding: {...POINT.encoding, x, y}}),
    ],
  }, [h("i.dot", {"data-kind": kindOf(claims[0])}), label], label);
}

// Lower and upper end of what a figure may stand for; an open end reaches to the border of the plot.
function interval({value, ends, claim}, bottom, top) {
  if (C.low[claim] === null && C.high[claim] === null) return [value, value];
  const [low, high] = word(C.direction, claim) === "down" ? [ends[1], ends[0]] : ends;
  return [low === null ? bottom : low, high === null ? top : high];
}

// A scale in which figures are short, and what it is called: 億円, billion yen.
function scaled(greatest, unit) {
  const steps = language === "ja" ? [[1e12, "兆"], [1e8, "億"], [1e4, "万"]] : [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"], [1e3, "thousand"]];
  const [scale, word] = steps.find(([step]) => greatest >= step * (language === "ja" && step === 1e4 ? 10 : 1)) || [1, ""];
  const name = named("units", unit).trim();
  return [scale, language === "ja" ? word + name : `${word} ${name}`.trim()];
}

// A bar a month (or year): how many claims the articles of that time hold.
function months(claims, label) {
  const dates = claims.map((i) => publishedOf(C.article[i])).filter((one) => one !== null);
  if (new Set(dates).size < 2) return null;
  const long = (dates.reduce((a, b) => Math.max(a, b)) - dates.reduce((a, b) => Math.min(a, b))) > 365 * 4;
  const tally = new Map();
  for (const one of dates) {
    const key = day(one).slice(0, long ? 4 : 7);
    tally.set(key, (tally.get(key) || 0) + 1);
  }
  const values = [...tally].map(([key, many]) => ({when: Date.parse(long ? `${key}-01-01T00:00Z` : `${key}-01T00:00Z`), many}));
  return plot({data: {values}, height: 150, mark: {type: "bar", color: "var(--accent)"},
    encoding: {x: {field: "when", timeUnit: long ? "utcyear" : "utcyearmonth", type: "temporal", bandPosition: 0.5, axis: {title: null, format: long ? "%Y" : language === "ja" ? "%Y年%b" : "%b %Y"}},
      y: {field: "many", type: "quantitative", axis: {title: null, tickCount: 4, tickMinStep: 1}}}}, null, label);
}
