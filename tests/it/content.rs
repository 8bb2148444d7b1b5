//! Every shipped guide, list, fact and language loads without a complaint.

use weegwijzer::content::library::Library;

#[test]
fn every_shipped_file_loads_without_a_complaint() {
    let library = Library::built_in();
    let mut complaints = Vec::new();
    for lang in library.langs() {
        let words = library.words(&lang).expect("the words of the program load");
        for id in library.guides() {
            let list = match library.guide(&id, &lang) {
                Ok(loaded) => loaded.wording,
                Err(found) => found,
            };
            for diagnostic in list.sorted() {
                let (says, fix) = words.diagnosis.say(diagnostic);
                complaints.push(format!(
                    "{lang} {} {:?} {says} {fix} {:?}",
                    diagnostic.place, diagnostic.code, diagnostic.values
                ));
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "{} complaints:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}
