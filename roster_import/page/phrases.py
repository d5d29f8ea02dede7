"""What the templates of every page, and of the office's, say."""

from __future__ import annotations

from typing import Final

from roster_import.language.messages import say

PHRASES: Final = {
    "title": say("Rosters"),
    "skip": say("Skip to the content"),
    "language": say("Language"),
    "choose": say("Choose"),
    "sign_in": say("Sign in"),
    "sign_out": say("Sign out"),
    "sign_in_why": say("For the office. Coaches come by the link of their club."),
    "user": say("User"),
    "password": say("Password"),
    "clubs": say("Clubs"),
    "no_clubs": say("No club has a link yet, and nothing was sent."),
    "no_link": say("This link does not work"),
    "no_link_why": say("It has ended, or a part of it is missing. Ask the office you have it from for a new one."),
    "nowhere": say("There is no such page"),
    "nowhere_why": say("The address is mistyped, or what was here is gone."),
    "too_large": say("This file is too large"),
    "too_large_why": say("Nothing of it was kept. Send the roster alone, without pictures."),
    "too_often": say("That was too often"),
    "too_often_why": say("Wait some minutes, then try again. Nothing was lost."),
    "refused": say("This was not done"),
    "refused_why": say(
        "The page you came from was too old, or it was not ours. Go back, load it again, and try once more."
    ),
    "failed": say("Something went wrong here"),
    "failed_why": say("It is our mistake, not yours. Load the page again; what you had done is kept."),
    "back": say("Back"),
}
