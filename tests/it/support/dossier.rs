//! A dossier in a test: made and opened the way a person does it.

use std::path::Path;

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::StageView;
use weegwijzer::core::words::Dossier;

use crate::support::keys::bytes;
use crate::support::pty::Program;
use crate::support::script::send;

/// The passphrase of every dossier here.
pub(crate) const PASSPHRASE: &str = "tuin beek lamp stoel wolk fiets kraan";

/// Where the flow is beside the questions; nothing elsewhere.
pub(crate) fn moment(flow: &Flow) -> &'static str {
    match flow.view().stage {
        StageView::Aside(view) => view.moment,
        _ => "",
    }
}

/// Makes a dossier in a real terminal, on the full screen.
pub(crate) fn keep_in(program: &mut Program, words: &Dossier) {
    for (sign, keys) in [
        ("", bytes("ctrl-s")),
        (&*words.whose_title, bytes("enter")),
        (&words.place_title, bytes("enter")),
        (&words.phrase_title, bytes("down*2 enter")),
        (&words.own_title, format!("{PASSPHRASE}\r")),
        (&words.again_title, format!("{PASSPHRASE}\r")),
        (&words.kept_title, bytes("enter")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
}

/// Makes a dossier and goes on with the questions.
pub(crate) fn keep(flow: &mut Flow, host: &mut Host, home: &Path) {
    let secret = || Intent::Secret(Secret::new(PASSPHRASE));
    let path = home.join("mijn.weegwijzer").to_string_lossy().into_owned();
    for (at, intent) in [
        ("", Intent::Keep),
        ("whose", Intent::Choose(0)),
        ("place", Intent::SaveAt(path)),
        ("offered", Intent::Choose(2)),
        ("own", secret()),
        ("again", secret()),
        ("kept", Intent::Choose(0)),
    ] {
        // A coach looks away first.
        if moment(flow) == "look-away" {
            send(flow, host, Intent::Choose(0));
        }
        assert_eq!(moment(flow), at);
        send(flow, host, intent);
    }
    assert_eq!(moment(flow), "");
}
