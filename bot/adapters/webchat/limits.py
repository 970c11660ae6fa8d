"""Against floods: how often something may be done by one visit or from one place. Danger never waits for this.

A place is a keyed hash of an address, with a key that is made anew each day and lives in memory only: yesterday's hash
says nothing today, and nothing of it is written down.
"""

import hashlib
import hmac
import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_DAY = 86_400.0
_MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Allowed:
    """So many at once, and after that one every so many seconds."""

    burst: int
    seconds_each: float


SAY = Allowed(20, 1.5)
"""Of one visit: nobody types faster for long."""
SAY_PLACE = Allowed(400, 0.1)
"""From one place: a whole school may sit behind one address."""
OPEN_PLACE = Allowed(200, 2.0)
"""New visits from one place."""
CODE_PLACE = Allowed(8, 60.0)
"""Return codes tried from one place."""
CODE_ALL = Allowed(2_000, 0.5)
"""Return codes tried wrongly by everybody together: many places are slowed down as one."""
NEW_CODE_PLACE = Allowed(30, 10.0)
UPLOAD = Allowed(5, 20.0)


class Limiter:
    """Token buckets in memory, the oldest forgotten first."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._key = secrets.token_bytes(32)
        self._key_until = clock() + _DAY

    def place(self, address: str) -> str:
        """The name of an address for today; of IPv6 the network, because one house has them all."""
        now = self._clock()
        if now >= self._key_until:
            self._key, self._key_until = secrets.token_bytes(32), now + _DAY
            self._buckets.clear()
        return hmac.new(self._key, _network(address).encode(), hashlib.sha256).hexdigest()[:32]

    def wait(self, name: str, who: str, allowed: Allowed) -> float:
        """Count one; seconds to wait when it is one too many (then it is not counted)."""
        tokens = self._left(name, who, allowed)
        if tokens < 1:
            return (1 - tokens) * allowed.seconds_each
        self._put(name, who, tokens - 1)
        return 0.0

    def full(self, name: str, who: str, allowed: Allowed) -> float:
        """Seconds until one more would be allowed, without counting."""
        return max(0.0, (1 - self._left(name, who, allowed)) * allowed.seconds_each)

    def _left(self, name: str, who: str, allowed: Allowed) -> float:
        tokens, at = self._buckets.get(f"{name}/{who}", (float(allowed.burst), self._clock()))
        return min(float(allowed.burst), tokens + (self._clock() - at) / allowed.seconds_each)

    def _put(self, name: str, who: str, tokens: float) -> None:
        key = f"{name}/{who}"
        self._buckets[key] = (tokens, self._clock())
        self._buckets.move_to_end(key)
        while len(self._buckets) > _MOST_REMEMBERED:
            self._buckets.popitem(last=False)


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "?"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def address_of(peer: str, forwarded: str) -> str:
    """Where a request comes from: what our own proxy says, and nobody else's word."""
    try:
        near = ipaddress.ip_address(peer)
    except ValueError:
        return peer
    last = forwarded.rpartition(",")[2].strip()
    return last if last and (near.is_loopback or near.is_private) else peer
