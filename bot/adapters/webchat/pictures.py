"""A picture somebody sends is drawn anew: place, device and time that a phone writes into it do not come along."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 8 * 1024 * 1024
_MOST_PIXELS = 50_000_000
_LONGEST_SIDE = 2048
_KINDS = ("JPEG", "PNG", "WEBP", "GIF")


class NotAPicture(ValueError):  # noqa: N818 - what it is, in the words of the page
    """It cannot be read, or is not what it says it is."""


def clean(body: bytes) -> bytes:
    """The picture as a JPEG with nothing in it but what can be seen; raises ``NotAPicture``."""
    if not body or len(body) > MOST_BYTES:
        raise NotAPicture
    try:
        with Image.open(io.BytesIO(body), formats=_KINDS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise NotAPicture
            opened.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            # Turned the way its camera was held, before that is forgotten.
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            flat = Image.new("RGB", upright.size, "white")
            seen = upright.convert("RGBA")
            flat.paste(seen, mask=seen.getchannel("A"))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        MemoryError,
        Image.DecompressionBombError,
    ) as error:
        raise NotAPicture from error
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=85)
    return out.getvalue()
