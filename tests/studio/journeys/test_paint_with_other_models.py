"""Someone paints and writes with a model of colour pictures without classes, and with one of letters."""

import pytest

from gan.config import ModelConfig
from tests.studio.journeys.paint_room import MADE_MS, click
from tests.studio.journeys.untrained import save_untrained

COLOUR = ModelConfig(z_size=16, width=8, channels=3, image_size=32, class_names=("all",))
LETTERS = ModelConfig(z_size=16, width=8, channels=1, image_size=28, class_names=("A", "N", "a"))


@pytest.fixture
def page_with(qtbot, studio, session, tmp_path):
    """The Paint room with its brush ready, drawn by an untrained generator of that kind."""

    def open_one(model: ModelConfig):
        studio.window.show_room("paint")
        page = studio.paint_page
        session.open_file(save_untrained(model, tmp_path / "mine.safetensors"))
        qtbot.waitUntil(
            lambda: len(page.brush.hand) == model.classes and page.brush.start == page.brush.hand[-1],
            timeout=MADE_MS,
        )
        return page

    return open_one


def test_pictures_without_classes_have_every_way_but_a_sequence_and_write_nothing(qtbot, page_with, session):
    page = page_with(COLOUR)
    assert [mode for mode, action in page.brush_panel.mode.options.items() if not action.isVisible()] == [
        "sequence"
    ]
    for count, mode in enumerate(("random", "drift", "travel", "field"), start=1):
        page.brush_panel.mode.options[mode].trigger()
        assert not page.brush_panel.options.classes.isVisible()
        qtbot.waitUntil(lambda: bool(page.brush.stamps), timeout=MADE_MS)
        click(qtbot, page, (300.0, 100.0 * count))
        stroke = session.artwork.current.layers[-1].strokes[-1]
        assert session.artwork.current.stroke_count == count and stroke.stamps[0].pixels.shape == (32, 32, 3)
    page.actions_of_room.tools.actions()[2].trigger()
    click(qtbot, page, (600.0, 400.0))
    qtbot.keyClicks(page.type_panel.text, "2026")
    assert "no “2 0 6”" in page.type_panel.words.text() and session.artwork.current.stroke_count == 4


def test_letters_are_written_by_a_model_of_letters_small_and_large_ones_apart(qtbot, page_with, session):
    page = page_with(LETTERS)
    page.actions_of_room.tools.actions()[2].trigger()
    click(qtbot, page, (200.0, 200.0))
    qtbot.keyClicks(page.type_panel.text, "ANnA a")
    qtbot.waitUntil(lambda: session.artwork.current.stroke_count == 1, timeout=MADE_MS)
    qtbot.waitUntil(lambda: len(session.artwork.current.layers[-1].strokes[0].dabs) == 4, timeout=MADE_MS)
    (stroke,) = session.artwork.current.layers[-1].strokes
    classes = [int(stroke.stamps[int(dab[4])].latent.mix.argmax()) for dab in stroke.dabs]
    assert classes == [0, 1, 0, 2] and stroke.lettering.missing == "n"
