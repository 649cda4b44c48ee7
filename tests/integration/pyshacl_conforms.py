"""Prints, for each Turtle file of a folder, the shapes that pySHACL says it fails, as JSON."""
import json
import logging
import pathlib
import sys

import pyshacl
import rdflib

# The failing examples hold days that no calendar has.
logging.disable(logging.CRITICAL)
shapes_folder, data_folder = map(pathlib.Path, sys.argv[1:])
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
shapes = rdflib.Graph()
for path in sorted(shapes_folder.rglob("*.ttl")):
    shapes.parse(path)

failed = {}
for path in sorted(data_folder.glob("*.ttl")):
    _, report, _ = pyshacl.validate(rdflib.Graph().parse(path), shacl_graph=shapes, inference="none")
    top = set(report.objects(None, SH.result))
    failed[path.name] = sorted({str(report.value(result, SH.sourceShape)) for result in top})
print(json.dumps(failed))
