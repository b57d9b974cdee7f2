//! From which network a request comes: coarse, and only for counting how often something is tried.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use crate::app::App;

/// A network, as text. An IPv4 network has 256 addresses; an IPv6 one is what a single house gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Network(pub(crate) String);

impl FromRequestParts<App> for Network {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let told = app.config.proxy_header.as_deref();
        let told = told.and_then(|name| nearest(&parts.headers, name));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = told.or_else(|| peer.map(|ConnectInfo(peer)| peer.ip()));
        Ok(Self(address.map_or_else(|| "unknown".to_owned(), network)))
    }
}

/// The last address in the header: our own proxy wrote it. What stands before it came with the request and may be invented.
fn nearest(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let net = Ipv4Addr::from_bits(address.to_bits() & (u32::MAX << 8));
            format!("{net}/24")
        }
        IpAddr::V6(address) => {
            let net = Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64));
            format!("{net}/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn neighbours_are_one_network() {
        for (address, expected) in [
            ("192.0.2.77", "192.0.2.0/24"),
            ("::ffff:192.0.2.1", "192.0.2.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ] {
            assert_eq!(network(address.parse().unwrap()), expected, "{address}");
        }
    }

    #[test]
    fn only_what_the_nearest_proxy_wrote_counts() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("198.51.100.1"));
        headers.append(
            "x-forwarded-for",
            HeaderValue::from_static("10.0.0.1, 203.0.113.9"),
        );
        let found = nearest(&headers, "x-forwarded-for");
        assert_eq!(found, Some("203.0.113.9".parse().unwrap()));
        headers.append("x-forwarded-for", HeaderValue::from_static("rubbish"));
        assert_eq!(nearest(&headers, "x-forwarded-for"), None);
    }
}
