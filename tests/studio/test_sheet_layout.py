"""Where pictures lie on a sheet, and that they do lie there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.sheet_layout import SheetLayout


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 5))
def test_each_picture_is_found_where_its_place_says(count, columns, gap):
    layout = SheetLayout(count, columns, (3, 4), gap)
    pictures = np.arange(1, count + 1, dtype=np.uint8)[:, None, None, None] * np.ones((1, 3, 4, 2), np.uint8)
    sheet = layout.compose(pictures, np.array([0, 255], np.uint8))
    width, height = layout.size
    assert sheet.shape == (height, width, 2)
    for number, (_, _, x, y) in enumerate(layout.places()):
        assert (sheet[y : y + 3, x : x + 4] == pictures[number]).all()
    assert (sheet[..., 0] != 0).sum() == count * 12  # the rest is ground


@pytest.mark.parametrize(("count", "columns", "rows"), [(16, 16, 1), (16, 5, 4), (1, 1, 1), (10, 5, 2)])
def test_rows_follow_from_how_many_lie_side_by_side(count, columns, rows):
    assert SheetLayout(count, columns, (28, 28)).rows == rows
