"""A linear-chain conditional random field: sums and posteriors over the sequences of labels."""

import torch

from inputs import LABELS

NEVER = -1e4


def legal_steps():
    """What a step from each label to each other may add: nothing, or too little to be taken. The
    inside of a name follows its beginning or its inside."""
    steps = torch.zeros(LABELS, LABELS)
    for inside in range(2, LABELS, 2):
        steps[:, inside] = NEVER
        steps[inside - 1 : inside + 1, inside] = 0
    return steps


def log_sum(scores, mask, steps):
    """The logarithm of the summed weights of all sequences of labels, for each row of scores; the
    mask holds the row's tokens."""
    total = scores[:, 0]
    for token in range(1, scores.shape[1]):
        longer = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, token]
        total = torch.where(mask[:, token, None].bool(), longer, total)
    return torch.logsumexp(total, 1)


def posteriors(scores, mask, steps):
    """The probability of each label of each token: the gradient of the logarithm of the sum."""
    scores = scores.detach().requires_grad_(True)
    with torch.enable_grad():
        return torch.autograd.grad(log_sum(scores, mask, steps.detach()).sum(), scores)[0]
