/**
 * What the first list does without: fetched when that list stands, so that the window is there sooner, and here when it is wanted.
 * @module
 */

export const later = {
  actions: () => import("./views/list/actions.js"),
  deleting: () => import("./views/dialogs/delete.js"),
  exporting: () => import("./views/dialogs/export.js"),
  files: () => import("./views/list/files.js"),
  help: () => import("./views/help.js"),
  moving: () => import("./views/dialogs/move.js"),
  panel: () => import("./views/panel.js"),
  searching: () => import("./views/dialogs/search-console.js"),
};

/** The first list stands. */
export function fetchLater() {
  for (const bring of Object.values(later)) void bring();
}
