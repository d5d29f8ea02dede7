"""Countries as people write them, in any language that is spoken here: the two letters that an order is sent with."""

from __future__ import annotations

import unicodedata
from functools import cache

_LANGUAGES = (
    "en", "da", "sv", "nb", "nn", "de", "nl", "fr", "es", "it", "pt", "pl", "cs", "fi", "tr", "ja", "is", "hu",
)  # fmt: skip

# What people write that is neither a code nor the country's name in CLDR.
_ALSO = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "great britain": "GB",
    "britain": "GB", "holland": "NL", "the netherlands": "NL", "usa": "US", "u.s.a.": "US", "u.s.": "US",
    "america": "US", "czech republic": "CZ", "tschechische republik": "CZ", "brd": "DE", "el": "GR", "eire": "IE",
    "republic of ireland": "IE", "faroe islands": "FO", "greenland": "GL", "slovak republic": "SK", "turkey": "TR",
}  # fmt: skip


def country_code(text: str) -> str | None:
    """The two-letter ISO 3166 code a text stands for, None where it stands for no country.

    Source of the names: the Unicode CLDR, as packed by Babel.
    """
    key = _key(text)
    if key in _ALSO:
        return _ALSO[key]
    if len(key) == 2 and key.upper() in _codes():
        return key.upper()
    # One language at a time: most are found in the first, and each costs some milliseconds to load.
    return next(filter(None, (_names(language).get(key) for language in _LANGUAGES)), None)


@cache
def _codes() -> frozenset[str]:
    # Longer codes are continents; EU, EZ, UN, ZZ and the X… and Q… ones are no country one can deliver to.
    codes = set(_territories("en"))
    countries = {code for code in codes if len(code) == 2 and code.isalpha() and code[0] not in "XQ"}
    return frozenset(countries - {"EU", "EZ", "UN", "ZZ"} | {"XK"})


@cache
def _names(language: str) -> dict[str, str]:
    return {_key(name): code for code, name in _territories(language).items() if code in _codes()}


@cache
def _territories(language: str) -> dict[str, str]:
    # The bare data of one language: a whole Locale takes 50 ms more to put together.
    from babel import localedata

    territories = localedata.load(language, merge_inherited=False)["territories"]
    localedata._cache.pop(language, None)  # kept as it is, dates and numbers of the language could not be written
    return {str(code): str(name) for code, name in territories.items()}


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
