"""Brands of pharmacies and shops, of several words: what follows them says what the medicine is."""

from __future__ import annotations

from typing import Final

__all__ = ["STORES"]

_TEXT: Final = """
    7 select; amazon basic care; amazon basics care; amcal plus; apo health; basic care; being well;
    bells healthcare; berkeley and jensen; berkeley jensen; berkley and jensen; berkley jensen; best
    choice; bi mart; blooms the chemist; boots pharmaceuticals; boots pharmacy; cardinal health leader;
    care all; care one; chemists own; circle k; clear choice; core values; cvs health; cvs pharmacy; dg
    health; discount drug mart; dollar general; equate health; essential waitrose; exchange select;
    family care; family dollar; family wellness; foster and thrive; foster thrive; geri care; good
    neighbor; good neighbor pharmacy; good neighbour pharmacy; good sense; h e b; harmon face values;
    harris teeter; health essentials; health mart; health smart; healthy accents; humana pharmacy; hy
    vee; kaiser permanente; kirkland signature; kroger health; life brand; lil drug store; live better;
    lloyds pharmacy; london drugs; major pharmaceuticals; medi first; medi first plus; meijer pharmacy;
    members mark; option plus; our family; parents choice; pharmacy action; pharmacy care; pharmacy
    choice; pharmacy health; preferred plus; preferred plus pharmacy; premier value; priceline pharmacy;
    publix pharmacy; quality choice; rite aid; rite aid pharmacy; rugby laboratories; rx act; safeway
    care; sainsburys healthcare; sams club; select brand; shop rite; shoppers life brand; signature
    care; smart sense; sound body; sun mark; terry white; terry white chemists; terrywhite chemmart;
    tesco health; top care; topcare health; up and up; up up; value health; wal mart; well at walgreens;
    well pharmaceuticals; well pharmacy; western family; winco foods; your pharmacy
"""

STORES: Final = tuple(" ".join(words.split()) for words in _TEXT.split(";"))
"""Folded, sorted."""
