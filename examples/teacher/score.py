"""Prints the F1 in percent of names by exact span and type: of all, then of each type."""

import json
import sys

TYPES = ("PERSON", "ORG", "PLACE")


def names(path):
    """The names of a corpus, each with its document."""
    with open(path) as file:
        documents = [json.loads(line) for line in file]
    return {(d["id"], *name) for d in documents for name in map(tuple, d["entities"])}


gold, found = (names(path) for path in sys.argv[1:3])
for types in (TYPES, *((one,) for one in TYPES)):
    right, one, other = (
        sum(name[3] in types for name in some) for some in (gold & found, gold, found)
    )
    print(f"{200 * right / max(1, one + other):.1f}", end=" ")
print()
