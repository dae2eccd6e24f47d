"""Trains the head that tells names, on the rows of a network that stays as it is, and adds it to its file.

    python -m sayso_training.names --data ../../shared/data --model runs/first/model.safetensors

Each epoch reads a new copy of every article with other people, organisations and places in it, so that the
head learns what names look like and where they stand. What it reaches is printed and, with --report, kept.
"""

import argparse
import os
import random
import time

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from . import corpus, name_windows, states
from .export import quantise
from .inventions import Inventions
from .name_head import NameHead, loss
from .name_report import against_weak_labels, named_sources, windowed
from .windows import IGNORED

LAYER, HIDDEN = 2, 128


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, help="folder with polnear/ and news/")
    p.add_argument("--model", required=True, help="int8 safetensors; the head is added to it")
    p.add_argument("--report", help="where the figures go, as a table")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--pieces", type=int, default=1200, help="wordpieces in a batch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    return p.parse_args()


def epoch(articles, inventions, common, wordpieces, rng, pieces):
    found = []
    for named in articles:
        copy, genders, style = name_windows.varied(named, inventions, common, rng)
        limit = rng.choice((96, 128, 160, 160))
        first = rng.randint(40, limit)
        found += name_windows.windows(copy, named.names, genders, wordpieces, limit, first, style)
    batches = list(states.batches(found, pieces))
    rng.shuffle(batches)
    return batches


def train(a, articles, network):
    inventions, common, rng = Inventions(), name_windows.common_words(articles), random.Random(a.seed)
    head = NameHead(network.tensors["embeddings.norm.weight"].shape[0], HIDDEN)
    optimiser = torch.optim.AdamW(head.parameters(), lr=a.rate, weight_decay=1e-3)
    step, total, started = 0, None, time.time()
    for number in range(a.epochs):
        batches = epoch(articles, inventions, common, network.wordpieces, rng, a.pieces)
        total, summed = total or len(batches) * a.epochs, 0.0
        for batch in batches:
            rows, mask = states.rows(network, batch)
            for group in optimiser.param_groups:
                group["lr"] = a.rate * max(0.0, min((step + 1) / 50, 1 - step / total))
            labels, genders = states.field(batch, "labels", IGNORED), states.field(batch, "genders", 0)
            found = loss(head(rows.clone(), mask), labels, genders)
            optimiser.zero_grad()
            found.backward()
            optimiser.step()
            step, summed = step + 1, summed + found.item()
        seconds = time.time() - started
        left = seconds / (number + 1) * (a.epochs - number - 1)
        print(f"epoch {number}: loss {summed / len(batches):.4f}, {left / 60:.0f} min left", flush=True)
    return head.eval()


@torch.inference_mode()
def report(head, network, data, development):
    """Lines of a table."""
    rng, inventions, common = random.Random(5), Inventions(), name_windows.common_words(development)
    plain, other, lower = [], [], []
    for named in development:
        copy = corpus.plain(named.article)
        plain += name_windows.windows(copy, named.names, named.genders, network.wordpieces)
        lower += name_windows.windows(copy, named.names, named.genders, network.wordpieces, style=0.0)
        words, genders = name_windows.renamed(named, inventions, common, rng)
        copy = corpus.Copy(copy.text, copy.origin, words)
        other += name_windows.windows(copy, named.names, genders, network.wordpieces)
    columns = [against_weak_labels(head, windowed(network, w)) for w in (plain, other, lower)]
    lines = ["| polnear dev against CoreNLP | as printed | other names | no capitals |", "|---|---|---|---|"]
    lines += [f"| {key} | " + " | ".join(f"{c[key]:.3f}" for c in columns) + " |" for key in columns[0]]
    lines += ["", "| named sources: person or organisation | right |", "|---|---|"]
    for part in ("train", "dev"):
        figures = named_sources(head, network, os.path.join(data, "news", part))
        lines += [f"| news {part}, {key} | {value:.3f} |" for key, value in figures.items()]
    return lines


def add(head, path):
    """Writes the head into a model's file; all other tensors stay as they are."""
    with safe_open(path, "pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys() if not name.startswith("names.")}
        metadata = file.metadata() | {"names_layer": str(LAYER), "names_width": str(HIDDEN)}
    state = head.state_dict()
    tensors["names.hidden.weight"], tensors["names.hidden.scale"] = quantise(state["hidden.weight"])
    tensors |= {f"names.{name}": state[name] for name in ("hidden.bias", "tags.weight", "tags.bias")}
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, path, metadata)


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    network = states.States(a.model, LAYER)
    articles, usual = name_windows.load(os.path.join(a.data, "polnear", "train"))
    head = train(a, articles, network)
    add(head, a.model)
    development, _ = name_windows.load(os.path.join(a.data, "polnear", "dev"), usual)
    lines = report(head, network, a.data, development)
    print("\n".join(lines))
    if a.report:
        with open(a.report, "w") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
