"""What a title says of people who have theirs already, or whose order is an old one: Già ordinate, Bestellt im September."""

from __future__ import annotations

from roster_import.recognise.said_phrases import phrases_in, word_set, words_of

_LONGEST = 8  # words of a title
_NEAR = 3  # words between already and what was done
_DONE = """
    ordered delivered supplied equipped issued received bestellt geliefert versorgt ausgestattet ausgegeben erhalten nachbestellt
    bestilt bestilte leveret udleveret modtaget bestalld bestallda bestallt levererad levererade levererat utlamnade fatt
    levert utlevert mottatt besteld geleverd uitgereikt ontvangen
    commande commandes commandee commandees livre livres livree livrees equipe equipes equipee equipees recu recus
    pedido pedidos pedida pedidas encargado encargados entregado entregados entregadas equipados
    ordinato ordinati ordinata ordinate consegnato consegnati consegnata consegnate ricevute
    encomendado encomendados encomendada encomendadas entregue entregues recebidas
    zamowione zamowiono zamowiony zamowieni dostarczone wydane otrzymane objednane objednano objednany dodane dodano vydane
    tilattu tilatut toimitettu toimitetut saaneet siparis_edildi siparis_verildi teslim_edildi
    注文済み 注文済 発注済み 納品済み 주문완료 주문_완료 已订购 已订
"""
_ALREADY = """
    already schon bereits allerede redan reeds al deja ya gia ja juz uz jiz jo valmiiksi zaten
"""
_BEFORE = """
    last_year last_years last_season previous_order previous_season earlier_order old_order old_orders former_players
    letztes_jahr letzten_jahr letzte_saison letzten_saison vorjahr fruhere_bestellung alte_bestellung ehemalige
    sidste_ar sidste_ars sidste_saeson tidligere_bestilling i_fjor fjorarets forrige_sesong tidligere_spillere forra_aret
    forra_arets forra_sasongen tidigare_bestallning vorig_jaar vorig_seizoen vorige_bestelling oude_bestelling
    an_dernier l_an_dernier annee_derniere saison_derniere ancienne_commande anciens_joueurs anciennes_joueuses
    ano_pasado temporada_pasada temporada_anterior pedido_anterior pedidos_anteriores
    anno_scorso scorso_anno scorsa_stagione ordine_precedente vecchio_ordine ex_giocatori ex_giocatrici
    ano_passado epoca_passada epoca_anterior encomenda_anterior zeszly_rok zeszlego_roku poprzednie_zamowienie
    loni loni_objednano z_loni lonska lonske minula_objednavka viime_vuonna viime_vuoden viime_kausi edellinen_tilaus
    ya_la_tienen ya_las_tienen ya_lo_tienen ya_los_tienen z_lonska maji_z_lonska fra_i_fjor fra_sidste_ar fran_forra_aret
    gecen_yil gecen_sezon onceki_siparis
"""
_BY_WHOM = "by von af av door par por da przez tarafindan mailed until till bis senest senast before vor"
_OF_ORDERS = """
    september oktober october november december dezember januar januari january februar februari february mars marz march
    april mai maj mei may juni june juli july august agosto augusti
    septembre octobre novembre decembre janvier fevrier avril juin juillet aout
    septiembre octubre noviembre diciembre enero febrero marzo abril mayo junio julio
    settembre ottobre dicembre gennaio febbraio aprile maggio giugno luglio
    setembro outubro dezembro janeiro fevereiro marco maio junho julho
    wrzesniu pazdzierniku listopadzie grudniu styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu
    zari rijnu listopadu prosinci lednu unoru breznu dubnu kvetnu cervnu cervenci srpnu
    syyskuussa lokakuussa marraskuussa joulukuussa tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesakuussa
    heinakuussa elokuussa
"""
_ALSO_ORDERS = frozenset(["commande", "commandes", "pedido", "pedidos"])  # the order itself


def is_ordered_before(title: str) -> bool:
    """Whether a title says that what is listed under it was ordered, or is there, already; not by whom, or until when.

    >>> is_ordered_before("Déjà équipés :"), is_ordered_before("Bestellt von Max")
    (True, False)
    """
    words = words_of(title)
    if not 0 < len(words) <= _LONGEST or not word_set(_BY_WHOM).isdisjoint(words):
        return False
    if phrases_in(_BEFORE).stand_in(words):
        return True
    done = [at for at, word in enumerate(words) if phrases_in(_DONE).stand_in([word])]
    near = (words[max(0, at - _NEAR) : at + _NEAR] for at in done)
    noun = _ALSO_ORDERS if "commandé" not in title.casefold() else frozenset[str]()
    dated = not word_set(_OF_ORDERS).isdisjoint(words) and any(words[at] not in noun for at in done)
    return dated or any(not word_set(_ALREADY).isdisjoint(each) for each in near)


def is_called_ordered(name: str) -> bool:
    """Whether a sheet is called by nothing but that: Bestellt, Zamówione, Objednáno loni."""
    words = words_of(name)
    return is_ordered_before(name) or (
        len(words) == 1 and words[0] not in _ALSO_ORDERS and phrases_in(_DONE).stand_in(words)
    )
