//! The page shell: everything around the content that is the same everywhere.

use maud::{DOCTYPE, Markup, html};

use crate::Language;

/// Light or dark, as the visitor chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All choices, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word used in forms, cookies and the `data-theme` attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads that word; `None` when it is another one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// One place in the trail from the start page to here.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// What the place is called.
    pub name: String,
    /// Where it is.
    pub href: String,
}

/// A page, ready to be wrapped in its shell.
pub struct Page {
    /// Language of the content.
    pub language: Language,
    /// The visitor's choice of light or dark.
    pub theme: Theme,
    /// Title of the window, without the name of the site.
    pub title: String,
    /// One sentence about the page for those who find it elsewhere.
    pub description: Option<String>,
    /// Addresses of style sheets.
    pub styles: Vec<String>,
    /// Addresses of script modules.
    pub scripts: Vec<String>,
    /// Address of the icon.
    pub favicon: String,
    /// Text of the link that jumps over the header.
    pub skip: String,
    /// Header with the way home and the choices.
    pub header: Markup,
    /// The trail from the start page to here; empty on the start page.
    pub trail: Markup,
    /// The content; it starts with the only `h1`.
    pub body: Markup,
    /// Footer.
    pub footer: Markup,
}

impl Page {
    /// The whole document.
    pub fn render(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(self.language) data-theme=(self.theme.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " · Kring" }
                    @if let Some(description) = &self.description {
                        meta name="description" content=(description);
                    }
                    link rel="icon" type="image/svg+xml" href=(self.favicon);
                    @for style in &self.styles {
                        link rel="stylesheet" href=(style);
                    }
                    @for script in &self.scripts {
                        script type="module" src=(script) {}
                    }
                }
                body {
                    a.skip href="#content" { (self.skip) }
                    header.site { (self.header) }
                    main #content tabindex="-1" { (self.trail) (self.body) }
                    footer.site { (self.footer) }
                }
            }
        }
    }
}
