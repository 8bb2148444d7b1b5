//! What a test has a person say, in a few words.

use weegwijzer::core::answer::{Choice, Own};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;

pub(crate) fn pick(id: &str) -> Reply {
    Reply::Pick(ItemId::new(id))
}

pub(crate) fn items(ids: &[&str]) -> Reply {
    Reply::PickMany(ids.iter().map(|id| Choice::Item(ItemId::new(id))).collect())
}

/// A thing of one's own, beside all that is offered.
pub(crate) fn own(text: &str) -> Reply {
    Reply::PickMany(vec![Choice::Own(Own {
        key: 1,
        text: text.to_owned(),
    })])
}

pub(crate) fn form(fields: &[(&str, &str)]) -> Reply {
    let field = |(id, text): &(&str, &str)| ((*id).into(), (*text).to_owned());
    Reply::Form(fields.iter().map(field).collect())
}
