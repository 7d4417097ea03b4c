// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/pages/customersession.h"
#include "store/pages/pagekit.h"

namespace mc::store {

/// What a customer typed into the cancel form, or nothing yet.
struct CancelInput {
    OperationId operation;
    QString formToken;
    QString reasonCode;
    QString comments;

    /// nullopt: the body is no form of ours.
    [[nodiscard]] static std::optional<CancelInput> parse(const QByteArray &body);
};

/// What is wrong with it; all empty: nothing.
struct CancelProblems {
    QString summary;
    QString reason;
    QString comments;

    [[nodiscard]] bool isEmpty() const { return summary.isEmpty(); }
};

[[nodiscard]] CancelProblems problemsOf(const CancelInput &input, bool isOurForm,
                                        const QList<CancelReason> &reasons, int commentLimit,
                                        const Wording &wording);

/// Everything that the template "cancel" shows.
struct CancelFormView {
    const Order &order;
    const ShopView &shop;
    const QList<CancelReason> &reasons;
    const CancelInput &input;
    const CancelProblems &problems;
};
[[nodiscard]] TemplateData cancelFormData(const CancelFormView &view, const Wording &wording,
                                          const QDateTime &now);

} // namespace mc::store
