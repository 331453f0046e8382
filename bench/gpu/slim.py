"""Leaves code for other GPUs out of the libraries of a jar: slim.py JAR 9.0

A library with kernels holds, for each of them, containers ("fatbin") of machine code for several compute capabilities and
of PTX, an assembly language. Where a container has machine code for the one that is wanted, all else in it becomes zeros,
which a jar takes no room for. Symbols are stripped where the program strip is there.
"""

import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile

CONTAINER = 0xBA55ED50
MACHINE_CODE = 2
KINDS = (b".nv_fatbin", b"__nv_relfatbin")


def sections(data):
    """The offset and size of each section that holds kernels, by the section headers of a 64-bit ELF file."""
    if data[:5] != b"\x7fELF\x02":
        return
    table, = struct.unpack_from("<Q", data, 0x28)
    size, count, names = struct.unpack_from("<HHH", data, 0x3A)
    if not table:
        return
    strings, = struct.unpack_from("<Q", data, table + names * size + 0x18)
    for index in range(count):
        header = table + index * size
        name = strings + struct.unpack_from("<I", data, header)[0]
        if data[name:data.find(b"\0", name)] in KINDS:
            yield struct.unpack_from("<QQ", data, header + 0x18)


def entries(data, start, end):
    """Kind, compute capability times ten, and place of what one container holds."""
    while start < end:
        kind, _, header, size = struct.unpack_from("<HHIQ", data, start)
        if header == 0:
            return
        yield kind, struct.unpack_from("<I", data, start + 28)[0], start + header, size
        start += header + size


def slim(path, wanted):
    """Clears what is not wanted; returns the bytes that were cleared."""
    cleared = 0
    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        for start, size in sections(data):
            place, end = start, start + size
            while place + 16 <= end:
                magic, _, header, length = struct.unpack_from("<IHHQ", data, place)
                if magic != CONTAINER:
                    place += 8
                    continue
                held = list(entries(data, place + header, place + header + length))
                if (MACHINE_CODE, wanted) in [entry[:2] for entry in held]:
                    for kind, capability, at, count in held:
                        if (kind, capability) != (MACHINE_CODE, wanted):
                            data[at:at + count] = bytes(count)
                            cleared += count
                place += header + length
    return cleared


def main(jar, capability):
    wanted = int(capability.replace(".", ""))
    strip = shutil.which("strip")
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(jar))) as folder:
        smaller = os.path.join(folder, "smaller.jar")
        with zipfile.ZipFile(jar) as old, zipfile.ZipFile(smaller, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                if ".so" not in entry.filename or entry.is_dir():
                    new.writestr(entry, old.read(entry))
                    continue
                path = old.extract(entry, folder)
                if strip:
                    subprocess.run([strip, "-s", path], check=True)
                cleared = slim(path, wanted)
                new.write(path, entry.filename)
                print(f"{entry.filename}: {cleared / 1e6:.0f} MB cleared", file=sys.stderr)
                os.remove(path)
        os.replace(smaller, jar)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("slim.py: must be followed by a jar and a compute capability, such as 9.0. To fix: give both.")
    main(*sys.argv[1:])
