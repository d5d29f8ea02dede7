"""Questions of a form about everything but the order, such as “Can you offer a lift?” and “Hast du Haustiere?”.

A whole question of a language that is known here, without a word of what is ordered, is no part of the order. One that asks what
somebody wants, takes or has got is none only where it says as well that it is of a trip, of health, of money or the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.goods_words import speaks_of_goods, speaks_of_wanting
from roster_import.recognise.order_phrases import ALREADY, says
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

C = Concept
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = ("?", "？")
_BEHIND = " *0123456789./"  # of the day that it is about
_FEWEST = 3  # words of a question; of two, as `Still needed?`, nobody can tell
_FEWEST_WITHOUT_SIGN = 5
_FEWEST_SIGNS = 6  # characters, where no blanks divide words
_ASIAN = re.compile(r"(?:か|かな|の|ますか|요|까|니|나|吗|呢|么)\s*[?？]\s*$")
_LONGEST = 250  # characters
_HOW_LONG_WORDS = (
    r"how (?:long|old|far|often)|wie (?:lange|alt|oft|weit)|hvor (?:laenge|lenge|gammel|ofte|langt)|"
    r"hur (?:lange|gammal|ofta|langt)|hoe (?:lang|oud|vaak|ver)|depuis combien de temps|quel age|"
    r"jak (?:dlugo|czesto|dlouho|casto)|kuinka (?:kauan|usein|pitkaan)|how many (?:years|times|people|guests|children)|"
    r"wie viele (?:jahre|personen|gaste|kinder|geschwister)|"
    r"hvor mange (?:ar|ganger|gange|personer|gaester|gjester|born|barn)|hur manga (?:ar|ganger|personer|gaster|barn)|"
    r"hoeveel (?:jaar|keer|personen|gasten|kinderen)|combien (?:d annees|de fois|de personnes|d enfants|d invites)|"
    r"cuant[oa]s (?:anos|veces|personas|invitados|hijos|hermanos)|quant[ie] (?:anni|volte|persone|ospiti|figli)|"
    r"quant[oa]s (?:anos|vezes|pessoas|convidados|filhos|irmaos)|ile (?:lat|razy|osob|dzieci)|kolik (?:let|lidi|osob|deti)|"
    r"kuinka mon(?:ta|een) (?:vuotta|kertaa|henkea|lasta)|kac (?:yil|yasinda|kisi|cocuk|kez)|"
    r"hvornar (?:startede|begyndte)|nar (?:startet|begynte|startade|borjade)|wanneer (?:begonnen|gestart)|depuis quand joues|"
    r"desde cuando (?:juega|juegas)|da quanto (?:gioca|giochi)|desde quando joga|od kiedy (?:gra|grasz)|odkdy hraj\w+"
)
_WHICH = re.compile(
    r"\b(?:which|what|welch|hvilk|vilk|welk|quel|qual|cual|jakie|ktor|kter|missa|mika|hangi)"
)  # of several teams
_HOW_LONG = re.compile(rf"\b(?:{_HOW_LONG_WORDS})\b")
# Words that questions begin with or speak to somebody by; `~` stands for any ending.
_OPENERS = """
    combien cuant~ quant~ vuole vorre~ quer quere~ quiere~ souhait~ voul~ veut teve ja deja aceita autori~ pourr~ podr~
    potre~ possed~ possied~ posee~ accep~ acept~ accett~ the you das der die den dem im am det barnet familien i pa ile
    ilu kolik umi souhlas~ trpi kym z_kim mu mi hangi who what when where which why how can could will would do does did
    are is was were has have may shall should your wer wann wo welche~ welcher warum wie kann kannst konnen konnt darf
    darfst durfen durft hat hast haben habt ist bist sind seid wird wirst werden kommst kommen mochtest magst mogt sollen
    soll sie du ihr dein~ deine ihre~ bruucht cha chasch hesch hvem hvad hva hvornar nar hvor hvilke~ hvorfor hvordan kan
    ma skal vil har er bliver kommer din dit dine jeg jeres dere deg vem vad var vilke~ varfor hur far ska vill ar dig
    ditt dina ni wat wanneer waar welke waarom hoe kunt kun mag moet moeten heeft hebt heb ben bent zijn zijt wordt wil
    wilt je jij u uw jouw jullie neem gaat ga qui que quoi quand ou quel~ pourquoi comment peut peux pouvez est es etes
    avez as ton ta tes votre vos vous tu faut viendr~ a_t quien cuando donde cual~ por_que como puede~ puedes podria~
    tiene~ tienes esta estas eres vas va usted su tus te le hay chi che cosa quando dove quale quali perche come puo puoi
    potete ha hai avete sei siete e vieni viene tuo tua suo vostro ti vi quem onde qual quais porque pode podes podem tem
    tens vai vais seu sua teu voce kto co kiedy gdzie ktor~ dlaczego jak jaki~ jaka czy moze mozesz mozecie masz macie
    bedzie~ twoj~ jestes panstwo posiada~ kdo kdy kde kter~ proc jaky jake muze~ muzete mate mas jste jsi bude~ prijde~
    vas~ vam tvuj odkud zda kuka mika mita milloin missa mista miksi miten voiko voitko saako onko oletko oletteko tuletko
    lapsesi teidan sinulla haluatko kim ne zaman nerede nereden nasil neden misiniz musunuz musun misin var_mi edebilir~
    gelecek~ cocugunuz~ siz sizin bizi
"""
_OPENING = frozenset(word for word in _OPENERS.split() if not word.endswith("~"))
_OPENING_STEMS = tuple(word.removesuffix("~") for word in _OPENERS.split() if word.endswith("~"))
_OF_PEOPLE = frozenset(
    {C.HEALTH, C.PERMISSION, C.PAID, C.MEMBERSHIP, C.GUARDIAN, C.PRESENCE, C.PERSONAL, C.CONTACT, C.IDENTITY, C.AGE}
    | {C.READING, C.PLAY}
)


def asks_of_people(heading: str) -> bool:
    """Whether it is a question, of a form, that nothing is ordered by."""
    if len(heading) > _LONGEST or not is_question(heading):
        return False
    text = _HOW_LONG.sub(" ", " ".join(_WORD.findall(fold(heading))))
    if speaks_of_goods(text) or (take_apart(text).concepts & {C.TEAM, C.SQUAD} and _WHICH.search(text)):
        return False
    if len(text.split()) <= _FEWEST and _WHICH.search(text) and take_apart(text).concepts.isdisjoint(_OF_PEOPLE):
        return False  # which of what nobody knows
    if C.FORMER in take_apart(text).concepts and says(text, ALREADY):
        return False  # har fra sidste år?
    return not speaks_of_wanting(text) or not take_apart(text).concepts.isdisjoint(_OF_PEOPLE)


def is_question(heading: str) -> bool:
    """Whether it is a whole question in a language that is known here."""
    ends = heading.rstrip(_BEHIND).endswith(_ENDS)
    if holds_sign(heading):
        return ends and len(heading) >= _FEWEST_SIGNS and _ASIAN.search(heading) is not None
    words = _WORD.findall(fold(heading)) if ends or heading.count(" ") >= _FEWEST_WITHOUT_SIGN - 1 else []
    if ends:
        return len(words) >= _FEWEST and (any(map(_opens, words)) or _is_finnish(words) or _is_of_somebody(heading))
    return len(words) >= _FEWEST_WITHOUT_SIGN and _opens(words[0]) and any(map(_opens, words[1:]))


def _opens(word: str) -> bool:
    return word in _OPENING or word.startswith(_OPENING_STEMS)


def _is_finnish(words: Sequence[str]) -> bool:
    """Whether its verb asks by its end: “Pystyttekö kuljettamaan pelaajia?”."""
    return words[0].endswith("ko")


def _is_of_somebody(heading: str) -> bool:
    return not take_apart(heading).concepts.isdisjoint(_OF_PEOPLE | {C.MEMBER, C.PLAYER})
