//! Documents and their writers. Pure.
