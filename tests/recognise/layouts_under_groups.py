"""Layouts written for the tests: headings under headings, garments that share theirs, and what stands beside the people."""

from __future__ import annotations

from layouts_of_our_own import OwnLayout

UNDER_GROUPS = [
    OwnLayout(
        name="what is told of a rider under a word for riders is no rider, and what is a size of two garments is one of a third",
        grid="""
            Coureur||||Maillot MC||Maillot ML||Gants|
            Nom|Prénom|UCI ID|Cat.|T|Q|T|Q|T|Q
            BRINDLE|Ada|10094417203|Open 3|M|2|M|1|9|1
            CARSTAIRS|Bo|10087215504|Open 2|S|1|||8|1
            DUNMORE|Cy|10103348871|Dames|XS|2|XS|1|7|1
            ELDER|Di|10056620418|Access 1|XL|1|XL|1|11|2
            FINCH|Ed|10071193302|Access 4|L|1||||""",
        expect="A last-name; B first-name; D team; E size of Maillot MC; F quantity of Maillot MC; G size of Maillot ML; "
        "H quantity of Maillot ML; I size of Gants; J quantity of Gants",
        heading_row=2,
        rows="3-7",
    ),
    OwnLayout(
        name="a garment that nobody taught us is counted under its own group",
        grid="""
            Svømmer||Dragt||T-shirt||Kappa
            Navn|Årg.|Str.|Ant.|Str.|Ant.|Ant.
            Ada Brindle|2010|28|1|L|1|2
            Bo Carstairs|2011|36|2|M|1|1
            Cy Dunmore|2012|24|1|S|1|1
            Di Elder|2010|38|1|M|2|2""",
        expect="A player; C size of Dragt; D quantity of Dragt; E size of T-shirt; F quantity of T-shirt; G quantity of Kappa",
        heading_row=2,
        rows="3-6",
    ),
    OwnLayout(
        name="a student's number is none to wear under a word for students",
        grid="""
            학생|||상의|
            반|번호|이름|호수|수량
            2|3|길도윤|90|1
            2|8|남하린|85|2
            2|15|사공재이|95|1
            3|1|방시온|85|1
            3|6|어라온|100|1""",
        expect="C player; D size of 상의; E quantity of 상의",
        heading_row=2,
        rows="3-7",
        asked="B",
    ),
    OwnLayout(
        name="the line that says which team it is heads no columns, whatever its name has in it",
        grid="""
            チーム名|緑ヶ原ミニバス|||担当|保護者会
            背番号|氏名|フリガナ|シャツサイズ|パンツサイズ|備考
            4|鳴瀬 新|ナルセ アラタ|150|150|
            5|豊栄 凪|トヨサカ ナギ|140|140|
            6|遠峰 湊|トオミネ ミナト|160|150|
            7|鵜飼 大和|ウカイ ヤマト|140|140|""",
        expect="A number; B player; D size of シャツ; E size of パンツ",
        heading_row=2,
        rows="3-6",
    ),
    OwnLayout(
        name="ages in years are sizes of a garment in every language, shoe numbers those of feet",
        grid="""
            Sıra|Adı Soyadı|Eşofman|T-shirt|Ayakkabı No
            1|Ada Brindle|12 YAŞ|12 YAŞ|36
            2|Bo Carstairs|14 YAŞ|12 YAŞ|37
            3|Cy Dunmore|12 YAŞ|14 YAŞ|36
            4|Di Elder|S|S|38""",
        expect="B player; C size of Eşofman; D size of T-shirt",
    ),
    OwnLayout(
        name="whom it is for is the player, and not who ordered",
        grid="""
            Bezeichnung|Größe|Menge|Wunschname|Für|Besteller
            Trikot|164|1|ADA|Ada Brindle|Nora Brindle
            Shorts|164|1||Ada Brindle|Nora Brindle
            Trikot|L|1|BO|Bo Carstairs|Ulla Carstairs
            Trikot|M|1|CY|Cy Dunmore|Cy Dunmore""",
        expect="A design?; B size; C quantity; D name; E player",
    ),
    OwnLayout(
        name="codes of which no two are alike tell people apart where garments head their sizes",
        grid="""
            Cod.|Cognome e nome|N° gara|Tg. maglia|Tg. pant.
            A017|Brindle Ada|5|S|S
            A022|Carstairs Bo|12|M|M
            A031|Dunmore Cy|9|M|S
            A033|Elder Di|1|XS|XS
            A038|Finch Ed|7|M|M""",
        expect="B player; C number; D size of maglia; E size of pant",
    ),
    OwnLayout(
        name="even figures under a shirt beside a number of its own are its sizes",
        grid="""
            Jugador|Dor.|cam.|pant.
            Ada Brindle|1|14|14
            Bo Carstairs|4|12|10
            Cy Dunmore|8|10|10
            Di Elder|10|12|12
            Ed Finch|7|16|16""",
        expect="A player; B number; C size of cam?; D size of pant?",
    ),
    OwnLayout(
        name="a few of what nobody knows behind the garments are asked about, however much is measured",
        grid="""
            Athlete|Bust|Waist|Hip|Girth|Shell|Skirt|Bow
            Ada Brindle|28|24|29|52|YL|YL|1
            Bo Carstairs|26|23|27|49|YM|YM|1
            Cy Dunmore|31|26|33|56|AS|AS|2
            Di Elder|29|25|30|53|YL|YL|1
            Ed Finch|25|22|26|47|YS|YM|1""",
        expect="A player; F size of Shell?; G size of Skirt",
        asked="H",
    ),
    OwnLayout(
        name="what a colour means stands beside the headings and heads nothing",
        grid="""
            Naam|Nummer|Maat||geel = keeper, krijgt een ander shirt
            Ada Brindle|4|M
            Bo Carstairs|17|L
            Cy Dunmore|8|S""",
        expect="A player; B number; C size",
    ),
    OwnLayout(
        name="who coaches under the last garment, a summary beside the players, and positions on bibs",
        grid="""
            |||DRESS||HOODIE|||SUMMARY|
            Plyr|Sqd|Bib|Sz|Qty|Sz|Qty|Coach|Sz|Hoodies
            Ada Brindle|U14|GA|30|1|S|1|Mrs Keel|XS|1
            Bo Carstairs|U14|C|32|1|||Mrs Keel|S|2
            Cy Dunmore|U16|WD|30|1|XS|1|Jo B|M|1
            Di Elder|U16|GK|34|1|M|1|Jo B|L|1""",
        expect="A player; B team; D size of DRESS; E quantity of DRESS; F size of HOODIE; G quantity of HOODIE",
        heading_row=2,
        asked="I",
    ),
    OwnLayout(
        name="a size that is shortened to a letter under each of two garments",
        grid="""
            |||HAUT||BAS||FLOCAGE|
            Équipe|Joueur|Éduc.|T.|Qté|T.|Qté|Nom|N°
            M8|Ada Brindle|Fabrice|6 ans|1|6 ans|1||7
            M8|Bo Carstairs|Fabrice|8 ans|1|8 ans|2|BO|3
            M10|Cy Dunmore|Magali|10 ans|1|10 ans|1|CY|12""",
        expect="A team; B player; D size of HAUT; E quantity of HAUT; F size of BAS; G quantity of BAS; H name; I number",
        heading_row=2,
    ),
    OwnLayout(
        name="groups of players called by their age, and two sets of shirts",
        grid="""
            ||DOM|||WYJAZD||
            Zawodniczka|Gr.|nr|rozm.|szt.|nr|rozm.|szt.
            Ada Brindle|mł.|7|S|1|7|S|1
            Bo Carstairs|mł.|9|XS|1|9|XS|1
            Cy Dunmore|jun.|10|M|1|12|M|2""",
        expect="A player; B team; C number of DOM; D size of DOM; E quantity of DOM; F number of WYJAZD; G size of WYJAZD; "
        "H quantity of WYJAZD",
        heading_row=2,
    ),
    OwnLayout(
        name="a gymnast's body among garments that are marked",
        grid="""
            Name|Gr.|Anzug|Gymn.-Body|T-Shirt
            Ada Brindle|140|x|x|
            Bo Carstairs|128|x||x
            Cy Dunmore|152||x|x""",
        expect="A player; B size; C design of Anzug; D design of Gymn.-Body; E design of T-Shirt",
    ),
    OwnLayout(
        name="stockings by the length of a foot",
        grid="""
            번호|성명|등번호|상의|하의|스타킹
            1|제갈 하람|1|105|105|270
            2|남궁 빛찬|7|100|95|265
            3|사공 두루|10|95|95|260""",
        expect="B player; C number; D size of 상의; E size of 하의; F size of 스타킹",
    ),
    OwnLayout(
        name="the same sizes counted under two garments",
        grid="""
            ||T-shirt|||Shorts|||Total
            Name|Class|130|140|150|130|140|150|
            Ada Brindle|5|1|||1|||2
            Bo Carstairs|6||1|||1||2
            Cy Dunmore|4|||1|||1|2
            Di Elder|4|||2|||1|3""",
        expect="A player; C quantity of 130; D quantity of 140; E quantity of 150; F quantity of 130; G quantity of 140; "
        "H quantity of 150",
        heading_row=2,
        kind="size-matrix",
    ),
    OwnLayout(
        name="a word for goods over garments that are ticked is none of their names",
        grid="""
            |||Artikel||||
            Nr.|Spielerin|Gr.|Hoodie|Jacke|RN|Aufdruck|bez.
            1|Brindle, Ada|S|x||13|Ada|x
            2|Carstairs, Bo|M||x|4|Bo|
            3|Dunmore, Cy|M|x|x|22||x
            4|Elder, Di|L|x||7|Di E.|x""",
        expect="B player; C size; D design of Hoodie; E design of Jacke; F number; G name",
        heading_row=2,
        rows="3-6",
    ),
    OwnLayout(
        name="garments over their prices, which are the nearest headings",
        grid="""
            |||Jacka|Byxa|
            Namn|Lag|Stl|399 kr|299 kr|Att betala
            Ada Brindle|F11|L|1|1|698
            Bo Carstairs|F11|140|1||399
            Cy Dunmore|P09|150||2|598
            Di Elder|P09|XL|1|1|698""",
        expect="A player; B team; C size; D quantity of Jacka; E quantity of Byxa",
        heading_row=2,
        rows="3-6",
    ),
    OwnLayout(
        name="prices beneath the garments they are of",
        grid="""
            Namn|Nr|Stl|Tröja|Byxa
            |||399 kr|299 kr
            Ada Brindle|4|L|1|1
            Bo Carstairs|17|M|1|
            Cy Dunmore|9|S||2
            Di Elder|23|XL|1|1""",
        expect="A player; B number; C size; D quantity of Tröja; E quantity of Byxa",
        heading_row=2,
        rows="3-6",
    ),
]
