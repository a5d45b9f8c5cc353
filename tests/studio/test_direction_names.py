"""Names of directions on disk, and to which directions they belong."""

import json

import numpy as np
import pytest

from gan.errors import FileError
from gan.latents import PrincipalDirections, gaussian
from studio.direction_names import LONGEST_NAME, MOST_GENERATORS, DirectionNames, read_names, write_names

ONE, OTHER, THIRD = "1" * 64, "2" * 64, "3" * 64


def directions(vectors) -> PrincipalDirections:
    vectors = np.asarray(vectors, dtype=np.float32)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return PrincipalDirections(unit, np.full(len(unit), 1 / len(unit)))


AXES, ELSEWHERE = directions(np.eye(3, 64)), directions(gaussian(5, 3, 64))


def test_names_come_back_for_the_generator_they_were_given_to(tmp_path):
    path = tmp_path / "names.json"
    names = DirectionNames().with_names(ONE, AXES, ("", "Schräglage", "圆"))
    write_names(path, names.with_names(OTHER, ELSEWHERE, ("Bold", "", "")))
    found = read_names(path)
    assert found.of(ONE, AXES) == ("", "Schräglage", "圆")
    assert found.of(OTHER, ELSEWHERE) == ("Bold", "", "")
    assert found.of(THIRD, directions(gaussian(9, 3, 64))) == ("", "", "")


def test_a_generator_that_is_not_known_takes_the_names_of_directions_that_are_nearly_its_own():
    names = DirectionNames().with_names(ONE, AXES, ("Slant", "Width", "Loop"))
    turned = directions([-AXES.vectors[1], AXES.vectors[0] + 0.2 * AXES.vectors[2], ELSEWHERE.vectors[0]])
    assert names.of(OTHER, turned) == ("Width", "Slant", "")
    assert names.of(OTHER, directions(np.eye(3, 32))) == ("", "", ""), (
        "a z of another size has other directions"
    )


def test_a_name_that_was_taken_away_does_not_come_back_from_another_generator():
    names = DirectionNames().with_names(ONE, AXES, ("Slant", "", "")).with_names(OTHER, AXES, ("", "", ""))
    assert names.of(OTHER, AXES) == ("", "", "")
    assert names.of(ONE, AXES) == ("Slant", "", "")


def test_a_name_is_one_short_line():
    names = DirectionNames().with_names(ONE, AXES, ("  how \n it leans ", "x" * 200, " "))
    assert names.of(ONE, AXES) == ("how it leans", "x" * LONGEST_NAME, "")


def test_of_very_many_generators_the_one_named_longest_ago_is_forgotten():
    names = DirectionNames()
    for number in range(MOST_GENERATORS):
        names = names.with_names(f"{number:064x}", AXES, ("a", "", ""))
    names = names.with_names(f"{0:064x}", AXES, ("b", "", "")).with_names(OTHER, AXES, ("c", "", ""))
    assert names.knows(f"{0:064x}") and not names.knows(f"{1:064x}")
    assert len(names.to_json()) == MOST_GENERATORS


def test_no_file_knows_no_names(tmp_path):
    assert read_names(tmp_path / "names.json").of(ONE, AXES) == ("", "", "")


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format_version": 1}', b"\xff\xfe", b'{"a": NaN}'])
def test_what_is_no_file_of_names_is_refused_and_left_untouched(tmp_path, content):
    path = tmp_path / "names.json"
    path.write_bytes(content)
    with pytest.raises(FileError, match="could not be read"):
        read_names(path)
    assert path.read_bytes() == content


def test_a_changed_name_and_every_cut_of_the_file_are_refused(tmp_path):
    path = tmp_path / "names.json"
    write_names(path, DirectionNames().with_names(ONE, directions(np.eye(2, 4)), ("Slant", "")))
    whole = path.read_bytes()
    content = json.loads(whole)
    content["generators"][ONE]["names"][0] = "Else"
    broken = [json.dumps(content).encode(), *(whole[:length] for length in range(0, len(whole.rstrip()), 17))]
    for blob in broken:
        path.write_bytes(blob)
        with pytest.raises(FileError):
            read_names(path)


@pytest.mark.parametrize(
    "change",
    [{"names": []}, {"names": ["a", "b", "c"]}, {"vectors": "AAAA"}, {"vectors": 7}, {"shares": "AACAfw=="}],
)
def test_an_entry_that_does_not_fit_together_is_refused(tmp_path, change, monkeypatch):
    monkeypatch.setattr("studio.direction_names.sha256_of", lambda content: "")  # only the entry is wrong
    path = tmp_path / "names.json"
    write_names(path, DirectionNames().with_names(ONE, directions(np.eye(2, 4)), ("Slant", "")))
    content = json.loads(path.read_bytes())
    content["generators"][ONE].update(change)
    path.write_text(json.dumps(content))
    with pytest.raises(FileError):
        read_names(path)
