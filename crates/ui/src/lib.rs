//! What people see: the page shell, components, the circle, and dates, numbers and lists as people write them.
//!
//! Functions here return maud [`Markup`](maud::Markup) and know nothing of Kring's data, its database or its words: texts
//! come in as arguments, in the language of the reader. Words live in `locales/` and are loaded by the application.
//! No function here writes inline style or script; the content security policy would refuse it.

mod circle;
mod components;
mod dial;
mod form;
mod icons;
mod language;
mod layout;
pub mod locale;
mod page;
mod person;
mod qr;

pub use circle::{CircleView, Link, circle};
pub use components::{Card, Tone, breadcrumbs, button, button_link, card, empty, facts, notice, tags};
pub use dial::{Dial, Segment, dial};
pub use form::{
    Choice, Field, Problems, box_name, boxes_field, check_field, choice_field, code_field, date_field,
    file_field, hidden, long_field, mail_field, number_field, radio_field, text_field, time_field,
};
pub use icons::{Icon, icon};
pub use language::Language;
pub use layout::Layout;
pub use page::{Crumb, Page, Theme};
pub use person::{Place, Seat, Voice, seat_mark};
pub use qr::qr;
