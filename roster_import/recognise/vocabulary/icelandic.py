"""What Icelandic rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
ICELANDIC = Vocabulary(
    words={
        C.NUMBER: "numer treyjunumer",
        C.NAME: "nafn nofn",
        C.FIRST: "fornafn eiginnafn skirnarnafn",
        C.LAST: "eftirnafn kenninafn",
        C.WHOLE_NAME: "fullt_nafn",
        C.PLAYER: "leikmadur leikmanns leikmenn idkandi idkanda",
        C.MEMBER: "barn barns thatttakandi felagi",
        C.PRINT: "prentun aletrun merking",
        C.BACK: "bak baki baks",
        C.SIZE: "staerd staerdir",
        C.GARMENT: """
            treyja treyju bolur peysa skyrta toppur""",
        C.OTHER_GARMENT: """
            stuttbuxur buxur sokkar ulpa hufa taska pils ithrottagalli galli derhufa bakpoki sundskyla hanskar trefill
            ennisband handklaedi legghlifar hnehlifar skor kjoll sokkabuxur hettupeysa vesti jakki""",
        C.QUANTITY: "fjoldi stk",
        C.DESIGN: "vorunumer",
        C.PLAY: "stada fotur mork leikir stig",
        C.PRESENCE: "maeting~ akstur sjalfbodalid~ mot aefingabudir keppni",
        C.HEALTH: "ofnaemi lyf sjukdom~ tryggingar",
        C.OFFICE: "fyrirlidi",
        C.OUTFIT: "sett",
        C.COLOUR: "litur",
        C.TEAM: "lid flokkur hopur",
        C.CLUB: "felag",
        C.GUARDIAN: "foreldri forradamadur modir fadir thjalfari systkini",
        C.CONTACT: "simi simanumer netfang heimilisfang postnumer baer",
        C.IDENTITY: "kennitala",
        C.BODY: "haed thyngd",
        C.DATE: "faedingardagur faedingarar dagsetning timastimpill afmaeli~",
        C.AGE: "aldur",
        C.REMARK: "athugasemd athugasemdir annad",
        C.PAID: "greitt greidsla aefingagjald~ aefingagjold felagsgjald~ upphaed skuld",
        C.PERSONAL: "kyn skoli bekkur thjoderni starf",
        C.SUMMARY: "samtals alls",
        C.PERMISSION: "samthykki undirskrift myndaleyfi",
    },
    yes_no="já nei",
    otherwise="ekki_panta a_nu_thegar haetta_vid i_stadinn",
)
