//! The command line: what was asked for, and the exit code of what came of it.
//!
//! Every sentence comes from the catalogue, also help and mistakes. No argument ever carries an answer.

mod asked;
mod colophon;
mod dossiers;
mod files;
mod health;
mod sheet;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::app::disk::System;
use crate::app::failure::{Failure, Kind};
use crate::app::flow::{Dossiers, ENDING, Flow, Start};
use crate::app::host::{self, Host, Ran, Surroundings};
use crate::app::intent::{FaceKind, Intent};
use crate::app::panics;
use crate::app::settings::{Mistakes, Settings, SettingsFile};
use crate::app::settings_file;
use crate::app::shelf::Shelf;
use crate::app::stage::Aim;
use crate::cli::asked::{Out, library};
use crate::content::library::Library;
use crate::core::source::nearest;
use crate::core::words::{Lang, Words, fill};
use crate::faces::Look;
use crate::paper::FORMATS;

/// What a settings file says, whether there is one, and what is wrong in it.
type Habits = (Settings, SettingsFile, Mistakes);

/// Runs the program and returns its exit code.
pub fn run(
    args: &[OsString],
    surroundings: &Surroundings,
    is_terminal: bool,
    out: Out<'_>,
    err: Out<'_>,
) -> u8 {
    let built_in = Library::built_in();
    let langs = built_in.langs();
    let habits = settings_file::read(&System, surroundings.settings.as_deref(), &langs);
    let lang = language(args, &habits.0, surroundings, &langs);
    let words = match built_in.words(&lang) {
        Ok(words) => Arc::new(words),
        Err(_) => return Kind::Ours.exit_code(),
    };
    panics::hush(words.failure.panic.clone(), || {});
    let matches = match command().try_get_matches_from(opening(args)) {
        Ok(matches) => matches,
        Err(error) => {
            let _ = writeln!(err, "{}\n\n{}", mistake(&error, &words), words.cli.see_help);
            return Kind::Command.exit_code();
        }
    };
    if matches.get_flag("help")
        || matches.subcommand().is_some_and(|(_, inner)| {
            inner.get_flag("help")
                || inner
                    .subcommand()
                    .is_some_and(|(_, inner)| inner.get_flag("help"))
        })
    {
        let _ = write!(out, "{}", words.cli.help);
        return 0;
    }
    if matches.get_flag("version") {
        let _ = writeln!(
            out,
            "{} {}",
            words.common.program,
            env!("CARGO_PKG_VERSION")
        );
        return 0;
    }
    let result = match matches.subcommand() {
        Some(("sheet", inner)) => sheet::sheet(inner, &matches, &lang, &words, surroundings),
        Some(("check", inner)) => {
            health::check_text(inner, &matches, &lang, &words, surroundings, out)
        }
        Some(("lexicon", inner)) => {
            health::lexicon_words(inner, &matches, &words, surroundings, out)
        }
        Some(("lint", inner)) => files::lint_files(inner, &matches, &words, out),
        Some(("about", inner)) => {
            colophon::about(inner, &matches, &lang, &words, surroundings, out)
        }
        Some(("sources", _)) => colophon::list_sources(&matches, &lang, &words, surroundings, out),
        Some(("explain", inner)) => files::explain(inner, &words, out),
        Some(("forget", inner)) => dossiers::forget(inner, &words, surroundings, out),
        Some(("open", inner)) if !inner.contains_id("file") => {
            dossiers::known(&words, surroundings, out)
        }
        Some(("open", inner)) => {
            let begin = Some((dossiers::place(inner), Aim::GoOn));
            start(
                &matches,
                lang,
                words.clone(),
                surroundings,
                is_terminal,
                begin,
                habits,
            )
        }
        Some(("passphrase", inner)) => {
            let begin = Some((dossiers::place(inner), Aim::Change));
            start(
                &matches,
                lang,
                words.clone(),
                surroundings,
                is_terminal,
                begin,
                habits,
            )
        }
        Some(_) | None => start(
            &matches,
            lang,
            words.clone(),
            surroundings,
            is_terminal,
            None,
            habits,
        ),
    };
    match result {
        Ok(code) => code,
        Err(failure) => {
            let _ = writeln!(err, "{}", failure.message);
            failure.kind.exit_code()
        }
    }
}

/// What `about` can be asked.
fn about(bare: Command) -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let day = clap::builder::NonEmptyStringValueParser::new();
    bare.arg(flag("criteria"))
        .arg(Arg::new("date").long("date").value_parser(day))
}

/// What `lint` takes.
fn lint(bare: Command) -> Command {
    bare.arg(Arg::new("path").value_parser(clap::value_parser!(PathBuf)))
        .arg(
            Arg::new("readability")
                .long("readability")
                .action(ArgAction::SetTrue),
        )
}

fn command() -> Command {
    let help = || {
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::SetTrue)
    };
    let plain = Command::new("weegwijzer")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    let file = || Arg::new("file").value_parser(clap::value_parser!(PathBuf));
    let bare = |name: &'static str| Command::new(name).disable_help_flag(true).arg(help());
    plain
        .arg(help())
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_parser(clap::builder::NonEmptyStringValueParser::new())
                .global(true),
        )
        .arg(
            Arg::new("questions")
                .long("questions")
                .value_parser(clap::value_parser!(PathBuf))
                .global(true),
        )
        .arg(Arg::new("guide").long("guide"))
        .arg(
            Arg::new("together")
                .long("together")
                .action(ArgAction::SetTrue)
                .global(true),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .action(ArgAction::SetTrue)
                .global(true),
        )
        .subcommand(
            bare("sheet")
                .arg(
                    Arg::new("answers")
                        .long("answers")
                        .required_unless_present("help")
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .action(ArgAction::Append)
                        .value_parser(FORMATS.map(|format| format.ending)),
                )
                .arg(
                    Arg::new("date")
                        .long("date")
                        .value_parser(clap::builder::NonEmptyStringValueParser::new()),
                )
                .arg(
                    Arg::new("out")
                        .long("out")
                        .required_unless_present("help")
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("replace")
                        .long("replace")
                        .action(ArgAction::SetTrue),
                ),
        )
        .subcommand(
            bare("check")
                .arg(Arg::new("file").value_parser(clap::value_parser!(PathBuf)))
                .arg(Arg::new("jsonl").long("jsonl").action(ArgAction::SetTrue)),
        )
        .subcommand(
            bare("lexicon").subcommand(
                bare("guard").arg(
                    Arg::new("dictionary")
                        .required_unless_present("help")
                        .num_args(1..)
                        .value_parser(clap::value_parser!(PathBuf)),
                ),
            ),
        )
        .subcommand(lint(bare("lint")))
        .subcommand(about(bare("about")))
        .subcommand(bare("sources"))
        .subcommand(bare("explain").arg(Arg::new("code").required_unless_present("help")))
        .subcommand(bare("open").arg(file()))
        .subcommand(bare("passphrase").arg(file().required_unless_present("help")))
        .subcommand(bare("forget").arg(file().required_unless_present("help")))
}

/// A file manager hands over the file alone: then it is to be opened.
fn opening(args: &[OsString]) -> Vec<OsString> {
    let takes_value = |arg: &OsString| VALUED.iter().any(|name| arg == name);
    let first = args.iter().enumerate().skip(1).find(|(place, arg)| {
        let before = place.checked_sub(1).and_then(|before| args.get(before));
        !arg.to_string_lossy().starts_with('-') && !before.is_some_and(takes_value)
    });
    let mut args = args.to_vec();
    if let Some((place, arg)) = first
        && arg.to_string_lossy().ends_with(ENDING)
    {
        args.insert(place, OsString::from("open"));
    }
    args
}

/// Options that take a value behind them, before any sub-command.
const VALUED: [&str; 3] = ["--lang", "--questions", "--guide"];

/// The language asked for, or remembered, or that of the system, or Dutch. Read before clap, so that its mistakes can be told in
/// it.
fn language(
    args: &[OsString],
    settings: &Settings,
    surroundings: &Surroundings,
    langs: &[Lang],
) -> Lang {
    let mut asked = None;
    let mut args = args.iter().map(|arg| arg.to_string_lossy());
    while let Some(arg) = args.next() {
        if arg == "--lang" {
            asked = args.next().map(std::borrow::Cow::into_owned);
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            asked = Some(value.to_owned());
        }
    }
    let known = |name: &str| {
        langs
            .iter()
            .find(|lang| lang.as_str().eq_ignore_ascii_case(name))
            .cloned()
    };
    let from_system = || {
        surroundings
            .locale
            .as_deref()
            .and_then(|locale| known(locale.split(['-', '_', '.']).next().unwrap_or_default()))
    };
    asked
        .as_deref()
        .and_then(known)
        .or_else(|| settings.lang.clone())
        .or_else(from_system)
        .unwrap_or_else(Lang::base)
}

/// Says a mistake on the command line in our own words.
fn mistake(error: &clap::Error, words: &Words) -> String {
    let cli = &words.cli;
    let context = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let kind = error.kind();
    let sentence = if kind == ErrorKind::UnknownArgument {
        let suggested = error
            .get(ContextKind::SuggestedArg)
            .map(ToString::to_string);
        let near = suggested.map(|near| fill(&words.answers.near, &[("name", &near)]));
        let near = near.unwrap_or_default();
        fill(
            &cli.unknown_argument,
            &[("name", &argument), ("near", &near)],
        )
    } else if kind == ErrorKind::InvalidSubcommand {
        let name = context(ContextKind::InvalidSubcommand);
        let near =
            nearest(&name, COMMANDS).map(|near| fill(&words.answers.near, &[("name", &near)]));
        let near = near.unwrap_or_default();
        fill(&cli.unknown_command, &[("name", &name), ("near", &near)])
    } else if [
        ErrorKind::InvalidValue,
        ErrorKind::ValueValidation,
        ErrorKind::InvalidUtf8,
    ]
    .contains(&kind)
    {
        let value = context(ContextKind::InvalidValue);
        let values = context(ContextKind::ValidValue);
        fill(
            &cli.bad_value,
            &[("name", &argument), ("value", &value), ("values", &values)],
        )
    } else if kind == ErrorKind::MissingRequiredArgument {
        fill(&cli.missing, &[("name", &argument)])
    } else {
        fill(&cli.other, &[("name", &argument)])
    };
    sentence.trim_end().to_owned()
}

/// The sub-commands, for near names.
const COMMANDS: [&str; 10] = [
    "about",
    "sources",
    "sheet",
    "check",
    "lexicon",
    "lint",
    "explain",
    "open",
    "forget",
    "passphrase",
];

/// Asks in person: in the face that fits, and in the other one when the person changes. `begin` is a dossier to begin with.
fn start(
    matches: &ArgMatches,
    lang: Lang,
    words: Arc<Words>,
    surroundings: &Surroundings,
    is_terminal: bool,
    begin: Option<(String, Aim)>,
    habits: Habits,
) -> Result<u8, Failure> {
    let library = library(matches, &words, surroundings)?.with_words(lang.clone(), words.clone());
    let guide = matches
        .get_one::<String>("guide")
        .cloned()
        .unwrap_or_else(|| "openness".to_owned());
    let guides = library.guides();
    if !guides.contains(&guide) {
        let near = nearest(&guide, guides.iter().map(String::as_str))
            .map(|near| fill(&words.answers.near, &[("name", &near)]))
            .unwrap_or_default();
        return Err(Failure::new(
            Kind::Command,
            fill(
                &words.cli.unknown_guide,
                &[("name", &guide), ("near", &near)],
            )
            .trim_end()
            .to_owned(),
        ));
    }
    let folder = surroundings
        .documents
        .clone()
        .map(|dir| dir.join("").to_string_lossy().into_owned())
        .unwrap_or_default();
    let langs = library.langs();
    let shelf = Shelf::new(surroundings.settings.clone());
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let own = surroundings.home.as_deref().map(host::own_folder);
    let dossiers = Dossiers {
        folder: own.map(|dir| text(dir.join(""))).unwrap_or_default(),
        known: shelf.known(&System).into_iter().map(text).collect(),
    };
    let mut flow = Flow::start(Start {
        lang,
        words,
        langs,
        guide,
        folder,
        today: host::today(),
        dossiers,
    });
    if matches.get_flag("together") {
        flow.begin_together();
    }
    let asked = matches
        .get_one::<String>("lang")
        .map(|_| flow.lang().clone());
    let mut host = Host::new(library, surroundings.home.clone())
        .with_shelf(shelf)
        .with_lang(asked);
    if let Some((path, aim)) = begin
        && let Ran::Outcome(outcome) = host.run(flow.begin_with(&path, aim))
    {
        flow.update(Intent::Done(outcome));
    }
    let (settings, file, mut mistakes) = habits;
    let plain = matches.get_flag("plain") || surroundings.dumb || !is_terminal;
    let face = if plain {
        FaceKind::Plain
    } else {
        settings.face.unwrap_or(FaceKind::Full)
    };
    let look = Look::of(&settings, surroundings.no_color, &mut mistakes);
    flow.settle(settings, file, mistakes, face);
    crate::faces::run(flow, host, face, &look).map(|()| 0)
}
