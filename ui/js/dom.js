/**
 * Making elements. `h` can make elements and text nodes only: what comes from outside (reminders, names, error texts)
 * is always text, never markup.
 * @module
 */

const SVG = "http://www.w3.org/2000/svg";
const svgTags = new Set(
  "svg g path circle ellipse rect line polyline polygon use text tspan defs symbol clipPath".split(" "),
);
/** Elements that run or load something; nothing on this page makes them. */
const refused = new Set([
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "base",
  "meta",
  "link",
  "foreignobject",
  "template",
]);
/** Set as properties: as attributes they would only be the starting value, or do not exist. */
const asProperty = new Set(["value", "checked", "indeterminate", "disabled", "selected", "readOnly", "tabIndex"]);

/**
 * A child: text, an element, or nothing. Lists may be nested.
 * @typedef {Node | string | number | null | undefined | false | Child[]} Child
 */
/**
 * `class` may be a string or a list in which falsy entries are left out; `on…` is a function; `style` and `data` are
 * objects; `aria-*` takes booleans; everything else is an attribute, left out when null, undefined or false.
 * @typedef {Record<string, any>} Props
 */

/**
 * Makes an element.
 *
 * @template {string} T
 * @param {T} tag
 * @param {Props | null} [props]
 * @param {...Child} children
 * @returns {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T]
 *   : T extends keyof SVGElementTagNameMap ? SVGElementTagNameMap[T] : HTMLElement}
 */
export function h(tag, props, ...children) {
  if (refused.has(tag.toLowerCase())) throw new Error(`no <${tag}> on this page`);
  const element = svgTags.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  append(element, children);
  return /** @type {any} */ (element);
}

/**
 * Sets one property of `h` on an element that exists.
 *
 * @param {Element} element
 * @param {string} name
 * @param {any} value
 */
export function setProp(element, name, value) {
  if (name.startsWith("on")) {
    if (typeof value === "function") element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value) throw new Error(`${name} takes a function`);
  } else if (name === "class") {
    const list = Array.isArray(value) ? value.filter(Boolean).join(" ") : value;
    if (list) element.setAttribute("class", list);
    else element.removeAttribute("class");
  } else if (name === "style") {
    const { style } = /** @type {HTMLElement} */ (element);
    for (const [key, one] of Object.entries(value ?? {})) style.setProperty(key, one);
  } else if (name === "data") {
    for (const [key, one] of Object.entries(value ?? {})) {
      if (one !== null && one !== undefined) /** @type {HTMLElement} */ (element).dataset[key] = String(one);
    }
  } else if (asProperty.has(name)) {
    if (value !== null && value !== undefined) /** @type {any} */ (element)[name] = value;
  } else if (value === null || value === undefined || (value === false && !name.startsWith("aria-"))) {
    element.removeAttribute(name);
  } else {
    const text = value === true && !name.startsWith("aria-") ? "" : String(value);
    if ((name === "href" || name === "src") && /^\s*(javascript|vbscript):/i.test(text))
      throw new Error("not an address");
    if (name === "srcdoc") throw new Error("no markup on this page");
    element.setAttribute(name, text);
  }
}

/**
 * Sets an attribute where it differs: to set the same anew costs as much as to change it.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function change(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Puts a text in place of what is in an element. Text that is there already is changed, which costs less than another one.
 *
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  const here = element.firstChild;
  if (!(here instanceof Text) || here !== element.lastChild) element.textContent = text;
  else if (here.data !== text) here.data = text;
}

/**
 * @param {Node} parent
 * @param {Child} child
 */
function append(parent, child) {
  if (child === null || child === undefined || child === false || child === "") return;
  if (Array.isArray(child)) for (const one of child) append(parent, one);
  else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
}

/**
 * Puts new children in place of the old ones.
 *
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

let counter = 0;
/**
 * An id that no other element has.
 * @param {string} [prefix]
 */
export function uniqueId(prefix = "n") {
  counter += 1;
  return `${prefix}-${counter}`;
}
