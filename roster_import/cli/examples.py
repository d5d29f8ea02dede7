"""Two command lines for every command, each with what comes of it: the end of every page of help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "": (
        ("roster-import check club.xlsx", say("See what is wrong with a workbook, cell by cell.", "help")),
        ("roster-import club.xlsx", say("See what would be ordered, and order it after a yes.", "help")),
    ),
    "import": (
        ("roster-import import club.xlsx", say("Show what is ordered, ask, order, and write club.results.xlsx.", "help")),
        (
            "roster-import import teams/*.xlsx --output results",
            say("Order several workbooks; their results go to one folder.", "help")),
    ),
    "amend": (
        ("roster-import amend club.xlsx --dry-run", say("See what was added since the workbook was ordered.", "help")),
        ("roster-import amend club.xlsx", say("Order the players who came later, after a yes.", "help")),
    ),
    "watch": (
        ("roster-import watch incoming", say("Import every workbook that is put into the folder.", "help")),
        (
            "roster-import watch incoming --status",
            say("See whether the watch of the folder is alive, and what it holds.", "help")),
    ),
    "release": (
        (
            "roster-import release incoming/held/club.xlsx",
            say("Import a file that was held, as a person has looked at it.", "help")),
        ("roster-import release incoming/held/*.xlsx --json", say("Release all that are held, and answer a script.", "help")),
    ),
    "worker": (
        ("roster-import worker", say("Place the orders that import --enqueue puts into the queue.", "help")),
        ("roster-import worker --status", say("See what waits, and who works.", "help")),
    ),
    "serve": (
        ("roster-import serve clubs/ --add-user anna", say("Let Anna sign in to the office's page.", "help")),
        ("roster-import serve clubs/", say("Serve the page on this machine until it is stopped.", "help")),
    ),
    "link": (
        ('roster-import link "FC Nord" --until 2026-12-31', say("Print a link to send to the club's coach.", "help")),
        ('roster-import link "FC Nord" --revoke', say("End all links of the club.", "help")),
    ),
    "check": (
        ("roster-import check club.xlsx", say("Find what is wrong, and mark it in club.problems.xlsx.", "help")),
        ('roster-import check list.csv --map "Rückennr.=number"', say("Say what a column means that is not understood.", "help")),
    ),
    "proof": (
        ("roster-import proof club.xlsx --open", say("Draw the shirts and show them in the browser.", "help")),
        ("roster-import proof club.xlsx --pdf --language da", say("Make a PDF in Danish to sign.", "help")),
    ),
    "orders": (
        ("roster-import orders", say("List every order that was sent.", "help")),
        ('roster-import orders --where "Jones 27"', say("Find the order in which a shirt was ordered.", "help")),
    ),
    "orders show": (
        ("roster-import orders show PO-2026-0042", say("See what was sent, and what came back.", "help")),
        ("roster-import orders show PO-2026-0042 --refresh", say("Ask the order system first how it stands by now.", "help")),
    ),
    "orders export": (
        ("roster-import orders export orders.csv", say("Write every line that was ordered, for a spreadsheet.", "help")),
        ("roster-import orders export --format json", say("Write everything on stdout, for another program.", "help")),
    ),
    "orders results": (
        ("roster-import orders results PO-2026-0042", say("Write the results workbook again beside the roster.", "help")),
        ("roster-import orders results PO-2026-0042 -o copy.xlsx", say("Write it to another file.", "help")),
    ),
    "headings": (
        ("roster-import headings", say("See what was answered, for which club, and when.", "help")),
        ("roster-import headings --forget all", say("Forget every answer; it is asked again.", "help")),
    ),
    "designs": (
        ("roster-import designs 299571", say("Show a design, and what is printed on it.", "help")),
        ("roster-import designs home kit", say("Find the designs with these words in their titles.", "help")),
    ),
    "logos": (
        ("roster-import logos crest", say("Find the logos with this word in their titles.", "help")),
        ("roster-import logos 100113 --preview crest.png", say("Show one logo with its prices, and save its picture.", "help")),
    ),
    "resume": (
        ("roster-import resume", say("Follow every order that is not finished, and write its results.", "help")),
        ("roster-import resume --json", say("The same, answered to a script.", "help")),
    ),
    "settle": (
        ("roster-import settle PO-2026-0042 --placed 20002502", say("It stands in the order system under this number.", "help")),
        ("roster-import settle PO-2026-0042 --not-placed", say("It is not there: it may be sent again.", "help")),
    ),
    "ledger": (
        ("roster-import ledger", say("See where the orders are written down, and how many they are.", "help")),
        ("roster-import ledger --json", say("The same, answered to a script.", "help")),
    ),
    "ledger migrate": (
        ("roster-import ledger migrate --from ledger.sqlite3", say("Move this file to where the settings say.", "help")),
        ("roster-import ledger migrate back.sqlite3", say("Move back from the server into a new file.", "help")),
    ),
    "template": (
        ("roster-import template roster.xlsx --language da", say("A blank workbook with Danish headings.", "help")),
        ("roster-import template roster.xlsx --design 299571", say("A workbook that offers this design to the coach.", "help")),
    ),
    "login": (
        ("roster-import login", say("Type the key once; it is kept in the keyring.", "help")),
        ("roster-import login --forget", say("Take the key out of the keyring.", "help")),
    ),
    "doctor": (
        ("roster-import doctor", say("See what is set up, and what is still to be done.", "help")),
        ("roster-import doctor incoming", say("Look at a folder, too, that is to be watched.", "help")),
    ),
    "sandbox": (
        ("roster-import sandbox", say("Listen on port 8808 until it is stopped with Ctrl-C.", "help")),
        ("roster-import sandbox --port 0 --delay 0.5", say("Listen on a free port, and confirm orders at once.", "help")),
    ),
}  # fmt: skip
