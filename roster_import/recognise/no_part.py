"""The words of columns that stand in every club's lists and are no part of an order: contact, health, payment, school.

They complete the words of `false_friends`, in the same form; a word that ends in `~` stands for every word that begins so,
as the languages with many endings need it. What the cells hold counts all the same (`fates`): a mark or a title is asked about.
"""

from __future__ import annotations

from roster_import.recognise.words import Concept

NO_PART: dict[Concept, str] = {
    Concept.GUARDIAN: """
        host_family responsible_person account_holder erz_berechtigte household_name household carer caregiver
        caregivers next_of_kin ice spouse wife husband foraeld~ vaerge~ foresat~ foreldre~ parorende foralder
        foraldra~ vardnadshav~ malsm~ anhorig~ erziehungsber~ eltern~ vormund~ sorgeberecht~ notfall~ angehorig~
        ouder~ verzorg~ voogd~ noodcontact~ noodnummer~ representant~ legal_guardian responsables~ urgence~
        progenitor~ apoderad~ acudiente genitor~ tutore encarregad~ responsave~ rodzic~ opiekun~ rodic~ zastupc~
        zakonn~ huoltaj~ vanhem~ ebeveyn~ annesi annenin babasi babanin velinin yakini yakin teacher~ lehrer~
        klassenlehrer~ laerer~ larare~ leraar~ professeur~ insegnante~ nauczyciel~ ucitel~ opettaj~ ogretmen~
        trainerin~ ubungsleit~ holdleder~ lagleder~ lagledare~ ledare leder begeleider~ treningsleder 親 父 母 担任
        緊急 부모 학부모 비상 父母 紧急 班主任 老师 nodkontakt~ nodfall~ vid_nodfall personne_a_prevenir a_prevenir
        persona_de_contacto persona_di_contatto hatayhtey~ hatatilan~ nouzov~ alarmow~ acil_durum~ valmentaj~ tranar~
        trenari trainingsleiter holdtraener pappa mamma mammas pappas opa oma bedstefo~ besteforel~ grosseltern
        mor_og_far far_tlf mor_tlf papa maman abuel~ nonn~ avos babcia dziadek babicka deda isoaiti isoisa 保護者名
        父親 母親 아버지 어머니 아빠 엄마 父亲 母亲 爸爸 妈妈 moeder~ vader~ sibling sibling_name leider teamleider~
        dirigeant~ delegado delegada referente ojciec kierownik vedouci yhteyshenkil~ joukkueenjohta~ enc_educacao
        enc_de_educacao enc_de_educ aiti aidin コーチ 코치 담임 abteilungsleit~ manageren lagforald~ laguforalder
        kontaktforaeld~ kontaktforalder lagkontakt partner_name partnername name_of_partner auth_pickup
        authorized_pickup authorised_pickup pickup_persons pickup_person""",
    Concept.CONTACT: """
        telefon~ telefoon~ telephon~ telefono~ phone~ mobilnumm~ mobiltelefon~ mobilnr~ handynr mobiln~ mobiel~
        e_mailadresse email~ mailadress~ epost~ eposta~ courriel~ correo~ sahkopost~ puhelin~ puh adress~ adres~
        addres~ anschrift~ wohnort~ wohnhaft strass~ hausn~ postleit~ postnum~ postcod~ postal~ postkod~ postort
        postitoimipaikka by_og_postnr poststed~ bostadsort~ bopael~ bopel~ gade~ vejnavn gateadress~ gatuadress~
        woonplaats~ huisnummer~ straatn~ domicilio residen~ direcc~ indirizz~ enderec~ localidad~ localita poblacion
        colonia barrio bairro distrito municip~ comune concelho freguesia comuna quartier miejscow~ zamieszk~ mieszk~
        ulicy bydlist~ trvale obec ulice~ osoit~ katuosoite~ katu paikkakun~ asuinpaik~ kotikun~ mahalle~ ilce ilcesi
        semt sokak cadde ikamet~ cep_telefon~ kommune~ kommun landkreis kreis bundesland canton kanton county~ suburb
        apartment contacto contato contatti contatto kontakt~ contactn~ contactp~ skype telegram viber wechat kakao
        line_id kakaotalk signal 携帯 携帯電話 連絡先 市区町村 都道府県 番地 番地以降 自宅 휴대폰 핸드폰 휴대전화
        우편번호 거주지 거주 전자우편 微信 邮编 住址 邮件 手机号 手機 電子郵件 via rua psc posta_kodu kod_pocztowy
        kod_poczt codigo_de_endereco cap_residenza ulice_a_cislo caddesi mail_adresse localidade localidades kunta~
        市町村 市区 도시 地区 동네 城市 区 sted hjemby heimatort herkunft herkunftsort ilce_adi plz_ort cp localitat
        poblacio nodnummer nodtelefon whatsappnummer zuhause hjemmetelefon mail_1 mail_2 whatsapp~ whats_app c_p
        personne_a_contacter persona_a_contactar coordonnees kontaktdaten kontaktinfo contactgegevens contact_info
        sms mobile_number opt_in telefonszam cim lakcim land_code landekode huisnr toevoeging c_o adresszusatz
        village villages landsby dorf wohndorf dorp pueblo aldeia aldea wies wioska vesnice kyla koy koyu bygd
        complement_d_adresse numero_civico piso puerta provincie regione region~ departement~ voivodship wojewodztwo
        kraj_zamieszkania okres lan fylke amt hemort hemstad hjemsted hjemstad thuisplaats localite wohngemeinde
        kotipaikka kotipaikkakunta bydlisko telegramm snapchat_navn""",
    Concept.DATE: """
        geburtsd~ geburtst~ geburtsj~ birth~ dateofbirth fodselsd~ fodselsa~ fodts~ fodelse~ fodelsed~ geboorted~ geboortej~
        naiss~ nacim~ nascit~ nascim~ urodz~ naroz~ syntym~ dogum~ timestamp~ datetime datum~ datoer fechas pvm paivamaar~
        paivays tarihi~ ajankoh~ kellonaik~ saat saati hora horario orario heure heures uhrzeit~ zeit tidspunkt~ tid tijd
        tijdstip czas cas godzin~ klockslag hour hours event_time event_date start_date end_date deadline ablaufdatum
        expires expiry expiration gultig~ valid_until udlob~ utgar geldig~ vencim~ validad~ scaden~ waznosc~ platnost~
        voimassa~ gecerlil~ inscripcion_fecha eingangsdatum monat maned manad mois mes mese miesiac mesic kuukausi month
        日時 時刻 時間 登録日 入会日 有効期限 申込日 시간 일시 등록일 가입일 유효기간 生日日期 报名时间 有效期 月份
        last_changed sidst_aendret sist_endret senast_andrad zuletzt_geandert laatst_gewijzigd derniere_modification
        ultima_modificacion ultima_modifica ultima_alteracao ostatnia_zmiana posledni_zmena viimeksi_muokattu son_guncelleme
        更新日 수정일 更新时间 changed modified geandert gewijzigd paivitetty date_d_inscription date_inscription
        date_d_adhesion date_d_entree date_de_sortie date_d_expiration verjaardag anniversaire compleanno aniversario 생일""",
    Concept.AGE: """
        leeftijds~ aldersar u_class years_old jahre_alt wiek~ vekova ikaluok~ yasinda 満年齢 만나이 연령 岁 岁数 周岁 years
        jahre_im_verein lata_gry roky_hrani years_of_experience ar_i_klubben ar_i_klubb vuodet yillar jaren""",
    Concept.PLAY: """
        sturmreihe angriffsreihe reihe linie kette formationslinie positionen positioner posit~ posic~ posiz~ pozic~
        pozyc~ pelipaik~ mevki~ ruol~ spilleposition~ stilling scored tore tor buts goles gol gols golos reti
        marcature bramki branky maalit goller malskott maal mal doelpunten vorlagen asistencias asystys asistence
        syotot asist asists malgivende spieleinsatze einsatze kampe kamper wedstrijden matchs matcher partidos
        partite jogos mecze zapasy ottelut maclar appearances apps gp gs reb blk fg ft avg pct era rbi hr obp slg ops
        mvp plus_minus rpg ppg apg yellow_cards red_cards gelbe_karten rote_karten cartons tarjetas ammonizioni
        kartki vykon statistik~ statistic~ estadistic~ estatistic~ tilasto~ istatistik~ minutter minuten minutos
        minuti minuty minuutit dakika skill~ niveau~ nivel livello poziom uroven taso seviye level_of~ handicap hcp
        elo dwz strong_foot preferred_foot handed left_handed fussigkeit starker_fuss voorkeursbeen pie_dominante
        piede noga noha jalka ayak kickfuss wurfhand~ skudhand skudben spilleben season~ saison~ sasong~ sesong~
        saeson~ seizoen~ temporada~ stagione epoca sezon~ sezona kausi sportsgren sportart~ sportgren idraet~ idrett~
        deport~ disciplin~ disziplin~ dyscyplin~ laji lajit brans bransi gara race heat lane distance distanz~
        strecke stroke league liga spielklasse leistungsklasse startklasse venue location spielort 役割 担当 得点
        アシスト 試合 出場 レベル シーズン 競技 種目 利き足 利き手 打順 골 득점 도움 경기 수준 시즌 종목 역할
        포지션번호 进球 助攻 赛季 项目 角色 水平 foot fod parcours player_type wurfe wurf treffer versuche freiwurfe
        abschlusse zweikampfe passes tirs schusse shots tackles saves steals blocks rebounds turnovers faceoff~
        stamina skating strength agility flexibility aptitude specialty awareness reflexes endurance speed pace
        dribbling assist~ fw gole goly gol_sayisi gols_marcados posisjon~ posicion~ pozisyon~ poste_de_jeu golit
        category categories exp made att attempts fga fgm fta ftm threes fot fotter voet voorkeursvoet~ basta_fot pe
        pe_preferido pe_dominante 주발 주발잡이 惯用脚 惯用手 handed~ haandethed skytter~ rangering ranking~
        classifica clasificacion classement luokitus siralama section~ sektion~ seccion~ sezione secao sekcja
        oddeleni jaosto abteilung~ sparte~ been benen post posto puesto trikotnummer_alt belt gurtel~ baelte belte
        ceinture cinturon cintura pas_karate spielstarke~ leistungsst~ evaluation~ bewertung~ schiedsrichter~ dommer~
        domare scheidsrechter~ arbitre arbitro sedzia rozhodci tuomari hakem referee~ pgs stat stats kampminutter
        einsatzzeit~ ausfall~ sperre~ gesperrt karantaene suspended suspension playing_time spilletid spelletid
        speltid spielzeit~ speeltijd temps_de_jeu tiempo_de_juego tempo_di_gioco tempo_de_jogo minutaggio czas_gry
        odehrany_cas peliaika oyun_suresi 出場時間 출전시간 上场时间 ability abilities fahigkeit~ faerdighed~
        ferdighet~ fardighet~ vaardighe~ habilidad~ abilita umiejetn~ dovednost~ taidot beceri stammplatz~
        stammspieler startelf plads plass plats skudarm skuddarm klubba klubbfattning skjuter stick_hand stick_side
        stick gurtelfarbe bandfarbe kyu dan_grad lk starke_ben staerke_ben voorkeurspos~ demarcacion pierna
        lateralidad lateralite gaucher_droitier gaucher droitier mano hul hokejka maila katisyys 주손 출전 띠 띠색 帯
        帯の色 出场次数 腰带颜色 belt_colour belt_color baeltefarve beltefarge baltesfarg couleur_ceinture
        couleur_de_ceinture colore_cintura color_cinturon vyo cinto faixa pas_kolor niva nivaa niveauklasse mac
        batting bowling batsman bowler keeper_wicket wicketkeeper schlaghand slaghand vangt sweeper stroke_side
        bow_side foil_hand dominante_hand fuss starkes_bein starkes_fuss reka dominujaca_noga pas pasek kusak
        tegenstander~ gegner modstander motstander motstandare adversaire adversario avversario rival przeciwnik
        souper vastustaja rakip 対戦相手 상대 对手 accuracy throw_power throw_on_run play_action archetype lvl
        swim_level swim_lvl swim_test~ bronzeabz~ seepferdchen~ etoiles etoile_ski sorti entre_en_jeu market_value
        marketvalue markedsvaerdi marknadsvarde marktwaarde valeur_marchande valor_de_mercado valore_di_mercato""",
    Concept.PAID: """
        geld_bekommen geld_erhalten geld_da geld_eingegangen money_received money_in penge_modtaget penger_mottatt
        pengar_mottagna geld_ontvangen argent_recu dinero_recibido soldi_ricevuti payment~ paypal~ mobilepay~
        mobile_pay mobilpay~ vipps~ swish~ twint~ getwint~ bizum~ blik tikkie~ getikkie~ geswish~ payconiq~ zelle~
        venmo~ revolut~ lydia satispay~ mbway~ mb_way cash_app cashapp~ multibanco stripe sepa iban bic swift bank~
        konto~ kontonr kontoinh~ lastschrift~ mandat~ rekening~ conto_corrente cuenta tilinum~ hesap~ transaction~
        transaktion~ receipt~ quittung~ kvitt~ recibo ricevuta paragon deposit~ kaution~ pfand depositum pantti
        discount~ rabatt~ rabat zuschuss~ saldo balance outstanding_amount bezahl~ zahlung~ zahlart~ gezahlt
        uberwies~ uberweis~ betal~ betaal~ pagad~ pagat~ pagament~ paiement~ reglement_effectue cotisation~ regle
        reglee oplac~ oplat~ platnosci platb~ zaplac~ maksu~ maksett~ odeme~ odend~ odenen beitrag~ mitgliedsbeitr~
        kontingent~ avgift~ medlemsavgift~ contributie~ cuota~ quota quote quota_associativa skladk~ prispevk~
        prispev~ clensky_prispevek jasenmaksu~ aidat~ gebuhr~ vklad startgeld~ startgebuhr~ deelnemersgeld inskriv~ faktur~
        factur~ fattur~ fatur~ lasku~ invoic~ 会費 支払い 支払済 納付 入金 振込 口座 領収 請求 회비 납입 입금 계좌
        영수증 완납 会费 缴费 已付 银行 发票 押金 quotas~ cuotas remise~ descuento~ sconto~ desconto~ znizk~ slev~
        alennus~ indirim~ refund~ ruckerstattung~ zahlweise~ bezahlart~ betalingsd~ betalingsm~ betaalwijze
        forma_de_pago metodo_di_pagamento forma_de_pagamento moyen_de_paiement mode_de_reglement sposob_platnosci
        zpusob_platby maksutapa odeme_sekli ermassig~ rechnungsadr~ tegoed credit guthaben schulden openstaand
        reste_a_payer pendiente saldo_offen cheque cheques especes efectivo contanti gotowka hotovost kateinen nakit
        standing_order direct_debit dauerauftrag~ betalingsservice avtalegiro autogiro prelevement~ domiciliacion~
        addebito debito_direto incasso automatische_incasso zlecenie_stale trvaly_prikaz suoraveloitus otomatik_odeme
        restance~ restancer arrears owing owed udestaende utestaende subs subscription subscriptions cash_or_card
        cash_card anzahlung restbetrag rest_a_payer reste_du caution traningsavgift treningsavgift fianza acconto
        cauzione caucao mensalidad~ em_divida wplat~ wplac~ platnosc zaliczk~ do_zaplaty zaleglosc~ kaucja przelew
        uhrazen~ doplat~ zaloh~ kauce avoinna borc borcu kalan depozito domiciliad~ banco loteria borg machtiging
        reglement reglements 集金 残金 미납 欠款 支付方式 未収 zahlungseing~ mensualite~ mensualidad~ anticipo
        senal_pagada ratenzahl~ dluh dluzi velka_splatka tilitetty laskutettu erlagt bezahlt_am betalt_dato
        betalingsdato pagado_el regolato saldato quitado liquidado voucher vouchers voucher_code voucher_codes coupon
        coupons coupon_code gutschein~ promo_code gavekort~ gavekode rabatkode presentkort cadeaubon buono_sconto
        codice_sconto code_promo cupon aufpreis mehrpreis surcharge surcharges merpris tillaegspris pristillaeg
        sobrecosto lisamaksu ek_ucret priplatek toeslag zuschlag zuschlage aufschlag a_pagar da_pagare odenecek
        zu_zahlen extra_cost extra_costs pdte pte_pago pend_pago taxable requires_shipping compare_at_price plazo
        egenandel~ but_beantragt but_karte but_bescheid""",
    Concept.IDENTITY: """
        licen~ lizenz~ lisens~ lisenss~ spielerpass~ spielerpaes~ passport~ reisepass~ personalausweis~ ausweis~
        ident~ dowod~ dowodu obcansk~ rodne~ rodne_cislo henkilotun~ hetu kimlik~ tckn personnum~ persnr persnum~
        cpr~ steuer~ nss matric~ numero_tessera tessera~ tesserin~ carnet cartao cartao_cidadao documento document
        dni_nie curp mitgliedskart~ medlemskort lidmaatschapsnummer fodselsnr external_id rfid qr qr_code ean
        vereins_id dfbnet~ dfb dbu fogis~ spond~ datahandball~ ffn fff rfef figc pzpn facr palloliitto~ tff 会員id
        登録no 学生番号 証明書 選手登録番号 아이디 주민등록번호 주민번호 证号 证件号 身份证号 注册号 relatienr
        relatienummer relatiecode relatie_code bondsnummer~ bondsnr~ forbundsnr~ verbandsnummer~ verbandsnr~
        federation~ federacion~ federazione registrering~ registro rekisteri~ kayit_no sicil~ startbuch~
        wettkampfpass~ spelarpass~ spilleridentifikation certifikat~ spillercertifikat~ spelarlicens~ startlicens~
        trainerlizenz~ verbands_id bond_id fodboldid fotball_id vereinsnr~ sfv rel_code rel_nr relnr tess_fipav
        tess_fip tess_figh tess_fir order_item_id product_id variation_id sfv_personid personid person_id medlems_id
        member_id spieler_id player_id customer_id licence_no fan fan_no rfen lfv c_f 選手証 选手证 선수증 aof dtb_id
        dtb dkv knvb knvb_nr nff_id fiks_id fiks nif_id dbu_nr dbu_id uefa_id fifa_id entered_by checked_by
        created_by updated_by added_by oprettet_af oprettet_av opprettet_av registrert_av utlamnad_av skapad_av
        eingetragen_von erfasst_von erstellt_von geandert_von ingevoerd_door aangemaakt_door saisi_par cree_par
        modifie_par creado_por introducido_por inserito_da creato_da criado_por inserido_por wprowadzil utworzyl
        zadal vytvoril lisannyt kirjannut giren kaydeden 入力者 입력자 录入人 eventcode event_code event_id meetingid
        entryid startlistid cost_centre cost_center kostenstelle omkostningssted kostnadsstalle kostnadssted
        centre_de_cout centro_de_coste centro_di_costo kostenplaats project_code ticket_no ticket_number ticket_nr
        ticket_id ticketnr ticketnummer billetnr billetnummer biljettnummer biljettnr num_billete no_billet""",
    Concept.PERMISSION: """
        media_ok media_consent form_returned forms_returned home_alone alleine_nach_hause hallenschlussel passantrag
        consent consents consentement~ consentim~ consens~ permission~ permit approv~ agree~ gdpr dsgvo rgpd avg_toestemming
        rodo kvkk privacy~ datenschutz~ einwillig~ einverstand~ zustimm~ erlaubnis~ fotoerlaub~ fotofreig~ freigabe~
        bildrecht~ samtyk~ samtyck~ billedsamtyk~ bildsamtyck~ bildesamtyk~ tillad~ tillat~ godkend~ godkjen~ godkann~
        medgiv~ fotomedgiv~ bildmedgiv~ toestemm~ akkoord~ autoris~ autoriz~ droit_a_l_image droits_image
        droit_a_l_img droit_img droits_img derecho_img der_imagen dir_imagem bildr derechos_de_imagen
        imagen imagem immagine immagini liberatoria zgod~ wizerun~ souhlas~ suostum~ lupa kuvauslup~ izin izni onay onayi
        muvafakat~ terms vilkar bedingungen agb reglamento regolamento regulamin~ newsletter~ nyhedsbrev~ nyhetsbrev~
        marketing signed signature~ unterschr~ underskr~ handtekening~ assinatura podpis~ allekirjoit~ imza imzasi waiver~
        disclaimer 同意 承諾 許可 掲載 署名 肖像権 동의 서명 초상권 许可 签名 签字 授权 rules vedtaegt~ vedtekt~ stadgar
        satzung~ statuten~ statuts hausordnung reglement_accepte reglement_interieur regeln regler regole regras reglas
        pravidl~ zasady saannot kurallar hyvaksy~ tietosuoj~ accepts accepted accepterer godtar godkanner akzeptiert acepta
        accetta aceita akceptuje prijima kabul 規約 利用規約 개인정보 隐私 协议 villkor privatliv~ personvern~ integritet~
        t_cs t_c tcs lopd lgpd signert bildesamtykke~ saerlige_tilladelser zgloszenie_rodo modulo_firmato modulo_iscrizione
        moduli drets_d_imatge atestado dossier_rendu dossier_complet dossier documentacion documenti documentos dokumente
        dokumenty doklady papiers modul_firmato foto_entregada permission_slip
        geht_allein allein_heim allein_nach_hause darf_allein walks_home walk_home gar_hjem_alene gar_hem_sjalv
        mag_alleen rentre_seul part_seul puede_irse_solo esce_da_solo
        darf_alleine alleine_heim geht_alleine""",
    Concept.HEALTH: """
        gluten glutenfree gluten_free
        intoler~ intolleran~ unvertraglichk~ nadwrazliw~ allerg~ alerg~ medic~ medizin~ medisin~ medikament~ lakemed~
        lekarsk~ lekarz~ lekar lekari leki leky ilac ilaclar laakit~ laake laakkeet laakari~ doctor~ doktor~ arzt~ hausarzt~
        legeerkl~ fastlege lege lakar~ lakare huisarts~ medecin~ medico medica insuranc~ versicher~ krankenkass~
        krankenvers~ forsikr~ forsakr~ verzeker~ assuranc~ mutuelle seguro aseguradora assicuraz~ ubezpiecz~ pojist~
        pojistovn~ vakuut~ sigorta~ health~ gesundh~ helbred~ helse~ halsa halsodekl~ gezondh~ sante salud salute saude
        zdrowi~ zdravot~ zdravi tervey~ saglik~ injur~ verletz~ skader skade skadet blessure~ lesion~ infortun~ kontuzj~
        zranen~ vamma~ sakatl~ diet dietary dieet dieta dietas food~ meal~ kostvaner kosthold specialkost ernahr~ vegetar~
        vegan~ voeding~ essenswunsch regime_alimentaire ruokaval~ yemek~ besin blood~ blutgruppe blodtype bloedgroep
        grupo_sanguineo gruppo_sanguigno groupe_sanguin kan_grubu vaccin~ impf~ rokot~ asilari szczep~ ockov~ disab~
        behinder~ handikap certificat~ certificado~ certificato~ attest~ zaswiad~ potvrzeni todistu~ asthma~ astma~ diabet~
        epilep~ erkrankung~ krankheit~ sygdom~ sykdom~ sjukdom~ ziekte~ maladie~ enfermedad~ malatti~ doenca~ chorob~ nemoc~
        sairau~ hastalik~ special_needs アレルギー 保険 保険証 健康 健康状態 既往症 怪我 食事 血液型 알레르기 보험 건강 부상
        식단 혈액형 질병 过敏 保险 健康状况 伤病 饮食 疾病 病史 alerji~ sygesikr~ sygeforsik~ sjukf~ zorgverz~ zorgpolis~
        sykefor~ carte_vitale tessera_sanitaria tarjeta_sanitaria cartao_de_saude zdravotnick~ sairaus~ terveyskort~
        saglik_karnesi notfallmedik~ besonderheit~ einschrankung~ handikapp~ laegeerkl~ legeattest tauglichkeit~
        aptitude_medicale certificat_medical dbs dbs_checked background_check safeguarding~ fuhrungszeugnis~ borneattest~
        politiattest~ utdrag_belastningsregister belastningsregister vog medical_exam examen_medico examen_medical
        exame_med exame_medico exames_medicos ex_med med_desp exam_med
        visita_medica prohlidk~ badania badanie terveydentila tapaturma~ sygdomme erste_hilfe first_aid forstehjelp brille
        brillen briller glasogon lunettes gafas occhiali oculos tetanus~ polio mmr covid~ corona~ inhaler~ inhalator~ epipen
        hepatitis~ saerlige_hensyn spesielle_hensyn sarskilda_hansyn hansyn bijzonderhed~ traitement~ patologi~ farmac~
        przeciwwskaz~ erityisruoka~ 持病 服薬 복용약 특이체질 用药 lekarska_prohlidka gesundheitliches krankheiten~ ziekten
        besonderes lichamelijk~ beperking~ maladies pathologie~ antecedentes anamnes~
        kk cm_fourni
        pollen notter nuts nusse nueces noix noci スポ安""",
    Concept.MEMBERSHIP: """
        played_last_year played_last_yr played_last_season letztes_jahr_dabei letzte_saison_dabei var_med_sidste_ar
        spillede_sidste_ar spilte_i_fjor spilte_forrige_sesong spelade_forra_aret vorig_jaar_gespeeld
        joue_l_an_dernier membership~ medlemskab~ medlemskap~ medlemstyp~ medlemsstatus~ mitgliedschaft~
        mitgliedsstat~ mitgliedsart~ mitglied_seit lidmaatschap~ lidsoort lid_sinds adhesion~ afiliac~ abbonament~
        tesserament~ czlonkost~ clenstv~ jasenyy~ uyelik~ member_since medlem_siden joined_on eintritt~ austritt~
        beitritt~ indmeld~ udmeld~ innmeld~ utmeld~ intrade uttrade inscrip~ iscrizion~ inscric~ inschrijv~
        rejestrac~ registrac~ anmeldung~ tilmeld~ pamelding~ anmalan~ anmald zapisy ilmoittaut~ kayit kayit_tarihi
        renewal~ returning aktiv aktivt aktiva aktive actif activo activa attivo attiva ativo ativa aktywny aktywna
        aktywnosc aktivni aktiivinen aktif passiv passive honorary ehrenmitglied newcomer 会員種別 会員区分 入会 在籍
        회원구분 입회 가입 会员类型 入会时间 czlonkowsk~ clensk~ jasennum~ uye_no uye_numarasi active inactive
        tipo_de_socio tipo_socio soort_lid soort_lidmaatschap type_lid jasentyyp~ jasenlaji 회원유형 회원_유형
        会員タイプ 회원등급 会员等级 kategorie_mitglied mitgliedstyp~ mitgliedsgruppe~ medlemsgrup~ medlemskategor~
        medlemsklass~ czlonkiem clenem kundig~ opsagt oppsagt uppsagd opzegging~ resiliation baja_fecha dimission~
        wypowiedz~ familienmitglied~ familiemedlem~ paid_member registered affiliated federado federada ficha
        ficha_federativa inscrito inscrita karta_zgloszenia karta deklaracja 登録 選手登録 선수등록 注册 zgloszon~
        zarejestr~ spielrecht~ spielberecht~ forderverein~ stottemedlem stodmedlem elenco pelipassi~ spielerpass_da
        im_verein_seit seit verein_seit in_club_since club_since at_club_since i_klubben_siden klub_siden
        i_klubben_sedan bij_club_sinds au_club_depuis en_el_club_desde nel_club_dal no_clube_desde w_klubie_od
        v_klubu_od seurassa_vuodesta with_the_club_since""",
    Concept.OFFICE: """
        dienstgrad~ rangabzeichen military_rank
        kaptein~ kaptajn~ kapitein~ aanvoerder~ mannschaftsfuhr~ anforare kapteeni~ kaptan~ kapitany vice_captain captain~
        kapitan kapten capitaine capitan capitano capitao kapteen substitute~ ersatzspieler udskifter innbytter treasurer
        kassenwart kassierer kasserer team_manager キャプテン 主将 主将名 주장 队长 隊長 補欠 후보 spielfuhrer~ capitana""",
    Concept.PRESENCE: """
        shift shifts seat_no boat_no zi_nr table_no bed_no bus_no lane_no cabin_no dressed experience~ erfahrung~
        erfaring~ erfarenh~ ervaring~ experiencia esperienza doswiadcz~ zkusenost~ kokemu~ deneyim~ 経験 경험 经验
        attend~ anwesen~ abwesen~ tilstede~ fremmod~ oppmot~ narvaro~ narvarande aanwez~ afwez~ presence presencia
        presenza presenca present presente presents presences absent absence asistencia asistira assiduite obecn~
        dochazk~ ucast lasna~ paikallaolo katilim katilacak avail~ verfugb~ tilgaengel~ tilgjengel~ tillgang~
        beschikba~ disponib~ dostepn~ dostupn~ saatavil~ musait~ transport~ carpool~ lift_home fahrgem~ fahrdienst~
        mitfahr~ korsel~ kjoring~ skjuts~ samakning~ vervoer~ covoiturage voiture transporte trasporto doprava
        dojazd~ dowoz~
        podwoz~ odvoz~ kyyti~ kimppakyyti ulasim servis_guzergah driver~ fahrer~ bus busplads volunt~ freiwill~ frivillig~
        vrijwillig~ benevol~ volontar~ wolontar~ dobrovol~ vapaaeh~ talkoo~ gonullu~ helfer~ helfen mithilfe~ dugnad~
        hjaelper~ overnight~ ubernacht~ overnat~ hotel~ accommodation~ arrival departure abfahrt~ ankunft~ rsvp kommt
        coming dias_disponibles dias_usados dias siblings geschwister~ sosken~ soskend~ broers zussen fratrie freres
        hermanos hermanas fratelli sorelle irmaos rodzenst~ sourozen~ sisaru~ kardes~ 出席 欠席 参加可否 送迎 交通
        ボランティア 兄弟 宿泊 출석 참석 교통 자원봉사 형제 숙박 出勤 志愿 兄弟姐妹 住宿 training_days training_day
        traeningsdag~ treningsdag~ traningsdag~ trainingstag~ trainingsdag~ trainingszeit~ jours_d_entrainement
        dias_de_entrenamiento giorni_di_allenamento dias_de_treino dni_treningow dni_treningu treninkove_dny
        harjoituspaiv~ antrenman_gun~ antrenman_gunleri 練習日 曜日 훈련요일 요일 训练日 weekday weekdays ugedag
        ukedag veckodag wochentag weekdag can_help can_drive helping hjaelpe hjaelp hjelpe hjelper hjalpa helpen help
        お手伝い 手伝 봉사 yoklama can_swim svomme~ simkunnig~ simma schwimmen zwemdiploma~ zwemmen nager nadar
        nuotare plywac plavat uida uimataito~ yuzme~ 泳げる 泳力 수영 游泳 driving_licence fuhrerschein~ korekort~
        forerkort~ korkort~ rijbewijs~ permis_de_conduire patente ajokortti~ ehliyet~ dojezd~ room room_number
        room_no rooms vaerelse romnummer rumsnummer kamernummer habitacion quarto pokoj huone oda parking parkplatz
        camp trainingslager~ traeningslejr~ lunch mittagessen frokost car_seats seats session sessions rijdt_mee
        meerijden rijden kan_kore kan_kjore kan_skjutsa presenz~ presenc~ presenci~ devamsiz~ devam absenc~ fravaer~
        franvaro~ verzuim inasistencias assenze faltas nieobecn~ absence~ poissaol~ beteiligung~
        trainingsbeteiligung~ venteliste~ ventelista~ vantelista~ warteliste~ wachtlijst~ liste_d_attente
        lista_de_espera lista_d_attesa waiting_list lista_rezerwowa cekaci_listina jonotus~ syskon~ geschwisterkind~
        anreise~ abreise~ zimmer~ unterkunft~ mitfahrt~ tryout~ probetraining~ proevetraening provetraning invite
        invited eingeladen response responded antwort svar svaret schwimmabzeichen~ seepferdchen~ swimming_badge
        svommemaerke~ simmarke~ lift lift_needed needs_a_lift lift_to cake cakes baking kuchen kuchenspende~ kage
        kagebord kageliste kake kakeliste kaka fika fikalista gateau gateaux sommerfest~ weihnachtsfeier~ julefrokost
        julbord afslutningsfest party barbecue bbq grillfest~ kiosk kioskdienst~ kioskvakt kantinedienst helper
        helpers tea_rota can_offer_lifts offer_lifts offers_lifts kan_tage_bil bil billeder_ok pa_tur med_pa_tur
        hyttetur stavne staevne~ med_pa_cup cupen cup_deltagelse laeger lager_deltagelse turneringer turnering~
        tournoi~ torneo~ torneio~ torneig turniej~ turnaj~ turnaus~ turnuva toernooi~ tournaments zusage~
        platze_im_auto platze_auto sitzplatze schnuppern schnuppertraining kamp_mee mee_op_kamp in_appgroep appgroep
        whatsappgruppe peut_conduire conduit chauffeur places_voiture hebergement~ stage stages coche
        puede_llevar_coche plazas_coche campus posti_auto ritiro_precampionato tem_carro boleia carona estagio
        samochod oboz obozy wyjazd_na_oboz nocleg~ auto odvoz soustredeni plavec plavci leiri~ yopymi~ voi_kuljettaa
        autopaik~ avain servis arac kamp kampi 出欠 参加 車出し 配車 乗車 合宿 차량 차량지원 카톡방 합숙 是否参加
        接送 夏令营 skyss~ kjorer korer kjorebok bardienst~ wasbeurt~ fluitbeurt~ waschdienst~ trikotwasche~
        trikotwaschen vaskeansvar~ draktvask~ toejvask~ tojvask vasketoj tvattlist~ tvattveck~ pyykkivuor~
        kioskivuor~ talkoovuor~ laundry washing_rota kit_wash kit_washing lavage_maillots lavage_des_maillots
        shirts_wassen wassen_shirts wasschema rijschema duty duties snack_duty snacks orange_rota oranges
        referee_duty scorer_duty fikaansvar~ kiosk_duty mokkapal~ 洗濯当番 お茶当番 当番 당번 值日 turnier~
        tournament~ wettkampf~ wettbewerb~ concours competition~ competicion~ competicao zawody zavod~ kilpailu~
        yarisma~ event events veranstaltung~ stevne 大会 대회 比赛 frekwenc~ utdrag boats""",
    Concept.PERSONAL: """
        nat natname nat_name gender~ geschlechts~ nationalit~ nasjonalit~ statsborger~ staatsang~ staatsburg~
        medborgar~ nationaliteit~ nacionalid~ nazional~ cittadin~ ciudadan~ cidadan~ narodow~ obywatel~ narodnost~
        obcanstv~ kansalais~ uyruk uyrugu konn_juridisk language~ sprache~ muttersprach~ sprak sprog modersmal~ taal
        moedertaal langue~ idioma~ lingua jezyk~ jazyk~ kieli aidinkieli dili religion~ konfession~ bekenntnis anrede
        salutation aanhef civilite hitap osloveni tiltale tiltalsform facebook~ instagram~ tiktok~ snapchat~ youtube~
        linkedin~ twitch discord~ strava insta fb social_media soziale_medien sosiale_medier website~ web webseite~
        homepage profile profil profilbild~ foto~ photo~ fotograf~ valokuv~ kuva zdjec~ focen~ occupation~
        profession~ beruf~ yrke~ beroep~ profesion~ profissao zawod zawodu povolani ammatti~ meslek~ employer~
        arbeitgeber~ marital~ familienstand~ hobby~ hobbies pferd horse cheval caballo cavallo geburtsort~
        birthplace~ fodested lieu_de_naissance luogo_di_nascita lugar_de_nacimiento ethnic~ universit~ universid~
        uniwersyt~ univerzit~ yliopist~ fakultat~ faculty kindergart~ barnehag~ borneh~ forskol~ hochschul~ gymnasium
        lycee instituto liceo lukio lise klass klas clase klasa trida luokka sinif sinifi schoolclass schulklass~
        schulname schulort skolens skolklass~ schoolyear studium~ ecole~ escolar szkol~ skoly koulu~ okulu okulun
        ogrenim nationalite 組 年組 学部 大学 幼稚園 職業 言語 敬称 반 학교명 대학교 유치원 직업 언어 호칭 职业 语言
        学历 学院 头像 escola~ escuela~ okul okullar 학교 학교명칭 出身 出身校 中学 高校 小学校 中学校 출신교
        grado_y_grupo grado pronouns pronomen pronoun classe classes curso cursos klassetrinn~ klassenstuf~
        klassestufe jahrgangsstuf~ klassenname arskurs~ arstrin~ leerjaar~ groep_school ano_escolar anno_scolastico
        annee_scolaire rok_szkolny rocnik_skoly vuosiluok~ okul_numarasi prislusnost~ statni_prislusnost dil diller
        taalvoorkeur parlees job jobs work arbejde~ arbeid jobb arbeit ansat lavoro trabajo trabalho praca prace tyo
        tyopaikka is_yeri gpa colegio~ 学校 学校名称 naturalidade~ natural_de vivienda heard_about heard_about_us
        how_did_you_hear referral~ referred scholarship~ beca becas stipend~ grad_year graduation~ diploma diplom
        diplome surname_at_birth fodeby fodselssted fodelseort colegi scoala gymnasie~ videregaende ungdomsskole
        folkeskole~ efterskole~ institut instituto_educativo establecimiento etablissement~ lukuvuosi
        favourite_player favorite_player favourite_team favorite_team favourite_club favorite_club favourite_food
        favorite_food lieblingsspieler~ lieblingsverein~ lieblingsessen yndlingsspiller~ yndlingshold yndlingsklub
        favorittspiller~ favorittlag favoritspelare~ favoritlag favoriete_speler favoriete_club joueur_prefere
        equipe_preferee club_prefere jugador_favorito equipo_favorito giocatore_preferito squadra_preferita
        jogador_favorito equipa_favorita ulubiony_zawodnik ulubiony_klub oblibeny_hrac oblibeny_klub lempipelaaja
        suosikkipelaaja favori_oyuncu house houses school_house custody sorgerecht~ foraeldremyndighed~
        foreldreansvar vardnad ouderlijk_gezag geboorteplaats syntymapaikka misto_narozeni miejsce_urodzenia
        naturalita form_class form_group form tutor_group homeroom reg_group studying study course m_f f_m
        male_female star_sign zodiac sternzeichen sternbild klassetrin trinn uddannelse utdanning utbildning
        ausbildung opleiding m_w w_m m_w_d h_f f_h m_k k_m v_m genero bursdag cumpleanos campus_escolar kierunek
        ilk_okul profissional department departments dept afdeling afdelingen avdeling avdelning departamento reparto
        dzial dzialu osasto bolum service_entreprise 部署 부서 部门 company firma_pracy""",
    Concept.REMARK: """
        notes~ notiz~ internal_note feedback~ comentar~ comment~ kommentar~ komment bemerk~ anmerk~ opmerk~ remarq~
        observac~ osservaz~ uwag~ poznam~ huomaut~ lisatied~ lisatieto aciklam~ merknad~ anmark~ bemaerk~ hinweis~
        mededeling~ mitteilung~ message messages nachricht nachrichten besked beskjed meddelande bericht mensaje messaggio
        mensagem wiadomosc zprava viesti mesaj sonstiges diverses diverse overig overige ovrig ovrige autres otros altro
        outros inne jine muuta diger 备考 その他 連絡事項 要望 ご要望 특이사항 기타 참고 其他 说明 留言 anything_else else
        should_know noch_etwas sonst_noch andre_oplysninger observation~ huomio~ poznamk~ uwaga anmerkungen_sonstiges varia
        tilbakemelding feedback_text office_use office_only for_office_use intern interne internt interna notat notater
        anteckn~ notiti~ notas obs pozn divers notatki vedomi aantekening~ osservazione noot zapisky vermerk vermerke
        hinweise_intern interne_vermerke opm rem rmq oss anm bem""",
    Concept.FORMER: """
        prev_club last_club tidl_klub ex_club club_prov club_ant poprz_klub soc_prov prev_team last_team stammteam
        erstverein zweitverein stammverein stamklub moderklub moederclub moderklubb kasvattajaseura~
        ausbildungsverein jugendverein alt alte altes gammel gammelt gamle gammal gammalt gamla oud oude viejo vieja
        antiguo antigua vecchio vecchia antigo antiga stary nuv nuvarande nuvaerende naverende stara stare stavajici
        vanha vanhat regi vechi vechiul старыи старая старое старии 旧 旧番号 이전 기존 기존번호 原 原号码
        dorsal_actual numero_actual n_actual no_actual dorsal_attuale numero_attuale numero_actuel n_actuel
        current_number current_# bisher last_year vorjahr last_yr last_years letztes_jahr letzte_saison vorige_saison
        letzten_jahres sidste_ar sidste_saeson forrige_saeson forrige_sesong forra_aret forra_sasongen i_fjor
        fjolarets fjorarets fjor vorig_jaar vorig_seizoen annee_derniere saison_derniere l_an_dernier an_dernier
        annee_prec ano_pasado temporada_pasada anno_scorso scorso_anno stagione_scorsa ano_passado epoca_passada
        temporada_passada zeszly_rok ubiegly_rok w_zeszlym_roku poprzedni_sezon lonsky minuly_rok minula_sezona
        viime_vuosi viime_vuoden viime_kausi gecen_yil gecen_sezon tavalyi mult_evben anul_trecut sezonul_trecut
        прошлыи_год прошлыи_сезон минулии_рік prosle_godine prosla_sezona lani lanska any_passat temporada_anterior
        миналата_година прошле_године eelmine_aasta pagajusais_gads praeitais_metais i_fyrra sidasta_ar 去年 昨年
        前年度 昨シーズン 작년 지난해 지난시즌 上赛季""",
    Concept.STANDING: """
        vorh status~ bestellstatus auftragsstatus ordrestatus orderstatus bestelstatus tilausstatus versandstatus lieferstatus
        estado estatus stato etat stan stav tila durum durumu situacao zustand 状態 ステータス 상태 状态 狀態 statut situation
        注文状況 注文状態""",
}
"""Concept -> its words."""
