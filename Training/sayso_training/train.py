"""Fine-tunes the network; resumable, seeded, on a GPU when there is one.

    python -m sayso_training.train --data ../../shared/data --base BASE_FOLDER --run runs/first
"""

import argparse
import json
import os
import random
import signal
import sys
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

from . import corpus
from .network import Network, load_base
from .windows import IGNORED, LABELS, windows
from .words import PUNCTUATION, Wordpieces

LONGEST = 192  # wordpieces in a window; never leave the trained range afterwards


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, help="folder with polnear/ and news/")
    p.add_argument("--base", required=True, help="folder with the base model's vocab.txt and model.safetensors")
    p.add_argument("--run", required=True, help="folder for checkpoints and the log; an interrupted run goes on")
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--rate", type=float, default=3e-4, help="learning rate of the top layer")
    p.add_argument("--head-rate", type=float, default=1.5e-3)
    p.add_argument("--decay", type=float, default=0.9, help="of the rate, a layer down")
    p.add_argument("--tokens", type=int, default=2400, help="wordpieces in a batch")
    p.add_argument("--news-weight", type=int, default=3, help="copies of the general news in each epoch")
    p.add_argument("--average", type=float, default=0.998, help="of the weights' moving average")
    p.add_argument("--start", help="exported float weights to start from instead of the base model")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--stop-after", type=int, default=0, help="steps, to try things out")
    return p.parse_args()


def epoch_batches(data, wordpieces, renaming, seed, tokens):
    """Batches of windows of similar length: a new random copy of every article each epoch."""
    rng = random.Random(seed)
    found = []
    for article, times in data:
        for _ in range(times):
            copy = corpus.vary(article, renaming, rng)
            limit = rng.choice((96, 128, 160, 160, LONGEST))
            found += windows(copy, rng.choice(article.annotations), wordpieces, limit,
                             first_limit=rng.randint(40, limit), lowered=rng.random() < 0.05)  # fmt: skip
    found.sort(key=lambda r: len(r["ids"]) + rng.random() * 12)
    batches, batch, longest = [], [], 0
    for r in found:
        longest = max(longest, len(r["ids"]))
        if batch and longest * (len(batch) + 1) > tokens:
            batches.append(batch)
            batch, longest = [], len(r["ids"])
        batch.append(r)
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def tensors(batch, device, dtype):
    t = max(len(r["ids"]) for r in batch)

    def field(key, padding):
        return torch.tensor([r[key] + [padding] * (t - len(r[key])) for r in batch], device=device)

    ids = field("ids", 0)
    mask = torch.zeros(ids.shape, dtype=dtype, device=device).masked_fill(ids == 0, -1e4)[:, None, None, :]
    return dict(ids=ids, shapes=field("shapes", PUNCTUATION), quotations=field("quotations", 0), mask=mask,
                first=field("first", False), labels=field("labels", IGNORED),
                links=(field("cues", IGNORED), field("sources", IGNORED)))  # fmt: skip


def losses(network, b):
    tags, pointers = network(b["ids"], b["shapes"], b["quotations"], b["mask"])
    found = [F.cross_entropy(tags.float().flatten(0, 1), b["labels"].flatten(), ignore_index=IGNORED)]
    for head, target in enumerate(b["links"]):
        chosen = target >= 0
        if not chosen.any():
            found.append(found[0] * 0)
            continue
        logits = pointers[:, head][chosen].float()
        possible = b["first"].unsqueeze(1).expand(-1, logits.shape[-1], -1)[chosen]
        found.append(F.cross_entropy(logits.masked_fill(~possible, -1e4), target[chosen]))
    return found


def rate_of(name, a, layers):
    if name.startswith(("tags", "pointers", "embeddings.shape", "embeddings.quotation")):
        return a.head_rate
    if name.startswith("layers"):
        return a.rate * a.decay ** (layers - 1 - int(name.split(".")[1]))
    return a.rate * a.decay**layers


def main():
    a = arguments()
    os.makedirs(a.run, exist_ok=True)
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    dtype = torch.bfloat16

    def log(message):
        line = time.strftime("%H:%M:%S ") + message
        print(line, flush=True)
        with open(os.path.join(a.run, "log.txt"), "a") as f:
            f.write(line + "\n")

    with open(os.path.join(a.base, "vocab.txt"), encoding="utf-8") as f:
        wordpieces = Wordpieces(f.read().split("\n")[:30522])
    polnear = corpus.load(os.path.join(a.data, "polnear", "train"))
    news = corpus.load(os.path.join(a.data, "news", "train"))
    data = [(x, 1) for x in polnear] + [(x, a.news_weight) for x in news]
    renaming = corpus.Renaming(polnear)

    network = Network()
    if a.start:
        network.load_state_dict(load_file(a.start))
    else:
        load_base(network, load_file(os.path.join(a.base, "model.safetensors")))
    for frozen in (network.embeddings.word.weight, network.embeddings.position.weight):
        frozen.requires_grad_(False)
    network.to(device)
    masters = {n: p.detach().clone() for n, p in network.named_parameters() if p.requires_grad}
    average = {n: p.clone() for n, p in masters.items()}
    network.to(dtype).train()
    live = dict(network.named_parameters())
    groups = [
        dict(params=[p], lr=rate_of(n, a, len(network.layers)), weight_decay=0.01 if p.ndim > 1 else 0.0)
        for n, p in masters.items()
    ]
    for g in groups:
        g["base"] = g["lr"]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)

    checkpoint = os.path.join(a.run, "checkpoint.pt")
    step = epoch = done = 0
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, map_location=device)
        for mine, theirs in ((masters, saved["masters"]), (average, saved["average"])):
            for n in mine:
                mine[n].copy_(theirs[n])
        optimiser.load_state_dict(saved["optimiser"])
        step, epoch, done = saved["step"], saved["epoch"], saved["done"]
        torch.set_rng_state(saved["random"].cpu())
        log(f"goes on at epoch {epoch}, batch {done}")
    else:
        log("arguments " + json.dumps(vars(a)))
    with torch.no_grad():
        for n, p in masters.items():
            live[n].copy_(p)

    def save(final=False):
        state = dict(masters=masters, average=average, optimiser=optimiser.state_dict(), step=step,
                     epoch=epoch, done=done, random=torch.get_rng_state())  # fmt: skip
        torch.save(state, checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)
        whole = {n: p.detach().float().cpu() for n, p in network.state_dict().items()}
        # The frozen tables were rounded to bfloat16 in the live network; take them from where they came.
        fresh = Network()
        if a.start:
            fresh.load_state_dict(load_file(a.start))
        else:
            load_base(fresh, load_file(os.path.join(a.base, "model.safetensors")))
        whole["embeddings.word.weight"] = fresh.embeddings.word.weight.detach()
        whole["embeddings.position.weight"] = fresh.embeddings.position.weight.detach()
        whole |= {n: p.cpu() for n, p in average.items()}
        save_file({n: p.contiguous().clone() for n, p in whole.items()}, os.path.join(a.run, "float.safetensors"))
        if final:
            log("wrote " + os.path.join(a.run, "float.safetensors"))

    interrupted = []
    signal.signal(signal.SIGINT, lambda *_: interrupted.append(True))
    signal.signal(signal.SIGTERM, lambda *_: interrupted.append(True))
    per_epoch = None
    started, since, pieces, sums, summed, saved_at = time.time(), time.time(), 0, [0.0] * 3, 0, time.time()
    first_step = step
    while epoch < a.epochs:
        batches = epoch_batches(data, wordpieces, renaming, a.seed * 1000 + epoch, a.tokens)
        per_epoch = per_epoch or len(batches)
        total = per_epoch * a.epochs
        if not done:
            log(f"epoch {epoch}: {len(batches)} batches, {sum(len(r['ids']) for b in batches for r in b)} wordpieces")
        for batch in batches[done:]:
            factor = min((step + 1) / 120, max(0.0, 1 - step / total))
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * factor
            b = tensors(batch, device, dtype)
            found = losses(network, b)
            loss = found[0] + 0.3 * (found[1] + found[2])
            network.zero_grad(set_to_none=True)
            loss.backward()
            for n, p in masters.items():
                p.grad = live[n].grad.float()
            torch.nn.utils.clip_grad_norm_(list(masters.values()), 1.0)
            optimiser.step()
            step, done = step + 1, done + 1
            with torch.no_grad():
                torch._foreach_copy_([live[n] for n in masters], list(masters.values()))
                keep = min(a.average, (step + 1) / (step + 10))
                torch._foreach_lerp_(list(average.values()), list(masters.values()), 1 - keep)
            pieces += b["ids"].numel()
            summed += 1
            for i, v in enumerate(found):
                sums[i] += v.item()
            if step % 50 == 0:
                seconds = time.time() - since
                left = (time.time() - started) / (step - first_step) * max(0, total - step)
                mean = [v / summed for v in sums]
                log(f"epoch {epoch} {done}/{len(batches)}  tags {mean[0]:.3f} cues {mean[1]:.3f} "
                    f"sources {mean[2]:.3f}  {pieces / seconds:.0f} wordpieces/s, {left / 60:.0f} min left")  # fmt: skip
                since, pieces, sums, summed = time.time(), 0, [0.0] * 3, 0
            if time.time() - saved_at > 300:
                save()
                saved_at = time.time()
            if interrupted or (a.stop_after and step >= a.stop_after):
                save()
                log("stopped; the same command goes on")
                sys.exit(130 if interrupted else 0)
        epoch, done = epoch + 1, 0
        save()
        saved_at = time.time()
    save(final=True)


if __name__ == "__main__":
    main()
