"""What Hungarian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
HUNGARIAN = Vocabulary(
    words={
        C.NUMBER: "szam szama szamot szamok",
        C.NUMBER_SIGN: "sz",
        C.JERSEY_NUMBER: "sapkaszam mezszam mezszama hatszam rajtszam mezszamok",
        C.NAME: "nev neve nevek nevet nevuk",
        C.FIRST: "keresztnev utonev keresztneve utoneve",
        C.LAST: "vezeteknev csaladnev vezetekneve csaladneve",
        C.WHOLE_NAME: "teljes_nev teljes_neve vezeteknev_es_keresztnev vezetek_es_keresztnev",
        C.PLAYER: "jatekos jatekosok jatekosnev sportolo sportolok versenyzo versenyzok",
        C.MEMBER: "gyermek gyerek gyermekek gyermeke tag tagok resztvevo tanulo diak",
        C.PRINT: "felirat hatfelirat feliratozas nyomtatas nyomat mezfelirat felirata",
        C.BACK: "hatul hatulra hat haton hatra hatan hatoldal",
        C.SIZE: "meret merete meretek mezmeret polomeret ruhameret nadragmeret zoknimeret",
        C.JERSEY: "mez mezen meze mezre",
        C.GARMENT: """
            polo polon mezek polok felso triko edzopolo kapusmez edzomez atleta_triko""",
        C.OTHER_GARMENT: """
            nadrag nadragja rovidnadrag sort zokni sportszar melegito melegitofelso melegitonadrag dzseki kabat sapka
            pulover taska cipo kesztyu szoknya szabadidoruha jelzotriko megkulonbozteto szeldzseki melleny hatizsak
            tornazsak alaoltozet alaoltozo sportmelltarto furdoruha csosal fejpant torolkozo sipcsontvedo terdvedo
            sisak papucs kulacs esokabat telikabat bemelegito_felso polar baseballsapka leggings kapucnis_pulover
            melegito_nadrag hosszu_ujju szel_dzseki""",
        C.OUTFIT: "szereles felszereles garnitura ruha",
        C.QUANTITY: "darab db darabszam mennyiseg hany hany_db",
        C.DESIGN: "termek termeknev cikk cikkszam modell",
        C.COLOUR: "szin szine szinek",
        C.VARIANT: "hazai vendeg idegenbeli",
        C.CHILD_SIZES: "ferfi noi felnott gyerekmeret ifjusagi",
        C.TEAM: "csapat csapata csapatnev korosztaly csoport",
        C.CLUB: "egyesulet sportegyesulet egyesulete klubja",
        C.NATION: "orszag",
        C.ORDER: "rendelesszam rendelesi_szam megrendelesszam",
        C.PRICE: "ar_ft egysegar ara osszeg",
        C.GUARDIAN: """
            szulo szuloje szulok anya anyja apa apja gondviselo gondviseloje edzo edzoje edesanya edesapa testver~
            csapatvezeto osztalyfonok""",
        C.CONTACT: """
            telefonszam telefonszama mobilszam elerhetoseg cim cime lakcim lakcime iranyitoszam irsz varos
            telepules utca hazszam ertesitendo e_mail_cim email_cim""",
        C.IDENTITY: """
            igazolvany igazolvanyszam igazolas azonosito tajszam taj adoszam regisztracios versenyengedely
            szemelyi""",
        C.ROW_NUMBER: "sorszam ssz sor",
        C.BODY: "magassag testmagassag suly testsuly testtomeg mellboseg derekboseg",
        C.DATE: "szuletesi szuletett szul datum datuma idobelyeg szuletesnap evjarat",
        C.AGE: "eletkor kora kor",
        C.PLAY: "poszt pozicio posztja golok gol meccsek merkozesek lab szint evfolyam_szint palyan ov",
        C.REMARK: "megjegyzes megjegyzesek megj egyeb eszrevetel",
        C.PAID: """
            fizetve befizetve fizetett tagdij dij fizetes befizetes befizetett kifizetve reszveteli_dij tartozas~
            befizet~ eloleg kaucio hatralek~ reszlet""",
        C.PERSONAL: "neme nem allampolgarsag iskola iskolaja osztaly fenykep foglalkoz~ munkahely",
        C.SUMMARY: "osszesen ossz vegosszeg",
        C.NICKNAME: "becenev beceneve",
        C.RESERVED: "tartalek alternativ masodlagos",
        C.CUT: "szabas fazon",
        C.PERMISSION: "hozzajarulas hozzajarul~ alairas beleegyezes nyilatkozat~ engedely",
        C.HEALTH: "allergia allergiak gyogyszer orvosi betegseg biztositas",
        C.MEMBERSHIP: "tagsag~ belepes csatlakozas igazolt regisztralt",
        C.PRESENCE: """
            jelenlet reszvetel auto autoval szallit~ onkentes~ edzotabor~ tabor torna tornan kupa verseny~ segit~
            mosas~ utazas~ szallas~ edzes edzesek edzesen edzesre edzesrol alkalom ebed~ vacsora~ uzsonna~""",
        C.OFFICE: "csapatkapitany kapitanya",
        C.STANDING: "statusz allapot",
    },
    silent="a az es kivant milyen mi mit kerjuk kert kerem kerunk szeretne a_mezen",
    yes_no="igen nem",
    otherwise="""
        nem_kell nem_ker ne_rendelj* megsem torolni torolve lemond* helyett cserel* modosit* mar_van varjon""",
    teams="ferfiak nok fiuk lanyok ifi serdulo felnottek",
    sections="kapusok vedok kozeppalyasok csatarok cserek",
    example="példa minta",
    sheet="munka",
    orders="rendel~ kell ker~ szukseg~",
    already="mar_van",
)
