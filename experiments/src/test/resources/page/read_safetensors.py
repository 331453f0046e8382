# Reads a file of safetensors as its format is described, and prints each array: its name, and its elements.
import json, struct

CODES = {"F64": "d", "F32": "f", "I32": "i"}

with open("FILE", "rb") as file:
    content = file.read()
(length,) = struct.unpack_from("<Q", content)
header = json.loads(content[8 : 8 + length])
for name, array in header.items():
    if name != "__metadata__":
        begin, end = array["data_offsets"]
        code = CODES[array["dtype"]]
        count = (end - begin) // struct.calcsize(code)
        print(name, *struct.unpack_from(f"<{count}{code}", content, 8 + length + begin))
