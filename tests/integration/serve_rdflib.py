"""Asks an endpoint through rdflib's SPARQLStore, and prints what it was answered, as JSON."""
import json
import sys

from rdflib import Graph, Namespace, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, method = sys.argv[1:]
SCHEMA = Namespace("https://schema.org/")
EX = Namespace("https://example.org/")


def store(**options):
    return SPARQLStore(endpoint, method=method, **options)


graph = Graph(store())
rows = list(graph.query("SELECT ?name { ?s <https://schema.org/name> ?name } ORDER BY STR(?name)"))
one = Graph(store(context_aware=True), identifier=URIRef(EX["page/Salt_Wind"]))
constructed = graph.query(
    "CONSTRUCT { ?s <https://schema.org/name> ?name } WHERE { ?s <https://schema.org/name> ?name }"
)
bound = Graph(store(returnFormat="json")).query(
    "SELECT ?name { ?s <https://schema.org/name> ?name }", initBindings={"s": EX["resource/Amélie"]}
)
print(
    json.dumps(
        {
            "names": [str(name) for (name,) in rows],
            "languages": sorted({name.language for (name,) in rows}),
            "ask": graph.query("ASK { ?s a <https://schema.org/Movie> }").askAnswer,
            "triples": sorted(f"{s} {p}" for s, p, o in graph.triples((None, None, EX["resource/Oona_Brandt"]))),
            "graph": sorted(str(name) for name in one.objects(None, SCHEMA["name"])),
            "constructed": len(constructed.graph),
            "bound": [str(name) for (name,) in bound],
        },
        ensure_ascii=False,
    )
)
