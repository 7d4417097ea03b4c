# SPDX-License-Identifier: Apache-2.0
"""One order of one line as its clients may see it: what each request does, and what it may answer."""
import typing

ASKED, GOING = "asked", "going"


class State(typing.NamedTuple):
    cancellations: tuple = ()  # (operation, asked | going | succeeded | declined | shipped), oldest first
    has_left: bool = False
    parcels: frozenset = frozenset()
    total: int = 2500
    source_version: int = 1
    version: int = 0  # the newest that anybody was told
    is_newer: bool = True  # something changed since that version was told

    def open(self):
        return next((index for index, (_, how) in enumerate(self.cancellations) if how in (ASKED, GOING)), None)

    def is_cancelled(self):
        return any(how == "succeeded" for _, how in self.cancellations)

    def may_cancel(self):
        return self.open() is None and not self.has_left and not self.is_cancelled()

    def changed(self, **what):
        return self._replace(is_newer=True, **what)

    def moved(self, index, how):
        rows = list(self.cancellations)
        rows[index] = (rows[index][0], how)
        return self.changed(cancellations=tuple(rows))


def seen(document):
    """What a model can compare of an order's wire form."""
    def how(one):
        if one["state"] in ("requested", "processing"):
            return ASKED if one["needsDecision"] else GOING
        return one["rejection"] if one["state"] == "rejected" else one["state"]
    line = document["lines"][0]
    return (tuple((one["operation"], how(one)) for one in document["cancellations"]), line["state"] == "shipped",
            frozenset(one["trackingNumber"] for one in document.get("shipments", [])), document["totalMinor"], document["version"])


def told(state, document):
    """The state after its client was shown this document; none when it cannot be."""
    if document is None:
        return [state]
    cancellations, has_left, parcels, total, version = document
    if (state.cancellations, state.has_left, state.parcels, state.total) != (cancellations, has_left, parcels, total):
        return []
    # Mails and restocks raise the version as well, so it may be further than the model knows, but never back.
    if version < state.version or (state.is_newer and version == state.version):
        return []
    return [state._replace(version=version, is_newer=False)]


def read(document):
    return lambda state: told(state, document)


def cancel(operation, status, how):
    """status None: unknown. `how`: asked (the customer, who may be refused) or going (staff)."""
    def step(state):
        known = any(one == operation for one, _ in state.cancellations)
        if status in (202, 303, None) and not known and state.may_cancel():
            return [state.changed(cancellations=(*state.cancellations, (operation, how)))]
        if status is None or status == 202 and known:
            return [state]
        if status == 303:  # the page leads to the order also when somebody else was faster
            return [state] if known or state.open() is not None or state.is_cancelled() else []
        return [state] if status == 409 and not state.may_cancel() else []
    return step


def decide(operation, step_name, status):
    def step(state):
        index = state.open()
        fits = index is not None and state.cancellations[index] == (operation, ASKED)
        if fits and status in (200, None):
            return [state.moved(index, GOING if step_name == "accept" else "declined")]
        return [state] if status is None or status == 409 and not fits else []
    return step


def process(operation):
    """The store's own worker, some time after the request or its acceptance."""
    def step(state):
        index = state.open()
        return [state.moved(index, "succeeded")] if index is not None and state.cancellations[index] == (operation, GOING) else []
    return step


def ship(kind, parcel, status, document):
    def step(state):
        granted = kind == "fact" or state.open() is None and not state.is_cancelled()
        if granted and status in (200, None):
            index = state.open()
            after = state.moved(index, "shipped") if index is not None else state
            return told(after.changed(has_left=True, parcels=after.parcels | {parcel}), document)
        return [state] if status is None or status == 409 and not granted else []
    return step


def put(version, total, status, document):
    def step(state):
        if status not in (200, None):
            return []
        if version < state.source_version:
            return told(state, document)
        after = state._replace(source_version=version)
        return told(after.changed(total=total) if total != state.total else after, document)
    return step
