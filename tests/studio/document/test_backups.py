"""The versions before the last saves lie beside a document, and no more than two of them."""

import os

import pytest

from studio.document.backups import backup_files, keep_backup


def test_the_two_versions_before_are_kept_the_newest_first(tmp_path):
    file = tmp_path / "Autumn.latent"
    for version in (b"1", b"2", b"3", b"4"):
        keep_backup(file)
        file.write_bytes(version) if not file.exists() else _replace(file, version)
    assert [backup.read_bytes() for backup in backup_files(file)] == [b"3", b"2"]
    assert sorted(os.listdir(tmp_path)) == [
        "Autumn (backup 1).latent",
        "Autumn (backup 2).latent",
        "Autumn.latent",
    ]


def _replace(file, content: bytes) -> None:
    """As the atomic writer does: the old content keeps its other names."""
    other = file.with_name("other")
    other.write_bytes(content)
    other.replace(file)


def test_the_first_save_has_nothing_to_keep(tmp_path):
    keep_backup(tmp_path / "new.latent")
    assert not os.listdir(tmp_path)


def test_a_name_that_fills_all_255_bytes_is_shortened(tmp_path):
    file = tmp_path / ("秋" * 82 + "é.latent")
    assert len(os.fsencode(file.name)) == 255
    file.write_bytes(b"1")
    keep_backup(file)
    assert backup_files(file)[0].read_bytes() == b"1"


def test_where_files_cannot_have_two_names_they_are_copied(tmp_path, monkeypatch):
    def refuse(*_names: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "a.latent"
    file.write_bytes(b"1")
    keep_backup(file)
    assert backup_files(file)[0].read_bytes() == b"1"


@pytest.mark.parametrize("nothing", ["", "folder"])
def test_what_is_no_file_is_left_alone(tmp_path, nothing):
    keep_backup(tmp_path / nothing)
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize("can_link", [True, False])
def test_a_save_that_fails_again_and_again_pushes_no_version_out(tmp_path, monkeypatch, can_link):
    def refuse(*_names: object) -> None:
        raise PermissionError

    if not can_link:
        monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "Autumn.latent"
    for version in (b"1", b"2", b"3"):
        keep_backup(file)
        file.write_bytes(version) if not file.exists() else _replace(file, version)
    for _ in range(3):
        keep_backup(file)  # and then the disk is full
    assert [backup.read_bytes() for backup in backup_files(file)] == [b"3", b"2"]
    assert len(os.listdir(tmp_path)) == 3
