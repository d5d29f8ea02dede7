"""Words by which a free text beside the order may change it, in the languages of the people who write them.

`asks_for_another_cut`: it speaks of sleeves or cut, which no column says.
`asks_otherwise`: the text calls the row itself into question, wherever it stands (do not order, instead of, erst wenn).
`is_about_the_order`: it speaks of what is ordered (sizes, sleeves, colours, garments, printing, numbers), so that in a column
of remarks it may want something else. Who plays where, who has paid, and what nobody is to eat is neither.
"""

from __future__ import annotations

import re
from functools import cache

from roster_import.recognise.print_words import WITHOUT, says_what_is_not_printed
from roster_import.recognise.said_phrases import holds_phrase, phrases_in, prose, word_set, words_of
from roster_import.recognise.spoken_numbers import PLEASE, leaves_number_open, names_number, names_size
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import WORDS, Concept
from roster_import.recognise.worn_words import worn_words

_FEWEST_ADDED = 4  # words of a note that adds somebody; fewer are the title of rows that are filled in
_A_SIGN = 2  # letters that say who somebody is: (C), (M), U9
_BESIDE_A_NAME = re.compile(
    r"\s[-–—]\s+(.+)|[(\[]([^()\[\]]+)[)\]]|\s(\+\s?\S.*)|^\W*([^\W\d_][^:()\[\]]{1,30}):\s*\S|^(.*[^\W\d_]\s?\?)(?!\w)|^\s*(\?+)",
    re.DOTALL,
)
_LONGEST_NAME = 200  # letters of a name, with what stands beside it, that are looked at

# A word ending in * is the beginning of one.
_OTHERWISE = """
    do_not_order dont_order don_t_order not_order no_order not_needed not_required doesnt_need doesn_t_need does_not_need
    needs_no no_shirt no_jersey no_kit already_has has_already has_one cancel cancels cancelled canceled on_hold hold_off
    hold_back wait waiting waits until_further order_later instead change changes changed changing swap swaps swapped
    replace replaced replaces exchange exchanged remove removed delete skip exclude left_club left_the_club has_left
    left_team left_the_team quit leaving no_longer not_playing stopped_playing not_this_season nicht_bestellen
    nichts_bestellen bitte_nicht nicht_mehr nicht_notig nicht_noetig kein_trikot keine_bestellung braucht_nicht
    braucht_kein braucht_keine braucht_keins braucht_nichts hat_schon hat_bereits schon_vorhanden storno stornier*
    abbestell* warten abwarten erst_wenn erst_nach noch_nicht spater_bestellen statt anstatt stattdessen anstelle
    tauschen tausch tauscht tausche umtausch* getauscht ersetzen ersetzt andern aendern geandert geaendert anderung*
    aenderung* wechseln lieber doch ausgetreten abgemeldet gekundigt gekuendigt austritt verlassen streichen entfallt
    entfaellt weglassen leave_out leaves_out fallt_weg faellt_weg fallt_aus bestil_ikke ikke_bestil* skal_ikke ikke_have
    har_allerede har_i_forvejen afbestil* annuller* aflys* vent venter afvent* forst_nar foerst_nar bestil_senere
    i_stedet istedet istedetfor erstatter byt byttes bytte bytter aendres aendre aendret udmeldt stoppet udelad* stopper
    ophort slettes udgar ingen_troje bestill_ikke ikke_bestill* avbestill* kanseller* avlys* avvent* istedenfor bytt
    endres endre endret sluttet slutter utmeldt stryk strykes bestall_inte inte_bestall* ska_inte behover_inte behover_ej
    har_redan avbestall* avbokad stryks vanta avvakta uteslut* hoppa_over istallet i_stallet byts bytas byter byta andras
    slutat slutar utgar niet_bestellen bestel_niet niet_nodig heeft_al geen_shirt vervangt annule* geannuleerd afgemeld
    wachten wacht pas_als pas_na in_plaats_van ipv wijzig* gewijzigd ruilen ruilt ruil wisselen wisselt veranderen
    gestopt vervalt schrappen overslaan weglaten ne_pas_commander pas_commander pas_besoin a_deja annulee annules
    en_attente attendre attends au_lieu a_la_place plutot remplace changer changement echanger echange remplacer
    supprimer omettre quitte_le_club a_quitte a_arrete no_pedir no_pida no_encargar no_necesita no_quiere ya_tiene
    cancelar cancelad* anular anulad* esperar espera en_vez en_lugar cambiar cambio cambiado intercambi* sustituir quitar
    eliminar omitir baja se_va dejo_el_club no_sigue non_ordinare non_serve non_occorre ha_gia annulla* cancella*
    attendere aspettare in_attesa invece al_posto anziche cambiare cambiato scambia scambiare scambio sostituire togliere
    omettere ritirato ha_lasciato nao_pedir nao_encomendar nao_precisa nao_quer ja_tem aguardar em_vez trocar troca mudar
    alterar alterad* substituir retirar omitir saiu nie_zamawia* nie_potrzebuje nie_chce ma_juz juz_ma anulow* wstrzym*
    czekac poczekac zamiast zmienic zmian* wymieni* wymian* usunac skreslic pominac odszedl odeszla rezygnuje
    zrezygnowal* neobjedn* nepotrebuje nechce uz_ma zrusit zrusen* pockat cekat misto namisto zmenit zmena vymenit smazat
    vynechat skoncil odesel ei_tilata ala_tilaa ei_tarvitse on_jo peruu* peruttu odota odottaa sijaan sijasta vaihda
    vaihdetaan vaihtaa muutettu poista lopettanut lopetti siparis_etm* siparis_verm* istemiyor gerek_yok zaten_var iptal
    bekle bekleyin yerine degistir* degisecek degisim ayrildi birakti
    enlever retirer by_mistake versehentlich aus_versehen ved_en_fejl av_misstag ved_en_feil per_ongeluk par_erreur
    por_error per_errore por_engano pomylkowo przez_pomylke omylem vahingossa yanlislikla ignore_the ignore_this
    ignore_that ignore_row* ignorer_la ignorer_le ignorer_les ignorar_la ignorar_el ignorar_a ignorare_la ignorare_il
    zeile_ignorieren zeilen_ignorieren bitte_ignorieren regel_negeren regels_negeren negeren_aub
    odottakaa ignorovat ignorujte dikkate_almayin dikkate_alma huomioimatta ignorer_forste ignorer_siste
    ignorera_forsta ignorera_sista dropp_de dropp_den tirar_os tirar_as jattakaa jatetaan_pois cikarin cikarilsin
"""
_OTHERWISE += """
    trenger_ikke behover_ikke already_got has_got got_one got_hers got_his have_one have_it keins_mehr keinen_mehr
    keine_mehr
    bekommt_kein bekommt_keins
    bekommt_keinen bekommt_nichts nicht_gebraucht nicht_benotigt nicht_dabei nicht_mitbestell* not_this_time not_this_year
    hold_this hold_these please_hold ikke_i_ar ikke_denne_gang inte_i_ar inte_denna_gang dit_jaar_niet pas_cette_annee
    este_ano_no quest_anno_no w_tym_roku_nie letos_ne ei_tana_vuonna
"""
_OTHERWISE += """
    away_not_home home_not_away not_home not_away nicht_heim nicht_auswarts ikke_hjemme ikke_ude inte_hemma inte_borta
    niet_thuis
    niet_uit
    other_colour other_color different_colour different_color andere_farbe anderer_farbe anden_farve annen_farge annan_farg
    andere_kleur
    autre_couleur otro_color color_diferente altro_colore colore_diverso outra_cor cor_diferente inny_kolor jina_barva
    jine_barve
    eri_vari eri_varinen farkli_renk
"""
_OTHERWISE += """
    return returns returned refund refunded sends_it_back send_back sent_back gives_back ruckgabe rueckgabe retoure
    retouren zuruckgeben zuruckgegeben zurueckgegeben zuruckschicken retur returnering returneres returnerer
    leveres_tilbage lamnas_tillbaka aterlamnas retour retourner retourne retourneren teruggeven terugsturen renvoi
    renvoyer rendu rembours* devuelve devolver devolucion reembolso reso restituire restituito rimborso devolve
    devolucao zwrot zwraca vraci vratit vracen palautus palauttaa iade 返品 반품 退货
"""
_ORDER = """
    order ordered ordering bestellen bestellt bestelle bestell mitbestellen mitbestellt bestil bestilles bestille bestilt
    bestall bestalla bestallas bestalls bestel besteld commander commandez pedir pidan encargar encarguen ordinare ordinate
    encomendar encomendem zamawiac zamawiajcie zamowic objednavat objednat tilata tilatko siparis
"""
_NOT_BEFORE = "not dont don nicht nichts ikke inte ej niet ne pas non no nao nie neobjednavat ei ala alkaa"
_NOT_BEHIND = "nicht nichts ikke inte ej niet pas etmeyin vermeyin"
_NO_VERB = "the an this your our of who wer whoever hvem vem wie qui"
_DRAFT = """
    entwurf udkast utkast concept_list brouillon borrador bozza rascunho esboco szkic navrh luonnos taslak provisional
    vorlaufig vorlaeufig forelobig forelopig preliminar preliminary voorlopig provisoire provisional provvisorio provisorio
    tymczasowa predbezny alustava gecici
    not_final not_yet_final isn_t_final nicht_final nicht_endgultig ikke_endelig ikke_endeligt inte_slutlig niet_definitief
    pas_definitif pas_definitive no_definitiv* non_definitiv* nao_definitiv* nie_ostateczn* neni_konecn* ei_lopullinen
    kesin_degil work_in_progress
"""
_NEAR = 3  # words between a no and the order it is of
_A_TITLE = 6  # words
_OTHERWISE_EAST_ASIAN = """
    제외 그대로 제작안함 작년것 いらない 昨年のまま 不做 去年的
    注文しない 注文不要 発注しない 不要 キャンセル 取消 取り消し 保留 待って 代わり 変更 交換 退部 退団
    주문하지 취소 보류 대기 대신 변경 교환 필요없 탈퇴
    不订 不用订 别订 不需要 暂缓 等待 改成 改为 更换 换成 代替 退队 退出
"""
_ADDED = """
    joins joined new_player neu_dabei late_addition late_additions late_entry late_entries please_add also_add also_order
    nachtrag nachtrage nachtraglich nachtraeglich nachmeldung nachmeldungen nachgemeldet bitte_noch kommt_noch kommen_noch
    tilfoj tilfojes eftertilmeldt legg_til lagg_till efteranmald tillagg nabestelling nagekomen toevoegen a_ajouter ajouter
    rajouter ajout anadir agregar da_aggiungere aggiungere acrescentar adicionar dopisac dopisat doplnit lisaa
    lisattava ekle
    eklenecek
"""
_CUT = """
    sleeve* long_sl long_slv short_sl lang_sl longsleeve* shortsleeve* langarm* kurzarm* armel* aermel* langaerm*
    kortaerm* lang_arm langa_arm* kort_arm korta_arm* aermer aerme langermet kortermet ermer langarmad* kortarmad* armar
    langem_arm langen_arm langer_arm langere_arm* lange_arme kurzem_arm kurzen_arm kurze_arme arm_lang* arme_lang*
    arme_zu armen_zu lange_armer goalie_cut keeper_cut goalkeeper_cut keeper_fit goalie_fit relaxed_cut wide_cut mouw
    mouwen manches_longues manches_courtes manche_longue manche_courte manga_larga manga_corta manga_longa manga_curta
    mangas manica maniche rekaw* rukav* hiha* pitkahihai* lyhythihai* uzun_kol* kisa_kol* schnitt* tailliert*
    damenschnitt herrenschnitt damengr* herrengr* kindergr* slim_fit slimfit loose_fit regular_fit women_s_fit
    women_s_cut women_s_size men_s_fit men_s_cut girl_s_fit ladies_size ladies_cut ladies_fit womens_size womens_cut
    womens_fit girls_fit girls_cut boys_fit boys_cut mens_size mens_cut mens_fit kids_size youth_size adult_size pasform
    passform dragt_storrelse snit kroj strih leikkaus kesim
    damenmodell* damesmodel* damemodel* dammodell* coupe_femme coupe_homme coupe_enfant corte_de_mujer corte_mujer
    corte_de_hombre corte_entallado taglio_donna taglio_uomo modello_donna modelo_feminino modelo_mujer modele_femme
    krój_damski kroj_damski damsky_strih damske_strih* naisten_malli* kadin_kalib*
    corte_feminino corte_masculino corte_senhora
"""
_ABOUT = """
    should_read reads_as apostrophe umlaut accent accents ogonk* hacek* diakritik* surname surnames nachname nachnamen
    zuname efternavn efternavnet etternavn etternavnet efternamn efternamnet achternaam apellido apellidos cognome
    sobrenome apelido nazwisko nazwiskiem prijmeni prijmenim sukunimi sukunimen soyadi soyisim bigger smaller larger
    storre mindre groter plus_grand plus_grande plus_petit mas_grande mas_pequeno piu_grande piu_piccolo maior menor
    wiekszy wieksza mniejszy mniejsza vetsi mensi isompi pienempi daha_buyuk daha_kucuk embroider* heat_transfer
    bestickt* besticken broderi* broder* geborduurd bordad* ricam* bordado haftowan* vysiv* not_print dont_print
    nicht_drucken nicht_bedrucken nicht_beflocken ikke_trykke ikke_trykkes ikke_tryk inte_trycka inte_tryckas
    niet_bedrukken niet_drukken ne_pas_imprimer ne_pas_floquer pas_de_flocage no_imprimir no_estampar non_stampare
    nao_estampar nao_imprimir nie_drukowac netisknout ala_paina only_number only_the_number nur_nummer nur_die_nummer
    kun_nummer kun_nummeret bara_nummer alleen_nummer juste_le_numero solo_numero solo_el_numero solo_il_numero so_numero
    so_n tylko_numer jen_cislo vain_numero kaptensbind* fascia_da_capitano fascia_capitano opaska_kapitana
    opaske_kapitan* formaya formasina formada yazilsin yazilacak yazsin drakten drakta drakterne trojen trojan trojerne
    troya trikotet shirtet shirten koszulce dresie dresu paitaan maglietta orders ordered ordering bestell* bestil*
    bestall* commander commande bestel pedir pedido encargar ordinare encomendar zamow* zamawia* objedna* tilata tilaa
    tilaus* siparis* size_up size_down one_size_up one_size_down bigger_size smaller_size larger_size too_small too_big
    too_large too_tight zu_klein zu_gross zu_eng zu_weit for_lille for_stor for_liten for_litet te_klein te_groot
    trop_petit trop_grand zu_lang zu_kurz for_lang for_kort te_lang te_kort trop_long trop_court too_long too_short
    extra_length extra_long longer_body longer_in longer_back tight_fit tight_round tight_around tight_on tight_in
    etwas_grosser eher_grosser bisschen_grosser etwas_kleiner eher_kleiner bisschen_kleiner roomy roomier wider narrower
    bigger_fit uberlang bauchlang extra_lang weiter_geschnitten weiter_schnitt enger_geschnitten weite_passform bredere
    losere losare rymligare bredare ruimer wijder strakker plus_large plus_ample plus_grand plus_petit mas_ancho
    mas_ancha holgad* piu_largo piu_larga piu_grande piu_piccola mais_largo mais_larga folgad* szerszy szersza wiekszy
    piu_lung* plus_longue plus_longues mas_larga mas_largos mais_comprid* laenger langer_geschnitten dluzsz* delsi pidempi
    daha_uzun
    wieksza luzny luzna luzniejsz* sirsi vetsi volnejsi leveamp* isompi isompaa valjemp* valja tiukemp* malli mallia
    mallin daha_genis daha_buyuk daha_bol c_on letter_c captain_s_c buchstabe* bogstav* bokstav* lettre_c letra_c
    lettera_c litera_c litere pismeno_c kirjain* harfi looser_fit looser tighter tighter_fit fitted baggy baggier
    oversize oversized name_on names_on number_on numbers_on name_auf namen_auf nummer_auf navn_pa namn_pa nummer_pa
    naam_op nummer_op nom_sur numero_sur nombre_en numero_en nome_sulla nome_na numero_na imie_na jmeno_na nimi_paitaan
    spelt spelled spelling spell buchstabiert schreibt_sich geschrieben schreibweise staves stavet stavas stavat stavning
    spelt_als gespeld s_ecrit ecrit_avec orthographe se_escribe escrito_con si_scrive scritto_con escreve_se escrito_com
    pisze_sie pisane pise_se psano kirjoitetaan yazilir print printed printing imprint aufdruck* bedruck* beflock* flock*
    bedruk* flocage stampa nadruk* potisk* painat* baski tryk trykkes trykt trykk tryck trycks one_more another_one
    noch_eins noch_eine noch_einen en_til encore_un uno_mas un_altro mais_um jeszcze_jeden jeste_jeden
    groesser nr_grosser nummer_grosser lieber_grosser grosse_grosser nr_kleiner nummer_kleiner lieber_kleiner
    grosse_kleiner room_to_grow growing grows_fast
    growth_spurt grow_into wachst wachstum wachstumsschub reinwachsen hineinwachsen reichlich vokseverk vokser i_vekst
    vaekst vokse_i vaxer vaxa_i tillvaxt i_overkant grandit grandir pousse_vite crece crecer estiron cresce crescere
    crescer groeit groei groeispurt rosnie rosnac roste kasvaa kasvunvaraa buyuyor buyume bol_kesim loose_on
    genug_luft
    sponsor sponsors sponsoren sponsorer sponsorn sponsori sponsorluk sponzor sponsoru patrocinador patrocinadores
    patrocinio sponsora two_tone zweifarbig tofarvet tvafargad tweekleurig bicolore bicolor dwukolorow* dvoubarevn*
    kaksivari* spares varapait* varapel* reservetroj* reserveshirt* ersatztrikot*
"""
_CUT_EAST_ASIAN = "長袖 半袖 긴팔 반팔 长袖 短袖"
_ABOUT_EAST_ASIAN = """
    背ネーム ネーム 背番号 ローマ字 カタカナ 刺繍 유니폼 등번호 이름표 마킹 자수 球衣 号码
    注文 発注 サイズ 追加 プリント 주문 사이즈 추가 인쇄 订购 尺码 尺寸 印字 印号 加一件
"""
_LONE = """
    ls lse lae ml lang lange langer kurz kurze kurzer long short langt kort korte largo larga corto corta longue court
    courte
    lungo lunga longa curta longo curto
    tight loose eng weit locker stram stramt tajt strak ruim ajustado holgado stretto ciasny luzny tiukka
    dlugi dlugie krotki krotkie dlouhy dlouhe kratky kratke pitka pitkat lyhyt uzun kisa 長 短 긴 长
    bordeaux navy turquoise anthrazit anthracite maroon royal turkis burgundy charcoal teal brown braun brun beige
    red blue white black green yellow orange purple pink grey gray rot rote blau blaue weiss schwarz grun gruen gelb
    lila grau
    rod bla hvid sort gron gul hvit svart vit gra rood blauw wit zwart groen geel rouge bleu blanc noir vert jaune rojo azul
    blanco negro verde amarillo rosso bianco nero giallo vermelho branco preto amarelo czerwony niebieski bialy czarny
    zielony
    cerveny modry bily cerny zeleny punainen sininen valkoinen musta vihrea keltainen kirmizi mavi beyaz siyah yesil sari
"""
"""What says something of the garment where it stands alone, or with a please."""
_WAITING = """
    waiting_list waitlist wait_list warteliste wartelisten venteliste ventelisten vantelista vantelistan wachtlijst
    liste_d_attente liste_attente lista_de_espera lista_d_attesa lista_de_suplentes lista_rezerwowa lista_oczekujacych
    cekaci_listina jonotuslista varasija bekleme_listesi
"""
_IN_RESERVE = """
    reserve reserves reserv reserver reserva reservas riserva riserve ersatz ersatzspieler ersatzspielerin reservist
    substitute
    avbytare innbytter udskifter invaller wisselspeler reservespeler remplacant remplacante suplente supplente rezerwa
    rezerwowy
    rezerwowa nahradnik nahradnice varamies yedek trialist standby stand_by probetraining provspelar provetraening
"""
_PERHAPS = """
    maybe perhaps possibly vielleicht eventuell evtl eventuelt eventuellt ev maske muligvis kanskje kanske kanskje misschien
    mogelijk eventueel peut_etre peut eventuellement quiza quizas talvez forse eventualmente moze byc_moze mozna snad ehka
    mahdollisesti belki
"""
_IF = [
    [word]
    for word in (
        "if",
        "wenn",
        "falls",
        "sofern",
        "hvis",
        "om",
        "als",
        "indien",
        "si",
        "se",
        "jesli",
        "jezeli",
        "jestli",
        "pokud",
        "jos",
        "eger",
    )
]
_ONLY_SOME = """
    only_order order_only only_the_first only_these nur_die nur_diese nur_bestellen rest_im rest_spater rest_spaeter
    rest_later
    der_rest kun_de kun_disse bare_de resten endast_de bara_de alleen_de de_rest seulement_les le_reste solo_los el_resto
    solo_i il_resto apenas_os tylko_te pouze_ti vain_nama
"""
_KEPT_FREE = """
    free frei fri frit ledig ledigt vrij vrijhouden vrijlaten libre libres libero libera liberi wolny wolna wolne vapaa
    vapaaksi volne volny livre livres szabad bos optaget taken vergeben besetzt occupe occupied reserveret reserviert
    reserved gereserveerd reserve
"""
_LEFT_TO_BE = """
    leave keep lassen lasst lass freilassen freihalten freigehalten holdes hold lat hall houden vrijhouden vrijlaten
    laisser laissez lasciare lasciate dejar dejad deixar deixem zostawic nechat nechte jattaa jatetaan birakin numbers
    nummern numrene nummerne nummer numeros numeri numery cisla numerot
"""
_A_LINE = 8  # words
_SO_MANY = re.compile(
    r"^\s*[0-9]{1,2} (?:please|pls|bitte|tak|takk|tack|svp|por favor|per favore|prosz[eę]|pros[ií]m|kiitos)\b|"
    r"\b[0-9]{1,2}\s?[x×]\b|\b[x×]\s?[0-9]{1,2}\b|\b[0-9]{1,2}\s?(?:pcs|pieces|pièces|stk|stück|stuks?|szt|ks|kpl)\b",
    re.IGNORECASE,
)


_LEFT_OFF = re.compile(r"\bleave\b.{1,24}\boff\b", re.IGNORECASE)  # leave these two off
_TITLED_DRAFT = re.compile(r"\W*draft\W*(?:$|[-–:(]|v\d|version\b|only\b|not\b|list\b|order\b|kit\b)", re.IGNORECASE)
_SENT_BACK = re.compile(  # the list itself, and no goods
    r"\breturn(?:ed)?\s(?:this|the)?\s?(?:form|list|sheet|it|to|by|before|until|no later)\b|"
    r"\b(?:and|please)\sreturn\b|\bretur(?:neres)?\s(?:senest|inden|innan|f[øö]r|til)\b",
    re.IGNORECASE,
)


_CLAUSE = re.compile(r"[,;:.!?]\s|\s[-–—]\s")


def asks_otherwise(text: str) -> bool:
    """Whether a text calls in question what its row orders, in whatever column it stands."""
    clauses = [words_of(clause) for clause in _CLAUSE.split(_SENT_BACK.sub(" ", text))]
    words = [word for clause in clauses for word in clause]
    before = [word for clause in clauses if clause for word in ("", *clause[:-1])]  # no - cancel denies nothing
    denied = {at for at, word in enumerate(before) if word in word_set(WITHOUT)}  # no changes
    said = phrases_in(_otherwise()).stand_in(words, denied) or holds_back(text) or _LEFT_OFF.search(text) is not None
    return said or holds_phrase(text, _OTHERWISE_EAST_ASIAN)


def holds_back(text: str) -> bool:
    """Whether a text says that nothing is to be ordered, or not yet: ENTWURF, noch nicht bestellen; ne pas commander."""
    words = words_of(text)
    denied = any(_is_denied(words, at) for at, word in enumerate(words) if word in word_set(_ORDER))
    return denied or _is_a_draft(words) or _TITLED_DRAFT.match(text) is not None


def _is_denied(words: list[str], at: int) -> bool:
    """Whether the verb at a place is said not to be done; whoever has not ordered is somebody else."""
    before, behind = words[max(0, at - _NEAR) : at], words[at + 1 : at + 2]
    return word_set(_NO_VERB).isdisjoint(before) and not (
        word_set(_NOT_BEFORE).isdisjoint(before) and word_set(_NOT_BEHIND).isdisjoint(behind)
    )


def _is_a_draft(words: list[str]) -> bool:
    return len(words) <= _A_TITLE and phrases_in(_DRAFT).stand_in(words)


def is_of_who_waits(text: str) -> bool:
    """Whether it is the title of those who wait for a place: Warteliste, waiting list; who is written out to speaks of it."""
    words = words_of(text)
    return len(words) <= _A_TITLE and phrases_in(_WAITING).stand_in(words)


def asks_of_a_number(text: str) -> bool:
    """Whether a text wants something of whoever has a certain number, or the number itself: size L for number 7, leave 4 free."""
    words = words_of(text)
    named = names_number(text, words)
    spoken = named or not word_set(_LEFT_TO_BE).isdisjoint(words)
    kept = (
        spoken and len(words) <= _A_LINE and not word_set(_KEPT_FREE).isdisjoint(words) and any(map(str.isdigit, text))
    )
    return kept or (named and (asks_otherwise(text) or names_size(text)))


def beside_a_name(text: str) -> str:
    """What stands beside a person's name in one cell: (keeper), – left the club, Baja: before it, a question mark."""
    beside = _BESIDE_A_NAME.search(text[:_LONGEST_NAME])
    return next(filter(None, map(str.strip, filter(None, beside.groups()))), "") if beside else ""


def calls_in_question(beside: str) -> bool:
    """Whether what stands beside a name says something of the order; of a single letter, as (M), nobody can tell."""
    words = words_of(beside)
    doubted = not word_set(f"{_IN_RESERVE} {_PERHAPS}").isdisjoint(words) or words[:1] in _IF
    one_more = beside.startswith("+") and any(map(str.isdigit, beside))  # Kevin Brandt (+ Sohn, 140)
    return one_more or "?" in beside or (len(beside) > _A_SIGN and (doubted or is_about_the_order(beside)))


_SCALE = re.compile(r"\bS\b.{1,3}\bM\b.{1,3}\bL\b")  # the sizes there are, and nobody's


def adds_somebody(text: str) -> bool:
    """Whether a note names somebody who is to be added, or their size, and more than that there are some: Nachtrag: Max, L."""
    words = words_of(text)
    sized = names_size(text) and "=" not in text and not _SCALE.search(text)
    said = phrases_in(_ADDED).stand_in(words) or sized
    return len(words) >= _FEWEST_ADDED and said


def orders_some_alone(text: str) -> bool:
    """Whether a text says that not all of the rows are to be ordered: nur die ersten 2, Rest im Januar."""
    return phrases_in(_ONLY_SOME).stand_in(words_of(text))


def asks_for_another_cut(text: str) -> bool:
    """Whether a text speaks of sleeves or of the cut, wherever on the sheet it stands."""
    return phrases_in(_CUT).stand_in(words_of(text)) or holds_phrase(text, _CUT_EAST_ASIAN)


def is_about_the_order(text: str) -> bool:
    """Whether a text speaks of what is ordered, or calls it in question."""
    text = prose(text)
    words = words_of(text)
    return (
        asks_otherwise(text)
        or asks_for_another_cut(text)
        or phrases_in(_about()).stand_in(words)
        or _is_lone(words)
        or says_what_is_not_printed(text)
        or names_number(text, words)
        or leaves_number_open(words)
        or names_size(text)
        or _SO_MANY.search(text) is not None
        or holds_phrase(text, _ABOUT_EAST_ASIAN)
    )


def _is_lone(words: list[str]) -> bool:
    said = [word for word in words if word not in word_set(PLEASE)]
    return len(said) == 1 and said[0] in word_set(_LONE)


@cache
def _otherwise() -> str:
    return " ".join((_OTHERWISE, *(vocabulary.otherwise for vocabulary in VOCABULARIES)))


@cache
def _about() -> str:
    return " ".join((_ABOUT, "kit kits", WORDS[Concept.SIZE], WORDS[Concept.COLOUR], worn_words()))
