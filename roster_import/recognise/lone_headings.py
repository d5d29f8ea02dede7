"""Headings that are known as a whole and say nothing in company: Fri, P.U., Abt., Voice, GA.

As words of longer headings they would mislead (`Unit size`, `Store item`), so each counts only where the heading is made of
such words alone: Sat, Sat AM, Team/Dept. What the cells hold counts all the same (`fates`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from roster_import.recognise.short_words import SILENT
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|(?<!\d)\d++[^\W\d_]+")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_][.\s]){1,3}[^\W\d_]\.?(?![^\W_])")  # P.U., M.P.
_OR_SHE = re.compile(r"(?<=\w)[/:*(]-?in(?:nen)?\)?(?!\w)", re.IGNORECASE)  # Besteller/in, Kund:innen
_LONGEST = 40  # characters

_LONE: dict[Concept, str] = {
    # days, shifts, and what is done in them: a mark is at home there
    Concept.PRESENCE: """
        consumptiebonnen drankbonnen bonnen drink_tokens camping campingplads campingplatz table tables tisch_nr
        table_number tour tours
        swim parkering buffet festmiddag middag_fest dinner abendessen afterparty busfahrt covoit autocar ida vuelta andata
        ritorno autobus ubytovani kuljetus majoitus konaklama バス利用 バス 버스탑승 버스 是否乘车 乘车 ledsager begleitung
        plus_one introduce galla gala dabei kommer deltar deltager pameldt angemeldet angem afmeldt aangemeld inscrit asiste
        viene zapisany prihlasen tulee katiliyor 참가여부 参加与否 travel travel_by how_travelling getting_there anfahrt
        verkehrsmittel transp ankomst rejse reise resa reis trajet viaje viaggio viagem podroz проезд viatge пътуване
        roommate zi zi_nr vaer rom rum kamer chambre ch hab camera 部屋 방 房间 szoba комната soba bord tisch tafel mesa
        tavolo seat seat_no sitz boat boat_no bad boot bateau bane spind skab row_seat cabin bunk practice_day practice gym
        hal halle field pitch ground room_type bed_type tent zelt telt tent_no talt checkin_time pickup_time train flight_no
        flight hotel_no modested mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday
        saturday sunday am pm day days shift shifts early late early_shift late_shift evening morning afternoon night noon
        set_up setup tear_down take_down week weeks weekend trg training_1 mo di mi do fr sa so mo_fr montag dienstag
        mittwoch donnerstag freitag samstag sonnabend sonntag vorm nachm vormittag nachmittag abend morgen mittag nacht
        fruhschicht spatschicht nachtschicht schicht schichten fruh spat aufbau abbau tag kw woche wochenende man tir ons
        tor tors fre lor son mandag tirsdag onsdag torsdag fredag lordag sondag vagt vagter formiddag eftermiddag aften nat
        opsaetning nedtagning uge opstilling dag vakt vakter kveld ettermiddag rigging rydding uke helg tis mans tisdag
        kvall morgon natt pass vecka v ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend
        middag avond opbouw afbouw shiften weekeind lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi
        dimanche matin apres_midi aprem soir soiree midi nuit creneau creneaux montage demontage jour semaine mie mier jue
        vie sab lunes martes miercoles jueves viernes sabado domingo manana tarde noche mediodia montaje desmontaje dia
        semana finde gio lunedi martedi mercoledi giovedi venerdi sabato domenica mattina mattino pomeriggio sera giorno
        montaggio smontaggio settimana seg ter qua qui sex segunda terca quarta quinta sexta segunda_feira terca_feira
        quarta_feira quinta_feira sexta_feira manha noite montagem desmontagem pn pon wt sr czw pt sob nd ndz niedz
        poniedzialek wtorek sroda czwartek piatek sobota niedziela rano popoludnie wieczor zmiana dzien tydzien ut ct pa ne
        pondeli utery streda ctvrtek patek nedele dopoledne odpoledne vecer smena den tyden ti ke la perjantai lauantai
        sunnuntai maanantai tiistai keskiviikko torstai aamu aamupaiva ilta iltapaiva vuoro paiva viikko pzt car per cum cmt
        paz pazartesi sali carsamba persembe cuma cumartesi pazar sabah aksam ogleden_sonra ogle gece vardiya gun hafta het
        hetfo kedd sze szerda cs csut csutortok pentek szo szombat vas vasarnap reggel delelott delutan este muszak nap luni
        marti miercuri joi vineri sambata duminica dimineata dupa_amiaza seara noaptea schimb παρ παρασκευη παρασκευησ σαβ
        σαββατο κυρ κυριακη δευτερα τριτη τεταρτη πεμπτη πρωι απογευμα βραδυ βαρδια пн вт ср чт пт сб вс понедельник вторник
        среда четверг пятница суббота воскресенье утро день вечер ночь смена неделя пнд нд понеділок вівторок середа четвер
        пятниця субота неділя ранок зміна sub ned ponedjeljak ponedeljak utorak srijeda sreda cetvrtak petak subota nedjelja
        nedelja jutro popodne prijepodne smjena ponedeljek torek cetrtek zjutraj dopoldne popoldne zvecer izmena dan
        pondelok utorok stvrtok piatok nedela poobede zmena dl dt dc dj dv ds dg dilluns dimarts dimecres dijous divendres
        dissabte diumenge mati tarda vespre torn понеделник сряда четвъртък петък събота сутрин следобед понедељак уторак
        четвртак петак недеља јутро laupaev puhapaev esmaspaev teisipaev kolmapaev neljapaev reede hommik ohtu vahetus
        sestdiena svetdiena piektdiena pirmdiena otrdiena tresdiena ceturtdiena rits vakars maina sestadienis sekmadienis
        penktadienis pirmadienis antradienis treciadienis ketvirtadienis rytas vakaras pamaina lau fos laugardagur
        sunnudagur fostudagur manudagur thridjudagur midvikudagur fimmtudagur morgunn kvold 月 火 水 木 金 土 日 月曜 火曜
        水曜 木曜 金曜 土曜 日曜 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 午前 午後 夜 朝 昼 夕方 平日 週末 월 화 수
        목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 오전 오후 저녁 아침 주말 周一 周二 周三 周四 周五 周六
        周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 上午 下午 晚上 早上 中午 周末 th su po to pe turni
        kl_trin jan feb apr jun jul aug sep sept oct nov dec okt dez maj mai juni juli route wave start_wave corral
        startblock startwelle welle startzeit starttid startgruppe startgrupp startled startvak startpulje bolge rute vague
        sas cajon griglia onda bloco largada fala vlna vuorot duty rota kata kumite poomsae sparring lift bus tickets ticket
        guests guest lunches raffle raffle_tickets lodsedler lodder lose lotter lottsedlar loten loddbok tombola rifas
        billets billet biglietti bilhetes bilety listky arrival checked_in check_in checkin anreise signed_in no_show
        waitlist walk_on attending going maybe""",
    # where somebody works, sits, sings, belongs
    Concept.PERSONAL: """
        procedencia provenienza proveniencia provenance origem_do_atleta nac degree fun_fact funfact flat soortlid
        tipo_socio tipo_doc doc tipo_documento
        stadtteil ortsteil bezirk kreis district dist estate suburb neighbourhood bydel stadsdel wijk quartier barrio quartiere
        dzielnica bairro trin klassetrin
        pe_set teaching_set maths_set science_set english_set gren grein program_name program passart
        holdtype roller rooli spelactiviteit kalenderleeftijd bondsteams
        verenigingsfuncties pratique nature membership_name member_type stad wpl commune loc conc miejsc kaup kotip
        нас_пункт univ soc_prov campaign fkt erhverv tittel functie fonction metier cargo mansione funcao stanowisko funkce
        tehtava gorev 職種 직책 직급 职务 职位 beosztas должность посада funkcija funkcia carrec длъжност функција amats
        pareigos starfsheiti fav_player idol tribe troop den geschl gesl m_v d_p p_d pohl cins pl_osob job_role
        rolle_firma stillingsbetegnelse jobtitel ipaddress office offices branch site unit business_unit bu floor store shop
        depot station entity area zone company employer firm floor_no desk cost_centre cost_center wing directorate abt
        bereich fachbereich fb referat filiale standort niederlassung nl werk betrieb kostenstelle kst ressort einheit
        dienststelle wache zug orgeinheit firma team_abt buro zimmer afd kontor lokation enhed butik forvaltning virksomhed
        arbejdsplads avd enhet foretag bolag kontoret arbetsplats selskap bedrift vestiging filiaal locatie onderdeel dienst
        bedrijf kantoor werkplek pole secteur direction agence bureau antenne entreprise etablissement equipe_service
        oficina depto dpto sede sector sucursal centro empresa ufficio settore azienda unita setor seccao secao escritorio
        polo_de_trabalho biuro oddzial jednostka wydzial komorka_org odd usek pobocka stredisko kancelar toimisto yksikko
        toimipaikka toimiala yritys birim sube departman ofis sirket 課 支店 事業所 配属 部門 会社 会社名 勤務先 勤務地 拠点
        係 営業所 지점 회사 회사명 사업부 근무지 单位 科室 公司 公司名称 分公司 办公室 reszleg telephely iroda departament
        birou sectie filiala γραφειο τμημα_εργασιασ διευθυνση_εργασιασ отдел подразделение офис филиал цех компания відділ
        підрозділ офіс філія компанія odjel ured poslovnica odjel_tvrtke tvrtka oddelek enota pisarna podjetje oddelenie
        utvar kancelaria seccio empresa_on_treballa звено компания_име одељење служба канцеларија sluzba osakond yksus
        nodala birojs uznemums skyrius biuras padalinys imone deild skrifstofa svid starfsstod fyrirtaeki delivered_to
        deliver_to collect_from leveres_til lieferort ausgabe ausgabestelle leveringssted utleveringssted afhaalpunt
        pickup_point collection_point pick_up_point point_de_retrait voice voice_part voice_type vocal_part vocal part
        instrument instruments instr routine formation bubble cast act stimme stimmlage stimmgr stimmgruppe register tutti
        stemme stemmegruppe stemmegr stamma stamgrupp stem stemgroep stemsoort stempartij voix pupitre registre tessiture
        cuerda voz voce naipe glos hlas aani soitin ses パート 声部 楽器 パート名 파트 성부 악기 乐器 szolam hangszer φωνη
        οργανο голос партия партія інструмент инструмент инструменти glas glasovi dionica veu corda глас инструменат haal
        haaleruhm pill balss balsas rodd raddir hljodfaeri strumento strumenti instrumento instrumentos nastroj enstruman
        instrumentti yr yrs kl jgst jg jahrg tutorium kl_trin klassetrin voce_partida ak lkr leerj cl niv aula sez sala tr
        snf oszt кл jahrgang steam steam_id steamid psn xbox epic riot riot_id battletag battle_net origin summoner
        discord_tag discord_id game main mains server platform plattform platforme konsole device game_id twitter_handle ig
        insta_handle social socials brukernavn anvandarnamn kayttajatunnus vocal_range fach""",
    Concept.PAID: """
        acompte acompte_verse
        eigenanteil egenbetaling egenandel zuzahlung poplatek poplatky eigen_bijdrage doplatek
        credits korting donation donations spende subsidy tilskud stotte free_shipping

        cotis beitr mitgl_beitr medl_avg medlavg contrib contr skl prisp jasenm e_transfer etransfer interac interac_e_transfer

        gez bet pag pg zapl opl mks vist beglichen pris_pr_stk

        currency order_currency ccy curr valuta valutakode wahrung wahr devise moneda moeda waluta mena valuutta
        para_birimi 通貨 통화 货币 币种 penznem νομισμα валюта valiuta moneta taxes tax tip_amount net_sales
        gross_sales service_charges service_charge due bal pmt pymt owes to_pay charge charges surcharge moms mwst
        ust vat btw tva iva dph alv kdv mva fpa φπα пдв ддс ндс pdv ddv km pvn pvm vsk afa netto brutto net gross
        netto_betrag nettobetrag bruttobetrag endbetrag restbetrag einzelpreis pu p_u puht pu_ht pu_ttc tip
        tax_value p_unit mt ep gp vk uvp postage porto fragt frakt versandkosten verzendkosten
        frais_de_port gastos_de_envio epreis gpreis enhedspris enhetspris stykpris stykkpris apris subtotaal pvp
        p_v_p p_unitario imp tot tot_eur vlr vlr_unit wartosc 単価 小計 税込 税込み 税抜 消費税 合計金額 단가 소계
        부가세 총액 单价 小计 税额 总价 总额 hind kaina verd verd_samtals kr zl kc fr ft lei лв грн руб din eurot
        eur_st chf_st zu_zahlen a_pagar da_pagare maksetaan odenecek at_betale att_betala a_betale te_betalen rest
        offen skyldig skylder skyldes kr_skyldig paye_le pix ideal ideal_ok ideal_ontvangen mbway mb_way multibanco
        mbway_ok bizum_ok satispay
        postepay paydirekt klarna swish_ok vipps_ok zelle venmo venmo_cash cashapp cash_app paypal_ok applepay
        apple_pay google_pay revolut tikkie payconiq lydia paylib giropay sofort vipps_mottatt geld geld_erhalten
        geld_da geld_abgegeben geld_eingegangen bar uberwiesen ueberwiesen kassiert cash card bank bank_transfer
        bacs chk money money_in money_received cash_received paid_up pd dep_pd deposit_pd bal_due refund refunded
        fundraising fundraiser financial financials financial_status money_recd geld_ontvangen voldaan gegireerd
        overgemaakt modtaget_kr penge penge_modtaget penger pengar inbetalt innbetalt indbetalt argent argent_recu
        encaisse espece virement dinero dinero_recibido transferencia soldi soldi_ricevuti incassato bonifico
        contante recebido dinheiro pieniadze wplacil zaplatil penize zaplatila raha rahat maksoi odedi para
        para_alindi alindi tahsilat havale nakit_kart penz befizetve befizetes kifizetve bani achitat platit plata
        incasat χρηματα πληρωσε πληρωθηκε πληρωμη деньги сдал оплачен перевод гроші сплачено оплатив placeno
        uplaceno uplata novac placal placano denar zaplatene peniaze platba diners pagat_ok платено пари плаћено
        уплата новац makstud raha_kaes samaksats nauda apmoketa pinigai greitt_ok peningar fulfillment_cost
        cost_price""",
    Concept.NICKNAME: """
        handle handles ign gamertag gamer_tag summoner_name ingame ingame_name in_game_name game_tag screen_name
        screenname nick_ingame spielername_online ring_name stage_name kunstnernavn nom_de_scene nome_d_arte
        nombre_artistico""",
    Concept.GUARDIAN: """
        adviser advisor sales_rep recruiter agent filled_in_by completed_by kv kom supervisor line_manager boss
        contact_name ausgefullt_von udfyldt_af ifylld_av ingevuld_door rempli_par rellenado_por compilato_da preenchido_por
        wypelnil vyplnil tayttaja dolduran vorgesetzter vorgesetzte chef ansprechp ansprechpartn erz_ber klassenl
        klassenvorstand klassleiter klassenleitung pate patin gotte gotti resp_legal resp enc_ed huolt zak_zast zast sz_neve
        szulo apod acud rep_legal sipho mor_far mum_dad mom_dad mama_papa parent_carer spouse_name fadder kontaktpers""",
    Concept.IDENTITY: """
        passi pelipassi passi_maksettu
        verified archived deleted gift is_gift private opted_in unsubscribed coupons coupon_title fulfillment_by postbezirk

        card card_no cards ref ref_no ref_nr reference payref staff staff_id staff_no emp emp_no emp_id employee
        employee_id payroll_no clock_no klubb_id klub_id seura_id club_id coupon coupon_code voucher voucher_code
        promo promo_code discount_code ip ip_address user_agent browser device_id starred read downloaded
        lineitem_taxable taxable lineitem_requires_shipping requires_shipping source referrer utm_source
        landing_page channel sales_channel tags vendor risk_level device_type network_id latitude longitude lat lng
        lon email_verified locked test_mode score_raw response_type respondent progress finished duration
        duration_in_seconds recorded_date distribution_channel user_language collector_id ip_adresse qr_kode plate
        number_plate kennzeichen kfz_kennzeichen nummerplade bilnr mitarbeiternr mitarb_nr medarb_nr medarbejdernr""",
    Concept.HEALTH: """
        eps
        physician physician_name doctor_name

        meal_choice menu kost mad madonsker matpreferanse matonskemal matallergi essen verpflegung unvertr eten dieetwensen
        regime repas comida pasto alimentacao refeicao posilek jidlo ruoka 식사 알러지 用餐 etkezes etelallergia mancare
        φαγητο питание харчування prehrana menjar храна toit ediens maistas matur hrana conditions medical_conditions meds
        vorerkrankungen antecedents 既往歴 지병 egeszseg betegseg sanatate zdravlje zdravje salut здраве здравље tervis
        veseliba sveikata heilsa insured matonsker madvalg frokost_mad food_choice lunch_choice sandwich""",
    Concept.REMARK: """
        misc other etc sonst hinw noter merkn bijz bijzonderh observ coment osserv varie varie_note uw huom lisat acikl
        特記事項 特記 прим op бел нап mark piez ath admin admin_only megj obs nap past opomba zauwazki not""",
    Concept.PERMISSION: """
        media_release release einv einverst einwill foto_einv bildrechte_ok photos photos_ok foto_ok fotos_ok fotos""",
    Concept.AGE: """
        ag
        lft години""",
    # of games and races
    Concept.PLAY: """
        tit_rempl tit_sup tit_riserva t_s s_c front_row front_row_y_n front_row_trained verw verwarnungen rondes runden laps
        runder potencjal kiekollinen_taito luistelutaito how_acquired contract_length rarity staerke staerken
        g_f_d g_d_f f_d_g d_f_g f_g_d g_d_m_f gk_def_mid_fwd gk_df_mf_fw tw_ab_mf_st tw_aw_mf_st tw_v_s t_v_s k_f_a k_f_m_a
        mv_b_f mv_b_c mv_b_mf_a k_v_m_a g_d_m_a p_d_m_d por_def_med_del p_d_c_a gr_def_med_av b_o_n b_o_p_n b_o_u b_o_z_u
        mv_p_h mv_p_kk_h k_d_o_f
        posn pto demarc poz pelip ポジ поз dominant wurfarm schusshand schlagh skytte fattning mao 利き腕 투타 kez starke
        leistungsgr 레벨 等级 nivell tier div stick_length alt_pos pref_pos mins min dist dist_km race_distance lauf disz
        distancia prueba carrera recorrido salida percorso prova percurso dystans trasa bieg trat beh zavod matka sarja
        reitti lahto mesafe parkur kosu yaris 距離 コース 部門 ウェーブ 거리 코스 부문 距离 tav versenytav futam distanta
        cursa αποσταση αγωνασ дистанция забег старт дистанція забіг utrka staza razdalja tek proga vzdialenost бягане трка
        стаза distants jooks skrejiens nuotolis begimas vegalengd hlaup lob loype stracka lopp afstand epreuve gule_kort
        rode_kort gula_kort cards_yellow red_card amm ammonizioni esp espulsioni strafmin udv utv utvisninger utvisningar
        motm potm og 警告 退場 警告数 경고 퇴장 出场 黄牌 红牌 meccs sarga piros cartonase передачи очки штраф nastupi
        nastopi мечеви winrate win_rate tries wkts wickets overs runs kills digs aces errors rangaistukset pisteet asysty
        vert vertical bench bench_press squat deadlift snatch clean_and_jerk beep_test push_ups pushups tps_jeu min_jouees
        min_jug min_gioc mork carries whip toi sit_ups plank 40yd 40m 60m sprint miles hrs km doelp wedstr pkt pkte eins
        vorl vorlagen kampe_ialt presenze reti gare_giocate marcas weight_class gewichtsklasse kat_waga wt_class vaegtklasse
        vektklasse viktklass gewichtsklas categorie_de_poids categoria_di_peso painoluokka siklet 階級 체급 级别 sulycsoport
        весовая_категория grading graduierung grad geup gup kup gup_grad rank_belt mon 段 級 段位 級位 급 단 klub_kat
        stilart style_karate stunt stunt_position base flyer backspot tumbling jump_level dans_niveau dansniveau awper igl
        role_ingame opp opponent opponents res bowls""",
}
_SCORES = """
    g a p t y r w l d k f o b c gp mp gs gf ga gd yc rc ppg rpg apg app apps sub subs con conv pen pens dg ct st ave avg sr
    econ hs inns bb 2pt 3pt tl t2 t3 rimb ro rd pp val ff as 100s 50s ab 2b 3b hr so sb cs ip er era whip wl sv pim
    shg gwg s sog fo toi 3p 3pa fg fga ft fta fgm ftm oreb
    dreb reb ast stl blk to pf eff sa se ta kd kda kdr rtg acs adr hltv wr sp gr 7m ass asst pd cj cr mj pj pg pe tr tj pres
    ca cv br zk czk g_a gol ak kb tm rm sk kk dk гп pts pt pkt rec yds td int att cmp comp car tds qb_rating sacks tkl solo
    w_l d_l po pct ops obp slg mvp r_bi rbi tb gidp hbp sf sh pk otl otw sow ga_a sv_pct so_pct gaa gls asts mins min mom
    kills deaths mmr fin t_a ls lsm gb dc cto ps m i 50 100 z s u tit gc
"""
SCORES = frozenset(_SCORES.split())
"""Short forms of what is counted in games: G, A, GF, PIM. They say so in company alone."""

_PAYS_TEXT = """
    billing shipping buyer purchaser payer payeur payeuse acheteur acheteuse zahler zahlerin kaufer kauferin betaler kober koper
    kjoper kopare pagador pagadora comprador compradora pagante pagatore acquirente platnik platce kupujici maksaja ostaja odeyen
"""
_PAYS = frozenset(_PAYS_TEXT.split())
_ORDERED = """
    ordered_by bestellt_von besteller bestilt_af bestilt_av bestiller bestalld_av bestallare besteld_door commande_par
    pedido_por ordinato_da encomendado_por zamawiajacy objednal tilaaja siparis_veren customer customer_name kunde
    kunden_name kundenavn kundnamn klant klantnaam nom_du_client client nombre_del_cliente cliente nome_cliente
"""
_ORDERED_BY = frozenset(_ORDERED.split())
_A_KIND_OF = 2  # words: which goals
_GOODS = frozenset(["+/-", "+-", "+"])


def lone(heading: str) -> Concept | None:
    """What a heading stands for that is known as a whole or made of such headings; numbers behind it count nothing."""
    if not heading or len(heading) > _LONGEST:
        return None
    words = _words(heading)
    if words == ["tag"] and not any(map(str.isdigit, heading)):
        return None  # a tag for the bag, no day
    whole = _table().get("_".join(words))
    if whole or not words:
        return whole
    known = [_table().get(word) for word in words if word not in SILENT or word in _table()]
    return known[0] if known and all(known) else None


def is_buyer(heading: str) -> bool:
    """Whether it says who ordered or pays, who may be somebody else than the players."""
    words = _words(heading)
    return not _PAYS.isdisjoint(words) or "_".join(words) in _ORDERED_BY


def is_score(heading: str) -> bool:
    """Whether it is a short form of what is counted in games."""
    words = _words(heading)
    of_some = len(words) == _A_KIND_OF and len(words[-1]) > 1 and words[-1] in SCORES  # PC Gls
    return heading.strip() in _GOODS or heading.rstrip().endswith("%") or "_".join(words) in SCORES or of_some


def _words(heading: str) -> list[str]:
    of_both = _OR_SHE.sub("", heading)
    joined = _INITIALS.sub(lambda match: re.sub(r"[.\s]", "", match[0]), of_both)
    return [word.replace("'", "_").replace("’", "_") for word in _WORD.findall(fold(joined).replace("_", " "))]


@cache
def _table() -> Mapping[str, Concept]:
    found: dict[str, Concept] = {}
    for concept, words in _LONE.items():
        for word in words.split():
            found.setdefault(fold(word.replace("_", " ")).replace(" ", "_"), concept)
    return found
