"""Finds the native ``sayso`` on an executor, and says what is wrong where there is none that works."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import socket
import subprocess
from dataclasses import dataclass

from pyspark import SparkFiles
from pyspark.sql import SparkSession

VERSION = "0.1.0"
"""The version of this package, and of the ``sayso`` that it works with."""

SETTING = "spark.sayso.binary"
"""The setting of Spark that names the binary."""

SHIP = f"ship it with `--archives sayso.tar.gz#sayso` or `--files sayso`, or name its place there with {SETTING}"


class BinaryError(RuntimeError):
    """The binary of an executor cannot be used; the message names the host and what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"on {socket.gethostname()}: {problem}")


@dataclass(frozen=True)
class Binary:
    """Which ``sayso`` an executor is to run.

    ``name`` is a path there, absolute or below where Spark puts shipped files; None looks in the usual places.
    """

    name: str | None

    @classmethod
    def chosen(cls, name: str | None, spark: SparkSession) -> Binary:
        """The binary of an argument, or else of the session's setting; on the driver."""
        return cls(name or spark.conf.get(SETTING, None))

    def find(self) -> str:
        """Its path on this machine.

        :raises BinaryError: when it is not there.
        """
        name = self.name or os.environ.get("SAYSO_BINARY")
        if name:
            found = [path for path in (_shipped(name), name) if os.path.isfile(path)]
            if not found and os.sep not in name:
                found = [path for path in (shutil.which(name),) if path]
            if not found:
                raise BinaryError(f"{name} is not there; {SHIP}")
            return os.path.abspath(found[0])
        for path in (_shipped("sayso/sayso"), _shipped("sayso"), shutil.which("sayso")):
            if path and os.path.isfile(path):
                return os.path.abspath(path)
        raise BinaryError(f"no sayso was found; {SHIP}")

    def check(self) -> str:
        """Its path on this machine, when it runs there and has this package's version.

        :raises BinaryError: when it is not there, does not run, or is of another version.
        """
        path = self.find()
        machine = f"{platform.system().lower()}-{platform.machine()}"
        try:
            run = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=120)
        except OSError as error:
            if error.errno == errno.ENOEXEC:
                raise BinaryError(f"{path} was built for another machine than {machine}; ship one for {machine}") from None
            if error.errno == errno.EACCES:
                raise BinaryError(f"{path} may not be run; chmod +x it before it is shipped") from None
            raise BinaryError(f"{path} does not start: {error.strerror}; {SHIP}") from None
        except subprocess.TimeoutExpired:
            raise BinaryError(f"{path} --version did not end within two minutes") from None
        if run.returncode:
            problem = run.stderr.strip() or f"it ended with {run.returncode}"
            fix = "ship what Scripts/portable makes, which has all that it needs beside it"
            raise BinaryError(f"{path} does not start: {problem}; {fix}")
        version = run.stdout.strip()
        if version != VERSION:
            raise BinaryError(f"{path} is sayso {version}, and sayso_spark is {VERSION}; ship the one that belongs to it")
        return path


def _shipped(name: str) -> str:
    """Where Spark puts a file that was shipped."""
    return os.path.join(SparkFiles.getRootDirectory(), name)
