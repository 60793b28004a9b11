// The last lines of the log, for the log pane; lines may come from any thread.
#pragma once

#include "model/domain/time.h"

#include <QAbstractListModel>
#include <QMutex>
#include <QString>

#include <deque>
#include <vector>

namespace drydock::services {

enum class LogLevel { Debug, Info, Warning, Error };

struct LogLine {
    domain::Time at{};
    LogLevel level = LogLevel::Info;
    QString category;
    QString text;
};

// Rows are lines, oldest first; DisplayRole is the whole line, LevelRole an int of LogLevel.
class LogBuffer final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LevelRole = Qt::UserRole + 1, CategoryRole, TextRole, TimeRole };

    explicit LogBuffer(std::size_t limit = 5000, QObject* parent = nullptr);

    // Thread-safe; the line shows when the owner's event loop comes round.
    void post(LogLine line);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QString text() const; // all lines, for "copy" and for a file

private:
    void take();

    std::size_t m_limit;
    std::deque<LogLine> m_lines;
    QMutex m_mutex;
    std::vector<LogLine> m_posted; // under m_mutex
};

[[nodiscard]] QString toText(const LogLine& line); // "2026-11-22T21:00:00Z warning session: text"

} // namespace drydock::services
