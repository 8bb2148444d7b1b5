//! Any bytes in place of a dossier, of its sealed blocks, and of what is in them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use weegwijzer::app::dossier::content::Content;
use weegwijzer::app::dossier::envelope::Envelope;
use weegwijzer::app::dossier::seal::Key;
use weegwijzer::app::dossier::secret::Secret;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(envelope) = Envelope::read(bytes) {
        if let Ok(key) = Key::open(&envelope.key, &Secret::new("tuin")) {
            let _ = key.unseal(&envelope.content);
        }
        let printed = envelope.print();
        assert_eq!(Envelope::read(printed.as_bytes()), Ok(envelope));
    }
    if let Ok(content) = Content::read(bytes) {
        assert_eq!(Content::read(&content.print()), Ok(content));
    }
});
