"""What Estonian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
ESTONIAN = Vocabulary(
    words={
        C.NUMBER: "numbri sarginumber sargi_number",
        C.NAME: "nimed nimega",
        C.FIRST: "eesnimi eesnimed",
        C.LAST: "perekonnanimi perenimi",
        C.WHOLE_NAME: "ees_ja_perekonnanimi taisnimi",
        C.PLAYER: "mangija mangijad sportlane osaleja",
        C.MEMBER: "laps lapse liige opilane",
        C.PRINT: "trukk kiri pealekiri",
        C.BACK: "selg seljal seljale",
        C.SIZE: "suurus suurused",
        C.GARMENT: """
            sark sargi alussark topp""",
        C.OTHER_GARMENT: """
            puksid luhikesed_puksid sokid dress jope muts kott luhkarid seelik polvikud pusa kampsun fliis nokamuts
            eristusvest tuulejakk spordikott seljakott sussikott aluspesu termopesu retuusid liibukad rinnahoidja
            ujumistrikoo torusall peapael kateratik saarekaitsmed polvekaitsmed kiiver jalatsid tossud platud kleit
            kindad varavavahi_kindad vest jakk sall pluus""",
        C.QUANTITY: "kogus tk",
        C.DESIGN: "toode",
        C.PLAY: "jalg kasi varavad varavaid mangud mange tase",
        C.PRESENCE: "kohalolek~ vabatahtlik~ turniir~ laager laagri voistlus~ auto soit soidab",
        C.HEALTH: "haigus~ ravim~ tervise~ kindlustus~",
        C.STANDING: "staatus",
        C.COLOUR: "varv",
        C.TEAM: "voistkond meeskond ruhm vanuseklass",
        C.CLUB: "klubi",
        C.GUARDIAN: "lapsevanem ema isa treener vanem hooldaja~ ode vend ode_vend vennad",
        C.CONTACT: "telefoni aadress linn postiindeks meil",
        C.IDENTITY: "isikukood",
        C.ROW_NUMBER: "jrk_nr jrk",
        C.BODY: "pikkus kaal",
        C.DATE: "kuupaev sunniaeg sunnipaev sunniaasta ajatempel",
        C.AGE: "vanus",
        C.REMARK: "markus markused kommentaarid muu",
        C.PAID: "makstud tasutud osalustasu liikmemaks~ makse maksed volg volgnevus tasuda",
        C.PERSONAL: "sugu kool kodakondsus~ amet tookoht",
        C.SUMMARY: "kokku",
        C.PERMISSION: "nousolek allkiri luba pildistamise_luba pildistamis~",
    },
    yes_no="jah ei",
    otherwise="ei_telli ei_soovi juba_olemas tuhista* asemel",
)
