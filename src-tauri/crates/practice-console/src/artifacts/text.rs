//! Files and snippets that are plain text.

use crate::token::Token;

const DIGITS: &[u8] = b"0123456789";

/// What AWS tools read as `~/.aws/credentials`.
pub(crate) fn credentials(token: &Token) -> String {
    format!(
        "[default]\naws_access_key_id = {}\naws_secret_access_key = {}\noutput = json\nregion = us-east-2\n",
        token.access_key_id(),
        token.secret_access_key()
    )
}

/// The script that sets a bucket up; it only prints here, so that running it by mistake does nothing.
pub(crate) fn s3_script(token: &Token, base: &str) -> String {
    let bucket = |name: &str| token.given.get(name).cloned().unwrap_or_default();
    format!(
        "#!/bin/sh\n# Sets up logging of a decoy bucket for Canarytoken {id}.\n# This script comes from a practice Console: it \
         prints what it would do and changes nothing.\nset -eu\nSOURCE_BUCKET='{source}'\nLOG_BUCKET='{log}'\nREPORT_TO='{url}'\n\
         echo \"Would log reads of $SOURCE_BUCKET to $LOG_BUCKET and report them to $REPORT_TO\"\n",
        id = token.id,
        source = bucket("s3_source_bucket"),
        log = bucket("s3_log_bucket"),
        url = token.url(base)
    )
}

/// A text for kinds that have no form of their own here.
pub(crate) fn plain(token: &Token, base: &str) -> String {
    format!(
        "Canarytoken {} ({})\n{}\n{}\n",
        token.id,
        token.kind,
        token.url(base),
        token.hostname()
    )
}

/// A small database dump; its last statement names the host in a comment.
pub(crate) fn sql_dump(token: &Token, base: &str) -> String {
    format!(
        "-- MySQL dump 10.13\nCREATE TABLE `customers` (`id` int NOT NULL, `name` varchar(80));\nINSERT INTO `customers` VALUES \
         (1,'A. Hassan'),(2,'J. Whitfield');\n-- practice Canarytoken {}: {}\n",
        token.id,
        token.url(base)
    )
}

/// A registry file with nothing but comments.
pub(crate) fn registry(token: &Token) -> String {
    let program = token.given.get("process_name").cloned().unwrap_or_default();
    format!(
        "Windows Registry Editor Version 5.00\r\n\r\n; practice Canarytoken for {program}\r\n; {}\r\n",
        token.hostname()
    )
}

/// The details of a card. Its number ends in a wrong check digit, so that no shop can charge it.
pub(crate) fn card(token: &Token) -> String {
    let mut number = format!("4{}", token.derived("card", DIGITS, 14));
    // Counted from the right end of the whole number, every second digit is doubled (Luhn).
    let sum: u32 = number
        .bytes()
        .enumerate()
        .map(|(at, digit)| match (u32::from(digit - b'0'), at % 2) {
            (digit, 0) if digit > 4 => digit * 2 - 9,
            (digit, 0) => digit * 2,
            (digit, _) => digit,
        })
        .sum();
    let right = (10 - sum % 10) % 10;
    number.push_str(&((right + 1) % 10).to_string());
    format!(
        "Number: {number}\nExpires: 12/2029\nSecurity code: {}\nPractice Canarytoken {}: no shop takes this card.\n",
        token.derived("cvc", DIGITS, 3),
        token.id
    )
}

/// A Slack key in the form that settings files have. Its letters are made up.
pub(crate) fn slack(token: &Token) -> String {
    format!(
        "# Practice Canarytoken {}: opens nothing\nSLACK_BOT_TOKEN=xoxp-{}-{}-{}\n",
        token.id,
        token.derived("slack-team", DIGITS, 12),
        token.derived("slack-user", DIGITS, 12),
        token.derived("slack-key", crate::token::HEX, 32)
    )
}

/// A WireGuard profile whose peer never resolves.
pub(crate) fn wireguard(token: &Token) -> String {
    // 32 bytes in base64: the last letter before the sign holds four bits of them and two zeros.
    let key = |salt: &str| {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let last = token.derived(&format!("{salt}-end"), b"AEIMQUYcgkosw048", 1);
        format!("{}{last}=", token.derived(salt, letters, 42))
    };
    format!(
        "[Interface]\nPrivateKey = {}\nAddress = 192.0.2.10/32\n\n[Peer]\nPublicKey = {}\nAllowedIPs = 192.0.2.0/24\nEndpoint = \
         {}:51820\n",
        key("wg-private"),
        key("wg-public"),
        token.hostname()
    )
}

/// A gzip file with one stored (uncompressed) block per 65,535 bytes.
pub(crate) fn gzip(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut pieces = data.chunks(65_535).peekable();
    while let Some(piece) = pieces.next() {
        let length = u16::try_from(piece.len()).unwrap_or(u16::MAX);
        out.push(u8::from(pieces.peek().is_none()));
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(piece);
    }
    out.extend_from_slice(&crc32(data).to_le_bytes());
    out.extend_from_slice(&u32::try_from(data.len() & 0xffff_ffff).unwrap_or(0).to_le_bytes());
    out
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

/// A ready snippet, `renders.<name>` of a token. `aws-id` starts with a new line and is indented, as a Console's is.
pub(crate) fn render(token: &Token, base: &str, name: &str) -> String {
    let url = token.url(base);
    match name {
        "aws-id" => format!(
            "\n        [default]\n        aws_access_key_id = {}\n        aws_secret_access_key = {}\n        output = json\n        \
             region = us-east-2\n        ",
            token.access_key_id(),
            token.secret_access_key()
        ),
        "cloned-web" => {
            let domain = token.given.get("cloned_web").cloned().unwrap_or_default();
            format!(
                "<script>\nif (document.domain != \"{domain}\" && document.domain != \"www.{domain}\") {{\n    var l = \
                 location.href;\n    var r = document.referrer;\n    var m = new Image();\n    m.src = \"{url}?l=\" + encodeURI(l) \
                 + \"&amp;r=\" + encodeURI(r);\n}}\n</script>"
            )
        }
        "apeeper" => format!(
            "#!/bin/sh\n# Startup script of a practice Console; it does nothing.\necho 'would report to {url}'\n"
        ),
        "svn" => format!("svn propset svn:externals \"extras {url}\" ."),
        "sql" => sql(token),
        "wg_conf" => wireguard(token),
        "credit-card" => card(token),
        "slack-api" => slack(token),
        "cloned-css" | "azure-entra-login" | "css" => format!("body {{ background: url('{url}') !important; }}"),
        _ => format!("{url}\n{}", token.hostname()),
    }
}

fn sql(token: &Token) -> String {
    let given = |name: &str, other: &str| {
        token
            .given
            .get(name)
            .filter(|v| !v.is_empty())
            .cloned()
            .unwrap_or_else(|| other.to_owned())
    };
    let host = token.hostname();
    match given("trigger_type", "SELECT").as_str() {
        "SELECT" => format!(
            "-- practice script, reports to {host}\nCREATE FUNCTION {}() RETURNS INT AS BEGIN RETURN 1 END;\nCREATE VIEW {} AS SELECT \
             1 AS id;\n",
            given("function_name", "audit_check"),
            given("view_name", "customers_all")
        ),
        change => format!(
            "-- practice script, reports to {host}\nCREATE TRIGGER {} ON {} AFTER {change} AS BEGIN SELECT 1 END;\n",
            given("trigger_name", "audit_trigger"),
            given("table_name", "customers")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crc_is_the_one_gzip_wants() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
