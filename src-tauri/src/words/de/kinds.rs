//! What is said of kinds beside their own files, in German.

/// English as the sources say it, and German.
pub const SENTENCES: &[(&str, &str)] = &[
    ("Documents", "Dokumente"),
    (
        "Files that raise an alert when someone opens them",
        "Dateien, die einen Alarm auslösen, wenn jemand sie öffnet",
    ),
    ("Links and pages", "Links und Seiten"),
    (
        "Addresses that raise an alert when someone visits them",
        "Adressen, die einen Alarm auslösen, wenn jemand sie besucht",
    ),
    ("Keys and logins", "Schlüssel und Anmeldungen"),
    (
        "Access that works nowhere and raises an alert when tried",
        "Zugänge, die nirgends gelten und beim Versuch einen Alarm auslösen",
    ),
    ("Cloud", "Cloud"),
    (
        "Ask your cloud administrator to help with these",
        "Bitten Sie Ihre Cloud-Administration, dabei zu helfen",
    ),
    ("Network and devices", "Netzwerk und Geräte"),
    (
        "Things that people find in a building or on a network",
        "Dinge, die man in einem Gebäude oder Netzwerk findet",
    ),
    ("Mail", "Mail"),
    (
        "Messages that raise an alert when someone opens them",
        "Nachrichten, die einen Alarm auslösen, wenn jemand sie öffnet",
    ),
    ("Retired", "Ausgemustert"),
    (
        "You can look after the ones you have. Few Consoles still make new ones",
        "Vorhandene können Sie betreuen. Nur wenige Consoles legen noch neue an",
    ),
    ("More from your Console", "Mehr von Ihrer Console"),
    (
        "Nestbox does not know these yet and asks for the reminder only",
        "Nestbox kennt diese noch nicht und fragt nur nach der Notiz",
    ),
    ("Using it raises an alert", "Die Benutzung löst einen Alarm aus"),
    (
        "If your Console has one of this kind with the same reminder, you get that one, and no second is made.",
        "Hat Ihre Console eines dieser Art mit derselben Notiz, bekommen Sie dieses, und es wird kein zweites angelegt.",
    ),
    (
        "If there is one already, use that",
        "Gibt es schon eines, dieses nehmen",
    ),
    (
        "Only if your Console has an address of its own for Canarytokens. Leave it empty to use the usual one.",
        "Nur wenn Ihre Console eine eigene Adresse für Canarytokens hat. Bleibt es leer, gilt die übliche.",
    ),
    (
        "Write only the name that is linked to your Console, such as files.example.com",
        "Schreiben Sie nur den Namen, der mit Ihrer Console verknüpft ist, etwa files.example.com",
    ),
    ("Web address", "Webadresse"),
    (
        "Put it where nobody has a reason to touch it.",
        "Legen Sie es dorthin, wo niemand einen Grund hat, es anzufassen.",
    ),
    (
        "Your Console explains how this kind works.",
        "Ihre Console erklärt, wie diese Art funktioniert.",
    ),
    (
        "If it is safe, touch it once yourself and look for the alert on your Console.",
        "Wenn es gefahrlos ist, berühren Sie es einmal selbst und sehen Sie auf Ihrer Console nach dem Alarm.",
    ),
    ("Unknown kind", "Unbekannte Art"),
    (
        "Not known yet whether your Console offers it",
        "Noch nicht bekannt, ob Ihre Console es anbietet",
    ),
    (
        "No longer offered by your Console",
        "Ihre Console bietet es nicht mehr an",
    ),
    ("Not offered by your Console", "Ihre Console bietet es nicht an"),
    (
        "New to Nestbox: it asks for the reminder only",
        "Neu für Nestbox: Es fragt nur nach der Notiz",
    ),
    ("Link", "Link"),
    ("Host name", "Hostname"),
    ("Yes", "Ja"),
    ("No", "Nein"),
];
