/**
 * The form of a reminder: the page composes what Rust reads (see src-tauri/src/app/tokens/reminder.rs).
 * @module
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { composeReminder } from "../../ui/js/views/create/reminder.js";

test("the table that Rust is held to as well composes to the same reminders", async () => {
  const table = JSON.parse(await readFile(new URL("../reminders.json", import.meta.url), "utf8"));
  assert.ok(table.length > 10);
  for (const { place, who, note, memo } of table) {
    assert.equal(composeReminder({ place, who, note }), memo);
  }
});
