"""What Catalan rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
CATALAN = Vocabulary(
    words={
        C.NUMBER: "numero numeros",
        C.NAME: "nom noms",
        C.LAST: "cognom cognoms",
        C.WHOLE_NAME: "nom_i_cognoms cognoms_i_nom nom_cognoms nom_i_cognom cognoms_nom nom_complet",
        C.PLAYER: "jugador jugadora jugadors jugadores esportista",
        C.MEMBER: "nen nena nens soci socia alumne filla",
        C.PRINT: "estampacio estampat impressio retolacio",
        C.BACK: "esquena darrere",
        C.SIZE: "talla talles mida mides",
        C.GARMENT: "samarreta samarretes",
        C.OTHER_GARMENT: """
            pantalons mitjons mitges xandall jaqueta dessuadora gorra motxilla guants faldilla pitral tallavents
            paravent cacadora anorac abric parca armilla malles tirants banyador tovallola canyelleres genolleres casc
            sabatilles sabates xancletes vestit brusa jersei bossa tallavent""",
        C.OUTFIT: "equipacio equipament",
        C.QUANTITY: "quantitat unitats quants quantes",
        C.DESIGN: "producte article",
        C.PRESENCE: "cotxe torneig~ campus estada voluntari~ rentat allotjament",
        C.STANDING: "estat",
        C.COLOUR: "colors",
        C.VARIANT: "casa fora",
        C.CHILD_SIZES: "home dona adult infantil",
        C.TEAM: "equip equips",
        C.CLUB: "club",
        C.NATION: "pais",
        C.PRICE: "preu",
        C.GUARDIAN: "pare mare tutor entrenador entrenadora germans germana delegat delegada",
        C.CONTACT: "telefon mobil correu adreca poblacio codi_postal ciutat carrer",
        C.IDENTITY: "llicencia",
        C.BODY: "alcada pes",
        C.DATE: "naixement data_de_naixement marca_de_temps any_de_naixement aniversari",
        C.AGE: "edat",
        C.PLAY: "posicio demarcacio gols peu partits lateralitat cinturo",
        C.REMARK: "observacions comentaris notes_addicionals altres altre",
        C.PAID: "pagat pagament quota pendent diposit fianca",
        C.PERSONAL: "sexe genere escola nacionalitat curs professio feina",
        C.SUMMARY: "total",
        C.NICKNAME: "sobrenom malnom",
        C.RESERVED: "opcio alternatiu",
        C.PERMISSION: "consentiment signatura autoritzacio drets_d_imatge drets",
        C.HEALTH: "al_lergies malalties asseguranca medicacio",
        C.OFFICE: "capita capitana",
    },
    silent="el la els les del de a amb per i desitjat desitjada quin quina",
    otherwise="no_demanar no_cal ja_te anul* en_lloc canvi canviar",
    teams="homes dones nois noies",
    sections="porters defenses migcampistes davanters suplents",
    example="exemple",
    sheet="full",
    orders="deman~ encarrec~ necessit~ vol",
    already="ja_te",
)
