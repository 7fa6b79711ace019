/**
 * Saves the file of a fresh Canarytoken, under a name that looks natural. Its ending is locked.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { field, input } from "../../elements/field.js";
import { icon } from "../../elements/icon.js";
import { progress } from "../../elements/progress.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { formatBytes } from "../../format.js";
import { preparation } from "../prepare.js";
import { dragOut, showInFolder } from "../saved.js";
import { noteLine } from "./note-line.js";

/** @typedef {import("./wizard.js").Wizard} Wizard */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/** @typedef {import("../../types.js").Saved} Saved */
/**
 * The name of the file, without its ending.
 * @typedef {{ get: () => string, onchange: (hear: (name: string) => void) => void }} FileName
 */

/** A name without the ending. @param {string} name @param {string} extension */
export function stemOf(name, extension) {
  const ending = `.${extension}`;
  return extension && name.toLowerCase().endsWith(ending.toLowerCase()) ? name.slice(0, -ending.length) : name;
}

/**
 * @param {Wizard} wizard
 * @param {TokenDetail} token with an artifact
 * @param {{ primary: boolean }} how `primary`: saving is what to do next
 * @returns {{ element: HTMLElement, name: FileName }}
 */
export function makeSave({ app, draft }, token, { primary }) {
  const t = app.text.create;
  const artifact = token.artifact ?? { suggestedName: "", extension: "", label: "" };
  const { extension } = artifact;
  const names = makeName(app, stemOf(artifact.suggestedName, extension), extension, draft.card?.artifact?.names ?? []);
  const trouble = h("div", { class: "trouble" });
  const bar = h("div", { class: "file-progress" });
  const doneBox = h("div", { class: "line", hidden: true });
  let saving = false;
  const save = button({
    label: t.save,
    icon: "ui-save",
    kind: primary ? "primary" : "",
    onclick: () => void start(),
  });
  const form = h(
    "form",
    {
      class: "line save-form",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void start();
      },
    },
    names.element,
    names.others,
    bar,
    trouble,
  );
  names.beside.append(save);

  async function start() {
    const name = names.get();
    if (saving) return;
    names.field.setProblem(name ? null : t.fileNameMissing);
    if (!name) {
      names.field.control.focus();
      return;
    }
    saving = true;
    fill(trouble);
    const meter = progress({ label: t.saving, say: ({ done }) => (done ? formatBytes(done) : t.saving) });
    const onProgress = app.channel((/** @type {import("../../types.js").Progress} */ now) => {
      if (!bar.hasChildNodes()) fill(bar, meter.element);
      meter.update(now);
    });
    try {
      const fileName = extension ? `${name}.${extension}` : name;
      const saved = await busy(save, () =>
        app.call("save_artifact", { operation: app.operation(), id: token.row.id, fileName, onProgress }),
      );
      if (saved && !app.signal.aborted) showSaved(saved);
    } catch (error) {
      if (!isQuiet(error)) fill(trouble, errorBanner(error, { retry: () => void start() }));
    } finally {
      saving = false;
      fill(bar);
    }
  }

  /** @param {Saved} saved */
  function showSaved(saved) {
    const { run, ...look } = showInFolder(app, saved.saved);
    const show = button({ ...look, onclick: run });
    const ready = preparation(app, saved);
    const again = button({
      label: t.saveAgain,
      icon: "ui-save",
      kind: "plain",
      onclick: () => {
        form.hidden = false;
        doneBox.hidden = true;
        names.field.control.focus();
      },
    });
    fill(
      doneBox,
      h(
        "div",
        { ...dragOut(app, saved.saved), class: "grow saved-file" },
        h("span", { class: "tile" }, icon(token.row.icon)),
        h("p", { class: "wrap-anywhere" }, saved.fileName, h("span", { class: "hint" }, t.savedIn(saved.folder))),
      ),
      h("div", { class: "buttons" }, again, ready ? button({ label: ready.label, onclick: ready.run }) : null, show),
    );
    doneBox.hidden = false;
    form.hidden = true;
    names.set(stemOf(saved.fileName, extension));
    // Saved once, the next thing is to place it: nothing here is yellow any more.
    save.classList.remove("primary");
    app.announce(app.text.general.saved(saved.fileName));
    show.focus();
  }

  const wished = () => (names.get() ? (extension ? `${names.get()}.${extension}` : names.get()) : null);
  const note = noteLine(app, { id: token.row.id, fileName: wished });
  return { element: h("div", { class: "group" }, doneBox, form, note), name: names };
}

/**
 * The field for the name, and others that look natural.
 * @param {import("../../main.js").App} app
 * @param {string} first
 * @param {string} extension
 * @param {string[]} natural
 */
function makeName(app, first, extension, natural) {
  const t = app.text.create;
  /** @type {((name: string) => void)[]} */
  const hearers = [];
  const control = input({ value: first, maxlength: 120 });
  const get = () => stemOf(control.value.trim(), extension).trim();
  const tell = () => {
    one.setProblem(null);
    for (const hear of hearers) hear(get());
  };
  control.addEventListener("input", tell);
  const beside = h(
    "div",
    { class: "save-row" },
    h("span", { class: "with-ending" }, control, extension ? h("span", { class: "ending" }, `.${extension}`) : null),
  );
  const one = field({
    label: t.fileName,
    control,
    around: beside,
    hint: extension ? t.fileNameHint(extension) : null,
  });
  const set = (/** @type {string} */ name) => {
    control.value = name;
    tell();
  };
  const stems = [...new Set([first, ...natural.map((name) => stemOf(name, extension))])].filter(Boolean).slice(0, 6);
  const others =
    stems.length < 2
      ? null
      : h(
          "div",
          { class: "chips natural", role: "group", "aria-label": t.otherNames },
          h("span", { class: "quiet", "aria-hidden": "true" }, t.otherNames),
          stems.map((name) => button({ label: name, size: "small", onclick: () => set(name) })),
        );
  return {
    element: one.element,
    others,
    beside,
    field: one,
    get,
    set,
    onchange: (/** @type {(name: string) => void} */ hear) => void hearers.push(hear),
  };
}
