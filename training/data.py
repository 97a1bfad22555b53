"""Rows of prepare.mjs as windows and batches of tensors."""
import json
import os
import random

import torch

FEATURES = ["Tense", "VerbForm", "Mood", "Number", "Polarity"]
TAGS = ["upos", "xpos", *FEATURES, "lemma"]
ROLES = ["source", "cue", "content"]
MENTION_FACTS = ["kind", "definiteness", "pronoun", "headWord", "core", "names"]
CLS, SEP = 101, 102
IGNORE = -100
PAIRS = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def read(folder, name):
    with open(os.path.join(folder, name + ".jsonl"), encoding="utf8") as f:
        return [json.loads(line) for line in f]


def label_sets(folder):
    """Label inventories from the train files; a lemma script must occur three times."""
    labels = {}
    syntax = read(folder, "ewt.train") + read(folder, "gum.train")
    for name in TAGS + ["deprel"]:
        counts = {}
        for row in syntax:
            for value in row[name]:
                counts[value] = counts.get(value, 0) + 1
        labels[name] = sorted(v for v, n in counts.items() if n >= (3 if name == "lemma" else 2))
    for name, file in (("entity", "worldwide"), ("entity_gum", "gumnamed"), ("entity_re3d", "re3d")):
        labels[name] = sorted({v for row in read(folder, file + ".train") for v in row["entity"]}, key=lambda v: (v != "O", v[2:], v))
    for role in ROLES:
        labels[role] = ["O", "B", "I"]
    labels["mention"] = ["none"] + sorted({m["type"] for row in read(folder, "gum.train") for m in row["mentions"] or []})
    return labels


class Corpus:
    """Documents of one file, cut into windows of whole words."""

    def __init__(self, folder, name, labels, vocabulary):
        self.name = name
        self.rows = read(folder, name)
        self.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
        self.enders = {vocabulary[c] for c in ".?!"}
        self.closers = {vocabulary[c] for c in ("\"", "”", "'", "’", ")")}
        for row in self.rows:
            self.prepare(row)

    def prepare(self, row):
        n = len(row["first"]) - 1
        if "sentence" in row:
            starts = [i for i in range(n) if i == 0 or row["sentence"][i] != row["sentence"][i - 1]]
        else:
            ids = [row["pieces"][row["first"][i]] for i in range(n)]
            starts, after = [], True
            for i in range(n):
                if i == 0 or row["paragraph"][i] or (after and ids[i] not in self.closers):
                    starts.append(i)
                    after = False
                if ids[i] in self.enders:
                    after = True
                elif ids[i] not in self.closers:
                    after = False
        row["starts"] = starts
        for name in TAGS + ["deprel"]:
            if name in row:
                index = self.index[name]
                row[name] = [index.get(v, IGNORE) for v in row[name]]
        for role in ROLES:
            if role in row:
                row[role] = [self.index[role][v] for v in row[role]]
        if "entity" in row:
            kind = {"worldwide": "entity", "gumnamed": "entity_gum", "re3d": "entity_re3d"}[self.name.split(".")[0]]
            row[kind] = [self.index[kind].get(v, 0) for v in row.pop("entity")]

    def windows(self, limit, rng=None):
        """(row, first word, end word) of every window, in order; with `rng`, the first window of a document is shortened at random."""
        out = []
        for row in self.rows:
            n, first, starts = len(row["first"]) - 1, row["first"], row["starts"]
            begin, room = 0, limit if rng is None else rng.randint(limit // 3, limit)
            while begin < n:
                end = begin
                for s in starts + [n]:
                    if s > begin and first[s] - first[begin] <= room:
                        end = s
                if end == begin:  # a sentence longer than a window
                    end = next((w for w in range(n, begin, -1) if first[w] - first[begin] <= limit), begin + 1)
                if end - begin > 1:
                    out.append((row, begin, end))
                begin, room = end, limit
        return out


def batches(windows, pieces, rng):
    """Windows of like length together, at most `pieces` a batch with padding, in random order."""
    size = lambda w: w[0]["first"][w[2]] - w[0]["first"][w[1]] + 2
    windows = sorted(windows, key=lambda w: size(w) + (rng.random() * 24 if rng else 0))
    out, batch, longest = [], [], 0
    for w in windows:
        if batch and max(longest, size(w)) * (len(batch) + 1) > pieces:
            out.append(batch)
            batch, longest = [], 0
        batch.append(w)
        longest = max(longest, size(w))
    if batch:
        out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


class Collator:
    def __init__(self, vocabulary, augment=None):
        self.quotes = [vocabulary[c] for c in "“”‘’"]
        self.straight = [vocabulary[c] for c in "\"\"''"]
        self.augment = augment  # a random generator, or None

    def pieces(self, ids):
        """Real quotation marks come curly, straight, mixed and single; now and then one kind is turned into another."""
        r = self.augment.random() if self.augment else 1
        if r < 0.12:
            change = dict(zip(self.quotes, self.straight))
        elif r < 0.2:
            change = {self.quotes[1]: self.straight[1]}
        elif r < 0.25:
            change = {self.quotes[0]: self.quotes[2], self.quotes[1]: self.quotes[3]}
        else:
            return ids
        return [change.get(i, i) for i in ids]

    def __call__(self, batch):
        width = max(r["first"][e] - r["first"][b] for r, b, e in batch) + 2
        words = max(e - b for _, b, e in batch)
        n = len(batch)
        out = {
            "ids": torch.zeros(n, width, dtype=torch.long),
            "shapes": torch.zeros(n, width, dtype=torch.long),
            "mask": torch.zeros(n, width, dtype=torch.bool),
            "first": torch.zeros(n, words, dtype=torch.long),
            "word": torch.zeros(n, words, dtype=torch.bool),
        }

        def field(name, k, values, begin, fill=IGNORE):
            if name not in out:
                out[name] = torch.full((n, words), fill, dtype=torch.long)
            out[name][k, : len(values)] = torch.tensor(values, dtype=torch.long)

        for k, (row, b, e) in enumerate(batch):
            p, q = row["first"][b], row["first"][e]
            out["ids"][k, : q - p + 2] = torch.tensor([CLS] + self.pieces(row["pieces"][p:q]) + [SEP])
            out["shapes"][k, 1 : q - p + 1] = torch.tensor(row["shapes"][p:q])
            out["mask"][k, : q - p + 2] = True
            out["first"][k, : e - b] = torch.tensor(row["first"][b:e]) - p + 1
            out["word"][k, : e - b] = True
            for name in TAGS + ["deprel", "entity", "entity_gum", "entity_re3d"] + ROLES:
                if name in row:
                    field(name, k, row[name][b:e], b)
            if "sentence" in row:
                s = row["sentence"][b:e]
                field("sentence", k, s, b, -1)
                field("start", k, [int(i + b == 0 or row["sentence"][i + b - 1] != s[i]) for i in range(e - b)], b)
                field("head", k, [-1 if h < 0 else h - b for h in row["head"][b:e]], b)
            if "links" in row:
                cue_source, content_cue = [IGNORE] * (e - b), [IGNORE] * (e - b)
                for link in row["links"]:
                    c = link["cue"]
                    if not b <= c < e:
                        continue
                    cue_source[c - b] = next((s - b for s in link["source"] if b <= s < e), -1 if not link["source"] else IGNORE)
                    for content in link["content"]:
                        if b <= content < e:
                            content_cue[content - b] = c - b
                field("cue_source", k, cue_source, b)
                field("content_cue", k, content_cue, b)
            if row.get("mentions") is not None:
                mention, first, last, cluster = ([IGNORE] * (e - b) for _ in range(4))
                mention = [0] * (e - b)
                facts = {name: [0] * (e - b) for name in MENTION_FACTS}
                for m in row["mentions"]:
                    w = m["head"] - b
                    if not 0 <= w < e - b:
                        continue
                    mention[w] = self.kinds.get(m["type"], 0)
                    if b <= m["first"] and m["last"] < e:
                        first[w], last[w] = m["first"] - b, m["last"] - b
                    cluster[w] = m["cluster"] if m["cluster"] >= 0 else -2 - m["head"]
                    for name in MENTION_FACTS[:-1]:
                        facts[name][w] = m[name]
                    # A bit a name word: two mentions share one where the bits meet.
                    facts["names"][w] = sum({1 << (n % 62) for n in m["names"]})
                for name, values in (("mention", mention), ("mention_first", first), ("mention_last", last), ("cluster", cluster), *facts.items()):
                    field(name, k, values, b)
        return out
