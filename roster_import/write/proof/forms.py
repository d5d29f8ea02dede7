"""The garments as they are drawn, all in one hand: outline, seams, and where name and number stand on each.

Every drawing lies in a field of 200 by 188. What is worn on the upper body is seen from behind, where it is printed;
what is printed on a leg, a sock or a cap is seen from where that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from roster_import.language.messages import say
from roster_import.write.proof.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed: its middle, the most its letters may be high and wide, and how far it is turned."""

    x: float
    y: float
    size: float
    width: float
    turned: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a garment is drawn: its outlines, seams, and places; `said` is what is seen, for those who do not see it.

    `empty` is where it says that nothing is printed, `depth` how high that place is at most. Where most often only one of
    name and number is (`mostly_one`), the place of the other is not pointed out.
    """

    said: str
    cloth: str
    seams: str
    name: Place
    number: Place
    empty: Place = Place(100, 88, 13, 90)
    depth: float = 100
    mostly_one: bool = False


_SHORT_SLEEVES: Final = (
    "M77 10C86 19 114 19 123 10L150 20Q159 24 165 31L195 69L168 91L152 75V172Q152 180 144 180H56Q48 180 48 172V75L32 91"
    "L5 69L35 31Q41 24 50 20Z"
)
_SHORT_SEAMS: Final = (
    "M191 64.500L164.500 86.500M9 64.500L35.500 86.500M48 75C45 56 46 36 50 20M152 75C155 56 154 36 150 20M48 174H152"
)
_LONG_SLEEVES: Final = (
    "M77 10C86 19 114 19 123 10L147 18Q160 22 164 35L194 150Q195 155 190 157L172 162Q167 163 166 158L150 86V172Q150 180 142 180"
    "H58Q50 180 50 172V86L34 158Q33 163 28 162L10 157Q5 155 6 150L36 35Q40 22 53 18Z"
)
_LONG_SEAMS: Final = (
    "M50 86C46 62 47 38 53 18M150 86C154 62 153 38 147 18M8.500 141L37 149M191.500 141L163 149M50 169H150"
)
_BACK_NAME, _BACK_NUMBER = Place(100, 53, 21, 94), Place(100, 116, 82, 90)
_LOW_NAME, _LOW_NUMBER = Place(100, 72, 19, 90), Place(100, 124, 68, 84)


FORMS: Final[Mapping[Kind, Form]] = {
    Kind.SHIRT: Form(
        said=say("Back of the shirt"),
        cloth=_SHORT_SLEEVES,
        seams=f"M72 12C82 25 118 25 128 12{_SHORT_SEAMS}",
        name=_BACK_NAME,
        number=_BACK_NUMBER,
    ),
    Kind.POLO: Form(
        said=say("Back of the polo shirt"),
        cloth=f"{_SHORT_SLEEVES}M69 14L76 4Q100 12 124 4L131 14Q100 34 69 14Z",
        seams=f"M73 8.500Q100 20 127 8.500{_SHORT_SEAMS}M188.500 61L161.500 83M11.500 61L38.500 83",
        name=Place(100, 56, 20, 94),
        number=_BACK_NUMBER,
    ),
    Kind.VEST: Form(
        said=say("Back of the vest"),
        cloth=(
            "M71 9C73 30 84 36 100 36C116 36 127 30 129 9L146 12Q143 52 153 78V172Q153 180 145 180H55Q47 180 47 172V78"
            "Q57 52 54 12Z"
        ),
        seams="M66 10C68 36 82 41 100 41C118 41 132 36 134 10"
        "M140.500 12.500Q138 54 148.500 80M47 174H153M59.500 12.500Q62 54 51.500 80",
        name=Place(100, 58, 17, 82),
        number=Place(100, 118, 78, 90),
    ),
    Kind.SWEATER: Form(
        said=say("Back of the sweater"),
        cloth=_LONG_SLEEVES,
        seams=f"M71 12C80 27 120 27 129 12{_LONG_SEAMS}{''.join(f'M{x} 170V179' for x in range(58, 146, 7))}",
        name=_BACK_NAME,
        number=Place(100, 114, 76, 82),
    ),
    Kind.HOODIE: Form(
        said=say("Back of the hoodie"),
        cloth=f"{_LONG_SLEEVES}M72 13C82 3 118 3 128 13C137 31 117 53 100 58C83 53 63 31 72 13Z",
        seams=f"M100 20V58M78 15C88 21 112 21 122 15{_LONG_SEAMS}",
        name=_LOW_NAME,
        number=_LOW_NUMBER,
    ),
    Kind.JACKET: Form(
        said=say("Back of the jacket"),
        cloth=f"{_LONG_SLEEVES}M74 13Q75 3 81 2Q100 7 119 2Q125 3 126 13Q100 28 74 13Z",
        seams=f"M79 8Q100 16 121 8M159 24Q168 60 186 158M41 24Q32 60 14 158{_LONG_SEAMS}",
        name=Place(100, 55, 20, 92),
        number=Place(100, 115, 76, 82),
    ),
    Kind.TRACKSUIT: Form(
        said=say("Tracksuit, its jacket from behind"),
        cloth=(
            "M140 74Q161 78 182 74Q185 74 185.500 77L193 173Q193.500 178 189 178L172 180Q168.500 180 168 176L161 112L154 176"
            "Q153.500 180 150 180L133 178Q128.500 178 129 173L136.500 77Q137 74 140 74Z"
            "M52 12C59 19 77 19 84 12L101 18Q109 20 112 29L131 114Q132 118 128 119L116 122Q112 123 111 119L102 71V140"
            "Q102 146 96 146H40Q34 146 34 140V71L25 119Q24 123 20 122L8 119Q4 118 5 114L24 29Q27 20 35 18Z"
            "M50 14Q51 6 55 5Q68 9 81 5Q85 6 86 14Q68 25 50 14Z"
        ),
        seams=(
            "M53.500 9.500Q68 15 82.500 9.500M108 22Q114 48 125 118M28 22Q22 48 11 118M34 138H102M34 71L32 42M102 71L104 42"
            "M136 83Q161 87 186 83M161 85V112M180 86L187 178M142 86L135 178"
        ),
        name=Place(68, 44, 14, 60),
        number=Place(68, 94, 58, 60),
        empty=Place(68, 80, 10, 60),
    ),
    Kind.SHORTS: Form(
        said=say("Front of the shorts"),
        cloth=(
            "M52 24Q100 31 148 24Q153 24 154 30L175 148Q176 155 169 156L118 163Q111 164 110 157L100 108L90 157Q89 164 82 163"
            "L31 156Q24 155 25 148L46 30Q47 24 52 24Z"
        ),
        seams=(
            "M44.500 41Q100 49 155.500 41M100 46V108M26 149L89 158M174 149L111 158M54 43Q48 100 33 156M146 43Q152 100 167 156"
            "M97 47Q88 58 93 68M103 47Q112 59 106 71"
        ),
        name=Place(133, 122, 14, 46),
        number=Place(67, 118, 46, 44),
        empty=Place(100, 77, 12, 84),
        depth=44,
        mostly_one=True,
    ),
    Kind.SKIRT: Form(
        said=say("Front of the skirt"),
        cloth="M58 26Q100 33 142 26Q147 26 148 32L177 148Q179 155 171 157Q100 173 29 157Q21 155 23 148L52 32Q53 26 58 26Z",
        seams="M50 42Q100 50 150 42M24 149Q100 165 176 149M80 47L70 160M120 47L130 160M63 45L47 156M137 45L153 156",
        name=Place(100, 82, 15, 66),
        number=Place(100, 122, 48, 60),
        empty=Place(100, 104, 11, 70),
        depth=70,
        mostly_one=True,
    ),
    Kind.TROUSERS: Form(
        said=say("Front of the trousers"),
        cloth=(
            "M62 8Q100 14 138 8Q143 8 144 14L163 172Q164 179 157 179L126 181Q120 181 119 175L100 80L81 175Q80 181 74 181"
            "L43 179Q36 179 37 172L56 14Q57 8 62 8Z"
        ),
        seams=(
            "M54.500 24Q100 31 145.500 24M100 28V80M38 171L82 173M162 171L118 173M64 27Q58 100 46 178M136 27Q142 100 154 178"
            "M97 29Q89 39 94 47M103 29Q111 40 106 50"
        ),
        name=Place(134, 122, 16, 92, 84),
        number=Place(74, 98, 36, 33),
        empty=Place(100, 58, 10, 66),
        depth=38,
        mostly_one=True,
    ),
    Kind.SOCKS: Form(
        said=say("Pair of socks"),
        cloth=(
            "M98 10H148Q152 10 152 14L149 104Q149 113 156 117L183 131Q196 139 193 154Q190 168 176 168H152Q139 168 129 162"
            "L112 152Q98 144 98 128Z"
            "M32 14H84Q88 14 88 18L85 110Q85 119 92 123L120 138Q133 145 130 160Q127 174 113 174H88Q75 174 65 168L47 158"
            "Q33 150 33 134L28 18Q28 14 32 14Z"
        ),
        seams="M28.500 29H87.500M98 25H151.500M46 157Q60 149 62 132Q50 122 33 130M108 173Q98 158 110 134M176 168Q166 154 174 127",
        name=Place(58, 42, 13, 50),
        number=Place(58, 82, 46, 46),
        empty=Place(58, 72, 10, 50),
        depth=70,
        mostly_one=True,
    ),
    Kind.CAP: Form(
        said=say("Front of the cap"),
        cloth=(
            "M38 118C36 64 62 30 100 30C138 30 164 64 162 118Z"
            "M38 114C60 100 140 100 162 114C172 122 177 136 174 146Q171 152 164 149C146 138 124 133 100 133C76 133 54 138 36 149"
            "Q29 152 26 146C23 136 28 122 38 114Z"
        ),
        seams=(
            "M95 30Q100 24 105 30M84 32C62 46 54 78 54 106M116 32C138 46 146 78 146 106M34 143C54 131 76 126 100 126"
            "C124 126 146 131 166 143"
        ),
        name=Place(100, 90, 17, 74),
        number=Place(100, 62, 36, 60),
        empty=Place(100, 76, 11, 74),
        depth=46,
        mostly_one=True,
    ),
    Kind.BEANIE: Form(
        said=say("Front of the beanie"),
        cloth=(
            "M44 116C42 62 66 28 100 28C134 28 158 62 156 116Z"
            "M40 112Q100 100 160 112Q165 113 165 118L166 150Q166 156 160 155Q100 144 40 155Q34 156 34 150L35 118Q35 113 40 112Z"
        ),
        seams="M100 28V104M72 36Q62 66 62 105M128 36Q138 66 138 105M36 118Q100 105 164 118",
        name=Place(100, 130, 20, 100),
        number=Place(100, 78, 40, 54),
        empty=Place(100, 130, 11, 104),
        depth=26,
        mostly_one=True,
    ),
    Kind.BAG: Form(
        said=say("Side of the bag"),
        cloth=(
            "M34 58H166Q184 58 184 76V142Q184 160 166 160H34Q16 160 16 142V76Q16 58 34 58Z"
            "M42 160V60Q42 22 82 22H118Q158 22 158 60V160H149V61Q149 31 117 31H83Q51 31 51 61V160Z"
        ),
        seams="M24 67H42M51 67H149M158 67H176M24 64V70M176 64V70M29 71V160M171 71V160M42 98H51M149 98H158",
        name=Place(100, 86, 18, 86),
        number=Place(100, 125, 52, 84),
        empty=Place(100, 112, 12, 84),
        depth=70,
        mostly_one=True,
    ),
    Kind.UNTOLD: Form(
        said=say("The piece"),
        cloth=(
            "M44 20Q100 26 156 20Q163 20 162.500 27Q157 94 162.500 161Q163 168 156 168Q100 162 44 168Q37 168 37.500 161"
            "Q43 94 37.500 27Q37 20 44 20Z"
        ),
        seams="M45 27Q100 32 155 27Q150 94 155 161Q100 156 45 161Q50 94 45 27Z",
        name=Place(100, 54, 20, 90),
        number=Place(100, 110, 74, 88),
        empty=Place(100, 95, 13, 90),
    ),
}
"""A form for every kind. The piece is a cloth and no garment: nobody said which it is."""
