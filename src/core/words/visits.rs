//! Words for coming back: what there is to do, earlier visits, the plan of then beside that of now.

use serde::{Deserialize, Serialize};

/// Coming back another time.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visits {
    /// “Welcome back”
    pub title: String,
    /// “What you said before is still here.”
    pub text: String,
    /// “What you said before is still here. It is from {day}.”
    pub text_of: String,
    /// “Your next step: {step}, {day}.”
    pub next_step: String,
    /// “What you kept for yourself: {topic}”
    pub alone: String,
    /// “Go on where I was”
    pub go_on: String,
    /// “How is it going now?”
    pub revisit: String,
    /// “See my plan and change it”
    pub plan: String,
    /// “Then beside now”
    pub beside: String,
    /// “See what I said”
    pub said: String,
    /// “See earlier times”
    pub earlier: String,
    /// “Earlier times”
    pub list_title: String,
    /// “You can always see them. You cannot change them.”
    pub list_text: String,
    /// “{day}: {about}”
    pub row: String,
    /// “day not known”
    pub no_day: String,
    /// “This is what you said then. It does not change any more.”
    pub earlier_text: String,
    /// “Not asked any more”
    pub not_asked: String,
    /// “Forget this time”
    pub forget: String,
    /// “Forget this time?”
    pub forget_title: String,
    /// “What you said then goes out of the file and out of the previous copy. It does not come back.”
    pub forget_text: String,
    /// “Did you make a copy somewhere else yourself? It is still in there.”
    pub forget_copies: String,
    /// “You are looking back on this plan now. If you forget it, you cannot change it any more.”
    pub forget_looked_at: String,
    /// “No, leave it”
    pub forget_no: String,
    /// “Yes, forget it”
    pub forget_yes: String,
    /// “Forgotten. It is not in the file any more.”
    pub forgotten: String,
    /// “Does your plan still fit? You can change it. What you chose before is kept.”
    pub changes: String,
    /// “Do you want to see later how it goes? Then open this file again.”
    pub later: String,
    /// “Change what you want. Your plan of {day} is kept.”
    pub changing: String,
    /// “Renewed in your answers: {said}.”
    pub renewed: String,
    /// “Change something else”
    pub change: String,
    /// “Then, {day}”
    pub then_on: String,
    /// “Now, {day}”
    pub now_on: String,
    /// “There are no people and no agreements in your plan yet.”
    pub nothing_beside: String,
    /// “Nothing has changed. That is fine too.”
    pub nothing_changed: String,
    /// “In what you see here nothing has changed. That is fine too.”
    pub nothing_changed_here: String,
    /// “Different: {changed}. New: {new}. Gone: {gone}. The same: {same}.”
    pub count: String,
    /// “the same”
    pub same: String,
    /// “different”
    pub changed: String,
    /// “new”
    pub new: String,
    /// “gone”
    pub gone: String,
    /// “nothing filled in”
    pub nothing: String,
    /// “was not there yet”
    pub not_yet: String,
    /// “is not there any more”
    pub no_more: String,
    /// “cannot be chosen any more”
    pub not_offered: String,
    /// “Agreements”
    pub agreements: String,
    /// “Does it work”
    pub works: String,
    /// “not asked yet”
    pub not_asked_yet: String,
    /// “What else is different”
    pub otherwise: String,
    /// “Next ({number} of {count})”
    pub next: String,
    /// “{label}: then {then}; now {now}”
    pub line: String,
    /// “then {then}; now {now}”
    pub line_bare: String,
    /// “then”
    pub then: String,
    /// “now”
    pub now: String,
}
