"""The command line: parse, call, print, exit. Everything slow is imported by the command that needs it."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from roster_import.cli.help_language import asked_language
from roster_import.cli.options import ASKED, command, command_first, with_width
from roster_import.cli.pieces import line
from roster_import.cli.screen import show, show_document, show_page
from roster_import.language.messages import say
from roster_import.model.setting_names import __version__
from roster_import.pipeline.collector import looks_as_usual, looks_seldom
from roster_import.pipeline.frame_process import frames_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from roster_import.pipeline.options import (
        AmendCommand,
        CatalogueCommand,
        CheckCommand,
        DoctorCommand,
        ExportCommand,
        HeadingsCommand,
        ImportCommand,
        LedgerCommand,
        LinkCommand,
        LoginCommand,
        MigrateCommand,
        OrdersCommand,
        ProofCommand,
        ReleaseCommand,
        ResultsCommand,
        ResumeCommand,
        SandboxCommand,
        ServeCommand,
        SettleCommand,
        ShowCommand,
        TemplateCommand,
        WatchCommand,
        WorkerCommand,
    )

WRONG_USAGE, UNFINISHED, INTERRUPTED = 2, 4, 130
GROUPS = (
    (say("Order", "help"), ("import", "amend", "watch", "release", "worker", "serve")),
    (say("Look", "help"), ("check", "proof", "orders", "designs", "logos")),
    (say("Keep", "help"), ("resume", "settle", "headings", "ledger")),
    (say("Set up", "help"), ("template", "link", "login", "doctor", "sandbox")),
)
_EVERYWHERE = (
    ("COMMAND --help", say("Show what a command can be told, with examples.", "help")),
    ("--language LANGUAGE", say("The language of help and of every answer: en, da or de.", "help")),
    ("--version", say("Show the version.", "help")),
    ("-h, --help", say("Show this page.", "help")),
)
_HELP = ("--help", "-h")
_NOTHING_SENT = say("Interrupted. Nothing was sent.")


class _Commands(click.Group):
    """All the commands: a bare file name is imported, and options may stand before the command or the file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's, with the command first; the language that help would be in is kept."""
        ctx.meta[ASKED] = asked_language(args)
        return super().parse_args(ctx, arranged(args))

    def get_help(self, ctx: click.Context) -> str:
        """Click's, as wide as the screen, up to a width that is still read at a glance."""
        return super().get_help(with_width(ctx))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by what they are for, each with its whole sentence."""
        from roster_import.cli.examples import EXAMPLES
        from roster_import.cli.help_language import language_of_help
        from roster_import.cli.help_page import Page, command_rows

        page = Page(language_of_help(ctx.meta.get(ASKED)), formatter.width)
        page.usage("roster-import", page.said(say("COMMAND [OPTIONS] …", "help")))
        page.paragraphs(self.help or "")
        page.tables((title, command_rows(self, names, page)) for title, names in GROUPS)
        page.tables([(say("Everywhere", "help"), [(names, page.said(meaning)) for names, meaning in _EVERYWHERE])])
        page.examples(dict(EXAMPLES[""]))
        formatter.write(str(page))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Click's, and the files of the folder: a bare file name is imported."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def arranged(args: Sequence[str]) -> list[str]:
    """The arguments with the command first: the one that is named, else `import` where a file or option is."""
    if not args or args[0] in cli.commands or args[0] == "--version":
        return list(args)
    words = command_first(args, cli)
    if words[0] in cli.commands:
        return words
    return ["--help"] if any(word in _HELP for word in args) else ["import", *words]


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="roster-import")
def cli() -> None:
    """Turn a coach's filled-in workbook into a placed order, and a results workbook.

    roster-import club.xlsx is the same as roster-import import club.xlsx.
    """


@command(cli)
def import_(told: ImportCommand) -> int:
    """Place the order(s) in the file(s), and write the results workbooks."""
    with frames_aside():
        from roster_import.cli.place import import_command

        return import_command(told)


@command(cli)
def amend(told: AmendCommand) -> int:
    """Order only what was added to the file(s) since they were ordered."""
    with frames_aside():
        from roster_import.cli.place import amend_command

        return amend_command(told)


@command(cli)
def check(told: CheckCommand) -> int:
    """Do everything short of ordering; nothing that places anything is sent."""
    with frames_aside():
        from roster_import.cli.place import check_command

        return check_command(told)


@command(cli)
def proof(told: ProofCommand) -> int:
    """Draw every shirt as it will be printed, on a page to look over and sign."""
    with frames_aside():
        from roster_import.cli.documents import proof_command

        return proof_command(told)


@command(cli)
def template(told: TemplateCommand) -> int:
    """Write a blank roster workbook, its catalogue filled with what the order system has of the designs and logos named."""
    from roster_import.cli.documents import template_command

    return template_command(told)


@command(cli, group=True)
def orders(told: OrdersCommand) -> int:
    """Say what the ledger knows of the orders that were sent."""
    from roster_import.cli.order_list import orders_command

    return orders_command(told)


@command(orders, "show")
def show_order(told: ShowCommand) -> int:
    """Show one order whole: what was sent when, by whom, and what came back."""
    from roster_import.cli.orders import show_command

    return show_command(told)


@command(orders, "export")
def export_orders(told: ExportCommand) -> int:
    """Write everything the ledger holds to a file, or to stdout."""
    from roster_import.cli.orders import export_command

    return export_command(told)


@command(orders, "results")
def order_results(told: ResultsCommand) -> int:
    """Write the results workbook of an order again, from what the ledger holds."""
    from roster_import.cli.orders import results_command

    return results_command(told)


@command(cli)
def headings(told: HeadingsCommand) -> int:
    """List, or forget, what was answered about the headings of earlier files."""
    from roster_import.cli.orders import headings_command

    return headings_command(told)


@command(cli, group=True)
def ledger(told: LedgerCommand) -> int:
    """Say where the ledger lies, and how many orders it holds."""
    from roster_import.cli.ledger import ledger_command

    return ledger_command(told)


@command(ledger, "migrate")
def migrate_ledger(told: MigrateCommand) -> int:
    """Move the ledger, whole and compared: from a file to a PostgreSQL server that machines share, or back."""
    from roster_import.cli.ledger import migrate_command

    return migrate_command(told)


@command(cli)
def designs(told: CatalogueCommand) -> int:
    """Show designs of the order system: those named, else all that are known here."""
    from roster_import.cli.designs import designs_command

    return designs_command(told)


@command(cli)
def logos(told: CatalogueCommand) -> int:
    """Show the logos the order system has: one whole by its id, else the list, or a search in it."""
    from roster_import.cli.designs import logos_command

    return logos_command(told)


@command(cli)
def login(told: LoginCommand) -> int:
    """Keep the key of the order system in the system's keyring; it is asked for, or read from stdin."""
    from roster_import.cli.machine import login_command

    return login_command(told)


@command(cli)
def doctor(told: DoctorCommand) -> int:
    """Say whether this machine is set up: settings, key, reachability, ledger, folders; also looks at FOLDER, for watch."""
    from roster_import.cli.machine import doctor_command

    return doctor_command(told)


@command(cli)
def resume(told: ResumeCommand) -> int:
    """Finish what earlier runs left unfinished, and write their results workbooks."""
    from roster_import.cli.place import resume_command

    return resume_command(told)


@command(cli)
def settle(told: SettleCommand) -> int:
    """Tell the ledger what became of an order whose answer was lost."""
    from roster_import.cli.orders import settle_command

    return settle_command(told)


@command(cli)
def watch(told: WatchCommand) -> int:
    """Import whatever lands in the folder, until it is stopped."""
    from roster_import.cli.watch import watch_command

    looks_as_usual()
    return watch_command(told)


@command(cli)
def release(told: ReleaseCommand) -> int:
    """Let files go that a watched folder holds."""
    from roster_import.cli.watch import release_command

    return release_command(told)


@command(cli)
def worker(told: WorkerCommand) -> int:
    """Place what waits in the queue of a shared ledger, until it is stopped."""
    from roster_import.cli.worker import worker_command

    looks_as_usual()
    return worker_command(told)


@command(cli)
def serve(told: ServeCommand) -> int:
    """Serve the page where coaches send, mend and sign their rosters, and the office orders them."""
    from roster_import.cli.serve import serve_command

    looks_as_usual()
    return serve_command(told)


@command(cli)
def link(told: LinkCommand) -> int:
    """Make the link by which a club's coach reaches the page."""
    from roster_import.cli.link import link_command

    return link_command(told)


@command(cli)
def sandbox(told: SandboxCommand) -> int:
    """Run the stand-in order system on loopback until it is stopped."""
    from roster_import.cli.machine import sandbox_command

    looks_as_usual()
    return sandbox_command(told)


# ---------------------------------------------------------------------------------------------------- the door


def run(args: Sequence[str] | None = None) -> None:
    """Run a command line and exit; nobody ever sees a traceback."""
    arguments = list(sys.argv[1:] if args is None else args)
    # Nothing here multiplies matrices: a pool of idle threads per run would only cost start-up.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nor does anything here extend pydantic, which pandera brings along: it need not look through all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with suppress(ValueError):  # not in a thread
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop, by a person or by the machine
    try:
        with looks_seldom():
            status = cli.main(arguments, prog_name="roster-import", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        if sys.stderr.isatty():
            show("", err=True)  # behind the question, or what the key itself showed
        status = _say(getattr(stop, "said", _NOTHING_SENT), INTERRUPTED, arguments)
    except click.exceptions.NoArgsIsHelpError as error:
        show_page(error.format_message(), err=True)
        status = WRONG_USAGE
    except click.ClickException as error:
        from roster_import.cli.usage_errors import usage_message

        status = _say(usage_message(error, arguments), WRONG_USAGE, arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: a sentence instead of a traceback
        status = _unexpected(error, arguments)
    sys.exit(status if isinstance(status, int) else 0)


def _unexpected(error: Exception, arguments: Sequence[str]) -> int:
    from roster_import.errors import NoSuchFile, RosterImportError

    if isinstance(error, NoSuchFile):
        from roster_import.cli.usage_errors import with_likely_command

        return _say(with_likely_command(error, cli), WRONG_USAGE, arguments)
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
    """Say why it ends: in JSON in English, on stderr in the reader's language; no key is said again."""
    from roster_import.cli.stray_keys import without_keys

    if "--json" in arguments:
        said = without_keys(str(message), arguments)
        document = {"version": 1, "files": [], "error": {"message": said, "exitStatus": status}}
        show_document(document)
    show(line(("roster-import:", "error"), " ", without_keys(_spoken(message, arguments), arguments)), err=True)
    return status


def _spoken(message: str, arguments: Sequence[str]) -> str:
    """The message in the language that was asked for, as far as that can still be told."""
    from roster_import.language.translations import in_language
    from roster_import.pipeline.session import language_without_settings

    return in_language(message, language_without_settings(asked_language(arguments)))
