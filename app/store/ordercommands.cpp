// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "store/api/importer.h"
#include "store/processing/mailexecutor.h"

#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

Actor operatorActor()
{
    return {RequestedBy::Merchant, u"operator"_s, {}};
}

CommandResult import(const QCommandLineParser &parser, const QStringList &arguments)
{
    QFile file(arguments.first());
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"The file %1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()));
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const auto report =
        importOrders(*open->database, {store->id, operatorActor(), QDateTime::currentDateTimeUtc()}, file);
    if (!report)
        return failed(sentenceOf(report.error()));
    for (const ImportProblem &problem : report->problems)
        printLine(u"line %1: %2"_s.arg(problem.line).arg(problem.detail));
    if (report->moreProblems > 0)
        printLine(u"and %1 more problems"_s.arg(report->moreProblems));
    printLine(u"%1 created, %2 updated, %3 unchanged, %4 with problems"_s.arg(report->created)
                  .arg(report->updated)
                  .arg(report->unchanged)
                  .arg(report->problems.size() + report->moreProblems));
    return report->problems.isEmpty() ? CommandResult() : failed(u"Not everything could be imported."_s);
}

CommandResult orderLink(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto base = publicUrl(parser);
    if (!base)
        return tl::unexpected(base.error());
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QString link;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        if (const auto order = Orderbook(tx, store->id, now).findByNumber(arguments.first()))
            link = MailExecutor::makeLink(tx, open->keyring, QUrl(*base), store->id, *order, now);
    });
    if (!written)
        return written;
    if (link.isEmpty())
        return failed(u"There is no order with the number %1."_s.arg(arguments.first()));
    printLine(link);
    return {};
}

} // namespace

void addOrderCommands(std::vector<Command> &commands)
{
    commands.push_back({u"import"_s, u"<file>"_s,
                        u"Imports orders: Shopify's order export, or an export of merchant-console."_s, 1, 1,
                        dataOptions(), import, false});
    QList<QCommandLineOption> options = dataOptions();
    options.append(publicUrlOption());
    commands.push_back({u"order link"_s, u"<number>"_s, u"Prints the customer's link of an order."_s, 1, 1,
                        options, orderLink, false});
}

} // namespace mc::store
