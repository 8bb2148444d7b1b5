//! What a face must put before the person: plain data, in words of the person's language.
//!
//! A face draws or prints this and nothing else. It makes no sentence of its own and decides nothing.

use crate::core::answer::{Answer, Blank};
use crate::core::ask::Ask;
use crate::core::ids::{LineId, QuestionId, StepId};
use crate::core::session::StepState;
use crate::core::source::Place;

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
    /// A step is done and nothing is kept: keeping is offered, in one line.
    pub offers: bool,
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
    Notice(String),
    /// Everything that was said.
    Review(ReviewView),
    /// Choosing and ordering lines of a paper.
    Preview(Box<PreviewView>),
    /// A health word to decide on.
    HealthCheck(Box<HealthView>),
    /// Where a file goes.
    Place(PlaceView),
    /// Something beside the questions: a dossier, or whose computer this is.
    Aside(AsideView),
    /// A guide of the person's own that cannot be read.
    BadGuide(Vec<MistakeView>),
    /// The end of the guide.
    Over(OverView),
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
    /// Terms that are explained.
    pub terms: Vec<TermView>,
    /// How it is put.
    pub ask: Ask,
    /// What was said before, to start from.
    pub answer: Option<Answer>,
    /// Why the last reply cannot stand, and what to do.
    pub refusal: Option<String>,
    /// The kinds of no answer on offer.
    pub blanks: Vec<Blank>,
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsequenceView {
    /// What is set aside: the question in short, and what was said.
    pub set_aside: Vec<(String, String)>,
    /// How many questions come anew.
    pub new: usize,
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
}

/// A step of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRow {
    /// The step, to go there.
    pub id: StepId,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub state: StepState,
    /// How far it is, in words, with where the person is.
    pub said: String,
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
    /// Its blocks, with lines that are left out.
    pub blocks: Vec<PreviewBlock>,
    /// The very text that would be written, line by line.
    pub text: Vec<String>,
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
    /// What it tells, in words.
    pub category: String,
    /// What to think of when saying it otherwise; empty where nothing fits.
    pub ask: String,
    /// Sentences to choose from.
    pub rewordings: Vec<String>,
    /// How many are left, this one included.
    pub left: usize,
    /// A calm line with a number to call, at words about a crisis.
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
    /// Set when a file of that name exists: go on replaces it, back gives another name.
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
    /// Papers that can be looked at again: titles, in order.
    pub papers: Vec<String>,
}
