// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The index of a folder of journals: what the list shows of each run, so that a journal that has not changed since is
// not read again. It can be lost or made anew at any time (model/docs/journal-format.md).
#pragma once

#include "model/maintenance/run_summary.h"

#include <QByteArray>
#include <QFileInfo>
#include <QString>

#include <map>

namespace drydock::services {

// Shows whether a journal has changed since it was indexed. A journal with an equal stamp is not read again.
struct FileStamp {
    qint64 size = 0;
    qint64 modified = 0;  // milliseconds
    qint64 changed = 0;   // milliseconds; of its name, rights and the like
    QByteArray firstLine; // the checksum of its first line
    bool operator==(const FileStamp&) const = default;
};
[[nodiscard]] FileStamp stampOf(const QFileInfo& file);

// A value; used on any thread.
class JournalIndex
{
public:
    // Returns what the file holds; nothing if it is missing, damaged or of another format.
    [[nodiscard]] static JournalIndex readFrom(const QString& path);
    // Replaces the file as a whole, for its owner only. An index that cannot be written is no error: it is only slower.
    void writeTo(const QString& path) const;

    // Returns the run of a journal that has not changed since it was indexed; nullptr if it has to be read.
    [[nodiscard]] const maintenance::RunSummary* find(const QString& name, const FileStamp& stamp) const;
    void add(const QString& name, const FileStamp& stamp, const maintenance::RunSummary& run);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        FileStamp stamp;
        maintenance::RunSummary run;
    };

    std::map<QString, Entry> m_entries; // by the name of the journal
    qint64 m_writtenAt = 0;             // milliseconds, by the clock that stamps the journals
};

} // namespace drydock::services
