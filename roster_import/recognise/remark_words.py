"""What a remark wants for somebody in words of its own: MAXI hinten drauf, two please, rather 10, only if before Easter."""

from __future__ import annotations

import re

from roster_import.recognise.changed_names import says_another_name
from roster_import.recognise.print_words import NAME_HALVES
from roster_import.recognise.said_phrases import phrases_in, word_set, words_of
from roster_import.recognise.spoken_numbers import names_size
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.wished_dates import says_a_date
from roster_import.recognise.words import WORDS, Concept
from roster_import.recognise.worn_words import speaks_of_a_garment

_WANTS = """
    wants want wish* would_like will mochte moechte wunscht hatte_gern vil_have vil_ha vil_gerne onsker vill_ha
    vill_garna onskar needs need braucht brauchen skal_have skal_ogsa_have skal_ha ska_ha behover behoever ook_een ogsa_en
    aussi_un
    give_him give_her moet_zijn moet_worden vil vill wil wenst veut voudrait souhaite vuole vorrebbe desidera quiere querria
    desea quer
    gostaria chce chcialby chcialaby chtel chtela haluaa haluaisi toivoo szeretne ker istiyor ister
"""
_CALLED = """
    hedde hedder heter heissen heisst genannt nennt called goes_by known_as nickname spitzname rufname kaldes kallas kalles kalt
    kaldenavn kallenavn smeknamn bijnaam surnom surnomme appele soprannome chiamato chiamata apodo llamado alcunha apelido ksywa
    przydomek prezdivka lempinimi kutsutaan becenev takma_ad
"""
_RATHER = """
    rather lieber eher hellere helst hellre heller liever plutot meglio piuttosto mejor melhor raczej wole woli mieluummin
    mieluiten radeji inkabb prefers prefer prefere prefiere preferisce
"""
_TAKES = """
    takes take gets get keeps wants give_him give_her moet skal_vaere skal_ha skal_have nimmt bekommt kriegt behalt tager far
    overtager beholder tar overtar over_tar neemt krijgt houdt
    prend recoit reprend garde prende riceve tiene coge recibe se_queda fica_com recebe bierze dostaje dostanie bere dostane
    ottaa saa kap aliyor alacak tar_over
    switches moves wechselt skifter byter bytter passe_au passe_a passa_al passa_para passa_a muda_para pasa_al pasa_a cambia_al
    przechodzi zmienia nove siirtyy
"""
_HAS_LEFT = """
    nicht_mehr_dabei nicht_dabei er_ude ikke_med ej_med ar_ute doet_niet_mee n_est_plus ya_no_esta non_c_e_piu left_in
    left_the left_us has_left have_left left_club no_longer_with no_longer_plays not_with_us hort_auf aufgehort
    ausgestiegen stoppede holdt_op slutade slutar sluttede vertrokken parti_en parti_du est_parti est_partie partie_en
    a_arrete andato_via andata_via ha_smesso smesso ha_lasciato se_fue se_marcho lo_ha_dejado la_ha_dejado ha_dejado
    withdrawn on_loan moved_away dropped_out retired gone_to joined_another borrowing_one borrows_one plays_no_more not_any_more
    zuruckgezogen hat_aufgehort hort_auf gehort_jetzt gewechselt leiht_sich auf_leihbasis pausiert kommt_nicht_mehr
    geht_nicht_mehr
    spiller_ikke_mere meldt_ud afbud skiftet_klub laner_en utlant slutter stopper_til stopt_ermee stopt stoppt niet_meer
    naar_andere_club
    naar_een_andere_club
    foi_embora desistiu odesla skoncila kilepett abbahagyta tavozott
    has_moved moved_to moved_up moved_into has_been_moved promoted_to rykket_op gatt_upp flyttet_op flyttet_til
    flyttat_upp flyttat_till est_passe est_passee passe_en ha_subido sube_a ha_pasado e_passato e_passata passa_in
    subiu_para passou_para przeszedl przeszla awansowal presel presla siirtyi ist_jetzt_in spielt_jetzt is_naar_de
    is_naar_jo doorgeschoven gecti
    rykket_opp flyttet_opp rykker_opp rykker_op flyttas_upp
"""
_OPEN = """
    sous_reserve under_forbehold unter_vorbehalt onder_voorbehoud con_reserva con_riserva sob_reserva pod_warunkiem podminecne
    varauksella med_forbehall med_forbehold
    to_be_confirmed not_confirmed a_confirmer a_confirmar falta_confirmar por_confirmar da_confermare do_potwierdzenia
    k_potvrzeni vahvistetaan nicht_bestatigt noch_nicht_bestatigt ikke_bekraeftet ikke_bekreftet inte_bekraftat
    nog_niet_bevestigd replied_yet not_replied hasn_t_replied no_reply keine_antwort nicht_geantwortet
    noch_nicht_gemeldet har_ikke_svaret ikke_svaret ikke_svart har_inte_svarat inte_svarat niet_gereageerd geen_antwoord
    pas_repondu no_ha_contestado no_contesto nao_respondeu non_ha_risposto brak_odpowiedzi nie_odpowiedzial neodpovedel
    erst_im vorerst_nicht doch_nicht ei_vastannut nog_niet_zeker jeste_nevi epavarma
"""
_HAS_ONE = """
    deja_eu deja_recu has_had_his has_had_hers bruger_storebrors bruger_storesosters bruger_lillebrors uses_his_brother
    uses_her_brother uses_her_sister uses_his_sister vom_bruder_ubernommen von_der_schwester hand_me_down leiht_nur nur_geliehen
    ausgeliehen leihweise en_pret in_prestito cedido emprestado wypozyczony hostuje lainassa udlant utleid utlanad uitgeleend
    won_t_be_back wont_be_back not_be_back not_back_this not_back_until out_for_the_season out_all_season out_until season_over
    saison_beendet saison_ist_vorbei saison_gelaufen saison_finie saison_terminee ude_resten ute_resten borta_resten
    fuori_tutta_la stagione_finita temporada_terminada fora_ate ate_ao_fim now_at jetzt_bei nu_hos nu_i_en_anden nu_bij
    deja_equipe deja_equipee ya_la_tiene ya_lo_tiene ya_las_tiene ya_los_tiene use_last_year use_last_years use_his_old
    use_her_old vom_letzten_jahr fra_sidste_ar fra_i_fjor fran_forra_aret van_vorig_jaar de_l_an_dernier del_ano_pasado
    dell_anno_scorso do_ano_passado z_zeszlego_roku z_lonska viime_vuoden ne_joue_plus ya_no_juega non_gioca_piu
    ja_nao_joga juz_nie_gra uz_nehraje ei_pelaa_enaa plays_no_more not_coming kommt_nicht kommer_ikke kommer_inte
    komt_niet ne_vient_pas no_viene non_viene nie_przyjdzie neprijde ei_tule se_ha_ido se_han_ido sono_andati
"""
_AND_ANOTHER = """
    and_away and_home away_one_too home_one_too also_away also_home auch_auswarts auch_in_auswarts auch_heim auch_in_heim ogsa_ude
    ogsa_hjemme ogsa_udebane aven_borta aven_hemma ook_uit ook_thuis aussi_exterieur aussi_domicile tambien_visitante
    tambien_local anche_trasferta anche_casa tez_wyjazdowa tez_domowa myos_vieras myos_koti having_two having_both
    patch_kapitan captain_patch kaptajnsbind kapitansbinde
"""
_NO_PRINT = """
    ikke_navn ikke_nummer inte_namn inget_namn geen_naam pas_de_nom sin_nombre senza_nome sem_nome bez_nazwiska ei_nimea
    manga_comprida manga_curta
"""
_GONE = """
    loan pret prestito cedido leihe utlan lan
    left gone quit out weg raus fort ud ude stoppet ut slut borta gestopt parti partie partito partita via fuera ido fora saiu
    pryc odszedl pois lahtenyt elment gitti
"""
_ON_BACK = """
    on_back on_the_back on_his_back on_her_back auf_dem_rucken auf_den_rucken hinten_drauf pa_ryggen op_de_rug achterop
    dans_le_dos au_dos en_la_espalda sulla_schiena nas_costas na_plecach na_zada na_zadech selkaan sirtina
"""
_ALONE_WORDS = """
    maybe perhaps vielleicht eventuell evtl maske muligvis kanskje kanske misschien mogelijk quiza quizas talvez forse moze mozna
    snad ehka belki dropped weg raus
"""
_ALONE = frozenset(_ALONE_WORDS.split())
_ONLY_IF = """
    only_if nur_wenn nur_falls kun_hvis kun_nar kun_dersom bara_om endast_om bare_hvis alleen_als alleen_indien seulement_si
    uniquement_si solo_si solo_se soltanto_se apenas_se so_se tylko_jesli tylko_jezeli tylko_gdy jen_pokud pouze_pokud vain_jos
    csak_ha sadece_eger
"""
_UNSURE = """
    not_sure unsure unklar_ob weiss_nicht weiss_noch_nicht nicht_sicher ved_ikke usikker maske_ikke vet_inte osaker kanske_inte
    vet_ikke kanskje_ikke weet_niet weet_nog_niet twijfelt pas_sur pas_sure ne_sait_pas non_e_sicuro non_sa no_sabe
    no_esta_seguro nao_sabe nie_wiadomo nie_wie neni_jiste ei_varmaa ei_tieda nem_biztos belli_degil emin_degil
"""
_RUNS = """
    runs_small runs_large runs_big fallt_klein fallt_gross klein_aus gross_aus lille_i_storrelsen stor_i_storrelsen
    liten_i_storleken stor_i_storleken liten_i_storrelsen valt_klein valt_groot taille_petit taille_grand
    run_small run_large run_big fallen_klein fallen_gross talla_pequeno talla_grande veste_piccolo veste_grande
    vestono_piccolo tailla_petit taillent_petit vallen_klein vallen_groot gar_sma sma_i_storleken sma_i_storrelsen
    smaa_i_storrelsen rozmiary_zanizone zanizone_rozmiary
    kaliplar_dar kalibi_dar dar_kalip pieni_mitoitus pienet_mitoitukset jde_mensi jdou_mensi tamanhos_pequenos
    veste_pequeno vestem_pequeno
"""
_SPELLED = """
    elle eles tilde accento acento trema umlaut kreska kreske ogonkiem hacek carkou hviezda lla
"""
_NUMBER_OF = """
    number nummer numret nummeret numero numeroa numeron numer numeru numerem cislo cislem szama szamot numarasi numarasini dorsal
    rugnummer ruckennummer rueckennummer trikotnummer rygnummer trojnummer draktnummer
"""
_TAKEN = """
    taken gone vergeben belegt besetzt weg optaget taget opptatt tatt upptaget upptagen tagen bezet vergeven weg pris prise
    occupe cogido cogida ocupado ocupada occupato occupata preso tomado zajety zajeta obsazeno obsazene zabrane varattu dolu
    alindi
    obsazena obsazeny obsazen opptatte varattuna
"""
_DOUBLED = """
    double doubled twice doppelt zweimal dobbelt to_gange dubbelt dubbel tweemaal en_double doble por_duplicado doppio doppia
    em_dobro dobro podwojnie dwa_razy dvakrat kaksinkertaisena iki_kat
    a_dobrar tuplana tuplasti iki_adet
"""
_NOT_WORN = """
    phone mobile telephone cell member membership licence license account emergency ticket house bank id mobil telefon handy konto
    of plate bus haus mitglied medlem lids leden telephonique licencia licenza telefono telefonu kontakt
"""
_TWO_OR_MORE = """
    two three four both zwei drei vier tre tva fyra twee drie quatre deux trois quattro tres cuatro dois duas quatro dwie dwa
    trzy cztery dve dva ctyri kaksi kolme nelja ketto kettot harom harmat
"""
_IF_SOMEBODY = re.compile(  # folded: if he signs, falls er kommt
    r"^(?:if|only if|falls|wenn|sofern|hvis|om|als|si|se|jesli|pokud|jos|eger) (?:he|she|they|er|sie|han|hun|hon|hij|ze|il|elle"
    r"|lui|lei|ele|ela|el|ella|on|ona|hen)\b"
)
_IF_SHORT = "to fire due dos tri iki uc"  # to, due and the back are other words in longer texts
_PLEASE = """
    please pls bitte gern gerne tak takk tack venligst graag svp stp alstublieft merci per_favore grazie por_favor gracias
    prosze prosim kiitos kerek kerem lutfen stuks stk stuck
"""
_OF_ROMANCE = frozenset(["nombre", "nome"])  # the first of a name, where a surname stands beside it
_PIECES = """
    pieces pcs stk stuck stuks st kpl szt sztuk sztuki kusy ks exemplaires exemplares unidades pezzi styk styck kappaletta db adet
"""
_MORE_THAN_ONE = "two three zwei drei twee deux trois dos tres dois duas due dwie dva kaksi kolme tva tre"
_SHORT = 5  # words of a clause that only says how many
_CLAUSES = re.compile(r"[,;:.()]|\s[-–—]\s")
_CAPITALS = re.compile(r"\b[^\W\d_a-zà-öø-ÿßąćęłńóśźżčďěňřšťůžőű]{3,}\b")
_WITH_A_LETTER = re.compile(
    r"\b(?:mit|with|med|met|avec|con|com|z|ze|s|se|przez)\s(?:(?:double|doppel\w{0,2}|dobbelt|dubbel\w?|to|två|deux|due|dos|dois|dwa|dwoma|dvema)"
    r"[\s-]*)?[\"'“„]?[^\W\d_][\"'”“]?$|\b(?:double|doppel|dobbelt|dubbel)[\s-][^\W\d_]\b|\b[^\W\d_]:ll?[aä]\b",
    re.IGNORECASE,
)
_OUT = re.compile(r"\b(?:is|are) out\W*$", re.IGNORECASE)
_OF_FAMILIES = frozenset({Concept.GUARDIAN, Concept.PRESENCE, Concept.PAID, Concept.CONTACT})
_COUNTED_BESIDES = frozenset({Concept.HEALTH, Concept.PRESENCE, Concept.PAID, Concept.CONTACT})
_SIZES = re.compile(r"\b(?:[2-6]?X{1,4}[SL]|XXS|[SML])\b(?!['’])")
_ONE_OR_TWO_FIGURES = re.compile(
    r"(?<![\d.,:/-])\d{1,2}(?![\d.,:/-]*\d|"
    r"\s?(?:cm|kg|years?|jahre|år|ans|uhr|h|min|pills?|tablets?|tabletten|piller)\b|\s?[%€])",
    re.IGNORECASE,
)


def wants_something(text: str) -> bool:
    """Whether a remark beside a player wants something else than the row says, or calls it in question."""
    words = words_of(text)
    certain = (_HAS_LEFT, _OPEN, _HAS_ONE, _AND_ANOTHER, _NO_PRINT, _RUNS, _SPELLED, _CALLED)
    if any(phrases_in(phrases).stand_in(words) for phrases in certain) or _OUT.search(text) is not None:
        return True
    asks = (_wants_another_print, _wants_rather, _takes_a_number, _says_how_many)
    if _WITH_A_LETTER.search(text.strip(" .!")) is not None or any(asked(text, words) for asked in asks):
        return True
    if says_another_name(text) or (len(words) == 1 and words[0] in _ALONE):
        return True
    doubtful = any(phrases_in(phrases).stand_in(words) for phrases in (_ONLY_IF, _UNSURE))
    doubtful = doubtful or _IF_SOMEBODY.match(fold(text)) is not None
    return doubtful and not _is_of(text, _OF_FAMILIES)


def _is_of(text: str, matters: frozenset[Concept]) -> bool:
    """Whether a word of it is of what families tell a club besides: medicine, who comes when, lifts, money."""
    return any(term.concept in matters for term in take_apart(text).main)


def gets_several(text: str) -> bool:
    """Whether somebody is said to get more than one: Bo gets two."""
    return _gets_several(words_of(text))


def is_gone(beside: str) -> bool:
    """Whether what stands beside a name says no more than that who is called so is gone: (left), (weg)."""
    return fold(beside).strip(" .!") in word_set(_GONE)


def has_left(text: str) -> bool:
    """Whether it says that somebody is gone: left in June, se fue en mayo, is out."""
    return phrases_in(_HAS_LEFT).stand_in(words_of(text)) or _OUT.search(text) is not None


def wants_one_more(text: str) -> bool:
    """Whether somebody wants a piece in a size: Coach wants one too, XL; a form that asks for sizes names several."""
    return phrases_in(_WANTS).stand_in(words_of(text)) and names_size(text) and len(_SIZES.findall(text)) == 1


def wants_a_garment(text: str) -> bool:
    """Whether a remark wants a piece for somebody, or a text on one: skal have målmandstrøje, Jay on back."""
    words = words_of(text)
    return (phrases_in(_WANTS).stand_in(words) and speaks_of_a_garment(text)) or phrases_in(_ON_BACK).stand_in(words)


def orders_a_piece(text: str) -> bool:
    """Whether a note that names a garment orders a piece or some: noch 2 Torwarttrikots Größe L; a chart has many sizes."""
    if says_a_date(text):
        return False
    counted = _ONE_OR_TWO_FIGURES.search(text) is not None or not word_set(_TWO_OR_MORE).isdisjoint(words_of(text))
    return (names_size(text) and len(_SIZES.findall(text)) == 1) or counted


def says_a_number_is_taken(text: str) -> bool:
    """Whether it says that a number is somebody else's, and names another: 7 is taken, use 17."""
    return len(_ONE_OR_TWO_FIGURES.findall(text)) > 1 and not word_set(_TAKEN).isdisjoint(words_of(text))


def takes_a_number(text: str) -> bool:
    """Whether it says which number, or how many, somebody gets: takes 14, bekommt die 19, gets two."""
    words = words_of(text)
    return _takes_a_number(text, words) or _gets_several(words)


def _wants_another_print(text: str, words: list[str]) -> bool:
    """Whether a word in capitals is wanted, or stands beside where it is printed: vil ha GUTTEN på ryggen."""
    names = [word for word in _CAPITALS.findall(text) if take_apart(word).unknown]  # no place where somebody plays
    loud = bool(names) and text != text.upper()
    return loud and (phrases_in(_WANTS).stand_in(words) or phrases_in(WORDS[Concept.BACK]).stand_in(words))


def _wants_rather(text: str, words: list[str]) -> bool:
    told = _ONE_OR_TWO_FIGURES.search(text) is not None or not (NAME_HALVES | _OF_ROMANCE).isdisjoint(words)
    return told and phrases_in(_RATHER).stand_in(words)


def _takes_a_number(text: str, words: list[str]) -> bool:
    spoken = not word_set(_NUMBER_OF).isdisjoint(words) and word_set(_NOT_WORN).isdisjoint(words)
    taken = phrases_in(_TAKES).stand_in(words) and _ONE_OR_TWO_FIGURES.search(text) is not None
    if (taken or spoken) and _is_of(text, _COUNTED_BESIDES):
        return False  # takes 2 tablets at 12
    return taken or (spoken and len(text) - len(re.sub(r"\d", "", text)) <= len("100"))


def _gets_several(words: list[str]) -> bool:
    return phrases_in(_TAKES).stand_in(words) and not word_set(_TWO_OR_MORE).isdisjoint(words)


def _says_how_many(text: str, words: list[str]) -> bool:
    alone = len(words) == 1 and not word_set(_MORE_THAN_ONE).isdisjoint(words)
    alone = alone or (len(words) <= _SHORT and phrases_in(_DOUBLED).stand_in(words))
    return alone or _gets_several(words) or any(_counts_pieces(words_of(clause)) for clause in _CLAUSES.split(text))


def _counts_pieces(clause: list[str]) -> bool:
    """Whether a few words say how many, and of what: two please, to stk."""
    asked = len(clause) <= _SHORT and phrases_in(f"{_PLEASE} {_PIECES}").stand_in(clause)
    return asked and not word_set(f"{_TWO_OR_MORE} {_IF_SHORT}").isdisjoint(clause)
