// Finds what a person would: by role and name, among what can be seen and used now. Injected by the tests.
// `name` is the whole accessible name, or its beginning when it ends with "*". `focused`: only what has the focus counts.
const [wantedRole, wantedName, focused] = arguments;
const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const inputRoles = { checkbox: "checkbox", radio: "radio", search: "textbox", button: "button", submit: "button", number: "textbox" };
const tagRoles = { BUTTON: "button", SELECT: "combobox", TEXTAREA: "textbox", SUMMARY: "button", DIALOG: "dialog", OPTION: "option" };
const roleOf = (element) => {
  const said = element.getAttribute("role");
  if (said) return said === "searchbox" ? "textbox" : said;
  if (element.tagName === "INPUT") return inputRoles[element.type] ?? "textbox";
  if (element.tagName === "A") return element.hasAttribute("href") ? "link" : "";
  if (/^H[1-6]$/.test(element.tagName)) return "heading";
  return tagRoles[element.tagName] ?? "";
};
// What is hidden from screen readers, such as the keys beside a menu's item, is no part of a name.
const words = (element) => {
  if (!element.querySelector("[aria-hidden=true]")) return element.textContent;
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll("[aria-hidden=true]")) one.remove();
  return copy.textContent;
};
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  if (element.labels?.length) return squeeze([...element.labels].map((one) => one.textContent).join(" "));
  return squeeze(words(element)) || squeeze(element.title) || squeeze(element.placeholder);
};
const usable = (element) => {
  if (element.closest("[inert]")) return false;
  // A tick or a radio may be drawn by its label; it counts when the label can be seen.
  return [element, ...(element.labels ?? [])].some(
    (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0,
  );
};
const matches = (name) =>
  wantedName.endsWith("*") ? name.startsWith(wantedName.slice(0, -1)) : name === wantedName;
const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
const all = focused ? [document.activeElement] : modal ? [modal, ...modal.querySelectorAll("*")] : [...document.querySelectorAll("*")];
return (
  all.find(
    (element) => roleOf(element) === wantedRole && matches(nameOf(element)) && usable(element),
  ) ?? null
);
