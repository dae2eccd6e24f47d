"""The head that tells names: a layer on the rows of a lower layer of the network, and tags of five neighbours."""

import torch
import torch.nn.functional as F
from torch import nn

from .name_windows import LABELS
from .windows import IGNORED

AROUND = 2  # neighbours on each side


class NameHead(nn.Module):
    def __init__(self, width, hidden, dropout=0.1):
        super().__init__()
        self.hidden = nn.Linear(width, hidden)
        self.tags = nn.Linear((2 * AROUND + 1) * hidden, LABELS + 1)
        self.dropout = dropout

    def forward(self, rows, mask):
        """Logits [b, t, 10] of the BIO tags and, last, of the name being a man's rather than a woman's."""
        h = F.gelu(self.hidden(rows)) * mask[..., None]
        h = F.dropout(h, self.dropout, self.training)
        t = h.shape[1]
        h = F.pad(h, (0, 0, AROUND, AROUND))
        return self.tags(torch.cat([h[:, i : i + t] for i in range(2 * AROUND + 1)], -1))


def loss(logits, labels, genders):
    weights = logits.new_ones(LABELS)
    # CoreNLP takes many an organisation that it doesn't know for a person.
    weights[3:5] = 2
    tags = F.cross_entropy(logits[..., :LABELS].flatten(0, 1), labels.flatten(), weights, ignore_index=IGNORED)
    known = genders != 0
    if not known.any():
        return tags
    men = (genders[known] > 0).float()
    # The news names three men for each woman; a name should tell, not that.
    gender = F.binary_cross_entropy_with_logits(logits[..., LABELS][known], men, 3 - 2 * men)
    return tags + 0.4 * gender
