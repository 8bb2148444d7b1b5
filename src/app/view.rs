//! What a face must put before the person: plain data, in words of the person's language.
//!
//! A face draws or prints this and nothing else. It makes no sentence of its own and decides nothing.

use crate::app::intent::{Intent, Meet};
pub use crate::app::past::{
    BesideBlock, BesideCell, BesideRow, Change, EarlierStep, EarlierView, ThenAndNowView,
};
use crate::core::answer::{Answer, Blank};
use crate::core::ask::{Ask, Written};
use crate::core::ids::{ItemId, LineId, QuestionId, StepId};
use crate::core::session::StepState;
use crate::core::source::Place;
use crate::core::words::Words;

/// The top of every screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Header {
    /// Where the person is: the step, or the guide.
    pub place: String,
    /// "Not saved", or that it is.
    pub saved: String,
    /// How much is left, in words; empty where it says nothing.
    pub left: String,
    /// Questions left in this step; 0 where it says nothing.
    pub in_step: usize,
}

/// What is possible now. A face offers what is true here and nothing else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each flag answers one question a face asks; they are independent"
)]
pub struct Can {
    /// Back leads somewhere.
    pub back: bool,
    /// There is a change to take back.
    pub undo: bool,
    /// The step can be skipped whole.
    pub skip_step: bool,
    /// Map and review exist: a guide is open.
    pub look_around: bool,
    /// What was said can be kept, or is.
    pub keep: bool,
    /// The program is locked when nothing is done; or would be.
    pub lock: bool,
    /// The talk can be practised.
    pub rehearse: bool,
    /// A coach can come to sit there.
    pub join: bool,
    /// A coach sits there, and the person can go on alone.
    pub part: bool,
    /// There is a plan for the talk, or one can be chosen.
    pub plan: bool,
    /// The screen can be covered.
    pub veil: bool,
}

/// One moment of the program.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The top of the screen.
    pub header: Header,
    /// What is possible.
    pub can: Can,
    /// One line about what just happened, such as where a file was saved.
    pub message: Option<String>,
    /// What the check saw in the answer that was just given.
    pub heed: Option<HeedView>,
    /// A step is done and nothing is kept: keeping is offered, in one line.
    pub offers: bool,
    /// A coach sees the screen too.
    pub together: bool,
    /// Said shortly before the program is locked.
    pub locks_soon: Option<String>,
    /// What stands before the person.
    pub stage: StageView,
}

/// What stands before the person.
#[derive(Debug, Clone, PartialEq)]
pub enum StageView {
    /// One of the screens before the first question.
    Welcome(WelcomeView),
    /// A question.
    Asking(Box<AskingView>),
    /// What a change would set aside, before it happens. Go on does it; back leaves all as it is.
    Consequence(ConsequenceView),
    /// Something to know after an answer. Go on, or back to the question.
    Notice(NoticeView),
    /// Everything that was said.
    Review(ReviewView),
    /// Choosing and ordering lines of a paper.
    Preview(Box<PreviewView>),
    /// The health words that were found, to go through.
    Findings(FindingsView),
    /// A health word to decide on.
    HealthCheck(Box<HealthView>),
    /// Where a file goes.
    Place(PlaceView),
    /// Something beside the questions: a dossier, or whose computer this is.
    Aside(AsideView),
    /// An earlier visit, as it was.
    Earlier(Box<EarlierView>),
    /// The plan of then beside that of now.
    ThenAndNow(Box<ThenAndNowView>),
    /// A guide of the person's own that cannot be read.
    BadGuide(Vec<MistakeView>),
    /// The end of the guide.
    Over(OverView),
    /// Nothing of the person's. Go on uncovers.
    Veiled,
    /// Whether to stop. Go on stops; back does not.
    Stopping,
}

/// A screen before the first question.
#[derive(Debug, Clone, PartialEq)]
pub struct WelcomeView {
    /// Which of the screens, from 0.
    pub number: usize,
    /// How many there are.
    pub all: usize,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Whether language and face are offered here.
    pub choices: bool,
    /// Dossiers that are remembered on this computer, each as a way to go on with it.
    pub known: Vec<String>,
    /// Whether choices are remembered on this computer, in words; nothing where that is not offered.
    pub remember: Option<String>,
}

/// A word that is explained.
#[derive(Debug, Clone, PartialEq)]
pub struct TermView {
    /// The word.
    pub word: String,
    /// What it means.
    pub means: String,
}

/// What something to read on wish is about, or what a person points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AboutWhat {
    /// The whole question.
    Whole,
    /// One row of a plan.
    Row(ItemId),
    /// One choice in a column of a plan.
    Choice {
        /// The column.
        column: ItemId,
        /// The choice.
        choice: ItemId,
    },
}

/// What speaks for and against something, read on wish.
#[derive(Debug, Clone, PartialEq)]
pub struct AboutView {
    /// What it is about.
    pub what: AboutWhat,
    /// Its name; empty for the whole question.
    pub title: String,
    /// What speaks for it, what speaks against it, what is good to know.
    pub texts: Vec<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct AskingView {
    /// Its name; the same name means the same half-typed reply.
    pub id: QuestionId,
    /// What the person has at the end of this step; said once, at its first question.
    pub gives: Option<String>,
    /// The question.
    pub question: String,
    /// A sentence or two under it.
    pub explain: Option<String>,
    /// More, opened with a key.
    pub help: String,
    /// What speaks for and against; [`AskingView::about`] says which of it is read now.
    pub about: Vec<AboutView>,
    /// Terms that are explained.
    pub terms: Vec<TermView>,
    /// The text that is looked for: the person came here because of it.
    pub seek: Option<Written>,
    /// How it is put.
    pub ask: Ask,
    /// What was said before, to start from.
    pub answer: Option<Answer>,
    /// Why the last reply cannot stand, and what to do.
    pub refusal: Option<String>,
    /// It can be answered aloud: an empty text says so.
    pub aloud: bool,
    /// The kinds of no answer on offer.
    pub blanks: Vec<Blank>,
    /// What a coach who sits there can use here.
    pub coach: Option<CoachView>,
}

/// What a coach can use at a question: things to ask, and one to mind. Never an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoachView {
    /// Questions to ask.
    pub prompts: Vec<String>,
    /// What to mind.
    pub pitfall: String,
}

impl AskingView {
    /// Returns what speaks for and against the whole question, and the things a person points at.
    pub fn about(&self, pointed: &[AboutWhat]) -> Vec<&AboutView> {
        self.about
            .iter()
            .filter(|about| about.what == AboutWhat::Whole || pointed.contains(&about.what))
            .collect()
    }
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsequenceView {
    /// What is set aside: the question in short, and what was said.
    pub set_aside: Vec<(String, String)>,
    /// How many questions come anew.
    pub new: usize,
    /// What was said to the question itself would go. Only taking back the last change brings it back, so keeping it stands
    /// ready.
    pub replaces: bool,
}

impl ConsequenceView {
    /// What it is about.
    pub fn title<'a>(&self, words: &'a Words) -> &'a str {
        let words = &words.consequence;
        if self.replaces {
            &words.replaces
        } else {
            &words.title
        }
    }

    /// When what is set aside comes back.
    pub fn comes_back<'a>(&self, words: &'a Words) -> &'a str {
        let words = &words.consequence;
        if self.replaces {
            &words.undone
        } else {
            &words.comes_back
        }
    }
}

/// One line of the review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewRow {
    /// The question, to change it.
    pub id: QuestionId,
    /// The question in short.
    pub short: String,
    /// What was said, one text for each thing.
    pub said: Vec<String>,
    /// Skipped, not known, or not answered yet.
    pub blank: bool,
}

/// One step in the review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewStep {
    /// Its title.
    pub title: String,
    /// Its questions.
    pub rows: Vec<ReviewRow>,
}

/// Everything that was said.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewView {
    /// Step by step.
    pub steps: Vec<ReviewStep>,
    /// The row that the cursor starts on.
    pub start: usize,
}

/// A step of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRow {
    /// The step, to go there.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// A topic in it that is done alone or together, where the row is about that.
    pub topic: Option<String>,
    /// How far it is; nothing where that is not for who sees it now.
    pub state: Option<StepState>,
    /// How far it is, in words, with where the person is; empty where that is not for who sees it now.
    pub said: String,
}

impl MapRow {
    /// What choosing it wants.
    pub fn wants(&self) -> Intent {
        match &self.topic {
            Some(topic) => Intent::Company(Meet::Topic(topic.clone())),
            None => Intent::Jump(self.id.clone()),
        }
    }
}

/// One line of a preview.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewLine {
    /// Its name.
    pub id: LineId,
    /// What it says; a row of an agreement is four texts.
    pub texts: Vec<String>,
    /// On the paper.
    pub on: bool,
    /// Our estimate of what it gives away, in words; empty where there is none.
    pub level: String,
    /// Where it came from, in words.
    pub why: String,
    /// Another wording exists, and whether it is in use.
    pub softer: Option<bool>,
}

/// One block of a preview.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewBlock {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<PreviewLine>,
}

/// A paper, before it is saved.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewView {
    /// The title of this screen.
    pub title: String,
    /// What can be done, and what it means to hand it over.
    pub explain: Vec<String>,
    /// The title of the paper.
    pub paper: String,
    /// Only for the person.
    pub private: bool,
    /// Holds what two who sit together agreed on: the person puts on what may be on it.
    pub card: bool,
    /// For whom it is, in words, and the question where that is chosen; another reader gets an own selection of lines.
    pub for_whom: Option<(QuestionId, String)>,
    /// Its blocks, with lines that are left out.
    pub blocks: Vec<PreviewBlock>,
    /// The very text that would be written, line by line.
    pub text: Vec<String>,
}

/// What the check sees in a text that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct LookView {
    /// The text, as it was looked at.
    pub text: Written,
    /// The health words in it that nothing was decided about.
    pub marks: Vec<MarkView>,
    /// What else there is to say: that they need not be shared, and where this text goes; or what was decided. Empty where
    /// there is nothing.
    pub rest: String,
}

impl LookView {
    /// All there is to say, in one text: what each word tells, and the rest.
    pub fn says(&self) -> String {
        let mut says: Vec<&str> = Vec::new();
        let marks = self.marks.iter().map(|mark| mark.says.as_str());
        for sentence in marks.chain([self.rest.as_str()]) {
            if !sentence.is_empty() && !says.contains(&sentence) {
                says.push(sentence);
            }
        }
        says.join(" ")
    }

    /// The calm line.
    pub fn calm(&self) -> Option<&String> {
        self.marks.iter().find_map(|mark| mark.calm.as_ref())
    }
}

/// A health word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkView {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The word.
    pub word: String,
    /// What it tells, in a sentence.
    pub says: String,
    /// A calm line with a number to call, at words about a crisis; once in a session.
    pub calm: Option<String>,
}

/// What the check saw in an answer that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct HeedView {
    /// The question.
    pub question: QuestionId,
    /// Its texts in which there is something.
    pub looks: Vec<LookView>,
}

/// One finding in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// The word.
    pub word: String,
    /// What it tells, in words.
    pub category: String,
    /// The line it stands in.
    pub line: String,
    /// What was decided, in words; choosing it takes that back.
    pub done: Option<String>,
}

/// The health words that were found.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingsView {
    /// Each of them.
    pub rows: Vec<FindingRow>,
    /// How many are left.
    pub left: usize,
    /// Going on leads to saving, once nothing is left.
    pub saves: bool,
    /// A calm line with a number to call, at words about a crisis; once in a session.
    pub calm: Option<String>,
}

/// A health word to decide on.
#[derive(Debug, Clone, PartialEq)]
pub struct HealthView {
    /// The line it stands in.
    pub line: String,
    /// The word.
    pub word: String,
    /// Where the word stands in the line, in characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it tells, what a reader could conclude, why an employer need not know.
    pub explain: Vec<String>,
    /// The text stays with the person: there is nothing to decide.
    pub private: bool,
    /// What to think of when saying it otherwise; empty where nothing fits.
    pub ask: String,
    /// Sentences to choose from.
    pub rewordings: Vec<String>,
    /// The question it came from, in short, where one can go there.
    pub question: Option<String>,
    /// How many are left, this one included.
    pub left: usize,
    /// A calm line with a number to call, at words about a crisis; once in a session.
    pub calm: Option<String>,
    /// Why the last try did not do.
    pub refusal: Option<String>,
}

/// Where a file goes.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceView {
    /// What it means to save this.
    pub explain: Vec<String>,
    /// A path to start from.
    pub path: String,
    /// Set when files of that name exist: go on replaces them, back gives another name.
    pub exists: Option<String>,
    /// What went wrong, and what to do.
    pub problem: Option<String>,
}

/// Something beside the questions: a few sentences, and a field or ways on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideView {
    /// Its name; the same name means the same half-typed field.
    pub moment: &'static str,
    /// Its title.
    pub title: String,
    /// What to know.
    pub text: Vec<String>,
    /// Lines to copy exactly as they are: a passphrase, a paper.
    pub exact: Vec<String>,
    /// What went wrong, and what to do.
    pub problem: Option<String>,
    /// The way on that the cursor starts on.
    pub start: usize,
    /// What the person can do.
    pub body: AsideBody,
}

/// What the person can do beside the questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsideBody {
    /// Choose one of these.
    Ways(Vec<String>),
    /// Type a folder and a name.
    Path {
        /// What is wanted.
        label: String,
        /// What stands there to start from.
        text: String,
    },
    /// Type a passphrase; it is not shown.
    Secret {
        /// What is wanted.
        label: String,
    },
}

/// A mistake in a question file.
#[derive(Debug, Clone, PartialEq)]
pub struct MistakeView {
    /// Where.
    pub place: Place,
    /// The code, such as `Q006`.
    pub code: String,
    /// What is wrong.
    pub says: String,
    /// What to write instead.
    pub fix: String,
}

/// The end of the guide.
#[derive(Debug, Clone, PartialEq)]
pub struct OverView {
    /// What stands there.
    pub text: Vec<String>,
    /// Papers that can be looked at, in order: what is done with each.
    pub papers: Vec<String>,
    /// The talk can be practised.
    pub rehearse: bool,
    /// Other ways on, each by its number.
    pub ways: Vec<String>,
    /// What was said is not kept yet, and can be.
    pub keep: bool,
}

/// Something to know after an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticeView {
    /// What.
    pub text: String,
    /// The steps it names, as ways to go there; chosen by number.
    pub goes: Vec<String>,
}
