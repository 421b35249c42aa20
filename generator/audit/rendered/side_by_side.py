"""Two pieces of work at once: the second in a process of its own, which has all that was read before."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

H = TypeVar("H")
T = TypeVar("T")


def side_by_side(here: Callable[[], H], there: Callable[[], T]) -> tuple[H, T]:
    """Do two pieces of work, one after the other where there is one core alone, or no way to part.

    Only a process without threads can be copied for sure. An error of either is raised here; a process that ends
    without a word has its work done once more.
    """
    if not _can_part():
        return here(), there()
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(there, sending), daemon=True)
    process.start()
    sending.close()
    try:
        own = here()
        told = _received(receiving)
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
        receiving.close()
    if isinstance(told, Exception):
        raise told
    return own, told[0] if told else there()


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
