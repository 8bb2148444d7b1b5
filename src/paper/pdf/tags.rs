//! The tree of tags: what a reader that speaks is told, in its order.
//!
//! A tag is made when its piece of the document is set, so the numbers of tags are in reading order.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, TableHeaderScope, Tag as KrillaTag, TagGroup, TagKind, TagTree,
};

/// What a piece of a document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Title,
    /// A heading, its depth below the title, and what it says.
    Heading(NonZeroU16, String),
    /// A sentence or a line.
    Paragraph,
    /// Things that belong together.
    Group,
    /// A list with marks.
    List,
    /// A list of names and what belongs to them.
    Pairs,
    /// A thing in a list.
    Item,
    /// Its mark, or its name.
    Label,
    /// The thing itself.
    Body,
    /// A table.
    Table,
    /// The rows with headings.
    Head,
    /// The other rows.
    Rows,
    /// A row.
    Row,
    /// The heading of a column.
    ColumnHeading,
    /// The heading of a row.
    RowHeading,
    /// A cell.
    Cell,
}

/// The number of a tag; a later piece of the document has a higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tag(usize);

struct Branch {
    role: Role,
    under: Option<Tag>,
    leaves: Vec<Identifier>,
}

/// The tree while it grows.
#[derive(Default)]
pub(super) struct Tags(Vec<Branch>);

impl Tags {
    /// Makes a tag at the end of the document.
    pub(super) fn top(&mut self, role: Role) -> Tag {
        self.add(role, None)
    }

    /// Makes a tag at the end of another.
    pub(super) fn under(&mut self, tag: Tag, role: Role) -> Tag {
        self.add(role, Some(tag))
    }

    fn add(&mut self, role: Role, under: Option<Tag>) -> Tag {
        self.0.push(Branch {
            role,
            under,
            leaves: Vec::new(),
        });
        Tag(self.0.len() - 1)
    }

    /// Says what was drawn for a tag.
    pub(super) fn drawn(&mut self, tag: Tag, leaf: Identifier) {
        if let Some(branch) = self.0.get_mut(tag.0) {
            branch.leaves.push(leaf);
        }
    }

    /// The roles from the top of the document to a tag.
    #[cfg(test)]
    pub(super) fn roles(&self, tag: Tag) -> Vec<Role> {
        let mut roles = Vec::new();
        let mut at = Some(tag);
        while let Some(branch) = at.and_then(|tag| self.0.get(tag.0)) {
            roles.insert(0, branch.role.clone());
            at = branch.under;
        }
        roles
    }

    /// The whole tree.
    pub(super) fn tree(self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        // A tag has a higher number than the one it is under, so from the end on each is complete when it is handed up.
        let mut branches = self.0;
        let mut groups: Vec<Vec<TagGroup>> = branches.iter().map(|_| Vec::new()).collect();
        let mut tops = Vec::new();
        while let (Some(branch), Some(below)) = (branches.pop(), groups.pop()) {
            let mut group = TagGroup::new(kind(branch.role));
            for leaf in branch.leaves {
                group.push(leaf);
            }
            for child in below.into_iter().rev() {
                group.push(child);
            }
            match branch.under.and_then(|tag| groups.get_mut(tag.0)) {
                Some(above) => above.push(group),
                None => tops.push(group),
            }
        }
        for group in tops.into_iter().rev() {
            tree.push(group);
        }
        tree
    }
}

fn kind(role: Role) -> TagKind {
    match role {
        Role::Title => KrillaTag::Title.into(),
        Role::Heading(depth, text) => KrillaTag::Hn(depth, Some(text)).into(),
        Role::Paragraph => KrillaTag::P.into(),
        Role::Group => KrillaTag::Div.into(),
        Role::List => KrillaTag::L(ListNumbering::Disc).into(),
        Role::Pairs => KrillaTag::L(ListNumbering::None).into(),
        Role::Item => KrillaTag::LI.into(),
        Role::Label => KrillaTag::Lbl.into(),
        Role::Body => KrillaTag::LBody.into(),
        Role::Table => KrillaTag::Table.into(),
        Role::Head => KrillaTag::THead.into(),
        Role::Rows => KrillaTag::TBody.into(),
        Role::Row => KrillaTag::TR.into(),
        Role::ColumnHeading => KrillaTag::TH(TableHeaderScope::Column).into(),
        Role::RowHeading => KrillaTag::TH(TableHeaderScope::Row).into(),
        Role::Cell => KrillaTag::TD.into(),
    }
}
