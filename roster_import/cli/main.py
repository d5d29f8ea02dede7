"""The command line: parse, call, print, exit. Everything slow is imported by the command that needs it."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import import __version__
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import joined, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRONG_USAGE, UNFINISHED, INTERRUPTED = 2, 4, 130
_INTERRUPTED = say("Interrupted. Whatever was sent stands in the ledger: roster-import resume finishes it.")


class _Commands(click.Group):
    """The group: a bare file name is imported, and options may stand before the command or the file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, arranged(args, set(self.commands)))


def arranged(args: Sequence[str], commands: set[str]) -> list[str]:
    """The arguments with the command first: the one that is named, else `import` where a file or option is."""
    if not args or args[0] in commands or args[0] in ("--help", "-h", "--version"):
        return list(args)
    at = _first_word(args)
    if at is not None and args[at] in commands:
        return [args[at], *args[:at], *args[at + 1 :]]
    return ["import", *args]


def _first_word(args: Sequence[str]) -> int | None:
    """Where the first argument stands that is neither an option nor an option's value."""
    skip = False
    for at, arg in enumerate(args):
        if skip:
            skip = False
        elif arg == "--":
            return None
        elif arg.startswith("-") and arg != "-":
            skip = "=" not in arg and arg in _WITH_VALUE
        else:
            return at
    return None


_WITH_VALUE = frozenset(
    {
        "--target",
        "--output",
        "-o",
        "--reference",
        "--print-name",
        "--map",
        "--sheet",
        "--encoding",
        "--delimiter",
        "--where",
        "--within",
        "--language",
        "--preview",
        "--design",
        "--logo",
    }
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="roster-import")
def cli() -> None:
    """Turn a coach's filled-in workbook into a placed order, and a results workbook.

    roster-import club.xlsx is the same as roster-import import club.xlsx.
    """


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return add


_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout and nothing else.")
_SANDBOX = click.option("--sandbox", is_flag=True, help="Use a stand-in order system on this machine, for this run.")
_TARGET = click.option("--target", metavar="NAME", help="The order system: kitmaker, dropday or jtl.")
_VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say more on stderr.")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Do everything short of sending.")
_YES = click.option("-y", "--yes", is_flag=True, help="Do not ask before placing.")
_OFFLINE = click.option("--offline", is_flag=True, help="Do not ask the order system what it has.")
_OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the results go: a file, or a folder for several."
)
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language people are spoken to in; without it the setting's, the workbook's, the locale's.",
)
_TEST_ORDER = click.option("--test-order", is_flag=True, help="Place test orders, where the system has such (Dropday).")
_FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
_READING = _options(
    click.option("--reference", metavar="TEXT", help="The order's reference, in place of the sheet's."),
    click.option(
        "--print-name",
        type=click.Choice(["as-written", "surname", "none"]),
        help="Whether and how a lone name column is printed.",
    ),
    click.option("--map", "mapping", multiple=True, metavar="HEADING=MEANING", help="What a column means."),
    click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="The roster's sheet; others are left alone."),
    click.option("--apply-safe", is_flag=True, help="Apply the suggestions that change nothing of what is meant."),
    click.option("--sport", metavar="NAME", help="Whose rules the numbers follow: football, handball, basketball …"),
    click.option("--encoding", metavar="NAME", help="The encoding of a text file, where it is read wrongly."),
    click.option("--delimiter", metavar="CHAR", help="The delimiter of a text file, where it is read wrongly."),
    click.option(
        "--accept-warnings/--no-accept-warnings", default=None, help="Whether a file with warnings is placed."
    ),
    _OFFLINE,
)


@cli.command("import")
@_FILES
@_READING
@_options(_TARGET, _SANDBOX, _JSON, _VERBOSE, _DRY_RUN, _YES, _OUTPUT, _LANGUAGE)
@click.option("--new-order", is_flag=True, help="Order again although the same order was already placed.")
@_TEST_ORDER
def import_(**options: Any) -> int:
    """Place the order(s) in the file(s), and write the results workbooks."""
    from roster_import.cli.place import import_command

    return import_command(options)


@cli.command()
@_FILES
@_READING
@_options(_TARGET, _SANDBOX, _JSON, _VERBOSE, _DRY_RUN, _YES, _OUTPUT, _LANGUAGE)
def amend(**options: Any) -> int:
    """Order only what was added to the file(s) since they were ordered."""
    from roster_import.cli.place import amend_command

    return amend_command(options)


@cli.command()
@_FILES
@_READING
@_options(_TARGET, _SANDBOX, _JSON, _VERBOSE, _LANGUAGE)
def check(**options: Any) -> int:
    """Do everything short of ordering; nothing that places anything is sent."""
    from roster_import.cli.place import check_command

    return check_command(options)


@cli.command()
@_FILES
@_READING
@_options(_TARGET, _JSON)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the proof goes: a page, or a folder for several."
)
@_LANGUAGE
@click.option("--pdf", is_flag=True, help="Print it to PDF too, with Chrome, Chromium or Edge.")
@click.option("--open", is_flag=True, help="Show it in the browser.")
@click.option("--force", is_flag=True, help="Replace a file that is already there.")
def proof(**options: Any) -> int:
    """Draw every shirt as it will be printed, on a page to look over and sign."""
    from roster_import.cli.proof import proof_command

    return proof_command(options)


@cli.command()
@click.argument("out", required=False, type=click.Path(path_type=Path))
@_LANGUAGE
@click.option("--force", is_flag=True, help="Replace a file that is already there.")
@click.option("--design", "designs", multiple=True, metavar="ID|MUL", help="A design for its catalogue; repeatable.")
@click.option("--logo", "logos", multiple=True, metavar="ID|SKU", help="A loose logo for its catalogue; repeatable.")
@_options(_TARGET, _SANDBOX, _OFFLINE)
def template(**options: Any) -> int:
    """Write a blank roster workbook, its catalogue filled with what the order system has of the designs and logos named."""
    from roster_import.cli.template import template_command

    return template_command(options)


@cli.group(invoke_without_command=True)
@click.option(
    "--where", metavar="TEXT", help="Only orders with these words in a reference, number, file, name or line."
)
@_options(_JSON, _LANGUAGE)
@click.pass_context
def orders(ctx: click.Context, where: str | None, as_json: bool, language: str | None) -> int:
    """Say what the ledger knows of the orders that were sent."""
    if ctx.invoked_subcommand is not None:
        return 0
    from roster_import.cli.orders import list_orders

    return list_orders(where, as_json=as_json, language=language)


@orders.command("show")
@click.argument("reference")
@click.option("--refresh", is_flag=True, help="Ask the order system first how the order stands by now.")
@_options(_TARGET, _JSON, _LANGUAGE)
def show_order(reference: str, **options: Any) -> int:
    """Show one order whole: what was sent when, by whom, and what came back."""
    from roster_import.cli.orders import show

    return show(reference, options)


@orders.command("export")
@click.argument("out", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@_LANGUAGE
def export_orders(out: Path | None, form: str, language: str | None) -> int:
    """Write everything the ledger holds to a file, or to stdout."""
    from roster_import.cli.orders import export

    return export(form, out, language)


@orders.command("results")
@click.argument("reference")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@_LANGUAGE
def order_results(reference: str, output: Path | None, language: str | None) -> int:
    """Write the results workbook of an order again, from what the ledger holds."""
    from roster_import.cli.orders import rewrite_results

    return rewrite_results(reference, output, language)


@cli.command()
@click.option("--forget", metavar="ID", help="Forget the answers about one heading row, or `all`.")
@_options(_JSON, _LANGUAGE)
def headings(forget: str | None, as_json: bool, language: str | None) -> int:
    """List, or forget, what was answered about the headings of earlier files."""
    from roster_import.cli.orders import headings_command

    return headings_command(forget, as_json=as_json, language=language)


_LOOKING = _options(
    click.argument("names", nargs=-1, metavar="[ID|MUL|SKU|WORDS]…"),
    click.option("--refresh", is_flag=True, help="Ask the order system, however young the answer that is kept."),
    click.option("--offline", is_flag=True, help="Show only what is kept from earlier answers."),
    click.option("--preview", type=click.Path(path_type=Path), help="Save a picture: a file, or a folder for several."),
)


@cli.command()
@_LOOKING
@_options(_TARGET, _SANDBOX, _JSON)
def designs(**options: Any) -> int:
    """Show designs of the order system: those named, else all that are known here."""
    from roster_import.cli.designs import designs_command

    return designs_command(options)


@cli.command()
@_LOOKING
@_options(_TARGET, _SANDBOX, _JSON)
def logos(**options: Any) -> int:
    """Show the logos the order system has: one whole by its id, else the list, or a search in it."""
    from roster_import.cli.designs import logos_command

    return logos_command(options)


@cli.command()
@_options(_TARGET, _LANGUAGE)
@click.option("--forget", is_flag=True, help="Take the key out of the keyring.")
def login(**options: Any) -> int:
    """Keep the key of the order system in the system's keyring; it is asked for, or read from stdin."""
    from roster_import.cli.login import login_command

    return login_command(options)


@cli.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@_options(_TARGET, _JSON, _LANGUAGE)
def doctor(**options: Any) -> int:
    """Say whether this machine is set up: settings, key, reachability, ledger, folders; also looks at FOLDER, for watch."""
    from roster_import.cli.doctor import doctor_command

    return doctor_command(options)


@cli.command()
@_options(_TARGET, _SANDBOX, _TEST_ORDER, _JSON, _VERBOSE, _LANGUAGE)
def resume(**options: Any) -> int:
    """Finish what earlier runs left unfinished, and write their results workbooks."""
    from roster_import.cli.place import resume_command

    return resume_command(options)


@cli.command()
@click.argument("reference")
@click.option("--placed", metavar="ORDER_NUMBER", help="It was placed, under this order number.")
@click.option("--tracking-id", metavar="ID", help="It was placed; ask what became of it under this tracking id.")
@click.option("--not-placed", is_flag=True, help="It was not placed; it may be sent again, as a new attempt.")
@click.option("--organization", default="", metavar="ID", help="The vendor child it was for, if any.")
@_options(_TARGET, _SANDBOX, _TEST_ORDER, _LANGUAGE)
def settle(**options: Any) -> int:
    """Tell the ledger what became of an order whose answer was lost."""
    from roster_import.cli.orders import settle_command

    return settle_command(options)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Do what is to be done now, and end: for cron and Task Scheduler.")
@click.option("--status", is_flag=True, help="Say how the watch of the folder does: 0 well, 1 look at it, 2 not alive.")
@click.option("--within", type=float, metavar="SECONDS", help="With --status: alive if it looked in that time.")
@click.option("--accept-existing", is_flag=True, help="Take the files that were there before the first start.")
@click.option(
    "--accept-warnings/--no-accept-warnings", default=None, help="Whether files with warnings are placed, or held."
)
@_options(_TARGET, _SANDBOX, _JSON, _LANGUAGE)
def watch(**options: Any) -> int:
    """Import whatever lands in the folder, until it is stopped."""
    from roster_import.cli.watch import watch_command

    return watch_command(options)


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_LANGUAGE
def release(files: tuple[Path, ...], language: str | None) -> int:
    """Let files go that a watched folder holds."""
    from roster_import.cli.watch import release_command

    return release_command(files, language)


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address to listen on.")
@click.option("--port", default=8808, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="A file it keeps its orders in.")
@click.option("--delay", default=3.0, show_default=True, type=click.FloatRange(0), help="Seconds to confirm an order.")
@click.option("--key", default="sandbox-key", show_default=True, help="The key it accepts.")
@click.option("--catalogue", type=click.Path(path_type=Path, exists=True), help="A JSON file of designs and logos.")
@click.option("--fault", "faults", multiple=True, metavar="SPEC", help="Misbehave, such as place:drop-after-taking*2.")
@click.option("--set", "switches", multiple=True, metavar="NAME=VALUE", help="Set a switch; see docs/sandbox.md.")
@_VERBOSE
def sandbox(**options: Any) -> int:
    """Run the stand-in order system on loopback until it is stopped."""
    from roster_import.cli.template import sandbox_command

    return sandbox_command(options)


# ---------------------------------------------------------------------------------------------------- the door


def run(args: Sequence[str] | None = None) -> None:
    """Run a command line and exit; nobody ever sees a traceback."""
    arguments = list(sys.argv[1:] if args is None else args)
    # Nothing here multiplies matrices: a pool of idle threads per run would only cost start-up.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with suppress(ValueError):  # not in a thread
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop, by a person or by the machine
    try:
        status = cli.main(arguments, standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        status = _say(_INTERRUPTED, INTERRUPTED, arguments)
    except click.ClickException as error:
        status = _say(_usage(error), WRONG_USAGE, arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: a sentence instead of a traceback
        status = _unexpected(error, arguments)
    sys.exit(status if isinstance(status, int) else 0)


def _usage(error: click.ClickException) -> str:
    return joined(error.format_message(), say("See roster-import --help."))


def _unexpected(error: Exception, arguments: Sequence[str]) -> int:
    from roster_import.errors import RosterImportError

    if isinstance(error, RosterImportError):
        return _say(error.message, WRONG_USAGE, arguments)
    if os.environ.get("ROSTER_IMPORT_DEBUG"):
        raise error
    return _say(
        say(
            "roster-import failed in a way it should not ({kind}). Whatever was sent stands in the ledger: roster-import "
            "resume finishes it. Please report this; ROSTER_IMPORT_DEBUG=1 shows where it happened.",
            kind=type(error).__name__,
        ),
        UNFINISHED,
        arguments,
    )


def _say(message: str, status: int, arguments: Sequence[str]) -> int:
    """Say why it ends: in JSON in English, on stderr in the reader's language."""
    if "--json" in arguments:
        import json

        document = {"version": 1, "files": [], "error": {"message": message, "exitStatus": status}}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    click.echo(f"roster-import: {_spoken(message, arguments)}", err=True)
    return status


def _spoken(message: str, arguments: Sequence[str]) -> str:
    """The message in the language that was asked for, as far as that can still be told."""
    from roster_import.language.translations import in_language
    from roster_import.pipeline.options import language_at_the_door

    return in_language(message, language_at_the_door(arguments, os.environ, Path.cwd()))
