/**
 * What the window starts: the words first, since every other module wants them, then the page.
 * (Words that wait for themselves would be shorter; WebKit gives such a module to others before it is ready.)
 * @module
 */

import { fetchText } from "./text.js";

await fetchText();
await import("./main.js");
