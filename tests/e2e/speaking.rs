//! Nestbox on a system that speaks German, and in English once that is chosen.

use crate::harness::{Stage, dialogs, on_stage, window::Window};
use serde_json::{Value, json};
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn on_a_german_system_all_of_it_is_german_until_english_is_chosen_and_english_it_stays() {
    on_stage("german", &["--tokens", "3"], async |stage| {
        stage.close().await;
        stage.desktop.locale = "de_DE.UTF-8";
        stage.open(&[]).await;
        connect_in_german(stage).await;
        make_in_german(stage).await;
        choose_english(stage.window()).await;

        stage.restart().await;
        let window = stage.window();
        window.sees("4 Canarytokens").await;
        window.sees("Word document").await;
        speaks(window, "en").await;
        window.control_key(',').await;
        window.sees("Appearance").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_system_that_asks_for_german_first_it_is_german_whatever_its_country_is() {
    on_stage("german_in_england", &[], async |stage| {
        stage.close().await;
        stage.desktop.locale = "en_GB.UTF-8";
        stage.open(&[]).await;
        speaks(stage.window(), "en").await;
        stage.close().await;
        stage.desktop.languages = "de_CH:en";
        stage.open(&[]).await;
        let window = stage.window();
        window.sees("Mit Ihrer Console verbinden").await;
        speaks(window, "de").await;
    })
    .await;
}

/// A wrong key is refused by Rust, and the right one taken, in German.
async fn connect_in_german(stage: &Stage) {
    let window = stage.window();
    window.sees("Mit Ihrer Console verbinden").await;
    all_german(window, "the Connect screen").await;
    window.fill("Adresse der Console", &stage.console.address).await;
    window.fill("API-Schlüssel", "not-the-key").await;
    window.press("Verbinden").await;
    window.sees("Ihre Console nimmt diesen API-Schlüssel nicht an.").await;
    all_german(window, "a wrong key").await;
    window.fill("API-Schlüssel", &stage.console.key).await;
    window.press("Verbinden").await;
    window.sees("3 Canarytokens").await;
    all_german(window, "the list").await;
    window.click_row(1).await;
    window.find("button", "Seitenleiste schließen").await;
    window.sees("So platzieren Sie es").await;
    all_german(window, "the panel").await;
    window.press("Seitenleiste schließen").await;
}

/// Through the wizard, to a saved file.
async fn make_in_german(stage: &Stage) {
    let window = stage.window();
    window.press("Neues Canarytoken*").await;
    window.sees("Was soll es sein?").await;
    all_german(window, "the choice of a kind").await;
    window.press("Word-Dokument*").await;
    window.sees("Word-Dokument: Angaben").await;
    all_german(window, "the details").await;
    window.press("Weiter: Ort").await;
    window.fill("Ort", "Netzlaufwerk, Ordner Gehalt").await;
    all_german(window, "the place").await;
    window.press("Weiter: Prüfen").await;
    window.sees("Stimmt alles?").await;
    all_german(window, "the check").await;
    window.press("Word-Dokument anlegen").await;
    window.sees("Fertig: Word-Dokument").await;
    all_german(window, "what was made").await;
    window.fill("Dateiname", "Gehaltsrunde 2027").await;
    window.press("Datei speichern…").await;
    let file = stage.desktop.path("files/Gehaltsrunde 2027.docx");
    dialogs::save_as(&stage.desktop, &file);
    window.sees("Gespeichert in").await;
    assert_eq!(&std::fs::read(&file).unwrap()[..2], b"PK");
    window.press("Alle Canarytokens").await;
    window.sees("4 Canarytokens").await;
    window.sees("Netzlaufwerk, Ordner Gehalt").await;
}

async fn choose_english(window: &Window) {
    window.press("Einstellungen").await;
    window.sees("Aussehen").await;
    all_german(window, "Settings").await;
    window.click("combobox", "Sprache / Language").await;
    window.type_keys("English").await;
    window.type_keys(Key::Enter).await;
    // The page starts anew in its other language.
    speaks(window, "en").await;
    window.sees("4 Canarytokens").await;
    window.sees("Word document").await;
    window.find("textbox", "Search Canarytokens").await;
    window.find("button", "New Canarytoken*").await;
    assert_ne!(
        english_words(window).await,
        json!([]),
        "such words are found where they are"
    );
}

async fn speaks(window: &Window, language: &str) {
    let script =
        "return document.documentElement.lang === arguments[0] && document.documentElement.dataset.ready === '1'";
    window
        .until("it speaks this language", script, vec![json!(language)])
        .await;
}

/// No word that English cannot do without stands on the screen, is the name of something on it, or waits in a field.
/// What stands on the Console is as somebody wrote it there.
async fn all_german(window: &Window, screen: &str) {
    window.rests().await;
    let left = english_words(window).await;
    assert_eq!(left, json!([]), "English is left on {screen}");
    speaks(window, "de").await;
}

/// What can be read on the screen, or is the name of something on it, and holds such a word.
async fn english_words(window: &Window) -> Value {
    let script = "const theirs = '[data-column=reminder], [data-column=lookedAfterBy], [data-column=flock], .reminder, .facts, select, code, .value';
        const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
          .filter((one) => !one.closest('[role=row]'))
          .flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const read = [];
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement;
          if (!parent.closest(theirs) && parent.checkVisibility()) read.push(walker.currentNode.textContent);
        }
        return [...read, ...named].filter((words) => /\\b(the|and|you|your|with|is|of|to|for|this|search|save|new|back|next)\\b/i.test(words))";
    window.script(script, vec![]).await
}
