"""Layouts written to mislead: false friends, wrong headings, headings nobody taught us, rows that are no players."""

from __future__ import annotations

from layouts_of_our_own import OwnLayout

MISLEADING = [
    OwnLayout(
        name="teams with names of their own",
        grid="""
            Dragons
            Name|No|Size
            Ada Brindle|4|M
            Bo Carstairs|17|L

            Wolves
            Name|No|Size
            Cy Dunmore|4|XL
            Di Elder|8|S""",
        expect="A player; B number; C size",
        heading_row=2,
        rows="3-4 8-9",
        teams="Dragons; Wolves",
    ),
    OwnLayout(
        name="surnames that are words",
        grid="""
            Spieler|Nr|Größe
            Hans Muster|4|M
            Rock|17|L
            Summer|9|XL
            Page|3|S
            Total, Uwe|5|M""",
        expect="A player; B number; C size",
        rows="2-6",
    ),
    OwnLayout(
        name="a player without number and size",
        grid="""
            Name|Number|Size
            Ada Brindle|4|M
            Bo Carstairs
            Cy Dunmore|9|XL""",
        expect="A player; B number; C size",
        rows="2-4",
    ),
    OwnLayout(
        name="licence numbers of two digits",
        grid="""
            Licence|Name|Size|Locker
            14|Ada Brindle|M|3
            27|Bo Carstairs|L|8
            33|Cy Dunmore|XL|12""",
        expect="B player; C size",
    ),
    OwnLayout(
        name="dress sizes under garments, which nobody wears ten of",
        grid="""
            First name|Surname|Shirt no.|Playing top|Skort
            Ada|Brindle|28|10|8
            Bo|Carstairs|30|14|14
            Cy|Dunmore|2|14|12
            Di|Elder|3|8|12""",
        expect="A first-name; B last-name; C number; D size of top; E size of Skort",
    ),
    OwnLayout(
        name="a player of rising dress sizes is no size matrix",
        grid="""
            Player|Shirt number|Shirt|Skirt
            Ada Brindle|4|10|12
            Bo Carstairs|17|12|10
            Cy Dunmore|9|8|14
            Di Elder|2|10|8""",
        expect="A player; B number; C size of Shirt; D size of Skirt",
        rows="2-5",
    ),
    OwnLayout(
        name="the old number and the new one",
        grid="""
            Spielerin|Nr. alt|Nr. neu|Trikot|Shorts
            Ada Brindle|5|8|S|S
            Bo Carstairs||17|L|M
            Cy Dunmore|3|3|M|M""",
        expect="A player; C number; D size of Trikot; E size of Shorts",
    ),
    OwnLayout(
        name="an old number that stays where there is no new one, or not",
        grid="""
            Spielerin|Nr. alt|Nr. neu|Größe
            Ada Brindle|5|8|S
            Bo Carstairs|12||L
            Cy Dunmore|3|4|M""",
        expect="A player; C number; D size",
        asked="B",
    ),
    OwnLayout(
        name="counts of caps beside those of scarves",
        grid="""
            Ordered by|T-shirt size|T-shirts|Scarves|Caps
            Ada Brindle|M|2|1|0
            Bo Carstairs|XL|1||2
            Cy Dunmore|L|3|2|1""",
        expect="A player; B size of T-shirt; C quantity of T-shirts; D quantity of Scarves; E quantity of Caps",
    ),
    OwnLayout(
        name="sums that begin with the garment, and sizes in words",
        grid="""
            Shirt No|Player|Shirt (women's fit)|Shirt (men's fit)|Socks
            39|Ada Brindle||XL|SNR
            6|Bo Carstairs|8||JNR
            33|Cy Dunmore||S|SNR
            3|Di Elder|10||JNR
            7|Eva Frost|8||JNR
            8|Flo Grant|12||JNR
            |Shirts in total|4|2|""",
        expect="A number; B player; C size of Shirt women's; D size of Shirt men's; E size of Socks",
        rows="2-7",
    ),
    OwnLayout(
        name="the code of an article says the article again",
        grid="""
            Article|Réf.|Taille|Quantité|Nom|Numéro
            Maillot domicile|MD01|M|1|GARNIER|7
            Maillot extérieur|ME01|L|1|HUE|10
            Short domicile|SD01|M|1|LEROY|8""",
        expect="A design; C size; D quantity; E player; F number",
        kind="long",
    ),
    OwnLayout(
        name="marks under garments of the same name",
        grid="""
            Nominativo|Numero|Taglia|Canotta casa|Maglia|Maglia allenamento|Borsa
            Ada Brindle|28|L|Sì|Sì|No|Sì
            Bo Carstairs|30|M|Sì|No|Sì|No
            Cy Dunmore|2|M|No|Sì|Sì|No
            Di Elder|3|S|Sì|Sì|Sì|Sì""",
        expect="A player; B number; C size; D design of Canotta casa; E design of Maglia; F design of Maglia allenamento; "
        "G design of Borsa",
    ),
    OwnLayout(
        name="ages and years of birth",
        grid="""
            Name|Age|Year|Jersey size
            Ada Brindle|12|2013|YM
            Bo Carstairs|11|2014|YL
            Cy Dunmore|12|2013|YM""",
        expect="A player; D size of Jersey",
    ),
    OwnLayout(
        name="bodies and no shirts",
        grid="""
            Nachname|Vorname|Größe|Gewicht
            Moosbach|Jale|181|77
            Tannhof|Bero|176|70
            Auenried|Ciro|192|88
            Birkholz|Dana|169|60""",
        expect="A last-name; B first-name",
    ),
    OwnLayout(
        name="order number and customer number",
        grid="""
            Kundennummer|Auftragsnummer|Artikelnummer|Name|Trikotnummer|Größe|Menge
            1001|A-77|HS-1|Jale Moosbach|10|M|1
            1001|A-77|HS-2|Bero Tannhof|4|L|1
            1002|A-78|HS-1|Ciro Auenried|23|XL|2""",
        expect="B order; C design; D player; E number; F size; G quantity",
    ),
    OwnLayout(
        name="scores that look worn",
        grid="""
            Player|Number|Goals|Assists|Points|Games
            Ada Brindle|4|10|12|22|30
            Bo Carstairs|17|3|9|12|28
            Cy Dunmore|9|21|7|28|31""",
        expect="A player; B number",
    ),
    OwnLayout(
        name="coach and captain columns",
        grid="""
            Team|Coach|Player|Cap|No|Shirt
            U12|Ann Brindle|Ada Brindle|C|4|YM
            U12|Ann Brindle|Bo Carstairs||17|YL
            U12|Ann Brindle|Cy Dunmore||9|YM""",
        expect="A team; C player; E number; F size of Shirt",
    ),
    OwnLayout(
        name="shirt column that is the number",
        grid="""
            Player|Shirt|Shorts
            Ada Brindle|M|S
            Bo Carstairs|L|M
            Cy Dunmore|XL|L""",
        expect="A player; B size of Shirt; C size of Shorts",
    ),
    OwnLayout(
        name="jersey column that is the number",
        grid="""
            Player|Jersey|Jersey size
            Ada Brindle|4|S
            Bo Carstairs|17|M
            Cy Dunmore|9|L""",
        expect="A player; B number; C size of Jersey",
    ),
    OwnLayout(
        name="two teams side by side",
        grid="""
            Team A|||||Team B||
            Name|No|Size|||Name|No|Size
            Ada Brindle|4|M|||Di Elder|8|S
            Bo Carstairs|17|L|||Ed Farrow|11|M
            Cy Dunmore|9|XL|||Fay Gorman|3|L""",
        expect="A player; B number; C size",
        heading_row=2,
        rows="3-5 3-5",
        teams="Team A; Team B",
    ),
    OwnLayout(
        name="headings upside down, garments below",
        grid="""
            Player|No|Home||Away|
            ||Size|Qty|Size|Qty
            Ada Brindle|4|M|1|M|1
            Bo Carstairs|17|L|2|L|1
            Cy Dunmore|9|XL|1|XL|1""",
        expect="A player; B number; C size of Home; D quantity of Home; E size of Away; F quantity of Away",
        heading_row=2,
        rows="3-5",
    ),
    OwnLayout(
        name="children's sizes and numbers alike",
        grid="""
            Spiller|Nummer|Str.
            Mads Engmark|12|10
            Sofie Birkvang|8|12
            Villads Holmgren|10|8
            Asta Dalgas|7|14""",
        expect="A player; B number; C size",
    ),
    OwnLayout(
        name="everybody wears M",
        grid="""
            Name|Nr|Gr|Geschlecht
            Jale Moosbach|10|M|W
            Bero Tannhof|4|M|M
            Ciro Auenried|23|M|M""",
        expect="A player; B number; C size",
    ),
    OwnLayout(
        name="unknown headings over plain sizes",
        grid="""
            Spieler|Rückennr.|Oberteil|Kombi
            Jale Moosbach|10|M|S
            Bero Tannhof|4|L|M
            Ciro Auenried|23|XL|L""",
        expect="A player; B number; C size of Oberteil?; D size of Kombi?",
    ),
    OwnLayout(
        name="mother's maiden name and nickname",
        grid="""
            First Name|Middle Name|Last Name|Nickname|Jersey Name|Jersey No
            Ada|Maria|Brindle|Addie|BRINDLE|4
            Bo||Carstairs|Bobo|BO C|17
            Cy|Lee|Dunmore||DUNMORE|9""",
        expect="A first-name; C last-name; E name; F number",
    ),
    OwnLayout(
        name="Name is first and last again",
        grid="""
            First|Last|Name|#|Sz
            Ada|Brindle|Ada Brindle|4|M
            Bo|Carstairs|Bo Carstairs|17|L
            Cy|Dunmore|Cy Dunmore|9|XL""",
        expect="A first-name; B last-name; D number; E size",
    ),
    OwnLayout(
        name="amount is money",
        grid="""
            Name|Size|Qty|Amount|Paid
            Ada Brindle|M|1|39.95|yes
            Bo Carstairs|L|2|79.90|no
            Cy Dunmore|XL|1|39.95|yes""",
        expect="A player; B size; C quantity; D price",
    ),
    OwnLayout(
        name="numbers reserved and second wishes",
        grid="""
            Spelare|Tröjnummer|Alternativ nummer|Storlek
            Arvid Sjöholm|9|99|L
            Bojan Åkerdal|14|41|M
            Cecilia Öbrink|2|22|S""",
        expect="A player; B number; D size",
    ),
    OwnLayout(
        name="halves of a name under the word player",
        grid="""
            Spieler||Trikot|
            Name|Vorname|Nr.|Größe
            Brindle|Ada|4|M
            Carstairs|Bo|17|L
            Dunmore|Cy|9|XL""",
        expect="A last-name; B first-name; C number; D size of Trikot",
        heading_row=2,
        rows="3-5",
    ),
    OwnLayout(
        name="the player beside a first name is the surname",
        grid="""
            Spiller|Fornavn|Nr.
            Brindle|Ada|4
            Carstairs|Bo|17
            Dunmore|Cy|9""",
        expect="A last-name; B first-name; C number",
    ),
    OwnLayout(
        name="the only number is a wish",
        grid="""
            Name des Kindes|Wunschnummer (1-99)|Trikotgröße
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|9|XL""",
        expect="A player; B number?; C size of Trikot",
    ),
    OwnLayout(
        name="two wishes and no number",
        grid="""
            Kind|Wunschnummer|Zweitwunsch|Größe
            Ada Brindle|4|3|M
            Bo Carstairs|17|8|L
            Cy Dunmore|9|21|XL""",
        expect="A player; B number?; D size",
    ),
    OwnLayout(
        name="a second number that is no wish",
        grid="""
            Player|Number|Second number|Size
            Ada Brindle|4|40|M
            Bo Carstairs|17|71|L
            Cy Dunmore|9|90|XL""",
        expect="A player; B number; D size",
        asked="C",
    ),
    OwnLayout(
        name="what stands below the table",
        grid="""
            Name|#|Size
            Brindle, Ada|4|M
            Carstairs, Bo|17|L
            Dunmore, Cy|9|S
            Elder, Di||

            * sizes come up small
            Please order before Friday
            GK = goalkeeper
            Coach|Jo Smith
            Deadline|12 September
            Size chart
            S|34-36
            M|38-40
            *|goalkeeper""",
        expect="A player; B number; C size",
        rows="2-5",
    ),
    OwnLayout(
        name="sections, and coaches who get a shirt",
        grid="""
            Name|#|Size
            Goalkeepers
            Ada Brindle|4|M
            Defenders
            Bo Carstairs|17|L
            Cy van der Dunmore
            Trainer||XL""",
        expect="A player; B number; C size",
        rows="3 5-7",
    ),
    OwnLayout(
        name="garments over letters and centimetres",
        grid="""
            Nr.|Name|Trikot|Hose|Jacke
            1|Ada Brindle|S|152|S
            16|Bo Carstairs|152|S|164
            4|Cy Dunmore|S|164|M
            7|Di Elder|164|152|176""",
        expect="A number; B player; C size of Trikot; D size of Hose; E size of Jacke",
    ),
    OwnLayout(
        name="garments over centimetres",
        grid="""
            Navn|Nr|Trøje|Shorts|Antal
            Ada Brindle|1|164|128|1
            Bo Carstairs|4|140|140|1
            Cy Dunmore|7|152|128|1
            Di Elder|11|152|152|1

            I alt||||4""",
        expect="A player; B number; C size of Trøje?; D size of Shorts?; E quantity",
        rows="2-5",
    ),
    OwnLayout(
        name="a cap to wear, and trousers by waist and leg",
        grid="""
            Player|No.|Trousers|Cap
            Ada Brindle|4|32R|S/M
            Bo Carstairs|17|34L|L/XL
            Cy Dunmore|9|30R|L/XL""",
        expect="A player; B number; C size of Trousers; D size of Cap",
    ),
    OwnLayout(
        name="caps won",
        grid="""
            Player|No.|Size|Caps
            Ada Brindle|4|M|12
            Bo Carstairs|17|L|0
            Cy Dunmore|9|S|31""",
        expect="A player; B number; C size",
    ),
    OwnLayout(
        name="people under a word spelt like a garment",
        grid="""
            Jätkä|Numero|Koko
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|9|S
            Di Elder|10|S""",
        expect="A player?; B number; C size",
    ),
    OwnLayout(
        name="questions of a form with advice in brackets",
        grid="""
            Vorname|Nachname|Welche Rückennummer hast du (bitte mit dem Trainer abgesprochen)?|Welche Trikotgröße?
            Ada|Brindle|4|M
            Bo|Carstairs|17|L
            Cy|Dunmore|9|S""",
        expect="A first-name; B last-name; C number; D size of Trikot",
    ),
    OwnLayout(
        name="the team of the child",
        grid="""
            Child's name|Which age group does your child play in?|Shirt number|Shirt size
            Ada Brindle|U9|4|M
            Bo Carstairs|U10|17|L
            Cy Dunmore|U9|9|S
            Di Elder|U10|10|S""",
        expect="A player; B team; C number; D size of Shirt",
    ),
    OwnLayout(
        name="sizes counted beneath, under number and size",
        grid="""
            Navn|Nr|Str.
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|9|S

            Husk navne på ryggen!
            |S|1
            |M|2
            |L|2""",
        expect="A player; B number; C size",
        rows="2-4",
    ),
    OwnLayout(
        name="initials of a garment are printed on it",
        grid="""
            Cognome|Nome|N°|Taglia|Iniziali giacca
            Brindle|Ada|1|L|AB
            Carstairs|Bo|12|M|BC
            Dunmore|Cy|3|S|CD
            Elder|Di|4|S|DE
            Finch|Ed|5|S|EF
            Grove|Flo|6|M|FG""",
        expect="A last-name; B first-name; C number; D size; E name of giacca",
    ),
    OwnLayout(
        name="what belongs before a last name stands in a column of its own",
        grid="""
            Roepnaam|Tussenv.|Achternaam|Rugnr.|Maat
            Ada||Brindle|4|M
            Bo|van der|Carstairs|17|L
            Cy|de|Dunmore|9|S""",
        expect="A first-name; B name-prefix; C last-name; D number; E size",
    ),
    OwnLayout(
        name="left and right are no sizes",
        grid="""
            Player|No.|Jersey|Shoots
            Ada Brindle|4|M|L
            Bo Carstairs|17|L|R
            Cy Dunmore|9|S|L""",
        expect="A player; B number; C size of Jersey",
    ),
]
