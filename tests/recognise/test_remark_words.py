"""What remarks want for somebody, in words of many languages, and what they say of nothing that is ordered."""

from __future__ import annotations

import pytest

from roster_import.recognise.remark_words import gets_several, is_gone, wants_one_more, wants_something

WANTED = """
    wants MAXI on the back | will MAXI hinten drauf | vil ha GUTTEN på ryggen | veut MAXI dans le dos | vuole MAXI sulla schiena
    quiere MAXI en la espalda | chce MAXI na plecach | haluaa MAXI selkään | wil MAXI op de rug | skal hedde PETE |
    Spitzname: Finni
    two please | bitte zwei | to styk tak | deux svp | due per favore | dos por favor | dwie proszę | kaksi kiitos | twee graag
    rather 10 | lieber die 10 | hellere nr. 10 | plutôt le 10 | meglio il 10 | mejor el 10 | raczej 10 | mieluummin 10
    lieber Vorname | hellre förnamn | plutôt le prénom | mejor el nombre | raczej imię
    left in June | stoppede i juni | slutade i juni | andato via a giugno | se fue en junio | parti en juin
    only if delivered before Easter | nur wenn vor Ostern da | kun hvis de kommer før påske | vain jos ennen pääsiäistä
    injured, not sure if she plays | verletzt, unklar ob sie spielt | blessé, pas sûr
    number taken from Ole | Nummer von Ole übernommen | overtager Oles nummer | reprend le numéro de Ole | ottaa Olen numeron
    with double L | wird mit Doppel-L geschrieben | staves med to l | stavas med ö | avec deux l | con due elle | przez dwa l
    and away one too | auch in Auswärts | Patch Kapitän | can use last year's | kriegt meins vom letzten Jahr | déjà équipé
    ya la tiene | ne joue plus | se ha ido | hasn't replied yet | har ikke svaret | n'a pas répondu | no ha contestado
    à confirmer | falta confirmar | da confermare | do potwierdzenia | nog niet zeker | epävarma | ještě neví
    deux exemplaires | dois | två st | kaksi kpl | dwie sztuki | dva kusy | manga comprida | ikke navn
    fällt klein aus | lille i størrelsen | taille petit
    now at Wokingham | broke his leg, won't be back this season | LCA, saison finie | déjà eu | sous réserve | bruger storebrors
    if he signs | falls er bleibt | hvis hun bliver | now Smith-Whitcombe, mum remarried | jetzt Baum | nom d'épouse : Le Goff
    A-Jgd., leiht nur | under forbehold | nytt efternamn
"""
OF_NOTHING_ORDERED = """
    now captain | jetzt Torwart | now Year 6 | if late call mum | falls krank, Oma anrufen | now in the U15 team
    pays in cash | zahlt bar | vegetarian | parents divorced | Eltern getrennt | brother of Bo | frère de Bo | new! | spielt links
    gets a lift to training | takes the bus to school | takes part, fee due in May | gets picked up to go home | mal de dos
    takes medication at 12 | takes 2 pills | bekommt Medikament um 12 | takes the number 9 bus | number of siblings: 2 | is
    out on Mondays
    not sure about camp | only if mum drives | will TORWART werden | hat RÜCKEN | gets 10 € back
    phone number 0171 2345678 | Mitglied Nummer 1234567 | left-footed | good at the back | AOK | better in goal
"""


def listed(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split("|") if text.strip()]


@pytest.mark.parametrize("text", listed(WANTED))
def test_what_is_wanted_is_known(text):
    assert wants_something(text)


@pytest.mark.parametrize("text", listed(OF_NOTHING_ORDERED))
def test_what_is_said_of_nothing_that_is_ordered_is_not(text):
    assert not wants_something(text)


@pytest.mark.parametrize(
    "text", ["Coach wants one too, XL", "Der Trainer will auch eins, XL", "El entrenador quiere otra, XL"]
)
def test_who_wants_one_more_is_known(text):
    assert wants_one_more(text)


@pytest.mark.parametrize("text", ["Wer eins will: S, M oder L", "The coach wants peace", "L'équipe veut gagner"])
def test_who_wants_something_else_is_not(text):
    assert not wants_one_more(text)


def test_who_gets_several_or_is_gone():
    assert gets_several("Only one shirt per player; Bo gets two")
    assert not gets_several("Bo gets two weeks off".replace("two ", ""))
    assert [is_gone(beside) for beside in ("left", "weg", "left wing", "captain")] == [True, True, False, False]
