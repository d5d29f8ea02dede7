"""The answers to the question about a column, in words: each as a sentence with the option that gives it, or in short."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import either, joined, say, templates
from roster_import.model.layout import Meaning
from roster_import.model.sheets import ROSTER
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.headings import sense
from roster_import.recognise.keepers import marks_keepers
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, EXTRA, says
from roster_import.recognise.order_words import asks_for_another_cut
from roster_import.recognise.which_of_several import says_changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.layout import Candidate, Question

M = Meaning
_DESIGN = next(column for column in ROSTER.columns if column.key == "design")
MEANINGS = templates(
    {
        M.PLAYER: "who the row is for",
        M.FIRST_NAME: "the first name",
        M.NAME_PREFIX: "what belongs before the last name",
        M.LAST_NAME: "the last name",
        M.NAME: "the name to print",
        M.NUMBER: "the number to print",
        M.SIZE: "the size",
        M.QUANTITY: "how many",
        M.DESIGN: "the design",
        M.LOGO: "a loose logo",
        M.STORAGE_QUANTITY: "loose logos for storage",
        M.ORDER: "the order it belongs to",
        M.TEAM: "the team",
        M.PLACEHOLDER: "the value of one logo",
        M.PRICE: "a price",
        M.PLAYER_NUMBER: "who the row is for, with the number to print",
        M.NAME_NUMBER: "the name and the number to print",
        M.SIZE_LIST: "garments with their sizes",
        M.PARTS: "several things, each with its name before it",
        M.HEADINGS: "the headings of the players beside it",
        M.ORDER_IF_YES: "which rows are ordered",
        M.SKIP_IF_YES: "which rows are not ordered",
        M.NAME_IF_YES: "whether the name is printed",
        M.NUMBER_IF_YES: "whether the number is printed",
        M.PRINT_IF_YES: "whether name and number are printed",
        M.NO_NAME_IF_YES: "whose name is not printed",
        M.NO_NUMBER_IF_YES: "whose number is not printed",
        M.NO_PRINT_IF_YES: "who gets nothing printed",
        M.IGNORED: "nothing that is ordered",
    }
)

_BY_A_YES = templates(
    {
        M.ORDER_IF_YES: 'If only rows with a yes are ordered: --map "{key}={meaning}".',
        M.SKIP_IF_YES: 'If rows with a yes are not ordered: --map "{key}={meaning}".',
        M.NAME_IF_YES: 'If the name is printed only with a yes: --map "{key}={meaning}".',
        M.NUMBER_IF_YES: 'If the number is printed only with a yes: --map "{key}={meaning}".',
        M.PRINT_IF_YES: 'If name and number are printed only with a yes: --map "{key}={meaning}".',
        M.NO_NAME_IF_YES: 'If the name is not printed where there is a yes: --map "{key}={meaning}".',
        M.NO_NUMBER_IF_YES: 'If the number is not printed where there is a yes: --map "{key}={meaning}".',
        M.NO_PRINT_IF_YES: 'If neither is printed where there is a yes: --map "{key}={meaning}".',
    }
)
_IN_SHORT = templates(
    {
        M.ORDER_IF_YES: "only rows with a yes are ordered",
        M.SKIP_IF_YES: "rows with a yes are not ordered",
        M.NAME_IF_YES: "the name is printed only with a yes",
        M.NUMBER_IF_YES: "the number is printed only with a yes",
        M.PRINT_IF_YES: "name and number are printed only with a yes",
        M.NO_NAME_IF_YES: "the name is not printed where there is a yes",
        M.NO_NUMBER_IF_YES: "the number is not printed where there is a yes",
        M.NO_PRINT_IF_YES: "neither name nor number is printed where there is a yes",
    }
)


def told(candidate: Candidate) -> str:
    """The answer as the option gives it: what it means, and of which garment."""
    return f"{candidate.meaning.value}:{candidate.of}" if candidate.of else candidate.meaning.value


def answer_sentence(question: Question, candidate: Candidate) -> str:
    """One answer, and how it is given."""
    given = {"key": question.key, "meaning": told(candidate)}
    match candidate.meaning:
        case M.DESIGN if candidate.of and (ordered := _ordered_by_a_yes(question, candidate)):
            return ordered
        case M.IGNORED if marks_keepers(question.heading, question.candidates):
            return say(
                'If it only says who keeps goal, and a yes orders nothing by itself: --map "{key}={meaning}".', **given
            )
        case meaning if meaning in _BY_A_YES:
            return say(_BY_A_YES[meaning], **given)
        case M.IGNORED:
            return say('If it changes nothing: --map "{key}={meaning}".', **given)
        case M.SIZE_LIST | M.PARTS:
            return say('If these are {what}: --map "{key}={meaning}".', what=say(MEANINGS[candidate.meaning]), **given)
        case _:
            return say('If it is {what}: --map "{key}={meaning}".', what=say(MEANINGS[candidate.meaning]), **given)


def _ordered_by_a_yes(question: Question, candidate: Candidate) -> str:
    """The answer that marks order a garment, or one of several; nothing where no marks stand there."""
    key, meaning = question.key, told(candidate)
    garments = [each for each in question.candidates if each.meaning is M.DESIGN and each.of]
    if marks_keepers(question.heading, question.candidates):
        return say(
            'If a yes orders {title} as well as what the row orders anyway: --map "{key}={meaning}".',
            title=candidate.of,
            key=key,
            meaning=meaning,
        )
    if question.designs and candidate.meaning is M.DESIGN:
        return _besides_the_design(question, garments)
    if len(garments) > 1:
        return say(
            'If a yes orders {titles}, name it, or several with ; between: --map "{key}={meaning}".',
            titles=either([each.of or "" for each in garments]),
            key=key,
            meaning=told(garments[0]),
        )
    if any(each.meaning is M.ORDER_IF_YES for each in question.candidates):
        return say('If a yes orders {title}: --map "{key}={meaning}".', title=candidate.of, key=key, meaning=meaning)
    return ""


def _besides_the_design(question: Question, garments: Sequence[Candidate]) -> str:
    """The answer that marks order one of these garments, where another column says one already."""
    given = {"column": question.designs, "key": question.key, "meaning": told(garments[0])}
    titles = either([each.of or "" for each in garments])
    if len(garments) > 1:
        return say(
            'If a yes orders {titles} besides what {column} says, name it, or several with ; between: --map "{key}={meaning}".',
            titles=titles,
            **given,
        )
    return say('If a yes orders {title} besides what {column} says: --map "{key}={meaning}".', title=titles, **given)


def what_to_do_first(question: Question) -> str:
    """Where no answer says of words which rows are ordered: cancelled, has one already; or what they want: long sleeves."""
    if says(question.heading, ALREADY):
        return say("If somebody has something of it already, empty the sizes of that, or delete the row, first.")
    if says_changed(question.heading):
        return say("If something is to be different because of it, change the rows themselves first.")
    if says(question.heading, EXTRA) and any(any(map(str.isdigit, text)) for text in question.samples):
        return say(
            "If it is how many more of what a row orders, write how many in all into a column headed Quantity first."
        )
    of_a_garment = sense(question.heading).concepts & OF_A_GARMENT or asks_for_another_cut(question.heading)
    if of_a_garment or says(question.heading, ELSEWHERE):
        return say(
            "If some of these rows need another garment for it, name that in their {column} first.",
            column=question.designs or _DESIGN.heading,
        )
    if question.chooses:
        return say("If some of these rows are not to be ordered, delete them first.")
    return say("If something is to be different because of it, change the rows themselves first.")


def in_words(candidate: Candidate, *, counts: bool, keepers: bool = False) -> Candidate:
    """The candidate with the words that say it to a person; `counts` as the question has it, `keepers`: as it marks those."""
    match candidate.meaning:
        case M.DESIGN if keepers and candidate.of:
            also = say("{title} as well as what the row orders anyway", title=candidate.of)
            return replace(candidate, words=also)
        case M.IGNORED if keepers:
            words = say("who keeps goal; a yes orders nothing by itself")
        case M.IGNORED if counts:
            words = say("nothing but the count of the players")
        case meaning if meaning in _IN_SHORT:
            words = say(_IN_SHORT[meaning])
        case M.IGNORED:
            words = say("nothing that is ordered")
        case _:
            words = say(MEANINGS[candidate.meaning])
    return replace(candidate, words=joined(words, f"({candidate.of})") if candidate.of else words)
