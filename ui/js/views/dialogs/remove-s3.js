/**
 * Takes what the Console set up for an S3 bucket out of AWS. The AWS keys go to Rust once and are gone with the dialog.
 * @module
 */

import { fill, h } from "../../dom.js";
import { busy, button } from "../../elements/button.js";
import { openDialog } from "../../elements/dialog.js";
import { field, input, problemSummary, tick } from "../../elements/field.js";
import { errorBanner, isQuiet } from "../../errors.js";
import { asUiError } from "../../ipc.js";

/** @typedef {import("../../main.js").App} App */
/** @typedef {import("../../types.js").TokenDetail} TokenDetail */
/** @typedef {import("../../elements/field.js").Field} Field */

/**
 * @param {App} app
 * @param {TokenDetail} token
 * @returns {Promise<boolean>} true: it was removed
 */
export async function removeS3(app, token) {
  const t = app.text.panel;
  const form = makeForm(app, token);
  const trouble = h("div", { class: "trouble" });
  const status = h("p", { class: "quiet", role: "status" });
  let working = false;
  const send = async () => {
    const problems = form.check();
    fill(trouble);
    if (problems.length) {
      if (problems.length > 1) {
        const summary = problemSummary(problems);
        fill(trouble, summary);
        summary.focus();
      } else problems[0]?.control.focus();
      return;
    }
    working = true;
    status.textContent = t.s3Removing;
    try {
      // A new operation each time: other keys are another request. Rust never repeats it by itself.
      await app.call("remove_s3", {
        operation: app.operation(),
        id: token.row.id,
        sourceBucket: token.sourceBucket,
        ...form.values(),
      });
      dialog.close("done");
    } catch (thrown) {
      const error = asUiError(thrown);
      const wrong = error.field === null ? undefined : form.fields[error.field];
      wrong?.setProblem(error.message);
      wrong?.control.focus();
      if (!wrong && !isQuiet(error)) fill(trouble, errorBanner(error));
    } finally {
      working = false;
      status.textContent = "";
    }
  };
  const remove = button({ label: t.s3Do, kind: "danger", type: "button", onclick: () => void busy(remove, send) });
  form.ondanger((buckets) => {
    const label = remove.querySelector(".label");
    if (label) label.textContent = buckets ? t.s3DoBuckets : t.s3Do;
  });
  const dialog = openDialog({
    title: t.s3Title,
    text: t.s3About,
    icon: "kind-aws-s3",
    danger: true,
    body: [trouble, form.element, h("p", { class: "quiet" }, t.s3Once), status],
    actions: [button({ label: app.text.general.cancel, onclick: () => dialog.close() }), remove],
    mayClose: () => !working,
  });
  form.fields.accessKey?.control.focus();
  const done = (await dialog.closed) === "done";
  form.forget();
  if (done) app.toast(t.s3Done);
  return done;
}

/** @param {App} app @param {TokenDetail} token */
function makeForm(app, token) {
  const t = app.text.panel;
  const secret = () => input({ type: "password", autocomplete: "off" });
  const word = token.sourceBucket ?? t.s3Fallback;
  /** @type {Record<string, Field>} */
  const fields = {
    accessKey: field({ label: t.s3AccessKey, control: input() }),
    secretKey: field({ label: t.s3SecretKey, control: secret() }),
    sessionToken: field({ label: t.s3SessionToken, control: secret(), hint: t.s3SessionTokenHint, optional: true }),
    region: field({ label: t.s3Region, control: input(), hint: t.s3RegionHint }),
  };
  const typed = field({ label: t.s3Type(word), control: input() });
  typed.element.hidden = true;
  let tell = (/** @type {boolean} */ _buckets) => {};
  const buckets = tick({
    label: t.s3Buckets,
    hint: t.s3BucketsHint,
    onchange: (on) => {
      typed.element.hidden = !on;
      tell(on);
      if (on) typed.control.focus();
    },
  });
  const value = (/** @type {string} */ name) => fields[name]?.control.value.trim() ?? "";
  return {
    fields,
    element: h(
      "div",
      { class: "form tight" },
      Object.values(fields).map((one) => one.element),
      buckets.element,
      typed.element,
    ),
    /** @param {(buckets: boolean) => void} hear */
    ondanger: (hear) => {
      tell = hear;
    },
    /** Shows what is wrong, and tells it. */
    check() {
      const found = [];
      for (const [name, label] of [
        ["accessKey", t.s3AccessKey],
        ["secretKey", t.s3SecretKey],
        ["region", t.s3Region],
      ]) {
        const one = fields[name ?? ""];
        const message = value(name ?? "") ? null : t.s3Missing(label ?? "");
        one?.setProblem(message);
        if (one && message) found.push({ message, control: one.control });
      }
      const wrong = buckets.control.checked && typed.control.value.trim() !== word ? t.s3TypeWrong(word) : null;
      typed.setProblem(wrong);
      if (wrong) found.push({ message: wrong, control: typed.control });
      return found;
    },
    values: () => ({
      accessKey: value("accessKey"),
      secretKey: value("secretKey"),
      sessionToken: value("sessionToken") || null,
      region: value("region"),
      deleteBuckets: buckets.control.checked,
    }),
    /** The keys leave the page. */
    forget() {
      for (const one of Object.values(fields)) one.control.value = "";
    },
  };
}
