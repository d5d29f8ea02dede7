"""Cells that stand alone and are no player: footnotes, legends, labels, titles of teams and of sections."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.goalkeepers import GOALKEEPERS, in_one_word
from roster_import.recognise.order_phrases import SIGNED_OFF
from roster_import.recognise.order_words import holds_back
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.wished_dates import heads_a_date, says_a_date
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet

_TEAMLIKE = re.compile(
    r"u\s?-?\d{1,2}\b.*|.*\bu\s?-?\d{1,2}|[a-h]\d?[ \-]?(?:jugend|junioren)"
    # girls, boys and the like of an age or of a year: F11, P2013, JO15-2
    r"|(?:[bdfghjmpt]|jo|mo)[ \-]?(?:0?[5-9]|1\d|20[01]\d)\b.*|(?:jahrgang|jg\.?|årgang|årskull) ?(?:20)?[01]\d\b.*",
    re.IGNORECASE,
)
_FAMILY = re.compile(  # of brothers and sisters
    r"(?:family|familie|familien|familjen|famille|familia|famiglia|rodzina|rodina|perhe|csalad|ailesi?)(?: [a-z'-]+){1,3}|"
    r"(?:the )?[a-z'-]+ (?:family|familie|familien|perhe|csalad|ailesi)"
)
_ASIDE = tuple(map(re.compile, (r"[(\[;]", r"[:,–]", r"\s-\s")))  # before what is said of a team
_TEAM_TITLES = """
    herren damen women men ladies boys girls seniors senior senioren juniors junioren juniorinnen jugend manner
    frauen herrer kvinder piger drenge drenger jenter kvinner herr dam pojkar flickor heren dames jongens meisjes
    hommes femmes garcons filles masculino femenino feminino chicos chicas uomini donne mezczyzni kobiety muzi
    damer damene herrene reserves reserven reserver erste zweite dritte seniores juveniles cadetes alevines infantiles seniorer
    juniorer senioreja veteranen veterans veteraner veteranos oldboys damlag herrlag damelag herrelag zeny miehet naiset
    erkekler kadinlar minis bambini mannschaft team hold lag equipe squadra
"""
TEAM_WORDS = frozenset(_TEAM_TITLES.split()).union(*(vocabulary.teams.split() for vocabulary in VOCABULARIES))
"""What teams are called by: by sex, by age, by their place among others."""

_WITH_AN_ARTICLE, _ARTICLE = 2, 3  # words of an office; letters of the article before it
_LEADING = frozenset({Concept.OFFICE, Concept.GUARDIAN})
_WITH_A_LABEL = 2
_FOOTNOTE = re.compile(r"[*†¹※＊].*|.*:|\S+\s\S+\s.*[.!?]|.{46,}", re.DOTALL)
_EXPLAINS = re.compile(r"=\S|=\s|:\s|@|www\.|://|\d{5,}|\b(?:[Tt]el|[Tt]lf|[Tt][eé]l[eé]fono?)\b")
_REACHES = re.compile(r"@|www\.|://|\d(?:[ /()-]?\d){5}")  # where somebody is to be reached
_GREETINGS = """
    mfg mit_freundlichen freundliche viele_grusse liebe_grusse beste_grusse schone_grusse sportliche_grusse gruss grusse danke
    vielen_dank dank_im vorab_danke thanks thank_you many_thanks kind_regards regards best_regards best_wishes cheers yours mvh
    med_venlig venlig_hilsen mange_tak tak_for hilsen hilsener takk tack pa_forhand med_vennlig vennlig_hilsen vennlige_hilsener
    med_vanlig vanliga_halsningar halsningar halsar groet groeten groetjes met_vriendelijke vriendelijke_groet bedankt alvast
    cordialement bien_cordialement sportivement merci salutations bonne_journee saludos un_saludo atentamente gracias saluti
    cordiali distinti_saluti grazie cumprimentos com_os_melhores obrigado obrigada atenciosamente pozdrawiam pozdrowienia dziekuje
    vg dziekujemy z_powazaniem s_pozdravem zdravi pozdravem dekuji dekujeme diky terveisin terv ystavallisin kiitos kiitoksia
    mit_sportlichen mit_besten mit_lieben mit_herzlichen herzliche_grusse lg sportslig_hilsen med_sportslig sportshilsen
    med_idrottslig idrottshalsningar met_sportieve sportieve_groeten sportieve_groet salutations_sportives sportives_salutations
    saludos_deportivos un_cordial saluti_sportivi saudacoes_desportivas saudacoes melhores_cumprimentos sportowe_pozdrowienia
    ze_sportowym se_sportovnim urheiluterveisin parhain_terveisin sporcu_selamlarimla sincerely sportsmanlike all_the_best
    saygilar saygilarimla tesekkurler tesekkur 以上 よろしく 감사합니다 谢谢
"""
_PAGES = re.compile(
    r"(?:seite|page|side|sida|pagina|strona|strana|sivu|sayfa) \d+\b.*|(?:stand|as of|pr|per|stav|stan na) \d.*\d.*",
    re.DOTALL,
)
_PARTICLES = """
    de la las los del della dello dei degli di da das do dos du des le el al van von vom der den ter ten te het zu zum zur auf
    af av til y e i und en et bin ibn abu ben bar mac mc san santa d l t of oglu op in
"""
_OF_NAMES = frozenset(_PARTICLES.split())
_SECTION_TITLES = """
    angrep anfall attack attaque ataque attacco atak utok hyokkays aanval spitsen verdediging middenveld puolustus keskikentta
    backs wingers kantspillere kantspelare ruckraum kreis aussen ledere kader obrona pomoc defesa ataque meio_campo centrocampo
    defenders defence defense midfielders midfield forwards strikers attackers substitutes subs
    reserves bench starters staff starting_eleven abwehr mittelfeld sturm angriff ersatzspieler ersatzbank
    auswechselspieler feldspieler betreuer forsvar midtbane angreb udskiftere reserver backer
    mittfaltare anfallare avbytare ledare verdedigers middenvelders aanvallers wisselspelers reservespelers
    defenseurs milieux attaquants remplacants defensas centrocampistas delanteros suplentes difensori
    attaccanti riserve defesas medios avancados obroncy pomocnicy napastnicy rezerwowi obranci
    feldspielerinnen felt_players field_players outfield outfield_players markspillere markspiller utespillere
    utespelare     veldspelers joueurs_de_champ joueuses_de_champ jugadores_de_campo jugadoras_de_campo
    giocatori_di_movimento zawodnicy_z_pola hraci_v_poli hracky_v_poli kenttapelaajat
    zaloznici utocnici nahradnici puolustajat keskikentta hyokkaajat vaihtopelaajat defans orta_saha
    forvetler yedekler leaders coaches trainers officials team_staff coaching_staff trainer ubungsleiter mannschaftsleitung
    traenere holdledere trenere lagledere tranare lagledning leiders begeleiders begeleiding coachs entraineurs encadrement
    dirigeants entrenadores cuerpo_tecnico allenatori dirigenti staff_tecnico giocatori giocatrici staff_technique corpo_tecnico
    trenerstab trenerteam trainerteam trainerstab sztab sztab_szkoleniowy realizacny_tim realizacni_tym tekninen_johto
    teknik_ekip treinadores equipa_tecnica trenerzy kierownictwo treneri vedeni
    valmentajat toimihenkilot joukkueenjohto antrenorler
"""
_BILLS = """
    bill_to billing_to billing_address invoice_to invoice_address rechnung_an rechnung_geht_an rechnungsadresse rechnungsanschrift
    rechnungsempfanger faktura_til faktura_sendes_til faktureringsadresse fakturaadresse faktura_till faktureras factuur_aan
    factuuradres facture_a adresse_de_facturation factura_a facturar_a direccion_de_facturacion fattura_a
    indirizzo_di_fatturazione fatura_a faktura_na faktura_dla fakturu_na fakturacni_adresa lasku laskutusosoite fatura_adresi
"""
_SECTIONS = frozenset(
    word.replace("_", " ")
    for titles in (
        _SECTION_TITLES,
        " ".join(GOALKEEPERS),
        _BILLS,
        *(vocabulary.sections for vocabulary in VOCABULARIES),
    )
    for word in titles.split()
)
_LABELS = frozenset(
    {
        Concept.GUARDIAN,
        Concept.CONTACT,
        Concept.DATE,
        Concept.PLAY,
        Concept.REMARK,
        Concept.PAID,
        Concept.SUMMARY,
        Concept.PERMISSION,
        Concept.OFFICE,
        Concept.RESERVED,
        Concept.QUANTITY,
        Concept.SIZE,
        Concept.TEAM,
        Concept.CLUB,
        Concept.ORDER,
        Concept.PLAYER,
        Concept.MEMBER,
        Concept.PRICE,
        Concept.CHILD_SIZES,
    }
)


_TITLES = _LABELS - {Concept.REMARK, Concept.PAID, Concept.RESERVED, Concept.ORDER, Concept.DATE}


def is_note(text: str) -> bool:
    """A lone cell that is a footnote or the title of a team, not a player without number and size."""
    concepts = {term.concept for term in take_apart(text).main}
    if greets(text) or _PAGES.fullmatch(fold(text)) or _heads_those_off(text) or holds_back(text) or says_a_date(text):
        return True
    titled = not concepts.isdisjoint({*WORN, Concept.QUANTITY, Concept.REMARK, Concept.SUMMARY})
    return (titled and " " in text) or bool(_FOOTNOTE.fullmatch(text)) or len(text.split()) > 4 or is_team(text)


def _heads_those_off(text: str) -> bool:
    """Whether it is the title over people who are not in it any more, or not yet: Abgemeldet, waiting list:."""
    return "_".join(re.findall(r"[^\W_]+", fold(text))) in _off()


@cache
def _off() -> frozenset[str]:
    return frozenset(SIGNED_OFF.split())


def is_section(text: str) -> bool:
    """Whether it is no more than what the players below are, or who pays: Goalkeepers, Gardiens de but, Familie Berg."""
    folded = fold(text).strip(" :")
    return in_one_word(folded) in _SECTIONS or _FAMILY.fullmatch(folded) is not None


def divides(text: str) -> bool:
    """Whether a note between the players may say which of them are meant: no title of what they are, nobody's address."""
    concepts = {term.concept for term in take_apart(text).main}
    titled = is_section(text) or (bool(concepts) and concepts <= _TITLES)
    return not titled and not greets(text) and not reaches_somebody(text)


def reaches_somebody(text: str) -> bool:
    """Whether a text says where somebody is to be reached: an address, a number to call."""
    return _REACHES.search(text) is not None


def greets(text: str) -> bool:
    """Whether it begins as letters end: MfG Uwe, Thanks, Bob."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    return any("_".join(words[:size]) in _set_of_greetings() for size in (1, 2))


def before_greeting(text: str) -> str:
    """What a line says before it ends as letters do, with nothing but a name behind: 10 shirts in total. Thanks, Gail."""
    clauses = _CLAUSES.split(text)
    ends = next((at for at, clause in enumerate(clauses) if at and greets(clause)), len(clauses))
    behind = " ".join(clauses[ends:])
    signed = 0 < len(behind.split()) <= _A_SIGNATURE and not any(map(str.isdigit, behind))
    return ", ".join(clauses[:ends]) if signed else text


def rows_of_signatures(sheet: Sheet, below: Sequence[int]) -> Iterator[int]:
    """The rows of one cell right under a greeting or an office, where whoever sends the list puts a name: Der Trainer, Uwe."""
    signed = False
    for row in below:
        alone = sheet.rows.widths[row] == 1
        text = next(iter(sheet.rows[row].values())).text if alone else ""
        if signed and alone:
            yield row
        signed = alone and (signed or greets(text) or _is_an_office(text))


def _is_an_office(text: str) -> bool:
    """Whether it says no more than what somebody is to the team: O treinador, Valmentaja."""
    terms = take_apart(text).main
    few = len(re.findall(r"[^\W\d_]+", text)) <= _WITH_AN_ARTICLE
    article = all(len(term.text) <= _ARTICLE for term in terms[:-1])
    return few and article and any(term.concept in _LEADING for term in terms[-1:])


def rows_of_labels(sheet: Sheet, below: Sequence[int]) -> Iterator[int]:
    """The last rows, of labels and what each says: Signed: A. Hull, Date: 1 May."""
    for row in reversed(below):
        texts = [cell.text.rstrip() for _, cell in sorted(sheet.rows[row].items())]
        labels = [text.endswith((":", "：")) for text in texts]
        if not labels[0]:
            return
        if sum(labels) > 1 and sum(labels) * 2 >= len(labels):
            yield row


@cache
def _set_of_greetings() -> frozenset[str]:
    return frozenset(_GREETINGS.split())


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether it says what stands behind it, or is the title of what stands below it: Coach, Contact, Goalkeepers."""
    if is_section(text) or text.rstrip().endswith((":", "：")) or heads_a_date(text):
        return True
    concepts = [term.concept for term in take_apart(text).main]
    return bool(concepts) and not set(concepts).isdisjoint(_LABELS) and None not in concepts


@lru_cache(maxsize=4096)
def is_sentence(text: str) -> bool:
    """Whether it goes on in small letters as no name does, or explains a sign: Please order before Friday, GK = keeper."""
    if _EXPLAINS.search(text):
        return True
    first, *words = text.replace("-", " ").split() or [""]
    small = [word for word in words if word[0].islower() and fold(word).strip("'’.") not in _OF_NAMES]
    return bool(small) and not first[0].islower()


_BY = re.compile(  # to whom it is to be sent, too
    r"(?:\b(?:by|von|durch|an|to|af|av|til|till|van|door|aan|par|por|da|przez|od|do|kontakt|contact)|:)\s+(?-i:[^\W\d_a-z])",
    re.IGNORECASE,
)


def is_by_somebody(text: str) -> bool:
    """Whether it says who wrote, leads or is to be reached, and nothing of what they get: Bestellt von Jan Holm."""
    return greets(text) or reaches_somebody(text) or is_label(text) or _BY.search(text) is not None


def team_title(row: Mapping[int, Cell]) -> str | None:
    """The team a row names that holds nothing else, but who leads it or what is said of it: U17 (ordered in January)."""
    texts = [cell.text for cell in row.values()]
    alone = len(texts) == 1 or (len(texts) == _WITH_A_LABEL and ":" in texts[1])
    if not alone or is_team(texts[0]):
        return texts[0].strip(" :") if alone else None
    heads = heads_of(texts[0])
    return next((head for head in heads if head != texts[0] and is_team(head) and any(map(str.isdigit, head))), None)


def heads_of(text: str) -> Iterator[str]:
    """What stands before whatever is said of it: Tracksuit (name only), U17 - ordered in January."""
    return (sign.split(text)[0].strip() for sign in _ASIDE)


def says_more(row: Mapping[int, Cell], team: str) -> bool:
    """Whether something is said of the team behind its name, or with it: Herren, alle in blau."""
    texts = [cell.text for cell in row.values()]
    return len(texts) == 1 and (texts[0].strip(" :") != team or _GOES_ON.search(texts[0]) is not None)


_CLAUSES = re.compile(r"[.!,;]\s|\s[-–—]\s")
_A_SIGNATURE = 5  # words of a greeting and a name
_GOES_ON = re.compile(r"(?:[,:;(]|\s[-–—])\s*[^\W\d_A-Z]\w*\s[^\d]+$")  # behind a sign, in small letters


def is_team(text: str) -> bool:
    """Whether a text is what a team is called: U13, Heren 1, Team B."""
    words = fold(text).split()
    if not words or len(words) > 6 or any(char in text for char in "@;") or _heads_those_off(text):
        return False
    concepts = {term.concept for term in take_apart(text).main}
    return bool(
        _TEAMLIKE.fullmatch(text.strip(" :"))
        or TEAM_WORDS & set(words)
        or concepts & {Concept.TEAM, Concept.CLUB, Concept.SQUAD}
    )
