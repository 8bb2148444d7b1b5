//! The forms in which a paper goes into files: the question about them, and which files a name means.

use crate::app::effect::File;
use crate::app::paperwork::Paperwork;
use crate::core::answer::{Answer, Choice};
use crate::core::ask::{Ask, Offer};
use crate::core::ids::ItemId;
use crate::core::phrase::Phrase;
use crate::core::spoken::Spoken;
use crate::core::words::{Words, fill};
use crate::paper::{FORMATS, Format, Holds};

/// The id of the question; no question of a guide can have it.
pub(super) const FORMS: &str = ":forms";

fn all(holds: Holds) -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(move |format| format.holds == holds)
}

/// The question as an ask: several of the forms a document can have.
pub(super) fn ask(words: &Words) -> Ask {
    let offer = |format: &Format| {
        let values = [("name", (format.name)(words)), ("ending", format.ending)];
        let label = fill(&words.forms.form, &values);
        Offer::plain(ItemId::new(format.ending), Phrase::text(&label))
    };
    Ask::PickMany {
        offers: all(Holds::Blocks).map(offer).collect(),
        own: false,
        at_most: None,
    }
}

/// What was chosen, as an answer to start from.
pub(super) fn answer(forms: &[&Format]) -> Option<Answer> {
    let choice = |form: &&Format| Choice::Item(ItemId::new(form.ending));
    (!forms.is_empty()).then(|| Answer::Many(forms.iter().map(choice).collect()))
}

/// The forms that an answer chooses; an answer that chooses none leaves it to the file name.
pub(super) fn chosen(answer: &Answer) -> Vec<&'static Format> {
    let Answer::Many(choices) = answer else {
        return Vec::new();
    };
    let is = |format: &Format, choice: &Choice| match choice {
        Choice::Item(id) => id.as_str() == format.ending,
        Choice::Own(_) => false,
    };
    all(Holds::Blocks)
        .filter(|format| choices.iter().any(|choice| is(format, choice)))
        .collect()
}

/// The forms that are offered in the name: those chosen, or the first there is.
pub(super) fn of(papers: &Paperwork, spoken: Option<&Spoken>) -> Vec<&'static Format> {
    let calendar = spoken.is_some_and(|spoken| spoken.calendar);
    match papers.forms() {
        _ if calendar => all(Holds::Days).collect(),
        [] => all(Holds::Blocks).take(1).collect(),
        forms => forms.to_vec(),
    }
}

/// The ends of file names, in words.
pub(super) fn endings(forms: &[&Format]) -> String {
    let endings = forms.iter().map(|form| format!(".{}", form.ending));
    endings.collect::<Vec<_>>().join(", ")
}

/// The files that a name means; or the ends that a name can have, when it has another.
///
/// One form: the end of the name says which, whatever was chosen. Several: each gets its own end, and an end that is there is
/// one of them.
pub(super) fn files(path: &str, forms: &[&'static Format]) -> Result<Vec<File>, String> {
    let holds = forms.first().map_or(Holds::Blocks, |form| form.holds);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let ending = name
        .rsplit_once('.')
        .filter(|(stem, _)| !stem.is_empty())
        .map(|(_, ending)| ending);
    let named = ending
        .and_then(|ending| all(holds).find(|format| format.ending.eq_ignore_ascii_case(ending)));
    let file = |format: &'static Format, path: String| File { format, path };
    match (ending, named, forms) {
        (Some(_), Some(named), [_] | []) => Ok(vec![file(named, path.to_owned())]),
        (Some(ending), Some(named), several) => {
            let base = path.strip_suffix(ending).unwrap_or(path);
            let mut all = several.to_vec();
            if !all.contains(&named) {
                all.push(named);
            }
            Ok(all
                .into_iter()
                .map(|form| file(form, format!("{base}{}", form.ending)))
                .collect())
        }
        (None, _, several) if !name.is_empty() => Ok(several
            .iter()
            .map(|form| file(form, format!("{path}.{}", form.ending)))
            .collect()),
        (None | Some(_), _, _) => Err(endings(&all(holds).collect::<Vec<_>>())),
    }
}
