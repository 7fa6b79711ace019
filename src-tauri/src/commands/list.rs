//! Commands on the list of Canarytokens.

use super::{Answer, Shared};
use crate::wire::flocks::{ConsoleSearch, FlockFigures, FoundThere};
use crate::wire::list::{Facets, Filter, Flock, ListStatus, Selection, SelectionSummary, Sort, TokenPage};
use crate::wire::tokens::TokenRow;

/// The most rows that are answered at once.
const MOST_ROWS: usize = 500;

/// Fetches the whole list; `listChanged` events tell how far it is.
///
/// # Errors
/// No Console is connected. A failed fetch is told in the status.
#[tauri::command]
pub async fn refresh_tokens(app: Shared<'_>, operation: String) -> Answer<ListStatus> {
    let status = app.operations.run(&operation, |_| app.refresh_tokens()).await?;
    Ok(status.into())
}

/// A part of the list.
///
/// # Errors
/// No Console is connected.
#[tauri::command]
pub async fn query_tokens(
    app: Shared<'_>,
    filter: Filter,
    sort: Sort,
    offset: usize,
    limit: usize,
) -> Answer<TokenPage> {
    let session = app.session()?;
    let found = session
        .tokens
        .query(&filter.into(), sort.into(), offset, limit.min(MOST_ROWS));
    Ok(TokenPage {
        total: found.total,
        all: found.all,
        keepers: found.keepers,
        offset,
        rows: found.rows.into_iter().map(TokenRow::from).collect(),
        status: session.tokens.status().into(),
    })
}

/// What there is to filter by.
///
/// # Errors
/// No Console is connected.
#[tauri::command]
pub async fn get_facets(app: Shared<'_>) -> Answer<Facets> {
    Ok(app.session()?.tokens.with(|index| index.facets()).into())
}

/// What a selection holds.
///
/// # Errors
/// No Console is connected.
#[tauri::command]
pub async fn summarize_selection(app: Shared<'_>, selection: Selection) -> Answer<SelectionSummary> {
    Ok(app.summarize(&selection.into())?.into())
}

/// The flocks, by name.
///
/// # Errors
/// No Console is connected, or it did not answer.
#[tauri::command]
pub async fn list_flocks(app: Shared<'_>) -> Answer<Vec<Flock>> {
    let flocks = app.flocks().await?;
    Ok(flocks.into_iter().map(|(id, name)| Flock { id, name }).collect())
}

/// The flocks with their figures, as the Console has them now.
///
/// # Errors
/// Those of the Console.
#[tauri::command]
pub async fn summarize_flocks(app: Shared<'_>) -> Answer<Vec<FlockFigures>> {
    let flocks = app.summarize_flocks().await?;
    Ok(flocks.into_iter().map(FlockFigures::from).collect())
}

/// Lets the Console search; what it finds stands in the list under the filter `foundThere`.
///
/// # Errors
/// Those of the Console.
#[tauri::command]
pub async fn search_console(app: Shared<'_>, operation: String, search: ConsoleSearch) -> Answer<FoundThere> {
    let search = search.into();
    let found = app.operations.run(&operation, |_| app.search_console(&search)).await?;
    Ok(found.into())
}
