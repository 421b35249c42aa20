"""Two pieces of work at once: the second in a process of its own, which has all that was read before."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

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
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sending), daemon=True)
    process.start()
    sending.close()
    try:
        yield lambda: _result(receiving, work)
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
        receiving.close()


def _result(receiving: Connection, work: Callable[[], T]) -> T:
    told = _received(receiving)
    if isinstance(told, Exception):
        raise told
    return told[0] if told else work()


def _can_part() -> bool:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return cores > 1 and threading.active_count() == 1


def _send(work: Callable[[], T], sending: Connection) -> None:
    try:
        sending.send((work(),))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the work was asked for
        sending.send(error)


def _received(receiving: Connection) -> "tuple[Any] | Exception | None":
    try:
        return receiving.recv()  # type: ignore[no-any-return] # what is sent above
    except EOFError:
        return None
