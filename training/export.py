"""Exports a trained model to models/en: encoder.onnx (int8 weights) and model.json (labels, small matrices).

    python training/export.py --model training/runs/run/model.pt --out models/en

The graph reads one window: `ids` and `shapes` [1, pieces], `first` [words] (the first piece of every word), all int32. Activations are
quantised by ONNX Runtime with one scale a tensor, so a window is never batched with another one: what lies beside a text
cannot change its reading. Weights use seven of eight bits (`reduce_range`), so that kernels with and without VNNI agree.
"""
import argparse
import json
import os
import tempfile

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from data import FEATURES
from model import ANTECEDENT, ARC, HEADS, HIDDEN, LINK, MENTION, Layer, Model, scale

CHOSEN = ["upos", "xpos", *FEATURES, "lemma"]  # only the best label leaves the graph
SCORED = ["entity", "source", "cue", "content", "mention"]
SCALARS = ["sentence", "root", "no_source", "no_antecedent"]
PROJECTIONS = {
    "arc_dependent": scale(ARC), "arc_head": 1, "relation_dependent": 1, "relation_head": 1,
    "link_content": scale(LINK), "link_cue": 1, "link_cue_source": scale(LINK), "link_source": 1,
    "mention_head": scale(MENTION), "mention_start": 1, "mention_head2": scale(MENTION), "mention_end": 1,
    "anaphor": scale(ANTECEDENT), "antecedent": 1,
}


class FusedAttention(torch.autograd.Function):
    """Stands for ONNX Runtime's own operator in the exported graph; computes the same here."""

    @staticmethod
    def forward(ctx, q, k, v):
        split = lambda x: x.view(x.shape[0], x.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2)
        s = split(q) @ split(k).transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5
        return (torch.softmax(s, -1) @ split(v)).transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(g, q, k, v):
        out = g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS)
        out.setType(q.type())
        return out


def attend(layer, x, mask, dropout):
    """A layer's forward pass with the fused operator."""
    q, k, v = layer.query_key_value(x).split(HIDDEN, -1)
    x = layer.norm1(x + layer.attended(FusedAttention.apply(q, k, v)))
    return layer.norm2(x + layer.down(F.gelu(layer.up(x))))


def joined(layers):
    """Several linear maps of one input as one."""
    out = nn.Linear(HIDDEN, sum(m.out_features for m in layers))
    with torch.no_grad():
        out.weight.copy_(torch.cat([m.weight for m in layers]))
        out.bias.copy_(torch.cat([m.bias for m in layers]))
    return out


class Graph(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.encoder = model.encoder
        plain = [model.tags[n] for n in CHOSEN + SCORED] + [getattr(model, n) for n in SCALARS] + [model.relation_label]
        self.plain_sizes = [m.out_features for m in plain]
        self.plain = joined(plain)
        sides = [getattr(model, n) for n in PROJECTIONS]
        self.hidden_sizes = [m.hidden.out_features for m in sides]
        self.hidden = joined([m.hidden for m in sides])
        self.sides = nn.ModuleList(m.out for m in sides)
        with torch.no_grad():
            for m, s in zip(self.sides, PROJECTIONS.values()):
                m.weight.mul_(s)
                m.bias.mul_(s)

    def forward(self, ids, shapes, first):
        h = self.encoder(ids, shapes)[0][first.long()]
        parts = torch.split(self.plain(h), self.plain_sizes, -1)
        chosen = torch.stack([p.argmax(-1) for p in parts[: len(CHOSEN)]], -1).to(torch.int32)
        hidden = torch.split(F.gelu(self.hidden(h)), self.hidden_sizes, -1)
        return (chosen, *parts[len(CHOSEN) :], *(m(x) for m, x in zip(self.sides, hidden)))


NAMES = ["chosen", *SCORED, *SCALARS, "relation_label", *PROJECTIONS]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--favour", nargs="*", default=[], metavar="ROLE=X", help="added to the score of beginning a span of a role: finds more on other news than it was trained on")
    p.add_argument("--float", help="also keep the unquantised graph here")
    args = p.parse_args()
    saved = torch.load(args.model, map_location="cpu")
    labels = saved["labels"]
    model = Model(labels)
    model.load(saved["model"])
    model.eval()
    for role, value in (item.split("=") for item in args.favour):
        with torch.no_grad():
            model.transitions[role][:, 1] += float(value)
    Layer.forward = attend
    graph = Graph(model).eval()
    example = (torch.randint(1000, 2000, (1, 40), dtype=torch.int32), torch.zeros(1, 40, dtype=torch.int32), torch.arange(1, 31, dtype=torch.int32))
    os.makedirs(args.out, exist_ok=True)
    plain = args.float or os.path.join(tempfile.mkdtemp(), "plain.onnx")
    options = {"dynamo": False} if int(torch.__version__.split(".")[0]) >= 2 else {}
    torch.onnx.export(
        graph, example, plain, input_names=["ids", "shapes", "first"], output_names=NAMES, opset_version=17,
        dynamic_axes={"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "first": {0: "words"}, **{n: {0: "words"} for n in NAMES}},
        custom_opsets={"com.microsoft": 1}, **options,
    )
    fuse(plain)
    target = os.path.join(args.out, "encoder.onnx")
    quantised = os.path.join(tempfile.mkdtemp(), "quantised.onnx")
    quantize_dynamic(plain, quantised, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT})
    optimise(quantised, target)
    order = {n: labels[n] for n in CHOSEN + SCORED}
    rounded = lambda t: [[round(float(x), 5) for x in row] for row in t]
    rounded_deep = lambda t: t.detach().double().round(decimals=5).tolist()
    facts = {
        "format": 1,
        "chosen": CHOSEN,
        "labels": {**order, "deprel": labels["deprel"]},
        "relation": rounded(model.relation.detach().numpy()),
        "agreement": {n: rounded_deep(getattr(model, f"agree_{n}")) for n in ("kind", "core", "head", "name", "pronoun")},
        "transitions": {r: rounded(model.transition_scores(r).detach().numpy()) for r in ("source", "cue", "content")},
        "distance": [round(float(x), 5) for x in model.distance.detach().numpy()],
    }
    with open(os.path.join(args.out, "model.json"), "w", encoding="utf8") as f:
        json.dump(facts, f, ensure_ascii=False)
        f.write("\n")
    print(f"{target}: {os.path.getsize(target) / 1e6:.1f} MB")


def optimise(path, target):
    """Applies ONNX Runtime's own graph optimisations once, here, so that loading has none to do."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = target
    onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])


def fuse(path):
    """Joins the operators of attention, GELU and layer normalisation, as ONNX Runtime's own optimiser does for BERT."""
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    # ONNX Runtime's joined addition and normalisation takes ten times as long as the two apart (1.30, AVX-512).
    options.enable_skip_layer_norm = False
    optimised = optimize_model(path, model_type="bert", num_heads=12, hidden_size=HIDDEN, opt_level=0, optimization_options=options)
    optimised.save_model_to_file(path)
    print("fused:", {k: v for k, v in optimised.get_fused_operator_statistics().items() if v})


if __name__ == "__main__":
    main()
