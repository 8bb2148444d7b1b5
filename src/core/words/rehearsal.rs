//! Words around practising the talk.

use serde::{Deserialize, Serialize};

/// Practising the talk.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    /// “Practise”
    pub title: String,
    /// “These are {count} questions that an employer may ask you. ...”
    pub start: String,
    /// “Your coach reads the question, as the employer. ...”
    pub together: String,
    /// “You can stop at every question. What you type does not go on your sheet.”
    pub stays: String,
    /// “Go on at question {number} of {count}”
    pub resume: String,
    /// “In this order”
    pub in_order: String,
    /// “Mixed”
    pub shuffled: String,
    /// “Choose a question myself”
    pub pick: String,
    /// “Clock: on”
    pub clock_on: String,
    /// “Clock: off”
    pub clock_off: String,
    /// “Not now”
    pub leave: String,
    /// “See or forget what I typed”
    pub drafts: String,
    /// “What you typed while practising”
    pub drafts_title: String,
    /// “Do you want to forget a sentence? Then choose it.”
    pub drafts_text: String,
    /// “{ask} “{text}””
    pub draft: String,
    /// ““{text}””, where the question is not asked any more
    pub draft_alone: String,
    /// “{text} / {then}”, where the employer reacted
    pub draft_then: String,
    /// “Forget this sentence?”
    pub forget_title: String,
    /// “The sentence goes out of your practice. ...”
    pub forget_text: String,
    /// “Did you put the sentence in your own plan? It stays there.”
    pub forget_plan: String,
    /// “No, leave it”
    pub forget_no: String,
    /// “Yes, forget it”
    pub forget_yes: String,
    /// “Forgotten. The sentence is gone.”
    pub forgotten: String,
    /// “Which question do you want to practise?”
    pub pick_title: String,
    /// “Question {number} of {count}.”
    pub number: String,
    /// “Minutes so far: {minutes}.”
    pub clock: String,
    /// “The employer asks: “{ask}””
    pub asks: String,
    /// “Type your answer. Or say it out loud and press Enter.”
    pub explain: String,
    /// “What do you say now? ...”
    pub explain_then: String,
    /// “A short answer is enough. ...”
    pub help: String,
    /// “You: {text}”
    pub you: String,
    /// “You said it out loud.”
    pub aloud: String,
    /// “You have no answer yet. That is fine.”
    pub unknown: String,
    /// “Then you: {text}”
    pub then: String,
    /// “Last time: {text}”
    pub before: String,
    /// “Not allowed. {because}”
    pub may_not: String,
    /// “Not allowed yet. {because}”
    pub may_later: String,
    /// “It can also be like this. Only say what is true.”
    pub examples: String,
    /// “Short: {text}”
    pub answer: String,
    /// “A boundary: {text}”
    pub boundary: String,
    /// “Back to the work: {text}”
    pub to_work: String,
    /// “Next question”
    pub next: String,
    /// “On; this was the last question”
    pub last: String,
    /// “This question once more”
    pub again: String,
    /// “Put my sentence in my plan”
    pub to_plan: String,
    /// “What the law says”
    pub law: String,
    /// “More about this”
    pub more: String,
    /// “Stop practising”
    pub stop: String,
    /// “Where does your sentence go?”
    pub lines_title: String,
    /// “Change your sentence if you like. Going on puts it in your plan.”
    pub line_explain: String,
    /// “It says now: “{text}”. That is replaced.”
    pub line_replaces: String,
    /// “In your plan: {text}”
    pub placed: String,
    /// “You had all questions”
    pub done_title: String,
    /// “You can do another round. ...”
    pub done_text: String,
    /// “Done with practising”
    pub done: String,
    /// “Another round”
    pub round: String,
}
