"""What each command is told, declared once: click's options, the types here and the documentation come from it.

The types have no `repr`: what they hold may be a key.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.catalogues import LANGUAGES
from roster_import.model.option import (
    Option,
    Told,
    argument,
    number,
    path,
    switch,
    text,
    texts,
    usually,
    what_is_told,
    yes_or_no,
)
from roster_import.model.setting_names import PRINT_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES: Option[tuple[Path, ...]] = argument("path", (), many=True, required=True)
REFERENCE = argument("text", "", required=True)
FOLDER = argument("path", Path(), required=True)
TARGET = text("--target", "The order system: kitmaker, dropday or jtl.", "NAME", setting="target")
SANDBOX = switch("--sandbox", says="Use a stand-in order system on this machine, for this run.")
JSON = switch("--json", says="Print one JSON document on stdout and nothing else.")
VERBOSE = switch("-v", "--verbose", says="List every order on a terminal, however many they are.")
LANGUAGE = text(
    "--language",
    "The language people are spoken to in; without it the setting's, the workbook's, the locale's.",
    choices=LANGUAGES,
    setting="language",
)
OFFLINE = switch("--offline", says="Do not ask the order system what it has.", setting="offline")
TEST_ORDER = switch("--test-order", says="Place test orders, where the system has such (Dropday).")
SETTINGS = path(
    "--settings",
    kind="file",
    says="A settings file, stronger than the others, that may say everything.",
    listed_last=True,
)
FORCE = switch("--force", says="Replace a file that is already there.")


@what_is_told
class Command(Told):
    """What every command can be told from Python, beside its own options: the settings that no option names.

    None is what environment and settings files say. A table is a mapping, as in `roster-import.toml`.
    """

    settings: Path | None = SETTINGS()
    ledger: Path | str | None = None
    poll_interval: float | None = None
    poll_timeout: float | None = None
    ledger_patience: float | None = None
    request_timeout: float | None = None
    retry_wait: float | None = None
    file_seconds: float | None = None
    file_megabytes: int | None = None
    file_cells: int | None = None
    requests_in_flight: int | None = None
    requests_per_second: float | None = None
    order: Mapping[str, object] | None = None
    delivery: Mapping[str, object] | None = None
    organizations: Mapping[str, object] | None = None
    catalogue: Mapping[str, object] | None = None
    kitmaker: Mapping[str, object] | None = None
    dropday: Mapping[str, object] | None = None
    jtl: Mapping[str, object] | None = None


@what_is_told
class FilesCommand(Command):
    """Files to be read, and how they are to be understood."""

    files: tuple[Path, ...] = FILES()
    reference: str | None = text("--reference", "The order's reference, in place of the sheet's.", "TEXT")()
    print_name: str | None = text(
        "--print-name", "Whether and how a lone name column is printed.", choices=PRINT_NAMES, setting="print_name"
    )()
    design: str | None = text(
        "--design", "The design of every row that names none.", "TITLE|ID|MUL", setting="design"
    )()
    mapping: tuple[str, ...] = texts("--map", "What a column means.", "HEADING=MEANING")()
    titles: tuple[str, ...] = texts("--title", "Which design a text in the list means, in every row.", "TEXT=TITLE")()
    sheets: tuple[str, ...] = texts("--sheet", "The roster's sheet; others are left alone.", "NAME")()
    apply_safe: bool = switch("--apply-safe", says="Apply the suggestions that change nothing of what is meant.")()
    sport: str | None = text(
        "--sport", "Whose rules the numbers follow: football, handball, basketball …", "NAME", setting="sport"
    )()
    encoding: str | None = text("--encoding", "The encoding of a text file, where it is read wrongly.", "NAME")()
    delimiter: str | None = text("--delimiter", "The delimiter of a text file, where it is read wrongly.", "CHAR")()
    accept_warnings: bool | None = yes_or_no(
        "--accept-warnings/--no-accept-warnings", says="Whether a file with warnings is placed."
    )()
    offline: bool = OFFLINE()
    target: str | None = TARGET()


@what_is_told
class _RunCommand(FilesCommand):
    sandbox: bool = SANDBOX()
    as_json: bool = JSON()
    verbose: bool = VERBOSE()


@what_is_told
class CheckCommand(_RunCommand):
    """Check files; nothing that places anything is sent."""

    language: str | None = LANGUAGE()


@what_is_told
class AmendCommand(_RunCommand):
    """Order what was added to files since they were ordered."""

    dry_run: bool = switch("--dry-run", says="Do everything short of sending.")()
    yes: bool = switch("-y", "--yes", says="Do not ask before placing.")()
    output: Path | None = path("-o", "--output", says="Where the results go: a file, or a folder for several.")()
    language: str | None = LANGUAGE()
    new_order: bool = switch("--new-order", says="Order what came although a colleague's amendment has its name.")()


@what_is_told
class ImportCommand(AmendCommand):
    """Place the orders of files."""

    new_order: bool = switch("--new-order", says="Order again although the same order was already placed.")()
    test_order: bool = TEST_ORDER()
    enqueue: bool = switch("--enqueue", says="Put the orders into the queue of a shared ledger: workers place them.")()


@what_is_told
class WorkerCommand(Command):
    """Place what waits in the queue."""

    target: str | None = TARGET()
    jobs: int = usually("--jobs", 16, "Orders under way at once in this worker.", least=1, most=256)()
    once: bool = switch("--once", says="End when nothing waits any more: for cron, and for trying out.")()
    status: bool = switch("--status", says="Say how workers and queue do: 0 well, 1 look at it, 2 nobody works.")()
    metrics: Path | None = path(
        "--metrics", kind="file", says="A file of metrics for Prometheus, written anew all the time."
    )()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class ProofCommand(FilesCommand):
    """Draw the shirts of files."""

    as_json: bool = JSON()
    output: Path | None = path("-o", "--output", says="Where the proof goes: a page, or a folder for several.")()
    language: str | None = LANGUAGE()
    pdf: bool = switch("--pdf", says="Print it to PDF too, with Chrome, Chromium or Edge.")()
    open: bool = switch("--open", says="Show it in the browser.")()
    force: bool = FORCE()


@what_is_told
class ResumeCommand(Command):
    """Finish what earlier runs left unfinished."""

    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    test_order: bool = TEST_ORDER()
    as_json: bool = JSON()
    verbose: bool = VERBOSE()
    language: str | None = LANGUAGE()


@what_is_told
class TemplateCommand(Command):
    """Write a blank roster workbook."""

    out: Path | None = argument("path", None)()
    language: str | None = LANGUAGE()
    force: bool = FORCE()
    designs: tuple[str, ...] = texts("--design", "A design for its catalogue; repeatable.", "ID|MUL")()
    logos: tuple[str, ...] = texts("--logo", "A loose logo for its catalogue; repeatable.", "ID|SKU")()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    offline: bool = OFFLINE()
    as_json: bool = JSON()


# ------------------------------------------------------------------------------------------------------ the ledger


@what_is_told
class OrdersCommand(Command):
    """List the orders that were sent."""

    where: str | None = text(
        "--where", "Only orders with these words in a reference, number, file, name or line.", "TEXT"
    )()
    last: int | None = number("--last", "Only the latest so many of them.", "NUMBER", kind="count", least=1)()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class ShowCommand(Command):
    """Show one order whole."""

    reference: str = REFERENCE()
    refresh: bool = switch("--refresh", says="Ask the order system first how the order stands by now.")()
    target: str | None = TARGET()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class ExportCommand(Command):
    """Write down everything the ledger holds."""

    out: Path | None = argument("file", None)()
    form: str = usually(
        "--format",
        "csv",
        "The form of the file: a table for spreadsheets, or JSON for programs.",
        choices=("csv", "json"),
    )()
    language: str | None = LANGUAGE()


@what_is_told
class ResultsCommand(Command):
    """Write the results workbook of an order again."""

    reference: str = REFERENCE()
    output: Path | None = path("-o", "--output", kind="file", says="The file to write.")()
    language: str | None = LANGUAGE()


@what_is_told
class LedgerCommand(Command):
    """Say where the ledger lies."""

    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class MigrateCommand(Command):
    """Move the ledger."""

    to: str | None = argument("text", None, metavar="[FILE|postgresql://…]")()
    source: str | None = text(
        "--from", "Where the ledger lies now; without it where the settings say.", "FILE|ADDRESS"
    )()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class SettleCommand(Command):
    """Tell the ledger what became of an order."""

    reference: str = REFERENCE()
    placed: str | None = text("--placed", "It was placed, under this order number.", "ORDER_NUMBER")()
    tracking_id: str | None = text(
        "--tracking-id", "It was placed; ask what became of it under this tracking id.", "ID"
    )()
    not_placed: bool = switch("--not-placed", says="It was not placed; it may be sent again.")()
    organization: str = Option(
        kind="text", flags=("--organization",), default="", metavar="ID", says="The vendor child it was for, if any."
    )()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    test_order: bool = TEST_ORDER()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class HeadingsCommand(Command):
    """List, or forget, what was answered about headings."""

    forget: str | None = text("--forget", "Forget the answers about one heading row, or `all`.", "ID")()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


# ------------------------------------------------------------------------------------- order system and machine


@what_is_told
class CatalogueCommand(Command):
    """Show designs, or logos, of the order system."""

    names: tuple[str, ...] = argument("text", (), many=True, metavar="[ID|MUL|SKU|WORDS]…")()
    refresh: bool = switch("--refresh", says="Ask the order system, however young the answer that is kept.")()
    offline: bool = switch("--offline", says="Show only what is kept from earlier answers.", setting="offline")()
    preview: Path | None = path("--preview", says="Save a picture: a file, or a folder for several.")()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class LoginCommand(Command):
    """Keep the key of the order system."""

    target: str | None = TARGET()
    language: str | None = LANGUAGE()
    forget: bool = switch("--forget", says="Take the key out of the keyring.")()
    as_json: bool = JSON()


@what_is_told
class DoctorCommand(Command):
    """Say whether this machine is set up."""

    folder: Path | None = argument("path", None)()
    target: str | None = TARGET()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class WatchCommand(Command):
    """Import whatever lands in a folder."""

    folder: Path = FOLDER()
    once: bool = switch("--once", says="Do what is to be done now, and end: for cron and Task Scheduler.")()
    status: bool = switch("--status", says="Say how the watch of the folder does: 0 well, 1 look at it, 2 not alive.")()
    within: float | None = number("--within", "With --status: alive if it looked in that time.", "SECONDS")()
    accept_existing: bool = switch("--accept-existing", says="Take the files that were there before the first start.")()
    accept_warnings: bool | None = yes_or_no(
        "--accept-warnings/--no-accept-warnings", says="Whether files with warnings are placed, or held."
    )()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class ReleaseCommand(Command):
    """Let held files go."""

    files: tuple[Path, ...] = FILES()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class ServeCommand(Command):
    """Serve the pages for coaches and the office."""

    folder: Path = FOLDER()
    host: str = usually("--host", "127.0.0.1", "The address to listen on.")()
    port: int = usually("--port", 8330, "0 takes a free one.", least=0, most=65535)()
    add_user: str | None = text(
        "--add-user", "Let somebody of the office sign in; the password is asked for, or read from stdin.", "NAME"
    )()
    remove_user: str | None = text("--remove-user", "Let somebody sign in no more.", "NAME")()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    language: str | None = LANGUAGE()


@what_is_told
class LinkCommand(Command):
    """Make, list and end the links of clubs."""

    club: str | None = argument("text", None)()
    until: str | None = text("--until", "The last day on which it works.", "YYYY-MM-DD")()
    revoke: bool = switch("--revoke", says="End the links of the club: none of them works any more.")()
    list_: bool = switch("--list", says="List the links that were made.")()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class SandboxCommand(Told):
    """Run the stand-in order systems."""

    host: str = usually("--host", "127.0.0.1", "A loopback address to listen on.")()
    port: int = usually("--port", 8808, "0 takes a free one.", least=0, most=65535)()
    state: Path | None = path("--state", kind="file", says="A file it keeps its orders in.")()
    delay: float = usually("--delay", 3.0, "Seconds to confirm an order.", least=0)()
    key: str = usually("--key", "sandbox-key", "The key it accepts.")()
    catalogue: Path | None = path("--catalogue", exists=True, says="A JSON file of designs and logos.")()
    faults: tuple[str, ...] = texts("--fault", "Misbehave, such as place:drop-after-taking*2.", "SPEC")()
    switches: tuple[str, ...] = texts("--set", "Set a switch; see docs/sandbox.md.", "NAME=VALUE")()
    verbose: bool = switch("-v", "--verbose", says="Say more on stderr.")()
