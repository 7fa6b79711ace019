// Every command of the program: its arguments and its answer. Each that changes something takes an `operation`
// (see ipc.js), which Rust carries out once. A failure is a UiError.
import type {
  AppEvent,
  AppState,
  BatchResult,
  ChosenFile,
  ConsoleSearch,
  Created,
  EditedRow,
  ExportColumns,
  ExportFormat,
  Facets,
  Factories,
  Factory,
  FactorySecret,
  FieldProblem,
  Filter,
  Flock,
  FlockFigures,
  FormInput,
  FoundThere,
  ImportedConfig,
  KeySource,
  Kinds,
  ListStatus,
  NameList,
  Preferences,
  Progress,
  Release,
  ResultFormat,
  RowChoice,
  RowFilter,
  RowPage,
  RunProgress,
  RunResult,
  Saved,
  SavedMany,
  Selection,
  SelectionSummary,
  Session,
  SheetSummary,
  Sort,
  TestProgress,
  TestResult,
  TokenDetail,
  TokenPage,
  Unfinished,
} from "./types.js";

/** Hears what Rust sends while a command runs. Made by `channel` in ipc.js. */
export interface Channel<T> {
  onmessage: (message: T) => void;
}

export interface Commands {
  get_state(): AppState;
  subscribe(a: { onEvent: Channel<AppEvent> }): AppState; // once per page load; replaces window events
  resume_session(): Session | null; // at start: last Console, key from the keychain (<= 3 s); problems come as Notice in get_state
  // consoles
  connect(a: {
    operation: string;
    address: string;
    key: KeySource;
    remember: boolean;
    label: string | null;
    allowOtherHost: boolean;
  }): Session;
  import_config(): ImportedConfig | null; // open dialog; null = cancelled
  start_practice(a: { operation: string }): Session;
  switch_console(a: { operation: string; id: string }): Session;
  rename_console(a: { operation: string; id: string; label: string }): AppState;
  sign_out(a: { operation: string; id: string }): AppState;
  remove_everything(a: { operation: string }): AppState;
  // list
  refresh_tokens(a: { operation: string }): ListStatus; // resolves when done; listChanged events meanwhile
  query_tokens(a: { filter: Filter; sort: Sort; offset: number; limit: number }): TokenPage;
  get_facets(): Facets;
  summarize_selection(a: { selection: Selection }): SelectionSummary;
  list_flocks(): Flock[];
  summarize_flocks(): FlockFigures[]; // as the Console has them now
  search_console(a: { operation: string; search: ConsoleSearch }): FoundThere; // then: Filter.foundThere
  // one
  get_token(a: { id: string }): TokenDetail; // from memory
  fetch_token(a: { id: string }): TokenDetail; // from the Console
  update_memo(a: { operation: string; id: string; memo: string }): TokenDetail;
  set_redirect(a: { operation: string; id: string; redirectUrl: string | null }): TokenDetail; // null = leads nowhere
  test_token(a: { operation: string; id: string; onProgress: Channel<TestProgress> }): TestResult; // up to ten minutes; cancel_operation stops it
  // some or many
  move_tokens(a: {
    operation: string;
    selection: Selection;
    expected: number;
    flock: string;
    clearIncidents: boolean;
    onProgress: Channel<Progress>;
  }): BatchResult;
  enable_tokens(a: { operation: string; selection: Selection; onProgress: Channel<Progress> }): BatchResult;
  disable_tokens(a: { operation: string; selection: Selection; onProgress: Channel<Progress> }): BatchResult;
  delete_tokens(a: {
    operation: string;
    selection: Selection;
    expected: number;
    clearIncidents: boolean;
    onProgress: Channel<Progress>;
  }): BatchResult;
  remove_s3(a: {
    operation: string;
    id: string;
    accessKey: string;
    secretKey: string;
    sessionToken: string | null;
    region: string;
    deleteBuckets: boolean;
    sourceBucket: string | null;
  }): null;
  delete_factory(a: { operation: string; hash: string }): null; // an Apeeper factory
  // Canarytoken factories
  list_factories(): Factories;
  create_factory(a: { operation: string; flock: string; memo: string }): Factory;
  reveal_factory(a: { id: string }): FactorySecret; // only when the person asks to see or copy it
  delete_token_factory(a: { operation: string; id: string }): null;
  // files
  save_artifact(a: {
    operation: string;
    id: string;
    fileName: string | null;
    onProgress: Channel<Progress>;
  }): Saved | null; // null = cancelled
  save_with_note(a: {
    operation: string;
    id: string;
    fileName: string | null;
    onProgress: Channel<Progress>;
  }): Saved | null; // null = cancelled
  show_saved(a: { saved: string }): null;
  drag_saved(a: { saved: string }): null; // begins the system's drag while the mouse button is held
  prepare_saved(a: { saved: string }): boolean; // takes the mark of the web off; false = there was none
  take_named_files(): null; // once the first screen stands: files named at the start come as if dropped
  choose_folder(): string | null; // preference: folder for files
  // create
  list_kinds(): Kinds;
  choose_file(a: { kind: string; field: string }): ChosenFile | null;
  check_form(a: { input: FormInput }): FieldProblem[];
  create_token(a: { operation: string; input: FormInput }): Created;
  // many at once: a sheet lives in Rust under a handle, the page holds the rows that it shows (see wire/many.rs)
  choose_sheet(): SheetSummary | null; // open dialog for CSV and .xlsx; null = cancelled; sheetRefused says why not
  start_from_names(a: { list: NameList }): SheetSummary; // one row a name
  get_sheet(a: { sheet: string }): SheetSummary; // every command with a sheet fails with sheetGone once it is closed
  check_sheet(a: { sheet: string }): SheetSummary; // once more, against the list, kinds and flocks as they are now
  query_rows(a: { sheet: string; show: RowFilter; offset: number; limit: number }): RowPage; // limit <= 500
  get_cell(a: { sheet: string; row: number; column: string }): string; // the whole text of a long one
  edit_cell(a: { sheet: string; row: number; column: string; value: string }): EditedRow;
  fill_column(a: { sheet: string; column: string; value: string; onlyEmpty: boolean }): SheetSummary; // the same in all rows
  skip_rows(a: { sheet: string; rows: RowChoice; skip: boolean }): SheetSummary; // skip = false makes a double all the same
  choose_target_folder(a: { sheet: string }): SheetSummary | null; // below it files go as folder/file name; null = cancelled
  save_template(a: { kind: string | null }): Saved | null; // CSV with the kind's own columns and one example; null = cancelled
  run_sheet(a: { operation: string; sheet: string; unprotected: boolean; onProgress: Channel<RunProgress> }): RunResult; // starts, goes on, tries again; cancel_operation answers within 100 ms with what was done. keychain… errors: ask, then unprotected = true goes on without a journal
  pause_sheet(a: { sheet: string; paused: boolean }): SheetSummary; // what is under way comes to its end
  save_results(a: { sheet: string; format: ResultFormat }): Saved | null; // null = cancelled; any time after the start
  close_sheet(a: { sheet: string }): null; // forgets it; refused (sheetBusy) while it runs. A journal of it stays, and is offered again
  get_unfinished(): Unfinished | null; // at start and after connecting
  resume_unfinished(): SheetSummary; // opens it as a started sheet; then run_sheet
  discard_unfinished(a: { operation: string }): null; // forgets it for good; what was made stays
  save_selection(a: { operation: string; selection: Selection; onProgress: Channel<Progress> }): SavedMany | null; // files of many into a chosen folder; null = cancelled
  export_tokens(a: {
    operation: string;
    selection: Selection;
    format: ExportFormat;
    columns: ExportColumns;
  }): Saved | null; // null = cancelled
  // the rest
  cancel_operation(a: { operation: string }): null;
  copy_secret(a: { secret: string }): null; // cleared from the clipboard in a minute, if it is still there
  set_preferences(a: { preferences: Preferences }): Preferences;
  open_link(a: {
    link:
      | { type: "console"; page: "tokens" | "settings" | "incidents" }
      | { type: "about" }
      | { type: "release" } // the page of the newest version; Rust knows its address
      | { type: "practice"; id: string };
  }): null;
  look_for_release(): Release | null; // null = there is no newer version; nothing is ever installed
  get_diagnostics(): { text: string };
  report_page_error(a: { message: string }): null;
}
