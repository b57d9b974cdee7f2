//! Small methods made for one test, where no real method shows a feature by itself.

use session::compile::compile;
use session::model::Method;
use session::script::Script;
use session::{Catalogue, Plan, read};

/// A text in both languages for inline methods.
pub(crate) const T: &str = r#"{ nl = "x", en = "x" }"#;

/// The source of a method with this head and these steps. `T` in it becomes a text in both languages.
pub(crate) fn source(head: &str, steps: &str) -> String {
    let text = format!(
        r#"
        id = "small"
        kind = "method"
        version = 3
        name = T
        summary = T
        purpose = T
        use_when = [T]
        avoid_when = [T]
        sources = ["Kring"]
        trust = "new"
        experience = "beginner"
        lead = "member"
        group = {{ min = 2, best = [3, 15], max = 40 }}
        {head}
        {steps}
        "#
    );
    let lines = text.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
    lines
        .replace("= T\n", &format!("= {T}\n"))
        .replace("= T,", &format!("= {T},"))
        .replace("= T }", &format!("= {T} }}"))
        .replace("[T]", &format!("[{T}]"))
}

/// A step with an id and more keys.
pub(crate) fn step(id: &str, keys: &str) -> String {
    format!("[[step]]\nid = \"{id}\"\ntitle = T\nkind = \"dialogue\"\nsay = T\n{keys}\n")
}

/// A small method.
#[track_caller]
pub(crate) fn method(head: &str, steps: &str) -> Method {
    let source = source(head, steps);
    match read::read(&source) {
        Ok(method) => method,
        Err(problems) => panic!("{problems:#?}\n{source}"),
    }
}

/// The script of one small method, with the modules of Kring at hand.
#[track_caller]
pub(crate) fn script(head: &str, steps: &str) -> Script {
    let catalogue = catalogue(head, steps);
    compile(&Plan::of_method("small"), &catalogue).expect("the small method can be worked out")
}

/// The catalogue of Kring with one small method in it.
#[track_caller]
pub(crate) fn catalogue(head: &str, steps: &str) -> Catalogue {
    let mut catalogue = crate::room::catalogue().clone();
    catalogue.insert(method(head, steps));
    catalogue
}
