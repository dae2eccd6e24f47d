"""Averages the weights of two runs of the same network, the second started from the first.

    python -m sayso_training.average runs/first/base runs/first/more --out runs/first/float.safetensors

The mean of two points on one way lies flatter than either (Izmailov et al., 2018; Wortsman et al., 2022).
"""

import argparse
import os

from safetensors.torch import load_file, save_file


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("runs", nargs=2)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    first, second = (load_file(os.path.join(run, "float.safetensors")) for run in a.runs)
    save_file({name: ((first[name] + second[name]) / 2).contiguous() for name in first}, a.out)


if __name__ == "__main__":
    main()
