"""Joins sentences that follow each other in a corpus, one a line, to texts of six without labels.

Every second run of six is taken. Reads and writes jsonl."""

import json
import sys

LENGTH = 6

sentences = [json.loads(line) for line in sys.stdin]
for start in range(0, len(sentences) - LENGTH + 1, 2 * LENGTH):
    run = sentences[start : start + LENGTH]
    text = "\n".join(sentence["text"] for sentence in run)
    print(json.dumps({"id": run[0]["id"], "text": text}, ensure_ascii=False))
