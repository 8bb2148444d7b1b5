//! From an asking shape to its input; the one place where the two lists meet.

use crate::core::answer::Answer;
use crate::core::ask::Ask;
use crate::tui::inputs::Input;
use crate::tui::inputs::compare::Compare;
use crate::tui::inputs::day::Day;
use crate::tui::inputs::form::Form;
use crate::tui::inputs::grid::Grid;
use crate::tui::inputs::pick::Pick;
use crate::tui::inputs::pick_many::PickMany;
use crate::tui::inputs::rank::Rank;
use crate::tui::inputs::read::Read;
use crate::tui::inputs::scale::Scale;
use crate::tui::inputs::text::Text;
use crate::tui::inputs::weigh::Weigh;

/// Makes the input for a question, filled from what of an earlier answer is still on offer. Nothing else is ever filled in.
pub fn open(ask: &Ask, answer: Option<&Answer>) -> Box<dyn Input> {
    let kept = answer.and_then(|answer| ask.keep(answer));
    let answer = kept.as_ref();
    match ask {
        Ask::Pick { offers } => Box::new(Pick::open(offers, answer)),
        Ask::PickMany {
            offers,
            own,
            at_most,
        } => Box::new(PickMany::open(offers, *own, *at_most, answer)),
        Ask::Day => Box::new(Day::open(answer)),
        Ask::Line {
            example, offers, ..
        } => Box::new(Text::line(example.as_ref(), offers, answer)),
        Ask::Lines { example, .. } => Box::new(Text::lines(example.as_ref(), answer)),
        Ask::Read { body, facts } => Box::new(Read::open(body, facts)),
        Ask::Scale {
            lowest,
            highest,
            low,
            high,
            poles,
        } => Box::new(Scale::open(
            (*lowest, *highest),
            (low, high),
            *poles,
            answer,
        )),
        Ask::Rank { offers, top } => Box::new(Rank::open(offers, *top, answer)),
        Ask::Compare { columns, aspects } => Box::new(Compare::open(columns, aspects, answer)),
        Ask::Weigh {
            columns,
            items,
            own,
            first,
        } => Box::new(Weigh::open(columns, items, *own, *first, answer)),
        Ask::Form { fields } => Box::new(Form::open(fields, answer)),
        Ask::Grid { rows, columns, own } => Box::new(Grid::open(rows, columns, *own, answer)),
    }
}
