//! What the program is built from: few packages, none that reaches a network.

use crate::tidy::sources::read;

/// A limit that is raised only on purpose.
const MOST_PACKAGES: usize = 360;

/// Packages that open connections, or exist to do so.
const NETWORK: [&str; 30] = [
    "actix-web",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "minreq",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "webbrowser",
];
/// Named by the crate that reads key presses; it waits for the terminal with it, and opens no connection.
const WAITS_ONLY: [&str; 1] = ["mio"];

/// The names of all packages in the lock file.
pub(super) fn packages() -> Vec<String> {
    read("Cargo.lock")
        .lines()
        .filter_map(|line| line.strip_prefix("name = \""))
        .filter_map(|line| line.strip_suffix('"'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_program_is_built_from_few_packages() {
    let count = packages().len();
    assert!(
        count <= MOST_PACKAGES,
        "{count} packages, at most {MOST_PACKAGES}"
    );
}

#[test]
fn no_package_reaches_a_network() {
    let found: Vec<String> = packages()
        .into_iter()
        .filter(|name| NETWORK.contains(&name.as_str()) && !WAITS_ONLY.contains(&name.as_str()))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
