"""`akuntabel lkip` in three formats against LibreOffice that turns the same docx into a PDF, once.

Both are whole processes and take turns. LibreOffice has its profile already: its first start would be slower.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from _ukur import EXAMPLE, PROGRAM, fastest, seconds

TIMES = 9
MOST = 1.0


def main() -> int:
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice tidak ada: tidak dibandingkan")
        return 0
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        folder = Path(name)
        ours = [PROGRAM, "lkip", EXAMPLE, "--keluar", folder / "out", "--format", "docx,pdf,html"]
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        seconds(ours)
        (docx,) = (folder / "out").glob("*.docx")
        theirs = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder / "pdf", docx]
        seconds(theirs)
        mine, peer = fastest(TIMES, lambda: seconds(ours), lambda: seconds(theirs))
    ratio = mine / peer
    print(f"akuntabel lkip, docx + pdf + html   {mine:6.2f} s")
    print(f"LibreOffice, docx menjadi pdf       {peer:6.2f} s")
    print(f"rasio                               {ratio:6.2f}   (paling banyak {MOST:.1f}; tercepat dari {TIMES})")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
