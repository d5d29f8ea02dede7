"""An order system of another package as the core has it: whatever fails in it is said in one sentence that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, PluginFault, RosterImportError
from roster_import.model.placement import Progress
from roster_import.targets.protocol import Refused, Unplaceable, Used

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_TALKS = ("placing", "following")
_LOOKS = ("finding", "looking")
_LISTS = ("check", "objections", "differences", "probes")
_ENDS = (Progress, Refused, Used, Unplaceable)
# What comes of reading an answer otherwise than it was written: the core says that, and takes the answer for lost.
_MISREAD = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


class Guarded:
    """A target, every call of it guarded; `said` makes the sentence of a member's name and what it raised."""

    def __init__(self, made: object, said: Callable[[str, BaseException], str]) -> None:
        self._made = made
        self._said = said

    def __getattr__(self, member: str) -> Any:
        value = getattr(self._made, member)
        return self._guarded(member, value) if callable(value) else value

    def _guarded(self, member: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*args: Any, **named: Any) -> Any:
            try:
                result = call(*args, **named)
                if member in _LISTS:
                    return tuple(result)
                _see_that_it_is_text(member, result)
            except RosterImportError:
                raise
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's method does
                raise PluginFault(self._said(member, error)) from None
            return self._talk(member, result) if member in (*_TALKS, *_LOOKS) else result

        return guarded

    def _talk(self, member: str, talk: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """The talk; where it fails for another reason than an answer, that proves nothing of the order."""
        try:
            end = yield from talk
        except (RosterImportError, *_MISREAD):
            raise
        except (Exception, SystemExit) as error:  # noqa: BLE001 - as above
            raise AnswerLost(self._said(member, error)) from None
        if member in _TALKS and not isinstance(end, _ENDS):
            raise AnswerLost(self._said(member, TypeError(f"it ends with {type(end).__name__}")))
        return end


def _see_that_it_is_text(member: str, result: object) -> None:
    if member == "body" and not isinstance(result, str):
        raise TypeError("it gives no text")
