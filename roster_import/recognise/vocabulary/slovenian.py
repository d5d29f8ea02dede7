"""What Slovenian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
SLOVENIAN = Vocabulary(
    words={
        C.NUMBER: "stevilka stevilke",
        C.NUMBER_SIGN: "st",
        C.JERSEY_NUMBER: "stevilka_dresa startna_stevilka",
        C.NAME: "ime",
        C.LAST: "priimek priimki",
        C.WHOLE_NAME: "ime_in_priimek priimek_in_ime ime_priimek priimek_ime",
        C.PLAYER: "igralec igralca igralka igralke igralci sportnik",
        C.MEMBER: "otrok otroka otroci clan ucenec udelezenec",
        C.PRINT: "napis tisk potisk",
        C.BACK: "zadaj hrbet hrbtu hrbtna",
        C.SIZE: "velikost velikosti",
        C.GARMENT: "majica majice srajca",
        C.OTHER_GARMENT: """
            hlace hlacke kratke_hlace nogavice stucne trenirka jakna kapa torba rokavice dokolenke jopica jopa kapucar
            flis telovnik brezrokavnik vetrovka nahrbtnik vrecka pajkice legice kopalke brisaca scitniki kolencniki
            celada copati superge cevlji natikaci dezni_plasc aktivno_perilo dolgi_rokav pulover""",
        C.OUTFIT: "oprema komplet",
        C.QUANTITY: "kolicina kosov koliko",
        C.DESIGN: "izdelek artikel",
        C.PRESENCE: "prevoz~ prostovolj~ turnir~ priprave prisotnost~ avto tabor pomoc~",
        C.COLOUR: "barva barve",
        C.VARIANT: "domaci gostujoci",
        C.CHILD_SIZES: "moski zenski odrasli otroski",
        C.TEAM: "ekipa mostvo selekcija skupina",
        C.CLUB: "klub drustvo",
        C.PRICE: "cena znesek",
        C.GUARDIAN: "stars starsi mati mama oce skrbnik trener brat sestra brat_sestra",
        C.CONTACT: "naslov posta postna_stevilka kraj telefonska",
        C.IDENTITY: "emso registrska izkaznica",
        C.ROW_NUMBER: "zap_st zaporedna zaporedna_stevilka",
        C.BODY: "visina teza",
        C.DATE: "datum rojstva datum_rojstva leto leto_rojstva letnik rojstni_dan",
        C.AGE: "starost",
        C.PLAY: "pozicija igralno_mesto goli polozaj noga tekme tekem nivo raven pas",
        C.REMARK: "opomba opombe pripombe drugo ostalo",
        C.PAID: "placano placilo clanarina dolg vadnina~ kavcija obrok placil~",
        C.PERSONAL: "spol sola razred drzavljanstvo poklic~ zaposlitev",
        C.SUMMARY: "skupaj",
        C.NICKNAME: "vzdevek",
        C.RESERVED: "rezervna nadomestna",
        C.PERMISSION: "soglasje podpis izjav~",
        C.HEALTH: "alergije zdravila zdravnisk~ zavarovanje bolezn~ zdravil~",
        C.OFFICE: "kapetan",
    },
    silent="na in v za zeljena zelena katera",
    yes_no="da",
    otherwise="ne_naroci* ne_potrebuje ze_ima preklic* namesto zamenjava sprememba",
    teams="moski zenske fantje dekleta",
    sections="vratarji branilci vezisti napadalci rezerve",
    example="primer",
    orders="naroc~ potrebuje zeli",
    already="ze_ima",
)
