//! One question of each shape, small.

use crate::core::answer::Pole;
use crate::core::ask::{Ask, CompareColumn, Field, FieldAsk, GridColumn, Offer, WeighItem};
use crate::core::ids::{FieldId, ItemId};
use crate::core::phrase::Phrase;

pub(super) fn offers(count: usize) -> Vec<Offer> {
    (1..=count)
        .map(|number| {
            let id = format!("i{number}");
            Offer::plain(ItemId::new(&id), Phrase::text(&format!("Item {number}")))
        })
        .collect()
}

pub(super) fn pick() -> Ask {
    Ask::Pick { offers: offers(3) }
}

pub(super) fn pick_many() -> Ask {
    Ask::PickMany {
        offers: offers(30),
        own: true,
        at_most: Some(3),
    }
}

pub(super) fn scale() -> Ask {
    Ask::Scale {
        lowest: 0,
        highest: 10,
        low: "none".into(),
        high: "all".into(),
        poles: false,
    }
}

pub(super) fn slider() -> Ask {
    Ask::Scale {
        lowest: -3,
        highest: 3,
        low: "calm".into(),
        high: "help".into(),
        poles: true,
    }
}

pub(super) fn rank() -> Ask {
    Ask::Rank {
        offers: offers(5),
        top: 3,
    }
}

pub(super) fn weigh() -> Ask {
    let item = |id: &str, column: &str, pole| WeighItem {
        id: ItemId::new(id),
        label: Phrase::text(id),
        column: ItemId::new(column),
        pole,
    };
    Ask::Weigh {
        columns: ["tell", "silent"]
            .map(|id| Offer::plain(ItemId::new(id), Phrase::text(id)))
            .to_vec(),
        items: vec![
            item("a", "tell", Pole::For),
            item("b", "tell", Pole::For),
            item("c", "tell", Pole::Against),
            item("d", "silent", Pole::For),
            item("e", "silent", Pole::Against),
        ],
        own: true,
        first: 1,
    }
}

pub(super) fn form() -> Ask {
    let field = |id: &str, ask, copy: Option<&str>| Field {
        id: FieldId::new(id),
        label: Phrase::text(id),
        ask,
        example: copy.map(Into::into),
        copy: copy.map(Into::into),
        general: None,
    };
    Ask::Form {
        fields: vec![
            field("who", FieldAsk::Line, Some("from [begin] to [end]")),
            field("day", FieldAsk::Day, None),
            field("where", FieldAsk::Pick(offers(2)), None),
        ],
    }
}

pub(super) fn grid(own: bool) -> Ask {
    let column = |id: &str| GridColumn {
        id: ItemId::new(id),
        label: id.into(),
        offers: offers(2),
    };
    Ask::Grid {
        rows: ["r1", "r2"]
            .map(|id| Offer::plain(ItemId::new(id), Phrase::text(id)))
            .to_vec(),
        columns: vec![column("c1"), column("c2")],
        own,
    }
}

pub(super) fn compare() -> Ask {
    Ask::Compare {
        columns: offers(2)
            .into_iter()
            .map(|offer| CompareColumn {
                offer,
                cells: vec!["yes".into()],
            })
            .collect(),
        aspects: vec!["for".into()],
    }
}

pub(super) fn every_shape() -> Vec<Ask> {
    vec![
        pick(),
        pick_many(),
        scale(),
        slider(),
        rank(),
        weigh(),
        form(),
        grid(true),
        grid(false),
        compare(),
        Ask::Day,
        Ask::Line {
            offers: Vec::new(),
            example: None,
            at_most: 20,
        },
        Ask::Lines {
            example: Some("a".into()),
            at_most: 20,
        },
        Ask::Read {
            body: "text".into(),
            facts: Vec::new(),
        },
    ]
}
