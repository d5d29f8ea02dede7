"""Words of headings that few lists have each: ways to pay, insurers, schemes, registers, duties of clubs in many countries.

In the form of `no_part`, which they complete.
"""

from __future__ import annotations

from roster_import.recognise.words import Concept

RARE_HEADINGS: dict[Concept, str] = {
    Concept.GUARDIAN: """
        stepfather stepdad stepmum authorised_collector childminder pflegeeltern abholberechtig~ tagesmutter
        ansprechperson~ wettelijke_vertegenwoordiger pleegouder~ stiefouder~ stiefmoeder noodgeval~ onthaalouder
        resp_legal resp_legal_1 repr_legal famille_accueil assmat lien_parente foyer_fiscal qui_vient_chercher
        tutor_legal patria_potestad representante_legal vuelve_solo parentesco ninera hermanos_club baby_sitter
        esercente_responsabilita tutore_legale uscita_autonoma fratelli_iscritti nucleo_familiare enc_educ
        resp_financeiro filiacao madrasta grau_parentesco poder_paternal quem_busca vai_sozinho irmaos_clube
        agregado_familiar bonusfar papfar plejeforaeldre ma_selv_cykle_hjem ma_cykle_hjem ma_ga_hjem cykler_selv_hjem
        gar_selv_hjem cykler_hjem_selv gar_hjem_selv foresette~ fosterforeldre daglig_omsorg
        stefar bonuspappa styvfar familjehem vaxelvis_boende lahiomainen edunvalvoja yhteishuoltajuus
        saa_lahtea_yksin powrot_samodzielny wraca_sam rodzina_zastepcza zak_zastupce odchazi_sam pestoun pestouni
        yakinlik_derecesi vasi_bilgisi kardes_sayisi 続柄 お迎え antal_born antall_barn antal_barn anzahl_kinder
        aantal_kinderen numero_de_hijos numero_hijos num_hijos nombre_d_enfants nb_enfants numero_di_figli
        numero_figli numero_de_filhos liczba_dzieci pocet_deti lasten_lukumaara cocuk_sayisi number_of_children
        no_of_children number_of_kids ritiro_figlio ritiro_figli ritiro_bambino delegato delega delegati wyjscie_samo
        wyjscie bere_domu kdo_bere kdo_ho_bere fahrt_bei_wem fahrt_mit_wem""",
    Concept.CONTACT: """
        post_code eircode townland tel_no mobilfunk~ threema whatsapp_gruppe meldeadresse gsmnr bereikbaar~
        domicilieadres code_post libelle_voie digicode interphone qpv code_insee cedex entre_calles tlfno wasap wsp
        cell_atleta recapiti citofono ponto_referencia telem cel_whats fone_recado logradouro postdistrikt e_boks
        mailliste folkeregistrert varslingsliste folkbokford folkbokforing kotikunta tel_kom zameldowania
        grupa_whatsapp datova_schranka adr""",
    Concept.DATE: """
        yob last_modified gebdat anmeldedatum gebjaar bouwjaar ingeschreven_op uitschrijfdatum aanmelddatum
        invoerdatum peildatum ddn f_nac cumple nato_il scad_visita scad_cert_med ora_di_inizio ora_di_completamento
        stagione_sportiva dt_nasc vencto aniversariante~ niver dt_cadastro oprettet_den indsendt_den tidsstempling
        svarfrist anmalningsdatum liittymispaiva eropaiva muokattu_viimeksi ostatnia_modyfikacja dat_nar
        casova_znacka 入団日""",
    Concept.AGE: """
        playing_up playing_down lebensjahr~ volljahrig~ minderjahrig~ seniorenklasse minderjarig~ meerderjarig~
        eerstejaars tweedejaars mineur majeur_mineur anos_cumplidos annata minorenne maggiorenne""",
    Concept.PLAY: """
        slugging strikeouts cautions sin_bin minutes_played win_loss heat_no ntrp wtn dupr midfield~ fly_half
        scrum_half outside_hitter right_footed broad_jump coxswain javelin doubles_partner years_played previous_club
        nebenposition hauptposition mittelfeld~ aussenverteidig~ innenverteidig~ rechtsaussen kreislaufer zuspieler~
        diagonalangreifer spielfuss klassierung zielzeit nettozeit bahnverteilung kampfgewicht abwaage
        fahrtenschwimmer fruhschwimmer schwimmkenntnis~ schwimmstufe kugelstossen skikonnen konnensstufe vorverein
        doppelpartner~ stammvorgabe middenveld~ spelverdeler linksbuiten rechtsbenig schorsing~ speelsterkte
        klassement dubbelklassement padelklassement mixpartner ranglijst~ inschrijftijd wedstrijdklasse kyugraad
        zwem_abc zwemvaardig~ zwembrevet~ vorige_club recreant~ kogelstoten cpph brevet_natation sauvnage galop
        galops ailier attaquant passeur buteur pilier talonneur categorie_poids pesee ambidextre temps_engagement
        couloir aisance_aquatique defensa mediocentro pivote escolta alero colocador ambidiestro categoria_peso
        tiempo_acreditado attaccante difensore terzino ambidestro batteria corsia squalific~ tabellone testa_di_serie
        goleador zagueiro atacante meio_campista ponta_lanca trinco levantador canhoto_destro pesagem exame_graduacao
        chaveamento artilharia peneira hojrehandet venstrehandet stregspiller midtbanespiller seedning puljeinddeling
        doublemakker frisvommer keivhendt venstrehendt linjespiller angrepsspiller emit_brik emitag kamptid
        hospitering hospitant overgangsdato differensiering vansterhant hogerhant vansterfattad anfallare mittfaltare
        forsvarare tavlingsklass seedningstid malgivande kyugrad simborgar~ baddaren klubbyte spelklar moderforening
        hyokkaaja puolustaja keskikentta laitapelaaja vasenkatinen vasenjalkainen vyoarvo vyokoe uimamerkki
        seurasiirto prawonozny lewonozny praworeczny leworeczny napastnik rozgrywajacy skrzydlowy obrotowy
        egzamin_na_stopien drzeni_hole utocnik zaloznik zebricek neplavec materska_jednota hostovani prestup
        sol_ayakli orta_saha stoper 급수 단증 승급심사 이전소속팀 구력 syottopist~ syotto allenam~ spelposition~ stor_liten_plan
        liten_stor_plan stor_plan liten_plan halvplan helplan stor_bane liten_bane kleines_feld grosses_feld
        gross_kleinfeld klein_grossfeld halbfeld speelt_ook speelt_ook_bij spielt_auch spielt_auch_bei spiller_ogsa
        plays_also also_plays plays_for_also joue_aussi juega_tambien gioca_anche spelar_aven domarkurs domarkurser
        domarutbildning dommerkurs dommerkursus schiedsrichterkurs scheidsrechterscursus trainerkurs tranarkurs
        traenerkursus traenerkurs trenerkurs lehrgang_d_kader d_kader lehrgang_kader kaderlehrgang auswahllehrgang
        landeskader malvakt_kan kan_sta_i_mal kan_tanka_sig_malvakt malvakt_kan_tanka_sig vil_sta_pa_mal kann_torwart
        kan_keepen favo_plek favoriete_plek favoriete_positie lieblingsposition favoritposition favorite_position
        posizione_preferita posicion_favorita posicao_preferida ulubiona_pozycja oblibena_pozice""",
    Concept.PAID: """
        gocardless monzo cheque_no kidsport tax_free_childcare amount_owing monthly_dues autopay fundraising_buyout
        mitgliedsbeitrag~ mitgliederbeitrag spielerbeitrag kursgebuhr monatsrate ebill esr_referenz barzahl~ gemahnt
        bildungspaket kulturlegi fruhbucher~ subvention~ selbstbehalt afbetaling~ domicilier~ bancontact overschrijv~
        volwassenenfonds meedoenregeling stadspas ooievaarspas rotterdampas uitpas kansentarief sociaal_tarief
        ecocheque~ pluxee clubcollect kwijtschelding boetepot teampot code_pass_sport sogecommerce dispositif_ars
        aeeh nb_cheques atouts_normandie helloasso assoconnect leetchi cotizup en_liquide echeancier ccas
        subvention_mairie sinpe tigo_money bancolombia prorrateo bono_cultural tarjeta_joven derrama cuota_socio tpv
        redsys mandato_sepa comprobante mercadopago yape nequi daviplata oxxo webpay transbank khipu scalapay sumup
        bancomat nexi caparra bollettino pagopa arretrat~ versamento quotizacao mensal_atrasada payshop nubank
        bolsista_integral bolsista_parcial comprovante boleto anuidade inadimplen~ debito_automatico parcelas isento
        bolsista pagseguro picpay ifthenpay easypay pgto abono_familia rykket_den dankort girokort delbetaling
        ratebetaling forfaldsdato tilgodehavende friplads broen_stotte traenerhonorar efaktura purret
        medlemskontingent delbetalt navstotte grasrotandel grasrotgiver kjoregodtgjorelse plusgiro kravbrev
        avbetalningsplan lok_stod lokstod idrottslyftet fritidspeng majblomman reseersattning slutbetald epassi
        smartum edenred liikuntasetelit virikeseteli joukkuemaksu erapaiva kulukorvaus kilometrikorvaus vapaaoppilas
        sisaralennus nadplata przelewy24 wpisowe czesne kdr 800plus ok_system gops mops bon_turystyczny
        variabilni_symbol var_symbol splatka preplatek fksp taksit eft_havale dekont papara 月謝 未納 遠征費
        카카오페이 네이버페이 스포츠강좌이용권 제로페이 자동이체 dues dues_pd dues_paid lodsedler~ lodseddel~
        loddsalg~""",
    Concept.PERMISSION: """
        walk_alone dbs_no pvg_scheme access_ni safesport fingerprint~ ds_gvo veroffentlich~ haftungsverzicht
        sonderprivatauszug privatauszug kinderschutz~ schulfrei nada_erklarung portretrecht alleen_naar_huis
        zelfstandig_naar_huis huisregels uittreksel_strafregister cnil aut_parentale honorabilite lu_et_approuve
        lopivi deslinde descargo_responsabilidad exoneracion delitos_sexuales carichi_pendenti trattamento_dati
        manleva presa_visione patto_associativo antipedofilia li_e_concordo regulamento_interno persondata
        straffeattest tro_og_love bildedeling taushetserklaering reisefullmakt kan_filmes registerutdrag
        sekretessmarkering personuppgift~ rikostaustaote turvakielto oswiadczen~ przetwarzanie_danych
        zpracovani_osobnich_udaju bezinfekcnost vypis_z_rejstriku acik_riza socials ok_for_socials ma_filmes
        ma_fotograferes ma_fotas far_filmas far_fotograferas darf_gefilmt_werden darf_fotografiert_werden
        may_be_filmed may_be_photographed peut_etre_filme peut_etre_photographie mag_gefilmd mag_op_de_foto
        puede_ser_grabado puo_essere_filmato""",
    Concept.HEALTH: """
        epi_pen dairy_free kosher pediatrician insurer policyholder autism immunis~ return_to_play bedwetting
        ambulance_cover unvertraglich~ schweinefleisch kein_schwein essgewohn~ sozialversicherungsnr mitversicher~
        hauptversicherte~ aok dak zahnspange sportarztlich~ vorerkrank~ bettnass~ reisekrank~ heimweh masernschutz~
        schwerbehind~ horgerat geen_varkensvlees ziekenfonds~ mutualiteit~ kleefbriefje~ geneesmiddel~ sportkeuring
        aandoening~ wagenziek reisziek~ bedplassen slaapwandel~ inenting~ kinesist ongevalsaangifte pps_coureur mgen
        groupama cerfa lamal ramq macif antitetanique sans_porc hallal contre_indication aesh osakidetza muface isfas
        prepagada alergenos antidoping tarjeta_sip cip_catsalut fonasa isapre imss patolog~ tdah prueba_esfuerzo
        antitetanica mapfre sanitas adeslas asisa inps inail cardiopatie idoneita cert_agonistico medicina_sportiva
        ausl senza_glutine salvavita unipolsai spirometria carteirinha_convenio parq emd unimed hapvida multicare
        tipo_sanguineo pcd hofeber kostbehov spiser_ikke_svinekod insulin sengevaeder sovngaenger koresyge legesjekk
        resept pollenallergisk glutenfri kosthensyn paracet ibux bilsyk tilrettelegging spesielle_behov gjensidige
        fremtind pollenallergiker laktosfri celiaki ater_ej_griskott stelkramp vardcentral aksjuka alvedon folksam
        trygg_hansa lansforsakringar horselnedsattning sangvatare skolskoterska gluteeniton perussairaudet
        sporttiturva tuplaturva lahitapiola kela_kortti matkapahoinvointi jaykkakouristus
        orzeczenie_o_niepelnosprawnosci aviomarin leki_stale uczulenia bezglutenowa celiakia polisa pzu nfz ekuz vzp
        vozp cpzp zpmv ozp zpusobilost detsky_lekar pediatr chronicka_onemocneni kinedryl sgk 酔い止め かかりつけ医
        obra_social mutua ei_voi_syoda ei_syo lust_geen mag_geen lust_niet kan_ikke_spise isst_nicht darf_nicht_essen
        ne_mange_pas no_come non_mangia nie_je neji qs_certif""",
    Concept.MEMBERSHIP: """
        non_playing proposer proposed_by mitgliedsstatus passivmitglied fordermitglied freimitglied probemitglied
        spielgenehmig~ vereinswechsel wechselsperre lsb_meldung bestandserhebung lidtype erelid proeflid proefles~
        niet_spelend speelgerechtigd~ herinschrijving spordle reinscription hors_periode licence_compet footclubs
        gesthand kalisport comiti ayant_droit carnet_socio abonados transfer_internacional endas domanda_ammissione
        svincol~ runts uisp csen fipav aics transf_nacional associad~ filiad~ revalidacao desistente trancamento
        rematricula mensalista conventus klubmodul kluboffice kampklar minidrett klubbadmin kolista avanmald
        idrottonline sportadmin svenskalag kunniajasen nimenhuuto suomisport palloverkko jasenrekisteri
        laczy_nas_pilka sokolska_zupa eos_sokol 休会 휴회 f_alta fecha_alta fecha_de_alta f_de_alta f_baja fecha_baja
        fecha_de_baja alta_en_el_club alta_club socio_no_desde socio_n_desde socio_desde n_socio_desde mitglied_seit
        medlem_siden medlem_sedan lid_sinds membre_depuis socio_dal czlonek_od clenem_od member_since""",
    Concept.PRESENCE: """
        dersane~ dershane~ etut etutler ozel_ders kurs_gunleri
        unexcused tardy umpiring timekeeping scorebook candy_sales booster_seat half_day_full_day after_care
        before_care early_drop_off awards_night chaperon~ teilgenommen selbstfahrer mittagstisch festwirtschaft
        schiedsricht~ arbeitseinsatz lottomatch papiersammlung presentielijst trainingsuur kantineploeg frietkraam
        zitverhoger~ vertrekuur scheids grensrechter tafelaar zaalwacht schoonmaakrooster clubtaak hulpouder~
        grote_clubactie oliebollenactie eetfestijn kampweek voetbalkamp sportkamp blijft_slapen kamergenoten
        tentindeling leefgroep naopvang middagmaal warme_maaltijd couchage procuration pouvoir_ag centre_aere alsh
        cantine demi_pension internat jours_entrainement madrugadores permanencia_tarde chuletada venta_turron
        turrones turno_cantina aula_matinal ludoteca alzador pernocta~ tienda_campana paella grigliata
        turno_segnapunti volantinaggio assenz~ turni_segnapunti scuolabus pernott~ grest prescuola buono_pasto torte
        giorni_allenamento assemblea_soci vaquinha feijoada arraial onibus ponto_encontro acantonamento pernoite
        refeitorio cabazes quermesse churrasco mutirao contraturno aula_experimental vagtplan tidtager linjevogter
        boldhenter oprydning~ vasketur samkorsel autostol selepude bustur vaerelsesfordeling udeblevet
        standerhejsning landbrugslotteri faellesspisning vaffelsteking vaktliste billettluke fair_play_vert
        sekretariat lopsleder samkjoring kjoreliste bilsete romkompis treningsleir treningssamling lagskveld
        natteravn klubbhusvask cafepass bingolotto toapapper hushallspapper korvgrillning bilkudde bussplats
        rumskompis skolsal franvarande tackat_nej kallelse matchklocka stadpass nattvandring arbetsplikt avfardstid
        kanttiini makkaramyynti wc_paperi ajanottaja jarjestyksenvalvoja pysakointivalvonta istuinkoroke
        lattiamajoitus kesaleiri polkolonie kolonie zgrupowanie autokar miejsce_w_autokarze wyzywienie zakwaterowanie
        wspollokator wywiadowka kiermasz podstawka_samochodowa nepritomen spolubydlici podsedak brigada brigady
        brigadnicke_hodiny casomeric casomira zapisovatel 部屋割り 승하차 방배정 지각 주차 차번호 카풀 차량번호
        autobus number_of_cars number_of_guests antal_gaester antal_gjester antal_gaster anzahl_gaste aantal_gasten
        nombre_d_invites numero_de_invitados numero_ospiti liczba_gosci pocet_hostu anzahl_autos antal_biler
        antal_bilar number_of_seats anzahl_platze antal_pladser aantal_auto odvoz odvoz_na_zapas odvoz~ tea_hut tjans
        tjansen tjanser bod_tjans lok dispo dispos faltas fravaersdage kit_store nyckel_till kod_till forradet
        sidst_set_til_traening senast_sedd sist_pa_trening sidst_til_traening last_at_training last_time_at_training
        zuletzt_im_training laatst_op_training sitter_pa_med sitter_pa_hos kjorer_med korer_med aker_med rijdt_mee_met
        fahrt_mit viaja_con viaja_com viaggia_con jede_s jedzie_z chi_lo_ritira chi_la_ritira chi_ritira
        quem_vai_buscar quien_recoge quien_lo_recoge qui_recupere qui_vient_chercher wer_holt_ab wer_holt wie_haalt_op
        hvem_henter vem_hamtar kdo_vyzvedava kto_odbiera trainings_bet trainingsbet traeningsdelt trainingsbeteiligung
        presencas_set presenze_set omluv_trenink omluv_treninku omluvy_trenink omluven_z_treninku""",
    Concept.OFFICE: """
        chairperson groundsman coaching_quals committee_member trustee team_parent registrar kassenpruf~
        schatzmeister~ obfrau vorstandsmitglied revisor~ jugendwart sportwart~ vereinsamt js_leiter juleica
        leiterkurs riegenleiter~ penningmeester jeugdcoordinator elftalleider ploegafgevaardigde terreinafgevaardigde
        vertrouwenspersoon commissielid kascommissie cqp_animateur initiateur_federal cdos tresorier~ educateur~
        juge_de_touche bafa bpjeps monitores junta_directiva tesorero vicepresident~ masajista fisioterapeut~
        socorrista allenator~ allenatric~ dirigente istruttor~ consiglio_direttivo direttore_sportivo blsd segreteri~
        tesoureir~ diretoria massagista vogal_direcao mesario arbitragem olheiro naestformand suppleant udvalgsmedlem
        styremedlem styreleder nestleder valgkomite oppmann barneidrettsansvarlig arrangementsansvarlig kassor
        ordforande sekreterare ledamot valberedning huvudtranare kanslist kansli domarutbildad domaransvarig
        rahastonhoitaja puheenjohtaja toiminnanjohtaja apuvalmentaja erotuomari kierownik_druzyny skarbnik
        komisja_rewizyjna vedouci_druzstva mistopredseda yonetim_kurulu genel_sekreter 会計係 記録係 총무 운영진
        kurs~""",
    Concept.IDENTITY: """
        playhq mygameday teamsnap sportsengine gotsport leagueapps foireann clubspark pitchero locker_code student_id
        lizenznr nuliga ladv fairgate clubcorner geburtsurkunde swiss_olympic_card datensatznr spindnr transpondernr
        campai spielerplus yolawo lidkaart licentienr spelerspas twizzit prosoccerdata dossiernr registre_national
        cuil cuit cedula libro_familia id_jugador cod_fisc codfisc rne_estrangeiro certidao_nasc cnpj nif_atleta
        carteirinha bid_cbf cref matricula_aluno orgao_expedidor tptd licensnr spillerlisens lisensnr pelaaja_id
        karta_zawodnika tc_no kimlik_no lisans_no nr_w_dz nr_w_dzienniku numer_w_dzienniku nr_dz pak_nr pak_nummer
        kostuum_nr costume_no costume_number kostum_nr numero_costume c_tridnim_vykazu katalogove_cislo""",
    Concept.PERSONAL: """
        country_of_birth torres_strait iwi studiengang schulart lehrperson~ m_v_x geboorteland lagere_school
        klasgroep leerkracht~ ulis segpa options_scolaires preescolar jardin_infantes profe_jefe bachillerato pedibus
        istituto_scolastico luogo_nasc turma_escola ano_turma ensino_medio morsmal skolekrets fritidsklubb fritidshem
        nato_a nata_a nato_nata_a church parish congregation kirche kirke kyrka kerk eglise iglesia chiesa igreja
        kosciol kostel kirkko track_assignment""",
    Concept.REMARK: """
        staff_notes hear_about_us import_status wiedervorlage dublette~ importstatus vorstandsbeschluss nagebeld
        spelersrapport tuchtzaak justificatif_manquant liste_attente expediente anagrafica_doppia da_richiamare
        inserito_gestionale gestionale n_protocollo golee sportclubby pendencias lancado_sistema adminnote
        sagsbehandler opfolgning saksbehandler internanteckning kanslinotering handlaggare uppfoljning_kansli
        mista_kuulit_meista kasittelija notatka_wewnetrzna skad_dowiedziales_sie odkud_o_nas_vite
        bizi_nereden_duydunuz 상담내용 rq rmq rem""",
}
"""Concept -> its words."""
