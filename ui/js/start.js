/**
 * What the window starts: Rust is asked, then the words come, since every other module wants them, then the page.
 * (Words that wait for themselves would be shorter; WebKit gives such a module to others before it is ready.)
 * @module
 */

import "./events.js";
import { fetchText } from "./text.js";

await fetchText();
await import("./main.js");
