"""Trains the encoder on the rows of prepare.mjs.

    python training/train.py --data training/runs/data --base MODEL.safetensors --out training/runs/run --minutes 90

Resumable: a checkpoint with the optimiser's state is written every few minutes, and the same call goes on from it.
The learning rate falls with the share of `--minutes` used, so a run of any length ends annealed; `--steps` bounds it by
number instead, which is what makes a result reproducible.
"""
import argparse
import json
import math
import os
import random
import time

import torch

from data import Collator, Corpus, batches, label_sets
from evaluate_dev import evaluate
from losses import losses, total
from model import Model

SHARES = {"ewt": 2.0, "gum": 2.0, "worldwide": 0.8, "gumnamed": 0.35, "re3d": 0.5, "polnear": 1.0}


def load(args):
    with open(os.path.join(os.path.dirname(__file__), "../models/en/vocabulary.txt"), encoding="utf8") as f:
        vocabulary = {piece.rstrip("\n"): i for i, piece in enumerate(f)}
    labels = label_sets(args.data)
    corpora = {n: Corpus(args.data, n + ".train", labels, vocabulary) for n in SHARES}
    dev = {n: Corpus(args.data, n + ".dev", labels, vocabulary) for n in ("ewt", "gum", "worldwide", "polnear")}
    return vocabulary, labels, corpora, dev


def epoch(corpora, rng, limit, pieces):
    """A pass: each corpus by its share, whole passes first and then a random part."""
    windows = []
    for name, corpus in corpora.items():
        share = SHARES[name]
        while share > 0:
            pool = corpus.windows(limit, rng)
            rng.shuffle(pool)
            windows += pool[: math.ceil(len(pool) * min(1, share))]
            share -= 1
    rng.shuffle(windows)
    # Sorted by length in large blocks, so that every batch is a mixture.
    out = []
    for i in range(0, len(windows), 2000):
        out += batches(windows[i : i + 2000], pieces, rng)
    rng.shuffle(out)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, default=90)
    p.add_argument("--steps", type=int, default=0)
    p.add_argument("--init", help="a model.pt to start from")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--limit", type=int, default=320, help="pieces a window")
    p.add_argument("--pieces", type=int, default=3072, help="pieces a batch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--fp32", action="store_true")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    vocabulary, labels, corpora, dev = load(args)
    model = Model(labels)
    model.encoder.load_base(args.base)
    if args.init:
        model.load(torch.load(args.init, map_location="cpu")["model"])
    encoder = list(model.encoder.parameters())
    known = {id(q) for q in encoder}
    heads = [q for q in model.parameters() if id(q) not in known]
    groups = [{"params": encoder, "lr": args.rate, "peak": args.rate}, {"params": heads, "lr": args.head_rate, "peak": args.head_rate}]
    fused = {"fused": True} if int(torch.__version__.split(".")[0]) >= 2 else {}
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), **fused)
    step, used, passes = 0, 0.0, 0
    path = os.path.join(args.out, "checkpoint.pt")
    if os.path.exists(path):
        saved = torch.load(path, map_location="cpu")
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        step, used, passes = saved["step"], saved["used"], saved["passes"]
        print(f"goes on at step {step}, {used / 60:.1f} min used", flush=True)

    def save(name="checkpoint.pt", full=True):
        state = {"model": model.state_dict(), "labels": labels, "step": step, "used": used, "passes": passes, "args": vars(args)}
        if full:
            state["optimiser"] = optimiser.state_dict()
        torch.save(state, os.path.join(args.out, name + ".part"))
        os.replace(os.path.join(args.out, name + ".part"), os.path.join(args.out, name))

    rng = random.Random(args.seed * 1000 + step)
    # Newspapers of thirty countries give the names that stand in for those of American politics.
    names = sorted({i for row in corpora["worldwide"].rows for i, s in zip(row["pieces"], row["shapes"]) if s == 1 * 6 + 2})
    collator = Collator(vocabulary, rng, names)
    collator.kinds = {k: i for i, k in enumerate(labels["mention"])}
    collate_dev = Collator(vocabulary)
    collate_dev.kinds = collator.kinds
    started, last_save, last_log = time.time(), time.time(), time.time()
    sums, seen = {}, 0
    done = False
    while not done:
        passes += 1
        todo = epoch(corpora, rng, args.limit, args.pieces)
        print(f"pass {passes}: {len(todo)} batches", flush=True)
        for group in todo:
            share = step / args.steps if args.steps else (used + time.time() - started) / (60 * args.minutes)
            if share >= 1:
                done = True
                break
            warm = min(1.0, step / 200)
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * warm * (0.02 + 0.98 * (1 - share))
            batch = collator(group)
            model.train()
            with torch.autocast("cpu", torch.bfloat16, enabled=not args.fp32):
                parts = losses(model, batch)
                loss = total(parts, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            seen += int(batch["mask"].sum())
            for name, value in parts.items():
                s = sums.setdefault(name, [0.0, 0])
                s[0] += value.item()
                s[1] += 1
            now = time.time()
            if now - last_log > 60:
                line = " ".join(f"{n} {a / b:.3f}" for n, (a, b) in sums.items())
                print(f"step {step} share {share:.3f} {seen / (now - last_log):.0f} pieces/s {line}", flush=True)
                sums, seen, last_log = {}, 0, now
            if now - last_save > 420:
                used, started = used + now - started, now
                save()
                last_save = time.time()
    used += time.time() - started
    save()
    save("model.pt", full=False)
    scores = evaluate(model, dev, collate_dev)
    print(json.dumps(scores), flush=True)
    with open(os.path.join(args.out, "scores.json"), "w") as f:
        json.dump(scores, f, indent=1)


if __name__ == "__main__":
    main()
