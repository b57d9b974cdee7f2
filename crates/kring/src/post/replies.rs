//! What somebody writes back: to which of our addresses, and without what they quote.

use mail_parser::Message;

/// A mail to an address of ours with a secret part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// The secret part.
    pub(crate) token: String,
    /// Who says to have written it.
    pub(crate) from: String,
    /// The number of the mail, to know it again.
    pub(crate) number: String,
    /// What they wrote, without what they quote.
    pub(crate) text: String,
}

/// Letters of the secret part: 160 bits as hexadecimal digits. More would not fit into the first part of an address.
pub(crate) const TOKEN: usize = 40;

/// The address that stands for a secret part: `kring@example.nl` becomes `kring+SECRET@example.nl`.
pub(crate) fn address(base: &str, token: &str) -> Option<String> {
    let (name, host) = base.split_once('@')?;
    Some(format!("{name}+{token}@{host}"))
}

/// Reads a reply; `None` for anything else, and for what a machine wrote: an answer that says that somebody is on holiday is none.
pub(super) fn reply(message: &Message<'_>) -> Option<Reply> {
    let says = |name: &'static str| message.header_raw(name).map(str::trim);
    let by_machine = says("Auto-Submitted").is_some_and(|said| !said.eq_ignore_ascii_case("no"))
        || says("X-Autoreply").is_some()
        || says("Precedence").is_some_and(|said| {
            ["bulk", "junk", "auto_reply"]
                .iter()
                .any(|word| said.eq_ignore_ascii_case(word))
        });
    if by_machine {
        return None;
    }
    let from = message.from()?.first()?.address()?.trim().to_lowercase();
    let given = [message.to(), message.cc()];
    let addresses = given.into_iter().flatten().flat_map(mail_parser::Address::iter);
    let mut names = addresses
        .filter_map(|one| one.address())
        .map(str::to_owned)
        .collect::<Vec<_>>();
    names.extend(
        ["Delivered-To", "X-Original-To"]
            .into_iter()
            .filter_map(says)
            .map(str::to_owned),
    );
    let token = names.iter().find_map(|name| token(name))?;
    Some(Reply {
        token,
        from,
        number: message.message_id().unwrap_or_default().to_owned(),
        text: unquoted(&message.body_text(0)?),
    })
}

fn token(address: &str) -> Option<String> {
    let (name, _) = address.trim().trim_matches(['<', '>']).split_once('@')?;
    let (_, token) = name.rsplit_once('+')?;
    let fits = token.len() == TOKEN && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| token.to_lowercase())
}

/// What somebody wrote themselves: everything before what they quote and before their signature.
pub(super) fn unquoted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let end = (0..lines.len())
        .find(|index| begins_quote(lines.get(*index..).unwrap_or_default()))
        .unwrap_or(lines.len());
    let own = lines.get(..end).unwrap_or_default();
    let own = own.iter().filter(|line| !line.starts_with('>'));
    own.copied().collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Whether the rest of a mail is quoted, or a signature.
fn begins_quote(rest: &[&str]) -> bool {
    let Some(line) = rest.first() else {
        return false;
    };
    let small = line.trim_start_matches(['-', '_', ' ', '*']).to_lowercase();
    // Mail programs break a long line in two: "Op ma 23 nov. 2026 om 10:00 schreef Kring" and "<kring@example.nl>:".
    let two = rest.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let is_intro = ["op ", "on ", "am "].iter().any(|word| small.starts_with(word))
        && [" schreef", " wrote:", " schrieb"]
            .iter()
            .any(|word| two.to_lowercase().contains(word))
        && (two.trim_end().ends_with(':') || line.ends_with(':'));
    let is_bar = line.len() >= 20 && line.chars().all(|letter| letter == '_');
    let is_head = ["van:", "from:"].iter().any(|word| small.starts_with(word))
        && rest.iter().skip(1).take(3).any(|next| {
            let next = next.trim_start_matches('*').to_lowercase();
            ["verzonden:", "sent:", "datum:", "date:", "aan:", "to:"]
                .iter()
                .any(|word| next.starts_with(word))
        });
    let is_original = [
        "oorspronkelijk bericht",
        "original message",
        "doorgestuurd bericht",
    ]
    .iter()
    .any(|word| small.starts_with(word))
        && line.starts_with('-');
    let all_quoted = line.starts_with('>')
        && rest
            .iter()
            .all(|line| line.starts_with('>') || line.trim().is_empty());
    *line == "--" || is_intro || is_bar || is_head || is_original || all_quoted
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    const SECRET: &str = "0123456789abcdef0123456789abcdef01234567";

    fn mail(to: &str, more: &str) -> String {
        format!(
            "From: Noor <Noor@voorbeeld.example>\nTo: Kring <{to}>\nMessage-ID: <1@x>\n{more}Subject: Re\n\nGoed idee.\n\n> Wat vinden jullie?\n"
        )
    }

    fn read(mail: &str) -> Option<Reply> {
        reply(&MessageParser::default().parse(mail.as_bytes())?)
    }

    #[test]
    fn a_reply_is_known_by_the_address_it_goes_to() {
        let to = address("kring@voorbeeld.example", SECRET).unwrap();
        let expected = Reply {
            token: SECRET.to_owned(),
            from: "noor@voorbeeld.example".to_owned(),
            number: "1@x".to_owned(),
            text: "Goed idee.".to_owned(),
        };
        assert_eq!(read(&mail(&to, "")), Some(expected.clone()));
        assert_eq!(read(&mail(&to.to_uppercase(), "")), Some(expected.clone()));
        let hidden = mail("lijst@voorbeeld.example", &format!("Delivered-To: {to}\n"));
        assert_eq!(read(&hidden), Some(expected));
        for other in [
            "kring@voorbeeld.example",
            "kring+abc@voorbeeld.example",
            "niemand",
        ] {
            assert_eq!(read(&mail(other, "")), None, "{other}");
        }
    }

    #[test]
    fn what_a_machine_wrote_is_no_reply() {
        let to = address("kring@voorbeeld.example", SECRET).unwrap();
        for head in [
            "Auto-Submitted: auto-replied\n",
            "Precedence: bulk\n",
            "X-Autoreply: yes\n",
        ] {
            assert_eq!(read(&mail(&to, head)), None, "{head}");
        }
        assert!(read(&mail(&to, "Auto-Submitted: no\n")).is_some());
    }

    #[test]
    fn what_is_quoted_and_signed_is_left_out() {
        for (whole, own) in [
            ("Ja.\n\nTwee alinea's.", "Ja.\n\nTwee alinea's."),
            (
                "Ja.\n\nOp ma 23 nov. 2026 om 10:00 schreef Kring <kring@x.example>:\n> Dag Noor",
                "Ja.",
            ),
            (
                "Ja.\n\nOp ma 23 nov. 2026 om 10:00 schreef Kring\n<kring@x.example>:\n\n> Dag",
                "Ja.",
            ),
            (
                "Yes.\n\nOn Mon, 23 Nov 2026 at 10:00, Kring <kring@x.example> wrote:\n> Dear",
                "Yes.",
            ),
            ("Ja.\n\n-----Oorspronkelijk bericht-----\nVan: Kring", "Ja."),
            ("Ja.\n________________________________\nVan: Kring", "Ja."),
            (
                "Ja.\n\nVan: Kring <kring@x.example>\nVerzonden: maandag\nAan: Noor",
                "Ja.",
            ),
            ("Ja.\n-- \nNoor, praktijk De Linde", "Ja."),
            ("> Wie weet dit?\n\nIk.\n\n> En dat?\n\nOok.", "Ik.\n\n\nOok."),
            (
                "Van: alles wat. Op tijd schreef ik dit",
                "Van: alles wat. Op tijd schreef ik dit",
            ),
            ("> alleen maar dit", ""),
        ] {
            assert_eq!(unquoted(whole), own, "{whole}");
        }
    }
}
