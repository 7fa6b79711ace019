/**
 * The words of the page in English.
 * @module
 */

import { connect } from "./connect.js";
import { create } from "./create.js";
import { errors } from "./errors.js";
import { factories } from "./factories.js";
import { flocks } from "./flocks.js";
import { general } from "./general.js";
import { help } from "./help.js";
import { introduction } from "./introduction.js";
import { keys } from "./keys.js";
import { list } from "./list.js";
import { many } from "./many.js";
import { panel } from "./panel.js";
import { placing } from "./placing.js";
import { prepare } from "./prepare.js";
import { settings } from "./settings.js";
import { testing } from "./testing.js";
import { there } from "./there.js";

export const en = {
  general,
  help,
  introduction,
  keys,
  list,
  panel,
  placing,
  prepare,
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
