//! HTML components and the page shell.
