//! The names of the mistakes there can be in question files.

/// The name of a mistake in a question file. Each has its words in `ui.yml`, and a file that triggers it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Not YAML, for a reason that has no name of its own here.
    Syntax,
    /// A tab where spaces must stand.
    Tab,
    /// A text that YAML reads as something else, because it stands without quotes.
    NeedsQuotes,
    /// Quotes that are not closed, or with something behind them.
    OpenQuote,
    /// A second document in one file.
    SecondDocument,
    /// An anchor or alias.
    Alias,
    /// More levels than the limit.
    TooDeep,
    /// More text than the limit.
    TooLarge,
    /// A file that must be there.
    MissingFile,
    /// The same key twice in one mapping.
    DuplicateKey,
    /// A setting that does not exist here.
    UnknownSetting,
    /// A setting that must be there.
    MissingSetting,
    /// None or several of a few settings of which exactly one must be there.
    NeedsOne,
    /// A value of the wrong kind.
    WrongShape,
    /// An empty text or list.
    EmptyValue,
    /// A number outside its limits.
    OutOfRange,
    /// A date that is not written as year, month and day.
    BadDate,
    /// A word where one of a few is needed.
    UnknownWord,
    /// A question text longer than the limit.
    TooLong,
    /// An id with characters that ids may not have.
    BadId,
    /// An id used twice.
    DuplicateId,
    /// A name that is not that of the folder or file.
    WrongName,
    /// A question kind that does not exist.
    UnknownKind,
    /// A word that is no condition.
    UnknownCondition,
    /// A reference to a question that does not exist.
    UnknownQuestion,
    /// A condition that looks at a later question.
    ForwardReference,
    /// A condition on an answer that the question does not offer.
    UnknownOption,
    /// A condition on a field that the form does not have.
    UnknownField,
    /// A condition that does not fit the kind of the question.
    RuleMismatch,
    /// A tag that nothing has.
    UnknownTag,
    /// A list that does not exist.
    UnknownList,
    /// A group that does not exist.
    UnknownGroup,
    /// A step that does not exist.
    UnknownStep,
    /// A term that the glossary does not have.
    UnknownTerm,
    /// A fact that does not exist.
    UnknownFact,
    /// A name in braces that is not filled in there.
    UnknownPlaceholder,
    /// A name in braces that a text of the program needs.
    MissingPlaceholder,
    /// A brace that is not closed.
    OpenBrace,
    /// A pair of considerations that is not one for and one against of the same column.
    UnevenPair,
    /// Columns with a different number of pairs.
    UnevenColumns,
    /// A reference to things to choose at a question where nothing is chosen.
    NotRepeatable,
    /// A table of a question that is no agreement.
    NotAnAgreement,
    /// A thing without an agreement, where agreements are asked for.
    NoAgreement,
    /// A guide without a step that makes paper.
    NoSheet,
    /// A second step that makes paper.
    SecondSheet,
    /// A route that makes no paper.
    RouteWithoutSheet,
    /// A step that no route holds.
    UnusedStep,
    /// A text in the other language that belongs to nothing.
    StaleWording,
    /// A text that is missing in the other language.
    MissingWording,
    /// An entry of the health-word lists that no text can trigger.
    BadHealthWord,
    /// Texts for and against something that are not as many.
    UnevenAbout,
    /// A line on paper that shows an answer as something it is not.
    WrongKind,
    /// An entry of the health-word lists that does not find its own example.
    ExampleMissed,
    /// An example that must stay clean, and is stopped.
    ExampleStopped,
    /// An entry without room for who looked at it.
    MissingReview,
    /// A sentence about the work that is stopped by a health word.
    WorkStopped,
    /// A rewording that is stopped by a health word.
    RewordingStopped,
    /// A group of rewordings with too few or too many sentences.
    RewordingCount,
    /// A group of rewordings that no entry names.
    UnusedRewording,
    /// A source that does not exist.
    UnknownSource,
    /// A source that no fact names.
    UnusedSource,
    /// Facts that speak for and against telling, not as many.
    UnevenFacts,
    /// Texts for and against that are not about as long.
    UnevenLength,
    /// A sentence with too many words.
    LongSentence,
    /// Texts whose sentences are too long on the whole.
    LongText,
    /// A word for which there is an easier one.
    HardWord,
    /// An abbreviation that nothing explains.
    BareAbbreviation,
    /// A sentence in which nobody does anything.
    Passive,
    /// A sentence that says no twice.
    DoubleNegative,
    /// A formal form of address.
    MixedAddress,
    /// An exclamation mark.
    Exclamation,
    /// Words that press towards an answer.
    LeadingQuestion,
    /// A word that hurts.
    StigmaWord,
    /// A number without a fact behind it.
    BareNumber,
    /// A question that asks for a diagnosis.
    AsksForDiagnosis,
    /// An explained word that cannot be opened where it stands.
    MissingTerm,
}

impl Code {
    /// Every code, for `explain` and for the test that none is forgotten.
    pub const ALL: [Self; 76] = [
        Self::Syntax,
        Self::Tab,
        Self::NeedsQuotes,
        Self::OpenQuote,
        Self::SecondDocument,
        Self::Alias,
        Self::TooDeep,
        Self::TooLarge,
        Self::MissingFile,
        Self::DuplicateKey,
        Self::UnknownSetting,
        Self::MissingSetting,
        Self::NeedsOne,
        Self::WrongShape,
        Self::EmptyValue,
        Self::OutOfRange,
        Self::BadDate,
        Self::UnknownWord,
        Self::TooLong,
        Self::BadId,
        Self::DuplicateId,
        Self::WrongName,
        Self::UnknownKind,
        Self::UnknownCondition,
        Self::UnknownQuestion,
        Self::ForwardReference,
        Self::UnknownOption,
        Self::UnknownField,
        Self::RuleMismatch,
        Self::UnknownTag,
        Self::UnknownList,
        Self::UnknownGroup,
        Self::UnknownStep,
        Self::UnknownTerm,
        Self::UnknownFact,
        Self::UnknownPlaceholder,
        Self::MissingPlaceholder,
        Self::OpenBrace,
        Self::UnevenPair,
        Self::UnevenColumns,
        Self::NotRepeatable,
        Self::NotAnAgreement,
        Self::NoAgreement,
        Self::NoSheet,
        Self::SecondSheet,
        Self::RouteWithoutSheet,
        Self::UnusedStep,
        Self::StaleWording,
        Self::MissingWording,
        Self::BadHealthWord,
        Self::UnevenAbout,
        Self::WrongKind,
        Self::ExampleMissed,
        Self::ExampleStopped,
        Self::MissingReview,
        Self::WorkStopped,
        Self::RewordingStopped,
        Self::RewordingCount,
        Self::UnusedRewording,
        Self::UnknownSource,
        Self::UnusedSource,
        Self::UnevenFacts,
        Self::UnevenLength,
        Self::LongSentence,
        Self::LongText,
        Self::HardWord,
        Self::BareAbbreviation,
        Self::Passive,
        Self::DoubleNegative,
        Self::MixedAddress,
        Self::Exclamation,
        Self::LeadingQuestion,
        Self::StigmaWord,
        Self::BareNumber,
        Self::AsksForDiagnosis,
        Self::MissingTerm,
    ];

    /// Returns the code as authors see it, such as `Q006`. Codes are never renumbered.
    pub fn id(self) -> String {
        format!(
            "Q{:03}",
            Self::ALL
                .iter()
                .position(|code| *code == self)
                .unwrap_or_default()
                + 1
        )
    }
}
