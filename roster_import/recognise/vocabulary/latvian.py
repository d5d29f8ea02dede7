"""What Latvian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
LATVIAN = Vocabulary(
    words={
        C.NUMBER: "numurs numuru numura",
        C.NAME: "vards vardi",
        C.LAST: "uzvards",
        C.WHOLE_NAME: "vards_uzvards vards_un_uzvards uzvards_vards",
        C.PLAYER: "speletajs speletaja speletaji sportists dalibnieks",
        C.MEMBER: "berns berna skolens",
        C.PRINT: "apdruka uzraksts druka",
        C.BACK: "mugura muguras",
        C.SIZE: "izmers izmeri lielums",
        C.GARMENT: "krekls krekla tkrekls",
        C.OTHER_GARMENT: """
            sorti bikses zekes cepure svarki getras treninterps dzemperis jaka treninjaka fliss vejjaka soma mugursoma
            termovela legingi peldkostims peldbikses cimdi dvielis kajsargi celsargi kivere apavi kedas cibas kleita
            sporta_terps lietus_jaka sporta_soma salle galvas_lente""",
        C.QUANTITY: "skaits daudzums",
        C.DESIGN: "prece",
        C.PLAY: "kaja roka varti spele speles limenis",
        C.PRESENCE: "apmeklejum~ brivpratig~ turnir~ nometne~ sacensib~ auto",
        C.HEALTH: "slimib~ zales arsta~ izzina arsta_izzina apdrosinas~",
        C.OUTFIT: "komplekts",
        C.COLOUR: "krasa",
        C.TEAM: "komanda grupa",
        C.CLUB: "klubs",
        C.GUARDIAN: "vecaks vecaki mate tevs treneris aizbildn~ bralis masa bralis_masa",
        C.CONTACT: "talrunis telefons adrese pilseta epasts",
        C.IDENTITY: "personas_kods",
        C.ROW_NUMBER: "npk n_p_k",
        C.BODY: "augums svars",
        C.DATE: "datums dzimsanas_datums dzimsanas",
        C.AGE: "vecums",
        C.REMARK: "piezimes piezime komentari cits citi",
        C.PAID: "samaksats apmaksats biedra_nauda biedru_nauda maksajum~ parads paradi avanss",
        C.PERSONAL: "dzimums skola klase profesija pilsoniba",
        C.SUMMARY: "kopa",
        C.PERMISSION: "piekrisana paraksts",
    },
    yes_no="jā nē",
    otherwise="nepasutit nevajag jau_ir atcelt vieta",
)
