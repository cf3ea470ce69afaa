"""Forty packages in one call: pages per second, memory by number of packages, gain of the second core.

The packages are copies of those in the repository with other codes and names. Memory is the most that all processes of
the call hold together; what grows with their number would be a leak. The peer is the same call with one process. A busy
machine gives no second core: the control, two empty loops at a time against one after the other, says how much it gave.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pypdfium2
from _ukur import ACCEPTED, EXAMPLE, OTHERS, PROGRAM, fastest

STEPS = (10, 20, 30, 40)
TIMES = 3  # the shortest time counts, as what else the machine does only lengthens it
GROWTH = 1.25
INTERVAL = 0.1
LOOP = [sys.executable, "-c", "for _ in range(30_000_000): pass"]


def copies(folder: Path, number: int) -> list[Path]:
    """Packages that differ in the code and the name of the agency."""
    sources = [EXAMPLE, *(path for path in OTHERS if path.is_dir())]
    made = []
    for index in range(number):
        target = folder / f"paket-{index:02}"
        shutil.copytree(sources[index % len(sources)], target)
        head, row, *rest = (target / "instansi.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        columns, cells = head.rstrip("\n").split(";"), row.split(";")
        cells[columns.index("kode")] += f"-{index:02}"
        cells[columns.index("nama")] += f" {index + 1}"
        (target / "instansi.csv").write_text("".join([head, ";".join(cells), *rest]), encoding="utf-8")
        made.append(target)
    return made


def held(process: psutil.Process) -> int:
    """Memory of a process and its children, in bytes; shared pages count once (PSS) where the system tells them."""
    total = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            memory = one.memory_full_info()
            total += getattr(memory, "pss", memory.rss)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
    return total


def start(packages: list[Path], out: Path, processes: int) -> subprocess.Popen[bytes]:
    command = [PROGRAM, "lkip", *packages, "--keluar", out, "--proses", str(processes)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen([str(part) for part in command], stdout=quiet, stderr=quiet)


def end(running: subprocess.Popen[bytes]) -> None:
    if running.wait() not in ACCEPTED:
        sys.exit(f"akuntabel lkip: status {running.returncode}")


def seconds(packages: list[Path], out: Path, processes: int) -> float:
    """The time of one call. Nobody looks at its memory meanwhile: looking takes a part of a core."""
    begin = time.perf_counter()
    end(start(packages, out, processes))
    return time.perf_counter() - begin


def most_memory(packages: list[Path], out: Path, processes: int) -> int:
    """The most memory, in bytes, that all processes of one call hold together."""
    running = start(packages, out, processes)
    process, most = psutil.Process(running.pid), 0
    while running.poll() is None:
        most = max(most, held(process))
        time.sleep(INTERVAL)
    end(running)
    return most


def control() -> float:
    """Two loops side by side against the same two in a row: 0.5 where two cores are free, 1.0 where only one is."""
    begin = time.perf_counter()
    for _ in range(2):
        subprocess.run(LOOP, check=True)
    row = time.perf_counter() - begin
    begin = time.perf_counter()
    for running in [subprocess.Popen(LOOP) for _ in range(2)]:
        running.wait()
    return (time.perf_counter() - begin) / row


def pages(out: Path) -> int:
    total = 0
    for path in out.rglob("*.pdf"):
        with pypdfium2.PdfDocument(path) as document:
            total += len(document)
    return total


def alike(one: Path, two: Path) -> bool:
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    return all((one / path).read_bytes() == (two / path).read_bytes() for path in files)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        folder = Path(name)
        packages = copies(folder / "paket", STEPS[-1])
        memory = {number: most_memory(packages[:number], folder / "sebagian", 2) for number in STEPS}
        one_process = most_memory(packages[: STEPS[0]], folder / "sebagian", 1)
        together, alone = fastest(
            TIMES,
            lambda: seconds(packages, folder / "dua", 2),
            lambda: seconds(packages, folder / "satu", 1),
        )
        free = min(control() for _ in range(TIMES))
        printed = pages(folder / "dua")
        same = alike(folder / "dua", folder / "satu")
    growth = memory[STEPS[-1]] / memory[STEPS[0]]
    print(f"{STEPS[-1]} paket, {printed} halaman PDF, masing-masing docx + pdf + html")
    print(f"dua proses   {together:6.1f} s   {printed / together:6.1f} halaman per detik")
    print(f"satu proses  {alone:6.1f} s   {printed / alone:6.1f} halaman per detik   {one_process / 2**20:5.0f} MB")
    likeness = f"hasil sama: {'ya' if same else 'TIDAK'}; tercepat dari {TIMES}"
    print(f"rasio        {together / alone:6.2f}   (dua proses terhadap satu; {likeness})")
    print(f"kendali      {free:6.2f}   (0,5: dua inti bebas; 1,0: mesin hanya memberi satu)")
    print("memori       " + "   ".join(f"{number} paket {held_ / 2**20:.0f} MB" for number, held_ in memory.items()))
    print(f"pertumbuhan  {growth:6.2f}   ({STEPS[0]} ke {STEPS[-1]} paket; paling banyak {GROWTH})")
    return int(growth > GROWTH or not same)


if __name__ == "__main__":
    sys.exit(main())
