"""More layouts written for the tests: exports of clubs and apps, half-filled forms, and sheets that mislead."""
# ruff: noqa: E501 - a row of a grid is one line

from __future__ import annotations

from layouts_of_our_own import OwnLayout

EXPORTS = [
    OwnLayout(
        name="basketball box score with group headings",
        grid="""
            ||Total||3-point||
            ##|Player|Made|Att|Made|Att|Fouls
            4|Brindle, Ada|5|9|1|2|3
            12|Carstairs, Bo|2|7|0|1|1
            23|Dunmore, Cy|8|11|3|5|4""",
        expect="A number?; B player",
        heading_row=2,
    ),
    OwnLayout(
        name="league export with ids and heights",
        grid="""
            Id,x|Num|Player|Pos|Ht|Wt|Birth Date|Exp|College
            4401|5|Ada Brindle|PG|6-1|180|May 3, 1999|2|Northport State
            4402|00|Bo Carstairs|SG|6-4|201|June 11, 2000|R|Eastham
            4403|33|Cy Dunmore|C|7-0|245|July 7, 1998|5|Southby Tech
            4404|0|Di Elder|PF|6-9|230|March 9, 2001|1|Northport State""",
        expect="B number; C player",
    ),
    OwnLayout(
        name="numbers written with a hash",
        grid="""
            TEAM|NUMBER|PLAYER_SLUG|PLAYER|POSITION|HEIGHT|SCHOOL
            Cats|#8|ada-brindle|Ada Brindle|F|6-7|Northport
            Cats|#11|bo-carstairs|Bo Carstairs|G|6-2|Eastham
            Cats|#3|cy-dunmore|Cy Dunmore|C|7-1|Southby""",
        expect="A team; B number; D player",
    ),
    OwnLayout(
        name="shirts for a conference, no person",
        grid="""
            Order ID|Created|T-Shirt Size|Quantity
            70001|2025-01-01 10:00|M|1
            70002|2025-01-01 10:05|XL|1
            70003|2025-01-02 09:00|S|2
            70004|2025-01-02 09:30|M|1""",
        expect="A order?; C size of T-Shirt; D quantity",
    ),
    OwnLayout(
        name="race registrations",
        grid="""
            Reg. No|First Name|Last Name|Gender|DOB|Category|Bib Number|Chip code|T-shirt|Emergency contact name|Emergency contact phone
            9001|Ada|Brindle|F|1999-05-03|10K|301|GX11|S|Ann Brindle|555 0100 200
            9002|Bo|Carstairs|M|2000-06-11|10K|313|GX12|L|Bob Carstairs|555 0100 201
            9003|Cy|Dunmore|M|1998-07-07|5K|1226|GX13|XL|Cat Dunmore|555 0100 202""",
        expect="B first-name; C last-name; G number; I size of T-shirt",
    ),
    OwnLayout(
        name="derby skaters with stage names",
        grid="""
            Team|Number|Skater Name|Legal Name|Pronouns
            Northport Rollers|313|Slamberry|Ada Brindle|she/her
            Northport Rollers|1226|Bo Knockout|Bo Carstairs|he/him
            Northport Rollers|07|Cyclone|Cy Dunmore|they/them""",
        expect="A team; B number; C name?; D player",
    ),
    OwnLayout(
        name="swedish member export",
        grid="""
            Medlemsnr|Förnamn|Efternamn|Personnummer|Lag|Tröjnr|Klädstorlek|E-post|Målsman
            4001|Arvid|Sjöholm|20100101-0000|P10|9|140|a@example.org|Sven Sjöholm
            4002|Bojan|Åkerdal|20100202-0000|P10|14|152|b@example.org|Boris Åkerdal
            4003|Cecilia|Öbrink|20110303-0000|F11|2|140|c@example.org|Karin Öbrink""",
        expect="B first-name; C last-name; E team; F number; G size",
    ),
    OwnLayout(
        name="danish list without names printed",
        grid="""
            Holdliste U15 piger
            Træner: Bodil Engmark

            Spillernr.|Navn|Årgang|Str. trøje|Str. shorts|Betalt
            2|Asta Birkvang|2010|S|S|ja
            5|Freja Dalgas|2010|M|S|ja
            11|Ida Holmgren|2011|XS|XS|nej""",
        expect="A number; B player; D size of trøje; E size of shorts",
        heading_row=4,
        rows="5-7",
    ),
    OwnLayout(
        name="dutch export with initials",
        grid="""
            Relatienr|Roepnaam|Tussenvoegsel|Achternaam|Team|Rugnummer|Maat tenue|Bedrukking
            BBCD12X|Daan|van|Veldkamp|JO15-1|10|164|DAAN
            BBCD13X|Fleur|de|Waterman|JO15-1|4|152|FLEUR
            BBCD14X|Gijs||Zandberg|JO15-1|1|176|GIJS""",
        expect="B first-name; C name-prefix; D last-name; E team; F number; G size; H name",
    ),
    OwnLayout(
        name="french match sheet",
        grid="""
            N°|Nom Prénom|N° Licence|Cap.|Poste
            1|AUBREVOIX Léon|2545001||G
            4|BELCASTEL Maya|2545002|C|D
            10|CORNEVAL Noé|2545003||M
            15|DELFOSSE Lina|2545004||A""",
        expect="A number; B player",
    ),
    OwnLayout(
        name="spanish sheet with accents lost",
        grid="""
            N.|JUGADOR|POSICION|ANO|TALLA CAMISETA|TALLA PANTALON|NUMERO
            1|Iker Arrabal|Portero|2001|L|M|13
            2|Nerea Belmontal|Defensa|2002|M|M|4
            3|Unai Cortazar|Delantero|2000|XL|L|9""",
        expect="B player; E size of CAMISETA; F size of PANTALON; G number",
    ),
    OwnLayout(
        name="italian team list",
        grid="""
            ASD Polisportiva Valmarina
            Stagione 2025/2026

            Atleta|Data di nascita|N°|Taglia|Tuta
            Albarelli Dino|01/02/2008|10|L|M
            Boncristiani Enea|11/12/2007|5|XL|XL
            Cantagallo Fosca|23/07/2008|8|S|S""",
        expect="A player; C number; D size; E size of Tuta",
        heading_row=4,
    ),
    OwnLayout(
        name="polish club kit order",
        grid="""
            Zawodnik|Nr|Koszulka|Spodenki|Getry|Nazwisko na koszulce|Ilość
            Bogna Czerwińska|4|M|S|38-40|CZERWIŃSKA|1
            Dobromir Ereński|19|XL|L|44-46|EREŃSKI|1
            Fryderyk Gołdap|7|L|L|41-43|GOŁDAP|2""",
        expect="A player; B number; C size of Koszulka; D size of Spodenki; E size of Getry; F name; G quantity",
    ),
    OwnLayout(
        name="japanese school list",
        grid="""
            背番号|位置|名前|学年|出身中学|身長|備考
            1|投手|青葉 蓮|3|青葉中|175|主将
            2|捕手|白浜 海|2|白浜中|171|
            3|一塁|黒沢 翔|3|黒沢中|180|""",
        expect="A number; C player",
    ),
    OwnLayout(
        name="german Google form with grid question",
        grid="""
            Zeitstempel|Vor- und Nachname|Welche Trikotgröße brauchst du?|Welche Nummer möchtest du?|Was soll auf dem Rücken stehen?|Wie viele? [Heimtrikot]|Wie viele? [Auswärtstrikot]|Telefonnummer für Rückfragen
            02.05.2025 10:43:02|Jale Moosbach|M|10|JALE|1|1|0170 0000001
            02.05.2025 11:00:09|Bero Tannhof|L|4||1|0|0170 0000002
            03.05.2025 08:01:06|Ciro Auenried|XL|23|CIRO|2|1|0170 0000003""",
        expect="B player; C size of Trikot; D number; E name; F quantity of Heimtrikot; G quantity of Auswärtstrikot",
    ),
    OwnLayout(
        name="shop orders with item and unit price",
        grid="""
            Order|SKU|Item|Variant|Size|Qty|Unit price|Total|Customer name|Customisation name|Customisation number
            1001|HS-RED|Home shirt|red|M|1|39.95|39.95|Ada Brindle|BRINDLE|4
            1001|SH-BLK|Shorts|black|M|1|19.95|19.95|Ada Brindle||
            1002|HS-RED|Home shirt|red|L|1|39.95|39.95|Bo Carstairs|BO|17""",
        expect="A order; C design?; E size; F quantity; G price; I player; J name; K number",
    ),
    OwnLayout(
        name="coach's handwritten style",
        grid="""
            U13 girls
            who|nr|size|shorts
            Ada|4|M|S
            Bo|17|L|M
            Cy|9|M|M
            coach Di||L|L""",
        expect="A player?; B number; C size; D size of shorts",
        heading_row=2,
        rows="3-6",
    ),
    OwnLayout(
        name="only first names and numbers, no heading",
        grid="""
            Ada|4
            Bo|17
            Cy|9
            Di|21
            Ed|30""",
        expect="A player?; B number?",
        heading_row=None,
    ),
    OwnLayout(
        name="empty number column beside ids",
        grid="""
            Player ID|Name|Jersey Number|Grade
            4|Ada Brindle||5
            9|Bo Carstairs||6
            12|Cy Dunmore||5
            30|Di Elder||6""",
        expect="B player; C number",
    ),
    OwnLayout(
        name="club order with notes between",
        grid="""
            Player|Number|Size|Qty
            Please fill in all the columns, one line per shirt.
            Example: Jane Doe|10|M|1
            Ada Brindle|4|M|1
            Bo Carstairs|17|L|1

            Spare shirts
            |30|XL|2
            |31|L|2
            TOTAL|||6""",
        expect="A player; B number; C size; D quantity",
        rows="4-5 8-9",
    ),
    OwnLayout(
        name="one block beside another, team column merged",
        grid="""
            Team|Name|No.|Size
            U12|Ada Brindle|4|YM
            |Bo Carstairs|17|YL
            |Cy Dunmore|9|YM
            U14|Di Elder|4|S
            |Ed Farrow|11|M""",
        expect="A team; B player; C number; D size",
        rows="2-6",
    ),
    OwnLayout(
        name="number chosen and number given",
        grid="""
            Name|Preferred number|Assigned number|Jersey size
            Ada Brindle|10|4|M
            Bo Carstairs|10|17|L
            Cy Dunmore|9|9|XL""",
        expect="A player; C number; D size of Jersey",
    ),
    OwnLayout(
        name="phone, shoe and hat",
        grid="""
            Name|Phone number|Shoe size|Shirt size|Locker number|Order number|Jersey number
            Ada Brindle|5550100200|39|M|101|1|4
            Bo Carstairs|5550100201|44|L|102|2|17
            Cy Dunmore|5550100202|43|XL|103|3|9""",
        expect="A player; D size of Shirt; F order?; G number",
    ),
    OwnLayout(
        name="norwegian order for the club",
        grid="""
            Fornavn|Etternavn|Str. drakt|Str. shorts|Nr|Navn på drakt|Antall|Kommentar
            Odin|Fjellvang|M|M|5|FJELLVANG|1|
            Liv|Nordhaug|S|S|13|LIV|1|keeper
            Nils|Skogmo|XL|L|7||2|""",
        expect="A first-name; B last-name; C size of drakt; D size of shorts; E number; F name; G quantity",
    ),
    OwnLayout(
        name="brazilian order",
        grid="""
            Nome|Apelido na camisa|Nº|Tamanho camisa|Tamanho calção|Modelo|CPF|WhatsApp
            Abel Fontoura|ABELÃO|10|G|M|Manga longa|00000000001|11 90000-0001
            Bruno Carvalhal|BRUNO|3|GG|G|Manga curta|00000000002|11 90000-0002
            Célia Dourado|CÉLIA|22|P|P|Manga curta|00000000003|11 90000-0003""",
        expect="A player; B name; C number; D size of camisa; E size of calção; F design",
    ),
    OwnLayout(
        name="czech bare",
        grid="""
            Jméno|Příjmení|Číslo|Velikost
            Bořivoj|Čermák|10|L
            Dalibor|Ekl|23|XL
            Evžen|Fiala|5|M""",
        expect="A first-name; B last-name; C number; D size",
    ),
    OwnLayout(
        name="finnish bare",
        grid="""
            Etunimi|Sukunimi|Nro|Koko|Kpl
            Aatos|Harjumaa|10|M|1
            Eevi|Ilvesoja|7|140|1
            Ilpo|Jokinurmi|99|L|2""",
        expect="A first-name; B last-name; C number; D size; E quantity",
    ),
    OwnLayout(
        name="chinese order",
        grid="""
            球队|队员姓名|印号|印名|上衣尺码|短裤尺码|款式|件数
            江城队|白云飞|10|BAI|XL|L|主场|1
            江城队|江小溪|7|JIANG|M|M|主场|1
            江城队|林间月|23|LIN|L|L|客场|1""",
        expect="A team; B player; C number; D name; E size of 上衣; F size of 短裤; G design; H quantity",
    ),
    OwnLayout(
        name="two columns of sizes, youth and adult",
        grid="""
            Player name|Number|Shirt size (youth)|Shirt size (adult)|Notes
            Ada Brindle|4|M||
            Bo Carstairs|17||L|
            Cy Dunmore|9|L||likes it loose""",
        expect="A player; B number; C size of Shirt youth; D size of Shirt adult",
    ),
    OwnLayout(
        name="long list of a kit room",
        grid="""
            Kit no|Shirt|Size|Issued to|Returned
            1|Home|M|Ada Brindle|no
            2|Home|L|Bo Carstairs|no
            3|Home|XL|Cy Dunmore|yes
            4|Home|M|Di Elder|no""",
        expect="A number?; B design; C size; D player?",
        asked="E",
    ),
    OwnLayout(
        name="wishes for a number beside those of last year",
        grid="""
            Who|No. last yr|1st choice no.|2nd choice|Top size last yr|Top size now
            Ada Brindle|6|6||S|S
            Bo Carstairs||9|19||M
            Cy Dunmore|9|10|4|M|M
            Di Elder||7|17||L
            Ed Finch|12|12||S|M""",
        expect="A player; C number?; F size of Top",
        asked="B",
    ),
    OwnLayout(
        name="those who pay stand beside those who play",
        grid="""
            order_number|status|product_name|pa_size|qty|meta_player_name|billing_first_name|billing_last_name
            51880|processing|Dress Junior|M|1|Ada Brindle|Una|Brindle
            51883|processing|Dress Senior|L|1|Bo Carstairs|Bo|Carstairs
            51884|on-hold|Dress Junior|S|2|Cy Dunmore|Val|Dunmore
            51890|processing|Dress Senior|M|1|Di Elder|Wes|Elder""",
        expect="A order; C design; D size; E quantity; F player",
    ),
    OwnLayout(
        name="who ordered is who gets it where nobody else is named",
        grid="""
            Ordered by|T-shirt size|Qty|Currency
            Ada Brindle|M|2|EUR
            Bo Carstairs|XL|1|EUR
            Cy Dunmore|L|3|EUR""",
        expect="A player?; B size of T-shirt; C quantity",
    ),
    OwnLayout(
        name="a title above the first columns says nothing of them",
        grid="""
            Volley Pievetorre
            Elenco atlete e taglie||||agg. 12/09|
            N°|Cognome e nome|Ruolo|Anno|Tg. maglia|Tg. pant.
            2|Brindle Ada|P|2003|S|S
            14|Carstairs Bo|C|1999|L|M
            5|Dunmore Cy|S|2005|M|S

            |All. Elder||||Dir. Finch""",
        expect="A number; B player; E size of maglia; F size of pant",
        heading_row=3,
        rows="4-6",
    ),
    OwnLayout(
        name="a sum of money in the row of totals",
        grid="""
            Voice|Surname|First name|Polo size|How many|To pay
            Sop|Brindle|Ada|Ladies 14|1|£14.50
            Alto|Carstairs|Bo|Mens M|2|£29.00
            Ten|Dunmore|Cy|Mens L|1|£14.50
            |||TOTAL|4|£58.00""",
        expect="B last-name; C first-name; D size of Polo; E quantity",
        rows="2-4",
    ),
    OwnLayout(
        name="what a shop asks before the answers",
        grid="""
            Order ID|Customer|Item|Option: Size|Option: Printed Name|Option: Printed Number|Qty
            #4401|Ada Brindle|Match Shirt|L|BRINDLE|15|1
            #4402|Bo Carstairs|Match Shirt|XL|BO C|9|1
            #4403|Cy Dunmore|Training Tee|M|DUNMORE||2""",
        expect="A order?; B player; C design; D size; E name; F number; G quantity",
    ),
    OwnLayout(
        name="headings of a data base",
        grid="""
            PLYR_LST_NM|PLYR_FST_NM|JRSY_NBR|JRSY_SZ|HLMT_SZ|CREATE_DT
            BRINDLE|ADA|54|XL|7 3/8|2025-06-02
            CARSTAIRS|BO|2|M|7|2025-06-02
            DUNMORE|CY|88|L|7 1/4|2025-06-03
            ELDER|DI||S|6 7/8|2025-06-05""",
        expect="A last-name; B first-name; C number; D size of JRSY; E size of HLMT",
    ),
    OwnLayout(
        name="numbers of caps and of shirts",
        grid="""
            Cap No.|Shirt No.|Player|Bat|Shirt|Trouser
            288|18|Ada Brindle|RHB|M|M
            301|7|Bo Carstairs|LHB|L|L
            312||Cy Dunmore|RHB|XL|L
            313|45|Di Elder|RHB|S|M""",
        expect="B number; C player; E size of Shirt; F size of Trouser?",
    ),
    OwnLayout(
        name="shirts that are numbers, with a line to sign below",
        grid="""
            Shirt|Full name|Date of birth|Seen
            1|Ada Brindle|2012-10-03|Y
            2|Bo Carstairs|2012-11-21|Y
            6|Cy Dunmore|2013-01-15|Y
            10|Di Elder|2012-09-30|
            11|Ed Finch|2013-05-05|Y
            14|Fay Grange|2013-02-17|Y
            Signed:|A. Hull|Date:|2025-05-01""",
        expect="A number?; B player",
        rows="2-7",
        asked="D",
    ),
    OwnLayout(
        name="marks between the marks of garments",
        grid="""
            Rower|Size|Splash top|Zephyr|Gilet|Leggings
            Ada Brindle|L|x|x||
            Bo Carstairs|10|x||x|x
            Cy Dunmore|XL||x|x|
            Di Elder|12|x|x||x""",
        expect="A player; B size; C design of top; D design of Zephyr?; E design of Gilet; F design of Leggings",
    ),
    OwnLayout(
        name="fouls under one heading",
        grid="""
            Players|No.|In|Fouls||||
            |||1|2|3|4|5
            BRINDLE, A.|4|x|P|P2|||
            CARSTAIRS, B.|5|x|P||||
            DUNMORE, C.|7|x|P1|P|T1|P|
            ELDER, D.|12|x|||||""",
        expect="A player; B number",
        asked="C E",
    ),
    OwnLayout(
        name="teams without headings, by their short names",
        grid="""
            mB1|Brindle, Ada|7|164|ADA
            mB1|Carstairs, Bo|11|S|BO C
            mB1|Dunmore, Cy|3|164|CY
            wB1|Elder, Di|22|M|DI
            wB1|Finch, Ed|9|S|FINCH
            wB1|Grange, Fay|5|M|FAY""",
        expect="A team?; B player; C number; D size; E name?",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="teams without headings, in words for teams",
        grid="""
            Heren 1|Brindle, Ada|13|XL
            Heren 1|Carstairs, Bo|2|L
            Heren 1|Dunmore, Cy|8|L
            Dames 1|Elder, Di|24|M
            Dames 1|Finch, Ed|5|XXL
            Dames 1|Grange, Fay|11|S""",
        expect="A team?; B player?; C number?; D size?",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="codes of children's sizes under garments cut short",
        grid="""
            Dancer|Class|Leo|Tights|Jkt
            Ada Brindle|Petite Ballet|CS|CS|CM
            Bo Carstairs|Petite Ballet|CM|CM|CM
            Cy Dunmore|Junior Tap|CL|CM|CL
            Di Elder|Junior Tap|CM|CL|CL""",
        expect="A player; C size of Leo; D size of Tights; E size of Jkt",
    ),
    OwnLayout(
        name="sides of a boat are no sizes",
        grid="""
            Seat|Rower|Side|Splash jkt
            Bow|Ada Brindle|S|M
            2|Bo Carstairs|P|L
            3|Cy Dunmore|S|L
            Stroke|Di Elder|P|XL""",
        expect="B player; D size of jkt",
        asked="C",
    ),
    OwnLayout(
        name="the cut of women in figures, of men in letters",
        grid="""
            Chorister|Ladies' fit|Men's fit|Qty
            Ada Brindle|10||1
            Bo Carstairs|14||2
            Cy Dunmore|18||1
            Di Elder|12||1
            Ed Finch||M|1
            Fay Grange||XL|1""",
        expect="A player; B size?; C size?; D quantity",
    ),
    OwnLayout(
        name="collars and trousers beside letters",
        grid="""
            Name|Vorname|Hemd (Kragenw.)|Hose|Staffelshirt|Stk. Shirt
            Brindle|Ada|41|52|L|2
            Carstairs|Bo|39|48|M|1
            Dunmore|Cy|43|56|XXL|2
            Elder|Di|38|38|S|1""",
        expect="A last-name; B first-name; C size of Hemd; D size of Hose?; E size of shirt; F quantity of Shirt",
    ),
    OwnLayout(
        name="pairs of what nobody taught us",
        grid="""
            Squad|Athlete|Shell sz|Bows (qty)|Poms - pairs
            Tiny|Ada Brindle|YXS|2|1
            Tiny|Bo Carstairs|YS|1|1
            Mini|Cy Dunmore|YM|2|2
            Mini|Di Elder|YM|1|1""",
        expect="A team; B player; C size; D quantity of Bows; E quantity of Poms",
    ),
    OwnLayout(
        name="the length of socks where the numbers are still to come",
        grid="""
            Skater|Birth Yr|Jersey #|Jersey Sz|Sock Len (in)
            Ada Brindle|2014||YL|24
            Bo Carstairs|2015||YM|24
            Cy Dunmore|2014||YXL|26
            Di Elder|2015||YM|22""",
        expect="A player; C number; D size of Jersey; E size of Sock?",
    ),
    OwnLayout(
        name="chest sizes of Koreans",
        grid="""
            순번|성함|배번|상의|하의|수량
            1|선우 다온|1204|100|95|1
            2|제갈 하람|1205|105|100|1
            3|탁 이든|1206|95|90|2
            4|사공 누리|1231|90|85|1""",
        expect="B player?; C number; D size of 상의?; E size of 하의?; F quantity",
    ),
    OwnLayout(
        name="start numbers cut short",
        grid="""
            St. č.|Jméno|Oddíl|Kat.|Vklad
            41|Brindle Ada|TJ Lípa|H14|90
            17|Carstairs Bo|TJ Lípa|D14|90
            63|Dunmore Cy|SK Doubrava|H14|70""",
        expect="A number; B player; C team",
    ),
    OwnLayout(
        name="clubs without headings",
        grid="""
            54|Brindle Ada|KK Sokół Brzezik|POL/1182|L
            55|Carstairs Bo|MKS Zdrój|POL/0977|XL
            61|Dunmore Cy|KK Sokół Brzezik|POL/1203|S
            57|Elder Di|MKS Zdrój|POL/1240|M
            62|Finch Ed|KK Sokół Brzezik|POL/1199|M
            8|Grange Fay|MKS Zdrój|POL/1004|XS""",
        expect="A number?; B player?; C team?; E size?",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="how many of them, without headings",
        grid="""
            Brindle, Ada|Dispatch|Mens L|2
            Carstairs, Bo|Dispatch|Mens XL|2
            Dunmore, Cy|Accounts|Ladies 12|1
            Elder, Di|Paint shop|Mens M|3
            Finch, Ed|Paint shop|Mens 3XL|2
            Grange, Fay|Accounts|Mens 2XL|1""",
        expect="A player?; C size?; D quantity?",
        heading_row=None,
        kind="no-header",
        asked="B",
    ),
    OwnLayout(
        name="people side by side whose names are numbered",
        grid="""
            dorsal|name1|email1|name2|email2|Size
            7|Ada Brindle|ada@club.example|Bo Carstairs|bo@club.example|M
            8|Cy Dunmore|cy@club.example|||L
            9|Di Elder|di@club.example|Ed Finch|ed@club.example|S""",
        expect="A number; B player?; F size",
    ),
    OwnLayout(
        name="nicknames with figures in them, and no other name",
        grid="""
            Nick z gry|Numer|Rozmiar
            Ziuleczka|21|M
            brindle1804|55|L
            Kasumi|17|S
            Noxar4|7|M""",
        expect="A player?; B number; C size",
    ),
    OwnLayout(
        name="columns that a program has numbered",
        grid="""
            Column1|Column2|Column3|Column4
            a.|Ada Brindle|17|L
            b.|Bo Carstairs|4|M
            c.|Cy Dunmore|88|XXL
            d.|Di Elder|9|S
            e.|Ed Finch|23|L""",
        expect="B player?; C number?; D size?",
        heading_row=1,
        asked="A",
    ),
    OwnLayout(
        name="units and halves of names in a second row of headings",
        grid="""
            Shirt|Player||Height|Weight|Club|Caps
            No.|First|Last|(cm)|(kg)||
            6|Ada|Brindle|184|88|Estuary RFC|12
            1|Bo|Carstairs|178|112|Old Millers|3
            15|Cy|Dunmore|181|91|Estuary RFC|27""",
        expect="A number; B first-name; C last-name; F team",
        heading_row=2,
    ),
    OwnLayout(
        name="initials that are to be signed with",
        grid="""
            Jersey|Player (Last, First)|DOB|Player Pass #|Initials
            4|Brindle, Ada|2011-05-03|88120|
            11|Carstairs, Bo|2011-06-11|88133|
            7|Dunmore, Cy|2011-07-07|88141|
            23|Elder, Di|2011-03-09|88150|
            18|Finch, Ed|2011-09-01|88155|""",
        expect="A number?; B player",
    ),
    OwnLayout(
        name="sizes under the first letter of the word",
        grid="""
            Apellidos, nombre|Nº|T.|Serigrafía espalda|Uds.
            Brindle, Ada|10|8|ADA|1
            Carstairs, Bo|3|10|BO C.|1
            Dunmore, Cy|1|12|DUNMORE|2
            Elder, Di|7|8|DI|1""",
        expect="A player; B number; C size?; D name; E quantity",
    ),
    OwnLayout(
        name="digits of a print room",
        grid="""
            Garment|Fits|Back print|Digits|Pieces
            Reversible vest|S|MAGS|12|1
            Reversible vest|M|OBI|7|1
            Reversible vest|L|J. KWAN|45|1""",
        expect="A design; B size?; C name; D number; E quantity",
    ),
    OwnLayout(
        name="sizes of adults by fives, as the Chinese count them",
        grid="""
            姓名|号码|尺码|数量
            岑嘉言|34|175|1
            祝欣妍|21|180|1
            钟雨桐|9|175|1
            欧阳博文|25|165|2
            邵语嫣|5|180|1""",
        expect="A player; B number; C size?; D quantity",
    ),
    OwnLayout(
        name="codes of articles under a heading for quantities",
        grid="""
            |Quantità per taglia|||
            Articolo|Cod.|S|M|L
            Maglia gara bianca|MG01|3|5|3
            Maglia gara blu|MG02|3|5|3
            Pantaloncino|PN10|4|5|2
            Felpa zip|FZ22|2|6|5""",
        expect="A design; C quantity of S; D quantity of M; E quantity of L",
        heading_row=2,
        kind="size-matrix",
    ),
    OwnLayout(
        name="who came to an event, with the code at its door",
        grid="""
            Purchase Date|Name|Email|First Name|Last Name|Ticket Type|BAR/QR code No.|Checked In
            2025-09-15|Ada Brindle|ada@example.org|Ada|Brindle|Workshop|KR724918BC|
            2025-09-15|Bo Carstairs|bo@example.org|Bo|Carstairs|Workshop|PD039561MV|
            2025-09-16|Cy Dunmore|cy@example.org|Cy|Dunmore|Talks|ZT846207QN|""",
        expect="D first-name; E last-name",
    ),
    OwnLayout(
        name="codes of players beside what they are called",
        grid="""
            cod_atleta|nome_atleta|apelido|camisa|posicao
            A011|Ada Brindle|Dinha|10|Goleiro
            A014|Bo Carstairs|Tico|7|Fixo
            A017|Cy Dunmore|Caco|1|Pivô
            A020|Di Elder|Lelê|25|Ala
            A026|Ed Finch|Duda|11|Fixo""",
        expect="B player; D number?",
    ),
    OwnLayout(
        name="a list of an Indonesian team",
        grid="""
            No|Nama Lengkap|Nama Punggung|No Punggung|Ukuran|Jumlah|No HP
            1|Ada Brindle|ADA|7|M|1|0812 555 0101
            2|Bo Carstairs|BO|10|L|1|0812 555 0102
            3|Cy Dunmore|CY|1|XL|2|0812 555 0103""",
        expect="B player; C name; D number; E size; F quantity",
    ),
    OwnLayout(
        name="hands that shoot, and no part of a name",
        grid="""
            No.|Player|Pos|Ht|S/C
            30|Mattheo Delacroux|G|6-2|L/-
            71|Aurelno Montalvar|F|6-1|R/-
            10|Bastiano Dujmovan|F|5-11|L/-
            5|Quillan Petrovan|D|6-3|R/-
            6|Ulderico Tremblaise|D|6-1|L/-""",
        expect="A number; B player",
    ),
    OwnLayout(
        name="levels that are no sizes, and clubs by short names",
        grid="""
            full_name|club_short|jersey_number|priority
            Ada Brindle|GMF|9|Medium
            Bo Carstairs|DBJ|8|High
            Cy Dunmore|GMF|1|Medium
            Di Elder|DBJ|14|Low""",
        expect="A player; B team; C number",
        asked="D",
    ),
    OwnLayout(
        name="the gym of each gymnast",
        grid="""
            Name|Number|Level|Gym Name
            Ada Brindle|101|5|Star Gymnastics
            Bo Carstairs|102|4|Elite Gym
            Cy Dunmore|103|6|Champion Gym""",
        expect="A player; B number; D team",
    ),
    OwnLayout(
        name="halves of Japanese names under two words for names",
        grid="""
            組|番号|苗字|名前
            A1|5|兼森|陽斗
            B2|4|戸田原|一弥
            A1|12|新村|蓮斗""",
        expect="B number; C last-name; D first-name",
    ),
    OwnLayout(
        name="the country where somebody lives",
        grid="""
            fornamn|efternamn|adress|postnr|postort|land
            Ada|Brindle|Main Street 1|12345|Stockholm|Sweden
            Bo|Carstairs|Second Street 2|12345|Stockholm|Sweden
            Cy|Dunmore|Third Street 3|12345|Stockholm|Sweden""",
        expect="A first-name; B last-name",
    ),
    OwnLayout(
        name="what a player ran into, in long words",
        grid="""
            Name|Goals|Assists|Minutes|Solo runs into attacking third|Red cards
            Ada Brindle|3|2|387|27|0
            Bo Carstairs|6|3|706|22|0
            Cy Dunmore|2|1|365|18|0
            Di Elder|2|0|289|7|0""",
        expect="A player",
        asked="E",
    ),
    OwnLayout(
        name="names as in the passport, and a style that nobody wears",
        grid="""
            Passport Name|Fighting Style|Team|Uniform Size
            Ada Brindle|Boxing|Alpha|L
            Bo Carstairs|Judo|Alpha|M
            Cy Dunmore|Boxing|Beta|S""",
        expect="A player; C team; D size",
    ),
    OwnLayout(
        name="an item number that is printed beside what the product is called",
        grid="""
            order_id|customer_name|product_description|personalization_name|jersey_size|quantity
            7001|Tarn Fenley|Red game jersey|DELMORE|S|1
            7001|Tarn Fenley|Red game jersey|DELMORE|M|1
            7001|Tarn Fenley|Blue keeper jersey|DELMORE|L|1""",
        expect="A order; B player; C design; D name; E size of jersey; F quantity",
    ),
    OwnLayout(
        name="who stands for the team, beside its players",
        grid="""
            チーム名|代表者名|選手名|背番号
            サンプルFC|金森一郎太|戸田原恒|1
            サンプルFC|金森一郎太|空橋実|2
            サンプルFC|金森一郎太|矢津川望|3""",
        expect="A team; C player; D number",
    ),
    OwnLayout(
        name="what is to be filled in, said before the first heading",
        grid="""
            Format: nama|email|phone|jersey_size
            Ada Brindle|ada@example.org|081200567890|M
            Bo Carstairs|bo@example.org|081200567891|L
            Cy Dunmore|cy@example.org|081200567892|M""",
        expect="A player; D size of jersey",
    ),
    OwnLayout(
        name="years as headings, over what was paid",
        grid="""
            Name|Size|2022|2023|2024|2025
            Ada Brindle|M|paid|paid||
            Bo Carstairs|L|paid|paid|paid|
            Cy Dunmore|S|paid|paid|paid|
            Di Elder|M||paid||""",
        expect="A player; B size",
        rows="2-5",
    ),
    OwnLayout(
        name="days of training as headings",
        grid="""
            Name|12.3.|19.3.|26.3.|2.4.
            Ada Brindle|x||x|x
            Bo Carstairs|x|x|x|
            Cy Dunmore||x|x|x
            Di Elder|x|x|x|x""",
        expect="A player",
        rows="2-5",
    ),
    OwnLayout(
        name="days of play, counted",
        grid="""
            Spieler|Größe|1|2|3|4|5
            Ada Brindle|M|x|x|||
            Bo Carstairs|L|x|x|||
            Cy Dunmore|S|x|x|||x
            Di Elder|M|x|x|||x""",
        expect="A player; B size",
        rows="2-5",
        asked="C D G",
    ),
    OwnLayout(
        name="numbers of riders and of their frames",
        grid="""
            name|rider_number|club|frame_number
            Arvind, Tamil|216|Northport Randonneurs|G158
            Bhander, Jas|261|Norwich Cyclists|G075
            Carstairs, Bo|400|Northport Randonneurs|G141
            Dunmore, Cy|31|Norwich Cyclists|G030
            Elder, Di|195|Northport Randonneurs|H103""",
        expect="A player; B number; C team",
    ),
    OwnLayout(
        name="short names in Spanish",
        grid="""
            id|dorsal|nombre|nombre_corto|posicion
            1|1|Oria Salgado|Oria|Por
            2|13|Robin Llobregat|Robin|Por
            3|25|Paris Mercader|Paris|Def""",
        expect="B number; C player; D name",
    ),
    OwnLayout(
        name="whole names beside what players call themselves",
        grid="""
            SpielerID|Name|Spielername
            1|Timur Aydan|Twinplayer
            2|Malte Voss|Apostrophe
            3|Jette Ruhland|Evoli
            4|Fabian Thiemann|RokkQ""",
        expect="B player?",
        asked="",
    ),
    OwnLayout(
        name="whose shirt it is among what a shop prints",
        grid="""
            Order #|Billing name|Personalise: player|Product|Size|Qty|Personalise: number|Personalise: text
            #10482|Gwen Pardoe|Alfie Pardoe|Match Shirt|YL|1|6|PARDOE
            #10485|R. Stannard|Ralph Stannard|Match Shirt|L|1|10|STANNERS
            #10491|Ife Lagos|Kemi Lagos|Match Shirt|M|1|15|KEMI""",
        expect="A order; C player?; D design; E size; F quantity; G number",
    ),
]
