/**
 * The Connect screen: the first one, and the one that adds another Console.
 * @module
 */

import { fill, h } from "../dom.js";
import { banner } from "../elements/banner.js";
import { busy, button } from "../elements/button.js";
import { field, input, problemSummary, tick } from "../elements/field.js";
import { helpButton } from "../elements/help-button.js";
import { logo } from "../elements/icon.js";
import { describe, errorBanner, isQuiet } from "../errors.js";
import { asUiError } from "../ipc.js";
import { advancedSection } from "./connect/advanced.js";
import { whereDrawing, whereSteps } from "./connect/drawing.js";
import { importBox } from "./connect/import-box.js";
import { keyField } from "./connect/key-field.js";
import { knownConsoles } from "./connect/known.js";
import { introduce, isFirstStart } from "./introduction.js";
import { guard } from "./leaving.js";
import { noticeBanners } from "./list/notices.js";
import { enter, hostOf, startPractice } from "./settings/switch.js";

/** @typedef {import("../main.js").App} App */
/**
 * What the screen was opened for.
 * @typedef {object} ConnectParams
 * @property {boolean} [first] the program has just started
 * @property {boolean} [add] another Console: the way back stays
 * @property {import("../types.js").ImportedConfig} [config] a configuration file that was dropped elsewhere
 * @property {string} [address] of a Console that is known, whose API key is asked for
 * @property {string} [label] its name
 * @property {boolean} [newKey] its API key shall be replaced
 * @property {import("../main.js").ViewName} [from] where Back leads
 */

/**
 * @param {App} app
 * @param {ConnectParams} params
 * @returns {HTMLElement}
 */
export function connectView(app, params) {
  const t = app.text.connect;
  const { session } = app.state.get();
  const form = connectForm(app, params);
  const backTo = params.add ? (params.from ?? (session ? "list" : "settings")) : null;
  // The view is put in first: the steps stand over it.
  if (params.first && isFirstStart(app)) queueMicrotask(() => introduce(app));
  const goBack = () => backTo && app.go(backTo);
  const leave = guard(app, {
    touched: form.touched,
    words: { title: t.leaveTitle, text: t.leaveText, confirm: t.leaveDo, cancel: t.leaveStay },
    onclose: backTo ? goBack : null,
  });
  if (session?.abilities.create) {
    app.onCommand("new", () => void leave(() => app.go("create")), app.signal);
    app.onCommand("many", () => void leave(() => app.go("many")), app.signal);
  }
  const back = backTo
    ? button({ label: t.back, icon: "ui-arrow-left", kind: "plain", class: "back", onclick: () => void leave(goBack) })
    : null;
  return h(
    "div",
    { class: "connect" },
    h("main", null, back, form.element),
    h(
      "aside",
      { "aria-labelledby": "where" },
      h("h2", { id: "where" }, t.where),
      whereDrawing(),
      whereSteps(),
      practiceBanner(app),
    ),
  );
}

/** @param {App} app @param {ConnectParams} params */
function heading(app, { add, label, newKey }) {
  const t = app.text.connect;
  const title = label ? t.titleAgain(label) : add ? t.titleAdd : t.title;
  const lead = newKey ? t.leadNewKey : label ? t.leadAgain : add ? t.leadAdd : t.lead;
  return h("div", { class: "page-head tight" }, h("h1", { class: "wrap-anywhere" }, title), h("p", null, lead));
}

/** @param {App} app */
function practiceBanner(app) {
  const t = app.text.connect;
  const trouble = h("div");
  const tryIt = button({
    label: t.practiceTry,
    onclick: () =>
      void busy(tryIt, () => startPractice(app, (error) => isQuiet(error) || fill(trouble, errorBanner(error)))),
  });
  return h(
    "div",
    { class: "stack" },
    banner({ tone: "tip", icon: "ui-practice", title: t.practiceTitle, body: t.practice, actions: [tryIt] }),
    trouble,
  );
}

/** @param {App} app @param {ConnectParams} params */
function addressField(app, params) {
  const t = app.text.connect;
  const control = input({
    class: "large",
    placeholder: t.addressPlaceholder,
    value: params.address ? hostOf(params.address) : "",
    inputmode: "url",
    autocapitalize: "off",
    "data-autofocus": !params.address,
  });
  return field({ label: t.address, control, hint: t.addressHint });
}

/** @param {App} app @param {ConnectParams} params */
function connectForm(app, params) {
  const t = app.text.connect;
  const address = addressField(app, params);
  const key = keyField({ autofocus: !!params.address });
  const remember = tick({ label: t.remember, hint: t.rememberHint, checked: true });
  const advanced = advancedSection({
    host: () => hostOf(address.control.value.trim()),
    onallow: () => address.setProblem(null),
  });
  const trouble = h("div", { class: "trouble" });
  const status = h("p", { class: "muted", role: "status" });
  const stop = button({ label: t.cancel, onclick: () => stopNow() });
  const submit = button({ label: t.submit, kind: "primary", size: "large", type: "submit" });
  const waiting = h("div", { class: "connecting", hidden: true }, status, stop);
  const notices = h("div", { class: "stack notices" }, noticeBanners(app));
  let running = "";
  const stopNow = () => void app.call("cancel_operation", { operation: running }).catch(() => {});
  address.control.addEventListener("input", () => {
    address.setProblem(null);
    advanced.update();
  });
  key.field.control.addEventListener("input", () => key.field.setProblem(null));

  /** What is missing, shown at its field. */
  const check = () => {
    const source = key.source();
    const wrong = [
      { field: address, message: address.control.value.trim() ? null : t.addressMissing },
      { field: key.field, message: source ? null : t.keyMissing },
    ].filter(({ field: one, message }) => {
      one.setProblem(message);
      return message !== null;
    });
    fill(
      trouble,
      wrong.length > 1
        ? problemSummary(wrong.map((one) => ({ message: one.message ?? "", control: one.field.control })))
        : null,
    );
    wrong[0]?.field.control.focus();
    return wrong.length ? null : source;
  };

  /** @param {{ remember: boolean }} how */
  async function connect(how) {
    const source = running ? null : check();
    if (!source) return;
    fill(trouble);
    running = app.operation();
    const slow = setTimeout(() => {
      waiting.hidden = false;
      status.textContent = t.connecting;
    }, 700);
    try {
      await busy(submit, () =>
        app.call("connect", {
          operation: running,
          address: address.control.value.trim(),
          key: source,
          remember: how.remember,
          label: params.label ?? null,
          allowOtherHost: advanced.allowed(),
        }),
      );
      key.forget();
    } catch (error) {
      if (!app.signal.aborted) showProblem(error);
      return;
    } finally {
      clearTimeout(slow);
      running = "";
      waiting.hidden = true;
      status.textContent = "";
    }
    await enter(app);
  }

  /** At its field where it has one, else on top. What was typed stays. @param {unknown} thrown */
  function showProblem(thrown) {
    const error = asUiError(thrown);
    const { nextStep } = describe(error.code);
    if (error.code === "addressOtherHost") {
      advanced.open();
      address.setProblem(t.otherHostNeeded);
      address.control.focus();
    } else if (error.field === "address") {
      address.setProblem(`${error.message} ${nextStep}`);
      address.control.focus();
    } else if (error.field === "key" || error.code === "keyRefused" || error.code === "keyMissing") {
      key.setProblem(`${error.message} ${error.code === "keyMissing" ? t.keyMissing : t.keyRefused}`);
      key.field.control.focus();
    } else if (!isQuiet(error)) {
      const goOn = error.code.startsWith("keychain")
        ? [button({ label: t.thisTimeOnly, onclick: () => void connect({ remember: false }) })]
        : [];
      fill(trouble, errorBanner(error, { actions: goOn }));
      trouble.scrollIntoView({ block: "nearest" });
    }
  }

  const element = h(
    "form",
    {
      class: "inner",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void connect({ remember: remember.control.checked });
      },
    },
    h("p", { class: "brand" }, logo({ large: true }), app.text.general.appName, helpButton(app)),
    heading(app, params),
    notices,
    params.address ? null : knownConsoles(app, (error) => isQuiet(error) || fill(trouble, errorBanner(error))),
    trouble,
    address.element,
    key.element,
    remember.element,
    advanced.element,
    submit,
    waiting,
    h("p", { class: "or", "aria-hidden": "true" }, t.or),
    importBox(app, use),
  );
  /** @param {import("../types.js").ImportedConfig} config */
  function use(config) {
    address.control.value = hostOf(config.address);
    address.setProblem(null);
    key.useFile(config);
    advanced.update();
    app.announce(t.fileRead(config.fileName));
    submit.focus();
  }
  // The view is put in first, so that the focus can go there.
  if (params.config) queueMicrotask(() => params.config && use(params.config));
  const start = address.control.value;
  return { element, touched: () => key.touched() || address.control.value !== start };
}
