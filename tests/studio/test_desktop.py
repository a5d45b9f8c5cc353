"""What the desktop asks of the studio."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent

from studio.desktop import PROGRAM_NAME, FileOpenRequests

ROOT = Path(__file__).parents[2]


def test_a_file_that_the_desktop_hands_over_is_asked_for(qapp):
    requests, asked = FileOpenRequests(qapp), []
    requests.asked.connect(asked.append)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent("/somewhere/画 1.latent"))
    assert asked == [Path("/somewhere/画 1.latent")]
    qapp.removeEventFilter(requests)


def test_an_event_that_names_no_file_is_left_alone(qapp):
    requests, asked = FileOpenRequests(qapp), []
    requests.asked.connect(asked.append)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(""))
    assert asked == []
    qapp.removeEventFilter(requests)


def test_the_menu_entry_starts_the_program_and_claims_its_documents():
    entry = (ROOT / "resources/desktop" / f"{PROGRAM_NAME}.desktop").read_text(encoding="utf-8")
    kinds = (ROOT / "resources/desktop" / f"{PROGRAM_NAME}.xml").read_text(encoding="utf-8")
    assert f"Exec={PROGRAM_NAME} %f" in entry
    assert f"Icon={PROGRAM_NAME}" in entry
    assert "MimeType=application/x-latent-studio;" in entry
    assert 'type="application/x-latent-studio"' in kinds
    assert 'pattern="*.latent"' in kinds
