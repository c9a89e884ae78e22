# Every target makes the environment it needs; « make » alone lists them.
# Spoken to in French, like every command of the project.

PYTHON  ?=
VENV    := .venv
BIN     := $(VENV)/bin
WORKERS ?= 2
BUILD   := build
SHARD   ?=
# Each shard has a folder of its own, so that they can be merged where they ran.
REPORT  := $(BUILD)/conformance$(if $(SHARD),-$(subst /,-,$(SHARD)))
UV      := uv==0.13.9

# An environment belongs to a lock file and to a folder: change or move either, and it is remade.
KEY          := $(shell { pwd; cat requirements.lock; } | cksum | cut -d ' ' -f 1)
PROJECT_KEY  := $(shell cksum < pyproject.toml | cut -d ' ' -f 1)
DEPENDENCIES := $(VENV)/dependencies-$(KEY)
PROJECT      := $(VENV)/project-$(PROJECT_KEY)
PIP          := $(BIN)/python -m pip install -qq --disable-pip-version-check

# What the tests read the report's formats back with: npm packages, where there is npm.
READERS      := tests/reports/formats/readers
READERS_KEY  := $(shell cat /dev/null $(wildcard $(READERS)/*) | cksum | cut -d ' ' -f 1)

# A Python that went away takes its environments with it.
ifneq ($(shell test -x $(BIN)/python && echo there),there)
.PHONY: $(DEPENDENCIES)
endif

# One process, so that its last line is about everything.
PYTEST := $(BIN)/pytest -n $(WORKERS)
# Then a second reader of what the run left, always; what pytest said wins.
JUDGE = $(PYTEST) $(1) --conformance $(REPORT) --junitxml $(REPORT)/pytest.xml \
		$(if $(SHARD),--shard $(SHARD)) $(ARGS); \
	status=$$?; $(BIN)/python -m reports.audit $(REPORT) || test $$status -ne 0 || status=1; \
	exit $$status

.DEFAULT_GOAL := help
.PHONY: help verify test detect disguise serve class check format lock steps defects schema clean environment browser readers

help: ## affiche cette aide
	@printf 'Simulateur de référence « Créer un espace professionnel expert » et sa vérification\n\n'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\nRéglages : PYTHON=… (Python 3.11 ou plus récent), WORKERS=… (navigateurs en parallèle,\n'
	@printf '2 par défaut), ESPACE_EXPERT_BROWSER=… (Chromium ou Chrome à employer), ARGS=… (options\n'
	@printf 'ajoutées à la commande de verify, test, detect ou serve), SITE=… (adresse d’un autre site, que\n'
	@printf 'verify vérifie au lieu du simulateur embarqué), TARGET=… (le profil de cet autre site),\n')
	@printf 'SHARD=1/3 (une part de verify).\n'

verify: environment browser ## vérifie les règles de la fiche sur le simulateur embarqué et écrit le rapport
	$(call JUDGE,features $(if $(SITE),-n 0 --base-url '$(SITE)') $(if $(TARGET),-n 0 --target '$(TARGET)'))

test: environment browser readers ## prouve tout le projet : ses propres tests, puis les règles de la fiche
	$(call JUDGE,tests features)

# What ended in an error is tried again alone, where a verdict rests on it.
detect: environment browser ## met en place chaque défaut et vérifie qu'un scénario de son énoncé le voit
	$(PYTEST) features --detect $(ARGS) || \
		{ test $$? -eq 1 && $(BIN)/pytest features --detect $(ARGS) -n 0; }

disguise: environment browser ## vérifie trois sites déguisés, chacun d'après son profil
	$(BIN)/python -m tests.disguise.judging $(if $(ARGS),-- $(ARGS))

serve: environment ## lance le simulateur et sa boîte aux lettres, jusqu'à Ctrl-C
	$(BIN)/espace-expert serve $(ARGS)

class: environment ## lance une classe : une place par stagiaire, et le tableau de qui l'anime
	$(BIN)/espace-expert class $(ARGS)

check: environment ## contrôle la mise en forme, le style, les types et les couches
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: environment ## met le code en forme et corrige ce qui peut l'être sans risque
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: environment ## refait requirements.lock d'après pyproject.toml (demande le réseau)
	$(BIN)/python -m venv --clear $(BUILD)/lock
	$(BUILD)/lock/bin/python -m pip install -qq --disable-pip-version-check $(UV)
	$(BUILD)/lock/bin/uv pip compile pyproject.toml --no-config --universal --all-extras \
		--group dev --upgrade --generate-hashes --no-emit-index-url --no-header \
		--quiet --output-file requirements.lock
	rm -rf $(BUILD)/lock

steps: environment ## refait docs/pas.md, la liste des pas, d'après le code
	$(BIN)/python docs/steps_list.py

defects: environment ## refait docs/defauts.md, la liste des défauts, d'après le catalogue
	$(BIN)/python docs/defects_list.py

readers: $(BUILD)/readers/installed-$(READERS_KEY) ## installe de quoi relire les formats du rapport, s'il y a npm

schema: environment ## refait les schémas du rapport et du profil d'un site, d'après le code
	$(BIN)/python -m reports.schema
	$(BIN)/python -m fixtures.profile.schema

clean: ## efface tout ce qui a été fabriqué : environnement, rapports, caches
	rm -rf $(VENV) $(BUILD) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the targets above need -----------------------------------------------------------------

environment: $(PROJECT)

browser: environment
	@$(BIN)/python -m fixtures.browser.installing

# A person without npm goes without; a CI server does not: the tests that need them fail there.
$(BUILD)/readers/installed-$(READERS_KEY):
	@rm -rf $(BUILD)/readers && mkdir -p $(BUILD)/readers && cp -R $(READERS)/. $(BUILD)/readers/
	@cd $(BUILD)/readers && if npm ci --silent; then touch $(@F); else rm -rf node_modules; \
		echo "Les lecteurs officiels des formats du rapport ne sont pas installés (npm) :" \
		"les tests qui les emploient seront sautés." >&2; fi

$(PROJECT): $(DEPENDENCIES)
	@$(PIP) --no-deps --no-build-isolation --editable .
	@rm -f $(VENV)/project-* && touch $@

$(DEPENDENCIES):
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 none); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
		python=none; \
	done; \
	test "$$python" != none || { echo "Il faut Python 3.11 ou plus récent. Installez-le," \
		"ou dites où il est : make PYTHON=/chemin/de/python3" >&2; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { echo "Il manque à $$python son" \
		"module venv (sous Debian ou Ubuntu : apt-get install python3-venv)." >&2; exit 1; }; \
	echo "Création de l’environnement $(VENV), cette fois seulement : une à deux minutes…"; \
	"$$python" -m venv --clear $(VENV)
	@$(PIP) --require-hashes --requirement requirements.lock
	@touch $@
