"""Shards: the declared scenarios dealt out to several machines, always in the same way."""

import re
from collections.abc import Iterable

from reports.judging.model import Shard

_SHARD = re.compile(r"([1-9]\d{0,2})/([1-9]\d{0,2})")


class ShardError(Exception):
    """No shard is named so; the message is one French sentence."""


def read_shard(text: str) -> Shard:
    """Read ``1/3``.

    Raises:
        ShardError: It is not of that form, or there is no such shard.
    """
    found = _SHARD.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        raise ShardError(f"« {text} » n’est pas une part : attendu 1/3, 2/3 ou 3/3, par exemple.")
    return Shard(index=int(found[1]), total=int(found[2]))


def deal(keys: Iterable[str], shard: Shard | None) -> frozenset[str]:
    """Give the keys of a shard, of all without one.

    Dealt out one by one in the order of files and lines, so that a long file weighs on no shard
    more than on another.
    """
    if shard is None:
        return frozenset(keys)
    ordered = sorted(set(keys), key=_place)
    return frozenset(ordered[shard.index - 1 :: shard.total])


def _place(key: str) -> tuple[str, int, int]:
    path, line, row = key.rsplit(":", 2)
    return path, int(line), int(row)
