"""What Slovak rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
SLOVAK = Vocabulary(
    words={
        C.NUMBER: "cislo cisla",
        C.JERSEY_NUMBER: "cislo_dresu startove_cislo",
        C.NAME: "meno mena",
        C.LAST: "priezvisko priezviska",
        C.WHOLE_NAME: "meno_a_priezvisko priezvisko_a_meno meno_priezvisko priezvisko_meno cele_meno",
        C.PLAYER: "hrac hraca hracka hraci sportovec",
        C.MEMBER: "dieta dietata deti ziak clen ucastnik",
        C.PRINT: "potlac napis",
        C.BACK: "chrbat chrbte chrbat_dresu",
        C.SIZE: "velkost velkosti",
        C.GARMENT: "tricko tricka kosela",
        C.OTHER_GARMENT: """
            trenirky kratasy sortky nohavice ponozky stulpne podkolienky bunda mikina ciapka taska rukavice suprava
            tielko teplaky sveter siltovka rozlisovak vetrovka prsiplast batoh ruksak termobielizen elastaky uterak
            prilba opasok topanky slapky sukna blukza bluzka dlhy_rukav teplakova_suprava""",
        C.OUTFIT: "suprava_oblecenia vystroj",
        C.QUANTITY: "mnozstvo kusov kolko",
        C.DESIGN: "vyrobok tovar",
        C.PRESENCE: "dochadzk~ odvoz turnaj~ sustreden~ auto tabor pomoc~",
        C.COLOUR: "farba farby",
        C.VARIANT: "domaci vonkajsi hostovsky",
        C.CHILD_SIZES: "muzi zeny dospeli detske",
        C.TEAM: "druzstvo muzstvo kategoria skupina",
        C.CLUB: "oddiel",
        C.NATION: "krajina",
        C.PRICE: "cena",
        C.SUMMARY: "suma spolu celkom",
        C.GUARDIAN: "rodic rodicia matka otec zastupca trener surodenec surodenci veduci",
        C.CONTACT: "telefonne adresa mesto psc ulica",
        C.IDENTITY: "rodne_cislo registracne preukaz",
        C.ROW_NUMBER: "poradove por_c p_c",
        C.BODY: "vyska vaha hmotnost",
        C.DATE: "datum narodenia datum_narodenia casova_peciatka rok_narodenia rocnik narodeniny",
        C.AGE: "vek",
        C.PLAY: "pozicia goly zapasy noha ruka hokejka",
        C.REMARK: "poznamka poznamky ine",
        C.PAID: "zaplatene zaplatil platba clenske poplatok uhrad~ nedoplat~ doplat~ zaloha dlh",
        C.PERSONAL: "pohlavie skola trieda obcianstvo povolan~ zamestnan~",
        C.NICKNAME: "prezyvka",
        C.RESERVED: "nahradne alternativne",
        C.PERMISSION: "suhlas podpis",
        C.HEALTH: "alergie lieky zdravotn~ poistenie poistovn~ choroby prehliadk~",
        C.OFFICE: "kapitan",
    },
    silent="na a v pre s zelane pozadovane ake",
    yes_no="áno",
    otherwise="neobjednava* nepotrebuje uz_ma zrus* namiesto vymena zmena",
    teams="muzi zeny chlapci dievcata ziaci dorast",
    sections="brankari obrancovia zaloznici utocnici nahradnici",
    example="príklad vzor",
    sheet="hárok",
    orders="objedn~ potrebuje",
    already="uz_ma",
)
