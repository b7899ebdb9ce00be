"""Every SQL statement that medcheck runs on the compiled store, each a named constant.

A test runs all of them against the tables of :mod:`medcheck.schema`. ``{}`` stands for a
list of parameters, or in ``COUNT`` for one of the tables in ``COUNTED``.
"""

from __future__ import annotations

_NAME = "n.name, n.kind, n.target_kind, n.target, n.region, n.variant, n.route, n.flags, n.note, n.source_id"
_KEY = "key_id, key, compact, drugs, marketed, fuzzy"
_SOURCE = "source_id, title, authors_or_org, year, kind, url, pmid, doi, retrieved, note, sha256"
_INGREDIENT = "ingredient_id, us_name, unii, drugbank, atc, status"
_ASSOCIATION = (
    "association_id, subject_kind, subject, effect, evidence_level, statement, source_id, also_source_id, "
    "read_in, locator, population_or_context, confidence, headline"
)
_PATHWAY = "pathway_id, subject_kind, subject, state_id, statement, source_id, locator, confidence"
_STATE = "state_id, label, statement, source_ids, strength, test, test_source_id, test_locator"
_FACTOR = "factor_id, label, effect, statement, source_id, locator"
_ALTERNATIVE = "subject_kind, subject, for_purpose, option_kind, option, statement, source_id, locator"
_INTERPLAY = "interplay_id, subject_kind, subject, other_kind, other, statement, source_id, locator"
_BY_KEY = "JOIN name_key AS k ON k.key_id = n.key_id WHERE"

META = "SELECT dataset_version, released, sha256 FROM meta"
TITLE = "SELECT title, licence FROM meta"
CONTENT_SHA256 = "SELECT content_sha256 FROM meta"
INTEGRITY = "PRAGMA integrity_check(10)"
OBJECTS = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
COLUMNS = "SELECT name, pk FROM pragma_table_xinfo(?) ORDER BY cid"
NAMES_BY_KEY = f"SELECT {_NAME} FROM names AS n {_BY_KEY} k.key = ? ORDER BY n.name_id"
NAMES_BY_COMPACT = f"SELECT {_NAME} FROM names AS n {_BY_KEY} k.compact = ? ORDER BY n.name_id"
ALL_NAMES = f"SELECT k.key, {_NAME} FROM names AS n {_BY_KEY} 1 ORDER BY n.name_id"
NAMES_OF_INGREDIENT = (
    f"SELECT {_NAME} FROM name_ingredient AS i JOIN names AS n ON n.name_id = i.name_id "
    "WHERE i.ingredient_id = ? ORDER BY n.name_id"
)
NAMES_OF_CLASS = f"SELECT {_NAME} FROM names AS n WHERE n.class_id = ? ORDER BY n.name_id"
KEYS_WITH_PREFIX = "SELECT key FROM name_key WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
FRAGMENT_KEY_IDS = "SELECT key_ids FROM fragment WHERE fragment IN ({})"
KEYS_BY_ID = f"SELECT {_KEY} FROM name_key WHERE key_id IN ({{}}) ORDER BY key_id"
KEYS_BY_ID_SIZED = (
    f"SELECT {_KEY} FROM name_key WHERE key_id IN ({{}}) AND length(compact) BETWEEN ? AND ? ORDER BY key_id"
)
ALL_KEYS = f"SELECT {_KEY} FROM name_key ORDER BY key_id"
INGREDIENT = f"SELECT {_INGREDIENT} FROM ingredients WHERE ingredient_id = ?"
ALL_INGREDIENTS = f"SELECT {_INGREDIENT} FROM ingredients"
ALL_CLASSES_OF = "SELECT ingredient_id, class_id FROM memberships ORDER BY class_id"
CLASSES_OF = "SELECT class_id FROM memberships WHERE ingredient_id = ? ORDER BY class_id"
MEMBERS = "SELECT ingredient_id FROM memberships WHERE class_id = ? ORDER BY ingredient_id"
CLASSES = "SELECT class_id, label, parent_ids, definition FROM classes ORDER BY class_id"
CHILDREN = "SELECT class_id FROM class_parent WHERE parent_id = ? ORDER BY class_id"
CAUTIONS = (
    "SELECT subject_kind, subject, caution, reason FROM cautions WHERE subject_kind = ? AND subject = ? "
    "ORDER BY caution"
)
INGREDIENTS_SPOKEN_OF = (
    "SELECT subject FROM associations WHERE subject_kind = 'ingredient' "
    "UNION SELECT subject FROM pathways WHERE subject_kind = 'ingredient' "
    "UNION SELECT subject FROM cautions WHERE subject_kind = 'ingredient'"
)
ASSOCIATIONS = (
    f"SELECT {_ASSOCIATION} FROM associations WHERE subject_kind = ? AND subject = ? ORDER BY association_id"
)
PATHWAYS = f"SELECT {_PATHWAY} FROM pathways WHERE subject_kind = ? AND subject = ? ORDER BY pathway_id"
STATES = f"SELECT {_STATE} FROM states ORDER BY state_id"
STATE = f"SELECT {_STATE} FROM states WHERE state_id = ?"
ASSOCIATION = f"SELECT {_ASSOCIATION} FROM associations WHERE association_id = ?"
PATHWAY = f"SELECT {_PATHWAY} FROM pathways WHERE pathway_id = ?"
STANCES = (
    "SELECT conflict_id, claim, counterclaim, row_kind, row_id, stance FROM conflicts "
    "ORDER BY conflict_id, row_id, stance"
)
ALTERNATIVES = (
    f"SELECT {_ALTERNATIVE} "
    "FROM alternatives ORDER BY subject_kind, subject, for_purpose, option_kind, option, source_id"
)
INTERPLAY = f"SELECT {_INTERPLAY} FROM interplay ORDER BY interplay_id"
FACTORS = f"SELECT {_FACTOR} FROM factors ORDER BY factor_id"
SOURCES = f"SELECT {_SOURCE} FROM sources ORDER BY source_id"
SOURCE = f"SELECT {_SOURCE} FROM sources WHERE source_id = ?"
_CITES = "source_id = :source"
ASSOCIATIONS_OF_SOURCE = (
    f"SELECT {_ASSOCIATION} FROM associations WHERE {_CITES} "
    "OR instr('+' || read_in || '+', '+' || :source || '+') > 0 OR association_id IN "
    "(SELECT association_id FROM association_also_source WHERE source_id = :source) ORDER BY association_id"
)
PATHWAYS_OF_SOURCE = f"SELECT {_PATHWAY} FROM pathways WHERE {_CITES} ORDER BY pathway_id"
STATES_OF_SOURCE = (
    f"SELECT {_STATE} FROM states WHERE test_source_id = :source OR state_id IN "
    "(SELECT state_id FROM state_source WHERE source_id = :source) ORDER BY state_id"
)
FACTORS_OF_SOURCE = f"SELECT {_FACTOR} FROM factors WHERE {_CITES} ORDER BY factor_id"
ALTERNATIVES_OF_SOURCE = (
    f"SELECT {_ALTERNATIVE} FROM alternatives WHERE {_CITES} "
    "ORDER BY subject_kind, subject, for_purpose, option_kind, option"
)
INTERPLAY_OF_SOURCE = f"SELECT {_INTERPLAY} FROM interplay WHERE {_CITES} ORDER BY interplay_id"
COUNTS_OF_SOURCE = (
    "SELECT 'names', count(*) FROM names WHERE source_id = :source "
    "UNION ALL SELECT 'memberships', count(*) FROM memberships WHERE source_id = :source "
    "UNION ALL SELECT 'not_members', count(*) FROM not_members WHERE source_id = :source "
    "UNION ALL SELECT 'confusions', count(*) FROM confusions WHERE source_id = :source"
)
NOT_DRUG = "SELECT reason FROM not_drugs WHERE key = ?"
NOT_DRUG_KEYS = "SELECT key FROM not_drugs ORDER BY key"
NAME_KEYS = "SELECT key FROM name_key ORDER BY key_id"
UNREAD_KEYS = (
    "SELECT k.key FROM names AS n JOIN name_key AS k ON k.key_id = n.key_id "
    "GROUP BY k.key_id HAVING min(instr(n.flags, 'not_in_text')) > 0 ORDER BY k.key_id"
)
CONFUSIONS = (
    "SELECT name_b AS other, source_id FROM confusions WHERE key_a = :key "
    "UNION SELECT name_a AS other, source_id FROM confusions WHERE key_b = :key ORDER BY other, source_id"
)
CONFUSED_KEYS = "SELECT key_a FROM confusions UNION SELECT key_b FROM confusions ORDER BY 1"
CODE = (
    "SELECT ingredient_id FROM ingredients WHERE unii = :code OR drugbank = :code "
    "ORDER BY ingredient_id LIMIT 1"
)
COUNT = "SELECT count(*) FROM {}"
COUNT_NAMES_BY_KIND = "SELECT kind, count(*) FROM names GROUP BY kind ORDER BY kind"
COUNT_NAMES_BY_REGION = "SELECT region, count(*) FROM names GROUP BY region ORDER BY region"
COUNT_MEMBERS = "SELECT class_id, count(*) FROM memberships GROUP BY class_id ORDER BY class_id"

COUNTED = (
    "sources", "classes", "ingredients", "memberships", "names", "name_key", "fragment", "associations",
    "states", "pathways", "factors", "confusions", "not_drugs", "cautions",
    "conflicts", "alternatives", "interplay",
)  # fmt: skip
