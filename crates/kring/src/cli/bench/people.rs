//! People of the load: they sign in, come in, and find the form of their step, as a browser would.

use std::net::SocketAddr;
use std::rc::Rc;

use anyhow::{Context as _, ensure};
use tokio::task::JoinSet;

use super::wire::{Reply, Wire, request};
use super::world::Room;

/// Somebody signed in.
#[derive(Clone, Debug)]
pub(super) struct Guest {
    /// Their room, by number.
    pub(super) room: usize,
    /// The path of their room.
    pub(super) path: Rc<str>,
    pub(super) cookie: String,
    /// What a form of theirs for a text sends besides the text and the key; `None` for who writes nothing in this step.
    pub(super) form: Option<String>,
}

/// Rooms that are set up at the same time.
const AT_ONCE: usize = 32;

/// Everybody signs in and comes in; the meetings go on to the step in which people write.
pub(super) async fn come_in(at: SocketAddr, rooms: Vec<Room>) -> anyhow::Result<Vec<Guest>> {
    let mut guests = Vec::new();
    let mut under_way = JoinSet::new();
    for (number, room) in rooms.into_iter().enumerate() {
        if under_way.len() >= AT_ONCE
            && let Some(done) = under_way.join_next().await
        {
            guests.extend(done.context("setting a room up")??);
        }
        under_way.spawn_local(set_up(at, number, room));
    }
    while let Some(done) = under_way.join_next().await {
        guests.extend(done.context("setting a room up")??);
    }
    guests.sort_by_key(|guest| guest.room);
    Ok(guests)
}

async fn set_up(at: SocketAddr, number: usize, room: Room) -> anyhow::Result<Vec<Guest>> {
    let mut wire = Wire::open(at).await?;
    let path: Rc<str> = format!("/room/{}", room.meeting).into();
    let mut guests = Vec::new();
    for (seat, link) in room.links.iter().enumerate() {
        let person = number * room.links.len() + seat;
        let from = format!(
            "x-forwarded-for: 10.{}.{}.1\r\n",
            person / 256 % 256,
            person % 256
        );
        let signed_in = wire.ask(&request(at, link, "", Some(""), &from)).await?;
        let cookie = signed_in
            .header("set-cookie")
            .and_then(|set| set.split(';').next());
        let guest = Guest {
            room: number,
            path: Rc::clone(&path),
            cookie: cookie.context("no cookie")?.to_owned(),
            form: None,
        };
        let door = if seat == 0 { "opening" } else { "seat" };
        post(&mut wire, at, &guest, door, "").await?;
        guests.push(guest);
    }
    if let Some(lead) = guests.first().cloned() {
        for step in ["begin", "next"] {
            let form = format!("do={step}&key={step}");
            post(&mut wire, at, &lead, "commands", &form).await?;
        }
    }
    // Whoever leads has a form for typing on behalf of others and writes nothing of their own.
    for guest in guests.iter_mut().skip(1) {
        let page = wire.ask(&request(at, &path, &guest.cookie, None, "")).await?;
        guest.form = form_on(&String::from_utf8_lossy(&page.body));
    }
    Ok(guests)
}

async fn post(wire: &mut Wire, at: SocketAddr, guest: &Guest, to: &str, form: &str) -> anyhow::Result<Reply> {
    let path = format!("{}/{to}", guest.path);
    let reply = wire
        .ask(&request(at, &path, &guest.cookie, Some(form), ""))
        .await?;
    ensure!(reply.status == 303, "{to} was answered with {}", reply.status);
    Ok(reply)
}

/// The fields of the form for a text, as they stand on a page.
fn form_on(page: &str) -> Option<String> {
    let (_, form) = page.split_once("name=\"do\" value=\"add\"")?;
    let value = |name: &str| {
        let (_, rest) = form.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split('"').next()
    };
    Some(format!(
        "do=add&input={}&visit={}",
        value("input")?,
        value("visit")?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_read_from_the_page() {
        let page = r#"<form><input type="hidden" name="do" value="ready"></form><form><input name="key" value="k"><input name="do" value="add"><input name="input" value="2"><input name="visit" value="1">"#;
        assert_eq!(form_on(page).as_deref(), Some("do=add&input=2&visit=1"));
        assert_eq!(form_on("<p>"), None);
    }
}
