"""The own words of plain mails as texts without labels: no headers, quotations, signatures or rules.

Takes folders of mails, one a file; mails that are copies or hardly hold prose are left out. Writes jsonl."""

import email
import email.policy
import json
import re
import sys
from pathlib import Path

WORDS = range(12, 1500)
"""How many words a mail has."""
WRAPPED = 50
"""A longer line goes on in the next."""
END = re.compile(r"^(-- ?|_{10,}|-{10,}.*|={10,}.*)$", re.MULTILINE)
"""What stands before a signature or the words of a list."""
QUOTED = re.compile(r"[>|:%]|.*(wrote|writes|said):$|On .* at .*")
"""A line of somebody else's words, or one that announces them."""


def main():
    seen = set()
    for folder in sys.argv[1:]:
        for path in sorted(Path(folder).glob("*.txt")):
            text = own_words(path.read_bytes())
            beginning = text[:80]
            if beginning not in seen and is_prose(text):
                seen.add(beginning)
                name = f"{path.parent.name}/{path.stem}"
                print(json.dumps({"id": name, "text": text}, ensure_ascii=False))


def own_words(raw):
    """What the sender of a mail wrote, a paragraph a line; nothing where it cannot be read."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    try:
        part = message.get_body(("plain",))
        body = part.get_content() if part else ""
    except (AttributeError, KeyError, LookupError, TypeError, ValueError):
        return ""
    lines, goes_on = [], False
    for line in END.split(body.replace("\r", ""))[0].split("\n"):
        line = line.strip()
        if QUOTED.match(line):
            continue
        if line and goes_on:
            lines[-1] += " " + line
        else:
            lines.append(line)
        goes_on = len(line) > WRAPPED
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def is_prose(text):
    """Whether a text is neither code nor a list, nor too short or too long, and was decoded well."""
    words = text.split()
    letters = sum(c.isalpha() or c.isspace() for c in text)
    small = sum(word.isalpha() and word.islower() for word in words)
    return (
        len(words) in WORDS
        and letters > 0.8 * len(text)
        and small > 0.4 * len(words)
        and "\ufffd" not in text
    )


if __name__ == "__main__":
    main()
