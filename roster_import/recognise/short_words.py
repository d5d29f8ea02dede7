"""Words of headings that say nothing by themselves, and those that are known only as they stand, such as short forms."""

from __future__ import annotations

from roster_import.recognise.words import Concept

_SILENT_WORDS = """
    gross tour tours format
    the a an of on in at for to be by and or with your you his her their my our do does want wanted wish would konf
    like what which is are should please enter type select choose it that this as s if any per each worn used
    preferred desired requested exactly appear appears correct need needed will der die das des dem den ein eine
    einen fur auf am im mit und oder zu zum zur bitte angeben welche welches welcher soll dein deine ihr ihre wie
    mochtest mochten brauchst brauchen braucht willst wollt bestellst nimmst hattest gerne du ihr wir need bruge vill
    behover wilt nodig veux voulez vous tu desirez quieres necesitas deseas vuoi desideri serve ti queres precisas chcesz
    potrzebujesz chces potrebujes haluat tarvitset istiyorsun istiyorsunuz vom von det en et og eller til pa med af av
    i som skal din dit jeres hvilken och till vilken onskad onsket de
    het een op voor met van je welke gewenste gewunschte wunsch le la les du un une sur pour avec ou votre quel
    ja ordered bestellt bestilt bestilte onskede onskas bestallt bestallda besteld commande commandee commandees
    quelle souhaite souhaitee au aux l d el los las del y o con para su que cual deseado deseada il lo gli di
    della dello delle e ed sul sulla da nella os dos na em com seu desejado w z ze dla v pro ve icin uzerine
    firma firmanavn firmanamn firmenname
"""
SILENT = frozenset(_SILENT_WORDS.split())
"""Words that say nothing by themselves."""


SHORT_FORMS: dict[Concept, str] = {
    Concept.JERSEY_NUMBER: """
        rn rnr pett doss dor st_c start_c digits calottina calottine calotta pinny pinnie pinnies 球衣几号
        tal siffra siffror siffer cijfer cijfers ziffer ziffern cyfra cyfry cislice cifra cifre chiffre chiffres""",
    Concept.NUMBER_SIGN: "cis",
    Concept.PLAYER: "plyr plr",
    Concept.FIRST: "fst_nm frst_nm fst_name f_nm fnm forn krestni ファーストネーム vname pren vnaam fnavn",
    Concept.LAST: "lst_nm last_nm lst_name l_nm lnm nazw 영문성 nname patronyme anaam enavn",
    Concept.WHOLE_NAME: "full_nm plyr_nm",
    Concept.NAME: "nm",
    Concept.JERSEY: "jrsy jsy cam",
    Concept.OTHER_GARMENT: "hlmt shrts pnts",
    Concept.TEAM: "tm_nm mannsch",
    Concept.CLUB: "参赛单位 代表队 参赛队",
    Concept.SQUAD: "patrol patrols patrulje patrull patrouille patrulla pattuglia patrulha",
    Concept.SIZE: "mt storl bdn",
    Concept.QUANTITY: "ant aant sayi ea 数 poc",
    Concept.FORMER: "gl gml",
}
"""Words by themselves that no longer word is made of: a variant is no quantity."""
