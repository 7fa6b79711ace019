/**
 * Every word of the page. A translation is a new set of these files (and of the kinds' files).
 * @module
 */

import { connect } from "./text/connect.js";
import { create } from "./text/create.js";
import { errors } from "./text/errors.js";
import { factories } from "./text/factories.js";
import { flocks } from "./text/flocks.js";
import { general } from "./text/general.js";
import { keys } from "./text/keys.js";
import { list } from "./text/list.js";
import { many } from "./text/many.js";
import { panel } from "./text/panel.js";
import { placing } from "./text/placing.js";
import { settings } from "./text/settings.js";
import { testing } from "./text/testing.js";
import { there } from "./text/there.js";

export const text = {
  general,
  keys,
  list,
  panel,
  placing,
  errors,
  connect,
  create,
  settings,
  factories,
  flocks,
  testing,
  there,
  many,
};
