"""Two pieces of work at once: the second in a process of its own, which has all that was read before."""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, TypeVar

H = TypeVar("H")
T = TypeVar("T")


def side_by_side(here: Callable[[], H], there: Callable[[], T]) -> tuple[H, T]:
    """Do two pieces of work at once, or one after the other where there is no way to part."""
    with beside(there) as result:
        return here(), result()


@contextmanager
def beside(work: Callable[[], T], *, is_worth_it: bool = True) -> Iterator[Callable[[], T]]:
    """Begin a piece of work in a process of its own; what is handed out waits for its result, and is called once.

    Where there is one core alone, or no way to part, that call does the work. An error of it is raised there; a
    process that ends without a word has its work done once more. Only one without threads can be copied for sure.
    """
    if not (is_worth_it and _can_part()):
        yield work
        return
    receiving, sending = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(receiving)
        _send(work, sending)
    os.close(sending)
    try:
        with os.fdopen(receiving, "rb") as told:
            yield lambda: _result(told.read(), work)
    except BaseException:
        os.kill(process, signal.SIGTERM)
        raise
    finally:
        os.waitpid(process, 0)


def _result(sent: bytes, work: Callable[[], T]) -> T:
    """What a process has sent, or else what it should have done."""
    try:
        told: tuple[Any] | Exception = pickle.loads(sent)  # noqa: S301 - our own process sent it
    except (EOFError, pickle.UnpicklingError):
        return work()
    if isinstance(told, Exception):
        raise told
    return told[0]  # type: ignore[no-any-return] # what is sent below


def _can_part() -> bool:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return cores > 1 and threading.active_count() == 1


def _send(work: Callable[[], T], sending: int) -> NoReturn:
    """Do the work and end, whatever becomes of it; what cannot be told is met again where it was asked for."""
    with suppress(BaseException), os.fdopen(sending, "wb") as told:
        told.write(_told(work))
    os._exit(0)


def _told(work: Callable[[], T]) -> bytes:
    try:
        return pickle.dumps((work(),), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the work was asked for
        return pickle.dumps(error)
