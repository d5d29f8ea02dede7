"""More words of columns that are no part of an order: duties, raffles, tests, what is lent, journeys, and what forms ask beside.

In the form of `no_part`, which they complete; `ENDS` are the last parts of compounds: Kuchendienst, kagevagt, fruitbeurt.
"""

from __future__ import annotations

from roster_import.recognise.words import Concept

CLUB_LIFE: dict[Concept, str] = {
    Concept.PRESENCE: """
        pres_all pres_allen pres_allenamenti pres_part pres_entr pres_entren pres_trein
        from_training vom_training fra_traening fra_trening fran_traningen fran_trening z_treningu po_treningu z_treninku
        po_treninku van_de_training van_training de_l_entrainement del_entrenamiento dall_allenamento do_treino
        harjoituksista antrenmandan pizzata pizzate pizzafest~ pizzaaften~ pizzakvall~ pizzaabend~ pizzaavond~ venite
        lifts lifts_to semaine_de_garde barbec barbecue~ plaza_en_el_autobus asiento~ finde_libre delegati_al_ritiro
        arb_std arbeitsstd~ covoit~ rijden_uit sover_i_telt spare_seats_away frequenza_allenamenti freq_treinos
        lavage_chasubles plasser pladser platser plekken plaatsen schicht schichten lavage lavages nuitee~ depart
        chambre camera barra_turno turno_de_barra turno_de_bar tour_de_lavage reserva_de_pista books_taken permanence
        permanences astreinte~ buvettes roulement~ papeletas~ decimos participaciones_loteria lotteria~ sorteio~
        sorteo~ escala_de_servico escalas servizio_bar segnapunt~ refert~ cronomet~ chronom~ table_de_marque
        marqueur~ otm anotador~ mesa_de_control tente tentes literas cabana bungalow~ stanza stanze letto
        letti beliche~ tenda tiendas places_dispon~ places_libres plazas_libres posti_liberi lugares_livres lugares
        vehicule~ vehiculo~ veiculo~ permis_b rehausseur~ navette~ navetta~ autocarro~ carrinha~ boleias passaggio
        passaggi accompagn~ acompanh~ acompan~ sillita elevador_infantil rialzo pique_nique~ menu menus pranzo pranzi
        cenas almoco~ jantar~ refeic~ bocadillo~ cantines cantina retards retrasos ritardi atrasos justificad~
        giustificat~ falta encadrement~ benevolat~ voluntari~ volontari~ asistenc~ presencas ceremonie~ ceremonia~
        cerimonia~ soiree_club loto_du_club vide_grenier~ calendriers_vendus calendarios_vendidos panettoni panettone
        uova_pasqua chocolats~ chocolat brioches sapins galettes crepes mantecadas polvorones campamento~
        campus_verano centro_estivo stage_de colonies sejour~ estancia~ soggiorn~ estadia~ trasfert~ deplacement~
        desplazam~ deslocac~ viajes voyages gite gites salida salidas convivencia~ retiro cumpleanos_club
        fete_du_club festa_sociale festa_di_natale festa_natal festa_fine fiesta_fin fiesta_navidad repas_de_fin
        arbre_de_noel abschlussfahrt~ osterferien~ herbstferien~ halfterm half_term uitslapen logeren logeeradres~
        overnacht~ yosijat~ yopymispaik~ noclegi przenocow~ nocleh~ prespan~ konaklam~ kahvio~ kahvivuor~ talkoov~
        kierratys~ lumityo~ baneduty banevagt~ boldpige~ bolddreng~ ballgutt~ rota rotas duty_rota tea_bar bake_sale
        raffle~ tombola~ lottery~ loterie~ loteri~ lotteri~ lotterie~ losnumm~ losverkauf~ lodseddel~ lodder~
        loddbok~ lotter lottforsalj~ loten lotenverkoop rifa rifas biglietti_lotteria losy losow tomboly arpa~
        arpajais~ piyango kermes~ basar~ bazaar~ flohmarkt~ loppis~ loppemarked~ festyn~ grillfeier~ grillabend~
        grillen picnic~ piknik~ gazebo dinner~ banquet~ dormitor~ dorm dorms tent_allocation tents slaapzaal~
        sovesal~ kamerindeling~ zimmereinteil~ zimmerverteil~ roommates zimmerpartner~ zimmernachbar~ varelsesfordel~
        romfordel~ rumsfordel~ chambres~ camarata~ dortoir~ habitaciones camerata~ dormitorio~ quartos~ pokojow~
        pokoje pokoji pokoju huonejako~ oda_arkadasi aufbau~ abbau~ putzdienst~ spuldienst~ helferdienst~ kindersitz~
        barnesete~ barnesaede~ bilbarnstol~ autostoel~ siege_auto silla_de_coche seggiolino~ cadeirinha~ fotelik~
        autosedack~ turvaistui~ cocuk_koltugu carpooling car_pool minibus~ shuttle~ pulmino~ pullman bus_stop
        bushalte~ haltestelle~ stoppested~ hallplats~ arret_de_bus parada~ fermata~ paragem~ przystan~ zastavk~
        pysakki~ durak~ duragi 정류장 셔틀 バス停 班车 fahrplatz~ autoplatz~ fahrtk~ hinfahrt~ ruckfahrt~
        seats_in_car spare_seats car_spaces empty_seats places_en_voiture plazas_en_coche posti_in_macchina
        posti_macchina lugares_no_carro miejsca_w_samochodzie mista_v_aute autossa_paikkoja bos_koltuk rijschema~
        rijbeurt~ rijouder~ vervoersouder~ chauffor~ chauffeur~ kuski~ kierowc~ ridic~ sofor~ autista motorista
        conductor~ kampvert~ kampvaert~ matchvard~ lagvard~ hemmavard~ gastgezin~ gastfamil~ vertsfamil~ vaertsfamil~
        vardfamil~ famille_d_accueil urlaub~ ferienzeit~ ferieperiode~ ferieuge~ vakantie~ semester~ feriado~ vacanc~
        vacacion~ vacanz~ ferias urlop~ dovolen~ loma~ lomat tatil~ holidays holiday_dates 休暇 휴가 假期
        nachmittagsunterr~ stundenplan~ timetable hort hortkind~ ganztag~ fritidsordn~ skolefritid~ fritidshjem~
        fritids sfo fritter bso naschoolse~ garderie~ periscolaire comedor mensa doposcuola swietlic~ druzina
        iltapaivakerh~ etut 学童 돌봄 jause~ znuni~ zvieri~ brotzeit~ madpakke~ matpakke~ matsack~ lunchpakke~
        gouter~ merienda~ merenda~ lanche~ drugie_sniadanie svacin~ evaat~ evas essen_hutte verpfleg~ forplejn~
        forpleining~ fika~ leivon~ leipo~ ciasto~ ciacho kolac~ peceni pect pieczen~ kage~ kake~ kaka~ taart~ torta~
        tarte~ gateau~ tarta~ bizcocho~ bolo bolos pasta_sirasi kek kurabiye buffet~ buffee~ bufet~ cantine_service
        kantine~ kantiini~ kioski~ kiosk~ catering~ dyzur~ sluzba sluzby gorev~ nobet~ 청소 간식 間食 おやつ pranie~
        prani_kdo prani_dresu pyykki~ camasir~ lavado~ lavaggio~ lavagem~ waschen wasche~ vasketoj~ tvatt~ wassen
        洗濯 세탁 rosteri buvette~ turno_bar turno_barra bar_turn toernooid~ abschlussf~ abschlussgr~ winterfeier~
        jahresfeier~ generalversamml~ jahreshauptvers~ mitgliedervers~ generalforsaml~ arsmode~ arsmote~
        ledenvergader~ assemblee_gen~ asamblea~ assemblea~ assembleia~ zebranie~ schuz~ vuosikokou~ genel_kurul
        committee~ vorstandsarb~ bestyrels~ styrelse~ bestuur~ comite~ ausschuss~ 총회 総会 abwesenheit~ abw_grund
        fehlst~ fehltag~ fehlzeit~ fehlstund~ unentschuld~ entschuld~ afbud~ avbud~ forfall~ afmelding~ omluv~
        usprawied~ neomluv~ poissa~ mazeret~ devams~ excuse~ excus~ anw absen~ omluvenk~ 결석 early_leav~ late_arriv~
        hjemve togafgang~ togavgang~ tagavgang~ zugabfahrt~ bahnfahrt~ flugnumm~ flynumm~ vluchtnumm~ flight_details
        horaire_train treno volo guests gaster gaesteantal gastezahl~ begleitperson~ invites invitad~ ospiti
        convidad~ goscie hoste_pocet vieraita misafir~ 同伴者 ehrenamtsst~ arbeitsstund~ arbetspass~ arbejdstime~
        dugnadstime~ vrijwilligersu~ heures_de_benevol~ talkootun~ 봉사시간 ausgelieh~ geliehen~ leihger~ leihin~
        leihsk~ leihrad~ udlant~ udlan utlant~ utlan lanade lanes~ geleend~ bruikleen~ borrowed~ on_loan loaned~
        emprunt~ prestad~ prestito~ prestat~ emprestad~ wypozycz~ zapujc~ pujcen~ pujceny lainat~ lainass~ odunc~
        貸出 대여 借用 kayak~ canoe~ ski_hire skiverleih~ skileih~ skistav~ laneskr~ laneskid~ skridskor instrument~
        maskottchen~ ballkinder~ balljung~ ball_boy balljente~ bollkalle~ ballenjong~ motion_sick~ reiseubel~
        transportsjuk~ bilsyg~ reisesyk~ 車酔い 멀미 kookploeg~ kokelag~ matlag~ koklag kochdienst~ kochgruppe~
        tischdienst~ dishes washing_up opvask~ oppvask~ disk~ sessellift~ skilift~ skilager~ skikurs~ skitur~
        wandern~ wander~ vandre~ vandring~ hike~ hiking randonnee~ excurs~ escurs~ ausflug~ udflugt~ utflykt~
        utflukt~ uitje~ schoolreis~ sortie_scol~ sortie_ski gita wyciecz~ vylet~ retki~ gezi~ 遠足 소풍 郊游 lejrtur~
        leirtur~ lagertur zeltlager~ sommerlager~ freizeitfahrt~ klassenfahrt~ vereinsfahrt~ colonie~ colonias
        colonias_de klubbresa~ kamplokaal~ hyttetur~ hutten~ hytte~ huttenwirt~ sold~ verkauft~ verkauf~ solgt~
        solgte salgs~ sald~ salda salde forsalj~ verkocht~ verkoop~ vendu~ vendus ventes vendid~ ventas vendut~
        vendite vendas sprzed~ sprzedan~ prodan~ prodej~ myyt~ myynti~ satilan~ satis~ 販売 판매 rooming rooms_with
        sharing_with bunking sleeps sleeping sover schlaft slaapt dort dorme duerme nukkuu rides_with riding_with
        drives driving travels_with travelling_with traveling_with fahrt_mit faehrt_mit kor_med kjorer_med aker_med
        rijdt conduce guida jedzie jede ajaa reist_mit reiser_med rejser_med reser_med reist_mee viaja_con
        viaggia_con voyage_avec fluiten sovsal~ viaggi~ viaje viagem reise resa rejse trip trips voyage~ concession~
        kampfgericht~ chambree odjezd~ prijezd~ odjazd~ przyjazd~ avgang~ afgang~ avresa vertrek kommer_til kommer_pa
        komt_naar komt_op kommt_zum kommt_zur kan_kora kan_skjutsa kor_till slotdag slotfeest saesonafslutning
        sesongavslutning sasongsavslutning sidst_set sidst_pa_traening last_seen zuletzt_da zuletzt_gesehen
        senast_pa_traning sist_sett laatst_gezien vu_pour_la_derniere ultima_vez_visto ultimo_allenamento mat_pa
        mat_pa_cup mat_pa_cupen mad_pa mad_til_staevne essen_beim eten_op""",
    Concept.PAID: """
        chave_pix pix rimbors~ reembols~ n_ss n_o_ss numero_ss reste_a_char~ quotient~ beca~ becario~ bolsa_de_est~
        borsa_di_studio contribuint~ alloc allocat~ n_allocataire mwst_satz hallenmiet~ zaalhuur halleje hallhyra
        pass_sport passsport coupon_sport bons_caf ancv cheques_vacances quotient_fam~ qf avis_d_impos~ isee
        bonus_sport dote_sport detraz~ renta irpf irs modello_730 recu_fiscal recus_fiscaux ricevuta_fisc~
        cinque_per_mille consignac~ apoios apoio ayuda ayudas bonific~ fraccion~ rateizz~ rate rata raty echeance~
        echelonn~ prestac~ plazos mensualit~ soldes_dus solde_du impaye~ impagad~ insolut~ moros~ domiciliac~ remesa~
        bonifico bonifici transferencia~ mb_ref referencia_mb chq cb especes_recues encaiss~ incassat~ cobrad~ cobro
        cobros tesoreria~ tresorerie~ tesouraria~ caisse cassa multas amendes amende ammenda ammende skladkowe
        zaleglosci skonto~ raha rahat ennakko~ omavastuu~ palkkio~ peruutusmaksu~ mahnung~ mahnst~ mahnstufe~ rykker~
        purring~ paminnel~ aanmaning~ herinnering~ rappel_paiem~ relance~ recordatorio~ sollecit~ lembrete~ ponaglen~
        upominka~ maksumuist~ muistutus~ hatirlatma~ reminder~ reminders inkasso~ 督促 독촉 grant~ bursary~ hardship~
        subsid~ foerder~ forder~ forderung~ beihilfe~ familienbeih~ tilskud~ tilskott~ tilskudd~ stotte stotten
        bidrag~ bidragsb~ bijdrage~ jeugdfonds~ aide_financ~ aides_caf caf subvenc~ sovvenz~ sussid~ contribut~
        subsidio~ dofinans~ dotac~ dotace~ prispevek~ avustus~ tuki burs~ yardim~ 補助 助成 보조금 지원금 补助
        bildung_und_teilhabe but_antrag wohngeld~ fritidspas~ fritidskort~ aktivitetskort~ donat~ spende~ spenden~
        spendenb~ doacao~ donation~ donacion~ donazion~ dons darowizn~ darovan~ lahjoit~ bagis~ 寄付 기부 捐款
        gift_aid taxpayer~ quellenst~ skatt~ skat skatteid~ belasting~ impot~ impost~ tassa~ vergi~ podatk~ podatek
        urzad_skarb~ danov~ finanzamt~ vat mwst tva iva nip us_nip 税 세금 taschengeld~ lommepenge~ lommepeng~
        fickpeng~ zakgeld~ argent_de_poche pocket_money dinero_de_bolsillo paghetta~ mesada kieszonk~ kapesn~
        taskuraha~ harclik~ cep_harcligi 용돈 opbrengst~ einnahme~ erlos~ indtaegt~ intakt~ recette~ recaud~ incass~
        utarg~ vytez~ newbody~ skrabekalender~ doruller~ toalettpap~ julekalend~ adventskalend~ verkaufsl~ sort_acc
        sort_code kto_inh kontonummer~ bankverb~ banque~ bankier~ postkonto~ girokonto~ 口振 계좌번호 twint_nr
        mahngeb~ versaumnis~ bode~ boter~ bodkass~ bote~ strafkas~ strafgeld~ mannschaftskas~ lagkass~ holdkass~
        botekass~ multe skl skladek skladka~ skladki oplaty aid aid_kas lose rubbellos~ sipendi~ entgelt~ ermass~
        halbtax~ ga_abo generalabo~ jobticket~ bahncard~ busskort~ busskart~ abonnement~ abono_transp~""",
    Concept.HEALTH: """
        zdr_poj zdravotni_poj krankenk pediatra~ pediatre~ kinderarzt~ remedio~ rec_med reconocim~ detente_seche
        assureur~ asegurador~ assicurator~ segurador~ secu seguridad_soc~ seguranca_soc~ securite_soc~ sanitari~
        battit~ batim~ frecuencia_card~ frequenza_card~ pouls medecin_trait~ plat_prefere platos mdph pps handicaps
        discapac~ necesidades_educ~ diagnost~ disabil~ bes dsa legge_104 deficien~ multiuso multiusos mutua mutuas
        lunettes_sport plastron asmatic~ asmatiques febbre fiebre protesi protesis lentilles lentillas
        lenti_a_contatto kontaktlins~ contactlenz~ fc_repos fc_max fc_reposo fc_riposo pulsac~ pulsaz~ vaccini
        vaccinat~ vacunac~ vacina~ vacinas vacunas zdrowotn~ zdravotni~ prohlidka orlik nutric~ nutriz~ alimenti
        aliments preferences_alim~ regimes celiac~ celiaq~ coeliaq~ zoliakie~ coliaki~ keliak~ lattosio laktose~
        laktoos~ noten notenallerg~ pinda~ nut_allerg~ peanut~ allergiz~ epileps~ hayfever hay_fever heuschnupf~
        polleninf~ hooikoorts haftpflicht~ liability~ ansvarsfors~ wa_verzek~ responsabilite_civile
        responsabilidad_civil responsabilita_civile polis polisy polise polizza~ poliza~ apolice~ police_d_assur~
        policy_no policy_number polisnr~ polisnumm~ nnw unfallvers~ ulykkes~ olycks~ food_allerg~ fodevareal~
        matallerg~ matintol~ matoverfol~ lebensmittel~ essen essenswuns~ madonsk~ madallerg~ matpreferans~
        specialmat~ stravov~ zywien~ diety bezlep~ jidlo ruoka~ ruoat ruokarajoit~ yiyecek~ beslenme~ besleme~
        voedsel~ alimentair~ alimentar~ alimentac~ alimentaz~ comida~ cibo cibi repas~ 食物 食べ 음식 먹을 못먹는
        verpfl plasters paracetamol~ smertestil~ panodil~ medikam~ farmak~ med_v_behov complements vitamin~ impfung~
        impfstat~ zecken~ fasting tick_bite~ teken stivkramp~ tetano~ tezec wundstarr~ skadeshist~ skadehist~
        verletzungsh~ verletzungsg~ skades~ geblesseerd~ lesionad~ vammat operation~ operiert~ opereret~ ameliyat~
        operac~ operaz~ concussion~ gehirnersch~ hjernerys~ hjarnskak~ diagnos~ diagnoz~ sen_ehcp sen_support ehcp
        adhd asd dyslex~ legasthen~ ordblind~ inklus~ foerderbed~ forderbedarf~ stottebehov~ egen_laege laege~
        laegehus~ lekarz_rodz~ praticien~ versicherungstr~ ogk svs bvaeb kv kv_uv svnr ahv e_card ecard sozialvers~
        sosialvers~ sygesikring~ krankenv~ sigortali~ bad_lek bad_lekarskie badani~ sgl_rap saglik_rap~ 복용 약 持薬
        薬 アレルギ ehbo~ ersthelf~ erste_hilfe~ erstehilfe~ forstehjalp~ forstehjelp~ primeros_auxil~ primo_socc~
        primeiros_soc~ pierwsza_pomoc prvni_pomoc ensiapu~ ilk_yardim 応急 응급 blood_group~ blodgrupp~ blodtyp~
        veriryhma~ grupa_krwi krevni_skup~ heart_rate~ resting_heart~ ruhepuls~ hvilepuls~ vilopuls~ pulsfrek~
        herzfreq~ hartslag~ frequence_card~ frequencia_card~ tetno~ tep_v_klidu leposyke~ nabiz~ 心拍 심박 vo2~
        laktat~ lactat~ lattato 심폐 tilvaenn~ schwimmf~ tauglich~ sporttaugl~""",
    Concept.PLAY: """
        rpe elevaz~ elev_cm media_pti media_punti media_pt media_num test_di vel_30 punti_fatti punti_segnati wins
        losses malvakt malvakter malvakten salto saltos record records recorde~ classifica~ clasifica~
        cartellini_gial~ cartellini_ross~ media_voti salto_in salto_em bilans_gier uspesnost~ usp skutecznosc~
        onnistumis~ basari_yuz~ reussite~ moyenne_gen~ vma luc_leger demi_cooper saut sauts saut_en_longueur gainage
        souplesse abdominales abdominaux addominali abdominais course_navette impulsao~ vaivem flexibil~ flessibil~
        passes_dec passes_decis~ fautes exclusions deux_minutes pourcentage~ taux_de_reussite lancers_francs contres
        interceptions chrono chronos meilleure_perf~ porcentaje~ efectiv~ expuls~ amonest~ robos tapones
        balones_perd~ triples puntos_ranking points_classement clt falli percentual~ parate palle_perse recuperi muri
        errori rendim~ panchine percentag~ eficacia~ exclusoes roubos perdas_de_bola remates cartoes
        amarelos_vermelhos moyenne moyennes promedio~ media_gol appreciation~ avis_entraineur comportem~ comportam~
        motivation~ potentiel~ potencial~ potenzial~ actitud~ atitude~ empenho~ impegno giudizi~ assidu~ rendimiento~
        entwicklung~ perspectiv~ progres~ progress~ puissance~ vitesse~ velocidad~ velocita velocidade~ resistenc~
        resistenz~ forza fuerza forca coordin~ koordin~ equilib~ reflex~ dribbl~ tiro_libre temps_100 tiempo_100
        tempo_100 tempo_sui temps_sur nage nages style_de_nage especialidad~ specialita~ especialidade~ specialite~
        prova provas pruebas epreuve~ stile stili bracada fase_de minutes_jouees minutes_de_jeu selezion~ selecc~
        selec~ convocat~ convocad~ convoque~ convocaz~ titular titulares titolare titolari suplencia rendement~
        groeipotent~ loopvermog~ springkracht~ sprongkracht~ springkraft~ spenst~ spaenst~ ketteryys~ notkeus nopeus
        vartalon skoczn~ szybkosc~ wytrzymal~ rychlost~ vytrvalost~ obratnost~ dayanikl~ cevikl~ hiz surat
        vertical_jump~ standing_jump~ standweit~ weitsprung~ hochsprung~ hojdhopp~ langdhopp~ laengdehop~
        hojdespring~ laengdespring~ lengdehopp~ hoydehopp~ sprungkraft~ detente_vert~ salto_vertical~ salto_longo
        salto_in_lungo skok_w~ skok_do~ skok_vys~ pituushyp~ korkeushyp~ squat~ bench_press baenkpres~ bankdruck~
        bankpress~ benkpress~ bankdruk~ gripstyrk~ gripestyrk~ greifkraft~ klimmzug~ liegestutz~ situps~ sit_ups~
        push_ups~ pushups~ pull_ups~ pullups~ armhevninger~ armhav~ armboj~ optrekk~ opdruk_oef~ pompes tractions
        flexiones dominadas flessioni trazioni flexoes pompki podciag~ shyby shybu kliky leuat sinav barfiks cooper~
        coopert~ cooptest~ beep_test beeptest~ bip_test biptest~ shuttle_run yo_yo~ yoyo~ ironman_zeit ftp~ watt_kg
        sprint~ sprinter~ bieg_na behu beh_na juoksu~ kosu~ 走 달리기 100_m 50_m pb pbs personal_best~ pers_best~
        personbast~ personlig_rek~ pers_rekord~ personl~ bestzeit~ bestleist~ bestweit~ bedste_tid beste_tid
        basta_tid beste_tijd persoonlijk_rec~ record_pers~ meilleur_temps mejor_marca mejor_tiempo marca_personal
        primato_pers~ miglior_tempo recorde_pess~ melhor_tempo zyciowka~ rekord~ osobni_rek~ ennatys~ kisisel_rek~
        en_iyi_derece qualifying_time zeit_100 startzeit~ meldezeit~ 自己ベスト 기록 最好成绩 seed_time sb sb_kugel
        torvorlage~ passespil assistpoang~ asistenc~ ast ass zeitstrafe~ strafzeit~ strafminut~ utvisning~ udvisning~
        penalt~ trestn~ kary_minut~ jaahy~ aufschlag~ serveess~ serve~ asse aces ace fehlpass~ fehlwurf~ kopfball~
        ballverlust~ tacklinger ttr~ qttr~ ttr_wert itn~ otv_itn elo_zahl~ rating~ tb opk koef koef_lok ranglist~
        badmintonrang~ kegel~ wurfschnitt~ kegelschnitt~ schnitt_pro malsnitt~ poangsnitt~ pointsnit~ poengsnitt~
        notenschnitt~ srednia~ sredni_wynik prumer~ keskiarvo~ ortalama~ 打率 타율 平均 평균 ribaund~ ribound~
        rebote~ rimbalz~ ressalt~ zbiork~ doskok~ levypallo~ 도루 盗塁 安打 안타 홈런 本塁打 三振 삼진 防御率 rbis
        whip obp_slg era_ip innings~ clean_sheets clean_sheet shutouts motm~ man_of_the_match player_of_the_match
        spelare_av_matchen free_throw~ freiwurf~ frikast~ straffkast~ tiros_libres tiri_liberi lances_livres
        rzuty_wolne rz_wolne trestne_hody vapaaheit~ success_rate~ trefferq~ wurfquote~ abschlussq~ raddning~
        raddnings~ redninger~ rednings~ redning~ paraden~ parade~ parad~ arrets paradas defesas_gr obron~ zakrok~
        torjunt~ kurtaris~ 세이브 防御 tehot~ pisteporssi~ bilans~ bilance~ balans_gier g_u_v s_u_n v_u_n w_d_l v_n_p
        vittorie~ victoires~ victorias~ kartenkonto~ r_g_karten rote_gelbe gelbe~ gule_kort gula_kort rode_kort
        roda_kort gele_kaart~ gele_kaarten rode_kaart~ cartons_jaunes kartki_zolte zlute_kart~ kortit~
        keltaiset_kort~ sari_kart~ kirmizi_kart~ spielverstand~ spilforst~ spelforst~ spelinzicht~ technik~
        technique_note tecnica~ teknikk~ teknik~ tekniik~ tactic~ taktik~ taktikk~ einschatz~ trainereinsch~
        beurteil~ bedomning~ vurdering~ beoordel~ valutazion~ valoracion~ avaliac~ ocena~ oceny ocen hodnoc~ hodnot~
        arvio~ arvioin~ degerlend~ 評価 평가 评价 kadervorschl~ kaderstat~ sichtung~ talent~ stutzpunkt~ selektion~
        landsholds~ landslag~ tiraggio tiro_con luczn~ lukostr~ skytepoeng~ skyttepo~ skydepoint~ schiesserg~
        skudresul~ ringzahl~ ammunta~ umiejet~ stopien_w stopien_karate kyu_dan grad_im kata spiss_kant back_kant
        spieler_der losowanie unterleist~ leistungsheft~ leistungstest~ fystest~ fys_test~ fys_tester~ fitnesstest~
        fitness_test~ konditionst~ kondition~ kondisjon~ konditest~ test_physique prueba_fisica test_fisico kunto~
        kuntotesti~ sprawnosc~ zdatnost~ dayaniklilik~ 体力 체력 schwelle~ golfhandi~ golf_hcp whs_index whs
        handicapind~ antall_redn~ pocet_tren~ pocet_shyb~ anzahl_tore shots_on zsilacz trainingsbet~ opkomst~ fremmode~
        trainingsbes~ treningsoppm~ traningsnar~ assiduidade rozkopan~ hcp_index""",
    Concept.PERSONAL: """
        mascota~ animal_de_compagnie catequese~ catequesis catechism~ catechese~ pagelle pagella curro doudou~
        religi~ prof prof_princ~ socio_pro csp questionar~ questionn~ cuestionar~ animale~ situation_famil~
        situacion_famil~ ultimo_acc~ derniere_conn~ dernier_acc~ siste_innlogg~ sidste_login empadron~ comunidad
        burgerlijke~ burgerl~ kaeledyr_hj~ cole coles ies ceip ampa maestr~ plesso agrupam~ diretor_de_turma
        maternelle~ primaires prof_princip~ instituteur~ institutrice~ maitresse~ maitre_d~ niveau_scol~ professor~
        professoressa employeur~ metier metiers ocupac~ oficio oficios mestiere azienda aziende empresa empresas
        ditta reseaux_soc~ redes_soc~ rete_sociale grupo_whats~ gruppo_whats~ groupe_whats~ situazione_famil~
        situacao_famil~ droit_image photo_site photo_ok loisirs aficion~ passatemp~ animal animaux_comp~ chien chiens
        chat_domest perro perros gato gatos cane cani gatto gatti cao caes velos vtt monopattin~ trottinet~ patinet~
        langue_mat~ idiomas lingue langues carte_sejour heard heard_via connu_par conosciuto~ conocido_por conheceu~
        recommand~ recomend~ raccomand~ parrain parrains parrainage~ padrinh~ empfohlen~ anbefal~ rekommend~
        aanbevol~ polecen~ doporuc~ suositt~ tavsiye~ musik~ musique~ musica playlist~ walkout_song intro_song
        lieblings~ favorit~ pets haustier~ kaeledyr~ kjaeledyr~ husdjur~ huisdier~ animaux~ animal_dom~ animali~
        animais~ zwierz~ domaci_mazl~ zvirat~ zvire lemmikk~ kotielain~ evcil~ ペット 반려동물 애완 宠物 dog dogs
        hund hunde hond hunden cats katze~ pies psa kedi kopek vehicle_reg~ number_plate~ numberplate~ licence_plate~
        license_plate~ reg_plate car_reg~ kennzeichen~ kfz~ nummerplade~ nummerskilt~ regskylt~ registreringsskylt
        kenteken~ plaque_d_immat~ immatricul~ matricula_coche matricula_del targa targa_auto matricula_carro
        nr_rejestr~ rejestracja_auta spz rekisteritun~ plaka~ 車両番号 차량번호 车牌 burgerlijke_st~ zivilst~
        civilstand~ sivilstatus~ civilstat~ etat_civil estado_civil stato_civile stan_cywilny rodinny_stav
        siviilisaa~ medeni~ nip_pracod~ arbetsgiv~ arbejdsgiv~ arbeidsgiv~ werkgever~ patron empleador~ datore~
        entidade_patr~ pracodawc~ zamestnavat~ tyonantaj~ isveren~ 勤務先 직장 miejsce_pracy lugar_de_trab~
        luogo_di_lavoro local_de_trab~ lieu_de_travail mestaplatz workplace~ job_title schulhaus~ schulform~
        schulstuf~ basisschool~ middelbare~ folkeskol~ grundskol~ grundschul~ barneskol~ ungdomsskol~ alakoulu~
        peruskoulu~ primaria primarsch~ sekundar~ kanti matura~ maturajahr~ abitur~ studenterhue studieret~
        studieretn~ wychowawc~ tridni_ucit~ mentor~ form_tutor klassenlehr~ klassenvorst~ klasselaer~ klasslar~
        kontaktlaer~ luokanope~ sinif_ogret~ 担任名 담임선생 glaubens~ geloof~ glaube~ wyznan~ vyznani~ nabozen~
        uskon~ trossamf~ croyance~ culte culto creenc~ credo_relig~ rel_zug konfess~ confess~ 宗教 종교 信仰
        languages~ sprachk~ sprogk~ spoken spricht~ hemsprak~ hjemmesprog~ heimsprac~ thuistaal~ jezyki jazyky
        kielitaito~ dolmetsch~ interpreter~ tolk tolkebehov~ tolkbehov~ tlumacz~ tlumocn~ tulk~ tulkki~ tercuman~
        interprete~ 通訳 통역 翻译 wie_haben_sie~ how_heard~ hoe_gevonden aufmerksam~ erfahren_von hobbier~ hobbies~
        fritidsint~ interess~ intereses hiking_exp heimatgem~ heimatkant~ burgerort~ heimatgemeind~ fodekomm~
        fodelsekomm~ kanton~ wohnkant~ hauptwohn~ nebenwohn~ mudel aufenthalt~ oppholdstill~ opholdstill~ uppehallst~
        verblijfs~ titre_de_sejour permiso_de_resid~ permesso_di_sogg~ titulo_de_resid~ karta_pobytu pobyt~
        oleskelul~ oturma_izni residence_perm~ 在留 체류 fahrrad~ velo cykel~ sykkel~ fiets~ bike bicycle~ bici
        bicicl~ biciclet~ rower_wlasny kolo_vlastni polkupyor~ bisiklet~ 自転車 자전거 kuva~ kuvia kuvaa pics bilder
        bildene billeder~ pictures zdj zdjecia fotky obrazk~ resim~ imagens~ website_phot~ fejs fb_gruppe fb_grupp
        facebookgr~ insta~ srcs src datenquelle~ data_source mejlstat~ mailstat~ login~ inlogg~ innlogg~ inloggad~
        last_login einloggt~ ostatnie_logow~ posledni_prihl~ letzter_login~ konfi~ konfirm~ sterbe~ taxi_kind fsm
        pupil_prem~ free_school_meals upn""",
    Concept.IDENTITY: """
        brevett~ patentin~ titulo_de_mon~ monitor_de titulo_monitor tessera_fed~ seguridad_social numero_de_secu
        num_secu trainersdipl~ trenerdipl~ tranardipl~ odunc_top spind~ numero_d_employe numero_de_empleado
        n_empleado numero_dipendente numero_de_funcionario n_funcionario n_affili~ numero_affili~ numero_federativo
        ficha_fed~ cartellin~ nulla_osta svincolo~ mutation~ mutations surclass~ type_de_lic~ cachet_mut~ fpf rffm
        rfebm justificatif~ justificante~ comprovativ~ autocert~ rib ribs cni piece_identite piece_d_identite
        photocop~ fotocop~ casiers cadenas candado~ lucchett~ hangslot hangelas~ hengelas~ vorhangesch~ padlock~
        riippulukk~ klodk~ visac~ armoire armoires vestiaire vestiaires materiel_prete prets prete pretes prestam~
        cedido cedida comodat~ emprestim~ zapuj~ material_prest~ in_prestito personalnumm~ personalnr~ ansattnumm~
        anstallningsn~ medarbejdernr~ personeelsn~ payroll~ staff_no staff_number staff_id employee_no employee_id
        employee_number matricule~ legajo~ nr_pracown~ osobni_cislo henkilonum~ sicil_no 社員番号 사번 工号 ahv_numm~
        ahv_nr nationalnumm~ ni_no ni_number national_ins~ insz rijksregister~ insee securite_soc~ seguridad_soc~
        codice_fisc~ niss pnr fnr personnumm~ fodselsn~ j_s jundsnumm~ urn urn_england uk_athl~ ea_number fa_fan
        fan_num~ hockey_urn ausleih~ schlussel~ nogle~ nokkel~ nyckel~ nycklar~ sleutel~ keys_held key_no keyholder~
        cles clefs llave~ chiavi chiave chaves chave klucz~ klic klice kl_od avaime~ avaimi~ avainn~ anahtar~ 鍵 열쇠
        钥匙 schliessfach~ skab skabs~ skap skapn~ skapsn~ kluis~ kluisje~ lockers casier~ taquilla~ armadiett~
        cacifo~ szafk~ skrink~ kaappi~ dolap~ ロッカー 사물함 락커 储物柜 nokkelkort~ noglebrik~ transponder~
        nyckelkort~ badge_acces kantinepas~ ledenpas~ passerkort~ tagg_nr org_nr organisationsn~ cvr~ orgnumm~ kvk
        leg_szk nr_leg~ legitym~ prukaz~ vizit~ viz lis_viz lisans_viz lizenzst~ schein_nr ul_schein ul_lizenz~
        trainersch~ trainerdipl~ trenerkurs~ tranarutb~ schiri~ schiri_liz dommerkurs~ dommernivea~ uprawnien~
        sedziowsk~ 심판 審判 efz polizeilich~ fuhrungsz~ straffeatt~ convictions~ criminal~ vorstraf~ casier_jud~
        antecedentes_pen~ casellario registro_criminal niekaral~ rejstrik_tr~ rikosrek~ sabika~ driving_lic~
        prawo_jazdy ridicsk~ ridicak~ d1_lic minibus_d1 kat_b_pr""",
    Concept.PERMISSION: """
        ma_ga_hjem ga_hjem_alene kan_ta_bilder ta_bilder cm_a_jour codigo_de_cond~ codice_di_cond~ nyhetsb~
        nieuwsbrief~ nieuwsbrieven charte_du fiche_inscr~ fiche fiches piece_jointe pieces_jointes attestation~
        fichas documentac~ resguard~ declarac~ dichiaraz~ declarat~ termo_de_resp~ responsabilita_scarico
        scarico_resp~ liberatorie reglement_sign~ charte charte_signee fair_play_charta codigo_conducta
        codigo_de_conducta codice_etico code_of_conduct verhaltenskod~ gedragsregel~ gedragscode~ adfaerdsreg~
        uppforandek~ courrier_env~ mail_envoye date_d_envoi rgpd_ok lopd_ok einverst~ meldezettel~ anmeldeform~
        anmeldeschein~ anmeldebog~ forms_in paperwork~ formular~ formulier~ formulaire~ formulario~ modulistica
        modulo formularz~ prihlask~ lomake~ formu blankett~ skjema skema bestatigungsm~ bestatigung~ bekraeftel~
        bekreftel~ bekraftel~ confirmation_m~ confirm_mail mail_conf~ bevestigingsm~ potwierdz~ vahvistus~ onay_maili
        informiert~ informeret~ informert~ informerad~ ingelicht~ informe~ informado~ informato~ poinform~ informov~
        tiedot_ann~ bilgilend~ may_be_phot~ abmeldung~ zahlungserinn~ antrag~ antrage~ ansog~ soknad~ ansokan~
        aanvraag~ demande_de~ solicitud~ richiesta_contr~ pedido_de_apoio wniosek~ zadost~ hakemus~ basvuru~""",
    Concept.GUARDIAN: """
        personne_a_app~ garde_altern~ autorite_par~ sortie_seul~ rentre_seul~ personne_autor~ personnes_autor~
        personnes_habil~ nounou~ belle_mere beau_pere custodia~ recogida_de recogida_del autorizad~ persona_autor~ affid~
        affidam~ delega deleghe ritiro_bambin~ persone_autor~ nonni guarda_parental guarda_partilhada ama niania tata_mama
        ciocia ciocie teta strycek dede babaanne anneanne besteforeld~ morforald~ farforald~ farmor mormor morfar farfar
        grootoud~ abuelos grands_par~ grandpar~ grossel~ isovanh~ stiefvat~ stiefmut~ stedfar stemor stemoder~ patchwork
        nok who_to_call emergency_c~ obmann~ stellvertr~ kto_odbiera kto_odbierze kdo_vyzved~ odbior_dziecka
        odbiera_dziecko afhentes_af wie_haalt_op babysitter~ nanny oma_opa kontakteltern~ elternvertr~ kontaktperson~
        rodice rodicu puljedom~ fikatant~ lagmamma~ fikamamma~ holdmor lagpappa~ schwimmleit~ gruppenleit~ patenkind~ pate
        paten godparent~ fadder~ padrino~ madrina~""",
    Concept.CONTACT: """
        tel_maison tel_pro tel_travail tel_casa tel_ufficio tel_trabajo telf tfno tlm tlmv tlf_arbejde tlf_jobb quartiere
        zona_resid~ zona_residenza codice_post~ codpost cod_post cod_postal freguesias concelhos distritos provincias
        urbanizac~ residence_princ~ lieu_dit lieudit sestiere frazion~ festnetz~ landline~ fastnettel~ fasttelefon~
        fast_telefon~ vast_nummer vaste_lijn ligne_fixe tel_fixe telefono_fijo fijo telefono_fisso fisso telefone_fixo
        stacjonarn~ pevna_linka lankapuh~ sabit_tel~ 固定電話 집전화 座机 natel~ natelnr~ natelnumm~ 폰번 str_nr strnr
        handy_nr wohnsitz~ bosted~ bosatt~ bopal~ gemeinde~ gemeente~ gmina gminy obec_bydl~ facebook_name mejl~ mejladr~
        wohngem~ stadtteil~ bydel bydelen stadsdel~ wijk dzielnic~ ctvrt kaupunginosa~ mahallesi""",
    Concept.REMARK: """
        zufrieden~ tilfreds~ fornojd~ tevreden~ satisf~ soddisf~ zadowol~ spokojen~ tyytyvai~ memnun~ 満足 만족
        umfrage~ survey~ undersogel~ enquete~ encuesta~ sondagg~ inquerito~ ankiet~ anketa~ ankety anket kysely~
        verbesser~ forbedring~ suggest~ sugerenc~ suggerim~ souhait souhaits wens wensen desideri desiderio richiesta
        richieste deseos zyczenia zyczenie prani toiveet onskemal sonderwunsch sonderwunsche special_wish
        special_request special_requests""",
}
"""Concept -> its words."""

ENDS: dict[Concept, str] = {
    Concept.PRESENCE: """
        dienst dienste vagt vagten vagter vakt vakten vakter tjans tjansen tjanst beurt beurten vuoro vuorot rota turnus
        schicht schichten skift amtli dugnad helfer hjaelper hjelper ploeg fahrt fahrten ferien ferieperiode periode lager
        leir lejr plasser pladser platser plaatsen plekken platze urlaub anreise abreise zimmer unterricht undervisning
        undervisningen onderwijs stunden timmar tunnit ordning betreuung pasning barnpassning opvang fest feier feest
        juhla turnier abend avond aften kvall grillen essen mittag paikat kyyti matka ausflug utflykt wanderung schema
        skjema skema schemat anwesenheit abwesenheit""",
    Concept.PAID: """
        steuer steuern skat skatt belasting vero konto konti beitrag beitrage bidrag bijdrage maksu maksut avgift avgifter
        gebuhr gebuhren gebyr kontingent geld penge pengar penger spende spenden tilskud tilskudd zuschuss tuki quittung
        kvittering kvitto kwitantie kuitti loten lodder lotter lodd loddene arvat einnahmen opbrengst salg forsaljning
        verkauf verkoop verkauft forderung beihilfe kasse kassa kass kassan stipendium rabatt rechnung regning rakning
        mahnung purring""",
    Concept.HEALTH: """
        versicherung versicherungen forsikring forsakring verzekering vakuutus selskab allergi allergie allergien
        allergier allergia allergiat intoleranz intolerans intoleranse intolerantie puls pulsen impfung impfungen
        vaccination vaccinatie vaksine rokotus krankheit krankheiten sygdom sygdomme sjukdom sykdom ziekte ziekten sairaus
        diat diaet dieet kost medikamente medicin medisin medicijn medicijnen untersuchung undersogelse undersokning
        onderzoek tarkastus diagnose diagnosen verletzung verletzungen skade skader skada skador blessure blessures vammat
        attest erklaring erklarung arzt laege lakare laakari pflicht historik historikk schwelle""",
    Concept.PLAY: """
        test tests tester testen testit testi prozent procent prosent prosenten durchschnitt gennemsnit gjennomsnitt
        genomsnitt gemiddelde keskiarvo sprung sprunge sprint spurt hopp hoppet juoksu heitto wurf wurfe kast kastet poeng
        poang points punkte punkter punten pisteet minuten minuter minutter strafen straffe vorlagen fehler fejl fouten
        virheet paraden redninger raddningar reddingen torjunnat handicap tasoitus rangliste ranglista ranking rangering
        niveau niva taso rekord rekorder ennatys bestzeit bestzeiten training traening trening traning treenit bewertung
        einschatzung vurdering bedomning beoordeling arviointi verstandnis forstaelse tore doelpunten maalit ergebnis
        ergebnisse resultat resultater uitslag tulos tulokset quote kvote kvot zuge wert werte einsatze metern meter
        verlust sicherheit styrke styrka kraft technik teknik teknikk fahigkeit fahigkeiten vorschlag liga freistil""",
    Concept.PERSONAL: """
        schule school scholen skole skolan skola skolen koulu gemeinde gemeente kommune kommun kunta kanton beruf yrke
        yrket beroep ammatti sprache sprachen sprog sprak religion dommer domare schiedsrichter jahrgang argang arskull
        jaargang dyr djur instrument instrumente abschluss diplom diploma ausbildung uddannelse utdanning utbildning
        opleiding koulutus lehrer laerer larare leraar opettaja opettajan hobby hobbys uberzeugung overtuiging bekenntnis
        staat geschwister sosken sosk soskende""",
    Concept.IDENTITY: """
        schein scheine bescheinigung bescheinigungen bewilligung genehmigung tillatelse tilladelse tillstand vergunning
        ausweis ausweise bevis beviset bewijs legitimation lizenz lizenzen lisens licens licentie lisenssi zertifikat
        certifikat certificaat todistus schlussel nogle nokkel nokler nyckel nycklar sleutel sleutels avain avaimet
        transponder brik brikke chip lehrgang kurs kurse kurser kurset kursus cursus kenteken kennzeichen heft""",
    Concept.PERMISSION: """
        antrag antrage ansogning soknad ansokan aanvraag hakemus formular blankett formulier lomake vertrag kontrakt
        contract sopimus zettel einwilligung erlaubnis samtykke samtycke toestemming lupa suostumus mail mails""",
    Concept.CONTACT: "wohnsitz wohnort bosted woonplaats telefon telefoon puhelin epost",
    Concept.AGE: "alter alder leeftijd",
}
"""Concept -> how compounds of it end; a garment, a size or a number that they begin with counts more."""

KNOWN_ENDS = {end: concept for concept, ends in ENDS.items() for end in ends.split()}
"""How a compound ends -> its concept."""
