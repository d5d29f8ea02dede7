"""What Serbian and Macedonian (in Cyrillic letters) rosters are headed by, and what stands in them."""

from __future__ import annotations

from roster_import.recognise.vocabulary.language import Vocabulary
from roster_import.recognise.words import Concept

C = Concept
SERBIAN = Vocabulary(
    words={
        C.NUMBER: "број броја",
        C.JERSEY_NUMBER: "број_дреса број_на_дресу број_на_дрес",
        C.NAME: "име",
        C.LAST: "презиме",
        C.WHOLE_NAME: "име_и_презиме презиме_и_име име_презиме презиме_име",
        C.PLAYER: "играч играча играчи спортиста",
        C.MEMBER: "дете детета члан учесник ученик",
        C.PRINT: "натпис штампа печат",
        C.BACK: "леђа леђима грб",
        C.SIZE: "величина величине големина",
        C.JERSEY: "дрес дреса",
        C.GARMENT: "мајица мајице маичка кошуља",
        C.OTHER_GARMENT: """
            шорц гаће чарапе хеланке тренерка јакна капа торба панталоне сукња штуцне дукс џемпер качкет маркер прслук
            шушкавац ранац поткошуља рукавице пешкир костобрани штитници кацига појас патике ципеле папуче хаљина
            доњи_део_тренерке горњи_део_тренерке купаћи_костим ветровка топ""",
        C.QUANTITY: "количина ком комада",
        C.DESIGN: "производ артикал",
        C.COLOUR: "боја",
        C.TEAM: "екипа узраст",
        C.CLUB: "клуб",
        C.GUARDIAN: "родитељ родитеља родител мајка отац тренер старатељ",
        C.CONTACT: "телефон телефона адреса град мејл",
        C.IDENTITY: "јмбг",
        C.ROW_NUMBER: "рб р_бр редни_број",
        C.BODY: "висина тежина",
        C.DATE: "датум рођења датум_рођења година годиште",
        C.AGE: "старост",
        C.REMARK: "напомена напомене забелешка",
        C.PAID: "плаћено уплата чланарина",
        C.PERSONAL: "пол школа разред",
        C.SUMMARY: "укупно вкупно",
        C.PERMISSION: "сагласност потпис",
    },
    yes_no="да не",
    otherwise="не_наручивати не_треба већ_има отказано уместо замена",
)
