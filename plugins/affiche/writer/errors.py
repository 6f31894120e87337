"""Why a site was not written: each reason is an exception with a name."""

from __future__ import annotations


class WriteError(Exception):
    """A path of the site that kept it from being written; the site before it still stands."""

    def __init__(self, path: str, reason: str) -> None:
        """A refusal in words: the path, then what is wrong with it."""
        super().__init__(f"{path!r} {reason}" if path else reason)
        self.path = path
        self.reason = reason


class UnsafePath(WriteError):
    """A path that leads out of the site, or that not every file system can hold."""


class PathClash(WriteError):
    """Two artifacts that cannot stand side by side in one folder."""


class BrokenArtifact(WriteError):
    """Bytes that are not what the media type of their artifact says."""


class WorkerLost(WriteError):
    """A process that made files was stopped before it was done, by the system or by a person."""

    def __init__(self) -> None:
        """Nothing is known of where it was."""
        super().__init__("", "a process that made files was stopped: is there enough memory?")
