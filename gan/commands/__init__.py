"""The commands of ``python -m gan``, grouped by what people are about; each module adds its own to the parser."""
