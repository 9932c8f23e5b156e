"""An archive on a cluster, tried for real: `python tests/bench/archive.py WHAT --articles FOLDER [--count 20000]`.

WHAT is `overhead` (two local workers against `--jobs 2`, by turns), `trial` (a run that everything happens to) or
`shuffle` (`lint` of what the trial left in --work, there and here). FOLDER holds articles as .txt with sidecars.

The trial makes --count articles of those of FOLDER by changing their figures, puts them as .jsonl.gz into a server that
speaks S3, and starts a scheduler and four workers, each with an address of its own: three on loopback, the fourth in a
network namespace (where that may be made) from which the scheduler is reached and the store is not. Two articles kill
whoever reads them. On the way a worker, the client and the scheduler are killed by signal 9, and the same command is
begun again. What comes out is held against a run on one machine, without Dask. Figures are printed, and nothing is held
to a bound but that nothing is lost and nothing doubled.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

JIJITSU = [sys.executable, "-m", "jijitsu"]
DASK = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
WORKER = [sys.executable, "-m", "distributed.cli.dask_worker"]
STORE = "127.0.0.1:9155"
SCHEDULER = 8786
OUTSIDE, INSIDE, NAMESPACE = "10.213.7.1", "10.213.7.2", "jijitsu-trial"
ROWS = 500
POISON = """
import os
if os.environ.get("JIJITSU_TRIAL"):
    from jijitsu.extract import pipeline
    def deadly(article, *more, setting=pipeline.setting):
        if "毒入りの記事" in article.text:
            os.kill(os.getpid(), 9)
        return setting(article, *more)
    pipeline.setting = deadly
"""
DIGIT = re.compile(r"(?<![0-9０-９])([0-9]{1,3})(?=[0-9,.]*(?:億|万|%|％|人|台|円|ドル|ポイント))")


def articles(folder: Path, count: int) -> Iterator[dict[str, str]]:
    """The articles of a folder over and over, each time with other figures."""
    files = sorted(folder.glob("*.txt"))
    for number in range(count):
        path, turn = files[number % len(files)], number // len(files)
        text = DIGIT.sub(lambda found, turn=turn: str(int(found[1]) + turn * 7), path.read_text(encoding="utf-8"))
        beside = path.with_name(path.stem + ".meta.json")
        told = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
        yield {"text": text, "id": f"{path.stem}-{turn}", **told}


def tables(folder: Path, count: int, into: Path) -> list[Path]:
    """The articles as files of rows. Two of them are poison."""
    into.mkdir(parents=True, exist_ok=True)
    rows = [json.dumps(one, ensure_ascii=False) for one in articles(folder, count)]
    for at in (count // 3, count // 2):
        rows[at] = json.dumps({"text": "毒入りの記事。トヨタの株価は3%下落した。", "published": "2026-01-14"})
    found = []
    for start in range(0, count, ROWS):
        path = into / f"news-{start // ROWS:04}.jsonl.gz"
        path.write_bytes(gzip.compress("\n".join(rows[start : start + ROWS]).encode(), mtime=0))
        found.append(path)
    return found


@contextmanager
def running(command: list[str], log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of a group of its own, ended with all its children."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, **environment}, start_new_session=True
        )
        try:
            yield process
        finally:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a process and its children."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


@contextmanager
def namespace() -> Iterator[list[str]]:
    """What runs a command in a network namespace that reaches OUTSIDE, and not our loopback; empty where none may be."""
    made = f"""ip netns add {NAMESPACE} && ip link add jjt0 type veth peer name jjt1 && ip link set jjt1 netns {NAMESPACE} &&
        ip addr add {OUTSIDE}/30 dev jjt0 && ip link set jjt0 up && ip netns exec {NAMESPACE} ip addr add {INSIDE}/30 dev jjt1 &&
        ip netns exec {NAMESPACE} ip link set jjt1 up && ip netns exec {NAMESPACE} ip link set lo up"""
    done = subprocess.run(["sh", "-c", made], capture_output=True, check=False)
    try:
        yield ["ip", "netns", "exec", NAMESPACE] if done.returncode == 0 else []
    finally:
        subprocess.run(["sh", "-c", f"ip netns del {NAMESPACE}; ip link del jjt0"], capture_output=True, check=False)


class Cluster:
    """A scheduler and its workers, some of which are killed."""

    def __init__(self, work: Path, stack: ExitStack, cut_off: list[str]) -> None:
        host = OUTSIDE if cut_off else "127.0.0.1"
        self.address = f"tcp://{host}:{SCHEDULER}"
        scheduler = [*DASK, "--host", host, "--port", str(SCHEDULER), "--no-dashboard", "--dashboard-address", ":0"]
        self.scheduler = stack.enter_context(running(scheduler, work / "scheduler.log"))
        time.sleep(3)
        more = ["--nthreads", "1", "--no-dashboard", "--death-timeout", "60"]
        self.workers = [
            stack.enter_context(
                running([*WORKER, self.address, "--host", f"127.0.0.{n}", *more], work / f"worker{n}.log")
            )
            for n in (2, 3, 4)
        ]
        if cut_off:
            lost = [*cut_off, *WORKER, self.address, "--host", INSIDE, *more]
            self.workers.append(stack.enter_context(running(lost, work / "cut-off.log")))


@contextmanager
def store(work: Path, paths: Sequence[Path]) -> Iterator[Any]:
    """A server that speaks S3 and holds the files under news/in, as a file system."""
    os.environ |= {
        "FSSPEC_S3_ENDPOINT_URL": f"http://{STORE}", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
    }  # fmt: skip
    server = [sys.executable, "-m", "moto.server", "-H", STORE.partition(":")[0], "-p", STORE.partition(":")[2]]
    with running(server, work / "store.log"):
        time.sleep(5)
        import fsspec

        there = fsspec.filesystem("s3")
        there.mkdir("news")
        for path in paths:
            there.put_file(str(path), f"news/in/{path.name}")
        yield there


def trial(args: argparse.Namespace) -> None:
    """Everything that may go wrong, in one archive."""
    work: Path = args.work
    paths = tables(args.articles, args.count, work / "news")
    (work / "site").mkdir(exist_ok=True)
    (work / "site/sitecustomize.py").write_text(POISON, encoding="utf-8")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(work / "site"), os.environ.get("PYTHONPATH"))))
    with ExitStack() as stack:
        there = stack.enter_context(store(work, paths))
        cut_off = stack.enter_context(namespace())
        print(f"{args.count:,} articles in {len(paths)} files; a worker in a namespace of its own: {bool(cut_off)}")
        os.environ["JIJITSU_TRIAL"] = "1"
        began = time.monotonic()
        first = stack.enter_context(ExitStack())
        cluster = Cluster(work, first, cut_off)
        size = max(10, args.count // 200)
        parts = args.count // size
        extract = [
            *JIJITSU,
            "extract",
            "s3://news/in/*.jsonl.gz",
            "-o",
            "s3://news/claims",
            "--part",
            str(size),
            "--parse",
            args.parse,
        ]
        until(
            there,
            parts,
            0.1,
            [*extract, "--scheduler", cluster.address],
            work,
            cluster.workers[0],
            "a worker",
        )
        with running([*extract, "--scheduler", cluster.address], work / "client.log") as client:
            wait_for(there, parts, 0.35, client)
            kill(client)
            print(f"{time.monotonic() - began:5.0f} s: killed the client at {made(there)} parts")
        with running([*extract, "--scheduler", cluster.address], work / "client.log") as client:
            wait_for(there, parts, 0.6, client)
            kill(cluster.scheduler)
            print(f"{time.monotonic() - began:5.0f} s: killed the scheduler at {made(there)} parts")
            print(f"{time.monotonic() - began:5.0f} s: the client ended with {client.wait()}")
        first.close()
        time.sleep(2)
        with ExitStack() as second:
            cluster = Cluster(work, second, cut_off)
            done = subprocess.run(
                [*extract, "--scheduler", cluster.address], capture_output=True, text=True, check=False
            )
        print(f"{time.monotonic() - began:5.0f} s: done, with {done.returncode}\n{done.stderr}")
        manifest = json.loads(there.cat_file("news/claims/manifest.json"))
        lines = [
            line
            for part in manifest["parts"]
            for line in there.cat_file(f"news/claims/{part['part']}.ndjson").splitlines()
        ]
        left = {name for name in there.ls("news/claims", detail=False) if name.endswith(".ndjson")}
        print({key: manifest[key] for key in ("complete", "articles", "claims", "errors", "lost", "bytes")})
        assert len(left) == len(manifest["parts"])
        there.get("news/claims", str(work / "claims"), recursive=True)
        hold(args, [line.replace(b"s3://news/in/", b"news/") for line in lines])


def until(there, parts, share, command, work, victim, name) -> None:  # type: ignore[no-untyped-def]
    """Run a client until some parts are made, kill somebody else, and let it go on to twice as many."""
    with running(command, work / "client.log") as client:
        wait_for(there, parts, share, client)
        kill(victim)
        print(f"killed {name} at {made(there)} parts")
        wait_for(there, parts, 2 * share, client)
        kill(client)
        print(f"killed the client at {made(there)} parts")


def made(there) -> int:  # type: ignore[no-untyped-def]
    """How many parts have a receipt."""
    there.invalidate_cache()
    return len(there.ls("news/claims/receipts", detail=False)) if there.exists("news/claims/receipts") else 0


def wait_for(there, parts: int, share: float, client: subprocess.Popen[bytes]) -> None:  # type: ignore[no-untyped-def]
    """Wait until a share of the parts is made."""
    while made(there) < share * parts:
        if client.poll() is not None:
            raise SystemExit(f"the client ended with {client.returncode}")
        time.sleep(1)


def hold(args: argparse.Namespace, lines: list[bytes]) -> None:
    """Hold claims against those of a run without Dask, from which the poison is left out."""
    env = {key: value for key, value in os.environ.items() if key != "JIJITSU_TRIAL"}
    began = time.monotonic()
    alone = args.work / "alone.ndjson"
    files = [str(path.relative_to(args.work)) for path in sorted((args.work / "news").glob("*.gz"))]
    subprocess.run(
        [*JIJITSU, "extract", *files, "--no-cache", "--jobs", "2", "-o", str(alone), "--parse", args.parse],
        check=True,
        env=env,
        cwd=args.work,
    )
    wanted = [line for line in alone.read_bytes().splitlines() if "毒入りの記事".encode() not in line]
    print(f"without Dask: {time.monotonic() - began:.0f} s, {len(wanted):,} claims")
    print("sorted:", *(hashlib.sha256(b"\n".join(sorted(some))).hexdigest() for some in (lines, wanted)))
    assert sorted(lines) == sorted(wanted), "lost or doubled"
    print("Nothing lost, nothing doubled.")


def overhead(args: argparse.Namespace) -> None:
    """Two local workers against `--jobs 2`, by turns, by the clock and in CPU seconds."""
    ways = {"--jobs 2": ["--no-cache", "-o"], "--scheduler local": ["--scheduler", "local", "-o"]}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for run in range(args.runs):
        for name, way in ways.items():
            out = args.work / f"overhead-{run}-{len(way)}"
            before, began = os.times(), time.monotonic()
            command = [*JIJITSU, "extract", str(args.articles), "--jobs", "2", *way, str(out)]
            subprocess.run(command, check=True, capture_output=True)
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            found[name].append((time.monotonic() - began, cpu))
            print(f"{name}: {found[name][-1][0]:.1f} s, {cpu:.1f} CPU s", flush=True)
    one, other = (min(clock for clock, _ in found[name]) for name in ways)
    print(f"of the fastest runs: {one / other:.2f} of the throughput")


def shuffle(args: argparse.Namespace) -> None:
    """`lint` of the claims that the trial left, on local workers and on one machine."""
    with store(args.work, sorted((args.work / "news").glob("*.jsonl.gz"))):
        for more in (["--scheduler", "local", "--jobs", "2"], []):
            began = time.monotonic()
            done = subprocess.run(
                [*JIJITSU, "lint", "claims", "--format", "ndjson", *more],
                capture_output=True, check=False, cwd=args.work,
            )  # fmt: skip
            digest = hashlib.sha256(done.stdout).hexdigest()
            print(f"{more}: {time.monotonic() - began:.0f} s, {len(done.stdout.splitlines()):,} findings, {digest}")
            print(done.stderr.decode()[-300:])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["overhead", "trial", "shuffle"])
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--parse", default="auto")
    parser.add_argument("--work", type=Path, default=None)
    args = parser.parse_args()
    args.work = (args.work or Path(tempfile.mkdtemp())).absolute()
    args.articles = args.articles.absolute()
    args.work.mkdir(parents=True, exist_ok=True)
    {"overhead": overhead, "trial": trial, "shuffle": shuffle}[args.what](args)


if __name__ == "__main__":
    main()
