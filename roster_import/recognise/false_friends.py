"""Words of headings that mislead: they count more than the words of a roster, as a guardian's name is no player's."""

from __future__ import annotations

from roster_import.recognise.words import Concept

# They count more than the words of a roster: a "guardian name" is no player, a "licence number" is not printed.
FALSE_FRIENDS: dict[Concept, str] = {
    Concept.GUARDIAN: """
        guardian guardians parent parents parental mother father mom dad mum emergency coach coaches manager
        代表者 代表者名 責任者 責任者名 監督名
        foraelder foraeldre mor far verge vaerge foresatt foresatte vardnadshavare malsman malsmans trainer traener
        erziehungsberechtigt erziehungsberechtigte erziehungsberechtigter erziehungsberechtigten elternteil eltern
        mutter vater notfall notfallkontakt ansprechpartner betreuer ouder ouders voogd verzorger noodcontact
        tuteur tutrice responsable mere pere urgence madre padre tutor emergencia genitore genitori responsavel
        encarregado mae pai allenatore entrenador entraineur treinador rodzic rodzica opiekun rodic zastupce huoltaja
        huoltajan veli velisi anne baba acil antrenor trener payer
        保護者 緊急連絡先 監督 보호자 감독 家长 监护人 教练""",
    Concept.CONTACT: """
        flat_number flat_no apartment_number apt_no apt_number door_number house_number unit_number
        phone phones tel telephone mobile cell cellphone whatsapp fax email emails e_mail mail mailadresse mailadres
        emailadres contact
        contacts kontakt kontaktperson telefon tlf telefonnummer mobil mobilnummer mobilnr handy handynummer rufnummer
        adresse anschrift strasse hausnummer plz ort postleitzahl postnr postnummer gade vej gata telefoon mobiel
        gsm adres straat postcode woonplaats plaats courriel portable rue ville code_postal
        correo telefono movil direccion calle ciudad codigo_postal cellulare indirizzo citta provincia telefone
        telemovel celular endereco morada cidade cep miasto ulica komorka mesto puhelin sahkoposti osoite
        kaupunki postinumero telefonu eposta e_posta adresi sehir address street city town zip zipcode postal state
        hometown home_state county region bezirk lieferadresse leveringsadresse
        電話 電話番号 メール 住所 郵便番号 연락처 전화 전화번호 이메일 주소 电话 手机 邮箱 地址 联系""",
    Concept.IDENTITY: """
        frame frames
        id ids uid uuid guid licence license licences lizenz lizenznummer licens licensnummer licencia licenza licencja
        licenca lisens lisensnummer lisenssi lisans passport spielerpass passnummer pass passnr personnummer
        personnr cpr cpr_nr cprnr fodselsnummer dni nie nif cpf rg pesel bsn cnic ssn pin barcode chip serial uci
        uci_id fide transponder customer kunde kunden kundennummer kundenummer kundnummer klant klantnummer invoice
        rechnung rechnungsnummer faktura rank ranking rang rangliste seed slug account user username login password
        benutzername brugernavn gebruikersnaam utilisateur usuario utente utilizador uzytkownik uzivatel kayttaja
        kullanici roll roll_no matricula matricule matrikel reg reg_no registration registration_no registrierung
        fedex tracking inventory locker token hash key tesserino tessera karte ausweis codice_fiscale tc_kimlik kimlik
        tc ライセンス 登録番号 会員番号 学籍番号 회원번호 등록번호 学号 证件 身份证 会员号""",
    Concept.ROW_NUMBER: """
        lp l_p lfd lfdnr lfd_nr laufende_nummer laufende laufnr lobenr lobenummer lopnr lopnummer rad_nr volgnr
        volgnummer
        row rows row_no row_number line line_no sl_no s_no sr_no sno slno srno serial_no index idx seq sequence ordinal
        porzadkowa poradi por por_cislo sira sira_no jarjestys zeile zeilennr linje linjenr ligne regel ordem ord
        unnamed 連番 通し番号 순번 연번 序号""",
    Concept.BODY: """
        height heights hgt wgt boy boyu weight weights wt ht body gewicht grosse_cm korpergrosse koerpergrosse korper koerper
        hojde vaegt
        langd kroppslangd vikt hoyde vekt lengte lichaamslengte poids peso altura estatura statura altezza waga wzrost
        vyska vaha hmotnost pituus paino kilo kilos kg lbs inches chest waist bust hip hips inseam brustumfang umfang
        brust bmi wingspan reach arm 身長 体重 키 몸무게 신장 체중 身高 kulac spannweite envergure envergadura apertura_alare
        vingespenn armspenn spanwijdte rozpietosc rozpeti siipivali""",
    Concept.DATE: """
        date dates datum dato data fecha dob d_o_b birth birthday birthdate born_on geb geburtstag geburtsdatum geboren
        fodt fodselsdato fodselsdag fodelsedatum fodelsedag fodd geboortedatum naissance nacimiento nascita
        nascimento urodzenia narozeni syntyma syntymaaika dogum timestamp zeitstempel tidsstempel tidsstampel
        horodateur tijdstempel marca_temporal sygnatura_czasowa informazioni_cronologiche carimbo_de_data_hora
        carimbo casove_razitko aikaleima zaman_damgasi zaman time created created_at updated updated_at submitted
        joined year jahr jahrgang argang arskull ar aar annee ano anno rok rocznik rocnik vuosi yil yili tarih tarihi
        生年月日 日付 タイムスタンプ 生年 생년월일 날짜 타임스탬프 出生 日期 生日 时间 时间戳记""",
    Concept.AGE: """
        age ages alter alder leeftijd edad eta idade wiek vek ika yas yasi league_age yrs yrs_old 年齢 나이 年龄 歳""",
    Concept.PLAY: """
        rodt_gult gult_rodt rott_gult gult_rott gelb_rot rot_gelb geel_rood rood_geel jaune_rouge rouge_jaune
        amarilla_roja gialli_rossi amarelo_vermelho zolte_czerwone zlute_cervene keltaiset_punaiset yellow_red
        red_yellow yellows_reds
        fighting_style playing_style batting_style bowling_style batting_order bowling_order
        sport sports sportart idraet idrott idrett deporte desporto esporte urheilu spor
        position positions pos pozycja pozice positie poste posicion posicao posizione ruolo mevki mevkii pelipaikka
        rolle role roles rola funktion function funcion goals goal caps cap
        starter points point punkte punkt pts assists rating ratings score scores fouls minutes
        matches games match game spiel spiele season goalkeeper torwart tw keeper bat bats throws hand pied pie
        class grade grades klasse level shooting passing overall draft fitness training posx posy salary
        salaire class_year major b_t bats_throws shoots catches ポジション 学年 役職 포지션 학년 위치 位置 年级""",
    Concept.REMARK: """
        note notes remark remarks comment comments special bemerkung bemerkungen anmerkung anmerkungen hinweis
        bemaerkning bemaerkninger kommentar kommentarer opmerking opmerkingen commentaire commentaires remarque
        remarques comentario comentarios observaciones observacion observacoes osservazioni nota uwagi poznamka
        poznamky huomautus huomio lisatiedot aciklama notlar summary zusammenfassung wishes wunsche onsker request
        requests ovrigt andet annet info information instructions details description beschreibung beskrivelse
        questions any_questions fragen vragen sporgsmal fragor domande preguntas perguntas pytania dotazy kysymyksia
        sorular 備考 メモ 비고 메모 备注 質問 질문""",
    Concept.PAID: """
        paid bezahlt betalt betaald paye pagado pagato pago pagou zaplaceno zaplacone oplacone maksettu odendi payment
        check_no check_nr check_num check_number check_# cheque_#
        zahlung payments paymentref betaling fee fees 支払 결제 납부 付款 salario salarios salaires gehalt
        gehalter
        lohn lon loon palkka pensja stipendio mzda maas""",
    Concept.PERSONAL: """
        gender sex geschlecht kon konn kjonn geslacht sexe sexo sesso plec pohlavi sukupuoli cinsiyet nationality
        nationalitat nationalitet photo foto image avatar picture bild bilde billede url link website school skole
        skola schule ecole escuela scuola instagram twitter college religion birthplace 性別 写真 国籍 성별 사진 국적
        性别 照片 血型""",
    Concept.READING: """
        kana furigana phonetic phonetics pronunciation yomi romaji ふりがな フリガナ カナ かな よみ ローマ字 拼音""",
    Concept.FORMER: """
        previous former prior old last_season
        zeszlym_sezonie w_zeszlym zeszly_sezon zeszloroczny minuly loni viime_kauden
        past vorherig vorherige vorheriger bisherige ehemaliger tidligere forrige
        tidigare vorige ancien ancienne precedent anterior precedente poprzedni predchozi edellinen onceki eski
        前所属 출신""",
    Concept.PACKING: "pack package packages packing carton box boxes pack_group karton kiste paket",
    Concept.SUMMARY: """
        total totals in_all sum summa summe gesamt totaal totale razem celkem yhteensa toplam subtotal i_alt ialt tilsammen
        totalt sammanlagt ges til_sammen gesamtzahl summenspalte yht celk lacznie ogol ttl tillsammans sammen totaux
        totais
        totali sub_total insgesamt zusammen ogolem w_sumie grand_total en_total 合計 합계 合计 sous_total zwischensumme
        zwischensummen gesamtsumme endsumme teilsumme subtotaal tussentotaal eindtotaal delsumma delsum mellemsum
        mellomsum slutsum totalsum subtotale sottototale mezisoucet valisumma loppusumma suma_czesciowa podsuma
        subtotais subtotales soma ara_toplam genel_toplam 小計 총계 소계 小计 總計 tot_gen somme_totale""",
    Concept.NICKNAME: """
        goes_by likes_to_be_called called_by usually_called bekannt_als genannt kaldes_for kallas_for
        gaat_door_als se_fait_appeler se_hace_llamar si_fa_chiamare
        nickname nick pseudo pseudonym alias spitzname kaldenavn smeknamn kallenavn bijnaam surnom apodo mote soprannome
        alcunha przezwisko prezdivka lempinimi takma_ad lakap ニックネーム 별명 昵称 绰号 kunstlername init inits
        initialen
        initialer initialerne initiales iniciales iniziali iniciais inicjaly inicialy inicialky nimikirjaimet
        bas_harfleri
        kurzel monogram monogramm monogramme イニシャル 이니셜 首字母 preferred_name stage_name screen_name ring_name
        artist_name
        summoner_name in_game_name ingame_name initials
        schermnaam screenname skaermnavn skjermnavn anzeigename ksywka ksywa przydomek inisiyal initiaalit""",
    Concept.CUT: """
        cut fit fits d_h h_d schn schnitt snit passform gender_type pasform coupe corte taglio kroj strih leikkaus
        kesim""",
    Concept.RESERVED: """
        choice alternative alternativ wunschnummer reserve backup option ersatz 2nd second third_choice zweitwunsch
        zweite alternativa deuxieme segunda seconda drugi druha toinen ikinci back_up fallback ersatznummer
        ausweichnummer
        alternativnummer zweitnummer reservenummer reservenr reservnummer secours riserva suplente spare
        standby zapas onsker_du onsker_dere onsker_i""",
    Concept.DISPATCH: """
        delivery deliver delivered shipping shipment ship_to pickup pick_up collect collection_point dispatch
        lieferung versand versandart lieferart abholung abholen selbstabholung zustellung
        levering leveres leveringsform afhentning afhentes afhent udlevering henting hentes utlevering frakt
        leverans leveranssatt hamtas avhamtning upphamtning bezorging bezorgen levering_of_ophalen ophalen afhalen
        verzending
        livraison retrait enlevement expedition envoi entrega envio recogida recoger consegna ritiro spedizione
        levantamento recolha dostawa odbior wysylka sposob_dostawy doruceni vyzvednuti doprava_zbozi osobni_odber
        toimitus toimitustapa nouto teslimat teslim kargo 受取 受取方法 配送 お届け 수령 배송 取货 配送方式 自提
        entregar_en entregar_a livrer_a leveres_til levereras_till lieferung_nach consegnare_a deliver_to bezorgen_bij
        afleveren_bij dostarczyc_do dorucit_na""",
}
"""Concept -> its words."""
