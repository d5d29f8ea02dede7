"""The languages that have a file of their own, in the order in which a word that several have is given to one of them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.bulgarian import BULGARIAN
from roster_import.recognise.vocabulary.catalan import CATALAN
from roster_import.recognise.vocabulary.croatian import CROATIAN
from roster_import.recognise.vocabulary.estonian import ESTONIAN
from roster_import.recognise.vocabulary.greek import GREEK
from roster_import.recognise.vocabulary.hungarian import HUNGARIAN
from roster_import.recognise.vocabulary.icelandic import ICELANDIC
from roster_import.recognise.vocabulary.indonesian import INDONESIAN
from roster_import.recognise.vocabulary.latvian import LATVIAN
from roster_import.recognise.vocabulary.lithuanian import LITHUANIAN
from roster_import.recognise.vocabulary.romanian import ROMANIAN
from roster_import.recognise.vocabulary.russian import RUSSIAN
from roster_import.recognise.vocabulary.serbian import SERBIAN
from roster_import.recognise.vocabulary.slovak import SLOVAK
from roster_import.recognise.vocabulary.slovenian import SLOVENIAN
from roster_import.recognise.vocabulary.ukrainian import UKRAINIAN

VOCABULARIES = (
    HUNGARIAN,
    ROMANIAN,
    GREEK,
    RUSSIAN,
    UKRAINIAN,
    CROATIAN,
    SLOVENIAN,
    SLOVAK,
    CATALAN,
    BULGARIAN,
    SERBIAN,
    ESTONIAN,
    LATVIAN,
    LITHUANIAN,
    ICELANDIC,
    INDONESIAN,
)
