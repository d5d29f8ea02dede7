"""Which design a heading is about: its words in many languages, compared with the titles of the catalogue.

A text becomes a list of words, each with the senses it may have (`Hose` is shorts or trousers); a word nobody taught
us stands for itself. A heading fits a title when each of its words has one in the title that may mean the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roster_import.model.catalogue import Unresolved
from roster_import.model.sheets import heading_key
from roster_import.recognise.goalkeepers import GOALKEEPERS, in_one_word
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.catalogue import Catalogue

Words = tuple[frozenset[str], ...]

_CLOTHES: dict[str, str] = {
    "shirt": """
        shirt shirts jersey jerseys top tops trikot trikots troje trojer troejer maillot maillots camiseta camisetas
        camisa camisas camisola camisolas playera remera maglia maglie maglietta magliette koszulka koszulki koszulce
        koszulek dres dresu dresy dresik triko paita paidan pelipaita pelipaidan troja trojor troj trojan drakt drakta
        hemd hemden leibchen skjorte shirtje forma formasi uniforma spillertroje spillerdragt
        シャツ ユニフォーム ユニホーム 유니폼 상의 上衣 球衣
        shirte paida paitaa ユニ
        тениска тениски фланелка фланелки потник samarreta samarretes majica majice majicu sark sargi φανελα φανελεσ
        μπλουζα μπλουζακι μπλουζεσ εμφανιση mez mezek treyja treyju bolur krekls marskineliai tricou tricouri маика маики
        футболка футболки джерси дрес дреса мајица мајице маичка tricko tricka сорочка""",
    "tee": "tee tees tisort",
    "shorts": """
        shorts short shortsen shortsien shortsit shortseja shortseihin shortstr sorts sortsit sortky spodenki spodenek
        pantaloncini pantaloncino
        calzoncini calcao calcoes pantaloneta trenky trenek trenyrky trenyrek sortu hose hosen bukser bukse byxa byx byxor broek
        spodenkach trenyrkach trenkach shortsi housu broekje housut housujen pantalon パンツ ショーツ 하의 바지 短裤 球褲
        шорти гащета hlacice hlacke hlace sorc puksid σορτσ σορτσακι nadrag rovidnadrag stuttbuxur sorti sortai sorturi
        шорты шорт шорц гаће trenirky kratasy cuissard""",
    "trousers": """
        trousers pants pant sweatpants bottoms hose hosen bukser bukse byxor byxa broek pantalon pantalons pantalones
        calca calcas spodnie teplaky kalhoty housut housujen パンツ 바지 长裤
        панталон hlace puksid παντελονι παντελονια nadrag melegitonadrag buxur bikses kelnes pantaloni штаны брюки
        штани nohavice""",
    "socks": """
        socks sock sukkia stutzen stulpen socke socken strumpf strumpfe strompe stromper sokker sokken kousen sukat sukka sukan
        sukkien chaussette chaussettes medias calcetines calzettoni calzini calze meia meias meioes meiao getry skarpety
        skarpetki stulpny ponozky corap tozluk strumpor strumpa ソックス 양말 球袜
        чорапи калци mitjons mitges carape stucne sokid καλτσεσ καλτσα sportszar zokni sokkar zekes kojines ciorapi
        sosete jambiere гетры носки чарапе stulpne podkolienky nogavice гетри шкарпетки""",
    "jacket": """
        jacket jackets jacke jacken jakke jacka veste vestes chaqueta giacca casaco kurtka bunda takki ceket mont jas
        rainjacket softshell windbreaker ジャケット
        яке jaqueta jakna jope μπουφαν ζακετα dzseki kabat ulpa striuke jacheta geaca куртка ветровка олимпиика јакна""",
    "hoodie": """
        hoodie hoodies hoody haettetroje kapuzenpulli huppari sudadera felpa moletom mikina bluza hettegenser
        luvtroja dessuadora duksa φουτερ hanorac толстовка パーカー""",
    "sweater": "sweatshirt sweatshirts sweater pulli pullover sweat genser pulover peysa кофта",
    "tracksuit": """
        tracksuit tracksuits trainingsanzug traeningsdragt trainingspak survetement chandal tuta agasalho esofman dres
        praesentationsanzug trainingsanzuge survetements traeningsdragter trainingspakken chandales tute agasalhos esofmanlar
        overall overaller overallen verryttelypuku verryttelypuvut verryttelyasu verryttelyasut treningsdress treningsdresser
        dresy_treningowe teplakova_souprava ジャージ
        анцуг xandall trenirka φορμα melegito тренерка костюм""",
    "baselayer": "baselayer baselayers undershirt undershirts unterziehshirt funktionsunterhemd kompressionsshirt",
    "polo": "polo polos",
    "skirt": "skirt skort rock nederdel kjol",
    "cap": """
        cap caps basecap kappe kappen schirmmutze hat beanie mutze muetze kasket kasketter keps kepsar casquette gorra
        gorras cappellino cappello czapka czapeczka lippis sapka cepice ksiltovka siltovka bonnet gorro pipo muts lue
        mossa hue huer шапка кепка kapa καπελο hufa cepure kepure sapca caciula ciapka капа 帽子 キャップ 모자""",
    "beanie": "beanie mutze muetze bonnet gorro pipo muts lue mossa hue huer hufa caciula",
    "gloves": """
        gloves handschuhe handsker handskar hansker gants guantes guanti luvas rekawiczki rukavice handschoenen
        hansikkaat eldiven ръкавици guants γαντια kesztyu manusi перчатки rokavice рукавички""",
    "bag": """
        bag bags backpack backpacks tasche taschen sporttasche taske tasker rucksack rucksacke rygsaek rygsaekke ryggsekk
        ryggsack vaska tas tassen rugzak sac sacs mochila mochilas bolsa bolsas zaino zaini borsa borsone torba torby
        plecak batoh taska reppu kassi canta cantasi リュック バッグ 가방 背包 书包
        чанта motxilla kott τσαντα rucsac geanta сумка рюкзак торба""",
    "vest": "vest vests weste",
    "tights": "tights leggings",
    "shoes": "shoe shoes boots sko schuh schuhe",
}
CLOTHES = frozenset(_CLOTHES)
"""Every sense of a word that names a piece of clothing."""

_OTHERS: dict[str, str] = {
    "kit": "kit kits set sets saet sats satz dragt uniform uniforms tenue outfit sett equipacion equipaciones",
    "home": """
        home heim hjemme hjemmebane hemma thuis domicile local casa dom domowy domaci koti ホーム 홈 主场
        hemmaplan heimspiel domowa domowe domowej domaca domacich kotiasu principal titular ev""",
    "away": """
        away auswarts auswaerts gast ude udebane borte borta uit exterieur visitante trasferta fora wyjazd wyjazdowy
        venkovni vieras deplasman アウェイ 원정 客场
        auswartsspiel udekamp bortaplan bortebane wyjazdowa wyjazdowe venku hoste vierasasu visita visitantes fuera trasferte""",
    "third": """
        third ausweich alternate tredje
        dritte dritter drittes tercera tercer terza terzo troisieme terceira trzecia trzeci treti kolmas derde ucuncu サード""",
    "goalkeeper": " ".join(GOALKEEPERS),
    "training": """
        training trainings traening traenings trening entrainement entrenamiento allenamento treino
        treningowa treningowy treningowe treninkove treninkovy treninkova harjoitus antrenman practice
        トレーニング 練習 練習着 훈련 训练""",
    "match": """
        match matches
        spiel kamp partido partita mecz zapas ottelu mac""",
    "warmup": """
        warm warmup aufwarm aufwarmen opvarmning opvarmnings oppvarming uppvarmning uppvarmnings echauffement calentamiento
        riscaldamento aquecimento rozgrzewka rozgrzewkowa lammittely isinma ウォームアップ アップ""",
    "long": "longsleeve long langarm langarmet langarmad langaermet langermet langarmig manches mangas maniche 長袖",
    "dark": "dark dunkel dunkle mork morke",
    "light": "light hell helle lys ljus",
    "women": "women womens woman ladies damen dame dam dames femme mujer donna kvinder frauen",
    "men": "men mens man herren herre herr heren homme hombre uomo maend manner",
    "child": """
        dziecko dite lapsi nina ninas bambina bambine infantil infantiles dzieciecy dziecieca detsky detska detskych kindermaat
        kid kids child children childrens youth junior juniors jr kinder kind jugend born borne bornene barn enfant enfants nino
        ninos bambino bambini dzieci dzieciece lapset lasten deti detske barna criancas crianca gyerek cocuk boys girls""",
    "adult": """
        adult adults erwachsene erwachsenen erwachsener voksen voksne vuxen vuxna adulte adultes adulto adultos adulti volwassen
        volwassenen dorosly dorosla dorosli doroslych dospely dospeli aikuinen aikuiset aikuisten yetiskin felnott
        unisex senior seniors""",
}
_SILENT_WORDS = (
    "up size sizes of the for and der die das fur pa til la le les de du el i og und et y w a storrelse grosse s"
)
_SILENT = frozenset(_SILENT_WORDS.split())
_KITS = frozenset({"home", "away", "third", "dark", "light", "kit"})
_PEOPLE = frozenset({"women", "men", "child", "adult"})
_USES = frozenset({"home", "away", "third", "goalkeeper", "training", "warmup"})
_TURNS = frozenset({"home", "away", "third"})
_TELLING = frozenset({"women", "child", "long", "kit"})  # what a title would have to say, too
_KNOWN = (frozenset(_CLOTHES) | frozenset(_OTHERS)) - {"kit"}
_TURKISH_SHORTS = re.compile(r"\b[şș]ort\b", re.IGNORECASE)  # without its cedilla it is black in Danish
_SLEEVED = re.compile(r"\b(short|long)[ -]sleeved?\b")  # no shorts
_LINKS = ("", "s", "er", "n", "en", "e")
_SHORTEST_PART = 3
_LONG_ENOUGH = 5  # letters of a garment's word that ends another, which is no chance then, as the cap of handicap is
_EAST_ASIAN = "\u1100"  # from here on a word may be of one or two signs


def words(text: str) -> Words:
    """The words of a heading or title that say something, each as the senses it may have, in order and once."""
    return _words(fold(_TURKISH_SHORTS.sub("shorts", text)))


def fits(of: Words, title: Words) -> bool:
    """Whether every word of `of` has one in the title that may mean the same; never where `of` says nothing."""
    return bool(of) and all(any(word & other for other in title) for word in of)


def same(first: Words, other: Words) -> bool:
    """Whether two headings are about the same garment."""
    return fits(first, other) and fits(other, first)


def is_for_people(of: Words) -> bool:
    """Whether nothing but whose sizes they are is said: Youth, Damen."""
    return bool(of) and all(word <= _PEOPLE for word in of)


def is_for_any_shirt(of: Words) -> bool:
    """Whether a shirt is meant, and nothing said of which: Trikots, Jersey; no Polo, no Track top."""
    return bool(of) and all("shirt" in word for word in of)


def is_of_a_kit(of: Words) -> bool:
    """Whether nothing but which kit is said: home, away, dark."""
    return bool(of) and all(word <= _KITS for word in of)


def is_for_children(of: Words) -> bool:
    """Whether children's sizes are meant, and not those of others beside them."""
    meant = frozenset().union(*of)
    return "child" in meant and not meant & {"adult", "men", "women"}


def clash(of: Words, title: Words) -> bool:
    """Whether both name a piece of clothing, and not the same one."""
    one, other = clothes(of), clothes(title)
    return bool(one) and bool(other) and not one & other


def is_of_another_use(of: Words, title: Words) -> bool:
    """Whether both say what the garment is for, and not the same: home and away, match and training."""
    one, other = _uses(of), _uses(title)
    return bool(one) and bool(other) and not one & other


def _uses(text: Words) -> frozenset[str]:
    return frozenset().union(*text) & _USES


def of_a_use(of: Words) -> Words:
    """The words that say for what a garment is: home, away, training."""
    return tuple(word for word in of if word & _USES)


def contradict(of: Words, title: Words) -> bool:
    """Whether the one cannot be the other however near it is spelled: other clothes, another use, or for other people."""
    senses, others = frozenset().union(*of), frozenset().union(*title)
    return clash(of, title) or len(_uses(of)) > 1 or is_of_another_use(of, title) or bool((senses & _TELLING) - others)


def known_words(of: Words) -> Words:
    """The words somebody taught us, but for those of a whole kit; none where they say neither clothes nor a use."""
    known = tuple(word for word in of if word & _KNOWN)
    return known if clothes(known) or any(word & _USES for word in known) else ()


def is_for_keepers(of: Words) -> bool:
    """Whether it is a goalkeeper's."""
    return any("goalkeeper" in senses for senses in of)


def worn_by_turns(titles: Iterable[str]) -> list[tuple[str, ...]]:
    """The titles that are one piece of clothing for home, away and third: whoever plays has each of them."""
    turns: dict[frozenset[str], list[str]] = {}
    for title in titles:
        about = words(title)
        if _uses(about) & _TURNS and not is_for_keepers(about):
            turns.setdefault(clothes(about), []).append(title)
    return [tuple(each) for each in turns.values() if len(each) > 1]


def worn_in_pairs(text: Words) -> bool:
    """Whether it is nothing but what is worn in pairs, so that a pair is one piece."""
    worn = clothes(text)
    return bool(worn) and worn <= {"socks", "gloves", "shoes"}


def names_a_garment(text: str) -> bool:
    """Whether it is nothing but what a piece of clothing is called: Trainingsanzüge, Away shirts."""
    of = words(text)
    return bool(clothes(of)) and known_words(of) == of


def names_a_garment_beside(text: str) -> bool:
    """Whether it names a piece of clothing beside something else: Trainer (Trainingsshirt), Allenatori (tuta)."""
    return not names_a_garment(text) and bool(clothes(words(text)))


def clothes(text: Words) -> frozenset[str]:
    """The pieces of clothing a text may name."""
    return frozenset(sense for word in text for sense in word if sense in _CLOTHES)


def titles_for(catalogue: Catalogue, of: str, heading: str) -> tuple[str, ...]:
    """How the designs that `of` may name are written: the very title, code or id, else the titles that it fits.

    Of several the one that stands whole in the heading is meant: Welke maat Training top wil je? A code or an id must have
    been said by somebody: digits in a heading are a size, a year or a count.
    """
    titles = _titles(catalogue)
    if names_exactly(catalogue, of, heading):
        return (titles.get(heading_key(of), of),)
    fitting = tuple(title for title in titles.values() if fits(words(of), words(title)))
    written = [title for title in fitting if f" {heading_key(title)} " in f" {heading_key(heading)} "]
    return tuple(written) if len(written) == 1 else fitting


def titles_for_part(garment: str, catalogue: Catalogue, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The titles that one garment of a cell that lists several may mean: the one it was said to mean, where it was."""
    told = answers.get(heading_key(garment))
    return titles_for(catalogue, told or garment, "")


def design_titles(catalogue: Catalogue) -> tuple[str, ...]:
    """The different titles of the catalogue's designs, in order."""
    return tuple(_titles(catalogue).values())


def named_after(sheet: str, catalogue: Catalogue) -> str:
    """The title of the only design that a sheet is called after, so that its rows may be of that: Tracksuits."""
    about = words(sheet)
    titles = [title for title in design_titles(catalogue) if heading_key(title) == heading_key(sheet)]
    alike = titles or [title for title in design_titles(catalogue) if same(about, words(title))]
    return alike[0] if len(alike) == 1 else ""


def names_exactly(catalogue: Catalogue, of: str, heading: str) -> bool:
    """Whether `of` is the very title of a design, or the code or id that somebody gave for the heading."""
    told = heading_key(of) not in heading_key(heading)
    return heading_key(of) in _titles(catalogue) or (told and not isinstance(catalogue.design(of), Unresolved))


def title_words(catalogue: Catalogue, design: str) -> Words:
    """The words of the title that a design goes by; its own where the catalogue does not know it."""
    entry = catalogue.design(design)
    return words(design if isinstance(entry, Unresolved) else entry.title or design)


def _titles(catalogue: Catalogue) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for title in catalogue.titles("design"):
        found.setdefault(heading_key(title), title)
    return found


@lru_cache(maxsize=4096)
def _words(folded: str) -> Words:
    plain = in_one_word(_SLEEVED.sub(r"\1sleeve", folded))
    found = (sense for word in plain.split() if word not in _SILENT for sense in _senses(word))
    return tuple(dict.fromkeys(found))


def _senses(word: str) -> Sequence[frozenset[str]]:
    """The senses of a word; of each part of a word made of known words: Heimtrikot, tshirt."""
    if word in _lexicon():
        return (_lexicon()[word],)
    shortest = _SHORTEST_PART if word[0] < _EAST_ASIAN else 1
    for cut in range(len(word) - shortest, max(shortest - 2, 0), -1):
        first, rest = _stem(word[:cut]), word[cut:]
        if first and rest in _lexicon():
            return (first, _lexicon()[rest])
    return _garment_of(word) or (frozenset({_bare(word)}),)


def _garment_of(word: str) -> Sequence[frozenset[str]]:
    """The two parts of a word that ends in a garment's, whatever stands before: Spilletrøje, Vereinstrikot."""
    for cut in range(_SHORTEST_PART, len(word) - _LONG_ENOUGH + 1):
        if (senses := _lexicon().get(word[cut:], frozenset())) & _CLOTHES.keys():
            return (frozenset({_bare(word[:cut])}), senses)
    return ()


def _stem(part: str) -> frozenset[str] | None:
    for link in _LINKS:
        if part.endswith(link) and (found := _lexicon().get(part.removesuffix(link))):
            return found
    return None


def _bare(word: str) -> str:
    """A word nobody taught us, in the singular as far as English goes."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_PART else word


@cache
def _lexicon() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {"t": frozenset({"tee"}), "tshirt": frozenset({"tee", "shirt"})}
    for lists in (_CLOTHES, _OTHERS):
        for sense, line in lists.items():
            for word in line.split():
                found[word] = found.get(word, frozenset()) | {sense}
    return found
