"""What a heading says of ordering: who wants it, has it already, a further one, one taken back, and where else it is printed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.tokens import fold
from roster_import.recognise.vocabulary import VOCABULARIES

ORDERS = """
    order ordered orders need needs want wants wanted buy buys buying purchase purchased required bestil~ behov onsk~ skal
    mangler koeb kob kobe trenger bestall~ behover kopa bestell~ brauch~ benotig~ mochte kauf~ nodig wil kopen besteld
    command~ besoin veut souhait~ achet~ pedir pedid~ necesit~ quier~ desea comprar ordin~ serve servono vuole vuoi acquist~
    encomend~ precis~ quer deseja zamow~ zamaw~ potrzeb~ chce kupic kupuje objedn~ potreb~ koupit tila~ tarvi~ halua~ osta~
    siparis~ ihtiyac~ istiyor~ isteni~ lazim gerek~ alacak 注文 必要 購入 希望 주문 필요 구매 신청 订购 需要 购买 訂購
"""
ALREADY = """
    already has have had owns owned got existing available allerede har har_den besitter redan schon hat vorhanden bereits
    besitzt alt altes heeft reeds bezit deja possede ya tiene posee gia possiede ha possui ja_tem juz ma posiada uz vlastni
    delivered handed_out handed_over issued collected received ausgegeben ausgehandigt udlever~ utlamna~ utlever~ uitgereikt
    remis entregad~ entregue~ consegnat~ wydan~ vydan~ luovutettu teslim_edil~ teslim_al~
    en_possession in_possesso en_posesion em_posse in_het_bezit trikot_da trikots_da shirt_da hose_da jacke_da anzug_da satz_da
    noch_da schon_da a_un a_une le_falta les_falta paita_on puku_on koszulka_jest dres_jest
    jo on_jo omistaa zaten var mevcut 所持 済み 持って 既に 이미 보유 있음 已有 已经 有无
"""
EXTRA = """
    extra extras additional spare ekstra zusatz~ zusaetz~ wechsel~ supplement~ additionnel~ adicional~ aggiuntiv~ suppletiv~
    dodatkow~ navic lisa~ ylimaara~ ek ilave yedek 追加 予備 추가 여분 额外 备用 加購
"""
_SECOND = """
    zweit~ zweites zweite zweiter zweiten doppelt doppel~ double doubled second 2nd 2 2e 2eme deuxieme tweede twee dubbel dubbelt
    andra anden andet dobbelt segunda segundo seconda secondo dois druhy druhe drugi druga dwie toinen ikinci ersatz~ reserve~
    reserv~ rezerw~ varapaita varapelipaita
"""
UNDONE = """
    returned return returns refund refunded refunds cancelled canceled cancellation retur~ retour~ rendu~ annul~ ruckgab~
    rueckgab~ zuruckgegeb~ zuruckgesch~ rucksend~ storn~ erstatt~ rembours~ devuel~ devoluc~ devolv~ reembols~ cancelad~ reso
    resi restitu~ rimbors~ zwrot~ zwroc~ anulow~ vracen~ zrusen~ palaut~ perut~ hyvit~ iade iptal refusion~ refunder~
    terugbetaald 返品 返金 キャンセル 반품 환불 취소 退货 退款 取消
"""

CHANGED = """
    changed change changes changing amended updated instead corrected correction geandert aendert anderung aenderung wechsel
    korrigiert korrektur stattdessen aendret aendring rettet rettelse ret_til endret endring rettet_til andrat andring ny_istallet
    gewijzigd wijziging veranderd modifie modification change_en corrige cambiado cambiada cambio corregido corregida modificato
    modifica cambiato corretto alterado alteracao mudou corrigido zmiana zmieniony zmieniona zmena zmeneno opraveno oprava
    muutos muutettu korjattu degisiklik degisen 変更 修正 변경 수정 更改 变更
"""
STOPPED = """
    hold on_hold holding skip wait waiting stop cancel cancelled warten warte zuruckstellen pausieren stornieren vent venter
    afvent pa_vent avvent vanta pausa wachten wacht attendre en_attente annuler esperar en_espera aspettare in_attesa in_sospeso
    em_espera czeka wstrzymac pockat cekat odottaa bekle beklet 保留 보류
"""
SIGNED_OFF = """
    slutat har_slutat gestopt gestopte_spelers lopettaneet lopettanut sairam saiu skoncili skoncil probespieler
    non_piu_in_squadra ritirati partis ont_quitte bajas odeszli odeszly kilepett ayrilanlar stoppet stoppede sluttet
    slutade left_us no_longer_with_us abgemeldet abmeldung abmeldungen abgesprungen ausgetreten ausgestiegen warteliste
    nachzugler afmeldt afmeldte framelding frameldt venteliste udmeldt udmeldte avmeldt avmeldte utmeldt avanmald
    avanmalda avbokad avbokade vantelista utgatt afgemeld afgemelden afmeldingen wachtlijst afvallers uitgeschreven
    signed_off waiting_list waitlist dropped_out withdrawn withdrawals left_the_club no_longer_playing cancellations
    desiste desistes desistement desistements liste_d_attente desinscrits baja bajas dado_de_baja lista_de_espera rinunce
    rinunciatari ritirati lista_d_attesa lista_di_attesa desistencia desistencias desistentes rezygnacja rezygnacje
    zrezygnowali lista_rezerwowa wypisani odhlaseni odhlaseno nahradnici cekaci_listina peruneet peruutukset varasija
    jonotuslista vazgecenler bekleme_listesi キャンセル待ち 辞退 대기자 취소자 候补
"""

ELSEWHERE = """
    sleeve~ armel~ aermel~ aerme~ erme ermer arm arms manche manches manga mangas manica maniche mouw~ rekaw~ rukav~ hiha~ kol
    chest brust~ bryst~ brost~ borst~ poitrine pecho petto peito piers~ hrud~ rinta~ gogus~ collar kragen krave krage
    front~ vorne vorderseite forside~ framsida~ voorkant devant frente fronte przod predni leg legs bein ben been jambe pierna
    gamba perna 袖 胸 前面 소매 가슴 앞면
"""


ORDERS += " ".join(vocabulary.orders for vocabulary in VOCABULARIES)
ALREADY += " ".join(vocabulary.already for vocabulary in VOCABULARIES)


def says(heading: str, words: str) -> bool:
    """Whether a word or phrase of the heading is one of these; `~` stands for any ending, `_` for a blank.

    Chinese, Japanese and Korean words stand anywhere: nothing divides them.
    """
    said = re.findall(r"[^\W_]+", fold(heading))
    whole, listed_words = f"_{'_'.join(said)}_", _listed(words)
    return (
        any(f"_{word}_" in whole for word in listed_words.whole)
        or any(word.startswith(listed_words.stems) for word in said)
        or any(sign in whole for sign in listed_words.signs)
    )


class _Listed(NamedTuple):
    whole: tuple[str, ...]
    stems: tuple[str, ...]
    signs: tuple[str, ...]


@cache
def _listed(words: str) -> _Listed:
    every = words.split()
    signs = tuple(word for word in every if holds_sign(word))
    stems = tuple(word.removesuffix("~") for word in every if word.endswith("~"))
    return _Listed(whole=tuple(word for word in every if not word.endswith("~")), stems=stems, signs=signs)


def is_of_a_second(heading: str) -> bool:
    """Whether a heading is of one piece more than the row has anyway: Spare shirt, Zweittrikot, 2nd shirt size."""
    return says(heading, f"{EXTRA} {_SECOND}")
