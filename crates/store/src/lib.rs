//! One seam over SQLite and PostgreSQL.
