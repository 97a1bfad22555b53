"""Losses of every head for one batch; a head without labels in the batch has none. Scores are the ones that the runtime computes."""
import torch
import torch.nn.functional as F

from data import FEATURES, IGNORE, ROLES
from model import ANTECEDENT, ARC, DISTANCES, LINK, MENTION, scale

LOW = -1e4


def arc_scores(model, h, sentence):
    """(batch, dependent, head): inside a sentence only; a word's score with itself is that of being the root."""
    s = model.arc_dependent(h).float() @ model.arc_head(h).float().transpose(1, 2) * scale(ARC)
    n = h.shape[1]
    own = torch.eye(n, dtype=torch.bool, device=h.device)
    s = torch.where(own, model.root(h).float(), s)
    same = (sentence.unsqueeze(1) == sentence.unsqueeze(2)) | own
    return s.masked_fill(~same, LOW)


def relation_scores(model, h, heads):
    """(batch, dependent, relation) for given heads."""
    d = model.relation_dependent(h).float()
    g = model.relation_head(h).float()
    g = torch.gather(g, 1, heads.unsqueeze(-1).expand(-1, -1, g.shape[-1]))
    return (d * g) @ model.relation.t() + model.relation_label(h).float()


def link_scores(model, h):
    """Content word to cue word, and cue word to source word; the null source is a score of the cue's own."""
    content = model.link_content(h).float() @ model.link_cue(h).float().transpose(1, 2) * scale(LINK)
    source = model.link_cue_source(h).float() @ model.link_source(h).float().transpose(1, 2) * scale(LINK)
    return content, source, model.no_source(h).float()


def mention_scores(model, h):
    first = model.mention_head(h).float() @ model.mention_start(h).float().transpose(1, 2) * scale(MENTION)
    last = model.mention_head2(h).float() @ model.mention_end(h).float().transpose(1, 2) * scale(MENTION)
    return first, last


def antecedent_scores(model, h):
    s = model.anaphor(h).float() @ model.antecedent(h).float().transpose(1, 2) * scale(ANTECEDENT)
    n = h.shape[1]
    at = torch.arange(n)
    far = (at.unsqueeze(1) - at.unsqueeze(0)).clamp(min=1).float().log2().floor().long().clamp(max=DISTANCES - 1)
    return s + model.distance[far], model.no_antecedent(h).float()


def log_product(a, b):
    """Product of matrices in the log semiring."""
    return torch.logsumexp(a.unsqueeze(-1) + b.unsqueeze(-3), -2)


def crf_loss(logits, target, transitions):
    """Negative log-likelihood a word of BIO label sequences under a linear chain (Lafferty et al. 2001); the sum over all
    sequences is a product of matrices, taken pairwise so that it has log2(n) steps. -100 in `target` is padding at the end."""
    n, length, k = logits.shape
    known = target != IGNORE
    emit = logits.float() * known.unsqueeze(-1)
    gold = target.clamp(min=0)
    score = torch.gather(emit, 2, gold.unsqueeze(-1)).squeeze(-1).sum(-1)
    steps = transitions[gold[:, :-1], gold[:, 1:]] * known[:, 1:]
    score = score + steps.sum(-1)
    identity = torch.full((k, k), LOW).fill_diagonal_(0.0)
    matrices = transitions + emit[:, 1:].unsqueeze(2)
    matrices = torch.where(known[:, 1:, None, None], matrices, identity)
    while matrices.shape[1] > 1:
        if matrices.shape[1] % 2:
            matrices = torch.cat([matrices, identity.expand(n, 1, k, k)], 1)
        matrices = log_product(matrices[:, 0::2], matrices[:, 1::2])
    total = torch.logsumexp(emit[:, 0].unsqueeze(-1) + matrices[:, 0], (-2, -1))
    return (total - score).sum() / known.sum()


def agreement(model, kind, definiteness, pronoun, head, core, names):
    """(batch, anaphor, antecedent): what the words of two mentions say, as src/language/mention-match.ts computes it."""
    a, b = lambda x: x.unsqueeze(2), lambda x: x.unsqueeze(1)
    alike = (a(kind) == b(kind)) & (a(kind) > 0)
    return (
        model.agree_kind[a(kind), b(kind), a(definiteness)]
        + model.agree_core[kind, definiteness].unsqueeze(2) * (alike & (a(core) == b(core)))
        + model.agree_head[kind, definiteness].unsqueeze(2) * (alike & (a(head) == b(head)))
        + model.agree_name * ((a(names) & b(names)) != 0)
        + model.agree_pronoun[a(pronoun), b(pronoun)]
    )


def cross_entropy(logits, target):
    return F.cross_entropy(logits.flatten(0, -2).float(), target.flatten(), ignore_index=IGNORE)


def pointer(scores, target, allowed):
    """Cross entropy of choosing `target` among the `allowed` columns."""
    return cross_entropy(scores.masked_fill(~allowed, LOW), target)


def losses(model, batch):
    every = model.dropout(model.words(batch["ids"], batch["shapes"], batch["mask"][:, None, None, :], batch["first"]))
    out = {}

    def rows(name):
        """The windows that have labels of this name, cut to their longest: their word vectors, and their part of any field."""
        if name not in batch:
            return None, None
        chosen = (batch[name] != IGNORE).any(-1).nonzero().squeeze(-1)
        if len(chosen) == 0:
            return None, None
        n = int(batch["word"][chosen].sum(-1).max())
        return every[chosen, :n], lambda field: batch[field][chosen, :n]

    for name, head in model.tags.items():
        h, part = rows(name)
        if h is not None:
            target = part(name)
            if name in ROLES:
                out[name] = crf_loss(head(h), target, model.transition_scores(name))
                continue
            known = target != IGNORE
            out[name] = F.cross_entropy(head(h[known]).float(), target[known])
    h, part = rows("start")
    if h is not None:
        word, sentence = part("word"), part("sentence")
        out["start"] = F.binary_cross_entropy_with_logits(model.sentence(h).float().squeeze(-1)[word], part("start")[word].float())
        at = torch.arange(h.shape[1]).expand_as(word)
        head = part("head")
        gold = torch.where(head == -1, at, head).masked_fill(~word, IGNORE)
        gold = gold.masked_fill((gold != IGNORE) & ((gold < 0) | (gold >= h.shape[1])), IGNORE)
        out["head"] = cross_entropy(arc_scores(model, h, sentence), gold)
        heads = torch.where(gold < 0, at, gold)
        out["deprel"] = cross_entropy(relation_scores(model, h, heads), part("deprel").masked_fill(gold == IGNORE, IGNORE))
    h, part = rows("cue")
    if h is not None:
        # Every word is a candidate, not the gold cues alone: a content whose cue was not found then points at no cue found.
        content, source, null = link_scores(model, h)
        word = part("word").unsqueeze(1)
        target = part("content_cue")
        if (target >= 0).any():
            out["content_cue"] = pointer(content, target, word.expand_as(content))
        target = part("cue_source")
        with_null = torch.cat([source.masked_fill(~word, LOW), null], -1)
        if (target != IGNORE).any():
            out["cue_source"] = cross_entropy(with_null, torch.where(target == -1, torch.full_like(target, h.shape[1]), target))
    h, part = rows("mention")
    if h is not None:
        at = torch.arange(h.shape[1])
        first, last = mention_scores(model, h)
        sentence = part("sentence")
        same = sentence.unsqueeze(1) == sentence.unsqueeze(2)
        before = at.unsqueeze(1) >= at.unsqueeze(0)
        if (part("mention_first") >= 0).any():
            out["mention_first"] = pointer(first, part("mention_first"), same & before)
            out["mention_last"] = pointer(last, part("mention_last"), same & before.t())
        scores, null = antecedent_scores(model, h)
        scores = scores + agreement(model, *(part(f).clamp(min=0) for f in ("kind", "definiteness", "pronoun", "headWord", "core", "names")))
        cluster = part("cluster")
        known = cluster != IGNORE
        candidate = known.unsqueeze(1) & (at.unsqueeze(1) > at.unsqueeze(0))
        alike = candidate & (cluster.unsqueeze(1) == cluster.unsqueeze(2))
        everything = torch.cat([scores.masked_fill(~candidate, LOW), null], -1)
        right = torch.cat([alike, ~alike.any(-1, keepdim=True)], -1)
        gain = torch.logsumexp(everything.masked_fill(~right, LOW), -1) - torch.logsumexp(everything, -1)
        if known.any():
            out["antecedent"] = -gain[known].mean()
    return out


WEIGHTS = {
    **{name: 0.3 for name in FEATURES},
    "lemma": 0.5, "upos": 0.5, "xpos": 0.7, "start": 2.0, "head": 1.0, "deprel": 1.0,
    "entity": 1.5, "entity_gum": 0.5, "entity_re3d": 0.3,
    **{role: 1.5 for role in ROLES}, "content": 2.0, "content_cue": 0.7, "cue_source": 0.5,
    "mention": 0.7, "mention_first": 0.3, "mention_last": 0.3, "antecedent": 1.0,
}


LABELLED_BY = {"content_cue": "cue", "cue_source": "cue", "start": "upos", "head": "upos", "deprel": "upos", "antecedent": "mention", "mention_first": "mention", "mention_last": "mention"}


def total(parts, batch):
    """Weighted sum; a head counts by the share of the batch's windows that have labels for it."""
    share = lambda name: (batch[LABELLED_BY.get(name, name)] != IGNORE).any(-1).float().mean()
    return sum(WEIGHTS[name] * share(name) * value for name, value in parts.items())
