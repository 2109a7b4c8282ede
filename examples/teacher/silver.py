"""Averages posteriors and writes them as the soft labels of a corpus.

Each line has `soft`, the tokens that are not sure to be outside of names with the posteriors of
their labels, and `entities`, the names of the likeliest labels, by which the teacher is scored."""

import argparse
import json

import numpy

from crf import legal_steps

TYPES = ["PERSON", "ORG", "PLACE", "NORP", "MISC"]
SURE = 0.995
"""A token that is outside of names with this probability is outside."""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", help="what tokens printed")
    parser.add_argument("out", help="where to write the corpus")
    parser.add_argument("posteriors", nargs="+", metavar="FILE=WEIGHT")
    options = parser.parse_args()
    total = 0
    for part in options.posteriors:
        path, weight = part.rsplit("=", 1)
        total = total + numpy.load(path).astype(numpy.float32) * float(weight)
    total /= total.sum(1, keepdims=True)
    offset = 0
    with open(options.texts) as texts, open(options.out, "w") as out:
        for line in texts:
            document = json.loads(line)
            count = len(document["tokens"])
            labelled = label(document, total[offset : offset + count])
            out.write(json.dumps(labelled, ensure_ascii=False) + "\n")
            offset += count


def label(document, posteriors):
    """A document with its names and its soft labels."""
    tokens = document["tokens"]
    names = []
    for start, end in document["sentences"]:
        for first, last, kind in decode(posteriors[start:end]):
            names.append([tokens[start + first][0], tokens[start + last - 1][1], TYPES[kind]])
    unsure = numpy.nonzero(posteriors[:, 0] < SURE)[0]
    soft = [[int(at), [round(float(p), 4) for p in posteriors[at]]] for at in unsure]
    return {"id": document["id"], "text": document["text"], "entities": names, "soft": soft}


def decode(posteriors):
    """The names of a sentence by the likeliest sequence of labels: first token, the token after the
    last, type."""
    steps = legal_steps().numpy()
    logs = numpy.log(posteriors + 1e-6)
    best = logs[0] + steps[0]
    back = []
    for token in logs[1:]:
        longer = best[:, None] + steps
        back.append(longer.argmax(0))
        best = longer.max(0) + token
    labels = [int(best.argmax())]
    for before in reversed(back):
        labels.append(int(before[labels[-1]]))
    labels.reverse()
    names = []
    for at, one in enumerate(labels):
        if one % 2 == 1:
            names.append([at, at + 1, one // 2])
        elif one > 0:
            names[-1][1] = at + 1
    return names


if __name__ == "__main__":
    main()
