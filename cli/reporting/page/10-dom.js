// Elements. All text goes in as text: nothing here, and nothing else in this page, parses markup.

const $ = (id) => document.getElementById(id);

// h("a.name", {href: "#/"}, "words", another, [more]): an element; null and false leave an attribute or a child out.
function h(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") element.append(child);
  }
  return element;
}

function fill(element, ...children) {
  element.replaceChildren();
  return add(element, children);
}

// The first `step` of many rows, and a button that shows more: a page of 5,000 articles stays light.
function rows(many, draw, container, step = 40) {
  let at = 0;
  const button = h("button.more", {type: "button", onclick: () => {
    const before = container.children.length;
    show();
    const first = container.children[before];
    const target = first && (first.matches("a,button") ? first : first.querySelector("a,button"));
    if (target) target.focus();
  }});
  const show = () => {
    for (const one of many.slice(at, at + step)) container.append(draw(one));
    at = Math.min(at + step, many.length);
    const left = many.length - at;
    button.hidden = left === 0;
    button.textContent = t("more", {number: number(Math.min(step, left)), left: number(left)});
  };
  show();
  return [container, button];
}
