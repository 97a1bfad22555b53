"""Quick measures on dev rows, for watching a run; the figures that count come from `npm run evaluate`."""
import torch

from data import IGNORE, ROLES, batches
from losses import agreement, antecedent_scores, arc_scores, link_scores, relation_scores


def spans(tags, names):
    """(first, last, type) of BIO tags."""
    out, begin = [], None
    for i, t in enumerate(list(tags) + [0]):
        name = names[t] if t >= 0 else "O"
        if begin is not None and (name[0] != "I" or name[2:] != begin[1]):
            out.append((begin[0], i - 1, begin[1]))
            begin = None
        if name[0] == "B" or (name[0] == "I" and begin is None):
            begin = (i, name[2:])
    return out


@torch.no_grad()
def evaluate(model, dev, collate, limit=320):
    model.eval()
    right, count = {}, {}

    def add(name, a, b):
        right[name] = right.get(name, 0) + a
        count[name] = count.get(name, 0) + b

    for corpus, data in dev.items():
        for group in batches(data.windows(limit), 4096, None):
            batch = collate(group)
            h = model.words(batch["ids"], batch["shapes"], batch["mask"][:, None, None, :], batch["first"]).float()
            for name, head in model.tags.items():
                if name not in batch:
                    continue
                guess = head(h).argmax(-1)
                if name in ROLES or name.startswith("entity"):
                    for g, t in zip(guess, batch[name]):
                        gold = set(spans([x for x in t.tolist() if x != IGNORE], model.labels[name]))
                        mine = set(spans(g[t != IGNORE].tolist(), model.labels[name]))
                        add(name, 2 * len(gold & mine), len(gold) + len(mine))
                else:
                    mask = batch[name] != IGNORE
                    add(f"{corpus}.{name}", int((guess == batch[name])[mask].sum()), int(mask.sum()))
            if "head" in batch:
                word = batch["word"] & (batch["sentence"] >= 0)
                start = (model.sentence(h).squeeze(-1) > 0).long()
                gold = batch["start"] == 1
                add(f"{corpus}.start", 2 * int((gold & (start == 1) & word).sum()), int(gold.sum()) + int((start * word).sum()))
                own = torch.arange(h.shape[1]).expand_as(word)
                target = torch.where(batch["head"] == -1, own, batch["head"])
                guess = arc_scores(model, h, batch["sentence"]).argmax(-1)
                label = relation_scores(model, h, guess).argmax(-1)
                add(f"{corpus}.uas", int((guess == target)[word].sum()), int(word.sum()))
                short = torch.tensor([hash(n.split(":")[0]) for n in model.labels["deprel"]])
                same = short[label] == short[batch["deprel"].clamp(min=0)]
                add(f"{corpus}.las", int(((guess == target) & same)[word].sum()), int(word.sum()))
            if "cue_source" in batch:
                content, source, null = link_scores(model, h)
                t = batch["content_cue"]
                s = content.masked_fill(~batch["word"].unsqueeze(1), -1e4).argmax(-1)
                add("content_cue", int((s == t)[t >= 0].sum()), int((t >= 0).sum()))
                t = batch["cue_source"]
                t = torch.where(t == -1, torch.full_like(t, h.shape[1]), t)
                s = torch.cat([source.masked_fill(~batch["word"].unsqueeze(1), -1e4), null], -1).argmax(-1)
                add("cue_source", int((s == t)[t != IGNORE].sum()), int((t != IGNORE).sum()))
            if "cluster" in batch:
                scores, null = antecedent_scores(model, h)
                facts = (batch[f].clamp(min=0) for f in ("kind", "definiteness", "pronoun", "headWord", "core", "names"))
                scores = scores + agreement(model, *facts)
                c = batch["cluster"]
                known = c != IGNORE
                at = torch.arange(h.shape[1])
                ok = known.unsqueeze(1) & (at.unsqueeze(1) > at.unsqueeze(0))
                best = torch.cat([scores.masked_fill(~ok, -1e4), null], -1).argmax(-1)
                alike = ok & (c.unsqueeze(1) == c.unsqueeze(2))
                full = torch.cat([alike, ~alike.any(-1, keepdim=True)], -1)
                hit = torch.gather(full, 2, best.unsqueeze(-1)).squeeze(-1)
                add("antecedent", int(hit[known].sum()), int(known.sum()))
                linked = known & alike.any(-1)
                add("antecedent_linked", int(hit[linked].sum()), int(linked.sum()))
    return {name: round(100 * right[name] / max(1, count[name]), 2) for name in sorted(count)}
