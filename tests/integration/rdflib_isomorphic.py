"""Whether two RDF files are the same dataset up to the labels of blank nodes, graph by graph, as rdflib has it."""

import sys

from rdflib import Dataset
from rdflib.compare import isomorphic, to_isomorphic


def graphs(path, form):
    dataset = Dataset()
    dataset.parse(path, format=form)
    return {str(graph.identifier): graph for graph in dataset.graphs() if len(graph) > 0}


one, other = graphs(sys.argv[1], sys.argv[2]), graphs(sys.argv[3], sys.argv[4])
if one.keys() != other.keys():
    sys.exit(f"graphs differ: {one.keys() ^ other.keys()}")
for name, graph in one.items():
    if not isomorphic(to_isomorphic(graph), to_isomorphic(other[name])):
        sys.exit(f"{name} differs")
print(sum(len(graph) for graph in one.values()))
