"""A window that holds one file to be dragged away: drag.py FILE X Y

It says on its standard output what becomes of the drag, a word a line.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def say(word):
    print(word, flush=True)


def main():
    file, x, y = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    window = Gtk.Window(title="A file to drag", decorated=False)
    window.set_default_size(120, 80)
    window.move(x, y)
    box = Gtk.EventBox()
    box.add(Gtk.Label(label=file.name))
    window.add(box)
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    box.drag_source_add_uri_targets()
    box.connect("drag-begin", lambda *_: say("begin"))
    box.connect("drag-data-get", lambda _box, _drag, data, *_: data.set_uris([file.as_uri()]))
    box.connect("drag-failed", lambda *_: say("failed"))
    box.connect("drag-end", lambda *_: say("end"))
    window.connect("map-event", lambda *_: say("ready"))
    window.show_all()
    Gtk.main()


main()
