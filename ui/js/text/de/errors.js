/**
 * What each error is called and what to do next, in German.
 * @module
 */

/** @type {Record<import("../../types.js").ErrorCode, { title: string, next: string }>} */
const codes = {
  addressInvalid: {
    title: "Das ist keine Adresse einer Console",
    next: "Schreiben Sie sie so, wie sie in Ihrem Browser steht, etwa abc123.canary.tools.",
  },
  addressOtherHost: {
    title: "Diese Adresse liegt nicht bei canary.tools",
    next: "Prüfen Sie die Adresse. Ist Ihre Console wirklich anderswo, erlauben Sie es unter „Erweitert“.",
  },
  addressInsecure: {
    title: "Diese Adresse ist nicht geschützt",
    next: "Nehmen Sie eine Adresse, die mit https beginnt.",
  },
  keyMissing: {
    title: "Der API-Schlüssel fehlt",
    next: "Fügen Sie den API-Schlüssel aus den Einstellungen Ihrer Console ein.",
  },
  keyRefused: {
    title: "Ihre Console hat den API-Schlüssel nicht angenommen",
    next: "Vielleicht wurde er gesperrt. Bitten Sie um einen neuen und tragen Sie ihn unter „Einstellungen“ ein.",
  },
  notAllowed: {
    title: "Dieser API-Schlüssel darf das nicht",
    next: "Bitten Sie, wer Ihre Console betreut, um einen Schlüssel, der es darf.",
  },
  dnsFailed: {
    title: "Ihre Console wurde nicht gefunden",
    next: "Prüfen Sie die Adresse, und ob dieser Computer online ist.",
  },
  connectFailed: {
    title: "Keine Verbindung zu Ihrer Console",
    next: "Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es noch einmal.",
  },
  connectionLost: {
    title: "Die Verbindung brach ab",
    next: "Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es noch einmal.",
  },
  tlsUntrusted: {
    title: "Die Verbindung war nicht vertrauenswürdig",
    next: "Vielleicht liest unterwegs jemand mit. Fragen Sie, wer Ihr Netzwerk betreut, bevor Sie weitermachen.",
  },
  proxyLogin: {
    title: "Ihr Netzwerk verlangt eine Anmeldung",
    next: "Melden Sie sich beim Proxy Ihres Netzwerks an, oder fragen Sie, wer es betreut, und versuchen Sie es noch einmal.",
  },
  timedOut: {
    title: "Ihre Console hat zu lange nicht geantwortet",
    next: "Warten Sie einen Moment und versuchen Sie es noch einmal.",
  },
  tooMany: {
    title: "Ihre Console bittet um eine Pause",
    next: "Warten Sie eine Minute und versuchen Sie es noch einmal.",
  },
  consoleDown: {
    title: "Ihre Console ist gerade nicht erreichbar",
    next: "Warten Sie einige Minuten und versuchen Sie es noch einmal.",
  },
  notJson: {
    title: "Das hat nicht wie eine Console geantwortet",
    next: "Prüfen Sie die Adresse. Vielleicht ist eine Anmeldeseite Ihres Netzwerks im Weg.",
  },
  answerOdd: {
    title: "Ihre Console hat unerwartet geantwortet",
    next: "Versuchen Sie es noch einmal. Bleibt es so, schicken Sie die Einzelheiten an die, die Nestbox betreuen.",
  },
  answerTooLarge: {
    title: "Die Antwort Ihrer Console war zu groß",
    next: "Versuchen Sie es noch einmal. Bleibt es so, schicken Sie die Einzelheiten an die, die Nestbox betreuen.",
  },
  listRepeats: {
    title: "Die Liste nahm kein Ende",
    next: "Aktualisieren Sie die Liste. Bis es gelingt, fehlen darin vielleicht einige Canarytokens.",
  },
  consoleRefused: {
    title: "Ihre Console hat abgelehnt",
    next: "Lesen Sie, was sie sagt, ändern Sie das und versuchen Sie es noch einmal.",
  },
  notFound: {
    title: "Dieses Canarytoken ist nicht mehr da",
    next: "Vielleicht hat es jemand gelöscht. Aktualisieren Sie die Liste.",
  },
  createUnknown: {
    title: "Es ist nicht bekannt, ob das Canarytoken angelegt wurde",
    next: "Aktualisieren Sie die Liste und sehen Sie nach, bevor Sie noch eines anlegen.",
  },
  factoryGone: { title: "Diese Factory ist nicht mehr da", next: "Es ist nichts mehr zu tun." },
  factoryUnknown: {
    title: "Es ist nicht bekannt, ob die Factory angelegt wurde",
    next: "Öffnen Sie die Factorys noch einmal und sehen Sie nach, bevor Sie noch eine anlegen.",
  },
  fieldInvalid: { title: "Bitte sehen Sie eine Angabe noch einmal an", next: "Ändern Sie sie so, wie dort steht." },
  memoEmpty: {
    title: "Die Notiz ist leer",
    next: "Schreiben Sie, wo es sein wird, damit Sie bei einem Alarm wissen, was zu tun ist.",
  },
  memoTooLong: { title: "Die Notiz ist zu lang", next: "Kürzen Sie sie." },
  kindUnknown: {
    title: "Ihre Console bietet diese Art nicht an",
    next: "Wählen Sie eine andere Art.",
  },
  flockUnknown: { title: "Diesen Flock gibt es nicht mehr", next: "Wählen Sie einen anderen Flock." },
  noFile: { title: "Zu diesem Canarytoken gibt es keine Datei", next: "Nehmen Sie, was unter „Kopieren“ steht." },
  fileGone: { title: "Die Datei ist nicht mehr da", next: "Wählen Sie sie noch einmal." },
  fileTooLarge: { title: "Die Datei ist zu groß", next: "Wählen Sie eine kleinere." },
  fileWrongType: {
    title: "Diese Art von Datei passt nicht",
    next: "Wählen Sie eine Datei von einer Art, die unter dem Feld steht.",
  },
  fileEmpty: { title: "Die Datei ist leer", next: "Wählen Sie eine andere." },
  fileUnreadable: {
    title: "Die Datei ließ sich nicht lesen",
    next: "Schließen Sie sie in anderen Programmen, oder kopieren Sie sie in einen anderen Ordner, und wählen Sie sie noch einmal.",
  },
  folderReadOnly: { title: "In diesem Ordner lässt sich nichts speichern", next: "Wählen Sie einen anderen Ordner." },
  diskFull: {
    title: "Der Datenträger ist voll",
    next: "Schaffen Sie Platz oder wählen Sie einen anderen, und speichern Sie noch einmal.",
  },
  saveFailed: {
    title: "Die Datei wurde nicht gespeichert",
    next: "Versuchen Sie es noch einmal, oder wählen Sie einen anderen Ordner.",
  },
  downloadIncomplete: {
    title: "Die Datei kam nicht vollständig an",
    next: "Es wurde nichts gespeichert. Versuchen Sie es noch einmal.",
  },
  downloadWrongType: {
    title: "Was ankam, ist nicht die Datei",
    next: "Es wurde nichts gespeichert. Versuchen Sie es noch einmal, oder speichern Sie die Datei von Ihrer Console.",
  },
  notDragged: {
    title: "Die Datei ließ sich nicht ziehen",
    next: "Wählen Sie „Im Ordner zeigen“ und ziehen Sie sie von dort.",
  },
  keychainMissing: {
    title: "Dieser Computer hat keinen Schlüsselbund",
    next: "Sie können für diese Sitzung weitermachen. Beim nächsten Mal fragt Nestbox wieder nach dem API-Schlüssel.",
  },
  keychainLocked: {
    title: "Der Schlüsselbund ist gesperrt",
    next: "Entsperren Sie ihn und versuchen Sie es noch einmal, oder machen Sie nur für diese Sitzung weiter.",
  },
  keychainDenied: {
    title: "Nestbox darf den Schlüsselbund nicht benutzen",
    next: "Erlauben Sie es, wenn das System fragt, oder machen Sie nur für diese Sitzung weiter.",
  },
  keychainSlow: {
    title: "Der Schlüsselbund hat nicht geantwortet",
    next: "Vielleicht wartet eine Frage des Systems hinter einem Fenster. Beantworten Sie sie und versuchen Sie es noch einmal.",
  },
  keychainFailed: {
    title: "Der Schlüsselbund ging nicht",
    next: "Versuchen Sie es noch einmal, oder machen Sie nur für diese Sitzung weiter.",
  },
  settingsUnwritable: {
    title: "Die Einstellungen wurden nicht gespeichert",
    next: "Prüfen Sie, ob noch Platz ist und ob Sie in Ihrem eigenen Ordner schreiben dürfen.",
  },
  configInvalid: {
    title: "Das ist keine Konfigurationsdatei einer Console",
    next: "Laden Sie canarytools.config aus den Einstellungen Ihrer Console herunter und wählen Sie diese.",
  },
  sheetRefused: {
    title: "Diese Tabelle lässt sich nicht verwenden",
    next: "Ändern Sie die Tabelle, wie es dort steht, und wählen Sie sie noch einmal.",
  },
  sheetGone: { title: "Diese Tabelle ist nicht mehr offen", next: "Wählen Sie die Datei noch einmal." },
  sheetBusy: {
    title: "An dieser Tabelle wird gerade gearbeitet",
    next: "Warten Sie, bis es fertig ist, oder brechen Sie den Rest ab.",
  },
  unfinishedWork: {
    title: "Es gibt unfertige Arbeit",
    next: "Wählen Sie „Fortsetzen“ oder „Vergessen“. Beginnen Sie dann diese.",
  },
  journalUnwritable: {
    title: "Was getan ist, ließ sich nicht festhalten",
    next: "Schaffen Sie auf diesem Computer Platz und machen Sie dann weiter.",
  },
  journalUnreadable: {
    title: "Die unfertige Arbeit lässt sich nicht lesen",
    next: "Aktualisieren Sie die Liste, um zu sehen, was angelegt wurde. Wählen Sie dann „Vergessen“.",
  },
  cancelled: { title: "Angehalten", next: "Was bis dahin getan ist, bleibt." },
  internal: {
    title: "In Nestbox ist etwas schiefgegangen",
    next: "Versuchen Sie es noch einmal. Bleibt es so, kopieren Sie die Einzelheiten für die, die Nestbox betreuen.",
  },
  releaseUnreachable: {
    title: "Niemand konnte die neueste Version nennen",
    next: "Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es noch einmal.",
  },
  releaseElsewhere: {
    title: "Die neuere Version gibt es noch nicht für diesen Computer",
    next: "Arbeiten Sie mit dieser weiter, und sehen Sie in ein paar Tagen noch einmal nach.",
  },
  releaseOdd: {
    title: "Die Antwort zu neuen Versionen war seltsam",
    next: "Versuchen Sie es später noch einmal. Vielleicht ist eine Anmeldeseite Ihres Netzes im Weg.",
  },
  notConnected: { title: "Keine Console ist verbunden", next: "Verbinden Sie zuerst eine Console." },
};

export const errors = { codes };
