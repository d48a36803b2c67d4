"""From starting a program to its first frame on the screen, two programs in turn, as a ratio.

usage: first_frame.py [-n RUNS] PROGRAM_A [ARG...] -- PROGRAM_B [ARG...]     (inside tests/ui/uisession -w none)

The frame is seen from outside, the same for both: the X server reports damage of a window that was
mapped after the start and is large enough to be the program's own.
"""
import ctypes
import ctypes.util
import os
import select
import signal
import statistics
import subprocess
import sys
import time

MAP_NOTIFY, SUBSTRUCTURE = 19, 1 << 19
x11 = ctypes.CDLL('libX11.so.6')
damage = ctypes.CDLL('libXdamage.so.1')
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
x11.XPending.argtypes = x11.XConnectionNumber.argtypes = x11.XFlush.argtypes = [ctypes.c_void_p]
x11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x11.XGetGeometry.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 7
damage.XDamageQueryExtension.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
damage.XDamageCreate.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int]
damage.XDamageCreate.restype = ctypes.c_ulong
HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
ignore_errors = HANDLER(lambda display, event: 0)   # a window may be gone before it is asked about
x11.XSetErrorHandler(ignore_errors)


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('pad', ctypes.c_long * 24)]


def width_of(display, window):
    root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
    sizes = [ctypes.c_uint() for _ in range(4)]
    if not x11.XGetGeometry(display, window, *(ctypes.byref(v) for v in (root, x, y, *sizes))):
        return 0
    return sizes[0].value


def first_frame(command):
    """Milliseconds until the first frame of the program's window."""
    display = x11.XOpenDisplay(None)
    base, errors = ctypes.c_int(), ctypes.c_int()
    if not damage.XDamageQueryExtension(display, ctypes.byref(base), ctypes.byref(errors)):
        sys.exit('first_frame: the X server has no damage extension')
    x11.XSelectInput(display, x11.XDefaultRootWindow(display), SUBSTRUCTURE)
    x11.XSync(display, 0)
    start = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    event = Event()
    took = None
    while took is None and time.monotonic() - start < 30:
        if not x11.XPending(display):
            select.select([x11.XConnectionNumber(display)], [], [], 0.5)
            continue
        x11.XNextEvent(display, ctypes.byref(event))
        if event.type == MAP_NOTIFY:
            window = event.pad[5]
            if width_of(display, window) > 200:
                damage.XDamageCreate(display, window, 3)
                x11.XFlush(display)
        elif event.type == base.value:
            took = (time.monotonic() - start) * 1000
    program.send_signal(signal.SIGTERM)
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    if took is None:
        sys.exit(f'first_frame: no frame of {command[0]} within 30 s')
    return took


def main(argv):
    runs = 7
    if argv[:1] == ['-n']:
        runs, argv = int(argv[1]), argv[2:]
    cut = argv.index('--')
    a, b = argv[:cut], argv[cut + 1:]
    first_frame(a), first_frame(b)          # warm
    times = [(first_frame(a), first_frame(b)) for _ in range(runs)]
    for name, values in ((os.path.basename(a[0]), [t[0] for t in times]), (os.path.basename(b[0]), [t[1] for t in times])):
        print(f'{name:24} {statistics.median(values):6.0f} ms  (of {runs}: {min(values):.0f} to {max(values):.0f})')
    print(f'ratio, pair by pair: median {statistics.median(t[0] / t[1] for t in times):.2f}')


main(sys.argv[1:])
