"""What the teacher reads: texts as `tokens` has cut them, windows of their sentences, batches."""

import json
from typing import NamedTuple

import torch
from transformers import BertTokenizerFast

LABELS = 11
"""Outside, then the beginning and the inside of each type of name, as the tagger orders them."""
OUTSIDE = 1
INSIDE = sum(1 << label for label in range(2, LABELS, 2))
ANY = (1 << LABELS) - 1
LETTERS = 16
"""The letters of a word that are looked at; of a longer word the first and the last."""
LISTS = 15
"""The most lists of names that the gazetteer may have."""
BEGIN, END, UNKNOWN = 101, 102, 100


class Window(NamedTuple):
    """Whole sentences of a document, from token `first` to before `last`."""

    document: dict
    first: int
    last: int
    corpus: int
    pieces: int


class Reader:
    """Reads texts for a pretrained encoder (its folder) and word vectors (made by `vectors.py`)."""

    def __init__(self, encoder, rows):
        self.tokenizer = BertTokenizerFast.from_pretrained(encoder)
        self.rows = rows
        self.known = {}

    def pieces(self, word):
        """The encoder's pieces of a word, six at most."""
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False)[:6]
            self.known[word] = ids or [UNKNOWN]
        return self.known[word]

    def read(self, path):
        """The documents of a file that `ontonotes.py` wrote, a text a line."""
        with open(path) as file:
            documents = [json.loads(line) for line in file]
        for document in documents:
            words = [document["text"][start:end] for start, end in document["tokens"]]
            document["words"] = words
            document["pieces"] = [self.pieces(word) for word in words]
            document["rows"] = [self.rows.get(word.lower(), 0) for word in words]
            document["starts"] = {start for start, _ in document["sentences"]}
        return documents


def windows(documents, corpus, limit=300):
    """Cuts documents into windows of whole sentences of at most `limit` pieces; a sentence that is
    longer is cut."""
    found = []
    for document in documents:
        first = size = 0
        sizes = [len(pieces) for pieces in document["pieces"]]

        def close(at):
            if at > first:
                found.append(Window(document, first, at, corpus, size))

        for start, end in document["sentences"]:
            length = sum(sizes[start:end])
            if size + length > limit:
                close(start)
                first, size = start, 0
            if length <= limit:
                size += length
                continue
            for at in range(start, end):
                if size + sizes[at] > limit:
                    close(at)
                    first, size = at, 0
                size += sizes[at]
        close(len(sizes))
    return found


def batches(ordered, size):
    """Joins windows that follow each other to batches of at most `size` pieces with the padding."""
    batch, longest = [], 0
    for window in ordered:
        longest = max(longest, window.pieces)
        if batch and longest * (len(batch) + 1) > size:
            yield batch
            batch, longest = [], window.pieces
        batch.append(window)
    if batch:
        yield batch


def collate(batch):
    """The tensors of a batch: of pieces (`ids`, `cases`), of tokens, and of windows (`corpus`)."""
    count = len(batch)
    tokens = max(window.last - window.first for window in batch)
    pieces = max(window.pieces for window in batch) + 2
    of_tokens = ["first_piece", "last_piece", "shapes", "ontonotes", "rows", "starts", "mask"]
    x = {name: torch.zeros(count, tokens, dtype=torch.long) for name in of_tokens}
    x["allowed"] = torch.full((count, tokens), ANY)
    x["lists"] = torch.zeros(count, tokens, 2 * LISTS + 2)
    x["letters"] = torch.zeros(count, tokens, LETTERS, dtype=torch.long)
    x["ids"] = torch.zeros(count, pieces, dtype=torch.long)
    x["cases"] = torch.zeros(count, pieces, dtype=torch.long)
    x["corpus"] = torch.tensor([window.corpus for window in batch])
    for row, window in enumerate(batch):
        seen = [look(window, token) for token in range(window.first, window.last)]
        ids, cases = [BEGIN], [0]
        for token in seen:
            token["first_piece"] = len(ids)
            ids += token["ids"]
            cases += [2 * token["shapes"] - 1] + [2 * token["shapes"]] * (len(token["ids"]) - 1)
            token["last_piece"] = len(ids) - 1
        x["ids"][row, : len(ids) + 1] = torch.tensor(ids + [END])
        x["cases"][row, : len(cases)] = torch.tensor(cases)
        for name in [*of_tokens, "allowed", "lists", "letters"]:
            values = torch.tensor([token[name] for token in seen], dtype=x[name].dtype)
            x[name][row, : len(seen)] = values
    return x


def look(window, token):
    """What is known of one token of a window."""
    document = window.document
    word = document["words"][token]
    alone, (around, is_first) = document["lists"][token], document["known"][token]
    starts = token == window.first or token in document["starts"]
    allowed = document["allowed"][token]
    if starts and not allowed & ~INSIDE:
        # The gold name begins in the sentence before.
        allowed |= allowed >> 1
    letters = word if len(word) <= LETTERS else word[: LETTERS // 2] + word[-LETTERS // 2 :]
    letters = [min(ord(letter), 255) for letter in letters]
    bits = [number >> bit & 1 for number in (alone, around) for bit in range(LISTS)]
    return {
        "ids": document["pieces"][token],
        "shapes": 1 + document["shapes"][token],
        "ontonotes": document["ontonotes"][token],
        "rows": document["rows"][token],
        "starts": starts,
        "mask": 1,
        "allowed": allowed,
        "lists": bits + [is_first, 0],
        "letters": letters + [0] * (LETTERS - len(letters)),
    }
