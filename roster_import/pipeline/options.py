"""What each command is told, declared once: click's options, the types here and the documentation come from it.

The types have no `repr`: what they hold may be a key.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

from roster_import.language.catalogues import LANGUAGES
from roster_import.model.option import Option, path, switch, text, texts, yes_or_no
from roster_import.model.setting_names import PRINT_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

FILES: Option[tuple[Path, ...]] = Option(kind="path", flags=(), default=(), many=True, required=True)
REFERENCE = Option(kind="text", flags=(), default="", required=True)
CLUB: Option[str | None] = Option(kind="text", flags=(), default=None)
NAMES: Option[tuple[str, ...]] = Option(kind="text", flags=(), default=(), many=True, metavar="[ID|MUL|SKU|WORDS]…")

TARGET = text("--target", metavar="NAME", says="The order system: kitmaker, dropday or jtl.", setting="target")
SANDBOX = switch("--sandbox", says="Use a stand-in order system on this machine, for this run.")
JSON = switch("--json", says="Print one JSON document on stdout and nothing else.")
VERBOSE = switch("-v", "--verbose", says="List every order on a terminal, however many they are.")
LANGUAGE = text(
    "--language",
    choices=LANGUAGES,
    says="The language people are spoken to in; without it the setting's, the workbook's, the locale's.",
    setting="language",
)
OFFLINE = switch("--offline", says="Do not ask the order system what it has.", setting="offline")
TEST_ORDER = switch("--test-order", says="Place test orders, where the system has such (Dropday).")
WITHIN: Option[float | None] = Option(
    kind="number",
    flags=("--within",),
    default=None,
    metavar="SECONDS",
    says="With --status: alive if it looked in that time.",
)
SETTINGS: Option[Path | None] = Option(
    kind="file",
    flags=("--settings",),
    default=None,
    says="A settings file, stronger than the others, that may say everything.",
    listed_last=True,
)
FORCE = switch("--force", says="Replace a file that is already there.")


def installed_systems() -> tuple[str, ...]:
    """The order systems of other packages, each with its package: `csvdrop (roster-csvdrop 1.0)`; none is loaded."""
    from roster_import.targets.plugins import installed

    return tuple(f"{plugin.name} ({plugin.package})" for plugin in installed())


class Told:
    """What a command is told: its fields, each by its name or as it is without."""

    __slots__ = ()

    def __init__(self, **told: object) -> None:
        """One for all commands: one for each would be made anew at every start, and help is to come at once."""
        for entry in fields(self):  # type: ignore[arg-type]  # every class below is a dataclass
            object.__setattr__(self, entry.name, told.pop(entry.name, entry.default))
        if told:
            raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument {next(iter(told))!r}")

    def __setattr__(self, name: str, value: object) -> None:
        """Nothing is told anew; said here once for all commands, as `__init__` is."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Nor taken back."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def what_is_told(cls: type[T]) -> type[T]:
    """A frozen type of options, made without the code that dataclasses write for each."""
    return dataclass(slots=True, kw_only=True, eq=False, repr=False, init=False)(cls)


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
    reference: str | None = text(
        "--reference", metavar="TEXT", says="The order's reference, in place of the sheet's."
    )()
    print_name: str | None = text(
        "--print-name",
        choices=PRINT_NAMES,
        says="Whether and how a lone name column is printed.",
        setting="print_name",
    )()
    design: str | None = text(
        "--design",
        metavar="TITLE|ID|MUL",
        says="The design of every row, where no column says it.",
        setting="design",
    )()
    mapping: tuple[str, ...] = texts("--map", metavar="HEADING=MEANING", says="What a column means.")()
    titles: tuple[str, ...] = texts(
        "--title", metavar="TEXT=TITLE", says="Which design a text in the list means, in every row."
    )()
    sheets: tuple[str, ...] = texts("--sheet", metavar="NAME", says="The roster's sheet; others are left alone.")()
    apply_safe: bool = switch("--apply-safe", says="Apply the suggestions that change nothing of what is meant.")()
    sport: str | None = text(
        "--sport",
        metavar="NAME",
        says="Whose rules the numbers follow: football, handball, basketball …",
        setting="sport",
    )()
    encoding: str | None = text(
        "--encoding", metavar="NAME", says="The encoding of a text file, where it is read wrongly."
    )()
    delimiter: str | None = text(
        "--delimiter", metavar="CHAR", says="The delimiter of a text file, where it is read wrongly."
    )()
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
    jobs: int = Option(
        kind="count",
        flags=("--jobs",),
        default=16,
        show_default=True,
        least=1,
        most=256,
        says="Orders under way at once in this worker.",
    )()
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

    out: Path | None = Option(kind="path", flags=(), default=None)()
    language: str | None = LANGUAGE()
    force: bool = FORCE()
    designs: tuple[str, ...] = texts("--design", metavar="ID|MUL", says="A design for its catalogue; repeatable.")()
    logos: tuple[str, ...] = texts("--logo", metavar="ID|SKU", says="A loose logo for its catalogue; repeatable.")()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    offline: bool = OFFLINE()
    as_json: bool = JSON()


# ------------------------------------------------------------------------------------------------------ the ledger


@what_is_told
class OrdersCommand(Command):
    """List the orders that were sent."""

    where: str | None = text(
        "--where", metavar="TEXT", says="Only orders with these words in a reference, number, file, name or line."
    )()
    last: int | None = Option(
        kind="count",
        flags=("--last",),
        default=None,
        metavar="NUMBER",
        least=1,
        says="Only the latest so many of them.",
    )()
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

    out: Path | None = Option(kind="file", flags=(), default=None)()
    form: str = Option(
        kind="text",
        flags=("--format",),
        default="csv",
        choices=("csv", "json"),
        show_default=True,
        says="The form of the file: a table for spreadsheets, or JSON for programs.",
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

    to: str | None = Option(kind="text", flags=(), default=None, metavar="[FILE|postgresql://…]")()
    source: str | None = text(
        "--from", metavar="FILE|ADDRESS", says="Where the ledger lies now; without it where the settings say."
    )()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class SettleCommand(Command):
    """Tell the ledger what became of an order."""

    reference: str = REFERENCE()
    placed: str | None = text("--placed", metavar="ORDER_NUMBER", says="It was placed, under this order number.")()
    tracking_id: str | None = text(
        "--tracking-id", metavar="ID", says="It was placed; ask what became of it under this tracking id."
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

    forget: str | None = text("--forget", metavar="ID", says="Forget the answers about one heading row, or `all`.")()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


# ------------------------------------------------------------------------------------- order system and machine


@what_is_told
class CatalogueCommand(Command):
    """Show designs, or logos, of the order system."""

    names: tuple[str, ...] = NAMES()
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

    folder: Path | None = Option(kind="path", flags=(), default=None)()
    target: str | None = TARGET()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class WatchCommand(Command):
    """Import whatever lands in a folder."""

    folder: Path = Option(kind="path", flags=(), default=Path(), required=True)()
    once: bool = switch("--once", says="Do what is to be done now, and end: for cron and Task Scheduler.")()
    status: bool = switch("--status", says="Say how the watch of the folder does: 0 well, 1 look at it, 2 not alive.")()
    within: float | None = WITHIN()
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

    folder: Path = Option(kind="path", flags=(), default=Path(), required=True)()
    host: str = Option(
        kind="text", flags=("--host",), default="127.0.0.1", show_default=True, says="The address to listen on."
    )()
    port: int = Option(
        kind="count",
        flags=("--port",),
        default=8330,
        show_default=True,
        least=0,
        most=65535,
        says="0 takes a free one.",
    )()
    add_user: str | None = text(
        "--add-user",
        metavar="NAME",
        says="Let somebody of the office sign in; the password is asked for, or read from stdin.",
    )()
    remove_user: str | None = text("--remove-user", metavar="NAME", says="Let somebody sign in no more.")()
    target: str | None = TARGET()
    sandbox: bool = SANDBOX()
    language: str | None = LANGUAGE()


@what_is_told
class LinkCommand(Command):
    """Make, list and end the links of clubs."""

    club: str | None = CLUB()
    until: str | None = text("--until", metavar="YYYY-MM-DD", says="The last day on which it works.")()
    revoke: bool = switch("--revoke", says="End the links of the club: none of them works any more.")()
    list_: bool = switch("--list", says="List the links that were made.")()
    as_json: bool = JSON()
    language: str | None = LANGUAGE()


@what_is_told
class SandboxCommand(Told):
    """Run the stand-in order systems."""

    host: str = Option(
        kind="text",
        flags=("--host",),
        default="127.0.0.1",
        show_default=True,
        says="A loopback address to listen on.",
    )()
    port: int = Option(
        kind="count",
        flags=("--port",),
        default=8808,
        show_default=True,
        least=0,
        most=65535,
        says="0 takes a free one.",
    )()
    state: Path | None = path("--state", kind="file", says="A file it keeps its orders in.")()
    delay: float = Option(
        kind="number", flags=("--delay",), default=3.0, show_default=True, least=0, says="Seconds to confirm an order."
    )()
    key: str = Option(
        kind="text", flags=("--key",), default="sandbox-key", show_default=True, says="The key it accepts."
    )()
    catalogue: Path | None = path("--catalogue", exists=True, says="A JSON file of designs and logos.")()
    faults: tuple[str, ...] = texts("--fault", metavar="SPEC", says="Misbehave, such as place:drop-after-taking*2.")()
    switches: tuple[str, ...] = texts("--set", metavar="NAME=VALUE", says="Set a switch; see docs/sandbox.md.")()
    verbose: bool = switch("-v", "--verbose", says="Say more on stderr.")()
