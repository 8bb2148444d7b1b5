//! Replies that are known beforehand, put all at once: an answers file is not asked its questions one by one.
//!
//! What a person would be refused is refused here too, and what is not asked in the end was never answered.

use std::collections::BTreeMap;

use crate::app::flow::state::Flow;
use crate::app::flow::update::blocked;
use crate::core::answer::{Answer, Blank};
use crate::core::ask::{Refusal, Reply};
use crate::core::ids::QuestionId;
use crate::core::session::{Asked, Session};

/// Every round settles a question or is the last; the limit holds even for a guide that would run in circles.
const ROUNDS: usize = 10_000;

impl Flow {
    /// Answers every question that is asked, and goes to the last one. Returns why replies were refused; those questions are
    /// skipped.
    pub fn give(&mut self, reply: impl Fn(&Asked) -> Reply) -> BTreeMap<QuestionId, String> {
        let mut refused = BTreeMap::new();
        let Some(session) = &mut self.session else {
            return BTreeMap::new();
        };
        session.fill(&|asked| asked.ask.hear(reply(asked)).ok());
        for _ in 0..ROUNDS {
            let news = news(session, &reply, &mut refused);
            if news.is_empty() {
                break;
            }
            session.put_all(news);
        }
        if let Some(last) = session.walk().asked().last().map(|asked| asked.id.clone()) {
            session.go(&last);
        }
        let say = |(id, refusal)| (id, self.words.refusal(&refusal));
        refused.into_iter().map(say).collect()
    }
}

/// What is to be put now: answers to open questions; where there are none, what came out otherwise since it was put.
fn news(
    session: &Session,
    reply: impl Fn(&Asked) -> Reply,
    refused: &mut BTreeMap<QuestionId, Refusal>,
) -> Vec<(QuestionId, Option<Answer>)> {
    let asked = session.walk().asked();
    let mut news = Vec::new();
    for asked in asked.iter().filter(|asked| asked.answer.is_none()) {
        match heard(session, asked, reply(asked)) {
            Ok(answer) if session.answers().get(&asked.id) == Some(&answer) => {}
            Ok(answer) => news.push((asked.id.clone(), Some(answer))),
            // All before the first open question stands, so it will not be asked otherwise.
            Err(refusal) if news.is_empty() => {
                refused.insert(asked.id.clone(), refusal);
                news.push((asked.id.clone(), Some(Answer::Blank(Blank::Skipped))));
            }
            Err(_) => {}
        }
    }
    if !news.is_empty() {
        return news;
    }
    // A question may have been answered before all that it depends on was.
    for asked in asked
        .iter()
        .filter(|asked| !refused.contains_key(&asked.id))
    {
        match heard(session, asked, reply(asked)) {
            Ok(answer) if session.answers().get(&asked.id) == Some(&answer) => {}
            Ok(answer) => return vec![(asked.id.clone(), Some(answer))],
            Err(refusal) => {
                refused.insert(asked.id.clone(), refusal);
                return vec![(asked.id.clone(), Some(Answer::Blank(Blank::Skipped)))];
            }
        }
    }
    let given = session.answers().iter().map(|(id, _)| id);
    let gone = given.filter(|id| session.walk().find(id).is_none());
    gone.map(|id| (id.clone(), None)).collect()
}

fn heard(session: &Session, asked: &Asked, reply: Reply) -> Result<Answer, Refusal> {
    let answer = asked.ask.hear(reply)?;
    match blocked(session, &asked.id, &answer) {
        Some(reason) => Err(Refusal::Blocked(reason)),
        None => Ok(answer),
    }
}
