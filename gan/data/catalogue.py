"""The data sets known by name: MNIST and its family.

Names, classes, addresses and checksums are torchvision's (a test compares them); they are written out here because
importing torchvision takes longer than opening the window. Only MNIST can be downloaded: for the others no https
address together with the SHA-256 of every unpacked file could be confirmed, so people bring their files along.
"""

from __future__ import annotations

import string

from gan.data.catalogue_entry import (
    CatalogueEntry,
    IdxEntry,
    IdxSplit,
    LibsvmEntry,
    LibsvmSplit,
    PublishedFile,
)
from gan.errors import UserError

_DIGITS = tuple(string.digits)
_SIDE = 28
# EMNIST counts these small letters with their capitals, which look the same.
_MERGED_LETTERS = frozenset("cijklmopsuvwxyz")


def _images(name: str, count: int, **checks: str) -> PublishedFile:
    return PublishedFile(name=name, size=16 + count * _SIDE * _SIDE, **checks)  # type: ignore[arg-type]


def _labels(name: str, count: int, **checks: str) -> PublishedFile:
    return PublishedFile(name=name, size=8 + count, **checks)  # type: ignore[arg-type]


MNIST = IdxEntry(
    name="mnist",
    title="MNIST",
    folder="MNIST",
    class_names=_DIGITS,
    licence="CC BY-SA 3.0, Yann LeCun, Corinna Cortes and Christopher J. C. Burges",
    address="https://ossci-datasets.s3.amazonaws.com/mnist/",
    train=IdxSplit(
        images=PublishedFile(
            name="train-images-idx3-ubyte",
            size=47_040_016,
            sha256="ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            packed_size=9_912_422,
            packed_md5="f68b3c2dcbeaaa9fbdd348bbdeb94873",
        ),
        labels=PublishedFile(
            name="train-labels-idx1-ubyte",
            size=60_008,
            sha256="65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            packed_size=28_881,
            packed_md5="d53e105ee54ea40749a09fcbcd1e9432",
        ),
    ),
    test=IdxSplit(
        images=PublishedFile(
            name="t10k-images-idx3-ubyte",
            size=7_840_016,
            sha256="0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            packed_size=1_648_877,
            packed_md5="9fb629c4189551a2d022fa330f9573f3",
        ),
        labels=PublishedFile(
            name="t10k-labels-idx1-ubyte",
            size=10_008,
            sha256="ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
            packed_size=4_542,
            packed_md5="ec29112dd5afa0611ce80d1b7f02629c",
        ),
    ),
)

# The SHA-256 are those of Debian's dataset-fashion-mnist, unpacked; torchvision's address is http only.
FASHION_MNIST = IdxEntry(
    name="fashion-mnist",
    title="Fashion-MNIST",
    folder="FashionMNIST",
    class_names=(
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
    licence="MIT, Zalando SE",
    train=IdxSplit(
        images=_images(
            "train-images-idx3-ubyte",
            60_000,
            sha256="c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            packed_md5="8d4fb7e6c68d591d4c3dfef9ec88bf0d",
        ),
        labels=_labels(
            "train-labels-idx1-ubyte",
            60_000,
            sha256="bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
            packed_md5="25c81989df183df01b3e8a0aad5dffbe",
        ),
    ),
    test=IdxSplit(
        images=_images(
            "t10k-images-idx3-ubyte",
            10_000,
            sha256="5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            packed_md5="bef4ecab320f06d8554ea6380940ec79",
        ),
        labels=_labels(
            "t10k-labels-idx1-ubyte",
            10_000,
            sha256="0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
            packed_md5="bb300cfdad3c16e7a12a480ee83cd310",
        ),
    ),
)

KMNIST = IdxEntry(
    name="kmnist",
    title="Kuzushiji-MNIST",
    folder="KMNIST",
    class_names=("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
    licence="CC BY-SA 4.0, KMNIST Dataset (created by CODH), adapted from Kuzushiji Dataset (created by NIJL and "
    "others), doi:10.20676/00000341",
    train=IdxSplit(
        images=_images("train-images-idx3-ubyte", 60_000, packed_md5="bdb82020997e1d708af4cf47b453dcf7"),
        labels=_labels("train-labels-idx1-ubyte", 60_000, packed_md5="e144d726b3acfaa3e44228e80efcd344"),
    ),
    test=IdxSplit(
        images=_images("t10k-images-idx3-ubyte", 10_000, packed_md5="5c965bf0a639b31b8f53240b1b52f4d7"),
        labels=_labels("t10k-labels-idx1-ubyte", 10_000, packed_md5="7320c461ea6c1c855c0b718fb2a4b134"),
    ),
)


def _qmnist_labels(name: str, packed_md5: str) -> PublishedFile:
    """Eight 32-bit integers a picture, the class first."""
    return PublishedFile(name=name, size=12 + 60_000 * 8 * 4, packed_md5=packed_md5)


QMNIST = IdxEntry(
    name="qmnist",
    title="QMNIST",
    folder="QMNIST",
    class_names=_DIGITS,
    licence="BSD-style, Facebook; made from NIST Special Database 19 by Chhavi Yadav and Léon Bottou",
    train=IdxSplit(
        images=_images(
            "qmnist-train-images-idx3-ubyte", 60_000, packed_md5="ed72d4157d28c017586c42bc6afe6370"
        ),
        labels=_qmnist_labels("qmnist-train-labels-idx2-int", "0058f8dd561b90ffdd0f734c6a30e5e4"),
    ),
    test=IdxSplit(
        images=_images(
            "qmnist-test-images-idx3-ubyte", 60_000, packed_md5="1394631089c404de565df7b7aeaf9412"
        ),
        labels=_qmnist_labels("qmnist-test-labels-idx2-int", "5b5b05890a5e13444e108efe57b788aa"),
    ),
)


def _emnist(split: str, title: str, class_names: tuple[str, ...], *, first_label: int) -> IdxEntry:
    """The published checksum is that of one archive of all splits, so the single files have none."""

    def files(part: str) -> IdxSplit:
        return IdxSplit(
            images=PublishedFile(name=f"emnist-{split}-{part}-images-idx3-ubyte"),
            labels=PublishedFile(name=f"emnist-{split}-{part}-labels-idx1-ubyte"),
        )

    return IdxEntry(
        name=f"emnist-{split}",
        title=title,
        folder="EMNIST",
        class_names=class_names,
        licence="NIST, from Special Database 19; EMNIST by Cohen, Afshar, Tapson and van Schaik 2017, no licence "
        "stated",
        train=files("train"),
        test=files("test"),
        first_label=first_label,
        is_transposed=True,
    )


EMNIST_LETTERS = _emnist(
    "letters",
    "EMNIST letters",
    tuple(string.ascii_lowercase),
    first_label=1,  # 0 is what torchvision calls N/A
)

EMNIST_BALANCED = _emnist(
    "balanced",
    "EMNIST balanced",
    tuple(sorted(set(string.digits + string.ascii_letters) - _MERGED_LETTERS)),
    first_label=0,
)

USPS = LibsvmEntry(
    name="usps",
    title="USPS",
    folder="USPS",
    class_names=_DIGITS,
    licence="No licence stated; J. J. Hull 1994, from the collection of LIBSVM",
    side=16,
    train=LibsvmSplit(
        file=PublishedFile(name="usps", packed_md5="ec16c51db3855ca6c91edd34d0e9b197"), pictures=7_291
    ),
    test=LibsvmSplit(
        file=PublishedFile(name="usps.t", packed_md5="8ea070ee2aca1ac39742fdd1ef5ed118"), pictures=2_007
    ),
)

CATALOGUE: dict[str, CatalogueEntry] = {
    entry.name: entry
    for entry in (MNIST, FASHION_MNIST, KMNIST, QMNIST, EMNIST_LETTERS, EMNIST_BALANCED, USPS)
}


def entry_named(name: str) -> CatalogueEntry:
    if name not in CATALOGUE:
        raise UserError(
            "dataset-unknown",
            "There is no data set named {name!r}; known are {known}.",
            name=name,
            known=", ".join(CATALOGUE),
        )
    return CATALOGUE[name]


def title_of_file(sha256: str) -> str | None:
    """The set that an unpacked file belongs to: most sets call their files by the same names."""
    for entry in CATALOGUE.values():
        if isinstance(entry, IdxEntry) and any(file.sha256 == sha256 for file in entry.files):
            return entry.title
    return None
