"""What matchers and slices are called in the report."""

from typing import Final

from benchmarks.bench_plan import BATCH, OURS, SPLINK, TANTIVY

MATCHERS: Final = {
    f"{OURS}:retrieval": "**ours**",
    f"{OURS}:retrieval_with_symbols": "**ours**, with `[symbols]`",
    f"{OURS}:linkage": "**ours**",
    f"{OURS}:linkage_rare": "**ours**",
    f"{OURS}:same_name": "**ours**",
    "benchmarks.name_peers:logic_v2": "nomenklatura logic-v2, every name",
    "benchmarks.name_peers:logic_v2_same_name": "nomenklatura logic-v2 from .70",
    "benchmarks.name_peers:jaro_winkler_same_name": "Jaro-Winkler from .88, anyascii, sorted words",
    BATCH: "**ours**, batch on DuckDB",
    "proto:proto": "the findings' prototype",
    "proto_link:link": "the findings' prototype",
    "peers_retrieval:logicv2_over_tfidf100": "nomenklatura logic-v2 over TF-IDF",
    "peers_linkage:nomenklatura_logicv2": "nomenklatura logic-v2 over TF-IDF",
    "peers_retrieval:jellyfish_soundex_jw": "Soundex block and Jaro-Winkler",
    "peers_retrieval:tfidf_char23_anyascii": "TF-IDF of 2- and 3-grams",
    TANTIVY: "tantivy trigram",
    SPLINK: "Splink 5 with key columns",
    "peers_linkage:weighted_rapidfuzz": "rapidfuzz weighted by hand on TF-IDF",
}
LANGUAGES: Final = {
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
}
SLICES: Final = {
    "en_bgn": "English, BGN",
    "en_press": "English press",
    "icao": "passport (ICAO)",
    "iso9": "ISO 9",
    "scholarly": "scholarly",
    "uk_kmu": "Ukrainian official",
    "clean": "nothing",
    "cognate": "west-European cognate",
    "comma": "family name first, with a comma",
    "half_surname": "half of a double surname",
    "initial": "an initial",
    "nick": "short form",
    "nodiacritics": "diacritics lost",
    "swap": "words swapped",
    "typo": "a slip of one letter",
    "upper": "capitals",
}


def slice_name(written: str) -> str:
    """Return what the report calls a slice of the shared bench, such as `scheme=uk_kmu`; one not known stays."""
    name = written.partition("=")[2]
    language = LANGUAGES.get(name.removeprefix("wd_"))
    return SLICES.get(name) or language or name or "-"
