"""How the process that draws is spoken with; apart, so that who asks reads nothing of drawing."""

import struct

LENGTH = struct.Struct(">I")
MADE, FAILED = b"\0", b"\1"
