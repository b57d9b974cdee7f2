//! Style sheets, scripts and pictures, carried inside the program.
//!
//! Their address contains a hash of their content, so a browser may keep them for ever and never shows an old one.

use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::error::Answer;

/// One file, made by `build.rs`.
struct Asset {
    name: &'static str,
    path: &'static str,
    etag: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
}

const ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of an asset by its file name; a name that does not exist leads to a 404, which a test on the pages catches.
pub(crate) fn asset(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or("/assets/unknown", |asset| asset.path)
}

pub(super) fn routes() -> Router<App> {
    Router::new().route("/assets/{file}", get(serve))
}

async fn serve(Path(file): Path<String>, request: HeaderMap) -> Result<Response, Answer> {
    let known = |asset: &&Asset| asset.path.strip_prefix("/assets/") == Some(file.as_str());
    let asset = ASSETS.iter().find(known).ok_or(Answer::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
        (header::ETAG, HeaderValue::from_static(asset.etag)),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    if has(&request, header::IF_NONE_MATCH, asset.etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    if has(&request, header::ACCEPT_ENCODING, "gzip") {
        let packed = [(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))];
        return Ok((headers, packed, Bytes::from_static(asset.gzip)).into_response());
    }
    Ok((headers, Bytes::from_static(asset.plain)).into_response())
}

/// Whether a header names this among its comma-separated values.
fn has(headers: &HeaderMap, name: header::HeaderName, wanted: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| {
            value
                .split(';')
                .next()
                .is_some_and(|value| value.trim().trim_start_matches("W/") == wanted)
        })
}
