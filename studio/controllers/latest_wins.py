"""Chooses what to make next: the most urgent channel, its newest request, in chunks. No Qt, no threads."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

import numpy as np

# Pictures a chunk: a few milliseconds of work, the longest that an urgent request waits.
DRAWN_CHUNK, READ_CHUNK = 16, 8  # the judge takes as long as the generator


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """What a viewer wants to see: latents (B, Z) and mix (B, K)."""

    z: np.ndarray
    mix: np.ndarray
    read: bool = False
    read_after: bool = False
    exact: bool = False
    tag: object = None

    @property
    def chunk(self) -> int:
        """How many pictures of it are made in one go."""
        return READ_CHUNK if self.read or self.read_after else DRAWN_CHUNK

    def __len__(self) -> int:
        return len(self.z)


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """A part of a request that is made in one go."""

    key: Hashable
    generation: int  # rises with every request of every channel
    request: Request
    start: int

    @property
    def stop(self) -> int:
        return min(self.start + self.request.chunk, len(self.request))

    @property
    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """Its latents (n, Z) and mix (n, K)."""
        part = slice(self.start, self.stop)
        return self.request.z[part], self.request.mix[part]

    @property
    def is_last(self) -> bool:
        return self.stop == len(self.request)


@dataclass(slots=True)
class _Channel:
    key: Hashable
    priority: int
    current: Chunk | None = None  # its next chunk
    waiting: Chunk | None = None  # the first chunk of the newest request


@dataclass(slots=True)
class LatestWins:
    """One chunk in flight overall; per channel one request begun and one waiting, which newer ones replace.

    A request that has begun is finished, so a stream of requests faster than the generator still shows
    whole pictures instead of the first corner of many.
    """

    _channels: dict[Hashable, _Channel] = field(default_factory=dict)
    _generation: int = 0
    _in_flight: Chunk | None = None

    def add_channel(self, key: Hashable, priority: int) -> None:
        """A smaller ``priority`` goes first."""
        self._channels[key] = _Channel(key, priority)

    def ask(self, key: Hashable, request: Request) -> None:
        assert len(request) > 0, "nothing asked for"
        self._generation += 1
        self._channels[key].waiting = Chunk(key, self._generation, request, 0)

    def take(self, least_urgent: int | None = None) -> Chunk | None:
        """The chunk to make now, or None while one is in flight or nothing is wanted.

        Channels with a priority beyond ``least_urgent`` wait.
        """
        if self._in_flight is not None:
            return None
        for channel in self._channels.values():
            if channel.current is None:
                channel.current, channel.waiting = channel.waiting, None
        wanted = [
            channel
            for channel in self._channels.values()
            if channel.current is not None and (least_urgent is None or channel.priority <= least_urgent)
        ]
        if not wanted:
            return None
        chosen = min(wanted, key=_urgency)
        chunk = self._in_flight = chosen.current
        assert chunk is not None
        chosen.current = (
            None if chunk.is_last else Chunk(chunk.key, chunk.generation, chunk.request, chunk.stop)
        )
        return chunk

    def settle(self) -> Chunk:
        """The chunk in flight has been answered."""
        chunk, self._in_flight = self._in_flight, None
        assert chunk is not None
        return chunk

    @property
    def in_flight(self) -> Chunk:
        """The chunk that is being made."""
        assert self._in_flight is not None
        return self._in_flight

    @property
    def is_busy(self) -> bool:
        return self._in_flight is not None

    def drop(self, key: Hashable) -> None:
        """Forget what is left of the request a channel has begun: it could not be made."""
        self._channels[key].current = None

    def forget(self) -> None:
        """Forget all that is wanted: the generator that could make it is gone."""
        for channel in self._channels.values():
            channel.current = channel.waiting = None


def _urgency(channel: _Channel) -> tuple[int, int]:
    assert channel.current is not None
    return channel.priority, channel.current.generation
