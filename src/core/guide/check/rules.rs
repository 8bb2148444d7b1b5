//! What conditions ask: whether the questions, fields, options and tags they name are there, and can be asked that.

use crate::core::guide::check::Checker;
use crate::core::guide::types::{Guide, Question};
use crate::core::ids::{FieldId, ItemId, QuestionId};
use crate::core::kept::Text;
use crate::core::kinds::Domain;
use crate::core::rule::{Reference, Rule};
use crate::core::source::{Code, Place};

impl Checker<'_> {
    pub(super) fn rule(&mut self, rule: &Rule, before: Option<usize>) {
        match rule {
            Rule::Always => {}
            Rule::All(rules) | Rule::Any(rules) => {
                for rule in rules {
                    self.rule(rule, before);
                }
            }
            Rule::Not(rule) => self.rule(rule, before),
            Rule::Is { of, one_of } => self.is_rule(of, one_of, before),
            Rule::Answered(of) => {
                if let Some(domain) = self.domain(of, before) {
                    self.field(of, &domain, true);
                }
            }
            Rule::AtLeast { of, number, tag } => {
                if let Some((tag, place)) = tag.as_deref() {
                    self.tag(of, tag, place);
                }
                for reference in of {
                    match self.domain(reference, before) {
                        None
                        | Some(
                            Domain::Many(_)
                            | Domain::Chosen { many: true, .. }
                            | Domain::Plan { .. },
                        ) => {}
                        Some(Domain::Number(low, high)) if (low..=high).contains(number) => {}
                        Some(Domain::Number(low, high)) => {
                            let values = vec![
                                ("number", number.to_string()),
                                ("low", low.to_string()),
                                ("high", high.to_string()),
                            ];
                            self.found
                                .add_with(Code::OutOfRange, &reference.place, values);
                        }
                        Some(
                            Domain::One(_)
                            | Domain::Chosen { many: false, .. }
                            | Domain::Form(_)
                            | Domain::Open
                            | Domain::Nothing,
                        ) => self.mismatch(reference),
                    }
                }
            }
        }
    }

    /// A tag must stand at something that can be chosen there.
    fn tag(&mut self, of: &[Reference], tag: &str, place: &Place) {
        let questions = of.iter().map(|reference| reference.question.clone());
        let tags: Vec<Text> = self
            .sources(questions.collect())
            .iter()
            .flat_map(|question| question.kind.items())
            .flat_map(|item| item.tags.clone())
            .collect();
        if !tags.iter().any(|known| known == tag) {
            let known = tags.iter().map(Text::as_str);
            self.found.unknown(Code::UnknownTag, place, tag, known);
        }
    }

    /// The questions themselves, and those whose choices they offer again.
    pub(super) fn sources(&self, mut pending: Vec<QuestionId>) -> Vec<&Question> {
        let mut sources: Vec<&Question> = Vec::new();
        while let Some(id) = pending.pop() {
            let question = self.draft.questions.iter().find(|other| other.id == id);
            if let Some(question) = question
                && !sources.iter().any(|seen| seen.id == id)
            {
                pending.extend(question.kind.looks_at().into_iter().map(|(id, _)| id));
                sources.push(question);
            }
        }
        sources
    }

    fn is_rule(&mut self, of: &Reference, one_of: &[(ItemId, Place)], before: Option<usize>) {
        let Some(domain) = self.domain(of, before) else {
            return;
        };
        let ids = match &domain {
            Domain::One(ids) | Domain::Many(ids) => Some(ids.clone()),
            Domain::Chosen { .. } => self.draft.ids(&of.question, 0),
            Domain::Plan { rows, .. } if of.field.is_none() => Some(rows.clone()),
            Domain::Form(_) | Domain::Plan { .. } => self.field(of, &domain, false),
            Domain::Number(..) | Domain::Open | Domain::Nothing => {
                self.mismatch(of);
                None
            }
        };
        let Some(ids) = ids else { return };
        for (id, place) in one_of {
            if !ids.contains(id) {
                self.found.unknown(
                    Code::UnknownOption,
                    place,
                    id.as_str(),
                    ids.iter().map(ItemId::as_str),
                );
            }
        }
    }

    pub(super) fn domain(&mut self, of: &Reference, before: Option<usize>) -> Option<Domain> {
        if of.question == Guide::company() && of.field.is_none() {
            return Some(Domain::One(["yes", "no"].map(ItemId::new).to_vec()));
        }
        if of.question == Guide::item()
            && let Some(person) = &self.person
        {
            return Some(person.clone());
        }
        let question = match of.question.of_another_time() {
            Some(earlier) => self.of_followed(&earlier, &of.place)?,
            None => self.earlier(&of.question, &of.place, before)?,
        };
        let domain = question.kind.domain();
        // Who is told something in a plan of another time, and how often a question was repeated then, is not known here.
        if of.question.of_another_time().is_some()
            && (question.each.is_some() || matches!(domain, Domain::Plan { .. }))
        {
            self.mismatch(of);
            return None;
        }
        if of.field.is_some() && !matches!(domain, Domain::Form(_) | Domain::Plan { .. }) {
            self.mismatch(of);
            return None;
        }
        Some(domain)
    }

    /// Finds the ids that a field of a form can hold; whole forms and typed fields can only be asked about as answered.
    pub(super) fn field(
        &mut self,
        of: &Reference,
        domain: &Domain,
        answered: bool,
    ) -> Option<Vec<ItemId>> {
        let columns: Vec<(FieldId, Option<Vec<ItemId>>)>;
        let fields = match domain {
            Domain::Form(fields) => fields,
            Domain::Plan { columns: all, .. } => {
                let all = all.iter().cloned();
                columns = all.map(|(id, ids)| (id, Some(ids))).collect();
                &columns
            }
            Domain::One(_)
            | Domain::Many(_)
            | Domain::Chosen { .. }
            | Domain::Number(..)
            | Domain::Open
            | Domain::Nothing => return None,
        };
        let Some(field) = &of.field else {
            if !answered {
                self.mismatch(of);
            }
            return None;
        };
        let Some((_, ids)) = fields.iter().find(|(id, _)| id == field) else {
            self.found.unknown(
                Code::UnknownField,
                &of.place,
                field.as_str(),
                fields.iter().map(|(id, _): &(FieldId, _)| id.as_str()),
            );
            return None;
        };
        if ids.is_none() && !answered {
            self.mismatch(of);
        }
        ids.clone()
    }

    pub(super) fn mismatch(&mut self, of: &Reference) {
        self.found.add_with(
            Code::RuleMismatch,
            &of.place,
            vec![("name", of.question.to_string())],
        );
    }
}
