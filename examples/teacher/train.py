"""Trains the teacher on texts whose tokens may each have some labels (`allowed`)."""

import argparse
import random

import torch

from inputs import OUTSIDE, Reader, batches, collate, windows
from model import Teacher

WARM_UP = 60
"""The steps in which the learning rates rise."""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", required=True, help="the folder of the pretrained encoder")
    parser.add_argument("--vectors", required=True, help="the file that vectors.py made")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True, help="where to write the weights")
    parser.add_argument("corpora", nargs=4, help="news first, then web text, then Wikipedia twice")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    vectors = torch.load(options.vectors, weights_only=True)
    reader = Reader(options.encoder, vectors["rows"])
    cut = []
    for corpus, path in enumerate(options.corpora):
        cut += windows(reader.read(path), corpus)
    cut = [window for window in cut if has_name(window) or random.random() < 0.3]
    model = Teacher(options.encoder, vectors["vectors"]).train()
    train(model, cut, options.steps)
    torch.save(model.state_dict(), options.out)


def has_name(window):
    """Whether a token of a window cannot be outside of names. Web text has many windows of none."""
    allowed = window.document["allowed"][window.first : window.last]
    return not all(labels & OUTSIDE for labels in allowed)


def train(model, cut, steps):
    """Trains for some steps of about 1,200 pieces each, with rates that fall to nothing."""
    pretrained = {*model.tuned.parameters(), model.cases.weight}
    head = [p for p in model.parameters() if p.requires_grad and p not in pretrained]
    groups = [
        {"params": list(model.tuned.parameters()), "rate": 3e-4, "weight_decay": 0.01},
        {"params": head, "rate": 2e-3, "weight_decay": 0.001},
        {"params": [model.cases.weight], "rate": 1e-3, "weight_decay": 0},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    recent = []
    for step, batch in zip(range(steps), shuffled(cut, 1200)):
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * min(1, step / WARM_UP) * max(0.02, 1 - step / steps)
        x = collate(batch)
        # The outputs of all corpora learn, too, to do without those of each.
        x["corpus"][torch.rand(len(batch)) < 0.3] = -1
        optimizer.zero_grad()
        loss = model.loss(x)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for group in groups for p in group["params"]], 1.0)
        optimizer.step()
        recent.append(loss.item())
        if (step + 1) % 10 == 0:
            print(step + 1, f"loss {sum(recent) / len(recent):.4f}", flush=True)
            recent.clear()


def shuffled(cut, size):
    """Batches of windows of like length, in ever new orders."""
    while True:
        random.shuffle(cut)
        made = list(batches(sorted(cut, key=lambda w: w.pieces + random.random() * 40), size))
        random.shuffle(made)
        yield from made


if __name__ == "__main__":
    main()
