//! HTTP/1.1 as plainly as it goes: one connection, one request after the other, nothing between the load and the socket.

use std::net::SocketAddr;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection that stays open.
pub(super) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Reply {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

impl Wire {
    pub(super) async fn open(at: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(at).await.context("connecting")?;
        stream.set_nodelay(true).context("connecting")?;
        Ok(Self {
            stream,
            buffer: Vec::new(),
        })
    }

    /// Sends something that is not answered.
    pub(super) async fn say(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.stream.write_all(bytes).await.context("sending")
    }

    /// Sends a request and reads its whole answer.
    pub(super) async fn ask(&mut self, request: &[u8]) -> anyhow::Result<Reply> {
        self.stream.write_all(request).await.context("sending")?;
        self.buffer.clear();
        let end = loop {
            if let Some(end) = end_of_head(&self.buffer) {
                break end;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(self.buffer.get(..end).unwrap_or_default()).into_owned();
        let mut reply = Reply {
            status: head
                .get(9..12)
                .and_then(|digits| digits.parse().ok())
                .context("an answer without a status")?,
            head,
            body: Vec::new(),
        };
        let length = match reply.header("content-length") {
            Some(length) => end + length.parse::<usize>().context("a length that is no number")?,
            None if reply.header("transfer-encoding").is_some() => self.last_piece(end).await?,
            None => end,
        };
        while self.buffer.len() < length {
            self.more().await?;
        }
        reply.body = self.buffer.get(end..length).unwrap_or_default().to_vec();
        Ok(reply)
    }

    /// Where an answer in pieces ends: after an empty piece.
    async fn last_piece(&mut self, from: usize) -> anyhow::Result<usize> {
        let mut place = from;
        loop {
            let rest = self.buffer.get(place..).unwrap_or_default();
            if let Some(line) = rest.windows(2).position(|two| two == b"\r\n") {
                let size = String::from_utf8_lossy(rest.get(..line).unwrap_or_default()).into_owned();
                let size = usize::from_str_radix(&size, 16).context("a piece without a size")?;
                place += line + 2 + size + 2;
                if size == 0 {
                    return Ok(place);
                }
            } else {
                self.more().await?;
            }
        }
    }

    /// Sends a request whose answer does not end, and hands the connection over.
    pub(super) async fn begin(mut self, request: &[u8]) -> anyhow::Result<TcpStream> {
        self.stream.write_all(request).await.context("sending")?;
        Ok(self.stream)
    }

    async fn more(&mut self) -> anyhow::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await.context("reading")? {
            0 => bail!("the server hung up"),
            _ => Ok(()),
        }
    }
}

/// Where the head of an answer ends.
fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some(end + 4)
}

/// A request as a browser sends it. `form` makes it a post of our own page.
pub(super) fn request(at: SocketAddr, path: &str, cookie: &str, form: Option<&str>, more: &str) -> Vec<u8> {
    let method = if form.is_some() { "POST" } else { "GET" };
    let mut text = format!(
        "{method} {path} HTTP/1.1\r\nhost: {at}\r\norigin: http://{at}\r\nsec-fetch-site: same-origin\r\n\
         accept-language: nl\r\ncookie: {cookie}\r\n{more}"
    );
    if let Some(form) = form {
        text.push_str("content-type: application/x-www-form-urlencoded\r\ncontent-length: ");
        text.push_str(&form.len().to_string());
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.push_str(form.unwrap_or_default());
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_says_how_long_it_is_and_an_answer_is_read_by_its_head() {
        let at = SocketAddr::from(([127, 0, 0, 1], 80));
        let post = String::from_utf8(request(at, "/x", "kring=t", Some("a=1"), "")).unwrap();
        assert!(
            post.starts_with("POST /x HTTP/1.1\r\nhost: 127.0.0.1:80\r\n"),
            "{post}"
        );
        assert!(post.ends_with("content-length: 3\r\n\r\na=1"), "{post}");
        assert_eq!(end_of_head(b"HTTP/1.1 200 OK\r\n\r\nbody"), Some(19));
        assert_eq!(end_of_head(b"HTTP/1.1 200 OK\r\n"), None);
    }
}
