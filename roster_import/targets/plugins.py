"""Order systems of other packages: listed by their entry points without being loaded, looked at once one is chosen."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from roster_import.errors import UsageError
from roster_import.language.messages import listed, say
from roster_import.model.setting_names import SYSTEMS, __version__
from roster_import.targets.guarded import Guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from importlib.metadata import EntryPoint

    from roster_import.targets.protocol import Target

GROUP = "roster_import.targets"
"""The entry points by which targets in other packages are found."""
_LONGEST = 200  # characters of a plug-in's own words in one of our messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """An order system that another package brings: its name, the package with its version, what loads its maker."""

    name: str
    package: str
    load: Callable[[], Any] = field(repr=False, compare=False)


def installed() -> tuple[Plugin, ...]:
    """The order systems of other packages, by their metadata alone: no module of theirs is loaded.

    What is called as one of ours is left out: ours cannot be replaced.
    """
    return _installed(tuple(sys.path))


@cache
def _installed(_: tuple[str, ...]) -> tuple[Plugin, ...]:
    # Looking takes milliseconds, and settings, target and every order that is shown ask: once for a path is enough.
    from importlib.metadata import entry_points

    plugins = (_plugin(point) for point in entry_points(group=GROUP))
    return tuple(sorted({plugin for plugin in plugins if plugin.name not in SYSTEMS}, key=_in_order))


def _in_order(plugin: Plugin) -> tuple[str, str]:
    return plugin.name, plugin.package


def _plugin(point: EntryPoint) -> Plugin:
    of = point.dist
    name = (of.metadata["Name"] if of else None) or point.value.partition(":")[0]
    version = (of.metadata["Version"] if of else None) or ""
    return Plugin(name=point.name, package=f"{name} {version}".strip(), load=point.load)


def made_by(plugins: Sequence[Plugin], settings: Mapping[str, Any]) -> Target:
    """The order system that these packages bring under one name, with its settings.

    Raises `UsageError` where it cannot be loaded or made, is not as every target is, or where it is not one package's.
    """
    plugin = plugins[0]
    if len(plugins) > 1:
        raise UsageError(
            say(
                "Several packages bring an order system {target} ({packages}): uninstall all but one of them.",
                target=plugin.name,
                packages=listed([each.package for each in plugins]),
            )
        )
    made: Target = _made(plugin, _loaded(plugin), settings)
    if faults := tuple(_faults(plugin, made)):
        raise UsageError(
            say(
                "The order system {target} of the package {package} cannot be used, as {faults}: ask its author for one made "
                "for roster-import {version}.",
                target=plugin.name,
                package=plugin.package,
                faults=listed(faults),
                version=__version__,
            )
        )
    return cast("Target", Guarded(made, partial(_failed, plugin, settings)))


def _failed(plugin: Plugin, settings: Mapping[str, Any], member: str, error: BaseException) -> str:
    """What is said of a member that raised something while it was at work."""
    return say(
        "The order system {target} of the package {package} failed in {member} ({reason}): ask its author.",
        target=plugin.name,
        package=plugin.package,
        member=member,
        reason=_words(error, settings),
    )


def _loaded(plugin: Plugin) -> Any:
    try:
        return plugin.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's module does as it is loaded
        raise UsageError(
            say(
                "The order system {target} of the package {package} cannot be loaded ({reason}): install the package again, "
                "or ask its author.",
                target=plugin.name,
                package=plugin.package,
                reason=_words(error, {}),
            )
        ) from None


def _made(plugin: Plugin, maker: Any, settings: Mapping[str, Any]) -> Any:
    try:
        return maker(settings)
    except UsageError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's class does with its settings
        raise UsageError(
            say(
                "The order system {target} of the package {package} cannot be made with its settings ({reason}): correct "
                "[{target}] in roster-import.toml, or ask the package's author.",
                target=plugin.name,
                package=plugin.package,
                reason=_words(error, settings),
            )
        ) from None


def _words(error: BaseException, settings: Mapping[str, Any]) -> str:
    """What an exception says, in one line, without the value of any setting: one of them is the key."""
    from roster_import.targets.answers import printable

    said = str(error)
    for value in sorted({str(value) for value in settings.values() if value}, key=len, reverse=True):
        said = said.replace(value, "•••") if len(value) > 3 else said
    said = printable(f"{type(error).__name__}: {said}".removesuffix(": "))
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


# ------------------------------------------------------------------------------------- whether it is as every target is

_KINDS: Mapping[str, tuple[type, ...]] = {"str": (str,), "bool": (bool,), "float": (int, float)}


def _faults(plugin: Plugin, made: object) -> Iterator[str]:
    """What a target lacks, or has otherwise than every target has it, member by member."""
    from inspect import get_annotations

    from roster_import.targets.protocol import Target

    for member, kind in get_annotations(Target).items():
        yield from _attribute_fault(made, member, str(kind))
    for member, ours in vars(Target).items():
        if callable(ours) and not member.startswith("_"):
            yield from _method_fault(made, member, ours)
    named = getattr(made, "name", plugin.name)
    if isinstance(named, str) and named != plugin.name:
        yield say("it calls itself {name!r}", name=named)


def _attribute_fault(made: object, member: str, kind: str) -> Iterator[str]:
    value = getattr(made, member, None)
    if value is None:
        yield say("{member} is missing", member=member)
    elif not isinstance(value, _KINDS[kind]) or (kind == "float" and not _is_time(value)):
        yield {
            "str": say("{member} is no text", member=member),
            "bool": say("{member} is neither true nor false", member=member),
        }.get(kind) or say("{member} is no number of 0 or more", member=member)


def _is_time(value: Any) -> bool:
    return not isinstance(value, bool) and 0 <= value < float("inf")


def _method_fault(made: object, member: str, ours: Callable[..., Any]) -> Iterator[str]:
    method = getattr(made, member, None)
    if method is None:
        yield say("{member} is missing", member=member)
    elif not callable(method):
        yield say("{member} is no method", member=member)
    elif not _takes(method, ours):
        yield say("{member} takes other arguments", member=member)


def _takes(method: Callable[..., Any], ours: Callable[..., Any]) -> bool:
    """Whether a method takes the arguments that ours takes, by their order; what has no signature is believed."""
    from inspect import signature

    arguments = list(signature(ours).parameters)[1:]
    try:
        signature(method).bind(*arguments)
    except TypeError:
        return False
    except ValueError:
        return True
    return True
