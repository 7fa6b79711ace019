//! Commands on Canarytoken factories.

use super::{Answer, Shared};
use crate::wire::flocks::{Factories, Factory, FactorySecret};

/// The factories, without their strings, and the kinds they can make.
///
/// # Errors
/// Those of the Console.
#[tauri::command]
pub async fn list_factories(app: Shared<'_>) -> Answer<Factories> {
    Ok(app.list_factories().await?.into())
}

/// Makes a factory for a flock.
///
/// # Errors
/// The reminder is empty or too long; those of the Console; its answer was lost and nothing tells what became of it.
#[tauri::command]
pub async fn create_factory(app: Shared<'_>, operation: String, flock: String, memo: String) -> Answer<Factory> {
    let work = |_| app.create_factory(&flock, &memo);
    Ok(app.operations.run(&operation, work).await?.into())
}

/// What is handed on of a factory, when the person wants to see or copy it.
///
/// # Errors
/// It is not known any more.
#[tauri::command]
pub async fn reveal_factory(app: Shared<'_>, id: String) -> Answer<FactorySecret> {
    Ok(app.reveal_factory(&id)?.into())
}

/// Deletes a factory; what it made stays.
///
/// # Errors
/// Somebody else has deleted it; those of the Console.
#[tauri::command]
pub async fn delete_token_factory(app: Shared<'_>, operation: String, id: String) -> Answer<()> {
    let work = |_| app.delete_token_factory(&id);
    Ok(app.operations.run(&operation, work).await?)
}
