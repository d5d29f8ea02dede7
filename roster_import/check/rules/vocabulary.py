"""Words people write beside players, in their languages: keepers, staff and spares, notes, particles of surnames."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.messages import listed as all_listed
from roster_import.language.messages import say
from roster_import.recognise.goalkeepers import GOALKEEPERS
from roster_import.recognise.tokens import without_accents

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_KEEPERS = ("torwart", "keeper", "goalkeeper", "goalie", "malmand", "malvakt", "torhuter")  # in front of other words

# People and shirts that are not one particular player: they may share names and numbers, and have none.
_ROLE_WORDS = (
    "coach coaches trainer trainers træner trænere tränare trener trainerin betreuer betreuerin staff manager leader "
    "leder holdleder lagledare entraîneur entrenador allenatore treinador valmentaja antrenör physio masseur doctor "
    "guest guests gast gäste gæst gæster gäst gjest invité spare spares extra extras reserve reserver reserves ersatz "
    "ekstra remplaçant suplente player spieler spiller spelare joueur jugador jugend ungdom youth team mannschaft hold "
    "parent parents eltern referee schiedsrichter dommer"
)
_ROLES = frozenset(_ROLE_WORDS.split())
_STAFF_ENDINGS = ("trainer", "trainerin", "coach", "træner", "tränare")  # Co-Trainer, Cheftrainer, holdtræner

WHICH_NAME = frozenset(
    {
        "name", "surname", "family name", "given name", "names", "nachname", "efternavn",
        "nickname", "nick", "initials", "spitzname", "rufname", "kurzname", "initialen", "kaldenavn", "øgenavn", "initialer",
        "smeknamn", "tilltalsnamn", "bijnaam", "roepnaam", "voorletters", "surnom", "initiales", "apodo", "mote", "iniciales",
        "soprannome", "iniziali", "alcunha", "iniciais", "pseudonim", "inicjały", "přezdívka", "iniciály", "lempinimi",
        "nimikirjaimet", "takma ad",
        "first name", "last name", "full name", "vorname", "voornaam", "achternaam", "naam", "navn", "fornavn", "etternavn",
        "namn", "förnamn", "efternamn", "nom", "prénom", "nom de famille", "nombre", "apellido", "nome", "cognome", "apelido",
        "sobrenome", "nazwisko", "imię", "jméno", "příjmení", "sukunimi", "etunimi", "soyadı",
    }
)  # fmt: skip
"""Which of a person's names is printed."""

# What people write into a name cell instead of a name. Compared as words, see `plain`.
NOTES = WHICH_NAME | frozenset(
    {
        "no name", "no names", "without name", "without", "no", "nothing", "no print", "not printed",
        "tbd", "tba", "tbc", "to follow", "to be decided", "to be confirmed", "n a", "your name",
        "unknown", "same", "same as last year", "as last year", "like last year", "see above", "as above", "ditto",
        "ohne", "ohne name", "ohne namen", "kein", "keiner", "keine", "kein name", "keinen", "folgt", "unbekannt",
        "wie letztes jahr", "siehe oben", "leer",
        "ingen", "ingen navn", "ingen namn", "inget namn", "uden", "uden navn", "utan namn", "uten navn", "ukendt",
        "som sidste år", "samme som sidste år", "se ovenfor",
        "geen", "geen naam", "zonder naam", "onbekend", "sans nom", "pas de nom", "aucun", "sin nombre", "ninguno",
        "senza nome", "nessuno", "sem nome", "bez nazwiska", "bez jména", "ei nimeä", "isimsiz", "なし", "名前なし",
        "blanko", "club name", "clubname", "name of the club", "team name", "teamname", "sponsor", "vereinsname", "clubnaam",
        "klubnavn", "klubbnavn", "klubbnamn", "lagnamn", "lagnavn", "holdnavn", "mannschaftsname", "nom du club",
        "nombre del club", "nome del club", "nome do clube", "nazwa klubu", "název klubu", "seuran nimi",
        "blank", "leave blank", "empty", "nil", "none", "na", "x", "xx", "xxx", "0", "nichts", "rien", "sans", "néant",
        "vide", "niente", "nessun nome", "senza", "vuoto", "nada", "sin", "vacío", "sem", "vazio", "intet", "inget", "inga",
        "tom", "tomt", "okänd", "ukjent", "utan", "uten", "leeg", "niets", "zonder", "inconnu", "desconocido",
        "sconosciuto", "desconhecido", "brak", "bez", "nieznany", "nic", "žádné", "neznámý", "ilman", "tyhjä",
        "tuntematon", "yok", "boş",
        # whether it is printed
        "yes", "ja", "nein", "nee", "nej", "nei", "oui", "non", "si", "sí", "sì", "sim", "não", "tak", "nie", "ano", "ne",
        "kyllä", "evet", "hayır",
        # still to come
        "venter", "mangler", "saknas", "ontbreekt", "manque", "falta", "manca", "brakuje", "chybí", "puuttuu", "eksik",
        "wird nachgereicht", "kommt noch", "kommer senere", "kommer senare", "volgt nog", "ask mum", "ask dad", "ask coach",
        "ask parents", "ask", "to come", "pending", "missing", "still missing", "not known", "not decided", "offen", "unklar",
        "da decidere", "por decidir", "a décider", "nog te bepalen", "skal besluttes", "bestäms", "avoin", "avoinna", "ei vielä",
        "ei", "sama", "sama kuin viimeksi", "do not print", "don't print", "nicht drucken", "ikke trykkes", "skal ikke trykkes",
        "tryck inte", "niet drukken", "niet bedrukken", "ne pas imprimer", "ne pas floquer", "no imprimir", "no estampar",
        "non stampare", "não imprimir", "não estampar", "nie drukować", "netisknout", "ei paineta", "älä paina",
        "wie links", "wie rechts", "wie oben", "see left", "som til venstre", "samme som til venstre",
        "zie links", "comme à gauche",
        # as it was
        "as before", "same as before", "as usual", "wie vorjahr", "wie im vorjahr", "wie letzte saison", "wie gehabt",
        "wie bisher", "wie immer", "vorig jaar", "als vorig jaar", "zelfde als vorig jaar", "hetzelfde", "zelfde",
        "zoals vorig jaar", "idem", "samme", "samme som sidst", "som sidst", "som i fjor", "samme som i fjor", "samma",
        "som förra året", "samma som förra året", "comme l'année dernière", "comme l'an dernier",
        "como el año pasado", "igual que el año pasado",
        "come l'anno scorso", "como o ano passado", "jak w zeszłym roku", "jako loni", "kuten viime vuonna",
        # not known yet
        "open", "later", "undecided", "not sure", "noch offen", "noch unklar",
        "steht noch nicht fest", "følger", "afventer", "kommer", "meddelas", "bestäms senare",
        "volgt", "nog niet bekend", "à confirmer", "à voir", "à définir", "por confirmar", "pendiente",
        "da confirmare", "da definire", "a confirmar", "do ustalenia", "bude upřesněno",
        "a definir", "por definir", "upřesním", "upřesníme", "upřesnit", "återkommer", "meddelar", "voir avec lui",
        "voir avec elle",
        "à demander", "demander", "chiedere", "da chiedere", "preguntar", "consultar", "zapytać", "zapytam", "fråga", "frågar",
        "perguntar", "zeptat se", "zeptám se", "kysy", "kysytään", "spør ham", "spør henne", "spørg", "spørges", "fragen",
        "nachfragen", "erfragen", "vragen", "navragen", "sor", "sorulacak", "check", "confirm", "to check", "to confirm",
        "ingenting", "nenhum", "nenhuma", "ninguna", "nessuna", "aucune", "žádný", "żadne", "ei mitään", "hiçbiri",
    }
)  # fmt: skip
_WITHOUT = "without|no|ohne|keine?n?|sans|pas de|sin|senza|sem|bez|zonder|geen|uden|utan|uten|ingen|inget|ilman|ei"
_A_PRINT = (
    r"print\w*|letter\w*|text\w*|names?|namen|druck\w*|aufdruck\w*|bedruck\w*|beflock\w*|flock\w*|floc\w*|floq\w*|marquage|impression"
    r"|opdruk|bedrukking|druk|tryk\w*|tryck\w*|påtryk|stampa\w*|estampa\w*|serigraf\w*|nadruk\w*|potisk\w*|painatu\w*|navn|namn|naam"
    r"|noms?|nombres?|nom[ei]|nazwisk\w*|jmén\w*|nime\w*|tekst\w*|testo"
)
_ONLY = "only|just|nur|seulement|juste|kun|bara|alleen|solo|só|apenas|tylko|jen|pouze|vain|sadece"
_A_NUMBER = "(?:the |die |le |il |el |o |het )?(?:numbers?|nr|no|nummer|numéro|número|numero|numer|číslo|numara)"
_A_HALF = (
    r"(?:my |the |der |den |le |il |el |o |het )?(?:(?:first|last|given|family|full|sur)\W?names?|initials?"
    r"|vornamen?|nachnamen?|zunamen?|familiennamen?|initialen|fornavn\w*|efternavn\w*|etternavn\w*|förnamn\w*|efternamn\w*|initialer|voornaam|achternaam"
    r"|prénom|nom(?: de famille)?|initiales|nombre|apellidos?|iniciales|nome|cognome|iniziali|apelido|sobrenome|iniciais|imię"
    r"|nazwisko|inicjały|jméno|příjmení|iniciály|etunimi|sukunimi|soyadı)"
)
UNPRINTED = re.compile(
    rf"(?:{_ONLY}) {_A_HALF}|{_A_HALF} (?:{_ONLY})|"
    rf"(?:{_WITHOUT}) (?:{_A_PRINT})(?: (?:on|auf|sur|på|pa|op|su|en|na) .{{2,20}})?"
    rf"|(?:{_ONLY}) {_A_NUMBER}|{_A_NUMBER} (?:{_ONLY})"
)
"""What says what is printed, or that nothing is, in lookup text: sans flocage, nur Nummer, solo nombre."""
_SPARE_WORDS = """
    spare spares extra extras reserve reserver reserves reserven reservs reserv ersatz ersatztrikot reservetrikot reservetrøje
    reservtröja reservedrakt reserveshirt
    ekstra ekstratrøje varapaita vara réserve rechange riserva scorta repuesto recambio suplente rezerwa
    zapas rezerva náhradní yedek
"""
SPARES = frozenset(_SPARE_WORDS.split())
"""Words that stand for nobody: of a shirt more, which has no name."""

# Of these, surnames all the same: only taken for notes in lower case.
ALSO_SURNAMES = frozenset(
    {"blank", "leer", "nil", "sans", "nada", "sin", "sem", "tom", "bez", "brak", "nic", "yok", "vide", "inga",
     "no", "same", "kein", "folgt", "uden", "name", "keiner",
     "ja", "nee", "non", "si", "sí", "sim", "tak", "nie", "ano", "ne", "naam", "nom", "nome", "open", "offen", "later", "kommer",
     "samme", "samma", "ei", "sama", "avoin"})  # fmt: skip

_PARTICLE_WORDS = (
    "van von vom zu zum zur den der de het ter ten te 't op la le les du des da do dos das di del della dello degli y e "
    "i el al bin ibn ben abu af av und and og och jr sr jnr snr ii iii iv st"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())


def words(text: str) -> frozenset[str]:
    """The words of a name, case folded; `Hansen, Peter` and `Peter Hansen` have the same."""
    return _words(unicodedata.normalize("NFC", text.casefold()))


def words_of(texts: Sequence[str]) -> list[frozenset[str]]:
    """The words of each of many names."""
    folded = unicodedata.normalize("NFC", "\n".join(texts).casefold()).split("\n")
    if len(folded) != len(texts):
        return list(map(words, texts))
    plainly = "".join(folded).replace(" ", "").isalnum()  # as a list of players often is: no name has to be looked at
    return list(map(frozenset, map(str.split, folded)) if plainly else map(_words, folded))


def _words(folded: str) -> frozenset[str]:
    plainly = folded.replace(" ", "").isalnum()  # as nearly all are: no pattern has to look for the words
    return frozenset(folded.split() if plainly else _WORD.findall(folded))


def is_role(word: str) -> bool:
    """Whether a case-folded word says staff, guest or spare instead of naming a player."""
    return word in _ROLES or word.endswith(_STAFF_ENDINGS)


@lru_cache(maxsize=8192)
def is_keeper(word: str) -> bool:
    """Whether a case-folded word says goalkeeper, or whose a thing is: `Torwarttrikot`, `Keepershirt`, `målmandstrøje`."""
    return any(part in GOALKEEPERS or part.startswith(_KEEPERS) for part in without_accents(word).split("-"))


def plain(text: str) -> str:
    """A text as its words alone, case folded and in order, to be looked up among the notes."""
    return " ".join(_WORD.findall(text.casefold()))


def listed(parts: list[str], *, most: int = 6) -> str:
    """Parts as in a sentence: `a, b and c`; beyond `most` the rest is only hinted at."""
    return all_listed(parts if len(parts) <= most else [*parts[: most - 1], say("more")])
