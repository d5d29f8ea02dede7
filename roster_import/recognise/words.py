"""The words of headings in many languages: what each can stand for, and those that mislead."""

from __future__ import annotations

from enum import Enum, auto

# -------------------------------------------------------------------------------------------- what a word can stand for


class Concept(Enum):
    """One thing a word of a heading can stand for. What they mean together is decided in `headings`."""

    __hash__ = object.__hash__  # each there is once, and is looked up for every cell: that of its name takes longer

    # what a roster is made of
    NUMBER = auto()  # the word number, in full: Nummer, numéro
    NUMBER_SIGN = auto()  # its short forms, which as often head running numbers: Nr., No, #
    JERSEY_NUMBER = auto()  # words that can only be the number on a shirt: dorsal, 背番号
    NAME = auto()
    FIRST = auto()  # first name, or the word first in front of name
    LAST = auto()
    FULL = auto()  # full, complete
    PREFIX = auto()  # what belongs before a last name: van der
    WHOLE_NAME = auto()  # words that are first and last name together: nom et prénom
    PLAYER = auto()
    MEMBER = auto()  # a person too, but his number is a membership number
    PRINT = auto()  # printed, Aufdruck, flocage
    SHORT = auto()  # short name: the one that is printed
    BACK = auto()  # on the back
    SIZE = auto()
    GARMENT = auto()  # shirt, Hose, chaussettes
    OTHER_GARMENT = auto()  # one beside the shirt: a number on it is another than the shirt's
    SEVERAL = auto()  # garments in the plural: a number of them is a quantity
    JERSEY = auto()  # the garment that often stands for the number on it
    OUTFIT = auto()  # kit, uniform: a garment that is no answer to "of which garment"
    QUANTITY = auto()
    DESIGN = auto()
    COLOUR = auto()
    VARIANT = auto()  # home, away, dark
    TEAM = auto()
    CLUB = auto()  # what the team belongs to: second to the team itself
    SQUAD = auto()  # a team, but its number is the number worn
    NATION = auto()
    ORDER = auto()
    LOGO = auto()
    STORAGE = auto()
    PRICE = auto()
    CODE = auto()  # code, id number of a thing
    CHILD_SIZES = auto()  # adult, youth: which sizes are meant
    OTHER_THING = auto()  # what a quantity counts that is no garment: no word of its own
    # what stands beside it and is none of our business
    GUARDIAN = auto()
    CONTACT = auto()  # phone, e-mail, address
    IDENTITY = auto()  # id, licence, passport
    ROW_NUMBER = auto()  # Lp., lfd. Nr.
    BODY = auto()  # height, weight
    HEIGHT_OR_SIZE = auto()  # taille, Boy
    DATE = auto()
    AGE = auto()
    PLAY = auto()  # position, goals, caps
    REMARK = auto()
    PAID = auto()
    PERSONAL = auto()  # gender, nationality, photo, user name
    READING = auto()  # kana, phonetic: the name again, as it is spoken
    FORMER = auto()  # previous club
    PACKING = auto()  # carton, pack
    SUMMARY = auto()  # total, sum
    NICKNAME = auto()
    MIDDLE = auto()  # name between first and last, maiden name: never printed by itself
    INITIALS = auto()  # a nickname that says so: no word of its own
    CUT = auto()
    RESERVED = auto()  # second choice, alternative
    PERMISSION = auto()  # consent, signature
    HEALTH = auto()  # allergies, insurance
    MEMBERSHIP = auto()  # since when, of which kind
    PRESENCE = auto()  # attendance, transport, helpers
    OFFICE = auto()  # captain, treasurer
    STANDING = auto()  # status: of the member, or of the order
    DISPATCH = auto()  # pickup or post: how somebody gets what is ordered


WORN = (Concept.GARMENT, Concept.OTHER_GARMENT, Concept.JERSEY, Concept.OUTFIT)
"""What can be worn."""

NUMBERS = frozenset({Concept.NUMBER, Concept.NUMBER_SIGN, Concept.JERSEY_NUMBER})
"""Words for a number, of whatever it is."""

FOREIGN = frozenset(
    {
        Concept.GUARDIAN,
        Concept.CONTACT,
        Concept.IDENTITY,
        Concept.ROW_NUMBER,
        Concept.BODY,
        Concept.DATE,
        Concept.AGE,
        Concept.PLAY,
        Concept.REMARK,
        Concept.PAID,
        Concept.PERSONAL,
        Concept.READING,
        Concept.FORMER,
        Concept.PACKING,
        Concept.SUMMARY,
        Concept.NICKNAME,
        Concept.CUT,
        Concept.RESERVED,
        Concept.PERMISSION,
        Concept.HEALTH,
        Concept.MEMBERSHIP,
        Concept.PRESENCE,
        Concept.OFFICE,
        Concept.STANDING,
        Concept.DISPATCH,
    }
)


# ------------------------------------------------------------------------------------------------------------ the words


# One line per language or two; words are written as `tokens.fold` leaves them (lower case, without accents), several
# words that belong together are joined by `_`. A word may stand for one concept only, phrases go before words, and words
# without blanks (ja, ko, zh) are looked for inside the heading. Order: en, da/no, sv, de, nl, fr, es, it, pt, pl, cs,
# fi, tr, ja, ko, zh.
WORDS: dict[Concept, str] = {
    Concept.NUMBER: """
        number_allocated allocated_number number_assigned assigned_number
        number numbers num numer nbr nummer nummern nummers nummeret numret numre numero numeros numeri nro
        numeru numery cislo cisla cislem numerot numara numarasi zahl
        番号 번호 号码 編號 ナンバー 넘버""",
    Concept.NUMBER_SIGN: "nr nrs no nos #",
    Concept.JERSEY_NUMBER: """
        r_nr trik_nr trik_nummer spillenummer spillenr spilnr numero_gara numero_de_jogo n_jogo no_de_jogo
        numeracao numeracion numerazione tal_pa_ryg tal_pa_ryggen siffra_pa_ryggen siffror_pa_ryggen siffra_rygg
        numero_dans_le_dos
        c_hrace c_dresu dres_c dresu_c c_zada 背ナンバー ru_nr ru_nummer ruck_nr rueck_nr cap_no cap_number cap_nr ruckenummer
        ruckennumer
        ruckennumner dorsal dorsale
        dorsales dorsalnummer rygnr pelinumero
        pelinro bib bibs startnummer startnr stno stnr st_nr kitnr nr_startowy
        numer_startowy nr_start nr_zawodnika startovni_cislo start_cislo st_cislo start_no start_nr start_number
        starting_number startovacie_cislo startove_cislo no_peito nr_peito numero_peito num_peito peito
        numero_de_dossard n_dossard n_doss numero_dorsal n_dorsal pettorale
        pettorali n_pettorale numero_di_gara n_gara numero_de_peito n_peito lahtonumero kilpailunumero rinnanumero
        gogus_numarasi gogus_no yaris_no rajtszam стартовыи_номер стартов_номер стартовии_номер startni_broj
        startna_stevilka startni_st numar_de_concurs nr_concurs αριθμοσ_συμμετοχησ stardinumber starta_numurs
        starto_numeris
        rasnumer race_number race_no race_bib bib_number bib_no startlapp nummerlapp ナンバーカード ゼッケン番号 参赛号
        参赛号码 号码布 배번호 dossard dossards 背番号 ゼッケン 等番号 등번호 배번 背号 球衣号 球衣号码 球衣编号
        球员号码
        球员编号 백넘버 등번""",
    Concept.NAME: """
        name names navn navnet navne namn namnet naam namen nom noms nombre nombres nome nomes nomi nazwa jmeno jmena
        nimi nimet isim ismi ad adi
        名前 氏名 お名前 名 이름 성명 姓名 名字""",
    Concept.FIRST: """
        first fore fname f_name forename firstname given_name given christian_name fornavn fornavne fornamn tilltalsnamn
        vorname
        vornamen rufname voornaam voornamen roepnaam prenom prenoms nombre_de_pila nome_proprio primeiro_nome
        primer_nombre
        imie imiona krestni_jmeno etunimi etunimet kutsumanimi on_ad 下の名前""",
    Concept.LAST: """
        last surname lastname lname l_name family_name family familyname second_name efternavn etternavn efternamn
        nachname
        nachnamen familienname zuname achternaam familienaam nom_de_famille apellido apellidos cognome cognomi
        sobrenome ultimo_nome apelido apelidos nazwisko nazwiska prijmeni sukunimi soyad soyadi soyisim soyismi
        苗字 성씨 姓氏 姓""",
    Concept.FULL: """
        legal official real full complete whole fulde fuldt fullt fullstendig fullstandigt hela vollstandiger
        vollstandig kompletter
        voller ganzer volledige volledig complet completo completa pelne pelna cele""",
    Concept.PREFIX: """
        tv tsv tv_sel tussenv_sel tus infix infixes prefix_last_name tussenvoegsel tussenvoegsels tussenv tussenvoegs
        tussenvgsl voorvoegsel voorvoegsels surname_prefix name_prefix last_name_prefix namenszusatz namensvorsatz""",
    Concept.WHOLE_NAME: """
        passport_name name_in_passport name_on_passport name_as_in_passport
        koko_nimi tam_ad ad_soyad adi_soyadi ad_ve_soyad imie_i_nazwisko jmeno_a_prijmeni nazwisko_i_imie
        prijmeni_a_jmeno
        nom_et_prenom nom_prenom prenom_nom prenom_et_nom nombre_y_apellidos nombre_y_apellido apellidos_y_nombre
        nome_e_cognome cognome_e_nome nome_cognome nome_e_apelido nome_e_sobrenome nominativo nominativi nome_completo
        vor_und_nachname vor_und_zuname vorname_und_nachname vorname_nachname nachname_vorname name_vorname vorname_name
        name_und_vorname name_and_surname name_surname isim_soyisim nombre_apellidos nombre_apellido nome_apelido
        nome_sobrenome jmeno_prijmeni imie_nazwisko nimi_sukunimi first_and_last first_last for_og_efternavn
        for_og_etternavn for_och_efternamn voor_en_achternaam etu_ja_sukunimi etunimi_ja_sukunimi""",
    Concept.PLAYER: """
        fencer sailor diver lifter jockey skier curler thrower surfer musician performer competitor entrant
        contestant biathlete triathlete snowboarder trampolinist tumbler fighter schwimmerin turner reiter reiterin
        radfahrer fechter fechterin ringer skifahrer tanzer tanzerin sportlerin wettkampfer svommer rytter utover
        skiloper simmare lopare akare ryttare idrottare seglare zwemmer zwemster schaatser turnster ruiter roeier
        danseres schermer nageuse coureuse cavalier cavaliere rameur lutteur skieur patineur patineuse escrimeur
        danseuse nadador nadadora corredor corredora gimnasta jinete remero patinador patinadora esgrimidor
        bailarina ciclista nuotatore nuotatrice ginnasta pattinatore pattinatrice schermidore corridore
        ginasta remador dancarina concorrente plywak biegacz gimnastyczka wioslarz lyzwiarz szermierz tancerka
        uczestniczka plavec plavkyne bezec gymnastka veslar bruslar sermir tanecnice zavodnik zavodnice uimari
        juoksija voimistelija luistelija hiihtaja soutaja tanssija urheilija yuzucu kosucu jimnastikci 出場者 泳者 참가자
        runner runners rider riders swimmer swimmers racer racers
        rower rowers paddler gymnast cheerleader dancer cyclist golfer climber wrestler judoka turnerin ruderer
        rower_name
        archer deportista deportistas
        who wer hvem vem quien player players playername athlete athletes spiller spillere spelare spelaren spelar
        spieler spielerin spielers
        spielerinnen sportler speler spelers speelster joueur joueuse joueurs joueuses jugador jugadora jugadores
        giocatore giocatrice giocatori atleta atleti atletas jogador jogadora jogadores zawodnik zawodniczka zawodnika
        zawodnicy gracz hrac hraci hracka hrace pelaaja pelaajan pelaajat oyuncu oyuncunun sporcu wearer deelneemster
        選手 プレーヤー 選手名 선수 선수명 队员 球员 运动员 隊員 キッカー""",
    Concept.MEMBER: """
        member members participant participants attendee person people kids child childs children student pupil
        camper scholar medlem medlems medlemmer deltager deltagere deltagare barn barnets elev
        lober loper mitglied mitglieds mitglieder teilnehmer teilnehmerin teilnehmers kind kindes schuler schulerin
        laufer lauferin schwimmer lid leden deelnemer deelnemers kindje licencie licenciee adherent participante
        employee employees mitarbeiter mitarbeiterin mitarbeitende mitarbeitender medarbejder medarbeider medarbetare
        ansatt
        anstalld werknemer medewerker salarie empleado empleada dipendente pracownik zamestnanec tyontekija calisan
        mitgl mgl mgld mitgld medl mem memb mbr adh tess czl tln
        participantes enfant enfants membre eleve coureur nageur hijo hija nino alumno alumna alunno alunna socio
        fur_wen for_whom who_for who_is_it_for who_its_for voor_wie pour_qui per_chi dla_kogo pro_koho kenelle kime
        for_hvem
        iscritto figlio bambino aluno aluna filho crianca uczestnik dziecko czlonek uczen ucastnik clen dite zak jasen
        osallistuja lapsi lapsen uye katilimci ogrenci cocuk 参加者 会員 部員 メンバー 参加者名 회원 학생 成员 会员""",
    Concept.PRINT: """
        wat_staat_erop wat_komt_erop wat_moet_erop was_steht_drauf was_soll_drauf was_soll_draufstehen
        hvad_skal_der_sta hvad_star_der vad_ska_det_sta vad_ska_sta hva_skal_sta hva_skal_det_sta what_goes_on_it
        que_pone que_va_escrito cosa_ci_scriviamo co_na_koszulce mita_selkaan que_mettre_dessus
        wunschtext wunschaufdruck onsketekst custom_name custom_names name_custom personalised_name personalized_name
        embroidery embroidered broderi broderie brode bordado bordados ricamo ricami haft haftowane vysivka vysiti
        stickerei
        bestickung bestickt gestickt borduren borduursel geborduurd brodeeraus brodeeraukset nakis 刺繍 자수 刺绣
        scritta paskrift opschrift schriftzug rotulo letrero kirjoitus yazilacak
        draufstehen drauf_stehen text tekst texto texte testo teksti napis metin print printed printing imprint
        imprinted
        lettering inscription
        personalisierung individualisierung veredelung veredlung personalisering personaliserung personalizacja
        personalizace
        personointi kisisellestirme customization customisation personalization
        personalisation personalized personalised personalize tryk trykk trykkes trykt paatryk patryk pastroget
        tryckt tryck trycks brodyr aufdruck aufdrucks bedruckung bedruckt druck drucken gedruckt aufgedruckt beflockung
        beflocken
        namensstick namensbestickung stickname namenszug namenszuge namensschild namensstreifen namensaufdruck namnband
        navneskilt navnetag name_tag nametag name_tape
        name_bar name_bars namebar nameplate name_plate jmenovka
        flock
        floc flockung beflockt beschriftung bedrukking opdruk bedrukt bedrukken drukken flocage floquage flocages floque
        floquer
        floquee flockage flocquage marquage imprimer imprime impression personnalisation estampado estampar estampacion
        serigrafia serigrafiado personalizacion personalizado rotulacion estampa estampagem personalizacao stampa
        stampare stampato personalizzazione nadruk nadruku nadruki potisk potisku painatus painettava baski baskisi
        yazisi
        yazi basilacak マーキング プリント 印字 ネーム 刷込み 마킹 인쇄 印刷 印名 印号 brodering nimikointi yazsin
        加工文字 등네임 문구 stick_name gravacao borduring personalisatie initialtryk""",
    Concept.MIDDLE: """
        middle middle_name middlename middle_names middle_initial mellemnavn mellemnavne mellomnavn mellannamn
        mittelname zweitname zweiter_vorname deuxieme_prenom 2e_prenom autres_prenoms segundo_nombre segundo_nome
        secondo_nome drugie_imie druhe_jmeno toinen_nimi tweede_naam tweede_voornaam second_forename second_first_name
        ikinci_adi
        maiden maiden_name geburtsname pigenavn pikenavn""",
    Concept.SHORT: """
        nombre_corto nom_court nome_breve nome_curto short_name shortname display_name kurzname kortnavn kortnamn
        nome_corto
        nombre_breve nome_abreviado nome_abbreviato nom_abrege kort_navn kort_namn kurzer_name korte_naam krotka_nazwa
        imie_skrocone lyhyt_nimi kratke_jmeno zkracene_jmeno kisa_ad kisa_isim""",
    Concept.BACK: """
        back ryg ryggen rygg rucken ruckens ruecken rug rugzijde achterop achterkant au_dos dos_du espalda schiena
        spalle retro nas_costas costas plecach plecy plecow zada zadech selka selassa selkaan sirt sirti hinten
        achter rear bag_pa bak_pa bakpa baktill tyl arka arkada bagpa derriere detras atras dietro tylu vzadu takana
        背 背中 背面 등판 뒷면 背部 后面 後面 后背 on_product on_item on_the_product on_the_item on_article
        auf_produkt auf_artikel pa_produkt pa_produktet pa_varen op_product op_artikel sur_produit sur_article
        sur_le_produit en_producto en_el_producto sul_prodotto no_produto na_produkcie na_produktu tuotteessa urunde""",
    Concept.SIZE: """
        kragenweite collar_size neck_size flipovidde
        size sizes sizing sz shirtsize grosse grossen groesse groessen gr konfektionsgrosse konfektion
        storrelse storrelser str strl storlek storlekar stl maat maten kledingmaat talla tallas talle talles taglia
        taglie
        grandeur tamanho
        tamanhos tam rozmiar rozmiary rozm velikost velikosti vel koko koot kokonumero beden bedeni bedenler pointure
        tg tgl tlle tle rozm_odziezy shirtgr str_kode サイズ 사이즈 치수 尺码 尺寸 码数 号型 尺碼 싸이즈 호수 号数
        olcusu olcu""",
    Concept.HEIGHT_OR_SIZE: "taille tailles misura misure",
    Concept.JERSEY: "jersey trikot maillot dres dresu forma formasi maglia drakt ユニフォーム 球衣",
    Concept.GARMENT: """
        shirt shirts tshirt tshirts t_shirt t_shirts tee tees jerseys jerseyshirt top tops longsleeve longsleeves
        shortsleeve short_sleeve short_sleeved
        long_sleeve tanktop tank singlet polo polos poloer poloerne polot poloshirt poloshirts polotroje polotrojer
        polotroja polotrojor troje trojen trojer troeje spillertroje spillerdragt
        skjorte trojan trojor troja troj matchtroja drakta trikots hemd hemden leibchen torwarttrikot heimtrikot
        auswartstrikot kindertrikot spielertrikot shirtje voetbalshirt maillots haut chemise camiseta camisetas
        playera camisa camisas camisola camisolas remera maglie maglietta magliette koszulka koszulki koszulce
        koszulek dresy dresik triko pelipaita pelipaidan paita paidan tisort シャツ ユニホーム 유니폼 상의 上衣""",
    Concept.OTHER_GARMENT: """
        shorts short hoodie hoodies hoody sweatshirt sweater sweatpants pullover jacket jackets rainjacket softshell
        tracksuit trousers pants pant bottoms tights leggings socks sock skirt skort vest cap_size hat beanie jkt jkts
        gloves bag backpack bra warmup warm_up shoe shoes boots bukser shortsen strompe stromper strompene sokker jakke
        haettetroje traeningsdragt traeningsjakke sko strumpor strumpa byxor jacka overdragsjacka genser hettegenser
        bukse
        shortstr hose hosen stutzen stulpen socken socke strumpfe jacke jacken pulli kapuzenpulli trainerjacke
        trainerjacken trainerhose trainerhosen
        trainingsanzug
        trainingsjacke trainingshose praesentationsanzug schuh schuhe rock regenjacke aufwarmshirt broek broekje broekjes sokken
        kousen trui jas jack trainingspak trainingsbroek cuissard chaussettes chaussette bas pantalon pantalons veste
        vestes
        sweat survetement pantaloneta pantalones medias calcetines sudadera chaqueta chandal pantaloncini pantaloncino
        calzettoni calzini calze calzoncini felpa giacca tuta calcao calcoes calca calcas meias meioes meiao casaco
        agasalho
        moletom spodenki spodenek spodenkach trenyrkach trenkach housu shortsi byx kous getry skarpety skarpetki bluza
        bluzy
        trenky trenek trenyrky trenyrek sortky stulpny ponozky armband armbands armbinde spielfuhrerbinde kapitansbinde
        kapteeninnauha anforerbind kaptajnsbind kapteinsbind anforarbindel aanvoerdersband brassard brazalete bracadeira
        kapitanska_paska
        bunda mikina sortsit housut sukat sukka sukan sukkien takki shortsien housujen huppari sort sortu corap tozluk
        esofman ceket mont パンツ ショーツ ソックス ジャージ ジャケット 하의 바지 양말 短裤 球袜 球褲 short_pants
        strumpebukser knastrumpor kniestrumpfe handschuhe handschuh muetze mutze tasche rucksack handsker taske hue
        tenisky
        rukavice spodnie dresowka gants bonnet sac guantes gorro mochila bolsa guanti zaino luvas handschoenen tas muts
        vantar huva torba rekawiczki czapka kassi hansikkaat pipo eldiven canta""",
    Concept.OUTFIT: """
        1a_equip 2a_equip 3a_equip 1_equip 2_equip 3_equip primera_equip segunda_equip tercera_equip
        dragt dragter klubdragt set sets saet sats kit kits uniform uniforms gear trikotsatz tenue clothing apparel
        garment garments wear""",
    Concept.QUANTITY: """
        pairs kac_takim kac_set kac_forma
        quantity quantities qty qnty qtty quant count counts pcs pc pieces piece units how_many number_of no_of nr_of
        hoeveelheid hoeveelheden wieviel wie_viel lukumaara kappalemaara kac_tane number_required number_needed
        num_of antal antall stk styk styks stykker st anzahl anz menge stuck stueck stck stuckzahl wie_viele hvor_mange
        hur_manga hoeveel aantal aantallen ud stuks quantite quantites qte nb nbre combien nombre_de cantidad cantidades
        cant unidades uds cuantas cuantos quantita qta q_ta pezzi pz pezzo quante quanti quantidade quantidades qtd qtde
        qt quantos quantas ilosc szt sztuk liczba ile pocet ks kusu kusy kolik maara kpl lkm kappaletta montako adet
        adedi miktar sayisi kac 数量 何枚 注文数 注文枚数 枚数 個数 着数 수량 개수 매수 벌수 件数 antal_ex kvantitet
        tilausmaara 갯수 장수 몇벌 bestellmenge qtes piezas pzas pecas maengde""",
    Concept.DESIGN: """
        lineitem line_item lineitem_name line_item_name item_name item_description product_title product_description
        article_description artikelbezeichnung lineitem_sku product
        products produkt produkte produkts produktu produkter artikel artikels artikeln article articles articulo
        articulos
        articolo articoli artigo artigos item items style styles design designs model models modell modelle modelo
        modelos
        modello modele modeles vare varer vara varor sku mul stuff what_stuff mul_code bekleidung kleidung
        kleidungsstuck
        tuote tuotteet urun vyrobek zbozi towar produit produits producto productos prodotto prodotti produto produtos
        plagg plagget plaggtyp klesplagg kladesplagg kladsel klader klaer klaerne kledning bekledning toj tojtype
        tojstykke
        beklaedning kledingstuk kledij vetement vetements indumento indumenti abbigliamento ropa peca_de_roupa roupa
        odziez
        obleceni vaate vaatteet vaatekappale asuste giysi
        prenda capo ausfuhrung variante malli 商品 品名 品番 デザイン 製品 상품 제품 디자인 품목 款式 型号 产品 物品
        varebeskrivelse アイテム textile textiles""",
    Concept.COLOUR: """
        colour color colours colors farbe farben farve farver farge farg farger kleur couleur couleurs colore colori cor
        cores kolor barva vari renk rengi 色 カラー 색상 颜色""",
    Concept.VARIANT: """
        home away third heim auswarts ausw gast hjemme hjemmebane ude udebane hemma borta hjemmedrakt bortedrakt thuis
        uit
        domicile exterieur local visitante casa trasferta fora dom domowy wyjazd wyjazdowy domaci venkovni hoste koti
        vieras deplasman ic_saha dis_saha dark light dunkel hell dunkle helle lys mork morke goalkeeper_kit
        ausweichtrikot alternate ホーム アウェイ 홈 원정 主场 客场""",
    Concept.CHILD_SIZES: """
        man woman kid unisex mann frau manner frauen adult adults youth junior_size kids_size mens womens men women
        ladies herren damen kinder erwachsene voksen born
        dame herre vuxen volwassenen dames heren adulte adultes homme femme hombre mujer uomo donna masculino
        feminino""",
    Concept.TEAM: """
        단체명 단체 소속팀 团体 団体名 undergruppe undergruppen untergruppe
        subgroup sub_group subteam sous_groupe subgrupo sottogruppo subgroep podgrupa
        team_short team_abbr team_abbreviation club_abbr team_assigned assigned_team
        team teams teamname mannschaft mannschafts mannschaften team_name equipe equipes equipo equipos squadra squadre
        zespol zespolu druzyna druzyny tym tymu muzstvo hold holdet holdnavn lag laget lagnamn lagnavn joukkue joukkueen
        takim takimi ploeg elftal turma corso categoria escalao escaloes agegroup age_group age_grp agegrp age_class
        age_bracket
        age_category leeftijdscategorie ikaluokka ikaryhma bracket altersklasse altersgruppe aldersgruppe aldersklasse
        leistungsgruppe leistungsgruppen running_for runs_for playing_for plays_for play_for
        categorie kategorie kategoria group groups gruppe groupe grupo gruppo grupa jahrgangsstufe franchise kurs kurse
        kursus kurset kursgruppe cours riege riegen staffel ubungsgruppe trainingsgruppe traningsgrupp treningsgruppe
        traeningshold traeningsgruppe ryhma ryhmat kurssi gruppi grup grubu turno turnos turni creneau creneaux kull
        crew crews colts xi mannschaftsart teamart holdtype lagtyp
        lesgroep selectie cohort cohorts batch kohorte parvi 班 グループ 그룹 组别 班级 班級 クラス チーム チーム名 所属
        学校名 팀 팀명 소속 球队 队伍 队名 球隊 jengi kadro sekcja sekce カテゴリー 年代 클래스 부서 cate collectif
        plantilla leeftijdsgroep""",
    Concept.CLUB: """
        club clubs club_short gym dojo academy institucion_deportiva
        klub klubber wehr feuerwehr ortswehr verein vereins vereine societa oddil seura seuran
        kulup kulubu forening foreningen forenings heimatverein hemklubb
        hemmaklubb hjemklub heimverein
        klubb klubben vereniging clube clubes division org organisation organization cat kat categ クラブ 클럽
        俱乐部""",
    Concept.SQUAD: "squad sqd roster trup trupp kader raekke raekken",
    Concept.NATION: """
        country nation nationalteam land pays pais paese kraj zeme maa ulke 国 국가 国家""",
    Concept.ORDER: """
        order_number order_no order_nr order_id order_reference order_ref po_number po_no purchase_order bestellnummer
        bestellnr auftragsnummer auftragsnr auftrag bestelnummer bestelnr ordrenummer ordrenr ordernummer ordernr
        order_key bestillingsnummer bestillingsnr bestallningsnummer bestallningsnr ordre_id num_commande no_commande
        n_cde
        numero_de_commande n_commande numero_de_pedido n_pedido pedido_n numero_ordine n_ordine numero_do_pedido
        bestelbon bon_de_commande buono_d_ordine
        nr_zamowienia numer_zamowienia cislo_objednavky tilausnumero tilausnro tilaus_nro siparis_no 注文番号 주문번호
        订单号
        rekvisition rekv rekv_nr rekvisitionsnr rekvisitionsnummer requisition requisition_no requisition_nr req_no
        requisitie
        custom_order_id order_# po_# #_order bestellung_# bestell_# auftrag_# ordre_# bestilling_# bestallning_#
        bestelling_#
        commande_# pedido_# ordine_# encomenda_# zamowienie_# objednavka_# tilaus_# siparis_#""",
    Concept.LOGO: """
        logo logos badge crest emblem abzeichen wappen patch ecusson escudo stemma emblema herb logotyp parche parches
        toppa toppe
        naszywka naszywki nasivka nasivky stofmaerke stoffmerke tygmarke kangasmerkki""",
    Concept.STORAGE: "storage storage_quantity lagerantal lagermenge lager stock",
    Concept.PRICE: """
        price prices unit_price pris preis preise prix precio prezzo preco cena hinta fiyat kosten cost costs prijs
        betrag amount belob belop bedrag montant importe importo valor kwota castka tutar eur usd dkk sek 価格 金額 가격
        금액 价格 金额""",
    Concept.CODE: "code codes kode koder kod kodu kodi codigo codice koodi cod",
}
"""Concept -> its words."""
