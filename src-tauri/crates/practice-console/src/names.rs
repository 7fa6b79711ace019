//! The host names of practice Canarytokens: a tiny name server over UDP on loopback, where looking one up sets it off.
//!
//! It reads one question (RFC 1035) and nothing else. Names below `practice.invalid` that hold a Canarytoken's id lead to 127.0.0.1;
//! all others do not exist. Nobody asks it by accident: its port is not the one that systems ask.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::UdpSocket;

use crate::server::Shared;

/// The domain of all practice names. `.invalid` never resolves anywhere else.
pub(crate) const DOMAIN: &str = "practice.invalid";

/// The fixed part of a message.
const HEAD: usize = 12;
const NO_ERROR: u8 = 0;
const FORMAT_ERROR: u8 = 1;
const NO_SUCH_NAME: u8 = 3;
const NOT_IMPLEMENTED: u8 = 4;
/// Records of type A, and questions for any type.
const TYPE_A: u16 = 1;
const TYPE_ANY: u16 = 255;

/// A port that is taken, and its address.
pub(crate) type Open = (UdpSocket, SocketAddr);

/// Takes the port on loopback; 0 takes any free one.
pub(crate) async fn open(port: u16) -> std::io::Result<Open> {
    let socket = UdpSocket::bind(("127.0.0.1", port)).await?;
    let address = socket.local_addr()?;
    Ok((socket, address))
}

/// Answers until the Console stops.
pub(crate) async fn serve(shared: Arc<Shared>, socket: UdpSocket) {
    let mut stop = shared.stopping();
    let mut message = [0; 1500];
    loop {
        let received = tokio::select! {
            received = socket.recv_from(&mut message) => received,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        let Ok((length, from)) = received else {
            // Some systems tell here that an earlier answer met a closed port.
            tokio::time::sleep(Duration::from_millis(5)).await;
            continue;
        };
        let known = |name: &str| shared.look_up(name);
        if let Some(answer) = answer(message.get(..length).unwrap_or_default(), known) {
            let _ = socket.send_to(&answer, from).await;
        }
    }
}

/// The answer to `message`; `None` where there is nobody to answer. `known` says whether a name is one of ours.
fn answer(message: &[u8], known: impl FnOnce(&str) -> bool) -> Option<Vec<u8>> {
    let head = message.get(..HEAD)?;
    let flags = head[2];
    // An answer is not answered: two servers would never stop.
    if flags & 0x80 != 0 {
        return None;
    }
    let refuse = |code| Some(reply(head, code, &[], None));
    if flags & 0x78 != 0 {
        return refuse(NOT_IMPLEMENTED);
    }
    let one_question = head[4..6] == [0, 1];
    let Some(question) = Question::read(message).filter(|_| one_question) else {
        return refuse(FORMAT_ERROR);
    };
    if !known(&question.name) {
        return Some(reply(head, NO_SUCH_NAME, question.bytes, None));
    }
    let address = matches!(question.kind, TYPE_A | TYPE_ANY).then_some([127, 0, 0, 1]);
    Some(reply(head, NO_ERROR, question.bytes, address))
}

fn reply(head: &[u8], code: u8, question: &[u8], address: Option<[u8; 4]>) -> Vec<u8> {
    let mut answer = head[..2].to_vec();
    // An answer, from whoever knows; recursion is wished for as it was in the question, and not offered.
    answer.extend([0x84 | (head[2] & 0x01), code]);
    answer.extend([
        0,
        u8::from(!question.is_empty()),
        0,
        u8::from(address.is_some()),
        0,
        0,
        0,
        0,
    ]);
    answer.extend(question);
    if let Some(address) = address {
        // The name of the question; type A; class IN; not to be remembered.
        answer.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4]);
        answer.extend(address);
    }
    answer
}

/// What is asked.
struct Question<'a> {
    /// In small letters: names are the same whatever their case.
    name: String,
    kind: u16,
    bytes: &'a [u8],
}

impl<'a> Question<'a> {
    fn read(message: &'a [u8]) -> Option<Self> {
        let mut at = HEAD;
        let mut labels = Vec::new();
        loop {
            let length = usize::from(*message.get(at)?);
            at += 1;
            match length {
                0 => break,
                // A question has nothing to point back to.
                64.. => return None,
                _ => labels.push(String::from_utf8_lossy(message.get(at..at + length)?).to_ascii_lowercase()),
            }
            at += length;
            if at - HEAD > 255 {
                return None;
            }
        }
        let rest = message.get(at..at + 4)?;
        Some(Self {
            name: labels.join("."),
            kind: u16::from_be_bytes([rest[0], rest[1]]),
            bytes: message.get(HEAD..at + 4)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(name: &str, kind: u16) -> Vec<u8> {
        let mut message = vec![0xab, 0xcd, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 0];
        for label in name.split('.') {
            message.push(u8::try_from(label.len()).unwrap_or(63));
            message.extend(label.bytes());
        }
        message.push(0);
        message.extend(kind.to_be_bytes());
        message.extend([0, 1]);
        message
    }

    #[test]
    fn a_name_of_ours_leads_to_this_computer_and_others_do_not_exist() {
        let asked = question("ABC.practice.invalid", TYPE_A);
        let mut heard = String::new();
        let told = answer(&asked, |name| {
            heard = name.to_owned();
            true
        });
        let told = told.unwrap_or_default();
        assert_eq!(heard, "abc.practice.invalid");
        assert_eq!(told[..12], [0xab, 0xcd, 0x85, 0, 0, 1, 0, 1, 0, 0, 0, 0]);
        assert_eq!(told[12..asked.len()], asked[12..], "the question as it was asked");
        assert!(told.ends_with(&[0, 0, 0, 0, 0, 4, 127, 0, 0, 1]));
        let told = answer(&asked, |_| false).unwrap_or_default();
        assert_eq!((told[3], told[7]), (NO_SUCH_NAME, 0));
        // It exists, and has no address of the newer kind.
        let told = answer(&question("abc.practice.invalid", 28), |_| true).unwrap_or_default();
        assert_eq!((told[3], told[7]), (NO_ERROR, 0));
    }

    #[test]
    fn what_is_no_question_is_refused_or_left_alone() {
        let asked = question("a.b", TYPE_A);
        let unasked = |_: &str| -> bool { panic!("nothing was asked") };
        assert_eq!(answer(&[], unasked), None);
        assert_eq!(answer(&asked[..11], unasked), None);
        let changed = |at: usize, value: u8| {
            let mut message = asked.clone();
            message[at] = value;
            answer(&message, unasked)
        };
        assert_eq!(changed(2, 0x80), None, "an answer");
        for (message, code) in [
            (changed(2, 0x28), NOT_IMPLEMENTED),
            (changed(5, 0), FORMAT_ERROR),
            (changed(5, 2), FORMAT_ERROR),
            (changed(12, 0xc0), FORMAT_ERROR),
            (changed(12, 63), FORMAT_ERROR),
            (answer(&asked[..asked.len() - 1], unasked), FORMAT_ERROR),
        ] {
            let message = message.unwrap_or_default();
            assert_eq!((message.len(), message[3]), (HEAD, code));
        }
    }

    #[test]
    fn no_bytes_whatever_bring_it_down() {
        let mut chance = fastrand::Rng::with_seed(7);
        let asked = question("abcdefghijklmnopqrstuvwxy.practice.invalid", TYPE_A);
        for _ in 0..200_000 {
            let mut message = if chance.bool() {
                asked.clone()
            } else {
                vec![0; chance.usize(..600)]
            };
            for _ in 0..chance.usize(..8) {
                if let Some(place) = (!message.is_empty()).then(|| chance.usize(..message.len())) {
                    message[place] = chance.u8(..);
                }
            }
            message.truncate(chance.usize(..=message.len()));
            let known = chance.bool();
            if let Some(told) = answer(&message, |_| known) {
                assert!(told.len() >= HEAD && told.len() <= message.len() + 16);
                assert_eq!(told[..2], message[..2]);
            }
        }
    }
}
