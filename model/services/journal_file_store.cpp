// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/journal_file_store.h"

#include "model/domain/strings.h"
#include "model/maintenance/journal_replay.h"
#include "model/services/durable_file.h"
#include "model/services/file_lock.h"
#include "model/services/group_lock.h"
#include "model/services/journal_index.h"
#include "model/services/journal_lines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace drydock::services {
namespace {

using domain::ErrorKind;
using domain::fail;
using domain::Result;

constexpr QLatin1String suffix(".jsonl");
constexpr QLatin1String everyJournal("*.jsonl");
constexpr qint64 largestJournal = 256 << 20; // of a journal; a long run has some 100 KiB

class FileJournal final : public ports::Journal
{
public:
    FileJournal(std::vector<std::unique_ptr<FileLock>> locks, std::unique_ptr<DurableFile> file)
        : m_locks(std::move(locks)), m_file(std::move(file))
    {
    }

    Result<> append(const maintenance::JournalRecord& record) override { return m_file->append(journalLine(record)); }

private:
    std::vector<std::unique_ptr<FileLock>> m_locks; // of its group and its own
    std::unique_ptr<DurableFile> m_file;
};

// A pattern for the journals of all runs of the server that this run is about: ids differ by time and kind alone.
QString journalsOfItsServer(const std::string& runId)
{
    constexpr std::size_t timeLength = 19; // "2026-11-22T21-04-05"
    const auto lastDash = runId.rfind('-');
    if (lastDash == std::string::npos || lastDash <= timeLength) return QString::fromStdString(runId) + suffix;
    const auto server = runId.substr(timeLength, lastDash + 1 - timeLength); // "-MAIL-"
    return QLatin1Char('*') + QString::fromStdString(server) + QLatin1Char('*') + suffix;
}

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, "read " + path.toStdString(), file.errorString().toStdString());
    if (file.size() > largestJournal)
        return fail(ErrorKind::LimitExceeded, "read " + path.toStdString(), "no journal is larger than 256 MB");
    return file.readAll();
}

Result<JournalContent> readFile(const QString& path)
{
    DRYDOCK_TRY(const auto bytes, bytesOf(path));
    return readJournal({bytes.constData(), std::size_t(bytes.size())}, path.toStdString());
}

Result<maintenance::RunState> replayed(const JournalContent& content, const QString& path)
{
    auto state = maintenance::replay(content.records);
    if (!state) return fail(state.error().within("replay " + path.toStdString()));
    return state;
}

// What the first line of a damaged file tells, if it is whole: what was planned, and the settings from before.
maintenance::RunState firstLine(const QByteArray& bytes)
{
    const auto line = bytes.first(bytes.indexOf('\n') + 1);
    const auto content = readJournal({line.constData(), std::size_t(line.size())}, {});
    auto state = content ? maintenance::replay(content->records) : Result<maintenance::RunState>();
    return state ? std::move(*state) : maintenance::RunState();
}

constexpr const char* neverBegun = "the run was never begun";

struct ReadJournal {
    ports::JournaledRun run;
    bool notStarted = false; // no whole first line
};

ReadJournal readWhole(const QFileInfo& file)
{
    const auto path = file.filePath();
    ReadJournal journal;
    auto& run = journal.run;
    if (const auto bytes = bytesOf(path)) {
        const auto content = readJournal({bytes->constData(), std::size_t(bytes->size())}, path.toStdString());
        journal.notStarted = content && content->records.empty();
        auto state = content.and_then([&](const JournalContent& read) -> Result<maintenance::RunState> {
            if (journal.notStarted) return fail(ErrorKind::Usage, "read " + path.toStdString(), neverBegun);
            return replayed(read, path);
        });
        if (!state) run.error = state.error();
        run.state = state ? std::move(*state) : firstLine(*bytes);
    } else {
        run.error = bytes.error();
    }
    if (run.state.id.empty()) run.state.id = file.fileName().chopped(suffix.size()).toStdString();
    return journal;
}

maintenance::RunListing listed(const ReadJournal& journal)
{
    maintenance::RunListing listing;
    listing.run = summaryOf(journal.run.state);
    listing.notStarted = journal.notStarted;
    if (!journal.notStarted) listing.error = journal.run.error;
    return listing;
}

// A run that is over is not looked at: nobody has its journal open.
bool inUse(const maintenance::RunListing& listing, const QString& path)
{
    const bool over = !listing.error && !listing.notStarted && listing.run.phase == maintenance::RunPhase::Finished;
    return !over && FileLock::isHeld(path); // of one that was not begun, the first record may be on the way
}

QFileInfoList journalsIn(const QString& folder, const QString& names)
{
    return QDir(folder).entryInfoList({names}, QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

JournalFileStore::JournalFileStore(QString folder, const ports::Clock& clock)
    : m_folder(std::move(folder)), m_clock(clock)
{
}

QString JournalFileStore::pathOf(const std::string& runId) const
{
    return m_folder + QLatin1Char('/') + QString::fromStdString(runId) + suffix;
}

// The counter spares the reading of all journals. If it is lost it is made anew from them; if it is behind, as one from
// a backup is, the journals of the server still order the new run after theirs.
Result<std::uint64_t> JournalFileStore::nextNumber(const std::string& runId, std::uint64_t above) const
{
    constexpr std::uint64_t most = std::uint64_t{1} << 53; // more is no count of runs
    const QString path = m_folder + QStringLiteral("/counter");
    DRYDOCK_TRY(const auto locked, FileLock::take(path));
    bool whole = false;
    std::uint64_t last = bytesOf(path).value_or(QByteArray()).trimmed().toULongLong(&whole);
    if (!whole || last > most) last = 0;
    const auto runs = listWhole(last == 0 ? QString(everyJournal) : journalsOfItsServer(runId));
    if (!runs.empty()) last = std::max(last, runs.front().run.number);
    last = std::max(last, above);
    QSaveFile file(path);
    const QByteArray text = QByteArray::number(qulonglong(last + 1)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(ErrorKind::Storage, "write " + path.toStdString(), file.errorString().toStdString());
    return last + 1;
}

Result<ports::CreatedJournal> JournalFileStore::create(const std::string& runId, const std::string& group,
                                                       std::uint64_t above)
{
    if (!isSafeJournalName(runId)) return fail(ErrorKind::Usage, "create a journal", "not a name for a run: " + runId);
    if (!QDir().mkpath(m_folder)) return fail(ErrorKind::Storage, "create " + m_folder.toStdString());
    std::vector<std::unique_ptr<FileLock>> locks(2);
    DRYDOCK_TRY(locks[0], lockGroup(m_folder, group, "run"));
    DRYDOCK_TRY(locks[1], FileLock::take(pathOf(runId)));
    DRYDOCK_TRY(const auto number, nextNumber(runId, above));
    auto file = std::make_unique<DurableFile>();
    DRYDOCK_TRY_VOID(file->open(pathOf(runId), DurableFile::Mode::CreateNew));
    return ports::CreatedJournal{std::make_unique<FileJournal>(std::move(locks), std::move(file)), number};
}

Result<ports::OpenedJournal> JournalFileStore::open(const std::string& runId)
{
    const auto path = pathOf(runId);
    if (!isSafeJournalName(runId) || !QFile::exists(path))
        return fail(ErrorKind::NotFound, "open the journal of " + runId);
    std::vector<std::unique_ptr<FileLock>> locks(2);
    DRYDOCK_TRY(locks[1], FileLock::take(path));
    DRYDOCK_TRY(auto content, readFile(path));
    if (content.records.empty()) return fail(ErrorKind::Usage, "open the journal of " + runId, neverBegun);
    // Replayed before it is repaired: a journal that cannot be used stays as it is.
    DRYDOCK_TRY(auto state, replayed(content, path));
    DRYDOCK_TRY(locks[0], lockGroup(m_folder, state.plan.exclusiveName(), "run"));
    const auto runs = listWhole(journalsOfItsServer(runId));
    const auto own =
        std::find_if(runs.begin(), runs.end(), [&](const auto& listing) { return listing.run.id == runId; });
    auto file = std::make_unique<DurableFile>();
    DRYDOCK_TRY_VOID(file->open(path, DurableFile::Mode::OpenExisting));
    if (content.tornLength > 0) {
        DRYDOCK_TRY_VOID(file->truncate(qint64(content.goodLength)));
        const auto text =
            "the last line was incomplete (" + std::to_string(content.tornLength) + " bytes) and was cut off";
        const maintenance::JournalRecord note{content.records.back().sequence + 1, m_clock.now(),
                                              maintenance::record::Note{text}};
        DRYDOCK_TRY_VOID(file->append(journalLine(note)));
        DRYDOCK_TRY_VOID(maintenance::apply(state, note));
        content.records.push_back(note);
    }
    const auto next = content.records.back().sequence + 1;
    return ports::OpenedJournal{std::make_unique<FileJournal>(std::move(locks), std::move(file)), std::move(state),
                                next, own == runs.end() ? std::string() : own->supersededBy};
}

ports::JournaledRun JournalFileStore::read(const std::string& runId)
{
    const QFileInfo file(pathOf(runId));
    if (isSafeJournalName(runId) && file.exists()) return readWhole(file).run;
    ports::JournaledRun none;
    none.state.id = runId;
    none.error = domain::Error{ErrorKind::NotFound, "read the journal of " + runId, {}, 0, nullptr};
    return none;
}

std::vector<maintenance::RunListing> JournalFileStore::listWhole(const QString& names) const
{
    std::vector<maintenance::RunListing> runs;
    for (const auto& file : journalsIn(m_folder, names))
        runs.push_back(listed(readWhole(file)));
    maintenance::sortAndMarkSuperseded(runs);
    return runs;
}

// A journal that another process works on is not indexed, nor one that cannot be read.
Result<std::vector<maintenance::RunListing>> JournalFileStore::list()
{
    const QString indexFile = m_folder + QStringLiteral("/index");
    const auto before = JournalIndex::readFrom(indexFile);
    JournalIndex after;
    bool changed = false;
    std::vector<maintenance::RunListing> runs;
    for (const auto& file : journalsIn(m_folder, everyJournal)) {
        const auto stamp = stampOf(file);
        maintenance::RunListing listing;
        const auto* known = before.find(file.fileName(), stamp);
        if (known) {
            listing.run = *known;
        } else {
            listing = listed(readWhole(file));
            if (listing.error && !QFile::exists(file.filePath())) continue; // removed in the meantime
        }
        listing.file = file.filePath().toStdString();
        listing.inUse = inUse(listing, file.filePath());
        if (!listing.error && !listing.notStarted && !listing.inUse) {
            after.add(file.fileName(), stamp, listing.run);
            changed = changed || !known;
        }
        runs.push_back(std::move(listing));
    }
    if (changed || after.size() < before.size()) after.writeTo(indexFile);
    maintenance::sortAndMarkSuperseded(runs);
    return runs;
}

Result<> JournalFileStore::archive(const std::string& runId)
{
    const auto path = pathOf(runId);
    if (!isSafeJournalName(runId) || !QFile::exists(path)) return fail(ErrorKind::NotFound, "the journal of " + runId);
    DRYDOCK_TRY(const auto locked, FileLock::take(path));
    DRYDOCK_TRY(const auto content, readFile(path));
    if (!content.records.empty()) return fail(ErrorKind::Usage, "put aside " + runId, "the run was begun");
    QFile file(path);
    if (!file.rename(path + QStringLiteral(".never-begun")))
        return fail(ErrorKind::Storage, "rename " + path.toStdString(), file.errorString().toStdString());
    return {};
}

} // namespace drydock::services
