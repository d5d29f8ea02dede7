"""Garments and what else clubs hand out, in the languages of `words`, beside the commonest, which stand there.

`GARMENTS` has the form of `words`. `HEADS` end a compound whose beginning nobody taught us: Einlauftrikot, regenjack.
`QUALIFIERS` say by themselves nothing, and of a garment which one: playing shirt, winter jacket, canotta rossa.
"""

from __future__ import annotations

from roster_import.recognise.words import Concept

GARMENTS: dict[Concept, str] = {
    Concept.GARMENT: """
        paitaan paidassa paitoihin pelipaitaan pelipaidassa koszulke koszulkach tricku trickach formaya formada tisorte
        tisortte trainingshirt training_tee practice_tee singlets tank_tops undershirt undershirts base_layer
        base_layers
        baselayer baselayers mid_layer midlayer rashguard rash_guard shooting_shirt pinnie pinnies troye troyer t_troje
        t_troye undertroje undertroye svedundertroje kampdragt kampdrakt overdel overdele overdelar linne linnen
        oberteil
        oberteile laufshirt unterziehshirt unterhemd bovenkleding hjemmedragt udedragt spillerdrakt ondershirt debardeur
        tee_shirt tee_shirts maillot_d_echauffement surmaillot surmaillots sur_maillot sous_maillot camiseta_interior
        polera
        poleras franela franelas playeras termica_camiseta canotta canotte canottiera canottiere sopramaglia
        soprammaglia
        sottomaglia sovramaglia regata regatas caveada podkoszulek bezrekawnik tricko tricka tilko natelnik polokosile
        t_paita pikee pikeepaita pikeepaidan ylaosa toppi aluspaita treenipaita harjoituspaita verkkapaita hihaton
        kolsuz
        tシャツ ポロシャツ タンクトップ 練習着 プラシャツ プラクティスシャツ ユニフォーム上 インナーシャツ
        アンダーシャツ
        티셔츠 셔츠 반팔티 긴팔티 폴로셔츠 카라티 나시 민소매 유니폼상의 언더셔츠 t恤 恤衫 训练上衣 polo衫 衬衫 队服
        打底衫
        出场服 langarmad_troja baslager kosile t_skjorte t_skjorter t_sark t_krekls t_troja t_trojor zip_troje zip_troye
        zip_troja camiseta_manga_larga tricek 단체티 져지 bluzie bluze mikine""",
    Concept.OTHER_GARMENT: """
        smock smocks salopettes neckerchief neckerchiefs woggle
        bodysuit bodysuits catsuit catsuits skinsuits speedsuit speedsuits trisuits kilt skorts stockings trackies
        joggers jogging_bottoms jogging_pants jumper jumpers fleece fleeces raincoat raincoats windbreaker
        windbreakers windcheater windcheaters coat coats puffer puffers parka parkas gilet gilets windvest windvestje
        windvesten bodywarmer bodywarmers body_warmer holdall holdalls duffel duffle soft_shell softshells tracksuits
        sweatshirts sweatpant quarter_zip half_zip full_zip 1_4_zip 1_2_zip 1_4_zips zip_top zip_hoodie zip_hoody
        zip_jacket zip_off half_zips hooded_top track_pants track_pant track_jacket track_top track_bottoms
        track_suit bib_shorts bib_short bib_tights compression_shorts skins leotard leotards aio all_in_one onesie
        onesies
        unisuit unisuits suit suits swimsuit swimsuits
        swim_trunks swimwear swim_cap scarf scarves snood snoods neck_warmer neck_gaiter buff buffs headband
        headbands wristband wristbands sweatband sweatbands towel towels shin_pads shinpads shin_guards shinguards
        kneepads knee_pads elbow_pads arm_warmers leg_warmers helmet helmets hjelm hjalm helm helma casque kypara
        kask dobok judogi judoga judogas trainers sliders flip_flops umbrella umbrellas water_bottle water_bottles
        drinks_bottle slacks chinos blouse blouses wetsuit crewneck crew_neck v_neck v_necks round_neck scoop_neck
        rundhals v_ausschnitt col_v col_rond cuello_pico cuello_redondo cuello_v scollo_a_v girocollo v_hals zoodie
        biketard guernsey sports_bra mitts apron kecks poncho ponchos bucket_hat
        baseball_cap bobble_hat beanies bags vests hats k_way kway cagoule cagoules anorak anoraks unitard jumpsuit
        overshorts slider_shorts spats mouthguard mouth_guard bowtie blazer blazers lanyard nederdel nederdele
        overtraekstroje overtraeksbukser overtraeksdragt kasket kasketter vindjakke dynejakke rygsaek gymnastikpose
        inderlag skiundertoj gymnastikdragt badedragt badebukser halsedisse halstorklaede pandeband handklaede
        handklaeder benskinner knaebeskyttere haettejakke tasker jakker huer regnjakke regntoj klipklapper
        klipklappere kjole kjoler bluse bluser underdel underdele frakke frakker drikkedunk drikkedunke knickers
        skjort skjorte_skjort joggebukse dress treningsdress overtrekksdress hettejakke luer lue pannelue boblejakke
        sekk ryggsekk ryggsekker gymbag superundertoy ullundertoy turndrakt badedrakt badebukse skjerf halskrage
        panneband handkle leggskinn leggbeskyttere knebeskyttere slippers halvzip frakk drikkeflaske regnbukse
        regntoy skaut byxa vast vaska pike hood balte kjol kjolar kjolshorts mjukisbyxor mjukisbyxa sockor sockar
        traningsoverall huvtroja luvtroja luvjacka collegetroja keps kepsar mossa mossor vasten ryggsack gympapase
        understall baddrakt badbyxor halsduk pannband handduk benskydd knaskydd klanning blus vattenflaska damask
        damasker mellanlager gymnastikdrakt skor overallsjacka overallsbyxa vaskor jackor anzug kapuzenjacke
        kapuzensweat kappe kappen wintermutze strickmutze markierungshemd markierungshemden weste westen steppweste
        turnbeutel schuhbeutel sportbeutel funktionsunterwasche skiunterwasche radlerhose leggins badeanzug turnanzug
        gymnastikanzug judoanzug karateanzug schal schals stirnband schlauchschal handtuch handtucher
        schienbeinschoner schienbeinschutzer knieschoner kleid kleider blusen unterteil unterteile trinkflasche
        trinkflaschen kimono badelatschen badeschlappen hosenrock sporttasche sporttaschen basecap basecaps
        strumplangd stutzenlange sockenlange strompelengde strompelaengde sokkelengde kousenlengte mantel ziptop
        zip_pulli coachjacke stadionjacke rokje hockeyrok rokken mutsen hesje hesjes windjack regenjas regenjack
        winterjas schoenentas gymtas sporttas rugtas rugzak rugzakken thermoshirt ondergoed legging hardloopshirt
        sportbeha turnpakje badpak zwembroek sjaal hoofdband handdoek scheenbeschermers kniebeschermers jurk jurkje
        jurken schoenen overhemd bidon bidons capuchontrui trainingsjack trainingsjas presentatiepak presentatiejas
        verzorgingstas jogging joggings jupe jupes jupette jupettes survet survets bas_de_survetement bas_de_survet
        haut_de_survetement pull pulls polaire polaires casquette casquettes bonnets chasuble chasubles coupe_vent
        coupe_vents impermeable impermeables blouson blousons doudoune doudounes manteau manteaux sous_vetement
        sous_vetements sous_short collant collants calecon calecons brassiere brassieres justaucorps maillot_de_bain
        echarpe echarpes bandeau bandeaux serviette serviettes protege_tibias genouillere genouilleres claquettes
        chaussures robe robes chemisier chemisiers gourde gourdes bermuda bermudas ensemble_survetement sacs
        sac_a_dos ligne_1_4_zip culotte cuissards veste_zippee manches_longues calzona calzonas falda faldas
        falda_pantalon calcetas calceta buzo buzos sudaderas canguro polar forro_polar forro peto petos chubasquero
        chubasqueros cortavientos cortaviento chamarra chamarras cazadora cazadoras campera camperas abrigo abrigos
        anorac plumas plumifero chaleco chalecos termica termicas mallas licra licras sujetador_deportivo banador
        banadores cubre bufanda bufandas braga_de_cuello espinilleras rodilleras zapatilla zapatillas zapato zapatos
        chanclas
        vestido vestidos conjunto_chandal botella botellas sueter sueteres mochilas gorras gorra bolsas bolso bolsos
        toallas
        toalla chandals chaquetas gonna gonne gonnellino maglione maglioni pile cappellino cappellini cappello
        cappelli berretto berretti pettorina pettorine casacca casacche antivento antipioggia giacca_a_vento giacche
        giaccone giacconi giubbotto giubbotti giubbino giubbini piumino piumini smanicato smanicati borsa borse
        borsone borsoni zaini sacca intimo_termico fuseaux scaldamuscoli reggiseno_sportivo sciarpa sciarpe
        scaldacollo asciugamano accappatoio parastinchi ginocchiere scarpe ciabatte vestito camicia camicetta
        borraccia borracce salopette mezza_zip felpe fratino fratini tute pantaloni pantalone costume_da_bagno saia
        saias fato_de_treino fato_treino fatos_de_treino kispo kispos corta_vento quebra_vento impermeavel
        impermeaveis blusao bone bones colete coletes segunda_pele cachecol sapatilhas chinelos fato_de_banho
        calcao_de_banho sunga caneleiras joelheiras capacete garrafa garrafas jaqueta jaquetas sobretudo
        saco_desportivo saco_de_desporto jogger casacos saco gola manga_comprida manga_longa luva szorty spodnica
        spodniczka kurtka kurtki wiatrowka wiatrowki ortalion plaszcz plaszcze kamizelka kamizelki plastrony znacznik
        znaczniki plecak plecaki worek bielizna_termiczna stroj_kapielowy kapielowki rekawice szalik szaliki komin
        opaska reczniki recznik ochraniacze nagolenniki nakolanniki klapki sukienka buty sweter swetry
        dresy_wyjsciowe legginsy leginsy termo stanik_sportowy czapki torby bluzka trykot dlugi_rekaw kalhoty teplaky
        tepl sukne svetr ksiltovka ksiltovky cepice kulich rozlisovak rozlisovaky plastenka vetrovka sustakovka
        softshellka batoh batohy vak termopradlo leginy elastaky podprsenka plavky nakrcnik celenka rucnik chranice
        pantofle halenka kratasy podkolenky souprava soupravy teplakova_souprava kabat vesta lahev mikiny bundy tasky
        dlouhy_rukav hame hameet verryttelypuku verryttelyasu verkkarit verkkatakki verryttelytakki tuulipuku svetari
        villapaita lippis lippalakki liivi liivit laukku reppu jumppapussi alusasu kerrasto leggingsit urheiluliivit
        voimistelupuku uimapuku uimahousut kasineet hanskat kaulahuivi tuubihuivi otsapanta pyyhe saarisuojat
        polvisuojat kengat mekko kauluspaita pusero juomapullo alaosa puolivetoketju pitkahihainen takit huppareita
        collegepaita collegehousut trikoot etek kapusonlu hirka kazak sapka bere yelek yagmurluk ruzgarlik iclik
        termal tayt sort_etek bustiyer atki boyunluk havlu tekmelik dizlik ayakkabi terlik elbise gomlek bluz
        uzun_kollu kisa_kollu esofman_alti esofman_ustu sirt_cantasi sac_bandi スカート ストッキング
        トレーニングウェア パーカー スウェット トレーナー ピステ ピステ上 ピステ下 帽子 キャップ ニット帽 ビブス
        レインコート ウインドブレーカー ウィンドブレーカー ベンチコート ダウン ダウンジャケット コート ベスト バッグ
        リュック インナー スパッツ タイツ レギンス 水着 手袋 グローブ マフラー ネックウォーマー ヘアバンド タオル
        すね当て ヘルメット 道着 シューズ 靴 ワンピース 短パン ハーフパンツ ショートパンツ ロングパンツ ジャージ上
        ジャージ下 長袖 半袖 ユニフォーム下 ゲームパンツ トレシャツ 트레이닝복 치마 스타킹 추리닝 후드 후드티
        후드집업 맨투맨 모자 비니 조끼 우의 바람막이 자켓 재킷 패딩 롱패딩 점퍼 코트 가방 백팩 배낭 이너웨어 레깅스
        타이즈 장갑 목도리 넥워머 헤어밴드 수건 정강이보호대 헬멧 도복 신발 운동화 원피스 수영복 반바지 긴바지 训练服
        训练裤 球裤 裤子 长裤 裙子 袜子 长袜 运动服 运动套装 卫衣 连帽衫 毛衣 棒球帽 雨衣 风衣 冲锋衣 外套 夹克
        羽绒服 棉服 大衣 马甲 背心 分队背心 双肩包 运动包 背包 紧身衣 紧身裤 泳衣 泳裤 手套 热身服 围巾 头带 毛巾
        护腿板 护膝 头盔 道服 球鞋 鞋子 连衣裙 长袖 短袖 套装 校服 slides regnjacka regnjackor regenhose regenhosen
        regenjacken regnbyxor regnjakki zip_genser zip_jacke zip_sweat zip_sweatshirt sweat_zip felpa_zip
        mikina_na_zip na_zip bluza_na_zip collegegenser dressz dressid dressipuksid dzemperis_ar_kapuci
        cepure_ar_nagu matara malla toalha boty saty sandaalit peignoir peignoirs karategi karate_gi badekappe
        badekappen schwimmkappe badehaette badehette badmossa badmuts zwemmuts gorro_de_natacion gorro_de_bano
        bonnet_de_bain cuffia cuffie guantoni rowing_suit zootie einteiler trisuit tri_suit pak pakken truien pet
        petten jassen czapek cepic skinsuit legwarmers bademantel badekabe badrock badjas uimalakki czepek
        plavecka_cepice yuzme_bonesi treenikassi pelikassi konc kep yelegi 鞋 门将服 보호대 벨트 캡 ベルト sports_bh
        sport_bh sportsbh sportbh rok_maat rokmaat rokjesmaat rokjes leo leos snapback snapbacks trucker_cap dad_cap
        visor visors regnstall brottartrika idrottsklader innebandyskor rodress badekape gymtoy innesko jumppapuku
        hiihtoasu sadeasu soutupuku judopuku liikuntavaatteet sisapelikengat kombinezon kombinezony szlafrok szlafroki
        halowki korki kombineza kombinezy zupan zupany cyklodres ubor_na_tv salovky kopacky saly salek mayosu bornoz
        kiyafeti tulumu krampon kramponlar グランドコート 水泳帽 レオタード 体操服 体操着 スキーウェア ローイングスーツ
        ガウン 上履き 츄리닝 과잠 체육복 레오타드 스키복 조정복
        실내화 가운 축구화 수영모 우비 handdukar handduken handduker handklaer pyyhetta recznikow szalikow rucniku
        sal combinaison combinaisons tour_de_cou tours_de_cou albornoz braga_cuello luvas_gr touca toucas fita_cabelo
        chuteira chuteiras nekwarmer nekwarmers gymkleding wedstrijdtenue rodragt judodragt idraetstoj tassen sjaals
        hoofdbanden halstorklaeder toalhas swim_caps regnsaet stovlestr calcado""",
    Concept.OUTFIT: """
        ensemble ensembles conjunto conjuntos divisa divise completino completini komplet komplety kompletu stroj stroje
        stroju asu
        peliasu obleka conjunt""",
    Concept.VARIANT: "termoaktywna termoaktywne termoaktywny",
}
"""Concept -> its words."""

HEADS: dict[Concept, str] = {
    Concept.GARMENT: """
        troje trojer trojen troye troyer trikot trikots shirt shirts tshirt troja trojor trojan drakt drakter linne
        paita
        paidan treyja sark krekls mez shirtje""",
    Concept.OTHER_GARMENT: """
        bukse bukser buks buksen shorts short jakke jakker strompe stromper sokker genser dress skjort hoodie vest taske
        tasker undertoj undertoy handsker hansker kjole byxa byxor jacka jackor strumpor overall mossa handskar vaska
        hose
        hosen jacke jacken weste westen mutze tasche taschen beutel strumpfe socken pullover pulli tight tights leggings
        handschuhe schoner schuhe leibchen latschen mantel broek broeken jack sokken kousen pak handschoenen schoenen
        housut
        housujen shortsit sukat takki huppari pipo kassi liivi hanskat puksid pluus jope jakk buxur bolur peysa jakki
        galli
        sokkar hufa taska hanskar bikses nadrag kabat kesztyu sapka zokni""",
    Concept.LOGO: "badge badges patch logo logos abzeichen",
}
"""Concept -> how compounds of it end."""

_QUALIFIERS = """
    bib prasi praesi prasent coach stadion jugend playing play jogging hooded zipped zip mid baseball bucket bobble rain wind
    winter summer bench puffer shower soft base compression running swim gk goalie sleeveless short_sleeve long_sleeved
    cycling neck netball practice reversible shooter crew rugby football soccer hockey basketball volleyball handball
    cricket presentation travel leisure casual padded waterproof thermal anthem warm up fleece quarter half full drawstring
    boot duffel sleeved red blue green white black yellow orange purple pink grey gray navy maroon gold silver royal sky
    kamp traenings traening spille fodbold vind overtraeks regn dyne opvarmnings opvarmning lobe cykel malmands haandbold
    hettet langermet kortermet langaermet kortaermet fritids rod rodt hvid hvidt bla blat gron gront gul gult sort hvit
    svart trenings trening jogge overtrekks hette boble oppvarmings oppvarming sykkel keeper markerings fotball tranings
    traning match mjukis huv vindtygs dun lopar malvakts uppvarmnings fotbolls piketroja langarmad kortarmad vit vita gra
    svarta gula roda blaa trainings kurze kurz kurzes lange lang langes einlauf lauf turn gymnastik rad polyester kapuzen
    stepp allwetter funktions kompressions prasentations freizeit ausgeh wettkampf spiel strick uberzieh unterzieh aufwarm
    torwart rot rote rotes blau blaue blaues grun grune grunes weiss weisse weisses schwarz schwarze schwarzes gelb gelbe
    gelbes grau regen wedstrijd hardloop capuchon presentatie thermo inloop inspeel fiets keepers rood rode blauw blauwe wit
    witte zwart zwarte groen groene geel gele oranje knie voetbal warming entrainement gardien capuche vent pluie zippe
    zippee echauffement cycliste manches longues courtes jeu rouge bleu bleue blanc blanche noir noire vert verte jaune gris
    grise marine hiver juego entrenamiento portero portera corto corta largo larga capucha interior termica tirantes
    calentamiento cuello competicion paseo rojo roja azul blanco blanca negro negra amarillo amarilla invierno lluvia
    deporte gara portiere allenamento rappresentanza cappuccio vento pioggia termico riscaldamento lunga lungo calcio basket
    volley invernale rosso rossa blu bianco bianca nero nera giallo gialla grigio grigia passeggio principal alternativa
    alternativo jogo treino chuva guarda redes goleiro aquecimento comprida alcas passeio vermelho vermelha branco branca
    preto preta amarelo amarela cinza inverno frio meczowa meczowe meczowy treningowa treningowe treningowy dresowe dresowy
    bramkarska bramkarskie bramkarski wyjsciowy kapturem daszkiem zimowa przeciwdeszczowa sportowa sportowy termiczna
    termoaktywna biegowe rozgrzewkowa rozpinana polo czerwona czerwony niebieska niebieski biala bialy czarna czarny zielona
    zielony zolta zolty krotkie dlugie zapasovy zapasove treninkovy treninkove treninkova brankarsky brankarske sustakova
    kapuci rozlisovaci zimni sportovni funkcni rozcvicovaci kolenni cerveny cervene modry modre bily bile cerny cerne zluty
    zlute zeleny zelene dlouhe kratke treeni peli harjoitus verryttely verkka sade tuuli talvi toppa lammittely juoksu
    maalivahdin pitka lyhyt punainen sininen valkoinen musta vihrea keltainen mac antrenman kaleci kislik isinma kirmizi
    mavi beyaz siyah yesil sari ハーフ ショート ゲーム ロング アンダー キーパー ウォームアップ シューティング アップ
    プラクティス プラ 練習 練習用 試合用 赤 青 白 黒 워밍업 슈팅 트레이닝 골키퍼 빨강 파랑 흰색 검정 训练 热身 守门员 门将
    红 蓝 黑 红色 蓝色 白色 黑色 edzo kapus galleros kapucnis teli eso bemelegito joc antrenament portar scurti gluga ploaie
    iarna incalzire acasa deplasare προπονησησ κουκουλα ζεσταματοσ игровая игровые тренировочная тренировочные тренировочныи
    спортивныи спортивная хоккеиныи зимняя вратарские вратарскии вратарская разминочная разминочныи ігрова ігрові
    тренувальна спортивнии зимова воротарська розминочна donji gornji dio kapuljacom kisna zimska aktivna golmanske
    golmanski vratarski zagrijavanje zgornji kapuco siltom oznacevalna dezna sportna spodnja vratarske ogrevanje treningovy
    treningove kapucnou zimna sportova funkcne rozcvicovacie dlhy entrenament curt curts caputxa escalfament llarga
    домакинска гостуваща тренировъчна вратарска вратарски козирка тренировка зимно домаћи гостујући тренинг капуљачом кишна
    зимска голмански загревање kapuutsiga varavavahi majas izbraukuma speles lietus ziemas vartsarga iesildisanas zaidimo
    namu isvykos treniruociu sportines gobtuvu neperslampama ziemine vartininko apsilimo rennd mangu treening keppnis
    aefinga heima uti upphitunar markmanns merkkaus topp vinter lope ull bade futo uszo kodu voorsil dressi vihma tuule
    talve soojendus triik trenin apaks termo термо rash crop hoofd skiriamoji nuo apatiniai keppnisstutt stutterma flis
    ithrotta innanundir ullar sund siderma エナメル departajare teplakova langarm kurzarm langarmet kortarmet manga
"""
QUALIFIERS = frozenset(_QUALIFIERS.split())
"""Words that only say which garment."""

_WORDS_OF_TWO_USES = """
    cap caps bib bibs belt belts baelte belte balte gurtel ceinture cinturon cintura body overall shooting training college
    atlet atleta rok pet completo fascia pas pasek kusak kemer vyo voo ov centura cinto cinturo pojas josta belti remen
"""
WORN_IF_SIZED = frozenset(_WORDS_OF_TWO_USES.split())
"""Words of something else, too: worn where sizes stand under them."""
