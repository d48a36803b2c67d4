"""A little window from which something can be dragged: python3 drag_source.py MEDIA_TYPE, with what it is on its
standard input."""
import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

TITLE = 'Something to Drag'


def activate(application, media_type, data):
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(Gdk.ContentProvider.new_for_bytes(media_type, GLib.Bytes.new(data)))
    handle = Gtk.Label(label='Drag Me')
    handle.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title=TITLE, child=handle,
                                   default_width=160, default_height=80)
    window.present()


def main():
    application = Gtk.Application()
    application.connect('activate', activate, sys.argv[1], sys.stdin.buffer.read())
    application.run()


if __name__ == '__main__':
    main()
