/**
 * The field that lies over a cell while it is changed, with what is wrong and what it could be instead.
 * Enter keeps and stays, Tab keeps and goes on, Escape puts back what was there, leaving it keeps.
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { icon } from "../../elements/icon.js";
import { rem } from "../../elements/width.js";
import { text } from "../../text.js";

/** @typedef {"enter" | "next" | "back" | "away"} How how it was left */
/**
 * @typedef {object} Cell
 * @property {HTMLElement} anchor the cell it lies over
 * @property {string} column what people call it
 * @property {string} label for screen readers
 * @property {string} value
 * @property {string | null} problem
 * @property {string[]} choices
 * @property {boolean} long may hold several lines
 * @property {(value: string, how: How, changed: boolean) => void} ondone
 * @property {() => void} oncancel
 */

/** Choices shown at once. */
const most = 50;

export function makeEditor() {
  const element = h("div", { class: "cell-editor", popover: "manual" });
  /** @type {Cell | null} */
  let open = null;
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  let control = h("input");
  /** @type {ReturnType<typeof makeChoices> | null} */
  let choices = null;

  /** @param {How} how */
  const finish = (how) => {
    if (!open) return;
    const cell = open;
    const { value } = control;
    hide();
    cell.ondone(value, how, value !== cell.value);
  };
  const hide = () => {
    open = null;
    if (element.matches(":popover-open")) element.hidePopover();
    element.replaceChildren();
  };
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || !open) return;
    if (event.key === "Escape") {
      const { oncancel } = open;
      hide();
      oncancel();
    } else if (event.key === "Tab") finish(event.shiftKey ? "back" : "next");
    else if (event.key === "Enter" && !event.shiftKey) {
      choices?.take();
      finish("enter");
    } else if (!choices?.key(event.key)) return;
    event.preventDefault();
  });
  element.addEventListener("focusout", (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) finish("away");
  });

  return {
    element,
    /** The rows were scrolled: it stays over its cell. */
    follow() {
      if (open) place(element, open.anchor);
    },
    /** @param {Cell} cell */
    show(cell) {
      finish("away");
      open = cell;
      const props = {
        class: cell.long ? "textarea" : "input",
        "aria-label": cell.label,
        autocomplete: "off",
        spellcheck: String(cell.long),
      };
      control = cell.long ? h("textarea", { ...props, rows: 3 }) : h("input", { ...props, type: "text" });
      control.value = cell.value;
      const problemId = uniqueId("problem");
      const problem = cell.problem
        ? h("p", { class: "error", id: problemId }, icon("ui-attention"), h("span", null, cell.problem))
        : null;
      if (problem) {
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", problemId);
      }
      choices = cell.choices.length ? makeChoices(control, cell, () => finish("enter")) : null;
      fill(element, h("div", { class: ["field", problem && "wrong"] }, control, problem), choices?.element);
      element.showPopover();
      place(element, cell.anchor);
      control.focus({ preventScroll: true });
      control.select();
    },
  };
}

/**
 * Suggestions below the field: those that hold what is typed.
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {Cell} cell
 * @param {() => void} onpick
 */
function makeChoices(control, { column, choices, value }, onpick) {
  const id = uniqueId("choices");
  const list = h("ul", { id, role: "listbox", class: "choices", "aria-label": text.many.choices(column) });
  let at = -1;
  for (const [name, one] of Object.entries({ role: "combobox", "aria-controls": id, "aria-autocomplete": "list" }))
    control.setAttribute(name, one);
  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);
  const mark = (/** @type {number} */ next) => {
    const all = options();
    at = all.length ? (next + all.length) % all.length : -1;
    for (const [place, one] of all.entries()) one.setAttribute("aria-selected", String(place === at));
    const chosen = all[at];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) control.setAttribute("aria-activedescendant", chosen.id);
    else control.removeAttribute("aria-activedescendant");
  };
  const draw = () => {
    const words = control.value === value ? "" : control.value.trim().toLowerCase();
    const found = choices.filter((one) => one.toLowerCase().includes(words)).slice(0, most);
    fill(
      list,
      found.map((one) =>
        h(
          "li",
          { id: uniqueId("choice"), role: "option", "aria-selected": "false", class: one === value && "now" },
          one,
        ),
      ),
    );
    list.hidden = found.length === 0;
    control.setAttribute("aria-expanded", String(found.length > 0));
    at = -1;
    control.removeAttribute("aria-activedescendant");
  };
  control.addEventListener("input", draw);
  // A click must not take the focus: leaving the field would end it first.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (!option) return;
    control.value = option.textContent ?? "";
    onpick();
  });
  draw();
  return {
    element: list,
    /** The marked one becomes what is written. */
    take() {
      const chosen = options()[at];
      if (chosen) control.value = chosen.textContent ?? "";
    },
    /** @param {string} key @returns {boolean} it was used */
    key(key) {
      if (key === "ArrowDown") mark(at + 1);
      else if (key === "ArrowUp") mark(at < 0 ? options().length - 1 : at - 1);
      else return false;
      return true;
    },
  };
}

/** Over the cell, inside the window. @param {HTMLElement} element @param {HTMLElement} anchor */
function place(element, anchor) {
  const box = anchor.getBoundingClientRect();
  const gap = 4;
  const width = Math.min(innerWidth - 2 * gap, Math.max(box.width + 2 * gap, 18 * rem()));
  element.style.setProperty("width", `${width}px`);
  const left = Math.max(gap, Math.min(box.left - gap, innerWidth - width - gap));
  const top = Math.max(gap, Math.min(box.top - 1, innerHeight - element.offsetHeight - gap));
  element.style.setProperty("left", `${left}px`);
  element.style.setProperty("top", `${top}px`);
}
