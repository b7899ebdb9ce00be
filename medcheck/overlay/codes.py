"""RxCUIs and NDCs as people and programs write them.

An NDC is a labeler, a product and a package: 4-4-2, 5-3-2 or 5-4-1 digits with hyphens, or
5-4-2 once zeros are filled in, as pharmacies bill it. Here only labeler and product count, as
5 + 4 digits. Eleven digits without hyphens are 5-4-2; of ten it cannot be seen where the zero
is missing, so all three readings are looked up, and one is answered only if it alone is known.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["ndc_readings", "product_key", "rxcui_of"]

_RXCUI: Final = re.compile(
    r"(?:rxcui|rxnorm|http://www\.nlm\.nih\.gov/research/umls/rxnorm)\s*[:|#=]?\s*(\d{1,8})", re.IGNORECASE
)
_NDC: Final = re.compile(
    r"(?:(?:ndc|http://hl7\.org/fhir/sid/ndc)\s*[:|#=]?\s*)?"
    r"(?:(\d{4,5})-(\d{3,4})(?:-(?:\d{1,2}|\*{2}))?|(\d{10,11}))",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"\d{5,8}")
"""A number alone counts as an RxCUI from five digits: a shorter one may be a dose."""


def rxcui_of(text: str) -> str | None:
    """The RxCUI that ``text`` is, without leading zeros.

    >>> rxcui_of("RxCUI: 36567"), rxcui_of("36567"), rxcui_of("500"), rxcui_of("rxnorm 161")
    ('36567', '36567', None, '161')
    """
    if _BARE.fullmatch(text):
        return text.lstrip("0") or None
    found = _RXCUI.fullmatch(text)
    return found[1].lstrip("0") or None if found else None


def product_key(labeler: str, product: str) -> str:
    """Labeler and product as 5 + 4 digits.

    >>> product_key("0071", "0155"), product_key("50580", "449")
    ('000710155', '505800449')
    """
    return labeler.zfill(5) + product.zfill(4)


def ndc_readings(text: str) -> tuple[str, ...]:
    """The products that ``text`` may be the NDC of: one, three for ten bare digits, none if it is no NDC.

    >>> ndc_readings("0071-0155-23"), ndc_readings("NDC 00071015523")
    (('000710155',), ('000710155',))
    >>> ndc_readings("0071015523")
    ('000710155', '007100155', '007101552')
    >>> ndc_readings("12345")
    ()
    """
    found = _NDC.fullmatch(text)
    if not found:
        return ()
    labeler, product, digits = found.groups()
    if labeler:
        return () if len(labeler) + len(product) < 8 else (product_key(labeler, product),)
    if len(digits) == 11:
        return (digits[:9],)
    return tuple(
        dict.fromkeys(
            (
                product_key(digits[:4], digits[4:8]),
                product_key(digits[:5], digits[5:8]),
                product_key(digits[:5], digits[5:9]),
            )
        )
    )
