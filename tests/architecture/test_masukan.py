"""What people type is never a pattern, a format, a statement or code of the web: such texts stand in the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "akuntabel_web"
PATTERNS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
STATEMENTS = {"execute", "executemany", "raw", "extra", "RawSQL"}
CODE = {"eval", "exec", "compile", "__import__", "import_string", "Template"}
# Place -> why its text is one of the program's.
KNOWN = {
    "inti/konteks.py": {"sql"},  # names of settings, a tuple in the function itself
    "inti/siap.py": {"sql"},  # what the ORM made of samples of the program; values go beside it
    "inti/templatetags/daftar.py": {"aman"},  # each text passes html.escape there
    "inti/pengaman.py": {"sql"},  # composed of the files of the program by psycopg.sql
    "laporan/halaman_narasi.py": {"aman"},  # HTML of the library's own writer, which escapes (test_narasi)
    "rencana/halaman.py": {"aman"},  # the drawing of the plan, which escapes (test_rencana)
}


def is_fixed(node: ast.AST) -> bool:
    """A text of the program: written there, or a constant by its name, also put together of such."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper()
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [left, right]
        case ast.JoinedStr(values=values):
            parts = list(values)
        case ast.FormattedValue(value=value) | ast.Subscript(value=value):
            parts = [value]
        case _:
            return isinstance(node, ast.Constant)
    return all(is_fixed(part) for part in parts)


def is_composed(node: ast.AST) -> bool:
    """psycopg.sql, which quotes what it is given."""
    text = ast.unparse(node)
    return text.startswith(("sql.SQL(", "super()", "whole.")) or text == "whole"


def doubtful(text: str) -> list[str]:
    """What a module does with texts that are not its own, inside its functions: what runs at import knows no person."""
    found = []
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            found += [kind for node in ast.walk(function) for kind in _kinds(node)]
    return sorted(set(found))


def _kinds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Tuple | ast.Dict):
        yield from () if is_fixed(node.left) else ("persen",)
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    first = node.args[0] if node.args else None
    if name in PATTERNS and isinstance(owner, ast.Name) and owner.id == "re" and first and not is_fixed(first):
        yield "pola"
    if name in {"format", "format_map"} and owner is not None and not is_fixed(owner) and not is_composed(owner):
        yield "format"
    if name in STATEMENTS and first is not None and not is_fixed(first) and not is_composed(first):
        yield "sql"
    if name in CODE and owner is None and first is not None and not is_fixed(first):
        yield "kode"
    if name in {"mark_safe", "SafeString"}:
        yield "aman"


def test_no_text_of_a_person_becomes_a_pattern_a_format_a_statement_or_code() -> None:
    found = {
        path.relative_to(WEB).as_posix(): set(doubtful(path.read_text(encoding="utf-8")))
        for path in sorted(WEB.rglob("*.py"))
        if path.parts[len(WEB.parts)] not in {"basisdata", "peladen"}  # these two never meet a request
    }
    assert {place: kinds for place, kinds in found.items() if kinds} == KNOWN


def test_no_template_marks_anything_safe() -> None:
    pages = sorted((WEB / "templates").rglob("*.html"))
    marked = ("|safe", "autoescape off", "safeseq")
    assert [p.name for p in pages if any(m in p.read_text(encoding="utf-8") for m in marked)] == []
    assert len(pages) > 60


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("def f(x):\n    re.search(x, 'a')", ["pola"]),
        ("def f(x):\n    re.sub(f'a{x}', '', 'a')", ["pola"]),
        ("def f(x):\n    re.match('a' + POLA, x)", []),
        ("POLA = re.compile('|'.join(KATA))", []),
        ("def f(x):\n    return x.format(1)", ["format"]),
        ("def f(x):\n    return '{}'.format(x)", []),
        ("def f(x):\n    return x % (1, 2)", ["persen"]),
        ("def f(x):\n    return x % 2", []),
        ("def f(c, x):\n    c.execute('SELECT ' + x)", ["sql"]),
        ("def f(c, x):\n    c.execute(f'SELECT {x}')", ["sql"]),
        ("def f(c, x):\n    c.execute('SELECT %s', [x])", []),
        ("def f(x):\n    eval(x)", ["kode"]),
        ("def f(x):\n    return mark_safe(x)", ["aman"]),
    ],
)
def test_the_search_itself(text: str, kinds: list[str]) -> None:
    assert doubtful(text) == kinds
