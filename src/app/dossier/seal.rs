//! Sealing and opening, in the standard `age` format; the only file that names the crate.
//!
//! Promises:
//! - the passphrase seals a key of the dossier's own, slowly on purpose; that key seals the content, fast, at every answer;
//! - a new passphrase comes with a new key, so that an old copy opens nothing that is written later;
//! - a wrong passphrase costs as much as a right one, and nothing says how wrong it was.

use std::fmt;
use std::io::{Read, Write};
use std::str::FromStr;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::Identity;
use age::{DecryptError, Decryptor, Encryptor, Recipient, scrypt};
use zeroize::Zeroizing;

use crate::app::dossier::secret::Secret;

/// How much work a guess costs: two to this power rounds of scrypt, about a second and 256 MB.
pub const WORK_FACTOR: u8 = 18;
/// More work than this is not begun: a damaged or foreign file could ask for more memory than there is.
const MOST_WORK: u8 = 20;

/// Why a block was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// Another passphrase is needed.
    WrongPassphrase,
    /// This is not what was sealed.
    Damaged,
}

/// The key of a dossier, with the block in which it stands sealed.
pub struct Key {
    identity: Identity,
    block: String,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// Makes a new key and seals it with a passphrase.
    pub fn make(secret: &Secret, work: u8) -> Self {
        let identity = Identity::generate();
        let mut recipient = scrypt::Recipient::new(phrase(secret));
        recipient.set_work_factor(work);
        let text = identity.to_string();
        let line = Zeroizing::new(format!("{}\n", text.expose_secret()));
        let block = sealed(&recipient, line.as_bytes());
        Self { identity, block }
    }

    /// Opens a sealed key.
    pub fn open(block: &str, secret: &Secret) -> Result<Self, Shut> {
        let mut identity = scrypt::Identity::new(phrase(secret));
        identity.set_max_work_factor(MOST_WORK);
        let text = opened(&identity, block)?;
        let text = std::str::from_utf8(&text).map_err(|_| Shut::Damaged)?;
        let identity = Identity::from_str(text.trim()).map_err(|_| Shut::Damaged)?;
        Ok(Self {
            identity,
            block: block.to_owned(),
        })
    }

    /// The sealed key.
    pub fn block(&self) -> &str {
        &self.block
    }

    /// Seals content.
    pub fn seal(&self, content: &[u8]) -> String {
        sealed(&self.identity.to_public(), content)
    }

    /// Opens sealed content. Nothing is returned that was not sealed as a whole.
    pub fn unseal(&self, block: &str) -> Result<Zeroizing<Vec<u8>>, Shut> {
        // With this key in hand no passphrase is in question any more.
        opened(&self.identity, block).map_err(|_| Shut::Damaged)
    }
}

fn phrase(secret: &Secret) -> SecretString {
    SecretString::from(secret.text().to_owned())
}

fn sealed(recipient: &dyn Recipient, content: &[u8]) -> String {
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient))
        .expect("one recipient of a known sort is always accepted");
    let written = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)
        .and_then(|armor| encryptor.wrap_output(armor))
        .and_then(|mut writer| {
            writer.write_all(content)?;
            writer.finish()
        })
        .and_then(ArmoredWriter::finish)
        .expect("memory takes every write");
    let mut text = String::from_utf8(written).expect("armor is plain text");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn opened(identity: &dyn age::Identity, block: &str) -> Result<Zeroizing<Vec<u8>>, Shut> {
    let damaged = |_| Shut::Damaged;
    let decryptor = Decryptor::new_buffered(ArmoredReader::new(block.as_bytes()));
    let decryptor = decryptor.map_err(damaged)?;
    let mut reader = decryptor
        .decrypt(std::iter::once(identity))
        .map_err(|error| {
            // Every other reason is one of the file itself.
            if matches!(
                error,
                DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed
            ) {
                Shut::WrongPassphrase
            } else {
                Shut::Damaged
            }
        })?;
    // All at once: a vector that grows leaves copies of its beginning in memory.
    let mut content = Zeroizing::new(Vec::with_capacity(block.len()));
    reader
        .read_to_end(&mut content)
        .map_err(|_| Shut::Damaged)?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAST: u8 = 2;

    #[test]
    fn what_was_sealed_is_opened_with_the_passphrase_alone() {
        let secret = Secret::new("tuin beek");
        let key = Key::make(&secret, FAST);
        let block = key.seal("één antwoord".as_bytes());
        let again = Key::open(key.block(), &secret).expect("it opens");
        assert_eq!(
            again.unseal(&block).expect("it opens").as_slice(),
            "één antwoord".as_bytes()
        );
        assert!(matches!(
            Key::open(key.block(), &Secret::new("tuin beekje")),
            Err(Shut::WrongPassphrase)
        ));
        assert_eq!(
            Key::make(&secret, FAST).unseal(&block),
            Err(Shut::Damaged),
            "a new key opens nothing old, and the other way round"
        );
    }

    #[test]
    fn a_changed_block_is_never_opened() {
        let secret = Secret::new("tuin beek");
        let key = Key::make(&secret, FAST);
        let block = key.seal(b"een antwoord");
        for at in 0..block.len() {
            let mut bytes = block.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("plain letters");
            assert_eq!(key.unseal(&changed), Err(Shut::Damaged), "at {at}");
        }
        for at in 0..block.len().saturating_sub(1) {
            let cut: String = block.chars().take(at).collect();
            assert_eq!(key.unseal(&cut), Err(Shut::Damaged), "cut at {at}");
        }
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_not_begun() {
        let mut recipient = scrypt::Recipient::new(phrase(&Secret::new("a")));
        recipient.set_work_factor(FAST);
        let block = sealed(&recipient, b"x");
        let mut identity = scrypt::Identity::new(phrase(&Secret::new("a")));
        identity.set_max_work_factor(FAST - 1);
        assert_eq!(opened(&identity, &block), Err(Shut::Damaged));
    }
}
