"""The words by which a question or a cell speaks of what is ordered, however it bends them: as they begin, or as they stand.

They are wider than those of headings (`words`), for here a word too many asks a question too many, and one too few lets
 go through in silence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.garments import WORN_IF_SIZED
from roster_import.recognise.order_phrases import ELSEWHERE, says
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

C = Concept
_WORN = frozenset(WORN)
_OF_GOODS = frozenset(
    {*WORN, C.SIZE, C.HEIGHT_OR_SIZE, C.COLOUR, C.LOGO, C.PRINT, C.SHORT, C.NUMBER, C.JERSEY_NUMBER}
) | {C.NAME, C.FIRST, C.LAST, C.WHOLE_NAME, C.NICKNAME, C.INITIALS, C.ORDER, C.PACKING}
# What questions begin with in one language, and is worn or printed in another; and training, which is a suit as well.
_OTHER_WORDS = WORN_IF_SIZED | {
    "hat",
    "given",
    "beiden",
    "nimmt",
    "jaka",
    "jakie",
    "jaki",
    "soker",
    "fore",
    "ben",
    "last",
}
_TRAINING = ("train", "traen", "tren", "tran")
# A word that ends in ~ stands for every word that begins so.
_WORN_WORDS = """
    cloth~ klaed~ klad klader kladsel kleid~ kled~ toj tojet gear equip~ utstyr~ udstyr~ utrust~ uitrust~ ausrust~
    attrezz~ sprzet~ vybaven~ varuste~ ekipman~ outfit~ bekleid~ ubran~ ubior~ stroj~ oblec~ vetement~ abbigl~ roup~
    vaatt~ kiyafet~ giysi~ dress~ dresa leibl~ leiberl~ kluft gwand~ hosi hosli hoserl merch~ fanartik~ schal~ scarf~
    scarv~ halstork~ halsduk~ sjaal~ cachecol foulard~ echarpe~ bufand~ sciarp~ szalik~ huivi~ atki~ kaulaliina~ poncho~
    cape capes muts~ lue luer luen hue huen huer mossa~ mossor~ bonnet~ mutz~ haub~ kapp~ keps~ kaskett~ caps czap~ cepic~
    kulich~ sapka~ pipo~ headband~ stirnband~ pannband~ pandeband~ bag bags bagen vaska vaskan vaeske~ tas tasje tassen
    task~ tasche taschen holdall~ sac sacs bolsa~ bolso~ borsa borse mochila~ zaino~ zaini torb~ plecak~ batoh~ reppu~
    kassi~ canta~ hoodie~ hooded sweat~ pull_over pulli~ pullover~ shirt~ tshirt~ jersey~ trikot~ tricot~ troj~ troye~
    draktn~ drakt~ maillot~ camis~ magli~ koszul~ triko~ tricko~ paita~ paida~ paito~ forman~ formay~ formas~ formal~
    short~ hose hosen bukse~ buks~ byx~ broek~ broken pantal~ pantac~ calze calzett~ calzin~ calcao~ calcoes calca calcas
    calcet~ spoden~ kalhot~ trenyr~ trenk~ housu~ sort sortu sock~ sok sokk~ sox sockor strump~ stromp~ stutz~ kous~
    chausset~ bas calzon~ medias meia~ getr~ skarp~ ponoz~ stulpn~ sukk~ sukat corap~ jack~ jakk~ jakn~ jas jassen vest
    vesten vestje~ veste vestes weste~ giacc~ casac~ chaquet~ kurtk~ bunda bundy bundu takki~ takin mikin~ bluz~ felp~
    sudader~ chandal~ tuta tute anzug~ suit~ overtra~ ueberzieh~ uberzieh~ verkkar~ verryttel~ esofman~ mont kit kits
    uniform~ set sets saet saett~ sats~ satz stall stallet tenue~ divis~ komplet~ garnitur~ rokje rock rocke skirt~
    skjort~ skjol~ handsk~ glov~ hansk~ hanskat gant~ guant~ luva~ rekawic~ rukavic~ eldiv~ shoe~ schuh~ sko skor skoen~
    chaussur~ zapat~ scarp~ sapat~ buty obuv~ kengat kenka~ ayakkab~ bib bibs hesje~ overtrek~ poloshirt~ polo~ top tops
    tee tees body~ schoner~ skinne~ beskytter~ shin~ protekt~ helm helme hjelm~ hjalm~ casque~ casco~ kask kaski~ kypar~
    handtuch~ handkla~ handduk~ towel~ serviett~ flask~ bottle~ tasse~ mug mugs krus becher~ lanyard~ sticker~
"""
_ON_IT = """
    druk~ druck~ aufdruck~ bedruck~ print~ tryk~ tryck~ bedruk~ opdruk~ nadruk~ potisk~ natisk~ tisk~ netisk~ vytisk~
    painat~ painet~ baski~ baskil~ basil~ imprim~ impres~ impression~ flock~ floc~ floq~ floku~ beflock~ stampa~ estamp~
    serigra~ marquage~ broder~ brodyr~ broud~ bordad~ bordar~ borduur~ geborduur~ ricam~ haft haftem haftow~ haftu wyszy~
    vysi~ nakis~ isle~ stick~ bestick~ gestick~ embroid~ schrift~ beschrift~ aufschrift~ skrift~ paskrift~ inskription
    lettering lettr~ letter~ letra~ letter buchstab~ bogstav~ bokstav~ text~ tekst~ texto~ testo~ napis~ nadpis~ yazi
    yazil~ yazs~ yazdir~ slogan~ spruch~ motto font~ typsnitt~ caract~ name~ namen namn~ navn~ naam~ nom noms nombre~ nome
    nomes nomi nominativ~ imie imien~ nazwisk~ jmen~ prijmen~ nimi nimen nimea nimet nimik~ isim ismi ismin~ adi adin~
    soyad~ surnam~ nachnam~ vornam~ fornavn~ efternavn~ etternavn~ fornamn~ efternamn~ apellid~ cognom~ apelid~ sobrenom~
    prenom~ spitznam~ ubernam~ nick~ smeknamn~ kaelenavn~ kallenavn~ bijna~ surnom~ apodo apodos soprannom~ alcunh~ ksyw~
    przezw~ pseudo~ prezdiv~ lempinim~ lakap~ lakab~ mote initial~ init inits inicj~ inic~ inizial~ monogram~ numm~
    nummer~ numer~ num nr nro cislo~ cisl~ cisel~ numar~ zahl zahlen ziffer~ tal tallet siffr~ siffer~ dorsal~ rygnum~
    ruckennum~ rugnum~ number~ digit~ numero~ cifr~ cyfr~ sponsor~ sponzor~ werbung~ reklam~ patrocin~ patch~ patche~ parche~
    toppa toppe felvarr~ kangasmerk~ tygmark~ stofmaerk~ stoffmerk~
    aufnah~ flag~ flagg~ fahne~ vlag vlagg~ drapeau~ bander~ bandi~ vlajk~ lippu~ lipun bayra~ wapp~ wapen~ abzeich~
    badge~ crest~ logo~ emblem~ ecusson~ escud~ stemm~ naszyw~ nasiv~ merke merket merker maerk~ mark~ herb herbu arma
    armas~ arman hihamerk~ znak~ binde armbind~ armband~ brassard~ brazalet~ opask~ pask~ kapiteinsband kleur~ color
    colour~ colore colori colores coloris farb~ fbe farv~ farg~ couleur~ color~ cor cores kolor~ barv~ vari varin vareja
    varia renk~ position_of position_des placem~ placer~ umiest~ umist~ umiesc~ chest~ brust~ bryst~ brost~ borst~
    poitrin~ pecho~ petto~ peito~ piers~ hrud~ rinta~ rinna~ gogu~ ruck~ rucken~ ryg ryggen ryggs rygg~ rug rugzijde
    espald~ schien~ costas plec~ zada zadech zad selk~ sela~ sirt~ hint~ vorn~ front back~ behind bak bagpa dos retro neck
    nack~ nakk~ heisst heissen heiss hedder heter heet heten appell~ llam~ chiam~ chama~ jmenu~ nazyw~ called posizion~
"""
_OF_ITS_FORM = """
    size~ sizing gross~ groess~ storr~ storl~ maat maten maatje talla~ talle~ tagli~ taill~ tamanh~ rozmiar~ velik~ koko
    koon kokoa kokoj~ beden bedeni~ bedenl~ misur~ passform~ pasvorm~ pasform~ fit fits fitted fitting tight~ loose~ baggy
    cut cuts schnitt~ snitt~ snit~ krok kroj~ strih~ leikk~ kesim~ kalib~ corte cortes coupe~ taglio modell~ model~ malli~
    mallin sleev~ aerm~ arml~ armel~ erme ermer ermet arm arme armen armar~ manch~ manga~ manic~ mouw~ rekaw~ rukav~ hiha~
    kol kolu kollu kolsuz long longer longues langere langeren langen lang lange langt laengere lengre langre langarm~
    kurz~ kort korte kortare kortere kortarm~ kortaerm~ larg~ cort~ lung~ dlug~ dluz~ krot~ krat~ dlouh~ dels~ pitk~ pite~
    lyhy~ uzun~ kisa~ court~ kragen~ krave kraven krag~ collar~ kolnier~ kapuz~ kapuc~ hood~ hett~ haett~ kaptur~ capuch~
    cappucc~ stoff~ material~ baumwoll~ cotton fabric~ tissu~ tela quality qualit~ damen~ herren~ dames~ heren~ ladies
    mens womens unisex junior~ femme~ homme~ damsk~ pansk~ mesk~ naisten miesten bayan~ erkek~ keeper~ goalk~ goali~
    torwart~ torhut~ malmand~ malmann~ malvakt~ gardien~ porter~ guarda~ goleir~ bramkar~ brankar~ maalivah~ kaleci~ gk tw
    mv mm captain~ kapit~ kaptaj~ kaptein~ kapten~ anfor~ aanvoer~ capit~ kapteen~ kaptan~ kapu kapun spielfuhr~
    mannschaftsfuhr~ vice
"""
_OF_A_FURTHER = """
    spare~ extra~ ekstra~ xtra reserv~ ersatz~ zusatz~ zusatzl~ additional~ second~ zweit~ weiter~ further drug~ druh~
    toinen toise~ toista ikinci~ baska yedek~ alternat~ zapas~ zapasow~ nahrad~ zusatzli~ exchang~ swap~ tausch~ umtausch~
    umgetausch~ ombyt~ bytt~ byta_t byta byter byte bytes ruil~ omruil~ echang~ cambi~ scambi~ troc~ wymian~ wymien~
    vymen~ vaiht~ degis~ one ones same gleich~ samme samma zelfde meme mismo mesmo stess~ stejn~ sama samaa aynis~ ayni
    new neu neue neuen neuer neues ny nye nyt nytt nya nieuw~ nouv~ nuev~ nuov~ novo nova novy nove novou nowa nowy nowe
    nowego uusi uuden uutta uudet yeni old alt alte alten alter altes gaml~ gammel~ oud oude ancien~ viej~ antigu~ vecchi~
    antig~ velh~ star~ stara stary vanh~ eski~ eins keins noch_ein~ noch_eine en_til et_til ett_till en_till nog_een
    encore_un~ jeszcze_jed~ jeste_jed~ viela_yks~ bir_tane one_more article~ artik~ artic~ artig~ item~ produ~ product~
    vare varen varer varor style~ design~ variant~ ropa prenda~ home_or_away heim_oder hjemme_eller hemma_eller
    domicile_ou casa_o thuis_of second_hand gift~ gave gaven gaver gava gavor geschenk~ gschenk~ cadeau~ regal~ present
    presents prezent~ darek dark~ lahja~ hediy~ wrap~ pakk~ einpack~ verpack~ inpak~ emball~ envolv~ confez~ embrulh~
    zabal~ opakow~ paket~ paczk~ pack~ pak pakje pakke~ bundle~ ordered order orders ordering bestell~ bestil~ bestall~
    mitbestell~ command~ pedir pedid~ pide encarg~ ordin~ encomend~ zamow~ zamaw~ objedn~ tila~ tilaa~ tilaus~ siparis~
    deliver~ liefer~ lever~ shipping versand~ zusend~ zustell~ livr~ entreg~ consegn~ dostaw~ dostav~ doruc~ toimit~
    reprint~ stuck~ stueck~ sztuk~ kusu pieces piece pair pairs paar paare pairen pary pare
"""
_EAST_ASIAN = """
    服 着 シャツ ユニ ウェア パンツ 靴 ソックス 帽 バッグ 袖 丈 色 名入 名前 ネーム 背 番号 ナンバー 号 サイズ 印字
    プリント 刺繍 ロゴ マーク 注文 購入 買 追加 予備 枚 交換 箱 包 贈 希望 新し 配送 発送 キャプテン キーパー ジャージ
    グッズ 用品 道具 옷 유니폼 셔츠 티셔츠 바지 양말 신발 모자 가방 소매 길이 색 이름 별명 이니셜 번호 사이즈 치수 마킹
    인쇄 프린트 자수 로고 마크 주문 구매 구입 신청 추가 여분 교환 포장 선물 배송 새 벌 장갑 용품 주장 골키퍼 키퍼 점퍼
    자켓 트레이닝복 후드 衣 裤 鞋 袜 颜色 名字 号码 尺 印 订 购 买 换 寄
"""
_WANTED = """
    prefer~ favourit~ favorit~ fancy choose~ choice~ chose~ select~ pick~ wahl~ auswahl~ valg~ vaelg~ velg~ valj~ kies~
    keuze~ choisi~ choix eleg~ elig~ elec~ scegli~ scelt~ escolh~ wybier~ wybor~ vyber~ valits~ valin~ secim~ seciy~ secer~
    skal_ik~ ska_int~ skall_int~ soll_nicht soll_kein~ moet_niet moet_geen doit_pas ne_veut~ no_quier~ non_vuol~ nao_quer~
    nie_chc~ nechc~ ei_halu~
    say says soll_es skal_det ska_det moet_het
    want~ wants wish~ would_like would_you_like d_like hattest hatten desir~ preje~ prejes write~ schreib~ skriv~ ecri~
    escrib~ scriv~ escrev~ pisz~ pisa~ kirjoit~ aussehen look_like se_ut uitzien
    need~ brauch~ benotig~ mocht~ woll~ willst wollt will_ihr wunsch~ onsk~ onske~
    onskar~ vil_ha~ vil_du vill_ha~ vill_du vill_ni skal_ha~ skal_du skal_der skal_vi ska_du ska_ha ska_vi skall bruge
    behov~ trenger trengs nodig wil_je wilt wil_u willen voul~ voud~ veux veut souhait~ besoin~ quier~ querr~ dese~
    necesit~ vuoi vuol~ vole~ vorr~ desider~ bisogn~ serve servono quer~ precisa precisas precisam chce~ chci potreb~
    potrzeb~ halua~ tarvit~ tarvi~ istiyor~ ister istem~ isted~ ihtiyac~ lazim gerek~ alacak~ almak alir_mi alir_misin~
    aliyor~ take~ taking nehm~ nimm~ tager tag taget tar_du tar_ni neem~ neemt prend~ coge~ tomas toma tomar bier~ wezm~
    bere~ beru vezm~ ottaa otat otatte get_one getting got how_many wie_viel~ wieviel~ hvor_mange hvor_mang~ hur_manga
    hur_mang~ hoeveel~ combien cuant~ quant~ ile ilu kolik~ kuinka_mon~ montako kac~ already schon bereits allerede redan
    al_een reeds deja gia ja_tem juz uz jo zaten still noch fortfarande fortsatt stadig nog encore ya aun todavia
    ancora ainda jeszcze jeste viela hala pass~ passt past passar passer fits another other andere anderes anderen autre~
    otro otra otros outro outra altro altra inny inna inne jiny jine jinou something anything etwas irgendwas noget noe
    nagot iets quelque_chose quelquechose algo qualcosa cos neco jotain bir_sey anden andet annan annat annen annet
    return~ retur~ retour~ zuruck~ zurueck~ tilbage tilbake tillbaka terug rendu~ rendre devol~ devuel~ restitu~ zwro~
    vrac~ vrat~ palaut~ iade buy~ buying kauf~ gekauft kob~ kjop~ kop kopa koper kopt koop~ kopen gekocht achet~ compr~
    acquist~ kup~ osta~ ostat~ ostaa satin_al~
"""
_COLLECTED = """
    collect~ pick_up abhol~ abgeholt hent~ afhent~ hamta~ ophal~ haalt halen recup~ recog~ ritir~ recolh~ odbier~ odebr~
    odbior~ vyzved~ noutaa nout~ alacak krijg~ bekomm~ kriegt get_a given far_ha teslim~
"""
_EAST_ASIAN_WANTED = "要り 必要 ほしい 欲しい 何枚 いくつ 필요 원하 받 몇 需要 要不要 几件"


def speaks_of_goods(text: str) -> bool:
    """Whether a word of it is of worn or given, of what stands on it, of its form or colour, or of a further one."""
    return _goods().stand_in(text) or says(_BE.sub(" ", text), ELSEWHERE) or _names(text, _OF_GOODS)


def speaks_of_wanting(text: str) -> bool:
    """Whether it says that somebody wants, takes, has or gives back, or how many: of what, words say."""
    concepts = take_apart(text).concepts
    if _wanted().stand_in(text) or C.QUANTITY in concepts:
        return True
    collected = C.DISPATCH in concepts or _collected().stand_in(text)
    return collected and C.MEMBER not in concepts and _CHILD.search(fold(text)) is None


@lru_cache(maxsize=4096)
def holds_goods(value: str) -> bool:
    """Whether what stands in a cell names a size or worn."""
    if Trait.LETTER_SIZE in traits(value):
        return True
    return _worn().stand_in(value) or _names(value, _WORN)


def _names(text: str, concepts: frozenset[Concept]) -> bool:
    """Whether a word of it, as it is spelt, stands for one of these, and not as often for something else: a pet."""
    words = (fold(term.text) for term in take_apart(text).main if term.concept in concepts and not term.guessed)
    return any(word not in _OTHER_WORDS and not word.startswith(_TRAINING) for word in words)


class _Words:
    """Words ready to be looked for: as they stand, as they begin, several in a row, and signs that nothing divides."""

    def __init__(self, words: str, signs: str = "") -> None:
        every = words.split()
        self.phrases = tuple(word.removesuffix("~") for word in every if "_" in word)
        self.whole = frozenset(word for word in every if "_" not in word and not word.endswith("~"))
        self.stems = tuple(word[:-1] for word in every if "_" not in word and word.endswith("~"))
        self.signs: Sequence[str] = tuple(signs.split())

    def stand_in(self, text: str) -> bool:
        folded = fold(text)
        said = _WORD.findall(folded)
        if any(word in self.whole or word.startswith(self.stems) for word in said):
            return True
        joined = f"_{'_'.join(said)}"
        if any(f"_{phrase}" in joined for phrase in self.phrases):
            return True
        return holds_sign(folded) and any(sign in folded for sign in self.signs)


_WORD = re.compile(r"[^\W\d_]+")
_CHILD = re.compile(r"\b(?:child|kind|barn|enfant|nin[oa]|bambin|crianc|dzieck|dite|laps|cocu[kg])|子|아이|孩")
_BE = re.compile(r"\bben (?:je|ik|du)\b|\b(?:je|ik) ben\b")  # a leg in Danish, and to be in Dutch


@cache
def _goods() -> _Words:
    return _Words(" ".join((_WORN_WORDS, _ON_IT, _OF_ITS_FORM, _OF_A_FURTHER)), _EAST_ASIAN)


@cache
def _wanted() -> _Words:
    return _Words(_WANTED, _EAST_ASIAN_WANTED)


@cache
def _collected() -> _Words:
    return _Words(_COLLECTED)


@cache
def _worn() -> _Words:
    return _Words(_WORN_WORDS)
