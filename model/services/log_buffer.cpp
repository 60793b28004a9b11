#include "model/services/log_buffer.h"

#include <QMutexLocker>

#include <utility>

namespace drydock::services {
namespace {

const char* nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    return "";
}

} // namespace

QString toText(const LogLine& line)
{
    return QString::fromStdString(domain::toIso(line.at)) + QLatin1Char(' ') + QLatin1String(nameOf(line.level)) +
           QLatin1Char(' ') + line.category + QStringLiteral(": ") + line.text;
}

LogBuffer::LogBuffer(std::size_t limit, QObject* parent)
    : QAbstractListModel(parent), m_limit(std::max<std::size_t>(limit, 1))
{
}

void LogBuffer::post(LogLine line)
{
    const QMutexLocker locked(&m_mutex);
    m_posted.push_back(std::move(line));
    if (m_posted.size() == 1)
        QMetaObject::invokeMethod(
            this, [this] { take(); }, Qt::QueuedConnection);
    else if (m_posted.size() > 2 * m_limit)
        m_posted.erase(m_posted.begin(), m_posted.end() - std::ptrdiff_t(m_limit));
}

void LogBuffer::take()
{
    std::vector<LogLine> lines;
    {
        const QMutexLocker locked(&m_mutex);
        lines = std::exchange(m_posted, {});
    }
    if (lines.size() > m_limit) lines.erase(lines.begin(), lines.end() - std::ptrdiff_t(m_limit));
    if (lines.empty()) return;
    if (const auto total = m_lines.size() + lines.size(); total > m_limit) {
        const auto gone = std::ptrdiff_t(total - m_limit);
        beginRemoveRows({}, 0, int(gone) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + gone);
        endRemoveRows();
    }
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + lines.size()) - 1);
    for (auto& line : lines)
        m_lines.push_back(std::move(line));
    endInsertRows();
}

int LogBuffer::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant LogBuffer::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return toText(line);
    case LevelRole:
        return int(line.level);
    case CategoryRole:
        return line.category;
    case TextRole:
        return line.text;
    case TimeRole:
        return qint64(line.at.time_since_epoch().count());
    default:
        return {};
    }
}

QString LogBuffer::text() const
{
    QString all;
    for (const auto& line : m_lines)
        all += toText(line) + QLatin1Char('\n');
    return all;
}

} // namespace drydock::services
