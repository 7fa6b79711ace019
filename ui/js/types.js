/**
 * The types that cross between the page and Rust, by name. The only file of the page that says where they come from.
 * @module
 */

/** @typedef {import("../types/UiError").UiError} UiError */
/** @typedef {import("../types/ErrorCode").ErrorCode} ErrorCode */
/** @typedef {import("../types/Notice").Notice} Notice */
/** @typedef {import("../types/ConsoleEntry").ConsoleEntry} ConsoleEntry */
/** @typedef {import("../types/Abilities").Abilities} Abilities */
/** @typedef {import("../types/Session").Session} Session */
/** @typedef {import("../types/Preferences").Preferences} Preferences */
/** @typedef {import("../types/AppState").AppState} AppState */
/** @typedef {import("../types/Release").Release} Release */
/** @typedef {import("../types/Filter").Filter} Filter */
/** @typedef {import("../types/Column").Column} Column */
/** @typedef {import("../types/Sort").Sort} Sort */
/** @typedef {import("../types/TokenRow").TokenRow} TokenRow */
/** @typedef {import("../types/ListStatus").ListStatus} ListStatus */
/** @typedef {import("../types/TokenPage").TokenPage} TokenPage */
/** @typedef {import("../types/Facets").Facets} Facets */
/** @typedef {import("../types/Selection").Selection} Selection */
/** @typedef {import("../types/SelectionSummary").SelectionSummary} SelectionSummary */
/** @typedef {import("../types/CopyValue").CopyValue} CopyValue */
/** @typedef {import("../types/Advice").Advice} Advice */
/** @typedef {import("../types/Qr").Qr} Qr */
/** @typedef {import("../types/Artifact").Artifact} Artifact */
/** @typedef {import("../types/Reminder").Reminder} Reminder */
/** @typedef {import("../types/TestProgress").TestProgress} TestProgress */
/** @typedef {import("../types/TestResult").TestResult} TestResult */
/** @typedef {import("../types/TokenDetail").TokenDetail} TokenDetail */
/** @typedef {import("../types/BatchResult").BatchResult} BatchResult */
/** @typedef {import("../types/Progress").Progress} Progress */
/** @typedef {import("../types/Saved").Saved} Saved */
/** @typedef {import("../types/FieldSpec").FieldSpec} FieldSpec */
/** @typedef {import("../types/KindCard").KindCard} KindCard */
/** @typedef {import("../types/KindGroup").KindGroup} KindGroup */
/** @typedef {import("../types/Kinds").Kinds} Kinds */
/** @typedef {import("../types/ChosenFile").ChosenFile} ChosenFile */
/** @typedef {import("../types/FormInput").FormInput} FormInput */
/** @typedef {import("../types/FieldProblem").FieldProblem} FieldProblem */
/** @typedef {import("../types/Created").Created} Created */
/** @typedef {import("../types/Flock").Flock} Flock */
/** @typedef {import("../types/FlockFigures").FlockFigures} FlockFigures */
/** @typedef {import("../types/Factory").Factory} Factory */
/** @typedef {import("../types/Factories").Factories} Factories */
/** @typedef {import("../types/FactorySecret").FactorySecret} FactorySecret */
/** @typedef {import("../types/ConsoleSearch").ConsoleSearch} ConsoleSearch */
/** @typedef {import("../types/FoundThere").FoundThere} FoundThere */
/** @typedef {import("../types/ImportedConfig").ImportedConfig} ImportedConfig */
/** @typedef {import("../types/KeySource").KeySource} KeySource */
/** @typedef {import("../types/AppEvent").AppEvent} AppEvent */
/** @typedef {import("../types/CellProblem").CellProblem} CellProblem */
/** @typedef {import("../types/CellSeverity").CellSeverity} CellSeverity */
/** @typedef {import("../types/Duplicate").Duplicate} Duplicate */
/** @typedef {import("../types/EditedRow").EditedRow} EditedRow */
/** @typedef {import("../types/ExportColumn").ExportColumn} ExportColumn */
/** @typedef {import("../types/ExportColumns").ExportColumns} ExportColumns */
/** @typedef {import("../types/ExportFormat").ExportFormat} ExportFormat */
/** @typedef {import("../types/NameList").NameList} NameList */
/** @typedef {import("../types/ResultFormat").ResultFormat} ResultFormat */
/** @typedef {import("../types/RowChoice").RowChoice} RowChoice */
/** @typedef {import("../types/RowCounts").RowCounts} RowCounts */
/** @typedef {import("../types/RowFilter").RowFilter} RowFilter */
/** @typedef {import("../types/RowPage").RowPage} RowPage */
/** @typedef {import("../types/RowState").RowState} RowState */
/** @typedef {import("../types/RunProgress").RunProgress} RunProgress */
/** @typedef {import("../types/RunResult").RunResult} RunResult */
/** @typedef {import("../types/RunStage").RunStage} RunStage */
/** @typedef {import("../types/SavedMany").SavedMany} SavedMany */
/** @typedef {import("../types/SheetColumn").SheetColumn} SheetColumn */
/** @typedef {import("../types/SheetRow").SheetRow} SheetRow */
/** @typedef {import("../types/SheetSummary").SheetSummary} SheetSummary */
/** @typedef {import("../types/Unfinished").Unfinished} Unfinished */

export {};
