"""The version, readable from source, installed and frozen alike."""

VERSION = "0.1.0"
