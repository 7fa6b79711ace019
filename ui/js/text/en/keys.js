/**
 * Words of the list of keys.
 * @module
 */

export const keys = {
  title: "Keys",
  everywhere: "Everywhere",
  inList: "In the list",
  new: "New Canarytoken",
  many: "Many at once",
  find: "Search",
  refresh: "Refresh the list",
  settings: "Settings",
  help: "Help on this screen",
  keys: "This list of keys",
  close: "Close the panel, then clear the selection",
  delete: "Delete what is selected",
  move: "Move from row to row",
  page: "Move by a page",
  ends: "First or last row",
  type: "Search for what is typed",
  select: "Select the row, or take it out",
  range: "Select several rows",
  all: "Select all",
  open: "Open the row in the panel",
  menu: "Show what can be done with it",
  names: {
    up: "↑",
    down: "↓",
    home: "Home",
    end: "End",
    pageUp: "PageUp",
    pageDown: "PageDown",
    space: "Space",
    enter: "Enter",
    shift: "Shift",
    escape: "Esc",
    delete: "Del",
    control: "Ctrl",
    command: "⌘",
  },
};
