"""What Lithuanian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
LITHUANIAN = Vocabulary(
    words={
        C.NUMBER: "numeris numeri",
        C.NAME: "vardas vardai",
        C.LAST: "pavarde",
        C.WHOLE_NAME: "vardas_pavarde vardas_ir_pavarde pavarde_vardas",
        C.PLAYER: "zaidejas zaideja zaidejai zaidejo sportininkas dalyvis",
        C.MEMBER: "vaikas vaiko mokinys narys",
        C.PRINT: "uzrasas spauda",
        C.BACK: "nugaroje nugara nugaros",
        C.SIZE: "dydis dydziai",
        C.GARMENT: """
            marskineliai marskineliu marskiniai apranga""",
        C.OTHER_GARMENT: """
            sortai kelnes kojines striuke kepure sijonas getrai treningas dzemperis bliuzonas megztinis kepuraite
            liemene lietpaltis vejastriuke krepsys kuprine maiselis tampres timpos pirstines salikas ranksluostis
            salmas dirzas bateliai kedai batai slepetes suknele sportinis_kostiumas sportinis_krepsys termo_apatiniai
            blauzdu_apsaugos galvos_juosta""",
        C.QUANTITY: "kiekis vnt",
        C.DESIGN: "preke",
        C.PLAY: "koja ranka ivarciai rungtynes lygis",
        C.PRESENCE: "lankomum~ savanor~ turnyr~ stovykl~ varzyb~ automobil~",
        C.HEALTH: "ligos vaistai sveikatos~ sveikatos_pazyma draudim~",
        C.OFFICE: "kapiton~",
        C.OUTFIT: "komplektas kostiumas treniruociu_kostiumas",
        C.COLOUR: "spalva",
        C.TEAM: "komanda grupe",
        C.CLUB: "klubas",
        C.GUARDIAN: "tevai mama tetis motina tevas treneris globejas brolis sesuo brolis_sesuo",
        C.CONTACT: "telefonas tel_nr adresas miestas el_pastas pastas",
        C.IDENTITY: "asmens_kodas",
        C.ROW_NUMBER: "eil_nr eil",
        C.BODY: "ugis svoris",
        C.DATE: "gimimo_data gimimo gimtadien~",
        C.AGE: "amzius",
        C.REMARK: "pastabos pastaba komentarai kita",
        C.PAID: "sumoketa apmoketa mokestis mokejim~ isiskolin~ nario_mokestis avansas",
        C.PERSONAL: "lytis mokykla klase profesija pilietyb~",
        C.SUMMARY: "viso is_viso",
        C.PERMISSION: "sutikimas parasas",
    },
    yes_no="taip ne",
    otherwise="neuzsakyti nereikia jau_turi atsaukti vietoj",
)
