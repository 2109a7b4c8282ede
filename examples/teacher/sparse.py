"""Writes the posteriors of a sparse tagger, whose scores `tokens FILE WEIGHTS` has printed: an
array of a row for each token."""

import argparse
import json

import numpy
import torch

from crf import NEVER, legal_steps, posteriors
from inputs import LABELS


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=float, required=True, help="the size of a weight's step")
    parser.add_argument("scores", help="the file that tokens printed")
    parser.add_argument("out", help="where to write the array (.npy)")
    options = parser.parse_args()
    torch.set_num_threads(1)
    with open(options.scores) as file:
        found = [posteriors_of(json.loads(line), options.step) for line in file]
    numpy.save(options.out, numpy.concatenate(found).astype(numpy.float16))


def posteriors_of(document, step):
    """The posteriors of a document's tokens, sentence by sentence."""
    steps = torch.tensor(document["transitions"]).double() * step + legal_steps()
    all_scores = torch.tensor(document["scores"]).double().reshape(-1, LABELS) * step
    sentences = [all_scores[start:end] for start, end in document["sentences"]]
    if not sentences:
        return all_scores.numpy()
    scores = torch.nn.utils.rnn.pad_sequence(sentences, batch_first=True)
    lengths = torch.tensor([len(sentence) for sentence in sentences])
    mask = torch.arange(scores.shape[1]) < lengths[:, None]
    scores[:, 0, 2::2] += NEVER
    return posteriors(scores, mask, steps)[mask].numpy()


if __name__ == "__main__":
    main()
