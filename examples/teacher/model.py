"""The network: an encoder's lower layers, what is known of each word, a BiLSTM and a CRF."""

import torch
from torch import nn
from transformers import BertModel

from crf import NEVER, legal_steps, log_sum, posteriors
from inputs import LABELS, LETTERS, LISTS

CORPORA = 4
"""The corpora differ in what they mark: each has outputs of its own beside those that all share."""
FROZEN, LAYERS = 3, 5
"""The encoder's layers that are left as they are, and the number that is used."""


class Teacher(nn.Module):
    """Gives each token the posteriors of its labels."""

    def __init__(self, encoder, vectors, hidden=144):
        super().__init__()
        bert = BertModel.from_pretrained(encoder, add_pooling_layer=False)
        width = bert.config.hidden_size
        self.embeddings = bert.embeddings.requires_grad_(False)
        self.frozen = bert.encoder.layer[:FROZEN].requires_grad_(False)
        self.tuned = bert.encoder.layer[FROZEN:LAYERS]
        # The encoder reads lower case alone.
        self.cases = nn.Embedding(24, width)
        self.vectors = nn.Embedding.from_pretrained(vectors)
        self.letters = nn.Embedding(256, 24, padding_idx=0)
        self.convolution = nn.Conv1d(24, 48, 3, padding=1)
        self.shapes = nn.Embedding(12, 12)
        self.ontonotes = nn.Embedding(40, 24)
        self.narrow = nn.Linear(width, 200)
        known = vectors.shape[1] + 48 + 12 + 24 + 2 * LISTS + 2
        self.lstm = nn.LSTM(200 + known, hidden, batch_first=True, bidirectional=True)
        self.all = nn.Linear(2 * hidden + 200, LABELS)
        self.each = nn.Linear(2 * hidden + 200, CORPORA * LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.dropout = nn.Dropout(0.3)
        for zero in (self.cases.weight, self.each.weight, self.each.bias):
            nn.init.zeros_(zero)
        self.register_buffer("legal", legal_steps())

    def train(self, mode=True):
        """Switches to training: what is frozen drops nothing out."""
        super().train(mode)
        self.embeddings.eval()
        self.frozen.eval()
        return self

    def encode(self, x):
        """What the encoder makes of each token: the mean of its first and its last piece."""
        padding = (x["ids"] == 0)[:, None, None, :] * NEVER
        attention = padding.expand(-1, 1, x["ids"].shape[1], -1)
        with torch.no_grad():
            pieces = self.embeddings(x["ids"])
            for layer in self.frozen:
                pieces = layer(pieces, attention)[0]
        pieces = pieces + self.cases(x["cases"])
        for layer in self.tuned:
            pieces = layer(pieces, attention)[0]
        row = torch.arange(len(pieces))[:, None]
        return (pieces[row, x["first_piece"]] + pieces[row, x["last_piece"]]) / 2

    def spell(self, letters):
        """What the letters of each token say."""
        distinct, which = torch.unique(letters.reshape(-1, LETTERS), dim=0, return_inverse=True)
        waves = torch.relu(self.convolution(self.letters(distinct).transpose(1, 2)))
        return waves.amax(2)[which].reshape(*letters.shape[:2], -1)

    def scores(self, x):
        """The scores of each token's labels by the outputs of its corpus, -1 for those of all."""
        drop = self.dropout
        encoded = self.narrow(drop(self.encode(x)))
        vectors = drop(self.vectors(x["rows"]))
        spelt = drop(self.spell(x["letters"]))
        labels = drop(self.ontonotes(x["ontonotes"]))
        seen = torch.cat(
            [encoded, vectors, spelt, self.shapes(x["shapes"]), labels, x["lists"]], 2
        )
        lengths = x["mask"].sum(1)
        packed = nn.utils.rnn.pack_padded_sequence(
            seen, lengths, batch_first=True, enforce_sorted=False
        )
        read, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        both = drop(torch.cat([read, torch.tanh(encoded)], 2))
        corpus = x["corpus"]
        own = self.each(both).unflatten(2, (CORPORA, LABELS))
        own = own[torch.arange(len(corpus)), :, corpus.clamp(min=0)]
        scores = self.all(both) + own * (corpus >= 0)[:, None, None]
        # No sentence begins inside a name.
        inside = torch.zeros(LABELS)
        inside[2::2] = NEVER
        return scores + x["starts"][:, :, None] * inside

    def loss(self, x):
        """The negative logarithm, a token, of the probability that all labels are allowed ones."""
        scores, steps = self.scores(x), self.transitions + self.legal
        allowed = x["allowed"][:, :, None] >> torch.arange(LABELS) & 1
        held = scores + (1 - allowed) * 10 * NEVER
        free = log_sum(scores, x["mask"], steps)
        return (free - log_sum(held, x["mask"], steps)).sum() / x["mask"].sum()

    @torch.no_grad()
    def posteriors(self, x):
        """The probability of each label of each token."""
        return posteriors(self.scores(x), x["mask"], self.transitions + self.legal)
