"""Layouts written for the tests: squads whose sheets tell of games, and garments in words and sizes of other countries."""

from __future__ import annotations

from layouts_of_our_own import OwnLayout

BESIDE_GAMES = [
    OwnLayout(
        name="shots and hits are no pairs of sizes",
        grid="""
            N|Giocatrice|MIN|PT|T2|T3|TL
            0|Brindle A.|33|14|4/9|2/5|0/0
            00|Carstairs B.|17|2|1/2|0/1|0/0
            5|Dunmore C.|37|19|5/8|2/6|3/4
            11|Elder D.|33|12|3/6|2/4|0/0
            15|Finch E.|24|6|3/5|0/0|0/1""",
        expect="A number; B player",
    ),
    OwnLayout(
        name="minutes are no sizes",
        grid="""
            Nr.|Name|Jg.|Tore|7m|Str.
            1|Brindle, Ada|1998|0||0'
            16|Carstairs, Bo|2004|0|1/1|6'
            3|Dunmore, Cy|2001|4|3/4|2'
            8|Elder, Di|1999|2||4'
            9|Finch, Ed|2003|1|0/1|0'""",
        expect="A number; B player",
    ),
    OwnLayout(
        name="the years of an American school are no sizes",
        grid="""
            Jersey|Athlete Name|Gr
            1|Ada Brindle|Sr
            2|Bo Carstairs|So
            5|Cy Dunmore|Jr
            8|Di Elder|Fr
            21|Ed Finch|Sr""",
        expect="A number?; B player",
    ),
    OwnLayout(
        name="who wears 45 is told under the shirt and not under not out",
        grid="""
            Shirt|Player|Inns|NO|Runs
            45|A Brindle|14|1|512
            7|B Carstairs|13|2|401
            18|C Dunmore|12|4|288
            3|D Elder|11|0|274
            99|E Finch|13|1|236
            23|F Gould|8|3|121""",
        expect="A number; B player",
        asked="D",
    ),
    OwnLayout(
        name="numbers to start with are no pieces, and licences no designs",
        grid="""
            StNr.|ÖSV-Code|Name|Jg.|Verein
            41|W0017722|BRINDLE Ada|2015|USC Northport
            42|W0018140|CARSTAIRS Bo|2014|WSV Eastham
            43|W0018203|DUNMORE Cy|2015|SC Southby
            44|W0016951|ELDER Di|2014|USC Northport
            45|M0023006|FINCH Ed|2014|SC Southby""",
        expect="A number; C player; E team",
    ),
    OwnLayout(
        name="a title over a part of the columns is of none of them",
        grid="""
            |||Northport Otters 14U AA||
            |||2026-27 OFFICIAL TEAM ROSTER||
            Sweater #|Last Name|First Name|Pos |Shoots|Birth Yr
            30|Brindle|Ada|G||2013
            35|Carstairs|Bo|D|R|2014
            2|Dunmore|Cy|D|L|2013
            4|Elder|Di|F|L|2013""",
        expect="A number of Sweater; B last-name; C first-name",
        heading_row=3,
    ),
    OwnLayout(
        name="a mobile is no number to print",
        grid="""
            Naam|06-nummer|Maat T-shirt
            Ada Brindle|06 00000101|M
            Bo Carstairs|06 00000102|L
            Cy Dunmore|06 00000103|XXL""",
        expect="A player; C size of T-shirt",
    ),
    OwnLayout(
        name="sizes of women in words beside one without a shirt",
        grid="""
            Nr start.|Nazwisko|Imię|Klub|Koszulka
            101|Brindle|Ada|KB Northport|M damska
            102|Carstairs|Bo|OSP Eastham|L
            103|Dunmore|Cy|KB Northport|S damska
            105|Elder|Di|OSP Eastham|XS damska
            106|Finch|Ed|OSP Eastham|XXL
            107|Gould|Fay|KB Northport|bez koszulki""",
        expect="A number; B last-name; C first-name; D team; E size of Koszulka?",
    ),
    OwnLayout(
        name="sizes of Mexican schools",
        grid="""
            NOMBRE DEL ALUMNO|PLAYERA|PANTS
            BRINDLE ADA|12|12
            CARSTAIRS BO|14|14
            DUNMORE CY|CH|14
            ELDER DI|CH|CH
            FINCH ED|12|10""",
        expect="A player; B size of PLAYERA?; C size of PANTS",
    ),
    OwnLayout(
        name="sizes of socks or pairs where a column counts",
        grid="""
            Apellido|Nombre|Nº|Talle remera|Medias|Cant.
            Brindle|Ada|9|S|2|1
            Carstairs|Bo|4|M|2|1
            Dunmore|Cy|12|XS|1|1
            Elder|Di|1|M|3|2""",
        expect="A last-name; B first-name; C number; D size of remera; E size of Medias?; F quantity",
    ),
    OwnLayout(
        name="a suit and what stands on the cap",
        grid="""
            Speler|Rugnr|Truitje|Pak|Badmuts (naam)|Aantal truien
            Ada Brindle|1|M|164|ADA|1
            Bo Carstairs|4|164|164|BO C|2
            Cy Dunmore|10|152|152|CY|1
            Di Elder|6|S|S|DI|1""",
        expect="A player; B number; C size of Truitje; D size of Pak; E name of Badmuts; F quantity of truien",
    ),
    OwnLayout(
        name="initials with their place are printed",
        grid="""
            Pupil|Initials (L chest)|Garment|Size|Qty
            Ada Brindle|AB|Tour polo|M|2
            Ada Brindle|AB|Tour hoody|L|1
            Bo Carstairs|BC|Tour polo|L|2
            Cy Dunmore|CD|Tour polo|S|1""",
        expect="A player; B name; C design; D size; E quantity",
        asked="B",
        kind="long",
    ),
    OwnLayout(
        name="for whom it is",
        grid="""
            Besteller|Für wen|Aufdruck|Nummer|Größe|Artikel
            Fam. Brindle|Ada|ADA|7|140|Home shirt
            Fam. Brindle|Papa|PAPA||XL|Home shirt
            Fam. Carstairs|Bo|BO|4|152|Home shirt
            Fam. Dunmore|Cy|CY|10|140|Home shirt""",
        expect="B player; C name; D number; E size; F design",
    ),
    OwnLayout(
        name="a class of age is a team in any language",
        grid="""
            Öğrenci Adı|Öğrenci Soyadı|Yaş Grubu|Forma Bedeni
            Ada|Brindle|U11|S
            Bo|Carstairs|U12|M
            Cy|Dunmore|U11|S""",
        expect="A first-name; B last-name; C team; D size of Forma",
    ),
    OwnLayout(
        name="who is called N. is no number, and the players stand beneath each other",
        grid="""
            Dorsal|Jugadora|5i|Min|Pts|T2|T3|TL
            4|M. Brindle|x|28:14|12|3/7|2/5|0/0
            6|L. Carstairs|x|31:02|17|6/11|1/3|2/2
            11|N. Dunmore||15:21|5|1/3|1/4|0/0
            15|C. Elder|x|30:33|14|5/12|0/0|4/6
            00|E. Finch||21:10|6|3/5|0/0|0/1""",
        expect="A number; B player",
        asked="C",
    ),
    OwnLayout(
        name="grades of a school beside sizes, with those before it",
        grid="""
            Student|Gr.|Item Description|Size|Qty
            Ada Brindle|3|Wildcats Tee|YM|1
            Bo Carstairs|K|Wildcats Tee|YXS|2
            Cy Dunmore|5|Crewneck|AS|1
            Di Elder|4|Wildcats Hoodie|YL|1""",
        expect="A player; C design; D size; E quantity",
    ),
    OwnLayout(
        name="a shift is no shirt, and a Swiss trainer is worn",
        grid="""
            Name|Vorname|Which shift can you do?|Grösse|Trainerjacke|Trainerhose
            Brindle|Ada|Sat AM (set up)|L|x|x
            Carstairs|Bo|Sunday - marshal|M|x|
            Dunmore|Cy|Sunday - finish line|S|x|x
            Elder|Di|Either|XXL||x""",
        expect="A last-name; B first-name; D size; E design of Trainerjacke; F design of Trainerhose",
    ),
    OwnLayout(
        name="regular is a size of socks",
        grid="""
            Player|Name on back|No.|Shirt|Socks
            Ada Brindle|ADA|9|XL|Reg
            Bo Carstairs|BO|10|M|Reg
            Cy Dunmore|CY|5|XXL|Large
            Di Elder|DI|11|S|Reg""",
        expect="A player; B name; C number; D size of Shirt; E size of Socks?",
    ),
    OwnLayout(
        name="how often a batsman was not out is no number",
        grid="""
            Player|Inns|NO|Runs|Avge|Ct
            Ada Brindle|14|2|412|34.33|6
            Bo Carstairs|10|1|287|31.89|4
            Cy Dunmore|12|4|240|30.00|9
            Di Elder|11|0|151|18.88|2
            Ed Finch|5|2|41|13.67|2""",
        expect="A player",
        asked="C",
    ),
    OwnLayout(
        name="the shirt of a house of a school, and when somebody signed up",
        grid="""
            Student|House shirt|Heure inscription
            BRINDLE, Ada|10|2025-03-11 08:14
            CARSTAIRS, Bo|14|2025-03-11 08:40
            DUNMORE, Cy|S|2025-03-11 12:02
            ELDER, Di|M|2025-03-12 21:33""",
        expect="A player; B size of shirt",
    ),
    OwnLayout(
        name="the how manieth somebody is who wears a cap of the club",
        grid="""
            Cap no.|Player|Shirt|XI|Bats|Bowls
            112|Ada Brindle|7|1st|RHB|RM
            131|Bo Carstairs|18|1st|RHB|LAO
            98|Cy Dunmore|45|1st|LHB|
            140|Di Elder|1|1st|RHB|OB
            77|Ed Finch|33|2nd|RHB|RM""",
        expect="B player; C number?; D team",
    ),
    OwnLayout(
        name="a game of a player in each row",
        grid="""
            Date|Tm|Opp|Res|No|Player|MIN|FG|REB
            2025-01-11|Tideswell Tigers|Kelham Kings|W 71-64|4|R. Oakes|31:20|6-13|5
            2025-01-11|Tideswell Tigers|Kelham Kings|W 71-64|7|D. Umar|24:05|4-9|9
            2025-01-11|Tideswell Tigers|Kelham Kings|W 71-64|12|J. Pen|18:47|3-6|2
            2025-01-18|Tideswell Tigers|Sorrel Storm|L 58-77|4|R. Oakes|33:10|5-17|3
            2025-01-18|Tideswell Tigers|Sorrel Storm|L 58-77|7|D. Umar|28:31|7-12|11""",
        expect="B team; E number; F player",
        kind="long",
    ),
    OwnLayout(
        name="at home or away beside what was done in a game",
        grid="""
            ronde|speler|club|tegenstander|thuis_uit|minuten|goals|clean_sheet
            1|Okke Veld|AZ|ADO Den Haag|thuis|90|0|1
            1|Ids Donk|AZ|ADO Den Haag|thuis|73|1|1
            2|Okke Veld|AZ|Sparta|uit|90|0|0
            2|Ids Donk|AZ|Sparta|uit|90|0|0
            3|Okke Veld|AZ|PSV|thuis|61|0|0""",
        expect="B player; C team",
        kind="long",
        asked="E",
    ),
    OwnLayout(
        name="how well somebody plays under no heading",
        grid="""
            BENTO ALVES|RW|81
            LEOPOLD ZAMBA|LW|81
            ORAZIO VITELLA|RM|86
            JELLE VAN DER BORCH|LM|79
            SEVERIN OKODIE|LB|78
            GORDON SMEDLEY|LCB|84""",
        expect="A player?",
        heading_row=None,
        kind="no-header",
        asked="C",
    ),
    OwnLayout(
        name="the numbers of a squad under the word for a shirt run on from one",
        grid="""
            Shirt|Position|Player|Caps|Club
            1|GK|Ada Brindle|53|Port Vernon
            2|DF|Bo Carstairs|33|Rovers Dunkell
            3|DF|Cy Dunmore|26|Union Tarn
            4|FW|Di Elder|10|Port Vernon""",
        expect="A number?; C player; E team",
    ),
    OwnLayout(
        name="two of a squad may have one number",
        grid="""
            camisa|nome|posicao
            1|Silvio|GO
            14|Chico|LT
            16|Firmino|LT
            14|Olavo|LT
            4|Zito|ZG
            5|Evaristo|VOL""",
        expect="A number?; B player",
    ),
    OwnLayout(
        name="halves are what players are rated with",
        grid="""
            Jogador|Pos1|Defesa|Garra|Tática|Fôlego|Ataque|Raça
            Casimiro|LM|2.5|2|3.5|2|2|1
            Valdemar|LW|2|3|2|2|1|2
            Zito|CB|2|3.5|2|3|3|5
            Quintino|RW|3|3|2|3|2|3""",
        expect="A player",
    ),
    OwnLayout(
        name="where somebody plays is no team",
        grid="""
            QB|Tobin Hartsome|30|2008
            QB|Corwin Kingsmere|24|2012
            QB|Denholm Wexworth|24|2011
            RB|Rowan Fenwick|25|2014
            RB|Ollin Starling|25|2014
            RB|Wendel Thornley|25|2008""",
        expect="B player?; C number?",
        heading_row=None,
        kind="no-header",
        asked="A",
    ),
    OwnLayout(
        name="the lines of an order are numbered as items",
        grid="""
            Item|Atleta|N.º|Tamanho|Qtd
            1|Ada Brindle||M|1
            2|Bo Carstairs|7|G|1
            3|Cy Dunmore|10|12 anos|1
            4|Di Elder|4|M|2""",
        expect="B player; C number; D size; E quantity",
    ),
    OwnLayout(
        name="sizes that say for whom they are with one letter",
        grid="""
            Bib|Athlete|Team|Shirt
            14|Ada Brindle|Wolfpack|MM
            15|Bo Carstairs||WS
            16|Cy Dunmore|Bay Tri Club|MXL
            17|Di Elder|Wolfpack|WM
            18|Eve Finch|Wolfpack|ML""",
        expect="A number; B player; C team; D size of Shirt?",
    ),
    OwnLayout(
        name="the rows of an order are counted in front of the sizes of two garments",
        grid="""
            n.|nome|felpa|tuta
            1|Ada Brindle|152|M
            2|Bo Carstairs|M|L
            3|Cy Dunmore|L|L
            4|Di Elder||S""",
        expect="B player; C size of felpa?; D size of tuta",
    ),
    OwnLayout(
        name="who orders, he or she, is who it is for where nobody else is named",
        grid="""
            Besteller/in|Artikel|Größe|Menge
            Ada Brindle|Regenjacke|XXL|2
            Ada Brindle|Poloshirt|L|1
            Bo Carstairs|Regenjacke|M|1""",
        expect="A player; B design; C size; D quantity",
    ),
]
