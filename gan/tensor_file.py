"""Named tensors with a JSON description in one safetensors file, hashed, bounded and never a pickle."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from gan.errors import FileError
from gan.files import atomic_write, dump_json, parse_json_strictly

LARGEST_FILE = 512 * 2**20
LARGEST_HEADER = 2**20
MOST_TENSORS = 1_000
DESCRIPTION, HASH = "latent_studio", "sha256"


def write_tensors(
    path: Path, tensors: Mapping[str, Tensor], description: Mapping[str, Any], *, durable: bool = True
) -> str:
    """Write atomically; the hash goes over the description and every tensor. Returns the file's SHA-256."""
    plain = {name: tensor.detach().to("cpu").contiguous() for name, tensor in tensors.items()}
    text = dump_json(description).decode("utf-8")
    blob = safetensors.torch.save(plain, metadata={DESCRIPTION: text, HASH: _content_hash(plain, text)})
    atomic_write(path, blob, durable=durable)
    return hashlib.sha256(blob).hexdigest()


def read_tensors(path: Path, kind: str) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Tensors and description of a file of ours. FileError with one sentence for anything else."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise FileError(
                "file-too-large", "{name} is too large to be a {kind}.", name=path.name, kind=kind
            )
        blob = path.read_bytes()
    except FileNotFoundError as error:
        raise FileError("file-missing", "There is no file {name}.", name=path.name) from error
    return parse_tensors(blob, path.name, kind)


def parse_tensors(blob: bytes, name: str, kind: str) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Like :func:`read_tensors`, from bytes; ``name`` is only for the sentence."""
    values = {"name": name, "kind": kind}
    metadata = _checked_header(blob, values)
    try:
        tensors = safetensors.torch.load(blob)
    except (SafetensorError, ValueError, KeyError, RuntimeError) as error:
        raise FileError("file-damaged", "{name} is damaged: its tensors cannot be read.", **values) from error
    if metadata.get(HASH) != _content_hash(tensors, metadata.get(DESCRIPTION, "")):
        raise FileError("file-damaged", "{name} is damaged: its checksum does not fit.", **values)
    for tensor in tensors.values():
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise FileError("file-not-finite", "{name} holds numbers that are not finite.", **values)
    description = parse_json_strictly(metadata[DESCRIPTION])
    if not isinstance(description, dict) or description.get("kind") != kind:
        raise FileError("file-of-other-kind", "{name} is not a {kind}.", **values)
    return tensors, description


def _checked_header(blob: bytes, values: Mapping[str, str]) -> dict[str, str]:
    """The metadata of a safetensors file within our bounds, read before anything is built from it."""
    length = struct.unpack("<Q", blob[:8])[0] if len(blob) >= 8 else 0
    if not 2 <= length <= LARGEST_HEADER or 8 + length > len(blob) or blob[8:9] != b"{":
        raise FileError("file-of-other-kind", "{name} is not a {kind}.", **values)
    try:
        header = json.loads(blob[8 : 8 + length])
        metadata = header["__metadata__"]
        ours = isinstance(metadata.get(DESCRIPTION), str) and len(header) - 1 <= MOST_TENSORS
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileError("file-of-other-kind", "{name} is not a {kind} of Latent Studio.", **values) from error
    if not ours:
        raise FileError("file-of-other-kind", "{name} is not a {kind} of Latent Studio.", **values)
    return metadata


def _content_hash(tensors: Mapping[str, Tensor], description: str) -> str:
    digest = hashlib.sha256(description.encode("utf-8"))
    for name in sorted(tensors):
        tensor = tensors[name].contiguous()
        digest.update(f"\n{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.flatten().view(torch.uint8).numpy().data)
    return digest.hexdigest()
