/**
 * Newer versions of the program: told quietly, and never installed from here.
 * @module
 */

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./types.js").Release} Release */

/** What was found is for Settings to show; what is news is told in a toast too. @param {App} app */
export function listenForReleases(app) {
  app.on("releaseFound", ({ release, news }) => {
    noteRelease(app, release);
    if (!news) return;
    const t = app.text.settings;
    const how = app.state.get().releases?.packaged ? t.newerPackage : t.newerPage;
    app.toast(`${t.newerIs(release.version)}. ${how}`, {
      seconds: 30,
      action: { label: t.newerOpen, icon: "ui-open-outside", run: () => void openReleasePage(app) },
    });
  });
}

/** @param {App} app @param {Release | null} found */
export function noteRelease(app, found) {
  const { releases } = app.state.get();
  if (releases) app.state.set({ releases: { ...releases, found } });
}

/** Rust knows the address. @param {App} app */
export const openReleasePage = (app) =>
  app.call("open_link", { link: { type: "release" } }).catch((error) => app.showError(error));
