"""Layouts written for the tests: a grid, and what each column means; columns not named mean nothing.

Rows are lines, cells divided by `|`. `expect` names columns by letter: `A player; C size of Shirt`. A `?` behind a
meaning says that recognition may doubt it. All persons are invented.
"""
# ruff: noqa: E501 - a row of a grid is one line

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OwnLayout:
    """One sheet and what it means."""

    name: str
    grid: str
    expect: str
    heading_row: int | None = 1
    rows: str = ""  # Excel's row numbers that hold players, such as 2-5; empty: not checked
    kind: str = ""
    teams: str = ""  # the teams of the blocks, divided by `;`
    asked: str = ""  # the columns that mean nothing we know, and may change the order


LAYOUTS = [
    OwnLayout(
        name="english minimal",
        grid="""
            Name|Number|Size
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|9|XL""",
        expect="A player; B number; C size",
        rows="2-4",
    ),
    OwnLayout(
        name="english back name and shorts",
        grid="""
            First name|Surname|Name on back|Shirt no.|Shirt size|Shorts size|Sock size
            Ada|Brindle|BRINDLE|04|M|M|3-6
            Bo|Carstairs|BO|17|L|M|7-11
            Cy|Dunmore|DUNMORE|9|XL|L|7-11
            Di|Elder|DI|22|S|S|3-6""",
        expect="A first-name; B last-name; C name; D number; E size of Shirt; F size of Shorts; G size of Sock",
        rows="2-5",
        kind="one-row-per-player",
    ),
    OwnLayout(
        name="english google form",
        grid="""
            Timestamp|Email Address|Player's full name|Parent/Guardian name|Parent phone number|What number would you like on your jersey? (1st choice)|2nd choice|Jersey size|Shorts size|Name to go on the back of the jersey|Anything else we should know?
            3/4/2025 18:02:11|ann@example.org|Ada Brindle|Ann Brindle|555 0100 200|12|21|Youth M|Youth M|BRINDLE|
            3/4/2025 19:12:45|bob@example.org|Bo Carstairs|Bob Carstairs|555 0100 201|7|70|Youth L|Youth M|BO|allergic to wool
            3/5/2025 08:40:00|cat@example.org|Cy Dunmore|Cat Dunmore|555 0100 202|33|3|Adult S|Youth L|DUNMORE|""",
        expect="C player; F number; H size of Jersey; I size of Shorts; J name",
        rows="2-4",
    ),
    OwnLayout(
        name="english club export with ids",
        grid="""
            Reg ID|Team|Last Name|First Name|DOB|Gender|Jersey #|Is Coach|Is Non-Player|Shirt size|Parent 1 Email|Parent 1 Mobile
            88121|U10 Blue|Brindle|Ada|2015-04-01|F|4|No|No|YM|ann@example.org|+1 555 0100 200
            88122|U10 Blue|Carstairs|Bo|2015-08-11|M|11|No|No|YL|bob@example.org|+1 555 0100 201
            88140|U10 Red|Dunmore|Cy|2015-01-30|M|9|No|No|YS|cat@example.org|+1 555 0100 202
            88141|U10 Red|Elder|Di|2015-02-14|F||Yes|Yes|AM|dan@example.org|+1 555 0100 203""",
        expect="B team; C last-name; D first-name; G number; J size of Shirt",
        rows="2-5",
    ),
    OwnLayout(
        name="english home and away marks",
        grid="""
            Player|No|Size|Home|Away
            Ada Brindle|4|M|x|x
            Bo Carstairs|17|L|x|
            Cy Dunmore|9|XL|x|x""",
        expect="A player; B number; C size; D design of Home; E design of Away",
        rows="2-4",
    ),
    OwnLayout(
        name="english home and away counts",
        grid="""
            Player|Print|No.|Size|Home|Away|Total
            Ada Brindle|ADA|4|M|1|1|2
            Bo Carstairs|BO|17|L|2|1|3
            Cy Dunmore|CY|9|XL|1|0|1""",
        expect="A player; B name; C number; D size; E quantity of Home; F quantity of Away",
    ),
    OwnLayout(
        name="english size matrix by product",
        grid="""
            Order for training camp
            Product|S|M|L|XL|2XL|Total
            Polo navy|2|5|4|1||12
            Hoodie grey||3|6|2|1|12
            Total|2|8|10|3|1|24""",
        expect="A design; B quantity of S; C quantity of M; D quantity of L; E quantity of XL; F quantity of 2XL",
        heading_row=2,
        rows="3-4",
        kind="size-matrix",
    ),
    OwnLayout(
        name="german children's size matrix",
        grid="""
            Artikel|Farbe|116|128|140|152|164|S|M
            Trainingshose|schwarz|1|4|6|3|2|1|
            Regenjacke|blau||4|6|3|3||1""",
        expect="A design; C quantity of 116; D quantity of 128; E quantity of 140; F quantity of 152; G quantity of 164; "
        "H quantity of S; I quantity of M",
        rows="2-3",
        kind="size-matrix",
        asked="B",
    ),
    OwnLayout(
        name="danish size matrix with a word before each size",
        grid="""
            Hold|Træner|Antal trøjer str. 128|Antal trøjer str. 140|Antal trøjer str. 152
            U8|Kim|4|6|0
            U9|Per|2|8|1
            U10|Ib|0|5|7""",
        expect="A team; C quantity of 128; D quantity of 140; E quantity of 152",
        rows="2-4",
        kind="size-matrix",
    ),
    OwnLayout(
        name="two sizes counted, in French",
        grid="""
            Équipe|Nombre T128|Nombre T140
            U8|4|6
            U9|2|8""",
        expect="A team; B quantity of 128; C quantity of 140",
        rows="2-3",
        kind="size-matrix",
    ),
    OwnLayout(
        name="sizes of two garments counted",
        grid="""
            Team|Shirts (S)|Shirts (M)|Shirts (L/XL)|Shorts S|Shorts size M
            U8|4|6||1|2
            U9|2|8|1|1|3""",
        expect="A team; B quantity of S; C quantity of M; D quantity of L/XL; E quantity of S; F quantity of M",
        rows="2-3",
        kind="size-matrix",
    ),
    OwnLayout(
        name="japanese sizes above and below",
        grid="""
            選手名|背番号|サイズ(上)|サイズ（下）|マーキング|学年
            田中 太郎|7|M|M|TANAKA|3
            鈴木 一郎|10|L|L|SUZUKI|4
            佐藤 次郎|4|S|S|SATO|2""",
        expect="A player; B number; C size of シャツ; D size of パンツ; E name",
        rows="2-4",
    ),
    OwnLayout(
        name="british socks by two ranges",
        grid="""
            Surname|Forename|Squad No|Shirt|Shorts|Socks
            Holm|Ada|7|M|M|4-6
            Lund|Bo|10|L|L|7-11
            Kaya|Cy|4|S|S|4-6""",
        expect="A last-name; B first-name; C number; D size of Shirt; E size of Shorts; F size of Socks",
        rows="2-4",
    ),
    OwnLayout(
        name="german groups of columns, and socks behind them",
        grid="""
            ||Trikot||Hose||
            Nr.|Name|Größe|Nummer|Größe|Nummer|Stutzen
            1|Tim Alt|152|7|152|7|37-39
            2|Jan Wolf|164|10|164|10|40-43
            3|Kai Lau|S|4|S|4|40-43""",
        expect="B player; C size of Trikot; D number; E size of Hose; F number of Hose; G size of Stutzen",
        heading_row=2,
        rows="3-5",
    ),
    OwnLayout(
        name="german below a contact block",
        grid="""
            TSV Hainmoor 1908 e.V.
            Ansprechpartner|Gerlinde Moosbach|Telefon|0170 0000000
            E-Mail|verein@example.org|Datum|12.03.2025

            Lfd. Nr.|Name|Vorname|Rückennummer|Trikotgröße|Hosengröße|Stutzen|Initialen
            1|Moosbach|Jale|10|M|M|39-42|JM
            2|Tannhof|Bero|4|L|L|43-46|BT
            3|Auenried|Ciro|23|XL|L|43-46|CA

            Bitte bis 1. April zurück an Gerlinde.""",
        expect="B last-name; C first-name; D number; E size of Trikot; F size of Hosen; G size of Stutzen; H name?",
        heading_row=5,
        rows="6-8",
    ),
    OwnLayout(
        name="german Name beside Aufdruck",
        grid="""
            Name|Aufdruck|Nr.|Größe|Anzahl|Bemerkung
            Jale Moosbach|JALE|10|M|1|
            Bero Tannhof|TANNI|4|L|2|Torwart
            Ciro Auenried|CIRO|23|XL|1|""",
        expect="A player; B name; C number; D size; E quantity",
    ),
    OwnLayout(
        name="german running number before number",
        grid="""
            Nr.|Spieler|Geburtsdatum|Trikotnummer|Konfektionsgröße|Körpergröße|Passnummer
            1|Jale Moosbach|01.02.2004|10|M|181|00123456
            2|Bero Tannhof|11.12.2003|4|L|176|00123457
            3|Ciro Auenried|23.07.2005|23|XL|192|00123458
            4|Dana Birkholz|04.04.2004|7|S|169|00123459""",
        expect="B player; D number; E size",
    ),
    OwnLayout(
        name="german two blocks of teams",
        grid="""
            Sammelbestellung Saison 25/26

            E-Jugend
            Spieler|Nummer|Größe
            Jale Moosbach|10|140
            Bero Tannhof|4|152

            D-Jugend
            Spieler|Nummer|Größe
            Ciro Auenried|10|164
            Dana Birkholz|7|152
            Emin Curland|8|S""",
        expect="A player; B number; C size",
        heading_row=4,
        teams="E-Jugend; D-Jugend",
    ),
    OwnLayout(
        name="german team rows inside one table",
        grid="""
            Name|Nr|Gr.
            U12
            Jale Moosbach|10|140
            Bero Tannhof|4|152
            U14
            Ciro Auenried|10|164
            Dana Birkholz|7|152
            Summe|4|""",
        expect="A player; B number; C size",
        rows="3-4 6-7",
        teams="U12; U14",
    ),
    OwnLayout(
        name="swedish teams by their year",
        grid="""
            Namn|Nr|Storlek|Tryck
            F11 (tränare Anki)
            Alma Rosendal|3|150|ALMA
            Tuva Sjöhage|8|160|TUVA
            P2013
            Ebbe Kvarnström|1|S|EBBE
            Nils Starrkärr|21|M|NILS
            JO15-2
            Sem Lövåsen|8|M|SEM""",
        expect="A player; B number; C size; D name",
        rows="3-4 6-7 9",
        teams="F11 (tränare Anki); P2013; JO15-2",
    ),
    OwnLayout(
        name="danish with shirt number in words",
        grid="""
            Fornavn|Efternavn|Trøjenummer|Tekst på trøje|Trøje størrelse|Shorts størrelse|Medlemsnr.|Mobil
            Mads|Engmark|12|ENGMARK|L|L|20551|00 00 00 01
            Sofie|Birkvang|8|SOFIE|S|M|20552|00 00 00 02
            Villads|Holmgren|1||XL|XL|20560|00 00 00 03""",
        expect="A first-name; B last-name; C number; D name; E size of Trøje; F size of Shorts",
    ),
    OwnLayout(
        name="danish home and away",
        grid="""
            Navn|Nr.|Str.|Hjemmebane|Udebane
            Mads Engmark|12|L|ja|ja
            Sofie Birkvang|8|S|ja|nej
            Villads Holmgren|31|XL|nej|ja""",
        expect="A player; B number; C size; D design of Hjemmebane; E design of Udebane",
    ),
    OwnLayout(
        name="swedish with body length",
        grid="""
            Namn|Tröjnummer|Längd (cm)|Matchtröja storlek|Byxa|Antal
            Arvid Sjöholm|9|183|L|L|1
            Bojan Åkerdal|14|171|M|M|1
            Cecilia Öbrink|2|168|S|S|2""",
        expect="A player; B number; D size of Matchtröja; E size of Byxa; F quantity",
    ),
    OwnLayout(
        name="norwegian guardians",
        grid="""
            Foresatt|Telefon|Spiller|Draktnummer|Draktstørrelse|Shortsstørrelse
            Kari Fjellvang|000 00 001|Odin Fjellvang|5|140|140
            Per Nordhaug|000 00 002|Liv Nordhaug|13|152|140
            Tor Skogmo|000 00 003|Nils Skogmo|7|128|128""",
        expect="C player; D number; E size of Drakt; F size of Shorts",
    ),
    OwnLayout(
        name="dutch order",
        grid="""
            Voornaam|Achternaam|Rugnr|Naam op shirt|Shirtmaat|Broekmaat|Geboortedatum|Lidnummer
            Daan|Veldkamp|10|DAAN|L|M|2001-02-03|ABCD12E
            Fleur|Waterman|4|FLEUR|S|S|2000-11-09|BCDE23F
            Gijs|Zandberg|1||XL|L|1999-07-30|CDEF34G""",
        expect="A first-name; B last-name; C number; D name; E size of Shirt; F size of Broek",
    ),
    OwnLayout(
        name="french with body height",
        grid="""
            Licence|NOM|Prénom|Taille (cm)|Poids|Numéro|Taille|Catégorie
            2545001|AUBREVOIX|Léon|178|70|10|M|U17
            2545002|BELCASTEL|Maya|165|55|4|S|U15
            2545003|CORNEVAL|Noé|190|82|1|XL|U17""",
        expect="B last-name; C first-name; F number; G size; H team",
    ),
    OwnLayout(
        name="french number of pieces",
        grid="""
            Joueur|N°|Flocage dos|Taille maillot|Nombre de maillots|Taille short|Nombre de shorts
            Léon Aubrevoix|10|LÉON|M|2|M|1
            Maya Belcastel|4|MAYA|S|1|S|1
            Noé Corneval|1|NOÉ|XL|2|L|2""",
        expect="A player; B number; C name; D size of maillot; E quantity of maillots; F size of short; "
        "G quantity of shorts",
    ),
    OwnLayout(
        name="spanish football club",
        grid="""
            Apellidos|Nombre|DNI|Dorsal|Nombre camiseta|Talla|Cantidad|Teléfono
            Arrabal Quintero|Iker|00000001A|9|IKER|L|1|600000001
            Belmontal Ruiz|Nerea|00000002B|14|NERE|M|1|600000002
            Cortázar Peña|Unai|00000003C|1||XL|2|600000003""",
        expect="A last-name; B first-name; D number; E name; F size; G quantity",
    ),
    OwnLayout(
        name="italian with codes",
        grid="""
            Cognome e Nome|Codice fiscale|Numero maglia|Taglia maglia|Taglia pantaloncini|Taglia calzettoni
            Albarelli Dino|AAAAAA00A00A000A|10|L|M|L
            Boncristiani Enea|BBBBBB00B00B000B|5|XL|XL|XL
            Cantagallo Fosca|CCCCCC00C00C000C|8|S|S|S""",
        expect="A player; C number; D size of maglia; E size of pantaloncini; F size of calzettoni",
    ),
    OwnLayout(
        name="portuguese with nickname printed",
        grid="""
            Nome completo|Nome na camisola|Número da camisola|Tam. camisola|Tam. calção|Contacto
            Abel Fontoura|ABEL|10|M|M|910000001
            Bruno Carvalhal|CARVA|3|GG|G|910000002
            Célia Dourado|CÉLIA|22|P|P|910000003""",
        expect="A player; B name; C number; D size of camisola; E size of calção",
    ),
    OwnLayout(
        name="polish with L.p.",
        grid="""
            L.p.|Imię|Nazwisko|Numer|Rozmiar koszulki|Rozmiar spodenek|Data urodzenia
            1|Bogna|Czerwińska|4|M|S|2005-01-02
            2|Dobromir|Ereński|19|XL|L|2004-10-11
            3|Fryderyk|Gołdap|7|L|L|2005-05-05""",
        expect="B first-name; C last-name; D number; E size of koszulki; F size of spodenek",
    ),
    OwnLayout(
        name="czech order",
        grid="""
            Poř. č.|Jméno a příjmení|Číslo dresu|Velikost dresu|Velikost trenek|Počet ks|Potisk
            1|Bořivoj Čermák|10|L|M|1|BOŘEK
            2|Dalibor Ekl|23|XL|XL|1|DALI
            3|Evžen Fiala|5|M|M|2|EVŽA""",
        expect="B player; C number; D size of dresu; E size of trenek; F quantity; G name",
    ),
    OwnLayout(
        name="finnish order",
        grid="""
            Pelaaja|Pelinumero|Paidan koko|Sukkien koko|Määrä|Painatus|Huoltajan puhelin
            Aatos Harjumaa|10|M|40-43|1|HARJUMAA|040 0000001
            Eevi Ilvesoja|7|140|34-36|1|EEVI|040 0000002
            Ilpo Jokinurmi|99|L|44-46|2|ILPO|040 0000003""",
        expect="A player; B number; C size of Paidan; D size of Sukkien; E quantity; F name",
    ),
    OwnLayout(
        name="turkish with body height",
        grid="""
            Sıra No|Ad Soyad|Forma No|Forma Üzeri İsim|Boy|Kilo|Beden|Şort Bedeni
            1|Alper Çınarlı|10|ALPER|183|78|L|M
            2|Berk Demirkaya|4|BERK|176|70|M|M
            3|Ceyda Erguvan|21|CEYDA|169|60|S|S""",
        expect="B player; C number; D name; G size; H size of Şort",
    ),
    OwnLayout(
        name="japanese uniform order",
        grid="""
            No.|氏名|フリガナ|背番号|ユニフォームサイズ|パンツサイズ|枚数|背ネーム
            1|青葉 蓮|アオバ レン|10|L|M|1|AOBA
            2|白浜 海|シラハマ カイ|4|M|M|1|SHIRAHAMA
            3|黒沢 翔|クロサワ ショウ|1|O|L|2|KUROSAWA""",
        expect="B player; D number; E size of ユニフォーム; F size of パンツ; G quantity; H name",
    ),
    OwnLayout(
        name="korean roster",
        grid="""
            순번|팀명|선수명|생년월일|등번호|유니폼 사이즈|연락처
            1|한강 FC|가온 누리|2010-01-01|10|95|010-0000-0001
            2|한강 FC|나래 다솔|2010-02-02|7|100|010-0000-0002
            3|한강 FC|마루 바다|2010-03-03|22|105|010-0000-0003""",
        expect="B team; C player; E number; F size of 유니폼",
    ),
    OwnLayout(
        name="chinese roster",
        grid="""
            序号|姓名|性别|球衣号码|尺码|数量|手机
            1|白云飞|男|10|XL|1|13000000001
            2|江小溪|女|7|M|1|13000000002
            3|林间月|女|23|L|2|13000000003""",
        expect="B player; D number; E size; F quantity",
    ),
    OwnLayout(
        name="no heading, number first",
        grid="""
            4|Ada Brindle|M
            17|Bo Carstairs|L
            9|Cy Dunmore|XL
            21|Di Elder|S""",
        expect="A number?; B player?; C size?",
        heading_row=None,
        rows="1-4",
        kind="no-header",
    ),
    OwnLayout(
        name="no heading, below a title",
        grid="""
            Our team 2025

            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|9|XL
            Di Elder|33|L""",
        expect="A player?; B number?; C size?",
        heading_row=None,
        rows="3-6",
        kind="no-header",
    ),
    OwnLayout(
        name="two rows of headings over garments",
        grid="""
            |Trikot||Hose||Jacke|
            Name|Größe|Anzahl|Größe|Anzahl|Größe|Anzahl
            Jale Moosbach|M|1|M|1|L|1
            Bero Tannhof|L|2|L|1|L|1
            Ciro Auenried|XL|1|L|2|XL|""",
        expect="A player; B size of Trikot; C quantity of Trikot; D size of Hose; E quantity of Hose; F size of Jacke; "
        "G quantity of Jacke",
        heading_row=2,
        rows="3-5",
    ),
    OwnLayout(
        name="one row per garment",
        grid="""
            Player|Article|Colour|Size|Qty|No|Printed name
            Ada Brindle|Home shirt|red|M|1|4|BRINDLE
            Ada Brindle|Away shirt|white|M|1|4|BRINDLE
            Ada Brindle|Shorts|black|M|2|4|
            Bo Carstairs|Home shirt|red|L|1|17|BO
            Bo Carstairs|Shorts|black|L|2|17|""",
        expect="A player; B design; D size; E quantity; F number; G name",
        asked="C",
        kind="long",
        rows="2-6",
    ),
    OwnLayout(
        name="totals and footnotes beneath",
        grid="""
            Name|Shirt number|Size|Qty
            Ada Brindle|4|M|1
            Bo Carstairs|17|L|2
            Cy Dunmore|9|XL|1
            Total|||4

            * sizes as last year
            Contact: Bob, 555 0100 201""",
        expect="A player; B number; C size; D quantity",
        rows="2-4",
    ),
    OwnLayout(
        name="pre-numbered form with empty rows",
        grid="""
            #|Player|Jersey|Size
            1|Ada Brindle|4|M
            2|Bo Carstairs|17|L
            3|Cy Dunmore|9|XL
            4||||
            5||||
            6||||""",
        expect="B player; C number; D size",
        rows="2-4",
    ),
    OwnLayout(
        name="the page breaks, the heading again",
        grid="""
            Name|Number|Size
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Name|Number|Size
            Cy Dunmore|9|XL
            Di Elder|3|S""",
        expect="A player; B number; C size",
        rows="2-3 5-6",
    ),
    OwnLayout(
        name="misspelt headings",
        grid="""
            Playr|Nubmer|Sieze|Quantitty
            Ada Brindle|4|M|1
            Bo Carstairs|17|L|1
            Cy Dunmore|9|XL|1""",
        expect="A player; B number; C size; D quantity",
    ),
    OwnLayout(
        name="coded headings of a database",
        grid="""
            player_id;x|firstName|lastName|jerseyNumber|shirtSize|teamId|createdAt|isActive
            501|Ada|Brindle|4|M|9|2025-01-01|true
            502|Bo|Carstairs|17|L|9|2025-01-01|true
            503|Cy|Dunmore|99|XL|9|2025-01-02|true""",
        expect="B first-name; C last-name; D number; E size of shirt",
    ),
    OwnLayout(
        name="guardian before child, two phones",
        grid="""
            Mother's name|Mother's phone|Father's name|Child's name|Age|T-shirt|Allergies
            Ann Brindle|555 0100 200|Al Brindle|Ada Brindle|9|8-10|
            Bea Carstairs|555 0100 201|Bob Carstairs|Bo Carstairs|11|10-12|nuts
            Cat Dunmore|555 0100 202|Col Dunmore|Cy Dunmore|8|6-8|""",
        expect="D player; F size of T-shirt",
    ),
    OwnLayout(
        name="national squad with statistics",
        grid="""
            #|Pos.|Player|Date of birth (age)|Caps|Goals|Club
            1|GK|Ada Brindle|3 May 1999 (aged 26)|31|0|Northport City
            12|GK|Bo Carstairs|11 June 2000 (aged 25)|4|0|Eastham Rovers
            2|DF|Cy Dunmore|7 July 1998 (aged 27)|55|3|Northport City
            23|FW|Di Elder|9 March 2001 (aged 24)|18|11|Southby United""",
        expect="A number; C player; G team",
    ),
    OwnLayout(
        name="printed name beside a short name",
        grid="""
            full_name|short_name|squad_number|position|height_cm|weight_kg|nationality
            Ada Maria Brindle|A. Brindle|4|DF|171|60|Ruritania
            Bo Anders Carstairs|Bo|17|MF|183|77|Ruritania
            Cy Dunmore|Dunmore|9|FW|179|72|Sylvania""",
        expect="A player; B name; C number",
    ),
    OwnLayout(
        name="logo placeholders and storage",
        grid="""
            Player|Name|Number|Size|Quantity|Design|Logo|Storage quantity|Order|Logo 601001
            Ada Brindle|BRINDLE|1|M|1|Home|||PO-1|C
            Bo Carstairs|BO|2|L|1|Home|||PO-1|
            Cy Dunmore|CY|3|XL|1|Home|Sleeve badge|2|PO-1|""",
        expect="A player; B name; C number; D size; E quantity; F design; G logo; H storage-quantity; I order; "
        "J placeholder of 601001",
    ),
    OwnLayout(
        name="the german template",
        grid="""
            Spieler|Aufdruck|Nummer|Größe|Anzahl|Design|Logo|Lagermenge|Bestellung
            Jale Moosbach|JALE|1|M|1|Heim|||
            Bero Tannhof|BERO|2|L|1|Heim|||
            Ciro Auenried|CIRO|3|XL|1|Heim|||""",
        expect="A player; B name; C number; D size; E quantity; F design; G logo; H storage-quantity; I order",
    ),
    OwnLayout(
        name="the danish template, columns moved",
        grid="""
            Design|Størrelse|Spiller|Navn på ryg|Nummer|Antal
            Hjemme|L|Mads Engmark|MADS|1|1
            Hjemme|S|Sofie Birkvang|SOFIE|2|1
            Hjemme|XL|Villads Holmgren|VILLE|3|1""",
        expect="A design; B size; C player; D name; E number; F quantity",
    ),
    OwnLayout(
        name="sizes women and men apart",
        grid="""
            Name|Number|Women's shirt size|Men's shirt size
            Ada Brindle|4|M|
            Bo Carstairs|17||L
            Cy Dunmore|9||XL
            Di Elder|8|S|""",
        expect="A player; B number; C size of Women's shirt; D size of Men's shirt",
    ),
    OwnLayout(
        name="player by size marks",
        grid="""
            Player|No.|S|M|L|XL
            Ada Brindle|4||x||
            Bo Carstairs|17|||x|
            Cy Dunmore|9||||x""",
        expect="A player; B number; C quantity of S; D quantity of M; E quantity of L; F quantity of XL",
        kind="size-matrix",
        rows="2-4",
    ),
    OwnLayout(
        name="numbers sorted, plainly jersey numbers",
        grid="""
            Jersey number|Name|Size
            1|Ada Brindle|M
            2|Bo Carstairs|L
            3|Cy Dunmore|XL
            4|Di Elder|S""",
        expect="A number; B player; C size",
    ),
    OwnLayout(
        name="runners with bib numbers",
        grid="""
            Bib|First name|Last name|Club|Category|Distance|T-shirt size
            101|Ada|Brindle|Northport Harriers|F35|10 km|S
            102|Bo|Carstairs|Eastham Runners|M40|21 km|L
            117|Cy|Dunmore|Northport Harriers|M20|10 km|M""",
        expect="A number; B first-name; C last-name; D team; G size of T-shirt",
    ),
]
