"""Marks that stand for the cell above: `"`, `dito`, `s.o.`; an empty cell is none."""

from __future__ import annotations

import re
from functools import lru_cache

from roster_import.check.meant import in_plain_letters
from roster_import.model.sheets import heading_key

_MARKS = re.compile(r"""[-–—.\s]*+(?:["”“„‟″〃»«↑^]|['’‘´`′,]{2})++[-–—.\s]*+""")
_WORDS_TEXT = """
    ditto;dito;detto;do;dto;same;same as above;as above;see above;idem;id;ibid;s o;w o;siehe oben;wie
    oben;gleich;dasselbe;das gleiche;samme;samme som ovenfor;som ovenfor;se ovenfor;s o f;samma;samma som ovan;se
    ovan;som ovan;zelfde;idem dito;zie boven;pareil;comme ci dessus;voir ci dessus;le meme;la meme;lo
    mismo;igual;mismo;misma;igual que arriba;como arriba;stesso;stessa;come sopra;vedi sopra;o mesmo;a
    mesma;mesmo;mesma;como acima;j w;jw;jak wyzej;to samo;tak samo;viz vyse;dtto;totez;stejne;sama;kuten ylla;sama kuin
    ylla;ayni;yukaridaki;ustteki;同上;同じ;上と同じ;々;위와 같음;상동;상기와 같음;上同
"""
_WORDS = frozenset(heading_key(word) for word in _WORDS_TEXT.split(";"))


_ALSO_NAMES = _WORDS - {heading_key(word) for word in ("dito", "ditto", "dtto", "dto", "idem", "ibid")}
"""Of these, words by themselves that people are called, too: Gleich, Do, Same."""


@lru_cache(maxsize=8192)  # asked of every cell, of which most say what others say
def is_ditto(text: str) -> bool:
    """Whether a text says no more than that it is the same as above."""
    return bool(text) and (bool(_MARKS.fullmatch(text)) or heading_key(in_plain_letters(text)) in _WORDS)


def is_ditto_for_a_name(text: str) -> bool:
    """The same of what stands in the place of a name: `do.` and `wie oben` are no names, Do and Gleich are."""
    if not is_ditto(text):
        return False
    return not text.strip().isalpha() or heading_key(in_plain_letters(text)) not in _ALSO_NAMES
