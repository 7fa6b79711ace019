/**
 * A file of a kind's form: chosen in the system's dialog or dropped. The page gets its name, size and a small picture.
 * @module
 */

import { fill, h, uniqueId } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { icon } from "../../elements/icon.js";
import { describe, isQuiet } from "../../errors.js";
import { formatBytes } from "../../format.js";
import { asUiError } from "../../ipc.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").FieldSpec} FieldSpec */
/** @typedef {import("../../types.js").ChosenFile} ChosenFile */

/**
 * @param {Wizard} wizard
 * @param {FieldSpec} spec
 * @param {object} options
 * @param {ChosenFile | null} options.file
 * @param {(file: ChosenFile | null) => void} options.onchange
 * @returns {import("./fields.js").FormField & { take: (file: ChosenFile) => void, over: (on: boolean) => void, refuse: (error: unknown) => void }}
 */
export function fileField(wizard, spec, { file: first, onchange }) {
  const { app } = wizard;
  const t = app.text.create;
  const ids = { label: uniqueId("file"), hint: uniqueId("file-hint"), problem: uniqueId("file-problem") };
  let file = first;
  const choose = button({
    label: t.chooseFile,
    icon: "ui-folder",
    size: "small",
    onclick: () => void busy(choose, ask),
  });
  const remove = button({ label: t.removeFile, kind: "plain", size: "small", onclick: () => set(null, true) });
  const picture = h("div", { class: "picture" });
  const about = h("div");
  const problemPlace = h("div", { class: "problem-place" });
  const box = h(
    "div",
    { class: "card picture-box", role: "group", "aria-labelledby": ids.label, "aria-describedby": ids.hint },
    picture,
    h("div", { class: "about" }, about, h("div", { class: "row" }, choose, remove)),
  );
  const element = h(
    "div",
    { class: "field" },
    h(
      "span",
      { class: "label", id: ids.label },
      spec.label,
      spec.required ? null : [" ", h("span", { class: "optional" }, app.text.general.optional)],
    ),
    box,
    problemPlace,
    h("p", { class: "hint", id: ids.hint }, [spec.hint, limits(app, spec), t.dropHere].filter(Boolean).join(" ")),
  );

  async function ask() {
    try {
      const chosen = await app.call("choose_file", { kind: wizard.draft.card?.kind ?? "", field: spec.name });
      if (chosen) set(chosen, true);
    } catch (error) {
      refuse(error);
    }
  }

  /** @param {unknown} thrown */
  function refuse(thrown) {
    if (isQuiet(thrown)) return;
    const error = asUiError(thrown);
    setProblem(`${error.message} ${describe(error.code).nextStep}`);
    choose.focus();
  }

  /** @param {string | null} message @param {"error" | "warning"} [severity] */
  function setProblem(message, severity = "error") {
    const wrong = message !== null && severity === "error";
    element.classList.toggle("wrong", wrong);
    fill(
      problemPlace,
      message === null
        ? null
        : h("p", { class: severity, id: ids.problem }, icon("ui-attention"), h("span", null, message)),
    );
    if (message === null) choose.removeAttribute("aria-describedby");
    else choose.setAttribute("aria-describedby", ids.problem);
  }

  /** @param {ChosenFile | null} next @param {boolean} byPerson */
  function set(next, byPerson) {
    file = next;
    draw();
    setProblem(next?.warning ?? null, "warning");
    if (!byPerson) return;
    onchange(next);
    if (next === null) choose.focus();
  }

  function draw() {
    const preview = file?.preview;
    fill(
      picture,
      preview
        ? h("img", { src: preview, alt: t.preview(file?.name ?? "") })
        : h("span", { class: "tile large" }, icon(wizard.draft.card?.icon ?? "kind-other")),
    );
    box.classList.toggle("with-preview", !!preview);
    fill(
      about,
      file
        ? [h("p", { class: "wrap-anywhere" }, h("b", null, file.name)), h("p", { class: "quiet" }, facts(file))]
        : h("p", { class: "muted" }, t.noFileYet),
    );
    const label = choose.querySelector(".label");
    if (label) label.textContent = file ? t.chooseAnother : t.chooseFile;
    choose.setAttribute("aria-label", `${spec.label}: ${file ? t.chooseAnother : t.chooseFile}`);
    remove.hidden = file === null;
    remove.setAttribute("aria-label", file ? t.removeFileOf(file.name) : t.removeFile);
  }

  set(first, false);
  return {
    spec,
    element,
    control: choose,
    setProblem,
    take: (next) => set(next, true),
    over: (on) => box.classList.toggle("over", on),
    refuse,
  };
}

/** "PNG, 48 KB". @param {ChosenFile} file */
function facts({ name, bytes }) {
  const ending = /\.([^.]{1,8})$/.exec(name)?.[1]?.toUpperCase();
  return [ending, formatBytes(bytes)].filter(Boolean).join(", ");
}

/**
 * "JPG or PNG, up to 1 MB."; only the size where the hint names the types already.
 * @param {import("../../main.js").App} app
 * @param {FieldSpec} spec
 */
function limits({ text: { create: t } }, { accept, maxBytes, hint }) {
  const size = maxBytes === null ? null : formatBytes(maxBytes);
  const types = accept.filter((one) => one !== "jpeg" || !accept.includes("jpg"));
  const said = (/** @type {string} */ one) =>
    (hint ?? "").toLowerCase().includes(one) || (one === "jpg" && /jpeg/i.test(hint ?? ""));
  if (types.length === 0 || types.every(said)) return size && t.fileUpTo(size);
  return t.fileAccepts(t.or(types.map((one) => one.toUpperCase())), size);
}
