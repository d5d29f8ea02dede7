"""Layouts as clubs keep them, with their abbreviations, sums and prices: the form is that of `layouts_of_our_own`."""
# ruff: noqa: E501 - a row of a grid is one line

from __future__ import annotations

from layouts_of_our_own import OwnLayout

OF_CLUBS = [
    OwnLayout(
        name="a sum of a matrix under a word nobody knows",
        grid="""
            Osasto|Tuote|S|M|L|XL|Kaikki
            Hiihto|Pipo|1|2|3||6
            Suunnistus|Pipo|2||1|1|4
            Hiihto|Takki||4|2||6
            Suunnistus|Takki|1|1||1|3""",
        expect="A team; B design; C quantity of S; D quantity of M; E quantity of L; F quantity of XL",
        kind="size-matrix",
    ),
    OwnLayout(
        name="a sum under the heading of the sizes",
        grid="""
            |Stærðir|||
            Vara|S|M|L|Alls
            Peysa|1|2|3|6
            Buxur|2|3|1|6
            Húfa|1|1|1|3""",
        heading_row=2,
        expect="A design; B quantity of S; C quantity of M; D quantity of L",
        kind="size-matrix",
    ),
    OwnLayout(
        name="each size with its count",
        grid="""
            Medl.nr|Navn|Trøje str.|Antal|Bukser str.|Antal
            1012|Ada Brindle|L|2|L|1
            1044|Bo Carstairs|S|1|S|1
            1051|Cy Dunmore|XL|1||
            1060|Di Elder|M|3|M|2""",
        expect="B player; C size of Trøje; D quantity of Trøje; E size of Bukser; F quantity of Bukser",
    ),
    OwnLayout(
        name="the number that was given beside those wished for",
        grid="""
            Spiller|1. ønske|2. ønske|Tildelt|Str.
            Ada Brindle|23|3|23|S
            Bo Carstairs|23|30|30|M
            Cy Dunmore|7|77|7|L
            Di Elder|11|1|11|S
            Ed Finch|7|8|8|M""",
        expect="A player; D number; E size",
    ),
    OwnLayout(
        name="initials of a garment beside the name on the back",
        grid="""
            Player|No.|Name on back|Shirt|Initials (jacket)
            Ada Brindle|4|BRINDLE|M|AB
            Bo Carstairs|17|BO|L|BC
            Cy Dunmore|9|DUNMORE|XL|CD""",
        expect="A player; B number; C name; D size of Shirt",
        asked="E",
    ),
    OwnLayout(
        name="dress sizes where nobody has a number",
        grid="""
            Name|Dress|Flurble|Jacket
            Ada Brindle|10|10|12
            Bo Carstairs|12|12|14
            Cy Dunmore|8|8|10
            Di Elder|14|14|16""",
        expect="A player; B size of Dress?; C size of Flurble?; D size of Jacket?",
    ),
    OwnLayout(
        name="how long the feet are beside what is ordered",
        grid="""
            Player|Shirt|Dance shoe
            Ada Brindle|M|1
            Bo Carstairs|L|2.5
            Cy Dunmore|S|13
            Di Elder|S|5.5""",
        expect="A player; B size of Shirt",
    ),
    OwnLayout(
        name="trousers by waist and length",
        grid="""
            Name|Shirt|Trousers|Breeches
            Ada Brindle|M|34 Reg|W34 L32
            Bo Carstairs|L|32 Long|W32 L32
            Cy Dunmore|S|36 Short|W36/L34""",
        expect="A player; B size of Shirt; C size of Trousers; D size of Breeches",
    ),
    OwnLayout(
        name="a model that says for whom",
        grid="""
            Naam|Model|Maat
            Ada Brindle|Dames|M
            Bo Carstairs|Heren|L
            Cy Dunmore|Dames|XL""",
        expect="A player; C size",
        asked="B",
    ),
    OwnLayout(
        name="garments with their prices",
        grid="""
            Navn|Str.|Frobel 120 kr|Jakke 450 kr|Grillhygge|Vippset
            Ada Brindle|M|x|x||x
            Bo Carstairs|L|x||x|x
            Cy Dunmore|XL||x||
            Di Elder|S|x|x|x|x""",
        expect="A player; B size; C design of Frobel?; D design of Jakke?",
        asked="E",
    ),
    OwnLayout(
        name="legs of a relay",
        grid="""
            Team|Etappe|Løber|T-shirt str.
            Larks|1|Ada Brindle|M
            Larks|2|Bo Carstairs|L
            Larks|3|Cy Dunmore|S
            Owls|1|Di Elder|M
            Owls|2|Ed Finch|XL
            Owls|3|Flo Gale|S""",
        expect="A team; C player; D size of T-shirt",
    ),
    OwnLayout(
        name="categories of age",
        grid="""
            Jugador|Categoría de edad|Talla
            Ada Brindle|U12|M
            Bo Carstairs|U12|L
            Cy Dunmore|U14|XL
            Di Elder|U14|S""",
        expect="A player; B team; C size",
    ),
    OwnLayout(
        name="waists beside sizes in letters",
        grid="""
            Swimmer|T shirt|Shorts
            Ada Brindle|S|26
            Bo Carstairs|M|32
            Cy Dunmore|L|34
            Di Elder|XS|24""",
        expect="A player; B size of T shirt; C size of Shorts?",
    ),
    OwnLayout(
        name="sizes and counts under their garments, leaders and players",
        grid="""
            Leder/spiller||Overall||T-skjorte|
            Fornavn|Etternavn|str|stk|str|stk
            Ada|Brindle|S|1|S|2
            Bo|Carstairs|XL|1|XL|1
            Cy|Dunmore|M|1|L|3""",
        heading_row=2,
        expect="A first-name; B last-name; C size of Overall; D quantity of Overall; E size of T-skjorte; F quantity of T-skjorte",
    ),
    OwnLayout(
        name="a number that is the club's to give",
        grid="""
            Jugador|Talla|Dorsal deseado (opción 1)|Dorsal deseado (opción 2)|Dorsal asignado (reservado al club)
            Ada Brindle|M|10|20|10
            Bo Carstairs|L|7|17|17
            Cy Dunmore|S|10|11|11""",
        expect="A player; B size; E number",
    ),
    OwnLayout(
        name="an order of a shop with its state",
        grid="""
            Bestillingsnr.|Status|Kunde|Vare|Størrelse|Antal|Personalisering: Navn|Personalisering: Nummer
            TSV-1041|betalt|Ada Brindle|Trøje|152|1|LEON|7
            TSV-1042|åben|Bo Carstairs|Bukser|XL|2||
            TSV-1043|betalt|Cy Dunmore|Trøje|S|1|SINA|14""",
        expect="A order; C player; D design; E size; F quantity; G name; H number",
    ),
    OwnLayout(
        name="a form that asks how many and is sure of the money",
        grid="""
            Name|Welche Größe brauchst du?|Farbe|Wie viele Hoodies möchtest du?|£17.50 received
            Ada Brindle|M|blau|1|cash
            Bo Carstairs|L|rot|1|parentpay
            Cy Dunmore|XL|blau|2|
            Di Elder|S|rot|1|cash""",
        expect="A player; B size; D quantity of Hoodies?",
        asked="C",
    ),
    OwnLayout(
        name="what is embroidered where",
        grid="""
            Employee|Item|Size|Qty|Embroidery
            Ada Brindle|Polo shirt|M|3|left chest logo
            Ada Brindle|Fleece|M|1|left chest logo
            Bo Carstairs|Polo shirt|XL|3|no logo
            Bo Carstairs|Fleece|L|1|left chest logo""",
        expect="A player; B design; C size; D quantity",
        kind="long",
        asked="E",
    ),
    OwnLayout(
        name="a grid of a form of which one garment is not known by its name",
        grid="""
            Full name|What would you like? [Hoodie]|What would you like? [Quarter zip]|What would you like? [T-shirt]
            Ada Brindle|M|Not ordering|S
            Bo Carstairs|L|L|Not ordering
            Cy Dunmore|Not ordering|S|XS
            Di Elder|S|Not ordering|S""",
        expect="A player; B size of Hoodie?; C size of Quarter zip?; D size of T-shirt?",
    ),
    OwnLayout(
        name="ranges of socks beside what nobody wants",
        grid="""
            Player|#|Shirt|Socks
            Ada Brindle|4|M|4-7
            Bo Carstairs|11|L|4-7
            Cy Dunmore|23|S|n/a
            Di Elder|8|M|7-11
            Ed Finch|9|M|11-13
            Flo Gage|15|L|7-11""",
        expect="A player; B number; C size of Shirt; D size of Socks",
    ),
    OwnLayout(
        name="one of a size each and how many that makes",
        grid="""
            Jméno|č. dresu|140|152|S|M|ks
            Ada Brindle|3||1|||1
            Bo Carstairs|8|1||||1
            Cy Dunmore|10|||1||1
            Di Elder|17|1|1|||2""",
        expect="A player; B number; C quantity of 140; D quantity of 152; E quantity of S; F quantity of M",
        kind="size-matrix",
    ),
    OwnLayout(
        name="pieces of colours",
        grid="""
            Jugador|Nº|Talla|Blanca (uds)|Verde (uds)
            Ada Brindle|5|M|1|1
            Bo Carstairs|14|L|1|2
            Cy Dunmore|7|S|2|1""",
        expect="A player; B number; C size; D quantity of Blanca; E quantity of Verde",
    ),
    OwnLayout(
        name="pieces with their unit under no heading",
        grid="""
            Ghirardelli Matteo|3|L|1 pz
            Santambrogi Luca|9|XL|1 pz
            De Vecchis Pietro|11|XL|2 pz
            Colzani Edoardo|1|M|1 pz
            Tortorelli Nicola|6|S|2 pz""",
        expect="A player?; B number?; C size; D quantity?",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="a form that asks who answers for the account",
        grid="""
            |Name and Surname of Player|Age on 31 December 2025|Medical aid number|Name of person responsible for payment of the account
            190|Elna Bosman|2016/09/03|22000700417|Stefan Bosman
            189|Rikus Visagie|2011/02/14|237551806|Leana Visagie
            188|Mila Steyn|2013/07/19|22000700417|Stefan Steyn""",
        expect="B player",
    ),
    OwnLayout(
        name="crosses under garments, one of them of the keeper",
        grid="""
            Spieler|Nr.|Gr.|Heim (rot)|Auswärts (weiß)|TW (gelb)|Stutzen
            Ada Brindle|1|XXL|||x|x
            Bo Carstairs|2|L|x|x||x
            Cy Dunmore|3|XL|x|x||x
            Di Elder|7|M|x|x||x""",
        expect="A player; B number; C size; D design of Heim; E design of Auswärts; F design of TW (gelb)?; G design of Stutzen",
    ),
    OwnLayout(
        name="nicknames in capitals under no heading",
        grid="""
            Tom Haslock|TOMMO|12|L|paid
            Pete Vickerage|VICKS|7|M|paid
            Dom Arrowsmythe|THE DOM|69|XL|
            Sam Kirkelby|KIRKY|1|L|paid
            Ollie Broadbere|BEAR|99|XXL|cash
            Jamie Tolland|JT|10|M|""",
        expect="A player?; B name?; C number?; D size",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="a category of age beside the team",
        grid="""
            Roepnaam|Achternaam|Leeftijdscat.|Team|Rugnr.
            Jorrit|Haverdinck|Senioren|VR Linden 2|6
            Siebe|Loosbroek|Senioren|VR Linden 2|10
            Teun|Sloothaak|JO19|VR Linden JO19-1|8""",
        expect="A first-name; B last-name; D team; E number",
    ),
    OwnLayout(
        name="numbers at home and away headed by letters",
        grid="""
            H|A|Name|Gr.|Pos
            00|00|Vandermeek, Tilly|12|GK
            1|0|Osterfield, Brooke|10|GK
            3|3|Lindgrove, Paige|12|D
            4|14|Abernath, Noor|11|MF
            7|7|Castellow, Jimena|9|F""",
        expect="A number?; C player",
    ),
    OwnLayout(
        name="a list of a school in Japan with its coaches above",
        grid="""
            監督：鷺宮 恒一||責任教師：榎原 澄|
            背番号|守備位置|氏　　名|学年
            １|投手|朝霧　蒼太|２
            ２|捕手|栗塚　大和|２
            ３|一塁手|御子神　廉|２""",
        expect="A number; C player",
        heading_row=2,
    ),
    OwnLayout(
        name="who fills in the form beside the student",
        grid="""
            First Name|Last Name|Classes|Student First Name|Student Last Name|T-shirt size
            Neil|Hart|a|Wesley|Hart|M
            Troy|Hurst|b|Esme|Hurst|L
            Dina|Hale|b|Logan|Hale|S""",
        expect="D first-name; E last-name; F size of T-shirt",
    ),
    OwnLayout(
        name="what a program shows of somebody beside the halves of the name",
        grid="""
            slug|display_name|first_name|last_name|shirt size
            ada-brindle|Ada Brindle|Ada|Brindle|M
            bo-carstairs|Bo Carstairs|Bo|Carstairs|L
            cy-dunmore|Cy Dunmore|Cy|Dunmore|S""",
        expect="C first-name; D last-name; E size of shirt",
    ),
    OwnLayout(
        name="groups that nobody is in",
        grid="""
            name|gender|morning_group|Group|size
            Ada Brindle|F|||M
            Bo Carstairs|M|||L
            Cy Dunmore|M|||S""",
        expect="A player; E size",
    ),
    OwnLayout(
        name="what children chose first and second under no heading",
        grid="""
            Willa|Malloy|12|1|Archery|Swimming|Hiking|Crafts
            Tom|Barlow|13|2|Hiking|Archery|Swimming|Crafts
            Greer|Lindsay|11|3|Swimming|Hiking|Archery|Crafts
            Aaron|Fuller|14|4|Hiking|Crafts|Swimming|Archery
            Rose|Kendal|12|5|Crafts|Archery|Swimming|Hiking
            Axel|Potter|13|6|Archery|Swimming|Crafts|Hiking
            Pearl|Wynne|11|7|Swimming|Crafts|Archery|Hiking
            Felix|Grant|14|8|Hiking|Archery|Crafts|Swimming""",
        expect="A first-name?; B last-name?",
        heading_row=None,
        kind="no-header",
        asked="C E F G H",
    ),
    OwnLayout(
        name="ratings under words that look like sizes and teams",
        grid="""
            Nombre|Edad|Vel_fis|Resistencia|Fuerza|Regate|Pase_corto|Pase_largo|Remate
            Macario|30|3|3|4|3|3|2|3
            Pocho|28|3|2|3|3|4|3|3
            Griego|31|4|3|3|2|3|3|1
            Zorro|27|3|3|2|3|3|4|3""",
        expect="A player",
    ),
    OwnLayout(
        name="what a form puts before every heading",
        grid="""
            Child - Amount|Child - First Name|Child - Last Name|Child - Gender|Child - Church Name|Child - T-Shirt Size|Email
            0|Fallon|Ashbury|Female|Grove Place|Adult S|f@example.org
            0|Thane|Ockham|Female|Village|Adult L|t@example.org
            0|Lorcan|Brock|Male|Village|Youth XL|l@example.org""",
        expect="A price; B first-name; C last-name; F size of T-Shirt",
    ),
    OwnLayout(
        name="sizes of Koreans go by the chest",
        grid="""
            성명|등번호|상의 사이즈|하의 사이즈|입금
            강노을|10|100|32|완료
            금하람|7|95|30|완료
            남태오|1|110|36|
            도경일|4|105|34|완료""",
        expect="A player; B number; C size of 상의?; D size of 하의",
    ),
    OwnLayout(
        name="first and second wish in brackets",
        grid="""
            Vor- und Nachname|Wunschnummer (1. Wahl)|Wunschnummer (2. Wahl)|Größe
            Adrian Lohm|10|8|M
            Benno Ibber|4|14|L
            Cem Dal|9|19|M""",
        expect="A player; B number?; D size",
    ),
    OwnLayout(
        name="first and second wish of Finns",
        grid="""
            Etunimi|Sukunimi|Paidan koko|Numerotoive 1|Numerotoive 2
            Aatu|Hieta|140|8|18
            Eeli|Joki|150|10|7
            Hiski|Kuusi|150|1|3""",
        expect="A first-name; B last-name; C size of Paidan; D number?",
    ),
    OwnLayout(
        name="since when in the club",
        grid="""
            Nr|Navn|Klub siden|Str.
            1|Anton Lys|2019|XL
            12|Bertram Eg|2022|L
            2|Christoffer Hov|2014|L
            5|Daniel Rose|2020|M""",
        expect="A number; B player; D size",
    ),
    OwnLayout(
        name="a remark behind the sizes that stand under one heading",
        grid="""
            ||Größe|||
            Kind|Nr.|116|128|S|Bemerkung
            Jonte Feld|4||1||
            Mats Ohlen|7|||1|
            Liske Brack|2|1|||""",
        expect="A player; B number; C quantity of 116; D quantity of 128; E quantity of S",
        heading_row=2,
        kind="size-matrix",
    ),
    OwnLayout(
        name="sums of a size in the place of a name",
        grid="""
            Player|Design|Size|Quantity
            Ann Lee|Shorts|M|1
            Bo Ray|Shorts|M|2
            Total|Shorts|M|3
            Cy Orr|Shorts|L|1
            Zwischensumme L|Shorts|L|1
            Sous-total|Shorts||4""",
        expect="A player; B design; C size; D quantity",
        rows="2-3 5",
    ),
    OwnLayout(
        name="sizes of cyclists go from one up",
        grid="""
            |Trikot||Hose||
            Name|Gr.|Stk.|Gr.|Stk.|Summe €
            Bernd Achter|4|2|4|2|389,00
            Corinna Weiß|2|1|2|1|168,00
            Uwe Pom|6|1|5|1|221,00
            Jan Ole|3|2|3|1|279,00""",
        expect="A player; B size of Trikot; C quantity of Trikot; D size of Hose; E quantity of Hose",
        heading_row=2,
    ),
    OwnLayout(
        name="sizes under a garment and a word nobody knows",
        grid="""
            Bib|Runner|Tech Tee|Sex
            201|Alma Dun|S|F
            202|Gregor San|M|M
            203|Bea Cor|XS|F
            204|Hamish Rut|L|M""",
        expect="A number; B player; C size of Tee",
    ),
    OwnLayout(
        name="the variant of a shop is the size where sizes stand there",
        grid="""
            Billing Name|Lineitem name|Lineitem quantity|Variant|Shirt Name|Shirt Number
            Pippa Harl|Home Shirt|1|9-10 yrs|HARL|7
            Carys Stan|Home Socks|2|L|STAN|9
            Dale Oken|Home Shirt|1|M|DAD|40
            Rita Mel|Training Top|1|S|MEL|11""",
        expect="A player; B design; C quantity; D size; E name; F number",
    ),
    OwnLayout(
        name="codes of teams under no heading are no numbers to wear",
        grid="""
            mB1|Ostendorf, Tjark|7|164|TJARK
            mB1|Reinhold, Caspar|11|S|CASPAR
            mB1|Delbrück, Anton|3|164|TONI
            wB1|Mönke, Philippa|22|M|PIPPA
            wB1|Uhlhorn, Marlene|5|152|LENE""",
        expect="A team?; B player?; C number?; D size?; E name?",
        heading_row=None,
        kind="no-header",
    ),
    OwnLayout(
        name="small and large of Brazilians head a matrix",
        grid="""
            Responsável|Turma|PP|P|M|G|GG
            Andréia Lour|3A|1|1||1|
            Benedito Casc|3A|2||1||
            Cíntia Vasc|3B|1||2||1""",
        expect="B team; C quantity of PP; D quantity of P; E quantity of M; F quantity of G; G quantity of GG",
        kind="size-matrix",
    ),
    OwnLayout(
        name="how many behind the size of each garment, a skirt among them",
        grid="""
            Naam|Shirt maat|Aantal|Rok maat|Aantal|Sokken maat|Aantal
            Fenna Brouw|S|1|36|1|36-40|2
            Lieke Duin|M|1|38|1|36-40|2
            Roos Esveld|S|2|36|1|41-45|2""",
        expect="A player; B size of Shirt; C quantity of Shirt; D size of Rok maat?; E quantity of Rok maat; F size of Sokken; G quantity of Sokken",
    ),
    OwnLayout(
        name="what the trainers wear",
        grid="""
            Trainer|Größe|Artikel
            Uwe Lang|XL|Training shirt
            Eva Kurz|L|Training shirt
            Ida Breit|M|Training shirt""",
        expect="A player; B size; C design",
    ),
    OwnLayout(
        name="the headings of the template under two garments",
        grid="""
            Spieler|Home shirt|||Shorts
            |Größe|Nummer|Aufdruck|Größe
            Ada Brindle|M|7|BRINDLE|S
            Bo Carstairs|L|8|CARSTAIRS|M
            Cy Dunmore|L|9|DUNMORE|M""",
        expect="A player; B size of Home shirt; C number of Home shirt; D name of Home shirt; E size of Shorts",
        heading_row=2,
    ),
    OwnLayout(
        name="the size of a hat in centimetres, beside the sizes of other garments",
        grid="""
            Shirt No.|Player|Shirt|Trousers|Sun hat
            7|Ada Brindle|L|34|59
            21|Bo Carstairs|M|32|57
            99|Cy Dunmore|XL|38|59
            4|Di Elder|M|32|57
            18|Ed Farrow|S|30|55""",
        expect="A number; B player; C size of Shirt; D size of Trousers?; E size of hat?",
    ),
    OwnLayout(
        name="chests in inches under the jersey, beside the number of the uniform and caps in eighths",
        grid="""
            Uni|Last Name|First Name|Jersey|Cap
            24|Brindle|Ada|46|7 3/8
            5|Carstairs|Bo|42|7 1/8
            00|Dunmore|Cy|44|7 1/4
            17|Elder|Di|46|7 1/2
            9|Farrow|Ed|42|7""",
        expect="A number; B last-name; C first-name; D size of Jersey?; E size of Cap",
    ),
    OwnLayout(
        name="what a match is called above the heading, with words of a heading",
        grid="""
            Venue: Low Lane||KO 14:30|Referee:
            |||
            Position|No.|Northport RFC|Eastham RFC
            Prop|1|Ada Brindle|Ed Farrow
            Hooker|2|Bo Carstairs|Flo Gadd
            Wing|3|Cy Dunmore|Gus Hale""",
        expect="B number?; C player?",
        heading_row=3,
        asked="D",
    ),
    OwnLayout(
        name="names that nobody headed, with trainers and teams among them",
        grid="""
            |Nr.|Shirt|Short|bezahlt
            F-JUGEND||||
            Ada Brindle|6|116|116|ja
            Bo Carstairs|3|128|116|ja
            Cy Dunmore|11|122/128|128|
            Trainer: Uwe Lang||XL||ja
            E-JUGEND||||
            Di Elder|9|140|140|nein
            Ed Farrow|7|152|140|ja
            Trainerin: Eva Kurz||M||ja""",
        expect="A player?; B number; C size of Shirt?; D size of Short?",
    ),
    OwnLayout(
        name="a sum of money under the heading of sizes",
        grid="""
            ||Kinder||Erwachsene||
            Besteller|Abteilung|128|140|M|L|€
            Ada Brindle|Turnen|1|1|||30
            Bo Carstairs|Handball|||2||30
            Cy Dunmore|Turnen||1||1|30""",
        expect="A player; C quantity of 128; D quantity of 140; E quantity of M; F quantity of L; G price",
        heading_row=2,
        kind="size-matrix",
    ),
    OwnLayout(
        name="how many of the first and the second kit",
        grid="""
            Jugador|Dorsal|Talla|Cant. 1ª equip.|Cant. 2ª equip.|Cant. portero
            Ada Brindle|1|L|||2
            Bo Carstairs|4|M|1|1|
            Cy Dunmore|7|S|1|1|""",
        expect="A player; B number; C size; D quantity of 1a equip; E quantity of 2a equip; F quantity of portero",
    ),
    OwnLayout(
        name="the caps that tell players of water polo apart",
        grid="""
            Calottina|Cognome|Nome|Anno
            1|Brindle|Ada|1998
            2|Carstairs|Bo|2002
            5|Dunmore|Cy|2000
            13|Elder|Di|1996""",
        expect="A number; B last-name; C first-name",
    ),
    OwnLayout(
        name="few people, who stand below each garment again",
        grid="""
            Home shirt||
            Name|Number|Size
            Brindle|7|M
            Carstairs|8|L
            ||
            Away shirt||
            Name|Number|Size
            Brindle|17|M
            Carstairs|18|L""",
        expect="A player; B number; C size",
        heading_row=2,
        rows="3-4 8-9",
    ),
    OwnLayout(
        name="halves of names as the law has them, beside what is embroidered",
        grid="""
            Adm No|Legal Forename|Legal Surname|PE Polo Size|PE Polo Qty|Initials on polo
            004518|Ada|Brindle|30/32|2|AB
            004522|Bo|Carstairs|32/34|1|BC
            004529|Cy|Dunmore|30/32|2|CD""",
        expect="B first-name; C last-name; D size of Polo; E quantity of Polo; F name",
    ),
    OwnLayout(
        name="the number that was given, behind those that were wished for",
        grid="""
            Child's full name|Preferred shirt number (1st choice)|Preferred shirt number (2nd choice)|Number allocated (club use only)|Shirt size
            Ada Brindle|7|17|7|S
            Bo Carstairs|7|10|10|M
            Cy Dunmore|9|19|9|S""",
        expect="A player; D number; E size of Shirt?",
    ),
    OwnLayout(
        name="a word for all players above halves of their names, beside the games",
        grid="""
            Roster|||||Schedule|
            Jersey|First|Last|Pos||Date|Opponent
            1|Ada|Brindle|S||2024-09-03|Northport
            3|Bo|Carstairs|L||2024-09-05|Eastham
            5|Cy|Dunmore|OH||2024-09-10|Weston""",
        expect="A number?; B first-name; C last-name",
        heading_row=2,
    ),
    OwnLayout(
        name="numbers of bibs at a tryout",
        grid="""
            Pinny|Last|First|Ht|Passing|Jersey Sz
            41|Brindle|Ada|61|4|YL
            42|Carstairs|Bo|59|4|YM
            51|Dunmore|Cy|58|3|YM""",
        expect="A number; B last-name; C first-name; F size of Jersey",
    ),
    OwnLayout(
        name="what gymnasts and rowers wear on their bodies",
        grid="""
            Ginnasta|H|Tg. body|Tg. tuta|AIO
            Ada Brindle|134|10A|140|W10
            Bo Carstairs|139|12A|140|W12
            Cy Dunmore|128|XS|128|W12""",
        expect="A player?; C size of body; D size of tuta; E size of AIO?",
    ),
    OwnLayout(
        name="a hat for children and for the others",
        grid="""
            Løper|Dress str.|Lue
            Ada Brindle|158|Barn
            Bo Carstairs|S|Voksen
            Cy Dunmore|152|Barn""",
        expect="A player; B size of Dress; C size of Lue?",
    ),
    OwnLayout(
        name="numbers of bibs that differ from those of the template",
        grid="""
            Player|Name|Number|Size|Design|Bib
            Ada Brindle|BRINDLE|2|M|Home|17
            Bo Carstairs|CARSTAIRS|3|L|Home|28
            Cy Dunmore|DUNMORE|4|S|Home|39""",
        expect="A player; B name; C number; D size; E design",
        asked="F",
    ),
    OwnLayout(
        name="whole names in capitals, which are printed",
        grid="""
            Spieler|Name|Nummer|Größe
            Arne|ARNE|7|M
            Birk|BIRK|18|L
            Claas|CLAAS|9|S""",
        expect="A player; B name; C number; D size",
    ),
    OwnLayout(
        name="shirts by number and size, and nobody who wears them",
        grid="""
            Nummer|Größe
            1|L
            2|S
            3|M
            4|M
            5|L""",
        expect="A number?; B size",
    ),
    OwnLayout(
        name="the questions of a shop's form, with what the shop puts before them",
        grid="""
            Order ID|Email|Product form: Player Name|Product form: Number|Lineitem quantity|Lineitem name|Lineitem variant
            00012|a@example.org|ADA|4|1|Warm-up top|Youth M
            00013|b@example.org|BO|9|2|Warm-up top|Adult L
            00014|c@example.org|CY|11|1|Polo|Adult S""",
        expect="A order; C player; D number; E quantity; F design; G size",
    ),
    OwnLayout(
        name="socks by their length",
        grid="""
            Rugnr|Speler|Maat shirt|Lengte sok|Lengte
            7|Ada Brindle|152|37-40|151
            9|Bo Carstairs|164|41-44|163
            1|Cy Dunmore|164|41-44|160""",
        expect="A number; B player; C size of shirt; D size of Lengte sok",
    ),
    OwnLayout(
        name="socks in French sizes",
        grid="""
            Joueur|N°|Maillot|Chaussettes
            Ada Brindle|7|S|T3
            Bo Carstairs|9|M|T3
            Cy Dunmore|4|XS|T2""",
        expect="A player; B number; C size of Maillot; D size of Chaussettes",
    ),
    OwnLayout(
        name="how many garments each has, behind their sizes",
        grid="""
            Rider|Jersey|Bib shorts|Gilet|Total
            Ada Brindle|M|M||2
            Bo Carstairs|L|L|L|3
            Cy Dunmore|S|S||2""",
        expect="A player; B size of Jersey; C size of Bib shorts; D size of Gilet",
    ),
    OwnLayout(
        name="a heading nobody knows beside one of sizes",
        grid="""
            Bibber|Size
            Ada Brindle|M Reg
            Bo Carstairs|L Long
            Cy Dunmore|S Short""",
        expect="A player?; B size",
    ),
    OwnLayout(
        name="necks of shirts, counted by size",
        grid="""
            Name|Crew neck S|Crew neck M|V-neck S|V-neck M
            Ada|1|||
            Bo||1||
            Cy|||2|
            Di||1||1""",
        expect="A player; B quantity of S; C quantity of M; D quantity of S; E quantity of M",
        kind="size-matrix",
    ),
    OwnLayout(
        name="ladies' figures among letters under a garment that few want, and sections with numbers",
        grid="""
            Name|Section|Polo|Rain jacket
            Ada Brindle|Ladies 2s|12|
            Bo Carstairs|Ladies 1s|10|14
            Cy Dunmore|Mens 3s|L|
            Di Elder|Mens 3s|XL|XL
            Ed Finch|n/a|M|L""",
        expect="A player; B team; C size of Polo; D size of jacket",
    ),
]
