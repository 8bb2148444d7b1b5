//! How the kind of a question is kept with a guide: the row of the list of kinds that knows it writes it and takes it out.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::core::kinds::{KINDS, Kind};

#[expect(clippy::borrowed_box, reason = "whoever calls it lends the field")]
pub(super) fn serialize<S: Serializer>(kind: &Box<dyn Kind>, to: S) -> Result<S::Ok, S::Error> {
    kind.pack().serialize(to)
}

pub(super) fn deserialize<'de: 'static, D: Deserializer<'de>>(
    from: D,
) -> Result<Box<dyn Kind>, D::Error> {
    let (name, settings) = <(&str, &[u8])>::deserialize(from)?;
    let row = KINDS.iter().find(|row| row.name == name);
    let kind = row.and_then(|row| (row.unpack)(settings));
    kind.ok_or_else(|| D::Error::custom(""))
}
