"""Who said what in millions of news articles: ``sayso`` in the executors of Apache Spark.

A DataFrame of texts or pages, or a list of web archives, becomes one row a document (:func:`articles`,
:func:`articles_warc`); those become one row a statement (:func:`statements`), rows of what went wrong
(:func:`failures`), groups of the same words (:func:`clusters`), and files that ``sayso import`` reads (:func:`export`).
"""

from .archives import articles_warc, extract_warc
from .articles import articles, extract
from .binary import VERSION as __version__
from .binary import BinaryError
from .clusters import clusters
from .statements import export, failures, statements

__all__ = [
    "BinaryError",
    "__version__",
    "articles",
    "articles_warc",
    "clusters",
    "export",
    "extract",
    "extract_warc",
    "failures",
    "statements",
]
