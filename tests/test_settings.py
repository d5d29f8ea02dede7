"""Options, environment and files become settings; what is wrong is said in one sentence."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from roster_import.errors import UsageError
from roster_import.pipeline.options import CheckCommand, WatchCommand
from roster_import.pipeline.session import heeded_folder
from roster_import.settings import load_settings
from roster_import.targets import target
from tests.watch.conftest import receiving

URL, KEY = "ROSTER_IMPORT_KITMAKER_URL", "ROSTER_IMPORT_KITMAKER_API_KEY"

LEDGER_NOT_UNDERSTOOD = (
    "The address of the ledger's database cannot be understood. It should look like "
    "postgresql://user:password@host:5432/database; in user and password write @ as %40, : as %3A, / as %2F, ? as %3F, # as "
    "%23 and % as %25. It stands in ROSTER_IMPORT_LEDGER, or as ledger in roster-import.toml."
)


def load(tmp_path, environment=None, options=None, here="", user="", named=None):
    for folder, text in (("here", here), ("user", user)):
        (tmp_path / folder).mkdir(exist_ok=True)
        if text:
            (tmp_path / folder / "roster-import.toml").write_text(text, encoding="utf-8")
    return load_settings(options or {}, environment or {}, tmp_path / "here", tmp_path / "user", named=named)


def test_the_strongest_layer_wins_name_by_name(tmp_path):
    named = tmp_path / "office.toml"
    named.write_text('[kitmaker]\nurl = "https://named.example"\n', encoding="utf-8")
    here = 'poll_timeout = 20\n[delivery]\ncity = "Viborg"'
    user = (
        'poll_timeout = 30\npoll_interval = 7\n[kitmaker]\nurl = "https://user.example"\napi_key = "secret"\n'
        '[delivery]\ncity = "X"\nzip = "8800"'
    )
    settings = load(tmp_path, {"ROSTER_IMPORT_POLL_TIMEOUT": "10"}, here=here, user=user, named=named)
    assert (settings.poll_timeout, settings.poll_interval) == (10, 7)
    assert (settings.url, settings.system["api_key"]) == ("https://named.example", "secret")
    assert settings.delivery == {"city": "Viborg", "zip": "8800"}
    assert settings.key_source == str(tmp_path / "user" / "roster-import.toml")
    assert [file.path.parent.name for file in settings.files] == [tmp_path.name, "here", "user"]


# What a stranger would write into a file that lies beside a coach's.
STRANGE = """
target = "jtl"
ledger = "/elsewhere/ledger.sqlite3"
print_name = "surname"
[kitmaker]
url = "https://strange.example"
api_key = "strange"
[watch]
accept_warnings = true
[notify]
command = ["sh", "-c", "true"]
[order]
email = "club@example.com"
"""


def test_a_file_in_the_current_folder_says_what_an_order_looks_like_and_no_more(tmp_path):
    user = '[kitmaker]\nurl = "https://own.example"\napi_key = "own"'
    settings = load(tmp_path, here=STRANGE, user=user)
    assert (settings.target, settings.url, settings.system["api_key"]) == ("kitmaker", "https://own.example", "own")
    assert (settings.watch, settings.notify, settings.ledger.name) == ({}, {}, "ledger.sqlite3")
    assert settings.ledger != Path("/elsewhere/ledger.sqlite3")
    assert (settings.order, settings.print_name) == ({"email": "club@example.com"}, "surname")
    assert [file.not_heeded for file in settings.files] == [("kitmaker", "ledger", "notify", "target", "watch"), ()]


def test_the_file_in_the_current_folder_is_heeded_whole_where_it_is_named(tmp_path):
    settings = load(tmp_path, here=STRANGE, named=tmp_path / "here" / "roster-import.toml")
    assert (settings.target, settings.notify["command"]) == ("jtl", ["sh", "-c", "true"])
    assert [file.not_heeded for file in settings.files] == [()]


@pytest.mark.parametrize("name", ["/etc/passwd", "../catalogue.csv", "~/catalogue.csv", "deeper/../../catalogue.csv"])
def test_the_catalogue_of_the_current_folder_lies_there(tmp_path, name):
    settings = load(tmp_path, here=f'[catalogue]\nfile = "{name}"')
    assert (settings.catalogue_file, settings.files[0].not_heeded) == (None, ("catalogue",))
    assert load(tmp_path, here='[catalogue]\nfile = "sub/own.csv"').catalogue_file == Path("sub/own.csv")


def test_a_named_file_must_be_there(tmp_path):
    with pytest.raises(UsageError) as error:
        load(tmp_path, named=tmp_path / "no.toml")
    assert error.value.message == f"There is no settings file {tmp_path / 'no.toml'}."


def test_what_is_no_settings_file_is_one_sentence(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "deep").write_text("a = " + "[" * 5_000 + "]" * 5_000)
    (tmp_path / "large").write_text("#" * 1_000_001)
    (tmp_path / "letters").write_bytes(b"\xff\xfea")
    os.mkfifo(tmp_path / "pipe")
    said = {
        "folder": "cannot be read: ",
        "deep": "is nested too deeply to be one.",
        "large": "cannot be read: it is larger than 1000000 bytes.",
        "letters": "is not written in UTF-8.",
        "pipe": "cannot be read: it is no plain file.",
    }
    for name, words in said.items():
        with pytest.raises(UsageError) as error:
            load(tmp_path, named=tmp_path / name)
        assert error.value.message.startswith(f"The settings file {tmp_path / name} {words}"), error.value.message
    with pytest.raises(UsageError, match="The settings file /dev/zero cannot be read: it is no plain file"):
        load(tmp_path, named=Path("/dev/zero"))
    with pytest.raises(UsageError, match=r"The setting \[catalogue\] file is no name of a file"):
        load(tmp_path, user='[catalogue]\nfile = "a\\u0000b"')


def test_defaults(tmp_path):
    found = load(tmp_path)
    assert (found.target, found.poll_interval, found.poll_timeout) == ("kitmaker", 5, 300)
    assert found.ledger.name == "ledger.sqlite3"


@pytest.mark.parametrize(
    "name",
    ["C:\\orders\\a@b\\ledger.db", "/data/a@b/ledger.db", "postgresql/ledger.db", "2026-11-28 12:00.db", "a=b.db"],
)
def test_what_is_called_a_little_like_an_address_is_a_file_all_the_same(tmp_path, name):
    settings = load(tmp_path, {"ROSTER_IMPORT_LEDGER": name})
    assert (settings.ledger, settings.ledger_server) == (Path(name), None)


def test_the_key_is_never_shown(tmp_path):
    found = load(tmp_path, {URL: "https://x.example", KEY: "top-secret"})
    assert "top-secret" not in repr(found)
    assert found.key_source == "the environment (ROSTER_IMPORT_KITMAKER_API_KEY)"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8808", "http://localhost:1", "http://[::1]:5", "https://kit.example/api/"]
)
def test_addresses_that_are_fine(tmp_path, url):
    assert load(tmp_path, {URL: url}).url == url.removesuffix("/").removesuffix("/api")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {URL: "http://kit.example"},
            "The address http://kit.example is plain http, which would show your key to everybody on the way; use https://.",
        ),
        (
            {URL: "kit.example"},
            "“kit.example” is no address of an order system; it should look like https://host.example.",
        ),
        (
            {URL: "https://me:pw@kit.example"},
            "The order system's address holds a user name or password; put the key into API_KEY instead.",
        ),
        (
            {URL: "https//me:pw@kit.example"},
            "“•••” is no address of an order system; it should look like https://host.example.",
        ),
        (
            {URL: "http://[::1"},
            "“http://[::1” is no address of an order system; it should look like https://host.example.",
        ),
        (
            {URL: "http://kit.example/?key=pw"},
            "The order system's address goes on behind a ? or #; leave that out, and put the key into API_KEY if it stands "
            "there.",
        ),
        (
            {URL: "http://127.evil.example"},
            "The address http://127.evil.example is plain http, which would show your key to everybody on the way; use "
            "https://.",
        ),
        (
            {"ROSTER_IMPORT_LEDGER": "postgresql:/user:hunter2@host/db"},
            LEDGER_NOT_UNDERSTOOD,
        ),
        ({"ROSTER_IMPORT_LEDGER": "postgres:user:hunter2@host"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "postgresql//user:hunter2@host/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "postgresql/user:hunter2@host/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "postgresql；//user:hunter2@host/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "/user:hunter2@host/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "user:pa/ss@host/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "sqlite:postgresql:/user:hunter2@host"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "host=db.example user=office password=hunter2"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "psql -h host -U user hunter2"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "user:hunter2@host:5432/db"}, LEDGER_NOT_UNDERSTOOD),
        ({"ROSTER_IMPORT_LEDGER": "user:hunter2@host://db"}, LEDGER_NOT_UNDERSTOOD),
        ({KEY: "schlüssel"}, "The key for kitmaker holds characters a key cannot have; copy it again."),
        (
            {"ROSTER_IMPORT_TARGET": "shopify"},
            "There is no order system called “shopify” (known are kitmaker, dropday and jtl): correct the name, or install "
            "the package that brings it.",
        ),
        (
            {"ROSTER_IMPORT_POLL_INTERVAL": "soon"},
            "The setting poll_interval must be a number of 0 or more, not “soon”.",
        ),
        ({"ROSTER_IMPORT_POLL_TIMEOUT": "-1"}, "The setting poll_timeout must be a number of 0 or more, not “-1”."),
        (
            {"ROSTER_IMPORT_LEDGER": "mysql://x/y"},
            "The ledger mysql://… is a database this version cannot use: name a file, or a PostgreSQL server as "
            "postgresql://user@host/database.",
        ),
    ],
)
def test_wrong_values_are_named(tmp_path, environment, message):
    with pytest.raises(UsageError) as error:
        load(tmp_path, environment)
    assert error.value.message == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pol_interval = 3", "there is no setting “pol_interval”. Did you mean “poll_interval”?"),
        ("[kitmaker]\nkey = 1", "there is no setting “[kitmaker] key”. Did you mean “api_key”?"),
        ("[delivery]\ntown = 'x'", "there is no setting “[delivery] town”. Known here: name, address, zip, city, country, "
         "contact_person."),
        ("kitmaker = 3", "“kitmaker” must be a table, [kitmaker]."),
    ],
)  # fmt: skip
def test_unknown_settings_in_a_file_are_named(tmp_path, text, message):
    with pytest.raises(UsageError) as error:
        load(tmp_path, here=text)
    assert error.value.message == f"{tmp_path / 'here' / 'roster-import.toml'}: {message}"


def test_a_broken_file_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"roster-import\.toml is not valid TOML: "):
        load(tmp_path, here="[kitmaker")


def test_what_is_missing_to_place_orders_is_named(tmp_path):
    with pytest.raises(UsageError) as error:
        target("kitmaker", load(tmp_path, {URL: "https://x.example"}).system).access()
    assert error.value.message == (
        "To place orders with kitmaker, set ROSTER_IMPORT_KITMAKER_API_KEY (or [kitmaker] api_key in roster-import.toml). "
        "Nothing was sent. To try it without an order system, add --sandbox."
    )


def own(desk):
    return desk.folder / "config" / "roster-import" / "roster-import.toml"


def test_a_strangers_settings_beside_a_file_send_nothing_elsewhere_and_are_said(desk, sandbox):
    here = desk.folder / "roster-import.toml"
    with receiving() as strange:
        here.write_text(f'[kitmaker]\nurl = "{strange.url}"\n[notify]\nwebhook = "{strange.url}"\n', encoding="utf-8")
        address = desk.environment.pop(URL)  # the key alone stands in the environment
        desk.settings(f'[kitmaker]\nurl = "{address}"\n')
        desk.build()
        run = desk.quick("club.xlsx")
    assert (run.status, len(sandbox.orders()), strange.messages, strange.keys) == (0, 1, [], [])
    assert (
        f"roster-import: warning: not heeded in {here}: kitmaker and notify. Anybody may have put the file there, so it only "
        f"says what an order looks like. If it is yours, name it with --settings, or move it to {own(desk)}.\n"
    ) in run.err
    assert "not heeded" not in desk.quick("check", "club.xlsx", "--settings", here, "--offline").err


def test_the_doctor_says_which_files_count_and_what_of_them_does_not(desk, sandbox):
    settings = [finding for finding in desk.quick("doctor", "--json").json["findings"] if finding["what"] == "settings"]
    assert [finding["seen"] for finding in settings[1:]] == [f"your own would stand in {own(desk)}"]
    desk.settings('[order]\nemail = "office@example.com"\n')
    here = desk.folder / "roster-import.toml"
    here.write_text('target = "jtl"\n', encoding="utf-8")
    settings = [finding for finding in desk.quick("doctor", "--json").json["findings"] if finding["what"] == "settings"]
    assert [(finding["ok"], finding["seen"], finding["do"]) for finding in settings[1:]] == [
        (False, f"from {here}, but not its target",
         f"If the file is yours, name it with --settings, or move it to {own(desk)}."),
        (True, f"from {own(desk)}", None),
    ]  # fmt: skip


def test_a_watch_started_in_its_own_folder_reads_no_settings_there(desk, sandbox):
    inbox = desk.folder / "inbox"
    inbox.mkdir()
    (inbox / "roster-import.toml").write_text('[order]\nemail = "strange@example.com"\nno_such = 1\n', encoding="utf-8")
    with contextlib.chdir(inbox):
        assert heeded_folder(WatchCommand(folder=Path())) is None
        assert heeded_folder(WatchCommand(folder=desk.folder)) is None
        assert heeded_folder(CheckCommand(files=(Path("club.xlsx"),))) == inbox
    assert heeded_folder(WatchCommand(folder=inbox)) == Path.cwd()
