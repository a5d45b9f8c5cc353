"""How numbers are written: as the person's system does, with thousands always set apart."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def set_thousands_apart(locale: QLocale | None = None) -> None:
    """For every widget made from now on, by the system's locale or another; where the system names no language
    (LANG=C), as in English."""
    QLocale.setDefault(with_groups(QLocale.system() if locale is None else locale))


def with_groups(locale: QLocale) -> QLocale:
    """The same locale, writing 4,853 rather than 4853 where it has a sign for it."""
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    grouped = QLocale(locale)
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return grouped
