"""The multi-task encoder: MiniLM-L6 with a shape embedding, and heads that read one vector a word."""
import json
import math
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS, VOCABULARY, SHAPES = 384, 6, 12, 1536, 512, 30522, 24
ARC, RELATION, LINK, MENTION, ANTECEDENT = 192, 128, 64, 64, 128
PRONOUNS = 8  # none, I, we, you, he, she, it, they
DISTANCES = 10  # buckets of the distance between two mentions, in words: 2^k


class PoolDropout(nn.Module):
    """Dropout whose masks are random slices of one pool, drawn anew every 2,000 uses: drawing a mask each time cost a tenth of a step."""

    SIZE = 1 << 24

    def __init__(self, rate):
        super().__init__()
        self.rate, self.uses, self.pool = rate, 0, None

    def forward(self, x):
        if not self.training:
            return x
        if self.uses % 2000 == 0:
            self.pool = (torch.rand(self.SIZE) >= self.rate).float().div_(1 - self.rate).to(torch.bfloat16)
        self.uses += 1
        at = int(torch.randint(0, self.SIZE - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view_as(x)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask, dropout):
        b, t, _ = x.shape
        q, k, v = self.query_key_value(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: its backward pass takes half the time of the fused kernel's on this kind of machine.
        s = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5
        if mask is not None:
            s = s + torch.where(mask, 0.0, -1e4).to(s.dtype)
        a = torch.softmax(s, -1).to(v.dtype) @ v
        x = self.norm1(x + dropout(self.attended(a.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = PoolDropout(0.1)

    def forward(self, ids, shapes, mask=None):
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.shapes(shapes) + self.positions(at)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask, self.dropout)
        return x

    def load_base(self, path):
        """Weights of the base model from a safetensors file (an 8-byte length, a JSON header, raw little-endian data)."""
        with open(path, "rb") as f:
            header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
            data = f.read()

        def get(name):
            h = header[name]
            a, b = h["data_offsets"]
            return torch.from_numpy(np.frombuffer(data[a:b], dtype=np.float32).reshape(h["shape"]).copy())

        with torch.no_grad():
            self.pieces.weight.copy_(get("embeddings.word_embeddings.weight"))
            # Every text is segment 0: its embedding is a constant, kept with the positions.
            self.positions.weight.copy_(get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0])
            self.shapes.weight.normal_(0, 0.01)
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(get(f"embeddings.LayerNorm.{part}"))
                for i, layer in enumerate(self.layers):
                    p = f"encoder.layer.{i}."
                    getattr(layer.query_key_value, part).copy_(
                        torch.cat([get(f"{p}attention.self.{n}.{part}") for n in ("query", "key", "value")])
                    )
                    getattr(layer.attended, part).copy_(get(f"{p}attention.output.dense.{part}"))
                    getattr(layer.norm1, part).copy_(get(f"{p}attention.output.LayerNorm.{part}"))
                    getattr(layer.up, part).copy_(get(f"{p}intermediate.dense.{part}"))
                    getattr(layer.down, part).copy_(get(f"{p}output.dense.{part}"))
                    getattr(layer.norm2, part).copy_(get(f"{p}output.LayerNorm.{part}"))


class Projection(nn.Module):
    """A hidden layer and a linear map: one side of a scorer of pairs, whose score is the dot product of its two sides."""

    def __init__(self, size, hidden=256):
        super().__init__()
        self.hidden = nn.Linear(HIDDEN, hidden)
        self.out = nn.Linear(hidden, size)
        self.dropout = PoolDropout(0.2)

    def forward(self, x):
        return self.out(self.dropout(F.gelu(self.hidden(x))))


class Model(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.labels = labels
        self.encoder = Encoder()
        self.dropout = PoolDropout(0.2)
        self.tags = nn.ModuleDict({name: nn.Linear(HIDDEN, len(labels[name])) for name in labels if name != "deprel"})
        self.sentence = nn.Linear(HIDDEN, 1)
        self.root = nn.Linear(HIDDEN, 1)
        self.arc_dependent, self.arc_head = Projection(ARC), Projection(ARC)
        self.relation_dependent, self.relation_head = Projection(RELATION), Projection(RELATION)
        self.relation_label = nn.Linear(HIDDEN, len(labels["deprel"]))
        self.relation = nn.Parameter(torch.randn(len(labels["deprel"]), RELATION) * 0.05)
        self.link_cue, self.link_content = Projection(LINK, 128), Projection(LINK, 128)
        self.link_cue_source, self.link_source = Projection(LINK, 128), Projection(LINK, 128)
        self.no_source = nn.Linear(HIDDEN, 1)
        self.mention_head, self.mention_start, self.mention_end = (Projection(MENTION, 128) for _ in range(3))
        self.mention_head2 = Projection(MENTION, 128)
        self.anaphor, self.antecedent = Projection(ANTECEDENT), Projection(ANTECEDENT)
        self.no_antecedent = nn.Linear(HIDDEN, 1)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        # What the words of two mentions say: [kind of the anaphor, kind of the antecedent, definiteness of the anaphor],
        # the same words, the same head, a shared name, and a pronoun after a pronoun.
        # Kinds are pronoun, name, noun; definiteness is bare, definite, indefinite. It starts from values tried by hand.
        kind = torch.zeros(3, 3, 3)
        kind[1, 1, :] = -3.0
        kind[2, :, 0] = kind[2, :, 2] = -1.0
        self.agree_kind = nn.Parameter(kind)
        self.agree_core = nn.Parameter(torch.tensor([[0.0, 0, 0], [2, 2, 2], [6, 2, 0]]))
        self.agree_head = nn.Parameter(torch.tensor([[0.0, 0, 0], [2, 2, 2], [0, 3, 0]]))
        self.agree_name = nn.Parameter(torch.tensor([3.0]))
        self.agree_pronoun = nn.Parameter(torch.zeros(PRONOUNS, PRONOUNS))

        self.transitions = nn.ParameterDict({role: nn.Parameter(torch.zeros(3, 3)) for role in ("source", "cue", "content")})

    def load(self, state):
        """Takes weights that may come from before the words of mentions had a say."""
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(not name.startswith("agree_") for name in missing):
            raise ValueError(f"weights of another model: missing {missing}, unknown {unexpected}")

    def transition_scores(self, role):
        """[before, after] over O, B, I; an I never follows an O."""
        forbidden = torch.zeros(3, 3)
        forbidden[0, 2] = -1e4
        return self.transitions[role] + forbidden

    def words(self, ids, shapes, mask, first):
        """One vector a word: that of its first piece. `first` has an index a word."""
        x = self.encoder(ids, shapes, mask)
        return torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))


def scale(size):
    return 1 / math.sqrt(size)
