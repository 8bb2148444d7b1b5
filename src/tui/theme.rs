//! Colors by role. Never color alone: every role that matters also has a mark or a place of its own.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// A question or title.
    Title,
    /// Explanation, examples, what matters less.
    Quiet,
    /// The thing the cursor is on.
    Focus,
    /// Chosen.
    Chosen,
    /// A heading inside a list.
    Group,
    /// A key in the footer or menu.
    Key,
    /// A message: a refusal, a problem, something to look at.
    Notice,
    /// A line that divides.
    Rule,
    /// A field for text.
    Field,
    /// A word the check points at.
    Marked,
}

/// Styles by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    colors: bool,
}

impl Theme {
    /// With the 16 named colors of the terminal, so that a person's own light or dark choice holds.
    pub fn colored() -> Self {
        Self { colors: true }
    }

    /// Without any color (`NO_COLOR`).
    pub fn plain() -> Self {
        Self { colors: false }
    }

    /// Returns the style of a role.
    pub fn style(self, role: Role) -> Style {
        let style = Style::new();
        let color = |color: Color| if self.colors { style.fg(color) } else { style };
        match role {
            Role::Text | Role::Field => style,
            Role::Marked => style.add_modifier(Modifier::UNDERLINED),
            Role::Title | Role::Group | Role::Focus => style.add_modifier(Modifier::BOLD),
            Role::Quiet | Role::Rule => style.add_modifier(Modifier::DIM),
            Role::Chosen => color(Color::Cyan),
            Role::Key => color(Color::Cyan).add_modifier(Modifier::BOLD),
            Role::Notice => color(Color::Yellow).add_modifier(Modifier::BOLD),
        }
    }
}
