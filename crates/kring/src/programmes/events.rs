//! Open meetings as other machines read them: events of schema.org on the page, and a feed.

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde_json::{Value, json};
use ui::{Language, locale};

use super::Programme;
use crate::meetings::rules::free_places;
use crate::meetings::{Invitation, Meeting};

/// An open meeting with what people read before they decide to come.
pub(super) type Open<'m> = &'m (Meeting, Option<Invitation>);

/// The programme and its open meetings to come as JSON of schema.org, safe to stand inside a script element.
pub(super) fn structured(
    language: Language,
    address: &str,
    programme: &Programme,
    coming: &[Open<'_>],
) -> String {
    let page = page(address, programme);
    let organiser = json!({ "@type": "Organization", "name": programme.organisation });
    let whole = json!({
        "@type": "EventSeries",
        "@id": page,
        "url": page,
        "name": programme.name_in(language).text,
        "description": programme.goal_in(language).text,
        "inLanguage": programme.goal_in(language).language.code(),
        "startDate": programme.starts_on,
        "endDate": programme.ends_on,
        "organizer": organiser,
        "location": { "@type": "Place", "name": programme.region, "address": programme.region },
    });
    let events = coming
        .iter()
        .map(|(meeting, invitation)| event(language, address, programme, (meeting, invitation.as_ref())));
    let graph: Vec<Value> = [whole].into_iter().chain(events).collect();
    in_script(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// One open meeting as JSON of schema.org, safe to stand inside a script element.
pub(crate) fn event_markup(
    language: Language,
    address: &str,
    programme: &Programme,
    (meeting, invitation): (&Meeting, &Invitation),
) -> String {
    let mut event = event(language, address, programme, (meeting, Some(invitation)));
    if let Some(fields) = event.as_object_mut() {
        fields.insert("@context".to_owned(), json!("https://schema.org"));
    }
    in_script(&event)
}

/// In a script element only these signs could end it or begin a comment; inside a JSON string they mean the same written so.
fn in_script(json: &Value) -> String {
    json.to_string().replace('<', "\\u003c").replace('>', "\\u003e")
}

fn event(
    language: Language,
    address: &str,
    programme: &Programme,
    (meeting, invitation): (&Meeting, Option<&Invitation>),
) -> Value {
    let series = page(address, programme);
    let own = invitation.and_then(Invitation::page);
    let url = own.map_or_else(|| series.clone(), |own| format!("{address}{own}"));
    let (title, _) = invitation.map_or((meeting.title.as_str(), Language::Nl), |one| {
        one.title_in(language, &meeting.title)
    });
    let status = match meeting.state.as_str() {
        "cancelled" => "https://schema.org/EventCancelled",
        _ => "https://schema.org/EventScheduled",
    };
    json!({
        "@type": "Event",
        "url": url,
        "name": title,
        "description": invitation.map(|invitation| invitation.goal_in(language).0),
        "startDate": moment(meeting.starts()),
        "endDate": moment(meeting.ends()),
        "eventStatus": status,
        "eventAttendanceMode": attendance(meeting),
        "location": location(meeting, &url),
        "maximumAttendeeCapacity": invitation.and_then(|invitation| invitation.capacity),
        "remainingAttendeeCapacity": invitation.and_then(free_places),
        "organizer": { "@type": "Organization", "name": programme.organisation },
        "superEvent": { "@id": series },
    })
}

fn page(address: &str, programme: &Programme) -> String {
    match programme.front() {
        Some(front) => format!("{address}{front}"),
        None => format!("{address}/programmes/{}", programme.id),
    }
}

/// A moment with the difference to UTC that holds there then.
fn moment(at: Timestamp) -> String {
    locale::local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn attendance(meeting: &Meeting) -> &'static str {
    match (&meeting.place, &meeting.online) {
        (Some(_), Some(_)) => "https://schema.org/MixedEventAttendanceMode",
        (None, Some(_)) => "https://schema.org/OnlineEventAttendanceMode",
        _ => "https://schema.org/OfflineEventAttendanceMode",
    }
}

/// Where it is. The address of the video meeting is for who comes, so others learn the page instead.
fn location(meeting: &Meeting, page: &str) -> Value {
    match &meeting.place {
        Some(place) => json!({ "@type": "Place", "name": place, "address": place }),
        None => json!({ "@type": "VirtualLocation", "url": page }),
    }
}

/// The open meetings to come as an Atom feed, the one that was made known last first.
///
/// # Errors
/// Never in practice: the feed is written into memory.
pub(super) fn feed(
    language: Language,
    address: &str,
    programme: &Programme,
    coming: &[Open<'_>],
) -> anyhow::Result<String> {
    let page = page(address, programme);
    let own = format!("{page}/feed.atom");
    let published = |meeting: &Meeting| meeting.published_at.unwrap_or_default();
    let mut newest: Vec<Open<'_>> = coming.to_vec();
    newest.sort_by_key(|(meeting, _)| std::cmp::Reverse(published(meeting)));
    let updated = newest.first().map_or(0, |(meeting, _)| published(meeting));
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", language.code()),
    ];
    writer
        .create_element("feed")
        .with_attributes(attributes)
        .write_inner_content(|writer| {
            text(writer, "id", &page)?;
            text(writer, "title", programme.name_in(language).text)?;
            text(writer, "subtitle", programme.goal_in(language).text)?;
            text(writer, "updated", &rfc3339(updated))?;
            link(writer, "self", &own)?;
            link(writer, "alternate", &page)?;
            author(writer, &programme.organisation)?;
            newest
                .iter()
                .try_for_each(|open| entry(writer, language, (address, &page), open))
        })?;
    Ok(String::from_utf8(writer.into_inner())?)
}

type Xml = Writer<Vec<u8>>;

fn entry(
    writer: &mut Xml,
    language: Language,
    (address, page): (&str, &str),
    (meeting, invitation): Open<'_>,
) -> std::io::Result<()> {
    let own = invitation.as_ref().and_then(Invitation::page);
    let page = own.map_or_else(|| page.to_owned(), |own| format!("{address}{own}"));
    let title = invitation.as_ref().map_or(meeting.title.as_str(), |one| {
        one.title_in(language, &meeting.title).0
    });
    let when = format!(
        "{}, {}–{}",
        locale::date(language, meeting.starts()),
        locale::time(language, meeting.starts()),
        locale::time(language, meeting.ends())
    );
    let lines = [
        Some(when),
        meeting.place.clone(),
        invitation.as_ref().map(|one| one.goal_in(language).0.to_owned()),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    writer.create_element("entry").write_inner_content(|writer| {
        text(writer, "id", &format!("urn:uuid:{}", meeting.id))?;
        text(writer, "title", title)?;
        text(
            writer,
            "updated",
            &rfc3339(meeting.published_at.unwrap_or_default()),
        )?;
        link(writer, "alternate", &page)?;
        text(writer, "summary", &lines.join("\n"))
    })?;
    Ok(())
}

fn author(writer: &mut Xml, name: &str) -> std::io::Result<()> {
    let author = writer.create_element("author");
    author.write_inner_content(|writer| text(writer, "name", name))?;
    Ok(())
}

fn text(writer: &mut Xml, name: &str, content: &str) -> std::io::Result<()> {
    writer
        .create_element(name)
        .write_text_content(BytesText::new(content))?;
    Ok(())
}

fn link(writer: &mut Xml, relation: &str, to: &str) -> std::io::Result<()> {
    let link = writer.create_element("link");
    link.with_attributes([("rel", relation), ("href", to)])
        .write_empty()?;
    Ok(())
}

fn rfc3339(micros: i64) -> String {
    let at = Timestamp::from_microsecond(micros).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{OrganisationId, ProgrammeId};

    fn programme() -> Programme {
        let mut programme = Programme::blank(ProgrammeId("p".to_owned()), OrganisationId("o".to_owned()));
        "Leren & doen".clone_into(&mut programme.name);
        "</script><b>\"".clone_into(&mut programme.goal);
        programme.goal_en = Some("Learning".to_owned());
        "Regio".clone_into(&mut programme.organisation);
        programme.slug = Some("leren".to_owned());
        programme
    }

    fn meeting() -> (Meeting, Option<Invitation>) {
        let at = |text: &str| text.parse().unwrap();
        let mut meeting = Meeting::sample(at("2027-03-02T18:30:00Z"), at("2027-03-02T20:00:00Z"));
        "Eerste <open> avond".clone_into(&mut meeting.title);
        meeting.place = Some("De Linde".to_owned());
        meeting.online = Some("https://video.example/geheim".to_owned());
        (meeting, None)
    }

    #[test]
    fn nothing_in_it_ends_the_script_element() {
        let open = meeting();
        let text = structured(Language::Nl, "https://kring.example.nl", &programme(), &[&open]);
        assert!(!text.contains('<'), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["@graph"][0]["description"], "</script><b>\"");
        let event = &read["@graph"][1];
        assert_eq!(event["startDate"], "2027-03-02T19:30:00+01:00");
        assert_eq!(event["location"]["name"], "De Linde");
        assert!(!text.contains("geheim"), "the video meeting is for who comes");
    }

    #[test]
    fn a_feed_is_read_back_as_it_was_written() {
        let open = meeting();
        let text = feed(Language::En, "https://kring.example.nl", &programme(), &[&open]).unwrap();
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
         <id>https://kring.example.nl/p/leren</id>
         <title>Leren &amp; doen</title>
         <subtitle>Learning</subtitle>
         <updated>1970-01-01T00:00:00Z</updated>
         <link rel="self" href="https://kring.example.nl/p/leren/feed.atom"/>
         <link rel="alternate" href="https://kring.example.nl/p/leren"/>
         <author>
          <name>Regio</name>
         </author>
         <entry>
          <id>urn:uuid:meeting</id>
          <title>Eerste &lt;open&gt; avond</title>
          <updated>1970-01-01T00:00:00Z</updated>
          <link rel="alternate" href="https://kring.example.nl/p/leren"/>
          <summary>Tuesday, 2 March 2027, 19:30–21:00
        De Linde</summary>
         </entry>
        </feed>
        "#);
        assert!(!text.contains("geheim"));
    }
}
