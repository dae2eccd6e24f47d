"""What int8 loses: the same articles through the tool with float and with int8 weights.

    python -m sayso_training.report --tool ../sayso --data ../../shared/data --run runs/first
"""

import argparse
import json
import os
import subprocess


def score(tool, model, gold):
    command = [tool, "evaluate", gold, "--model", model, "--format", "json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tool", required=True)
    p.add_argument("--data", required=True)
    p.add_argument("--run", required=True)
    a = p.parse_args()
    lines = ["| articles | figure | float | int8 | loss |", "|---|---|---|---|---|"]
    for corpus in ("polnear", "news"):
        gold = os.path.join(a.data, corpus, "dev", "attributions")
        exact, rounded = (
            score(a.tool, os.path.join(a.run, name), gold) for name in ("model-float.safetensors", "model.safetensors")
        )
        for figure in ("who+what", "content token", "source token", "cue token"):
            before, after = exact[figure]["f1"], rounded[figure]["f1"]
            lines.append(f"| {corpus} dev | {figure} F1 | {before:.4f} | {after:.4f} | {before - after:+.4f} |")
    report = "\n".join(lines)
    print(report)
    with open(os.path.join(a.run, "report.md"), "w") as f:
        f.write(report + "\n")


if __name__ == "__main__":
    main()
