# SPDX-License-Identifier: Apache-2.0
"""The desktop's notification service on the session bus of the tour: keeps what it is asked to show."""
import threading

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name='org.freedesktop.Notifications'>
<method name='GetCapabilities'><arg type='as' direction='out'/></method>
<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/></method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
</interface></node>"""
PATH = "/org/freedesktop/Notifications"
NAME = "org.freedesktop.Notifications"


class Notifications:
    """Answers on a thread of its own; shown is a list of (id, title, text)."""

    def __init__(self):
        self.shown = []
        self._owned = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()
        if not self._owned.wait(10):
            raise RuntimeError("the name of the notification service could not be had")

    def activate(self, number):
        """The person clicks on the notification."""
        self._bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (number, "default")))

    def _serve(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], self._call, None, None)
        Gio.bus_own_name_on_connection(self._bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: self._owned.set(), None)
        GLib.MainLoop.new(context, False).run()

    def _call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "Notify":
            number = arguments[1] or len(self.shown) + 1  # a notification may take the place of an earlier one
            self.shown.append((number, arguments[3], arguments[4]))
            invocation.return_value(GLib.Variant("(u)", (number,)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body", "body-markup", "actions"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("tour", "tour", "1", "1.2")))
        else:
            invocation.return_value(None)
