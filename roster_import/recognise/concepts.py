"""What the words of a heading can be about: the steps between a word in some language and the meaning of a column."""

from __future__ import annotations

from enum import Enum, auto


class Concept(Enum):
    """One thing a word of a heading can stand for. What they mean together is decided in `headings`."""

    # what a roster is made of
    NUMBER = auto()  # the word number, in full: Nummer, numéro
    NUMBER_SIGN = auto()  # its short forms, which as often head running numbers: Nr., No, #
    JERSEY_NUMBER = auto()  # words that can only be the number on a shirt: dorsal, 背番号
    NAME = auto()
    FIRST = auto()  # first name, or the word first in front of name
    LAST = auto()
    FULL = auto()  # full, complete
    WHOLE_NAME = auto()  # words that are first and last name together: nom et prénom
    PLAYER = auto()
    MEMBER = auto()  # a person too, but his number is a membership number
    PRINT = auto()  # printed, Aufdruck, flocage
    SHORT = auto()  # short name: the one that is printed
    BACK = auto()  # on the back
    SIZE = auto()
    GARMENT = auto()  # shirt, Hose, chaussettes
    SEVERAL = auto()  # garments in the plural: a number of them is a quantity
    JERSEY = auto()  # the garment that often stands for the number on it
    OUTFIT = auto()  # kit, uniform: a garment that is no answer to "of which garment"
    QUANTITY = auto()
    DESIGN = auto()
    COLOUR = auto()
    VARIANT = auto()  # home, away, dark
    TEAM = auto()
    CLUB = auto()  # what the team belongs to: second to the team itself
    SQUAD = auto()  # a team, but its number is the number worn
    NATION = auto()
    ORDER = auto()
    LOGO = auto()
    STORAGE = auto()
    PRICE = auto()
    CODE = auto()  # code, id number of a thing
    CHILD_SIZES = auto()  # adult, youth: which sizes are meant
    # what stands beside it and is none of our business
    GUARDIAN = auto()
    CONTACT = auto()  # phone, e-mail, address
    IDENTITY = auto()  # id, licence, passport
    ROW_NUMBER = auto()  # Lp., lfd. Nr.
    BODY = auto()  # height, weight
    HEIGHT_OR_SIZE = auto()  # taille, Boy
    DATE = auto()
    AGE = auto()
    PLAY = auto()  # position, goals, caps
    REMARK = auto()
    PAID = auto()
    PERSONAL = auto()  # gender, nationality, photo, user name
    READING = auto()  # kana, phonetic: the name again, as it is spoken
    FORMER = auto()  # previous club
    PACKING = auto()  # carton, pack
    SUMMARY = auto()  # total, sum
    NICKNAME = auto()
    CUT = auto()
    RESERVED = auto()  # second choice, alternative


FOREIGN = frozenset(
    {
        Concept.GUARDIAN,
        Concept.CONTACT,
        Concept.IDENTITY,
        Concept.ROW_NUMBER,
        Concept.BODY,
        Concept.DATE,
        Concept.AGE,
        Concept.PLAY,
        Concept.REMARK,
        Concept.PAID,
        Concept.PERSONAL,
        Concept.READING,
        Concept.FORMER,
        Concept.PACKING,
        Concept.SUMMARY,
        Concept.NICKNAME,
        Concept.CUT,
        Concept.RESERVED,
    }
)
