//! What went wrong, in German.

/// English as the sources say it, and German.
pub const SENTENCES: &[(&str, &str)] = &[
    (
        "There is no usable API key.",
        "Es gibt keinen brauchbaren API-Schlüssel.",
    ),
    (
        "The settings could not be written.",
        "Die Einstellungen ließen sich nicht schreiben.",
    ),
    ("This sheet is no longer open.", "Diese Tabelle ist nicht mehr offen."),
    (
        "This sheet is being worked on.",
        "An dieser Tabelle wird gerade gearbeitet.",
    ),
    (
        "There is work that did not come to its end.",
        "Es gibt Arbeit, die nicht zu Ende kam.",
    ),
    (
        "What is done could not be written down on this computer, so nothing more was sent.",
        "Was getan ist, ließ sich auf diesem Computer nicht festhalten, daher wurde nichts mehr gesendet.",
    ),
    (
        "What was written down of the unfinished work cannot be read.",
        "Was von der unfertigen Arbeit festgehalten wurde, lässt sich nicht lesen.",
    ),
    ("No Console is connected.", "Keine Console ist verbunden."),
    (
        "Your Console does not accept this. Choose or write something else.",
        "Ihre Console nimmt dies nicht an. Wählen oder schreiben Sie etwas anderes.",
    ),
    ("The reminder is empty.", "Die Notiz ist leer."),
    (
        "A reminder has at most {limit} characters.",
        "Eine Notiz hat höchstens {limit} Zeichen.",
    ),
    (
        "Your Console does not offer this kind of Canarytoken.",
        "Ihre Console bietet diese Art von Canarytoken nicht an.",
    ),
    (
        "Your Console does not know this flock.",
        "Ihre Console kennt diesen Flock nicht.",
    ),
    (
        "Your Console does not know this Canarytoken any more.",
        "Ihre Console kennt dieses Canarytoken nicht mehr.",
    ),
    (
        "The connection broke while the Canarytoken was being made, and it is not in the list so far.",
        "Die Verbindung brach ab, während das Canarytoken angelegt wurde, und bisher steht es nicht in der Liste.",
    ),
    (
        "Somebody has deleted this factory meanwhile.",
        "Jemand hat diese Factory inzwischen gelöscht.",
    ),
    (
        "The connection broke while the factory was being made, and it is not in the list so far.",
        "Die Verbindung brach ab, während die Factory angelegt wurde, und bisher steht sie nicht in der Liste.",
    ),
    (
        "Something in Nestbox went wrong.",
        "In Nestbox ist etwas schiefgegangen.",
    ),
    (
        "Your Console does not accept this API key.",
        "Ihre Console nimmt diesen API-Schlüssel nicht an.",
    ),
    (
        "Your Console does not let this API key do that.",
        "Ihre Console lässt diesen API-Schlüssel das nicht tun.",
    ),
    (
        "Your Console makes no file for this kind of Canarytoken.",
        "Ihre Console macht für diese Art von Canarytoken keine Datei.",
    ),
    (
        "No computer was found at this address.",
        "Unter dieser Adresse wurde kein Computer gefunden.",
    ),
    (
        "Nobody answered at your Console’s address.",
        "Unter der Adresse Ihrer Console hat niemand geantwortet.",
    ),
    ("The connection is not safe.", "Die Verbindung ist nicht sicher."),
    (
        "Your network’s proxy wants a name and a password.",
        "Der Proxy Ihres Netzwerks verlangt Name und Passwort.",
    ),
    (
        "The connection broke before the answer was complete.",
        "Die Verbindung brach ab, bevor die Antwort vollständig war.",
    ),
    ("No answer came in time.", "Es kam keine rechtzeitige Antwort."),
    (
        "Your Console gets too many requests at the moment.",
        "Ihre Console bekommt gerade zu viele Anfragen.",
    ),
    (
        "Your Console answered that it cannot help right now ({code}).",
        "Ihre Console hat geantwortet, dass sie gerade nicht helfen kann ({code}).",
    ),
    (
        "The answer was not one of a Console ({code}).",
        "Die Antwort war nicht die einer Console ({code}).",
    ),
    (
        "A web page came back instead of an answer.",
        "Statt einer Antwort kam eine Webseite.",
    ),
    (
        "Something else than an answer came back.",
        "Es kam etwas anderes als eine Antwort.",
    ),
    (
        "The address leads to another place, where the API key must not go.",
        "Die Adresse führt an einen anderen Ort, an den der API-Schlüssel nicht darf.",
    ),
    (
        "A part of the answer was not understood.",
        "Ein Teil der Antwort war nicht zu verstehen.",
    ),
    ("at {path}", "bei {path}"),
    (
        "The answer was larger than Nestbox reads.",
        "Die Antwort war größer, als Nestbox liest.",
    ),
    (
        "The answer was nested too deeply.",
        "Die Antwort war zu tief verschachtelt.",
    ),
    (
        "Your Console keeps sending the same part of the list.",
        "Ihre Console schickt immer wieder denselben Teil der Liste.",
    ),
    ("The file could not be written.", "Die Datei ließ sich nicht schreiben."),
    ("Your Console did not do it.", "Ihre Console hat es nicht getan."),
    ("The address is empty.", "Die Adresse ist leer."),
    (
        "This cannot be read as an address.",
        "Dies lässt sich nicht als Adresse lesen.",
    ),
    (
        "{host} is not a canary.tools address.",
        "{host} ist keine Adresse bei canary.tools.",
    ),
    (
        "The address begins with http, so others could read along.",
        "Die Adresse beginnt mit http, andere könnten also mitlesen.",
    ),
    (
        "The address holds a user name or a password.",
        "In der Adresse steht ein Benutzername oder ein Passwort.",
    ),
    (
        "The address ends in a port number, which Consoles do not have.",
        "Die Adresse endet mit einer Portnummer, die Consoles nicht haben.",
    ),
    (
        "The address has letters that only look like those of another address.",
        "Die Adresse hat Buchstaben, die nur so aussehen wie die einer anderen.",
    ),
    (
        "It is not a configuration file of a Console.",
        "Es ist keine Konfigurationsdatei einer Console.",
    ),
    (
        "There is no Console address in the file.",
        "In der Datei steht keine Adresse einer Console.",
    ),
    (
        "There is no API key in the file.",
        "In der Datei steht kein API-Schlüssel.",
    ),
    (
        "No keychain runs on this computer.",
        "Auf diesem Computer läuft kein Schlüsselbund.",
    ),
    ("The keychain is locked.", "Der Schlüsselbund ist gesperrt."),
    (
        "The keychain’s question was closed without an answer.",
        "Die Frage des Schlüsselbunds wurde ohne Antwort geschlossen.",
    ),
    (
        "The system did not let Nestbox use the keychain.",
        "Das System ließ Nestbox den Schlüsselbund nicht benutzen.",
    ),
    (
        "The keychain did not answer in time.",
        "Der Schlüsselbund hat nicht rechtzeitig geantwortet.",
    ),
    (
        "The keychain reported a fault.",
        "Der Schlüsselbund meldete einen Fehler.",
    ),
    (
        "The file was moved or deleted.",
        "Die Datei wurde verschoben oder gelöscht.",
    ),
    ("It may have {size} at most.", "Sie darf höchstens {size} haben."),
    (
        "The file must be one of these: {types}.",
        "Die Datei muss eine von diesen sein: {types}.",
    ),
    ("There is nothing in the file.", "In der Datei ist nichts."),
    (
        "The system did not let Nestbox read the file.",
        "Das System ließ Nestbox die Datei nicht lesen.",
    ),
    (
        "The system does not allow saving there.",
        "Das System erlaubt nicht, dort zu speichern.",
    ),
    (
        "There is no room left on the disk.",
        "Auf dem Datenträger ist kein Platz mehr.",
    ),
    ("The file ended too early.", "Die Datei hörte zu früh auf."),
    (
        "Your Console sent something that is not a file of this kind.",
        "Ihre Console hat etwas geschickt, das keine Datei dieser Art ist.",
    ),
    (
        "The folder leads out of the one that was chosen, so nothing was written there.",
        "Der Ordner führt aus dem gewählten hinaus, daher wurde dort nichts geschrieben.",
    ),
    (
        "The system could not write the file.",
        "Das System konnte die Datei nicht schreiben.",
    ),
    (
        "The system does not let Nestbox drag a file out of its window.",
        "Das System lässt Nestbox keine Datei aus seinem Fenster ziehen.",
    ),
    (
        "The settings could not be read. Nestbox put them aside and starts afresh.",
        "Die Einstellungen ließen sich nicht lesen. Nestbox hat sie beiseitegelegt und beginnt neu.",
    ),
    (
        "The settings could not be read. Nestbox starts without them.",
        "Die Einstellungen ließen sich nicht lesen. Nestbox startet ohne sie.",
    ),
    (
        "{why} Nestbox keeps the API key until you close it, and asks for it next time.",
        "{why} Nestbox behält den API-Schlüssel, bis Sie es schließen, und fragt beim nächsten Mal danach.",
    ),
    (
        "The list of your Consoles could not be saved. Nestbox asks for the API key next time.",
        "Die Liste Ihrer Consoles ließ sich nicht speichern. Nestbox fragt beim nächsten Mal nach dem API-Schlüssel.",
    ),
    (
        "A half-saved file from last time was removed.",
        "Eine halb gespeicherte Datei vom letzten Mal wurde entfernt.",
    ),
    (
        "{count} half-saved files from last time were removed.",
        "{count} halb gespeicherte Dateien vom letzten Mal wurden entfernt.",
    ),
    (
        "The keychain’s question was closed.",
        "Die Frage des Schlüsselbunds wurde geschlossen.",
    ),
    (
        "Nobody answered where new versions of Nestbox are told of.",
        "Wo neue Versionen von Nestbox genannt werden, hat niemand geantwortet.",
    ),
    (
        "The answer about new versions of Nestbox was not understood.",
        "Die Antwort zu neuen Versionen von Nestbox war nicht zu verstehen.",
    ),
    (
        "A newer version of Nestbox is there, but not for this kind of computer.",
        "Eine neuere Version von Nestbox ist da, aber nicht für diese Art von Computer.",
    ),
];
