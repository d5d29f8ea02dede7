"""Options, environment and files become settings; what is wrong is said in one sentence."""

from __future__ import annotations

import pytest

from roster_import.errors import UsageError
from roster_import.settings import load_settings
from roster_import.targets import target

URL, KEY = "ROSTER_IMPORT_KITMAKER_URL", "ROSTER_IMPORT_KITMAKER_API_KEY"


def load(tmp_path, environment=None, options=None, here="", user=""):
    for folder, text in (("here", here), ("user", user)):
        (tmp_path / folder).mkdir(exist_ok=True)
        if text:
            (tmp_path / folder / "roster-import.toml").write_text(text, encoding="utf-8")
    return load_settings(options or {}, environment or {}, tmp_path / "here", tmp_path / "user")


def test_the_strongest_layer_wins_name_by_name(tmp_path):
    here = 'poll_timeout = 20\n[kitmaker]\nurl = "https://here.example"\n[delivery]\ncity = "Viborg"'
    user = 'poll_timeout = 30\npoll_interval = 7\n[kitmaker]\napi_key = "secret"\n[delivery]\ncity = "X"\nzip = "8800"'
    found = load(tmp_path, {"ROSTER_IMPORT_POLL_TIMEOUT": "10"}, here=here, user=user)
    assert (found.poll_timeout, found.poll_interval, found.url, found.system["api_key"]) == (
        10,
        7,
        "https://here.example",
        "secret",
    )
    assert found.delivery == {"city": "Viborg", "zip": "8800"}
    assert found.key_source == "roster-import.toml in the user's configuration folder"


def test_defaults(tmp_path):
    found = load(tmp_path)
    assert (found.target, found.poll_interval, found.poll_timeout) == ("kitmaker", 5, 300)
    assert found.ledger.name == "ledger.sqlite3"


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
