// SPDX-License-Identifier: Apache-2.0
#include "store/pages/cancelform.h"

#include "domain/orderrules.h"
#include "store/pages/plaintext.h"

#include <QUuid>

#include <algorithm>

namespace mc::store {

namespace {

using L1 = QLatin1StringView;

QString leadOf(const Order &order, const CancellationPolicy &policy, const Wording &wording,
               const QDateTime &now)
{
    const QString number = wording.outside(order.number);
    const QString items = wording.phrases().counted(L1("item_count"), itemCount(order));
    const QString amount = wording.money(order.totalMinor, order.currency);
    const bool isInWindow = policy.mode == PolicyMode::AutomaticThenAsk
        && order.placedAtUtc.addSecs(qint64(policy.windowMinutes) * 60) > now;
    const bool asks =
        policy.mode == PolicyMode::Ask || (policy.mode == PolicyMode::AutomaticThenAsk && !isInWindow);
    if (asks)
        return wording.phrases().counted(
            L1("cancel.lead_ask"), policy.deadlineHours,
            {{L1("number"), number}, {L1("items"), items}, {L1("amount"), amount}});
    return wording.text(isInWindow ? L1("cancel.lead_window") : L1("cancel.lead"),
                        {{L1("number"), number}, {L1("items"), items}, {L1("amount"), amount}});
}

} // namespace

std::optional<CancelInput> CancelInput::parse(const QByteArray &body)
{
    const auto fields = parseQuery(body);
    if (!fields)
        return std::nullopt;
    CancelInput input;
    for (const auto &[name, value] : *fields) {
        if (name == L1("operation") && !QUuid::fromString(value).isNull())
            input.operation = OperationId(value);
        else if (name == L1("csrf"))
            input.formToken = value;
        else if (name == L1("reason"))
            input.reasonCode = value;
        else if (name == L1("comments"))
            input.comments = typedText(value);
    }
    return input;
}

CancelProblems problemsOf(const CancelInput &input, bool isOurForm, const QList<CancelReason> &reasons,
                          int commentLimit, const Wording &wording)
{
    CancelProblems problems;
    const bool isReason = std::any_of(reasons.cbegin(), reasons.cend(), [&](const CancelReason &reason) {
        return reason.code == input.reasonCode;
    });
    const qsizetype length = codePointCount(input.comments);
    if (!isOurForm)
        problems.summary = wording.text(L1("cancel.not_yet_form"));
    if (length > commentLimit) {
        problems.summary = wording.text(L1("cancel.not_yet_comments"));
        problems.comments =
            wording.text(L1("cancel.comments_too_long"),
                         {{L1("limit"), wording.count(commentLimit)}, {L1("count"), wording.count(length)}});
    }
    if (!isReason) {
        problems.summary = wording.text(L1("cancel.not_yet_reason"));
        problems.reason = wording.text(L1("cancel.reason_missing"));
    }
    return problems;
}

TemplateData cancelFormData(const CancelFormView &view, const Wording &wording, const QDateTime &now)
{
    TemplateData reasons(TemplateData::type::list);
    for (const CancelReason &reason : view.reasons) {
        TemplateData option;
        setIn(option, "code", toData(reason.code));
        setIn(option, "words", toData(plainLine(reason.text)));
        setIn(option, "is_chosen", reason.code == view.input.reasonCode);
        addTo(reasons, std::move(option));
    }
    const int limit = view.shop.store.commentLimit;
    TemplateData data;
    setIn(data, "lead", toData(leadOf(view.order, view.shop.policy, wording, now)));
    setIn(data, "error", textOrFalse(view.problems.summary));
    setIn(data, "reason_error", textOrFalse(view.problems.reason));
    setIn(data, "comments_error", textOrFalse(view.problems.comments));
    setIn(data, "operation", toData(view.input.operation.toString()));
    setIn(data, "csrf", toData(view.input.formToken));
    setIn(data, "reasons", std::move(reasons));
    setIn(data, "comments", toData(plainText(view.input.comments)));
    setIn(data, "limit", toData(QString::number(limit)));
    setIn(data, "hint",
          toData(wording.text(L1("cancel.comments_hint"), {{L1("limit"), wording.count(limit)}})));
    return data;
}

} // namespace mc::store
