//! Real HTTP to a server elsewhere, for clients that know only a router.

use std::error::Error;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::http::Uri;
use axum::http::header::HOST;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;

/// Hands every request over to this server, on a connection of its own. A server that is gone is answered with 502.
pub(crate) fn over_http(at: SocketAddr) -> Router {
    let forward = move |request| async move {
        forward(at, request)
            .await
            .map_err(|_gone| StatusCode::BAD_GATEWAY)
    };
    Router::new().fallback(forward)
}

async fn forward(at: SocketAddr, request: Request<Body>) -> Result<Response, Box<dyn Error + Send + Sync>> {
    let stream = TcpStream::connect(at).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends with the answer; what breaks it is seen where the answer is read.
    drop(tokio::spawn(connection));
    Ok(sender.send_request(request).await?.map(Body::new))
}

/// Hands every request over to this server on one connection, in HTTP/2, as a proxy does that knows the server.
pub(crate) async fn over_http2(at: SocketAddr) -> Router {
    let stream = TcpStream::connect(at).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream))
        .await
        .unwrap();
    drop(tokio::spawn(connection));
    let forward = move |mut request: Request<Body>| {
        let mut sender = sender.clone();
        async move {
            let host = request.headers_mut().remove(HOST).unwrap();
            let uri = Uri::builder()
                .scheme("http")
                .authority(host.as_bytes())
                .path_and_query(request.uri().path_and_query().unwrap().clone());
            *request.uri_mut() = uri.build().unwrap();
            let answer = sender.send_request(request).await;
            answer
                .map(|answer| answer.map(Body::new))
                .map_err(|_gone| StatusCode::BAD_GATEWAY)
        }
    };
    Router::new().fallback(forward)
}
