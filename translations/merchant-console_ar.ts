<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>mc::CancelDialog</name>
    <message>
        <source>Cancel order</source>
        <comment>title of the window</comment>
        <translation>إلغاء الطلب</translation>
    </message>
    <message>
        <source>Cancel order %1?</source>
        <comment>%1: order ID</comment>
        <translation>هل تريد إلغاء الطلب %1؟</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>لا توجد طلبات لإلغائها</numerusform>
            <numerusform>هل تريد إلغاء طلب واحد؟</numerusform>
            <numerusform>هل تريد إلغاء طلبين؟</numerusform>
            <numerusform>هل تريد إلغاء %Ln طلبات؟</numerusform>
            <numerusform>هل تريد إلغاء %Ln طلبًا؟</numerusform>
            <numerusform>هل تريد إلغاء %Ln طلب؟</numerusform>
        </translation>
    </message>
    <message>
        <source>The store checks that nothing has shipped, then cancels the order and refunds the payment.</source>
        <translation>يتحقق المتجر من عدم شحن أي شيء، ثم يلغي الطلب ويردّ المبلغ.</translation>
    </message>
    <message>
        <source>The store checks each order by itself. What has not shipped is cancelled and refunded.</source>
        <translation>يتحقق المتجر من كل طلب على حدة. يُلغى ما لم يُشحن ويُردّ مبلغه.</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>button: do it</comment>
        <translation>إلغاء الطلب</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)</source>
        <comment>button: do it</comment>
        <translation>
            <numerusform>لا طلبات للإلغاء</numerusform>
            <numerusform>إلغاء طلب واحد</numerusform>
            <numerusform>إلغاء طلبين</numerusform>
            <numerusform>إلغاء %Ln طلبات</numerusform>
            <numerusform>إلغاء %Ln طلبًا</numerusform>
            <numerusform>إلغاء %Ln طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep order</source>
        <comment>button: do not cancel</comment>
        <translation>الإبقاء على الطلب</translation>
    </message>
    <message>
        <source>Keep orders</source>
        <comment>button: do not cancel</comment>
        <translation>الإبقاء على الطلبات</translation>
    </message>
    <message>
        <source>None of these orders can be cancelled any more</source>
        <translation>لم يعد إلغاء أيٍّ من هذه الطلبات ممكنًا</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button of a window</comment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Somebody has just asked for this cancellation</source>
        <translation>طُلب هذا الإلغاء للتو</translation>
    </message>
    <message>
        <source>There is one request for the whole order. Nothing was changed.</source>
        <translation>هناك طلب إلغاء واحد للطلب كله. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This order has just been cancelled</source>
        <translation>أُلغي هذا الطلب للتو</translation>
    </message>
    <message>
        <source>Nothing is left to cancel.</source>
        <translation>لم يبقَ ما يمكن إلغاؤه.</translation>
    </message>
    <message>
        <source>It left at %1, so it can’t be cancelled any more. Nothing was changed.</source>
        <comment>%1: time of day</comment>
        <translation>شُحن الطلب الساعة %1، فلم يعد إلغاؤه ممكنًا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>It can’t be cancelled any more. Nothing was changed.</source>
        <translation>لم يعد إلغاء الطلب ممكنًا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This order has just shipped</source>
        <translation>شُحن هذا الطلب للتو</translation>
    </message>
    <message>
        <source>This order can’t be cancelled any more</source>
        <translation>لم يعد إلغاء هذا الطلب ممكنًا</translation>
    </message>
</context>
<context>
    <name>mc::CancelForm</name>
    <message>
        <source>Choose a reason.</source>
        <translation>اختر سببًا.</translation>
    </message>
    <message>
        <source>On behalf of the customer</source>
        <translation>نيابةً عن العميل</translation>
    </message>
    <message>
        <source>Show comments to the customer</source>
        <translation>إظهار التعليقات للعميل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>اختر سببًا</translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation>تعليقات إضافية</translation>
    </message>
    <message>
        <source>optional</source>
        <comment>beside a field that may stay empty</comment>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <translation>وسيلة تواصل العميل</translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <comment>before: phone, e-mail, chat …</comment>
        <translation>وسيلة تواصل العميل</translation>
    </message>
    <message>
        <source>The customer sees the reason and the comments.</source>
        <translation>يرى العميل السبب والتعليقات.</translation>
    </message>
    <message>
        <source>The customer sees the reason. The comments stay here.</source>
        <translation>يرى العميل السبب، أما التعليقات فتبقى داخلية.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>letters written and letters allowed</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>The comments are too long.</source>
        <translation>التعليقات أطول من المسموح به.</translation>
    </message>
</context>
<context>
    <name>mc::CancelSummary</name>
    <message>
        <source>Orders</source>
        <comment>a list of orders, as spoken</comment>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: quantity, %2: product</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will stay as they are:</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>لا طلبات تبقى كما هي:</numerusform>
            <numerusform>يبقى طلب واحد كما هو:</numerusform>
            <numerusform>يبقى طلبان كما هما:</numerusform>
            <numerusform>تبقى %Ln طلبات كما هي:</numerusform>
            <numerusform>يبقى %Ln طلبًا كما هي:</numerusform>
            <numerusform>يبقى %Ln طلب كما هي:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::CancellationCard</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a refused request aside</comment>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>mc::CancellationsPage</name>
    <message>
        <source>You</source>
        <comment>who asked for a cancellation</comment>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>الإلغاءات</translation>
    </message>
    <message>
        <source>No cancellations yet</source>
        <translation>لا توجد إلغاءات بعد</translation>
    </message>
    <message>
        <source>Requests by customers and by your staff appear here by themselves.</source>
        <translation>تظهر هنا تلقائيًا طلبات الإلغاء من العملاء ومن موظفيك.</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>تحتاج إلى قرار</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>طالب الإلغاء</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>وقت طلب الإلغاء</translation>
    </message>
    <message>
        <source>Item status</source>
        <translation>حالة الأصناف</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>الاسترداد</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت القرار</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message numerus="yes">
        <source>Reasons of the latest %Ln outcome(s)</source>
        <translation>
            <numerusform>أسباب آخر النتائج</numerusform>
            <numerusform>أسباب آخر نتيجة</numerusform>
            <numerusform>أسباب آخر نتيجتين</numerusform>
            <numerusform>أسباب آخر %Ln نتائج</numerusform>
            <numerusform>أسباب آخر %Ln نتيجة</numerusform>
            <numerusform>أسباب آخر %Ln نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Connection</name>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation>HH:mm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>لا تغييرات في الانتظار</numerusform>
            <numerusform>تغيير واحد في الانتظار</numerusform>
            <numerusform>تغييران في الانتظار</numerusform>
            <numerusform>%Ln تغييرات في الانتظار</numerusform>
            <numerusform>%Ln تغييرًا في الانتظار</numerusform>
            <numerusform>%Ln تغيير في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading orders</source>
        <comment>below the side menu</comment>
        <translation>جارٍ تحميل الطلبات</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>orders loaded and orders expected</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Signed out</source>
        <comment>state of the connection</comment>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>state of the connection</comment>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>state of the connection</comment>
        <translation>محدَّث</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>%1: a time; below &apos;Up to date&apos;</comment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>state of the connection</comment>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>%1: a time</comment>
        <translation>غير متصل منذ %1</translation>
    </message>
    <message>
        <source>No answer from the store</source>
        <translation>لا رد من المتجر</translation>
    </message>
    <message>
        <source>No news since %1</source>
        <comment>%1: a time</comment>
        <translation>لا جديد منذ %1</translation>
    </message>
    <message>
        <source>No news from the store</source>
        <translation>لا جديد من المتجر</translation>
    </message>
    <message>
        <source>Waiting for this computer</source>
        <comment>state of the connection</comment>
        <translation>في انتظار هذا الحاسوب</translation>
    </message>
    <message>
        <source>Orders as of %1. You can go on working; changes are sent later.</source>
        <comment>%1: a time</comment>
        <translation>الطلبات محدَّثة حتى %1. يمكنك متابعة العمل، وستُرسل التغييرات لاحقًا.</translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) are waiting to be sent; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>الطلبات محدَّثة حتى %1. لا توجد إلغاءات بانتظار الإرسال.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك إلغاء واحد بانتظار الإرسال، ولا يزال بإمكانك التراجع عنه.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك إلغاءان بانتظار الإرسال، ولا يزال بإمكانك التراجع عنهما.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاءات بانتظار الإرسال، ولا يزال بإمكانك التراجع عنها.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاءً بانتظار الإرسال، ولا يزال بإمكانك التراجع عنها.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاء بانتظار الإرسال، ولا يزال بإمكانك التراجع عنها.</numerusform>
        </translation>
    </message>
    <message>
        <source>The store answers, but no changes arrive</source>
        <translation>المتجر يستجيب، لكن لا تصل أي تغييرات</translation>
    </message>
    <message>
        <source>This computer’s disk does not answer</source>
        <translation>قرص هذا الحاسوب لا يستجيب</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>أنت غير متصل</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>لم تسجّل الدخول</translation>
    </message>
    <message>
        <source>Sign in to load the orders.</source>
        <translation>سجّل الدخول لتحميل الطلبات.</translation>
    </message>
    <message>
        <source>Orders as of %1. Sign in to send and to get changes.</source>
        <comment>%1: a time</comment>
        <translation>الطلبات محدَّثة حتى %1. سجّل الدخول لإرسال التغييرات وتلقّيها.</translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) wait until you sign in; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>الطلبات محدَّثة حتى %1. لا إلغاءات بانتظار تسجيل الدخول.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك إلغاء واحد بانتظار تسجيل الدخول، ولا يزال بإمكانك التراجع عنه.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك إلغاءان بانتظار تسجيل الدخول، ولا يزال بإمكانك التراجع عنهما.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاءات بانتظار تسجيل الدخول، ولا يزال بإمكانك التراجع عنها.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاءً بانتظار تسجيل الدخول، ولا يزال بإمكانك التراجع عنها.</numerusform>
            <numerusform>الطلبات محدَّثة حتى %1. هناك %Ln إلغاء بانتظار تسجيل الدخول، ولا يزال بإمكانك التراجع عنها.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: name of a store, %2: a sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting for other stores</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>لا تغييرات تنتظر متاجر أخرى</numerusform>
            <numerusform>تغيير واحد ينتظر متجرًا آخر</numerusform>
            <numerusform>تغييران ينتظران متاجر أخرى</numerusform>
            <numerusform>%Ln تغييرات تنتظر متاجر أخرى</numerusform>
            <numerusform>%Ln تغييرًا ينتظر متاجر أخرى</numerusform>
            <numerusform>%Ln تغيير ينتظر متاجر أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::ConsoleApp</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>The demo store is starting. The first time it makes 2,000 sample orders.</source>
        <translation>جارٍ تشغيل المتجر التجريبي. في المرة الأولى يُنشئ ٢٬٠٠٠ طلب نموذجي.</translation>
    </message>
</context>
<context>
    <name>mc::CustomerCard</name>
    <message>
        <source>Write to customer</source>
        <translation>مراسلة العميل</translation>
    </message>
    <message>
        <source>Shipping address</source>
        <translation>عنوان الشحن</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
</context>
<context>
    <name>mc::DeclineDialog</name>
    <message>
        <source>Decline cancellation</source>
        <translation>رفض الإلغاء</translation>
    </message>
    <message>
        <source>Decline the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation>هل تريد رفض إلغاء الطلب %1؟</translation>
    </message>
    <message>
        <source>The order goes on and nothing is refunded. The customer reads why.</source>
        <translation>يستمر تنفيذ الطلب ولا يُردّ أي مبلغ. يقرأ العميل سبب الرفض.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Why the cancellation is declined</source>
        <translation>سبب رفض الإلغاء</translation>
    </message>
    <message>
        <source>Keep undecided</source>
        <translation>تأجيل القرار</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>%1: characters written, %2: characters allowed</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Say why, so that the customer understands it.</source>
        <translation>اذكر السبب بما يوضّحه للعميل.</translation>
    </message>
    <message numerus="yes">
        <source>Shorten the text to %Ln character(s).</source>
        <translation>
            <numerusform>احذف النص.</numerusform>
            <numerusform>اختصر النص إلى حرف واحد.</numerusform>
            <numerusform>اختصر النص إلى حرفين.</numerusform>
            <numerusform>اختصر النص إلى %Ln أحرف.</numerusform>
            <numerusform>اختصر النص إلى %Ln حرفًا.</numerusform>
            <numerusform>اختصر النص إلى %Ln حرف.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::DemoStore</name>
    <message>
        <source>The demo store could not be started: %1</source>
        <comment>%1: what the system says</comment>
        <translation>تعذّر تشغيل المتجر التجريبي: %1</translation>
    </message>
    <message>
        <source>The demo store has ended by itself (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation>توقف المتجر التجريبي من تلقاء نفسه (رمز الخروج %1).</translation>
    </message>
    <message>
        <source>The demo store ended before it was ready (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation>توقف المتجر التجريبي قبل أن يصبح جاهزًا (رمز الخروج %1).</translation>
    </message>
    <message>
        <source>merchant-store is missing: it belongs next to merchant-console.</source>
        <translation>البرنامج merchant-store غير موجود: يجب أن يكون بجوار merchant-console.</translation>
    </message>
</context>
<context>
    <name>mc::Export</name>
    <message>
        <source>%1 could not be written. Check the folder and the space on the disk.</source>
        <comment>%1: file name</comment>
        <translation>تعذّرت كتابة الملف %1. تحقق من المجلد ومن المساحة المتاحة على القرص.</translation>
    </message>
</context>
<context>
    <name>mc::FilterBar</name>
    <message>
        <source>Item status</source>
        <comment>filter button</comment>
        <translation>حالة الأصناف</translation>
    </message>
    <message>
        <source>Filter by item status</source>
        <translation>التصفية حسب حالة الأصناف</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>filter button</comment>
        <translation>حالة الدفع</translation>
    </message>
    <message>
        <source>Filter by payment status</source>
        <translation>التصفية حسب حالة الدفع</translation>
    </message>
    <message>
        <source>Period</source>
        <comment>name of the switch between past 30 days and all orders</comment>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Past 30 days</source>
        <comment>view of the orders</comment>
        <translation>آخر ٣٠ يومًا</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>view of the orders</comment>
        <translation>عرض كل الطلبات</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>البحث في الطلبات</translation>
    </message>
    <message>
        <source>Search order ID, customer, e-mail, product or tracking number</source>
        <translation>ابحث برقم الطلب أو العميل أو البريد الإلكتروني أو المنتج أو رقم التتبع</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter that is on; %1: &apos;Item status&apos;, %2: &apos;Shipped&apos;</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <comment>%1: &apos;Item status: Shipped&apos;</comment>
        <translation>إزالة عامل التصفية %1</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
</context>
<context>
    <name>mc::FreedesktopNotifications</name>
    <message>
        <source>Show cancellations</source>
        <comment>action of a desktop notification</comment>
        <translation>عرض الإلغاءات</translation>
    </message>
</context>
<context>
    <name>mc::Help</name>
    <message>
        <source>Who can cancel an order?</source>
        <translation>من يمكنه إلغاء طلب؟</translation>
    </message>
    <message>
        <source>Customers cancel their own orders from the link in their order confirmation, as far as the store’s policy lets them. Owners, admins and support staff cancel here, also on behalf of a customer who called or wrote. Viewers read, but do not change anything.
The cancellation always says who asked for it, for whom, and when.</source>
        <translation>يلغي العملاء طلباتهم من الرابط في رسالة تأكيد الطلب، بالقدر الذي تسمح به سياسة المتجر. ويلغي المالكون والمسؤولون وموظفو الدعم من هنا، ولهم أيضًا الإلغاء نيابةً عن عميل اتصل أو راسلهم. أما المشاهدون فيقرؤون ولا يغيّرون شيئًا.
يُسجَّل مع كل إلغاء من طلبه ولمن ومتى.</translation>
    </message>
    <message>
        <source>Until when can an order be cancelled?</source>
        <translation>حتى متى يمكن إلغاء الطلب؟</translation>
    </message>
    <message>
        <source>As long as none of its items has shipped. A packed order can still be cancelled: the request holds the parcel back.
The store may ask you first when a customer’s request comes late; Settings shows its policy and time window.</source>
        <translation>ما دام لم يُشحن أي من أصنافه. ويمكن إلغاء الطلب حتى بعد تغليفه، إذ يوقف طلب الإلغاء خروج الطرد.
قد يسألك المتجر أولًا إذا تأخر طلب العميل؛ وتعرض الإعدادات سياسته ومهلته الزمنية.</translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation>لماذا لا يظهر «إلغاء الطلب»؟</translation>
    </message>
    <message>
        <source>It is there only while the order can be cancelled. It is missing when an item has shipped, was delivered or returned, when a cancellation is already under way, when everything is cancelled already, when your role may not cancel, or when this version does not know the order’s state.
The order page says which of these it is, in the line below the order ID. What has shipped comes back as a return.</source>
        <translation>لا يظهر إلا إذا كان الإلغاء ممكنًا. ويختفي إذا شُحن صنف أو سُلّم أو أُعيد، أو إذا كان هناك إلغاء قيد التنفيذ، أو أُلغي كل شيء من قبل، أو كان دورك لا يسمح بالإلغاء، أو كان هذا الإصدار لا يعرف حالة الطلب.
تذكر صفحة الطلب السبب في السطر أسفل رقم الطلب. وما شُحن لا يُلغى، بل يُرجَع.</translation>
    </message>
    <message>
        <source>What does “Cancellation requested” mean?</source>
        <translation>ماذا تعني حالة «طُلب الإلغاء»؟</translation>
    </message>
    <message>
        <source>Somebody has asked, and nothing is decided yet. Shipping is on hold while the store checks that no parcel has left.
It ends as Cancelled, or as Cancellation rejected if the parcel was faster. Both you and the customer see the outcome without reloading.</source>
        <translation>طُلب الإلغاء ولم يُتخذ قرار بعد. يتوقف الشحن مؤقتًا ريثما يتحقق المتجر من عدم خروج أي طرد.
تنتهي الحالة إلى «مُلغى»، أو إلى «رُفض الإلغاء» إذا كان الطرد أسرع. وترى أنت والعميل النتيجة دون إعادة تحميل.</translation>
    </message>
    <message>
        <source>Why was a cancellation rejected?</source>
        <translation>لماذا رُفض الإلغاء؟</translation>
    </message>
    <message>
        <source>The parcel left before the request reached the store, somebody declined it, nobody answered in time, or the shop system refused it. The reason is on the order page.
A rejected cancellation changes nothing: the order goes on and no money is refunded. It stays on the Cancellations page until somebody closes it.</source>
        <translation>إما أن الطرد خرج قبل وصول طلب الإلغاء إلى المتجر، أو رفضه أحد الموظفين، أو لم يُجب أحد في الوقت المحدد، أو لم يقبله نظام المتجر. تجد السبب في صفحة الطلب.
الإلغاء المرفوض لا يغيّر شيئًا: يستمر تنفيذ الطلب ولا يُردّ أي مبلغ. ويبقى في صفحة الإلغاءات إلى أن يغلقه أحد.</translation>
    </message>
    <message>
        <source>When do I have to accept or decline?</source>
        <translation>متى يجب أن أقبل أو أرفض؟</translation>
    </message>
    <message>
        <source>When the store’s policy is to ask. The question is on the Cancellations page with the time until which it has to be answered; after that the store does what its policy says.
Accepting starts the cancellation. Declining asks for a short reason, which the customer reads.</source>
        <translation>عندما تقضي سياسة المتجر بسؤالك. يظهر السؤال في صفحة الإلغاءات مع الموعد النهائي للإجابة؛ وبعده يتصرف المتجر وفق سياسته.
القبول يبدأ الإلغاء. والرفض يتطلب سببًا قصيرًا يقرؤه العميل.</translation>
    </message>
    <message>
        <source>What happens to the money?</source>
        <translation>ماذا يحدث للمبلغ؟</translation>
    </message>
    <message>
        <source>A payment that was only authorized is released. A captured payment is refunded by the way it was paid; banks need some days to show it.
An order counts as refunded only when the refund has been confirmed. Until then the payment reads Refund pending.</source>
        <translation>الدفعة المُصرَّح بها فقط يُلغى حجزها. أما الدفعة المحصَّلة فتُردّ بالطريقة نفسها التي دُفعت بها، وتحتاج البنوك إلى بضعة أيام حتى تُظهرها.
لا يُعدّ مبلغ الطلب مُسترَدًا إلا بعد تأكيد الاسترداد. وحتى ذلك الحين تكون حالة الدفع «الاسترداد معلّق».</translation>
    </message>
    <message>
        <source>What if a refund fails?</source>
        <translation>ماذا لو فشل الاسترداد؟</translation>
    </message>
    <message>
        <source>The order is cancelled, but the money has not gone back. It stays on the Cancellations page until it is solved: try the refund again, or refund it in another way and mark it as refunded.</source>
        <translation>أُلغي الطلب لكن المبلغ لم يُردّ. يبقى في صفحة الإلغاءات حتى يُحل الأمر: أعد محاولة الاسترداد، أو ردّ المبلغ بطريقة أخرى ثم حدّده كمُسترَد.</translation>
    </message>
    <message>
        <source>What is a conflict?</source>
        <translation>ما التعارض؟</translation>
    </message>
    <message>
        <source>Two facts that exclude each other: an order that was cancelled, and its parcel on the way. It can happen when you worked offline or when a carrier reports a parcel late.
The Cancellations page shows both with their time and who says so. Nothing is decided behind your back: write to the customer, or leave it as shipped.</source>
        <translation>حقيقتان لا تجتمعان: طلب أُلغي، وطرده في الطريق. قد يحدث ذلك عندما تعمل دون اتصال أو عندما تتأخر شركة الشحن في الإبلاغ عن طرد.
تعرض صفحة الإلغاءات الطرفين مع وقت كل منهما ومصدره. ولا يُقرَّر شيء دون علمك: راسل العميل، أو أبقِ الطلب مشحونًا.</translation>
    </message>
    <message>
        <source>How do I take a cancellation back?</source>
        <translation>كيف أتراجع عن إلغاء؟</translation>
    </message>
    <message>
        <source>Choose Undo in the message after cancelling. It stays for as long as you set in Settings, and longer while the pointer is on it; until then nothing is sent.
After that the store has the request. What has been cancelled stays cancelled; the customer can order again.</source>
        <translation>اختر «تراجع» في الرسالة التي تظهر بعد الإلغاء. تبقى الرسالة للمدة المحددة في الإعدادات، وأطول من ذلك ما دام المؤشر فوقها؛ وحتى ذلك الحين لا يُرسل شيء.
بعد ذلك يكون طلب الإلغاء قد وصل إلى المتجر. وما أُلغي يبقى مُلغى، ويمكن للعميل أن يطلب من جديد.</translation>
    </message>
    <message>
        <source>What can I do without a connection?</source>
        <translation>ماذا يمكنني أن أفعل دون اتصال؟</translation>
    </message>
    <message>
        <source>Read, search and cancel. A cancellation is saved on this computer first, shown as Waiting to be sent, and sent as soon as the store can be reached, also after a restart.
If the order has shipped in the meantime, the store says so and you find both sides on the Cancellations page.</source>
        <translation>القراءة والبحث والإلغاء. يُحفظ الإلغاء أولًا على هذا الحاسوب ويظهر «بانتظار الإرسال»، ثم يُرسل فور إمكان الوصول إلى المتجر، حتى بعد إعادة التشغيل.
إذا شُحن الطلب في هذه الأثناء فسيخبرك المتجر بذلك، وتجد الطرفين في صفحة الإلغاءات.</translation>
    </message>
    <message>
        <source>What does the customer see?</source>
        <translation>ماذا يرى العميل؟</translation>
    </message>
    <message>
        <source>The state of the order, the reason, and what happens to the money, on the page behind the link in their e-mail. They also get an e-mail for the request and for its outcome.
Comments by staff stay internal unless “Show comments to the customer” was ticked.</source>
        <translation>حالة الطلب والسبب ومصير المبلغ، في الصفحة التي يفتحها الرابط في بريده الإلكتروني. وتصله أيضًا رسالة عند طلب الإلغاء وأخرى بنتيجته.
تبقى تعليقات الموظفين داخلية ما لم يُحدَّد الخيار «إظهار التعليقات للعميل».</translation>
    </message>
</context>
<context>
    <name>mc::HelpPage</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>البحث في الأسئلة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>No question contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>لا يوجد سؤال يحتوي على «%1».</translation>
    </message>
</context>
<context>
    <name>mc::LiveConsoleService</name>
    <message>
        <source>Your role in this store does not allow that. Ask its owner.</source>
        <translation>دورك في هذا المتجر لا يسمح بذلك. راجع مالك المتجر.</translation>
    </message>
</context>
<context>
    <name>mc::LoadingPane</name>
    <message>
        <source>Loading orders</source>
        <translation>جارٍ تحميل الطلبات</translation>
    </message>
    <message>
        <source>Loading the past 30 days: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation>جارٍ تحميل آخر ٣٠ يومًا: %1 من %2 طلب</translation>
    </message>
    <message>
        <source>Loading: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation>جارٍ التحميل: %1 من %2 طلب</translation>
    </message>
</context>
<context>
    <name>mc::MainWindow</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>No mail program answered. The address is %1.</source>
        <comment>%1: an e-mail address</comment>
        <translation>لم يستجب أي برنامج بريد. العنوان هو %1.</translation>
    </message>
    <message>
        <source>%1 – Merchant Console</source>
        <comment>%1: name of the store</comment>
        <translation>%1 – لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button: to the store that is shown</comment>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>mc::Net</name>
    <message>
        <source>The store at %1 could not be reached.</source>
        <comment>%1: host name</comment>
        <translation>تعذّر الوصول إلى المتجر على %1.</translation>
    </message>
    <message>
        <source>The store at %1 did not answer.</source>
        <comment>%1: host name</comment>
        <translation>لم يُجب المتجر على %1.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent. Check the address of the store.</source>
        <comment>%1: host name</comment>
        <translation>الاتصال بالعنوان %1 غير آمن، فلم يُرسل شيء. تحقق من عنوان المتجر.</translation>
    </message>
    <message>
        <source>The store does not accept this sign-in any more. Sign in again.</source>
        <translation>لم يعد المتجر يقبل تسجيل الدخول هذا. سجّل الدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>The store was restored. All orders are being loaded again.</source>
        <translation>استُعيد المتجر من نسخة احتياطية. جارٍ تحميل كل الطلبات من جديد.</translation>
    </message>
    <message>
        <source>The store refused it.</source>
        <translation>لم يقبل المتجر ذلك.</translation>
    </message>
    <message>
        <source>The store at %1 is busy. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation>المتجر على %1 مشغول. ستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The store at %1 has a problem. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation>هناك مشكلة في المتجر على %1. ستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Something else than a store answered at %1. Check the address and the network.</source>
        <comment>%1: host name</comment>
        <translation>ما أجاب على %1 ليس متجرًا. تحقق من العنوان والشبكة.</translation>
    </message>
</context>
<context>
    <name>mc::Notifier</name>
    <message>
        <source>News about cancellations</source>
        <comment>title of a desktop notification with several lines</comment>
        <translation>مستجدات الإلغاءات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>لم يُطلب أي إلغاء</numerusform>
            <numerusform>طُلب إلغاء طلب واحد</numerusform>
            <numerusform>طُلب إلغاء طلبين</numerusform>
            <numerusform>طُلب إلغاء %Ln طلبات</numerusform>
            <numerusform>طُلب إلغاء %Ln طلبًا</numerusform>
            <numerusform>طُلب إلغاء %Ln طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) cancelled</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>لم يُلغَ أي طلب</numerusform>
            <numerusform>أُلغي طلب واحد</numerusform>
            <numerusform>أُلغي طلبان</numerusform>
            <numerusform>أُلغيت %Ln طلبات</numerusform>
            <numerusform>أُلغي %Ln طلبًا</numerusform>
            <numerusform>أُلغي %Ln طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) rejected</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>لم يُرفض أي إلغاء</numerusform>
            <numerusform>رُفض إلغاء طلب واحد</numerusform>
            <numerusform>رُفض إلغاء طلبين</numerusform>
            <numerusform>رُفض إلغاء %Ln طلبات</numerusform>
            <numerusform>رُفض إلغاء %Ln طلبًا</numerusform>
            <numerusform>رُفض إلغاء %Ln طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refund(s) failed</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>لم تفشل أي عملية استرداد</numerusform>
            <numerusform>فشلت عملية استرداد واحدة</numerusform>
            <numerusform>فشلت عمليتا استرداد</numerusform>
            <numerusform>فشلت %Ln عمليات استرداد</numerusform>
            <numerusform>فشلت %Ln عملية استرداد</numerusform>
            <numerusform>فشلت %Ln عملية استرداد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled order(s) shipped all the same</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>لم يُشحن أي طلب مُلغى</numerusform>
            <numerusform>شُحن طلب واحد رغم إلغائه</numerusform>
            <numerusform>شُحن طلبان رغم إلغائهما</numerusform>
            <numerusform>شُحنت %Ln طلبات رغم إلغائها</numerusform>
            <numerusform>شُحن %Ln طلبًا رغم إلغائها</numerusform>
            <numerusform>شُحن %Ln طلب رغم إلغائها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>%1: some order numbers</comment>
        <translation>
            <numerusform>الطلبات %1</numerusform>
            <numerusform>الطلبات %1 وطلب آخر</numerusform>
            <numerusform>الطلبات %1 وطلبان آخران</numerusform>
            <numerusform>الطلبات %1 و%Ln طلبات أخرى</numerusform>
            <numerusform>الطلبات %1 و%Ln طلبًا آخر</numerusform>
            <numerusform>الطلبات %1 و%Ln طلب آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderActions</name>
    <message>
        <source>View order details</source>
        <comment>menu of an order</comment>
        <translation>عرض تفاصيل الطلب</translation>
    </message>
    <message>
        <source>Copy order ID</source>
        <comment>menu of an order</comment>
        <translation>نسخ رقم الطلب</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <comment>menu of an order</comment>
        <translation>مراسلة العميل</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>menu of an order</comment>
        <translation>إلغاء الطلب</translation>
    </message>
</context>
<context>
    <name>mc::OrderContent</name>
    <message>
        <source>Items</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation>مراسلة العميل</translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation>إبقاؤه مشحونًا</translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation>إعادة محاولة الاسترداد</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>تحديد كمُسترَد</translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation>قبول الإلغاء</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>The parcel left although the order was to be cancelled. %1 · %2</source>
        <comment>%1: carrier and tracking number, %2: time</comment>
        <translation>خرج الطرد مع أن الطلب كان سيُلغى. %1 · %2</translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation>شُحن الطلب %1 رغم إلغائه</translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation>لم يذكر مزوّد الدفع سببًا.</translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation>أُلغي الطلب %1، لكن الاسترداد فشل</translation>
    </message>
    <message>
        <source>%1 The order does not count as refunded until this is solved.</source>
        <comment>%1: what the payment provider said, a sentence</comment>
        <translation>%1 لا يُعدّ مبلغ الطلب مُسترَدًا حتى تُحل المشكلة.</translation>
    </message>
    <message>
        <source>Accept the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation>هل تريد قبول إلغاء الطلب %1؟</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>الإلغاء</translation>
    </message>
</context>
<context>
    <name>mc::OrderHead</name>
    <message>
        <source>Back to orders</source>
        <translation>العودة إلى الطلبات</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>إلغاء الطلب</translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation>لماذا لا يظهر «إلغاء الطلب»؟</translation>
    </message>
</context>
<context>
    <name>mc::OrderPage</name>
    <message>
        <source>Loading the order</source>
        <translation>جارٍ تحميل الطلب</translation>
    </message>
    <message>
        <source>It appears here in a moment.</source>
        <translation>سيظهر هنا بعد لحظات.</translation>
    </message>
    <message>
        <source>This order is not here any more</source>
        <translation>لم يعد هذا الطلب موجودًا هنا</translation>
    </message>
    <message>
        <source>The store does not have it, or it belongs to another store.</source>
        <translation>الطلب غير موجود في المتجر أو يخص متجرًا آخر.</translation>
    </message>
    <message>
        <source>Back to orders</source>
        <translation>العودة إلى الطلبات</translation>
    </message>
    <message>
        <source>Details of the order</source>
        <translation>تفاصيل الطلب</translation>
    </message>
</context>
<context>
    <name>mc::OrderPhrases</name>
    <message>
        <source>Quantity %1</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation>الكمية %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation>أُلغي منها %1</translation>
    </message>
    <message>
        <source>The customer</source>
        <comment>on whose behalf a cancellation was asked for</comment>
        <translation>العميل</translation>
    </message>
    <message>
        <source>The customer sees these comments.</source>
        <translation>يرى العميل هذه التعليقات.</translation>
    </message>
    <message>
        <source>Internal: the customer does not see them.</source>
        <translation>داخلية: لا يراها العميل.</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Placed %1</source>
        <comment>%1: date and time of an order</comment>
        <translation>بتاريخ %1</translation>
    </message>
    <message>
        <source>Your role may not cancel orders.</source>
        <translation>دورك لا يسمح بإلغاء الطلبات.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: a name, %2: customer, merchant or support</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: a product, %2: how many of it</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation>تعليقات إضافية</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>طالب الإلغاء</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>نيابةً عن</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>وقت طلب الإلغاء</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>مهلة الرد حتى</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>الاسترداد</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <comment>who asked for a cancellation</comment>
        <translation>أنت، من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Not sent yet: you can still take it back.</source>
        <translation>لم يُرسل بعد: لا يزال بإمكانك التراجع عنه.</translation>
    </message>
    <message>
        <source>Saved on this computer. It is sent as soon as the store can be reached; until then you can take it back.</source>
        <translation>حُفظ على هذا الحاسوب. سيُرسل فور إمكان الوصول إلى المتجر، ويمكنك التراجع عنه حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>It is being sent. The store has not answered yet.</source>
        <translation>جارٍ الإرسال. لم يُجب المتجر بعد.</translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation>الشحن متوقف مؤقتًا. يقرر المتجر تلقائيًا، وترى النتيجة هنا.</translation>
    </message>
    <message>
        <source>The store refused it. Nothing was cancelled.</source>
        <translation>لم يقبله المتجر. لم يُلغَ شيء.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Authorized by customer</source>
        <translation>صرّح به العميل</translation>
    </message>
    <message>
        <source>Paid by customer</source>
        <translation>دفعه العميل</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>مُسترَد</translation>
    </message>
    <message>
        <source>Your order %1</source>
        <comment>subject of a mail; %1: order number</comment>
        <translation>طلبك %1</translation>
    </message>
</context>
<context>
    <name>mc::OrderStates</name>
    <message>
        <source>No order was placed in the past 30 days.</source>
        <translation>لم يُقدَّم أي طلب في آخر ٣٠ يومًا.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days passes these filters.</source>
        <translation>لا طلبات في آخر ٣٠ يومًا تطابق عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days has the status %1.</source>
        <comment>%1: a status</comment>
        <translation>لا طلبات في آخر ٣٠ يومًا بالحالة «%1».</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>لا طلبات في آخر ٣٠ يومًا تحتوي على «%1».</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation>لا طلبات في آخر ٣٠ يومًا تحتوي على «%1» وتطابق عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation>لا طلبات في آخر ٣٠ يومًا تحتوي على «%1» بالحالة «%2».</translation>
    </message>
    <message>
        <source>No order passes these filters.</source>
        <translation>لا طلبات تطابق عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>No order has the status %1.</source>
        <comment>%1: a status</comment>
        <translation>لا طلبات بالحالة «%1».</translation>
    </message>
    <message>
        <source>No order contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>لا طلبات تحتوي على «%1».</translation>
    </message>
    <message>
        <source>No order contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation>لا طلبات تحتوي على «%1» وتطابق عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>No order contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation>لا طلبات تحتوي على «%1» بالحالة «%2».</translation>
    </message>
    <message>
        <source>%1+ orders found</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation>عُثر على أكثر من %1 طلب</translation>
    </message>
    <message>
        <source>%1+ orders in the past 30 days</source>
        <comment>%1: a number that is too low</comment>
        <translation>أكثر من %1 طلب في آخر ٣٠ يومًا</translation>
    </message>
    <message>
        <source>%1+ orders</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation>أكثر من %1 طلب</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) found</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>لم يُعثر على أي طلب</numerusform>
            <numerusform>عُثر على طلب واحد</numerusform>
            <numerusform>عُثر على طلبين</numerusform>
            <numerusform>عُثر على %Ln طلبات</numerusform>
            <numerusform>عُثر على %Ln طلبًا</numerusform>
            <numerusform>عُثر على %Ln طلب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) in the past 30 days</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>لا طلبات في آخر ٣٠ يومًا</numerusform>
            <numerusform>طلب واحد في آخر ٣٠ يومًا</numerusform>
            <numerusform>طلبان في آخر ٣٠ يومًا</numerusform>
            <numerusform>%Ln طلبات في آخر ٣٠ يومًا</numerusform>
            <numerusform>%Ln طلبًا في آخر ٣٠ يومًا</numerusform>
            <numerusform>%Ln طلب في آخر ٣٠ يومًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>لا طلبات</numerusform>
            <numerusform>طلب واحد</numerusform>
            <numerusform>طلبان</numerusform>
            <numerusform>%Ln طلبات</numerusform>
            <numerusform>%Ln طلبًا</numerusform>
            <numerusform>%Ln طلب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderTable</name>
    <message>
        <source>Orders</source>
        <comment>name of the table, as spoken</comment>
        <translation>الطلبات</translation>
    </message>
</context>
<context>
    <name>mc::OrderTexts</name>
    <message>
        <source>Loading</source>
        <comment>spoken for a cell of a row that is still being read</comment>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order ID</comment>
        <translation>تحديد %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: &apos;3 h ago&apos;, %2: date and time</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: &apos;3 items&apos;, %2: title of the first one</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: &apos;Waiting to be sent&apos;</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation>إجراءات الطلب %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name and e-mail of the customer</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the column of check boxes, as spoken</comment>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column of the orders table</comment>
        <translation>رقم الطلب</translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column of the orders table</comment>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column of the orders table</comment>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column of the orders table</comment>
        <translation>حالة الأصناف</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column of the orders table</comment>
        <translation>حالة الدفع</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column of the orders table</comment>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column of the orders table: the &apos;…&apos; buttons</comment>
        <translation>الإجراءات</translation>
    </message>
</context>
<context>
    <name>mc::OrdersPage</name>
    <message>
        <source>Orders</source>
        <comment>title of the page</comment>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>تصدير CSV</translation>
    </message>
    <message>
        <source>Cancel orders</source>
        <comment>several selected orders</comment>
        <translation>إلغاء الطلبات</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>تصدير الطلبات</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <comment>kind of file</comment>
        <translation>جدول بيانات (*.csv)</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation>إجراءات الطلب %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected; at most %1 can be cancelled at once</source>
        <comment>%1: a number</comment>
        <translation>
            <numerusform>لم يُحدَّد أي طلب؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
            <numerusform>حُدِّد طلب واحد؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
            <numerusform>حُدِّد طلبان؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
            <numerusform>حُدِّدت %Ln طلبات؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
            <numerusform>حُدِّد %Ln طلبًا؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
            <numerusform>حُدِّد %Ln طلب؛ يمكن إلغاء %1 على الأكثر دفعةً واحدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>لم يُحدَّد أي طلب</numerusform>
            <numerusform>حُدِّد طلب واحد</numerusform>
            <numerusform>حُدِّد طلبان</numerusform>
            <numerusform>حُدِّدت %Ln طلبات</numerusform>
            <numerusform>حُدِّد %Ln طلبًا</numerusform>
            <numerusform>حُدِّد %Ln طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Older orders follow while you work</source>
        <translation>تُحمَّل الطلبات الأقدم أثناء عملك</translation>
    </message>
    <message>
        <source>New orders appear here by themselves.</source>
        <translation>تظهر الطلبات الجديدة هنا تلقائيًا.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>لا توجد طلبات بعد</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>مسح البحث وعوامل التصفية</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation>عرض كل الطلبات</translation>
    </message>
    <message>
        <source>Search all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation>البحث في كل الطلبات</translation>
    </message>
    <message>
        <source>No orders match</source>
        <translation>لا توجد طلبات مطابقة</translation>
    </message>
    <message>
        <source>The store did not answer. Your changes are safe on this computer.</source>
        <translation>لم يُجب المتجر. تغييراتك محفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The store at %1 did not answer. Your changes are safe on this computer.</source>
        <comment>%1: an address</comment>
        <translation>لم يُجب المتجر على %1. تغييراتك محفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Orders could not be loaded</source>
        <translation>تعذّر تحميل الطلبات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Nothing of this store is on this computer yet.</source>
        <translation>لا يوجد شيء من هذا المتجر على هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>No orders here yet</source>
        <translation>لا طلبات هنا بعد</translation>
    </message>
</context>
<context>
    <name>mc::OrdersTableModel</name>
    <message>
        <source>Loading</source>
        <comment>a row of the orders table that is still being read</comment>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order number</comment>
        <translation>تحديد %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order number, %2: customer</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: 3 items, %2: title of the first</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: Waiting to be sent</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order number</comment>
        <translation>إجراءات الطلب %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the check column</comment>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column</comment>
        <translation>رقم الطلب</translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column</comment>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column</comment>
        <translation>الأصناف</translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column</comment>
        <translation>حالة الأصناف</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column</comment>
        <translation>حالة الدفع</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column</comment>
        <translation>الإجراءات</translation>
    </message>
</context>
<context>
    <name>mc::ProfileList</name>
    <message>
        <source>Switch to this store</source>
        <translation>التبديل إلى هذا المتجر</translation>
    </message>
    <message>
        <source>Shown now</source>
        <comment>badge of a store</comment>
        <translation>معروض الآن</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <comment>%1: name of a store</comment>
        <translation>التبديل إلى %1</translation>
    </message>
</context>
<context>
    <name>mc::RequestTable</name>
    <message>
        <source>Order ID</source>
        <translation>رقم الطلب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>View order %1</source>
        <comment>%1: order number</comment>
        <translation>عرض الطلب %1</translation>
    </message>
</context>
<context>
    <name>mc::SettingsPage</name>
    <message>
        <source>Off</source>
        <comment>no time to undo</comment>
        <translation>بلا مهلة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <comment>time to undo</comment>
        <translation>
            <numerusform>بلا مهلة</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>%Ln ثوانٍ</numerusform>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>%Ln ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>colours</comment>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>colours</comment>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>colours</comment>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Automatic follows this computer.</source>
        <translation>يتبع الوضع التلقائي إعداد هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>row height</comment>
        <translation>مريح</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>row height</comment>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>ارتفاع الصفوف</translation>
    </message>
    <message>
        <source>Compact shows half as many orders again.</source>
        <translation>يعرض الوضع المضغوط طلبات أكثر بمقدار النصف.</translation>
    </message>
    <message>
        <source>As this computer</source>
        <comment>language</comment>
        <translation>لغة هذا الحاسوب</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Dates, numbers and reading direction follow the language. Takes effect at the next start.</source>
        <translation>تتبع التواريخ والأرقام واتجاه القراءة اللغةَ المختارة. يسري التغيير عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>مهلة التراجع</translation>
    </message>
    <message>
        <source>A cancellation waits this long before it is sent, so that a slip costs nothing.</source>
        <translation>ينتظر الإلغاء هذه المدة قبل إرساله، فلا تترتب على الخطأ أي خسارة.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>الإلغاءات</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>صفحة البدء</translation>
    </message>
    <message>
        <source>The page that is shown when the program starts.</source>
        <translation>الصفحة التي تظهر عند تشغيل البرنامج.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Tell me outside of this window about requests, outcomes and conflicts. Order IDs only, no names.</source>
        <translation>إعلامي خارج هذه النافذة بطلبات الإلغاء والنتائج والتعارضات. أرقام الطلبات فقط دون أسماء.</translation>
    </message>
    <message>
        <source>Decided by the store</source>
        <translation>ما يحدده المتجر</translation>
    </message>
    <message>
        <source>The same for everybody who works with this store. An owner changes it on the store’s server, with “merchant-store policy set”.</source>
        <translation>موحّد لكل من يعمل مع هذا المتجر. يغيّره المالك على خادم المتجر بالأمر «merchant-store policy set».</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Stores on this computer</source>
        <translation>المتاجر على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Add a store</source>
        <translation>إضافة متجر</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>تم تسجيل الدخول باسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
</context>
<context>
    <name>mc::SideMenu</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry of the side menu and its counter, as spoken</comment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>mc::SidePanel</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>Side menu</source>
        <translation>القائمة الجانبية</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>entry of the side menu</comment>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <comment>entry of the side menu</comment>
        <translation>الإلغاءات</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>entry of the side menu</comment>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>entry of the side menu</comment>
        <translation>المساعدة</translation>
    </message>
</context>
<context>
    <name>mc::SignInPage</name>
    <message>
        <source>Enter the address of your store.</source>
        <translation>أدخل عنوان متجرك.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://orders.example.com.</source>
        <translation>هذا ليس عنوان ويب. مثال على عنوان صحيح: https://orders.example.com.</translation>
    </message>
    <message>
        <source>This address is not encrypted, so your password could be read on the way. Use https://; http:// works only for a store on this computer.</source>
        <translation>هذا العنوان غير مشفّر، وقد تُقرأ كلمة مرورك أثناء إرسالها. استخدم https://‎؛ أما http://‎ فلا يعمل إلا مع متجر على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>إبقاء تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Sign in to your store</source>
        <translation>تسجيل الدخول إلى متجرك</translation>
    </message>
    <message>
        <source>Store address</source>
        <translation>عنوان المتجر</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Your password is never stored. The sign-in is kept in this computer’s keychain; without one it ends with this program.</source>
        <translation>لا تُحفظ كلمة مرورك أبدًا. يُحفظ تسجيل الدخول في سلسلة مفاتيح هذا الحاسوب؛ وإن لم تتوفر ينتهي بإغلاق البرنامج.</translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation>أدخل عنوان بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.com.</source>
        <translation>هذا ليس عنوان بريد إلكتروني. مثال على عنوان صحيح: name@example.com.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>أدخل كلمة المرور.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
</context>
<context>
    <name>mc::Skeleton</name>
    <message>
        <source>Loading orders</source>
        <translation>جارٍ تحميل الطلبات</translation>
    </message>
</context>
<context>
    <name>mc::StoreWords</name>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is accepted.</source>
        <translation>
            <numerusform>يُقبل الإلغاء فورًا دون انتظار رد.</numerusform>
            <numerusform>يُقبل الإلغاء إن لم يصل رد خلال ساعة واحدة.</numerusform>
            <numerusform>يُقبل الإلغاء إن لم يصل رد خلال ساعتين.</numerusform>
            <numerusform>يُقبل الإلغاء إن لم يصل رد خلال %Ln ساعات.</numerusform>
            <numerusform>يُقبل الإلغاء إن لم يصل رد خلال %Ln ساعة.</numerusform>
            <numerusform>يُقبل الإلغاء إن لم يصل رد خلال %Ln ساعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is declined.</source>
        <translation>
            <numerusform>يُرفض الإلغاء فورًا دون انتظار رد.</numerusform>
            <numerusform>يُرفض الإلغاء إن لم يصل رد خلال ساعة واحدة.</numerusform>
            <numerusform>يُرفض الإلغاء إن لم يصل رد خلال ساعتين.</numerusform>
            <numerusform>يُرفض الإلغاء إن لم يصل رد خلال %Ln ساعات.</numerusform>
            <numerusform>يُرفض الإلغاء إن لم يصل رد خلال %Ln ساعة.</numerusform>
            <numerusform>يُرفض الإلغاء إن لم يصل رد خلال %Ln ساعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Always, as long as nothing has shipped. The store decides by itself.</source>
        <translation>دائمًا، ما دام لم يُشحن شيء. يقرر المتجر تلقائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>By themselves for %Ln minute(s) after the order; later the store asks you.</source>
        <translation>
            <numerusform>يسألك المتجر دائمًا.</numerusform>
            <numerusform>تلقائيًا خلال دقيقة واحدة من الطلب؛ وبعدها يسألك المتجر.</numerusform>
            <numerusform>تلقائيًا خلال دقيقتين من الطلب؛ وبعدهما يسألك المتجر.</numerusform>
            <numerusform>تلقائيًا خلال %Ln دقائق من الطلب؛ وبعدها يسألك المتجر.</numerusform>
            <numerusform>تلقائيًا خلال %Ln دقيقة من الطلب؛ وبعدها يسألك المتجر.</numerusform>
            <numerusform>تلقائيًا خلال %Ln دقيقة من الطلب؛ وبعدها يسألك المتجر.</numerusform>
        </translation>
    </message>
    <message>
        <source>The store asks you each time.</source>
        <translation>يسألك المتجر في كل مرة.</translation>
    </message>
    <message>
        <source>No. Only your staff can cancel orders.</source>
        <translation>لا. يمكن لموظفيك فقط إلغاء الطلبات.</translation>
    </message>
    <message>
        <source>Customers may cancel</source>
        <translation>الإلغاء من قِبل العملاء</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <source>Longest comment</source>
        <translation>أقصى طول للتعليق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <comment>limit of the comments of a cancellation</comment>
        <translation>
            <numerusform>بلا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%Ln أحرف</numerusform>
            <numerusform>%Ln حرفًا</numerusform>
            <numerusform>%Ln حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>It defines where “Past 30 days” begins.</source>
        <translation>تحدد بداية «آخر ٣٠ يومًا».</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait until you sign in to this store.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>لا تغييرات بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
            <numerusform>تغيير واحد بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
            <numerusform>تغييران بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
            <numerusform>%Ln تغييرات بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
            <numerusform>%Ln تغييرًا بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
            <numerusform>%Ln تغيير بانتظار تسجيل دخولك إلى هذا المتجر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are being sent.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>لا تغييرات قيد الإرسال.</numerusform>
            <numerusform>تغيير واحد قيد الإرسال.</numerusform>
            <numerusform>تغييران قيد الإرسال.</numerusform>
            <numerusform>%Ln تغييرات قيد الإرسال.</numerusform>
            <numerusform>%Ln تغييرًا قيد الإرسال.</numerusform>
            <numerusform>%Ln تغيير قيد الإرسال.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Sync</name>
    <message>
        <source>E-mail or password is not right.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>There were too many attempts. Wait a moment, then try again.</source>
        <translation>محاولات كثيرة جدًا. انتظر قليلًا ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 It is not known whether your decision arrived: look at the order before you decide again.</source>
        <comment>%1: a sentence that says what went wrong</comment>
        <translation>%1 لا يُعرف هل وصل قرارك: راجع الطلب قبل أن تقرر من جديد.</translation>
    </message>
    <message>
        <source>The console cannot write its files. Check the disk space and the rights of its folder.</source>
        <translation>تعذّر على البرنامج كتابة ملفاته. تحقق من مساحة القرص ومن أذونات مجلده.</translation>
    </message>
    <message>
        <source>These files belong to a newer version of Merchant Console. Update it to go on.</source>
        <translation>هذه الملفات تخص إصدارًا أحدث من لوحة تحكم التاجر. حدّث البرنامج للمتابعة.</translation>
    </message>
    <message>
        <source>Another program holds the console&apos;s files. Close it; this is tried again by itself.</source>
        <translation>برنامج آخر يستخدم ملفات هذا البرنامج. أغلقه، وستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The list of orders on this computer was damaged. It is being loaded again.</source>
        <translation>كانت قائمة الطلبات على هذا الحاسوب تالفة. جارٍ تحميلها من جديد.</translation>
    </message>
    <message>
        <source>The console&apos;s files could not be written. Check the disk space; nothing was queued.</source>
        <translation>تعذّرت كتابة ملفات البرنامج. تحقق من مساحة القرص؛ لم يُضف شيء إلى قائمة الإرسال.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>سجّل الدخول للمتابعة.</translation>
    </message>
    <message>
        <source>Another store answers at %1 now. Sign in to it as a new store.</source>
        <comment>%1: host name</comment>
        <translation>متجر آخر يجيب الآن على %1. سجّل الدخول إليه كمتجر جديد.</translation>
    </message>
    <message>
        <source>The connection made no progress and is being started again.</source>
        <translation>لم يتقدم الاتصال، وجارٍ بدؤه من جديد.</translation>
    </message>
    <message>
        <source>Merchant Console has been waiting long for this computer’s disk. Nothing that was queued is lost; if this stays, restart Merchant Console.</source>
        <translation>ينتظر Merchant Console قرص هذا الحاسوب منذ وقت طويل. لن يضيع شيء مما وُضع في قائمة الانتظار؛ وإذا استمر ذلك فأعد تشغيل Merchant Console.</translation>
    </message>
    <message>
        <source>Nothing can be queued: sign in first, or update Merchant Console.</source>
        <translation>لا يمكن إضافة شيء إلى قائمة الإرسال: سجّل الدخول أولًا أو حدّث لوحة تحكم التاجر.</translation>
    </message>
    <message numerus="yes">
        <source>The selected order(s) can’t be cancelled any more. Nothing was changed.</source>
        <translation>
            <numerusform>لم يُحدَّد أي طلب. لم يتغيّر شيء.</numerusform>
            <numerusform>لم يعد إلغاء الطلب المحدد ممكنًا. لم يتغيّر شيء.</numerusform>
            <numerusform>لم يعد إلغاء الطلبين المحددين ممكنًا. لم يتغيّر شيء.</numerusform>
            <numerusform>لم يعد إلغاء الطلبات المحددة ممكنًا. لم يتغيّر شيء.</numerusform>
            <numerusform>لم يعد إلغاء الطلبات المحددة ممكنًا. لم يتغيّر شيء.</numerusform>
            <numerusform>لم يعد إلغاء الطلبات المحددة ممكنًا. لم يتغيّر شيء.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::TaskCard</name>
    <message>
        <source>What does this mean?</source>
        <translation>ماذا يعني هذا؟</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation>مراسلة العميل</translation>
    </message>
    <message>
        <source>View order details</source>
        <translation>عرض تفاصيل الطلب</translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation>إبقاؤه مشحونًا</translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation>قبول الإلغاء</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation>إعادة محاولة الاسترداد</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>تحديد كمُسترَد</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a bad outcome aside</comment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Being sent …</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
</context>
<context>
    <name>mc::Tasks</name>
    <message>
        <source>Reason: %1</source>
        <comment>%1: why an order is to be cancelled</comment>
        <translation>السبب: %1</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>what somebody asked for</comment>
        <translation>إلغاء الطلب</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>أنت، من هذا الحاسوب</translation>
    </message>
    <message>
        <source>Store</source>
        <comment>the service that decides, as a side of a conflict</comment>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>%1, tracking number %2</source>
        <comment>%1: carrier</comment>
        <translation>%1، رقم التتبع %2</translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation>شُحن الطلب %1 رغم إلغائه</translation>
    </message>
    <message>
        <source>The order was to be cancelled, but a parcel is on its way. Both are true; nothing has been decided for you.</source>
        <translation>كان من المقرر إلغاء الطلب، لكن طردًا منه في الطريق. كلا الأمرين صحيح، ولم يُقرَّر شيء نيابةً عنك.</translation>
    </message>
    <message>
        <source>Carrier</source>
        <comment>a side of a conflict</comment>
        <translation>شركة الشحن</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <translation>رُفض الإلغاء</translation>
    </message>
    <message>
        <source>%1 shipped before your cancellation arrived</source>
        <comment>%1: order number</comment>
        <translation>شُحن الطلب %1 قبل وصول إلغائك</translation>
    </message>
    <message>
        <source>The parcel was already with the carrier, so the order is not cancelled and nothing was refunded.</source>
        <translation>كان الطرد لدى شركة الشحن بالفعل، لذا لم يُلغَ الطلب ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>The store did not cancel %1</source>
        <comment>%1: order number</comment>
        <translation>لم يُلغِ المتجر الطلب %1</translation>
    </message>
    <message>
        <source>%1 asks to cancel %2</source>
        <comment>%1: name of the customer, %2: order number</comment>
        <translation>طلب من %1 لإلغاء الطلب %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quotation marks around what a customer wrote</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide, at the latest %1</source>
        <comment>%1: date and time</comment>
        <translation>الشحن متوقف حتى تقرر، في موعد أقصاه %1</translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation>أُلغي الطلب %1، لكن الاسترداد فشل</translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation>لم يذكر مزوّد الدفع سببًا.</translation>
    </message>
    <message>
        <source>%1 have not gone back. %2 The order does not count as refunded until this is solved.</source>
        <comment>%1: amount, %2: what the payment provider said, a sentence</comment>
        <translation>لم يُردّ المبلغ %1. %2 لا يُعدّ مبلغ الطلب مُسترَدًا حتى تُحل المشكلة.</translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected: the parcel was faster</source>
        <comment>%1: order number</comment>
        <translation>رُفض إلغاء الطلب %1: كان الطرد أسرع</translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected</source>
        <comment>%1: order number</comment>
        <translation>رُفض إلغاء الطلب %1</translation>
    </message>
</context>
<context>
    <name>mc::TextBlock</name>
    <message>
        <source>Copy</source>
        <comment>context menu of a text</comment>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>mc::Toasts</name>
    <message>
        <source>Too late to undo: it was sent already.</source>
        <translation>فات أوان التراجع: أُرسل بالفعل.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) taken back.</source>
        <comment>after Undo</comment>
        <translation>
            <numerusform>لم يتم التراجع عن أي إلغاء.</numerusform>
            <numerusform>تم التراجع عن إلغاء واحد.</numerusform>
            <numerusform>تم التراجع عن إلغاءين.</numerusform>
            <numerusform>تم التراجع عن %Ln إلغاءات.</numerusform>
            <numerusform>تم التراجع عن %Ln إلغاءً.</numerusform>
            <numerusform>تم التراجع عن %Ln إلغاء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) written to %1.</source>
        <comment>%1: name of a file</comment>
        <translation>
            <numerusform>لم يُصدَّر أي طلب إلى %1.</numerusform>
            <numerusform>صُدِّر طلب واحد إلى %1.</numerusform>
            <numerusform>صُدِّر طلبان إلى %1.</numerusform>
            <numerusform>صُدِّرت %Ln طلبات إلى %1.</numerusform>
            <numerusform>صُدِّر %Ln طلبًا إلى %1.</numerusform>
            <numerusform>صُدِّر %Ln طلب إلى %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancellation of %1 saved. It is sent as soon as you are online.</source>
        <comment>%1: order ID</comment>
        <translation>حُفظ إلغاء الطلب %1. سيُرسل فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>Cancellation of %1 requested.</source>
        <comment>%1: order ID</comment>
        <translation>طُلب إلغاء الطلب %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you are online.</source>
        <comment>several</comment>
        <translation>
            <numerusform>لم يُحفظ أي إلغاء.</numerusform>
            <numerusform>حُفظ إلغاء واحد. سيُرسل فور عودة الاتصال.</numerusform>
            <numerusform>حُفظ إلغاءان. سيُرسلان فور عودة الاتصال.</numerusform>
            <numerusform>حُفظت %Ln إلغاءات. ستُرسل فور عودة الاتصال.</numerusform>
            <numerusform>حُفظ %Ln إلغاءً. ستُرسل فور عودة الاتصال.</numerusform>
            <numerusform>حُفظ %Ln إلغاء. ستُرسل فور عودة الاتصال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested.</source>
        <comment>several</comment>
        <translation>
            <numerusform>لم يُطلب أي إلغاء.</numerusform>
            <numerusform>طُلب إلغاء طلب واحد.</numerusform>
            <numerusform>طُلب إلغاء طلبين.</numerusform>
            <numerusform>طُلب إلغاء %Ln طلبات.</numerusform>
            <numerusform>طُلب إلغاء %Ln طلبًا.</numerusform>
            <numerusform>طُلب إلغاء %Ln طلب.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button of a message</comment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cancellation of %1 saved. It is sent as soon as you sign in.</source>
        <comment>%1: order ID</comment>
        <translation>حُفظ إلغاء %1. سيُرسل بمجرد تسجيل الدخول.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you sign in.</source>
        <comment>several</comment>
        <translation>
            <numerusform>لم يُحفظ أي إلغاء.</numerusform>
            <numerusform>حُفظ إلغاء واحد. سيُرسل بمجرد تسجيل الدخول.</numerusform>
            <numerusform>حُفظ إلغاءان. سيُرسلان بمجرد تسجيل الدخول.</numerusform>
            <numerusform>حُفظت %Ln إلغاءات. ستُرسل بمجرد تسجيل الدخول.</numerusform>
            <numerusform>حُفظ %Ln إلغاءً. ستُرسل بمجرد تسجيل الدخول.</numerusform>
            <numerusform>حُفظ %Ln إلغاء. ستُرسل بمجرد تسجيل الدخول.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::WindowMenus</name>
    <message>
        <source>&amp;Export CSV…</source>
        <comment>menu</comment>
        <translation>تصدير CSV…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <comment>menu</comment>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <comment>menu: go to</comment>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>&amp;Cancellations</source>
        <comment>menu: go to</comment>
        <translation>الإلغاءات</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <comment>menu: go to</comment>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Find orders</source>
        <comment>menu</comment>
        <translation>البحث عن طلبات</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <comment>menu</comment>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Go to the &amp;message</source>
        <comment>menu: the message at the bottom</comment>
        <translation>الانتقال إلى الرسالة</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <comment>menu</comment>
        <translation>أسئلة وأجوبة</translation>
    </message>
    <message>
        <source>&amp;About Merchant Console</source>
        <comment>menu</comment>
        <translation>حول لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <comment>menu</comment>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <comment>menu: of the current order</comment>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <comment>menu: pages</comment>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <comment>menu</comment>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <comment>menu</comment>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>About Merchant Console</source>
        <translation>حول لوحة تحكم التاجر</translation>
    </message>
    <message>
        <source>Merchant Console %1</source>
        <comment>%1: version</comment>
        <translation>لوحة تحكم التاجر %1</translation>
    </message>
    <message>
        <source>Cancels orders before they ship. Licensed under Apache-2.0.</source>
        <translation>يلغي الطلبات قبل شحنها. مرخّص بموجب Apache-2.0.</translation>
    </message>
    <message>
        <source>&amp;Demo mailbox</source>
        <comment>menu: mails to the customers of the demo</comment>
        <translation>صندوق البريد التجريبي</translation>
    </message>
</context>
<context>
    <name>mc::Words</name>
    <message>
        <source>Shipping</source>
        <comment>price of the delivery</comment>
        <translation>الشحن</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>الخصم</translation>
    </message>
    <message>
        <source>Taxes and other charges</source>
        <translation>الضرائب والرسوم الأخرى</translation>
    </message>
    <message>
        <source>Ordered by mistake</source>
        <comment>a reason to cancel</comment>
        <translation>طُلب بالخطأ</translation>
    </message>
    <message>
        <source>Items arriving late</source>
        <comment>a reason to cancel</comment>
        <translation>تأخر وصول الأصناف</translation>
    </message>
    <message>
        <source>Incorrect shipping address</source>
        <comment>a reason to cancel</comment>
        <translation>عنوان شحن غير صحيح</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <comment>a reason to cancel</comment>
        <translation>غير متوفر في المخزون</translation>
    </message>
    <message>
        <source>Payment issue</source>
        <comment>a reason to cancel</comment>
        <translation>مشكلة في الدفع</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a reason to cancel</comment>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>item status: a word that this version does not know</comment>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Not shipped</source>
        <comment>item status</comment>
        <translation>لم يُشحن</translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>item status</comment>
        <translation>مُغلَّف</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>item status</comment>
        <translation>طُلب الإلغاء</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>item status</comment>
        <translation>مُلغى</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>item status</comment>
        <translation>شُحن</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>item status</comment>
        <translation>سُلّم</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>item status</comment>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>payment status: a word that this version does not know</comment>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>payment status</comment>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Authorized</source>
        <comment>payment status</comment>
        <translation>مُصرَّح به</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>payment status</comment>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>payment status</comment>
        <translation>الاسترداد معلّق</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>payment status</comment>
        <translation>فشل الاسترداد</translation>
    </message>
    <message>
        <source>Partially refunded</source>
        <comment>payment status</comment>
        <translation>مُسترَد جزئيًا</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>payment status</comment>
        <translation>مُسترَد</translation>
    </message>
    <message>
        <source>Voided</source>
        <comment>payment status: the authorization was released</comment>
        <translation>مُبطَل</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>state of a cancellation</comment>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>state of a cancellation</comment>
        <translation>طُلب الإلغاء</translation>
    </message>
    <message>
        <source>Being processed</source>
        <comment>state of a cancellation</comment>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a cancellation</comment>
        <translation>مُلغى</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>state of a cancellation</comment>
        <translation>رُفض الإلغاء</translation>
    </message>
    <message>
        <source>No refund</source>
        <comment>state of a refund</comment>
        <translation>لا استرداد</translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>state of a refund</comment>
        <translation>الاسترداد معلّق</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>state of a refund</comment>
        <translation>فشل الاسترداد</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>state of a refund</comment>
        <translation>مُسترَد</translation>
    </message>
    <message>
        <source>customer</source>
        <comment>who asked for a cancellation</comment>
        <translation>العميل</translation>
    </message>
    <message>
        <source>merchant</source>
        <comment>who asked for a cancellation</comment>
        <translation>التاجر</translation>
    </message>
    <message>
        <source>support</source>
        <comment>who asked for a cancellation</comment>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Not stated</source>
        <comment>how the customer reached the staff</comment>
        <translation>غير محدد</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>how the customer reached the staff</comment>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>how the customer reached the staff</comment>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Chat</source>
        <comment>how the customer reached the staff</comment>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>In person</source>
        <comment>how the customer reached the staff</comment>
        <translation>الحضور شخصيًا</translation>
    </message>
    <message>
        <source>Another way</source>
        <comment>how the customer reached the staff</comment>
        <translation>طريقة أخرى</translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of a staff member</comment>
        <translation>مُشاهد</translation>
    </message>
    <message>
        <source>Support</source>
        <comment>role of a staff member</comment>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role of a staff member</comment>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>role of a staff member</comment>
        <translation>مالك</translation>
    </message>
    <message>
        <source>Undo is still possible</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation>لا يزال التراجع ممكنًا</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Being sent</source>
        <comment>under the badge of a request</comment>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>Refused by the store</source>
        <comment>under the badge of a request</comment>
        <translation>لم يقبله المتجر</translation>
    </message>
    <message>
        <source>A cancellation has already been requested.</source>
        <translation>سبق طلب الإلغاء.</translation>
    </message>
    <message>
        <source>It has already been cancelled.</source>
        <translation>سبق إلغاؤه.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it has shipped.</source>
        <translation>لا يمكن إلغاؤه: لقد شُحن.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was delivered.</source>
        <translation>لا يمكن إلغاؤه: لقد سُلّم.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was returned.</source>
        <translation>لا يمكن إلغاؤه: لقد أُعيد.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: its state is not known to this version.</source>
        <translation>لا يمكن إلغاؤه: حالته غير معروفة لهذا الإصدار.</translation>
    </message>
    <message>
        <source>Cancellation already requested</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>سبق طلب الإلغاء</translation>
    </message>
    <message>
        <source>Already cancelled</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>سبق إلغاؤه</translation>
    </message>
    <message>
        <source>Already shipped</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>سبق شحنه</translation>
    </message>
    <message>
        <source>Already delivered</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>سبق تسليمه</translation>
    </message>
    <message>
        <source>Already returned</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>سبقت إعادته</translation>
    </message>
    <message>
        <source>State not known</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>الحالة غير معروفة</translation>
    </message>
    <message>
        <source>The parcel was faster: it has shipped. Nothing was cancelled or refunded.</source>
        <translation>كان الطرد أسرع: لقد شُحن الطلب. لم يُلغَ شيء ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>The shop declined the request. Nothing was cancelled or refunded.</source>
        <translation>رفض المتجر طلب الإلغاء. لم يُلغَ شيء ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>The shop declined the request: %1</source>
        <comment>%1: what the decliner wrote</comment>
        <translation>رفض المتجر طلب الإلغاء: %1</translation>
    </message>
    <message>
        <source>Nobody answered in time. Nothing was cancelled or refunded.</source>
        <translation>لم يُجب أحد في الوقت المحدد. لم يُلغَ شيء ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>The shop system refused it. Nothing was cancelled or refunded.</source>
        <translation>لم يقبله نظام المتجر. لم يُلغَ شيء ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>The shop system refused it: %1</source>
        <comment>%1: what the shop system said</comment>
        <translation>لم يقبله نظام المتجر: %1</translation>
    </message>
    <message>
        <source>Nothing was cancelled or refunded.</source>
        <translation>لم يُلغَ شيء ولم يُردّ أي مبلغ.</translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide.</source>
        <translation>الشحن متوقف مؤقتًا حتى تقرر.</translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation>الشحن متوقف مؤقتًا. يقرر المتجر تلقائيًا، وترى النتيجة هنا.</translation>
    </message>
    <message>
        <source>Something happened</source>
        <comment>timeline: an event that this version does not know</comment>
        <translation>حدث غير معروف</translation>
    </message>
    <message>
        <source>Order placed</source>
        <comment>timeline</comment>
        <translation>قُدِّم الطلب</translation>
    </message>
    <message>
        <source>Payment authorized</source>
        <comment>timeline</comment>
        <translation>صُرِّح بالدفعة</translation>
    </message>
    <message>
        <source>Payment received</source>
        <comment>timeline</comment>
        <translation>استُلمت الدفعة</translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <comment>timeline</comment>
        <translation>أُرسلت رسالة بريد إلكتروني</translation>
    </message>
    <message>
        <source>E-mail could not be sent</source>
        <comment>timeline</comment>
        <translation>تعذّر إرسال البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>timeline</comment>
        <translation>غُلِّف</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>timeline</comment>
        <translation>شُحن</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>timeline</comment>
        <translation>سُلّم</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>timeline</comment>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>timeline</comment>
        <translation>طُلب الإلغاء</translation>
    </message>
    <message>
        <source>Cancellation accepted</source>
        <comment>timeline</comment>
        <translation>قُبل طلب الإلغاء</translation>
    </message>
    <message>
        <source>Cancellation declined</source>
        <comment>timeline</comment>
        <translation>رُفض طلب الإلغاء</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>timeline</comment>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>timeline</comment>
        <translation>رُفض الإلغاء</translation>
    </message>
    <message>
        <source>Refund started</source>
        <comment>timeline</comment>
        <translation>بدأ الاسترداد</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>timeline</comment>
        <translation>استُرد المبلغ</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>timeline</comment>
        <translation>فشل الاسترداد</translation>
    </message>
    <message>
        <source>Restocked</source>
        <comment>timeline: the items are back in stock</comment>
        <translation>أُعيدت الأصناف إلى المخزون</translation>
    </message>
    <message>
        <source>Restocking failed</source>
        <comment>timeline</comment>
        <translation>فشلت الإعادة إلى المخزون</translation>
    </message>
    <message>
        <source>Shipped although cancelled</source>
        <comment>timeline: two facts that exclude each other</comment>
        <translation>شُحن رغم الإلغاء</translation>
    </message>
    <message>
        <source>Conflict closed</source>
        <comment>timeline: somebody has seen it and put it aside</comment>
        <translation>أُغلق التعارض</translation>
    </message>
    <message>
        <source>Order confirmation</source>
        <comment>timeline: which e-mail</comment>
        <translation>تأكيد الطلب</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>timeline: which e-mail</comment>
        <translation>طُلب الإلغاء</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <comment>timeline: which e-mail</comment>
        <translation>أُلغي الطلب</translation>
    </message>
    <message>
        <source>Refund confirmed</source>
        <comment>timeline: which e-mail</comment>
        <translation>تأكيد ردّ المبلغ</translation>
    </message>
    <message>
        <source>Cancellation not possible</source>
        <comment>timeline: which e-mail</comment>
        <translation>تعذّر الإلغاء</translation>
    </message>
    <message>
        <source>The time in which orders are cancelled by themselves is over: somebody decides.</source>
        <translation>انتهت المدة التي تُلغى فيها الطلبات تلقائيًا: سيُتخذ القرار يدويًا.</translation>
    </message>
    <message>
        <source>The shop system cannot be reached. The store tries again by itself.</source>
        <translation>تعذّر الوصول إلى نظام المتجر. ستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The shop system denies the store access. Check the connection.</source>
        <translation>يرفض نظام المتجر الوصول. تحقّق من الاتصال.</translation>
    </message>
    <message>
        <source>The shop system answered something unknown. The store tries again by itself.</source>
        <translation>أجاب نظام المتجر بما لا يُفهم. ستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Postponed</source>
        <comment>timeline: a cancellation waits</comment>
        <translation>أُجِّل</translation>
    </message>
    <message>
        <source>Authorization released</source>
        <comment>timeline: no money was taken</comment>
        <translation>أُلغي تصريح الدفع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <comment>pieces of an order</comment>
        <translation>
            <numerusform>لا أصناف</numerusform>
            <numerusform>صنف واحد</numerusform>
            <numerusform>صنفان</numerusform>
            <numerusform>%Ln أصناف</numerusform>
            <numerusform>%Ln صنفًا</numerusform>
            <numerusform>%Ln صنف</numerusform>
        </translation>
    </message>
    <message>
        <source>Just now</source>
        <comment>time of an order</comment>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <comment>time of an order: minutes</comment>
        <translation>
            <numerusform>منذ أقل من دقيقة</numerusform>
            <numerusform>منذ دقيقة</numerusform>
            <numerusform>منذ دقيقتين</numerusform>
            <numerusform>منذ %Ln دقائق</numerusform>
            <numerusform>منذ %Ln دقيقة</numerusform>
            <numerusform>منذ %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <comment>time of an order: hours</comment>
        <translation>
            <numerusform>منذ أقل من ساعة</numerusform>
            <numerusform>منذ ساعة</numerusform>
            <numerusform>منذ ساعتين</numerusform>
            <numerusform>منذ %Ln ساعات</numerusform>
            <numerusform>منذ %Ln ساعة</numerusform>
            <numerusform>منذ %Ln ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>time of an order</comment>
        <translation>أمس</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <comment>time of an order</comment>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>منذ يوم</numerusform>
            <numerusform>منذ يومين</numerusform>
            <numerusform>منذ %Ln أيام</numerusform>
            <numerusform>منذ %Ln يومًا</numerusform>
            <numerusform>منذ %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format, see QLocale::toString()</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time format, see QLocale::toString()</comment>
        <translation>d MMM yyyy، HH:mm</translation>
    </message>
</context>
</TS>
