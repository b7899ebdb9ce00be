"""Brands of pharmacies and shops, of several words: what follows them says what the medicine is."""

from __future__ import annotations

from typing import Final

__all__ = ["STORES"]

_TEXT: Final = """
    amazon basic care; amazon basics care; amcal plus; apo health; basic care; bells healthcare; berkeley
    and jensen; berkeley jensen; berkley and jensen; berkley jensen; best choice; bi mart; blooms the
    chemist; boots pharmaceuticals; boots pharmacy; cardinal health leader; care all; care one; chemists
    own; cvs health; cvs pharmacy; dg health; dollar general; equate health; essential waitrose; exchange
    select; family dollar; family wellness; foster and thrive; foster thrive; geri care; good neighbor;
    good neighbor pharmacy; good neighbour pharmacy; good sense; h e b; harris teeter; health essentials;
    health mart; hy vee; kirkland signature; kroger health; life brand; lloyds pharmacy; london drugs;
    major pharmaceuticals; meijer pharmacy; members mark; option plus; pharmacy action; pharmacy care;
    pharmacy choice; pharmacy health; preferred plus; preferred plus pharmacy; premier value; priceline
    pharmacy; publix pharmacy; quality choice; rite aid; rite aid pharmacy; rugby laboratories; safeway
    care; sainsburys healthcare; sams club; select brand; shoppers life brand; signature care; sun mark;
    terry white; terry white chemists; terrywhite chemmart; tesco health; top care; topcare health; up and
    up; up up; value health; wal mart; well pharmaceuticals; well pharmacy; western family; winco foods;
    your pharmacy
"""

STORES: Final = tuple(" ".join(words.split()) for words in _TEXT.split(";"))
"""Folded, sorted."""
