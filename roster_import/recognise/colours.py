"""What people call the colours of cells, and the notes that explain them: yellow = has one already, die roten sind weg."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from typing import TYPE_CHECKING

from roster_import.recognise.false_friends import FALSE_FRIENDS
from roster_import.recognise.lexicon import means
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet

_CALLED = {
    "red": """
        red reds rot rote roten roter rod rode roed rodt rott roda rood rouge rouges rojo roja rojos rosso rossa rossi vermelho
        vermelha czerwony czerwone cerveny cervene cervena punainen punaiset kirmizi 赤 빨강 红色""",
    "orange": "orange orangen oransje oranje naranja arancione laranja pomaranczowy oranzovy oranssi turuncu オレンジ 橙色",
    "yellow": """
        yellow yellows gelb gelbe gelben gelber gul gule gult gula geel gele jaune jaunes amarillo amarilla amarillos giallo
        gialla gialli amarelo amarela zolty zolte zluty zlute zluta keltainen keltaiset sari 黄 노랑 黄色""",
    "green": """
        green greens grun grune grunen gruner gruen gruene gron gronne gronn gront grona groen groene vert verte verts verde
        verdes verdi zielony zielone zeleny zelene zelena vihrea vihreat yesil 緑 초록 绿色""",
    "turquoise": "turquoise turkis turkise tuerkis teal cyan turkoois turquesa turchese turkusowy tyrkysovy turkoosi turkuaz",
    "blue": """
        blue blues blau blaue blauen blauer bla blaa blauw blauwe bleu bleue bleus azul azules blu azzurro niebieski
        niebieskie modry modre modra sininen siniset mavi 青 파랑 蓝色""",
    "purple": """
        purple violet lila lilla violett fiolett paars violet violette morado viola roxo fioletowy fialovy violetti 紫""",
    "pink": "pink rosa lyserod lyserode roze rose rosado rozowy ruzovy pinkki pembe magenta ピンク 분홍 粉色",
    "brown": "brown braun braune brun brune bruin marron marrone castanho brazowy hnedy ruskea kahverengi 茶色",
    "grey": """
        grey gray grau graue grauen grauer gra graa grijs grijze gris grises grigio grigi cinza cinzento szary szare
        sedy sede harmaa harmaat gri 灰色 회색""",
    "black": "black schwarz schwarze sorte svart zwart noir negro nero preto czarny cerny musta siyah 黒 黑色",
}
_SHADES = "hell dunkel light dark pale bright lyse mork ljus licht donker lys blass knall"
_ROWS = """
    rows row cells cell fields players names lines entries zeilen zeile felder zellen spieler namen kinder reihen raekker
    felter spillere navne rader celler spelare namn rijen cellen spelers lignes cases joueurs filas celdas jugadores righe
    celle giocatori linhas celulas jogadores wiersze pola zawodnicy radky bunky hraci rivit solut pelaajat satirlar
"""
_MARKED = (
    *(
        "marked",
        "highlight",
        "shaded",
        "colored",
        "coloured",
        "markier",
        "hinterlegt",
        "unterlegt",
        "markeret",
        "markert",
    ),
    *("markerad", "gemarkeerd", "surlign", "marcad", "evidenziat", "zaznacz"),
)
_PAYMENT = """
    unpaid unbezahlt betaler betalte ubetalt bezahlen zahlt gezahlt ueberwiesen uberwiesen paye payee payes payant
    cotisation beitrag beitrage mitgliedsbeitrag contribution contributie kontingent subs dues kwota skladka cuota quota
"""
_EXPLAINS = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{1,20})(?: ([^\W\d_]{1,20}))?(?: ([^\W\d_]{1,20}))?\s?(?:=|:|→|->|–|—|\s-\s)\s?(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 500  # letters of a note that are looked at
_DARK, _LIGHT, _BROWN = 0.12, 0.72, 0.35
_GREY = 0.045  # of the way from grey to a full colour
_HUES: Sequence[tuple[int, tuple[str, ...]]] = (
    (15, ("red", "pink")),
    (38, ("orange", "red")),
    (50, ("orange", "yellow")),
    (68, ("yellow",)),
    (80, ("green", "yellow")),
    (160, ("green",)),
    (192, ("turquoise", "blue", "green")),
    (225, ("blue",)),
    (252, ("blue", "purple")),
    (295, ("purple", "pink")),
    (345, ("pink", "purple", "red")),
    (360, ("red", "pink")),
)


Filled = dict[int, dict[int, str]]  # row -> column -> colour
_FEW = 2  # cells of a row that is a note


def filled_cells(sheet: Sheet) -> Filled:
    """The colours of a sheet's cells."""
    filled: Filled = {}
    for fill in sheet.fills:
        for row in fill.rows:
            filled.setdefault(row, {})[fill.column] = fill.colour
    return filled


def shown_by(sheet: Sheet, cell: Cell, filled: Filled) -> str:
    """The colour in which a text stands, or that the cell left of it shows, which is empty or only names it."""
    fills = filled.get(cell.row, {})
    left = sheet.text(cell.row, cell.column - 1)
    return fills.get(cell.column) or (fills.get(cell.column - 1, "") if not left or colour_of(left) else "")


def rows_of_legends(sheet: Sheet, below: Sequence[int]) -> set[int]:
    """The rows behind an empty one, or behind notes that stand there, that say in a cell or two what a colour means."""
    filled, widths = filled_cells(sheet), sheet.rows.widths
    marked = {colour for row, fills in filled.items() if widths.get(row, 0) > _FEW for colour in fills.values()}
    legends, notes = set[int](), set[int]()
    for row in below:
        if widths[row] <= _FEW and (row - 1 not in widths or row - 1 in legends | notes):
            if _explains(sheet, row, filled, marked):
                legends.add(row)
            elif widths[row] == 1:
                notes.add(row)
    return legends


def _explains(sheet: Sheet, row: int, filled: Filled, marked: Collection[str]) -> bool:
    """Whether a row says what the colour means that it names, or that it shows as rows of players do."""
    *named, told = sheet.rows[row].values()
    if not all(colour_of(cell.text) for cell in named):
        return False
    in_words = len(told.text.split()) > 1 and (is_about_the_order(told.text) or is_of_a_payment(told.text))
    shows = len(filled.get(row, ())) <= _FEW and shown_by(sheet, told, filled) in marked
    return shows or bool(named and in_words)


def called(colour: str) -> tuple[str, ...]:
    """What people may call a colour (RRGGBB), likeliest first: many an orange is a yellow to somebody."""
    red, green, blue = (part / 255 for part in bytes.fromhex(colour))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _GREY:
        return ("black", "grey") if light < _DARK else ("grey",)
    if light < _DARK:
        return ("black", *_of_hue(360 * hue))
    words = _of_hue(360 * hue)
    if words == ("orange", "yellow") and light > _LIGHT:
        return ("yellow", "orange")
    return ("brown", *words) if words[0] == "orange" and light < _BROWN else words


def _of_hue(degrees: float) -> tuple[str, ...]:
    return next(words for end, words in _HUES if degrees <= end)


def explained(text: str) -> list[tuple[str, str]]:
    """The colours that a note explains, each with what it says of it; none where it explains none."""
    text = text[:_LONGEST]
    signs = [(colour, match) for match in _EXPLAINS.finditer(text) if (colour := _told_of(match))]
    ends = (*(match.start() for _, match in signs[1:]), len(text))
    told = [(colour, text[match.end() : end].strip(" ,;|/")) for (colour, match), end in zip(signs, ends, strict=False)]
    if told or not any(fold(word).startswith(_MARKED) for word in _WORD.findall(text)):
        return told
    return [(colour, text) for colour in dict.fromkeys(filter(None, map(colour_of, _WORD.findall(text))))]


def _told_of(match: re.Match[str]) -> str:
    """The colour that is spoken of before a sign such as =: yellow, yellow rows, die Gelben; of a dash more is asked."""
    words = [word for word in match.groups() if word]
    colours = [colour for word in words if (colour := colour_of(word))]
    others = [fold(word) for word in words if not colour_of(word)]
    of_rows = all(word in _set(_ROWS) or word.startswith(_MARKED) or len(word) < 4 for word in others)
    called = len(words) > 1 and words[-1][0].isupper() and words[-2][0].isupper()  # a club: Vallée Verte
    of_team = any(means(word) is Concept.TEAM for word in others)  # Lag Blå - beställning
    if len(colours) != 1 or of_team or (not of_rows and (called or not colour_of(words[-1]))):
        return ""
    dashed = match[0].rstrip().endswith(("–", "—", "-"))
    return "" if dashed and not is_about_the_order(match.string[match.end() :]) else colours[0]


def colour_of(word: str) -> str:
    """The colour that a word names, also in a shade: hellgrün; empty where it names none."""
    folded = fold(word)
    shade = next((shade for shade in _SHADES.split() if folded.startswith(shade)), "")
    return _colours().get(folded) or _colours().get(folded.removeprefix(shade), "")


def is_of_a_payment(text: str) -> bool:
    """Whether a note speaks of money that was paid or not, which is no part of an order, and of nothing that is ordered."""
    words = {fold(word) for word in _WORD.findall(text[:_LONGEST])}
    paid = _set(FALSE_FRIENDS[Concept.PAID]) | _set(_PAYMENT)
    return not paid.isdisjoint(words) and not is_about_the_order(text)


@cache
def _colours() -> Mapping[str, str]:
    return {word: colour for colour, words in _CALLED.items() for word in words.split()}


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
