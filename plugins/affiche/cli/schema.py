"""`affiche schema`: what the front matter of each collection may hold."""

from __future__ import annotations

import json

import click

from affiche.desk.schema import collection_schema
from affiche.model.collections import COLLECTIONS


@click.command
@click.argument("collection", type=click.Choice([model.collection for model in COLLECTIONS]), required=False)
def schema_command(collection: str | None) -> None:
    """Print the JSON Schema of a collection's front matter, or of every collection."""
    schemas = {model.collection: collection_schema(model) for model in COLLECTIONS}
    click.echo(json.dumps(schemas[collection] if collection else schemas, ensure_ascii=False, indent=2))
