"""What Bulgarian rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
BULGARIAN = Vocabulary(
    words={
        C.NUMBER: "номер номера",
        C.NAME: "име имена",
        C.LAST: "фамилия фамилно_име",
        C.WHOLE_NAME: "име_и_фамилия име_фамилия пълно_име трите_имена",
        C.PLAYER: "играч играча играчи състезател състезателя спортист",
        C.MEMBER: "дете детето деца участник ученик член",
        C.PRINT: "надпис печат щампа",
        C.BACK: "гръб гърба",
        C.SIZE: "размер размери",
        C.GARMENT: "тениска тениски фланелка фланелки потник риза",
        C.OTHER_GARMENT: "шорти гащета чорапи калци анцуг яке панталон шапка чанта ръкавици",
        C.OUTFIT: "екип екипировка комплект",
        C.QUANTITY: "брои бр броики количество",
        C.DESIGN: "артикул продукт модел",
        C.COLOUR: "цвят",
        C.VARIANT: "домакин гост",
        C.TEAM: "отбор отбора група",
        C.CLUB: "клуб",
        C.NATION: "държава",
        C.PRICE: "цена сума",
        C.GUARDIAN: "родител маика баща настоиник треньор",
        C.CONTACT: "телефон имеил адрес град пощенски_код",
        C.IDENTITY: "егн лична_карта картотека",
        C.ROW_NUMBER: "пореден пореден_номер",
        C.BODY: "ръст височина тегло",
        C.DATE: "дата раждане дата_на_раждане година",
        C.AGE: "възраст",
        C.PLAY: "пост позиция голове",
        C.REMARK: "забележка забележки коментар",
        C.PAID: "платено плащане такса",
        C.PERSONAL: "пол училище клас",
        C.SUMMARY: "общо всичко",
        C.NICKNAME: "прякор",
        C.PERMISSION: "съгласие подпис",
        C.HEALTH: "алергии алергия застраховка",
        C.OFFICE: "капитан",
    },
    silent="на и в за с желан желана",
    yes_no="да не",
    otherwise="не_поръчваи* не_иска вече_има отказ вместо смяна промяна",
    teams="мъже жени момчета момичета",
    sections="вратари защитници полузащитници нападатели резерви",
    example="пример",
    orders="поръч~ иска",
    already="вече",
)
