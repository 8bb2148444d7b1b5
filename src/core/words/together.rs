//! Words for walking a guide with a coach.

use serde::{Deserialize, Serialize};

/// Together with a coach.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// “Together: {place}”
    pub place: String,
    /// “Together with a coach, or alone”
    pub switch: String,
    /// “Tips for your coach”
    pub coach: String,
    /// “Plan and time of this talk”
    pub meeting: String,
    /// “Cover the screen”
    pub veil: String,
    /// “cover”, where room is scarce
    pub veil_short: String,
    /// “For your coach”
    pub panel: String,
    /// “To mind: {text}”
    pub pitfall: String,
    /// “Go on with a coach beside you?”
    pub join_title: String,
    /// “Your coach sees the screen then. ...”
    pub join_text: String,
    /// “About these things I ask you first: {topics}. ...”
    pub join_topics: String,
    /// “Yes, together”
    pub join_yes: String,
    /// “No, go on alone”
    pub join_no: String,
    /// “Go on alone?”
    pub part_title: String,
    /// “Is your coach looking elsewhere? ...”
    pub part_text: String,
    /// “Yes, I am alone now”
    pub part_yes: String,
    /// “No, back”
    pub part_no: String,
    /// “Look at it together now”
    pub open_together: String,
    /// “Together again?”
    pub again_title: String,
    /// “What you did alone goes out of sight then. ...”
    pub again_text: String,
    /// “Yes, go on together”
    pub again_yes: String,
    /// “No, go on alone for a while”
    pub again_no: String,
    /// “Are you alone now?”
    pub here_title: String,
    /// “You did this with a coach before. ...”
    pub here_text: String,
    /// “I am alone”
    pub here_alone: String,
    /// “My coach is here”
    pub here_together: String,
    /// “Some earlier questions are not asked any more. ...”
    pub differs_later: String,
    /// “{topic}: alone later, or together now?”
    pub who_ask: String,
    /// “Alone means: it cannot be seen while you sit together. ...”
    pub who_explain: String,
    /// “You need not say why. ...”
    pub who_help: String,
    /// “Together, now”
    pub who_together: String,
    /// “Alone, later”
    pub who_alone: String,
    /// “You do this alone later. ...”
    pub later_alone: String,
    /// “{topic}”
    pub map_topic: String,
    /// “later, alone”
    pub map_alone: String,
    /// “together”
    pub map_together: String,
    /// “Covered”
    pub veiled_title: String,
    /// “Nothing of yours is on the screen now.”
    pub veiled_text: String,
    /// “Go on”
    pub veiled_on: String,
    /// “How do you want to do this talk?”
    pub plan_title: String,
    /// “Choose a plan, or go on without. ...”
    pub plan_text: String,
    /// “{veil} covers everything. {coach} gives tips for your coach. {alone} goes on alone.”, line by line
    pub in_lines: String,
    /// “{meeting}: {sitting}”
    pub plan_sitting: String,
    /// “Without a plan”
    pub plan_without: String,
    /// “Plan of this talk”
    pub running_title: String,
    /// “{spent} of {all} minutes have passed.”
    pub running_time: String,
    /// “{label}, {minutes} minutes”
    pub part: String,
    /// “now: {part}”
    pub part_now: String,
    /// “done: {part}”
    pub part_done: String,
    /// “At home, if you like: {steps}.”
    pub homework: String,
    /// “Next time: {sitting}.”
    pub next_sitting: String,
    /// “Go on”
    pub running_on: String,
    /// “Hide the clock”
    pub clock_hide: String,
    /// “Show the clock”
    pub clock_show: String,
    /// “Go on without a plan”
    pub running_stop: String,
    /// “{spent} of {all} minutes”
    pub clock: String,
    /// “Every question now has tips for your coach too. {coach} stops that.”
    pub prompts_on: String,
    /// “No more prompts.”
    pub prompts_off: String,
    /// “There are no prompts here.”
    pub no_prompts: String,
}
