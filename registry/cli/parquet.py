"""Tables in Parquet as rows of plain values; the library that reads them is imported when there is one to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.cli.parsing import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SUFFIXES = (".parquet", ".pq")
MARK = b"PAR1"
"""How a file begins that is Parquet."""

ROWS = 1024
"""Rows that are in memory at once, beside what a row group takes to be read."""

EXTRA = "reading Parquet needs pip install model-capability-registry[parquet]"


def read(name: str) -> Iterator[tuple[str, dict[str, Any]] | Unreadable]:
    """The rows of a file, each with its place."""
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield Unreadable(name, EXTRA)
        return
    try:
        with open(name, "rb") as opened:  # noqa: PTH123 - as other files are opened here
            yield from _rows(opened, name, ParquetFile)
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))


def _rows(opened: BinaryIO, name: str, parquet_file: Any) -> Iterator[tuple[str, dict[str, Any]] | Unreadable]:  # noqa: ANN401 - a class of the library
    number = 0
    try:
        with parquet_file(opened) as file:
            for batch in file.iter_batches(ROWS):
                for row in _spelled(batch).to_pylist(maps_as_pydicts="strict"):
                    number += 1
                    yield f"{name}:{number}", row
    except (OSError, ValueError, RuntimeError, KeyError) as error:  # whatever a damaged file makes of the library
        lines = str(error).strip().splitlines() or [type(error).__name__]
        place = f"{name}:{number + 1}" if number else name
        yield Unreadable(place, f"not Parquet that can be read: {lines[0]}{'; the rest is not read' if number else ''}")


def _spelled(batch: Any) -> Any:  # noqa: ANN401 - record batches
    """The batch with times in nanoseconds, for which Python has no word, in microseconds."""
    import pyarrow as pa

    for at, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            rounded = batch.column(at).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(at, field.name, rounded)
    return batch
