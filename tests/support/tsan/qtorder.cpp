// SPDX-License-Identifier: Apache-2.0
// What ThreadSanitizer has to be told about Qt, which is not built with it. Linked into every program of a
// sanitized build, itself not sanitized: it reads what Qt wrote in another thread.
//
// Qt hands events from thread to thread under locks of its own. This says what they promise: what a thread
// did before it posted a call or emitted a signal happens before the slot that this reaches. A suppression
// would have to name every queued slot, and would hide the races of what the slot does.
#include <QEvent>
#include <QMetaObject>
#include <QObject>

#include <cstdarg>
#include <cstring>
#include <dlfcn.h>
#include <sched.h>

#define MC_CONNECT                                                                                           \
    "_ZN7QObject11connectImplEPKS_PPvS1_S3_"                                                                 \
    "PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject"

extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);

// What the linker's --wrap leaves of the functions of Qt by which our code reaches other threads.
bool realInvoke(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *) asm(
    "__real__"
    "ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
bool invoke(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *) asm(
    "__wrap__"
    "ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
QMetaObject::Connection realConnect(const QObject *, void **, const QObject *, void **,
                                    QtPrivate::QSlotObjectBase *, Qt::ConnectionType, const int *,
                                    const QMetaObject *) asm("__real_" MC_CONNECT);
QMetaObject::Connection connectSlot(const QObject *, void **, const QObject *, void **,
                                    QtPrivate::QSlotObjectBase *, Qt::ConnectionType, const int *,
                                    const QMetaObject *) asm("__wrap_" MC_CONNECT);
void realActivate(QObject *, const QMetaObject *, int,
                  void **) asm("__real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
void activate(QObject *, const QMetaObject *, int,
              void **) asm("__wrap__ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
}

namespace {

/// A slot: what it did happens before it is deleted, wherever that is.
class OrderedSlot final : public QtPrivate::QSlotObjectBase
{
public:
    enum class Use { Connected, Posted };
    OrderedSlot(QtPrivate::QSlotObjectBase *slot, Use use)
        : QSlotObjectBase(&OrderedSlot::handle)
        , m_slot(slot)
        , m_use(use)
    {
        __tsan_release(this);
    }

private:
    static void handle(int what, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *isEqual)
    {
        auto *self = static_cast<OrderedSlot *>(base);
        if (what == Call)
            self->run(receiver, arguments);
        else if (what == Compare)
            *isEqual = self->m_slot->compare(arguments);
        else if (what == Destroy)
            self->end();
    }

    void run(QObject *receiver, void **arguments)
    {
        // A posted call runs once, after all that was done before it was posted. A connected slot may be
        // called by several threads, which nothing orders.
        if (m_use == Use::Posted)
            __tsan_acquire(this);
        m_slot->call(receiver, arguments);
        __tsan_release(this);
    }

    void end()
    {
        __tsan_acquire(this);
        m_slot->destroyIfLastRef();
        delete this;
    }

    QtPrivate::QSlotObjectBase *m_slot; ///< Holds one reference.
    Use m_use;
};

/// The sender of a queued signal, which Qt tells nobody before the slot runs (QAbstractMetaCallEvent). It is
/// only compared: with another layout some orders would be missed, and what follows reported.
void *senderOf(const QEvent *event)
{
    struct MetaCall {
        int signal;
        void *sender;
    };
    MetaCall call{};
    std::memcpy(&call, reinterpret_cast<const char *>(event) + sizeof(QEvent), sizeof call);
    return call.sender;
}

/// Qt calls it in the receiver's thread before it delivers an event.
bool beforeDelivery(void **data)
{
    const auto *event = static_cast<const QEvent *>(data[1]);
    if (event->type() == QEvent::MetaCall) {
        if (void *sender = senderOf(event))
            __tsan_acquire(sender);
    }
    return false;
}

[[maybe_unused]] const bool isRegistered =
    QInternal::registerCallback(QInternal::EventNotifyCallback, beforeDelivery);

} // namespace

extern "C" {

bool invoke(QObject *receiver, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *answer)
{
    auto *ordered = new OrderedSlot(slot, OrderedSlot::Use::Posted);
    ordered->ref();
    const bool isInvoked = realInvoke(receiver, ordered, type, answer);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(ordered);
    ordered->destroyIfLastRef();
    return isInvoked;
}

QMetaObject::Connection connectSlot(const QObject *sender, void **signal, const QObject *receiver,
                                    void **function, QtPrivate::QSlotObjectBase *slot,
                                    Qt::ConnectionType type, const int *types, const QMetaObject *meta)
{
    auto *ordered = new OrderedSlot(slot, OrderedSlot::Use::Connected);
    return realConnect(sender, signal, receiver, function, ordered, type, types, meta);
}

void activate(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    __tsan_release(sender);
    realActivate(sender, meta, signal, arguments);
}

// Qt starts processes with a child that shares its memory until it becomes the other program. The sanitizer
// takes it for a fork, tells "the child" to look no more, and so goes blind in the thread that started the
// process. Here the child gets a copy.
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...)
{
    using Clone = int (*)(int (*)(void *), void *, int, void *, void *, void *, void *);
    static const auto next = reinterpret_cast<Clone>(dlsym(RTLD_NEXT, "clone"));
    va_list more;
    va_start(more, argument);
    void *parentId = va_arg(more, void *);
    void *storage = va_arg(more, void *);
    void *childId = va_arg(more, void *);
    va_end(more);
    return next(function, stack, flags & ~CLONE_VM, argument, parentId, storage, childId);
}

extern const int mc_tsan_qtorder; // the linker asks for it, so that no program goes without this file
const int mc_tsan_qtorder = 0;
}
