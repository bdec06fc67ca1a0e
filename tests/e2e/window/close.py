"""Asks a window to close, as its close button would: close.py WINDOW"""

import ctypes
import sys

CLIENT_MESSAGE = 33


class Message(ctypes.Structure):
    """An XClientMessageEvent, and room for the largest event of all."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    ]


def main():
    window = int(sys.argv[1])
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    atom = lambda name: x11.XInternAtom(display, name, False)
    message = Message(type=CLIENT_MESSAGE, window=window, format=32)
    message.message_type = atom(b"WM_PROTOCOLS")
    message.data[0] = atom(b"WM_DELETE_WINDOW")
    x11.XSendEvent(display, ctypes.c_ulong(window), False, 0, ctypes.byref(message))
    x11.XCloseDisplay(display)


main()
