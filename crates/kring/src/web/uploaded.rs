//! A posted form with a file in it.

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;

use super::Posted;
use crate::app::App;
use crate::error::Answer;

/// A form that was posted as `multipart/form-data`, with at most one file. How large it may be is said by the route, with
/// `DefaultBodyLimit`.
#[derive(Debug, Default)]
pub(crate) struct Uploaded {
    /// The fields.
    pub(crate) posted: Posted,
    /// What is in the file; empty when none was chosen.
    pub(crate) file: Vec<u8>,
    /// What the browser calls the file; anybody can write anything there.
    pub(crate) file_name: String,
    /// The form was larger than the route allows: what came behind that point is missing.
    pub(crate) is_cut: bool,
}

impl FromRequest<App> for Uploaded {
    type Rejection = Answer;

    async fn from_request(request: Request, app: &App) -> Result<Self, Answer> {
        let mut form = Multipart::from_request(request, app)
            .await
            .map_err(|_unreadable| Answer::Unreadable)?;
        let (mut fields, mut file, mut file_name) = (Vec::new(), Vec::new(), String::new());
        let is_cut = match read(&mut form, (&mut fields, &mut file, &mut file_name)).await {
            Ok(()) => false,
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => true,
            Err(_unreadable) => return Err(Answer::Unreadable),
        };
        Ok(Self {
            posted: fields.into_iter().collect(),
            file,
            file_name,
            is_cut,
        })
    }
}

async fn read(
    form: &mut Multipart,
    (fields, file, file_name): (&mut Vec<(String, String)>, &mut Vec<u8>, &mut String),
) -> Result<(), MultipartError> {
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        if let Some(called) = field.file_name().map(str::to_owned) {
            *file_name = called;
            *file = field.bytes().await?.to_vec();
        } else {
            fields.push((name, field.text().await?));
        }
    }
    Ok(())
}
