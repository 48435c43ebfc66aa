#!/usr/bin/env python3
"""Writes core/html/entity_table.cpp from Python's copy of the HTML standard's entity list.

    python3 tests/core/html/make_entity_table.py > core/html/entity_table.cpp
"""
from html.entities import html5

SLOT_BITS = 13


def slot_of(name):
    value = 2166136261
    for byte in name.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return ((value * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - SLOT_BITS)


def wrapped(items, separator, indent="    ", width=96):
    line = indent
    for item in items:
        if len(line) + len(item) + len(separator) > width:
            yield line.rstrip()
            line = indent
        line += item + separator
    if line.strip():
        yield line.rstrip()


def string_lines(pieces):
    line = ""
    for piece in pieces:
        if len(line) + len(piece) > 90:
            yield f'    "{line}"'
            line = ""
        line += piece
    yield f'    "{line}";'


def escaped(text):
    return "".join(f"\\{byte:03o}" for byte in text.encode())


def main():
    names = sorted({name.rstrip(";") for name in html5})
    values = {}
    values_at, names_at, entries = 0, 0, []
    slots = [0xFFFF] * (1 << SLOT_BITS)
    for index, name in enumerate(names):
        value = html5[name + ";"]
        if value not in values:
            values[value] = values_at
            values_at += len(value.encode())
        legacy = "true" if name in html5 else "false"
        entries.append(f"{{{names_at}, {values[value]}, {len(name)}, "
                       f"{len(value.encode())}, {legacy}}}")
        names_at += len(name)
        slot = slot_of(name)
        while slots[slot] != 0xFFFF:
            slot = (slot + 1) % len(slots)
        slots[slot] = index
    print("// Made by tests/core/html/make_entity_table.py; do not edit.")
    print('#include "core/html/entity_table.h"\n\nnamespace khabar {\n')
    print("const char kEntityNames[] =")
    print("\n".join(string_lines(names)))
    print("\nconst char kEntityValues[] =")
    print("\n".join(string_lines(escaped(value) for value in values)))
    print("\nconst EntityEntry kEntityEntries[] = {")
    print("\n".join(wrapped(entries, ", ")))
    print("};\n\nconst std::uint16_t kEntitySlots[std::size_t{1} << kEntitySlotBits] = {")
    print("\n".join(wrapped([str(slot) for slot in slots], ", ")))
    print("};\n\n}  // namespace khabar")


main()
