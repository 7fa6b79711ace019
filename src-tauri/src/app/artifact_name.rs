//! Names for files that a Console makes: what the Console suggests, made harmless, with the extension of the kind; or a
//! believable one where the Console has nothing better than an id.

use super::catalogue::{Artifact, Magic};

/// Most characters a name has, extension included.
pub const MAX_CHARS: usize = 120;
/// Most bytes it has in UTF-8: file systems allow 255, and a temporary file beside it needs a few more.
const MAX_BYTES: usize = 230;
/// The name where nothing else is left.
const FALLBACK: &str = "Canarytoken";
/// Extensions that are taken off before the kind's own is put on. Others may be part of a name, as in "Plan 1.2".
const KNOWN_EXTENSIONS: [&str; 34] = [
    "doc", "docx", "docm", "dot", "dotx", "dotm", "xls", "xlsx", "xlsm", "xlsb", "xlt", "ppt", "pptx", "pdf", "png",
    "jpg", "jpeg", "gif", "svg", "zip", "gz", "sql", "txt", "conf", "reg", "pem", "exe", "scr", "bat", "cmd", "js",
    "vbs", "lnk", "html",
];
/// Extensions that run when double-clicked, and that a text file of a Console never needs.
const RUNNING_EXTENSIONS: [&str; 16] = [
    "exe", "com", "scr", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "url", "desktop", "msi",
];

/// The name in a `Content-Disposition` header (RFC 6266), as the Console wrote it: `filename*` before `filename`. Still to be made harmless.
pub fn from_disposition(header: &str) -> Option<String> {
    let mut plain = None;
    let mut extended = None;
    for (name, value) in parameters(header) {
        match name.as_str() {
            "filename*" if extended.is_none() => extended = decode_extended(&value),
            "filename" if plain.is_none() => plain = Some(value),
            _ => {}
        }
    }
    extended.or(plain).filter(|name| !name.trim().is_empty())
}

/// What to suggest for the file of a Canarytoken. `told` is the name that the Console gave, if any; a name that is only the
/// Canarytoken's id, or none, gives way to the kind's first believable name.
pub fn suggested(artifact: &Artifact, told: Option<&str>, token_id: &str) -> String {
    let told = told.map(harmless).filter(|name| says_something(name, token_id));
    match told {
        Some(name) => locked(&name, artifact),
        None => believable(artifact),
    }
}

/// The kind's first believable name, with its extension.
pub fn believable(artifact: &Artifact) -> String {
    locked(artifact.names.first().map_or(FALLBACK, String::as_str), artifact)
}

/// `name` made harmless and with the extension of the kind, whatever it had: `Budget.xls` becomes `Budget.xlsx`.
pub fn locked(name: &str, artifact: &Artifact) -> String {
    let extension = artifact.extension.as_str();
    if extension.is_empty() {
        return unlocked(&harmless(name), artifact.magic);
    }
    // Twice: hidden characters may have kept an extension from being known.
    let stem = harmless(without_extensions(&harmless(without_extensions(name))));
    let stem = match stem.as_str() {
        "" => artifact.names.first().map_or(FALLBACK, String::as_str),
        stem => stem,
    };
    format!("{}.{extension}", shortened(stem, extension.len() + 1))
}

/// A name for a kind whose extension is the Console's choice. A text must not turn into a program that way.
fn unlocked(name: &str, magic: Magic) -> String {
    let runs = |extension: &str| RUNNING_EXTENSIONS.contains(&extension.to_lowercase().as_str());
    let name = if name.is_empty() { FALLBACK } else { name };
    match name.rsplit_once('.') {
        Some((_, extension)) if magic == Magic::Text && runs(extension) => format!("{}.txt", shortened(name, 4)),
        Some((stem, extension)) if extension.len() <= 10 && !stem.is_empty() => {
            format!("{}.{extension}", shortened(stem, extension.len() + 1))
        }
        _ => shortened(name, 0),
    }
}

/// Does a suggested name tell more than the Canarytoken's id?
fn says_something(name: &str, token_id: &str) -> bool {
    let stem = without_extensions(name).trim();
    let id = !token_id.is_empty() && stem.to_lowercase().contains(&token_id.to_lowercase());
    !stem.is_empty() && !id && !["download", "file", "token", "canarytoken"].contains(&stem.to_lowercase().as_str())
}

/// A base name without anything that hides, reorders, leads elsewhere or means something to Windows. May be empty.
pub fn harmless(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible = base.chars().filter(|c| !is_hidden(*c)).map(|c| match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let visible: String = visible.collect();
    let one_spaced = visible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let trimmed = one_spaced.trim_matches([' ', '.']);
    if is_reserved(trimmed) {
        format!("_{trimmed}")
    } else {
        trimmed.to_owned()
    }
}

/// Names that Windows keeps for devices, whatever extension follows.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_uppercase();
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"].contains(&stem.as_str()) {
        return true;
    }
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    numbered.is_some_and(|rest| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    })
}

/// Characters that cannot be seen, or turn the writing direction round.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// `name` without the extensions everybody knows, however many there are.
fn without_extensions(name: &str) -> &str {
    let mut stem = name;
    while let Some((before, extension)) = stem.rsplit_once('.') {
        if !KNOWN_EXTENSIONS.contains(&extension.trim().to_lowercase().as_str()) {
            break;
        }
        stem = before;
    }
    stem
}

/// As much of `stem` as leaves room for `room` bytes of extension, without an end that Windows would cut off.
fn shortened(stem: &str, room: usize) -> String {
    let mut kept = String::new();
    for c in stem.chars().take(MAX_CHARS.saturating_sub(room)) {
        if kept.len() + c.len_utf8() + room > MAX_BYTES {
            break;
        }
        kept.push(c);
    }
    kept.trim_end_matches([' ', '.']).to_owned()
}

/// The parameters of a header, names in small letters, quotes and escapes undone. Consoles often leave out the quotes, spaces or not.
fn parameters(header: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut parts = Vec::new();
    let (mut part, mut quoted, mut escaped) = (String::new(), false, false);
    for c in header.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    parts.push(part);
    for part in parts {
        if let Some((name, value)) = part.split_once('=') {
            found.push((name.trim().to_lowercase(), unquoted(value.trim())));
        }
    }
    found
}

fn unquoted(value: &str) -> String {
    let Some(inside) = value.strip_prefix('"') else {
        return value.to_owned();
    };
    let mut text = String::new();
    let mut letters = inside.strip_suffix('"').unwrap_or(inside).chars();
    while let Some(c) = letters.next() {
        text.extend(if c == '\\' { letters.next() } else { Some(c) });
    }
    text
}

/// `UTF-8'en'na%C3%AFve.docx` (RFC 8187), also in ISO-8859-1; `None` when it is neither.
fn decode_extended(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = percent_decoded(text)?;
    match charset.to_lowercase().as_str() {
        "utf-8" => String::from_utf8(bytes).ok(),
        "iso-8859-1" => Some(bytes.into_iter().map(char::from).collect()),
        _ => None,
    }
}

fn percent_decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?].map(|digit| char::from(digit).to_digit(16));
            bytes.push(u8::try_from(digits[0]? * 16 + digits[1]?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    fn artifact(extension: &str, magic: Magic) -> Artifact {
        Artifact {
            extension: extension.into(),
            label: "File".into(),
            names: vec!["Pay review 2026".into()],
            magic,
        }
    }

    fn word() -> Artifact {
        artifact("docx", Magic::Zip)
    }

    #[test]
    fn headers_are_read_as_consoles_write_them() {
        let cases = [
            ("attachment; filename=abc.docx", Some("abc.docx")),
            (
                "attachment; filename=Pay review 2026.docx",
                Some("Pay review 2026.docx"),
            ),
            (
                "attachment; filename=\"a;b \\\"c\\\".docx\"; x=1",
                Some("a;b \"c\".docx"),
            ),
            (
                "attachment; FileName*=UTF-8''Geh%C3%A4lter.xlsx; filename=x.xlsx",
                Some("Gehälter.xlsx"),
            ),
            (
                "attachment; filename=x.pdf; filename*=iso-8859-1'en'%A3%20rates.pdf",
                Some("£ rates.pdf"),
            ),
            ("attachment; filename=x.pdf; filename*=UTF-8''%FF%FE.pdf", Some("x.pdf")),
            ("attachment; filename=x.pdf; filename*=UTF-8''%C3", Some("x.pdf")),
            ("attachment; filename=x.pdf; filename*=koi8-r''%C3", Some("x.pdf")),
            ("attachment; filename=\"open.pdf", Some("open.pdf")),
            ("attachment; filename=", None),
            ("attachment", None),
            ("", None),
        ];
        for (header, name) in cases {
            assert_eq!(from_disposition(header).as_deref(), name, "{header}");
        }
    }

    #[test]
    fn the_extension_of_the_kind_is_locked() {
        let cases = [
            ("Budget.doc", "Budget.docx"),
            ("Budget.DOCX", "Budget.docx"),
            ("Budget", "Budget.docx"),
            ("Plan 1.2", "Plan 1.2.docx"),
            ("evil.docx.exe", "evil.docx"),
            ("evil.exe.docx", "evil.docx"),
            ("", "Pay review 2026.docx"),
            (".docx", "Pay review 2026.docx"),
            ("a.do\u{200b}c", "a.docx"),
            ("..", "Pay review 2026.docx"),
            ("a.docx.", "a.docx"),
        ];
        for (name, expected) in cases {
            assert_eq!(locked(name, &word()), expected, "{name}");
        }
        assert_eq!(locked("a.sql", &artifact("sql.gz", Magic::Gzip)), "a.sql.gz");
    }

    #[test]
    fn names_are_made_harmless() {
        let cases = [
            ("../../etc/passwd", "passwd.docx"),
            ("C:\\Users\\a\\b.docx", "b.docx"),
            ("a\u{202e}xcod.exe", "axcod.docx"),
            ("pay\u{200b}roll\r\n.docx", "payroll.docx"),
            ("NUL", "_NUL.docx"),
            ("com1.report.docx", "_com1.report.docx"),
            ("LPT³.docx", "_LPT³.docx"),
            ("Console.docx", "Console.docx"),
            ("what? a <b>.docx", "what- a -b-.docx"),
            ("  many   spaces\u{a0}. .docx", "many spaces.docx"),
        ];
        for (name, expected) in cases {
            assert_eq!(locked(name, &word()), expected, "{name:?}");
        }
    }

    #[test]
    fn a_name_that_is_only_an_id_gives_way_to_a_believable_one() {
        let id = "k3vq0xw7m2t9b5rj8hd1zc64p";
        assert_eq!(suggested(&word(), None, id), "Pay review 2026.docx");
        assert_eq!(
            suggested(&word(), Some(&format!("{id}.docx")), id),
            "Pay review 2026.docx"
        );
        assert_eq!(suggested(&word(), Some("download"), id), "Pay review 2026.docx");
        assert_eq!(suggested(&word(), Some("Report.docm"), id), "Report.docx");
    }

    #[test]
    fn where_the_console_chooses_the_extension_a_text_never_becomes_a_program() {
        let text = artifact("", Magic::Text);
        assert_eq!(locked("credentials", &text), "credentials");
        assert_eq!(locked("setup.sh", &text), "setup.sh");
        assert_eq!(locked("setup.sh.LNK", &text), "setup.sh.LNK.txt");
        assert_eq!(locked("tool.exe", &artifact("", Magic::Any)), "tool.exe");
    }

    proptest! {
        #[test]
        fn whatever_a_console_suggests_the_name_is_harmless(told in any::<String>(), header in "\\PC{0,200}", extension in "(docx|sql\\.gz|)") {
            for told in [told, from_disposition(&header).unwrap_or_default(), from_disposition(&format!("a; filename*=UTF-8''{header}")).unwrap_or_default()] {
                let made = suggested(&artifact(&extension, Magic::Text), Some(&told), "someid");
                prop_assert!(!made.is_empty() && made.chars().count() <= MAX_CHARS && made.len() <= 255, "{made:?}");
                prop_assert!(!made.chars().any(|c| is_hidden(c) || "/\\<>:\"|?*".contains(c)), "{made:?}");
                prop_assert!(!made.starts_with('.') && !made.ends_with(['.', ' ']) && !is_reserved(&made), "{made:?}");
                prop_assert!(extension.is_empty() || made.ends_with(&format!(".{extension}")), "{made:?}");
            }
        }

        #[test]
        fn a_harmless_name_stays_as_it_is(name in "[A-Za-z0-9äöü][A-Za-z0-9äöü _-]{0,60}[A-Za-z0-9äöü]") {
            prop_assume!(!name.contains("  ") && !is_reserved(&name));
            prop_assert_eq!(locked(&name, &word()), format!("{name}.docx"));
        }

        #[test]
        fn long_names_are_cut_in_any_script(name in "\\PC{100,400}") {
            let made = locked(&name, &word());
            prop_assert!(made.chars().count() <= MAX_CHARS && made.ends_with(".docx"));
        }
    }
}
