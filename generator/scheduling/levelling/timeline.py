"""What is still free while activities are being placed; the hot loop of levelling."""

from bisect import bisect_right

from generator.scheduling.levelling.capacity import FAR, Profile


class Timeline:
    """Stretches of time between events, and what is free in each; changes as activities take their part.

    The unit of time does not matter: there is a stretch for each change of load, not for each minute.
    """

    __slots__ = ("_guard", "free", "times")

    def __init__(self, profile: Profile, guard: int) -> None:
        """Start with everything free."""
        self.times = list(profile.times)
        self.free = list(profile.free)
        self._guard = guard

    def find(self, ready: int, duration: int, need: int) -> tuple[int, int]:
        """The earliest start from which a need is met for a whole duration, or `FAR`, and the stretch it lies in."""
        times, free, guard = self.times, self.free, self._guard
        start, end = ready, ready + duration
        first = stretch = bisect_right(times, ready) - 1
        while times[stretch] < end:
            if (free[stretch] - need) & guard != guard:
                first = stretch + 1
                start = times[first]
                if start == FAR:
                    break
                end = start + duration
            stretch += 1
        return start, first

    def take(self, stretch: int, start: int, end: int, need: int) -> None:
        """Take a need from what is free between two times, the first of which lies in the given stretch."""
        times, free = self.times, self.free
        if times[stretch] != start:
            times.insert(stretch + 1, start)
            free.insert(stretch + 1, free[stretch])
            stretch += 1
        while times[stretch] < end:
            free[stretch] -= need
            stretch += 1
        if times[stretch] != end:
            times.insert(stretch, end)
            free.insert(stretch, free[stretch - 1] + need)

    def shortage(self, ready: int, duration: int, need: int) -> tuple[int, int] | None:
        """The first moment of a stay at which a need is not met, and what is free then."""
        stretch = bisect_right(self.times, ready) - 1
        while self.times[stretch] < ready + duration:
            if (self.free[stretch] - need) & self._guard != self._guard:
                return max(self.times[stretch], ready), self.free[stretch]
            stretch += 1
        return None

    def change(self, start: int, end: int, need: int) -> None:
        """Take a need between two times; a negative one is given back."""
        if need:
            self.take(bisect_right(self.times, start) - 1, start, end, need)
