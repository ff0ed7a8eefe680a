"""Reads JSON-LD with rdflib, which knows nothing of this program, and prints what a test asks for, a JSON object a line."""
import json
import sys

import rdflib

graph = rdflib.Graph()
graph.parse(sys.argv[1], format="json-ld")
PREFIXES = """
PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX news: <https://newsextract.invalid/terms#> PREFIX fact: <https://newsextract.invalid/fact#> PREFIX role: <https://newsextract.invalid/role#>
"""
for row in graph.query(PREFIXES + sys.argv[2]):
    print(json.dumps({str(name): None if row[name] is None else str(row[name]) for name in row.labels}, ensure_ascii=False, sort_keys=True))
