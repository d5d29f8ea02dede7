"""What goalkeepers are called, one or several of them, and as the owners of a shirt: in small letters without accents."""

from __future__ import annotations

import re

_WORDS = """
    gk gks goalkeeper goalkeepers goalie goalies goaltender goaltenders keeper keepers netminder netminders
    tw torwart torwarts torwarte torwarten torwartin torwartinnen torhuter torhuters torhutern torhuterin torhuterinnen torfrau
    torfrauen tormann tormanner
    malmand malmands malmanden malmandens malmaend malmaends malmaendene malvogter malvogtere
    keepere keeperen keeperens keeperne malmann malmannen malmenn malvakt malvakts malvakten malvaktens malvakter malvakters
    malvakterna malvaktene
    maalivahti maalivahdin maalivahdit maalivahtien maalivahdeille veskari veskarin veskarit
    doelman doelmannen doelvrouw doelvrouwen doelverdediger doelverdedigers
    gardien gardiens gardienne gardiennes portero porteros portera porteras arquero arqueros arquera arqueras guardameta
    guardametas portiere portieri guarda_redes guardaredes goleiro goleiros goleira goleiras
    bramkarz bramkarza bramkarze bramkarzy bramkarka bramkarki bramkarek bramkarska bramkarski bramkarskie golkiper golkiperzy
    brankar brankari brankare brankaru brankarka brankarky brankarsky brankarske brankarska golman golmani
    kaleci kaleciler kapus kapusok portar portari vratar vratari vratarka вратарь вратари воротар воротари вратар τερματοφυλακας
    τερματοφυλακες markvordur markverdir varavavaht varavavahid vartsargs vartsargi vartininkas vartininkai
    ゴールキーパー キーパー 골키퍼 守门员 門將 门将
"""
GOALKEEPERS = frozenset(_WORDS.split())
"""Words for goalkeepers; what is written in two words has an underscore between them."""

_PHRASES = re.compile(
    r"\b(?:guarda[ -]redes|gardien(?:ne)?s? de but|goal[ -](?:keeper|tender|minder)s?"
    r"|in goal|im tor|i mal(?:et)?|(?:in|op) (?:het )?doel"
    r"|dans les buts?|en (?:la )?porteria|in porta|na baliza|no gol|w bramce|v bran(?:e|ce)|maalissa|kalede)\b"
)


_POSITIONS = """
    position positions pos spielposition positie posicion posicao demarcacion puesto posizione ruolo poste pozycja pozice posisjon
    plads pelipaikka mevki pozisyon stelling
"""
_HEADS_POSITIONS = frozenset(_POSITIONS.split())
_SHORT_WORDS = "gr gb por tor mv br goal goals doel but buts porta baliza bramka brana maali kale"
_SHORT = frozenset(_SHORT_WORDS.split())  # the letters of P, G and DM are other positions elsewhere


def keeps_goal(heading: str, text: str) -> bool:
    """Whether a folded text is a goalkeeper's short form under a word for a position, where alone it says that: GR, MV, Tor."""
    return text.strip(" .") in _SHORT and not _HEADS_POSITIONS.isdisjoint(heading.strip(" .").split())


def is_beside_a_keeper(beside: str) -> bool:
    """Whether the folded text beside a name is a goalkeeper's short form: GR, MV, mål; BR may be somebody's brother."""
    return beside.strip(" .") in {"mal", *_SHORT} - {"br"}


def in_one_word(folded: str) -> str:
    """A folded text with the words for goalkeepers that are written apart in one: guarda redes, goal keeper."""
    return _PHRASES.sub("goalkeeper", folded)
