//! Rebuilds the program when a question file changes; the files are compiled in.

fn main() {
    println!("cargo::rerun-if-changed=questions");
}
