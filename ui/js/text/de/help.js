/**
 * Words of the help that each screen has, in German.
 * @module
 */

/** @type {import("../words.js").Words<typeof import("../en/help.js").help>} */
export const help = {
  button: "Hilfe",
  title: (screen) => `Hilfe: ${screen}`,
  does: "Was Sie hier tun",
  stuck: "Wenn es nicht weitergeht",
  introduction: "Einführung",
  keys: "Liste der Tasten",

  screens: {
    connect: {
      name: "Verbinden",
      what: "Ihre Canary-Console wacht; Nestbox ist das Fenster, durch das Sie mit ihr arbeiten. Hier sagen Sie, wo Ihre Console ist, und geben ihren API-Schlüssel an.",
      does: [
        ["Adresse eingeben:", "die irgendeiner Seite Ihrer Console, etwa abc123.canary.tools."],
        [
          "API-Schlüssel einfügen:",
          "Er steht auf der Seite Settings Ihrer Console. Einer der Art Canarytoken Deploy genügt.",
        ],
        ["Oder canarytools.config öffnen,", "wenn Ihnen jemand diese Datei gegeben hat: Darin steht beides."],
        ["Die Übungs-Console ausprobieren,", "um sich erst umzusehen. Sie berührt nichts Echtes."],
      ],
      stuck: [
        "Keine Adresse, kein Schlüssel? Wer Ihre Console betreut, hat beides.",
        "Der Schlüssel wird abgelehnt? Sehen Sie nach, ob er vollständig ist, und fragen Sie, ob er gesperrt wurde.",
        "Keine Verbindung? Öffnen Sie Ihre Console im Browser. Geht auch das nicht, fragen Sie, wer Ihr Netz betreut.",
      ],
    },
    list: {
      name: "Ihre Canarytokens",
      what: "Alle Canarytokens Ihrer Console, soweit Ihr API-Schlüssel sie sehen darf. Jedes ist ein Köder, den niemand anfassen muss; tut es doch jemand, schickt Ihre Console einen Alarm.",
      does: [
        ["Eines anlegen", "mit „Neues Canarytoken“. Der Pfeil daneben legt viele auf einmal an."],
        ["Eines finden", "mit jedem Wort aus Notiz, Art, Link oder Namen. Filter engen die Liste ein."],
        ["Eines öffnen", "mit einem Klick oder der Eingabetaste. Die Seitenleiste zeigt alles darüber."],
        [
          "Mehrere auswählen",
          "mit ihren Häkchen oder mit Leertaste und Umschalttaste, um sie zu schalten, zu verschieben, zu speichern, zu exportieren oder zu löschen.",
        ],
        ["Sortieren", "mit einem Klick auf die Überschrift einer Spalte."],
      ],
      stuck: [
        "Eines fehlt? Nehmen Sie die Filter weg und aktualisieren Sie die Liste: Vielleicht haben Kollegen etwas angelegt oder gelöscht.",
        "Ein Knopf fehlt? Ihr API-Schlüssel darf das nicht. Bitten Sie um einen, der es darf.",
      ],
    },
    one: {
      name: "ein Canarytoken",
      what: "Die Seitenleiste zeigt ein Canarytoken: wo es liegt, ob es an ist, was an seinen Platz gehört und wie.",
      does: [
        ["Notiz ändern", "mit dem Stift. Ein Alarm zeigt diese Worte: Schreiben Sie, wo es liegt und wen man fragt."],
        ["Ausschalten,", "wenn seine Alarme eine Zeit lang nichts bedeuten. Sie können es wieder einschalten."],
        [
          "Speichern oder kopieren:",
          "seine Datei, seinen Link oder seine Schlüssel, um sie zu platzieren, wie es die Schritte sagen.",
        ],
        [
          "Eine gespeicherte Datei ziehen,",
          "von ihrer Meldung in einen Ordner oder eine E-Mail. Ohne Maus führt „Im Ordner zeigen“ zu ihr.",
        ],
        ["Testen", "und auf den Alarm warten, damit Sie wissen, dass es funktioniert."],
        ["Löschen,", "wenn es nicht mehr an seinem Platz ist. Das lässt sich nicht rückgängig machen."],
      ],
      stuck: [
        "Es bleibt still? Eine Vorschau öffnet ein Dokument nicht. Öffnen Sie es so wie jemand, der es gefunden hat.",
        "Es hat Alarme? Auf der Console sehen Sie, wer es wann angefasst hat.",
      ],
    },
    create: {
      name: "ein neues Canarytoken",
      what: "Fünf kurze Schritte machen einen Köder: was er ist, seine Einzelheiten, wohin er kommt, ein letzter Blick, und wie man ihn platziert.",
      does: [
        ["Art wählen,", "die zum Platz passt. Ein Word-Dokument für einen gemeinsamen Ordner ist ein guter Anfang."],
        ["Einzelheiten ausfüllen.", "Die meisten Arten brauchen wenige, manche keine."],
        ["Sagen, wohin es kommt", "und wer es betreut. Das liest, wer einen Alarm bekommt."],
        ["Prüfen und anlegen.", "Vorher wird nichts angelegt."],
        ["Platzieren,", "wie es der letzte Schritt sagt, und dann ausprobieren."],
      ],
      stuck: [
        "Eine Art fehlt? Ihre Console bietet sie nicht an, oder nur auf ihren eigenen Seiten.",
        "Keine Idee, wohin damit? Denken Sie an das, was jemand öffnet, der dort nicht sein sollte: Passwörter, Gehälter, Pläne.",
        "Sie können jederzeit zurückgehen. Was Sie ausgefüllt haben, bleibt.",
      ],
    },
    many: {
      name: "viele auf einmal",
      what: "Legt für jede Zeile einer Tabelle oder für jeden Namen einer Liste ein Canarytoken an. Sie sehen jede Zeile, bevor etwas angelegt wird.",
      does: [
        [
          "Zeilen holen:",
          "eine Tabelle wählen oder eine Liste von Namen einfügen. Eine Vorlage hat die richtigen Spalten.",
        ],
        ["Ausbessern, was markiert ist.", "Jede Zeile sagt, was mit ihr nicht stimmt."],
        ["Ordner wählen,", "wenn Dateien zu speichern sind."],
        ["Anlegen.", "Sie können anhalten und abbrechen; was angelegt ist, bleibt."],
        ["Ergebnis behalten:", "als Tabelle, oder gedruckt für die, die sie platzieren."],
      ],
      stuck: [
        "Eine Zeile braucht Aufmerksamkeit? Ihr Ergebnis sagt, warum. Bessern Sie sie aus und versuchen Sie es noch einmal: Nichts wird doppelt angelegt.",
        "Nestbox wurde mittendrin geschlossen? Kommen Sie hierher zurück, dann bietet es an weiterzumachen.",
      ],
    },
    settings: {
      name: "Einstellungen",
      what: "Ihre Consoles, wie Nestbox aussieht und spricht, und was es auf diesem Computer behält.",
      does: [
        ["Consoles betreuen:", "hinzufügen, umbenennen, wechseln, oder einer einen neuen API-Schlüssel geben."],
        ["Wählen:", "Farben, Textgröße und Sprache. Das Fenster folgt sofort."],
        ["Von neuen Alarmen erfahren,", "solange Nestbox offen ist."],
        ["Von neuen Versionen erfahren,", "wenn Ihr Nestbox von einem Ort kommt, der sie nennt."],
        ["Ordner wählen,", "in den gespeicherte Dateien zuerst kommen."],
        ["Abmelden", "von einer Console, oder alles von diesem Computer entfernen."],
      ],
      stuck: [
        "Jemand hilft Ihnen? „Diagnose kopieren“ zeigt, was dafür nötig ist, ohne API-Schlüssel und Notizen.",
        "API-Schlüssel sind im Passwortspeicher Ihres Systems und sonst nirgends.",
      ],
    },
    factories: {
      name: "Factorys",
      what: "Mit einer Factory legt ein Skript oder ein anderer Mensch Canarytokens in einem Flock an, ohne Ihren API-Schlüssel. Die meisten brauchen nie eine.",
      does: [
        ["Factory anlegen", "für einen Flock. Ihre Notiz sagt, wer sie benutzt."],
        ["Weitergeben:", "ihren Link für Menschen oder ihren Code für Skripte, auf einem Weg, dem Sie trauen."],
        ["Löschen,", "wenn niemand sie braucht oder ihr Code in falsche Hände kam. Was sie angelegt hat, bleibt."],
      ],
      stuck: [
        "Der Link ist nicht bekannt? Ihre Console nannte ihn nur einmal. Legen Sie eine neue Factory an, um einen neuen zu bekommen.",
      ],
    },
  },
};
