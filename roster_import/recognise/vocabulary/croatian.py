"""What Croatian, Bosnian and Serbian (in Latin letters) rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
CROATIAN = Vocabulary(
    words={
        C.NUMBER: "broj broja brojevi",
        C.NUMBER_SIGN: "br",
        C.JERSEY_NUMBER: "broj_dresa startni_broj",
        C.NAME: "ime imena",
        C.LAST: "prezime prezimena",
        C.WHOLE_NAME: "ime_i_prezime prezime_i_ime ime_prezime prezime_ime puno_ime",
        C.PLAYER: "igrac igraca igraci igracica igracice sportas sportista",
        C.MEMBER: "dijete djeteta dete deteta djeca clan clana clanovi polaznik sudionik ucesnik ucenik",
        C.PRINT: "tisak natpis ispis stampa otisak",
        C.BACK: "straga leda ledima ledi",
        C.SIZE: "velicina velicine broj_odjece",
        C.JERSEY: "dres dresa dresu",
        C.GARMENT: """
            majica majice majicu kratka_majica kosulja potkosulja podmajica""",
        C.OTHER_GARMENT: """
            hlace hlacice sorc gace carape stucne trenirka jakna kapa torba rukavice duksa tenisice suknja carapice
            duks dukserica dzemper flis silterica kacket marker markirka prsluk vjetrovka suskavac kabanica ruksak
            ranac vreca tajice helanke grudnjak rucnik peskir kostobrani stitnici koljenice kaciga patike cipele
            papuce haljina donji_dio_trenirke gornji_dio_trenirke kupaci_kostim dugi_rukav pulover""",
        C.OUTFIT: "oprema komplet garnitura",
        C.QUANTITY: "kolicina kom komada koliko",
        C.DESIGN: "proizvod artikal",
        C.COLOUR: "boja boje",
        C.VARIANT: "domaci gostujuci",
        C.CHILD_SIZES: "muski zenski odrasli djecji decji",
        C.TEAM: "ekipa ekipe momcad uzrast",
        C.CLUB: "klub kluba udruga",
        C.NATION: "drzava zemlja",
        C.ORDER: "broj_narudzbe",
        C.PRICE: "cijena iznos",
        C.GUARDIAN: """
            roditelj roditelja roditelji majka otac skrbnik staratelj trener brat sestra brat_sestra braca treneri""",
        C.CONTACT: "telefona mobitel adresa grad mjesto postanski_broj ulica",
        C.IDENTITY: "oib jmbg registracijski iskaznica licenca broj_iskaznice",
        C.ROW_NUMBER: "rb r_br redni redni_broj rbr red_br",
        C.BODY: "visina tezina",
        C.DATE: "datum rodenja datum_rodenja vremenska_oznaka godina godiste rodendan",
        C.AGE: "dob starost",
        C.PLAY: "pozicija golovi utakmice noga ruka razina nivo pojas",
        C.REMARK: "napomena napomene komentari primjedba ostalo",
        C.PAID: "placeno uplata clanarina uplaceno kotizacija dug dugovanje kaucija polog akontacija rata",
        C.PERSONAL: "spol pol skola razred drzavljanstvo zanimanje posao",
        C.SUMMARY: "ukupno zbroj svega",
        C.NICKNAME: "nadimak",
        C.RESERVED: "rezervni zamjenski",
        C.CUT: "kroj",
        C.PERMISSION: "suglasnost privola potpis saglasnost privole izjava~",
        C.HEALTH: "alergije lijekovi zdravstven~ lijecnicki osiguranje bolest~ lijek~ lijecnick~ alergij~",
        C.MEMBERSHIP: "clanstvo registriran registrirana registrovan clan_od",
        C.PRESENCE: "prisutnost prijevoz prevoz volonter~ turnir~ pripreme kamp natjecanj~ auto pomoc~ smjestaj",
        C.OFFICE: "kapetan",
        C.STANDING: "status",
    },
    silent="na i u za sa zeljeni zeljena koji koja upisite",
    otherwise="ne_narucivati ne_treba vec_ima otkazano otkazati umjesto zamjena promjena cekati",
    teams="muskarci zene djecaci djevojcice juniori seniori kadeti pioniri",
    sections="vratari golmani obrana vezni napadaci rezerve",
    example="primjer primer",
    sheet="list",
    orders="naruc~ treba zeli",
    already="vec_ima",
)
