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
    "back": say("Back to your lists"),
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
    "nothing_yet": say("nothing was sent yet"),
    "club": say("Club"),
    "until": say("Works until"),
    "until_how": say("Empty: until you end it."),
    "new_link": say("A new club, or a new link"),
    "new_link_why": say("Whoever has a club's link can send and sign rosters for it, and sees nothing of other clubs."),
    "make_link": say("Make a link"),
    "link_made": say("Send this link to the coach"),
    "link_once": say("It is shown this once: only a fingerprint of it is kept. If it is lost, make another."),
    "copy_it": say("Copy"),
    "copied": say("Copied"),
    "settings_why": say("What is set for this club cannot be used, and its coaches wait until it is corrected:"),
    "links": say("Links"),
    "no_links": say("No link of this club works."),
    "end_links": say("End all links"),
    "end_links_why": say(
        "Whoever has one cannot come in any more. What was signed stays; a list that is not signed yet has to be sent again by "
        "a new link."
    ),
    "rosters": say("Rosters"),
    "no_rosters": say("Nothing was sent yet."),
    "orders": say("Orders"),
    "garments": say("Every garment"),
    "came": say("New"),
    "went": say("Gone"),
    "nothing": say("nothing"),
    "more_differences": say("and more that is not shown here"),
    "same_again": say("Just the same was ordered before. Is it meant to be ordered again?"),
    "under_way": say("It is being ordered"),
    "under_way_why": say("You may close this page: it goes on by itself, and nothing is ordered twice."),
    "look_again": say("Look again"),
    "additions_why": say("Its reference was already used for another order. Only what is new since then is ordered."),
    "order_additions": say("Order only what is new"),
    "follow": say("Ask the order system how it stands"),
    "order_why": say("It is ordered once, however often you click. What was signed is what is ordered."),
    "send_back": say("Send back to the coach"),
    "send_back_why": say(
        "The list can be changed again, and has to be signed anew. The coach reads your note the next time they open their "
        "link: tell them that there is one. The file and its proof leave the club's folder."
    ),
    "note": say("What is to be changed?"),
    "files": say("Files"),
    "results": say("Results"),
    "proof": say("Signed proof"),
    "workbook": say("The club's file"),
}
