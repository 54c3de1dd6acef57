"""PostgreSQL and Redis on loopback, each in a folder of its own, ended after the tests."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name):
    """Where a program lies, or None; Debian keeps PostgreSQL's off the PATH."""
    found = shutil.which(name)
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return found or (str(beside[-1]) if beside else None)


def wait_for(port, process, log):
    """Returns when something listens; tells what the process said when it ended instead."""
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"it did not start:\n{Path(log).read_text()}")


@contextmanager
def running(command, folder, port, **options):
    """A server while the block runs."""
    log = Path(folder) / "log"
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, **options)
        try:
            wait_for(port, process, log)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def unprivileged():
    """Options of a process that may run PostgreSQL, which refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres" if "postgres" in {each.pw_name for each in pwd.getpwall()} else "nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextmanager
def postgres(*, durable=False):
    """The URL of an empty database; ``durable``: it writes to the disk before it answers, which tests do without."""
    account = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="netpol-postgres-"))
    try:
        if account:
            os.chown(folder, account["user"], account["group"])
        data, port = folder / "data", free_port()
        init = [program("initdb"), "-D", str(data), "-U", "netpol", "--auth=trust", "--no-sync", "-E", "UTF8"]
        subprocess.run(init, check=True, capture_output=True, cwd=folder, **account)
        listen = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-c", f"fsync={'on' if durable else 'off'}"]
        with running([program("postgres"), "-D", str(data), *listen], folder, port, cwd=folder, **account):
            yield f"postgres://netpol@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def redis():
    """The URL of an empty Redis that keeps nothing."""
    folder, port = tempfile.mkdtemp(prefix="netpol-redis-"), free_port()
    try:
        command = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        with running(command, folder, port):
            yield f"redis://127.0.0.1:{port}/0"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
