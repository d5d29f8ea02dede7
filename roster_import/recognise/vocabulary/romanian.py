"""What Romanian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
ROMANIAN = Vocabulary(
    words={
        C.NUMBER: "numar numarul numere numarului",
        C.NUMBER_SIGN: "nr",
        C.JERSEY_NUMBER: "dorsal_nr numar_tricou nr_tricou numar_pe_tricou numar_pe_spate numar_de_concurs",
        C.NAME: "nume numele",
        C.FIRST: "prenume prenumele nume_de_botez",
        C.LAST: "nume_de_familie nume_familie",
        C.WHOLE_NAME: """
            nume_si_prenume numele_si_prenumele nume_prenume prenume_nume nume_complet numele_complet prenume_si_nume""",
        C.PLAYER: """
            jucator jucatorul jucatorului jucatoare jucatori sportiv sportivul sportivului sportivi atlet""",
        C.MEMBER: """
            copil copilul copilului copii participant participantul participantului membru membri elev elevul elevului""",
        C.PRINT: """
            imprimare imprimeu imprimat inscriptie inscriptionare inscriptionat personalizare tiparit nume_pe_tricou
            nume_pe_spate numele_pe_tricou nume_tricou""",
        C.BACK: "spate spatele",
        C.SIZE: "marime marimea marimi masura",
        C.JERSEY: "tricou tricoul tricoului",
        C.GARMENT: "tricouri bluza maieu camasa",
        C.OTHER_GARMENT: """
            pantaloni pantalon sort sorturi jambiere ciorapi sosete trening hanorac jacheta geaca caciula sapca pelerina
            rucsac geanta manusi fusta fes ghiozdan colanti bustiera fular bandana prosop aparatori genunchiere pantofi
            adidasi slapi rochie maneca_lunga costum_de_baie vesta""",
        C.OUTFIT: "echipament echipamentul costum",
        C.QUANTITY: "cantitate cantitatea bucati buc numar_bucati nr_buc numar_de_bucati",
        C.DESIGN: "produs produsul articol articolul",
        C.COLOUR: "culoare culoarea culori",
        C.VARIANT: "acasa deplasare gazde oaspeti",
        C.CHILD_SIZES: "barbati femei adulti copii_marime dama barbat",
        C.TEAM: "echipa echipei grupa categorie_de_varsta",
        C.CLUB: "clubul asociatia",
        C.NATION: "tara",
        C.ORDER: "numar_comanda nr_comanda numarul_comenzii",
        C.PRICE: "pret pretul lei",
        C.SUMMARY: "suma totalul total_general",
        C.GUARDIAN: """
            parinte parintele parintelui parinti mama tata tutore antrenor antrenorul frate sora frate_sora frati""",
        C.CONTACT: """
            telefonul numar_de_telefon adresa oras orasul localitate localitatea cod_postal strada judet judetul""",
        C.IDENTITY: "cnp legitimatie legitimatia buletin carte_de_identitate serie",
        C.ROW_NUMBER: "nr_crt crt numar_curent nr_curent pozitie_lista",
        C.BODY: "inaltime inaltimea greutate greutatea",
        C.DATE: "data_nasterii nasterii nascut marcaj_de_timp an_nastere anul_nasterii zi_de_nastere",
        C.AGE: "varsta",
        C.PLAY: "post_de_joc pozitia goluri meciuri pozitie picior piciorul mana nivel centura",
        C.REMARK: "observatii observatia mentiuni comentarii nota note_speciale alte_mentiuni altele diverse",
        C.PAID: """
            platit achitat plata cotizatie cotizatia taxa achitata platita rest rest_de_plata datorie avans garantie""",
        C.PERSONAL: """
            sexul gen nationalitate scoala clasa poza fotografie cetatenie profesie profesia ocupatie loc_de_munca""",
        C.NICKNAME: "porecla",
        C.RESERVED: "optiunea optiune rezerva a_doua_optiune",
        C.CUT: "croiala croi",
        C.PERMISSION: "acord acordul semnatura consimtamant~ acorduri declarat~",
        C.HEALTH: "alergii alergie medicamente boli asigurare asigurare_medicala aviz_medical viza_medicala",
        C.MEMBERSHIP: "inscriere inscrierii calitatea_de_membru inscris inregistrat membru_din",
        C.PRESENCE: """
            prezenta masina transport~ turneu~ cantonament~ tabara voluntar~ competitie competitii deplasare_prezent spala~
            cazare""",
        C.OFFICE: "capitan capitanul",
        C.STANDING: "stare starea",
    },
    silent="pe de la cu si dorit dorita preferat preferata al ale lui ce care va rugam doriti doresti",
    yes_no="da nu",
    otherwise="""
        nu_comanda nu_comandati nu_doreste nu_are_nevoie are_deja anulat anulati anulare in_loc schimbat
        schimbare inlocui* asteptati""",
    teams="baieti fete barbati femei juniori seniori",
    sections="portari fundasi mijlocasi atacanti rezerve",
    example="exemplu",
    sheet="foaie",
    orders="comand~ doreste doresti vrea nevoie necesit~",
    already="deja",
)
