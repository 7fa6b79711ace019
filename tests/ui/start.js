/**
 * Puts the fake in the place of Rust; loaded before the page's own main.js. Its options are in the address:
 * `/index.html?tokens=100000&abilities=readOnly&theme=dark`.
 * @module
 */

import { makeFake } from "./fake.js";

/** @type {any} */
const options = {};
for (const [name, value] of new URLSearchParams(location.search)) {
  options[name] = /^[[{]|^(true|false)$/.test(value) ? JSON.parse(value) : /^\d+$/.test(value) ? Number(value) : value;
}
const fake = makeFake(options);
class Channel {
  onmessage = () => {};
}
Object.assign(window, { fake, __TAURI__: { core: { invoke: fake.invoke, Channel } } });
