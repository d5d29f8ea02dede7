"""How much is ordered without a person."""

from __future__ import annotations

from dataclasses import fields
from types import SimpleNamespace

import pytest

from roster_import.errors import UsageError
from roster_import.model.setting import TABLES
from roster_import.watch.options import (
    Caps,
    Count,
    NotifyOptions,
    WatchOptions,
    count,
    too_large,
    too_many,
    watch_options,
)

ORDERS = [
    SimpleNamespace(reference="PO-1", pieces=40, loose_logos=10),
    SimpleNamespace(reference="PO-2", pieces=1, loose_logos=0),
]


def test_pieces_are_garments_and_loose_logos():
    assert count(ORDERS) == Count(orders=2, pieces=51)


def test_an_order_beyond_the_cap_is_named():
    assert too_large(ORDERS, Caps(pieces_per_order=50)) == ""
    assert too_large(ORDERS, Caps(pieces_per_order=0)) == ""
    assert too_large(ORDERS, Caps(pieces_per_order=49)) == (
        "Order PO-1 has 50 pieces; at most 49 are ordered without a person (pieces_per_order)."
    )


def test_a_file_beyond_what_a_day_may_order():
    so_far = Count(orders=9, pieces=100)
    new = Count(orders=1, pieces=51)
    assert too_many(new, so_far, 10, 151, "day") == ""
    assert too_many(new, so_far, 0, 0, "day") == ""
    assert too_many(new, so_far, 9, 0, "day") == (
        "With it there would be 10 orders today; at most 9 are ordered without a person (orders_per_day)."
    )
    assert too_many(new, so_far, 0, 150, "run") == (
        "With it there would be 151 pieces in this run; at most 150 are ordered without a person (pieces_per_run)."
    )


def test_the_settings_know_every_option_and_no_other():
    watch = {option.name for option in (*fields(WatchOptions), *fields(Caps))} - {"caps", "notify"}
    assert {setting.name for setting in TABLES["watch"]} == watch
    assert {setting.name for setting in TABLES["notify"]} == {option.name for option in fields(NotifyOptions)}


def test_options_are_read_as_environment_and_toml_write_them():
    options = watch_options({"interval": "7.5", "accept_warnings": "no", "orders_per_day": "12", "log": "~/w.log"}, {})
    assert (options.interval, options.accept_warnings, options.caps.orders_per_day) == (7.5, False, 12)
    assert "~" not in str(options.log)
    told = watch_options(
        {}, {"email_to": "a@example.com, b@example.com", "email_from": "w@example.com", "smtp_host": "m"}
    )
    assert told.notify.email_to == ("a@example.com", "b@example.com")
    assert told.notify.channels == ("email",)


PLAIN = (
    "An address in [notify] is plain http, which would show names to everybody on the way; use https:// for the webhook, "
    "jsons://, xmls:// or forms:// for Apprise."
)


@pytest.mark.parametrize(("watch", "notify", "message"), [
    ({"interval": 0}, {}, "The setting [watch] interval must be more than 0 seconds."),
    ({"interval": "soon"}, {}, "The setting [watch] interval must be a number of 0 or more, not “soon”."),
    ({"orders_per_day": 1.5}, {}, "The setting [watch] orders_per_day must be a whole number, not “1.5”."),
    ({"accept_warnings": "perhaps"}, {}, "The setting [watch] accept_warnings must be true or false, not “perhaps”."),
    ({}, {"email_to": "a@example.com"}, "To send e-mail, [notify] needs smtp_host and email_from beside email_to."),
    ({}, {"webhook": "http://hook.example/s3cret"}, PLAIN),
    ({}, {"webhook": "http://127.evil.example/s3cret"}, PLAIN),
    ({}, {"apprise": ["json://hook.example/s3cret"]}, PLAIN),
    ({}, {"email_to": "a@b.example", "email_from": "a@b.example", "smtp_host": "mail.example", "smtp_security": "none",
          "smtp_user": "a", "smtp_password": "s3cret"},
     "With smtp_security = none the password of [notify] would be shown to everybody on the way; use starttls or tls, or "
     "leave smtp_user and smtp_password out."),
    ({}, {"webhook": "https://[s3cret"}, "The setting [notify] webhook must be an address that begins with https://."),
    ({}, {"webhook": "ftp://x"}, "The setting [notify] webhook must be an address that begins with https://."),
    ({}, {"digest": "six"}, "The setting [notify] digest must be a time of day such as 18:00, not “six”."),
    ({}, {"smtp_security": "ssl"}, "The setting [notify] smtp_security must be starttls, tls or none, not “ssl”."),
    ({}, {"command": 3}, "The setting [notify] command must be a list of texts."),
    ({}, {"email_to": ["nobody"], "email_from": "a@b", "smtp_host": "m"},
     "An address in [notify] email_to or email_from is no e-mail address."),
])  # fmt: skip
def test_an_impossible_setting_is_named(watch, notify, message):
    with pytest.raises(UsageError) as error:
        watch_options(watch, notify)
    assert error.value.message == message


def test_secrets_are_not_shown():
    options = watch_options({}, {"smtp_password": "s3cret", "webhook": "https://hook.example/s3cret",
                                 "apprise": ["tgram://s3cret"]})  # fmt: skip
    assert "s3cret" not in repr(options)
