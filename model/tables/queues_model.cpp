// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/queues_model.h"

#include "model/tables/row_keys.h"
#include "model/tables/text.h"

#include <QCoreApplication>

#include <cmath>
#include <ratio>
#include <utility>

namespace drydock::tables {
namespace {

constexpr ColumnInfo queuesColumns[] = {
    {"identity", QT_TRANSLATE_NOOP("tables", "Queue"), QT_TRANSLATE_NOOP("tables", "Identity of the queue"), alignText,
     Qt::AscendingOrder, Qt::ElideMiddle},
    {"server", QT_TRANSLATE_NOOP("tables", "Server"), QT_TRANSLATE_NOOP("tables", "The server that holds the queue")},
    {"deliveryType", QT_TRANSLATE_NOOP("tables", "Delivery type"),
     QT_TRANSLATE_NOOP("tables", "How the queue's messages are delivered")},
    {"status", QT_TRANSLATE_NOOP("tables", "Status"), QT_TRANSLATE_NOOP("tables", "Status of the queue")},
    {"messages", QT_TRANSLATE_NOOP("tables", "Messages"), QT_TRANSLATE_NOOP("tables", "Messages in the queue"),
     alignNumber, Qt::DescendingOrder},
    {"rate", QT_TRANSLATE_NOOP("tables", "Rate a minute"),
     QT_TRANSLATE_NOOP("tables",
                       "How the number of messages changed between the last two readings; with a minus it drains"),
     alignNumber},
    {"nextHop", QT_TRANSLATE_NOOP("tables", "Next hop"), QT_TRANSLATE_NOOP("tables", "Where the queue's messages go"),
     alignText, Qt::AscendingOrder, Qt::ElideMiddle},
    {"lastError", QT_TRANSLATE_NOOP("tables", "Last error"),
     QT_TRANSLATE_NOOP("tables", "What the last attempt to deliver met")},
};
static_assert(std::size(queuesColumns) == std::size_t(QueuesModel::Column::Count));

// Returns a dash until there are two readings to compare.
Cell rateCell(const std::optional<double>& rate)
{
    if (!rate) return {.text = QStringLiteral("–")};
    const auto size = numberText(std::abs(*rate), *rate != 0 && std::abs(*rate) < 10 ? 1 : 0);
    const auto* sign = *rate < 0 ? u"−" : *rate > 0 ? u"+" : u"";
    return {.value = *rate, .text = QString::fromUtf16(sign) + size};
}

} // namespace

void QueuesModel::setSpecialQueuesShown(bool shown)
{
    if (m_special == shown) return;
    m_special = shown;
    setSnapshot(m_snapshot);
}

void QueuesModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    addSample(snapshot);
    m_snapshot = snapshot;
    std::vector<QueueRow> next;
    if (snapshot) {
        for (const auto& queue : snapshot->queues)
            if (m_special || queue.drains())
                next.push_back({foldedKey(queue.identity), {snapshot, queue}, domain::assess(queue), rateOf(queue)});
        retainUnread(next, [&](const QueueRow& row) {
            return (m_special || row.queue->drains()) &&
                   unread(*snapshot, domain::SnapshotSection::Queues, row.queue->server);
        });
    }
    merge(std::move(next));
}

// Makes the last reading the previous one, unless the same snapshot is shown in another way.
void QueuesModel::addSample(const domain::SnapshotPtr& snapshot)
{
    if (snapshot && m_snapshot && snapshot->takenAt <= m_last.at) return;
    m_previous = snapshot ? std::exchange(m_last, {}) : RateSample{};
    m_last = {};
    if (!snapshot) return;
    m_last.at = snapshot->takenAt;
    for (const auto& queue : snapshot->queues)
        m_last.counts.emplace(queue.identity, queue.messageCount);
}

std::optional<double> QueuesModel::rateOf(const domain::Queue& queue) const
{
    const auto before = m_previous.counts.find(queue.identity);
    if (before == m_previous.counts.end()) return {};
    const double minutes = std::chrono::duration<double, std::ratio<60>>(m_last.at - m_previous.at).count();
    return double(queue.messageCount - before->second) / minutes;
}

std::span<const ColumnInfo> QueuesModel::columns() const { return queuesColumns; }

TableModel::RowInfo QueuesModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.queue->server.text()), {}, r.assessment.severity, r.stale};
}

Cell QueuesModel::cell(int row, int column) const
{
    const auto& r = at(row);
    const auto& queue = *r.queue;
    switch (Column(column)) {
    case Column::Identity:
        return {.value = plainText(queue.identity)};
    case Column::Server:
        return {.value = plainText(queue.server.text())};
    case Column::DeliveryType:
        return {.value = plainText(queue.deliveryType)};
    case Column::Status:
        return {.value = plainText(queue.status),
                .toolTip = translated(r.assessment.reasons),
                .severity = r.assessment.severity};
    case Column::MessageCount:
        return {.value = qint64(queue.messageCount)};
    case Column::Rate:
        return rateCell(r.rate);
    case Column::NextHop:
        return {.value = plainText(queue.nextHop)};
    case Column::LastError:
        return {.value = plainText(queue.lastError), .toolTip = plainLines(queue.lastError)};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
