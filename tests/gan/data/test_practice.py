import numpy as np

from gan.data import open_dataset, summarise


def test_practice_digits_say_that_they_are_made_and_need_no_files(tmp_path):
    summary = summarise("practice", tmp_path)
    assert summary.is_practice
    assert "made" in summary.title and "MNIST" in summary.licence
    assert summary.class_counts.tolist() == [1200] * 10
    assert summary.thumbnails.shape == (20, 28, 28, 1)


def test_practice_digits_are_made_once_and_are_what_the_summary_says():
    dataset = open_dataset("practice")
    assert open_dataset("practice") is dataset
    summary = summarise("practice")
    assert len(dataset) == summary.picture_count
    np.testing.assert_array_equal(np.bincount(dataset.labels), summary.class_counts)
    np.testing.assert_allclose(dataset.images[:20].astype(int), summary.thumbnails.astype(int), atol=1)
    assert 10 < dataset.images.mean() < 100  # ink on empty ground
    assert not dataset.images.flags.writeable
