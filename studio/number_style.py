"""How numbers are written: as the person's system does, with thousands always set apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale

from studio.words import remade


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


def number(value: float, decimals: int | None = None) -> str:
    """A whole number, or one with so many decimals; in another language it is written as there."""
    return remade("number", partial(_number, value, decimals))


def short_number(value: float, digits: int) -> str:
    """With so many digits that count, such as 0.002 or 2e-05."""
    return remade("short number", partial(_short_number, value, digits))


def percent(share: float, decimals: int = 0) -> str:
    """0.5 as "50%"."""
    return remade("percent", partial(_percent, share, decimals))


def _number(value: float, decimals: int | None) -> str:
    return (
        QLocale().toString(int(value))
        if decimals is None
        else QLocale().toString(float(value), "f", decimals)
    )


def _short_number(value: float, digits: int) -> str:
    return QLocale().toString(float(value), "g", digits)


def _percent(share: float, decimals: int) -> str:
    locale = QLocale()
    locale.setNumberOptions(
        locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator
    )  # 3200%, as a zoom is read
    return locale.toString(100.0 * float(share), "f", decimals) + locale.percent()
