//! Which prompt belongs to which shape.

use crate::core::answer::Answer;
use crate::core::ask::Ask;
use crate::plain::prompts::compare::Compare;
use crate::plain::prompts::day::Day;
use crate::plain::prompts::form::Form;
use crate::plain::prompts::grid::Grid;
use crate::plain::prompts::line::Line;
use crate::plain::prompts::lines::Lines;
use crate::plain::prompts::pick::Pick;
use crate::plain::prompts::pick_many::PickMany;
use crate::plain::prompts::prompt::Prompt;
use crate::plain::prompts::rank::Rank;
use crate::plain::prompts::read::Read;
use crate::plain::prompts::scale::Scale;
use crate::plain::prompts::weigh::Weigh;

/// Makes the prompt of a question, starting from what was said before.
pub fn prompt(ask: &Ask, answer: Option<&Answer>) -> Box<dyn Prompt> {
    match ask {
        Ask::Pick { .. } => Box::<Pick>::default(),
        Ask::PickMany { .. } => Box::new(PickMany::from(answer)),
        Ask::Scale { .. } => Box::new(Scale),
        Ask::Rank { .. } => Box::<Rank>::default(),
        Ask::Weigh { .. } => Box::new(Weigh::from(answer)),
        Ask::Form { .. } => Box::new(Form::from(answer)),
        Ask::Grid { .. } => Box::new(Grid::from(answer)),
        Ask::Compare { .. } => Box::new(Compare),
        Ask::Day => Box::new(Day),
        Ask::Line { .. } => Box::new(Line),
        Ask::Lines { .. } => Box::<Lines>::default(),
        Ask::Read { .. } => Box::new(Read),
    }
}
