//! The sentences in German.

mod failures;
mod kinds;

/// All of them, English as the sources say it, and German.
pub const SENTENCES: [&[(&str, &str)]; 3] = [USUAL, kinds::SENTENCES, failures::SENTENCES];

/// What is said when nothing is wrong, or with what was typed.
const USUAL: &[(&str, &str)] = &[
    ("New Canarytoken…", "Neues Canarytoken…"),
    ("Find", "Suchen"),
    ("Refresh", "Aktualisieren"),
    ("Settings…", "Einstellungen…"),
    ("Help on this screen", "Hilfe zu dieser Seite"),
    ("Keys", "Tasten"),
    ("&File", "&Datei"),
    ("Quit", "Beenden"),
    ("&Edit", "&Bearbeiten"),
    ("&View", "&Ansicht"),
    ("&Help", "&Hilfe"),
    ("An independent client.", "Ein unabhängiges Programm."),
    ("Open Nestbox", "Nestbox öffnen"),
    ("Practice Console", "Übungs-Console"),
    ("Open the configuration file", "Konfigurationsdatei öffnen"),
    ("Canary configuration", "Canary-Konfiguration"),
    ("Drop one file at a time.", "Legen Sie immer nur eine Datei ab."),
    ("Write a name.", "Geben Sie einen Namen ein."),
    ("Use at most {most} characters.", "Höchstens {most} Zeichen."),
    ("Choose: {field}", "Wählen: {field}"),
    (
        "Choose the folder for saved files",
        "Ordner für gespeicherte Dateien wählen",
    ),
    ("Choose what it should be.", "Wählen Sie, was es sein soll."),
    (
        "Write a reminder, so that an alert says what was touched and where.",
        "Schreiben Sie eine Notiz, damit ein Alarm sagt, was wo berührt wurde.",
    ),
    (
        "The reminder is too long by {over}. Your Console takes 10,000 characters.",
        "Die Notiz ist um {over} zu lang. Ihre Console nimmt 10.000 Zeichen.",
    ),
    (
        "Choose another one than for “{other}”.",
        "Wählen Sie etwas anderes als bei „{other}“.",
    ),
    (
        "This file is no longer at hand. Choose it again.",
        "Diese Datei ist nicht mehr zur Hand. Wählen Sie sie noch einmal.",
    ),
    (
        "The file is of another type than is needed here.",
        "Die Datei ist von anderer Art, als hier gebraucht wird.",
    ),
    (
        "The file is too large. It may have {size} MB.",
        "Die Datei ist zu groß. Sie darf {size} MB haben.",
    ),
    ("Fill this in.", "Füllen Sie dies aus."),
    (
        "This file has {size}. Your Console may refuse files of more than {most}.",
        "Diese Datei hat {size}. Ihre Console lehnt Dateien über {most} vielleicht ab.",
    ),
    (
        "The name does not say so, but this is {sort}. It is sent as “{sent}”.",
        "Der Name sagt es nicht, aber dies ist {sort}. Gesendet wird „{sent}“.",
    ),
    ("{whole}.{tenth} MB", "{whole},{tenth} MB"),
    (
        "There is a character in it that cannot be seen. Please type it again.",
        "Darin ist ein Zeichen, das man nicht sieht. Bitte tippen Sie es noch einmal.",
    ),
    (
        "This is too long. Use 2,000 characters at most.",
        "Das ist zu lang. Höchstens 2.000 Zeichen.",
    ),
    (
        "Write one mail address, such as office@example.com",
        "Schreiben Sie eine Mailadresse, etwa buero@example.com",
    ),
    (
        "Use 3 to 63 small letters, digits, dots and hyphens.",
        "3 bis 63 kleine Buchstaben, Ziffern, Punkte und Bindestriche.",
    ),
    (
        "Write a region as AWS does, such as eu-west-1",
        "Schreiben Sie eine Region wie AWS, etwa eu-west-1",
    ),
    ("Write it in short, as {short}", "Schreiben Sie es kurz, als {short}"),
    (
        "Write a number followed by y, mo, w, d or h, such as 6mo",
        "Schreiben Sie eine Zahl und y, mo, w, d oder h, etwa 6mo",
    ),
    (
        "There is a space in it. Copy it once more.",
        "Darin ist ein Leerzeichen. Kopieren Sie es noch einmal.",
    ),
    ("Choose on or off.", "Wählen Sie an oder aus."),
    ("Choose one from the list.", "Wählen Sie etwas aus der Liste."),
    (
        "Nestbox does not know this one. Your Console may refuse it.",
        "Nestbox kennt dies nicht. Ihre Console lehnt es vielleicht ab.",
    ),
    (
        "This is long. Your Console may refuse more than {most} characters.",
        "Das ist lang. Ihre Console lehnt mehr als {most} Zeichen vielleicht ab.",
    ),
    (
        "This usually ends with {end}. Your Console may refuse it.",
        "Dies endet sonst auf {end}. Ihre Console lehnt es vielleicht ab.",
    ),
    (
        "These are too many names for one Canarytoken. Divide them among several.",
        "Das sind zu viele Namen für ein Canarytoken. Verteilen Sie sie auf mehrere.",
    ),
    ("Write at least one name.", "Geben Sie mindestens einen Namen ein."),
    (
        "There is a space in “{spaced}”. If these are two names, put a comma between them.",
        "In „{spaced}“ ist ein Leerzeichen. Sind es zwei Namen, setzen Sie ein Komma dazwischen.",
    ),
    (
        "These are {count} names. Make sure that none belongs to a real person. Your Console may refuse so many.",
        "Das sind {count} Namen. Achten Sie darauf, dass keiner einer echten Person gehört. Ihre Console lehnt so viele vielleicht ab.",
    ),
    (
        "“{name}” stands there more than once. It counts once.",
        "„{name}“ steht mehrmals da. Es zählt einmal.",
    ),
    (
        "There is a space in this address. Write it as {right}",
        "In dieser Adresse ist ein Leerzeichen. Schreiben Sie {right}",
    ),
    (
        "There is a space in this address. Leave it out.",
        "In dieser Adresse ist ein Leerzeichen. Lassen Sie es weg.",
    ),
    ("Write only the name: {right}", "Schreiben Sie nur den Namen: {right}"),
    (
        "The start is missing. Write it as {right}",
        "Der Anfang fehlt. Schreiben Sie {right}",
    ),
    (
        "Leave out the name and password before the @ sign.",
        "Lassen Sie Name und Passwort vor dem @-Zeichen weg.",
    ),
    (
        "Write an address such as www.example.com",
        "Schreiben Sie eine Adresse wie www.example.com",
    ),
    ("a JPEG picture", "ein JPEG-Bild"),
    ("a PNG picture", "ein PNG-Bild"),
    ("a GIF picture", "ein GIF-Bild"),
    ("a PDF", "ein PDF"),
    ("a Word document", "ein Word-Dokument"),
    ("a Windows program", "ein Windows-Programm"),
    ("something else", "etwas anderes"),
    (
        "Your Console offers no kind called “{name}”. Choose one from the list.",
        "Ihre Console bietet keine Art namens „{name}“ an. Wählen Sie eine aus der Liste.",
    ),
    (
        "More than one flock is called “{name}”. Write its id, such as flock:default.",
        "Mehr als ein Flock heißt „{name}“. Schreiben Sie seine ID, etwa flock:default.",
    ),
    (
        "Your API key cannot see the names of flocks. Leave this empty, or write the flock’s id.",
        "Ihr API-Schlüssel sieht die Namen der Flocks nicht. Lassen Sie dies leer, oder schreiben Sie die ID des Flocks.",
    ),
    (
        "No flock is called “{name}”. Choose one from the list, or leave it empty.",
        "Kein Flock heißt „{name}“. Wählen Sie einen aus der Liste, oder lassen Sie es leer.",
    ),
    (
        "A “{name}” has no “{column}”. This cell does nothing.",
        "Bei „{name}“ gibt es kein „{column}“. Diese Zelle bewirkt nichts.",
    ),
    (
        "A sheet cannot carry files. Leave this cell empty, or make this one with “New Canarytoken”.",
        "Eine Tabelle kann keine Dateien enthalten. Lassen Sie diese Zelle leer, oder nehmen Sie „Neues Canarytoken“.",
    ),
    (
        "“{kind}” needs a file of yours ({file}), which a sheet cannot carry. Make this one with “New Canarytoken”, and skip it here.",
        "„{kind}“ braucht eine Datei von Ihnen ({file}), die eine Tabelle nicht enthalten kann. Nehmen Sie dafür „Neues Canarytoken“, und lassen Sie es hier aus.",
    ),
    (
        "The file goes into the chosen folder itself.",
        "Die Datei kommt in den gewählten Ordner selbst.",
    ),
    (
        "The file goes into “{inside}” below the chosen folder.",
        "Die Datei kommt nach „{inside}“ im gewählten Ordner.",
    ),
    ("The file is called “{name}”.", "Die Datei heißt „{name}“."),
    (
        "“{label}” stands above two columns. Only the first of them is read.",
        "„{label}“ steht über zwei Spalten. Nur die erste wird gelesen.",
    ),
    (
        "The column “{name}” is not needed and is left out.",
        "Die Spalte „{name}“ wird nicht gebraucht und ausgelassen.",
    ),
    ("Kind", "Art"),
    ("Kind on the Console", "Art auf der Console"),
    ("Reminder", "Notiz"),
    ("Flock", "Flock"),
    ("Flock ID", "Flock-ID"),
    ("Folder", "Ordner"),
    ("File name", "Dateiname"),
    ("On", "An"),
    ("Created", "Angelegt"),
    ("Alerts", "Alarme"),
    ("Choose at least one column.", "Wählen Sie mindestens eine Spalte."),
    ("Sheet", "Tabelle"),
    ("JSON file", "JSON-Datei"),
    ("Choose a folder for the files", "Ordner für die Dateien wählen"),
    ("Choose a spreadsheet", "Tabelle wählen"),
    ("Spreadsheets (CSV, .xlsx)", "Tabellen (CSV, .xlsx)"),
    (
        "Choose the folder for the files first.",
        "Wählen Sie erst den Ordner für die Dateien.",
    ),
    (
        "There is no such cell in this sheet.",
        "Diese Zelle gibt es in der Tabelle nicht.",
    ),
    ("List of names", "Liste von Namen"),
    (
        "Of this workbook only the table “{name}” is read.",
        "Von dieser Mappe wird nur das Blatt „{name}“ gelesen.",
    ),
    (
        "The file could not be read. Is it still there, and may you open it?",
        "Die Datei ließ sich nicht lesen. Ist sie noch da, und dürfen Sie sie öffnen?",
    ),
    (
        "This is neither a CSV file nor an Excel workbook (.xlsx). Save your sheet as one of them.",
        "Dies ist weder eine CSV-Datei noch eine Excel-Mappe (.xlsx). Speichern Sie Ihre Tabelle als eines davon.",
    ),
    (
        "This is a sheet of another sort. Open it in your spreadsheet program and save it as .xlsx or CSV.",
        "Dies ist eine Tabelle anderer Art. Öffnen Sie sie in Ihrem Tabellenprogramm und speichern Sie sie als .xlsx oder CSV.",
    ),
    (
        "This Excel workbook cannot be opened: it is damaged, or has a password. Save it once more without a password.",
        "Diese Excel-Mappe lässt sich nicht öffnen: Sie ist beschädigt oder hat ein Passwort. Speichern Sie sie noch einmal ohne Passwort.",
    ),
    (
        "There is nothing in this sheet below its heading. Write one row for each Canarytoken.",
        "In dieser Tabelle steht nichts unter der Überschrift. Schreiben Sie eine Zeile je Canarytoken.",
    ),
    (
        "This file is too large. A sheet may have 64 MB; leave out pictures and other tables.",
        "Diese Datei ist zu groß. Eine Tabelle darf 64 MB haben; lassen Sie Bilder und andere Blätter weg.",
    ),
    (
        "This sheet has more than 100,000 rows. Split it into several.",
        "Diese Tabelle hat mehr als 100.000 Zeilen. Teilen Sie sie auf.",
    ),
    (
        "This sheet has more than 200 columns. Leave out those that are not needed.",
        "Diese Tabelle hat mehr als 200 Spalten. Lassen Sie weg, was nicht gebraucht wird.",
    ),
    (
        "The first row does not name the columns. Write “Kind” and “Reminder” above them, as the template does. For a plain list of names, use “From a list of names”.",
        "Die erste Zeile nennt die Spalten nicht. Schreiben Sie „Art“ und „Notiz“ darüber, wie in der Vorlage. Für eine bloße Liste von Namen nehmen Sie „Aus einer Liste von Namen“.",
    ),
    (
        "The column “{heading}” is for a secret key. Keys do not belong in a sheet, where others may read them. Take that column out, and make these Canarytokens one by one.",
        "Die Spalte „{heading}“ ist für einen geheimen Schlüssel. Schlüssel gehören nicht in eine Tabelle, wo andere sie lesen können. Nehmen Sie die Spalte heraus, und legen Sie diese Canarytokens einzeln an.",
    ),
    (
        "There are no names yet. Write one name on each line.",
        "Noch gibt es keine Namen. Schreiben Sie einen Namen je Zeile.",
    ),
    ("Row", "Zeile"),
    ("State", "Zustand"),
    ("Link or host name", "Link oder Hostname"),
    ("Saved file", "Gespeicherte Datei"),
    ("What went wrong", "Was nicht ging"),
    ("{stem}, result", "{stem}, Ergebnis"),
    ("Result", "Ergebnis"),
    ("Page", "Seite"),
    ("Template", "Vorlage"),
    ("Web link", "Weblink"),
    (
        "Where it will be, and who looks after it",
        "Wo es sein wird, und wer es betreut",
    ),
    ("Reception", "Empfang"),
    ("There is one like it already.", "So eines gibt es schon."),
    ("It says the same as row {line}.", "Es sagt dasselbe wie Zeile {line}."),
    (
        "Going on looks for it on your Console.",
        "Beim Fortsetzen wird auf Ihrer Console danach gesucht.",
    ),
    (
        "{total} rows: {done} made, {attention} need attention, {skipped} left out.",
        "{total} Zeilen: {done} angelegt, um {attention} müssen Sie sich kümmern, {skipped} ausgelassen.",
    ),
    (
        "Row {line} is the heading once more and is left out.",
        "Zeile {line} ist noch einmal die Überschrift und wird ausgelassen.",
    ),
    ("Needs to be mended first", "Muss erst verbessert werden"),
    ("Waiting", "Wartet"),
    ("Making it…", "Wird angelegt…"),
    ("Made", "Angelegt"),
    ("Made, but its file is missing", "Angelegt, aber die Datei fehlt"),
    ("Not made", "Nicht angelegt"),
    ("Not known if it was made", "Unbekannt, ob es angelegt wurde"),
    ("Left out", "Ausgelassen"),
    (
        "Choose a folder for the file and its note",
        "Ordner für die Datei und die Anleitung wählen",
    ),
    ("How to place {stem}", "So platzieren Sie {stem}"),
    ("How to place “{name}”", "So platzieren Sie „{name}“"),
    (
        "It is a decoy ({kind}). Nobody has a reason to touch it.",
        "Es ist ein Köder ({kind}). Niemand hat einen Grund, ihn anzufassen.",
    ),
    ("What it is", "Was es ist"),
    ("Where it goes", "Wo es hinkommt"),
    ("How to test it", "So testen Sie es"),
    (
        "Do not leave this note beside the file. It gives the decoy away: once the file is in its place, delete the note.",
        "Lassen Sie diese Anleitung nicht neben der Datei. Sie verrät den Köder: Löschen Sie sie, sobald die Datei an ihrem Ort ist.",
    ),
    (
        "Do not tell more people about it than need to know.",
        "Sagen Sie es nicht mehr Leuten, als es wissen müssen.",
    ),
    (
        "Do not touch it again once it is tested, unless you want to raise an alert.",
        "Fassen Sie es nach dem Test nicht mehr an, außer Sie wollen einen Alarm auslösen.",
    ),
    ("What not to do", "Was Sie nicht tun sollten"),
    ("Good to know", "Gut zu wissen"),
    ("How to place it on Windows", "So platzieren Sie es unter Windows"),
    ("How to place it on a Mac", "So platzieren Sie es auf einem Mac"),
    ("How to place it on Linux", "So platzieren Sie es unter Linux"),
    ("If an administrator places it", "Wenn die IT-Betreuung es platziert"),
    ("How to place it", "So platzieren Sie es"),
    ("Looked after by: {keeper}", "Betreut von: {keeper}"),
    ("This text size is not offered.", "Diese Schriftgröße gibt es nicht."),
    ("Save file", "Datei speichern"),
    ("File", "Datei"),
    (
        "The list has changed meanwhile: it would be {now} now. Nothing was done.",
        "Die Liste hat sich inzwischen geändert: Jetzt wären es {now}. Es wurde nichts getan.",
    ),
    (
        "Name the bucket that shall be deleted.",
        "Nennen Sie den Bucket, der gelöscht werden soll.",
    ),
    ("Choose the region of the bucket.", "Wählen Sie die Region des Buckets."),
    ("The factory’s hash is missing.", "Der Hash der Factory fehlt."),
    (
        "Write the address of a page, such as https://www.example.com/",
        "Geben Sie die Adresse einer Seite ein, etwa https://www.example.com/",
    ),
    (
        "This would run something in the visitor’s browser. Use the address of a page, with https:// in front.",
        "Das würde im Browser des Besuchers etwas ausführen. Nehmen Sie die Adresse einer Seite, mit https:// davor.",
    ),
    (
        "Write a whole web address that starts with https:// or http://",
        "Geben Sie eine ganze Webadresse ein, die mit https:// oder http:// beginnt",
    ),
    ("A Canarytoken was set off", "Ein Canarytoken wurde ausgelöst"),
    (
        "{count} Canarytokens were set off",
        "{count} Canarytokens wurden ausgelöst",
    ),
    ("Open Nestbox to see which.", "Öffnen Sie Nestbox, um zu sehen, welche."),
];
