//! The view of practising the talk: a question to answer, or a few sentences and ways on, in the shapes of any other moment.

use crate::app::flow::practice::Order;
use crate::app::flow::rehearsal_ways::{AtCompare, AtStart};
use crate::app::flow::state::Flow;
use crate::app::stage::Rehearsing;
use crate::app::view::{AsideBody, AsideView, AskingView, StageView};
use crate::core::answer::{Answer, Blank};
use crate::core::ask::Ask;
use crate::core::ids::QuestionId;
use crate::core::kept::Text;
use crate::core::rehearsal::{EmployerQuestion, MayAsk};
use crate::core::words::fill;

impl Flow {
    /// The name of what is asked at a moment of practising; no question of a guide can have it.
    pub(super) fn rehearsed_id(&self, at: &Rehearsing) -> Option<QuestionId> {
        let question = self.practice.question()?;
        let turn = self.practice.turn();
        let moment = match at {
            Rehearsing::Asked => "asked".to_owned(),
            Rehearsing::Surprised => "then".to_owned(),
            Rehearsing::Law => "law".to_owned(),
            Rehearsing::Line(line) => format!("line/{line}"),
            Rehearsing::Start
            | Rehearsing::Pick
            | Rehearsing::Drafts
            | Rehearsing::Forget(_)
            | Rehearsing::Compare
            | Rehearsing::Lines
            | Rehearsing::Done => return None,
        };
        let id = format!(":rehearsal/{question}/{turn}/{moment}");
        Some(QuestionId::new(&id))
    }

    /// What stands before the person while they practise.
    pub(super) fn rehearsing(&self, at: &Rehearsing) -> StageView {
        let question = self.employer_asks();
        let asked = |view: Option<AskingView>| match view {
            Some(view) => StageView::Asking(Box::new(view)),
            // The guide does not know the question any more.
            None => StageView::Aside(self.rehearsal_start()),
        };
        match at {
            Rehearsing::Start => StageView::Aside(self.rehearsal_start()),
            Rehearsing::Pick => StageView::Aside(self.rehearsal_pick()),
            Rehearsing::Drafts => StageView::Aside(self.drafts_view()),
            Rehearsing::Forget(number) => StageView::Aside(self.forget_view(*number)),
            Rehearsing::Asked => asked(question.and_then(|one| self.asked_view(one, at))),
            Rehearsing::Surprised => asked(question.and_then(|one| self.surprise_view(one, at))),
            Rehearsing::Law => asked(question.and_then(|one| self.law_view(one, at))),
            Rehearsing::Line(line) => asked(self.line_view(line, at)),
            Rehearsing::Compare => StageView::Aside(match question {
                Some(question) => self.compare_view(question),
                None => self.rehearsal_start(),
            }),
            Rehearsing::Lines => StageView::Aside(self.lines_view()),
            Rehearsing::Done => StageView::Aside(self.rehearsal_done()),
        }
    }

    fn rehearsal_start(&self) -> AsideView {
        let words = &self.words.rehearsal;
        let all = self.practised().len();
        let count = [("count", &*all.to_string())];
        let way = |way: &AtStart| match way {
            AtStart::Resume => self.of_place(&words.resume),
            AtStart::All(Order::Written) => words.in_order.clone(),
            AtStart::All(Order::Shuffled) => words.shuffled.clone(),
            AtStart::Pick => words.pick.clone(),
            AtStart::Drafts => words.drafts.clone(),
            AtStart::Clock if self.practice.clock.wanted => words.clock_on.clone(),
            AtStart::Clock => words.clock_off.clone(),
            AtStart::Leave => words.leave.clone(),
        };
        ways(
            "rehearsal-start",
            &self.words.menu.rehearse,
            [fill(&words.start, &count), words.stays.clone()]
                .into_iter()
                .chain(self.together().then(|| words.together.clone()))
                .collect(),
            self.ways_at_start().iter().map(way).collect(),
        )
    }

    fn rehearsal_pick(&self) -> AsideView {
        let all = self.practised().into_iter();
        ways(
            "rehearsal-pick",
            &self.words.rehearsal.pick_title,
            Vec::new(),
            all.map(|question| question.ask.to_string()).collect(),
        )
    }

    /// Which question it is, of how many.
    fn of_place(&self, sentence: &str) -> String {
        let (number, count) = self.practice.place().unwrap_or_default();
        let values = [
            ("number", &*number.to_string()),
            ("count", &*count.to_string()),
        ];
        fill(sentence, &values)
    }

    fn asked_view(&self, question: &EmployerQuestion, at: &Rehearsing) -> Option<AskingView> {
        let words = &self.words.rehearsal;
        let mut gives = self.of_place(&words.number);
        if self.practice.clock.wanted {
            let minutes = self.practice.clock.minutes().to_string();
            gives.push(' ');
            gives.push_str(&fill(&words.clock, &[("minutes", &minutes)]));
        }
        let said = self.practice.now().map(|tried| tried.said.as_str());
        let asks = fill(&words.asks, &[("ask", &question.ask)]);
        Some(AskingView {
            gives: Some(gives),
            explain: Some(words.explain.clone()),
            ..self.to_say(at, asks, said)?
        })
    }

    fn surprise_view(&self, question: &EmployerQuestion, at: &Rehearsing) -> Option<AskingView> {
        let said = self.practice.now().map(|tried| tried.then.as_str());
        let view = self.to_say(at, question.surprise.to_string(), said)?;
        Some(AskingView {
            explain: Some(self.words.rehearsal.explain_then.clone()),
            ..view
        })
    }

    /// Something to say: typed, or aloud.
    fn to_say(&self, at: &Rehearsing, question: String, said: Option<&str>) -> Option<AskingView> {
        let said = said.filter(|text| !text.is_empty());
        Some(AskingView {
            answer: said.map(|text| Answer::Text(text.to_owned())),
            aloud: true,
            blanks: vec![Blank::NotKnown, Blank::Skipped],
            ..self.bare(at, question, Self::draft_ask())?
        })
    }

    fn law_view(&self, question: &EmployerQuestion, at: &Rehearsing) -> Option<AskingView> {
        let mut body = question.because.to_string();
        let mut facts = question.facts.clone();
        let card = self.card_of(question).map(|asked| &asked.ask);
        if let Some(Ask::Read {
            body: more,
            facts: others,
        }) = card
        {
            body = format!("{body}\n\n{more}");
            let new = others.iter().filter(|fact| !question.facts.contains(fact));
            facts.extend(new.cloned());
        }
        let ask = Ask::Read {
            body: body.into(),
            facts,
        };
        self.bare(at, question.ask.to_string(), ask)
    }

    fn line_view(&self, line: &QuestionId, at: &Rehearsing) -> Option<AskingView> {
        let words = &self.words.rehearsal;
        let session = self.session.as_ref()?;
        let asked = session.walk().find(line)?;
        let author = session.guide().question(line)?;
        let mut explain = words.line_explain.clone();
        if let Some(Answer::Text(there)) = &asked.answer {
            explain.push(' ');
            explain.push_str(&fill(&words.line_replaces, &[("text", there)]));
        }
        let sentence = self.own_sentence()?;
        // The person has a sentence; no other ones are put beside it.
        let mut ask = asked.ask.clone();
        if let Ask::Line { offers, .. } = &mut ask {
            offers.clear();
        }
        Some(AskingView {
            explain: Some(explain),
            answer: Some(Answer::Text(sentence.to_owned())),
            help: self.about_thing(&author.help, author, asked),
            ..self.bare(at, self.about_thing(&author.ask, author, asked), ask)?
        })
    }

    fn bare(&self, at: &Rehearsing, question: String, ask: Ask) -> Option<AskingView> {
        Some(AskingView {
            id: self.rehearsed_id(at)?,
            gives: None,
            question,
            explain: None,
            help: self.words.rehearsal.help.clone(),
            about: Vec::new(),
            terms: Vec::new(),
            seek: None,
            ask,
            answer: None,
            refusal: self.refusal.clone(),
            aloud: false,
            blanks: Vec::new(),
            coach: None,
        })
    }

    fn compare_view(&self, question: &EmployerQuestion) -> AsideView {
        let words = &self.words.rehearsal;
        let way = |way: &AtCompare| match way {
            AtCompare::Next if self.practice.is_last() => words.last.clone(),
            AtCompare::Next => words.next.clone(),
            AtCompare::Again => words.again.clone(),
            AtCompare::Line => words.to_plan.clone(),
            AtCompare::Law if question.facts.iter().any(|fact| fact.law.is_some()) => {
                words.law.clone()
            }
            AtCompare::Law => words.more.clone(),
            AtCompare::Leave => words.stop.clone(),
        };
        let mut text = self.own_words(question);
        let because = [("because", &*question.because)];
        text.push(match question.may_ask {
            MayAsk::Yes => question.because.to_string(),
            MayAsk::No => fill(&words.may_not, &because),
            MayAsk::Later => fill(&words.may_later, &because),
        });
        text.push(words.examples.clone());
        let examples = [
            (&words.answer, &question.answer),
            (&words.boundary, &question.boundary),
            (&words.to_work, &question.to_work),
        ];
        let example = |(sentence, text): (&String, &Text)| fill(sentence, &[("text", &**text)]);
        AsideView {
            exact: examples.into_iter().map(example).collect(),
            ..ways(
                "rehearsal-compare",
                &question.ask,
                text,
                self.ways_at_compare().iter().map(way).collect(),
            )
        }
    }

    /// What the person said, this time and the last time.
    fn own_words(&self, question: &EmployerQuestion) -> Vec<String> {
        let words = &self.words.rehearsal;
        let Some(tried) = self.practice.now() else {
            return vec![words.unknown.clone()];
        };
        let typed = |text: &str, sentence: &str| {
            (!text.is_empty()).then(|| fill(sentence, &[("text", text)]))
        };
        let said = typed(&tried.said, &words.you);
        let mut all = vec![said.unwrap_or_else(|| words.aloud.clone())];
        if self.practice.surprises() {
            all.push(question.surprise.to_string());
            all.extend(typed(&tried.then, &words.then));
        } else if let Some(before) = self.practice.before() {
            all.push(fill(&words.before, &[("text", before)]));
        }
        all
    }

    fn lines_view(&self) -> AsideView {
        let session = self.session.as_ref();
        let lines = self.lines_of_plan().into_iter();
        let lines = lines.filter_map(|asked| Some(self.short(session?, asked)));
        ways(
            "rehearsal-lines",
            &self.words.rehearsal.lines_title,
            Vec::new(),
            lines.collect(),
        )
    }

    fn rehearsal_done(&self) -> AsideView {
        let words = &self.words.rehearsal;
        ways(
            "rehearsal-done",
            &words.done_title,
            vec![words.done_text.clone()],
            vec![words.done.clone(), words.round.clone()],
        )
    }
}

fn ways(moment: &'static str, title: &str, text: Vec<String>, ways: Vec<String>) -> AsideView {
    AsideView {
        moment,
        title: title.to_owned(),
        text,
        exact: Vec::new(),
        problem: None,
        start: 0,
        body: AsideBody::Ways(ways),
    }
}
