"""Archives in parts: plans that hold still, parts made once, workers that die or are unfit, a cluster here, a store."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import distributed
import fsspec
import psutil
import pytest
import s3fs

from jijitsu.extract.archive import cluster, making, manifest, stores
from jijitsu.extract.archive.dispatch import Dispatcher, Ended
from jijitsu.extract.archive.inputs import Piece, Source
from jijitsu.extract.archive.making import Job
from jijitsu.extract.archive.planning import OURS, Part, cut, groups
from jijitsu.extract.archive.program import program
from jijitsu.extract.archive.stores import UnfitError
from jijitsu.extract.reading import Reading
from jijitsu.schemas.errors import JijitsuError

NEWS = "東都電機の株価は{}日、前日比{}%下落した。山野誠社長は「需要は底堅い」と述べた。\n"


def files(count: int, of: str = "a") -> list[Source]:
    return [Source(f"news/{of}{number:05}.txt", 1000) for number in range(count)]


def parts_of(some: list[Source], most: int = 100) -> list[Part]:
    return [one for one in groups(some, most) if isinstance(one, Part)]


def test_parts_are_bounded_and_hold_every_file_once() -> None:
    plan = parts_of(files(3000))
    assert max(len(part.pieces) for part in plan) <= 100
    assert [piece.name for part in plan for piece in part.pieces] == [source.name for source in files(3000)]
    assert len({part.name for part in plan}) == len(plan)
    assert all(part.articles <= 5 for part in parts_of([Source(f"{n}.txt", 2**20) for n in range(40)]))


def test_a_file_more_changes_one_part() -> None:
    some = files(3000)
    before = {part.name for part in parts_of(some)}
    after = {part.name for part in parts_of([*some[:1500], Source("news/a01499b.txt", 1000), *some[1500:]])}
    assert before == {part.name for part in parts_of(some)}
    assert 1 <= len(after - before) <= 4


def test_names_of_parts_are_names_of_files() -> None:
    hostile = [
        Source("news/../../etc/passwd\n;rm -rf.txt"),
        Source("ニュース.txt"),
        Source("a\udc81b.txt"),
        Source("-.txt"),
    ]
    for source in hostile:
        (part,) = parts_of([source])
        assert OURS.fullmatch(f"{part.name}.ndjson")


def test_a_table_is_cut_by_its_rows(tmp_path: Path) -> None:
    lines = [json.dumps({"text": NEWS.format(day, day)}) for day in range(1, 26)]
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress("\n".join([*lines, "{broken"]).encode()))
    (source,) = groups([Source("news.jsonl.gz", 1)])
    assert isinstance(source, Source)
    plan = cut(source, Reading(), str(tmp_path), 10)
    assert [(part.pieces[0].first, part.pieces[0].count) for part in plan] == [(0, 10), (10, 10), (20, 6)]
    assert plan == cut(source, Reading(), str(tmp_path), 10)


class Fake:
    """An engine of workers that each do as told: a function of worker, item, careful and sure."""

    def __init__(self, deeds: dict[str, Callable[[Any, bool, bool], Any]]) -> None:
        self.deeds, self.queue, self.most, self.turn = deeds, deque[tuple[int, str, tuple[Any, ...]]](), 0, 0

    def width(self) -> int:
        return len(self.deeds)

    def workers(self) -> frozenset[str]:
        return frozenset(self.deeds)

    def submit(self, number: int, work: Callable[..., Any], arguments: tuple[Any, ...], avoid: Collection[str]) -> None:
        fit = sorted(frozenset(self.deeds) - frozenset(avoid)) or sorted(self.deeds)
        self.turn += 1
        self.queue.append((number, fit[self.turn % len(fit)], arguments))
        self.most = max(self.most, len(self.queue))

    def ended(self, patience: float) -> Ended | None:
        number, worker, arguments = self.queue.popleft()
        try:
            return Ended(number, self.deeds[worker](*arguments), None, worker)
        except JijitsuError as fault:
            return Ended(number, None, fault, worker)
        except MemoryError:
            return Ended(number, died=True)


def sound(item: int, careful: bool, sure: bool) -> int:
    if item == 13 and not careful:
        raise MemoryError
    if item == 17:
        raise MemoryError
    return 10 * item


def unfit(item: int, careful: bool, sure: bool) -> int:
    raise UnfitError("cannot be reached", where="s3://news")


def dispatched(engine: Fake, count: int = 40) -> tuple[dict[int, Any], list[str]]:
    told: list[str] = []
    items = Dispatcher[int, int](engine, lambda *_: 0, told.append).run(range(count))
    found: dict[int, Any] = {}
    for item, answer in items:
        assert item not in found
        found[item] = answer
    return found, told


def test_what_kills_is_tried_with_care_and_then_given_up_by_name() -> None:
    found, _ = dispatched(Fake({"a": sound, "b": sound}))
    broken = found.pop(17)
    assert isinstance(broken, JijitsuError) and "died" in str(broken)
    assert found == {item: 10 * item for item in range(40) if item != 17}


def test_few_items_are_under_way_at_once() -> None:
    engine = Fake({"a": sound, "b": sound})
    dispatched(engine, 500)
    assert engine.most <= 6


def test_an_unfit_worker_is_told_and_left_out() -> None:
    found, told = dispatched(Fake({"a": sound, "b": unfit, "c": sound}))
    assert {item for item, answer in found.items() if isinstance(answer, int)} == set(range(40)) - {17}
    assert [line.partition(":")[0] for line in told] == ["worker b gets no more work"]


def test_without_a_fit_worker_it_ends() -> None:
    with pytest.raises(JijitsuError, match="no worker is fit"):
        dispatched(Fake({"a": unfit, "b": unfit}))


def test_what_is_missing_for_all_is_missing() -> None:
    def gone(item: int, careful: bool, sure: bool) -> int:
        if item == 5 and not sure:
            raise UnfitError("is not there on this machine")
        return item

    found, told = dispatched(Fake({"a": gone, "b": gone, "c": gone}))
    assert (found, told) == ({item: item for item in range(40)}, [])


@pytest.fixture
def job(tmp_path: Path) -> Job:
    for folder in ("", manifest.ERRORS, manifest.RECEIPTS):
        stores.make_folder(stores.join(str(tmp_path / "claims"), *([folder] if folder else [])))
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(NEWS.format(number + 1, number + 2), encoding="utf-8")
    (tmp_path / "6.txt").write_bytes(b"\xff\xfe\xff")
    return Job(output=str(tmp_path / "claims"), base=str(tmp_path), parse="none", program=program())


def whole(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


PART = Part("part-x", tuple(Piece(f"{number}.txt") for number in range(7)), 7)


def test_a_part_is_made_once(job: Job) -> None:
    first = making.make(job, PART)
    assert (first.anew, first.receipt.articles, first.receipt.errors) == (True, 6, 1)
    assert json.loads((Path(job.output) / "errors/part-x.ndjson").read_bytes())["where"] == "6.txt"
    before = whole(Path(job.output))
    again = making.make(job, PART)
    assert (again.receipt, again.anew, whole(Path(job.output))) == (first.receipt, False, before)
    for name in before:
        (Path(job.output) / name).write_bytes(b"torn")
        assert making.make(job, PART).anew
        assert whole(Path(job.output)) == before
        (Path(job.output) / name).unlink()
        assert making.make(job, PART, careful=True).anew
        assert whole(Path(job.output)) == before


def test_changed_input_or_another_way_is_made_anew(job: Job, tmp_path: Path) -> None:
    first = making.make(job, PART)
    (tmp_path / "3.txt").write_text(NEWS.format(9, 9), encoding="utf-8")
    second = making.make(job, PART)
    assert second.anew and second.receipt.sha256 != first.receipt.sha256
    (tmp_path / "3.meta.json").write_text('{"published": "2026-01-14"}', encoding="utf-8")
    assert making.make(job, PART).anew
    assert not making.make(job, PART).anew
    (tmp_path / "6.txt").write_text(NEWS.format(9, 9), encoding="utf-8")
    assert making.make(job, PART).receipt.errors == 0
    other = Job(output=job.output, base=job.base, parse="none", program=job.program, kinds=("quote",))
    assert making.make(other, PART).receipt.claims == 7


def test_a_machine_that_lacks_the_folder_or_the_version_is_unfit(job: Job, tmp_path: Path) -> None:
    missing = Part("part-y", (Piece("0.txt"), Piece("gone.txt")), 2)
    with pytest.raises(UnfitError, match=r"gone\.txt"):
        making.make(job, missing)
    assert making.make(job, missing, sure=True).receipt.errors == 1
    with pytest.raises(UnfitError, match="version"):
        making.make(Job(output=job.output, base=job.base, program=b"other"), PART)
    with pytest.raises(UnfitError, match="elsewhere"):
        making.make(Job(output=str(tmp_path / "elsewhere"), base=job.base, parse="none", program=job.program), PART)
    assert not (tmp_path / "elsewhere").exists()


POISON = """
import os
if os.environ.get("JIJITSU_TRIAL"):
    from jijitsu.extract import pipeline
    def deadly(article, *more, setting=pipeline.setting):
        if "毒" in article.text:
            os.kill(os.getpid(), 9)
        while "輪" in article.text:
            pass
        if "眠" in article.text:
            import time
            time.sleep(1000)
        return setting(article, *more)
    pipeline.setting = deadly
"""


def extract(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jijitsu", "extract", "--parse", "none", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, text=True, **more)


def lines_of(folder: Path) -> list[bytes]:
    return sorted(line for path in folder.glob("*.ndjson") for line in path.read_bytes().splitlines())


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """A server that speaks S3, on loopback, with a bucket; all processes find it as they would find another."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FSSPEC_S3_ENDPOINT_URL", f"http://{host}:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setitem(fsspec.config.conf, "s3", {"endpoint_url": os.environ["FSSPEC_S3_ENDPOINT_URL"]})
        s3fs.S3FileSystem.clear_instance_cache()
        fsspec.filesystem("s3").mkdir("news")
        yield "s3://news"
    server.stop()


@pytest.fixture(scope="module")
def scheduler(store: str) -> Iterator[str]:
    """A cluster that somebody runs: its workers know the store, and work in another folder than their clients."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """100 articles as files, 60 as rows of a table."""
    (tmp_path / "news").mkdir()
    for number in range(100):
        text = "".join(NEWS.format(day, number % 40 + 2) for day in range(1, 20))
        (tmp_path / f"news/{number:03}.txt").write_text(text, encoding="utf-8")
    rows = (json.dumps({"text": NEWS.format(number % 28 + 1, number)}) for number in range(60))
    (tmp_path / "table.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    return tmp_path


def alone(*inputs: str, cwd: Path) -> list[bytes]:
    """What comes out without Dask, sorted."""
    done = extract(*inputs, "-o", "alone.ndjson", "--no-cache", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return sorted((cwd / "alone.ndjson").read_bytes().splitlines())


INPUTS = ("news", "table.jsonl.gz", "--published", "2026-01-14")


def test_nothing_is_lost_of_a_killed_worker_and_poison_is_named(archive: Path) -> None:
    """Workers of our own: one is killed by signal 9, others by an article; a writer that was killed left its file."""
    wanted = alone(*INPUTS, cwd=archive)
    (archive / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    (archive / "news/030b.txt").write_text("毒" + NEWS.format(1, 2), encoding="utf-8")
    (archive / "claims").mkdir()
    (archive / f"claims/.part-x.ndjson.{'0' * 32}.part").write_bytes(b"half of a p")
    (archive / "claims/errors").mkdir()
    (archive / "claims/errors/part-of-the-user.ndjson").write_bytes(b"not ours")
    path = os.pathsep.join(filter(None, (str(archive), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "jijitsu", "extract", "--parse", "none", *INPUTS, "-o", "claims", "--part", "8"]
    running = subprocess.Popen(
        [*command, "--scheduler", "local", "--jobs", "2"],
        cwd=archive,
        env={**os.environ, "JIJITSU_TRIAL": "1", "PYTHONPATH": path},
        stderr=subprocess.PIPE,
        text=True,
    )
    kill_a_worker(running.pid, archive / "claims/receipts")
    _, said = running.communicate(timeout=300)
    assert (running.returncode, "news/030b.txt: the process that read this article died" in said) == (2, True), said
    assert lines_of(archive / "claims") == wanted
    head = manifest.read(str(archive / "claims"))
    assert head is not None
    assert (head.complete, head.articles, head.claims, head.lost, head.errors) == (True, 160, len(wanted), 1, 1)
    assert (archive / "claims/errors/part-of-the-user.ndjson").read_bytes() == b"not ours"
    assert {path.name for path in (archive / "claims").iterdir()} == {
        *manifest.files_of(head), manifest.FILE, manifest.ERRORS, manifest.RECEIPTS
    }  # fmt: skip
    for part in head.parts:
        data = (archive / "claims" / f"{part.part}.ndjson").read_bytes()
        assert (hashlib.sha256(data).hexdigest(), data.count(b"\n")) == (part.sha256, part.claims)


def test_an_answer_that_dies_with_its_worker_is_made_again() -> None:
    """The worker ends its item, tells the scheduler, and is killed before anybody fetches the answer."""
    with cluster.Dask("local", 2) as dask:
        dask.submit(1, subprocess.check_output, (["sh", "-c", "sleep 1; echo $PPID"],), ())
        future = dask._futures[1]
        held = future.result(timeout=60)[1]
        os.kill(int(held), signal.SIGKILL)
        until = time.monotonic() + 60
        while future.status == "finished":
            assert time.monotonic() < until, "nobody missed the answer"
            time.sleep(0.01)
        ended = None
        while ended is None:
            assert time.monotonic() < until, "the answer was not made again"
            ended = dask.ended(0.5)
    assert (ended.number, ended.fault, ended.died) == (1, None, False)
    assert ended.answer != held


def test_what_hangs_is_named_and_tried_again_by_the_next_run(archive: Path) -> None:
    """One article turns for ever in Python; one waits for ever, so that its worker has to be given up."""
    (archive / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    names = ("news/031b.txt", "news/067b.txt")
    for name, word in zip(names, "輪眠", strict=True):
        (archive / name).write_text(word + NEWS.format(1, 2), encoding="utf-8")
    wanted = alone(*INPUTS, cwd=archive)
    path = os.pathsep.join(filter(None, (str(archive), os.environ.get("PYTHONPATH"))))
    given = (*INPUTS, "-o", "claims", "--part", "8", "--timeout", "3", "--scheduler", "local", "--jobs", "2")
    poisoned = {**os.environ, "JIJITSU_TRIAL": "1", "PYTHONPATH": path}
    done = extract(*given, cwd=archive, env=poisoned, timeout=300)
    assert done.returncode == 2, done.stderr
    for name in names:
        assert f"error: {name}: took longer than 3 seconds." in done.stderr, done.stderr
    assert lines_of(archive / "claims") == [line for line in wanted if not any(name.encode() in line for name in names)]
    done = extract(*given, cwd=archive, timeout=300)
    assert (done.returncode, ", 2 of them new" in done.stderr) == (0, True), done.stderr
    assert lines_of(archive / "claims") == wanted


def kill_a_worker(client: int, receipts: Path) -> None:
    """kill -9, as soon as a part is done."""
    deadline = time.monotonic() + 200
    while time.monotonic() < deadline:
        if receipts.is_dir() and any(receipts.glob("*.json")):
            for process in psutil.Process(client).children(recursive=True):
                if "spawn_main" in " ".join(process.cmdline()):
                    os.kill(process.pid, signal.SIGKILL)
                    return
        time.sleep(0.02)
    raise AssertionError("no part was ever done")


def test_a_second_run_does_what_changed(archive: Path, scheduler: str) -> None:
    clustered = (*INPUTS, "-o", "claims", "--scheduler", scheduler, "--part", "8")
    first = extract(*clustered, cwd=archive)
    assert first.returncode == 0, first.stderr
    before = {path: path.stat().st_mtime_ns for path in (archive / "claims").glob("part-*")}
    (archive / "news/007.txt").write_text(NEWS.format(3, 4), encoding="utf-8")
    (archive / "news/099.txt").unlink()
    next((archive / "claims").glob("part-table*")).unlink()
    again = extract(*clustered, cwd=archive)
    assert (again.returncode, ", 3 of them new" in again.stderr) == (0, True), again.stderr
    after = {path: path.stat().st_mtime_ns for path in (archive / "claims").glob("part-*")}
    assert sum(before.get(path) != when for path, when in after.items()) == 3
    assert lines_of(archive / "claims") == alone(*INPUTS, cwd=archive)
    other = extract("table.jsonl.gz", "-o", "claims", "--scheduler", scheduler, cwd=archive)
    assert (other.returncode, "other inputs" in other.stderr) == (2, True)


def test_a_store_is_read_and_written(store: str, scheduler: str, tmp_path: Path) -> None:
    """Texts with sidecars in a folder, tables by a pattern; claims beside them, the same as of files here."""
    put: dict[str, bytes] = {}
    for number in range(20):
        put[f"texts/{number:02}.txt"] = NEWS.format(number + 1, number + 2).encode()
        put[f"texts/{number:02}.meta.json"] = b'{"published": "2026-01-14"}'
        put[f"texts/.hidden/{number:02}.txt"] = b"x"
    for table in range(2):
        rows = (json.dumps({"text": NEWS.format(row, row + table), "date": "2026-01-14"}) for row in range(1, 25))
        put[f"tables/{table}.jsonl.gz"] = gzip.compress("\n".join(rows).encode())
    for name, data in put.items():
        fsspec.filesystem("s3").pipe_file(f"news/{name}", data)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    inputs = (f"{store}/texts", f"{store}/tables/*.jsonl.gz", f"{store}/nothere/")
    clustered = (*inputs, "-o", f"{store}/claims", "--scheduler", scheduler, "--part", "10")
    done = extract(*clustered)
    assert (done.returncode, "news/nothere" in done.stderr) == (2, True), done.stderr
    here = extract("texts", "tables/0.jsonl.gz", "tables/1.jsonl.gz", "--no-cache", cwd=tmp_path)
    head = manifest.read(f"{store}/claims")
    assert head is not None and head.complete and head.articles == 68
    claims = b"".join(stores.get(f"{store}/claims/{name}") for name in manifest.files_of(head))
    assert claims.replace(b"s3://news/", b"").decode() == here.stdout
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/part.ndjson").write_text(here.stdout)
    found = lint(f"{store}/claims", "--scheduler", scheduler)
    assert found.stdout.replace("s3://news/", "") == lint("claims/part.ndjson", cwd=tmp_path).stdout
    (tmp_path / "brought.ndjson").write_bytes(claims)
    assert lint("brought.ndjson", cwd=tmp_path).stdout == found.stdout  # articles are looked up where they lie
    assert ", 0 of them new" in extract(*clustered).stderr


def test_parts_as_parquet_hold_the_same(archive: Path, scheduler: str) -> None:
    done = extract("table.jsonl.gz", "-o", "claims", "--to", "parquet", "--scheduler", scheduler, cwd=archive)
    assert done.returncode == 0, done.stderr
    (part,) = (archive / "claims").glob("*.parquet")
    command = [sys.executable, "-m", "jijitsu", "export", str(part), "--to", "ndjson"]
    back = subprocess.run(command, capture_output=True, check=True).stdout
    assert sorted(back.splitlines()) == alone("table.jsonl.gz", cwd=archive)
    (archive / "lines.ndjson").write_bytes(back)
    (archive / "table.jsonl.gz").unlink()  # so that there is something to be found, E102
    told = [lint(*one, cwd=archive) for one in (
        ("lines.ndjson",), ("claims",), ("claims", "--scheduler", scheduler), (part.relative_to(archive),),
    )]  # fmt: skip
    assert [one.returncode for one in told] == [1] * 4
    wanted, *others = ([{**one, "path": "", "fingerprint": ""} for one in json.loads(done.stdout)] for done in told)
    assert len(wanted) == 60 and others == [wanted] * 3


def test_no_scheduler_is_one_line(archive: Path) -> None:
    for address, told in (("tcp://127.0.0.1:1", "no scheduler answers"), ("nonsense://x", "no address of a scheduler")):
        done = extract("news", "-o", "claims", "--scheduler", address, cwd=archive)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert told in done.stderr
    done = extract("news", "--scheduler", "local", cwd=archive)
    assert (done.returncode, "name a folder" in done.stderr) == (2, True)


def test_a_scheduler_that_is_killed_ends_the_run(archive: Path) -> None:
    port = 18786
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                break
        port += 1
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    scheduler = subprocess.Popen([*command, "--dashboard-address", "127.0.0.1:0"], stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: not socket.socket().connect_ex(("127.0.0.1", port)))
        command = [sys.executable, "-m", "jijitsu", "extract", "news", "-o", "claims", "--parse", "none"]
        client = subprocess.Popen(
            [*command, "--scheduler", f"tcp://127.0.0.1:{port}"], cwd=archive, stderr=subprocess.PIPE, text=True
        )
        wait_until((archive / "claims" / manifest.FILE).exists)
    finally:
        scheduler.kill()
    _, said = client.communicate(timeout=120)
    assert (client.returncode, said.splitlines()[1:]) == (
        2,
        [
            f"error: tcp://127.0.0.1:{port}: the scheduler is gone. "
            "Parts that were done are kept: run the same command again for the others."
        ],
    )
    head = manifest.read(str(archive / "claims"))
    assert head is not None and not head.complete


def wait_until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def lint(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jijitsu", "lint", *map(str, arguments), "--format", "json"]
    return subprocess.run(command, capture_output=True, check=False, text=True, **more)


def test_lint_of_an_archive_finds_what_one_machine_finds(tmp_path: Path, scheduler: str) -> None:
    """Facts of different parts and of both sorts of input disagree; one article is gone, one changed, one id doubled."""
    (tmp_path / "news").mkdir()
    rows = []
    for number in range(40):
        day, count = number % 9 + 1, 18 + number % 2 * 4
        text = f"テスラは{day}日、2025年の納車が{count}万4000台だったと発表した。任天堂の株価は{number % 5 + 15}%下落した。\n"
        if number % 2:
            (tmp_path / f"news/{number:02}.txt").write_text(text, encoding="utf-8")
            (tmp_path / f"news/{number:02}.meta.json").write_text(f'{{"published": "2026-01-{day:02}"}}')
        else:
            rows.append(json.dumps({"text": text, "published": f"2026-01-{day:02}"}))
    (tmp_path / "table.jsonl").write_text("\n".join(rows))
    made = ("news", "table.jsonl", "-o", "claims", "--scheduler", scheduler, "--part", "4")
    assert extract(*made, cwd=tmp_path).returncode == 0
    (tmp_path / "news/01.txt").unlink()
    (tmp_path / "news/03.txt").write_text("テスラは何も発表しなかった。\n", encoding="utf-8")
    some = next((tmp_path / "claims").glob("part-table*.ndjson"))
    some.write_bytes(some.read_bytes() + some.read_bytes().splitlines(keepends=True)[0] + b"{}\n")
    here = lint("claims", cwd=tmp_path)
    there = lint("claims", "--scheduler", scheduler, cwd=tmp_path)
    assert (here.returncode, there.returncode) == (1, 1), there.stderr
    assert {"C502", "E101", "E102", "S001", "S002"} <= {one["code"] for one in json.loads(here.stdout)}
    assert len([one for one in json.loads(here.stdout) if one["code"] == "C502"]) > 5
    assert there.stdout == here.stdout
    assert not list((tmp_path / "claims").glob("shuffle-*"))
