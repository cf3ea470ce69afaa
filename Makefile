# make demo         memasang yang perlu, lalu membuat LKIP contoh di out/ (tanpa apt, tanpa npm)
# make test         memasang yang perlu, lalu gerbang: lint dan uji
# make test-cepat   uji di bawah dua menit, tanpa LibreOffice dan Node
# make test-panjang hitungan penuh; hasilnya dicetak juga ke docs/bukti/
# make serve       memasang yang perlu, lalu menjalankan aplikasi web (PORT=8000, DATA=folder, CONTOH=1)
# make coba-postgresql mencoba PostgreSQL 16 dan 17 (roda dari PyPI, folder sementara); hasilnya di docs/bukti/
# make lint | bench | skor | siap | bersih

PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2
PORT ?= 8000

export LC_ALL := C.UTF-8
export TZ := UTC
export PYTHONUTF8 := 1
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT := 1

.PHONY: coba-postgresql demo serve test test-cepat test-panjang lint bench skor siap siap-pakai siap-web alat-sistem bersih
.NOTPARALLEL:

demo: siap-pakai
	$(PYTHON) alat/demo.py

serve: siap-web
	@$(BIN)/akuntabel serve --port $(PORT) $(if $(DATA),--data $(DATA)) $(if $(CONTOH),--contoh)

siap:
	@$(PYTHON) alat/siapkan.py

siap-pakai:
	@$(PYTHON) alat/siapkan.py --tanpa-dev

siap-web:
	@$(PYTHON) alat/siapkan.py --tanpa-dev --web

alat-sistem:
	@$(PYTHON) alat/alat_sistem.py

lint: siap
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: alat-sistem lint
	$(BIN)/pytest -n $(WORKERS) -m 'not panjang'
	@$(BIN)/python tests/acceptance/skor.py

skor: siap
	@$(BIN)/python tests/acceptance/skor.py --lihat

test-cepat: lint
	$(BIN)/pytest -n $(WORKERS) -m 'not lambat and not panjang'

test-panjang: alat-sistem lint
	$(PYTHON) alat/bukti.py test-panjang $(BIN)/pytest -n $(WORKERS) -v --durations=20 --hypothesis-profile=panjang

coba-postgresql: siap
	$(PYTHON) alat/bukti.py postgresql $(BIN)/python alat/coba_postgresql.py

bench: siap
	$(PYTHON) alat/bukti.py bench $(BIN)/python -m benchmarks

bersih:
	rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests alat benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
