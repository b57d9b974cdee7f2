//! A few line icons, drawn for Kring. They always stand beside words, so a screen reader skips them.

use maud::{Markup, html};

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A triangle with a mark: look here.
    Alert,
    /// A tick.
    Check,
    /// A clock.
    Clock,
    /// An ear: listening.
    Ear,
    /// An eye: who sees it.
    Eye,
    /// A closed eye: nobody sees it yet.
    Hidden,
    /// The letter i.
    Info,
    /// A lock: only for yourself.
    Lock,
    /// A pencil: writing.
    Pencil,
    /// People.
    People,
    /// A pin on a map: where.
    Place,
    /// A printer.
    Printer,
    /// A speech bubble.
    Speech,
    /// Two hands, as a heart: trust.
    Trust,
}

/// The icon as SVG in the colour of the text around it.
pub fn icon(which: Icon) -> Markup {
    let path = match which {
        Icon::Alert => "M12 4 2.8 20h18.4ZM12 10v4.5M12 17.3v.2",
        Icon::Check => "M4.5 12.5 10 18 19.5 7",
        Icon::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3.2 2.2",
        Icon::Ear => {
            "M7 10a5 5 0 1 1 9.3 2.6c-.9 1.4-2.3 2-2.3 4a3 3 0 0 1-5.6 1.5M10 10.5a2 2 0 1 1 3.6 1.2c-.7.9-1.6 1.3-1.6 2.3"
        }
        Icon::Eye => {
            "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4Z"
        }
        Icon::Hidden => "M3 10.5S6.5 16 12 16s9-5.5 9-5.5M12 16v3.2M6.6 14.4l-1.8 2.6M17.4 14.4l1.8 2.6",
        Icon::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.7v.2",
        Icon::Lock => "M6 11h12v8.5H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        Icon::Pencil => "M4 20l1.2-4.6L16 4.6 19.4 8 8.6 18.8ZM13.5 7.1l3.4 3.4",
        Icon::People => {
            "M9 11a3.3 3.3 0 1 0 0-6.6A3.3 3.3 0 0 0 9 11ZM2.8 19.5c.3-3.4 2.8-5.6 6.2-5.6s5.9 2.2 6.2 5.6M15.3 4.8a3.3 3.3 0 0 1 0 5.9M17.4 14.2c2.2.7 3.6 2.6 3.8 5.3"
        }
        Icon::Place => {
            "M12 20.5s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11ZM12 7.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z"
        }
        Icon::Printer => "M7 8V3.5h10V8M7 16.5H4V8.5h16v8h-3M7 13.5h10v7H7Z",
        Icon::Speech => "M4 5h16v11H11l-4.5 4v-4H4Z",
        Icon::Trust => {
            "M12 19.5S3.5 14.6 3.5 8.9A4.4 4.4 0 0 1 12 7.4a4.4 4.4 0 0 1 8.5 1.5C20.5 14.6 12 19.5 12 19.5Z"
        }
    };
    html! {
        svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(path) {} }
    }
}
