"""Writes the network's posteriors of the tokens of a file: an array of a row for each token."""

import argparse

import numpy
import torch

from inputs import LABELS, Reader, batches, collate, windows
from model import Teacher


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", required=True, help="the folder of the pretrained encoder")
    parser.add_argument("--vectors", required=True, help="the file that vectors.py made")
    parser.add_argument("--weights", required=True, help="the file that train.py made")
    parser.add_argument("--corpus", type=int, default=0, help="as which corpus to label, from 0")
    parser.add_argument("texts", help="a file that ontonotes.py made")
    parser.add_argument("out", help="where to write the array (.npy)")
    options = parser.parse_args()
    torch.set_num_threads(1)
    vectors = torch.load(options.vectors, weights_only=True)
    model = Teacher(options.encoder, vectors["vectors"]).eval()
    model.load_state_dict(torch.load(options.weights, weights_only=True))
    documents = Reader(options.encoder, vectors["rows"]).read(options.texts)
    offset = 0
    for document in documents:
        document["offset"] = offset
        offset += len(document["tokens"])
    found = numpy.zeros((offset, LABELS), numpy.float16)
    cut = sorted(windows(documents, options.corpus), key=lambda window: window.pieces)
    for batch in batches(cut, 4000):
        for window, rows in zip(batch, model.posteriors(collate(batch)).numpy()):
            first, last = (window.document["offset"] + at for at in (window.first, window.last))
            found[first:last] = rows[: last - first]
    numpy.save(options.out, found)


if __name__ == "__main__":
    main()
